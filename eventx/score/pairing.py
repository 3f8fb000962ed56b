"""Pairing gold with predictions, and the spans of a predicted field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Gold = TypeVar("Gold")
Predicted = TypeVar("Predicted")


class Pair(NamedTuple):
    """A gold event and the prediction that is taken for it, by their numbers, and how close they are."""

    gold: int
    predicted: int
    closeness: float


@dataclass(frozen=True, slots=True)
class Miss:
    """A gold event that was not found (`missed`), a prediction without gold (`spurious`), or a wrong `source`.

    `gold` and `predicted` are the events as they were given. Its string shows both sides in their context.
    """

    kind: str
    type: str
    document: str
    text: str
    gold: dict[str, Any] | None
    predicted: dict[str, Any] | None

    def __str__(self) -> str:
        lines = [f"-- {self.kind} {self.type}  {self.document}"]
        for label, event in (("gold", self.gold), ("predicted", self.predicted)):
            if event is not None:
                lines.append(f"   {label + ':':10} {self._excerpt(event)}")
        return "\n".join(lines)

    def _excerpt(self, event: dict[str, Any]) -> str:
        if self.type == "statement":
            named = {"source": "speaker" if "speaker" in event else "source", "cue": "cue", "content": "content"}
            return "  ".join(f"{label} “{self._wording(event.get(field))}”" for label, field in named.items())
        start, end = (_either_spans(event.get("trigger")) or [(0, 0)])[0]
        before, after = self.text[max(0, start - 70) : start], self.text[end : end + 90]
        return f"…{before}[{self.text[start:end]}]{after}…".replace("\n", " ")

    def _wording(self, field: Any) -> str:
        return " … ".join(self.text[start:end] for start, end in _either_spans(field)).replace("\n", " ")[:160]


def best_pairs(
    gold: Sequence[Gold], predicted: Sequence[Predicted], closeness: Callable[[Gold, Predicted], float]
) -> list[Pair]:
    """Pairs one to one, the closest first, of equally close ones the first in the text; closeness 0 makes no pair."""
    candidates = [
        Pair(i, j, closeness(wanted, given)) for i, wanted in enumerate(gold) for j, given in enumerate(predicted)
    ]
    candidates = [pair for pair in candidates if pair.closeness > 0]
    candidates.sort(key=lambda pair: (-pair.closeness, pair.gold, pair.predicted))
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    pairs = []
    for pair in candidates:
        if pair.gold not in taken_gold and pair.predicted not in taken_predicted:
            taken_gold.add(pair.gold)
            taken_predicted.add(pair.predicted)
            pairs.append(pair)
    return pairs


def spans_of(field: Any) -> list[tuple[int, int]]:
    """The spans of a predicted field: of a span, of an object with a `mention`, or of a list of either.

    >>> spans_of([{"mention": {"start": 3, "end": 7}}, {"start": 9, "end": 12}])
    [(3, 7), (9, 12)]
    """
    if isinstance(field, list):
        return [span for item in field for span in spans_of(item)]
    if not isinstance(field, dict):
        return []
    if "start" in field and "end" in field:
        return [(field["start"], field["end"])]
    return spans_of(field.get("mention"))


def _either_spans(field: Any) -> list[tuple[int, int]]:
    """The spans of a field of either side; gold writes `[start, end]`, or a list of such."""
    if not isinstance(field, list):
        return spans_of(field)
    if field and isinstance(field[0], int):
        return [(field[0], field[1])]
    return [span for item in field for span in _either_spans(item)]
