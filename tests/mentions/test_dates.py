"""Dates: which are found, with which extent, and the value of each."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.mentions import date_values
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
    ("It starts Monday at 10:30 a.m. EST.", "Monday at 10:30 a.m. EST", None, "2025-02-03T10:30-05:00", "minute"),
    ("It starts Monday at 3pm in Rome.", "Monday at 3pm", "Monday at 3pm", "2025-02-03T15", "hour"),
    ("It began at 4:01 PM on Monday.", "4:01 PM on Monday", None, "2025-02-03T16:01", "minute"),
    ("It ends at 9 p.m. ET on Monday.", "9 p.m. ET on Monday", None, "2025-02-03T21-05:00", "hour"),
    ("It fell at 0930 GMT on Monday.", "0930 GMT on Monday", None, "2025-02-03T09:30+00:00", "minute"),
    ("It ends at noon PT on Monday.", "noon PT on Monday", None, "2025-02-03T12-08:00", "hour"),
    ("It ends at 6 p.m. local time on Monday.", "6 p.m. local time on Monday", None, "2025-02-03T18", "hour"),
    (
        "It ended at 1 p.m. Mountain Daylight Time on July 9, 2024.",
        "1 p.m. Mountain Daylight Time on July 9, 2024",
        None,
        "2024-07-09T13-06:00",
        "hour",
    ),
    (
        "It ended at 1 p.m. Pacific on July 9, 2024.",
        "1 p.m. Pacific on July 9, 2024",
        None,
        "2024-07-09T13-07:00",
        "hour",
    ),
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
    ("It ends in two weeks’ time.", "two weeks’ time", "two weeks’ time", "2025-W08", "week"),
    ("In about two days' time it ends.", "about two days' time", "about two days' time", "2025-02-06", "day"),
    ("They had met the day before.", "the day before", "the day before", None, "day"),
    ("She left two years before, in tears.", "two years before", "two years before", None, "year"),
    ("The night before, she had wept.", "The night before", "The night before", None, "day"),
    ("He resigned later that day.", "later that day", "that day", None, "day"),
    ("Earlier that month they met.", "Earlier that month", "that month", None, "month"),
    ("They met late the next night.", "late the next night", "the next night", None, "day"),
    ("They ruled between 1983 and 1986.", "1983 and 1986", "1983 and 1986", "1983/1986", "year"),
    ("They ruled from 2011 to 2014.", "2011 to 2014", "2011 to 2014", "2011/2014", "year"),
    ("Its term, 2011 to 2014, was short.", "2011 to 2014", "2011 to 2014", "2011/2014", "year"),
    (
        "It fell from early 2011 to the end of 2014.",
        "early 2011 to the end of 2014",
        "2011 to the end of 2014",
        "2011/2014",
        "year",
    ),
    ("It runs from Feb. 28 to March 2.", "Feb. 28 to March 2", None, "2025-02-28/2025-03-02", "day"),
    ("It ran Dec. 28-Jan. 3 in Rome.", "Dec. 28-Jan. 3", None, "2024-12-28/2025-01-03", "day"),
    ("It ran from Nov. 20 until Jan. 5, 2017.", "Nov. 20 until Jan. 5, 2017", None, "2016-11-20/2017-01-05", "day"),
    ("It rose from March to May 2016.", "March to May 2016", None, "2016-03/2016-05", "month"),
    ("It rose between October 2015 and May.", "October 2015 and May", None, "2015-10/2016-05", "month"),
    ("Polled Wednesday through Sunday by phone.", "Wednesday through Sunday", None, "2025-01-29/2025-02-02", "day"),
    ("It rained from Feb. 1 to yesterday.", "Feb. 1 to yesterday", None, "2025-02-01/2025-02-03", "day"),
    ("Profit for the three months to December rose.", "the three months to December", None, "2024-10/2024-12", "month"),
    ("It fell in the year to March 2016.", "the year to March 2016", None, "2015-04/2016-03", "month"),
    ("It fell in the quarter ended Sept. 30.", "the quarter ended Sept. 30", None, "2024-07-01/2024-09-30", "day"),
    # what has ended does not lie ahead
    ("It fell in the week ended March 1.", "the week ended March 1", None, "2024-02-24/2024-03-01", "day"),
    (
        "It fell in the 12 months ended June 30, 2016.",
        "the 12 months ended June 30, 2016",
        None,
        "2015-07-01/2016-06-30",
        "day",
    ),
    (
        "It fell in the half-year to the end of June.",
        "the half-year to the end of June",
        None,
        "2024-01/2024-06",
        "month",
    ),
    ("It fell in the few weeks to March.", "the few weeks to March", None, None, "month"),
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
    "A band called The 1975 played.",
    "He went into 1600 Pennsylvania Avenue.",
    "The clerk is the minister’s man Friday.",
    "They play on Saturday nights.",
    "The day before the vote was quiet, and for two years before he had wept.",
    "Britain’s May said so.",
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


# sentence, and the expressions of the dates on which its words look on
AHEAD = [
    ("They will meet on Friday.", ["Friday"]),
    ("He said on Monday it will resign on Friday.", ["Friday"]),
    ("They will resign, the ministry said on Monday.", []),
    ("The court is set to rule in Rome, Italy, on Friday.", ["Friday"]),
    ("It’s scheduled for July 3.", ["July 3"]),
    ("They'll be back in November.", ["November"]),
    ("She plans to run in the upcoming March primary.", ["March election"]),
    ("They are to meet over the weekend.", ["the weekend"]),
    ("The talks will be held and broadcast on Friday.", ["Friday"]),
    ("They will study a report published on Friday.", []),
    ("They will vote because the Senate approved it on Friday.", []),
    ("They will appeal Monday’s ruling.", []),
    ("They will attend Monday’s hearing.", ["Monday"]),
    ("They will speak after Monday.", []),
    ("They may have met on Friday.", []),
    ("They were going to meet on Friday.", []),
    ("They will win. Friday was quiet.", []),
    ("They will meet Gov. Lee on Friday.", ["Friday"]),
    ("They won. On Friday, voters will decide.", ["Friday"]),
    ("They will win. On Friday, voters will decide.", ["Friday"]),
    ("On Friday, he said he will go.", []),
    ("They resigned on Friday.", []),
    ("They will meet in 2026 and in March 2027.", []),
    ("They will argue for a very long time about many things, and much more than that, on Friday.", []),
    ("He is ahead in Tuesday’s primary.", ["Tuesday election"]),
    ("He won Tuesday’s primary.", []),
    ("Tuesday’s vote was close.", []),
    ("Ohio holds its primary on Tuesday.", ["Tuesday election"]),
    ("She beat him in the primary on Tuesday.", []),
    ("Polls before the Nov. 8 general election are close.", ["Nov. 8 election"]),
    ("It hurts him in the November election.", ["November election"]),
    ("They told CNN Tuesday election officials lied.", []),
    ("It was Tuesday’s primary debate.", []),
]


@pytest.mark.parametrize(("sentence", "expressions"), AHEAD)
def test_the_words_around_look_on(sentence: str, expressions: list[str]) -> None:
    found = find_dates(sentence, 0, len(sentence))
    assert found
    assert [date.expression for date in found if date.ahead] == expressions


def test_the_words_before_the_bounds_look_on_too() -> None:
    sentence = "They will meet on Friday."
    assert [date.ahead for date in find_dates(sentence, 18, len(sentence))] == [True]


@pytest.mark.parametrize(
    "sentence",
    ["It was moved from Monday to Friday.", "They met on March 3 and March 5.", "It was put off in May to June."],
)
def test_two_dates_that_are_no_range(sentence: str) -> None:
    assert len(find_dates(sentence, 0, len(sentence))) == 2


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
        ("2025-02-03T10:30:00Z", ("2025-02-03T10:30+00:00", "minute")),
        ("2025-02-03T10:30", ("2025-02-03T10:30", "minute")),
        ("4 p.m. on Wednesday", (None, "hour")),
        ("Wednesday at 4:30 p.m. ET", (None, "minute")),
        ("the following Friday at noon", (None, "hour")),
        ("March to May 2016", ("2016-03/2016-05", "month")),
        ("March to May", (None, "month")),
        ("the three months to December", (None, "month")),
        ("2014 to 2011", (None, "year")),
        ("2011 to Monday", (None, None)),
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
        ("Friday to Sunday", "2025-02-07/2025-02-09"),
        ("June to August", "2025-06/2025-08"),
        # an election lies ahead if it is near, and not the day after it
        ("June election", "2025-06"),
        ("Nov. 5 election", "2024-11-05"),
        ("November election", "2024-11"),
        ("Saturday election", "2025-02-08"),
        ("Monday election", "2025-02-03"),
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


def test_dateparser_reads_a_day_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    parser = date_values._dateparser()

    class Counting:
        def get_date_data(self, words: str) -> object:
            read.append(words)
            return parser.get_date_data(words)

    monkeypatch.setattr(date_values, "_dateparser", Counting)
    date_values.absolute_date.cache_clear()
    text = "From Feb. 3 to Feb. 9, 2015, and on Feb. 3, 2016, as on Feb. 3 and Feb. 9."
    for published in (PUBLISHED, "2016-07-01", None):
        for date in find_dates(text, 0, len(text)):
            resolve_date(date.expression, published)
    assert len(read) == len(set(read)) == 2


def test_without_a_time_zone_database_there_is_no_offset(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(key: str) -> ZoneInfo:
        raise ZoneInfoNotFoundError(key)

    monkeypatch.setattr(date_values, "ZoneInfo", missing)
    assert resolve_date("3:31 p.m. ET on Monday", PUBLISHED) == ("2025-02-03T15:31", "minute")
    assert resolve_date("3:31 p.m. EST on Monday", PUBLISHED) == ("2025-02-03T15:31-05:00", "minute")


GLUE = [
    "to",
    "and",
    "between",
    "will",
    "ended",
    "the three months",
    "election",
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
    "will who said the primary election on Tuesday ",
    "is to be set to be held because published the Monday election ",
    "between 2011 and 2014 to March through Monday-May ",
    "the last three months to the year ended March to ",
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
