"""Threads and processes: a pipeline is shared by the one and sent to the other, and gives what it gives alone."""

from __future__ import annotations

import copy
import gc
import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

import eventx
from eventx import Limits, Pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(eventx.__file__).parent.parent
THREADS = 8
SUBJECTS = ["Norland", "Maria Webb", "President Ivo Lund", "The union", "Suderia’s envoy", "He", "They", "Acme Corp."]
ACTS = [
    "offered to share water for $6 million a year",
    "called the plan “a farce”",
    "signed a pact with Norland on 3 March 2011",
    "said that it was willing to reopen the border",
    "rejected the offer late on Monday",
]
TEXTS = [
    f"{subject} {act}, Webb said last week. “{other} {act},” Lund told reporters in 201{number}.\n\n"
    f"It rained {number} days ago."
    for number, (subject, other) in enumerate(zip(SUBJECTS, reversed(SUBJECTS), strict=True))
    for act in ACTS
]


@pytest.fixture(autouse=True)
def _threads_take_turns_often() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(interval)


def stored(pipeline: Pipeline, text: str) -> str:
    return pipeline.extract(text, published="2025-02-04").to_json()


def test_threads_that_share_a_pipeline_give_what_one_gives():
    assert len(TEXTS) == 40
    pipeline = Pipeline()
    alone = [stored(pipeline, text) for text in TEXTS]
    assert sum(len(json.loads(one)["events"]) for one in alone) > 80
    begin = Barrier(THREADS)

    def work(number: int) -> list[str]:
        begin.wait()
        # each thread begins at another text
        return [stored(pipeline, text) for text in TEXTS[number * 5 :] + TEXTS[: number * 5]]

    with ThreadPoolExecutor(THREADS) as pool:
        for number, found in enumerate(pool.map(work, range(THREADS))):
            assert found == alone[number * 5 :] + alone[: number * 5]


def test_threads_share_the_texts():
    alone = [stored(Pipeline(), text) for text in TEXTS]
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(lambda text: eventx.extract(text, published="2025-02-04").to_json(), TEXTS)) == alone


def test_threads_with_everything_still_to_load():
    """In a fresh process all threads meet the lexicons, the patterns and dateparser at once, for the first time."""
    program = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
sys.setswitchinterval(1e-5)
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
import eventx
texts = {TEXTS[::5]!r}
begin = Barrier({THREADS})
def work(text):
    begin.wait()
    return eventx.extract(text, published="2025-02-04").to_json()
with ThreadPoolExecutor({THREADS}) as pool:
    for found in pool.map(work, texts):
        print(ascii(found))
"""
    command = [sys.executable, "-I", "-W", "error", "-c", program]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    alone = [eventx.extract(text, published="2025-02-04").to_json() for text in TEXTS[::5]]
    assert ended.stdout.splitlines() == [ascii(one) for one in alone]


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_pipeline_can_be_pickled(protocol: int):
    pipeline = Pipeline(types={"offer", "statement"}, limits=Limits(document_characters=150))
    again = pickle.loads(pickle.dumps(pipeline, protocol))
    assert (again.types, again.limits) == (pipeline.types, pipeline.limits)
    assert [rule.id for rule in again.rules] == [rule.id for rule in pipeline.rules]
    assert [stored(again, text) for text in TEXTS[:10]] == [stored(pipeline, text) for text in TEXTS[:10]]


def test_the_default_pipeline_can_be_pickled_after_use():
    pipeline = Pipeline()
    before = [stored(pipeline, text) for text in TEXTS[:10]]
    again = pickle.loads(pickle.dumps(pipeline))
    assert [stored(again, text) for text in TEXTS[:10]] == before


def test_a_pipeline_can_be_copied():
    pipeline = Pipeline(types={"offer"})
    for again in (copy.copy(pipeline), copy.deepcopy(pipeline)):
        assert stored(again, TEXTS[0]) == stored(pipeline, TEXTS[0])


def test_a_pickled_pipeline_is_small():
    """What it has read is not sent along with it."""
    pipeline = Pipeline()
    before = len(pickle.dumps(pipeline))
    for text in TEXTS:
        pipeline.extract(text)
    assert len(pickle.dumps(pipeline)) == before < 100_000


def test_processes_give_what_one_gives():
    alone = [one.to_json() for one in eventx.extract_many(TEXTS)]  # type: ignore[union-attr]
    assert [one.to_json() for one in eventx.extract_many(TEXTS, processes=2)] == alone  # type: ignore[union-attr]


def test_all_that_a_document_took_is_freed_with_its_result():
    """Nothing is left in cycles, which the collector alone would find: memory stays that of one document."""
    eventx.extract(TEXTS[0])
    gc.collect()
    gc.disable()
    try:
        for text in TEXTS:
            eventx.extract(text, published="2025-02-04")
        assert gc.collect() == 0
    finally:
        gc.enable()
