"""Dates in running text: where they stand, and the ISO 8601 value of each.

`find_dates` looks for the words that a date cannot do without (a weekday, a month, a unit of time, a four-digit number)
and tries one pattern around each; two dates with “to” between them are one, and so are a period and the date at which
it ends. `resolve_date` reads an expression by the first form that it matches as a whole, or each end of it on its own.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from eventx.mentions.date_context import is_of_vote, looks_ahead
from eventx.mentions.date_patterns import CLOCK, EDGE, IN, LATE, MONTH, PART, QUANTITY, UNIT, WEEKDAY, patterns
from eventx.mentions.date_values import FLOATING, FORMS, Base, Resolved, counted, offset, period

if TYPE_CHECKING:
    # models load pydantic, which the engine does without
    from eventx.models.values import Grain

_REACH_BACK, _REACH_ON = 72, 48
_LONGEST = 100
_LONGEST_LINK = 14
_LINK = r"(?:,? (?:to|through|thru|until|till|(?P<and>and))(?: on)? |[-–])"
_CHANGE = (
    r"\b(?:(?:mov|postpon|delay|push|shift|reschedul|chang|switch|extend|compar)[a-z]{0,5}|br[a-z]{3,5} forward"
    r"|put (?:off|back))\b[^,.;]{0,40}\Z"
)
_PERIOD = (
    rf"the (?:(?:first|last|past|final) )?(?:(?P<count>{QUANTITY}|few)[ -])?(?:(?:fiscal|financial|business|half) )?"
    rf"(?P<unit>half[ -]year|quarter|{UNIT})s? (?P<link>to|through|ended|ending)(?: (?:on|in))?"
)


class DateMention(NamedTuple):
    """Code points `start` to `end` (half-open) hold a date with its modifiers; `expression` is what to resolve.

    `ahead` is true where the words around look on to a date whose value that decides: “will meet on Friday”. The
    expression of the date of a vote says so, “Nov. 8 election”: such a day lies ahead only if it is near.
    """

    start: int
    end: int
    expression: str
    ahead: bool


def find_dates(source: str, start: int, end: int) -> list[DateMention]:
    """The dates between two code-point offsets of the source, in text order and apart from each other.

    >>> [date.expression for date in find_dates("He said late on Monday that it began in 2011.", 0, 45)]
    ['Monday', '2011']
    """
    found: list[tuple[int, int]] = []
    searched: dict[str, int] = {}
    for anchor in patterns()["anchor"].finditer(source, start, end):
        kind = str(anchor.lastgroup)
        begin = max(start, searched.get(kind, 0), anchor.start() - _REACH_BACK)
        match = _around(patterns()[kind], source, begin, anchor.start(), min(end, anchor.end() + _REACH_ON))
        if match and not _is_title(source, match, start):
            searched[kind] = match.end()
            found.append(match.span())
    return [_mention(source, first, last) for first, last in _joined(source, _apart(found), start)]


def _mention(source: str, start: int, end: int) -> DateMention:
    expression = _core(source[start:end])
    if expression[-4:].isdecimal() or not _form(rf"\b(?:{WEEKDAY}|{MONTH}|weekend)\b").search(expression):
        return DateMention(start, end, expression, ahead=False)
    if is_of_vote(source, start, end) and _form(FLOATING).fullmatch(expression):
        return DateMention(start, end, f"{expression} election", ahead=True)
    return DateMention(start, end, expression, looks_ahead(source, start, end))


def _around(pattern: re.Pattern[str], source: str, begin: int, at: int, stop: int) -> re.Match[str] | None:
    """The match that holds the character at `at`."""
    for match in pattern.finditer(source, begin, stop):
        if match.start() > at:
            break
        if at < match.end():
            return match
    return None


def _is_title(source: str, match: re.Match[str], start: int) -> bool:
    """Whether a capital “Today” or “Tonight” belongs to a name: it begins no sentence, or stands alone in quotes."""
    if not match[0].startswith(("Today", "Tonight", "Tomorrow", "Yesterday")):
        return False
    before = source[max(start, match.start() - 8) : match.start()].rstrip()
    begins = not before or before[-1] in ".!?:;“”\"‘’'([—–-"
    return not begins or source[match.end() : match.end() + 1] in ("”", '"')


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans without those that overlap a longer one."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
        elif span[1] - span[0] > kept[-1][1] - kept[-1][0]:
            kept[-1] = span
    return kept


def _joined(source: str, spans: list[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    """The spans, of which two that tell from when until when are one, and so is a date with the period it ends."""
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first - joined[-1][1] < _LONGEST_LINK and _is_range(source, *joined[-1], first, last):
            first = joined.pop()[0]
        before = source[max(start, first - _REACH_BACK) : first]
        if before.rstrip().endswith(("to", "ed", "ing", "through", "on")):
            period_of = _form(rf"\b{_PERIOD}\s\Z").search(before)
            if period_of and _form(rf"\b{MONTH}\b").search(source, first, last):
                first -= len(before) - period_of.start()
                while joined and joined[-1][1] > first:
                    joined.pop()
        joined.append((first, last))
    return joined


def _is_range(source: str, start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether what stands between two dates makes them the ends of one: “from 2011 to 2014”, “between May and July”.

    Where something is put off from one day to another they are two.
    """
    link = _form(_LINK).fullmatch(source, end, other_start)
    before = source[max(0, start - _REACH_BACK) : start].lower()
    if not link or (link["and"] and not before.rstrip().endswith("between")) or _form(_CHANGE).search(before):
        return False
    grain = resolve_date(source[start:end], None)[1]
    return grain is not None and grain == resolve_date(source[other_start:other_end], None)[1]


