"""Quantities: which are found, with which extent, and the number and the unit of each; and how numbers are read."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.mentions import numbers, quantities
from eventx.mentions.money import find_amounts
from eventx.mentions.quantities import find_quantities, plurals, singulars

Value = str | tuple[str, str] | None

# sentence, the span to be found, its amount (or low and high, or none) and its unit
FOUND: list[tuple[str, str, Value, str]] = [
    ("a 51% stake", "51%", "51", "percent"),
    ("a 51 % stake", "51 %", "51", "percent"),
    ("a 51-percent stake", "51-percent", "51", "percent"),
    ("a 51 percent-owned firm", "51 percent", "51", "percent"),
    ("Ten per cent voted.", "Ten per cent", "10", "percent"),
    ("It rose .3 percent.", ".3 percent", "0.3", "percent"),
    ("It rose 2 1/2 percent.", "2 1/2 percent", "2.5", "percent"),
    ("It rose 2\n1/2 percent.", "2\n1/2 percent", "2.5", "percent"),
    ("It rose 2½ percent.", "2½ percent", "2.5", "percent"),
    ("It rose half of 1 percent.", "half of 1 percent", "0.5", "percent"),
    ("It rose by one-half of one percent.", "one-half of one percent", "0.5", "percent"),
    ("It rose by two-tenths of a percentage point.", "two-tenths of a percentage point", "0.2", "percentage point"),
    ("It rose by a percentage point.", "a percentage point", "1", "percentage point"),
    ("a seven-percentage-point lead", "seven-percentage-point", "7", "percentage point"),
    ("It rose 25 basis points.", "25 basis points", "25", "basis point"),
    ("It rose 20 to 25 percent.", "20 to 25 percent", ("20", "25"), "percent"),
    ("It rose 20% to 25%.", "20% to 25%", ("20", "25"), "percent"),
    ("It rose 2%-3%.", "2%-3%", ("2", "3"), "percent"),
    ("between about 20 and 25 percent", "20 and 25 percent", ("20", "25"), "percent"),
    ("between 20 percent and 25 percent", "20 percent and 25 percent", ("20", "25"), "percent"),
    ("ranging from 20 to 25 percent", "20 to 25 percent", ("20", "25"), "percent"),
    ("It rose from 20 to 25 percent.", "25 percent", "25", "percent"),
    ("five or six soldiers", "five or six soldiers", ("5", "6"), "soldier"),
    ("two to three hundred people", "two to three hundred people", ("200", "300"), "person"),
    ("between one hundred and two hundred jets", "one hundred and two hundred jets", ("100", "200"), "jet"),
    ("one hundred and two jets", "one hundred and two jets", "102", "jet"),
    ("a 10- to 15-mile run", "10- to 15-mile", ("10", "15"), "mile"),
    ("20–30 jobs", "20–30 jobs", ("20", "30"), "job"),
    ("a million and a half people", "a million and a half people", "1500000", "person"),
    ("10\u00a0000 troops", "10\u00a0000 troops", "10000", "troop"),
    ("2.5m people", "2.5m people", "2500000", "person"),
    ("half a dozen women", "half a dozen women", "6", "woman"),
    ("tens of thousands more people", "tens of thousands more people", None, "person"),
    ("several hundred Russian soldiers", "several hundred Russian soldiers", None, "soldier"),
    ("24 F-16 fighter jets", "24 F-16 fighter jets", "24", "jet"),
    ("1,200 unionized auto workers", "1,200 unionized auto workers", "1200", "worker"),
    ("200 police were there", "200 police", "200", "police"),
    ("200 police officers were there", "200 police officers", "200", "officer"),
    ("1 million asylum-seekers", "1 million asylum-seekers", "1000000", "asylum seeker"),
    ("10,000 square feet", "10,000 square feet", "10000", "square foot"),
    ("a 900-square-mile area", "900-square-mile", "900", "square mile"),
    ("12 sq km of land", "12 sq km", "12", "square kilometre"),
    ("winds of 60 mph", "60 mph", "60", "mile per hour"),
    ("60 miles an hour", "60 miles an hour", "60", "mile per hour"),
    ("5 pounds of flour", "5 pounds", "5", "pound"),
    ("a 12-seat plane", "12-seat", "12", "seat"),
    ("half a mile away", "half a mile", "0.5", "mile"),
    ("One soldier was killed.", "One soldier", "1", "soldier"),
    ("0 deaths were reported", "0 deaths", "0", "death"),
    ("It won by 2016 votes.", "2016 votes", "2016", "vote"),
    ("a group of 1900 workers", "1900 workers", "1900", "worker"),
    ("from 12 percent in May 1990", "12 percent", "12", "percent"),
]

NOTHING = [
    "one in ten people, nine out of ten workers, 20 per 100,000 people",
    "One analyst said so, according to one former executive.",
    "one town hall, one email account, a one-man show, a two-child policy, no one soldier",
    "the two men and those two soldiers",
    "In 1990 troops came, and on May 5 workers struck.",
    "his potential 2016 supporters",
    "a 9/11 victims fund for 24/7 workers",
    "a 51-49 vote, 220-207 votes",
    "a six-foot-3 guard",
    "Boeing 737 jets, Channel 4 workers, COVID-19 patients, No. 2 officials",
    "the second soldier, a third dose, quarter horses",
    "two-thirds of people, half of voters",
    "1 people, 10 person",
    "a $5 million jobs bill, a £300m homes plan, USD 5 million seats, five million pounds of aid",
    "They paid $5m, or 4 million pounds.",
    "10 000 troops",
    "1/2/2016 votes",
    "5 percentages and 5 percenters",
    "",
]


@pytest.mark.parametrize(("sentence", "span", "value", "unit"), FOUND)
def test_found(sentence: str, span: str, value: Value, unit: str) -> None:
    (found,) = find_quantities(sentence, 0, len(sentence))
    assert sentence[found.start : found.end] == span
    assert found.unit == unit
    if isinstance(value, tuple):
        assert (found.amount, found.low, found.high) == (None, Decimal(value[0]), Decimal(value[1]))
    else:
        assert (found.amount, found.low, found.high) == (value and Decimal(value), None, None)


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing_found(sentence: str) -> None:
    assert find_quantities(sentence, 0, len(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "spans"),
    [
        ("It fell from 9 percent to 7 percent.", ["9 percent", "7 percent"]),
        ("It went from 40 percent on July 14 to 42 percent.", ["40 percent", "42 percent"]),
        ("It went from 9,000 troops in 2016 to 12,000 troops.", ["9,000 troops", "12,000 troops"]),
        ("59%-28%", ["59%", "28%"]),
        ("It took 41% of the ballots and 212 seats.", ["41%", "212 seats"]),
    ],
)
def test_one_or_several(sentence: str, spans: list[str]) -> None:
    found = find_quantities(sentence, 0, len(sentence))
    assert [sentence[counted.start : counted.end] for counted in found] == spans


def test_inside_the_bounds() -> None:
    sentence = "51%, then 12 jets, then 36 tanks"
    found = find_quantities(sentence, 2, sentence.index("anks"))
    assert [sentence[counted.start : counted.end] for counted in found] == ["12 jets"]


def test_each_unit_has_one_plural() -> None:
    assert len(plurals()) == len(singulars())
    assert not [noun for noun in singulars() if noun != noun.lower()]
    assert set(quantities.SHORT.values()) <= singulars() | {f"{noun} per hour" for noun in quantities.SPEEDS}


GLUE = [
    "a",
    "half",
    "and",
    "to",
    "of",
    "between",
    "-",
    "–",
    "1",
    "1,000",
    "½",
    "1/2",
    "ſix",
    "٣",
    "\u2009",
    "\n",
    "$",
    "per",
]
WORDS = [*" ".join(row[0] for row in FOUND).split(), *GLUE]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
    | st.lists(st.sampled_from(WORDS), max_size=25).map("".join)
    | st.text(max_size=60)
)
def test_any_text_is_read(text: str) -> None:
    found = find_quantities(text, 0, len(text))
    assert all(0 <= counted.start < counted.end <= len(text) for counted in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    for counted in found:
        assert (counted.low is None) == (counted.high is None)
        assert counted.low is None or (counted.high is not None and counted.low < counted.high and not counted.amount)
    money = find_amounts(text, 0, len(text))
    assert not [one for one in found for other in money if one.start < other.end and other.start < one.end]


SLOW = [
    "between 1,000,000,000 and 2,000,000,000 troops ",
    "one hundred and twenty a half of a million and a quarter ",
    "hundreds of millions of billions of new U.S. nuclear air combat ",
    "1,000,000 and 2-3 to 5 million percentage point ",
    "51% to 52% to 53%-54% ",
    "5 new old other more US F-16 air square ",
    "12-square-square-mile-",
    "from the the rose by about up to 20 ",
    "1,11,",
    "1\u00a0000\u00a0000",
    "111111111111111",
    "twenty-",
    "3 1/2 1/2 ½",
    "$5 (£4; ",
    "a half ",
    " ",
]
PATTERNS = {**numbers.patterns(), **quantities.patterns()}


@pytest.mark.parametrize("name", [*PATTERNS, "find_quantities"])
@pytest.mark.parametrize("piece", SLOW)
def test_time_grows_with_the_text(name: str, piece: str, assert_linear: Callable[..., None]) -> None:
    def seconds(text: str) -> float:
        begin = time.process_time()
        if name == "find_quantities":
            find_quantities(text, 0, len(text))
        else:
            sum(1 for _ in PATTERNS[name].finditer(text))
        return time.process_time() - begin

    short = piece * (8_000 // len(piece))
    assert_linear(seconds, short, short * 4, slack=0.001)
