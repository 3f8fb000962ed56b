"""The models: what they refuse, where their spans stand, how they are stored and read back, and how they are used."""

from __future__ import annotations

import copy
import json
import pickle
import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

import eventx
import eventx.models
from eventx import (
    Agreement,
    Attribution,
    Characterization,
    Diagnostic,
    Document,
    Entity,
    Event,
    Extraction,
    Failure,
    InvalidResult,
    Money,
    Offer,
    Participant,
    Span,
    Statement,
    Terms,
    When,
)
from eventx.cli import main
from eventx.models import (
    AgreementTelling,
    CharacterizationTelling,
    Model,
    OfferTelling,
    extraction_model,
    json_schema,
    parts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "On Monday Norland offered Suderia €2m a year, Webb said."
STORY = """Norland offers truce, envoy says

President Ivo Lund said on Monday that his country was willing to reopen the border. “We will pay €2 million a
year,” Lund told reporters, “if Suderia agrees to share water.” Maria Webb, the mayor, called the plan “a disaster” 😀.

Norland and Suderia signed a pact in 2011. The union praised the offer, according to Webb, and rejected an earlier one.
"""
SETTINGS = settings(max_examples=100, deadline=None, derandomize=True)


def span(part: str, text: str = TEXT) -> Span:
    return Span(start=text.index(part), end=text.index(part) + len(part), text=part)


def who(part: str, **fields: Any) -> Participant:
    return Participant(mention=span(part), entity=part, **fields)


NORLAND = who("Norland", name="Norland", kind="place")
WEBB = who("Webb", name="Webb", kind="person")
PRICE = Money(span=span("€2m a year"), amount=Decimal("2000000"), currency="EUR", per="year")
TERMS = Terms(mention=(span("€2m a year"),), price=(PRICE,))
STATEMENT = Statement(
    id="s1",
    rule="statement.clause-cue",
    speaker=WEBB,
    cue=span("said"),
    content=(span("On Monday Norland offered Suderia €2m a year"),),
    quotation="indirect",
)
OFFER = Offer(
    id="o1",
    rule="offer.offer-noun-phrase",
    trigger=span("offered"),
    offerer=NORLAND,
    recipient=who("Suderia"),
    theme=span("€2m a year"),
    terms=TERMS,
    when=When(span=span("Monday"), value="2025-02-03", grain="day"),
    attribution=Attribution(statement="s1", speaker=WEBB),
    tellings=(OfferTelling(trigger=span("offered"), rule="offer.offer-noun-phrase", offerer=NORLAND),),
)
RESULT = Extraction(text=TEXT, id="7", published="2025-02-04", events=(STATEMENT, OFFER))


@pytest.fixture(scope="module")
def story() -> Extraction:
    result = eventx.extract(STORY, id="story", published="2025-02-04")
    assert {event.type for event in result.events} == {"statement", "offer", "agreement", "characterization"}
    return result


def every_model() -> list[type[Model]]:
    found = [value for value in vars(eventx.models).values() if isinstance(value, type) and issubclass(value, Model)]
    assert len(found) > 15
    return found


# ------------------------------------------------------------------------------------------------- frozen, and no more


@pytest.mark.parametrize("model", every_model(), ids=lambda model: model.__name__)
def test_every_model_is_frozen_and_forbids_unknown_fields(model: type[Model]):
    assert (model.model_config["frozen"], model.model_config["extra"]) == (True, "forbid")


@pytest.mark.parametrize(
    "value", [OFFER.trigger, NORLAND, PRICE, TERMS, STATEMENT, OFFER, RESULT], ids=lambda v: type(v).__name__
)
def test_fields_cannot_be_set_added_or_deleted(value: Model):
    name = next(iter(type(value).model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(value, name, getattr(value, name))
    with pytest.raises(ValidationError, match="frozen"):
        delattr(value, name)
    with pytest.raises((ValidationError, ValueError)):
        value.nothing_of_the_kind = 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("model", every_model(), ids=lambda model: model.__name__)
def test_unknown_fields_are_refused(model: type[Model]):
    with pytest.raises(ValidationError) as caught:
        model(nothing_of_the_kind=1)
    assert ("extra_forbidden", ("nothing_of_the_kind",)) in {(one["type"], one["loc"]) for one in caught.value.errors()}


@pytest.mark.parametrize("model", every_model(), ids=lambda model: model.__name__)
def test_no_field_holds_what_can_change(model: type[Model]):
    assert not [
        name for name, field in model.model_fields.items() if re.search(r"\b(list|dict|set)\b", str(field.annotation))
    ]


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: Offer(**{**dict(OFFER), "status": "maybe"}), "status"),
        (lambda: Offer(**{**dict(OFFER), "polarity": "neutral"}), "polarity"),
        (lambda: Offer(**{**dict(OFFER), "modality": "certain"}), "modality"),
        (lambda: Offer(**{**dict(OFFER), "confidence": 1.5}), "confidence"),
        (lambda: Offer(**{**dict(OFFER), "tellings": ()}), "tellings"),
        (lambda: Offer(**{**dict(OFFER), "type": "statement"}), "type"),
        (lambda: Statement(**{**dict(STATEMENT), "content": ()}), "content"),
        (lambda: Statement(**{**dict(STATEMENT), "attitude": "doubt"}), "attitude"),
        (lambda: Participant(mention=span("Webb"), entity="e1", country="Norland"), "country"),
        (lambda: Participant(mention=span("Webb"), entity="e1", country="no"), "country"),
        (lambda: Participant(mention=span("Webb"), entity="e1", kind="animal"), "kind"),
        (lambda: Money(span=span("€2m"), currency="€"), "currency"),
        (lambda: When(span=span("Monday"), grain="decade"), "grain"),
        (lambda: Terms(mention=()), "mention"),
        (lambda: Extraction(text="", schema_version="0.1"), "schema_version"),
    ],
)
def test_values_that_are_none_of_those_allowed_are_refused(make: Any, fault: str):
    with pytest.raises(ValidationError) as caught:
        make()
    assert {one["loc"][0] for one in caught.value.errors()} == {fault}


