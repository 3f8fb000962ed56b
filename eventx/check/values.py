"""Value tables of fixture files: one expected value, and the phrases in which it must be found.

A phrase marks each span with square brackets, which are no part of its text. `[[date]]`, `[[amount]]` and
`[[quantity]]` ask for exactly the marked spans, so that a phrase without brackets asks that nothing is found.
`[[participant]]` asks for the marked mentions among all, `[[coreference]]` that they are one entity, or with
`apart = true` that no two are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from eventx.check.comparison import table_differences
from eventx.check.tables import kind_of, table_faults
from eventx.errors import InvalidDocument
from eventx.finders import find_amounts, find_dates, find_participants, find_quantities
from eventx.models import Document, Money, Participant, Quantity, Span, When, read_document

if TYPE_CHECKING:
    from pathlib import Path

ValueModel = When | Money | Quantity | Participant
VALUE_MODELS: dict[str, type[ValueModel]] = {
    "date": When,
    "amount": Money,
    "quantity": Quantity,
    "participant": Participant,
    "coreference": Participant,
}
BRACKET = re.compile(r"[\[\]]")


@dataclass(frozen=True, slots=True)
class ValueCase:
    """One phrase of a value table: its number in the file (from 1), its line, its text and the marked spans."""

    file: Path
    number: int
    line: int
    document: Document
    kind: str
    marked: tuple[Span, ...]
    fields: Mapping[str, Any]
    apart: bool


def read_table(kind: str, table: Any, file: Path, number: int, line: int) -> tuple[list[ValueCase], list[str]]:
    """The cases of one value table, numbered from `number`, and what is wrong with it."""
    if not isinstance(table, dict):
        return [], [f"a table is expected, not {kind_of(table)}"]
    phrases, published, apart = table.get("phrases"), table.get("published"), table.get("apart", False)
    faults = []
    if not isinstance(phrases, list) or not phrases:
        faults.append(f"{kind}: phrases, a list of at least one string, is expected")
        phrases = []
    if apart and kind != "coreference":
        faults.append(f"{kind}: apart belongs to [[coreference]]")
    fields = {name: value for name, value in table.items() if name not in {"phrases", "published", "apart"}}
    faults += table_faults(fields, (VALUE_MODELS[kind],), kind)
    cases: list[ValueCase] = []
    for phrase in phrases:
        try:
            text, marked = unmarked(phrase)
            document = read_document({"text": text, "published": published})
        except (ValueError, InvalidDocument) as error:
            faults.append(f"{phrase!r}: {error}")
            continue
        if kind == "coreference" and len(marked) < (1 if fields.get("null") else 2):
            faults.append(f"{phrase!r}: coreference is between two marked mentions or more")
        cases.append(ValueCase(file, number + len(cases), line, document, kind, marked, fields, bool(apart)))
    return cases, faults


def unmarked(phrase: object) -> tuple[str, tuple[Span, ...]]:
    """A phrase without its square brackets, and the spans between them.

    Raises `ValueError` where it is no string, is empty, or its brackets do not come in pairs.

    >>> text, marked = unmarked("They met [on Monday].")
    >>> text, [(span.start, span.end) for span in marked]
    ('They met on Monday.', [(9, 18)])
    """
    if not isinstance(phrase, str):
        raise ValueError(f"a string is expected, not {kind_of(phrase)}")
    signs = "".join(BRACKET.findall(phrase))
    if signs != "[]" * (len(signs) // 2) or "[]" in phrase:
        raise ValueError("brackets come in pairs, one behind the other, with words between them")
    text = BRACKET.sub("", phrase)
    if not text.strip():
        raise ValueError("the phrase is empty")
    places = [match.start() - number for number, match in enumerate(BRACKET.finditer(phrase))]
    pairs = zip(places[::2], places[1::2], strict=True)
    return text, tuple(Span(start=start, end=end, text=text[start:end]) for start, end in pairs)


def value_differences(case: ValueCase) -> Iterator[str]:
    """In what the values found in a phrase differ from those that its table expects."""
    found = FINDERS[case.kind](case.document)
    by_span = {_span(value): value for value in found}
    exact = case.kind not in {"participant", "coreference"}
    if exact or not case.marked:
        for value in found:
            if _span(value) not in case.marked:
                yield f"{case.kind} not expected: “{_span(value).text}”"
    for span in case.marked:
        if span not in by_span:
            others = ", ".join(
                f"“{other.text}”" for other in by_span if other.start < span.end > span.start < other.end
            )
            yield f"{case.kind} is missing: “{span.text}”" + (f"; found {others}" if others else "")
            continue
        for difference in table_differences(case.fields, by_span[span]):
            yield f"“{span.text}”, {difference}"
    if case.kind == "coreference":
        yield from _entity_differences(case, by_span)


def _entity_differences(case: ValueCase, by_span: Mapping[Span, ValueModel]) -> Iterator[str]:
    entities = [(span, value.entity) for span in case.marked if isinstance(value := by_span.get(span), Participant)]
    for (first, one), (second, other) in combinations(entities, 2):
        if (one == other) == case.apart:
            expected = "two entities" if case.apart else "one entity"
            yield f"“{first.text}” and “{second.text}” (at {second.start}): expected {expected}"


def _span(value: ValueModel) -> Span:
    return value.mention if isinstance(value, Participant) else value.span


def _dates(document: Document) -> list[ValueModel]:
    return [*find_dates(document.text, published=document.published)]


def _amounts(document: Document) -> list[ValueModel]:
    return [*find_amounts(document.text)]


def _quantities(document: Document) -> list[ValueModel]:
    return [*find_quantities(document.text)]


def _participants(document: Document) -> list[ValueModel]:
    return [*find_participants(document.text)]


FINDERS: dict[str, Callable[[Document], list[ValueModel]]] = {
    "date": _dates,
    "amount": _amounts,
    "quantity": _quantities,
    "participant": _participants,
    "coreference": _participants,
}
