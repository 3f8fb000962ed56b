"""The four event types, after FrameNet, PropBank, PDTB and PLOVER."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, PrivateAttr

from eventx.models.base import Model, Span
from eventx.models.plover import Plover, plover_of
from eventx.models.values import Attribution, Participant, Terms, When

if TYPE_CHECKING:
    from eventx.explain import Explanation

Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "possible", "hypothetical", "required", "planned"]
Quotation = Literal["direct", "mixed", "indirect"]
Attitude = Literal["assertion", "belief", "fact", "eventuality"]
OfferStatus = Literal["open", "accepted", "rejected", "withdrawn", "expired"]
AgreementKind = Literal["pact", "consent", "commitment"]
AgreementStatus = Literal["negotiating", "reached", "signed", "in_force", "rejected", "broken", "ended"]
Evaluation = Literal["positive", "negative", "neutral"]


class Event(Model):
    """What all events have in common.

    `rule` is the id of the rule that found the event, `confidence` that rule's precision as measured on development
    gold, or null where it fired there fewer than 20 times.
    """

    id: str
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    when: When | None = None
    place: Participant | None = None
    attribution: Attribution | None = None
    on_behalf_of: Participant | None = None
    rule: str
    confidence: float | None = Field(default=None, ge=0, le=1)

    _trace: tuple[str, ...] = PrivateAttr(default=())

    def __eq__(self, other: object) -> bool:
        # the trace is no part of the event: a traced event equals the same one stored and read back
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), self.id))

    @property
    def asserted(self) -> bool:
        """Whether the text tells the event as a fact: positive and not merely possible, planned or supposed."""
        return self.polarity == "positive" and self.modality == "asserted"

    @property
    def plover(self) -> Plover | None:
        """What conflict-data sets call the event: its PLOVER class and mode and its CAMEO root code.

        Nothing where neither has a place for it; see `eventx.models.plover` for the table and its sources.

        >>> import eventx
        >>> eventx.extract("Norland rejected the offer of talks from Sudria.").offers[0].plover
        Plover(event='REJECT', mode=None, cameo='12')
        """
        return plover_of(self)

    def explain(self) -> Explanation:
        """Why the event was found: its rule with examples, the spans that met it and, with a trace, its steps.

        >>> import eventx
        >>> print(eventx.extract("Smith said it would rain.").statements[0].explain().rule)
        statement.cue-clause
        """
        from eventx.explain import explain_event

        return explain_event(self)


class Statement(Event):
    """Somebody says, writes or thinks something.

    FrameNet *Statement* (Speaker, Message, Addressee, Medium); the attribution relation of PARC and PDTB, from which
    `attitude` comes: *assertion* (say), *belief* (think), *fact* (know) or *eventuality* (want, order).
    `quotation` is *direct* where all of `content` stands in quotation marks, *mixed* where some does, else *indirect*.
    `content` has several spans where a quotation is split; `within` is the id of the enclosing statement.

    A stand or a view of something is a statement too, with the noun phrase as its content ("criticized the plan",
    "her support for the bridge"), as the corpora PARC and PolNeAR have it.
    """

    type: Literal["statement"] = "statement"
    speaker: Participant | None = None
    cue: Span | None = None
    content: tuple[Span, ...] = Field(min_length=1)
    quotation: Quotation
    attitude: Attitude = "assertion"
    addressee: Participant | None = None
    medium: Span | None = None
    within: str | None = None


class Telling(Model):
    """One place where an event is told, with what is said of it there."""

    trigger: Span
    rule: str
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    attribution: Attribution | None = None


class OfferTelling(Telling):
    """One telling of an `Offer`."""

    offerer: Participant | None = None
    recipient: Participant | None = None
    theme: Span | None = None
    terms: Terms | None = None
    status: OfferStatus = "open"


class AgreementTelling(Telling):
    """One telling of an `Agreement`."""

    parties: tuple[Participant, ...] | None = None
    theme: Span | None = None
    broker: Participant | None = None
    terms: Terms | None = None
    kind: AgreementKind = "pact"
    status: AgreementStatus = "reached"


class CharacterizationTelling(Telling):
    """One telling of a `Characterization`."""

    holder: Participant | None = None
    target: Participant | Span | None = None
    description: Span | None = None
    reason: Span | None = None


class Offer(Event):
    """A party presents or signals willingness to do or give something that another may take or leave.

    FrameNet *Offering* (Offerer, Theme, Potential_recipient) and *Willingness*; PLOVER *AGREE* (offer, indicate
    willingness). The roles are the fullest of the event's `tellings`.
    """

    type: Literal["offer"] = "offer"
    trigger: Span
    offerer: Participant | None = None
    recipient: Participant | None = None
    theme: Span | None = None
    terms: Terms | None = None
    status: OfferStatus = "open"
    tellings: tuple[OfferTelling, ...] = Field(min_length=1)


class Agreement(Event):
    """Parties settle on something, or one commits itself to it.

    FrameNet *Make_agreement_on_action* (Parties, Obligation), *Agree_or_refuse_to_act*, *Commitment*; PLOVER *AGREE*.
    `kind` is *pact* (with each other), *consent* (to what another asked) or *commitment* (a party binds itself).
    """

    type: Literal["agreement"] = "agreement"
    trigger: Span
    parties: tuple[Participant, ...] = ()
    theme: Span | None = None
    broker: Participant | None = None
    terms: Terms | None = None
    kind: AgreementKind = "pact"
    status: AgreementStatus = "reached"
    tellings: tuple[AgreementTelling, ...] = Field(min_length=1)


class Characterization(Event):
    """A holder says what somebody or something is like.

    FrameNet *Communicate_categorization* and *Labeling* (Speaker, Item or Entity, Category or Label) and
    *Judgment_communication* (Communicator, Evaluee, Reason): a judgement has a `reason` instead of a `description`.
    """

    type: Literal["characterization"] = "characterization"
    trigger: Span
    holder: Participant | None = None
    target: Participant | Span | None = None
    description: Span | None = None
    reason: Span | None = None
    evaluation: Evaluation = "neutral"
    tellings: tuple[CharacterizationTelling, ...] = Field(min_length=1)
