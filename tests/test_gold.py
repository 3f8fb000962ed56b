"""Real news runs without an error and no score falls below its floor.

The gold is no part of the repository: its folder comes from EVENTX_GOLD, by default ../shared/data. The floors are
those of the files whose checksums stand here: figures in percent, F where nothing else is said.
"""

import hashlib
import os
from pathlib import Path

import pytest

import eventx
from eventx.score import compare, read_records

GOLD = Path(os.environ.get("EVENTX_GOLD", Path(__file__).parents[2] / "shared" / "data"))
CHECKSUMS = {
    "polnear-train": "17744f98c9927f040364e27294e9ebfca88c6a5bd69337d51eed39c885089f1f",
    "events/framenet": "a77870e01ce92067289f77f9793709517e5d884e557bb52e0cc88e3b7498c631",
    "events/negatives": "09c81d4513fdcb8b4afca486b433d58657e767cb83d6546e50e509eb73c1a403",
    "events/news-like": "340c92049d58475239e7ba7fefcfa69ed43f156ea94b0bb6b8d109f6304ddebe",
    "events/plover": "be510a49426b2e5f2a27e1c70b6c3394a4a9d40013bd6c9dbb49e5e0c91c3ffa",
    "events/stories": "dc791d04bea2f879eccd5c9d2e299b7b33b8a9848486d6c8f0b32868f65ed377",
}
STATEMENT_FLOORS = {
    "dev": {
        "found": 76.4,
        "exact": 58.4,
        "joint": 68.1,
        "direct": 95.5,
        "mixed": 88.0,
        "indirect": 70.1,
        "speech": 87.9,
        "source": 90.0,
        "cue": 92.8,
    },
    "validation": {
        "found": 75.7,
        "exact": 57.8,
        "joint": 68.0,
        "direct": 95.8,
        "mixed": 86.9,
        "indirect": 69.8,
        "speech": 87.3,
        "source": 90.6,
        "cue": 93.8,
    },
}
# of the stories: found, and what is right of what was found
EVENT_FLOORS = {
    "offer": {"found": 92.0, "roles_all": 82.0, "status": 95.0, "merging": 80.0, "attribution": 86.0},
    "agreement": {"found": 94.5, "roles_all": 82.0, "status": 91.0, "kind": 95.0, "merging": 72.0, "attribution": 91.0},
    "characterization": {"found": 88.5, "roles_all": 94.0, "evaluation": 85.0, "merging": 95.0, "attribution": 88.0},
}
RECALL_FLOORS = {"offer": 80.0, "agreement": 78.0, "characterization": 87.0}
# share of texts without a look-alike, and of those with one, in which an event is asserted
FALSE_ALARMS = {"offer": (0.1, 0.5), "agreement": (0.2, 2.0), "characterization": (0.55, 2.0)}
EVENTS = ["framenet", "negatives", "news-like", "plover", "stories"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not GOLD.is_dir(), reason=f"no gold at {GOLD}; set EVENTX_GOLD to its folder"),
]


def _scored(path: Path, split: str) -> dict:
    """The figures of one part of a gold file; a document on which eventx fails counts as one without events."""
    gold = [document for document in read_records(path) if document["split"] == split]
    results = list(eventx.extract_many(gold, on_error="record", processes=2))
    assert len(results) == len(gold)
    found = [
        {"id": document["id"], "events": []} if isinstance(result, eventx.Failure) else result
        for document, result in zip(gold, results, strict=True)
    ]
    return compare(gold, found).figures


@pytest.fixture(scope="module")
def statements() -> dict[str, dict]:
    return {split: _scored(GOLD / "polnear-train.jsonl", split)["statement"] for split in STATEMENT_FLOORS}


@pytest.mark.parametrize("name", CHECKSUMS)
def test_the_floors_are_those_of_this_gold(name: str):
    digest = hashlib.sha256((GOLD / f"{name}.jsonl").read_bytes()).hexdigest()
    assert digest == CHECKSUMS[name], f"{name}.jsonl is another file: measure anew and set its floors and its checksum"


@pytest.mark.parametrize(
    ("split", "figure", "floor"),
    [(split, figure, floor) for split, floors in STATEMENT_FLOORS.items() for figure, floor in floors.items()],
)
def test_statements_keep_their_floor(statements: dict[str, dict], split: str, figure: str, floor: float):
    value = statements[split][figure]
    assert (value["F"] if isinstance(value, dict) else value) >= floor


@pytest.mark.parametrize("name", EVENTS)
@pytest.mark.parametrize("split", ["dev", "validation"])
def test_events_run_without_an_error(name: str, split: str):
    gold = [document for document in read_records(GOLD / "events" / f"{name}.jsonl") if document["split"] == split]
    assert not [r for r in eventx.extract_many(gold, on_error="record") if isinstance(r, eventx.Failure)]


@pytest.fixture(scope="module")
def stories() -> dict[str, dict]:
    return _scored(GOLD / "events" / "stories.jsonl", "dev")


@pytest.mark.parametrize(
    ("kind", "figure", "floor"),
    [(kind, figure, floor) for kind, floors in EVENT_FLOORS.items() for figure, floor in floors.items()],
)
def test_events_in_stories_keep_their_floor(stories: dict[str, dict], kind: str, figure: str, floor: float):
    figures = stories[kind]
    value = figures["attrs"][figure] if figure in figures["attrs"] else figures[figure]
    assert (value.get("F", value.get("right")) if isinstance(value, dict) else value) >= floor


@pytest.mark.parametrize(("kind", "least"), RECALL_FLOORS.items())
def test_marked_events_of_other_texts_are_found(kind: str, least: float):
    assert _scored(GOLD / "events" / "framenet.jsonl", "dev")[kind]["found"]["R"] >= least


@pytest.mark.parametrize(("kind", "most"), FALSE_ALARMS.items())
def test_look_alikes_raise_few_false_alarms(kind: str, most: tuple[float, float]):
    alarms = _scored(GOLD / "events" / "negatives.jsonl", "dev")[kind]["false_alarms"]
    assert alarms["clean"] <= most[0]
    assert alarms["hard"] <= most[1]
