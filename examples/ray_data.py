"""The events of Parquet files of news, with Ray Data.

    pip install 'eventx[arrow]' 'ray[data]'
    python examples/ray_data.py stories.parquet events.parquet

Parquet with a column `text` (and `id`, `published`, …) in, one row an event out, on two cores of this machine; a
cluster runs the same after `ray.init("auto")`.
"""

import sys

import ray

from eventx.integrations.arrow import extract_table


def main(source: str, target: str) -> None:
    ray.init(num_cpus=2, include_dashboard=False)
    events = ray.data.read_parquet(source).map_batches(extract_table, batch_format="pyarrow", batch_size=256)
    events.write_parquet(target, mode=ray.data.SaveMode.OVERWRITE)
    ray.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
