"""Measures eventx: characters a second over news and by size of document, latency, processes, import, memory.

    python benchmarks/speed.py [--runs 3] [--largest 1000000]

The texts are those of polnear-train.jsonl in EVENTX_GOLD (by default ../shared/data). All types are on, results are
objects (JSON is not counted), one process, warm. Documents of a size are cut from the articles strung together. What
is measured inside a process is the time that the processor works, of whole processes the clock. Machines are noisy:
compare ratios of one run, and two versions with compare.py.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import eventx
from eventx.extractors import (
    AgreementExtractor,
    CharacterizationExtractor,
    OfferExtractor,
    StatementExtractor,
    trigger_tokens,
)
from eventx.linking import link
from eventx.mentions import Mentions
from eventx.score import read_records
from eventx.text import Text

GOLD = Path(os.environ.get("EVENTX_GOLD", Path(__file__).parents[2] / "shared" / "data"))
PATH = GOLD / "polnear-train.jsonl"
SEED = Path(__file__).parents[1] / "seeds" / "000_bbdadd3923b1f46e.txt"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="of which the fastest counts")
    parser.add_argument("--largest", type=int, default=1_000_000, help="characters of the largest document")
    options = parser.parse_args()
    runs = options.runs
    # first, since a process is said to have needed at least what the one that started it holds
    memory = float(subprocess.check_output([sys.executable, "-c", BATCH.format(path=str(PATH), processes=1) + PEAK]))
    documents = list(read_records(PATH))
    texts = [document["text"] for document in documents]
    characters = sum(map(len, texts))
    eventx.extract(texts[0])
    seconds = best(runs, lambda: [eventx.extract(d["text"], published=d["published"]) for d in documents])
    print(f"{len(texts)} articles, {characters:,} characters")
    print(f"whole pipeline        {characters / seconds:12,.0f} characters a second")
    for name, share in stages(texts, runs).items():
        print(f"  {name:19} {characters / share:12,.0f} characters a second alone, {share / seconds:5.1%} of the time")
    for size, speed in by_size(texts, options.largest, runs).items():
        print(f"document of {size:10,} characters {speed:12,.0f} characters a second")
    alone, shared = (fresh(BATCH.format(path=str(PATH), processes=count), runs) for count in (1, 2))
    print(f"two processes         {alone / shared:12.2f} times as fast as one, start included")
    seed = SEED.read_text(encoding="utf-8")
    print(f"seed story, warm      {1000 * best(20, lambda: eventx.extract(seed, published='2025-02-04')):12.2f} ms")
    print(f"seed story, cold      {1000 * fresh(COLD.format(seed=str(SEED))):12.0f} ms in a fresh process")
    print(f"import eventx         {1000 * (fresh('import eventx') - fresh('pass')):12.1f} ms over bare Python")
    print(f"peak memory           {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:12.0f} MB, articles held")
    print(f"peak memory           {memory:12.0f} MB, articles read one by one, no result held")


COLD = "import eventx; eventx.extract(open({seed!r}, encoding='utf-8').read(), published='2025-02-04')"
BATCH = """
import json, eventx
for result in eventx.extract_many(map(json.loads, open({path!r}, encoding="utf-8")), processes={processes}):
    pass
"""
PEAK = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"


def best(runs: int, work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """The seconds of the fastest of several runs."""
    seconds = []
    for _ in range(runs):
        start = clock()
        work()
        seconds.append(clock() - start)
    return min(seconds)


def fresh(code: str, runs: int = 5) -> float:
    """The seconds of the fastest of several fresh processes."""
    return best(runs, lambda: subprocess.run([sys.executable, "-c", code], check=True), time.perf_counter)


def by_size(texts: list[str], largest: int, runs: int) -> dict[int, float]:
    """Characters a second for documents of 10,000 characters and ten times as many, and so on up to the largest."""
    speeds = {}
    size = 10_000
    while size <= largest:
        # as much text for each size, but for those that are larger
        documents = list(strung(texts, size))[: max(1, 1_000_000 // size)]
        characters = sum(map(len, documents))
        speeds[size] = characters / best(runs, lambda some=documents: [eventx.extract(text) for text in some])
        size *= 10
    return speeds


def strung(texts: list[str], size: int) -> Iterator[str]:
    """Documents of a size, cut from all articles one behind another; these begin anew where they do not suffice."""
    whole = "\n\n".join(texts)
    whole *= 1 + size // len(whole)
    for start in range(0, len(whole) - size + 1, size):
        yield whole[start : start + size]


def stages(texts: list[str], runs: int) -> dict[str, float]:
    """The seconds of each stage alone, on what the stage before it gives."""
    seconds = {"text": best(runs, lambda: [Text(text) for text in texts])}
    read = [Text(text) for text in texts]
    mentions = [Mentions(text) for text in read]
    drafts = [[] for _ in texts]
    extractors = (StatementExtractor(), OfferExtractor(), AgreementExtractor(), CharacterizationExtractor())
    words = frozenset().union(*(extractor.triggers for extractor in extractors))
    triggers = [trigger_tokens(text, words) for text in read]
    for extractor in extractors:
        start = time.process_time()
        for found, text, named, where in zip(drafts, read, mentions, triggers, strict=True):
            found += extractor.extract(text, named, where)
        seconds[extractor.name] = time.process_time() - start
    start = time.process_time()
    for found, text, named in zip(drafts, read, mentions, strict=True):
        link(text, named, found)
    seconds["linking"] = time.process_time() - start
    return seconds


if __name__ == "__main__":
    main()
