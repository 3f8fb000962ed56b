"""Scoring: figures worked out by hand, and the same figures as the independent program beside the gold."""

from __future__ import annotations

import importlib.util
import json
import os
import random
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventx.errors import InvalidResult
from eventx.models import Extraction
from eventx.score import compare, read_records, score
from eventx.score.words import ScoredText, mark_quoted

REPOSITORY = Path(__file__).resolve().parents[1]
OTHER_PROGRAM = REPOSITORY.parent / "shared" / "tools" / "score.py"
GOLD_FOLDER = Path(os.environ.get("EVENTX_GOLD", REPOSITORY.parent / "shared" / "data"))

needs_other_program = pytest.mark.skipif(not OTHER_PROGRAM.exists(), reason=f"{OTHER_PROGRAM} is not here")
# The other program leaves its files to the garbage collector.
leaves_files_open = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")


def span(text: str, part: str) -> dict[str, Any]:
    start = text.index(part)
    return {"start": start, "end": start + len(part), "text": part}


def pair(text: str, part: str) -> list[int]:
    return [text.index(part), text.index(part) + len(part)]


# ------------------------------------------------------------------------------------------ figures worked out by hand

RAIN = "“It will rain,” Ann Smith said. Norway offered to help Peru, officials said."


def rain_gold(**fields: Any) -> dict[str, Any]:
    return {
        "id": "rain",
        "text": RAIN,
        "statements": [
            {
                "content": [pair(RAIN, "It will rain")],
                "source": [pair(RAIN, "Ann Smith")],
                "cue": [pair(RAIN, "said")],
            }
        ],
        "events": [
            {
                "type": "offer",
                "trigger": pair(RAIN, "offered"),
                "roles": {"offerer": [pair(RAIN, "Norway")], "recipient": [pair(RAIN, "Peru")]},
                "attrs": {"status": "open"},
                "by": "officials",
                "cluster": 1,
            }
        ],
        **fields,
    }


def rain_offer(**fields: Any) -> dict[str, Any]:
    return {
        "type": "offer",
        "trigger": span(RAIN, "offered"),
        "offerer": {"mention": span(RAIN, "Norway")},
        "recipient": None,
        "status": "open",
        "attribution": {"speaker": {"name": None, "mention": span(RAIN, "officials")}},
        **fields,
    }


def rain_statement(**fields: Any) -> dict[str, Any]:
    return {
        "type": "statement",
        "content": [span(RAIN, "It will rain")],
        "cue": span(RAIN, "said"),
        "speaker": {"mention": span(RAIN, "Smith")},
        **fields,
    }


def test_a_statement_with_content_source_and_cue_right_scores_full():
    figures = score([rain_gold()], [{"id": "rain", "events": [rain_statement()]}])["statement"]
    assert (figures["exact"]["F"], figures["joint"]["F"], figures["source"], figures["cue"]) == (100, 100, 100, 100)
    assert figures["direct"] == {"P": 100.0, "R": 100.0, "F": 100.0, "gold": 1, "pred": 1}
    assert figures["indirect"]["gold"] == 0


def test_a_wrong_speaker_is_found_but_not_joint():
    wrong = rain_statement(speaker={"mention": span(RAIN, "Norway")})
    compared = compare([rain_gold()], [{"id": "rain", "events": [wrong]}], types=["statement"])
    assert compared.figures["statement"]["found"]["F"] == 100
    assert compared.figures["statement"]["joint"]["F"] == 0
    assert [miss.kind for miss in compared.misses] == ["source"]


def test_roles_status_and_attribution_of_an_offer():
    figures = score([rain_gold()], [{"id": "rain", "events": [rain_offer()]}], types=["offer"])["offer"]
    assert figures["found"]["F"] == 100
    assert figures["roles"] == {"offerer": {"right": 100.0, "gold": 1}, "recipient": {"right": 0.0, "gold": 1}}
    assert figures["roles_all"] == 50
    assert figures["attrs"] == {"status": {"right": 100.0, "gold": 1}}
    assert figures["attribution"] == {"right": 100.0, "gold": 1}


