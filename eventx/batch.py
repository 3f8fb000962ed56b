"""Many texts: one at a time, or over several processes, in order and in bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, TypeAlias

from eventx.errors import EventxError, ExtractionFailed, WorkerFailed
from eventx.models import Document, Extraction, Failure

Story: TypeAlias = str | Document | Mapping[str, Any]
Numbered: TypeAlias = tuple[int, Story]
Answer: TypeAlias = Extraction | EventxError
Extract: TypeAlias = Callable[[Story], Extraction]

RECORDS_A_CHUNK = 16
CHUNKS_A_PROCESS = 3

_extract: Extract | None = None


def in_one_process(extract: Extract, stories: Iterable[Story], on_error: str) -> Iterator[Extraction | Failure]:
    """The events of each story, one story at a time."""
    for numbered in enumerate(stories):
        yield _result(numbered, _answer(extract, numbered[1]), on_error)


def in_processes(
    extract: Extract, stories: Iterable[Story], processes: int, on_error: str
) -> Iterator[Extraction | Failure]:
    """The events of each story, in order, worked out by several processes.

    No more than a few chunks a process are read ahead of the reader. A record that ends its process gives a
    `Failure` and the rest goes on.
    """
    numbered = enumerate(stories)
    executor = _executor(extract, processes)
    waiting: deque[tuple[list[Numbered], Future[list[Answer]]]] = deque()
    try:
        while True:
            while len(waiting) < processes * CHUNKS_A_PROCESS:
                chunk = list(islice(numbered, RECORDS_A_CHUNK))
                if not chunk:
                    break
                waiting.append((chunk, _submit(executor, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                answers = future.result()
            except BrokenProcessPool:
                # one record ended its process: find it by giving every record a process of its own, then go on
                executor.shutdown(cancel_futures=True)
                answers = [_alone(extract, story) for _, story in chunk]
                executor = _executor(extract, processes)
                waiting = deque((later, _submit(executor, later)) for later, _ in waiting)
            for record, answer in zip(chunk, answers, strict=True):
                yield _result(record, answer, on_error)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _submit(executor: ProcessPoolExecutor, chunk: list[Numbered]) -> Future[list[Answer]]:
    """The answers to come; where the processes have ended already, a future that says so when it is asked."""
    try:
        return executor.submit(_answers, [story for _, story in chunk])
    except BrokenProcessPool as error:
        broken: Future[list[Answer]] = Future()
        broken.set_exception(error)
        return broken


def _executor(extract: Extract, processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, initializer=_start, initargs=(extract,))


def _start(extract: Extract) -> None:
    global _extract
    _extract = extract


def _answers(stories: list[Story]) -> list[Answer]:
    assert _extract is not None
    return [_answer(_extract, story) for story in stories]


def _answer(extract: Extract, story: Story) -> Answer:
    try:
        return extract(story)
    except EventxError as error:
        return error
    except Exception as error:  # a fault of ours or of a user's rule must not cost the rest of the batch
        return ExtractionFailed(f"{type(error).__name__}: {error}")


def _alone(extract: Extract, story: Story) -> Answer:
    with _executor(extract, 1) as executor:
        try:
            return executor.submit(_answers, [story]).result()[0]
        except BrokenProcessPool:
            return WorkerFailed("the process that read this record ended without an answer (was it killed?)")


def _result(numbered: Numbered, answer: Answer, on_error: str) -> Extraction | Failure:
    if not isinstance(answer, EventxError):
        return answer
    if on_error == "raise":
        raise answer
    index, story = numbered
    known = story.get("id") if isinstance(story, Mapping) else getattr(story, "id", None)
    return Failure(None if known is None else str(known), index, f"{type(answer).__name__}: {answer}")
