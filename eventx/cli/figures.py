"""Figures and misses of a scoring as lines for people."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from eventx.score import Miss


def figure_lines(figures: Mapping[str, Any]) -> Iterator[str]:
    """One line a figure, under the event type it belongs to.

    >>> list(figure_lines({"offer": {"found": {"P": 50.0, "R": 25.0}, "roles_all": None}}))
    ['offer', '  found         P 50.0  R 25.0', '  roles_all     -']
    """
    for name, value in figures.items():
        if not isinstance(value, dict):
            yield f"{name.replace('_', ' ')}: {value}"
            continue
        yield name
        for figure, amount in value.items():
            yield f"  {figure:<13} {_shown(amount)}"


def _shown(amount: Any) -> str:
    if isinstance(amount, dict):
        # A role has a share and a number of its own; the share comes first.
        return "  ".join(f"{name} {_shown(inner)}" for name, inner in amount.items()) or "-"
    if isinstance(amount, list):
        return "–".join(map(str, amount))
    return "-" if amount is None else str(amount)


def sample(misses: Sequence[Miss], most: int) -> Iterator[Miss]:
    """Up to `most` misses of each kind of each type, spread evenly over the documents."""
    by_kind: defaultdict[tuple[str, str], list[Miss]] = defaultdict(list)
    for miss in misses:
        by_kind[miss.type, miss.kind].append(miss)
    for group in by_kind.values():
        step = max(1, len(group) // most) if most else len(group)
        yield from group[::step][:most]