# --------------------------------------------------------------------------------------------------------------- spans


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (0, 3, "four"),
        (0, 5, "four"),
        (4, 0, "four"),
        (-1, 3, "four"),
        (0, 0, ""),
        (2, 2, ""),
        (0, 1, "😀😀"),
        (0, 2, "😀"),
    ],
)
def test_a_span_is_as_long_as_its_text(start: int, end: int, text: str):
    with pytest.raises(ValidationError):
        Span(start=start, end=end, text=text)


def test_a_span_says_how_long_its_text_must_be():
    with pytest.raises(ValidationError, match="a span from 2 to 5 must hold 3 code points of text, not 4"):
        Span(start=2, end=5, text="four")


@pytest.mark.parametrize(
    ("source", "part", "code_points", "utf8", "utf16"),
    [
        ("a bid", "bid", (2, 5), (2, 5), (2, 5)),
        ("é bid", "bid", (2, 5), (3, 6), (2, 5)),
        ("e\u0301 bid", "bid", (3, 6), (4, 7), (3, 6)),
        ("€ bid", "bid", (2, 5), (4, 7), (2, 5)),
        ("😀 bid", "bid", (2, 5), (5, 8), (3, 6)),
        ("😀 bid 😀", "😀 bid 😀", (0, 7), (0, 13), (0, 9)),
        ("👩‍👩‍👧 bid", "👩‍👩‍👧", (0, 5), (0, 18), (0, 8)),
        ("שלום bid", "bid", (5, 8), (9, 12), (5, 8)),
        ("bid cafe\u0301", "cafe\u0301", (4, 9), (4, 10), (4, 9)),
        ("\x00\r\nbid", "bid", (3, 6), (3, 6), (3, 6)),
        ("“bid”", "“bid”", (0, 5), (0, 9), (0, 5)),
    ],
)
def test_offsets_in_other_encodings(
    source: str, part: str, code_points: tuple[int, int], utf8: tuple[int, int], utf16: tuple[int, int]
):
    found = span(part, source)
    assert (found.start, found.end) == code_points
    assert found.utf8(source) == utf8
    assert found.utf16(source) == utf16


