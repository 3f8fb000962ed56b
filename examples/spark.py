"""The events of Parquet files of news, with Spark.

    pip install 'eventx[arrow]' pyspark
    python examples/spark.py stories.parquet events.parquet

Parquet with a column `text` (and `id`, `published`, …) in, one row an event out, on two cores of this machine; a
cluster runs the same with another master.
"""

import os
import sys

from pyspark.sql import SparkSession

from eventx.integrations.arrow import SCHEMA, extract_batches


def main(source: str, target: str) -> None:
    # the workers run the Python, with the packages, that runs this
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.master("local[2]").appName("eventx").config("spark.ui.enabled", "false").getOrCreate()
    schema = spark.createDataFrame(SCHEMA.empty_table()).schema
    spark.read.parquet(source).mapInArrow(extract_batches, schema).write.mode("overwrite").parquet(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
