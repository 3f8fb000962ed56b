"""What stands around a name and says more of its bearer: a role before it, party, age or an apposition behind it."""

from __future__ import annotations

from dataclasses import dataclass

from eventx.lexicon import load
from eventx.mentions.countries import country_of, country_role
from eventx.mentions.kinds import (
    Region,
    country_of_organ,
    joined,
    name_kind,
    noun_kind,
    region_of,
    state_abbreviations,
    words_of,
)
from eventx.mentions.names import affiliation, country_of_office, of_state, party_of, served, told_before
from eventx.text import Text

LONGEST_ROLE = 6
LONGEST_APPOSITION = 16
OLDEST = 120
# adjectives that belong to an office or a trade: "former presidential candidate"
OF_ROLES = frozenset(
    "assistant chief congressional conservative deputy executive financial foreign former freshman gubernatorial "
    "independent junior legal liberal managing medical military political presidential prime senatorial senior vice "
    "vice-presidential".split()
)
RUNNING = frozenset("candidate contender frontrunner front-runner hopeful nominee".split())
ELECTED = frozenset(["appointed", "elected", "re-elected", "reelected"])
NAMING = frozenset(["called", "named"])
NOT_IN_ROLES = frozenset("longtime local own veteran".split())


@dataclass(slots=True)
class Told:
    """What the words around a name say: from `start` up to, not including, `stop`, the name included.

    `attached` ends the age or the party that belongs to the name, `city_of` is the state behind a town's name.
    """

    start: int
    stop: int
    attached: int
    role: str | None = None
    kind: str | None = None
    country: str | None = None
    state: str | None = None
    party: str | None = None
    noun: str | None = None
    city_of: Region | None = None


def role_before(text: Text, end: int, floor: int) -> tuple[int, str] | None:
    """The role that ends before a token, with where it begins: "the longtime policy adviser" gives "policy adviser".

    What anybody can be (a woman, a neighbor) is no role.
    """
    lower, words = text.lower, text.words
    if end <= floor or lower[end - 1] in words_of("no_roles"):
        return None
    classes = text.word_classes(end - 1)
    if lower[end - 1] in words_of("parts_of_offices") and end - 2 > floor:
        office = end - 2  # "the secretary of the Treasury"
        while office > floor and lower[office] in {"of", "the"}:
            office -= 1
        if office < end - 2 and lower[office] in words_of("titles"):
            found = role_before(text, office + 1, floor)
            return (found[0], text.string(text.range(found[0], end))) if found else None
    if noun_kind(lower[end - 1]) != "person" and lower[end - 1] not in words_of("titles"):
        return None
    start = end - 1
    while start > floor and end - start < LONGEST_ROLE:
        before, letter, capital = lower[start - 1], classes[start - 1], words[start - 1][0].isupper()
        modifies = before in words_of("role_modifiers") or before in OF_ROLES
        if capital and (not modifies or (start - 1 > floor and words[start - 2] == "White")):
            break
        if not modifies and (letter != "N" or before in NOT_IN_ROLES or noun_kind(before) is not None):
            break
        start -= 1
    return start, text.string(text.range(start, end))


def beside(text: Text, first: int, last: int) -> Told:
    """What stands beside the run of name words from `first` up to, not including, `last`."""
    told = Told(first, last, last)
    floor, limit = text.sentence(first)
    _before(text, told, floor, limit)
    if last < limit and text.word_class(last) == "B":
        _predicate(text, told, last, limit)
    for _ in range(3):
        if told.stop >= limit or text.words[told.stop] not in {",", "("} or not _behind(text, told, limit):
            break
    return told


def _before(text: Text, told: Told, floor: int, limit: int) -> None:
    first = told.start
    if first <= floor:
        return
    word = text.words[first - 1]
    if word == "," and told.stop < limit and text.words[told.stop] in {",", ".", "”"}:
        _apposed(text, told, floor)
        return
    if text.word_class(first - 1) == "S":
        told.country, told.state, _ = told_before([text.words[first - 2]]) if first - 2 >= floor else (None, None, None)
        return
    if word in NAMING and first - 2 > floor and noun_kind(text.lower[first - 2]) in {"organization", "place"}:
        told.kind, told.noun = noun_kind(text.lower[first - 2]), text.lower[first - 2]  # "a brewer called Hop & Son"
        return
    if word[0].isupper() or noun_kind(text.lower[first - 1]) is None:
        return
    found = role_before(text, first, floor)
    if found is None:
        if noun_kind(text.lower[first - 1]) in {"organization", "place"}:
            told.kind, told.noun = noun_kind(text.lower[first - 1]), text.lower[first - 1]  # "the brewer Hop & Son"
        elif text.lower[first - 1] in words_of("no_roles") and noun_kind(text.lower[first - 1]) == "person":
            told.kind = "person"
        return
    begin, classes = found[0], text.word_classes(first)
    while begin > floor and classes[begin - 1] in "NJ":
        begin -= 1
    article = text.lower[begin - 1] if begin > floor else ""
    single = told.stop - first == 1 and told.stop < limit and classes[told.stop] in "BHX"
    if (article in {"a", "an"} or (article == "the" and single)) and _is_subject(classes, told.stop, limit):
        return  # "a judge Lee called biased", "the judge Lee was referring to"
    told.start, told.role = found
    told.kind, told.noun = "person", text.lower[first - 1]
    _of_office(text, told, told.start, floor)


