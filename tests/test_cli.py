"""The command line: what it reads, what it writes where, and how it ends, with a pipeline that finds one pattern."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from eventx import __version__
from eventx.cli import batch, main
from eventx.errors import InvalidDocument
from eventx.models import Extraction, Failure, Offer, OfferTelling, Participant, Span, read_document
from eventx.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

OFFER = re.compile(r"(\w+) (offered) (\w+)")
RULE = Rule("offer.offer-np", "<party> offer <noun phrase>", ("Peru offered tea.",), ("It rained.",), lambda: None)


class StandIn:
    """A pipeline that finds “X offered Y”, so that these tests hold whatever the rules find."""

    rules = (RULE,)

    def __init__(self, types: Iterable[str] | None = None) -> None:
        self.types = types

    def extract(self, given: object, *, trace: bool = False, **metadata: Any) -> Extraction:
        document = read_document(given, **metadata)
        if not document.text.strip():
            raise InvalidDocument("the text is empty")
        found = () if self.types is not None and "offer" not in self.types else OFFER.finditer(document.text)
        events = []
        for match in found:
            spans = [Span(start=match.start(n), end=match.end(n), text=match[n]) for n in (1, 2, 3)]
            offerer = Participant(mention=spans[0], name=match[1], entity=match[1])
            telling = OfferTelling(trigger=spans[1], rule=RULE.id)
            event = Offer(
                id=f"o{match.start()}",
                rule=RULE.id,
                trigger=spans[1],
                offerer=offerer,
                theme=spans[2],
                tellings=(telling,),
            )
            event._trace = ("“offered” began the rule",) if trace else ()
            events.append(event)
        return Extraction(text=document.text, id=document.id, published=document.published, events=tuple(events))

    def extract_many(
        self, stories: Iterable[Any], *, processes: int = 1, on_error: str = "record"
    ) -> Iterator[Extraction | Failure]:
        assert (processes > 0, on_error) == (True, "record")
        for index, story in enumerate(stories):
            try:
                yield self.extract(story)
            except InvalidDocument as error:
                yield Failure(story.get("id"), index, str(error))


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch: pytest.MonkeyPatch):
    module = ModuleType("eventx.pipeline")
    module.Pipeline = StandIn  # type: ignore[attr-defined]
    module.default_pipeline = StandIn  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "eventx.pipeline", module)
    monkeypatch.setenv("COLUMNS", "200")


@dataclass(frozen=True)
class Ended:
    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def run_command(*arguments: object, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ended(int(ended.value.code or 0), captured.out, captured.err)

    return run_command


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


# ------------------------------------------------------------------------------------------------------------- extract


def test_a_text_file_gives_a_table(run: Any, tmp_path: Path):
    ended = run("extract", write(tmp_path / "story.txt", "Peru offered tea."))
    assert ended.status == 0
    assert re.search(r"offer +│ Peru +│ tea", ended.out)
    assert ended.err == ""


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input_is_read(run: Any, arguments: list[str]):
    ended = run("extract", *arguments, "--format", "json", stdin="Peru offered café.".encode())
    result = json.loads(ended.out)
    assert (result["id"], result["events"][0]["theme"]["text"]) == (None, "café")


def test_line_ends_are_kept_and_a_byte_order_mark_is_not_text(run: Any):
    ended = run("extract", "--format", "json", stdin=b"\xef\xbb\xbfa\r\nb")
    assert json.loads(ended.out)["text"] == "a\r\nb"


def test_folders_give_their_texts_sorted_at_any_depth(run: Any, tmp_path: Path):
    for name in ("b.txt", "a/z.txt", "a/notes.md"):
        write(tmp_path / name, f"Peru offered {name[0]}.")
    ended = run("extract", tmp_path, "--format", "jsonl")
    assert [line["id"] for line in ended.lines] == [str(tmp_path / "a/z.txt"), str(tmp_path / "b.txt")]


def test_several_texts_as_json_are_one_array(run: Any, tmp_path: Path):
    files = [write(tmp_path / name, "Peru offered tea.") for name in ("a.txt", "b.txt")]
    ended = run("extract", *files, "--format", "json")
    assert [result["id"] for result in json.loads(ended.out)] == list(map(str, files))


def test_an_empty_file_of_lines_as_json_is_an_empty_array(run: Any, tmp_path: Path):
    assert json.loads(run("extract", write(tmp_path / "no.jsonl", "\n"), "--format", "json").out) == []


STORIES = """{"id": 7, "text": "Peru offered tea.", "published": "2025-02-04", "other": 1}

