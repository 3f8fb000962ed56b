"""Numbers in running text, as amounts of money and quantities share them: “2.5m”, “3,000 to 4,000”, “half a million”.

`number_pattern` is the form of a number, `read_number` its value. A range has a low and a high end; a change (“from 2
to 3 percent”) and a score (“51-49”) are none.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

SCALES = {
    "dozen": 12, "hundred": 10**2, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6, "mil": 10**6,
    "m": 10**6, "mn": 10**6, "mln": 10**6, "crore": 10**7, "billion": 10**9, "bn": 10**9, "b": 10**9,
    "trillion": 10**12, "trn": 10**12, "tn": 10**12, "t": 10**12,
}  # fmt: skip
ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: value for value, word in enumerate(ONES.split(), 1)}
_WORDS |= {word: 10 * value for value, word in enumerate(TENS.split(), 2)}
_PORTIONS = {"half": "0.5", "quarter": "0.25", "fifth": "0.2", "eighth": "0.125", "tenth": "0.1", "hundredth": "0.01"}
_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
_LARGE = "hundred|thousand|million|billion|trillion"
ABOUT = "about around roughly approximately some nearly almost".split()
INTRODUCTION = 40
# a move over the sum and the sum it leads to are told apart by their size: “rose $1 to $83”
_TIMES = 4


class Number(NamedTuple):
    """A number that begins at code point `start`: its `amount`, or `low` and `high`, or none of them (“dozens of”)."""

    start: int
    amount: Decimal | None
    low: Decimal | None
    high: Decimal | None


class _Reading(NamedTuple):
    """A value, and its last scale with what stands before it: 3,000,000 is 3 and a million."""

    value: Decimal
    bare: Decimal
    scale: Decimal | None


def any_of(words: str) -> str:
    """A pattern for one of some words."""
    return "|".join(sorted(words.split(), key=len, reverse=True))


def figure_pattern() -> str:
    """The form of a number in figures with its scale: “1,250.50”, “3 1/2”, “2.5m”, “500 crore”."""
    figure = (
        r"(?:(?:\d{1,3}[\s-])?[1-7]/[248](?![0-9/])"
        r"|(?!00)(?:\d{1,3}(?:,\d{2,3}){0,5},\d{3}|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,4}|\d{1,15})"
        r"(?:\.\d{1,4}|[½¼¾])?(?!\d|[.,]\d)|\.\d{1,4}(?!\d)|[½¼¾])"
    )
    scale = rf"(?:[\s-]?(?ai:{_LARGE}|crore|lakh|dozen)\b|\s?(?:mln|mn|bn|trn|tn|mil)\b|[mMbBkKtT]\b)"
    return (figure + scale + "?").replace(r"\d", "[0-9]")


def number_pattern(article: str = "") -> str:
    """The form of a number in figures or words, or of a range or a vague number, with what tells that it begins here.

    `article` is a form of *a* that is a number as well. The groups are those that `read_number` reads.
    """
    counted = rf"(?:{_LARGE}|dozen|half|quarter)\b"
    atom = rf"(?:(?:{any_of(ONES)}|{any_of(TENS)})\b|{counted})"
    share = rf"(?:(?:an?|{any_of(ONES)})[\s-])?(?:{any_of(' '.join(_PORTIONS))})s?"
    portion = rf"(?:half\san?|{share}\sof\s(?:an?|one|1))\b(?:[\s-](?:{_LARGE}|dozen)\b){{0,2}}"
    behind_large = "(?:(?<=hundred)|(?<=thousand)|(?<=illion))"
    numeral = (
        rf"(?ai:{portion}|(?:an?[\s-]{counted}|{atom})"
        rf"(?:[\s-]{atom}|{behind_large}[\s-]and[\s-]{atom}|[\s-]and[\s-]an?[\s-](?:half|quarter)\b){{0,7}}"
        + (f"|{article})" if article else ")")
    )
    number = f"(?:{figure_pattern()}|{numeral})"
    vague = (
        rf"(?:(?:several|many|a\sfew|a\scouple(?:\sof)?)\s(?:dozen|{_LARGE})\b(?:\s(?:thousand|million|billion)\b)?"
        r"|multi[\s-]?(?:million|billion|trillion)\b"
        r"|(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)"
        r"(?:\sof\s(?:hundreds|thousands|millions|billions|trillions)){0,2}(?:\sof\b|(?=\smore\b)))"
    )
    between = "|".join([r"(?<=etween\s)", *(rf"(?<=etween\s{word}\s)" for word in ABOUT)])
    # a dash between words joins one number: “twenty-five”
    dash = r"\s?[-–]\s?(?=[0-9.])"
    link = rf"(?(between)(?:\s(?:and|to)\s|{dash})|(?:-?\s(?:to|or)\s|{dash}))"
    return (
        r"(?:(?<![\w$£€%.,/#:-])|(?<=%-)|(?<=[0-9]p-))(?=[0-9.½¼¾]|(?ai:[abdefhmnoqst]))"
        rf"(?:(?:(?P<between>{between})?(?P<low>{number})(?P<link>{link}))?(?P<last>{number})|(?P<vague>(?ai:{vague})))"
    )


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns by name; white space is one character, and every repetition is bounded.

    >>> patterns()["between"].search("They want between about ") is not None
    True
    """
    about = rf"(?:(?:{'|'.join(ABOUT)}|more\sthan|less\sthan|up\sto|at\sleast|by|an\s(?:extra|estimated))\s){{0,2}}"
    moved = (
        r"(?:r[io]se[sn]?|rising|f[ae]ll(?:s|en|ing)?|fell|up|down|higher|lower|gain(?:s|ed|ing)?|los(?:es?|t|ing)"
        r"|climb(?:s|ed|ing)?|slip(?:s|ped|ping)?|drop(?:s|ped|ping)?|add(?:s|ed|ing)?|shed(?:s|ding)?"
        r"|jump(?:s|ed|ing)?|advanc(?:es?|ed|ing)|declin(?:es?|ed|ing)|edged|s[ula]nk|tumbled|soared|surged|eased|dipped)"
    )
    found = {
        "between": rf"\b[Bb]etween\s{about}\Z",
        "from": (
            r"\b(?P<spread>(?:rang(?:e[sd]?|ing)|anywhere|somewhere|var(?:y|ies|ied|ying))\s)?[Ff]rom\s"
            r"(?:\w{1,12}\s){0,3}\Z"
        ),
        "moved": rf"\b{moved}\s{about}\Z",
        "plain": "[0-9]{1,4}",
        "year": "(?:1[5-9]|20)[0-9]{2}",
        "dated": r"\b(?ai:in|since|until|till|during|before|after|early|late|mid|the)[\s-]\Z",
        "month": (
            r"\b(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)"
            r"|Nov(?:ember|\.)|Dec(?:ember|\.))\s\Z"
        ),
        "link": r"-?\sto\s|\sand\s|\s?[-–]\s?",
        "gap": r"[\s-]+",
        "grouping": r"[,\u00a0\u2009\u202f]",
        "scaled": r"(?P<figure>[^A-Za-z]{0,40}?[0-9½¼¾])[\s-]?(?P<scale>[A-Za-z]*)\Z",
    }
    return {name: re.compile(pattern) for name, pattern in found.items()}


