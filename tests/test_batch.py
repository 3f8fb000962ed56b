"""A batch is in order and in bounded memory, and outlives its worst record; its processes end with it."""

import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest

import eventx
from eventx.batch import RECORDS_A_CHUNK, RECORDS_AHEAD, in_one_process, in_processes
from eventx.models import Document, Extraction, Failure

TEXT = "Norland offered to help, Smith said."
DEADLY, BROKEN = "deadly", "broken"
KILLED = "killed"


def extract(story: Document) -> Extraction:
    """An extraction that ends its process, or breaks, on certain records."""
    if story.id == DEADLY:
        os._exit(1)
    if story.id == KILLED:
        os.kill(os.getpid(), signal.SIGKILL)
    if story.id == BROKEN:
        raise IndexError("a rule reached past the end")
    return eventx.extract(story)


def stories(*special: tuple[int, str]) -> list[Document]:
    ids = [str(number) for number in range(120)]
    for place, name in special:
        ids[place] = name
    return [Document(id=name, text=TEXT) for name in ids]


def assert_no_process_is_left() -> None:
    assert multiprocessing.active_children() == []


# ------------------------------------------------------------------------------------------------------------- results


def test_two_processes_give_what_one_gives():
    given = stories()
    assert list(eventx.extract_many(given, processes=2)) == list(eventx.extract_many(given))
    assert_no_process_is_left()


def test_results_come_in_order_however_long_each_takes():
    given = [{"id": str(size), "text": TEXT + f"\n\n{TEXT}" * size} for size in (2000, 0, 300, 0, 0, 900, 1, 0)]
    found = list(eventx.extract_many(given, processes=3))
    assert [result.id for result in found] == [story["id"] for story in given]


def test_records_that_cannot_be_read_keep_their_place():
    given = [TEXT, None, {"id": 7, "text": 7}, {"title": "no text"}, {"id": "last", "text": TEXT}]
    alone, shared = list(eventx.extract_many(given)), list(eventx.extract_many(given, processes=2))
    assert shared == alone
    assert [(result.id, result.index) for result in shared if isinstance(result, Failure)] == [
        (None, 1),
        ("7", 2),
        (None, 3),
    ]


def test_what_the_document_does_not_need_is_not_sent():
    """A mapping may hold, and be, what cannot be sent to another process."""
    given = MappingProxyType({"text": TEXT, "lock": multiprocessing.Lock(), "reader": lambda: None})
    (result,) = eventx.extract_many([given], processes=2)
    assert result.offers


@pytest.mark.parametrize("processes", [1, 2])
def test_an_input_that_breaks_raises_after_the_results_before_it(processes: int):
    def given() -> Iterator[str]:
        yield from [TEXT] * 3
        raise OSError("the disk is gone")

    stream = eventx.extract_many(given(), processes=processes)
    assert all(result.offers for result in itertools.islice(stream, 3))
    with pytest.raises(OSError, match="the disk is gone"):
        next(stream)
    assert_no_process_is_left()


# ------------------------------------------------------------------------------------------------------ bounded memory


def test_an_endless_input_is_read_as_results_are_taken():
    read = itertools.count()
    last = 0

    def endless() -> Iterator[str]:
        nonlocal last
        while True:
            last = next(read)
            yield TEXT

    stream = eventx.extract_many(endless(), processes=2)
    for taken in range(600):
        next(stream)
        assert last - taken <= 2 * (RECORDS_AHEAD + RECORDS_A_CHUNK)
    before = last
    time.sleep(0.3)
    assert last == before, "read on although no result was taken"
    stream.close()
    assert_no_process_is_left()


def test_long_documents_are_read_fewer_at_a_time():
    read = 0
    long = TEXT + "\n\nIt rained in the valley." * 20_000

    def endless() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield long

    stream = eventx.extract_many(endless(), processes=2)
    next(stream)
    stream.close()
    assert read <= 6


# --------------------------------------------------------------------------------------------------- processes that end


@pytest.mark.parametrize("place", [0, 20, 119])
@pytest.mark.parametrize(("kind", "how"), [(DEADLY, "exit status 1"), (KILLED, "signal 9")])
def test_a_record_that_ends_its_process_is_reported_and_the_rest_goes_on(place: int, kind: str, how: str):
    given = stories((place, kind))
    found = list(in_processes(extract, given, 2, "record"))
    assert [result.id for result in found] == [story.id for story in given]
    assert [type(result) for result in found].count(Failure) == 1
    failure = found[place]
    assert isinstance(failure, Failure)
    assert failure.index == place
    assert failure.error.startswith("WorkerFailed")
    assert how in failure.error
    assert_no_process_is_left()


def test_many_deadly_records_cost_themselves_only():
    places = (3, 4, 50, 118)
    given = stories(*((place, DEADLY) for place in places))
    found = list(in_processes(extract, given, 2, "record"))
    assert [index for index, result in enumerate(found) if isinstance(result, Failure)] == list(places)