@SETTINGS
@given(st.text(min_size=1, max_size=40), st.data())
def test_offsets_cut_the_same_text_in_every_encoding(source: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, len(source)))
    found = Span(start=start, end=end, text=source[start:end])
    first, last = found.utf8(source)
    assert source.encode("utf-8")[first:last].decode("utf-8") == found.text
    first, last = found.utf16(source)
    assert source.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le") == found.text
    assert (str(found), len(found)) == (found.text, end - start)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_count_the_text_as_it_was_given(form: Literal["NFC", "NFD"]):
    text = unicodedata.normalize(form, "It rained 😀.\n\nJosé Núñez offered to help, Zoë said.")
    result = eventx.extract(text)
    offer = result.offers[0]
    assert offer.offerer is not None
    assert offer.offerer.mention.text == unicodedata.normalize(form, "José Núñez")
    for one in (offer.trigger, offer.offerer.mention):
        assert text[one.start : one.end] == one.text
        assert text.encode("utf-8")[slice(*one.utf8(text))].decode("utf-8") == one.text


def test_a_span_that_does_not_stand_in_the_text_is_refused():
    with pytest.raises(ValidationError, match="the text has 'n Monda' from 1 to 8, not 'offered'"):
        Extraction(text=TEXT, events=(Offer(**{**dict(OFFER), "trigger": Span(start=1, end=8, text="offered")}),))
    with pytest.raises(ValidationError, match="the text has '' from 90 to 97"):
        Extraction(
            text=TEXT, diagnostics=(Diagnostic(code="x", message="x", span=Span(start=90, end=97, text="offered")),)
        )


@pytest.mark.parametrize("path", ["tellings", "terms", "attribution", "entities"])
def test_spans_are_checked_at_any_depth(path: str):
    wrong = Span(start=0, end=4, text="Webb")
    person = Participant(mention=wrong, entity="e1")
    changes: dict[str, Any] = {
        "tellings": (OfferTelling(trigger=span("offered"), rule="offer.x", offerer=person),),
        "terms": Terms(mention=(span("€2m"),), conditions=(wrong,)),
        "attribution": Attribution(chain=(person,)),
    }
    entities = (Entity(id="e1", mentions=(wrong,), events=()),) if path == "entities" else ()
    offer = Offer(**{**dict(OFFER), **({path: changes[path]} if path in changes else {})})
    with pytest.raises(ValidationError, match="the text has 'On M' from 0 to 4, not 'Webb'"):
        Extraction(text=TEXT, events=(offer,), entities=entities)


# ------------------------------------------------------------------------------------------------- the union of events


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Statement, {"content": [{"start": 0, "end": 2, "text": "On"}], "quotation": "direct"}),
        (Offer, {"tellings": [{"trigger": {"start": 0, "end": 2, "text": "On"}, "rule": "r"}]}),
        (Agreement, {"tellings": [{"trigger": {"start": 0, "end": 2, "text": "On"}, "rule": "r"}]}),
        (Characterization, {"tellings": [{"trigger": {"start": 0, "end": 2, "text": "On"}, "rule": "r"}]}),
    ],
)
def test_the_type_says_which_model_an_event_has(kind: type[Event], fields: dict[str, Any]):
    stored = {"type": kind.model_fields["type"].default, "id": "1", "rule": "r", **fields}
    if kind is not Statement:
        stored["trigger"] = {"start": 0, "end": 2, "text": "On"}
    (event,) = Extraction.from_json(json.dumps({"text": TEXT, "events": [stored]})).events
    assert type(event) is kind


def test_tellings_have_the_model_of_their_event(story: Extraction):
    models = {Offer: OfferTelling, Agreement: AgreementTelling, Characterization: CharacterizationTelling}
    for event in story.events:
        if not isinstance(event, Statement):
            assert {type(telling) for telling in event.tellings} == {models[type(event)]}  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["pact", None, 3, "Offer", ""])
