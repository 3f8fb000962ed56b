"""Names: runs of capitalized words, and what a noun phrase says about the one it names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from eventx.lexicon import load
from eventx.lexicon.inflection import plural
from eventx.mentions.countries import country_of, country_role
from eventx.text import Text
from eventx.text.word_classes import candidates

PARTICLES = frozenset("de da del della der den di dos du el al bin ibn la le van von y".split())
SUFFIXES = frozenset("jr. sr. jr sr ii iii iv".split())
NOT_NAMES = frozenset("i monday tuesday wednesday thursday friday saturday sunday january february march april june "
                      "july august september october november december".split())  # fmt: skip


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of one list of the lexicon of participants."""
    return frozenset(load("participants")[kind])


@cache
def plurals_of(kind: str) -> frozenset[str]:
    """The plurals of one list of the lexicon of participants."""
    words = load("participants")[kind]
    return frozenset(word[:-2] + "en" if word.endswith("man") else plural(word) for word in words)


def gender(name: str) -> str | None:
    """The gender that a person's first name tells: "m", "f" or None."""
    found: str | None = load("given_names").get(name.split()[0].lower())
    return found if found in {"m", "f"} else None


@dataclass(slots=True)
class Description:
    """What a noun phrase says of the one it stands for."""

    name: str | None = None
    kind: str = "unknown"
    role: str | None = None
    country: str | None = None
    head: str = ""


def name_runs(text: Text, first: int, last: int) -> list[tuple[int, int]]:
    """The runs of name words between two tokens: "Marco Rubio", "Ludwig van Beethoven", "Ministry of Defence"."""
    if first >= last:
        return []
    classes = text.word_classes(first)
    words, lower = text.words, text.lower
    runs: list[tuple[int, int]] = []
    i = first
    while i < last:
        if not _is_name_word(words[i], lower[i], classes[i]):
            i += 1
            continue
        end = i + 1
        while end < last:
            named = _is_name_word(words[end], lower[end], classes[end]) or lower[end] in SUFFIXES
            if named or _joins_names(words, lower, end, last):
                end += 1
            else:
                break
        runs.append((i, end))
        i = end
    return runs


def _joins_names(words: list[str], lower: list[str], i: int, last: int) -> bool:
    """Whether a small word stands within a name: "Ludwig van Beethoven", "Bank of the South"."""
    if lower[i] not in PARTICLES and lower[i] not in {"of", "&"} and not (lower[i] == "the" and lower[i - 1] == "of"):
        return False
    behind = i + 2 if lower[i] == "of" and lower[i + 1 : i + 2] == ["the"] else i + 1
    return behind < last and words[behind][0].isupper()


def _is_name_word(word: str, low: str, letter: str) -> bool:
    if not word[0].isupper() or low in NOT_NAMES:
        return False
    if letter in "P":
        return True
    return letter in "NJM" and (word.isupper() and len(word) > 1)


def describe(text: Text, first: int, last: int) -> Description:
    """What the words of a noun phrase say: a name, a kind, a role, a country.

    >>> describe(Text("Salvadoran President Nayib Bukele said no."), 0, 4)
    Description(name='Nayib Bukele', kind='person', role='President', country='SV', head='bukele')
    """
    core = _core(text, first, last)
    found = Description(head=_head(text, *core))
    runs = name_runs(text, *core)
    phrase = _without_article(text, *core)
    code = country_of(phrase)
    if code is not None:
        return _country(found, phrase, code)
    if len(runs) > 1 and {"and", "&"} & set(text.lower[runs[0][1] : runs[-1][0]]):
        found.kind = "group"  # "Norland and Suderia": neither of the two
        return found
    if runs:
        _describe_name(text, found, runs, core)
    if found.name is None:
        _describe_common(text, found, core)
    elif found.role is None and core[1] < last:
        found.role = _role_in_apposition(text, core[1], last)
        if found.role and found.kind == "unknown":
            found.kind = "person"
    if found.country is None and found.kind in {"person", "organization", "group", "unknown"}:
        found.country = _country_within(text, core)
    return found


def _core(text: Text, first: int, last: int) -> tuple[int, int]:
    """The phrase up to its first comma, bracket or relative clause."""
    classes = text.word_classes(first)
    for i in range(first, last):
        if classes[i] in ",(;-W" and i > first:
            return first, i
    return first, last


def _without_article(text: Text, first: int, last: int) -> str:
    if text.lower[first] in {"the", "a", "an"} and last - first > 1:
        first += 1
    return text.string(text.range(first, last))


def _head(text: Text, first: int, last: int) -> str:
    """The last word before a preposition: what the phrase is."""
    classes = text.word_classes(first)
    head = first
    for i in range(first, last):
        if classes[i] in "ITW" and i > first:
            break
        if classes[i] in "NPQM":
            head = i
    return text.lower[head]


def _country(found: Description, phrase: str, code: str) -> Description:
    found.country = code
    role = country_role(phrase)
    if role == "name":
        found.kind, found.name = "place", phrase
    elif role == "demonym":
        found.kind = "group" if phrase.endswith(("s", "ese", "ish", "ch")) else "person"
    else:
        found.kind = "organization"
        found.name = phrase
    return found


