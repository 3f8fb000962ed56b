"""Record batches of documents in, record batches of events out, and the same events back."""

import pickle
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Union, get_args, get_origin

import pyarrow as pa
import pytest
from pyarrow import parquet
from pydantic import BaseModel

import eventx
from eventx.integrations.arrow import SCHEMA, ArrowExtractor, extract_batch, extract_batches, extract_table, read_event
from eventx.integrations.rows import event_row
from eventx.models import Agreement, Characterization, Money, Offer, Participant, Span, Statement

ROOT = Path(__file__).parents[2]
TEXT = (
    "Norland offered to run the port in exchange for $1.13bn (£600m, €700m) and 51% of its fees, Ana Ruiz said Monday."
)
FRENCH = (
    "Il pleut sur la ville et les toits sont mouillés depuis ce matin, mais le ciel est plus clair que la veille. " * 3
)


@cache
def texts() -> list[str]:
    """All short texts of the fixtures, with every construction that eventx knows."""
    files = sorted((ROOT / "fixtures" / "constructions").glob("*.toml"))
    cases = [case for file in files for case in tomllib.loads(file.read_text(encoding="utf-8")).get("case", [])]
    return [TEXT, *(case["text"] for case in cases if "text" in case)]


def batch_of(*given: str | None, **columns: list) -> pa.RecordBatch:
    return pa.record_batch({"text": pa.array(given, pa.string()), **columns})


# --------------------------------------------------------------------------------------------------------- round trip


@pytest.mark.slow
def test_events_come_back_from_parquet_as_they_were(tmp_path: Path):
    given = pa.table({"text": texts(), "id": range(len(texts())), "published": ["2025-02-04"] * len(texts())})
    parquet.write_table(extract_table(given), tmp_path / "events.parquet")
    rows = parquet.read_table(tmp_path / "events.parquet").to_pylist()

    results = list(eventx.extract_many(given.to_pylist()))
    events = [(result.id, event) for result in results for event in result.events]
    assert len(events) > 800
    assert {event.type for _, event in events} == {"statement", "offer", "agreement", "characterization"}
    found = [(row["document_id"], read_event(row)) for row in rows]
    assert found == events
    assert [event.model_dump(mode="json") for _, event in found] == [
        event for result in results for event in result.to_dict()["events"]
    ]


@pytest.mark.parametrize("model", [Statement, Offer, Agreement, Characterization])
def test_the_schema_has_every_field_of_every_model(model: type[BaseModel]):
    _assert_fields(model, {field.name: field.type for field in SCHEMA})


def _assert_fields(model: type[BaseModel], known: dict[str, pa.DataType]) -> None:
    for name, field in model.model_fields.items():
        if model is Money and name == "equivalent":
            name = "equivalents"
        assert name in known, f"{model.__name__}.{name}"
        for part in _models(field.annotation):
            kind = known["target_span" if (name, part) == ("target", Span) else name]
            kind = kind.value_type if pa.types.is_list(kind) else kind
            if not (model is Money and part is Money):
                _assert_fields(part, {inner.name: inner.type for inner in kind})


def _models(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in (Union, UnionType, tuple):
        return [model for part in get_args(annotation) for model in _models(part)]
    return []


def test_a_chain_of_equivalents_is_a_list():
    (offer,) = eventx.extract(TEXT).offers
    row = event_row(offer)
    price = row["terms"]["price"][0]
    assert [money["amount"] for money in price["equivalents"]] == ["600000000", "700000000"]
    assert "equivalent" not in price
    assert extract_batch(batch_of(TEXT)).to_pylist()[0]["tellings"][0]["terms"]["price"][0]["equivalents"]
    assert read_event(row) == offer


def test_a_target_is_a_participant_or_a_span():
    (told,) = eventx.extract("Tom Webb called Ana Ruiz a liar.").characterizations
    assert isinstance(told.target, Participant)
    row = event_row(told)
    assert (row["target"]["name"], row.get("target_span")) == ("Ana Ruiz", None)
    assert read_event(row) == told

    span = told.target.mention
    other = told.model_copy(
        update={"target": span, "tellings": (told.tellings[0].model_copy(update={"target": span}),)}
    )
    rows = pa.Table.from_pylist([event_row(other)], schema=SCHEMA).to_pylist()
    assert rows[0]["target"] is None
    assert rows[0]["target_span"] == rows[0]["tellings"][0]["target_span"] == span.model_dump()
    assert read_event(rows[0]) == other


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"error": "InvalidDocument: no text"}, "holds an error and no event: InvalidDocument: no text"),
        ({"type": None}, "its type is None, not one of statement, offer"),
        ({"id": "7"}, "its type is None"),
        ({"type": "offer", "id": "o1"}, "trigger: Field required"),
    ],
)
def test_a_row_without_an_event_is_told(row: dict, said: str):
    with pytest.raises(eventx.InvalidResult, match=said):
        read_event(row)


# -------------------------------------------------------------------------------------------------------------- input


