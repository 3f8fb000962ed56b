"""The examples of the README run and print what they say."""

import contextlib
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
# a block of Python with the output that follows it
EXAMPLE = re.compile(r"```python\n(?P<code>.*?)```\n+(?:```text\n(?P<output>.*?)```)?", re.DOTALL)
EXAMPLES = [match.groups() for match in EXAMPLE.finditer(README)]


def test_there_are_examples():
    assert len(EXAMPLES) >= 2


@pytest.mark.parametrize(("code", "output"), EXAMPLES, ids=range(len(EXAMPLES)))
def test_readme_example(code: str, output: str | None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {"__name__": "readme"})
    if output is not None:
        assert printed.getvalue() == output
