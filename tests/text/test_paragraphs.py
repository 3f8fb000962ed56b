"""Paragraphs: where they end, and which are headlines or belong to the page and not to the story."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from time import process_time
from timeit import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.text import Text
from eventx.text.paragraphs import furniture_pattern, split_paragraphs
from eventx.text.tokens import tokenize

NEWSLIKE = st.text(alphabet="aB .,:“”\n\r\t\f\u2028-©1", max_size=200)
LEAD = "The mayor resigned on Friday after a vote that she had called herself and lost by two to one."

# texts, their paragraphs divided by ¶
PARAGRAPHS = [
    "One is here.\n\n¶Two is there.",
    "One is here.\r\n\r\n¶Two is there.",
    "One is here.\r\r¶Two is there.",
    "One is here.\n¶Two is there.",
    "One is here.\r\n¶Two is there.",
    "One is here.\n \t \n¶  Two is there.",
    "\n\n One is here. \n\n\n",
    "One is here.\f¶Two is there.",
    "One is here.\u2029¶Two is there.",
    "One is\n\nhere.".replace("\n\n", "\n\n¶"),
    # a line that goes on in lower case, unless a sentence or a list item ended before it
    "One is here and\ntwo is there.",
    "One is here.\n¶iPhone sales are there.",
    "We know:\n¶the bridge is closed",
    "a) One is here\n¶b) Two is there",
    "(i) One is here\n¶(ii) Two is there",
    # wrapped at a fixed width
    "The union refused on Monday to sign the contract that the two\n"
    "Halden firms had negotiated for the better part of the year with\n"
    "Mayor Ortiz, and said that it would strike in May. The firm had\n"
    "regretted the decision.\n\n"
    "¶Ortiz had no comment on the decision, which came a day after she\n"
    "Moss and Lund had met.",
    # … without empty lines: a line on which the next word would have fitted ends the paragraph
    "Union Refuses to Sign\n"
    "¶The union refused on Monday to sign the contract that the two\n"
    "Halden firms had negotiated for the better part of the year with\n"
    "Mayor Ortiz, and said that it would strike in May. The firm had\n"
    "no comment.\n"
    "¶Ortiz regretted the decision, which came a day after she had met\n"
    "Moss and Lund in the town hall to talk about the same contract.",
    # lines of one sentence each are paragraphs, though none is long
    "The union refused on Monday to sign the contract with Halden.\n"
    "¶Halden had negotiated it for the better part of the year.\n"
    "¶Ortiz had no comment on the decision that she had feared.\n"
    "¶Moss and Lund had met in the town hall on the day before it.",
]


@pytest.mark.parametrize("marked", PARAGRAPHS)
def test_paragraphs(marked: str) -> None:
    text = Text(marked.replace("¶", ""))
    found = [text.string(text.range(*paragraph)) for paragraph in text.paragraphs]
    assert found == [part.strip() for part in marked.split("¶")]


@pytest.mark.parametrize("source", ["", " ", "\n\r\n\t", "\u2028\f"])
def test_texts_without_paragraphs(source: str) -> None:
    text = Text(source)
    assert (text.paragraphs, text.paragraph_kinds, text.sentences) == ([], [], [])


HEADLINES = [
    "Mayor Resigns After Vote",
    "Mayor resigns after vote",
    "Ortiz: ‘We will pay for the bridge’",
    "Mayor Resigns After Vote. Council Meets.",
    "Who Pays for the Bridge?",
    "MAYOR ORTIZ RESIGNS AFTER VOTE!",
]


@pytest.mark.parametrize("headline", HEADLINES)
def test_headlines(headline: str) -> None:
    assert Text(f"{headline}\n\n{LEAD}").paragraph_kinds == ["headline", "body"]
    assert Text(f"By Dana Webb\n\n{headline}\n{LEAD}").paragraph_kinds == ["furniture", "headline", "body"]
    # further down it is no headline
    assert Text(f"{LEAD}\n\n{headline}").paragraph_kinds == ["body", "body"]


FURNITURE = [
    # bylines
    "By Dana Webb",
    "BY DANA WEBB",
    "By Dana Webb and Ben Okafor",
    "By DANA WEBB, Leeford Gazette",
    "By Dana Webb, Ben Okafor and J.K. Rowe, The Leeford Gazette",
    "By Dana Webb | Leeford Gazette",
    "By Dana Webb, political correspondent of the Gazette",
    "By Élodie O’Brien-Moss",
    # photo credits and captions
    "Photo: A. Moss/Leeford Gazette",
    "Photo by Dana Webb/Getty Images",
    "(Photo by Dana Webb)",
    "(AP Photo/Dana Webb)",
    "Image: The bridge in May.",
    "Featured image credit: Dana Webb",
    "File photo: The bridge in 2019.",
    "Image caption The bridge in May",
    "Image copyright Getty Images",
    "Dana Webb/Reuters",
    "Dana Webb / AFP",
    "REUTERS/Dana Webb",
    "Getty Images",
    "Picture courtesy: Dana Webb",
    "VIDEO: Bridge reopens",
    # boilerplate
    "Read more: Bridge reopens",
    "Also read: Bridge reopens",
    "Watch the full speech here.",
    "Related: Bridge reopens",
    "Related stories: Bridge reopens",
    "Sign up for our newsletter.",
    "Subscribe to the Gazette.",
    "Follow us on every network.",
    "Follow @leefordgazette for more.",
    "Follow Dana Webb on Facebook.",
    "Copyright 2025 Leeford Gazette. All rights reserved.",
    "© 2025 Leeford Gazette",
    "All rights reserved.",
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "This story has been updated to add a comment.",
    "Share this",
    "Contact the author at webb@leeford.example.",
    "(Reporting by Dana Webb; Editing by Ben Okafor)",
    "Additional reporting by Ben Okafor.",
    "Dana Webb and J.K. Rowe contributed to this report.".replace("J.K. ", ""),
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert Text(f"{LEAD}\n\n{line}\n\n{LEAD}").paragraph_kinds == ["body", "furniture", "body"]
    assert Text(f"{line}\n\n{LEAD}").paragraph_kinds == ["furniture", "body"]


BODY = [
    "By Monday, 40 people had left the town.",
    "By now, the bridge is closed, and nobody knows for how long.",
    "By late May, Moss and Lund were gone.",
    "By contrast, the Gazette praised the bridge.",
    "By Ortiz and her office, the bridge was called “a start.”",
    "Photographers waited at the bridge for the mayor.",
    "Images of the bridge: nobody had seen any.",
    "Reuters reported that the bridge was closed.",
    "Copyright law protects the song, Moss said.",
    "Follow the money, Moss said.",
    "More people than ever use the bridge.",
    "Readers more often use the bridge.",
    "Advertisement sales rose by half.",
    "Sharing the bridge was her idea.",
    "The bridge contributed to this in part, she said.",
]


@pytest.mark.parametrize("line", BODY)
def test_body(line: str) -> None:
    assert Text(f"{LEAD}\n\n{line}").paragraph_kinds == ["body", "body"]


def test_a_long_paragraph_is_never_furniture() -> None:
    assert Text(f"{LEAD}\n\nRead more: {LEAD * 5}").paragraph_kinds == ["body", "body"]


def test_a_token_finds_its_paragraph() -> None:
    text = Text(f"Mayor Resigns\n\n{LEAD}\n\nRead more: Bridge reopens")
    assert [text.kind_at(first) for first, _ in text.paragraphs] == ["headline", "body", "furniture"]
    assert [text.kind_at(last - 1) for _, last in text.paragraphs] == ["headline", "body", "furniture"]
    assert [text.paragraph_index(first) for first, _ in text.paragraphs] == [0, 1, 2]


@given(st.one_of(st.text(), NEWSLIKE))
def test_paragraphs_partition_the_tokens(source: str) -> None:
    text = Text(source)
    edges = [0, *(last for _, last in text.paragraphs)]
    assert text.paragraphs == list(pairwise(edges))
    assert edges[-1] == len(text.words)
    assert all(first < last for first, last in text.paragraphs)
    assert len(text.paragraph_kinds) == len(text.paragraphs)


@given(st.lists(st.text(alphabet="aB .,“”", max_size=40), max_size=8), st.sampled_from(["\n", "\r\n", "\r"]))
def test_an_empty_line_always_ends_a_paragraph(parts: list[str], line_end: str) -> None:
    text = Text((2 * line_end).join(parts))
    assert len(text.paragraphs) == sum(bool(part.strip()) for part in parts)


PIECES = [
    "a",
    " ",
    "\n",
    "\n ",
    "\r",
    "a\n",
    "A line of text that is long enough to be wrapped at its end\n",
    "\f",
    "a\n\n",
]


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece: str, assert_linear: Callable[..., None]) -> None:
    def seconds(source: str) -> float:
        return timeit(lambda: split_paragraphs(source, starts), number=1, timer=process_time)

    size = 8_000 // len(piece) + 100
    starts = tokenize(piece * 4 * size)[1]
    assert_linear(seconds, piece * size, piece * 4 * size, slack=0.0002)


@pytest.mark.parametrize("begin", ["", "By ", "By Aa Bb, ", "Follow ", "Photo", "(", "a/", "Advertisement"])
@pytest.mark.parametrize("piece", ["a", "A", "Aa ", "Aa, ", "Aa and ", " ", ".", "a/", "’", "-", "a "])
def test_time_of_the_furniture_pattern_grows_with_the_line(
    begin: str, piece: str, assert_linear: Callable[..., None]
) -> None:
    match = furniture_pattern().match

    def seconds(line: str) -> float:
        return timeit(lambda: match(line), number=20, timer=process_time)

    short, long = begin + piece * 400, begin + piece * 1_600
    # 20 µs of slack a line: most lines are left at once
    assert_linear(seconds, short, long, slack=0.0004)
