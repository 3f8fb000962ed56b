"""Many texts: one at a time, or over several processes, in order and in bounded memory."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from eventx.errors import EventxError
from eventx.models import Document, Extraction, Failure, read_document
from eventx.workers import Answer, Crew, Extract, Task, answer_of

Story: TypeAlias = str | Document | Mapping[str, Any]

# what a worker is given at a time: a tenth of a second of work, so that the last ones end together
RECORDS_A_CHUNK = 64
CHARACTERS_A_CHUNK = 32_000
# what a process may be ahead of the reader, whom one slow record holds up
RECORDS_AHEAD = 256
CHARACTERS_AHEAD = 1_000_000


@dataclass(slots=True)
class Record:
    """A place in the input: its document as a task, or what is wrong with it, or the end of an input that broke."""

    index: int
    id: str | None
    characters: int = 0
    task: Task | None = None
    fault: EventxError | None = None
    input_broke: Exception | None = None

    @property
    def is_answered(self) -> bool:
        return self.task is None or self.task.answer is not None

    def answer(self) -> Answer:
        if self.input_broke:
            raise self.input_broke
        answer = self.task.answer if self.task else self.fault
        assert answer is not None
        return pickle.loads(answer) if isinstance(answer, bytes) else answer


def in_one_process(
    extract: Callable[[Story], Extraction], stories: Iterable[Story], on_error: str
) -> Iterator[Extraction | Failure]:
    """The events of each story, one story at a time."""
    for index, story in enumerate(stories):
        yield _result(index, _id(story), answer_of(extract, story), on_error)


def in_processes(
    extract: Extract, stories: Iterable[Story], processes: int, on_error: str
) -> Iterator[Extraction | Failure]:
    """The events of each story, in order, worked out by several processes.

    A record is read when a process has nothing to do, and none while too many wait for their turn: so a reader that
    takes no results is not read ahead of. A record that ends its process gives a `Failure` and the rest goes on.
    """
    records = _records(stories)
    waiting: deque[Record] = deque()
    crew = Crew(extract, processes)
    try:
        while True:
            while crew.has_room and _may_read(waiting, processes) and (chunk := _chunk(records)):
                waiting.extend(chunk)
                if tasks := [record.task for record in chunk if record.task]:
                    crew.give(tasks)
            if not waiting:
                return
            crew.receive(block=not waiting[0].is_answered)
            if waiting[0].is_answered:
                record = waiting.popleft()
                yield _result(record.index, record.id, record.answer(), on_error)
    finally:
        crew.stop()


def _may_read(waiting: deque[Record], processes: int) -> bool:
    """Whether few enough records wait, or not even one a process."""
    return len(waiting) < processes or (
        len(waiting) < processes * RECORDS_AHEAD
        and sum(record.characters for record in waiting) < processes * CHARACTERS_AHEAD
    )


def _records(stories: Iterable[Story]) -> Iterator[Record]:
    """The input in order; where it breaks, that is told in its place, after the results of what came before."""
    index = -1
    try:
        for index, story in enumerate(stories):
            document = answer_of(read_document, story)
            if isinstance(document, EventxError):
                yield Record(index, _id(story), fault=document)
            else:
                yield Record(index, document.id, len(document.text), Task(document))
    except Exception as error:
        yield Record(index + 1, None, input_broke=error)


def _chunk(records: Iterator[Record]) -> list[Record]:
    """The next records, as many as are worth a message."""
    chunk: list[Record] = []
    characters = 0
    for record in records:
        chunk.append(record)
        characters += record.characters
        if len(chunk) == RECORDS_A_CHUNK or characters >= CHARACTERS_A_CHUNK:
            break
    return chunk


def _id(story: object) -> str | None:
    known = story.get("id") if isinstance(story, Mapping) else getattr(story, "id", None)
    return None if known is None else str(known)


def _result(index: int, known: str | None, answer: Answer, on_error: str) -> Extraction | Failure:
    if not isinstance(answer, EventxError):
        return answer
    if on_error == "raise":
        raise answer
    return Failure(known, index, f"{type(answer).__name__}: {answer}")