def _is_subject(classes: list[str], at: int, limit: int) -> bool:
    """Whether a verb follows a name, of which what stands before an article and a noun can be the object."""
    while at < limit and classes[at] in "R":
        at += 1
    return at < limit and classes[at] in "zdXBH"


def _of_office(text: Text, told: Told, start: int, floor: int) -> None:
    """The country, the state and the party before a role: "the Republican Ohio governor"."""
    begin = start
    classes = text.word_classes(start)
    while begin > floor and start - begin < LONGEST_ROLE and classes[begin - 1] in "NPJS":
        begin -= 1
    words = [word for word in text.words[begin:start] if word[0].isupper()]
    if told.role and told.role.split()[-1].lower() in RUNNING:
        words = [word for word in words if country_of_organ(word) is None]  # "Senate candidate"
    if len(words) > 1 and name_kind(tuple(words)).kind == "organization" and not party_of(words[0]):
        told.country = told.country or name_kind(tuple(words)).country  # "Ohio State University professor"
        return
    country, state, party = served(words, told.noun)
    if of_own_organization(text, begin, start):
        country = state = None
    country, state = of_state(words, country, state, text.lower[start : told.start + LONGEST_ROLE])
    told.country, told.state, told.party = told.country or country, told.state or state, told.party or party
    told.country = told.country or country_of_office(told.role)


def of_own_organization(text: Text, first: int, last: int) -> bool:
    """Whether an organization that is no organ of state has the role: "the campaign's Iowa director"."""
    return any(
        text.word_class(at) == "S"
        and (
            (noun_kind(text.lower[at - 1]) == "organization" and text.lower[at - 1] not in words_of("organs_of_state"))
            or _is_somebody(text.words[max(at - 2, 0) : at])
        )
        for at in range(first + 1, last)
    )


def _is_somebody(words: list[str]) -> bool:
    """Whether a possessor that ends in these words is a person by the look of it: "Lee's Iowa director"."""
    names = (words[-1], " ".join(words))
    known = any(country_of(name) or country_of_organ(name) or region_of(name) for name in names)
    return words[-1][0].isupper() and not known and noun_kind(words[-1].lower()) is None


def _apposed(text: Text, told: Told, floor: int) -> None:
    """A role with an article and a comma before the name: "The company's chief executive, Mara Lind, said"."""
    end = told.start - 1
    found = role_before(text, end, floor)
    if found is None or found[0] == floor:
        return
    begin = found[0]
    classes = text.word_classes(begin)
    while begin > floor and classes[begin - 1] in "NPJ":
        begin -= 1
    if begin == floor or classes[begin - 1] not in "DS" or text.lower[begin - 1] in {"a", "an"}:
        return
    told.role, told.kind, told.noun = found[1], "person", text.lower[end - 1]
    _of_office(text, told, found[0], floor)


def _behind(text: Text, told: Told, limit: int) -> bool:
    """Reads one bracket or one part behind a comma; False where there is none that belongs to the name."""
    at = told.stop + 1
    if at >= limit:
        return False
    following = text.words[at + 1] if at + 1 < limit else ""
    if text.lower[at] == "who" and at + 1 < limit and text.word_class(at + 1) == "B":
        _predicate(text, told, at + 1, limit)  # "Carlsen, who was minister of trade"
        return False
    party = affiliation(text.words[at], following)
    if party is not None:
        bracket = text.words[told.stop] == "("
        told.party, told.country, told.state = party
        told.kind = "person"
        told.stop = at + 1 + (told.state is not None and affiliation(text.words[at]) != party)
        if bracket and text.words[told.stop : told.stop + 1] == [")"]:
            told.stop += 1
        told.attached = told.stop
        return True
    if text.words[told.stop] == "(":
        return False
    if text.words[at].isdecimal() and int(text.words[at]) < OLDEST and following in {",", ".", ""}:
        told.kind = told.kind or "person"
        told.attached = told.stop = at + 1
        return True
    state = state_abbreviations().get(text.words[at]) or state_abbreviations().get(f"{text.words[at]} {following}")
    if state is not None and text.words[at][0].isupper() and following.lower() not in words_of("titles"):
        told.city_of = state
        return False
    return _apposition(text, told, at, limit)


