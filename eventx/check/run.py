"""Running fixtures and the rules' own examples through a pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eventx.check.comparison import differences
from eventx.check.fixtures import EVENT_TYPES, Case, fixture_files, read_cases
from eventx.check.values import ValueCase, value_differences
from eventx.errors import EventxError, InvalidFixture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eventx.models import Event, Extraction
    from eventx.pipeline import Pipeline
    from eventx.rules import Rule


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How one case came out: `differences` is empty where the expected events were found.

    `case` is its number in the file, from 1. The string names the case and lists the differences.
    """

    file: Path
    case: int
    line: int
    text: str
    differences: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.differences

    def __str__(self) -> str:
        words = " ".join(self.text.split())
        excerpt = words if len(words) <= 200 else words[:199] + "…"
        verdict = "as expected" if self.passed else "\n".join(f"    - {difference}" for difference in self.differences)
        return f"{self.file}:{self.line}: case {self.case}: {excerpt}\n{verdict}"


def check(
    *paths: str | Path, pipeline: Pipeline | None = None, types: Iterable[type[Event]] = EVENT_TYPES
) -> Iterator[CaseResult]:
    """The result of every case in the given fixture files and folders, in order.

    All files are read before the first case runs. `pipeline` is the default one unless given; `types` are the event
    types that may be expected, for a pipeline with types of its own.

    Raises `InvalidFixture` with all faults of all files.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "weather.eventx.toml")
    ...     _ = file.write_text('[[case]]\\ntext = "It rained all day."\\nnone = ["offer"]')
    ...     [result.passed for result in check(folder)]
    [True]
    """
    cases: list[Case | ValueCase] = []
    faults = []
    for file in fixture_files(map(Path, paths)):
        try:
            cases += read_cases(file, types)
        except InvalidFixture as error:
            faults.append(str(error))
    if faults:
        raise InvalidFixture("\n".join(faults))
    return (check_case(case, pipeline) for case in cases)


def check_case(case: Case | ValueCase, pipeline: Pipeline | None = None) -> CaseResult:
    """The result of one case; what the pipeline refuses (`EventxError`) is a difference like any other."""
    found: tuple[str, ...]
    try:
        if isinstance(case, ValueCase):
            found = tuple(value_differences(case))
        else:
            found = differences(case, _pipeline(pipeline).extract(case.document))
    except EventxError as error:
        found = (f"the extraction failed: {error}",)
    return CaseResult(case.file, case.number, case.line, case.document.text, found)


def check_rules(pipeline: Pipeline | None = None) -> Iterator[str]:
    """What does not hold of the rules' own examples: one readable line each.

    In each example a rule must find an event, in each counterexample it must find none.
    """
    chosen = _pipeline(pipeline)
    for rule in chosen.rules:
        for example in rule.examples:
            if not _found_by(rule, chosen.extract(example)):
                yield f"{rule.id} finds nothing in its example: {example}"
        for counterexample in rule.counterexamples:
            if _found_by(rule, chosen.extract(counterexample)):
                yield f"{rule.id} finds an event in its counterexample: {counterexample}"


def _pipeline(pipeline: Pipeline | None) -> Pipeline:
    if pipeline is not None:
        return pipeline
    from eventx.pipeline import default_pipeline

    return default_pipeline()


def _found_by(rule: Rule, result: Extraction) -> bool:
    """Whether the rule told an event, or one telling of a merged one."""
    return any(
        rule.id in (event.rule, *(telling.rule for telling in getattr(event, "tellings", ())))
        for event in result.events
    )
