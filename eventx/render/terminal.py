"""The events of a result as a table in the terminal. Needs rich, which the extra `cli` brings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from eventx.models import Extraction, Statement
from eventx.render.roles import Row, row_of

if TYPE_CHECKING:
    from rich.console import RenderableType

TYPE_STYLES = {"statement": "cyan", "offer": "green", "agreement": "blue", "characterization": "magenta"}
COLUMNS = ("type", "who", "what", "whom / target", "status / kind", "when", "by")
LONGEST_WORDING = 240

# A document may hold escape sequences; what is printed must not steer the terminal.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def events_table(result: Extraction) -> Table:
    """One row an event, in text order; long wordings are cut in the middle.

    >>> events_table(Extraction(text="It rained.")).row_count
    0
    """
    statements = {event.id: event for event in result.events if isinstance(event, Statement)}
    table = Table(show_lines=True, expand=False)
    for name in COLUMNS:
        table.add_column(name, overflow="fold", ratio=None, min_width=4)
    for event in result.events:
        row = row_of(event, statements)
        table.add_row(*_cells(row), style=None if event.asserted else "dim")
    return table


def report(result: Extraction) -> RenderableType:
    """The table under the document's id, or a line that says that there are no events."""
    heading = [Text(printable(result.id), style="bold")] if result.id else []
    if not result.events:
        return Group(*heading, Text("no events"))
    return Group(*heading, events_table(result))


def printable(wording: str) -> str:
    """The wording on one line, without characters that would steer the terminal.

    >>> printable("a\\x1b[31m deal\\n")
    'a [31m deal'
    """
    return " ".join(CONTROL_CHARACTERS.sub(" ", wording).split())


def _cells(row: Row) -> list[Text]:
    wordings = (row.type, row.who, row.what, row.whom, row.status, row.when, row.by)
    cells = [Text(_shortened(printable(wording))) for wording in wordings]
    cells[0].stylize(TYPE_STYLES.get(row.type, ""))
    return cells


def _shortened(wording: str) -> str:
    if len(wording) <= LONGEST_WORDING:
        return wording
    half = LONGEST_WORDING // 2
    return f"{wording[:half].rstrip()} … {wording[-half:].lstrip()}"
