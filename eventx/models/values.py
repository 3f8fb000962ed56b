"""The values that events are made of: participants, amounts, dates, terms, attribution."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from eventx.models.base import Model, Span

ParticipantKind = Literal["person", "organization", "place", "group", "unknown"]
Grain = Literal["year", "quarter", "month", "week", "day", "hour", "minute"]


class Participant(Model):
    """Who or what takes part in an event: the mention here, and the entity it stands for.

    `mention` is a pronoun where a pronoun stands: of "Webb, who said" it is "who", and `name` is "Webb"; of "voters who
    say", which names nobody, it is "voters who".
    `name` is the fullest name the document gives the entity, without titles, or null where it gives none.
    `country` is an ISO 3166-1 alpha-2 code, where the participant is a country, its people, its government, a city or
    state in it, or holds its office, by a title, an apposition or a phrase that stands for the participant.
    `party` and `state` are those of a politician, as the document tells them (“R-Ky.”, “a Labour MP”), the state an
    ISO 3166-2 code; a state itself has its own. `entity` is the same for all mentions of one entity.
    """

    mention: Span
    name: str | None = None
    kind: ParticipantKind = "unknown"
    role: str | None = Field(default=None, description="title or office, such as “Secretary of State”")
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2")
    party: str | None = Field(default=None, description="political party, such as “Republican”")
    state: str | None = Field(default=None, pattern="^[A-Z]{2}-[A-Z0-9]{1,3}$", description="ISO 3166-2")
    entity: str

    def __str__(self) -> str:
        return self.name or self.mention.text


class Money(Model):
    """An amount of money: `amount`, or `low` and `high` for a range; `currency` is an ISO 4217 code.

    A bare “$” is the dollar of the United States; none of the three numbers is given where the text gives none
    (“millions of dollars”, “a low fee”). `equivalent` is the same sum in another currency, as the text tells it:
    “$1.13bn (£600m)”.
    """

    span: Span
    amount: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    currency: str | None = Field(default=None, pattern="^[A-Z]{3}$", description="ISO 4217")
    per: str | None = Field(default=None, description="what the amount is for each of: “year”, “share”")
    equivalent: Money | None = Field(default=None, description="the same sum in another currency, as the text tells it")

    def __str__(self) -> str:
        return self.span.text


class Quantity(Model):
    """A number of something that is neither money nor time: “51%”, “10,000 troops”.

    `unit` is “percent”, “percentage point” or what is counted, in the singular; `amount` is null where the text tells
    no number (“hundreds of troops”).
    """

    span: Span
    amount: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str

    def __str__(self) -> str:
        return self.span.text


class When(Model):
    """A date or time: the expression, and its ISO 8601 value where it can be resolved, else null.

    The value is a date (`2025-02-03`), a month (`2025-02`), a year (`2025`), a week (`2025-W06`) or an interval
    (`2025-02-03/2025-02-09`), in the precision of `grain`.
    """

    span: Span
    value: str | None = None
    grain: Grain | None = None

    def __str__(self) -> str:
        return self.value or self.span.text


class Terms(Model):
    """On which terms something is offered or agreed: the wording, and its typed parts."""

    mention: tuple[Span, ...] = Field(min_length=1)
    price: tuple[Money, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    conditions: tuple[Span, ...] = ()
    deadline: When | None = None
    duration: Span | None = None

    def __str__(self) -> str:
        return " … ".join(span.text for span in self.mention)


class Attribution(Model):
    """By whom an event is reported: the statement that holds it, its speaker, and who reports that, outward."""

    statement: str | None = Field(default=None, description="id of the statement that reports the event")
    speaker: Participant | None = None
    chain: tuple[Participant, ...] = ()
