"""Scores eventx against the gold and prints the tables of docs/accuracy.md.

    python benchmarks/accuracy.py                      dev and validation, as Markdown
    python benchmarks/accuracy.py --rules              precision by rule on dev
    python benchmarks/accuracy.py --update-precision   writes that precision to the lexicon, from which events take
                                                       their `confidence`

The folder of the gold comes from EVENTX_GOLD, by default ../shared/data.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import eventx
from eventx.lexicon.compile import HOME
from eventx.lexicon.compile import main as compile_lexicons
from eventx.score import compare, read_records
from eventx.score.speech import SPEECH_FORMS
from eventx.text import Text

GOLD = Path(os.environ.get("EVENTX_GOLD", Path(__file__).parents[2] / "shared" / "data"))
EVENT_FILES = ("stories", "news-like", "framenet", "plover", "negatives")
SPLITS = ("dev", "validation")
FEWEST_FIRINGS = 20
# F (source: share right) of two trained annotators against each other, and of the best other programs, on articles of
# the same corpus, scored in the same way
PEOPLE = {"found": 82, "exact": 69, "joint": 75, "direct": 98, "mixed": 90, "indirect": 78, "speech": 92, "source": 93}
PEERS = {
    "GenderGapTracker": {"found": 54, "joint": 43, "direct": 75, "mixed": 76, "indirect": 41, "speech": 68},
    "Citron": {"found": 51, "joint": 43},
    "sayswho": {"direct": 78},
    "textacy": {"found": 22, "joint": 18},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", action="store_true", help="precision by rule on dev")
    parser.add_argument("--update-precision", action="store_true", help="write the precision by rule to the lexicon")
    options = parser.parse_args()
    if options.rules or options.update_precision:
        precision = by_rule()
        for rule, (right, fired) in sorted(precision.items()):
            print(f"{rule:40} {right:5} of {fired:5} right  {right / fired:.2f}")
        if options.update_precision:
            write_precision(precision)
        return
    found = {title: figures(path) for title, path in gold_files()}
    lines = [*statement_table(found["polnear-train"]), "", *cue_class_table(), ""]
    lines += ["| gold | type | dev P | R | F | roles | events | validation P | R | F | roles | events |"]
    lines += ["|---|---|---|---|---|---|---|---|---|---|---|---|"]
    lines += [row for title in EVENT_FILES for row in event_rows(title, found[title])]
    lines += [
        "",
        "| stories | status | kind | evaluation | attribution | merging P | R | F |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += story_rows(found["stories"])
    lines += ["", "| false alarms, % of texts | dev clean | hard | validation clean | hard |", "|---|---|---|---|---|"]
    lines += false_alarm_rows(found["negatives"])
    print("\n".join(lines))


def gold_files() -> Iterator[tuple[str, Path]]:
    yield "polnear-train", GOLD / "polnear-train.jsonl"
    for name in EVENT_FILES:
        yield name, GOLD / "events" / f"{name}.jsonl"


@cache
def extracted(path: Path) -> list[dict[str, Any]]:
    """The results for every document of a gold file, as they stand in their JSON."""
    return [result.to_dict() for result in eventx.extract_many(read_records(path), on_error="raise", processes=2)]


def figures(path: Path) -> dict[str, dict[str, Any]]:
    """The figures of one gold file by split."""
    gold, results = list(read_records(path)), extracted(path)
    return {split: compare(gold, results, split=split).figures for split in SPLITS}


def statement_table(found: dict[str, dict[str, Any]]) -> Iterator[str]:
    yield f"| statements | dev P | R | F | validation P | R | F | people | {' | '.join(PEERS)} |"
    yield f"|---|---|---|---|---|---|---|---|{'---|' * len(PEERS)}"
    for name in ("found", "exact", "joint", "direct", "mixed", "indirect", "speech"):
        cells = [found[split]["statement"][name][key] for split in SPLITS for key in "PRF"]
        others = [PEOPLE[name], *(peer.get(name, "") for peer in PEERS.values())]
        yield f"| {name} | {' | '.join(map(str, [*cells, *others]))} |"
    for name in ("source", "cue"):
        dev, validation = (found[split]["statement"][name] for split in SPLITS)
        yield f"| {name} right | | | {dev} | | | {validation} | {PEOPLE.get(name, '')} |{' |' * len(PEERS)}"


def cue_class_table() -> Iterator[str]:
    """How many of the gold's statements are found, by what their cue is."""
    path = GOLD / "polnear-train.jsonl"
    gold, results = list(read_records(path)), extracted(path)
    counts: dict[str, Counter[tuple[str, str]]] = {}
    for split in SPLITS:
        asked = [document for document in gold if document["split"] == split]
        missed = {id(miss.gold) for miss in compare(asked, results).misses if miss.kind == "missed"}
        for document in asked:
            text = Text(document["text"])
            for statement in document["statements"]:
                count = counts.setdefault(cue_class(text, statement), Counter())
                count[split, "gold"] += 1
                count[split, "found"] += id(statement) not in missed
    yield "| cue | dev gold | found | validation gold | found |"
    yield "|---|---|---|---|---|"
    for name, count in sorted(counts.items(), key=lambda item: -item[1]["dev", "gold"]):
        cells = []
        for split in SPLITS:
            asked = count[split, "gold"]
            cells += [str(asked), f"{100 * count[split, 'found'] / asked:.1f}" if asked else ""]
        yield f"| {name} | {' | '.join(cells)} |"


