"""Which country a phrase names, and whether as the country, its people or its government."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from eventx.lexicon.load import load

CountryRole = Literal["name", "demonym", "government"]

# a phrase with several roles has the first of these: “Singapore” is a name before it is a capital
_ROLES: tuple[tuple[str, CountryRole], ...] = (
    ("names", "name"),
    ("demonyms", "demonym"),
    ("governments", "government"),
)
# two countries share these demonyms; news text means the more populous one
_SHARED = {"Congolese": "CD", "Dominican": "DO", "Dominicans": "DO"}
_LONGEST = 80


class _Entry(NamedTuple):
    country: str
    role: CountryRole


def country_of(words: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of the country that a phrase names, or `None`.

    The phrase is a country's name, a word for its people or one that stands for its government, in the case of running
    text. A leading “the”, a final “'s” and line breaks make no difference. Kosovo is `XK`.

    >>> country_of("Salvadorans"), country_of("the Kremlin"), country_of("the U.S."), country_of("us")
    ('SV', 'RU', 'US', None)
    """
    entry = _find(words)
    return entry.country if entry else None


def country_role(words: str) -> CountryRole | None:
    """What a phrase that `country_of` knows stands for: the country, its people or its government.

    >>> country_role("Britain"), country_role("Britons"), country_role("Downing Street"), country_role("Baker Street")
    ('name', 'demonym', 'government', None)
    """
    entry = _find(words)
    return entry.role if entry else None


@lru_cache(maxsize=50_000)
def _find(words: str) -> _Entry | None:
    if len(words) > _LONGEST:
        return None
    phrases = _phrases()
    found = phrases.get(words)
    return found or phrases.get(_normal(words))


def _normal(words: str) -> str:
    plain = " ".join(words.replace("’", "'").split())
    return plain.removeprefix("the ").removeprefix("The ").removesuffix("'s")


@cache
def _phrases() -> dict[str, _Entry]:
    """Every phrase of the lexicon with its country and role."""
    entries: dict[str, _Entry] = {}
    countries: dict[str, dict[str, list[str]]] = load("countries")
    for key, role in _ROLES:
        for country, row in countries.items():
            for phrase in row[key]:
                if _SHARED.get(phrase, country) == country:
                    entries.setdefault(phrase, _Entry(country, role))
    return entries
