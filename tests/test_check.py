"""Fixtures: what may be written in them, how they are compared, and how differences read."""

from __future__ import annotations

from itertools import permutations
from math import inf
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.check import CaseResult, check, check_case, check_rules, read_cases
from eventx.check.assignment import cheapest_assignment
from eventx.check.comparison import same_wording
from eventx.errors import InvalidDocument, InvalidFixture
from eventx.models import (
    Attribution,
    Document,
    Event,
    Extraction,
    Money,
    Offer,
    OfferTelling,
    Participant,
    Span,
    Statement,
    Terms,
    When,
)
from eventx.rules import Rule

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "On Monday El Salvador has offered to house “criminals” for $6 million, Rubio said. Chile offered a loan."


def span(part: str, text: str = TEXT) -> Span:
    return Span(start=text.index(part), end=text.index(part) + len(part), text=part)


def who(part: str, name: str | None = None, **fields: Any) -> Participant:
    return Participant(mention=span(part), name=name, entity=part, **fields)


RUBIO = who("Rubio", "Marco Rubio", kind="person", role="Secretary of State", country="US")
STATEMENT = Statement(
    id="s1",
    rule="statement.cue-after",
    speaker=RUBIO,
    cue=span("said"),
    content=(span("El Salvador has offered to house “criminals” for $6 million"),),
    quotation="mixed",
)
FIRST = {
    "trigger": span("offered"),
    "offerer": who("El Salvador", "El Salvador", kind="place", country="SV"),
    "theme": span("to house “criminals”"),
    "terms": Terms(
        mention=(span("for $6 million"),), price=(Money(span=span("$6 million"), amount=6_000_000, currency="USD"),)
    ),
    "attribution": Attribution(statement="s1", speaker=RUBIO),
}
OFFER = Offer(
    id="o1",
    rule="offer.offer-to",
    when=When(span=span("On Monday"), value="2025-02-03", grain="day"),
    tellings=(OfferTelling(rule="offer.offer-to", **FIRST),),
    **FIRST,
)
SECOND = {"trigger": Span(start=89, end=96, text="offered"), "offerer": who("Chile"), "theme": span("a loan")}
LOAN = Offer(id="o2", rule="offer.offer-np", tellings=(OfferTelling(rule="offer.offer-np", **SECOND),), **SECOND)
RESULT = Extraction(text=TEXT, events=(STATEMENT, OFFER, LOAN))


class FixedPipeline:
    """A pipeline that finds the given events in every text."""

    rules: tuple[Rule, ...] = ()

    def __init__(self, *events: Event) -> None:
        self.events = events

    def extract(self, document: Document | str) -> Extraction:
        text = document.text if isinstance(document, Document) else document
        return Extraction(text=text, events=self.events)


def write(folder: Path, body: str, name: str = "some.eventx.toml") -> Path:
    file = folder / name
    file.write_text(body, encoding="utf-8")
    return file


def run(folder: Path, body: str, *events: Event) -> CaseResult:
    """The result of one case about TEXT in which the given events are found."""
    (case,) = read_cases(write(folder, f"[[case]]\ntext = '''{TEXT}'''\n{body}"))
    return check_case(case, FixedPipeline(*events))  # type: ignore[arg-type]


OTHER_OFFER = '[[case.offer]]\nofferer = "Chile"\n'

# ------------------------------------------------------------------------------------------------- what counts as equal


@pytest.mark.parametrize(
    "fields",
    [
        'offerer = "El Salvador"',
        'theme = "to house \\"criminals\\""',
        'theme = "to  house “criminals”,"',
        'trigger = "offered"\nstatus = "open"',
        'terms = "for $6 million"',
        'terms = {price = [{amount = 6000000, currency = "USD"}], mention = ["for $6 million"]}',
        'terms = {price = ["$6 million"]}',
        'when = "2025-02-03"',
        "when = 2025-02-03",
        'when = "On Monday"',
        'when = {value = "2025-02-03", grain = "day"}',
        'attribution = "Rubio"',
        'attribution = "Marco Rubio"',
        'attribution = {speaker = {name = "Marco Rubio", role = "Secretary of State"}, chain = [], statement = "said"}',
        'offerer = {mention = "El Salvador", country = "SV", kind = "place", null = ["role"]}',
        'null = ["recipient", "place"]',
        'tellings = [{trigger = "offered", status = "open", null = ["recipient"]}]',
        'polarity = "positive"\nmodality = "asserted"',
        'rule = "offer.offer-to"',
    ],
)
def test_what_is_written_is_what_was_found(tmp_path: Path, fields: str):
    result = run(tmp_path, f"[[case.offer]]\n{fields}\n{OTHER_OFFER}", STATEMENT, OFFER, LOAN)
    assert result.differences == ()


