"""Names: runs of capitalized words, and what the words of a run say: titles, country, party, name, kind."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from eventx.lexicon import load
from eventx.mentions.countries import country_of, country_role
from eventx.mentions.kinds import (
    NameKind,
    country_of_organ,
    demonyms_of_states,
    ends_organization,
    is_organization,
    joined,
    known_name,
    leaders,
    name_kind,
    noun_kind,
    region_of,
    state_abbreviations,
    words_of,
)

PARTICLES = frozenset(
    "de da del della der den di dos du el al bin bint ibn la le van von y ap abu ben ter ten zu".split()
)
SUFFIXES = frozenset("jr. sr. jr sr ii iii iv".split())
NOT_NAMES = frozenset(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
LONGEST_PLACE = 4
# titles that are given names too: "Earl Combs"
GIVEN_TITLES = frozenset(["earl", "dean", "marshal", "judge"])


class Reading(NamedTuple):
    """What a run of name words says: the name is `words[begin:end]`, empty where there are titles alone.

    `titled` where a title or an honorific stands before the name, `sure` where more than the shape of the words tells
    the kind.
    """

    begin: int
    end: int
    kind: str
    sure: bool
    role: str | None = None
    country: str | None = None
    state: str | None = None
    party: str | None = None
    gender: str | None = None
    titled: bool = False


def gender(name: str) -> str | None:
    """The gender that a person's first name tells: "m", "f" or None."""
    found: str | None = load("given_names").get(name.split()[0].lower())
    return found if found in {"m", "f"} else None


@cache
def affiliation_pattern() -> re.Pattern[str]:
    """Party and state behind a name: “R-Ky.”, “D-New York”."""
    return re.compile(r"(?P<party>[DRI])-(?P<state>[A-Z][A-Za-z.]{1,12})")


def affiliation(word: str, following: str = "") -> tuple[str, str | None, str | None] | None:
    """The party, the country and the state of “R-Ky.”, with the next word for “D-New York”.

    >>> affiliation("R-Ky."), affiliation("R-rated")
    (('Republican', 'US', 'US-KY'), None)
    """
    match = affiliation_pattern().fullmatch(word)
    if not match:
        return None
    states = state_abbreviations()
    state = states.get(match["state"]) or states.get(f"{match['state']} {following}")
    if state is None and not match["state"].endswith("."):
        return None
    party = load("politics")["letters"][match["party"]]
    return party, "US" if state is None or state.country == "US" else state.country, state.state if state else None


@cache
def _party_words() -> dict[str, str]:
    members: dict[str, str] = load("politics")["members"]
    return (
        members
        | {f"{word}s": party for word, party in members.items()}
        | {"Tories": "Conservative", "GOP": "Republican"}
    )


def party_of(word: str) -> str | None:
    """The party of those who are called so.

    >>> party_of("Democrats"), party_of("Tory"), party_of("Norland")
    ('Democratic', 'Conservative', None)
    """
    return _party_words().get(word)


