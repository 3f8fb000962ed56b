"""The command `extract` at work: records in, one result or failure each out, in the format that was asked for."""

from __future__ import annotations

import json
import os
import sys
from collections import deque
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any, TextIO

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from eventx.errors import InvalidDocument
from eventx.models import Extraction, Failure
from eventx.render.html import page
from eventx.render.terminal import report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eventx.cli.inputs import Record
    from eventx.pipeline import Pipeline

Outcome = Extraction | Failure

# Work that takes longer than this many seconds is worth a progress display.
LONG = 2.0
# Columns of a table that goes to a file or a pipe.
FILE_WIDTH = 160


@dataclass(frozen=True, slots=True)
class Output:
    """Where results go, in which format (`table`, `json`, `jsonl`, `html`), and whether there is only one."""

    stream: TextIO
    format: str
    single: bool

    def write(self, outcomes: Iterable[Outcome]) -> tuple[int, int]:
        """Writes all; how many there were, and how many of them failed.

        Raises `InvalidDocument` where the only document failed.
        """
        total = failed = 0
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                if self.single:
                    raise InvalidDocument(outcome.error)
                failed += 1
            self._write_one(outcome, first=total == 0)
            total += 1
        if self.format == "json" and not self.single:
            self.stream.write("\n]\n" if total else "[]\n")
        self.stream.flush()
        return total, failed

    def _write_one(self, outcome: Outcome, *, first: bool) -> None:
        match self.format:
            case "jsonl":
                self.stream.write(_json(outcome) + "\n")
            case "json" if self.single:
                self.stream.write(_json(outcome, indent=2) + "\n")
            case "json":
                self.stream.write(("[\n" if first else ",\n") + _json(outcome))
            case "html" if isinstance(outcome, Extraction):
                self.stream.write(page(outcome))
            case _:
                self._write_table(outcome)

    def _write_table(self, outcome: Outcome) -> None:
        if isinstance(outcome, Failure):
            print(f"eventx: {outcome.error}", file=sys.stderr)
            return
        for diagnostic in outcome.diagnostics:
            print(f"eventx: {outcome.id or 'note'}: {diagnostic.message}", file=sys.stderr)
        narrow = self.stream.isatty() or "COLUMNS" in os.environ
        Console(file=self.stream, width=None if narrow else FILE_WIDTH).print(report(outcome))


def _json(outcome: Outcome, indent: int | None = None) -> str:
    if isinstance(outcome, Extraction):
        return outcome.to_json(indent=indent)
    fields: dict[str, Any] = {"id": outcome.id, "index": outcome.index, "error": outcome.error}
    return json.dumps(fields, indent=indent)


def outcomes_of(records: Iterable[Record], pipeline: Pipeline, processes: int) -> Iterator[Outcome]:
    """One outcome a record, in order; a failure's `index` is its place in the input, and its text says where."""
    waiting: deque[tuple[int, Record]] = deque()

    def stories() -> Iterator[dict[str, Any]]:
        # The pipeline may read ahead; what cannot be read waits here for its turn.
        for numbered in enumerate(records):
            waiting.append(numbered)
            if numbered[1].error is None:
                yield numbered[1].story

    # One process is the default, and asks nothing of the pipeline.
    options: dict[str, Any] = {"processes": processes} if processes > 1 else {}
    for outcome in pipeline.extract_many(stories(), on_error="record", **options):
        while waiting[0][1].error is not None:
            yield _unread(*waiting.popleft())
        index, record = waiting.popleft()
        if isinstance(outcome, Failure):
            outcome = Failure(outcome.id, index, f"{record.place}: {outcome.error}")
        yield outcome
    for index, record in waiting:
        yield _unread(index, record)


def _unread(index: int, record: Record) -> Failure:
    return Failure(record.id, index, record.error or "")


def with_progress(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The outcomes as they come, with a count on standard error once the work has proved long."""
    columns = (SpinnerColumn(), TextColumn("{task.completed} stories"), TimeElapsedColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    task = progress.add_task("stories", total=None)
    begun = monotonic()
    try:
        for outcome in outcomes:
            progress.advance(task)
            if not progress.live.is_started and monotonic() - begun > LONG:
                progress.start()
            yield outcome
    finally:
        progress.stop()
