"""The finders on their own: dates, amounts, quantities and participants of any text."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventx import (
    Document,
    InvalidDocument,
    Money,
    Participant,
    Quantity,
    Span,
    When,
    find_amounts,
    find_dates,
    find_participants,
    find_quantities,
)

if TYPE_CHECKING:
    from collections.abc import Callable

FINDERS: tuple[Callable[..., list[Any]], ...] = (find_dates, find_amounts, find_quantities, find_participants)
PUBLISHED = "2025-02-04"  # a Tuesday
STORY = """By Dana Webb

Mayor Ana Ruiz told the council on Monday that she would sell a 51% stake in Orlin Mining for €2.5 million a year.

“I will sign on 3 March,” Ruiz said. “We need 40 buses, and our schools need between $5m and $7m.”

The council, which rejected 12 offers in 2024, asked her to wait until next week. She smiled.
"""


def span_of(value: Any) -> Span:
    return value.mention if isinstance(value, Participant) else value.span


def wordings(values: list[Any]) -> list[str]:
    return [span_of(value).text for value in values]


def who(text: str | Document) -> list[tuple[str, str | None]]:
    return [(participant.mention.text, participant.name) for participant in find_participants(text)]


def entities(text: str | Document, wording: str) -> list[str]:
    return [found.entity for found in find_participants(text) if found.mention.text == wording]


def assert_sound(text: str, values: list[Any]) -> None:
    for value in values:
        span = span_of(value)
        assert text[span.start : span.end] == span.text
    for one, other in pairwise(map(span_of, values)):
        assert (one.start, one.end) != (other.start, other.end)
        assert one.start <= other.start


# --------------------------------------------------------------------------------------------------------- all of them


@pytest.mark.parametrize("find", FINDERS)
def test_spans_stand_in_the_text_in_its_order(find: Callable[..., list[Any]]):
    found = find(STORY)
    assert found
    assert_sound(STORY, found)


@pytest.mark.parametrize("find", FINDERS)
def test_a_document_is_read_as_its_text(find: Callable[..., list[Any]]):
    assert find(Document(text=STORY, id="7", title="Buses")) == find(STORY)


@pytest.mark.parametrize("find", FINDERS)
def test_the_same_text_gives_the_same_values(find: Callable[..., list[Any]]):
    assert find(STORY) == find(STORY)


@pytest.mark.parametrize("find", FINDERS)
@pytest.mark.parametrize("text", ["", " \n", ".", "It rained all night and nothing was seen."])
def test_where_there_is_nothing_nothing_is_found(find: Callable[..., list[Any]], text: str):
    assert [value for value in find(text) if span_of(value).text != "It"] == []


@pytest.mark.parametrize("find", FINDERS)
@pytest.mark.parametrize("wrong", [None, 3, ["on Monday"], b"on Monday", object()])
def test_what_is_no_string_is_refused(find: Callable[..., list[Any]], wrong: Any):
    with pytest.raises(InvalidDocument, match="the text must be a string, not "):
        find(wrong)


@pytest.mark.parametrize("find", FINDERS)
def test_half_a_surrogate_pair_is_refused(find: Callable[..., list[Any]]):
    with pytest.raises(InvalidDocument, match="surrogate"):
        find("on \ud83d Monday")


PIECES = [
    *'Mayor|Ana Ruiz|Ruiz|she|I|our|who|the union|said|“|”|"|’s|,|.|(|)|on Monday|in 2011|by 3 March|next'.split("|"),
    *"$5|€2 million|a year|£600m|(|51%|40 jets|hundreds of|between|and|for|of|Norland|Orlin Foods|US-China".split("|"),
    *"\n\n|\r\n|\u2028|\x00|\u202e|😀|e\u0301|İ|½|²|٣|By Dana Webb\n|- |—|[|]|R-Ky.|Jr.|the former|it".split("|"),
]
NEWS = st.lists(st.sampled_from(PIECES) | st.text(min_size=1, max_size=3), max_size=25).map(" ".join)


@pytest.mark.parametrize("find", FINDERS)
@settings(max_examples=300, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=NEWS | st.text(max_size=80))
def test_any_string_is_read(find: Callable[..., list[Any]], text: str):
    assert_sound(text, find(text))


@settings(max_examples=200, derandomize=True, deadline=None)
@given(text=NEWS, day=st.dates())
def test_dates_are_resolved_for_any_day_of_publication(text: str, day: date):
    assert wordings(find_dates(text, published=day)) == wordings(find_dates(text))


# --------------------------------------------------------------------------------------------------------------- dates

DATES = "They met on Monday, again on 3 March 2020 and late in 2011, and will vote next week."


@pytest.mark.parametrize(
    "published", [PUBLISHED, date(2025, 2, 4), datetime(2025, 2, 4, 18, 30), "2025-02-04T18:30:00", "20250204"]
)
def test_dates_have_values_for_the_day_of_publication(published: Any):
    assert [(str(found.span), found.value, found.grain) for found in find_dates(DATES, published=published)] == [
        ("Monday", "2025-02-03", "day"),
        ("3 March 2020", "2020-03-03", "day"),
        ("late in 2011", "2011", "year"),
        ("next week", "2025-W07", "week"),
    ]


def test_without_a_day_of_publication_absolute_dates_alone_have_a_value():
    assert [found.value for found in find_dates(DATES)] == [None, "2020-03-03", "2011", None]


def test_the_day_of_publication_of_a_document_counts_unless_another_is_given():
    document = Document(text=DATES, published=PUBLISHED)
    assert find_dates(document) == find_dates(DATES, published=PUBLISHED)
    assert find_dates(document, published="2025-02-11")[0].value == "2025-02-10"


@pytest.mark.parametrize("published", ["", " ", "yesterday", "2025", "2025-02-30", "04/02/2025", 20250204, True])
def test_a_wrong_day_of_publication_is_refused(published: Any):
    with pytest.raises(InvalidDocument, match="published: an ISO 8601 date"):
        find_dates(DATES, published=published)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ferry will be back by Friday.", "2025-02-07"),
        ("The ferry sank on Friday.", "2025-01-31"),
        ("The ferry will sail in June.", "2025-06"),
        ("The ferry sank in June.", "2024-06"),
    ],
)
def test_a_date_lies_on_the_side_that_its_words_tell(text: str, value: str):
    (found,) = find_dates(text, published=PUBLISHED)
    assert isinstance(found, When)
    assert found.value == value


def test_a_date_is_shown_as_its_value_or_its_words():
    assert list(map(str, find_dates("They met on Monday and in 2011."))) == ["Monday", "2011"]


# ------------------------------------------------------------------------------------------------ amounts, quantities


def amount_of(text: str) -> Money:
    (found,) = find_amounts(text)
    return found


@pytest.mark.parametrize(
    ("text", "span", "values"),
    [
        ("It paid €2.5 million for the quarry.", "€2.5 million", (Decimal(2_500_000), None, None, "EUR", None)),
        ("It bid $27.50 a share.", "$27.50 a share", (Decimal("27.50"), None, None, "USD", "share")),
        ("The pier cost between $5m and $7m.", "$5m and $7m", (None, 5_000_000, 7_000_000, "USD", None)),
        ("It lost millions of dollars on ferries.", "millions of dollars", (None, None, None, "USD", None)),
        ("The fare rose by 50 cents.", "50 cents", (Decimal("0.50"), None, None, None, None)),
    ],
)
def test_an_amount_has_its_number_its_currency_and_what_it_is_for(text: str, span: str, values: tuple[Any, ...]):
    found = amount_of(text)
    assert str(found) == found.span.text == span
    amount, low, high, currency, per = values
    assert (found.amount, found.low, found.high, found.per) == (amount, low, high, per)
    assert currency is None or found.currency == currency


def test_the_same_sum_in_another_currency_is_its_equivalent():
    found = amount_of("Veltra paid $1.13bn (£600m) for the mine.")
    assert found.equivalent is not None
    assert (found.amount, found.currency) == (1_130_000_000, "USD")
    assert (found.equivalent.amount, found.equivalent.currency) == (600_000_000, "GBP")
    assert found.equivalent.equivalent is None


@pytest.mark.parametrize("text", ["It sold 40 jets.", "It fell by 12%.", "They met in 2011.", "It was priceless."])
def test_what_is_no_money_is_no_amount(text: str):
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold a 51% stake and 12 jets.", [("51%", 51, "percent"), ("12 jets", 12, "jet")]),
        ("Norland sent 10,000 troops.", [("10,000 troops", 10_000, "troop")]),
        ("Norland sent hundreds of troops.", [("hundreds of troops", None, "troop")]),
        ("They met on 3 March and paid $5 million.", []),
    ],
)
def test_a_quantity_has_its_number_and_what_is_counted(text: str, expected: list[tuple[str, int | None, str]]):
    found = find_quantities(text)
    assert all(isinstance(quantity, Quantity) for quantity in found)
    assert [(str(quantity), quantity.amount, quantity.unit) for quantity in found] == expected


def test_no_number_is_an_amount_and_a_quantity_at_once():
    money, counted = find_amounts(STORY), find_quantities(STORY)
    taken = {at for found in money for at in range(found.span.start, found.span.end)}
    assert taken
    assert all(taken.isdisjoint(range(found.span.start, found.span.end)) for found in counted)


# -------------------------------------------------------------------------------------------------------- participants


def test_all_mentions_of_one_participant_have_one_entity():
    found = [participant for participant in find_participants(STORY) if participant.name == "Ana Ruiz"]
    assert [participant.mention.text for participant in found] == [
        "Mayor Ana Ruiz",
        "she",
        "I",
        "Ruiz",
        "We",
        "our",
        "her",
        "She",
    ]
    assert len({participant.entity for participant in found}) == 1
    assert {(participant.kind, participant.role) for participant in found} == {("person", "Mayor")}


def test_different_participants_have_different_entities():
    found = find_participants("Ana Ruiz met Bo Stern of Orlin Mining in Oslo, voters said.")
    assert len({participant.entity for participant in found}) == len(found) == 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz, who led the board, left.", {"who": "Ana Ruiz"}),
        ("Veltra Mining closed its quarry.", {"its": "Veltra Mining"}),
        ("Bo Stern met Ana Ruiz. She thanked him.", {"She": "Ana Ruiz", "him": "Bo Stern"}),
        ("Sen. Dana Webb of Ohio spoke. The senator left.", {"The senator": "Dana Webb"}),
        ("When she took over, Claire Nordin had no money.", {"she": "Claire Nordin"}),
    ],
)
def test_pronouns_and_phrases_have_the_name_of_whom_they_stand_for(text: str, expected: dict[str, str]):
    found = dict(who(text))
    assert {wording: found[wording] for wording in expected} == expected


@pytest.mark.parametrize("wording", ["He", "They", "A stranger", "Voters"])
def test_what_nothing_resolves_has_no_name(wording: str):
    assert who(f"{wording} left.") == [(wording, None)]


def test_one_man_is_not_another():
    first, second = entities("A man left. A man stayed.", "A man")
    assert first != second


def test_a_mention_can_stand_within_another():
    assert wordings(find_participants("The mayor of Oslo spoke.")) == ["The mayor of Oslo", "Oslo"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“I like my plan, and we need it,” Ana Ruiz said.", {"I": "Ana Ruiz", "my": "Ana Ruiz", "we": "Ana Ruiz"}),
        ("“Nobody asked us,” said Orlin Mining spokeswoman Tessa Vane.", {"us": "Orlin Mining"}),
        ("“We paid our debts,” said Orlin Mining spokeswoman Tessa Vane.", {"We": "Tessa Vane", "our": "Orlin Mining"}),
        (
            "Voters in France are tired. “Our country will vote,” French President Claude Merle said. “I will not.”",
            {"Our": "France", "Our country": "France", "I": "Claude Merle"},
        ),
    ],
)
def test_inside_a_quotation_the_speaker_says_i_and_speaks_for_our_side(text: str, expected: dict[str, str]):
    found = dict(who(text))
    assert {wording: found[wording] for wording in expected} == expected


def test_each_quotation_has_its_own_speaker():
    text = "“I left,” Ana Ruiz said. “I stayed,” said Bo Stern. “And I sang.”"
    assert [name for wording, name in who(text) if wording == "I"] == ["Ana Ruiz", "Bo Stern", "Bo Stern"]


def test_outside_quotations_nobody_known_says_i():
    assert dict(who("I met Ana Ruiz, and she smiled at me."))["I"] is None


def test_outside_quotations_the_author_of_a_document_says_i():
    document = Document(text="I met Ana Ruiz. “I am well,” Ruiz said. She waved at me.", author="Dana Webb")
    names = [(wording, name) for wording, name in who(document) if wording in {"I", "me"}]
    assert names == [("I", "Dana Webb"), ("I", "Ana Ruiz"), ("me", "Dana Webb")]


@pytest.mark.parametrize(
    "furniture", ["By Dana Webb", "Photo: Dana Webb", "Read more: Dana Webb on taxes", "Image credit: Dana Webb/Orlin"]
)
def test_lines_that_are_no_part_of_the_story_are_left_out(furniture: str):
    text = f"{furniture}\n\nAna Ruiz resigned on Monday, and the council thanked her.\n\nShe will leave at once."
    found = find_participants(text)
    assert [participant.mention.text for participant in found if participant.name == "Dana Webb"] == []
    assert [found_one.mention.text for found_one in found if found_one.name == "Ana Ruiz"] == ["Ana Ruiz", "her", "She"]


# -------------------------------------------------------------------------------------------------------------- growth


def _name(number: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return "Nor" + "".join(letters[number // 26**place % 26] for place in range(4))


PARAGRAPH = "Mayor {0} {1} told Orlin Mining that she would go. “We will pay,” {1} said, and the company agreed.\n\n"

# how to make the text, and how often its piece is repeated
LONG: dict[str, tuple[Callable[[int], str], int]] = {
    "a story": (lambda n: PARAGRAPH.format("Ana", "Ruiz") * n, 160),
    "many names": (lambda n: "".join(PARAGRAPH.format(_name(i), _name(i + n)) for i in range(n)), 160),
    "different capitalized words": (lambda n: " ".join(map(_name, range(n))), 20_000),
    "one capitalized word": (lambda n: "Norland " * n, 20_000),
    "sentences of pronouns": (lambda n: "She saw him. " * n, 1_600),
    "organizations with one first word": (
        lambda n: " ".join(f"Veltra {_name(number)} Holdings fell." for number in range(n)),
        2_000,
    ),
    "people with one first name": (lambda n: " ".join(f"Ana {_name(number)} left." for number in range(n)), 2_000),
    "quotations of one speaker": (lambda n: "“I like our plan,” Ana Ruiz said. “We need it.”\n\n" * n, 160),
}


@pytest.mark.parametrize("name", LONG)
def test_four_times_the_text_takes_at_most_seven_times_as_long(name: str):
    make, times = LONG[name]
    short, long = make(times // 4), make(times)
    ratios = []
    # a busy machine spoils some measurements, not all: the fastest of several runs counts
    for _ in range(4):
        runs = [(_seconds(short), _seconds(long)) for _ in range(3)]
        quick, slow = min(run[0] for run in runs), min(run[1] for run in runs)
        ratios.append(slow / max(quick, 0.002))
        if ratios[-1] <= 7:
            return
    pytest.fail(f"four times the text takes {min(ratios):.1f} times as long, at best")


def _seconds(text: str) -> float:
    begun = process_time()
    find_participants(text)
    return process_time() - begun