def read_number(source: str, match: re.Match[str], begin: int) -> Number | None:
    """What a match of `number_pattern` says; nothing where it is a score. No code point before `begin` is looked at."""
    if match["vague"]:
        return Number(match.start("vague"), None, None, None)
    last = _reading(match["last"])
    if match["low"]:
        start = match.start("low")
        introduction = before(source, begin, start)
        ends = range_of(_reading(match["low"]), last, match["link"], introduction)
        if ends and not is_date(match["low"], introduction):  # “from 40 percent in May 1990 to 42 percent”
            return Number(start, None, *ends)
        if match["link"] in ("-", "–"):
            return None
    return Number(match.start("last"), last.value, None, None)


def is_date(figures: str, introduction: str) -> bool:
    """Whether figures are a day or a year: “on May 5”, “since 2016”, “Nov. 2016”."""
    if not patterns()["plain"].fullmatch(figures):
        return False
    if patterns()["month"].search(introduction):
        return True
    return patterns()["year"].fullmatch(figures) is not None and patterns()["dated"].search(introduction) is not None


def before(source: str, begin: int, at: int) -> str:
    """The words before a place, as many as may introduce a number."""
    return source[max(begin, at - INTRODUCTION) : at]


def read_figure(figure: str) -> _Reading:
    """The value of a number in figures with its scale.

    >>> read_figure("1.13bn").value, read_figure("3 1/2").value
    (Decimal('1130000000'), Decimal('3.5'))
    """
    match = patterns()["scaled"].match(figure)
    if not match:
        raise ValueError(f"no number in figures: {figure!r}")
    bare = _figure(match["figure"])
    if not match["scale"]:
        return _Reading(bare, bare, None)
    scale = Decimal(SCALES[match["scale"].lower()])
    return _Reading(plain(bare * scale), bare, scale)


