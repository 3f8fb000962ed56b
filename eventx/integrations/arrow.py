"""Arrow record batches of documents in, Arrow record batches of events out, for engines that share work over machines.

`extract_batch`, `extract_batches` and `extract_table` use the default pipeline; `ArrowExtractor` binds another one.
They read the columns `text` (a string, required) and, where there are any, `id` (a string or a whole number),
`published` (an ISO 8601 string, a date or a timestamp), `title`, `publisher`, `author` and `url` (strings). Other
columns are ignored. What comes out has the columns of `SCHEMA`: one row an event, in the order of the documents and of
the text; a document that cannot be read gives one row with an `error`; a document without events gives none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from eventx.errors import InvalidDocument
from eventx.integrations.rows import event_row, read_event
from eventx.models import Document, Extraction, Failure
from eventx.pipeline import Pipeline, default_pipeline

try:
    import pyarrow as pa
    from pyarrow import types
except ImportError as error:
    raise ImportError("eventx.integrations.arrow needs pyarrow: pip install 'eventx[arrow]'") from error

__all__ = ["SCHEMA", "ArrowExtractor", "extract_batch", "extract_batches", "extract_table", "read_event"]

# so many documents give one batch of a stream: enough to pay for the batch, and few enough for memory
DOCUMENTS_A_BATCH = 64

# ---------------------------------------------------------------------------------------------------- what comes out

_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())])
_SPANS = pa.list_(_SPAN)
_PARTICIPANT = pa.struct(
    [
        ("mention", _SPAN),
        ("name", pa.string()),
        ("kind", pa.string()),
        ("role", pa.string()),
        ("country", pa.string()),
        ("party", pa.string()),
        ("state", pa.string()),
        ("entity", pa.string()),
    ]
)
_PARTICIPANTS = pa.list_(_PARTICIPANT)
_WHEN = pa.struct([("span", _SPAN), ("value", pa.string()), ("grain", pa.string())])
# decimal numbers as text, exact in any number of places, as they stand in JSON
_NUMBERS = [("amount", pa.string()), ("low", pa.string()), ("high", pa.string())]
_MONEY = [("span", _SPAN), *_NUMBERS, ("currency", pa.string()), ("per", pa.string())]
_TERMS = pa.struct(
    [
        ("mention", _SPANS),
        ("price", pa.list_(pa.struct([*_MONEY, ("equivalents", pa.list_(pa.struct(_MONEY)))]))),
        ("quantities", pa.list_(pa.struct([("span", _SPAN), *_NUMBERS, ("unit", pa.string())]))),
        ("conditions", _SPANS),
        ("deadline", _WHEN),
        ("duration", _SPAN),
    ]
)
_ATTRIBUTION = pa.struct([("statement", pa.string()), ("speaker", _PARTICIPANT), ("chain", _PARTICIPANTS)])
# what an event and a telling of it both have
_TOLD = [
    ("rule", pa.string()),
    ("polarity", pa.string()),
    ("modality", pa.string()),
    ("attribution", _ATTRIBUTION),
    ("trigger", _SPAN),
    ("theme", _SPAN),
    ("terms", _TERMS),
    ("status", pa.string()),
    ("kind", pa.string()),
    ("offerer", _PARTICIPANT),
    ("recipient", _PARTICIPANT),
    ("parties", _PARTICIPANTS),
    ("broker", _PARTICIPANT),
    ("holder", _PARTICIPANT),
    ("target", _PARTICIPANT),
    ("target_span", _SPAN),
    ("description", _SPAN),
    ("reason", _SPAN),
]

SCHEMA = pa.schema(
    [
        # the document; its place in the batch, or in the stream of batches, from 0
        ("document_id", pa.string()),
        ("document_index", pa.int64()),
        ("document_published", pa.string()),
        # every event
        ("id", pa.string()),
        ("type", pa.string()),
        ("confidence", pa.float64()),
        ("when", _WHEN),
        ("place", _PARTICIPANT),
        ("on_behalf_of", _PARTICIPANT),
        *_TOLD,
        # statements
        ("speaker", _PARTICIPANT),
        ("cue", _SPAN),
        ("content", _SPANS),
        ("quotation", pa.string()),
        ("attitude", pa.string()),
        ("addressee", _PARTICIPANT),
        ("medium", _SPAN),
        ("within", pa.string()),
        # characterizations
        ("evaluation", pa.string()),
        # offers, agreements and characterizations
        ("tellings", pa.list_(pa.struct(_TOLD))),
        # the document again: what was cut or left out, and what kept it from being read
        ("diagnostics", pa.list_(pa.struct([("code", pa.string()), ("message", pa.string()), ("span", _SPAN)]))),
        ("error", pa.string()),
    ]
)

# ------------------------------------------------------------------------------------------------------ the functions


@dataclass(frozen=True, slots=True)
class ArrowExtractor:
    """A pipeline as a function of record batches; picklable, so that an engine can send it to its workers.

    Its methods raise `InvalidDocument` where a batch has no column `text` or one of a wrong type. What is wrong with
    one document stands in its row. With `every_document` a document without events gives one row too, whose columns of
    an event are null. `processes` are those of `Pipeline.extract_many`, for one machine; an engine has its own.

    >>> offers = ArrowExtractor(Pipeline(types={"offer"}), every_document=True)
    >>> stories = {"id": ["a", "b"], "text": ["Norland offered to help.", "It rained."]}
    >>> [(row["document_id"], row["type"]) for row in offers.batch(pa.record_batch(stories)).to_pylist()]
    [('a', 'offer'), ('b', None)]
    """

    pipeline: Pipeline = field(default_factory=default_pipeline)
    every_document: bool = False
    processes: int = 1

    def batch(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The events of a batch of documents."""
        return self._events(self._results([batch]))

    def batches(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The events of a stream of batches, as batches of the events of 64 documents, however large those read are.

        No more of `batches` is read than is being worked on.
        """
        results = self._results(batches)
        while some := list(islice(results, DOCUMENTS_A_BATCH)):
            yield self._events(some)

    def table(self, table: pa.Table) -> pa.Table:
        """The events of a table of documents."""
        return pa.Table.from_batches(self.batches(table.to_batches()), SCHEMA)

    def _results(self, batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[int, Extraction | Failure]]:
        documents = (document for batch in batches for document in _documents(batch))
        return enumerate(self.pipeline.extract_many(documents, processes=self.processes))

    def _events(self, results: Iterable[tuple[int, Extraction | Failure]]) -> pa.RecordBatch:
        rows = [row for index, result in results for row in self._rows(index, result)]
        return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)

    def _rows(self, index: int, result: Extraction | Failure) -> Iterator[dict[str, Any]]:
        document: dict[str, Any] = {"document_id": result.id, "document_index": index}
        if isinstance(result, Failure):
            yield document | {"error": result.error}
            return
        document["document_published"] = result.published
        document["diagnostics"] = [diagnostic.model_dump() for diagnostic in result.diagnostics]
        for event in result.events:
            yield document | event_row(event)
        if self.every_document and not result.events:
            yield document


def extract_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The events of a batch of documents, with the default pipeline; see `ArrowExtractor`.

    >>> batch = pa.record_batch({"text": ["Norland offered to help, Smith said."], "id": [7]})
    >>> events = extract_batch(batch)
    >>> events.select(["document_id", "type", "rule"]).to_pylist()[1]
    {'document_id': '7', 'type': 'statement', 'rule': 'statement.clause-cue'}
    >>> events.column("offerer")[0]["name"].as_py()
    'Norland'
    """
    return ArrowExtractor().batch(batch)


def extract_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The events of a stream of batches, with the default pipeline; see `ArrowExtractor`.

    >>> batches = [pa.record_batch({"text": ["Norland offered to help."]}), pa.record_batch({"text": ["It rained."]})]
    >>> [events.column("document_index").to_pylist() for events in extract_batches(batches)]
    [[0]]
    """
    return ArrowExtractor().batches(batches)


def extract_table(table: pa.Table) -> pa.Table:
    """The events of a table of documents, with the default pipeline; see `ArrowExtractor`.

    >>> extract_table(pa.table({"text": ["Norland offered to help."]})).column("type").to_pylist()
    ['offer']
    """
    return ArrowExtractor().table(table)


# ------------------------------------------------------------------------------------------------------- what goes in


def _is_text(kind: pa.DataType) -> bool:
    if types.is_dictionary(kind):
        kind = kind.value_type
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _is_id(kind: pa.DataType) -> bool:
    return _is_text(kind) or bool(types.is_integer(kind))


def _is_published(kind: pa.DataType) -> bool:
    return _is_text(kind) or bool(types.is_date(kind) or types.is_timestamp(kind))


_COLUMNS: dict[str, tuple[Callable[[pa.DataType], bool], str]] = {
    **dict.fromkeys(Document.model_fields, (_is_text, "strings")),
    "id": (_is_id, "strings or whole numbers"),
    "published": (_is_published, "ISO 8601 strings, dates or timestamps"),
}


def _documents(batch: pa.RecordBatch) -> Iterator[dict[str, Any]]:
    """The documents of a batch, one mapping each."""
    names = [name for name in _COLUMNS if name in batch.schema.names]
    if "text" not in names:
        raise InvalidDocument(f"a batch needs the column 'text'; this one has {batch.schema.names}")
    columns = [_values(batch, name) for name in names]
    return (dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True))


def _values(batch: pa.RecordBatch, name: str) -> list[Any]:
    """A column as Python values."""
    if batch.schema.names.count(name) > 1:
        raise InvalidDocument(f"a batch has one column {name!r}; this one has {batch.schema.names}")
    column = batch.column(name)
    fits, expected = _COLUMNS[name]
    if not (fits(column.type) or types.is_null(column.type)):
        raise InvalidDocument(f"the column {name!r} must hold {expected}, not {column.type}")
    if types.is_timestamp(column.type):
        # Python has no nanoseconds
        column = column.cast(pa.timestamp("us", column.type.tz), safe=False)
    values: list[Any] = column.to_pylist()
    return values
