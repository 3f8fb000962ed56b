"""What a corpus costs: processor hours, days on so many cores, money, from a measured speed.

    python benchmarks/cost.py --speed 350000 [--articles 1e9] [--length 4558] [--efficiency 0.9] [--price 0.05]

    core hours = articles * length / (speed * efficiency) / 3600
    days       = core hours / cores / 24
    money      = core hours * price

`speed` is the characters a second of one process (benchmarks/speed.py prints it as *whole pipeline*), `length` the
characters of an article (by default the mean of polnear-train.jsonl), `efficiency` the share of a core's time that an
engine leaves to the extraction, `price` that of an hour of one core. Memory counts too: a process of its own for every
core, and the peak that benchmarks/speed.py prints for articles read one by one.
"""

from __future__ import annotations

import argparse

# of the 840 articles of polnear-train.jsonl
MEAN_LENGTH = 4558


def core_hours(articles: float, length: float, speed: float, efficiency: float) -> float:
    """The hours that one core would work.

    >>> core_hours(articles=3600, length=1000, speed=1000, efficiency=0.5)
    2.0
    """
    return articles * length / (speed * efficiency) / 3600


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--speed", type=_above_zero, required=True, help="characters a second of one process")
    parser.add_argument("--articles", type=_above_zero, default=1e9)
    parser.add_argument("--length", type=_above_zero, default=MEAN_LENGTH, help="characters an article")
    parser.add_argument("--efficiency", type=_above_zero, default=1.0, help="share of a core that extracts, up to 1")
    parser.add_argument("--price", type=_above_zero, help="of an hour of one core, in any currency")
    options = parser.parse_args()
    if options.efficiency > 1:
        parser.error("--efficiency: at most 1")
    hours = core_hours(options.articles, options.length, options.speed, options.efficiency)
    print(f"{options.articles:,.0f} articles of {options.length:,.0f} characters: {hours:,.0f} core hours")
    for cores in (2, 16, 64, 256, 1024):
        print(f"  on {cores:4} cores {hours / cores / 24:10,.1f} days")
    if options.price:
        print(f"  at {options.price:g} an hour and core: {hours * options.price:,.0f}")


def _above_zero(given: str) -> float:
    value = float(given)
    if not value > 0:
        raise argparse.ArgumentTypeError(f"a number above 0 is expected, not {given}")
    return value


if __name__ == "__main__":
    main()
