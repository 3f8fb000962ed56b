"""The arithmetic of benchmarks/cost.py."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "cost.py"


def printed(*options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(SCRIPT), *options], capture_output=True, text=True, check=False)


def test_hours_days_and_money_follow_from_the_speed():
    # 7,200,000 characters at 1,000 * 0.5 a second take 14,400 seconds
    lines = printed(*"--speed 1000 --articles 7200 --length 1000 --efficiency 0.5 --price 0.25".split()).stdout
    assert "7,200 articles of 1,000 characters: 4 core hours" in lines
    assert "at 0.25 an hour and core: 1" in lines


def test_twice_the_speed_takes_half_the_days():
    slow, fast = (printed("--speed", speed).stdout.splitlines() for speed in ("100000", "200000"))
    for one, other in zip(slow[1:], fast[1:], strict=True):
        days, half = (float(line.split()[-2].replace(",", "")) for line in (one, other))
        assert half == pytest.approx(days / 2, abs=0.06)


@pytest.mark.parametrize("options", ["--speed 0", "--speed -5", "--speed 100 --efficiency 1.5", ""])
def test_what_cannot_be_is_refused(options: str):
    ended = printed(*options.split())
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