def test_an_unknown_type_is_named(kind: object):
    stored = json.dumps({"text": TEXT, "events": [{"type": kind, "id": "1", "rule": "r"}]})
    with pytest.raises(InvalidResult, match=r"events\.0.*'statement', 'offer', 'agreement', 'characterization'"):
        Extraction.from_json(stored)


def test_an_event_without_a_type_is_refused():
    with pytest.raises(InvalidResult, match=r"events\.0: Unable to extract tag"):
        Extraction.from_json(json.dumps({"text": TEXT, "events": [{"id": "1", "rule": "r"}]}))


def test_lists_by_type_hold_what_the_text_asserts():
    planned = Offer(**{**dict(OFFER), "id": "o2", "modality": "planned"})
    denied = Offer(**{**dict(OFFER), "id": "o3", "polarity": "negative"})
    result = Extraction(text=TEXT, events=(STATEMENT, OFFER, planned, denied))
    assert result.offers == [OFFER]
    assert result.of(Offer, asserted=False) == [OFFER, planned, denied]
    assert result.statements == [STATEMENT]
    assert (result.agreements, result.characterizations) == ([], [])
    assert result.of(Event, asserted=False) == list(result.events)


def test_a_denied_statement_stands_among_the_statements():
    denied = Statement(**{**dict(STATEMENT), "polarity": "negative"})
    assert Extraction(text=TEXT, events=(denied,)).statements == [denied]


# ----------------------------------------------------------------------------------------------------- stored and read

NAMES = ["Norland", "Maria Webb", "President Ivo Lund", "the union", "she", "they", "Suderia’s envoy"]
ACTS = [
    "offered to share water",
    "is willing to pay $6 million",
    "agreed to a truce",
    "signed a pact with Norland in 2011",
    "called the plan “a farce”",
    "praised the offer",
    "denied that it rained",
    "refused to offer £1.50 a share",
]
TEXTS = st.lists(
    st.builds(
        "{}{} {}, {} {}{}".format,
        st.sampled_from(["", "On Monday ", "😀 ", "שלום ", "“", "e\u0301 "]),
        st.sampled_from(NAMES),
        st.sampled_from(ACTS),
        st.sampled_from(NAMES),
        st.sampled_from(["said", "said on 3 March", "wrote next week", "told reporters"]),
        st.sampled_from([". ", ".\n\n", ".”\r\n", " "]),
    ),
    min_size=1,
    max_size=5,
).map("".join)


@SETTINGS
@given(TEXTS, st.sampled_from([None, "2025-02-04", "2025-02-04T18:30:00+01:00"]), st.none() | st.text(max_size=5))
def test_storing_and_reading_gives_the_same_result(text: str, published: str | None, name: str | None):
    result = eventx.extract(text, published=published, id=name)
    stored = result.to_json()
    assert Extraction.from_json(stored) == result
    assert Extraction.from_json(stored).to_json() == stored
    assert Extraction.from_json(stored.encode()) == result
    assert result.to_dict() == json.loads(stored)
    assert (Extraction.from_json(stored).published, Extraction.from_json(stored).id) == (published, name)


def test_a_traced_result_is_stored_like_any_other(story: Extraction):
    traced = eventx.extract(STORY, id="story", published="2025-02-04", trace=True)
    assert traced.to_json() == story.to_json()
    assert Extraction.from_json(traced.to_json()).to_json() == traced.to_json()
    assert Extraction.from_json(traced.to_json()) == traced
    assert traced == story
    assert hash(traced) == hash(story)


def test_json_is_one_line_unless_indented(story: Extraction):
    assert "\n" not in story.to_json()
    assert story.to_json(indent=2).startswith('{\n  "text"')
    assert json.loads(story.to_json(indent=2)) == story.to_dict()


def test_json_has_no_lists_by_type(story: Extraction):
    assert list(story.to_dict()) == ["text", "id", "published", "events", "entities", "diagnostics", "schema_version"]