@lru_cache(maxsize=50_000)
def read_name(words: tuple[str, ...]) -> Reading:
    """What the words of a run say.

    >>> read_name(("Salvadoran", "President", "Nayib", "Bukele"))[:6]
    (2, 4, 'person', True, 'President', 'SV')
    """
    lower = tuple(word.lower() for word in words)
    known = known_name(joined(words)) if len(words) > 1 else None
    if len(words) > 2 and " ".join(lower[-2:]) in words_of("papers_with_titles"):
        return Reading(0, len(words), "organization", True)  # "Halden Union Leader"
    titles = _titles(words, lower) if known is None or known.kind == "place" else None
    if titles is None:
        return _untitled(words, lower, name_kind(words))
    first, last = titles
    if last == len(words) > first + 1 and (lower[first].endswith(".") or lower[first] in words_of("honorifics")):
        last = first + 1  # "Mr. Prince"
    abbreviated = lower[first].endswith(".") or lower[first] in words_of("honorifics")
    if not abbreviated and _is_given(words[0]) and (first, last) == (len(words) - 1, len(words)):
        return _untitled(words, lower, NameKind("person", True))  # "Stephen King"
    if len(words) == 2 and lower[0] in GIVEN_TITLES and _is_given(words[0]) and lower[1] in load("surnames"):
        return _untitled(words, lower, NameKind("person", True))  # "Earl Combs"
    if not abbreviated and last < len(words):
        whole = _not_a_person(words, words[last:])
        if whole is not None:
            return Reading(0, len(words), whole.kind, True, country=whole.country, state=whole.state)
    if lower[last : last + 1] == ("of",):
        country, state, _ = told_before(words[last + 1 :])  # "Mayor of Halden"
        return Reading(len(words), len(words), "person", True, " ".join(words[first:last]), country, state, titled=True)
    end = len(words)
    home = lower.index("of", last) if "of" in lower[last:] else end
    employer = organization_before(words, first)
    start = max(_role_start(lower, first), employer[0])
    country, state, party = served(words[:start], lower[last - 1])
    country = country or employer[1]
    country, state = of_state(words[:start], country, state, lower[first:last])
    if last < home < end:
        of_home = told_before(words[home + 1 :])  # "King Abdullah of Jordan", "Gov. Hank Doyle of Iowa"
        country, state = country or of_home[0], state or of_home[1]
        end = home
    name_country = country_of(joined(words[last:end])) if last < end else None
    if name_country and not abbreviated and country_role(joined(words[last:end])) == "name":
        return Reading(0, len(words), "place", False, country=name_country)
    office = [i for i in range(start, last) if lower[i] not in words_of("honorifics") | words_of("no_roles")]
    role = " ".join(words[office[0] : office[-1] + 1]) if office else None
    title_country, title_state = _country_of_title(words, lower, first, last)
    country = country or title_country or country_of_office(role, words[end - 1] if last < end else "")
    return Reading(last, end, "person", True, _plain_role(role), country, state or title_state, party,
                   _gender_of(lower[first:last]), True)  # fmt: skip


def _is_given(word: str) -> bool:
    return word.lower() in load("given_names") and country_of(word) is None


def _is_title(lower: tuple[str, ...], at: int) -> bool:
    return lower[at] in words_of("titles") | words_of("role_modifiers") if at < len(lower) else False


def _not_a_person(words: tuple[str, ...], rest: tuple[str, ...]) -> NameKind | None:
    """The kind of what begins with a title and is nobody's name: "Justice Department"."""
    if len(rest) == 2 and _is_given(rest[0]) and known_name(joined(rest)) is None and is_organization(rest[1]):
        return None  # "Mayor Don Guardian"
    kind = name_kind(rest)
    low = rest[0].lower()
    lasting = noun_kind(low) == "organization" or low in words_of("things") | words_of("parts_of_regions")
    counted: str = load("word_classes").get(low, "P")
    common = counted[0] == "N" and "P" not in counted and low not in load("surnames")
    if len(rest) == 1 and (common or ends_organization(rest[0])):
        return NameKind("organization", False)  # "General Fibre"
    if (len(rest) == 1 and lasting) or (len(rest) > 1 and kind.sure and kind.kind != "person"):
        whole = name_kind(words)
        return whole if whole.sure and whole.kind != "person" else None
    return None


def _untitled(words: tuple[str, ...], lower: tuple[str, ...], kind: NameKind) -> Reading:
    people = _people(words)
    if people is not None:
        return people
    party = party_of(words[0])
    if party and len(words) > 1 and not (kind.sure and kind.kind in {"organization", "place"}):
        rest = read_name(words[1:])
        begin, end = rest.begin + 1, rest.end + 1
        return rest._replace(begin=begin, end=end, party=rest.party or party)
    for count in range(min(LONGEST_PLACE, len(words) - 1), 0, -1):
        # "California Democrat Nancy Pelosi", "Texas Republican Ted Cruz"
        region = region_of(" ".join(words[:count]))
        if region and party_of(words[count]):
            rest = _untitled(words[count:], lower[count:], name_kind(words[count:]))
            return rest._replace(
                begin=rest.begin + count, end=rest.end + count, country=region.country, state=rest.state or region.state
            )
    if len(words) == 2 and not kind.sure and country_role(words[1]) == "name" and lower[0] not in load("given_names"):
        counted: str = load("word_classes").get(lower[0], "")
        if counted[:1] == "J" and country_of(words[0]) is None:
            return Reading(1, 2, "place", True, country=country_of(words[1]))  # "Neutral Norland"
    end = len(words)
    if kind.kind == "person" and "of" in lower:
        end = lower.index("of")
    if kind.kind == "person" and lower[0] in words_of("honorifics"):
        return Reading(1, end, "person", True, gender=_gender_of(lower[:1]), titled=True)
    return Reading(0, end, kind.kind, kind.sure, country=kind.country, state=kind.state)


