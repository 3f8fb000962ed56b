"""Fixtures: do the expected extractions still hold? For continuous integration, here and in users' own repositories.

A fixture file (`*.eventx.toml`) holds texts with the events expected in them; only the fields that are written are
compared, and the number of events of each type that is named must be right.
"""

from eventx.check.fixtures import EVENT_TYPES, SUFFIX, Case, Expectation, fixture_files, read_cases
from eventx.check.run import CaseResult, check, check_case, check_rules

__all__ = [
    "EVENT_TYPES",
    "SUFFIX",
    "Case",
    "CaseResult",
    "Expectation",
    "check",
    "check_case",
    "check_rules",
    "fixture_files",
    "read_cases",
]