def test_a_record_that_cannot_be_read_is_a_row_with_an_error():
    given = batch_of(TEXT, None, TEXT, TEXT, id=["a", "b", "c", None], published=["2025-02-04", None, "soon", None])
    rows = extract_batch(given).to_pylist()
    failed = [row for row in rows if row["error"]]
    assert [(row["document_id"], row["document_index"], row["type"]) for row in failed] == [
        ("b", 1, None),
        ("c", 2, None),
    ]
    assert failed[0]["error"] == "InvalidDocument: the text must be a string, not NoneType"
    assert "ISO 8601" in failed[1]["error"]
    assert {row["document_index"] for row in rows} == {0, 1, 2, 3}
    assert {row["document_published"] for row in rows if row["document_id"] == "a"} == {"2025-02-04"}


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())]
)
def test_every_kind_of_string_is_read(kind: pa.DataType):
    given = pa.record_batch({"text": pa.array([TEXT], kind)})
    assert extract_batch(given) == extract_batch(batch_of(TEXT))


@pytest.mark.parametrize(
    ("value", "kind", "read"),
    [
        (date(2025, 2, 4), pa.date32(), "2025-02-04"),
        (date(2025, 2, 4), pa.date64(), "2025-02-04"),
        (datetime(2025, 2, 4, 18, 30), pa.timestamp("s"), "2025-02-04T18:30:00"),
        (datetime(2025, 2, 4, 18, 30, tzinfo=UTC), pa.timestamp("us", "UTC"), "2025-02-04T18:30:00+00:00"),
        (1738693800000000001, pa.timestamp("ns"), "2025-02-04T18:30:00"),
        (None, pa.timestamp("ns"), None),
        (None, pa.null(), None),
    ],
)
def test_published_may_be_a_date_or_a_time(value: object, kind: pa.DataType, read: str | None):
    rows = extract_batch(batch_of(TEXT, published=pa.array([value], kind))).to_pylist()
    assert {row["document_published"] for row in rows} == {read}
    assert {row["when"]["value"] for row in rows if row["type"] == "statement"} == {"2025-02-03" if read else None}


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"id": ["a"]}, r"a batch needs the column 'text'; this one has \['id'\]"),
        ({"text": [7]}, "the column 'text' must hold strings, not int64"),
        ({"text": [b"x"]}, "the column 'text' must hold strings, not binary"),
        ({"text": [TEXT], "id": [1.5]}, "the column 'id' must hold strings or whole numbers, not double"),
        ({"text": [TEXT], "published": [2025]}, "the column 'published' must hold ISO 8601 strings, dates"),
        ({"text": [TEXT], "title": [1]}, "the column 'title' must hold strings, not int64"),
    ],
)
def test_columns_of_the_wrong_kind_are_refused(columns: dict, said: str):
    with pytest.raises(eventx.InvalidDocument, match=said):
        extract_batch(pa.record_batch(columns))


def test_a_column_that_stands_twice_is_refused():
    given = pa.RecordBatch.from_arrays([pa.array([TEXT])] * 2, ["text", "text"])
    with pytest.raises(eventx.InvalidDocument, match="one column 'text'"):
        extract_batch(given)


def test_other_columns_are_ignored_and_the_author_is_read():
    given = batch_of("I called the plan a sham.", author=["Tom Webb"], score=[0.5], tags=[["a", "b"]])
    (row,) = [row for row in extract_batch(given).to_pylist() if row["type"] == "characterization"]
    assert row["holder"]["name"] == "Tom Webb"


# ------------------------------------------------------------------------------------------------------------- output


@pytest.mark.parametrize("given", [[], ["It rained."], [None], [TEXT]])
def test_the_schema_is_always_the_same(given: list):
    assert extract_batch(batch_of(*given)).schema == SCHEMA
    assert extract_table(pa.Table.from_batches([batch_of(*given)])).schema == SCHEMA


def test_a_document_without_events_has_a_row_where_it_is_asked_for():
    given = batch_of("It rained.", FRENCH, id=["a", "b"])
    assert extract_batch(given).num_rows == 0
    rows = ArrowExtractor(every_document=True).batch(given).to_pylist()
    assert [(row["document_id"], row["type"], row["error"]) for row in rows] == [("a", None, None), ("b", None, None)]
    assert [diagnostic["code"] for diagnostic in rows[1]["diagnostics"]] == ["not-english"]


def test_a_stream_is_read_as_it_is_asked_for_and_counts_on():
    read = 0

    def endless() -> Iterator[pa.RecordBatch]:
        nonlocal read
        while True:
            read += 1
            yield batch_of(*[TEXT] * 40)

    stream = extract_batches(endless())
    first, second = next(stream), next(stream)
    assert read == 4
    assert first.schema == second.schema == SCHEMA
    assert second.column("document_index")[0].as_py() == 64


def test_processes_give_what_one_gives():
    batches = [batch_of(*[TEXT, None] * 5, id=range(start, start + 10)) for start in (0, 10, 20)]
    assert list(ArrowExtractor(processes=2).batches(batches)) == list(extract_batches(batches))


def test_a_pipeline_is_bound_and_can_be_sent_elsewhere():
    offers = pickle.loads(pickle.dumps(ArrowExtractor(eventx.Pipeline(types={"offer"}))))
    assert offers.batch(batch_of(TEXT)).column("type").to_pylist() == ["offer"]
    method = pickle.loads(pickle.dumps(offers.batches))
    assert [events.num_rows for events in method([batch_of(TEXT)])] == [1]
    assert pickle.loads(pickle.dumps(extract_batches)) is extract_batches


def test_without_pyarrow_the_extra_is_named():
    program = "import sys; sys.modules['pyarrow'] = None; import eventx.integrations.arrow"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ended.stderr.splitlines()[-1] == (
        "ImportError: eventx.integrations.arrow needs pyarrow: pip install 'eventx[arrow]'"
    )
