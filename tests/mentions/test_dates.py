"""Dates: which are found, with which extent, and the value of each."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.mentions.date_patterns import patterns
from eventx.mentions.dates import find_dates, resolve_date

PUBLISHED = "2025-02-04"  # a Tuesday

# sentence, the span to be found, its expression, its value for a story of PUBLISHED and its grain
FOUND = [
    ("Smith said on Monday that it rained.", "Monday", "Monday", "2025-02-03", "day"),
    ("Smith said late on Monday that it rained.", "late on Monday", "Monday", "2025-02-03", "day"),
    ("They met Monday night.", "Monday night", "Monday", "2025-02-03", "day"),
    ("Tuesday’s meeting was short.", "Tuesday", "Tuesday", "2025-02-04", "day"),
    ("They had met on Wednesday.", "Wednesday", "Wednesday", "2025-01-29", "day"),
    ("They met last Tuesday.", "last Tuesday", "last Tuesday", "2025-01-28", "day"),
    ("They meet next Friday.", "next Friday", "next Friday", "2025-02-07", "day"),
    ("They meet next Tuesday.", "next Tuesday", "next Tuesday", "2025-02-11", "day"),
    ("They meet this Friday.", "this Friday", "this Friday", "2025-02-07", "day"),
    ("They met this past Friday.", "this past Friday", "this past Friday", "2025-01-31", "day"),
    ("They met the following Friday.", "the following Friday", "the following Friday", None, "day"),
    ("They met on Monday of last week.", "Monday of last week", "Monday of last week", "2025-01-27", "day"),
    ("It aired on Fox News Monday evening.", "Monday evening", "Monday", "2025-02-03", "day"),
    ("The vote is at 3 p.m. on Monday.", "3 p.m. on Monday", "3 p.m. on Monday", "2025-02-03T15", "hour"),
    ("It starts Monday at 10:30 a.m. EST.", "Monday at 10:30 a.m. EST", None, "2025-02-03T10:30", "minute"),
    ("It ends at noon on Monday.", "noon on Monday", "noon on Monday", "2025-02-03T12", "hour"),
    ("It ends at midnight on Monday.", "midnight on Monday", "midnight on Monday", "2025-02-03", "day"),
    ("Smith resigned today.", "today", "today", "2025-02-04", "day"),
    ("Today, Smith resigned.", "Today", "Today", "2025-02-04", "day"),
    ("Smith resigned yesterday evening.", "yesterday evening", "yesterday", "2025-02-03", "day"),
    ("Smith resigns tomorrow.", "tomorrow", "tomorrow", "2025-02-05", "day"),
    ("Smith speaks tonight.", "tonight", "tonight", "2025-02-04", "day"),
    ("Smith spoke last night.", "last night", "last night", "2025-02-03", "day"),
    ("Smith spoke earlier today.", "earlier today", "today", "2025-02-04", "day"),
    ("Smith spoke this morning.", "this morning", "this morning", "2025-02-04", "day"),
    ("They left the day before yesterday.", "the day before yesterday", None, "2025-02-02", "day"),
    ("They leave the day after tomorrow.", "the day after tomorrow", None, "2025-02-06", "day"),
    ("They met on Feb. 3 in Rome.", "Feb. 3", "Feb. 3", "2025-02-03", "day"),
    ("They met on Dec. 28 in Rome.", "Dec. 28", "Dec. 28", "2024-12-28", "day"),
    ("They meet on March 15 in Rome.", "March 15", "March 15", "2025-03-15", "day"),
    ("They met on July 15 in Rome.", "July 15", "July 15", "2024-07-15", "day"),
    ("They met on February 3, 2025, in Rome.", "February 3, 2025", "February 3, 2025", "2025-02-03", "day"),
    ("They met on 3 February 2025 in Rome.", "3 February 2025", "3 February 2025", "2025-02-03", "day"),
    ("They met on the 3rd of February.", "the 3rd of February", None, "2025-02-03", "day"),
    ("They met Monday, Feb. 3, at 10 a.m.", "Monday, Feb. 3, at 10 a.m.", None, "2025-02-03T10", "hour"),
    ("They meet on Feb. 3-5, 2025.", "Feb. 3-5, 2025", None, "2025-02-03/2025-02-05", "day"),
    ("They met on Feb. 30, 2024.", "Feb. 30, 2024", "Feb. 30, 2024", None, None),
    ("The Sept. 11, 2001, attacks", "Sept. 11, 2001", "Sept. 11, 2001", "2001-09-11", "day"),
    ("They meet in March.", "March", "March", "2025-03", "month"),
    ("They met in October.", "October", "October", "2024-10", "month"),
    ("In May, they met.", "May", "May", "2025-05", "month"),
    ("They met in early May.", "early May", "May", "2025-05", "month"),
    ("They met in mid-March.", "mid-March", "March", "2025-03", "month"),
    ("In a June letter, she resigned.", "June", "June", "2024-06", "month"),
    ("They met in May 2015.", "May 2015", "May 2015", "2015-05", "month"),
    ("They met last March.", "last March", "last March", "2024-03", "month"),
    ("They met in March last year.", "March last year", "March last year", "2024-03", "month"),
    ("It began in 2011.", "2011", "2011", "2011", "year"),
    ("They have met since 2011.", "2011", "2011", "2011", "year"),
    ("It began in late 2011.", "late 2011", "2011", "2011", "year"),
    ("the landmark 2015 nuclear deal", "2015", "2015", "2015", "year"),
    ("his 2012 campaign", "2012", "2012", "2012", "year"),
    ("the 2015-16 season", "2015-16", "2015-16", "2015/2016", "year"),
    ("It goes back to the early 1990s.", "the early 1990s", "the early 1990s", "1990/1999", "year"),
    ("They met last week.", "last week", "last week", "2025-W05", "week"),
    ("They met this week.", "this week", "this week", "2025-W06", "week"),
    ("They met last month.", "last month", "last month", "2025-01", "month"),
    ("They meet next month.", "next month", "next month", "2025-03", "month"),
    ("They met last year.", "last year", "last year", "2024", "year"),
    ("They meet later this year.", "later this year", "this year", "2025", "year"),
    ("They meet later in the week.", "later in the week", "the week", "2025-W06", "week"),
    ("It is due by the end of the year.", "the end of the year", "the year", "2025", "year"),
    ("It is due by the end of next month.", "the end of next month", "next month", "2025-03", "month"),
    ("They met over the weekend.", "the weekend", "the weekend", "2025-02-01/2025-02-02", "day"),
    ("They met two days ago.", "two days ago", "two days ago", "2025-02-02", "day"),
    ("Two weeks ago, they met.", "Two weeks ago", "Two weeks ago", "2025-W04", "week"),
    ("They met 18 months ago.", "18 months ago", "18 months ago", "2023-08", "month"),
    ("They met twenty-five years ago.", "twenty-five years ago", None, "2000", "year"),
    ("They met a decade ago.", "a decade ago", "a decade ago", "2015", "year"),
    ("They met nearly a decade ago.", "nearly a decade ago", "nearly a decade ago", None, "year"),
    ("They met a few days ago.", "a few days ago", "a few days ago", None, "day"),
    ("They had met two days earlier.", "two days earlier", "two days earlier", None, "day"),
    ("Three weeks later, they met.", "Three weeks later", "Three weeks later", None, "week"),
    ("They met the next day.", "the next day", "the next day", None, "day"),
    ("It ends in two weeks’ time.", "in two weeks’ time", "in two weeks’ time", "2025-W08", "week"),
    ("It fell in the past five years.", "the past five years", None, "2020/2025", "year"),
    ("It rose in the first quarter of 2016.", "the first quarter of 2016", None, "2016-01/2016-03", "quarter"),
    (
        "It rose in the third quarter of last year.",
        "the third quarter of last year",
        None,
        "2024-07/2024-09",
        "quarter",
    ),
    ("It rose in the first half of 2016.", "the first half of 2016", None, "2016-01/2016-06", "month"),
    ("They met last summer.", "last summer", "last summer", None, None),
    ("Filed 2025-02-03 in Rome", "2025-02-03", "2025-02-03", "2025-02-03", "day"),
    ("Filed 12/25/2015 in Rome", "12/25/2015", "12/25/2015", "2015-12-25", "day"),
    ("Filed 3/4/2015 in Rome", "3/4/2015", "3/4/2015", None, "day"),
    ("They said on\nMonday that", "Monday", "Monday", "2025-02-03", "day"),
    ("They met on Feb. 3.", "Feb. 3", "Feb. 3", "2025-02-03", "day"),
]

NOTHING = [
    "They may march on the capital.",
    "May said that she would stay.",
    "Theresa May met the Mays.",
    "The March on Washington drew thousands.",
    "Wait a second, a minute or an hour.",
    "He came second in a six-year-old race.",
    "The Mail on Sunday and the Sunday Times said so.",
    "They signed the Good Friday Agreement.",
    "Shops prepare for Black Friday.",
    "It was a joke on Saturday Night Live.",
    "USA Today reported it.",
    "She told the “Today” show.",
    "The Sept. 11 attacks changed that.",
    "It paid $2015 for 2016 people in 2000 cases.",
    "A total of 2014 votes, or 1,999 homes",
    "It is the last week of the race.",
    "At the end of the day it failed.",
    "This fall in prices hurts.",
    "The second quarter was scoreless.",
    "The Mayor of Augusta is a monday-morning quarterback.",
    "",
]


@pytest.mark.parametrize(("sentence", "span", "expression", "value", "grain"), FOUND)
def test_found_and_resolved(
    sentence: str, span: str, expression: str | None, value: str | None, grain: str | None
) -> None:
    found = [date for date in find_dates(sentence, 0, len(sentence)) if sentence[date.start : date.end] == span]
    assert [date.expression for date in found] == [expression or span]
    assert resolve_date(found[0].expression, PUBLISHED) == (value, grain)
    assert resolve_date(span, PUBLISHED) == (value, grain)


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing_found(sentence: str) -> None:
    assert find_dates(sentence, 0, len(sentence)) == []


def test_several_in_text_order_and_inside_the_bounds() -> None:
    sentence = "On Monday he spoke of 2011, 2012 and the deal of March 2, 2015; on Friday he left."
    found = [sentence[date.start : date.end] for date in find_dates(sentence, 0, len(sentence))]
    assert found == ["Monday", "2011", "2012", "March 2, 2015", "Friday"]
    inside = find_dates(sentence, 10, sentence.index("; on Friday"))
    assert [sentence[date.start : date.end] for date in inside] == ["2011", "2012", "March 2, 2015"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("Monday", (None, "day")),
        ("yesterday", (None, "day")),
        ("last week", (None, "week")),
        ("two years ago", (None, "year")),
        ("March", (None, "month")),
        ("Feb. 3", (None, "day")),
        ("the first quarter of last year", (None, "quarter")),
        ("Feb. 3, 2025", ("2025-02-03", "day")),
        ("March 2015", ("2015-03", "month")),
        ("2011", ("2011", "year")),
        ("2025-02-03T10:30:00Z", ("2025-02-03T10:30", "minute")),
        ("10 a.m. on Feb. 3, 2025", ("2025-02-03T10", "hour")),
        ("Q3 2015", ("2015-07/2015-09", "quarter")),
        ("the first quarter of fiscal 2016", (None, "quarter")),
        ("nonsense", (None, None)),
        ("", (None, None)),
        ("a" * 10_000, (None, None)),
    ],
)
def test_without_a_day_of_the_story(expression: str, expected: tuple[str | None, str | None]) -> None:
    assert resolve_date(expression, None) == expected


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("Friday", "2025-02-07"),
        ("Tuesday", "2025-02-04"),
        ("November", "2025-11"),
        ("January", "2026-01"),
        ("Jan. 15", "2026-01-15"),
        ("the weekend", "2025-02-08/2025-02-09"),
    ],
)
def test_ahead(expression: str, value: str) -> None:
    assert resolve_date(expression, PUBLISHED, ahead=True)[0] == value


@pytest.mark.parametrize(
    ("expression", "published", "value"),
    [
        ("20 minutes ago", "2025-02-04T00:10:00+01:00", "2025-02-03T23:50"),
        ("three hours ago", "2025-02-04T10:30:00", "2025-02-04T07"),
        ("three hours ago", "2025-02-04", None),
        ("Monday", "2025-02-04T23:59:59-08:00", "2025-02-03"),
        ("last week", "2025-01-01", "2024-W52"),
        ("last month", "2025-03-31", "2025-02"),
        ("Feb. 29", "2024-03-01", "2024-02-29"),
        ("Feb. 29", "2026-08-01", None),
        ("9999 years ago", "2025-02-04", None),
        ("tomorrow", "9999-12-31", None),
    ],
)
def test_other_days_of_the_story(expression: str, published: str, value: str | None) -> None:
    assert resolve_date(expression, published)[0] == value


def test_a_story_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        resolve_date("Monday", "yesterday")


def test_neither_clock_nor_time_zone_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        assert resolve_date("11 p.m. on Feb. 27, 1999", "2025-02-04T23:30:00-11:00") == ("1999-02-27T23", "hour")
        assert resolve_date("Feb. 1", "2025-02-04T23:30:00-11:00") == ("2025-02-01", "day")
    finally:
        monkeypatch.undo()
        time.tzset()


def test_threads_agree() -> None:
    expressions = [
        f"{month} {day}, {year}" for month in ("Feb.", "Dec.") for day in (1, 9) for year in range(1990, 2020)
    ]
    with ThreadPoolExecutor(8) as pool:
        values = list(pool.map(lambda words: resolve_date(words, None)[0], expressions * 4))
    assert values == [resolve_date(words, None)[0] for words in expressions] * 4


def test_dateparser_is_loaded_late() -> None:
    program = (
        "import sys; from eventx.mentions.dates import find_dates, resolve_date as r; r('Monday', '2025-02-04');"
        "assert find_dates('on Monday', 0, 9); assert 'dateparser' not in sys.modules; r('Feb. 3, 2025', None);"
        "assert 'dateparser' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


GLUE = [
    "the",
    "of",
    "in",
    "a",
    "last",
    "20",
    "3",
    "2016",
    "p.m.",
    "ago",
    ",",
    ".",
    "-",
    "–",
    "’s",
    "\u00a0",
    "\n",
    "ſ",
    "٣",
]
WORDS = [*" ".join(row[0] for row in FOUND).split(), *GLUE]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=60),
    st.none() | st.dates().map(str) | st.datetimes().map(str),
)
def test_any_text_is_read(text: str, published: str | None) -> None:
    found = find_dates(text, 0, len(text))
    assert all(0 <= date.start < date.end <= len(text) and date.expression for date in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    for words in [text, *(date.expression for date in found)]:
        value, grain = resolve_date(words, published)
        assert grain in (None, "year", "quarter", "month", "week", "day", "hour", "minute")
        assert value is None or grain is not None


SLOW = [
    "late on last Monday morning at 10:30 a.m., ",
    "the very end of the last twenty-five years and a half, ",
    "3-5 and 6 to 7 Feb. 28-30, 2016-17-18 at ",
    "the the early late in the early of last next this ",
    "the first quarter of fiscal year the second half of ",
    "1999-2000-2001/2002, 20 20 20 1/2/3/2000 ",
    "March and May or to June by in August for ",
    "a a an about a half a year day night week that same next ",
    "111111112016",
    "Monday",
    " ",
]


@pytest.mark.parametrize("name", [*patterns(), "find_dates"])
@pytest.mark.parametrize("piece", SLOW)
def test_time_grows_with_the_text(name: str, piece: str, assert_linear: Callable[..., None]) -> None:
    def seconds(text: str) -> float:
        begin = time.process_time()
        if name == "find_dates":
            find_dates(text, 0, len(text))
        else:
            sum(1 for _ in patterns()[name].finditer(text))
        return time.process_time() - begin

    short = piece * (12_000 // len(piece))
    assert_linear(seconds, short, short * 4, slack=0.001)


@pytest.mark.parametrize("piece", SLOW)
def test_odd_expressions_are_resolved_at_once(piece: str) -> None:
    resolve_date("Monday", PUBLISHED)
    begin = time.process_time()
    resolve_date((piece * 100)[:100], PUBLISHED)
    assert time.process_time() - begin < 0.5
