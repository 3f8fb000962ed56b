"""Collects fixture files (`*.eventx.toml`) as tests, one item a case.

Installed with eventx; nothing of it is loaded before pytest meets such a file. `pytest -p no:eventx` turns it off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike
    from pathlib import Path

    from eventx.check import Case, CaseResult

SUFFIX = ".eventx.toml"
WORDS_IN_NAME = 6


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FixtureFile | None:
    """The collector of a fixture file, None for any other file."""
    if not file_path.name.endswith(SUFFIX):
        return None
    collector: FixtureFile = FixtureFile.from_parent(parent, path=file_path)
    return collector


class FixtureFile(pytest.File):
    """A fixture file; one with faults is a collection error that lists them."""

    def collect(self) -> Iterator[FixtureCase]:
        from eventx.check import read_cases
        from eventx.errors import InvalidFixture

        try:
            cases = read_cases(self.path)
        except InvalidFixture as error:
            raise self.CollectError(str(error)) from None
        stem = self.path.name.removesuffix(SUFFIX)
        for case in cases:
            words = " ".join(case.document.text.split()[:WORDS_IN_NAME])
            item: FixtureCase = FixtureCase.from_parent(self, name=f"{stem} {case.number}: {words}", case=case)
            yield item


class FixtureCase(pytest.Item):
    """One case; it fails where what is found differs from what is expected."""

    def __init__(self, *, case: Case, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.case = case

    def runtest(self) -> None:
        from eventx.check import check_case

        result = check_case(self.case)
        if not result.passed:
            raise MismatchError(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: str | None = None) -> object:  # type: ignore[override]
        """The differences alone; a traceback only where eventx itself broke."""
        if isinstance(excinfo.value, MismatchError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)  # type: ignore[arg-type]

    def reportinfo(self) -> tuple[PathLike[str] | str, int | None, str]:
        return self.path, self.case.line - 1, self.name


class MismatchError(AssertionError):
    """A case whose expected events were not found; its text is the case with its differences."""

    def __init__(self, result: CaseResult) -> None:
        super().__init__(str(result))
