"""Actors across documents: by which identity they are brought together, and what each has done where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import eventx
from eventx import (
    Actor,
    Agreement,
    Characterization,
    Entity,
    Event,
    Failure,
    Offer,
    Participation,
    Statement,
    aggregate,
)

if TYPE_CHECKING:
    from collections.abc import Callable

OFFER = "Norland has offered Suderia a loan, Ana Ruiz told Bo Stern."
PACT = "Norland and Suderia signed a pact brokered by Egypt."
FRENCH = "French President Claude Merle said that it rained."
NORWEGIAN = "Norwegian Prime Minister Claude Merle said that it thawed."
SOMEBODY = "Claude Merle said that it snowed."


def actors_of(*stories: Any, resolve: Callable[[Entity], str | None] | None = None) -> list[Actor]:
    return aggregate(eventx.Pipeline(resolve=resolve).extract_many(stories))


def parts_of(actor: Actor) -> list[tuple[int, str, str]]:
    return [(part.index, part.role, part.event.type) for part in actor.participations]


def named(actors: list[Actor], name: str) -> Actor:
    (actor,) = [actor for actor in actors if actor.name == name]
    return actor


# --------------------------------------------------------------------------------------------------- who is one actor


def test_those_of_one_name_are_one_actor_across_documents():
    actors = actors_of(OFFER, PACT)
    assert parts_of(named(actors, "Norland")) == [(0, "offerer", "offer"), (1, "party", "agreement")]
    assert parts_of(named(actors, "Suderia")) == [(0, "recipient", "offer"), (1, "party", "agreement")]
    assert {actor.matched_by for actor in actors} == {"name"}
    assert {actor.key for actor in actors} == {None}


def test_an_actor_has_the_values_of_its_entity():
    (actor,) = actors_of(FRENCH)
    assert (actor.name, actor.kind, actor.country) == ("Claude Merle", "person", "FR")


def test_one_name_in_two_countries_is_two_actors():
    assert [(actor.name, actor.country) for actor in actors_of(FRENCH, NORWEGIAN)] == [
        ("Claude Merle", "FR"),
        ("Claude Merle", "NO"),
    ]


def test_a_name_without_a_country_is_the_later_one_with_the_only_country():
    (actor,) = actors_of(SOMEBODY, FRENCH)
    assert actor.country == "FR"
    assert parts_of(actor) == [(0, "speaker", "statement"), (1, "speaker", "statement")]


@pytest.mark.parametrize("stories", [(SOMEBODY, FRENCH, NORWEGIAN), (FRENCH, NORWEGIAN, SOMEBODY)])
def test_a_name_without_a_country_stays_apart_where_there_are_two(stories: tuple[str, ...]):
    actors = actors_of(*stories)
    assert {actor.country for actor in actors} == {None, "FR", "NO"}
    assert [len(actor.participations) for actor in actors] == [1, 1, 1]


# ----------------------------------------------------------------------------------------------------------------- keys


def test_those_of_one_key_are_one_actor_whatever_their_names():
    keys = {"Claude Merle": "Q1", "Merle": "Q1", "Claude A. Merle": "Q1"}
    actors = actors_of(
        FRENCH,
        "Merle said that it snowed.",
        "Norwegian Minister Claude A. Merle said that it thawed.",
        resolve=lambda entity: keys.get(entity.name or ""),
    )
    (actor,) = [actor for actor in actors if actor.key is not None]
    assert (actor.key, actor.name, actor.matched_by) == ("Q1", "Claude Merle", "key")
    assert [part.index for part in actor.participations if part.role == "speaker"] == [0, 1, 2]


def test_those_of_one_name_and_two_keys_are_two_actors():
    def by_country(entity: Entity) -> str | None:
        return entity.country if entity.name else None

    actors = actors_of(FRENCH, NORWEGIAN, SOMEBODY, resolve=by_country)
    assert [(actor.key, actor.matched_by) for actor in actors if actor.name == "Claude Merle"] == [
        ("FR", "key"),
        ("NO", "key"),
        (None, "name"),
    ]


def test_an_actor_with_a_key_needs_no_name():
    (actor,) = actors_of("She said that it rained.", "The mayor said that it snowed.", resolve=lambda _: "Q9")
    assert (actor.key, actor.name, [part.index for part in actor.participations]) == ("Q9", None, [0, 1])


def test_a_name_is_not_joined_to_a_key():
    actors = actors_of(
        "Ana Ruiz said that it rained.",
        "Mayor Ana Ruiz said that it snowed.",
        resolve=lambda entity: "Q1" if entity.role else None,
    )
    assert [(actor.key, actor.matched_by) for actor in actors] == [(None, "name"), ("Q1", "key")]


# --------------------------------------------------------------------------------------------------- what is left out


def test_who_has_neither_name_nor_key_is_left_out():
    assert actors_of("She said that it rained.", "The union rejected the offer.") == []


@pytest.mark.parametrize("results", [[], [Failure(None, 0, "it broke")], [eventx.extract("It rained all night.")]])
def test_where_there_is_no_event_there_is_no_actor(results: list[Any]):
    assert aggregate(results) == []


def test_failures_are_skipped_and_counted_in_the_places():
    actors = actors_of({"id": "a", "text": OFFER}, {"id": "b", "text": None}, {"id": "c", "text": PACT})
    parts = named(actors, "Norland").participations
    assert [(part.index, part.document) for part in parts] == [(0, "a"), (2, "c")]


def test_who_is_named_and_takes_part_in_nothing_is_no_actor():
    (actor,) = actors_of("Bo Stern sat in the hall. Ana Ruiz said that it rained.")
    assert actor.name == "Ana Ruiz"


# ---------------------------------------------------------------------------------------------------- order and roles


def test_actors_stand_in_the_order_in_which_they_are_met():
    actors = actors_of(PACT, "Bo Stern said that it rained.", OFFER)
    assert [actor.name for actor in actors] == ["Norland", "Suderia", "Egypt", "Bo Stern", "Ana Ruiz"]


def test_the_parts_of_an_actor_stand_in_the_order_of_the_documents():
    for actor in actors_of(OFFER, PACT, OFFER, FRENCH, SOMEBODY):
        indices = [part.index for part in actor.participations]
        assert indices == sorted(indices)


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (OFFER, {"Norland": ["offerer"], "Suderia": ["recipient"], "Ana Ruiz": ["speaker"], "Bo Stern": ["addressee"]}),
        (PACT, {"Norland": ["party"], "Suderia": ["party"], "Egypt": ["broker"]}),
        ("Critics branded Ana Ruiz “reckless”.", {"Ana Ruiz": ["target"]}),
    ],
)
def test_a_role_is_the_field_of_the_event_in_the_singular(story: str, expected: dict[str, list[str]]):
    found = {actor.name: [part.role for part in actor.participations] for actor in actors_of(story)}
    assert {name: found[name] for name in expected} == expected


def test_a_part_says_where_it_is_played():
    result = eventx.extract(PACT, id="7")
    part = named(aggregate([result]), "Egypt").participations[0]
    assert part == Participation(0, "7", "broker", result.agreements[0])


def test_the_reporter_of_an_event_has_no_part_in_it():
    # Ana Ruiz speaks, and is not a party of the offer that she reports
    assert {part.event.type for part in named(actors_of(OFFER), "Ana Ruiz").participations} == {"statement"}


@pytest.mark.parametrize(
    ("name", "kind", "role", "count"),
    [
        ("Norland", Offer, None, 1),
        ("Norland", Offer, "offerer", 1),
        ("Norland", Offer, "recipient", 0),
        ("Norland", Agreement, "party", 2),
        ("Norland", Agreement, "parties", 0),
        ("Norland", Statement, None, 0),
        ("Norland", Event, None, 3),
        ("Norland", Characterization, None, 0),
        ("Ana Ruiz", Statement, "speaker", 1),
    ],
)
def test_the_events_of_an_actor_can_be_asked_for(name: str, kind: type[Event], role: str | None, count: int):
    found = named(actors_of(OFFER, PACT, PACT), name).of(kind, role=role)
    assert len(found) == count
    assert all(isinstance(event, kind) for event in found)


def test_an_event_with_two_parts_of_one_actor_is_given_once():
    event = eventx.extract("Bo Stern said that it rained.").statements[0]
    actor = Actor(
        None,
        "Bo Stern",
        "person",
        None,
        "name",
        (Participation(0, None, "speaker", event), Participation(0, None, "addressee", event)),
    )
    assert actor.of(Statement) == [event]
    assert actor.of(Statement, role="addressee") == [event]


def test_a_stream_is_read_once():
    assert aggregate(iter([eventx.extract(PACT)])) == aggregate([eventx.extract(PACT)])
