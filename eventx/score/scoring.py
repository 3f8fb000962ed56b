"""From gold documents and predictions to figures by event type, and the misses behind them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eventx.errors import InvalidResult
from eventx.score.events import ATTRIBUTES, EventScore
from eventx.score.statements import StatementScore

if TYPE_CHECKING:
    from pathlib import Path

    from eventx.models import Extraction
    from eventx.score.pairing import Miss

TYPES = ("statement", *ATTRIBUTES)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures by event type, and every miss behind them in the order of the gold."""

    figures: dict[str, Any]
    misses: tuple[Miss, ...]


def score(
    gold_documents: Iterable[Mapping[str, Any]],
    predictions: Iterable[Mapping[str, Any] | Extraction],
    types: Iterable[str] | None = None,
    split: str | None = None,
) -> dict[str, Any]:
    """The figures alone: `{type: {"found": {"P", "R", "F", "F 90%"}, ..., "counts": {...}}}`, in percent.

    `types` and `split` (`dev` or `validation`; gold without a split is `dev`) leave out the rest. Gold documents
    without a prediction count as empty and are numbered in `documents_without_prediction`.

    >>> gold = [{"id": "1", "text": "It will rain, Smith said.", "statements": [
    ...     {"content": [[0, 12]], "source": [[14, 19]], "cue": [[20, 24]]}]}]
    >>> found = [{"id": "1", "events": [{"type": "statement", "content": [{"start": 0, "end": 12}], "cue": None,
    ...     "speaker": {"mention": {"start": 14, "end": 19}}}]}]
    >>> figures = score(gold, found)["statement"]
    >>> figures["found"]["F"], figures["source"], figures["cue"]
    (100.0, 100.0, 0.0)
    """
    return compare(gold_documents, predictions, types, split).figures


def compare(
    gold_documents: Iterable[Mapping[str, Any]],
    predictions: Iterable[Mapping[str, Any] | Extraction],
    types: Iterable[str] | None = None,
    split: str | None = None,
) -> Comparison:
    """The figures that `score` gives, with the misses they come from.

    Raises `InvalidResult` where a document of either side has another shape, and `ValueError` for an unknown type.

    >>> gold = [{"id": "1", "text": "Norway offered to help.", "events": [
    ...     {"type": "offer", "trigger": [7, 14], "roles": {"offerer": [[0, 6]]}}]}]
    >>> print(compare(gold, []).misses[0])
    -- missed offer  1
       gold:      …Norway [offered] to help.…
    """
    wanted = _known_types(types)
    events_of = dict(_prediction(record) for record in predictions)
    scorers: dict[str, StatementScore | EventScore] = {}
    absent = 0
    for document in gold_documents:
        if split is not None and document.get("split", "dev") != split:
            continue
        absent += _id_of(document) not in events_of
        events = events_of.get(document["id"], [])
        for type_name in _annotated_types(document):
            if type_name in wanted:
                scorer = scorers.setdefault(type_name, _new_scorer(type_name))
                _add(scorer, document, events)
    figures: dict[str, Any] = {name: scorer.figures() for name, scorer in scorers.items()}
    if absent:
        figures["documents_without_prediction"] = absent
    return Comparison(figures, tuple(miss for scorer in scorers.values() for miss in scorer.misses))


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file, one a line; blank lines are skipped.

    Raises `InvalidResult` with the number of the line that is none.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _json_object(line, path, number)
    except UnicodeDecodeError as error:
        raise InvalidResult(f"{path} is not UTF-8 text: {error.reason} at byte {error.start}") from None
    except OSError as error:
        raise InvalidResult(f"{path} cannot be read: {error.strerror}") from None


def _json_object(line: str, path: Path, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InvalidResult(f"{path}, line {number}: not JSON ({error})") from None
    if not isinstance(record, dict):
        raise InvalidResult(f"{path}, line {number}: a JSON object is expected, not {type(record).__name__}")
    return record


def _known_types(types: Iterable[str] | None) -> frozenset[str]:
    wanted = frozenset(TYPES if types is None else types)
    unknown = wanted.difference(TYPES)
    if unknown:
        raise ValueError(f"there is no gold for {', '.join(sorted(unknown))}; the types are {', '.join(TYPES)}")
    return wanted


def _id_of(document: Mapping[str, Any]) -> str:
    if "id" not in document or not isinstance(document.get("text"), str):
        raise InvalidResult(f"a gold document needs 'id' and 'text'; one has {sorted(document)}")
    identifier: str = document["id"]
    return identifier


def _prediction(record: Mapping[str, Any] | Extraction) -> tuple[Any, list[dict[str, Any]]]:
    fields = record if isinstance(record, Mapping) else record.to_dict()
    return fields.get("id"), fields.get("events") or []


def _annotated_types(document: Mapping[str, Any]) -> Iterator[str]:
    if "statements" in document:
        yield "statement"
    if "events" in document:
        yield from ATTRIBUTES


def _new_scorer(type_name: str) -> StatementScore | EventScore:
    return StatementScore() if type_name == "statement" else EventScore(type_name)


def _add(scorer: StatementScore | EventScore, document: Mapping[str, Any], events: list[dict[str, Any]]) -> None:
    # Both sides are files from elsewhere: whatever their shape breaks, the message names the document.
    try:
        scorer.add(document, events)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise InvalidResult(
            f"document {document['id']!r}: its gold or its prediction does not have the expected shape "
            f"({type(error).__name__}: {error})"
        ) from None
