"""Measures eventx: characters a second over news, latency of one story, cost of the import, memory.

    python benchmarks/speed.py [--runs 3]

The texts are those of polnear-train.jsonl in EVENTX_GOLD (by default ../shared/data). All types are on, results are
objects (JSON is not counted), one process, warm. Machines are noisy: compare ratios of one run.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import eventx
from eventx.extractors import AgreementExtractor, CharacterizationExtractor, OfferExtractor, StatementExtractor
from eventx.linking import link
from eventx.mentions import Mentions
from eventx.score import read_records
from eventx.text import Text

GOLD = Path(os.environ.get("EVENTX_GOLD", Path(__file__).parents[2] / "shared" / "data"))
SEED = Path(__file__).parents[1] / "seeds" / "000_bbdadd3923b1f46e.txt"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="of which the fastest counts")
    runs = parser.parse_args().runs
    documents = list(read_records(GOLD / "polnear-train.jsonl"))
    texts = [document["text"] for document in documents]
    characters = sum(map(len, texts))
    eventx.extract(texts[0])
    seconds = best(runs, lambda: [eventx.extract(d["text"], published=d["published"]) for d in documents])
    print(f"{len(texts)} articles, {characters:,} characters")
    print(f"whole pipeline        {characters / seconds:12,.0f} characters a second")
    for name, share in stages(texts, runs).items():
        print(f"  {name:19} {characters / share:12,.0f} characters a second alone, {share / seconds:5.1%} of the time")
    seed = SEED.read_text(encoding="utf-8")
    print(f"seed story, warm      {1000 * best(20, lambda: eventx.extract(seed, published='2025-02-04')):12.2f} ms")
    print(f"seed story, cold      {1000 * fresh(COLD.format(seed=str(SEED))):12.0f} ms in a fresh process")
    print(f"import eventx         {1000 * (fresh('import eventx') - fresh('pass')):12.1f} ms over bare Python")
    print(f"peak memory           {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:12.0f} MB, articles held")


COLD = "import eventx; eventx.extract(open({seed!r}, encoding='utf-8').read(), published='2025-02-04')"


def best(runs: int, work: Callable[[], object]) -> float:
    """The seconds of the fastest of several runs."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def fresh(code: str) -> float:
    """The seconds of the fastest of five fresh processes."""
    return best(5, lambda: subprocess.run([sys.executable, "-c", code], check=True))


def stages(texts: list[str], runs: int) -> dict[str, float]:
    """The seconds of each stage alone, on what the stage before it gives."""
    seconds = {"text": best(runs, lambda: [Text(text) for text in texts])}
    read = [Text(text) for text in texts]
    mentions = [Mentions(text) for text in read]
    drafts = [[] for _ in texts]
    for extractor in (StatementExtractor(), OfferExtractor(), AgreementExtractor(), CharacterizationExtractor()):
        start = time.perf_counter()
        for found, text, named in zip(drafts, read, mentions, strict=True):
            found += extractor.extract(text, named)
        seconds[extractor.name] = time.perf_counter() - start
    start = time.perf_counter()
    for found, text, named in zip(drafts, read, mentions, strict=True):
        link(text, named, found)
    seconds["linking"] = time.perf_counter() - start
    return seconds


if __name__ == "__main__":
    main()
