"""The events of Parquet files of news, with Dask.

    pip install 'eventx[arrow]' 'dask[dataframe]'
    python examples/dask_dataframe.py stories.parquet events.parquet

Parquet with a column `text` (and `id`, `published`, …) in, one row an event out, in processes of this machine; with a
`dask.distributed.Client` a cluster runs the same.
"""

import sys

import dask
import dask.dataframe
import pandas
import pyarrow

from eventx.integrations.arrow import SCHEMA, extract_table


def events(documents: pandas.DataFrame) -> pandas.DataFrame:
    """The events of a partition of documents."""
    found = extract_table(pyarrow.Table.from_pandas(documents, preserve_index=False))
    return found.to_pandas(types_mapper=pandas.ArrowDtype)


def main(source: str, target: str) -> None:
    # pure Python holds the lock of its process: threads would wait for one another
    dask.config.set(scheduler="processes", num_workers=2)
    documents = dask.dataframe.read_parquet(source, dtype_backend="pyarrow", split_row_groups=True)
    empty = SCHEMA.empty_table().to_pandas(types_mapper=pandas.ArrowDtype)
    documents.map_partitions(events, meta=empty).to_parquet(target, schema=SCHEMA, write_index=False, overwrite=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
