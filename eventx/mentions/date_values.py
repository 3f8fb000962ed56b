"""The forms of date expressions, each with the function that works out its ISO 8601 value."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from eventx.mentions.date_patterns import (
    ABOUT,
    DAY,
    LAST,
    MONTH,
    MONTHS,
    ONES,
    PART,
    QUANTITY,
    SEASON,
    TENS,
    THAT,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
)

if TYPE_CHECKING:
    from eventx.models.values import Grain

Resolved = tuple[str | None, "Grain | None"]

_DATEPARSER_LOCK = Lock()
_STEPS = {"last": -1, "this past": -1, "the": 0, "this": 0, "this coming": 1, "next": 1}
# in 700 news stories the months without a year lay behind, but for those of the next three months, where it was even
_MONTHS_AHEAD = 3
_MONTHS_TO_VOTE = 8
_OFFSETS = {
    "gmt": 0,
    "utc": 0,
    "bst": 1,
    "cet": 1,
    "cest": 2,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
_AMERICAN = {"eastern": "New_York", "central": "Chicago", "mountain": "Denver", "pacific": "Los_Angeles"}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "latter": 2}


class Base(NamedTuple):
    """What relative expressions count from: the day of the story, its moment where known, and which way they look.

    With `ahead` a bare weekday, a month or a day without a year is the next one, with `behind` the last one. With
    `vote` it is that of an election ahead: at most eight months on, and “Tuesday's primary” is past on Wednesday.
    """

    day: date
    moment: datetime | None = None
    ahead: bool = False
    behind: bool = False
    vote: bool = False

    def reach(self) -> int:
        """How many months on a month or a day without a year may lie."""
        if self.behind or not self.ahead:
            return -1 if self.behind else _MONTHS_AHEAD
        return _MONTHS_TO_VOTE if self.vote else 12


class Form(NamedTuple):
    """A form of date expressions; `relative` where its value needs the day of the story."""

    relative: bool
    template: str
    read: Callable[[re.Match[str], Base], Resolved]


def _grain(unit: str) -> tuple[Grain, int]:
    """The grain in which a unit of time is written, and how many of these it lasts."""
    units: dict[str, tuple[Grain, int]] = {
        "minute": ("minute", 1),
        "hour": ("hour", 1),
        "week": ("week", 1),
        "fortnight": ("week", 2),
        "month": ("month", 1),
        "year": ("year", 1),
        "decade": ("year", 10),
    }
    return units.get(unit, ("day", 1))


def _written(day: date, grain: str) -> str:
    if grain == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return day.isoformat()[: {"year": 4, "month": 7, "day": 10}[grain]]


def _shifted(day: date, grain: str, count: int) -> date:
    if grain in ("day", "week"):
        return day + timedelta(days=count * (7 if grain == "week" else 1))
    year, month = divmod(day.year * 12 + day.month - 1 + count * (12 if grain == "year" else 1), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def counted(words: str | None) -> int | None:
    """A counted number, 1 where there is none; `None` for “a few”, “several” and halves."""
    words = (words or "").lower()
    if words.isdecimal():
        return int(words)
    known = {word: count for count, word in enumerate(ONES, 1)} | {word: 10 * tens for tens, word in enumerate(TENS, 2)}
    known |= {"": 1, "a": 1, "an": 1, "a dozen": 12, "two dozen": 24, "a hundred": 100}
    tens, _, ones = words.partition("-")
    if ones and tens in TENS:
        return known[tens] + known[ones]
    return known.get(words)


def _group(match: re.Match[str], name: str) -> str:
    return (match[name] or "").lower()


def _iso(match: re.Match[str], _: Base) -> Resolved:
    day = date.fromisoformat(match["day"]).isoformat()
    if not match["time"]:
        return day, "day"
    zone = (match["zone"] or "").replace("Z", "+00:00")
    return datetime.fromisoformat(f"{day}T{match['time']}{zone}").isoformat(timespec="minutes"), "minute"


def _numeric(match: re.Match[str], _: Base) -> Resolved:
    """A day and a month in figures, known only where one of them is above 12 or they are equal."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first != second and first <= 12 and second <= 12:
        return None, "day"
    return date(year, min(first, second), max(first, second)).isoformat(), "day"


def _near(match: re.Match[str], base: Base) -> Resolved:
    days = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    words = match[0].lower()
    return _written(_shifted(base.day, "day", days.get(words, -words.startswith("last"))), "day"), "day"


