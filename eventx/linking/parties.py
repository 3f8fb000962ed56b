"""Parties: whether two tellings name the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from eventx.linking.words import stems
from eventx.mentions import Referent

# a pact of two is one with another pact of two only where both are the same
SEVERAL = 2


class Party(NamedTuple):
    """A participant that the document names, and the words of its name, cut as those of themes are."""

    referent: Referent
    name: frozenset[str]


def parties_of(referents: Iterable[Referent]) -> tuple[Party, ...]:
    """Those of several participants that have a name or a country."""
    return tuple(
        Party(referent, stems(referent.name) if referent.name else frozenset())
        for referent in referents
        if referent.name is not None or referent.country is not None
    )


def one(first: Party, second: Party) -> bool:
    """Whether two are one party: the same, a country and its office holder, a side and its spokesman."""
    mine, theirs = first.referent, second.referent
    if mine is theirs or mine.side is theirs or theirs.side is mine:
        return True
    return (mine.country is not None and mine.country == theirs.country) or _alike(first, second)


def _alike(first: Party, second: Party) -> bool:
    """Whether one name is the other in short: "Boerse", "Deutsche Boerse"; "Malcolm Glass", "the Glass family"."""
    return bool(first.name and second.name) and (first.name <= second.name or second.name <= first.name)


def share(first: Sequence[Party], second: Sequence[Party]) -> bool:
    """Whether the two name a participant in common."""
    return any(one(mine, theirs) for mine in second for theirs in first)


def compatible(first: Sequence[Party], second: Sequence[Party], *, several: bool = False) -> bool:
    """Whether the named parties of two tellings can be those of one event; unnamed ones always can.

    Of `several` parties on both sides two must be the same: a pact with Norland is none with Estmark.
    """
    if not first or not second:
        return True
    common = sum(any(one(party, other) for other in first) for party in second)
    if several and len(first) >= SEVERAL and len(second) >= SEVERAL:
        return common >= SEVERAL
    return common > 0
