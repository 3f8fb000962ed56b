"""A batch outlives its worst record: one that cannot be read, breaks a rule, or ends its process."""

import os

import pytest

import eventx
from eventx.batch import in_one_process, in_processes
from eventx.models import Extraction, Failure

TEXT = "Norland offered to help, Smith said."
DEADLY, BROKEN = "deadly", "broken"


def extract(story: dict) -> Extraction:
    """An extraction that ends its process, or breaks, on certain records."""
    if story["id"] == DEADLY:
        os._exit(1)
    if story["id"] == BROKEN:
        raise IndexError("a rule reached past the end")
    return eventx.extract(story)


def stories(*special: tuple[int, str]) -> list[dict]:
    ids = [str(number) for number in range(120)]
    for place, name in special:
        ids[place] = name
    return [{"id": name, "text": TEXT} for name in ids]


def test_two_processes_give_what_one_gives():
    given = stories()
    assert list(eventx.extract_many(given, processes=2)) == list(eventx.extract_many(given))


@pytest.mark.parametrize("place", [0, 20, 119])
def test_a_record_that_ends_its_process_is_reported_and_the_rest_goes_on(place: int):
    given = stories((place, DEADLY))
    found = list(in_processes(extract, given, 2, "record"))
    assert [result.id for result in found] == [story["id"] for story in given]
    assert [type(result) for result in found].count(Failure) == 1
    failure = found[place]
    assert isinstance(failure, Failure)
    assert failure.index == place
    assert failure.error.startswith("WorkerFailed")


@pytest.mark.parametrize("run", [in_one_process, lambda *given: in_processes(*given[:2], 2, given[2])])
def test_a_rule_that_breaks_costs_one_record(run):
    found = list(run(extract, stories((7, BROKEN)), "record"))
    assert [index for index, result in enumerate(found) if isinstance(result, Failure)] == [7]
    assert found[7] == Failure(BROKEN, 7, "ExtractionFailed: IndexError: a rule reached past the end")


def test_a_reader_that_stops_early_ends_the_workers():
    stream = eventx.extract_many(stories(), processes=2)
    assert next(stream).offers
    stream.close()


def test_several_texts_are_asked_for():
    with pytest.raises(eventx.InvalidDocument, match="not one str; use extract"):
        eventx.extract_many(TEXT)
    with pytest.raises(ValueError, match="processes must be a whole number of at least 1, not 0"):
        eventx.extract_many([TEXT], processes=0)
