"""Worker processes: documents go to each through a pipe, and its answers come back one by one."""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from typing import TypeAlias, TypeVar

from eventx.errors import EventxError, ExtractionFailed, WorkerFailed
from eventx.models import Document, Extraction

Answer: TypeAlias = Extraction | EventxError
Extract: TypeAlias = Callable[[Document], Extraction]
Given = TypeVar("Given")
Made = TypeVar("Made")

# a record that ends its process is tried once more, since a process may be killed for what another did
ATTEMPTS = 2
# the seconds that a process whose pipe has ended may take to end
ENDING = 5.0
# the new objects after which a worker looks for cycles of them: some documents' worth, for 700 by default
OBJECTS_BETWEEN_COLLECTIONS = 50_000


@dataclass(slots=True)
class Task:
    """One document to read; its answer stays as it was pickled, an eighth of its size, until it is asked for."""

    document: Document
    answer: bytes | WorkerFailed | None = None
    attempts: int = 0


class Worker:
    """A process and the pipe to it; it is given tasks when it has answered all that it had."""

    def __init__(self, extract: Extract, others: list[Worker]) -> None:
        self.connection, theirs = Pipe()
        # a forked process inherits our ends of all pipes, and a pipe ends only when all have let go of it
        inherited = [self.connection, *(other.connection for other in others)]
        self._process = Process(target=_work, args=(extract, theirs, inherited), daemon=True)
        self._process.start()
        theirs.close()
        self.tasks: deque[Task] = deque()
        self.started = False

    def give(self, tasks: list[Task]) -> None:
        self.tasks.extend(tasks)
        try:
            self.connection.send([task.document for task in tasks])
        except OSError:
            return  # it has ended: its pipe says so to whoever receives

    def receive(self) -> bool:
        """Takes one message; whether there was one, which there is not from a process that has ended."""
        try:
            message = self.connection.recv_bytes()
        except (EOFError, OSError):
            return False
        if self.started:
            self.tasks.popleft().answer = message
        self.started = True
        return True

    def stop(self) -> None:
        self._process.terminate()
        self._process.join()
        self._process.close()
        self.connection.close()

    def ended(self) -> str:
        """How the process ended, in words."""
        self._process.join(ENDING)
        code = self._process.exitcode or 0
        return f"signal {-code}" if code < 0 else f"exit status {code}"


class Crew:
    """At most `size` workers, started as there is work; one that ends is replaced."""

    def __init__(self, extract: Extract, size: int) -> None:
        self._extract = extract
        self._size = size
        self._workers: list[Worker] = []

    @property
    def has_room(self) -> bool:
        """Whether there is somebody to give tasks to."""
        return len(self._workers) < self._size or any(not worker.tasks for worker in self._workers)

    def give(self, tasks: list[Task]) -> None:
        """Gives tasks to whoever has none."""
        idle = next((worker for worker in self._workers if not worker.tasks), None) or self._hire()
        idle.give(tasks)

    def receive(self, *, block: bool) -> None:
        """Takes the answers that are there; with `block` waits for one.

        Raises `WorkerFailed` where a process ends before it is ready for work.
        """
        ready = wait([worker.connection for worker in self._workers], None if block else 0)
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            if not worker.receive():
                self._replace(worker)

    def stop(self) -> None:
        """Ends all processes, whatever they are at."""
        while self._workers:
            self._workers.pop().stop()

    def _hire(self) -> Worker:
        worker = Worker(self._extract, self._workers)
        self._workers.append(worker)
        return worker

    def _replace(self, worker: Worker) -> None:
        """Gives the tasks of a process that has ended to a new one, but for the one that has ended too many."""
        how = worker.ended()
        self._workers.remove(worker)
        worker.stop()
        if not worker.started:
            raise WorkerFailed(
                f"a worker process ended before it could work ({how}); "
                'where processes are spawned, the calling script needs `if __name__ == "__main__":`'
            )
        tasks = worker.tasks
        if tasks:
            tasks[0].attempts += 1
            if tasks[0].attempts == ATTEMPTS:
                tasks.popleft().answer = WorkerFailed(
                    f"the process that read this record ended without an answer ({how}), twice"
                )
        if tasks:
            self._hire().give(list(tasks))


def answer_of(work: Callable[[Given], Made], given: Given) -> Made | EventxError:
    """What is made of one record, or what is wrong with it."""
    try:
        return work(given)
    except EventxError as error:
        return error
    except Exception as error:  # a fault of ours or of a user's rule must not cost the rest of the batch
        return ExtractionFailed(f"{type(error).__name__}: {error}")


def _work(extract: Extract, connection: Connection, inherited: list[Connection]) -> None:
    """What a worker process does until its pipe ends, as it does when its owner has ended in whatever way."""
    # Ctrl-C reaches every process of a terminal; the owner alone acts on it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:
        other.close()
    # reading a document leaves no cycles behind, so the collector need not look through its objects ten times over
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    try:
        connection.send_bytes(b"started")
        while True:
            for document in connection.recv():
                connection.send_bytes(ForkingPickler.dumps(answer_of(extract, document)))
    except (EOFError, OSError):
        return
