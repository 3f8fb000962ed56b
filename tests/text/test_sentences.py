"""Sentences: where they end and where they do not. More cases stand in benchmarks/sentence_cases.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from time import process_time
from timeit import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.limits import Limits
from eventx.text import Text

NEWSLIKE = st.text(alphabet="aB .,'\"“”‘’!?\n\r-—()[]0.$…:•", max_size=200)

# each text with its sentences divided by ‖
SENTENCES = [
    # titles and abbreviations
    "Gov. Ellen Marsh met Sen. Dunn, D-Ore., at 9 a.m. Tuesday. ‖ Nobody else came.",
    "Lt. Gov. Reyes and the Rev. Amos Tate spoke. ‖ Prof. Lind did not.",
    "Former U.S. President Ada Finn praised U.S. Rep. Otis Hale and U.S. Ambassador Jo Lund. ‖ Hale smiled.",
    "The U.S. Senate voted. ‖ The U.N. Security Council did not.",
    "They live in the U.S. ‖ They like it.",
    "“They left the U.S.” ‖ Moss knew it.",
    "Non-U.S. citizens may apply. ‖ Anti-U.S. protests went on.",
    "Sen. Jo Lund (R-N.Y.) and Rep. Al Moss (D-Va.) Monday opposed it. ‖ Others did not.",
    "They met in Flint, Mich. ‖ Roger Moss came late.",
    "They met in Flint, Mich., on Monday. ‖ Roger Moss came late.",
    "It belongs to Halden Inc. ‖ Morrow had bid more.",
    "They met Halden Inc. Chief Executive Ruth Moss. ‖ She said no.",
    "The award is named for Dr. King Jr. ‖ He won it.",
    "The doors opened at 6 p.m. ‖ Officials were late.",
    "The doors opened at 6 p.m. EST on Jan. 6. ‖ Officials were late.",
    "It cost approx. 40 percent more, cf. p. 4. ‖ See No. 7 too.",
    "He said no. ‖ She said yes. ‖ “No. ‖ Never.”",
    "They sell bread, fruit, etc. ‖ Prices are low.",
    # initials
    "George W. Hale and J.K. Rowe signed. ‖ T. J. Moss did not.",
    "Joseph R. “Joe” Hale won. ‖ He smiled.",
    "There is no plan B. ‖ We have to win.",
    "They lack vitamin C. ‖ Doctors know it.",
    "It was you and I. ‖ Nobody else was there.",
    # numbers
    "It rose 3.5 percent to $1.5 billion. ‖ 40 firms gained.",
    "It costs $.99. ‖ It cost $1.",
    # question and exclamation marks, quotations
    "Who pays? ‖ Nobody knows! ‖ Enough?!",
    "“Who pays?” Smith asked. ‖ “You do.”",
    "“Who pays?” asked Smith. ‖ “You do.”",
    '"Never again!" the crowd shouted. ‖ "Never!"',
    "“Who pays?” ‖ Experts say that nobody does.",
    "“Who pays?” ‖ Smith said that nobody does.",
    "“We won!” ‖ She replied to him that they had lost.",
    "“Who pays?” ‖ Nobody in the hall had an answer, Smith said.",
    "“Who pays?” Mayor Ortiz, who had come by bike, exclaimed. ‖ Then she laughed.",
    "“Sad!” @mayorortiz wrote. ‖ It was deleted.",
    "“We offered to talk. ‖ They refused. ‖ What else can we do?” Varga said. ‖ “Nothing.”",
    "Varga said: “We offered to talk. ‖ They refused.” ‖ The union denied it.",
    "Dunn called it “a disgrace”. ‖ ‘A start,’ said Pike.",
    "“He told me, ‘Go home.’ ‖ So I went,” Lund said.",
    "Shares of Yahoo! Inc. fell. ‖ Jeb! was his slogan.",
    "“But I thought –” ‖ She stopped.",
    "“But I –” Lund said. ‖ She stopped.",
    "“We are ready.” — Mayor Ortiz",
    # ellipses
    "“I thought … well, never mind,” he said. ‖ “Never.”",
    "“It . . . remains in force,” he wrote. ‖ “It does.”",
    "“It was hard. ... ‖ We won,” he wrote.",
    "“... And then it rained,” she said.",
    # brackets and notes
    "The firm closed (see p. 4). ‖ (It had lost money.) ‖ A buyer came.",
    "Costs tripled.[3] ‖ The board resigned.",
    "The plan (what plan?) was dropped. ‖ Nobody minded.",
    # lists
    "1. Close the bridge. ‖ 2. Open the tunnel.",
    "There are two parts. ‖ 1. Close the bridge. ‖ 2. Open the tunnel.",
    "A. Close the bridge. ‖ B. Open the tunnel.",
    # small first letters
    "They cut the price. ‖ iPhone sales rose. ‖ al-Shabab denied it. ‖ de Blasio agreed.",
    # headlines
    "Finn Meets Dunn In The U.S. And Moss In Canada. ‖ He Goes Home.",
    # a missing space
    "The mayor resigned.‖She gave no reason.",
    "He called it “a start.”‖“It is not,” she said.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(marked: str) -> None:
    text = Text(marked.replace(" ‖ ", " ").replace("‖", ""))
    assert [text.string(text.range(*sentence)) for sentence in text.sentences] == [
        part.strip() for part in marked.split("‖")
    ]


def test_most_benchmark_cases_are_right() -> None:
    path = Path(__file__).parents[2] / "benchmarks" / "sentence_cases.toml"
    cases = tomllib.loads(path.read_text("utf-8"))["case"]
    wrong = []
    for case in cases:
        text = Text(case.get("join", " ").join(case["sentences"]))
        found = ["".join(text.string(text.range(*sentence)).split()) for sentence in text.sentences]
        if found != ["".join(sentence.split()) for sentence in case["sentences"]]:
            wrong.append(case["sentences"])
    assert len(cases) >= 120
    assert len(wrong) <= 0.04 * len(cases), wrong


def test_a_line_end_within_a_sentence_changes_nothing() -> None:
    lines = [
        "The union refused on Monday to sign the contract that the U.S.",
        "Army had proposed to it in the summer, Gov. Ellen Marsh, whose",
        "office had tried for weeks to bring both sides together, said",
        "and wrote on the same day, in a letter to Halden and to George W.",
        "Hale, the chairman of its board, who had asked them to do that",
        "by noon. They gave no reason.",
    ]
    for line_end in ("\n", "\r\n"):
        text = Text(line_end.join(lines))
        assert [text.words[last - 1] for _, last in text.sentences] == [".", "."]
        assert text.words[text.sentences[1][0]] == "They"


def test_a_paragraph_ends_a_sentence() -> None:
    text = Text("Halden Buys Morrow\n\nHalden Inc. bought the\n\nU.S. firm")
    assert len(text.sentences) == 3


@pytest.mark.parametrize("most", [1, 2, 7, 400])
def test_sentences_are_cut_at_the_limit(most: int) -> None:
    text = Text("so it goes " * 300, Limits(sentence_tokens=most))
    lengths = [last - first for first, last in text.sentences]
    assert max(lengths) == most
    assert sum(lengths) == 900


def test_a_token_finds_its_sentence() -> None:
    text = Text("He left. She stayed. They met.")
    assert [text.sentence_index(token) for token in range(len(text.words))] == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert text.sentence(4) == (3, 6)


@given(st.one_of(st.text(), NEWSLIKE), st.integers(1, 12))
def test_sentences_partition_the_tokens(source: str, most: int) -> None:
    text = Text(source, Limits(sentence_tokens=most))
    edges = [0, *(last for _, last in text.sentences)]
    assert text.sentences == list(pairwise(edges))
    assert edges[-1] == len(text.words)
    assert all(0 < last - first <= most for first, last in text.sentences)
    starts = {first for first, _ in text.sentences}
    assert all(first in starts for first, _ in text.paragraphs)


@pytest.mark.parametrize(
    "piece", ["a ", ". ", ".", "A. ", "“Who?” ", "?” A ", "U.S. ", "a – ", "–” ", "[3] ", "1. ", ". . "]
)
def test_time_grows_with_the_text(piece: str, assert_linear: Callable[..., None]) -> None:
    def seconds(source: str) -> float:
        return timeit(lambda: Text(source), number=1, timer=process_time)

    assert_linear(seconds, piece * 500, piece * 2_000)