def test_a_process_that_is_killed_once_costs_nothing(tmp_path: Path):
    mark = tmp_path / "killed"

    def killed_once(story: Document) -> Extraction:
        if story.id == "40" and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return eventx.extract(story)

    found = list(in_processes(killed_once, stories(), 2, "record"))
    assert mark.exists()
    assert not any(isinstance(result, Failure) for result in found)


@pytest.mark.parametrize("run", [in_one_process, lambda *given: in_processes(*given[:2], 2, given[2])])
def test_a_rule_that_breaks_costs_one_record(run):
    found = list(run(extract, stories((7, BROKEN)), "record"))
    assert [index for index, result in enumerate(found) if isinstance(result, Failure)] == [7]
    assert found[7] == Failure(BROKEN, 7, "ExtractionFailed: IndexError: a rule reached past the end")


def test_an_error_that_is_raised_ends_the_processes():
    with pytest.raises(eventx.ExtractionFailed, match="a rule reached past the end"):
        list(in_processes(extract, stories((7, BROKEN)), 2, "raise"))
    assert_no_process_is_left()


def test_a_reader_that_stops_early_ends_the_processes():
    stream = eventx.extract_many(stories(), processes=2)
    assert next(stream).offers
    assert len(multiprocessing.active_children()) == 2
    stream.close()
    assert_no_process_is_left()


def test_no_more_processes_than_there_is_work():
    stream = eventx.extract_many([TEXT], processes=4)
    next(stream)
    assert len(multiprocessing.active_children()) == 1
    stream.close()


# ------------------------------------------------------------------------------------------------------ the whole group

ENDLESS = f"""
import itertools, sys
import eventx
for number, result in enumerate(eventx.extract_many(itertools.repeat({TEXT!r}), processes=2)):
    if number == 20:
        print("at work", flush=True)
"""


def running(program: str) -> subprocess.Popen[str]:
    """A program at work, as the leader of a group of processes of its own, as a terminal has it."""
    command = [sys.executable, "-c", program]
    started = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "at work\n"
    return started


def assert_group_ends(group: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    pytest.fail("processes are left")


@pytest.mark.skipif(os.name != "posix", reason="signals to groups of processes are of POSIX")
def test_an_interrupt_ends_all_with_one_traceback():
    started = running(ENDLESS)
    os.killpg(started.pid, signal.SIGINT)
    _, errors = started.communicate(timeout=20)
    assert started.returncode == -signal.SIGINT
    assert errors.count("Traceback") == 1
    assert errors.rstrip().endswith("KeyboardInterrupt")
    assert_group_ends(started.pid)


@pytest.mark.skipif(os.name != "posix", reason="signals to groups of processes are of POSIX")
def test_the_command_is_interrupted_without_a_traceback(tmp_path: Path):
    records = tmp_path / "stories.jsonl"
    records.write_text(f'{{"text": "{TEXT}"}}\n' * 200_000, encoding="utf-8")
    command = [sys.executable, "-m", "eventx.cli", "extract", str(records), "--format", "jsonl", "--processes", "2"]
    started = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert started.stdout is not None
    started.stdout.readline()
    os.killpg(started.pid, signal.SIGINT)
    _, errors = started.communicate(timeout=20)
    assert started.returncode == 130
    assert "Traceback" not in errors
    assert_group_ends(started.pid)


@pytest.mark.skipif(os.name != "posix", reason="signals to groups of processes are of POSIX")
def test_processes_end_with_an_owner_that_is_killed():
    started = running(ENDLESS)
    os.kill(started.pid, signal.SIGKILL)
    _, errors = started.communicate(timeout=20)
    assert errors == ""
    assert_group_ends(started.pid)


SPAWNED = f"""
import multiprocessing, sys
import eventx
def main():
    return [type(result).__name__ for result in eventx.extract_many([{TEXT!r}] * 3, processes=2)]
"""


@pytest.mark.slow
def test_processes_can_be_spawned(tmp_path: Path):
    script = tmp_path / "script.py"
    guarded = 'if __name__ == "__main__":\n    multiprocessing.set_start_method("spawn")\n    print(main())\n'
    script.write_text(SPAWNED + guarded, encoding="utf-8")
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert (ended.stdout, ended.stderr) == ("['Extraction', 'Extraction', 'Extraction']\n", "")


@pytest.mark.slow
def test_a_script_that_cannot_be_spawned_is_told_so_and_ends(tmp_path: Path):
    script = tmp_path / "script.py"
    script.write_text(
        SPAWNED + 'multiprocessing.set_start_method("spawn", force=True)\nprint(main())\n', encoding="utf-8"
    )
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 1
    assert "a worker process ended before it could work" in ended.stderr
    assert "__main__" in ended.stderr.splitlines()[-1]


def test_several_texts_are_asked_for():
    with pytest.raises(eventx.InvalidDocument, match="not one str; use extract"):
        eventx.extract_many(TEXT)
    with pytest.raises(ValueError, match="processes must be a whole number of at least 1, not 0"):
        eventx.extract_many([TEXT], processes=0)