{"id": "8", "text": "Peru offered tea."
["Peru offered tea."]
{"id": "9", "text": ""}
{"id": "10"}
{"id": "11", "text": "Chile offered rice."}
\udcff
"""


def test_bad_lines_become_error_records_and_the_rest_goes_on(run: Any, tmp_path: Path):
    file = write(tmp_path / "stories.jsonl", STORIES.encode("utf-8", "surrogateescape"))
    ended = run("extract", file, "--published", "2024-01-01")
    assert ended.status == 1
    first, unfinished, array, empty, textless, last, undecodable = ended.lines
    assert (first["id"], first["published"], len(first["events"])) == ("7", "2025-02-04", 1)
    assert (last["id"], last["published"]) == ("11", "2024-01-01")
    assert (unfinished["id"], unfinished["index"]) == (None, 1)
    assert unfinished["error"].startswith(f"{file}, line 3: not JSON")
    assert array["error"].startswith(f"{file}, line 4: a JSON object")
    assert (empty["id"], empty["index"], empty["error"]) == ("9", 3, f"{file}, line 5: the text is empty")
    assert f"{file}, line 6: a document needs the key 'text'" in textless["error"]
    assert (undecodable["index"], "line 8: not UTF-8" in undecodable["error"]) == (6, True)
    assert "5 of 7 stories could not be read" in ended.err


def test_deeply_nested_json_is_a_bad_line(run: Any, tmp_path: Path):
    ended = run("extract", write(tmp_path / "deep.jsonl", "[" * 100_000))
    assert ended.status == 1
    assert "line 1" in ended.lines[0]["error"]


def test_one_bad_text_among_several_does_not_stop_the_others(run: Any, tmp_path: Path):
    write(tmp_path / "a.txt", b"\xff\xfe")
    write(tmp_path / "b.txt", "Peru offered tea.")
    ended = run("extract", tmp_path)
    assert ended.status == 1
    assert "a.txt is not UTF-8 text" in ended.err
    assert "Peru" in ended.out


@pytest.mark.parametrize(
    ("content", "complaint"), [(b"\xff", "not UTF-8"), (b"", "the text is empty"), (None, "there is no file")]
)
def test_a_single_text_that_cannot_be_used_ends_with_2(run: Any, tmp_path: Path, content: bytes | None, complaint: str):
    file = tmp_path / "story.txt"
    if content is not None:
        write(file, content)
    ended = run("extract", file)
    assert (ended.status, ended.out) == (2, "")
    assert complaint in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--published", "yesterday"], "2025-02-04"),
        (["--type", "verdict"], "verdict"),
        (["--processes", "0"], "--processes"),
        (["--output", "story.txt"], "write to another file"),
        (["--output", "absent/found.json"], "cannot be written"),
        (["--format", "html", "other.txt"], "html shows one story"),
    ],
)
def test_options_that_cannot_be_used_end_with_2(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], complaint: str
):
    monkeypatch.chdir(tmp_path)
    for name in ("story.txt", "other.txt"):
        write(tmp_path / name, "Peru offered tea.")
    ended = run("extract", "story.txt", *options)
    assert (ended.status, ended.out) == (2, "")
    assert complaint in " ".join(re.sub("[│╭╰─╮╯]", " ", ended.err).split())
    assert (tmp_path / "story.txt").read_text() == "Peru offered tea."


def test_a_folder_without_texts_ends_with_2(run: Any, tmp_path: Path):
    ended = run("extract", tmp_path)
    assert (ended.status, "there is no .txt file" in ended.err) == (2, True)


def test_types_and_dates_reach_the_pipeline(run: Any, tmp_path: Path):
    file = write(tmp_path / "story.txt", "Peru offered tea.")
    ended = run("extract", file, "--type", "statement", "--published", "2025-02-04", "--format", "jsonl")
    assert (ended.lines[0]["events"], ended.lines[0]["published"]) == ([], "2025-02-04")
    assert len(run("extract", file, "-t", "statement", "-t", "offer", "-f", "jsonl").lines[0]["events"]) == 1


def test_results_go_to_a_file(run: Any, tmp_path: Path):
    output = tmp_path / "story.html"
    ended = run("extract", write(tmp_path / "story.txt", "Peru offered tea."), "-f", "html", "-o", output)
    assert (ended.status, ended.out) == (0, "")
    assert output.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path):
    lines = "".join(json.dumps({"id": str(number), "text": "It rained."}) + "\n" for number in range(20_000))
    file = write(tmp_path / "stories.jsonl", lines)
    program = (
        "import sys, types; import eventx.models as m; from eventx.cli import main\n"
        "class P:\n"
        "    def extract_many(self, stories, **options):\n"
        "        for story in stories: yield m.Extraction(text=story['text'])\n"
        "sys.modules['eventx.pipeline'] = types.SimpleNamespace(Pipeline=P, default_pipeline=P)\n"
        "main()"
    )
    command = [sys.executable, "-c", program, "extract", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"{")
        process.stdout.close()
        assert process.stderr.read() == b""


# ------------------------------------------------------------------------------------------------ check, explain, rules


def test_check_prints_differences_and_ends_with_1(run: Any, tmp_path: Path):
    good = '[[case]]\ntext = "Peru offered tea."\n[[case.offer]]\nofferer = "Peru"\n'
    file = write(tmp_path / "offers.eventx.toml", good)
    ended = run("check", file)
    assert (ended.status, ended.out, ended.err) == (0, "", "1 case, 0 with differences\n")
    write(file, good + good.replace('offerer = "Peru"', 'offerer = "Chile"'))
    ended = run("check", tmp_path)
    assert ended.status == 1
    assert "offers.eventx.toml:5: case 2: Peru offered tea." in ended.out
    assert "offer, offerer: expected “Chile”, found “Peru”" in ended.out


def test_fixtures_with_faults_end_with_2(run: Any, tmp_path: Path):
    ended = run("check", write(tmp_path / "offers.eventx.toml", "[[case]]\ntext = 'a'\ntyp = 1"))
    assert (ended.status, ended.out) == (2, "")
    assert "case 1: unknown typ" in ended.err


def test_explain_shows_rule_spans_and_steps(run: Any):
    ended = run("explain", "Peru offered tea.")
    assert ended.status == 0
    assert "1. offer [offer.offer-np] “offered”" in ended.out
    for line in ("<party> offer <noun phrase>", "offerer      “Peru”", "“offered” began the rule", "Peru offered tea."):
        assert line in ended.out


def test_explain_reads_files_and_standard_input(run: Any, tmp_path: Path):
    assert "“Chile”" in run("explain", write(tmp_path / "story.txt", "Chile offered rice.")).out
    assert "“Chile”" in run("explain", stdin=b"Chile offered rice.").out
    assert run("explain", "It rained.").err == "no events\n"


def test_explain_names_a_file_that_is_missing(run: Any):
    ended = run("explain", "absent.txt")
    assert (ended.status, "there is no file absent.txt" in ended.err) == (2, True)


def test_rules_are_listed_shown_and_checked(run: Any):
    assert run("rules", "list").out == "offer.offer-np  <party> offer <noun phrase>\n"
    assert run("rules", "list", "statement").status == 2
    shown = run("rules", "show", "offer.offer-np").out
    assert "Peru offered tea." in shown
    assert "It rained." in shown
    ended = run("rules", "show", "offer.offer")
    assert (ended.status, "did you mean offer.offer-np?" in ended.err) == (2, True)
    ended = run("rules", "check")
    assert (ended.status, ended.err) == (0, "1 rules checked, 0 examples do not hold\n")


def test_rules_whose_examples_do_not_hold_end_with_1(run: Any, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(StandIn, "rules", (Rule("offer.x", "", ("Peru offered tea.",), (), lambda: None),))
    ended = run("rules", "check")
    assert (ended.status, ended.out) == (1, "offer.x finds nothing in its example: Peru offered tea.\n")


# ----------------------------------------------------------------------------------------------------- score and others

GOLD_OFFER = {"type": "offer", "trigger": [5, 12], "roles": {"offerer": [[0, 4]], "theme": [[13, 16]]}}
GOLD = [
    {"id": "1", "text": "Peru offered tea.", "events": [GOLD_OFFER]},
    {"id": "2", "text": "It rained.", "events": [], "split": "validation"},
]


@pytest.fixture
def scored(run: Any, tmp_path: Path) -> list[Path]:
    gold = write(tmp_path / "gold.jsonl", "".join(json.dumps(document) + "\n" for document in GOLD))
    found = tmp_path / "found" / "found.jsonl"
    found.parent.mkdir()
    assert run("extract", gold, "-o", found).status == 0
    return [gold, found]


def test_what_extract_writes_is_what_score_reads(run: Any, scored: list[Path]):
    figures = json.loads(run("score", *scored, "--json").out)
    assert figures["offer"]["found"]["F"] == 100
    assert figures["offer"]["roles"]["theme"] == {"right": 100.0, "gold": 1}
    assert list(figures) == ["offer", "agreement", "characterization"]
    assert list(json.loads(run("score", *scored, "--json", "--type", "offer").out)) == ["offer"]
    figures = json.loads(run("score", *scored, "--json", "--split", "validation").out)
    assert figures["offer"]["counts"] == {"docs": 1, "gold": 0, "pred": 0}


def test_score_prints_figures_and_misses(run: Any, scored: list[Path], tmp_path: Path):
    ended = run("score", *scored)
    assert "  found         P 100.0  R 100.0  F 100.0  F 90% 0.0–100.0" in ended.out.splitlines()
    empty = write(tmp_path / "nothing.jsonl", "")
    assert "Peru [offered] tea" in run("score", *scored[:1], empty, "--show", "3").out


def test_score_needs_two_readable_files(run: Any, scored: list[Path], tmp_path: Path):
    assert run("score", scored[0]).status == 2
    assert run("score", scored[0], tmp_path / "absent.jsonl").status == 2
    ended = run("score", write(tmp_path / "bad.jsonl", "{"), scored[1])
    assert (ended.status, "line 1: not JSON" in ended.err) == (2, True)


def test_the_schema_is_json(run: Any):
    assert json.loads(run("schema").out)["title"] == "Extraction"


def test_the_version(run: Any):
    assert run("--version").out == f"eventx {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["extract"], ["check"], ["explain"], ["score"], ["schema"], ["rules"]])
def test_help_names_what_there_is(run: Any, arguments: list[str]):
    ended = run(*arguments, "--help")
    assert (ended.status, ended.err) == (0, "")
    assert "Usage: eventx" in ended.out


@pytest.mark.parametrize("missing", ["typer", "rich"])
def test_without_the_extra_it_says_what_to_install(missing: str):
    program = f"import sys; sys.modules['{missing}'] = None; from eventx.cli import main; main(['--version'])"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "pip install 'eventx[cli]'" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_progress_changes_nothing_in_what_is_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(batch, "LONG", 0.0)
    outcomes = [Extraction(text="It rained."), Failure("1", 1, "unreadable")]
    assert list(batch.with_progress(iter(outcomes))) == outcomes
    assert capsys.readouterr().out == ""
