"""The compiled lexicons, read from the package on first use."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """The compiled lexicon of that name; the caller treats it as read-only."""
    return json.loads(files("eventx.lexicon").joinpath("data", f"{name}.json").read_text(encoding="utf-8"))
