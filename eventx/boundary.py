"""The boundary: linked drafts become the models of events here, once, and nowhere else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from hashlib import blake2b
from operator import itemgetter
from typing import Any

from eventx.lexicon import load
from eventx.linking.attribution import Reported
from eventx.linking.events import LinkedEvent, LinkedTelling, TermsDraft
from eventx.linking.values import DateExpression
from eventx.mentions import Mention, Mentions, Referent
from eventx.mentions.dates import resolve_date
from eventx.mentions.money import Amount, find_amounts
from eventx.mentions.quantities import Counted, find_quantities
from eventx.models import (
    AgreementTelling,
    Attribution,
    CharacterizationTelling,
    Entity,
    Event,
    Money,
    OfferTelling,
    Participant,
    Quantity,
    Span,
    Telling,
    Terms,
    When,
)
from eventx.rules import Draft
from eventx.text import Range, Text

TELLINGS: dict[str, type[Telling]] = {
    "offer": OfferTelling,
    "agreement": AgreementTelling,
    "characterization": CharacterizationTelling,
}


class Boundary:
    """Builds the models of one document; entities are numbered in the order in which they are first met."""

    def __init__(self, text: Text, document: str, published: str | None, types: Mapping[str, type[Event]]) -> None:
        self.text = text
        self.published = published
        self.types = types
        self._document = document
        self._entities: dict[int, str] = {}
        self._referents: dict[str, Referent] = {}
        self._ids: dict[int, str] = {}
        self._mentions: dict[str, dict[tuple[int, int], Span]] = {}
        self._taking_part: dict[str, dict[str, None]] = {}
        self._event: str | None = None
        self._participants: dict[int, Participant] = {}

    def event_id(self, draft: Draft) -> str:
        """An id from the document and the event's place in it: the same in every run."""
        known = self._ids.get(id(draft))
        if known is None:
            known = self._ids[id(draft)] = self._event_id(draft)
        return known

    def _event_id(self, draft: Draft) -> str:
        places = [draft.anchor, *draft.roles.get("content", [])]
        place = "\0".join(f"{at.start} {at.end}" for at in places)
        digest = blake2b(f"{self._document}\0{draft.type}\0{place}".encode(), digest_size=6)
        return f"{draft.type[0]}{digest.hexdigest()}"

    def span(self, at: Range) -> Span:
        return Span.trusted(start=at.start, end=at.end, text=self.text.string(at))

    def participant(self, mention: Mention) -> Participant:
        known = self._participants.get(id(mention))
        if known is None:
            known = self._participants[id(mention)] = self._participant(mention)
        if self._event is not None:
            self._taking_part.setdefault(known.entity, {})[self._event] = None
        return known

    def _participant(self, mention: Mention) -> Participant:
        referent = mention.referent or Referent()
        entity = self._entity(referent)
        span = self.span(mention.range)
        self._mentions.setdefault(entity, {})[span.start, span.end] = span
        return Participant.trusted(
            mention=span,
            name=referent.name,
            kind=referent.kind,
            role=referent.role,
            country=referent.country,
            party=referent.party,
            state=referent.state,
            entity=entity,
        )

    def _entity(self, referent: Referent) -> str:
        entity = self._entities.setdefault(id(referent), f"e{len(self._entities) + 1}")
        self._referents[entity] = referent
        return entity

    def when(self, date: DateExpression | None) -> When | None:
        return None if date is None else self.date(date)

    def date(self, date: DateExpression) -> When:
        value, grain = resolve_date(date.expression, self.published, ahead=date.ahead)
        return When.trusted(span=self.span(date.range), value=value, grain=grain)

    def money(self, found: Amount) -> Money:
        return Money.trusted(
            span=self.span(Range(found.start, found.end)),
            amount=found.amount,
            low=found.low,
            high=found.high,
            currency=found.currency,
            per=found.per,
            equivalent=self.money(found.equivalent) if found.equivalent else None,
        )

    def quantity(self, found: Counted) -> Quantity:
        return Quantity.trusted(
            span=self.span(Range(found.start, found.end)),
            amount=found.amount,
            low=found.low,
            high=found.high,
            unit=found.unit,
        )

    def terms(self, draft: TermsDraft) -> Terms:
        source = self.text.source
        price = [self.money(found) for part in draft.mention for found in find_amounts(source, part.start, part.end)]
        sums = [(money.span.start, money.span.end) for money in price]
        price += [
            Money.trusted(span=self.span(untold))
            for untold in draft.untold_prices
            if not any(untold.start < end and start < untold.end for start, end in sums)
        ]
        counted = [found for part in draft.mention for found in find_quantities(source, part.start, part.end)]
        return Terms.trusted(
            mention=tuple(self.span(part) for part in draft.mention),
            price=tuple(sorted(price, key=lambda money: money.span.start)),
            quantities=tuple(self.quantity(found) for found in counted),
            conditions=tuple(self.span(part) for part in draft.conditions),
            deadline=self.when(draft.deadline),
            duration=self.span(draft.duration) if draft.duration else None,
        )

    def attribution(self, reported: Reported | None) -> Attribution | None:
        if reported is None:
            return None
        return Attribution.trusted(
            statement=self.event_id(reported.draft),
            speaker=self.participant(reported.speaker) if reported.speaker else None,
            chain=tuple(self.participant(mention) for mention in reported.chain),
        )

    def value(self, value: Any) -> Any:
        """A role's value as the model has it."""
        if isinstance(value, str):
            return value
        if isinstance(value, Mention):
            return self.participant(value)
        if isinstance(value, Range):
            return self.span(value)
        if isinstance(value, list):
            return tuple([self.value(item) for item in value])
        return self.terms(value) if isinstance(value, TermsDraft) else value

    def event(self, linked: LinkedEvent) -> Event:
        """The model of a linked event."""
        draft = linked.draft
        self._event = self.event_id(draft)
        fields = {name: self.value(value) for name, value in linked.roles.items()}
        if draft.trigger is not None and "trigger" in self.types[draft.type].model_fields:
            fields["trigger"] = self.span(draft.trigger)
        if linked.tellings:
            fields["tellings"] = tuple(self._telling(draft.type, telling) for telling in linked.tellings)
        if draft.type == "statement" and linked.reported is not None:
            fields["within"] = self.event_id(linked.reported.draft)
        return self.types[draft.type].trusted(
            id=self._event,
            polarity=linked.polarity,
            modality=linked.modality,
            when=self.when(linked.when),
            place=self.participant(linked.place) if linked.place else None,
            attribution=self.attribution(linked.reported),
            on_behalf_of=self.participant(linked.on_behalf_of) if linked.on_behalf_of else None,
            rule=draft.rule,
            confidence=load("rule_precision").get(draft.rule),
            **fields,
        )

    def _telling(self, kind: str, telling: LinkedTelling) -> Any:
        model = TELLINGS[kind]
        roles = {name: self.value(value) for name, value in telling.roles.items() if name in model.model_fields}
        if roles.get("parties") == ():
            roles["parties"] = None
        return model.trusted(
            trigger=self.span(telling.draft.anchor),
            rule=telling.draft.rule,
            polarity=telling.draft.polarity,
            modality=telling.draft.modality,
            attribution=self.attribution(telling.reported),
            **roles,
        )

    def entities(self, mentions: Mentions) -> list[Entity]:
        """Each participant once, with all its mentions in the document and the events in which it takes part.

        Those that are named and take part in no event come last.
        """
        in_events = {entity: sorted(known) for entity, known in self._mentions.items()}
        for at, referent in sorted(mentions.elsewhere(), key=itemgetter(0)):
            entity = self._entity(referent)
            if not _is_within(at, in_events.get(entity, [])):
                self._mentions.setdefault(entity, {})[at.start, at.end] = self.span(at)
        return [
            Entity.trusted(
                id=entity,
                name=referent.name,
                kind=referent.kind,
                role=referent.role,
                country=referent.country,
                party=referent.party,
                state=referent.state,
                mentions=tuple(span for _, span in sorted(self._mentions[entity].items())),
                events=tuple(self._taking_part.get(entity, ())),
            )
            for entity, referent in self._referents.items()
            if entity in self._mentions
        ]


def _is_within(at: Range, spans: list[tuple[int, int]]) -> bool:
    """Whether a place lies within the one of several sorted spans that begins last before it."""
    index = bisect_right(spans, (at.start, at.end)) - 1
    return (index >= 0 and at.end <= spans[index][1]) or (index + 1 < len(spans) and spans[index + 1][0] == at.start)
