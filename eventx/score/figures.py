"""From counts to figures: precision, recall, F1 in percent, and how sure they are."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

# right, predicted and gold events of one document
Row = tuple[int, int, int]

RESAMPLES = 300
# Ranks of the 5th and the 95th percentile among the sorted resamples.
LOW_RANK, HIGH_RANK = 15, 284


def precision_recall_f1(right: float, predicted: int, gold: int) -> tuple[float, float, float]:
    """The three as shares of one, 0.0 where there is nothing to divide by."""
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    either = precision + recall
    return precision, recall, 2 * precision * recall / either if either else 0.0


def in_percent(right: float, predicted: int, gold: int) -> dict[str, Any]:
    """`{"P", "R", "F"}` in percent with one decimal; all null where there is no gold.

    >>> in_percent(1, 2, 4)
    {'P': 50.0, 'R': 25.0, 'F': 33.3}
    """
    if not gold:
        return {"P": None, "R": None, "F": None}
    precision, recall, f1 = precision_recall_f1(right, predicted, gold)
    return {"P": round(100 * precision, 1), "R": round(100 * recall, 1), "F": round(100 * f1, 1)}


def share(part: int, whole: int, digits: int = 1) -> float | None:
    """A share in percent, null where there is nothing to share."""
    return round(100 * part / whole, digits) if whole else None


def f1_interval(rows: Sequence[Row]) -> list[float] | None:
    """The 90 % interval of F1 in percent, from drawing the documents anew with a fixed seed; null without gold."""
    if not any(gold for _, _, gold in rows):
        return None
    generator = random.Random(1)
    drawn = []
    for _ in range(RESAMPLES):
        sample = generator.choices(rows, k=len(rows))
        right, predicted, gold = (sum(column) for column in zip(*sample, strict=True))
        drawn.append(precision_recall_f1(right, predicted, gold)[2])
    drawn.sort()
    return [round(100 * drawn[LOW_RANK], 1), round(100 * drawn[HIGH_RANK], 1)]
