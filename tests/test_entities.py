"""The entities of a result, with the keys that a hook gives them, and the terms of its offers and agreements."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import eventx
from eventx import (
    Agreement,
    Document,
    Entity,
    Extraction,
    ExtractionFailed,
    Failure,
    Offer,
    Participant,
    Pipeline,
    Terms,
)
from eventx.models import parts

if TYPE_CHECKING:
    from collections.abc import Callable

STORY = """Mayor Ana Ruiz offered on Monday to sell a pier. She told Bo Hale, who runs Orlin Mining, that she was ill.

“I will go,” Ruiz said. Hale left for the coast with Mara Lind. He called the mayor a friend.

It rained in Oslo.
"""


def entity(result: Extraction, name: str | None) -> Entity:
    (found,) = [one for one in result.entities if one.name == name]
    return found


def mentions(one: Entity) -> list[str]:
    return [span.text for span in one.mentions]


# ---------------------------------------------------------------------------------------------- entities and mentions


def test_each_entity_stands_there_once():
    result = eventx.extract(STORY)
    ids = [one.id for one in result.entities]
    assert len(set(ids)) == len(ids)
    names = [one.name for one in result.entities if one.name]
    assert sorted(names) == ["Ana Ruiz", "Bo Hale", "Mara Lind", "Orlin Mining", "Oslo"]


def test_every_participant_of_an_event_is_an_entity_with_that_mention_and_that_event():
    result = eventx.extract(STORY)
    known = {one.id: one for one in result.entities}
    for event in result.events:
        found = list(parts(event, Participant))
        assert found
        for participant in found:
            assert participant.mention in known[participant.entity].mentions
            assert event.id in known[participant.entity].events
            for field in ("name", "kind", "role", "country", "party", "state"):
                assert getattr(participant, field) == getattr(known[participant.entity], field)


def test_mentions_stand_in_text_order_without_overlap():
    for one in eventx.extract(STORY).entities:
        ends = [0]
        for span in one.mentions:
            assert STORY[span.start : span.end] == span.text
            assert span.start >= ends[-1]
            ends.append(span.end)


def test_names_elsewhere_and_pronouns_are_mentions():
    result = eventx.extract(STORY)
    assert mentions(entity(result, "Ana Ruiz"))[:3] == ["Mayor Ana Ruiz", "She", "she"]
    assert {"Bo Hale", "Hale", "He"} <= set(mentions(entity(result, "Bo Hale")))


def test_events_are_named_once_each_in_text_order():
    result = eventx.extract(STORY)
    order = [event.id for event in result.events]
    for one in result.entities:
        assert len(set(one.events)) == len(one.events)
        assert set(one.events) <= set(order)
    assert {event.type for event in result.events if event.id in entity(result, "Ana Ruiz").events} >= {
        "offer",
        "statement",
    }


@pytest.mark.parametrize(
    ("name", "kind"), [("Mara Lind", "person"), ("Orlin Mining", "organization"), ("Oslo", "place")]
)
def test_who_is_named_and_takes_part_in_nothing_is_an_entity_too(name: str, kind: str):
    found = entity(eventx.extract(STORY), name)
    assert (found.kind, mentions(found), found.events) == (kind, [name], ())


def test_those_without_an_event_come_last():
    without = [not one.events for one in eventx.extract(STORY).entities]
    assert without == sorted(without)


def test_an_unnamed_participant_is_an_entity_without_a_name():
    (found,) = eventx.extract("The union said that it rained.").entities
    assert (found.name, found.kind, mentions(found)) == (None, "organization", ["The union"])


def test_a_text_without_participants_has_no_entities():
    assert eventx.extract("It rained all night.").entities == ()


def test_types_that_are_left_out_leave_the_names_in_place():
    result = Pipeline(types={"agreement"}).extract(STORY)
    assert result.events == ()
    assert {"Ana Ruiz", "Bo Hale", "Orlin Mining"} <= {one.name for one in result.entities}
    assert {one.events for one in result.entities} == {()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sen. Dana Webb, D-Texas, said that it rained.", ("Democratic", "US", "US-TX")),
        ("Rep. Lena Orr (R-Ohio) said that it rained.", ("Republican", "US", "US-OH")),
        ("Bo Hale, a Labour MP, said that it rained.", ("Labour", "GB", None)),
        ("Washington Gov. Lena Orr said that it rained.", (None, "US", "US-WA")),
        ("Democratic Sen. Dana Webb said that it rained.", ("Democratic", "US", None)),
        ("Ana Ruiz said that it rained.", (None, None, None)),
    ],
)
def test_an_entity_has_party_country_and_state(text: str, expected: tuple[str | None, ...]):
    result = eventx.extract(text)
    (speaker,) = [statement.speaker for statement in result.statements]
    assert speaker is not None
    assert (speaker.party, speaker.country, speaker.state) == expected
    found = entity(result, speaker.name)
    assert (found.party, found.country, found.state) == expected


def test_what_is_told_later_holds_for_the_first_mention_too():
    result = eventx.extract("Dana Webb said that it rained. Sen. Webb, R-Ohio, said that it snowed.")
    first, second = (statement.speaker for statement in result.statements)
    assert first is not None
    assert second is not None
    assert first.entity == second.entity
    assert (first.role, first.party, first.state) == ("Sen.", "Republican", "US-OH")


# ----------------------------------------------------------------------------------------------------------- the author


def speakers(result: Extraction) -> list[tuple[str, str | None]]:
    return [(one.speaker.mention.text, one.speaker.name) for one in result.statements if one.speaker]


def test_outside_quotations_the_author_says_i():
    text = "I said that it would rain. “I am wet,” Ana Ruiz said. I told her that I was sorry."
    assert speakers(eventx.extract(text, author="Dana Webb")) == [
        ("I", "Dana Webb"),
        ("Ana Ruiz", "Ana Ruiz"),
        ("I", "Dana Webb"),
    ]
    assert speakers(eventx.extract(text)) == [("I", None), ("Ana Ruiz", "Ana Ruiz"), ("I", None)]


def test_the_author_is_one_entity_and_the_one_whom_the_text_names():
    text = "Dana Webb wrote this column. I said that it would rain. I told Ana Ruiz that it would snow."
    result = eventx.extract(Document(text=text, author="Dana Webb"))
    found = entity(result, "Dana Webb")
    assert {"Dana Webb", "I"} <= set(mentions(found))
    assert len(found.events) == 2


# ------------------------------------------------------------------------------------------------------- resolve hooks


def by_name(one: Entity) -> str | None:
    return {"Ana Ruiz": "Q1", "Orlin Mining": "Q2"}.get(one.name or "")


def by_id(one: Entity) -> str | None:
    return f"id:{one.id}"


def breaking(one: Entity) -> str | None:
    raise LookupError(f"nobody knows {one.name}")


def counting(one: Entity) -> Any:
    return len(one.mentions)


def test_without_a_hook_no_entity_has_a_key():
    assert {one.key for one in eventx.extract(STORY).entities} == {None}


@pytest.mark.parametrize(
    "extract",
    [
        lambda: Pipeline(resolve=by_name).extract(STORY),
        lambda: Pipeline().extract(STORY, resolve=by_name),
        lambda: eventx.extract(STORY, resolve=by_name),
        lambda: Pipeline(resolve=by_id).extract(STORY, resolve=by_name),
        lambda: next(iter(Pipeline(resolve=by_name).extract_many([STORY]))),
    ],
)
def test_a_hook_gives_entities_their_keys(extract: Callable[[], Extraction]):
    result = extract()
    assert {one.name: one.key for one in result.entities if one.key} == {"Ana Ruiz": "Q1", "Orlin Mining": "Q2"}


def test_a_hook_changes_nothing_but_keys():
    with_keys, without = eventx.extract(STORY, resolve=by_name), eventx.extract(STORY)
    assert with_keys.events == without.events
    assert tuple(one.model_copy(update={"key": None}) for one in with_keys.entities) == without.entities


def test_a_hook_sees_every_entity_once_with_all_that_is_known():
    seen: list[Entity] = []
    result = eventx.extract(STORY, resolve=lambda one: seen.append(one))
    assert tuple(seen) == result.entities


def test_a_hook_of_one_call_does_not_stay():
    pipeline = Pipeline()
    pipeline.extract(STORY, resolve=by_name)
    assert {one.key for one in pipeline.extract(STORY).entities} == {None}


def test_keys_stand_in_json_and_come_back():
    result = eventx.extract(STORY, resolve=by_name)
    written = {one["name"]: one["key"] for one in json.loads(result.to_json())["entities"]}
    assert (written["Ana Ruiz"], written["Bo Hale"]) == ("Q1", None)
    assert Extraction.from_json(result.to_json()) == result
    assert result.to_dict()["entities"][0]["key"] == result.entities[0].key


def test_an_empty_key_is_a_key():
    assert {one.key for one in eventx.extract(STORY, resolve=lambda _: "").entities} == {""}


@pytest.mark.parametrize("pipeline", [Pipeline(resolve=breaking), Pipeline(resolve=by_name)])
def test_a_hook_that_raises_is_told_with_its_entity(pipeline: Pipeline):
    with pytest.raises(ExtractionFailed, match=r"resolve broke on e1 \(Ana Ruiz\): LookupError\(") as caught:
        pipeline.extract(STORY, resolve=breaking)
    assert isinstance(caught.value.__cause__, LookupError)


@pytest.mark.parametrize(
    ("wrong", "kind"), [(3, "int"), (b"Q1", "bytes"), (["Q1"], "list"), (False, "bool"), (0, "int")]
)
def test_a_hook_that_returns_no_string_is_told_with_its_entity(wrong: Any, kind: str):
    with pytest.raises(ExtractionFailed, match=rf"must return a string or None, not {kind}, for e1 \(Ana Ruiz\)"):
        eventx.extract(STORY, resolve=lambda _: wrong)


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize(("hook", "fault"), [(breaking, "resolve broke on e1"), (counting, "not int, for e1")])
def test_in_a_batch_a_broken_hook_is_a_failure(hook: Callable[[Entity], Any], fault: str, processes: int):
    stories = [{"id": "a", "text": STORY}, {"id": "b", "text": "It rained all night."}]
    first, second = Pipeline(resolve=hook).extract_many(stories, processes=processes)
    assert isinstance(first, Failure)
    assert (first.id, first.index) == ("a", 0)
    assert first.error.startswith("ExtractionFailed: resolve")
    assert fault in first.error
    assert isinstance(second, Extraction)


def test_in_a_batch_a_broken_hook_raises_where_that_is_asked_for():
    with pytest.raises(ExtractionFailed, match="resolve broke"):
        list(Pipeline(resolve=breaking).extract_many([STORY], on_error="raise"))


# ---------------------------------------------------------------------------------------------------------------- terms


def terms_of(text: str) -> Terms:
    (event,) = [
        one for one in eventx.extract(text, published="2025-02-04").events if isinstance(one, Offer | Agreement)
    ]
    assert event.terms is not None
    return event.terms


# beginning and end of an offer and an agreement between which the terms of both stand
DEALS = ("Norland offered to take in the refugees{}.", "Norland agreed to take in the refugees{}.")


@pytest.mark.parametrize("deal", DEALS)
@pytest.mark.parametrize(
    ("wording", "amount", "low", "high", "currency", "per"),
    [
        ("$5 million", 5_000_000, None, None, "USD", None),
        ("€2.5bn a year", 2_500_000_000, None, None, "EUR", "year"),
        ("between $5m and $7m", None, 5_000_000, 7_000_000, "USD", None),
        ("millions of dollars", None, None, None, "USD", None),
    ],
)
def test_a_price_is_an_amount_among_the_terms(
    deal: str, wording: str, amount: int | None, low: int | None, high: int | None, currency: str, per: str | None
):
    terms = terms_of(deal.format(f" in exchange for {wording}"))
    assert str(terms) == f"in exchange for {wording}"
    (price,) = terms.price
    assert price.span.text in wording
    assert (price.amount, price.low, price.high, price.currency, price.per) == (amount, low, high, currency, per)


@pytest.mark.parametrize("deal", DEALS)
def test_a_price_has_the_same_sum_in_another_currency(deal: str):
    (price,) = terms_of(deal.format(" in exchange for $1.13bn (£600m)")).price
    assert price.equivalent is not None
    assert (price.amount, price.currency) == (1_130_000_000, "USD")
    assert (price.equivalent.amount, price.equivalent.currency) == (600_000_000, "GBP")


@pytest.mark.parametrize("deal", DEALS)
@pytest.mark.parametrize("wording", ["a relatively low fee", "a fee", "compensation", "a ransom", "the payment"])
def test_a_payment_without_a_sum_is_a_price_without_numbers(deal: str, wording: str):
    (price,) = terms_of(deal.format(f" in exchange for {wording}")).price
    assert price.span.text == wording
    assert (price.amount, price.low, price.high, price.currency) == (None, None, None, None)


@pytest.mark.parametrize("deal", DEALS)
@pytest.mark.parametrize("wording", ["a fee of $5 million", "a $5 million fee", "a payment of $5 million"])
def test_a_payment_with_a_sum_is_one_price(deal: str, wording: str):
    amounts = [price.amount for price in terms_of(deal.format(f" in exchange for {wording}")).price if price.amount]
    assert amounts == [5_000_000]


@pytest.mark.parametrize("deal", DEALS)
@pytest.mark.parametrize("wording", ["patience", "a promise", "the release of the crew"])
def test_what_is_no_payment_is_no_price(deal: str, wording: str):
    assert terms_of(deal.format(f" in return for {wording}")).price == ()


@pytest.mark.parametrize("deal", DEALS)
@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("a 51% stake in the port", [("51%", 51, "percent")]),
        ("40 jets and a 12% cut in tariffs", [("40 jets", 40, "jet"), ("12%", 12, "percent")]),
        ("the release of 12 sailors", [("12 sailors", 12, "sailor")]),
        ("$5 million", []),
    ],
)
def test_quantities_stand_among_the_terms(deal: str, wording: str, expected: list[tuple[str, int, str]]):
    quantities = terms_of(deal.format(f" in return for {wording}")).quantities
    assert [(str(one), one.amount, one.unit) for one in quantities] == expected


@pytest.mark.parametrize("deal", DEALS)
@pytest.mark.parametrize(
    "condition",
    [
        "in exchange for aid",
        "in return for aid",
        "if Suderia withdraws its troops",
        "unless Suderia withdraws",
        "on condition that Suderia pays",
        "provided that Suderia pays",
    ],
)
def test_a_condition_is_told_in_its_own_words(deal: str, condition: str):
    terms = terms_of(deal.format(f" {condition}"))
    assert [span.text for span in terms.conditions] == [condition]
    assert [span.text for span in terms.mention] == [condition]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Norland offered to withdraw its troops by Friday.", "Friday", "2025-02-07"),
        ("Norland offered to buy 40 jets before June 3.", "June 3", "2025-06-03"),
        ("Norland agreed to reopen the border by March 1.", "March 1", "2025-03-01"),
        ("Norland agreed to share the water until 2030.", "2030", "2030"),
        ("Norland offered to withdraw its troops in exchange for aid by Friday.", "Friday", "2025-02-07"),
    ],
)
def test_a_deadline_is_a_date_ahead_and_not_the_day_of_the_event(text: str, span: str, value: str):
    (event,) = [
        one for one in eventx.extract(text, published="2025-02-04").events if isinstance(one, Offer | Agreement)
    ]
    assert event.when is None
    assert event.terms is not None
    assert event.terms.deadline is not None
    assert (event.terms.deadline.span.text, event.terms.deadline.value) == (span, value)
    assert event.terms.duration is None


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("Norland offered to house the prisoners for three years.", "three years"),
        ("Norland agreed to house the prisoners for 10 days.", "10 days"),
        ("Norland and Suderia agreed to share the water for ten years.", "ten years"),
        ("Norland and Suderia agreed to a truce for two weeks.", "two weeks"),
        ("Norland offered to house the prisoners for three years in exchange for $5 million.", "three years"),
    ],
)
def test_a_duration_is_a_number_of_units_of_time(text: str, duration: str):
    terms = terms_of(text)
    assert terms.duration is not None
    assert terms.duration.text == duration
    assert terms.deadline is None


@pytest.mark.parametrize(
    "text", ["Norland offered to help.", "Norland agreed to help Suderia.", "Norland and Suderia signed a pact."]
)
def test_where_no_terms_are_told_there_are_none(text: str):
    (event,) = [one for one in eventx.extract(text).events if isinstance(one, Offer | Agreement)]
    assert event.terms is None