def _describe_name(text: Text, found: Description, runs: list[tuple[int, int]], core: tuple[int, int]) -> None:
    """Splits titles from the name in the run that is the phrase's head, and tells its kind."""
    classes = text.word_classes(core[0])
    head_end = next((i for i in range(core[0], core[1]) if classes[i] in "IT" and i > core[0]), core[1])
    run = next((r for r in reversed(runs) if r[0] < head_end), None)
    if run is None or (run[1] < head_end and classes[head_end - 1] in "N"):
        return
    begin, end = run
    titles = _titles(text, core[0], begin, end)
    start = titles[1] if titles else begin
    if start >= end:
        if not titles:
            return
        found.role = text.string(text.range(*titles))
        found.kind = "person"
        return
    kind = "person" if titles else name_kind(text, start, end)
    home = text.lower.index("of", start, end) if "of" in text.lower[start:end] else end
    if start < home < end and (titles or text.lower[start] in load("given_names")):
        end, kind = home, "person"  # "Ivo Lund of Norland"
    name = text.string(text.range(start, end))
    found.name = name
    found.head = text.lower[end - 1]
    if titles:
        role = text.string(text.range(*titles))
        found.kind = "person"
        if text.lower[titles[0]] not in words_of("honorifics"):
            found.role = role
        found.country = country_of(role.split()[0]) if " " in role else None
        if found.country and found.role:
            found.role = role.split(maxsplit=1)[1]
    else:
        found.kind = kind


def _titles(text: Text, floor: int, begin: int, end: int) -> tuple[int, int] | None:
    """The tokens of the titles that stand in front of a name, lower case ones before the run included."""
    titles = words_of("titles")
    last = None
    i = begin
    while i < end:
        two = " ".join(text.lower[i : i + 2])
        if text.lower[i] in titles or two in titles:
            last = i + (2 if two in titles and text.lower[i] not in titles else 1)
            if text.lower[last : last + 1] == ["of"] and last + 1 < end:
                last = min(last + 2, end)
            i = last
        elif (last is None and country_role(text.words[i]) == "demonym") or (
            last is None and i - begin < 3 and any(word in titles for word in text.lower[i + 1 : min(end, i + 4)])
        ):
            i += 1
        else:
            break
    start = begin
    while start > floor and text.word_class(start - 1) in "NJ":
        start -= 1
    if last is None:
        if start < begin and (text.lower[begin - 1] in titles or text.lower[begin - 1] in words_of("persons")):
            return start, begin
        return None
    return start, last


def name_kind(text: Text, start: int, end: int) -> str:
    """The kind of the thing that bears a name without a title."""
    last = text.lower[end - 1]
    words = text.words[start:end]
    organizations = words_of("organizations")
    if country_of(text.string(text.range(start, end))):
        return "place"
    if (
        last in organizations
        or any(word in organizations for word in text.lower[start:end])
        or "of" in text.lower[start:end]
    ):
        return "organization"
    if last in words_of("places"):
        return "place"
    given = load("given_names")
    if text.lower[start] in given and end - start > 1:
        return "person"
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return "organization"
    if len(words) > 1 and candidates(last)[0] in "Ng" and last in load("word_classes"):
        return "organization"  # "Veltra Mining", "Harbour Foods"
    if 2 <= len(words) <= 4 and all(word[0].isupper() or word.lower() in PARTICLES for word in words):
        return "person"
    return "unknown"


def _describe_common(text: Text, found: Description, core: tuple[int, int]) -> None:
    head = found.head
    first = text.lower[core[0]]
    if head in words_of("groups") or head in plurals_of("persons") or head in plurals_of("places"):
        found.kind = "group"
    elif head in words_of("persons"):
        found.kind = "person"
        found.role = found.role or _role_words(text, core)
    elif head in words_of("organizations") or head in plurals_of("organizations"):
        found.kind = "organization" if head in words_of("organizations") else "group"
    elif head in words_of("places"):
        found.kind = "place"
    elif core[1] - core[0] > 1:
        return
    elif first in {"he", "she", "him", "her", "his", "i", "me", "my"}:
        found.kind = "person"
    elif first in {"they", "we", "us", "them", "their", "our"}:
        found.kind = "group"


def _role_words(text: Text, core: tuple[int, int]) -> str | None:
    classes = text.word_classes(core[0])
    start = core[0]
    while start < core[1] and classes[start] in "DS":
        start += 1
    end = next((i for i in range(start, core[1]) if classes[i] in "IT"), core[1])
    return text.string(text.range(start, end)) if start < end else None


def _role_in_apposition(text: Text, start: int, last: int) -> str | None:
    """The role told behind a name: "Dana Webb, a spokeswoman for the union"."""
    classes = text.word_classes(start)
    begin = start
    while begin < last and classes[begin] in ",D":
        begin += 1
    end = next((i for i in range(begin, last) if classes[i] in "IT,W"), last)
    if begin >= end or text.lower[end - 1] not in words_of("persons") | words_of("titles"):
        return None
    return text.string(text.range(begin, end))


def _country_within(text: Text, core: tuple[int, int]) -> str | None:
    """The country of a government, an office or a people named by it: "the US government", "Salvadoran officials"."""
    for i in range(core[0], core[1]):
        if text.words[i][0].isupper():
            code = country_of(text.words[i]) or (
                country_of(text.string(text.range(i, i + 2))) if i + 1 < core[1] else None
            )
            if code and country_role(text.words[i]) in {"demonym", "name"} and i < core[1] - 1:
                return code
    return None
