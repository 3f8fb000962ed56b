"""What the views show of an event: who does what, to whom, when, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eventx.explain import role_spans
from eventx.models import Agreement, Characterization, Event, Model, Offer, Participant, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Row:
    """One event in the words of a table for people; empty strings where it says nothing."""

    type: str
    who: str
    what: str
    whom: str
    status: str
    when: str
    by: str


def row_of(event: Event, statements: Mapping[str, Statement]) -> Row:
    """The row of an event. `statements` are those of its result by their ids, for the speakers of nested ones."""
    parts: tuple[str, str, str, str]
    match event:
        case Statement():
            parts = _person(event.speaker), _joined(event.content), _person(event.addressee), event.quotation
        case Offer():
            parts = _person(event.offerer), _with_terms(event), _person(event.recipient), event.status
        case Agreement():
            parties = ", ".join(map(str, event.parties))
            broker = f"broker: {event.broker}" if event.broker else ""
            parts = parties, _with_terms(event), broker, f"{event.kind}, {event.status}"
        case Characterization():
            described = _text(event.description) or _text(event.reason)
            parts = _person(event.holder), described, _text(event.target), event.evaluation
        case _:
            parts = "", _text(getattr(event, "trigger", None)), "", ""
    who, what, whom, status = parts
    if event.on_behalf_of:
        who = f"{who} (for {event.on_behalf_of})" if who else f"for {event.on_behalf_of}"
    return Row(
        type=type_of(event),
        who=who,
        what=what,
        whom=whom,
        status=", ".join([status, *_reservations(event)] if status else _reservations(event)),
        when=str(event.when) if event.when else "",
        by=_reporter(event, statements),
    )


def type_of(event: Event) -> str:
    """The event's type, as it stands in its JSON."""
    return str(getattr(event, "type", ""))


def anchor_of(event: Event) -> Span:
    """Where the event stands in the text: its trigger or cue; a statement without a cue begins with its content."""
    anchor = getattr(event, "trigger", None) or getattr(event, "cue", None)
    if anchor is None and isinstance(event, Statement):
        anchor = event.content[0]
    if not isinstance(anchor, Span):
        anchor = next(span for _, span in role_spans(event))
    return anchor


def _person(participant: Participant | None) -> str:
    if participant is None:
        return ""
    return f"{participant} ({participant.role})" if participant.role else str(participant)


def _text(value: Model | None) -> str:
    return "" if value is None else str(value)


def _joined(spans: tuple[Span, ...]) -> str:
    return " … ".join(span.text for span in spans)


def _with_terms(event: Offer | Agreement) -> str:
    return "; ".join(filter(None, (_text(event.theme), _text(event.terms))))


def _reservations(event: Event) -> list[str]:
    """What keeps the event from being told as a fact."""
    usual: dict[str, Any] = {"polarity": "positive", "modality": "asserted"}
    return [str(getattr(event, name)) for name, value in usual.items() if getattr(event, name) != value]


def _reporter(event: Event, statements: Mapping[str, Statement]) -> str:
    """Who reports the event: the speaker of its attribution, of a nested statement that of the one around it."""
    if event.attribution is not None and event.attribution.speaker is not None:
        return str(event.attribution.speaker)
    if isinstance(event, Statement) and event.within is not None and event.within in statements:
        return _person(statements[event.within].speaker)
    return ""
