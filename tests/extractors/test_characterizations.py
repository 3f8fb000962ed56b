"""Characterizations: what a description says, how far it reaches, and what it is said of."""

from __future__ import annotations

import pytest

from eventx import Pipeline
from eventx.extractors.characterizations.evaluation import evaluation_by, evaluation_of, word_evaluation
from eventx.models import Characterization


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def told(pipeline: Pipeline, text: str) -> list[Characterization]:
    return [event for event in pipeline.extract(text).events if isinstance(event, Characterization)]


# ---------------------------------------------------------------------------------------------------------- evaluation


@pytest.mark.parametrize(
    ("description", "evaluation"),
    [
        ("a reckless plan", "negative"),
        ("a triumph of patience", "positive"),
        ("wide and treeless", "neutral"),
        ("not a good idea", "negative"),
        ("neither fair nor effective", "negative"),
        ("not only brave but generous", "positive"),
        ("nothing short of a miracle", "positive"),
        ("far from perfect", "negative"),
        ("too high", "negative"),
        ("lacking independence", "negative"),
        ("a threat to peace", "negative"),
        ("a chance to leave prison", "positive"),
        ("a duty rather than a gift", "neutral"),
        ("a white elephant", "negative"),
        ("a work in progress", "neutral"),
        ("un-Nordish", "negative"),
        ("an anti-worker bill", "negative"),
        ("world-class", "positive"),
        ("", "neutral"),
    ],
)
def test_evaluation_of_descriptions(description: str, evaluation: str):
    assert evaluation_of(description) == evaluation


@pytest.mark.parametrize(
    ("word", "evaluation"),
    [
        ("shamefully", "negative"),
        ("happily", "positive"),
        ("disasters", "negative"),
        ("unhelpful", "negative"),
        ("hopeless", "negative"),
        ("flawless", "positive"),
        ("table", "neutral"),
    ],
)
def test_evaluation_of_words_that_are_made_from_others(word: str, evaluation: str):
    assert word_evaluation(word) == evaluation


@pytest.mark.parametrize(
    ("verb", "description", "evaluation"),
    [
        ("hail", "a lake", "positive"),
        ("dismiss", "a success", "negative"),
        ("brand", "a lake", "negative"),
        ("brand", "a success", "positive"),
        ("call", "a lake", "neutral"),
    ],
)
def test_some_verbs_evaluate_whatever_they_say(verb: str, description: str, evaluation: str):
    assert evaluation_by(verb, description) == evaluation


def test_evaluation_takes_time_in_proportion():
    assert evaluation_of("a plain and simple thing " * 2000) == "neutral"


# --------------------------------------------------------------------------------------------------------------- roles


@pytest.mark.parametrize(
    "ending",
    [
        " in a radio interview.",
        " on Monday.",
        " at a rally in Oslo.",
        " after the vote.",
        " and left.",
        ", adding little.",
    ],
)
def test_a_description_ends_before_the_occasion(pipeline: Pipeline, ending: str):
    (event,) = told(pipeline, "Nils Holt called the levy a farce" + ending)
    assert event.description is not None
    assert event.description.text == "a farce"


def test_the_target_of_an_extraposed_clause_is_the_clause(pipeline: Pipeline):
    (event,) = told(pipeline, "Nils Holt called it absurd that the ferry had been sold.")
    assert event.target is not None
    assert "that the ferry had been sold" in str(event.target)


def test_a_pronoun_is_resolved_where_the_text_allows(pipeline: Pipeline):
    (event,) = told(pipeline, "Mayor Nils Holt spoke last. Critics called him a coward.")
    assert event.target is not None
    assert getattr(event.target, "name", None) == "Nils Holt"


def test_a_copula_takes_its_speaker_as_holder(pipeline: Pipeline):
    (event,) = told(pipeline, 'The plan to sell the ferry is "a disgrace", Nils Holt said.')
    assert event.holder is not None
    assert event.holder.name == "Nils Holt"


def test_a_reason_stands_behind_the_label(pipeline: Pipeline):
    (event,) = told(pipeline, "Critics branded Nils Holt a dinosaur for opposing the bridge.")
    assert event.reason is not None
    assert event.reason.text == "opposing the bridge"


# ---------------------------------------------------------------------------------------------- polarity and modality


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Nils Holt refused to call the levy a farce.", "negative", "asserted"),
        ("Nils Holt stopped short of calling the levy a farce.", "negative", "asserted"),
        ("Nils Holt left without calling the levy a farce.", "negative", "asserted"),
        ("Nils Holt denied having called the levy a farce.", "negative", "asserted"),
        ("The levy is no longer described as a farce.", "negative", "asserted"),
        ("Nils Holt may call the levy a farce.", "positive", "possible"),
        ("Would you call the levy a farce?", "positive", "hypothetical"),
        ("If Nils Holt calls the levy a farce, it will fall.", "positive", "hypothetical"),
    ],
)
def test_what_is_not_asserted_is_returned_and_says_so(pipeline: Pipeline, text: str, polarity: str, modality: str):
    (event,) = told(pipeline, text)
    assert (event.polarity, event.modality) == (polarity, modality)
