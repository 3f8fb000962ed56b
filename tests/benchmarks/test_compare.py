"""The arithmetic of benchmarks/compare.py: intervals of medians, and what counts as a loss."""

import importlib.util
import os
import random
import subprocess
import sys
from pathlib import Path
from statistics import median
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "compare.py"


@pytest.fixture(scope="module")
def compare() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compare", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("count", "low", "high"),
    # from the table of the sign test: so many values may be left out at each end
    [(6, 1, 6), (8, 1, 8), (9, 2, 8), (10, 2, 9), (12, 3, 10), (20, 6, 15)],
)
def test_the_interval_is_that_of_the_sign_test(compare: ModuleType, count: int, low: int, high: int):
    ratios = list(range(1, count + 1))
    random.Random(7).shuffle(ratios)
    assert compare.interval(ratios) == (low, high)


def test_the_interval_holds_the_median_as_often_as_it_says(compare: ModuleType):
    draws = random.Random(7)
    held = 0
    for _ in range(2000):
        # a skewed distribution with the median 1
        low, high = compare.interval([draws.lognormvariate(0, 0.2) for _ in range(10)])
        held += low <= 1 <= high
    assert held / 2000 >= 0.95


@pytest.mark.parametrize("count", [0, 1, 5])
def test_too_few_pairs_are_refused(compare: ModuleType, count: int):
    with pytest.raises(ValueError, match=f"at least 6 pairs, not {count}"):
        compare.interval([1.0] * count)


@pytest.mark.parametrize(
    ("ratios", "loss", "said"),
    [
        ([1.0] * 10, False, "no loss of more than 10%"),
        ([1.2] * 10, False, "no loss"),
        ([0.91] * 10, False, "no loss"),
        ([0.9] * 10, False, "no loss"),
        ([0.89] * 10, True, "a loss of more than 10%"),
        ([0.5, 0.5, 0.95, 0.95, 0.96, 0.96, 0.97, 0.97, 0.5, 0.97], False, "leaves that open"),
        ([0.8] * 6 + [1.1] * 4, True, "leaves that open"),
        # one disturbed pair decides nothing
        ([0.3] + [1.0] * 9, False, "no loss"),
    ],
)
def test_a_loss_is_more_than_a_tenth_of_the_median(compare: ModuleType, ratios: list[float], loss: bool, said: str):
    assert compare.is_loss(ratios) is loss
    assert said in compare.report(ratios)
    assert f"{median(ratios):.3f}" in compare.report(ratios)


@pytest.mark.slow
@pytest.mark.parametrize(("work", "status"), [(100_000, 0), (400_000, 1)])
def test_a_slower_version_fails(tmp_path: Path, work: int, status: int):
    """Two folders that look like checkouts, of which the second does half or twice the work of the first."""
    for name, count in (("before", 200_000), ("after", work)):
        package = tmp_path / name / "eventx"
        package.mkdir(parents=True)
        body = f"def extract(text, published):\n    sum(range({count}))\n"
        (package / "__init__.py").write_text(body, encoding="utf-8")
    gold = tmp_path / "polnear-train.jsonl"
    gold.write_text('{"text": "It rained.", "published": "2025-02-04"}\n' * 40, encoding="utf-8")
    command = [sys.executable, str(SCRIPT), str(tmp_path / "before"), str(tmp_path / "after")]
    ended = subprocess.run(
        [*command, "--pairs", "6", "--every", "1"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"EVENTX_GOLD": str(tmp_path)},
    )
    assert ended.returncode == status, ended.stdout + ended.stderr
    assert ended.stdout.count("pair ") == 6
