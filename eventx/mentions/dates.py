"""Dates in running text: where they stand, and the ISO 8601 value of each.

`find_dates` looks for the words that a date cannot do without (a weekday, a month, a unit of time, a four-digit number)
and tries one pattern around each. `resolve_date` reads an expression by the first form that it matches as a whole.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from eventx.mentions.date_patterns import CLOCK, EDGE, IN, LATE, PART, patterns
from eventx.mentions.date_values import FORMS, Base, Resolved

if TYPE_CHECKING:
    # models load pydantic, which the engine does without
    from eventx.models.values import Grain

_REACH_BACK, _REACH_ON = 72, 48
_LONGEST = 100


class DateMention(NamedTuple):
    """Code points `start` to `end` (half-open) hold a date with its modifiers; `expression` is what to resolve."""

    start: int
    end: int
    expression: str


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
    return [DateMention(first, last, _core(source[first:last])) for first, last in _apart(found)]


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


def resolve_date(expression: str, published: str | None, *, ahead: bool = False) -> Resolved:
    """The ISO 8601 value of a date expression and its grain, relative to the story's ISO date or date and time.

    A bare weekday is the last one up to that day; a month or a day without a year lies at most three months ahead, else
    behind; with `ahead` all of them are the next ones (“by Friday”). The value is `None` where it cannot be known, the
    grain where there is none. Raises `ValueError` where `published` is no ISO date.

    >>> resolve_date("Monday", "2025-02-04"), resolve_date("the first quarter of 2016", None)
    (('2025-02-03', 'day'), ('2016-01/2016-03', 'quarter'))
    """
    if len(expression) > _LONGEST:
        return None, None
    return _resolve(" ".join(expression.split()).replace("’", "'"), published, ahead)


@lru_cache(maxsize=4096)
def _resolve(expression: str, published: str | None, ahead: bool) -> Resolved:
    moment = datetime.fromisoformat(published) if published else datetime(2000, 1, 3)
    base = Base(moment.date(), moment if published and ("T" in published or ":" in published) else None, ahead)
    words, clock = _split_clock(_form("^(?:on|in|by|at|since|until|during|before|after|from) ").sub("", expression))
    words = _core(words)
    for form in FORMS:
        match = _form(form.template).fullmatch(words)
        if match:
            try:
                value, grain = form.read(match, base)
            except (ValueError, OverflowError):  # no such day, or beyond the calendar
                return None, None
            return (None, grain) if form.relative and not published else _at_clock(value, grain, clock)
    return None, None


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
    """A day's value with the time of day; “midnight” stands between two days and adds nothing."""
    clock = clock.replace("noon", "12 p")
    time = _form(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])?\b").match(clock)
    if not time or value is None or grain != "day" or "/" in value:
        return value, grain
    hour, minute = int(time["hour"]), time["minute"]
    if time["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if time["half"] == "p" else 0)
    if hour > 23 or int(minute or 0) > 59:
        return value, grain
    return (f"{value}T{hour:02}:{minute}", "minute") if minute else (f"{value}T{hour:02}", "hour")