@pytest.mark.parametrize("fields", [{"polarity": "negative"}, {"modality": "hypothetical"}])
def test_events_that_are_not_asserted_are_left_out(fields: dict[str, str]):
    figures = score([rain_gold()], [{"id": "rain", "events": [rain_offer(**fields)]}], types=["offer"])["offer"]
    assert figures["counts"] == {"docs": 1, "gold": 1, "pred": 0}


def test_documents_without_prediction_are_counted():
    figures = score([rain_gold()], [])
    assert figures["documents_without_prediction"] == 1
    assert figures["offer"]["found"]["R"] == 0


def test_the_split_leaves_out_the_rest():
    documents = [rain_gold(id="a"), rain_gold(id="b", split="validation")]
    assert score(documents, [], split="dev")["offer"]["counts"]["docs"] == 1
    assert score(documents, [], split="validation")["documents_without_prediction"] == 1


def test_results_are_scored_as_they_stand():
    result = Extraction(text=RAIN, id="rain")
    assert score([rain_gold()], [result])["statement"]["counts"] == {"docs": 1, "gold": 1, "pred": 0}


def test_a_miss_shows_its_context():
    invented = rain_offer(trigger=span(RAIN, "help"))
    misses = [str(miss) for miss in compare([rain_gold()], [{"id": "rain", "events": [invented]}], ["offer"]).misses]
    assert len(misses) == 0, "an offer in the same sentence with half of the roles right is found"
    misses = [str(miss) for miss in compare([rain_gold()], []).misses]
    assert "content “It will rain”" in misses[0]
    assert "[offered] to help" in misses[1]


def test_a_source_inside_curly_quotation_marks_runs_to_the_paragraphs_end():
    assert bytes(mark_quoted("a “b\nc “d” e")) == bytes([0, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0])


def test_pronouns_agree_only_with_themselves():
    text = ScoredText("it was the offer that it was")
    assert text.agree(text.covered([(0, 2)]), text.covered([(0, 2)]))
    assert not text.agree(text.covered([(0, 2)]), text.covered([(7, 10)]))


# ---------------------------------------------------------------------------------------------------------- bad input


def test_unknown_types_are_named():
    with pytest.raises(ValueError, match="there is no gold for verdict"):
        score([], [], types=["verdict"])


def test_gold_of_another_shape_names_its_document():
    with pytest.raises(InvalidResult, match="document 'rain'"):
        score([rain_gold(events=[{"type": "offer"}])], [])
    with pytest.raises(InvalidResult, match="needs 'id' and 'text'"):
        score([{"text": "no id"}], [])


@pytest.mark.parametrize(("line", "complaint"), [("{", "line 2: not JSON"), ("[1]", "line 2: a JSON object")])
def test_a_bad_line_is_named_by_its_number(tmp_path: Path, line: str, complaint: str):
    file = tmp_path / "gold.jsonl"
    file.write_text('{"id": "1"}\n' + line, encoding="utf-8")
    with pytest.raises(InvalidResult, match=complaint):
        list(read_records(file))


def test_a_file_that_is_not_utf8_or_not_there(tmp_path: Path):
    file = tmp_path / "gold.jsonl"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(InvalidResult, match="not UTF-8"):
        list(read_records(file))
    with pytest.raises(InvalidResult, match="cannot be read"):
        list(read_records(tmp_path / "absent.jsonl"))


# --------------------------------------------------------------------------- the same figures as the other program's


def other_figures(gold: list[dict[str, Any]], predictions: list[dict[str, Any]], folder: Path, *options: str) -> Any:
    specification = importlib.util.spec_from_file_location("other_score", OTHER_PROGRAM)
    assert specification is not None
    assert specification.loader is not None
    program = importlib.util.module_from_spec(specification)
    with mock.patch.object(sys, "dont_write_bytecode", True):
        specification.loader.exec_module(program)
    paths = [folder / "gold.jsonl", folder / "predicted.jsonl"]
    for path, records in zip(paths, (gold, predictions), strict=True):
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    printed = StringIO()
    with mock.patch.object(sys, "argv", ["score", *map(str, paths), *options, "--json"]), redirect_stdout(printed):
        program.main()
    return json.loads(printed.getvalue())


