"""The examples: each engine gives exactly the events that one process gives."""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from eventx.integrations.arrow import SCHEMA, extract_table

EXAMPLES = Path(__file__).parents[2] / "examples"
# each example with its engine and those of the engine's own warnings that are no fault of the example
ENGINES = {
    "spark": ("pyspark", "ignore:PySpark does not yet fully support pandas:FutureWarning"),
    "dask_dataframe": ("dask", "ignore:The inplace keyword in DataFrame.reset_index:DeprecationWarning"),
    "ray_data": ("ray", "ignore::DeprecationWarning:ray.data.context"),
    "duckdb_parquet": ("duckdb", ""),
}
STORIES = [
    "Norland has offered Suderia $40m a year to take in the refugees, Foreign Minister Ana Ruiz said on Monday.",
    "“We will not pay,” she told reporters. Veltra Mining agreed to reopen the pit by March 3 if wages are frozen.",
    "It rained in the valley, and the fair was closed.",
    "Critics called the opera a sham. The union accused Tom Webb of being a liar, according to a report.",
    "Lindvall FC and striker Jon Aro signed a two-year deal worth €5m (£4.2m) on Friday, the club’s coach said.",
    "The museum rejected an offer by the city to buy the painting; “the offer is dead,” its director wrote.",
]


def stories() -> pa.Table:
    """Documents enough for several partitions, some of which cannot be read."""
    texts: list[str | None] = [
        f"{STORIES[number % 6]}\n\n{STORIES[number * 5 % 6]}" if number % 10 else None for number in range(48)
    ]
    return pa.table(
        {
            "id": [f"story-{number:02}" for number in range(48)],
            "text": texts,
            "published": ["2025-02-04" if number % 7 else "some day" for number in range(48)],
            "score": [number / 48 for number in range(48)],
        }
    )


def rows(events: pa.Table) -> list[dict]:
    """The rows in the order of documents and ids; where a document stands depends on the engine's partitions."""
    assert events.schema.equals(SCHEMA)
    found = events.drop_columns("document_index").to_pylist()
    return sorted(found, key=lambda row: (row["document_id"], row["id"] or ""))


@pytest.mark.slow
@pytest.mark.parametrize("example", ENGINES)
def test_an_engine_gives_what_one_process_gives(example: str, tmp_path: Path):
    engine, warning = ENGINES[example]
    if find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed; the extra `engines` has it")
    if engine == "pyspark" and not shutil.which("java"):
        pytest.skip("Spark needs a Java runtime, and there is no `java`")
    given, source, target = stories(), tmp_path / "stories.parquet", tmp_path / "events.parquet"
    parquet.write_table(given, source, row_group_size=16)
    environment = os.environ | {
        "PYTHONWARNINGS": f"error,{warning}".rstrip(","),
        "RAY_AUTH_MODE": "disabled",
        "RAY_USAGE_STATS_ENABLED": "0",
        "SPARK_LOCAL_IP": "127.0.0.1",
        # a short job is not worth the second compiler of Java
        "JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    }
    command = [sys.executable, str(EXAMPLES / f"{example}.py"), str(source), str(target)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=300)
    assert ended.returncode == 0, ended.stderr[-4000:]
    assert rows(parquet.read_table(target)) == rows(extract_table(given))


def test_the_documents_of_the_comparison_have_events_and_errors():
    found = rows(extract_table(stories()))
    assert {row["type"] for row in found} == {"statement", "offer", "agreement", "characterization", None}
    assert sum(row["error"] is not None for row in found) > 5


def test_what_the_documentation_shows_stands_in_the_examples():
    page = (EXAMPLES.parent / "docs" / "performance.md").read_text(encoding="utf-8")
    shown = re.findall(r"```python\n(.*?)```", page.partition("## Engines")[2].partition("\n## ")[0], re.DOTALL)
    lines = {line.strip() for file in EXAMPLES.glob("*.py") for line in file.read_text(encoding="utf-8").splitlines()}
    assert len(shown) >= len(ENGINES)
    assert [line for block in shown for line in block.splitlines() if line.strip() not in lines] == []