def _people(words: tuple[str, ...]) -> Reading | None:
    """Members of a party, or a people: "House Republicans", "Texans", "Salvadorans"."""
    last = words[-1]
    party, state = party_of(last), demonyms_of_states().get(last)
    demonym = "demonym" in (country_role(last), country_role(joined(words)))
    if len(words) == 1 and last in words_of("faiths"):
        return Reading(0, 0, "person", True)
    if (
        state is None
        and len(words) == 1
        and last.endswith("s")
        and noun_kind(last.lower()) == "group"
        and last.lower() not in load("surnames")
    ):
        return Reading(0, 0, "group", True, country=country_of(last), party=party)  # "Muslims"
    if (party is None or is_organization(last)) and state is None and not demonym:
        return None
    if len(words) > 1 and not (party and last.endswith("s")) and country_role(joined(words)) != "demonym":
        return None
    kind = "group" if last.endswith(("s", "ese", "ish", "ch")) else "person"
    country, told, _ = told_before(words)
    return Reading(0, 0, kind, True, country=country, state=told, party=party)


def organization_before(words: tuple[str, ...] | list[str], end: int) -> tuple[int, str | None]:
    """Where an organization of several words that stands before a title ends, and its country; 0 where there is none.

    >>> organization_before(("White", "House", "Press", "Secretary"), 3)
    (2, 'US')
    """
    for stop in range(min(end + 1, len(words)), 1, -1):
        for begin in range(max(stop - LONGEST_PLACE, 0), stop - 1):
            name = " ".join(words[begin:stop])
            if is_organization(name):
                return stop, name_kind(tuple(words[begin:stop])).country
    return 0, None


def _titles(words: tuple[str, ...], lower: tuple[str, ...]) -> tuple[int, int] | None:
    """The titles of a run: the first word of the first one, and the word behind the last one before the name."""
    titles = words_of("titles")
    first: int | None = None
    last = i = 0
    while i < len(words):
        two = " ".join(lower[i : i + 2])
        length = (
            2
            if " " in two and two in titles
            else int(_is_trade(words, lower, i) or lower[i].removesuffix("'s") in titles)
        )
        if length:
            if first is None:
                first = i
            i = last = _behind_of(lower, i + length)
        elif first is None or lower[i] in words_of("role_modifiers"):
            given = not i and _is_given(words[0]) and not _is_title(lower, 1)
            if i - last > LONGEST_PLACE or (given and not _has_title_before_given(lower)):
                break  # a given name begins the name itself
            i += 1
        else:
            break
    return None if first is None else (first, last)


def _has_title_before_given(lower: tuple[str, ...]) -> bool:
    """Whether a title and a full name stand behind: "Clinton Communications Director Jennifer Hale"."""
    given = load("given_names")
    return any(lower[i] in words_of("titles") and lower[i + 1] in given for i in range(1, len(lower) - 2))


def _is_trade(words: tuple[str, ...], lower: tuple[str, ...], i: int) -> bool:
    """Whether a word says what somebody is: "RNC Committeeman Curly Haugland", "Actress Zuli Moor"."""
    if i + 1 >= len(words) or lower[i] in load("given_names"):
        return False
    if "-" in lower[i] and words[i].rpartition("-")[2].islower() and noun_kind(lower[i]) == "person":
        return True  # "Oscar-winner Moor"
    if noun_kind(lower[i]) != "person" or party_of(words[i]):
        return False
    return lower[i + 1] in load("given_names") or (i + 3 == len(words) and not i and lower[i] not in load("surnames"))


def _behind_of(lower: tuple[str, ...], i: int) -> int:
    """Behind "of State", "of the House" and the like, which belong to the office before them."""
    at = i
    while (
        lower[i : i + 1] == ("of",)
        and lower[at : at + 1]
        and lower[at] in {"of", "the", "and", "national", "homeland"} | words_of("parts_of_offices")
    ):
        at += 1
    if at > i and lower[at - 1] in words_of("parts_of_offices"):
        return at
    if lower[i : i + 1] == ("of",) and i + 2 < len(lower):
        return i + 2  # "Archbishop of Canterbury", "President of Norland"
    return i


def _role_start(lower: tuple[str, ...], first: int) -> int:
    while first and lower[first - 1] in words_of("role_modifiers"):
        first -= 1
    return first


# "the Latin American pope" is of no country told
PARTS_OF_AMERICA = frozenset(["Central", "Latin", "North", "South"])


