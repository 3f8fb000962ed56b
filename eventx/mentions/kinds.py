"""What kind of participant a noun or a name stands for, by the words of the lexicon."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from eventx.lexicon import load
from eventx.lexicon.inflection import plural
from eventx.mentions.countries import country_of, country_role


class Region(NamedTuple):
    """A city or a state: ISO 3166-1 code of its country, and the ISO 3166-2 code of a state, a city has none."""

    country: str
    state: str | None


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one list of the lexicon of participants."""
    return frozenset(load("participants")[kind])


@cache
def noun_kinds() -> dict[str, str]:
    """The kind of each noun for participants, and of its plural: a group, but for places without a government."""
    singular: dict[str, str] = load("noun_kinds")
    plurals = {
        word[:-2] + "en" if word.endswith("man") else plural(word): kind
        if kind == "place" and word not in {"country", "nation", "republic", "kingdom", "state"}
        else "group"
        for word, kind in singular.items()
    }
    return plurals | singular


@lru_cache(maxsize=20_000)
def noun_kind(word: str) -> str | None:
    """The kind of participant that a lower-case noun stands for, `None` for any other word.

    >>> noun_kind("senator"), noun_kind("senators"), noun_kind("ministry"), noun_kind("front-runner"), noun_kind("plan")
    ('person', 'group', 'organization', 'person', None)
    """
    known = noun_kinds().get(word)
    if known is None and "-" in word:
        return noun_kinds().get(word.rpartition("-")[2])
    if known is None and word.endswith(("maker", "makers")) and len(word) > 8:
        return "group" if word.endswith("s") else "organization"  # "drugmaker", "chipmakers"
    return known


_SIGNS = frozenset("',\"")


@cache
def _straight_quotes() -> re.Pattern[str]:
    return re.compile(r'" ([^"]{1,40}) "')


def joined(words: tuple[str, ...] | list[str]) -> str:
    """The words of a name as they are written: "People 's Republic" without the blank before the apostrophe."""
    name = " ".join(words)
    if name.isascii() and not _SIGNS.intersection(name):
        return name
    name = name.replace(" '", "'").replace(" ’", "’").replace(" ,", ",").replace("“ ", "“").replace(" ”", "”")
    return _straight_quotes().sub(r'"\1"', name)


@cache
def _organizations() -> dict[str, str | None]:
    lexicon = load("organizations")
    names: dict[str, str | None] = dict.fromkeys(lexicon["international"]["names"] + lexicon["others"]["names"])
    return names | {name: country for country, known in lexicon["government"].items() for name in known}


def is_organization(name: str) -> bool:
    """Whether the lexicon knows an organization of that name."""
    return name in _organizations() or country_role(name) == "government"


def ends_organization(word: str) -> bool:
    """Whether a word ends the names of companies and the like: “Energy”, “Holdings”."""
    return word in _last_words()


def country_of_organ(name: str) -> str | None:
    """The country of which an organization of that name is an organ: “Pentagon”, “State Department”."""
    organizations = _organizations()
    found = organizations.get(name)
    if found is None and "." in name and DOTTED.fullmatch(name):
        found = organizations.get(name.replace(".", ""))  # "F.B.I."
    return found


@cache
def leaders() -> dict[str, str]:
    """The country that somebody of a last name has led in the last decades."""
    return {name: country for country, names in load("politics")["leaders"].items() for name in names}


def is_leader(name: str) -> bool:
    """Whether a word is the last name of a leader and no other word."""
    return name in leaders() and name.lower() not in load("word_classes")


@cache
def _last_words() -> frozenset[str]:
    return frozenset(load("organizations")["last_words"]["names"])


@cache
def _regions() -> dict[str, Region]:
    cities = {name: Region(code[:2], None) for name, code in load("places").items()}
    states = {name: Region(code[:2], code) for code, row in load("states").items() for name in row["names"]}
    short = {name: region for name, region in state_abbreviations().items() if name.endswith(".")}  # "Calif."
    return short | cities | states