def test_json_writes_letters_as_they_are():
    assert "😀 José" in eventx.extract("😀 José offered to help.").to_json()


def test_plain_data_is_plain(story: Extraction):
    def check(value: object) -> None:
        if isinstance(value, dict):
            assert all(type(key) is str for key in value)
            for item in value.values():
                check(item)
        elif isinstance(value, list):
            for item in value:
                check(item)
        else:
            assert value is None or type(value) in {str, int, float, bool}

    check(story.to_dict())


def test_amounts_keep_every_digit():
    amount = Decimal("1130000000.10")
    price = Money(span=span("€2m"), amount=amount, low=Decimal("0.1"), high=Decimal(3))
    offer = Offer(**{**dict(OFFER), "terms": Terms(mention=(span("€2m"),), price=(price,))})
    (read,) = Extraction.from_json(Extraction(text=TEXT, events=(offer,)).to_json()).offers
    assert read.terms is not None
    assert [str(one) for one in (read.terms.price[0].amount, read.terms.price[0].low, read.terms.price[0].high)] == [
        "1130000000.10",
        "0.1",
        "3",
    ]


# --------------------------------------------------------------------------------------------------- what is no result


def stored(**changes: Any) -> str:
    return json.dumps({**RESULT.to_dict(), **changes})


def offer_with(**changes: Any) -> str:
    return stored(events=[{**OFFER.model_dump(mode="json"), **changes}])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "result: Invalid JSON"),
        ("{", "result: Invalid JSON"),
        ("not json", "result: Invalid JSON"),
        ("[]", "result: Input should be an object"),
        ("null", "result: Input should be an object"),
        ("{}", "text: Field required"),
        (b"\xff\xfe", "result: Invalid JSON"),
        ("[" * 100_000, "result: Invalid JSON"),
        (stored(text=None), "text: Input should be a valid string"),
        (stored(text="Another text."), "the text has"),
        (stored(extra=1), "extra: Extra inputs are not permitted"),
        (stored(schema_version="2.0"), "schema_version: Input should be '1.0'"),
        (stored(events={}), "events: Input should be a valid"),
        (offer_with(status="maybe"), r"events\.0\.offer\.status: Input should be 'open'"),
        (offer_with(trigger=None), r"events\.0\.offer\.trigger: Input should be an object"),
        (
            offer_with(trigger={"start": 0, "end": 9, "text": "offered"}),
            r"events\.0\.offer\.trigger: .*a span from 0 to 9",
        ),
        (
            offer_with(trigger={"start": 0, "end": 7, "text": "offered"}),
            "the text has 'On Mond' from 0 to 7, not 'offered'",
        ),
        (offer_with(tellings=[]), r"events\.0\.offer\.tellings: "),
        (offer_with(when={"span": None}), r"events\.0\.offer\.when\.span: "),
        (offer_with(colour="red"), r"events\.0\.offer\.colour: Extra inputs are not permitted"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else None,
)
def test_what_is_no_result_says_where_and_why(data: str | bytes, message: str):
    with pytest.raises(InvalidResult, match=message) as caught:
        Extraction.from_json(data)
    assert str(caught.value).startswith("this is not a stored result:\n  ")
    assert "pydantic" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert len(str(caught.value)) < 2000


@pytest.mark.parametrize(
    "data",
    [
        stored(text="Another text."),
        offer_with(trigger={"start": 0, "end": 9, "text": "offered"}),
        offer_with(trigger={"start": 0, "end": 7, "text": "offered"}),
    ],
    ids=["text", "length", "place"],
)
def test_faults_of_spans_are_told_in_our_own_words(data: str):
    with pytest.raises(InvalidResult) as caught:
        Extraction.from_json(data)
    assert "Value error" not in str(caught.value)


def test_all_faults_of_a_result_are_told_at_once():
    with pytest.raises(InvalidResult) as caught:
        Extraction.from_json(offer_with(status="maybe", trigger=None, colour="red"))
    assert len(str(caught.value).splitlines()) == 4