def resolve_date(expression: str, published: str | None, *, ahead: bool = False) -> Resolved:
    """The ISO 8601 value of a date expression and its grain, relative to the story's ISO date or date and time.

    A bare weekday is the last one up to that day; a month or a day without a year lies at most three months ahead, else
    behind; with `ahead` all of them are the next ones (“by Friday”), but those of elections lie at most eight months
    ahead. The value is `None` where it cannot be known, the grain where there is none. Raises `ValueError` where
    `published` is no ISO date.

    >>> resolve_date("Monday", "2025-02-04"), resolve_date("the first quarter of 2016", None)
    (('2025-02-03', 'day'), ('2016-01/2016-03', 'quarter'))
    """
    if len(expression) > _LONGEST:
        return None, None
    return _resolve(" ".join(expression.split()).replace("’", "'"), published, ahead)


@lru_cache(maxsize=4096)
def _resolve(expression: str, published: str | None, ahead: bool) -> Resolved:
    base = None
    if published:
        moment = datetime.fromisoformat(published)
        base = Base(moment.date(), moment if "T" in published or ":" in published else None, ahead)
    words = _form("^(?:on|in|by|at|since|until|during|before|after|from|between) ").sub("", expression)
    if words.endswith(" election"):
        words = words.removesuffix(" election")
        base = base and base._replace(vote=True)
    try:
        return _single(words, base) or _ending(words, base) or _range(words, base) or (None, None)
    except (ValueError, OverflowError):  # no such day, or beyond the calendar
        return None, None


def _single(words: str, base: Base | None) -> Resolved | None:
    """The value of an expression of one form, `None` where none fits."""
    words, clock = _split_clock(words)
    words = _core(words)
    for form in FORMS:
        match = _form(form.template).fullmatch(words)
        if match:
            value, grain = form.read(match, base or Base(date(2000, 1, 3)))
            return _at_clock(None if form.relative and base is None else value, grain, clock)
    return None


def _ending(words: str, base: Base | None) -> Resolved | None:
    """“The three months to December”: a period told by the month or the day at which it ends."""
    match = _form(rf"{_PERIOD}\s(?P<end>.{{1,{_LONGEST}}})").fullmatch(words)
    if not match:
        return None
    if base and match["link"].lower() == "ended":
        base = base._replace(behind=True)
    value, grain = _single(match["end"], base) or (None, None)
    if value is None or grain not in ("day", "month") or "/" in value:
        return None, grain
    return period(value, counted(match["count"]), match["unit"].lower()), grain


def _range(words: str, base: Base | None) -> Resolved | None:
    """“June 2015 to March 2016”: each end is read for itself, one without a year or a week near the other."""
    match = _form(rf"(?P<first>.{{1,{_LONGEST}}}?){_LINK}(?P<last>.{{1,{_LONGEST}}})").fullmatch(words)
    first, last = (_single(match["first"], base), _single(match["last"], base)) if match else (None, None)
    if not match or not first or not last or first[1] != last[1]:
        return None
    if _floats(match["last"]) and (begin := _day(first[0])):
        last = _single(match["last"], Base(begin, ahead=True)) or last
    elif _floats(match["first"]) and (end := _day(last[0])):
        first = _single(match["first"], Base(end, behind=True)) or first
    if first[0] is None or last[0] is None:
        return None, first[1]
    begins, ends = first[0].partition("/")[0], last[0].rpartition("/")[2]
    return (f"{begins}/{ends}" if begins <= ends else None), first[1]


def _floats(words: str) -> bool:
    """Whether an expression is a weekday without its week, or a month or a day without its year."""
    return _form(FLOATING).fullmatch(_core(_split_clock(words)[0])) is not None


def _day(value: str | None) -> date | None:
    """The first day of a value in months, days or finer."""
    return date.fromisoformat(f"{value}-01"[:10]) if value and len(value) > 4 and value[5] != "W" else None


@cache
def _form(template: str) -> re.Pattern[str]:
    return re.compile(template.replace(" ", r"\s"), re.IGNORECASE | re.ASCII)


def _core(words: str) -> str:
    """An expression without “late on”, “the end of” or “night”, which leave its value as it is."""
    words = _form(f"^(?:{EDGE})?(?:{IN}|{LATE})?").sub("", words)
    return _form(f"(?<=day|row){PART}$").sub("", words)


def _split_clock(words: str) -> tuple[str, str]:
    """The date and the time of day of “3 p.m. on Monday” or “Monday at noon”."""
    first = rf"(?:at )?(?P<clock>{CLOCK}),? (?:on )?(?P<date>.{{1,{_LONGEST}}})"
    second = rf"(?P<date>.{{1,{_LONGEST}}}?),? at (?:about |around )?(?P<clock>{CLOCK})"
    match = _form(first).fullmatch(words) or _form(second).fullmatch(words)
    return (match["date"], match["clock"].lower()) if match else (words, "")


def _at_clock(value: str | None, grain: Grain | None, clock: str) -> Resolved:
    """A day's value with the time of day and the offset of its time zone; “midnight” adds nothing, between two days."""
    form = r"(?P<hour>\d\d?)(?:[:.]?(?P<minute>\d\d))?(?:\s?(?P<half>[ap])\.?m\b\.?|\b)(?:\s(?P<zone>[a-z ]{2,30}))?"
    time = _form(form).fullmatch(clock.replace("noon", "12 pm"))
    if not time or grain != "day" or (value and "/" in value):
        return value, grain
    hour, minute = int(time["hour"]), time["minute"]
    if time["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if time["half"] == "p" else 0)
    if hour > 23 or int(minute or 0) > 59:
        return value, grain
    if value is not None:
        value = f"{value}T{hour:02}" + (f":{minute}" if minute else "")
        value += offset(time["zone"] or "", datetime.fromisoformat(value))
    return value, "minute" if minute else "hour"