def same_figures(gold: list[dict[str, Any]], predictions: list[dict[str, Any]], folder: Path) -> None:
    ours = json.loads(json.dumps(score(gold, predictions)))
    assert ours == other_figures(gold, predictions, folder)
    ours = json.loads(json.dumps(score(gold, predictions, types=["offer"], split="validation")))
    assert ours == other_figures(gold, predictions, folder, "--type", "offer", "--split", "validation")


VOCABULARY = [
    "the",
    "a",
    "offer",
    "said",
    "agreed",
    "Rubio",
    "Smith",
    "Mr.",
    "it",
    "that",
    "deal",
    "called",
    "according",
]
VOCABULARY += ["“", "”", '"', ".", "!", "?", ",", ":", "\n", "\n\n"]


@st.composite
def texts(draw: st.DrawFn) -> str:
    return " ".join(draw(st.lists(st.sampled_from(VOCABULARY), min_size=4, max_size=40)))


@st.composite
def ranges(draw: st.DrawFn, text: str, longest: int = 60) -> list[int]:
    start = draw(st.integers(0, max(0, len(text) - 1)))
    return [start, draw(st.integers(start, min(len(text), start + longest)))]


@st.composite
def span_objects(draw: st.DrawFn, text: str) -> dict[str, Any]:
    start, end = draw(ranges(text))
    return {"start": start, "end": end, "text": text[start:end]}


def participants(text: str) -> st.SearchStrategy[Any]:
    names = st.sampled_from([None, "Rubio", "Mr. Smith", "the"])
    return st.none() | st.builds(lambda mention, name: {"mention": mention, "name": name}, span_objects(text), names)


ROLES = {
    "offer": ("offerer", "theme"),
    "agreement": ("parties", "theme"),
    "characterization": ("holder", "description"),
}
ATTRIBUTES = {
    "status": ["open", "rejected", "reached"],
    "kind": ["pact", "consent"],
    "evaluation": ["positive", "neutral"],
}


@st.composite
def gold_events(draw: st.DrawFn, text: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(list(ROLES)))
    event: dict[str, Any] = {"type": kind, "trigger": draw(ranges(text, 15))}
    event["roles"] = {name: draw(st.lists(ranges(text), max_size=2)) for name in ROLES[kind]}
    if draw(st.booleans()):
        event["attrs"] = {name: draw(st.sampled_from([None, *values])) for name, values in ATTRIBUTES.items()}
    if draw(st.booleans()):
        event["cluster"] = draw(st.integers(0, 2))
    if draw(st.booleans()):
        event["by"] = draw(st.sampled_from([None, "Rubio", "Marco Rubio", "Mr. Smith"]))
    return event


@st.composite
def gold_documents(draw: st.DrawFn, identifier: str) -> dict[str, Any]:
    text = draw(texts())
    document: dict[str, Any] = {"id": identifier, "text": text}
    if draw(st.booleans()):
        parts = st.lists(ranges(text), max_size=2)
        document["statements"] = draw(
            st.lists(st.fixed_dictionaries({"content": parts, "source": parts, "cue": parts}), max_size=4)
        )
    if draw(st.booleans()):
        document["events"] = draw(st.lists(gold_events(text), max_size=4))
        document["optional"] = draw(st.lists(gold_events(text), max_size=1))
        document["hard"] = draw(st.booleans())
        document["recall_only"] = draw(st.sampled_from([False, False, True]))
    if draw(st.booleans()):
        document["split"] = draw(st.sampled_from(["dev", "validation"]))
    return document


@st.composite
def tellings(draw: st.DrawFn, text: str, kind: str) -> dict[str, Any]:
    telling: dict[str, Any] = {"trigger": draw(st.none() | span_objects(text))}
    for name in ROLES[kind]:
        one = participants(text) if name in ("offerer", "holder") else st.none() | span_objects(text)
        telling[name] = draw(st.lists(participants(text), max_size=2) if name == "parties" else one)
    for name, values in ATTRIBUTES.items():
        telling[name] = draw(st.sampled_from([None, *values]))
    if draw(st.booleans()):
        telling["polarity"] = draw(st.sampled_from(["positive", "positive", "negative"]))
        telling["modality"] = draw(st.sampled_from([None, "asserted", "hypothetical"]))
        telling["attribution"] = draw(st.none() | st.builds(lambda who: {"speaker": who}, participants(text)))
    return telling