@pytest.mark.parametrize("data", [None, 3, {}, ["text"]])
def test_what_is_no_json_text_is_refused(data: Any):
    with pytest.raises(InvalidResult, match="string"):
        Extraction.from_json(data)


def test_an_invalid_result_is_a_value_error_of_eventx():
    with pytest.raises(ValueError, match="not a stored result"):
        Extraction.from_json("{}")
    with pytest.raises(eventx.EventxError):
        Extraction.from_json("{}")


# --------------------------------------------------------------------------------------------------------- JSON Schema


def printed_schema(capsys: pytest.CaptureFixture[str]) -> Any:
    with pytest.raises(SystemExit) as ended:
        main(["schema"])
    assert not ended.value.code
    return json.loads(capsys.readouterr().out)


def test_the_command_prints_the_schema_of_the_package(capsys: pytest.CaptureFixture[str]):
    assert printed_schema(capsys) == json_schema() == json.loads(json.dumps(json_schema()))


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], place: str = "result") -> Iterator[str]:
    """What is wrong with plain data by a JSON Schema; knows the keywords that pydantic writes, and no others."""
    known = {
        "$defs",
        "$ref",
        "anyOf",
        "oneOf",
        "discriminator",
        "const",
        "enum",
        "type",
        "properties",
        "required",
        "items",
        "additionalProperties",
        "pattern",
        "minLength",
        "minItems",
        "minimum",
        "maximum",
        "format",
    }
    notes = {"title", "description", "default", "examples", "$schema", "$id"}
    assert set(schema) <= known | notes, f"{place}: unknown keywords {set(schema) - known - notes}"
    if "$ref" in schema:
        yield from faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, place)
    if "anyOf" in schema and all(any(faults(value, option, root)) for option in schema["anyOf"]):
        yield f"{place}: none of anyOf"
    if "oneOf" in schema and sum(not any(faults(value, option, root)) for option in schema["oneOf"]) != 1:
        yield f"{place}: not one of oneOf"
    if "const" in schema and value != schema["const"]:
        yield f"{place}: not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: none of {schema['enum']}"
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "null": type(None)}
    if "type" in schema and not (isinstance(value, kinds[schema["type"]]) and not isinstance(value, bool)):
        yield f"{place}: no {schema['type']}"
    if isinstance(value, dict):
        yield from (f"{place}: no {name}" for name in schema.get("required", ()) if name not in value)
        properties = schema.get("properties", {})
        for name, item in value.items():
            if name in properties:
                yield from faults(item, properties[name], root, f"{place}.{name}")
            elif schema.get("additionalProperties") is False:
                yield f"{place}: {name} is unknown"
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield f"{place}: too short"
        for number, item in enumerate(value):
            yield from faults(item, schema.get("items", {}), root, f"{place}.{number}")
    if isinstance(value, str):
        if len(value) < schema.get("minLength", 0) or not re.search(schema.get("pattern", ""), value):
            yield f"{place}: {value!r} does not fit"
    elif isinstance(value, int | float) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{place}: {value} is out of range"


def schema_faults(data: Any) -> list[str]:
    return list(faults(data, json_schema(), json_schema()))


@pytest.mark.parametrize("result", [RESULT, Extraction(text="")], ids=["full", "empty"])
def test_a_result_fits_the_schema(result: Extraction):
    assert schema_faults(result.to_dict()) == []


def test_a_story_fits_the_schema(story: Extraction):
    assert schema_faults(story.to_dict()) == []


@settings(SETTINGS, max_examples=30)
@given(TEXTS)
def test_any_result_fits_the_schema(text: str):
    assert schema_faults(eventx.extract(text, published="2025-02-04").to_dict()) == []


@pytest.mark.parametrize(
    "amount",
    [Decimal("0.1"), Decimal("1E+9"), Decimal("1E-9"), Decimal("2000000"), Decimal("-5"), Decimal("1.130000000E+9")],
)
def test_any_amount_fits_the_schema(amount: Decimal):
    price = Money(span=span("€2m"), amount=amount)
    offer = Offer(**{**dict(OFFER), "terms": Terms(mention=(span("€2m"),), price=(price,))})
    assert schema_faults(Extraction(text=TEXT, events=(offer,)).to_dict()) == []