def told_before(words: tuple[str, ...] | list[str]) -> tuple[str | None, str | None, str | None]:
    """The country, the state and the party that words before a title or a noun tell: "Republican Texas".

    >>> told_before(["Republican", "South", "Carolina"]), told_before(["French"])
    (('US', 'US-SC', 'Republican'), ('FR', None, None))
    """
    country = state = party = None
    i = 0
    while i < len(words):
        for count in range(min(LONGEST_PLACE, len(words) - i), 0, -1):
            phrase = " ".join(words[i : i + count])
            region = region_of(phrase) or demonyms_of_states().get(phrase)
            code = country_of(phrase) or country_of_organ(phrase)
            if phrase == "American" and i and words[i - 1] in PARTS_OF_AMERICA:
                continue
            if code or region:
                country = country or code or (region.country if region else None)
                state = state or (region.state if region and not code else None)
                i += count - 1
                break
        if party is None:
            two = party_of(" ".join(words[i : i + 2]))
            party = two or party_of(words[i])
            i += two is not None and i + 1 < len(words)
        i += 1
    return country, state, party


# whom a country has and a state does not
LEADERS_OF_COUNTRIES = frozenset("ambassador diplomat envoy minister premier president pres.".split())


def served(words: tuple[str, ...] | list[str], noun: str | None) -> tuple[str | None, str | None, str | None]:
    """The country, the state and the party before a noun for a person: of a place only where the noun is an office.

    >>> served(["Ohio"], "senator"), served(["Ohio"], "lawyer"), served(["French"], "lawyer")
    (('US', 'US-OH', None), (None, None, None), ('FR', None, None))
    """
    country, state, party = told_before(words)
    if country is None or noun is None:
        return country, state, party
    if noun not in LEADERS_OF_COUNTRIES and any(word in STATES_BY_OFFICE for word in words):
        return None, None, party  # "the Georgia committeeman": a country's people are called otherwise
    # "Ohio Secretary of State"
    if noun == "state" or (noun in words_of("officials") | words_of("titles") and noun not in words_of("trades")):
        return country, state, party
    phrases = (joined(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1))
    if any(country_role(phrase) in {"name", "demonym"} for phrase in phrases):
        return country, None, party
    return None, None, party


def _country_of_title(
    words: tuple[str, ...], lower: tuple[str, ...], first: int, last: int
) -> tuple[str | None, str | None]:
    """The country within a title: "President of Norland", "U.S. Attorney"."""
    country, state, _ = told_before(
        [word for word, low in zip(words[first:last], lower[first:last], strict=True) if low != "of"]
    )
    return country, state


OF_STATES = frozenset(
    "gov. governor governors gubernatorial legislature sen. senator senators rep. lt. attorney".split()
)


# names of states that mostly name something else
STATES_BY_OFFICE = {"Georgia": "US-GA", "Washington": "US-WA"}


def of_state(
    before: tuple[str, ...] | list[str], country: str | None, state: str | None, office: tuple[str, ...] | list[str]
) -> tuple[str | None, str | None]:
    """The country and the state of an office of states, whose name mostly names something else: "Washington Gov."."""
    if state is None and not OF_STATES.isdisjoint(office):
        for word in before:
            if word in STATES_BY_OFFICE:
                return "US", STATES_BY_OFFICE[word]
    return country, state


@cache
def _offices() -> dict[str, str]:
    return {office: country for country, offices in load("politics")["offices"].items() for office in offices}


LEADING = frozenset(["pres.", "president", "vice president", "prime minister", "chancellor", "premier", "leader"])


def country_of_office(role: str | None, last_name: str = "") -> str | None:
    """The country to which an office belongs alone, or the country that a leader of that name has led.

    >>> country_of_office("Home Secretary"), country_of_office("President", "Putin"), country_of_office("President")
    ('GB', 'RU', None)
    """
    if role is None:
        return None
    office = role.lower().replace("sens.", "sen.").replace("reps.", "rep.").split()
    for i in range(len(office)):
        found = _offices().get(" ".join(office[i:]))
        if found is None and " ".join(office[i:]) in LEADING:
            found = leaders().get(last_name)
        if found is not None:
            return found
    return None


def _plain_role(role: str | None) -> str | None:
    """A role without the country before it."""
    if role is None:
        return None
    words = role.split()
    while len(words) > 1 and country_of(words[0]):
        words = words[1:]
    return " ".join(words)


def _gender_of(titles: tuple[str, ...]) -> str | None:
    if not words_of("male").isdisjoint(titles):
        return "m"
    return "f" if not words_of("female").isdisjoint(titles) else None
