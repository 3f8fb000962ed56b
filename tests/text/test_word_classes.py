"""Word classes: the words that decide about events get the right one in plain news sentences."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from timeit import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.text import Text
from eventx.text.word_classes import FIXED, SIGNS, candidates, classify

LETTERS = frozenset('NPJRDQWITCMXBHOvzdngS,;.-"()~')
WORDS = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=12).filter(lambda word: word.strip())
NEWS_WORDS = st.sampled_from(
    "the The a to that her his like there one may will Moss offer offers offered plan plans of in had is 's ’ ' “ . , "
    "$ 5 who U.S. US not by proposed talks".split()
)

# each sentence with the letters of its tokens
SENTENCES = [
    # offers, agreements and statements
    ("The mayor offered to pay for the bridge.", "DNdTvIDN."),
    ("He has offered to house them.", "QHnTvQ."),
    ("She was offered a job.", "QBnDN."),
    ("They will be asked to leave.", "QXBnTv."),
    ("The offer was rejected by both sides.", "DNBnIDN."),
    ("Moss rejected the offer on Monday.", "PdDNIP."),
    ("He is willing to talk.", "QBJTv."),
    ("They proposed a merger.", "QdDN."),
    ("A proposed merger would cost jobs.", "DJNXvN."),
    ("The company said its offer stands.", "DNdDNz."),
    ("Officials said the talks could fail.", "NdDNXv."),
    ("She said that he had lied.", "QdCQHn."),
    ("He called the plan a disgrace.", "QdDNDN."),
    ("He called her a liar.", "QdQDN."),
    # verb or noun
    ("Talks were held in Geneva.", "NBnIP."),
    ("The talks ended.", "DNd."),
    ("He talks too much.", "QzRJ."),
    ("The plans are ready.", "DNBJ."),
    ("One of the men fled.", "MIDNd."),
    ("Who pays for it?", "WzIQ."),
    # participles
    ("Proposed by Lund, the law failed.", "nIP,DNd."),
    ("Speaking in Geneva, Lund praised the deal.", "gIP,PdDN."),
    ("The deal, which he had signed, is dead.", "DN,WQHn,BJ."),
    # words of several duties
    ("That is not true.", "QBRJ."),
    ("There is no plan.", "QBDN."),
    ("They went there.", "QdR."),
    ("I like her plan.", "QvDN."),
    ("He drives like a fool.", "QzIDN."),
    ("Give it to her.", "vQIQ."),
    ("Her answer was short.", "DNBJ."),
    # clitics, negation
    ("It’s a start.", "QBDN."),
    ("It’s been a long year.", "QBBDJN."),
    ("Lee’s plan won’t work.", "PSNXv."),
    ("They’re leaving, and we’ve stayed.", "QBg,CQHn."),
    ("She did not answer.", "QORv."),
    ("He doesn't know.", "QOv."),
    # names
    ("The United States agreed to pay Halden Inc. $5 million.", "DPPdTvPPMMM."),
    ("The U.S. Army will leave.", "DPPXv."),
    ("The US told us.", "DPdQ."),
    # numbers, signs, quotation marks
    ("The 13-year-old boy ran.", "DJNd."),
    ("It rose 3.5 percent to 40.", "QdMNIM."),
    ("“We will pay,” he said.", '"QXv,"Qd.'),
    ("He left (again); she – Lund – stayed.", "Qd(R);Q-P-d."),
]


@pytest.mark.parametrize(("sentence", "letters"), SENTENCES)
def test_letters(sentence: str, letters: str) -> None:
    text = Text(sentence)
    assert "".join(text.word_class(token) for token in range(len(text.words))) == letters


def test_capitals_tell_no_name_in_a_headline() -> None:
    text = Text("Mayor Rejects Offer By Union And Leaves Talks")
    letters = [text.word_class(token) for token in range(len(text.words))]
    assert letters[1] == "z"
    assert "P" not in letters


def test_sentences_are_classified_one_at_a_time() -> None:
    text = Text("He left. She stayed.")
    assert text.word_classes(0) == ["Q", "d", ".", "", "", ""]
    assert text.word_classes(3) == ["Q", "d", ".", "Q", "d", "."]


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("house", "N"),
        ("said", "d"),
        ("40", "M"),
        ("3.5", "M"),
        ("13-year-old", "J"),
        ("state-backed", "J"),
        # words that no list holds, by their ending
        ("zorbingly", "R"),
        ("zorbous", "J"),
        ("zorbing", "g"),
        ("zorb", "N"),
    ],
)
def test_first_candidate(word: str, first: str) -> None:
    assert candidates(word)[0] == first


def test_all_letters_are_known() -> None:
    assert set(FIXED.values()) <= LETTERS
    assert set(SIGNS.values()) <= LETTERS


@given(st.lists(st.one_of(WORDS, NEWS_WORDS), max_size=30))
def test_every_word_gets_one_known_letter(words: list[str]) -> None:
    letters = classify(words, [word.lower().replace("’", "'") for word in words])
    assert len(letters) == len(words)
    assert set(letters) <= LETTERS


@given(st.text())
def test_every_token_of_any_text_has_a_class(source: str) -> None:
    text = Text(source)
    assert {text.word_class(token) for token in range(len(text.words))} <= LETTERS


@pytest.mark.parametrize("piece", ["offer ", "the offer ", "Moss ", "' ", "that ", "to ", "offers ", "offered , "])
def test_time_grows_with_the_text(piece: str, assert_linear: Callable[..., None]) -> None:
    def seconds(source: str) -> float:
        text = Text(source)  # whose limit on sentences bounds the time that one of them takes
        return timeit(lambda: [text.word_classes(first) for first, _ in text.sentences], number=1, timer=process_time)

    assert_linear(seconds, piece * 800, piece * 3_200)