@cache
def demonyms_of_states() -> dict[str, Region]:
    """What the people of a state are called: “Texan”, “Texans”."""
    return {name: Region(code[:2], code) for code, row in load("states").items() for name in row["demonyms"]}


@cache
def state_abbreviations() -> dict[str, Region]:
    """The states by what newspapers and the post call them: “Ky.”, “KY”, “Kentucky”."""
    rows = load("states").items()
    return {name: Region(code[:2], code) for code, row in rows for name in (*row["abbreviations"], *row["names"])}


def region_of(name: str) -> Region | None:
    """The city or state of that name.

    >>> region_of("Texas"), region_of("Chicago"), region_of("Norland")
    (Region(country='US', state='US-TX'), Region(country='US', state=None), None)
    """
    return _regions().get(name)


class NameKind(NamedTuple):
    """The kind of what bears a name; `sure` where the lexicon or the name's words tell it, and not its shape alone."""

    kind: str
    sure: bool
    country: str | None = None
    state: str | None = None


def name_kind(words: tuple[str, ...]) -> NameKind:
    """The kind of what bears a name without a title.

    >>> name_kind(("Marco", "Rubio")).kind, name_kind(("Veltra", "Mining")).kind, name_kind(("Ohio",)).state
    ('person', 'organization', 'US-OH')
    """
    name = joined(words)
    return known_name(name) or _by_parts(words) or _by_shape(words)


# letters with full stops; fewer than three can be somebody's initials
DOTTED = re.compile(r"(?:[A-Z]\.){3,6}")


def known_name(name: str) -> NameKind | None:
    """The kind of what the lexicon knows by that name."""
    if "." in name and DOTTED.fullmatch(name):
        return known_name(name.replace(".", "")) or NameKind("organization", True)  # "F.A.A."
    country = country_of(name)
    if country is not None:
        return NameKind("organization" if country_role(name) == "government" else "place", True, country)
    organizations = _organizations()
    if name in organizations:
        return NameKind("organization", True, organizations[name])
    region = region_of(name)
    if region is None and name.lower() in words_of("regions"):
        return NameKind("place", True)
    return NameKind("place", True, region.country, region.state) if region else None


# before a noun for a place these begin no person's name: "San Diego County"
PLACES_FIRST = frozenset(["cape", "fort", "lake", "mount", "port"])
SAINTS = frozenset("st. san santa fort mount lake port new north south east west cape los las el".split())


def _by_parts(words: tuple[str, ...]) -> NameKind | None:
    """What the last word tells (“Committee”, “County”, “Act”), or the first one of a person's name."""
    if len(words) == 1:
        return None
    lower = [word.lower() for word in words]
    if "&" in words or "and" in words or lower[0] in words_of("organizations_first"):
        return NameKind("organization", True)
    if lower[0] in PLACES_FIRST and len(words) == 2:
        return NameKind("place", True)
    head = lower.index("of") if "of" in lower[1:] else lower.index("for") if "for" in lower[1:] else len(words)
    last, low = words[head - 1], lower[head - 1]
    kind = noun_kinds().get(low)
    given = lower[0] in load("given_names")
    if given and (country_of(words[0]) is not None or region_of(words[0]) is not None):
        counted: str = load("word_classes").get(low, "P")
        given = len(words) == 2 and (low in load("surnames") or ("P" in counted and low[-1] != "s" and "-" not in low))
    region = _region_before(words)
    if region is not None and is_organization(words[-1]):
        return NameKind("organization", True, _country_of_organ(words, low))  # "Dallas Cowboys", "U.S. Senate"
    whole = next((name for i in range(1, len(words) - 1) if (name := joined(words[i:])) in _organizations()), None)
    if whole is not None:
        return NameKind("organization", True, _organizations()[whole])  # "Clinton White House"
    if given and head == len(words) and len(words) <= 4 and _is_surname(low, words):
        return NameKind("person", True)
    if low in words_of("things"):
        return NameKind("unknown", True)
    if last in _last_words() or kind == "organization":
        return NameKind("organization", True, _country_of_organ(words, low))
    if kind == "place" or low in words_of("parts_of_places"):
        return NameKind("place", True)
    if kind == "group" and head < len(words):
        return NameKind("organization", True)  # "Daughters of Norland"
    if kind == "group" and not given and low.endswith("s") and low not in load("surnames"):
        return NameKind("group", True)  # "Gulf States"
    if given:
        return NameKind("person", True)
    if region is not None and low not in load("surnames"):
        return NameKind("organization", False)  # "Texas Instruments", "Paris Saint-Germain"
    return NameKind("organization", False) if head < len(words) else None