@pytest.mark.parametrize(
    ("fields", "difference"),
    [
        ('offerer = "Peru"', "offer 1, offerer: expected “Peru”, found “El Salvador”"),
        ('offerer = "el salvador"', "offer 1, offerer: expected “el salvador”, found “El Salvador”"),
        ('recipient = "Peru"', "offer 1, recipient: expected “Peru”, found nothing"),
        ('offerer = {country = "PE"}', "offer 1, offerer.country: expected “PE”, found “SV”"),
        ('recipient = {country = "PE"}', "offer 1, recipient: expected country “PE”, found nothing"),
        ('status = "rejected"', "offer 1, status: expected “rejected”, found “open”"),
        ('when = "2025-02-04"', "offer 1, when: expected “2025-02-04”, found “On Monday” (2025-02-03)"),
        ('attribution = "Bukele"', "offer 1, attribution: expected “Bukele”, found “Rubio” (Marco Rubio)"),
        ('null = ["attribution"]', "offer 1, attribution: expected nothing, found “Rubio” (Marco Rubio)"),
        (
            'attribution = {chain = ["Bukele"]}',
            "offer 1, attribution.chain: expected 1, [“Bukele”]; found 0, nothing",
        ),
        (
            'tellings = [{trigger = "offered"}, {trigger = "offer"}]',
            "offer 1, tellings: expected 2, [trigger “offered”, trigger “offer”]; found 1,",
        ),
        ("terms = {price = [{amount = 5}]}", "offer 1, terms.price 1.amount: expected “5”, found “6000000”"),
    ],
)
def test_a_difference_says_what_was_expected_and_what_was_found(tmp_path: Path, fields: str, difference: str):
    body = f'[[case.offer]]\ntheme = "to house criminals"\n{fields}\n{OTHER_OFFER}'.replace("criminals", "“criminals”")
    result = run(tmp_path, body, OFFER, LOAN)
    assert len(result.differences) == 1
    assert result.differences[0].startswith(difference)


def test_a_statement_is_compared_by_its_content_item_by_item(tmp_path: Path):
    content = "El Salvador has offered to house 'criminals' for $6 million".replace("'", '\\"')
    body = f'[[case.statement]]\nspeaker = "Rubio"\ncontent = ["{content}"]'
    assert run(tmp_path, body, STATEMENT).passed
    (difference,) = run(tmp_path, body.replace("has offered", "will offer"), STATEMENT).differences
    assert difference.startswith("statement, content 1: expected “El Salvador will offer")


# no "a": a wording that is nothing but a determiner and marks is itself a frame
@given(st.text(alphabet="xb \"“”‘’',.", max_size=12))
def test_framing_a_wording_changes_nothing(wording: str):
    assert same_wording(wording, wording)
    if wording.strip(" \"“”‘’',."):
        assert same_wording(f"the “{wording}”,", wording)
        assert same_wording(wording, f"a {wording}.")


# --------------------------------------------------------------------------------------------------- which events count


def test_only_named_types_are_counted(tmp_path: Path):
    assert run(tmp_path, 'none = ["agreement"]', STATEMENT, OFFER).passed


def test_an_event_too_many_is_shown_on_one_line(tmp_path: Path):
    (difference,) = run(tmp_path, 'none = ["offer"]', OFFER).differences
    assert difference == (
        "offer not expected: [offer.offer-to] “offered”: when “On Monday” (2025-02-03), "
        "attribution “Rubio” (Marco Rubio), offerer “El Salvador”, theme “to house “criminals””, "
        "terms “for $6 million”, status “open”"
    )


def test_an_event_too_few_is_shown_as_it_is_written(tmp_path: Path):
    (difference,) = run(tmp_path, '[[case.offer]]\nofferer = "Chile"\nnull = ["recipient"]').differences
    assert difference == "offer is missing: offerer “Chile”, no recipient"


def unasserted(offer: Offer, **fields: str) -> Offer:
    return offer.model_copy(update=fields)


def test_events_that_are_not_asserted_count_only_where_asked_for(tmp_path: Path):
    negated = unasserted(OFFER, polarity="negative")
    assert run(tmp_path, 'none = ["offer"]', negated).passed
    assert run(tmp_path, '[[case.offer]]\npolarity = "negative"', negated).passed
    assert run(tmp_path, '[[case.offer]]\nofferer = "Chile"', negated, LOAN).passed
    (difference,) = run(tmp_path, "[[case.offer]]\nofferer = 'El Salvador'", negated).differences
    assert difference.startswith("offer is missing: offerer “El Salvador” (found only as negative and asserted: [offer")


