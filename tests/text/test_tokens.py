"""Tokens: what is one token, and offsets that always fit the source."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from itertools import pairwise
from time import process_time
from timeit import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.text.tokens import ABBREVIATIONS, BEFORE_NUMBER, token_pattern, tokenize

# characters on which the pattern branches, so that random texts reach its branches
NEWSLIKE = st.text(alphabet="aBsU.S,'’‘“”\"`!?-–—&@#/:()[]$£%0123 \n\r\té\u0301\u00ad_…😀", max_size=200)

# each text with its tokens, divided by bars
TOKENS = [
    # words, signs, numbers
    ("He left.", "He|left|."),
    ("Wait—no, stop!", "Wait|—|no|,|stop|!"),
    ("a 13-year-old boy", "a|13-year-old|boy"),
    ("the no-fly zone", "the|no-fly|zone"),
    ("AT&T and R&B", "AT&T|and|R&B"),
    ("a Franco‑German plan", "a|Franco‑German|plan"),
    ("$1.5 million", "$|1.5|million"),
    ("£1.13bn, €3m", "£|1.13bn|,|€|3m"),
    ("costs $.99 a .45-caliber", "costs|$|.99|a|.45-caliber"),
    ("1,250,000 at 10:30", "1,250,000|at|10:30"),
    ("3.5% in 2019.", "3.5|%|in|2019|."),
    ("the 1990s and 2nd", "the|1990s|and|2nd"),
    ("snow_white", "snow|_|white"),
    ("Yes... no.... Yes…", "Yes|...|no|....|Yes|…"),
    ("no -- yes", "no|--|yes"),
    ("😀 ok", "😀|ok"),
    # apostrophes
    ("He’s sure they'll go", "He|’s|sure|they|'ll|go"),
    ("I’m, you’re, we’ve, she'd", "I|’m|,|you|’re|,|we|’ve|,|she|'d"),
    ("Lee’s and James's", "Lee|’s|and|James|'s"),
    ("the workers’ pay", "the|workers|’|pay"),
    ("don't, can’t", "don't|,|can’t"),
    ("O’Brien's, O'Brien’s", "O’Brien|'s|,|O'Brien|’s"),
    ("D’Souza at six o’clock", "D’Souza|at|six|o’clock"),
    ("in the ’90s", "in|the|’|90s"),
    ("rock ’n’ roll", "rock|’|n|’|roll"),
    ("IT’S MOSS’S", "IT|’S|MOSS|’S"),
    # quotation marks
    ("“Yes,” he said", "“|Yes|,|”|he|said"),
    ("''Yes,'' he said", "''|Yes|,|''|he|said"),
    ("``Yes,'' he said", "``|Yes|,|''|he|said"),
    ("‘‘Yes,’’ he said", "‘‘|Yes|,|’’|he|said"),
    ("“‘Yes’”", "“|‘|Yes|’|”"),
    ("\"'Yes'\"", "\"|'|Yes|'|\""),
    # abbreviations and initials
    ("Mr. and Mrs. Lee", "Mr.|and|Mrs.|Lee"),
    ("Gov. Lee of Flint, Mich., spoke", "Gov.|Lee|of|Flint|,|Mich.|,|spoke"),
    ("Halden Inc. and Co.", "Halden|Inc.|and|Co."),
    ("the U.S. Army", "the|U.S.|Army"),
    ("the U.S army", "the|U.S|army"),
    ("U.S.-led, anti-U.S.", "U.S.-led|,|anti-U.S."),
    ("the A.F.L.-C.I.O. today", "the|A.F.L.-C.I.O.|today"),
    ("the S.&P. 500", "the|S.&P.|500"),
    ("at 9 a.m. on", "at|9|a.m.|on"),
    ("a Ph.D. student", "a|Ph.D.|student"),
    ("George W. Bush and J.K. Rowe", "George|W.|Bush|and|J.K.|Rowe"),
    ("George W.\nBush", "George|W.|Bush"),
    ("Élodie É. Émond", "Élodie|É.|Émond"),
    ("vitamin C.", "vitamin|C|."),
    ("Dunn (D-Ore.), Hale (R-N.Y.)", "Dunn|(|D-Ore.|)|,|Hale|(|R-N.Y.|)"),
    ("Moss, R-Iowa.", "Moss|,|R-Iowa|."),
    ("Sept.11", "Sept.|11"),
    ("No. 5, p. 4", "No.|5|,|p.|4"),
    ("He said No. Then", "He|said|No|.|Then"),
    ("modern art. The", "modern|art|.|The"),
    ("MR. LEE VS. ST. PAUL", "MR.|LEE|VS.|ST.|PAUL"),
    # a missing space
    ("He left.She stayed.", "He|left|.|She|stayed|."),
    # the web
    ("Amazon.com Inc.", "Amazon.com|Inc."),
    ("see https://leeford.example/a?b=c.d.", "see|https://leeford.example/a?b=c.d|."),
    ("(www.leeford.example)", "(|www.leeford.example|)"),
    ("@mayor_ortiz on #bridge2025!", "@mayor_ortiz|on|#bridge2025|!"),
    # marks that belong to the letter before them
    ("a cafe\u0301 in Sa\u0303o Paulo", "a|cafe\u0301|in|Sa\u0303o|Paulo"),
    ("a news\u00adpaper", "a|news\u00adpaper"),
]


@pytest.mark.parametrize(("source", "expected"), TOKENS)
def test_tokens(source: str, expected: str) -> None:
    assert "|".join(tokenize(source)[0]) == expected


def test_offsets_count_code_points_of_the_text_as_given() -> None:
    words, starts, ends = tokenize("\ufeff  😀 Lee’s\r\n\tplan")
    assert words == ["\ufeff", "😀", "Lee", "’s", "plan"]
    assert starts == [0, 3, 5, 8, 13]
    assert ends == [1, 4, 8, 10, 17]


@pytest.mark.parametrize("source", ["", " \t\r\n", "\u2028\u2029"])
def test_texts_without_tokens(source: str) -> None:
    assert tokenize(source) == ([], [], [])


@pytest.mark.parametrize("word", ABBREVIATIONS)
def test_abbreviations_keep_their_full_stop(word: str) -> None:
    assert tokenize(f"the {word}. of")[0] == ["the", f"{word}.", "of"]


@pytest.mark.parametrize("word", BEFORE_NUMBER)
def test_abbreviations_before_numbers(word: str) -> None:
    assert tokenize(f"the {word}. 7")[0] == ["the", f"{word}.", "7"]
    assert tokenize(f"the {word}. of")[0] == ["the", word, ".", "of"]


@given(st.one_of(st.text(), NEWSLIKE))
def test_tokens_stand_in_order_and_cover_all_but_white_space(source: str) -> None:
    words, starts, ends = tokenize(source)
    assert [source[start:end] for start, end in zip(starts, ends, strict=True)] == words
    assert all(start < end for start, end in zip(starts, ends, strict=True))
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    between = [source[a:b] for a, b in pairwise([0, *[at for span in zip(starts, ends, strict=True) for at in span]])]
    assert not "".join([*between[::2], source[ends[-1] if ends else 0 :]]).strip()


@given(NEWSLIKE, NEWSLIKE)
def test_a_blank_line_separates_tokens(before: str, after: str) -> None:
    joined = tokenize(f"{before} \n\n {after}")[0]
    assert joined[: len(tokenize(before + " \n\n ")[0])] == tokenize(before + " \n\n ")[0]


# what the pattern repeats, and what it begins with and then gives up
# fmt: off
PIECES = [
    "a", "a ", "a.", "A.", "A. ", "a-", "a'", "a’s", "a&", "U.S.-", "Mr.", "1", "1,", "1-a", "1a", ".", ". ", "-", "'",
    "’", "‘", "`", "@", "@a", "#", "www.", "www..", "http://", "http://.", "http:// ", "a.com", "a.co", "é.", "\u0301",
    "a\u0301", "\u00ad", "R-A", "R-Aaaaaa", "No.", "p. ", "_", " ", "\n", "😀", "The plan won’t cost $1.5m. ",
]
# fmt: on


def seconds(source: str) -> float:
    """The time that the token pattern takes over a text."""
    find = token_pattern().finditer
    return timeit(lambda: deque(find(source), maxlen=0), number=1, timer=process_time)


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece: str, assert_linear: Callable[..., None]) -> None:
    size = 8_000 // len(piece)
    # 0.2 ms of slack: where the whole text is one token, there is little to measure
    assert_linear(seconds, piece * size, piece * 4 * size, slack=0.0002)


@pytest.mark.parametrize("ending", ["!", ".", "-", "’", "\u0301", " ", ""])
def test_one_long_token_takes_time_in_proportion(ending: str, assert_linear: Callable[..., None]) -> None:
    assert_linear(seconds, "x" * 8_000 + ending, "x" * 32_000 + ending, slack=0.0002)
