"""The words of a person's name, and whether two names can be one person's."""

from __future__ import annotations

from functools import lru_cache

from eventx.mentions.names import SUFFIXES

# nouns by which a document points to the bearer of an abbreviated title
NOUNS_OF_TITLES = {
    "sen.": ("senator", "lawmaker"),
    "senator": ("lawmaker",),
    "rep.": ("representative", "congressman", "congresswoman", "lawmaker"),
    "congressman": ("lawmaker",),
    "congresswoman": ("lawmaker",),
    "gov.": ("governor",),
    "pres.": ("president",),
    "gen.": ("general",),
    "prof.": ("professor",),
    "mp": ("lawmaker",),
}


def last_name(words: tuple[str, ...]) -> str:
    while len(words) > 1 and words[-1].lower() in SUFFIXES | {","}:
        words = words[:-1]
    return words[-1]


def compatible(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two full names of one first and last word differ in initials or middle names alone."""
    return all(len(word) <= 2 for word in first - second) or all(len(word) <= 2 for word in second - first)


@lru_cache(maxsize=10_000)
def nouns_of_role(role: str | None) -> frozenset[str]:
    """The nouns that point to whoever has a role."""
    words = frozenset((role or "").lower().split())
    return words.union(*(NOUNS_OF_TITLES.get(word, ()) for word in words))


@lru_cache(maxsize=10_000)
def parts_of(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for word in words if word != ",")


def differ_in_suffix(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two names are those of a father and a son: "Sr.", "Jr."."""
    one, other = first & SUFFIXES, second & SUFFIXES
    return bool(one and other and one != other)
