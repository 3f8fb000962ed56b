"""What a noun phrase says of its kind, its name and its people."""

from __future__ import annotations

import pytest

import eventx
from eventx.mentions import Mentions
from eventx.text import Text


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("six in 10 voters", "group"),
        ("four out of 10 nurses", "group"),
        ("six in 10", "group"),
        ("a third of independents", "group"),
        ("a slew of club leaders", "group"),
        ("a lot of people", "group"),
        ("a lot of them", "group"),
        ("most of Norland", "group"),
        ("a lot of different activity", "unknown"),
        ("a number of studies", "unknown"),
        ("half of the century", "unknown"),
        ("one of two witnesses", "person"),
        ("one federal agent", "person"),
    ],
)
def test_the_kind_of_a_quantity_is_that_of_what_is_counted(phrase: str, kind: str):
    text = Text(f"{phrase} .")
    assert Mentions(text).describe(0, len(text.words) - 1).kind == kind


@pytest.mark.parametrize("phrase", ["the rush of critics who", "a growing list of leaders who"])
def test_those_who_are_several_are_a_group(phrase: str):
    text = Text(f"It helped {phrase} wrote .")
    assert Mentions(text).describe(2, len(text.words) - 2).kind == "group"


def test_who_is_one_thing_is_a_person():
    text = Text("It helped the tech maverick who wrote .")
    assert Mentions(text).describe(2, 6).kind == "person"


def speaker(text: str) -> tuple[str, str | None]:
    found = eventx.extract(text).statements[0].speaker
    assert found is not None
    return found.mention.text, found.name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("About four out of 10 bakers said that life was worse.", "About four out of 10 bakers"),
        ("More than six in 10 nurses said that life was worse.", "More than six in 10 nurses"),
        ("He left. Two out of three clerks said that life was worse.", "Two out of three clerks"),
        ("He pulled out of 10 races. Ten clerks said that life was worse.", "Ten clerks"),
        ("Anyone in this room who said that it rained was wrong.", "Anyone in this room who"),
        ("Retired surgeon Jane Roe said that it rained.", "Retired surgeon Jane Roe"),
        ("Asked clerks said that it rained.", "clerks"),
    ],
)
def test_the_words_of_a_speaker_are_whole(text: str, words: str):
    assert speaker(text)[0] == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The firms left. One of them, Corliss Media, said that it rained.", "Corliss Media"),
        ("One of the robbers in the raid in Fresno, Calif., said that it rained.", None),
    ],
)
def test_one_of_several_has_the_name_behind_it(text: str, name: str | None):
    assert speaker(text)[1] == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Carl Webb told the Marlow Herald Monday that it rained.", "the Marlow Herald", "Marlow Herald"),
        ("Carl Webb told USA Today that it rained.", "USA Today", "USA Today"),
    ],
)
def test_a_weekday_is_no_part_of_a_name(text: str, words: str, name: str):
    found = eventx.extract(text).statements[0].addressee
    assert found is not None
    assert (found.mention.text, found.name) == (words, name)


def test_whose_noun_begins_with_it():
    text = "Carl Webb, whose lawyers said that it rained, left."
    assert speaker(text)[0] == "whose lawyers"


LETTERS = """The ferry is late again.

I said that the fare was too high.

Dana Webb.

The board must go, I told the mayor in May that it must.

Bo Hale.

It is a fine ferry.

Ana Ruiz."""


def test_a_letter_is_by_whoever_signs_it():
    said = [event.speaker for event in eventx.extract(LETTERS).statements]
    assert [one.name for one in said if one is not None and one.mention.text == "I"] == ["Dana Webb", "Bo Hale"]


def test_one_line_with_a_name_is_no_signature():
    text = "The ferry is late again.\n\nI said that the fare was too high.\n\nDana Webb.\n\nIt is a fine ferry."
    said = [event.speaker for event in eventx.extract(text).statements]
    assert [one.name for one in said if one is not None and one.mention.text == "I"] == [None]