def _is_surname(last: str, words: tuple[str, ...]) -> bool:
    """Whether a word that can be the last one of an organization or a place ends a person's name here."""
    if last in load("surnames") or last in load("given_names"):
        return True
    weak = noun_kinds().get(last) == "place" and last not in words_of("parts_of_regions")
    return weak and len(words) == 2 and words[0].lower() not in SAINTS


def _region_before(words: tuple[str, ...]) -> Region | None:
    for count in range(len(words) - 1, 0, -1):
        phrase = joined(words[:count])
        code = country_of(phrase)
        region = region_of(phrase) or (Region(code, None) if code else None)
        if region:
            return region
    return None


def _country_of_organ(words: tuple[str, ...], head: str) -> str | None:
    """The country that a ministry, an army or a court names: “French Foreign Ministry”."""
    if head not in words_of("organs_of_state") and country_of_organ(words[0]) is None:
        return None
    region = _region_before(words)
    organ = country_of_organ(words[0]) or country_of_organ(joined(words[:2]))
    if organ is not None:
        return organ  # "Senate Banking Committee"
    if region is None and "of" in words:
        behind = joined(words[words.index("of") + 1 :])
        return country_of(behind) if country_role(behind) == "name" else None  # "Supreme Court of Canada"
    return region.country if region else None


NUMERALS = frozenset(["II", "III", "IV"])


def _counted(word: str) -> str:
    """The word classes of a lower-case word, the most frequent first; nothing for an unknown one."""
    counted: str = load("word_classes").get(word, "")
    return counted


def _by_shape(words: tuple[str, ...]) -> NameKind:
    last = words[-1].lower()
    if len(words) == 1:
        if words[0].isupper() and len(last) > 1 and "." not in last:
            shouted = len(last) > 3 and _counted(last)[:1] in {"N", "J", "v"}  # "SIGN UP"
            return NameKind("unknown" if shouted else "organization", False)
        # a surname that is no other word
        person = load("surnames").get(last) == "s" or last in load("given_names") or is_leader(words[0])
        return NameKind("person" if person else "unknown", False)
    first, known = _counted(words[0].lower())[:1], _counted(last)
    begins_commonly = first in {"J", "R", "v", "I"} and words[0].lower() not in load("given_names")
    if begins_commonly and "-" in last:
        return NameKind("unknown", False)  # "Super Dodd-Frank"
    if last in load("surnames"):
        return NameKind("unknown" if begins_commonly and known[:1] == "N" else "person", False)  # "Big Apple"
    if known and known[0] in "NgJ" and "P" not in known:
        return NameKind("organization", False)  # "Veltra Mining", "Harbour Foods"
    if (begins_commonly and known) or (words[-1].isupper() and words[-1] not in NUMERALS and len(last) > 1):
        return NameKind("unknown", False)  # "Social Security", "Keystone XL"
    if words[-1] in _organizations() and "P" not in known:
        return NameKind("organization", False)  # "Country Twitter"
    if len(words) <= 4 and not any(word.isupper() and len(word) > 2 and "." not in word for word in words):
        return NameKind("person", False)
    return NameKind("organization", False)


def can_be_surname(name: str | None) -> bool:
    """Whether a name of unknown kind can be a person's: no other word, and no acronym."""
    if name is None or " " in name or name.isupper():
        return False
    if any(part[:1].islower() for part in name.split("-")[1:]):
        return False  # "Spanish-language"
    if name.lower() in words_of("things"):
        return False  # "Islam"
    counted: str = load("word_classes").get(name.lower(), "P")
    return "P" in counted or load("surnames").get(name.lower()) == "s"