def _weekday(match: re.Match[str], base: Base) -> Resolved:
    wanted, which, week = WEEKDAYS.index(_group(match, "day")), _group(match, "which"), _group(match, "week")
    back, on = (base.day.weekday() - wanted) % 7, (wanted - base.day.weekday()) % 7
    if which.startswith("the "):
        return None, "day"
    if week:
        distance = wanted - base.day.weekday() + 7 * _STEPS[week]
    elif which in ("last", "this past"):
        distance = -(back or 7)
    elif which == "next":
        distance = on or 7
    else:
        distance = on if which or (base.ahead and not (base.vote and back == 1)) else -back
    return _written(_shifted(base.day, "day", distance), "day"), "day"


def _weekend(match: re.Match[str], base: Base) -> Resolved:
    which = _group(match, "which")
    saturday = base.day + timedelta(days=5 - base.day.weekday())
    if which in ("last", "this past", "next"):
        saturday += timedelta(days=7 * _STEPS[which])
    elif not which and saturday > base.day and not base.ahead:
        saturday -= timedelta(days=7)
    return f"{saturday}/{saturday + timedelta(days=1)}", "day"


def _period(match: re.Match[str], base: Base) -> Resolved:
    """The calendar week, month, year and so on before, of or after the day of the story."""
    unit, step = _group(match, "unit"), _STEPS[_group(match, "which")]
    if unit == "quarter":
        day = _shifted(base.day, "month", 3 * step)
        return _quarter_of(day.year, (day.month + 2) // 3), "quarter"
    if unit == "decade":
        first = base.day.year // 10 * 10 + 10 * step
        return f"{first:04}/{first + 9:04}", "year"
    grain, _ = _grain(unit)
    return _written(_shifted(base.day, grain, step), grain), grain


def _interval(match: re.Match[str], base: Base) -> Resolved:
    """“The past five years”: from five years before the story up to it."""
    count = counted(_group(match, "count")) if match["count"] or not match["plural"] else None
    grain, length = _grain(_group(match, "unit"))
    if count is None or grain in ("hour", "minute"):
        return None, grain
    step = count * length * (-1 if _group(match, "which") in ("last", "past") else 1)
    ends = sorted((base.day, _shifted(base.day, grain, step)))
    return f"{_written(ends[0], grain)}/{_written(ends[1], grain)}", grain


def _distance(match: re.Match[str], base: Base) -> Resolved:
    """“Two days ago”, “in two weeks' time”; “two days earlier” counts from a day that the expression does not tell."""
    grain, length = _grain(_group(match, "unit"))
    count, relation = counted(_group(match, "count")), _group(match, "relation")
    vague = _group(match, "about").strip() not in ("", "about", "around", "some", "roughly", "just")
    if not match["count"] or count is None or vague or match["half"] or relation in ("earlier", "later"):
        return None, grain
    count *= -length if relation == "ago" else length
    if grain not in ("hour", "minute"):
        return _written(_shifted(base.day, grain, count), grain), grain
    if base.moment is None:
        return None, grain
    moment = base.moment.replace(tzinfo=None) + timedelta(**{f"{grain}s": count})
    return moment.isoformat(timespec="hours" if grain == "hour" else "minutes"), grain


def _told(match: re.Match[str], _: Base) -> Resolved:
    """“That day”, “the next morning”: counted from what the story tells."""
    return None, _grain(_group(match, "unit"))[0]


def _unknown(_: re.Match[str], __: Base) -> Resolved:
    return None, None


def _year(match: re.Match[str], _: Base) -> Resolved:
    first, last = match["first"], match["last"]
    if not last:
        return first, "year"
    last = first[: 4 - len(last)] + last
    return (f"{first}/{last}", "year") if first < last else (None, "year")


def _decade(match: re.Match[str], _: Base) -> Resolved:
    return f"{match['tens']}0/{match['tens']}9", "year"


def _month_number(words: str) -> int:
    return [month[:3].lower() for month in MONTHS].index(words[:3].lower()) + 1


def _month_of_year(match: re.Match[str], _: Base) -> Resolved:
    return f"{match['year']}-{_month_number(match['month']):02}", "month"


def _month(match: re.Match[str], base: Base) -> Resolved:
    which, other, month = _group(match, "which"), _group(match, "year"), _month_number(match["month"])
    if which.startswith("the "):
        return None, "month"
    year, now = base.day.year, base.day.month
    if other:
        year += _STEPS[other]
    elif which in ("last", "this past"):
        year -= month >= now
    elif which == "next":
        year += month <= now
    elif which == "this coming" or (not which and (month - now) % 12 <= base.reach()):
        year += month < now
    elif not which:
        year -= month > now
    return f"{date(year, month, 1):%Y-%m}", "month"


def _dated(match: re.Match[str], base: Base) -> Resolved:
    """A day of a month, or two: “3-5 February”."""
    month = match["month"] or match["month2"]
    words = [day for day in (match["day"] or match["day2"], match["last"] or match["last2"]) if day]
    # read in a leap year, so that each wording is read once whatever the year
    days = [absolute_date(f"{month} {day}, 2000") for day in words]
    year = int(match["year"] or _likely_year(days[0], base))
    return "/".join(day.replace(year=year).isoformat() for day in days), "day"


def _likely_year(day: date, base: Base) -> int:
    """The year in which a day without one lies: the next such day within reach, else the last one."""
    found = []
    for year in range(base.day.year - 1, base.day.year + 2):
        with suppress(ValueError):  # February 29
            found.append((day.replace(year=year) - base.day).days)
    ahead = [days for days in found if 0 <= days <= 31 * base.reach()]
    nearest = min(ahead) if ahead else max(days for days in found if days <= 0)
    return (base.day + timedelta(days=nearest)).year


@lru_cache(maxsize=4096)
def absolute_date(words: str) -> date:
    """The day that a month, a day of the month and a year name; raises `ValueError` where there is none.

    >>> absolute_date("Feb. 3rd, 2025")
    datetime.date(2025, 2, 3)
    """
    with _DATEPARSER_LOCK:
        found = _dateparser().get_date_data(words).date_obj
    if found is None:
        raise ValueError(f"no such day: {words}")
    return date(found.year, found.month, found.day)


@cache
def _dateparser() -> Any:
    """The parser, which takes a tenth of a second to load; its settings keep the clock and the time zone out."""
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": datetime(2000, 1, 1),
        "TIMEZONE": "UTC",
        "TO_TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
    }
    return DateDataParser(languages=["en"], settings=settings)


