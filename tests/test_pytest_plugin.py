"""The pytest plugin: one item a case, differences without tracebacks, and nothing loaded while it is not used."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

pytest_plugins = ["pytester"]

PASSING = '[[case]]\ntext = "It rained all day in Oslo and in Bergen too."\nnone = ["offer"]\n'
FAILING = '[[case]]\ntext = "It rained."\n[[case.offer]]\nofferer = "Norway"\n'

# Installed, the plugin loads by its entry point; from a checkout it must be named. Either way it is loaded once.
OPTIONS = ("-p", "no:eventx", "-p", "eventx.pytest_plugin", "-p", "no:cacheprovider")


def test_every_case_is_an_item(pytester: pytest.Pytester):
    pytester.makefile(".eventx.toml", weather=PASSING + FAILING)
    result = pytester.runpytest(*OPTIONS, "--collect-only", "-q")
    result.stdout.fnmatch_lines(
        ["weather.eventx.toml::weather 1: It rained all day in Oslo", "weather.eventx.toml::weather 2: It rained."]
    )


def test_a_failure_shows_the_differences_alone(pytester: pytest.Pytester):
    pytester.makefile(".eventx.toml", weather=PASSING + FAILING)
    result = pytester.runpytest(*OPTIONS)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*weather.eventx.toml:4: case 2: It rained.", "*- offer is missing: offerer “Norway”"])
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*check_case*")


def test_a_file_with_faults_is_a_collection_error(pytester: pytest.Pytester):
    pytester.makefile(".eventx.toml", weather='[[case]]\ntexts = "It rained."')
    result = pytester.runpytest(*OPTIONS)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*case 1: unknown texts*", "*case 1: a case needs either text or file*"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_other_toml_files_are_left_alone(pytester: pytest.Pytester):
    pytester.makefile(".toml", weather=FAILING)
    pytester.runpytest(*OPTIONS).assert_outcomes()


def test_the_plugin_alone_loads_nothing_heavy():
    program = "import sys, eventx.pytest_plugin; print([name for name in sys.modules if name.startswith('pydantic')])"
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert printed.stdout.strip() == "[]"
