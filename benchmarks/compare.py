"""Is a change slower? Measures two versions of eventx in turn and gives the ratio of their speeds, with an interval.

    python benchmarks/compare.py main                 # this checkout, as it stands, against the revision main
    python benchmarks/compare.py v0.1.0 HEAD          # two revisions
    python benchmarks/compare.py ../eventx-before .   # two folders that hold checkouts

A revision is checked out into a temporary git worktree. Each run is a fresh process that extracts every 8th article of
polnear-train.jsonl in EVENTX_GOLD (by default ../shared/data); runs of the two versions alternate, and each pair gives
one ratio. What counts is the time that the processor works, not the clock, which other programs move too.

The interval holds the median of the ratios in at least 95 of 100 such measurements, whatever their distribution (order
statistics; it takes six pairs or more). The exit status is 1 where the median says that more than 10 % of the speed is
lost, else 0.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import comb
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
GOLD = Path(os.environ.get("EVENTX_GOLD", ROOT.parent / "shared" / "data"))
TOLERATED = 0.10
CONFIDENCE = 0.95

# what each version runs; it uses nothing that older versions do not have
WORK = """
import json, sys, time
import eventx
lines = open(sys.argv[1], encoding="utf-8").readlines()[:: int(sys.argv[2])]
documents = [json.loads(line) for line in lines]
eventx.extract(documents[0]["text"], published=documents[0]["published"])
began = time.process_time()
for document in documents:
    eventx.extract(document["text"], published=document["published"])
print(sum(len(document["text"]) for document in documents) / (time.process_time() - began))
"""


def interval(ratios: Sequence[float]) -> tuple[float, float]:
    """The narrowest pair of order statistics that holds the median with the confidence asked for.

    Raises `ValueError` where there are too few ratios for any pair to do so.
    """
    count, ordered = len(ratios), sorted(ratios)
    if count == 0 or _coverage(count, 0) < CONFIDENCE:
        raise ValueError(f"an interval of {CONFIDENCE:.0%} takes at least 6 pairs, not {count}")
    left_out = max(cut for cut in range((count + 1) // 2) if _coverage(count, cut) >= CONFIDENCE)
    return ordered[left_out], ordered[-1 - left_out]


def _coverage(count: int, cut: int) -> float:
    """How sure it is that the median lies between what is left when `cut` values are taken from each end."""
    return 1 - 2 * sum(comb(count, below) for below in range(cut + 1)) / 2**count


def is_loss(ratios: Sequence[float]) -> bool:
    """Whether more than the tolerated share of the speed is lost; a ratio is the speed after over that before."""
    return median(ratios) < 1 - TOLERATED


def report(ratios: Sequence[float]) -> str:
    low, high = interval(ratios)
    loss = is_loss(ratios)
    open_still = high >= 1 - TOLERATED if loss else low < 1 - TOLERATED
    return (
        f"after / before: {median(ratios):.3f}, {CONFIDENCE:.0%} interval {low:.3f} to {high:.3f}, {len(ratios)} pairs:"
        f" {'a' if loss else 'no'} loss of more than {TOLERATED:.0%}"
        f"{', but the interval leaves that open: take more pairs' if open_still else ''}"
    )


@contextmanager
def checkout(version: str) -> Iterator[Path]:
    """The folder of a version: a folder as it is, a revision in a temporary worktree."""
    if (Path(version) / "eventx" / "__init__.py").is_file():
        yield Path(version).resolve()
        return
    with TemporaryDirectory(prefix="eventx-compare-") as folder:
        place = Path(folder) / "checkout"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", str(place), version], check=True)
        try:
            yield place
        finally:
            subprocess.run([*git, "remove", "--force", str(place)], check=True)


def speed(folder: Path, every: int) -> float:
    """Characters a second of processor time, in a fresh process."""
    command = [sys.executable, "-c", WORK, str(GOLD / "polnear-train.jsonl"), str(every)]
    # the version of the folder, whichever one is installed
    environment = os.environ | {"PYTHONPATH": str(folder)}
    ended = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=folder)
    return float(ended.stdout)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", help="a git revision or a folder with a checkout")
    parser.add_argument("after", nargs="?", default=str(ROOT), help="the same; by default this checkout as it stands")
    parser.add_argument("--pairs", type=int, default=10, help="how often each is measured (default 10, at least 6)")
    parser.add_argument("--every", type=int, default=8, help="read every so manieth article (default 8)")
    options = parser.parse_args()
    if options.pairs < 6:
        parser.error("--pairs: an interval takes at least 6 pairs")
    with checkout(options.before) as before, checkout(options.after) as after:
        ratios = []
        for pair in range(options.pairs):
            # who is first changes from pair to pair, so that neither has the warmer machine
            order = [before, after] if pair % 2 == 0 else [after, before]
            speeds = {folder: speed(folder, options.every) for folder in order}
            ratios.append(speeds[after] / speeds[before])
            print(f"pair {pair + 1:2}: {speeds[before]:10,.0f} → {speeds[after]:10,.0f}  {ratios[-1]:.3f}", flush=True)
    print(report(ratios))
    return int(is_loss(ratios))


if __name__ == "__main__":
    sys.exit(main())
