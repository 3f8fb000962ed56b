"""The command line. Its libraries are an extra, so that the package alone stays small: pip install 'eventx[cli]'."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from eventx.errors import EventxError

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and exits: 0 for success, 1 where something failed or differs, 2 for unusable input."""
    try:
        from eventx.cli.app import command
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("rich", "typer"):
            raise
        print(f"eventx: the command line needs {error.name}; run: pip install 'eventx[cli]'", file=sys.stderr)
        raise SystemExit(2) from None
    for stream in (sys.stdout, sys.stderr):
        # Results hold any character of any text, whatever the terminal's encoding.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        command(args=None if arguments is None else list(arguments), prog_name="eventx")
    except EventxError as error:
        print(f"eventx: {error}", file=sys.stderr)
        raise SystemExit(2) from None
