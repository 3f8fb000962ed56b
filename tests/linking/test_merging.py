"""Merging of tellings: what it compares, and what that costs."""

import pytest

import eventx
from eventx.linking import merging
from eventx.linking.parties import Party, compatible, parties_of, share
from eventx.linking.words import family_of, linking_words, refers_to_earlier, stems, theme_words
from eventx.mentions import Referent


@pytest.fixture
def comparisons(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Counts how often a telling is compared with an event."""
    count = [0]
    compare = merging._same

    def counted(*arguments: object, **options: object) -> object:
        count[0] += 1
        return compare(*arguments, **options)

    monkeypatch.setattr(merging, "_same", counted)
    return count


@pytest.mark.parametrize("events", [100, 400])
def test_a_telling_is_compared_with_a_bounded_number_of_events(comparisons: list[int], events: int):
    sentences = [f"Norland pledged to build item{number} in zone{number}." for number in range(events)]
    found = eventx.extract(" ".join(sentences)).agreements
    assert len(found) == events
    assert comparisons[0] <= events * merging.MOST_OPEN


def test_an_event_told_a_thousand_times_is_one():
    text = "Norland and Sudria reached a deal. " + "The deal was signed. " * 1000
    (deal,) = eventx.extract(text).agreements
    assert len(deal.tellings) == 1001
    assert deal.status == "signed"


def test_a_sum_has_nothing_in_common_with_another():
    assert stems("$4.2 billion") == {"$4.2"}
    assert stems("$4.6 billion").isdisjoint(stems("$4.2 billion"))


def test_a_verb_that_opens_many_themes_says_nothing():
    assert theme_words("to cut taxes").isdisjoint(theme_words("to cut class sizes"))
    assert theme_words("accepting refugees").isdisjoint(theme_words("to accept gifts"))
    assert theme_words("to resign")


@pytest.mark.parametrize(
    ("word", "family"), [("ceasefire", "truce"), ("treaties", "treaty"), ("settled", "settlement"), ("deal", None)]
)
def test_families_of_nouns(word: str, family: str | None):
    assert family_of(word) == family


def test_themes_that_point_to_earlier_ones():
    assert refers_to_earlier("to do the same")
    assert not refers_to_earlier("to do the laundry")


def test_the_lists_of_adjectives_do_not_meet():
    assert linking_words("apart").isdisjoint(linking_words("bygone"))
    assert linking_words("definite").isdisjoint(linking_words("indefinite"))


def party(name: str, **fields: str) -> Party:
    (found,) = parties_of([Referent(name, **fields)])
    return found


def test_a_name_in_short_is_the_same_party():
    assert share([party("Deutsche Werft")], [party("Werft")])
    assert not share([party("Bank of Norland")], [party("Bank of Sudria")])


def test_a_country_and_its_minister_are_one_party():
    assert share([party("Norway", country="NO")], [party("Jonas Berg", kind="person", country="NO")])


def test_of_two_parties_on_both_sides_two_must_be_the_same():
    ours = [party("Norland"), party("Sudria")]
    assert compatible(ours, [party("Sudria"), party("Norland")], several=True)
    assert compatible(ours, [party("Sudria")], several=True)
    assert not compatible(ours, [party("Norland"), party("Estmark")], several=True)


def test_parties_without_a_name_can_be_anybody():
    assert parties_of([Referent()]) == ()
    assert compatible([party("Norland")], ())


def test_the_trace_says_why_a_telling_was_merged():
    result = eventx.extract("Norland offered a loan. Sudria rejected the offer.", trace=True)
    steps = result.offers[0].explain().steps
    assert any("because its noun refers to one told before" in step for step in steps)
