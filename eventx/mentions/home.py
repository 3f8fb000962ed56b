"""The country whose affairs a document tells, to which offices and organs without a country belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from eventx.mentions.kinds import words_of
from eventx.mentions.mention import Referent

# how often a document names offices and organs of a country before it counts as home
LEAST_AT_HOME = 3
# what an office is called before it was one or under another
RANKS = ("former ", "then-", "deputy ")
# what may stand before an organ of the home country: "the federal government"
NATIONAL = frozenset(["federal", "national", "central"])


def home_of(referents: Iterable[Referent]) -> str | None:
    """The country whose offices and organs a document names most, if it names them often enough."""
    told = Counter(
        referent.country
        for referent in referents
        if referent.country and (referent.state or referent.kind in {"organization", "person"})
    )
    home, count = max(told.items(), key=lambda item: item[1], default=("", 0))
    return None if count < LEAST_AT_HOME or 2 * count < told.total() else home


def give_home(referent: Referent, home: str) -> None:
    """Gives the home country to whoever holds an office of a country, and to a country's organs, told without one."""
    if referent.country is not None:
        return
    if referent.kind == "person" and referent.role and referent.side is None:
        # who presides over a company or a club has its side
        role = referent.role.lower()
        for rank in RANKS:
            role = role.removeprefix(rank)
        if role in words_of("offices_at_home") and not (home == "US" and role in words_of("offices_not_in_us")):
            referent.country = home
    elif referent.kind == "organization" and (referent.name or "").lower() in words_of("organs_at_home"):
        referent.country = home


def is_organ_at_home(words: list[str]) -> bool:
    """Whether the words of a phrase behind *the* are an organ of the home country: "the Ortel administration"."""
    if not words or words[-1] not in words_of("organs_at_home"):
        return False
    return all(word in NATIONAL or word[0].isupper() for word in words[:-1])
