"""Importing eventx: nothing heavy comes with it, and it costs next to nothing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import eventx

ROOT = Path(eventx.__file__).parent.parent
HEAVY = [
    "pydantic",
    "pydantic_core",
    "regex",
    "dateparser",
    "typer",
    "rich",
    "pycountry",
    "pytest",
    "concurrent",
    "asyncio",
]
MOST = 0.06


def answer_of(program: str) -> Any:
    """What a program prints as JSON in a fresh process, isolated from the environment and the user's packages."""
    begin = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import json\n"
    command = [sys.executable, "-I", "-W", "error", "-c", begin + program]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    return json.loads(ended.stdout)


def test_nothing_heavy_is_imported():
    program = "before = set(sys.modules)\nimport eventx\nprint(json.dumps(sorted(set(sys.modules) - before)))"
    loaded = answer_of(program)
    assert "eventx" in loaded
    assert [name for name in loaded if name.partition(".")[0] in HEAVY] == []
    assert [name for name in loaded if name.startswith("eventx.")] == []


def test_looking_around_loads_nothing():
    program = (
        "import eventx\ndir(eventx), eventx.__version__, eventx.__doc__, eventx.__all__, hasattr(eventx, 'nothing')\n"
    )
    loaded = answer_of(program + "print(json.dumps(sorted(sys.modules)))")
    assert [name for name in loaded if name.startswith("eventx.") or name.partition(".")[0] in HEAVY] == []


def test_errors_and_limits_need_no_models():
    loaded = answer_of("from eventx import InvalidDocument, Limits\nprint(json.dumps(sorted(sys.modules)))")
    assert {"eventx.errors", "eventx.limits"} <= set(loaded)
    assert [name for name in loaded if name.partition(".")[0] in HEAVY] == []


def test_dates_load_dateparser_only_where_there_are_any():
    program = (
        "import eventx\neventx.extract('Norland offered to help, Webb said.')\nprint(json.dumps(sorted(sys.modules)))"
    )
    loaded = {name.partition(".")[0] for name in answer_of(program)}
    assert "pydantic" in loaded
    assert loaded.isdisjoint({"dateparser", "regex", "typer", "rich", "pycountry", "pytest"})


def test_the_import_is_quick():
    program = """
from time import perf_counter
begun = perf_counter()
import eventx
print(json.dumps(perf_counter() - begun))
"""
    fastest = min(answer_of(program) for _ in range(5))
    print(f"import eventx: {1000 * fastest:.1f} ms")
    assert fastest < MOST


def test_nothing_is_printed():
    assert answer_of("import eventx\neventx.extract('Norland offered to help, Webb said on Monday.')\nprint(1)") == 1


def test_the_version():
    assert re.fullmatch(r"\d+\.\d+\.\d+(?:(?:a|b|rc|\.dev)\d+)?", eventx.__version__)
    assert answer_of("import eventx\nprint(json.dumps(eventx.__version__))") == eventx.__version__