@pytest.mark.parametrize(
    "data",
    [
        offer_with(status="maybe"),
        offer_with(colour="red"),
        offer_with(trigger=None),
        offer_with(tellings=[]),
        offer_with(type="pact"),
        stored(text=None),
        stored(extra=1),
        "{}",
    ],
)
def test_what_is_no_result_does_not_fit_the_schema(data: str):
    assert schema_faults(json.loads(data))


def test_the_schema_is_closed_and_described():
    schema = json_schema()
    assert {"Statement", "Offer", "Agreement", "Characterization", "Span"} <= set(schema["$defs"])
    for name, definition in [("Extraction", schema), *schema["$defs"].items()]:
        if definition.get("type") == "object":
            assert definition["additionalProperties"] is False, name
            assert definition.get("description"), name


# -------------------------------------------------------------------------------------------------------------- in use


def test_events_can_be_matched(story: Extraction):
    told = []
    for event in story.events:
        match event:
            case Offer(offerer=Participant(name=str(name)), status="open"):
                told.append(("offer", name))
            case Agreement(parties=(Participant(name="Norland"), Participant(name="Suderia")), kind="pact"):
                told.append(("pact", "Norland and Suderia"))
            case Characterization(holder=Participant(name=str(name)), description=Span()):
                told.append(("description", name))
            case Statement(speaker=Participant(name="Ivo Lund"), quotation="direct"):
                told.append(("quotation", "Ivo Lund"))
    assert ("pact", "Norland and Suderia") in told
    assert ("description", "Maria Webb") in told
    assert ("quotation", "Ivo Lund") in told
    assert {kind for kind, _ in told} == {"offer", "pact", "description", "quotation"}


def test_records_of_a_batch_can_be_matched():
    def verdict(record: Extraction | Failure) -> str:
        match record:
            case Extraction(events=(Statement(), *_)):
                return "statement first"
            case Extraction():
                return "result"
            case Failure(id=name, index=index):
                return f"failure {name} {index}"

    assert [verdict(one) for one in (RESULT, Extraction(text=""), Failure("a", 3, "wrong"))] == [
        "statement first",
        "result",
        "failure a 3",
    ]


def test_equal_models_are_equal_in_sets_and_dictionaries(story: Extraction):
    again = Extraction.from_json(story.to_json())
    assert len({story, again}) == 1
    assert hash(story) == hash(again)
    assert set(story.events) == set(again.events)
    assert {event: event.id for event in story.events}[again.events[0]] == story.events[0].id
    assert STATEMENT != OFFER
    assert span("Webb") == span("Webb") != span("said")


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_results_can_be_pickled_and_copied(story: Extraction, protocol: int):
    again = pickle.loads(pickle.dumps(story, protocol))
    assert again == story
    assert again.to_json() == story.to_json()
    assert copy.deepcopy(story) == copy.copy(story) == story


def test_a_pickled_result_has_the_fields_that_were_given():
    """What was not given stays left out of what is written without it."""
    for result in (eventx.extract(STORY), RESULT, Extraction(text=TEXT)):
        again = pickle.loads(pickle.dumps(result))
        assert again.model_fields_set == result.model_fields_set
        assert again.model_dump_json(exclude_unset=True) == result.model_dump_json(exclude_unset=True)
        assert [one.model_fields_set for one in parts(again, Span)] == [
            one.model_fields_set for one in parts(result, Span)
        ]


def test_what_a_changed_copy_is_given_its_original_is_not():
    """The models that the engine builds of the same fields share the set of them."""
    first, second = (Entity.trusted(id=name, mentions=(), events=()) for name in ("e1", "e2"))
    changed = first.model_copy(update={"key": "Q1"})
    assert changed.model_fields_set == {"id", "mentions", "events", "key"}
    assert first.model_fields_set == second.model_fields_set == {"id", "mentions", "events"}
    assert pickle.loads(pickle.dumps((first, changed))) == (first, changed)


