"""Compares the sentence splitter of eventx with nupunkt, pysbd and syntok: accuracy, speed, time to import.

    python benchmarks/sentences.py                # the tables of docs/decisions.md
    python benchmarks/sentences.py --errors ours  # what a splitter gets wrong in the cases that are not held out

Accuracy is measured on benchmarks/sentence_cases.toml, over the boundaries within a text (its start and end are not
counted). Every splitter gets the whole text and its own best setting. Speed is measured on the texts of
polnear-train.jsonl in the folder EVENTX_GOLD (default ../shared/data); for eventx it includes tokens, paragraphs and
quotations, which the sentences need. Libraries that are not installed are skipped: pip install -e ".[peers]".
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
Splitter = Callable[[str], list[int]]  # a text's sentences, by the offsets at which they start


@dataclass(frozen=True, slots=True)
class Case:
    """One text: its sentences, as a reader would cut it."""

    kind: str
    sentences: list[str]
    join: str = " "
    held_out: bool = False

    @property
    def text(self) -> str:
        return self.join.join(self.sentences)


class Score(NamedTuple):
    """Boundaries in common, found and expected; cases without any fault, and all cases."""

    common: int
    found: int
    expected: int
    right: int
    cases: int

    def f1(self) -> float:
        return 2 * self.common / (self.found + self.expected) if self.found + self.expected else 1.0

    def row(self) -> str:
        precision = self.common / self.found if self.found else 1.0
        recall = self.common / self.expected if self.expected else 1.0
        return f"{precision:.1%} | {recall:.1%} | {self.f1():.1%} | {self.right} of {self.cases}"


# --------------------------------------------------------------------------------------------------------- splitters


def ours() -> Splitter:
    from eventx.text import Text

    def split(source: str) -> list[int]:
        text = Text(source)
        return [text.starts[first] for first, _ in text.sentences]

    return split


def nupunkt() -> Splitter:
    from nupunkt import sentence_spans

    # without this setting it runs headlines and list items into the text that follows
    return lambda source: [start for start, _ in sentence_spans(source, line_breaks=True)]


def pysbd() -> Splitter:
    from pysbd import Segmenter

    segmenter = Segmenter(language="en", clean=False)

    def split(source: str) -> list[int]:
        # its own character spans are wrong where a sentence occurs twice
        starts, at = [], 0
        for sentence in segmenter.segment(source):
            starts.append(source.index(sentence.strip(), at))
            at = starts[-1] + len(sentence.strip())
        return starts

    return split


def syntok() -> Splitter:
    from syntok import segmenter

    return lambda source: [
        sentence[0].offset for paragraph in segmenter.analyze(source) for sentence in paragraph if sentence
    ]


SPLITTERS: dict[str, Callable[[], Splitter]] = {"ours": ours, "nupunkt": nupunkt, "pysbd": pysbd, "syntok": syntok}
FIRST_SENTENCE = {
    "ours": "from eventx.text import Text; Text('It rained.')",
    "nupunkt": "from nupunkt import sentence_spans; sentence_spans('It rained.', line_breaks=True)",
    "pysbd": "from pysbd import Segmenter; Segmenter(language='en', clean=False).segment('It rained.')",
    "syntok": "from syntok import segmenter; list(segmenter.analyze('It rained.'))",
}

# ---------------------------------------------------------------------------------------------------------- accuracy


def read_cases() -> list[Case]:
    rows = tomllib.loads((HERE / "sentence_cases.toml").read_text(encoding="utf-8"))["case"]
    return [Case(**row) for row in rows]


def boundaries(source: str, starts: list[int]) -> set[int]:
    """Where sentences meet, as the number of visible characters before: white space belongs to neither of them."""
    places = {len("".join(source[:start].split())) for start in starts}
    return places - {0, len("".join(source.split()))}


def expected_boundaries(case: Case) -> set[int]:
    starts, at = [], 0
    for sentence in case.sentences:
        starts.append(at)
        at += len(sentence) + len(case.join)
    return boundaries(case.text, starts)


def evaluate(split: Splitter, cases: list[Case]) -> Score:
    common = found = expected = right = 0
    for case in cases:
        gold, got = expected_boundaries(case), boundaries(case.text, split(case.text))
        common += len(gold & got)
        found += len(got)
        expected += len(gold)
        right += gold == got
    return Score(common, found, expected, right, len(cases))


def print_errors(split: Splitter, cases: list[Case]) -> None:
    for case in cases:
        starts = split(case.text)
        if boundaries(case.text, starts) != expected_boundaries(case):
            parts = [case.text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(case.text)], strict=True)]
            print(f"[{case.kind}]\n  expected  {' ‖ '.join(case.sentences)!r}\n  found     {' ‖ '.join(parts)!r}")


# ------------------------------------------------------------------------------------------------------------- speed


def read_texts(characters: int) -> list[str]:
    path = Path(os.environ.get("EVENTX_GOLD", "../shared/data")) / "polnear-train.jsonl"
    texts: list[str] = []
    if not path.is_file():
        return texts
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if characters <= 0:
                break
            texts.append(json.loads(line)["text"])
            characters -= len(texts[-1])
    return texts


def characters_per_second(split: Splitter, texts: list[str], rounds: int) -> float:
    """The best of some rounds, each over other texts: nupunkt remembers the texts that it has seen."""
    split("Nothing is loaded late any more.")
    best = 0.0
    for turn in range(rounds):
        fresh = texts[turn::rounds]
        began = time.perf_counter()
        for text in fresh:
            split(text)
        best = max(best, sum(map(len, fresh)) / (time.perf_counter() - began))
    return best


def seconds_to_first_sentence(name: str, rounds: int) -> float:
    """Import and first sentence, in a fresh interpreter each time: some load their model only when they need it."""
    code = f"import time; began = time.perf_counter(); {FIRST_SENTENCE[name]}; print(time.perf_counter() - began)"
    environment = os.environ | {"PYTHONPATH": str(HERE.parent)}
    command = [sys.executable, "-c", code]
    runs = (subprocess.run(command, capture_output=True, check=True, env=environment) for _ in range(rounds))
    return min(float(run.stdout) for run in runs)


# ------------------------------------------------------------------------------------------------------------ report


def installed() -> dict[str, Splitter]:
    found = {}
    for name, make in SPLITTERS.items():
        try:
            found[name] = make()
        except ImportError as error:
            print(f"{name} is skipped: {error}", file=sys.stderr)
    return found


def label(name: str) -> str:
    try:
        return "eventx" if name == "ours" else f"{name} {version(name)}"
    except PackageNotFoundError:
        return name


def print_accuracy(splitters: dict[str, Splitter], title: str, cases: list[Case]) -> None:
    print(f"\n| {title} | precision | recall | F1 | cases right |\n|---|---|---|---|---|")
    for name, split in splitters.items():
        print(f"| {label(name)} | {evaluate(split, cases).row()} |")


def print_kinds(splitters: dict[str, Splitter], cases: list[Case]) -> None:
    print(f"\n| cases right, by kind | of | {' | '.join(map(label, splitters))} |\n|---|---{'|---' * len(splitters)}|")
    for kind in dict.fromkeys(case.kind for case in cases):
        here = [case for case in cases if case.kind == kind]
        figures = [str(evaluate(split, here).right) for split in splitters.values()]
        print(f"| {kind} | {len(here)} | {' | '.join(figures)} |")


def print_speed(splitters: dict[str, Splitter], texts: list[str], rounds: int) -> None:
    print("\n| speed | characters/s | import and first sentence |\n|---|---|---|")
    for name, split in splitters.items():
        speed = f"{characters_per_second(split, texts, rounds):,.0f}" if texts else "–"
        print(f"| {label(name)} | {speed} | {seconds_to_first_sentence(name, rounds) * 1000:,.0f} ms |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", choices=SPLITTERS, help="print what this splitter gets wrong, and nothing else")
    parser.add_argument("--characters", type=int, default=1_000_000, help="how much text to measure the speed on")
    parser.add_argument("--rounds", type=int, default=5, help="the best of so many rounds counts")
    options = parser.parse_args()
    cases = read_cases()
    tuned = [case for case in cases if not case.held_out]
    if options.errors:
        print_errors(SPLITTERS[options.errors](), tuned)
        return
    splitters = installed()
    print_accuracy(splitters, "all cases", cases)
    print_accuracy(splitters, "held-out cases", [case for case in cases if case.held_out])
    print_kinds(splitters, cases)
    texts = read_texts(options.characters)
    if not texts:
        print("no texts to measure the speed on: EVENTX_GOLD names no folder with polnear-train.jsonl", file=sys.stderr)
    print_speed(splitters, texts, options.rounds)


if __name__ == "__main__":
    # the folder above holds the package when it is not installed
    sys.path.insert(0, str(HERE.parent))
    main()
