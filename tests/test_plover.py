"""What PLOVER and CAMEO call an event: every row of the table."""

import json
from pathlib import Path

import pytest

import eventx
from eventx.models import Agreement, Characterization, Event, Offer, OfferTelling, Plover, Span, Statement
from eventx.models.plover import TABLE

AGREE = ("AGREE", None, "03")
CONSULT = ("CONSULT", None, "04")
SUPPORT = ("SUPPORT", None, "05")
CONCEDE = ("CONCEDE", None, "08")
ACCUSE = ("ACCUSE", "disapprove", "11")
REJECT = ("REJECT", None, "12")

WORD = Span(start=0, end=4, text="word")
TELLINGS = (OfferTelling(trigger=WORD, rule="offer.noun"),)


def offer(status: str, **fields: str) -> Offer:
    return Offer(id="o1", rule="offer.noun", trigger=WORD, tellings=TELLINGS, status=status, **fields)


def agreement(kind: str, status: str, rule: str = "agreement.pact", **fields: str) -> Agreement:
    telling = {"trigger": WORD, "rule": rule}
    return Agreement(id="a1", rule=rule, trigger=WORD, tellings=(telling,), kind=kind, status=status, **fields)


def characterization(evaluation: str, **fields: str) -> Characterization:
    telling = {"trigger": WORD, "rule": "characterization.call"}
    return Characterization(
        id="c1", rule="characterization.call", trigger=WORD, tellings=(telling,), evaluation=evaluation, **fields
    )


def statement(attitude: str, **fields: str) -> Statement:
    return Statement(
        id="s1", rule="statement.clause-cue", content=(WORD,), quotation="indirect", attitude=attitude, **fields
    )


@pytest.mark.parametrize(
    ("status", "expected"),
    [("open", AGREE), ("accepted", AGREE), ("expired", AGREE), ("rejected", REJECT), ("withdrawn", REJECT)],
)
def test_offers(status: str, expected: tuple[str, None, str]):
    assert offer(status).plover == expected


@pytest.mark.parametrize("kind", ["pact", "consent", "commitment"])
@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("negotiating", CONSULT),
        ("reached", AGREE),
        ("signed", SUPPORT),
        ("in_force", AGREE),
        ("rejected", REJECT),
        ("broken", REJECT),
        ("ended", None),
    ],
)
def test_agreements(kind: str, status: str, expected: tuple[str, None, str] | None):
    assert agreement(kind, status).plover == expected


def test_giving_in_is_a_concession_and_accepting_is_none():
    assert agreement("consent", "reached", rule="agreement.consent").plover == CONCEDE
    assert agreement("consent", "reached", rule="agreement.accept").plover == AGREE


@pytest.mark.parametrize(("evaluation", "expected"), [("positive", SUPPORT), ("negative", ACCUSE), ("neutral", None)])
def test_characterizations(evaluation: str, expected: tuple[str, str | None, str] | None):
    assert characterization(evaluation).plover == expected


@pytest.mark.parametrize("attitude", ["assertion", "belief", "fact"])
def test_a_statement_has_a_root_of_cameo_only(attitude: str):
    assert statement(attitude).plover == (None, None, "01")


def test_a_wish_or_an_order_may_be_several_things():
    assert statement("eventuality").plover is None


@pytest.mark.parametrize(
    "event",
    [offer("open"), agreement("pact", "reached"), agreement("pact", "signed"), agreement("pact", "negotiating")],
    ids=["offer", "reached", "signed", "negotiating"],
)
def test_cooperation_planned_is_an_intention(event: Event):
    assert event.model_copy(update={"modality": "planned"}).plover == AGREE


def test_a_refusal_planned_is_a_refusal():
    assert offer("rejected", modality="planned").plover == REJECT


@pytest.mark.parametrize("event", [characterization("positive"), statement("assertion")], ids=["praise", "statement"])
def test_words_planned_are_nothing_yet(event: Event):
    assert event.model_copy(update={"modality": "planned"}).plover is None


@pytest.mark.parametrize("modality", ["possible", "hypothetical", "required"])
def test_what_is_only_supposed_has_no_class(modality: str):
    for event in (offer("open"), agreement("pact", "reached"), characterization("negative"), statement("belief")):
        assert event.model_copy(update={"modality": modality}).plover is None


def test_of_what_was_not_done_a_refused_consent_has_a_class():
    assert agreement("consent", "reached", polarity="negative").plover == REJECT
    for event in (
        offer("open", polarity="negative"),
        agreement("pact", "reached", polarity="negative"),
        agreement("commitment", "reached", polarity="negative"),
        characterization("negative", polarity="negative"),
        statement("assertion", polarity="negative"),
    ):
        assert event.plover is None


def test_every_value_of_the_table_is_a_class_of_plover_or_a_root_of_cameo():
    classes = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "ACCUSE", "REJECT", None}
    roots = {f"{number:02}" for number in range(1, 21)}
    assert {row.event for row in TABLE.values()} <= classes
    assert {row.cameo for row in TABLE.values()} <= roots


def test_an_event_type_of_ones_own_has_none():
    assert Event(id="x1", rule="own.rule").plover is None


def test_it_is_read_off_a_result_and_is_no_part_of_its_json():
    result = eventx.extract("Norland rejected the offer of talks from Sudria. Dell called the move “a disgrace”.")
    assert result.offers[0].plover == Plover("REJECT", None, "12")
    assert result.characterizations[0].plover == Plover("ACCUSE", "disapprove", "11")
    assert "plover" not in result.to_json()
    assert all("plover" not in event for event in json.loads(result.to_json())["events"])


def test_the_documented_table_names_every_class():
    page = (Path(__file__).parents[1] / "docs" / "plover.md").read_text(encoding="utf-8")
    for row in TABLE.values():
        assert row.cameo in page
        assert row.event is None or f"| {row.event} |" in page