def _quarter_of(year: int, quarter: int) -> str:
    return f"{year:04}-{3 * quarter - 2:02}/{year:04}-{3 * quarter:02}"


def _quarter(match: re.Match[str], base: Base) -> Resolved:
    """A quarter or half of a calendar year; where a fiscal year begins is not known."""
    words = _group(match, "year")
    year = int(words) if words.isdecimal() else base.day.year + _STEPS[words.partition(" ")[0]]
    if match["fiscal"]:
        return None, "month" if match["semester"] else "quarter"
    if match["semester"]:
        first = 6 * _ORDINALS[_group(match, "semester")] - 5
        return f"{year:04}-{first:02}/{year:04}-{first + 5:02}", "month"
    return _quarter_of(year, int(match["number"] or _ORDINALS[_group(match, "which")])), "quarter"


def period(end: str, count: int | None, unit: str) -> str | None:
    """The interval of so many units up to a month or a day: the year to March 2016 begins in April 2015."""
    months = {"month": 1, "quarter": 3, "year": 12, "half-year": 6, "half year": 6}.get(unit)
    if count is None or (months is None and (unit != "week" or len(end) == 7)):
        return None
    next_day = _shifted(date.fromisoformat(f"{end}-01"), "month", 1) if len(end) == 7 else date.fromisoformat(end)
    next_day += timedelta(days=len(end) > 7)
    first = _shifted(next_day, "month", -count * months) if months else next_day - timedelta(days=7 * count)
    return f"{first.isoformat()[: len(end)]}/{end}"


def offset(zone: str, moment: datetime) -> str:
    """The offset from UTC of a time zone's abbreviation or name at a local time, empty where it is not known.

    >>> july = datetime(2025, 7, 1)
    >>> offset("et", july), offset("eastern standard time", july), offset("local time", july)
    ('-04:00', '-05:00', '')
    """
    words = zone.split()
    if len(words) > 1 and words[0] in _AMERICAN:
        zone = words[0][0] + "".join(word[0] for word in words[1:] if word != "time") + "t"
    elif zone in _AMERICAN:
        zone = zone[0] + "t"
    if zone in _OFFSETS:
        return f"{_OFFSETS[zone]:+03}:00"
    place = next((place for name, place in _AMERICAN.items() if zone == name[0] + "t"), None)
    if place is None:
        return ""
    try:
        return f"{moment.replace(tzinfo=ZoneInfo(f'America/{place}')):%z}"[:3] + ":00"
    except ZoneInfoNotFoundError:  # a system without a time zone database
        return ""