def range_of(
    first: _Reading, second: _Reading, link: str, introduction: str, *, closed: bool = False
) -> tuple[Decimal, Decimal] | None:
    """The ends of “2 to 3 million”, or of “between 2 and 3 million”; “from 2 to 3 million” tells a change, no range.

    `closed` where both numbers have their unit, so that “rose $1 to $83” may tell a change.
    """
    if "and" in link and not patterns()["between"].search(introduction):
        return None
    if "to" in link and _is_change(introduction):
        return None
    low, high = first.value, second.value
    if second.scale and not first.scale and low <= second.bare:
        low = plain(low * second.scale)
    if closed and "to" in link and low * _TIMES <= high and patterns()["moved"].search(introduction):
        return None
    return (low, high) if low < high else None


def joined(
    first: Decimal | None, second: Decimal | None, link: str, introduction: str
) -> tuple[Decimal, Decimal] | None:
    """The ends of a range whose two numbers both have their unit: “40p to 50p”, “between 2 percent and 3 percent”."""
    if first is None or second is None or not patterns()["link"].fullmatch(link):
        return None
    return range_of(_Reading(first, first, None), _Reading(second, second, None), link, introduction, closed=True)


def plain(value: Decimal) -> Decimal:
    """The value without trailing zeros and without an exponent."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _is_change(introduction: str) -> bool:
    match = patterns()["from"].search(introduction)
    return match is not None and not match["spread"]


def _reading(words: str) -> _Reading:
    return _numeral(words) if words[0].isalpha() else read_figure(words)


def _figure(figure: str) -> Decimal:
    if "/" in figure:
        *whole, fraction = patterns()["gap"].split(figure)
        part, of = fraction.split("/")
        return Decimal(whole[0] if whole else 0) + Decimal(part) / Decimal(of)
    digits = patterns()["grouping"].sub("", figure)
    if digits[-1] in _FRACTIONS:
        return Decimal(digits[:-1] or 0) + Decimal(_FRACTIONS[digits[-1]])
    return Decimal(digits)


def _numeral(words: str) -> _Reading:
    """The value of a number in words, such as “two and a half million”; that of a mere *a* is one."""
    total, current, large = Decimal(0), Decimal(0), Decimal(1)
    added = whole = False
    scale: Decimal | None = None
    for part in patterns()["gap"].split(words.lower()):
        scale = None
        portion = Decimal(_PORTIONS.get(part.removesuffix("s"), 0))
        if part in _WORDS and not whole:
            current += _WORDS[part]
        elif portion and added and not current:  # “a million and a half”
            total += portion * large
        elif portion:
            current = current + portion if added else (current or 1) * portion
        elif part in SCALES:
            scale = Decimal(SCALES[part])
            if scale < 1000:
                current = (current or 1) * scale
            else:
                total, current, large = total + (current or 1) * scale, Decimal(0), scale
        added = part == "and" or (added and part in ("a", "an"))
        whole = part == "of"  # in “half of one percent” one is no more than *a*
    value = plain(total + current) or Decimal(1)
    return _Reading(value, plain(value / scale) if scale else value, scale)
