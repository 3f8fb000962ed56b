"""What pronouns and definite phrases stand for."""

from __future__ import annotations

import pytest

from eventx import find_participants


def resolved(text: str) -> list[tuple[str, str | None]]:
    return [(found.mention.text, found.name) for found in find_participants(text)]


def name_of(text: str, wording: str) -> str | None:
    """The name of the last mention of a wording."""
    return [name for found, name in resolved(text) if found == wording][-1]


def entity_of(text: str, wording: str) -> str:
    return [found.entity for found in find_participants(text) if found.mention.text == wording][-1]


# ------------------------------------------------------------------------------------------------------------- persons


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ana Ruiz left. She smiled.", "She", "Ana Ruiz"),
        ("Ana Ruiz said that she was ill.", "she", "Ana Ruiz"),
        ("Ana Ruiz sold her house.", "her", "Ana Ruiz"),
        ("Karl Webb hurt himself.", "himself", "Karl Webb"),
        ("Karl Webb met Ana Ruiz. She thanked him.", "She", "Ana Ruiz"),
        ("Karl Webb met Ana Ruiz. She thanked him.", "him", "Karl Webb"),
        ("Karl Webb left. He was ill. Nobody saw him.", "him", "Karl Webb"),
        ("Karl Webb praised Hugo Lind. He was moved.", "He", "Karl Webb"),
        ("When she took over, Claire Nordin had no money.", "she", "Claire Nordin"),
        ("Norland Webb left. She smiled.", "She", "Norland Webb"),
        ("Webb left. She smiled.", "She", "Webb"),
    ],
)
def test_he_and_she_are_who_was_named_most_saliently(text: str, pronoun: str, name: str):
    assert name_of(text, pronoun) == name


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("He left.", "He"),
        ("Karl Webb left. She smiled.", "She"),
        ("Karl Webb and Hugo Lind met. He left.", "He"),
        ("Karl Webb saw him.", "him"),
        ("Orlin Mining closed. He left.", "He"),
        ("They left.", "They"),
        ("It is easy to be cynical.", "It"),
    ],
)
def test_where_nobody_fits_a_pronoun_has_no_name(text: str, pronoun: str):
    assert name_of(text, pronoun) is None


def test_a_pronoun_does_not_reach_over_many_sentences():
    assert name_of("Karl Webb left. " + "It rained. " * 20 + "He smiled.", "He") is None


def test_a_chain_of_pronouns_goes_back_to_its_name():
    text = "Karl Webb left. " + "He smiled. " * 12
    assert {name for _, name in resolved(text)} == {"Karl Webb"}
    assert len({found.entity for found in find_participants(text)}) == 1


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Karl Webb resigned. “He lied,” Ana Ruiz said.", "He", "Karl Webb"),
        ("Mara Lind resigned. “She lied,” Ana Ruiz said.", "She", "Mara Lind"),
        ("Ana Ruiz resigned. “She lied,” Ruiz said.", "She", None),
    ],
)
def test_inside_a_quotation_the_speaker_is_not_he_or_she(text: str, pronoun: str, name: str | None):
    assert name_of(text, pronoun) == name


# -------------------------------------------------------------------------------------------------- things and groups


@pytest.mark.parametrize(
    ("text", "wording", "name"),
    [
        ("Veltra Mining closed its quarry.", "its", "Veltra Mining"),
        ("Veltra Mining closed a quarry. It blamed low prices.", "It", "Veltra Mining"),
        ("Veltra Mining closed a quarry. The company blamed low prices.", "The company", "Veltra Mining"),
        ("France voted on Sunday. The country was tired.", "The country", "France"),
        ("France closed its border.", "its", "France"),
        ("Sen. Dana Webb of Ohio spoke. The senator left.", "The senator", "Dana Webb"),
        ("Sen. Dana Webb of Ohio spoke. The Ohio senator left.", "The Ohio senator", "Dana Webb"),
        ("Gov. Lena Orr met Mayor Bo Hale. The governor left.", "The governor", "Lena Orr"),
        ("Gov. Lena Orr met Mayor Bo Hale. The mayor left.", "The mayor", "Bo Hale"),
        ("Ana Ruiz met Bo Hale. The former spoke, and the latter smiled.", "the latter", "Bo Hale"),
    ],
)
def test_a_definite_phrase_is_who_it_fits(text: str, wording: str, name: str):
    assert name_of(text, wording) == name


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("The company left.", "The company"),
        ("Sen. Dana Webb of Ohio spoke. The Texas senator left.", "The Texas senator"),
        ("Ana Ruiz met a senator. A senator left.", "A senator"),
        ("Veltra Mining closed. Another company opened.", "Another company"),
        ("Karl Webb left. His campaign failed.", "His campaign"),
    ],
)
def test_a_phrase_that_fits_nobody_has_no_name(text: str, wording: str):
    assert name_of(text, wording) is None


@pytest.mark.parametrize(
    ("text", "wording", "other"),
    [
        ("The union struck. It wanted more.", "It", "The union"),
        ("Voters were angry. They stayed at home.", "They", "Voters"),
        ("The mayor left. The mayor returned.", "The mayor", "The mayor"),
        ("Voters who left were angry.", "who", "Voters"),
    ],
)
def test_the_unnamed_can_be_one_too(text: str, wording: str, other: str):
    assert entity_of(text, wording) == entity_of(text, other)
    assert name_of(text, wording) is None


@pytest.mark.parametrize("text", ["A man left. A man stayed.", "Another mayor left. Another mayor stayed."])
def test_what_is_indefinite_is_another_each_time(text: str):
    first, second = (found.entity for found in find_participants(text))
    assert first != second


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ana Ruiz, who led the board, left.", "who", "Ana Ruiz"),
        ("They thanked Karl Webb, whom nobody had seen.", "whom", "Karl Webb"),
        ("Karl Webb, whose house burned, left.", "whose", "Karl Webb"),
        ("Mayor Ana Ruiz, who left, smiled.", "who", "Ana Ruiz"),
    ],
)
def test_a_relative_pronoun_is_who_stands_before_it(text: str, pronoun: str, name: str):
    assert name_of(text, pronoun) == name


def test_the_pronouns_of_one_participant_have_its_values():
    found = find_participants("Sen. Dana Webb, R-Ohio, left. She smiled.")
    assert {(one.role, one.country, one.state, one.party) for one in found} == {("Sen.", "US", "US-OH", "Republican")}
