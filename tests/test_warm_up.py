"""After `Pipeline.warm_up` the first extraction imports, reads and compiles nothing."""

import gc
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import eventx

ROOT = Path(__file__).parents[1]

PROGRAM = """
import json, re, sys
texts = json.load(sys.stdin)
import eventx
pipeline = eventx.Pipeline()
if sys.argv[1] == "warm":
    pipeline.warm_up()
seen, watching = [], True
sys.addaudithook(lambda event, given: seen.append([event, str(given[0])]) if watching and event in WATCHED else None)
compiling = re._compiler.compile
re._compiler.compile = lambda pattern, flags=0: seen.append(["compile", str(pattern)]) or compiling(pattern, flags)
for text in texts:
    pipeline.extract(text, published="2025-02-04")
watching = False
print(json.dumps(seen))
""".replace("WATCHED", "{'import', 'open'}")


def texts() -> list[str]:
    files = sorted((ROOT / "fixtures").rglob("*.eventx.toml"))
    tables = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    cases = [case for table in tables for cases in table.values() for case in cases if isinstance(case, dict)]
    phrases = [phrase for case in cases for phrase in [case.get("text"), *case.get("phrases", ())] if phrase]
    seeds = [file.read_text(encoding="utf-8") for file in (ROOT / "seeds").glob("*.txt")]
    return [*seeds, *(phrase.replace("[", "").replace("]", "") for phrase in phrases)]


def first_time(start: str) -> list[tuple[str, str]]:
    """What extractions of all texts of the fixtures import, open and compile in a fresh process."""
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, start], input=json.dumps(texts()), capture_output=True, text=True, check=True
    )
    return [(event, given) for event, given in json.loads(ended.stdout)]


@pytest.mark.slow
def test_nothing_is_loaded_after_it():
    assert first_time("warm") == []


@pytest.mark.slow
def test_without_it_the_first_extractions_load_a_lot():
    seen = first_time("cold")
    assert {event for event, _ in seen} == {"import", "open", "compile"}
    assert ("import", "dateparser") in seen


def test_a_hook_is_not_asked():
    asked = []
    pipeline = eventx.Pipeline(resolve=lambda entity: asked.append(entity))
    pipeline.warm_up(freeze=False)
    assert asked == []


def test_what_is_loaded_is_frozen_unless_it_is_not_wanted():
    frozen = gc.get_freeze_count()
    eventx.Pipeline().warm_up(freeze=False)
    assert gc.get_freeze_count() == frozen
    try:
        eventx.Pipeline().warm_up()
        assert gc.get_freeze_count() > frozen
    finally:
        gc.unfreeze()