_PERIOD = "last|this(?: past| coming)?|next"
_DATED = (
    rf"(?:(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.?){PART},? )?(?:the )?"
    rf"(?:(?P<month>{MONTH}) (?P<day>{DAY})(?:(?:[-–—]| to | and )(?P<last>{DAY}))?"
    rf"|(?P<day2>{DAY})(?:(?:[-–—]| to | and )(?P<last2>{DAY}))? (?:of )?(?P<month2>{MONTH}))"
)
_QUARTER = (
    r"(?:the )?(?:(?P<which>first|second|third|fourth|final|last)[ -]quarter|q(?P<number>[1-4])"
    r"|(?P<semester>first|second|latter)[ -]half)(?: of)?,? (?P<fiscal>fiscal (?:year )?)?"
)

# a weekday without its week, a month or a day without its year
FLOATING = f"{WEEKDAY}|{MONTH}|{_DATED}"

# the first form that fits counts
FORMS: tuple[Form, ...] = (
    Form(False, r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d)[\d:.]{0,12}(?P<zone>Z|[+-]\d\d:?\d\d)?)?", _iso),
    Form(False, r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})", _numeric),
    Form(
        True,
        "today|tonight|yesterday|tomorrow|last (?:night|evening)|this (?:night|morning|afternoon|evening)"
        "|the day (?:before yesterday|after tomorrow)",
        _near,
    ),
    Form(
        True,
        rf"(?:(?P<which>{_PERIOD}|the (?:following|previous)) )?(?P<day>{WEEKDAY})"
        "(?:(?: of)? (?P<week>last|this|next) week)?",
        _weekday,
    ),
    Form(True, f"(?:(?P<which>{_PERIOD})|the) weekend", _weekend),
    Form(True, f"(?P<which>{_PERIOD}|the) (?P<unit>week|month|year|decade|quarter)", _period),
    Form(True, f"{THAT} (?P<unit>day|night|morning|afternoon|evening|week|month|year|decade)", _told),
    Form(True, "the (?P<unit>day)", _told),
    Form(True, rf"(?:the|{QUANTITY}) (?P<unit>{UNIT}|night|morning|evening)s? (?:before|after)", _told),
    Form(
        True,
        rf"(?:the )?(?P<which>last|past|next|coming) (?:(?P<count>{QUANTITY}) )?(?P<unit>{UNIT})(?P<plural>s)?",
        _interval,
    ),
    Form(
        True,
        rf"(?P<about>{ABOUT})(?:(?P<count>{QUANTITY}) )?(?P<unit>{UNIT})(?:'?s?'? (?P<relation>time|ago|from now|hence"
        r"|earlier|later)|s?(?P<half> and a half) (?:ago|from now|hence|earlier|later))",
        _distance,
    ),
    Form(False, rf"(?P<first>{YEAR})(?:[-–—/](?P<last>{YEAR}|\d{{1,2}}))?", _year),
    Form(False, r"the (?:early |late |mid-)?(?P<tens>(?:1[5-9]|20)\d)0'?s", _decade),
    Form(False, rf"(?P<month>{MONTH})(?:,| of)? (?P<year>{YEAR})", _month_of_year),
    Form(
        True,
        rf"(?:(?P<which>{_PERIOD}|the (?:following|previous)) )?(?P<month>{MONTH})"
        rf"(?:(?: of)? (?P<year>{_PERIOD}) year)?",
        _month,
    ),
    Form(False, rf"{_DATED},? (?P<year>{YEAR})", _dated),
    Form(True, f"{_DATED}(?P<year>)", _dated),
    Form(False, f"{_QUARTER}(?P<year>{YEAR})", _quarter),
    Form(True, f"{_QUARTER}(?P<year>last|this|next|the) year", _quarter),
    Form(False, f"(?:{LAST} |the )?{SEASON}(?: of)?(?: {YEAR})?", _unknown),
)
