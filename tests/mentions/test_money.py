"""Amounts of money: which are found, with which extent, and the value of each."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.mentions.money import find_amounts, patterns

# sentence, the span to be found, its amount (or low and high), currency and what it is paid for
FOUND = [
    ("It raised $1.13bn last year.", "$1.13bn", "1130000000", "USD", None),
    ("the £600m scheme", "£600m", "600000000", "GBP", None),
    ("a $38million loan", "$38million", "38000000", "USD", None),
    ("a $1.5-million loan", "$1.5-million", "1500000", "USD", None),
    ("It costs $5.", "$5", "5", "USD", None),
    ("It costs $1,000,000.", "$1,000,000", "1000000", "USD", None),
    ("a €2–3 million loan", "€2–3 million", ("2000000", "3000000"), "EUR", None),
    ("worth between $2bn and $3bn", "$2bn and $3bn", ("2000000000", "3000000000"), "USD", None),
    ("worth $1.3 billion to $1.5 billion", "$1.3 billion to $1.5 billion", ("1300000000", "1500000000"), "USD", None),
    ("worth $500,000 to $1 million", "$500,000 to $1 million", ("500000", "1000000"), "USD", None),
    ("worth $2 to $3 million", "$2 to $3 million", ("2000000", "3000000"), "USD", None),
    ("between 5 million and 10 million euros", "5 million and 10 million euros", ("5000000", "10000000"), "EUR", None),
    ("1.5-2 million dollars", "1.5-2 million dollars", ("1500000", "2000000"), "USD", None),
    ("It pays $60,000 a year.", "$60,000 a year", "60000", "USD", "year"),
    ("It bid $27.50 a share.", "$27.50 a share", "27.50", "USD", "share"),
    ("It costs £9.50 an hour.", "£9.50 an hour", "9.50", "GBP", "hour"),
    ("It costs $5 million annually.", "$5 million annually", "5000000", "USD", "year"),
    ("It costs $100 per ton.", "$100 per ton", "100", "USD", "ton"),
    ("It costs $3/gallon.", "$3/gallon", "3", "USD", "gallon"),
    ("a $5bn-a-year business", "$5bn-a-year", "5000000000", "USD", "year"),
    ("It was worth $5 million a year ago.", "$5 million", "5000000", "USD", None),
    ("half a billion dollars", "half a billion dollars", "500000000", "USD", None),
    ("Half a billion dollars", "Half a billion dollars", "500000000", "USD", None),
    ("a quarter of a million pounds", "a quarter of a million pounds", "250000", "GBP", None),
    ("two and a half million dollars", "two and a half million dollars", "2500000", "USD", None),
    ("one hundred and fifty dollars", "one hundred and fifty dollars", "150", "USD", None),
    ("twenty-five thousand euros", "twenty-five thousand euros", "25000", "EUR", None),
    ("half a dollar", "half a dollar", "0.5", "USD", None),
    ("a million-dollar house", "a million-dollar", "1000000", "USD", None),
    ("a 5-million-euro loan", "5-million-euro", "5000000", "EUR", None),
    ("5 million euros", "5 million euros", "5000000", "EUR", None),
    ("5\u00a0million euros", "5\u00a0million euros", "5000000", "EUR", None),
    ("tens of millions of dollars", "tens of millions of dollars", None, "USD", None),
    ("several million dollars", "several million dollars", None, "USD", None),
    ("a multimillion-dollar deal", "multimillion-dollar", None, "USD", None),
    ("US$40 million in aid", "US$40 million", "40000000", "USD", None),
    ("C$3.2 billion in aid", "C$3.2 billion", "3200000000", "CAD", None),
    ("A$900m in aid", "A$900m", "900000000", "AUD", None),
    ("HK$2.5bn in aid", "HK$2.5bn", "2500000000", "HKD", None),
    ("Rs 500 crore in aid", "Rs 500 crore", "5000000000", "INR", None),
    ("Rs. 2,50,000 in aid", "Rs. 2,50,000", "250000", "INR", None),
    ("2 trillion yen in aid", "2 trillion yen", "2000000000000", "JPY", None),
    ("¥100bn in aid", "¥100bn", "100000000000", "JPY", None),
    ("50,000 South Korean won", "50,000 South Korean won", "50000", "KRW", None),
    ("20 billion won in aid", "20 billion won", "20000000000", "KRW", None),
    ("10 Canadian dollars", "10 Canadian dollars", "10", "CAD", None),
    ("3 million Swiss francs", "3 million Swiss francs", "3000000", "CHF", None),
    ("5 million pesos", "5 million pesos", "5000000", None, None),
    ("USD 5 million in aid", "USD 5 million", "5000000", "USD", None),
    ("20,000 EUR in aid", "20,000 EUR", "20000", "EUR", None),
    ("50 cents a share", "50 cents a share", "0.50", "USD", "share"),
    ("545p a share", "545p a share", "5.45", "GBP", "share"),
    ("He paid 20 pounds.", "20 pounds", "20", "GBP", None),
    ("5 pounds sterling", "5 pounds sterling", "5", "GBP", None),
    ("2 million pounds of aid", "2 million pounds", "2000000", "GBP", None),
    ("2 million pounds of state aid", "2 million pounds", "2000000", "GBP", None),
    ("three quarters of a million pounds", "three quarters of a million pounds", "750000", "GBP", None),
    ("a million and a half euros", "a million and a half euros", "1500000", "EUR", None),
    ("between two and three million euros", "two and three million euros", ("2000000", "3000000"), "EUR", None),
    ("two or three million euros", "two or three million euros", ("2000000", "3000000"), "EUR", None),
    ("worth 40p-50p", "40p-50p", ("0.4", "0.5"), "GBP", None),
    ("worth 40p to 50p", "40p to 50p", ("0.4", "0.5"), "GBP", None),
    ("$18 an hour to $20 an hour", "$18 an hour to $20 an hour", ("18", "20"), "USD", "hour"),
    ("$18 to 20 an hour", "$18 to 20 an hour", ("18", "20"), "USD", "hour"),
    ("ranging from $2bn to $3bn", "$2bn to $3bn", ("2000000000", "3000000000"), "USD", None),
    ("a five-dollar bill", "five-dollar", "5", "USD", None),
    ("less than a dollar", "a dollar", "1", "USD", None),
    ("a dollar a day", "a dollar a day", "1", "USD", "day"),
    ("$80 a barrel after the meeting", "$80 a barrel", "80", "USD", "barrel"),
    ("$900 a month later", "$900", "900", "USD", None),
    ("$900 a month before tax", "$900 a month", "900", "USD", "month"),
    ("$90 per square foot", "$90 per square foot", "90", "USD", "square foot"),
    ("Hundreds of pounds were lost", "Hundreds of pounds", None, "GBP", None),
    ("$2 1/2 million", "$2 1/2 million", "2500000", "USD", None),
]

NOTHING = [
    "It may march in a second.",
    "pounds of flour",
    "five pounds of flour",
    "2 million pounds of beef",
    "He lost 20 pounds.",
    "a 500-pound bomb",
    "The dollar fell, and the AUD rose.",
    "They need more dollars, and he has a yen for it.",
    "2 million won the lottery.",
    "They met at 3p.m. to watch a 480p video.",
    "5 percent, 5 per cent and 600 people",
    "a million",
    "A euro fell, a dollar store closed, the 20 euro zone states met",
    "He put in his two cents, or two cents' worth",
    "They weigh hundreds of pounds.",
    "the $ sign and the £ sign",
    "Rs and p",
    "",
]


@pytest.mark.parametrize(("sentence", "span", "value", "currency", "per"), FOUND)
def test_found(
    sentence: str, span: str, value: str | tuple[str, str] | None, currency: str | None, per: str | None
) -> None:
    (found,) = find_amounts(sentence, 0, len(sentence))
    assert sentence[found.start : found.end] == span
    assert (found.currency, found.per) == (currency, per)
    if isinstance(value, tuple):
        assert (found.amount, found.low, found.high) == (None, Decimal(value[0]), Decimal(value[1]))
    else:
        assert (found.amount, found.low, found.high) == (value and Decimal(value), None, None)


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing_found(sentence: str) -> None:
    assert find_amounts(sentence, 0, len(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "spans"),
    [
        ("It fell from $5 million to $3 million.", ["$5 million", "$3 million"]),
        ("It rose from the current $7.25 to $12.", ["$7.25", "$12"]),
        ("They paid $2bn and $3bn.", ["$2bn", "$3bn"]),
        ("They paid €1.2bn ($1.3bn for the mines alone).", ["€1.2bn", "$1.3bn"]),
        ("He gave $5 to 10 people.", ["$5"]),
        ("It rose 25 cents to $17.65.", ["25 cents", "$17.65"]),
        ("They spent $1.3 million dollars.", ["$1.3 million"]),
        ("It went from 40p to 50p.", ["40p", "50p"]),
        ("Oil rose $1 to $83 a barrel.", ["$1", "$83 a barrel"]),
        ("It went from $900 a month to $1,400 a month after that.", ["$900 a month", "$1,400 a month"]),
        ("They pay $5,000, or €3,000 for students.", ["$5,000", "€3,000"]),
        ("They made £18m (£21m in 2015).", ["£18m", "£21m"]),
        ("They made $18m (£15m).", ["$18m"]),
    ],
)
def test_one_or_several(sentence: str, spans: list[str]) -> None:
    found = find_amounts(sentence, 0, len(sentence))
    assert [sentence[amount.start : amount.end] for amount in found] == spans
    assert all(amount.amount is not None for amount in found)


# sentence, the spans of the amount and of its equivalents, one inside the other, and what it is paid for
EQUIVALENT = [
    ("They paid $1.13bn (£600m).", ["$1.13bn", "£600m"], None),
    ("They paid $1.13bn (about £600m) for it.", ["$1.13bn", "£600m"], None),
    ("They paid $1.13bn [£600m] for it.", ["$1.13bn", "£600m"], None),
    ("They paid $1.13bn (£600m; €700m).", ["$1.13bn", "£600m", "€700m"], None),
    ("They paid $2m-3m (£1.6m-2.4m).", ["$2m-3m", "£1.6m-2.4m"], None),
    ("They paid $5m, or about £4m, for it.", ["$5m", "£4m"], None),
    ("They paid $5m or roughly £4m at the time.", ["$5m", "£4m"], None),
    ("They paid 130 billion euros, about $148 billion, for it.", ["130 billion euros", "$148 billion"], None),
    ("They paid 30,000 pesos ($1,500).", ["30,000 pesos", "$1,500"], None),
    ("They paid $15 (£12) an hour.", ["$15", "£12"], "hour"),
    ("They paid $15 (£12 an hour).", ["$15", "£12 an hour"], "hour"),
    ("They paid $15 an hour, or £12.", ["$15 an hour", "£12"], "hour"),
]


@pytest.mark.parametrize(("sentence", "spans", "per"), EQUIVALENT)
def test_equivalents(sentence: str, spans: list[str], per: str | None) -> None:
    (found,) = find_amounts(sentence, 0, len(sentence))
    assert found.per == per
    chain = [found]
    while chain[-1].equivalent:
        chain.append(chain[-1].equivalent)
    assert [sentence[amount.start : amount.end] for amount in chain] == spans
    assert len({amount.currency for amount in chain}) == len(spans)


def test_inside_the_bounds() -> None:
    sentence = "$5, then 10 euros, then $20 a share"
    found = find_amounts(sentence, 3, sentence.index(" a share"))
    assert [sentence[amount.start : amount.end] for amount in found] == ["10 euros", "$20"]


def test_amounts_have_no_exponent() -> None:
    assert [str(found.amount) for found in find_amounts("$5 million, $1.10bn and $27.50", 0, 30)] == [
        "5000000",
        "1100000000",
        "27.50",
    ]


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
    "1.5",
    "ſix",
    "٣",
    "\u2009",
    "\n",
    "won",
    "p",
]
WORDS = [*" ".join(row[0] for row in FOUND).split(), *GLUE]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
    | st.lists(st.sampled_from(WORDS), max_size=25).map("".join)
    | st.text(max_size=60)
)
def test_any_text_is_read(text: str) -> None:
    found = find_amounts(text, 0, len(text))
    assert all(0 <= amount.start < amount.end <= len(text) for amount in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    for amount in found:
        assert not amount.equivalent or amount.end < amount.equivalent.start
        assert amount.currency is None or (len(amount.currency) == 3 and amount.currency.isupper())
        assert (amount.low is None) == (amount.high is None)
        assert amount.low is None or (amount.high is not None and amount.low < amount.high and amount.amount is None)


SLOW = [
    "$1,000,000,000 to $2,000,000,000 a year ",
    "one hundred and twenty a half of a million and a quarter ",
    "hundreds of millions of billions of dollars of pounds ",
    "1,000,000 and 2-3 to 5 million US won ",
    "USD EUR GBP Rs. US$ U.S.$ ",
    "from the the the paid about up to 20 pounds of ",
    "1,11,",
    "111111111111111",
    "$$$$",
    "a half ",
    "$5 (£4; €3, ¥2, $1",
    "$5, or about £4 at ",
    "$5 a month after £4 a month to £5 a month before ",
    "40p to 50p to 60p-70p ",
    "1 000 000",
    "3 1/2 1/2 ½",
    " ",
]


@pytest.mark.parametrize("name", [*patterns(), "find_amounts"])
@pytest.mark.parametrize("piece", SLOW)
def test_time_grows_with_the_text(name: str, piece: str, assert_linear: Callable[..., None]) -> None:
    def seconds(text: str) -> float:
        begin = time.process_time()
        if name == "find_amounts":
            find_amounts(text, 0, len(text))
        else:
            sum(1 for _ in patterns()[name].finditer(text))
        return time.process_time() - begin

    short = piece * (8_000 // len(piece))
    assert_linear(seconds, short, short * 4, slack=0.001)