def test_an_asserted_event_beside_the_expected_negated_one_is_too_many(tmp_path: Path):
    negated = unasserted(LOAN, modality="hypothetical")
    (difference,) = run(tmp_path, '[[case.offer]]\nmodality = "hypothetical"', OFFER, negated).differences
    assert difference.startswith("offer not expected: [offer.offer-to]")


def test_all_statements_count(tmp_path: Path):
    possible = STATEMENT.model_copy(update={"modality": "possible"})
    assert not run(tmp_path, 'none = ["statement"]', possible).passed


def test_expected_events_may_stand_in_any_order(tmp_path: Path):
    body = f'{OTHER_OFFER}[[case.offer]]\nofferer = "El Salvador"'
    assert run(tmp_path, body, OFFER, LOAN).passed


def test_pairs_are_chosen_so_that_differences_are_few(tmp_path: Path):
    body = (
        '[[case.offer]]\ntrigger = "offered"\n[[case.offer]]\ntrigger = "offered"\ntheme = "to house \\"criminals\\""'
    )
    assert run(tmp_path, body, OFFER, LOAN).passed


@given(st.data())
def test_assignments_are_the_cheapest(data: st.DataObject):
    rows = data.draw(st.integers(0, 4))
    width = data.draw(st.integers(rows, 5)) if rows else 0
    cost = st.integers(-3, 6) | st.just(inf)
    costs = [data.draw(st.lists(cost, min_size=width, max_size=width)) for _ in range(rows)]
    for row in range(rows):
        costs[row].extend(7 if other == row else inf for other in range(rows))
    columns = cheapest_assignment(costs)
    assert len(set(columns)) == rows

    def total(chosen: Any) -> float:
        return sum(costs[row][column] for row, column in enumerate(chosen))

    assert total(columns) == min(map(total, permutations(range(width + rows), rows)))


# ------------------------------------------------------------------------------------------------------- reading files


def faults_of(file: Path) -> list[str]:
    with pytest.raises(InvalidFixture) as caught:
        read_cases(file)
    return str(caught.value).splitlines()


def test_all_faults_of_a_file_are_listed_with_their_cases(tmp_path: Path):
    file = write(
        tmp_path,
        """
        [[case]]
        texts = "Norway offered to help."
        none = ["offers"]
        [[case]]
        text = "Norway offered to help."
        published = "yesterday"
        [[case.offer]]
        offerers = "Norway"
        theme = 3
        status = "opened"
        parties = ["Norway"]
        null = ["recipients", "theme"]
        attribution = {speaker = {names = "Rubio"}}
        tellings = ["offered"]
        [[case.agreement]]
        parties = "Norway"
        """,
    )
    faults = faults_of(file)
    assert faults[0].startswith(f"{file}, case 1: unknown texts; a case may have text, file, ")
    expected = [
        "case 1: a case needs either text or file",
        "case 1: none: 'offers' is no event type; they are statement, offer, agreement, characterization",
        "case 2: published: an ISO 8601 date",
        "case 2: offer: unknown offerers; it may have ",
        "case 2: offer.theme: a string or a table is expected, not a number",
        "case 2: offer.status: 'opened' is none of open, accepted, rejected, withdrawn, expired",
        "case 2: offer: unknown parties",
        "case 2: offer.null: 'recipients' is no field",
        "case 2: offer: theme is expected and stands in null too",
        "case 2: offer.attribution.speaker: unknown names",
        "case 2: offer.tellings 1: a table is expected, not a string",
        "case 2: agreement.parties: a list is expected, not a string",
    ]
    for wanted, fault in zip(expected, faults[1:], strict=True):
        assert wanted in fault


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("[[case]", "not TOML"),
        ("", "there is no case"),
        ("[case]", "there is no case"),
        ("cases = 1", "unknown cases"),
        ('[[case]]\ntext = " "\nnone = ["offer"]', "the text is empty"),
        ('[[case]]\ntext = 3\nnone = ["offer"]', "the text must be a string"),
        ('[[case]]\ntext = "a"', "nothing is expected"),
        ('[[case]]\ntext = "a"\nnone = "offer"', "a list of event types is expected"),
        ('[[case]]\ntext = "a"\nnone = ["offer"]\n[[case.offer]]', "offer is expected and stands in none too"),
        ('[[case]]\ntext = "a"\noffer = 1', r"write \[\[case.offer\]\]"),
        ('[[case]]\ntext = "a"\noffer = [1]', "offer: a table is expected"),
        ('[[case]]\nfile = "absent.txt"\nnone = ["offer"]', "absent.txt cannot be read"),
        ("case = [1]", "a table is expected, not a number"),
        ('[[case]]\ntext = "a"\n[[case.offer]]\nconfidence = true', "a number is expected, not true or false"),
        ('[[case]]\ntext = "a"\n[[case.offer]]\nrule = 1', "a string is expected"),
        ('[[case]]\ntext = "a"\n[[case.offer]]\ntheme = 2025-01-01', "a string or a table is expected, not a date"),
        ('[[case]]\ntext = "a"\n[[case.offer]]\nnull = "theme"', "a list of fields is expected"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, body: str, fault: str):
    with pytest.raises(InvalidFixture, match=fault):
        read_cases(write(tmp_path, body))


