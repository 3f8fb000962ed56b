"""The cheapest way to give each row a column of its own."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def cheapest_assignment(costs: Sequence[Sequence[float]]) -> list[int]:
    """For each row the column it gets, so that the sum of the costs is least; no two rows get the same one.

    There must be at least as many columns as rows, and for each row a column of its own whose cost is finite.
    Cubic time (the Hungarian method with potentials).

    >>> cheapest_assignment([[1, 2, 9], [1, 9, 9]])
    [1, 0]
    """
    width = len(costs[0]) if costs else 0
    row_of: list[int | None] = [None] * width
    row_potential = [0.0] * len(costs)
    column_potential = [0.0] * width
    for new_row in range(len(costs)):
        _place(new_row, costs, row_of, row_potential, column_potential)
    columns = {row: column for column, row in enumerate(row_of) if row is not None}
    return [columns[row] for row in range(len(costs))]


def _place(
    new_row: int,
    costs: Sequence[Sequence[float]],
    row_of: list[int | None],
    row_potential: list[float],
    column_potential: list[float],
) -> None:
    """Finds a column for one more row along the cheapest path of exchanges, and makes those exchanges."""
    width = len(row_of)
    slack = [inf] * width
    reached_from: list[int | None] = [None] * width
    visited = [False] * width
    row, column = new_row, None
    while True:
        # Reduced costs of going on from this row to each column that is not on the path yet.
        for other in range(width):
            if not visited[other]:
                reduced = costs[row][other] - row_potential[row] - column_potential[other]
                if reduced < slack[other]:
                    slack[other], reached_from[other] = reduced, column
        nearest = min((other for other in range(width) if not visited[other]), key=lambda other: slack[other])
        step = slack[nearest]
        row_potential[new_row] += step
        for other in range(width):
            if visited[other]:
                holder = row_of[other]
                assert holder is not None
                row_potential[holder] += step
                column_potential[other] -= step
            else:
                slack[other] -= step
        column = nearest
        visited[column] = True
        holder = row_of[column]
        if holder is None:
            break
        row = holder
    while column is not None:
        previous = reached_from[column]
        row_of[column] = new_row if previous is None else row_of[previous]
        column = previous