@st.composite
def predicted_events(draw: st.DrawFn, text: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(["statement", *ROLES]))
    if kind == "statement":
        return {
            "type": kind,
            "content": draw(st.lists(span_objects(text), max_size=2)),
            "cue": draw(st.none() | span_objects(text)),
            "speaker": draw(participants(text)),
        }
    event = draw(tellings(text, kind))
    if draw(st.booleans()):
        event["tellings"] = draw(st.lists(tellings(text, kind), max_size=3))
    return {"type": kind, **event}


@st.composite
def gold_with_predictions(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    gold = [draw(gold_documents(str(number))) for number in range(draw(st.integers(1, 3)))]
    predictions = [
        {"id": document["id"], "events": draw(st.lists(predicted_events(document["text"]), max_size=6))}
        for document in gold
        if draw(st.sampled_from([True, True, True, False]))
    ]
    return gold, predictions


@needs_other_program
@leaves_files_open
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=gold_with_predictions())
def test_any_gold_and_prediction_give_the_same_figures(
    case: tuple[list[dict[str, Any]], list[dict[str, Any]]], tmp_path_factory: pytest.TempPathFactory
):
    same_figures(*case, tmp_path_factory.mktemp("scores"))


def shaken(generator: random.Random, text: str, offsets: list[int]) -> dict[str, Any]:
    """A span near the gold's: often the same, at times longer, shorter or shifted."""
    shift = generator.choice([0, 0, 0, -8, 12])
    start = min(max(0, offsets[0] + shift), len(text) - 1)
    end = max(start + 1, min(len(text), offsets[1] + generator.choice([0, 0, 10, -15])))
    return {"start": start, "end": end, "text": text[start:end]}


def fake_prediction(generator: random.Random, document: dict[str, Any]) -> dict[str, Any]:
    """Events near the gold's: some left out, doubled, shaken or with wrong roles."""
    text, events = document["text"], []
    for statement in document.get("statements", []):
        source = [{"mention": shaken(generator, text, part)} for part in statement.get("source") or []]
        cue = [shaken(generator, text, part) for part in statement.get("cue") or []]
        events.append(
            {
                "type": "statement",
                "content": [shaken(generator, text, part) for part in statement["content"]],
                "cue": cue[0] if cue and generator.random() < 0.9 else None,
                "speaker": source[0] if source and generator.random() < 0.9 else None,
            }
        )
    for event in [*document.get("events", []), *document.get("optional", [])]:
        telling: dict[str, Any] = {"trigger": shaken(generator, text, event["trigger"])}
        for name, parts in event.get("roles", {}).items():
            telling[name] = [{"mention": shaken(generator, text, part)} for part in parts]
        speaker = {"name": event.get("by"), "mention": {"text": "he"}}
        events.append(
            {
                "type": event["type"],
                "modality": generator.choice(["asserted"] * 5 + ["possible"]),
                "attribution": generator.choice([None, {"speaker": speaker}]),
                "status": generator.choice(["open", "reached", "signed"]),
                **telling,
                "tellings": [telling] * generator.choice([1, 1, 2]),
            }
        )
    repeated = [event for event in events for _ in range(generator.choice([0, 1, 1, 1, 2]))]
    return {"id": document["id"], "events": repeated}


@needs_other_program
@leaves_files_open
@pytest.mark.slow
@pytest.mark.skipif(not GOLD_FOLDER.is_dir(), reason=f"{GOLD_FOLDER} is not here")
def test_the_gold_gives_the_same_figures(tmp_path: Path):
    generator = random.Random(7)
    for file in sorted(GOLD_FOLDER.rglob("*.jsonl")):
        documents = list(read_records(file))
        documents = generator.sample(documents, min(len(documents), 150))
        predictions = [fake_prediction(generator, document) for document in documents if generator.random() < 0.95]
        same_figures(documents, predictions, tmp_path)