def test_a_trace_survives_pickling():
    traced = eventx.extract(STORY, trace=True)
    again = pickle.loads(pickle.dumps(traced))
    assert [event.explain().steps for event in again.events] == [event.explain().steps for event in traced.events]
    assert again.events[0].explain().steps


def test_failures_and_documents_can_be_pickled():
    for value in (Failure("a", 3, "wrong"), Document(text=TEXT, published="2025-02-04")):
        assert pickle.loads(pickle.dumps(value)) == value


def test_errors_can_be_pickled():
    for kind in (eventx.InvalidDocument, eventx.InvalidResult, eventx.LimitExceeded, eventx.WorkerFailed):
        again = pickle.loads(pickle.dumps(kind("what is wrong")))
        assert (type(again), str(again)) == (kind, "what is wrong")


def test_models_read_well():
    assert [str(one) for one in (span("Webb"), NORLAND, who("Webb"), PRICE, TERMS)] == [
        "Webb",
        "Norland",
        "Webb",
        "€2m a year",
        "€2m a year",
    ]
    assert str(When(span=span("Monday"), value="2025-02-03")) == "2025-02-03"
    assert str(When(span=span("Monday"))) == "Monday"


def test_participants_of_an_event_stand_in_the_order_of_its_fields():
    assert [str(one) for one in parts(OFFER, Participant)] == ["Webb", "Norland", "Suderia", "Norland"]


# ------------------------------------------------------------------------------------------ an event type of one's own


class Visit(Event):
    """Somebody visits a place."""

    type: Literal["visit"] = "visit"
    trigger: Span
    visitor: Participant | None = None
    stops: tuple[Span, ...] = ()


class Strike(Event):
    """Workers stop work."""

    type: Literal["strike"] = "strike"
    trigger: Span


VISIT = Visit(id="v1", rule="visit.x", trigger=span("offered"), visitor=WEBB, stops=(span("Norland"), span("Suderia")))


def test_an_own_event_type_is_read_back():
    result = extraction_model((Visit,))(text=TEXT, events=(STATEMENT, VISIT, OFFER))
    read = Extraction.from_json(result.to_json(), types=(Visit,))
    assert read == result
    assert isinstance(read, Extraction)
    assert [type(event) for event in read.events] == [Statement, Visit, Offer]
    assert read.of(Visit) == [VISIT]
    assert read.to_json() == result.to_json()
    assert read.to_dict() == json.loads(result.to_json())
    assert pickle.loads(pickle.dumps(VISIT)) == VISIT


def test_several_own_event_types_are_read_back():
    strike = Strike(id="t1", rule="strike.x", trigger=span("said"))
    result = extraction_model((Visit, Strike))(text=TEXT, events=(VISIT, strike))
    assert Extraction.from_json(result.to_json(), types=(Visit, Strike)).events == (VISIT, strike)


def test_a_result_without_own_events_is_read_with_types_too():
    read = Extraction.from_json(RESULT.to_json(), types=(Visit,))
    assert read.events == RESULT.events
    assert read.to_json() == RESULT.to_json()


def test_a_result_with_own_events_can_be_pickled():
    result = extraction_model((Visit,))(text=TEXT, events=(VISIT,))
    assert pickle.loads(pickle.dumps(result)) == result


def test_an_own_event_type_must_be_named():
    result = extraction_model((Visit,))(text=TEXT, events=(VISIT,))
    with pytest.raises(InvalidResult, match=r"events\.0.*'visit'"):
        Extraction.from_json(result.to_json())


def test_spans_of_own_events_are_checked():
    data = extraction_model((Visit,))(text=TEXT, events=(VISIT,)).to_dict()
    data["events"][0]["stops"][0] = {"start": 0, "end": 7, "text": "Norland"}
    with pytest.raises(InvalidResult, match="the text has 'On Mond' from 0 to 7, not 'Norland'"):
        Extraction.from_json(json.dumps(data), types=(Visit,))


def test_models_are_pydantic_models():
    assert all(issubclass(model, BaseModel) for model in every_model())
