"""Comparing what a case expects with what was found, in words a reader understands."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from math import inf
from typing import TYPE_CHECKING, Any

from eventx.check.assignment import cheapest_assignment
from eventx.models import (
    Attribution,
    Event,
    Extraction,
    Model,
    Money,
    Participant,
    Span,
    Statement,
    Telling,
    Terms,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from eventx.check.fixtures import Case, Expectation

QUOTES = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')
DETERMINER = re.compile(r"^(?:the|an?) ", re.IGNORECASE)

# Fields that hold the id of a statement. Ids are hashes, so a fixture names the statement by its words.
STATEMENT_LINKS = ("statement", "within")
# Fields of an event that a summary leaves out: they are shown in front, or follow from the rest.
NOT_SUMMARIZED = {"id", "type", "rule", "trigger", "cue", "tellings", "confidence"}
LONGEST_WORDING = 90


def differences(case: Case, result: Extraction) -> tuple[str, ...]:
    """In what the events found differ from those the case expects, one difference a line; empty where they do not."""
    named = dict.fromkeys((*(expectation.type for expectation in case.expected), *case.none))
    comparison = _Comparison({event.id: event for event in result.events if isinstance(event, Statement)})
    return tuple(
        difference
        for type_name in named
        for difference in comparison.of_type(
            type_name,
            [expectation for expectation in case.expected if expectation.type == type_name],
            [event for event in result.events if _type_of(event) == type_name],
        )
    )


def table_differences(fields: Mapping[str, Any], found: Model) -> Iterator[str]:
    """In what a model differs from the fields that are written."""
    return _Comparison({})._table(fields, found, "")


def same_wording(expected: str, found: str) -> bool:
    """Whether two wordings are the same but for outer quotation marks and determiners and a final comma or full stop.

    >>> same_wording("the “deal”", '"Deal"'), same_wording("the “deal”", '"deal",')
    (False, True)
    """
    return _bare(expected) == _bare(found)


def _bare(wording: str) -> str:
    bare, before = " ".join(wording.translate(QUOTES).split()), ""
    while bare != before:
        before = bare
        for without_layer in _LAYERS:
            # What consists of nothing but a frame stands for itself.
            bare = without_layer(bare).strip() or bare
    return bare


def _without_single_quotes(wording: str) -> str:
    # Both or none: an apostrophe at the end alone marks a possessive.
    return wording[1:-1] if wording[:1] == wording[-1:] == "'" else wording


_LAYERS: tuple[Callable[[str], str], ...] = (
    lambda wording: wording.strip('"'),
    _without_single_quotes,
    lambda wording: DETERMINER.sub("", wording),
    lambda wording: wording.removesuffix(",").removesuffix("."),
)


def summary(event: Event) -> str:
    """An event on one line: type, rule, trigger, and the fields that say something."""
    trigger = getattr(event, "trigger", None) or getattr(event, "cue", None)
    fields = []
    for name, info in type(event).model_fields.items():
        value = getattr(event, name)
        if name not in NOT_SUMMARIZED and value not in (None, ()) and not _is_usual(value, info.default):
            fields.append(f"{name} {_shown(value)}")
    return f"[{event.rule}]{f' “{trigger}”' if trigger else ''}: {', '.join(fields) or 'no roles'}"


def _is_usual(value: Any, default: Any) -> bool:
    return value in ("positive", "asserted", "assertion") and value == default


class _Comparison:
    """The comparison of one result, whose statements it knows by their ids."""

    def __init__(self, statements: Mapping[str, Statement]) -> None:
        self._statements = statements

    def of_type(self, type_name: str, expected: Sequence[Expectation], found: Sequence[Event]) -> Iterator[str]:
        """The differences between the expected and the found events of one type."""
        taken = self._pairs(expected, found)
        for number, (expectation, event) in enumerate(zip(expected, taken, strict=True), 1):
            place = type_name if len(expected) == 1 else f"{type_name} {number}"
            if event is None:
                yield f"{place} is missing: {_shown(expectation.fields)}{self._not_counted(found, taken)}"
            else:
                for difference in self._table(expectation.fields, event, ""):
                    yield f"{place}, {difference}"
        for event in found:
            if _is_counted(event) and not any(event is other for other in taken):
                yield f"{type_name} not expected: {summary(event)}"

    def _pairs(self, expected: Sequence[Expectation], found: Sequence[Event]) -> list[Event | None]:
        """For each expectation the event it is compared with, so that there are as few differences as possible."""
        costs = []
        for number, expectation in enumerate(expected):
            # To leave an event over costs less than one wrong field, to miss one as much as all fields wrong.
            row = [self._cost(expectation, event) - 0.5 * _is_counted(event) for event in found]
            costs.append(
                row + [len(expectation.fields) + 0.1 if other == number else inf for other in range(len(expected))]
            )
        columns = cheapest_assignment(costs)
        return [found[column] if column < len(found) else None for column in columns]

    def _cost(self, expectation: Expectation, event: Event) -> float:
        if not _is_counted(event) and not expectation.fields.keys() & {"polarity", "modality"}:
            return inf
        return sum(
            any(True for _ in self._table({name: value}, event, "")) for name, value in expectation.fields.items()
        )

    def _table(self, fields: Mapping[str, Any], found: Model | None, place: str) -> Iterator[str]:
        """The differences between the written fields and those of a model."""
        if found is None:
            yield f"{place}: expected {_shown(fields)}, found nothing"
            return
        for name, expected in fields.items():
            inner = f"{place}.{name}" if place else name
            if name == "null":
                yield from self._absent(expected, found, place)
            elif name not in type(found).model_fields:
                yield f"{inner}: expected {_shown(expected)}, found none in {_shown(found)}"
            else:
                yield from self._value(expected, self._resolved(name, getattr(found, name)), inner)

    def _absent(self, names: Iterable[str], found: Model, place: str) -> Iterator[str]:
        for name in names:
            value = getattr(found, name, None)
            if value not in (None, ()):
                yield f"{place + '.' if place else ''}{name}: expected nothing, found {_shown(value)}"

    def _value(self, expected: Any, found: Any, place: str) -> Iterator[str]:
        if isinstance(expected, dict):
            yield from self._table(expected, found, place)
        elif not isinstance(expected, list):
            if not _equal(expected, found):
                yield f"{place}: expected {_shown(expected)}, found {_shown(found)}"
        elif len(expected) != len(found or ()):
            yield f"{place}: expected {len(expected)}, {_shown(expected)}; found {len(found or ())}, {_shown(found)}"
        else:
            for number, (wanted, given) in enumerate(zip(expected, found or (), strict=True), 1):
                yield from self._value(wanted, given, f"{place} {number}")

    def _resolved(self, name: str, value: Any) -> Any:
        return self._statements.get(value, value) if name in STATEMENT_LINKS else value

    def _not_counted(self, found: Sequence[Event], taken: Sequence[Event | None]) -> str:
        """A hint at events that were found but do not count, being negated or not asserted."""
        left = [event for event in found if not _is_counted(event) and not any(event is other for other in taken)]
        if not left:
            return ""
        event = left[0]
        return f" (found only as {event.polarity} and {event.modality}: {summary(event)})"


def _is_counted(event: Event) -> bool:
    return isinstance(event, Statement) or event.asserted


def _type_of(event: Event) -> str:
    return str(getattr(event, "type", ""))


def _equal(expected: Any, found: Any) -> bool:
    if isinstance(found, int | float | Decimal):
        try:
            return Decimal(str(expected)) == Decimal(str(found))
        except InvalidOperation:
            return False
    wanted = expected.isoformat() if isinstance(expected, date) else str(expected)
    return any(same_wording(wanted, wording) for wording in _wordings(found))


def _wordings(found: Any) -> Iterator[str]:
    """All strings by which a fixture may name what was found."""
    match found:
        case str():
            yield found
        case Participant():
            yield found.mention.text
            yield from _wordings(found.name)
        case Span():
            yield found.text
        case When():
            yield found.span.text
            yield from _wordings(found.value)
        case Money():
            yield found.span.text
        case Terms():
            yield from (str(found), " ".join(span.text for span in found.mention))
            yield from (span.text for span in found.mention)
        case Attribution():
            yield from _wordings(found.speaker)
        case Statement():
            yield from (found.id, " ".join(span.text for span in found.content))
            yield from (span.text for span in (*found.content, *([found.cue] if found.cue else [])))


def _shown(value: Any) -> str:
    """A value as a reader of the difference should see it, of either side."""
    match value:
        case None | () | []:
            return "nothing"
        case dict():
            parts = (
                f"no {' or '.join(inner)}" if name == "null" else f"{name} {_shown(inner)}"
                for name, inner in value.items()
            )
            return ", ".join(parts) or "any"
        case list() | tuple():
            return "[" + ", ".join(map(_shown, value)) + "]"
        case Participant():
            named = value.name and value.name != value.mention.text
            return _quoted(value.mention.text) + (f" ({value.name})" if named else "")
        case Attribution():
            return _shown(value.speaker) if value.speaker else "a statement without a speaker"
        case Statement():
            return _quoted(" … ".join(span.text for span in value.content))
        case When():
            return _quoted(value.span.text) + (f" ({value.value})" if value.value else "")
        case Telling():
            fields = {name: getattr(value, name) for name in type(value).model_fields if name not in NOT_SUMMARIZED}
            told = {name: inner for name, inner in fields.items() if inner is not None}
            return f"{_quoted(value.trigger.text)} ({_shown(told)})"
        case _:
            return _quoted(str(value))


def _quoted(wording: str) -> str:
    wording = " ".join(wording.split())
    if len(wording) > LONGEST_WORDING:
        wording = wording[: LONGEST_WORDING - 1] + "…"
    return f"“{wording}”"
