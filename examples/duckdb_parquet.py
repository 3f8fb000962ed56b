"""The events of Parquet files of news, with DuckDB reading and writing.

    pip install 'eventx[arrow]' duckdb
    python examples/duckdb_parquet.py stories.parquet events.parquet

Parquet with a column `text` (and `id`, `published`, …) in, one row an event out, in two processes of this machine and
in bounded memory: DuckDB hands out record batches as they are asked for, and asks for events as it writes them.
"""

import sys

import duckdb
import pyarrow

from eventx.integrations.arrow import SCHEMA, ArrowExtractor


def main(source: str, target: str) -> None:
    documents = duckdb.connect().sql("SELECT * FROM read_parquet($source)", params={"source": source})
    batches = ArrowExtractor(processes=2).batches(documents.to_arrow_reader(256))
    # DuckDB finds it by the name of the variable
    events = pyarrow.RecordBatchReader.from_batches(SCHEMA, batches)  # noqa: F841
    duckdb.connect().sql("SELECT * FROM events").write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
