"""Compiles the authored lexicons (TOML and TSV, for people) to JSON (sixteen times faster to read).

Run `python -m eventx.lexicon.compile` after a change; a test fails where the compiled copy is stale.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent


def compiled() -> dict[str, str]:
    """The JSON text of every lexicon, by name."""
    lexicons: dict[str, Any] = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in _sources("toml")}
    lexicons |= {path.stem: _table(path.read_text("utf-8")) for path in _sources("tsv")}
    return {
        name: json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
        for name, content in lexicons.items()
    }


def _sources(suffix: str) -> list[Path]:
    return sorted((HOME / "source").glob(f"*.{suffix}"))


def _table(text: str) -> dict[str, str]:
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return dict(rows)


def main() -> None:
    for name, content in compiled().items():
        (HOME / "data" / f"{name}.json").write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
