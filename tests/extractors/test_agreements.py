"""Agreements: parties one by one, brokers apart from them, and time that grows with the text only."""

from __future__ import annotations

import time

import pytest

import eventx
from eventx.models import Agreement


def agreements(text: str) -> list[Agreement]:
    return [event for event in eventx.extract(text).events if isinstance(event, Agreement)]


def parties(text: str) -> list[str]:
    (event,) = agreements(text)
    return [party.mention.text for party in event.parties if party.mention is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile, Peru and Brazil signed a water treaty.", ["Chile", "Peru", "Brazil"]),
        (
            "The Fed, the Bank of England and the ECB agreed to swap currencies.",
            ["The Fed", "the Bank of England", "the ECB"],
        ),
        ("The Securities and Exchange Commission signed the accord.", ["The Securities and Exchange Commission"]),
        ("The presidents of Chile and Peru signed the accord.", ["The presidents of Chile and Peru"]),
        ("The midfielder, 24, signed a contract with Hamburg.", ["The midfielder", "Hamburg"]),
        ("Both the army and the militia accepted the truce.", ["the army", "the militia"]),
        ("Marks & Sons signed a lease with the city.", ["Marks & Sons", "the city"]),
        ("The Peru-Chile pact lapsed.", ["Peru", "Chile"]),
        ("The Peru–Chile pact lapsed.", ["Peru", "Chile"]),
        ("A long-term pact lapsed.", []),
    ],
)
def test_parties_are_told_one_by_one(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Oman brokered a truce between the army and the rebels.",
        "The army and the rebels signed a truce brokered by Oman.",
        "The army and the rebels signed an Oman-brokered truce.",
        "Mediated by Oman, the truce between the army and the rebels held.",
    ],
)
def test_a_broker_is_no_party(text: str) -> None:
    (event,) = agreements(text)
    assert event.broker is not None
    assert event.broker.name == "Oman"
    assert [party.lower() for party in parties(text)] == ["the army", "the rebels"]


def test_an_agreement_within_the_words_of_another_is_told_once() -> None:
    assert len(agreements("The army and the rebels agreed to a truce.")) == 1
    assert len(agreements("The army and the rebels signed a ceasefire agreement.")) == 1
    assert len(agreements("The port accepted the deal.")) == 1


@pytest.mark.parametrize(
    "phrase", ["a deal with ", "agreed to ", "and the bank ", "a deal between A and B, ", "promised the "]
)
def test_time_is_linear_in_the_length_of_a_sentence(phrase: str) -> None:
    eventx.extract("The bank signed a deal.")

    def seconds(times: int) -> float:
        text = "The port signed " + phrase * times + "a pact."
        begin = time.perf_counter()
        eventx.extract(text)
        return time.perf_counter() - begin

    short, long = max(seconds(15), 0.1), min(seconds(120) for _ in range(3))
    assert long < 40 * short
