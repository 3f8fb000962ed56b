"""The built-in rules: their names, their examples and counterexamples, and whether any fixture shows each at work."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eventx import Extraction, InvalidRule, Pipeline
from eventx.check import fixture_files, read_cases
from eventx.rules import Rule, rule

if TYPE_CHECKING:
    from eventx.models import Event

FIXTURES = Path(__file__).parent.parent / "fixtures"
TYPES = ("statement", "offer", "agreement", "characterization")
RULES = Pipeline().rules


@cache
def pipeline() -> Pipeline:
    return Pipeline()


@cache
def fixture_results() -> tuple[Extraction, ...]:
    cases = [case for file in fixture_files([FIXTURES]) for case in read_cases(file)]
    assert len(cases) > 100
    return tuple(pipeline().extract(case.document) for case in cases)


def rules_of(event: Event) -> set[str]:
    """The rules that told an event, in any of its tellings."""
    return {event.rule, *(telling.rule for telling in getattr(event, "tellings", ()))}


def rules_in(result: Extraction) -> set[str]:
    return {name for event in result.events for name in rules_of(event)}


def by_example(texts: str) -> list[object]:
    return [pytest.param(one, text, id=f"{one.id}: {text}") for one in RULES for text in getattr(one, texts)]


# ------------------------------------------------------------------------------------------------------- names and ids


def test_ids_are_unique():
    ids = [one.id for one in RULES]
    assert sorted(ids) == sorted(set(ids))


def test_names_are_unique_within_a_type():
    names = [(one.type, one.name) for one in RULES]
    assert sorted(names) == sorted(set(names))


def test_every_type_has_rules():
    assert {one.type for one in RULES} == set(TYPES)


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)
def test_a_rule_is_named(one: Rule):
    assert re.fullmatch(rf"({'|'.join(TYPES)})\.[a-z]+(-[a-z]+)*", one.id)
    assert one.type == one.id.partition(".")[0]
    assert one.name
    assert one.name == one.name.strip()
    assert re.search(r"<[a-z ]+>", one.name)


def test_a_rule_belongs_to_an_extractor_of_its_type():
    for extractor in pipeline().extractors:
        assert {one.type for one in extractor.rules} <= set(extractor.types)


def test_rules_of_a_part_of_the_types():
    assert {one.type for one in Pipeline(types={"offer"}).rules} == {"statement", "offer"}
    assert set(Pipeline(types={"offer"}).rules) <= set(RULES)


# ------------------------------------------------------------------------------------------------------------ examples


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)
def test_a_rule_has_examples(one: Rule):
    texts = [*one.examples, *one.counterexamples]
    assert len(one.examples) >= 2
    assert one.counterexamples
    assert len(texts) == len(set(texts))
    assert all(text.strip() == text for text in texts)


@pytest.mark.parametrize(("one", "text"), by_example("examples"))
def test_a_rule_tells_an_event_in_each_example(one: Rule, text: str):
    result = pipeline().extract(text)
    telling = [event for event in result.events if one.id in rules_of(event)]
    assert telling, f"the rules here are {sorted(rules_in(result))}"
    assert {event.type for event in telling} == {one.type}  # type: ignore[attr-defined]


@pytest.mark.parametrize(("one", "text"), by_example("counterexamples"))
def test_a_rule_tells_nothing_in_its_counterexamples(one: Rule, text: str):
    assert one.id not in rules_in(pipeline().extract(text))


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)
def test_some_fixture_shows_the_rule(one: Rule):
    assert any(one.id in rules_in(result) for result in fixture_results())


def test_events_name_rules_that_there_are():
    known = {one.id: one.type for one in RULES}
    for result in fixture_results():
        for event in result.events:
            assert {known[name] for name in rules_of(event)} == {event.type}  # type: ignore[attr-defined]


def test_confidence_is_measured_for_rules_that_there_are():
    found = {event.rule: event.confidence for result in fixture_results() for event in result.events}
    assert all(confidence is None or 0 <= confidence <= 1 for confidence in found.values())


# ------------------------------------------------------------------------------------------------- a rule of one's own


def test_a_rule_is_made_of_a_function():
    @rule("visit.visit", "<party> visit <place>", examples=iter(["a", "b"]), counterexamples=["c"])
    def visit(_: object) -> None:
        return None

    assert isinstance(visit, Rule)
    assert (visit.id, visit.type, visit.examples, visit.counterexamples) == ("visit.visit", "visit", ("a", "b"), ("c",))
    assert visit(1) is None


@pytest.mark.parametrize(
    ("name", "examples", "others", "faults"),
    [
        ("visit", ["a", "b"], ["c"], "its id must be <event type>.<name>"),
        ("visit.", ["a", "b"], ["c"], "its id must be <event type>.<name>"),
        (".visit", ["a", "b"], ["c"], "its id must be <event type>.<name>"),
        ("visit.visit", ["a"], ["c"], "at least two examples and has 1"),
        ("visit.visit", [], ["c"], "at least two examples and has 0"),
        ("visit.visit", ["a", "b"], [], "at least one counterexample"),
        ("visit", [], [], "its id must be .*; it needs at least two examples .*; it needs at least one counterexample"),
    ],
)
def test_a_rule_that_lacks_something_is_refused(name: str, examples: list[str], others: list[str], faults: str):
    with pytest.raises(InvalidRule, match=faults) as caught:
        rule(name, "<party> visit <place>", examples=examples, counterexamples=others)
    assert str(caught.value).startswith(f"rule {name!r}: ")
