"""Who says *I* outside all quotations."""

from __future__ import annotations

import pytest

from eventx import Document, find_participants
from eventx.mentions import Mentions
from eventx.text import Text


def narrator(text: str, author: str | None = None) -> str | None:
    found = Mentions(Text(text), author).narrator
    return found.name if found else None


BODY = "It rained in the hills all day, and I saw the river rise."


@pytest.mark.parametrize(
    "byline",
    [
        "By Dana Webb",
        "BY DANA WEBB",
        "By Dana Webb, Staff Writer",
        "By Dana Webb and Bo Hale",
        "By Dana Webb | The Tide",
    ],
)
def test_a_byline_names_the_author(byline: str):
    assert narrator(f"{byline}\n\n{BODY}") == "Dana Webb"


@pytest.mark.parametrize(
    "introduction",
    [
        "Editor's Note: These are exclusive excerpts from bestselling author Dana Webb's new book.",
        "This is an excerpt from bestselling author Dana Webb's new book.",
        "An excerpt of Dana Webb’s new book follows.",
        "The following is excerpted from Dana Webb's memoir.",
    ],
)
def test_an_introduction_names_the_author(introduction: str):
    assert narrator(f"{introduction}\n\n{BODY}") == "Dana Webb"


def test_a_last_line_introduces_the_author():
    assert narrator(f"The river is high.\n\n{BODY}\n\nDana Webb is a professor of law at the college.") == "Dana Webb"


@pytest.mark.parametrize(
    "last",
    [
        "Dana Webb was late.",
        "Dana Webb says that it rained.",
        "Dana Webb is a professor of law. She won.",
        "The professor is a friend of Dana Webb.",
    ],
)
def test_a_last_line_that_introduces_nobody_names_no_author(last: str):
    assert narrator(f"The river is high.\n\n{BODY}\n\n{last}") is None


@pytest.mark.parametrize("text", ["", BODY, f"{BODY}\n\nDana Webb won.", "It fell by Dana Webb's house.\n\n" + BODY])
def test_where_nothing_names_the_author_nobody_is(text: str):
    assert narrator(text) is None


@pytest.mark.parametrize("text", [BODY, f"By Bo Hale\n\n{BODY}", f"Dana Webb won the vote. {BODY}"])
def test_the_author_of_the_metadata_comes_first(text: str):
    assert narrator(text, "Dana Webb") == "Dana Webb"


def test_an_empty_author_is_none():
    assert narrator(BODY, "") is None
    assert narrator(f"By Bo Hale\n\n{BODY}", "") == "Bo Hale"


def test_an_author_whom_the_text_names_is_that_person():
    mentions = Mentions(Text(f"Dana Webb won the vote. {BODY}"), "Dana Webb")
    assert mentions.narrator is mentions.directory.uses[0].referent


@pytest.mark.parametrize("pronoun", ["I", "me", "my", "myself"])
def test_the_author_is_the_first_person_singular(pronoun: str):
    text = f"It rained, and nobody saw {pronoun} or the river."
    found = [one for one in find_participants(Document(text=text, author="Dana Webb")) if one.mention.text == pronoun]
    assert [one.name for one in found] == ["Dana Webb"]


@pytest.mark.parametrize("pronoun", ["we", "us", "you", "they", "she"])
def test_the_author_is_no_other_pronoun(pronoun: str):
    text = f"It rained, and nobody saw that {pronoun} had left."
    found = [one for one in find_participants(Document(text=text, author="Dana Webb")) if one.mention.text == pronoun]
    assert [one.name for one in found] == [None]


def test_inside_a_quotation_the_author_is_not_i():
    text = "“I am ill,” Ana Ruiz said. I told her that I was sorry. “I am not,” she said."
    found = [one.name for one in find_participants(Document(text=text, author="Dana Webb")) if one.mention.text == "I"]
    assert found == ["Ana Ruiz", "Dana Webb", "Dana Webb", "Ana Ruiz"]


def test_a_quotation_without_a_speaker_is_not_the_author_s():
    text = "“I am ill.” It rained all night."
    found = [one.name for one in find_participants(Document(text=text, author="Dana Webb")) if one.mention.text == "I"]
    assert found == [None]
