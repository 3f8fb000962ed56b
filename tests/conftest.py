"""What all tests share: the same generated examples in every run, and one way to measure growth."""

from collections.abc import Callable

import pytest
from hypothesis import settings

settings.register_profile("same-every-time", derandomize=True, deadline=None)
settings.load_profile("same-every-time")

ATTEMPTS, RUNS = 5, 7


@pytest.fixture
def assert_linear() -> Callable[..., None]:
    """Asserts that the long input takes at most six times as long as the short one, which is a quarter of it.

    Takes the seconds that an input needs, the two inputs and the slack in seconds. A busy machine spoils some
    measurements, so the fastest of several runs counts, and the best of several attempts; what grows with the square
    takes sixteen times as long in all of them.
    """

    def check(seconds: Callable[[str], float], short: str, long: str, slack: float = 0.0) -> None:
        ratios = []
        for _ in range(ATTEMPTS):
            runs = [(seconds(short), seconds(long)) for _ in range(RUNS)]
            quick, slow = min(run[0] for run in runs), min(run[1] for run in runs)
            if slow <= 6 * quick + slack:
                return
            ratios.append(slow / quick)
        pytest.fail(f"four times the input takes {min(ratios):.1f} times as long, at best")

    return check