def test_a_story_stands_in_a_file_beside_its_fixture(tmp_path: Path):
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    file = write(tmp_path, '[[case]]\nfile = "story.txt"\nnone = ["agreement"]\npublished = 2025-02-04')
    (case,) = read_cases(file)
    assert (case.document.text, case.document.published) == (TEXT, "2025-02-04")


def test_files_are_found_in_folders_at_any_depth(tmp_path: Path):
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    body = '[[case]]\ntext = "a"\nnone = ["offer"]\n'
    write(below, body)
    write(tmp_path, body * 2, "other.eventx.toml")
    write(tmp_path, "not read", "plain.toml")
    results = list(check(tmp_path, pipeline=FixedPipeline()))  # type: ignore[arg-type]
    assert [(result.file.name, result.case, result.line) for result in results] == [
        ("some.eventx.toml", 1, 1),
        ("other.eventx.toml", 1, 1),
        ("other.eventx.toml", 2, 4),
    ]


def test_faults_of_all_files_are_raised_before_anything_runs(tmp_path: Path):
    write(tmp_path, "[[case]]", "one.eventx.toml")
    write(tmp_path, "x = 1", "two.eventx.toml")
    with pytest.raises(InvalidFixture, match=r"one\.eventx\.toml(.|\n)*two\.eventx\.toml"):
        check(tmp_path)


@pytest.mark.parametrize("name", ["absent.eventx.toml", "empty", "plain.toml"])
def test_paths_without_fixtures_are_named(tmp_path: Path, name: str):
    (tmp_path / "empty").mkdir()
    (tmp_path / "plain.toml").touch()
    with pytest.raises(InvalidFixture, match=name):
        check(tmp_path / name)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path):
    (tmp_path / "bad.eventx.toml").write_bytes(b"\xff")
    with pytest.raises(InvalidFixture, match="not UTF-8"):
        check(tmp_path)


# ------------------------------------------------------------------------------------------------- running and results


def test_what_the_pipeline_refuses_is_a_difference(tmp_path: Path):
    class Refusing(FixedPipeline):
        def extract(self, document: Document | str) -> Extraction:
            raise InvalidDocument(f"too long: {document!r:.20}")

    (case,) = read_cases(write(tmp_path, '[[case]]\ntext = "a"\nnone = ["offer"]'))
    result = check_case(case, Refusing())  # type: ignore[arg-type]
    assert result.differences[0].startswith("the extraction failed: too long")


def test_a_result_reads_well(tmp_path: Path):
    result = run(tmp_path, '[[case.offer]]\nofferer = "Peru"', LOAN)
    first, *others = str(result).splitlines()
    assert first.startswith(f"{tmp_path / 'some.eventx.toml'}:1: case 1: On Monday El Salvador")
    assert others == ["    - offer, offerer: expected “Peru”, found “Chile”"]


def test_rules_are_checked_against_their_own_examples():
    rule = Rule("offer.offer-np", "", ("Chile offered a loan.",), ("It rained.",), lambda: None)

    class Ruled(FixedPipeline):
        rules = (rule,)

        def extract(self, document: Document | str) -> Extraction:
            return RESULT if self.events or "Chile" in str(document) else Extraction(text=str(document))

    assert list(check_rules(Ruled())) == []  # type: ignore[arg-type]
    assert list(check_rules(Ruled(LOAN))) == [  # type: ignore[arg-type]
        "offer.offer-np finds an event in its counterexample: It rained."
    ]