def cue_class(text: Text, statement: dict[str, Any]) -> str:
    """What a cue of the gold is: its last verb, noun or adjective, or none of them."""
    tokens = [token for span in statement.get("cue") or () for token in range(*text.tokens(span))]
    words = [text.lower[token] for token in tokens]
    if not words:
        return "none"
    if SPEECH_FORMS.intersection(words):
        return "speech or writing"
    letters = "".join(text.word_class(token) for token in tokens)
    for name, wanted in (("another verb", "vzdng"), ("a noun", "N"), ("an adjective", "J")):
        if any(letter in wanted for letter in letters):
            return name
    return "a preposition, a sign or an adverb"


def event_rows(title: str, found: dict[str, dict[str, Any]]) -> Iterator[str]:
    for kind in ("offer", "agreement", "characterization"):
        if not any(found[split][kind]["counts"]["gold"] for split in SPLITS):
            continue
        cells = []
        for split in SPLITS:
            values = found[split][kind]
            cells += [values["found"][key] for key in "PRF"] + [values["roles_all"], values["counts"]["gold"]]
        yield f"| {title} | {kind} | {' | '.join('' if cell is None else str(cell) for cell in cells)} |"


def story_rows(found: dict[str, dict[str, Any]]) -> Iterator[str]:
    """What is right of the events that were found: one row a type and split."""
    for kind in ("offer", "agreement", "characterization"):
        for split in SPLITS:
            scored = found[split][kind]
            attributes = [scored["attrs"].get(name, {}).get("right", "") for name in ("status", "kind", "evaluation")]
            merging = [scored.get("merging", {}).get(name, "") for name in "PRF"]
            row = [*attributes, scored.get("attribution", {}).get("right", ""), *merging]
            yield f"| {kind}, {split} | " + " | ".join(map(str, row)) + " |"


def false_alarm_rows(found: dict[str, dict[str, Any]]) -> Iterator[str]:
    for kind in ("offer", "agreement", "characterization"):
        cells = [found[split][kind]["false_alarms"][side] for split in SPLITS for side in ("clean", "hard")]
        yield f"| {kind} | {' | '.join(map(str, cells))} |"


def by_rule() -> dict[str, tuple[int, int]]:
    """How often each rule fired on dev, and how often it was right; files that ask for recall only are left out."""
    fired: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for _, path in gold_files():
        gold = [document for document in read_records(path) if document.get("split") == "dev"]
        gold = [document for document in gold if not document.get("recall_only")]
        known = {document["id"] for document in gold}
        results = [result for result in extracted(path) if result["id"] in known]
        annotated = {"statement"} if path.name.startswith("polnear") else {"offer", "agreement", "characterization"}
        for result in results:
            for event in result["events"]:
                if event["type"] in annotated:
                    fired.update(telling["rule"] for telling in tellings(event))
        misses = compare(gold, results).misses
        wrong.update(miss.predicted["rule"] for miss in misses if miss.kind == "spurious" and miss.predicted)
    return {rule: (count - wrong[rule], count) for rule, count in fired.items()}


def tellings(event: dict[str, Any]) -> list[dict[str, Any]]:
    """What the score counts of an event: itself, or its asserted tellings; a judgement is not counted."""
    told = event.get("tellings") or [event]
    if event["type"] == "characterization" and event["description"] is None:
        return []
    return [t for t in told if t is event or (t["polarity"], t["modality"]) == ("positive", "asserted")]


def write_precision(precision: dict[str, tuple[int, int]]) -> None:
    lines = [f'"{rule}" = {r / n:.2f}' for rule, (r, n) in sorted(precision.items()) if n >= FEWEST_FIRINGS]
    header = "# Precision of each rule on development gold, where it fired there at least 20 times.\n"
    header += "# Written by `python benchmarks/accuracy.py --update-precision`.\n"
    (HOME / "source" / "rule_precision.toml").write_text(header + "\n".join(lines) + "\n", encoding="utf-8")
    compile_lexicons()


if __name__ == "__main__":
    main()