def _predicate(text: Text, told: Told, be: int, limit: int) -> None:
    """The office that somebody is said to have: "Kunin was governor of Vermont", "Lee is the French president"."""
    if text.lower[be + 1 : be + 2] and text.lower[be + 1] in ELECTED:
        organs = (country_of_organ(word) for word in text.words[be + 2 : min(be + 2 + LONGEST_ROLE, limit)])
        told.country = told.country or next((code for code in organs if code), None)  # "was elected to Congress"
        return
    classes = text.word_classes(be)
    at = end = be + 1 + (be + 1 < limit and classes[be + 1] == "R")
    while end < min(limit, at + LONGEST_ROLE) and classes[end] in "DJNPS":
        end += 1
    if end == at or text.lower[end - 1] not in words_of("officials") | words_of("titles"):
        return
    end = behind_office(text, end, limit)
    found = role_before(text, end, at)
    if found is None:
        return
    told.kind, told.role, told.noun = "person", told.role or found[1], told.noun or text.lower[end - 1]
    _of_office(text, told, found[0], at)
    country, state = _home_behind(text, text.lower[end - 1], end, limit)
    told.country, told.state = told.country or country, told.state or state
    told.country = told.country or country_of_office(told.role)


def _apposition(text: Text, told: Told, at: int, limit: int) -> bool:
    classes = text.word_classes(at)
    if text.lower[at] in {"now", "then", "once", "formerly"}:
        at += 1
    end = at
    while end < min(limit, at + LONGEST_APPOSITION) and (
        classes[end] in "DJNPMngS" or (classes[end] == "R" and end > at)
    ):
        if classes[end] in "gn" and end > at and classes[end - 1] in "NP":
            break  # "an Iranian journalist visiting Nice"
        end += 1
    before, end = end, behind_office(text, end, limit)
    if end == at or (end < limit and classes[end] not in ",.;ITW-C(gn"):
        return False
    head = text.lower[end - 1]
    party = party_of(text.words[end - 1])
    office = head in words_of("parts_of_offices")
    known = noun_kind(head) or ("person" if office or (party and classes[at] == "D") else None)
    known = "person" if end > before else known  # "the Ohio secretary of state" is no state
    capital = text.words[end - 1][0].isupper() and not party and not office and head not in words_of("titles")
    if known not in {"person", "organization", "place"} or capital or (known != "person" and classes[at] != "D"):
        return False
    if told.kind is None or known == "person":
        told.kind = known
    told.noun = told.noun or head
    told.stop = end
    if known == "person":
        found = role_before(text, end, at)
        if found and party is None:
            told.role = told.role or found[1]
        told.party = told.party or party
        _of_office(text, told, found[0] if found else end - 1, at)
        country, state = _home_behind(text, head, end, limit)
        told.country, told.state = told.country or country, told.state or state
    elif known == "place":
        told.country = told.country or told_before([word for word in text.words[at:end] if word[0].isupper()])[0]
    return False


def behind_office(text: Text, end: int, limit: int) -> int:
    """Behind "of state" and the like, which belong to the office that ends at a token."""
    at = end
    if at < limit and text.lower[at] == "of" and text.lower[end - 1] in words_of("titles"):
        at += 1 + (text.lower[at + 1 : at + 2] == ["the"])
        if at < limit and text.lower[at] in words_of("parts_of_offices"):
            return at + 1
    return end


def _home_behind(text: Text, head: str, end: int, limit: int) -> tuple[str | None, str | None]:
    """The country and the state that an official serves: "the president of Norland", "a Democrat from Oregon"."""
    official = head in words_of("officials") or party_of(head.capitalize()) is not None
    if not official or end >= limit or text.lower[end] not in {"of", "in", "for", "from"}:
        return None, None
    return home_at(text, end + 1, limit)


def home_at(text: Text, at: int, limit: int) -> tuple[str | None, str | None]:
    """The country and the state whose name, or the name of one of whose cities, begins at a token past an article."""
    if at < limit and text.lower[at] == "the":
        at += 1
    for count in (4, 3, 2, 1):
        phrase = joined(text.words[at : min(at + count, limit)])
        behind = text.words[at + count] if at + count < limit else ""
        if behind[:1].isupper() and behind.lower() not in load("given_names"):
            continue  # "the United States Chamber of Commerce"
        if country_role(phrase) == "name":
            return country_of(phrase), None
        region = region_of(phrase)
        if region is not None:
            return region.country, region.state
        if country_role(phrase) == "government" and count < 3:
            return country_of(phrase), None
    return None, None
