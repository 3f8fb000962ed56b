"""Parties: whether two tellings name the same ones."""

from __future__ import annotations

from collections.abc import Sequence

from eventx.linking.telling import known, stems
from eventx.mentions import Referent

# a pact of two is one with another pact of two only where both are the same
SEVERAL = 2


def one(first: Referent, second: Referent) -> bool:
    """Whether two referents are one party: the same, a country and its office holder, a side and its spokesman."""
    if first is second or first.side is second or second.side is first or alike(first, second):
        return True
    return first.country is not None and first.country == second.country


def alike(first: Referent, second: Referent) -> bool:
    """Whether one name is the other in short, and nothing else is known against it: "Boerse", "Deutsche Boerse"."""
    names = sorted((named(first), named(second)), key=len)
    return (
        bool(names[0])
        and names[0] <= names[1]
        and ("person" in {first.kind, second.kind}) is (first.kind == second.kind)
    )


def share(first: Sequence[Referent], second: Sequence[Referent]) -> bool:
    """Whether the two name a participant in common."""
    return any(one(mine, theirs) for mine in known(list(second)) for theirs in first)


def compatible(first: Sequence[Referent], second: Sequence[Referent], *, several: bool = False) -> bool:
    """Whether the named parties of two tellings can be those of one event; unnamed ones always can.

    Of `several` parties on both sides two must be the same: a pact with Norland is none with Estmark.
    """
    mine, theirs = known(list(second)), known(list(first))
    if not mine or not theirs:
        return True
    common = sum(any(one(party, other) for other in theirs) for party in mine)
    if several and len(mine) >= SEVERAL and len(theirs) >= SEVERAL:
        return common >= SEVERAL
    return common > 0


def named(referent: Referent) -> frozenset[str]:
    """The words of a party's name, cut as those of themes are."""
    return stems(referent.name) if referent.name else frozenset()
