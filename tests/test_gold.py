"""Real news runs without an error and no score falls below its floor.

The gold is no part of the repository: its folder comes from EVENTX_GOLD, by default ../shared/data.
"""

import os
from pathlib import Path

import pytest

import eventx
from eventx.score import compare, read_records

GOLD = Path(os.environ.get("EVENTX_GOLD", Path(__file__).parents[2] / "shared" / "data"))
EVENTS = ["framenet", "negatives", "news-like", "plover", "stories"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not GOLD.is_dir(), reason=f"no gold at {GOLD}; set EVENTX_GOLD to its folder"),
]


def _scored(path: Path, split: str) -> dict:
    gold = [document for document in read_records(path) if document["split"] == split]
    results = list(eventx.extract_many(gold, on_error="raise"))
    assert len(results) == len(gold)
    return compare(gold, results).figures


@pytest.fixture(scope="module")
def statements() -> dict:
    return _scored(GOLD / "polnear-train.jsonl", "dev")["statement"]


@pytest.mark.parametrize(
    ("figure", "floor"),
    [("found", 64.0), ("exact", 49.0), ("joint", 56.0), ("direct", 85.5), ("mixed", 79.0), ("indirect", 54.5)],
)
def test_statements_keep_their_floor(statements: dict, figure: str, floor: float):
    assert statements[figure]["F"] >= floor


def test_statements_of_validation_run():
    assert _scored(GOLD / "polnear-train.jsonl", "validation")["statement"]["found"]["F"] >= 63.0


@pytest.mark.parametrize("name", EVENTS)
@pytest.mark.parametrize("split", ["dev", "validation"])
def test_events_run_without_an_error(name: str, split: str):
    assert _scored(GOLD / "events" / f"{name}.jsonl", split).keys() == {"offer", "agreement", "characterization"}


@pytest.mark.parametrize(("kind", "floor"), [("offer", 68.0), ("agreement", 88.0), ("characterization", 79.0)])
def test_events_in_stories_keep_their_floor(kind: str, floor: float):
    assert _scored(GOLD / "events" / "stories.jsonl", "dev")[kind]["found"]["F"] >= floor
