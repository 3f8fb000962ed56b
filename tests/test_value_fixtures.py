"""Value tables of fixture files: phrases with marked spans, their expected values, their faults and differences."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.check import CaseResult, check, check_case, read_cases
from eventx.check.values import VALUE_MODELS, ValueCase, unmarked
from eventx.cli import main
from eventx.errors import InvalidFixture

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ["pytester"]

# as tests/test_pytest_plugin.py has it
OPTIONS = ("-p", "no:eventx", "-p", "eventx.pytest_plugin", "-p", "no:cacheprovider")


def write(folder: Path, body: str, name: str = "some.eventx.toml") -> Path:
    file = folder / name
    file.write_text(body, encoding="utf-8")
    return file


def run(folder: Path, body: str) -> CaseResult:
    """The result of the one phrase of a file."""
    (case,) = read_cases(write(folder, body))
    return check_case(case)


def table(kind: str, phrase: str, fields: str = "") -> str:
    return f"[[{kind}]]\n{fields}\nphrases = ['''{phrase}''']\n"


# ------------------------------------------------------------------------------------------------------------- passing


@pytest.mark.parametrize(
    ("kind", "phrase", "fields"),
    [
        ("date", "They met on [Monday].", 'published = 2025-02-04\nvalue = "2025-02-03"\ngrain = "day"'),
        ("date", "They met on [Monday].", 'published = "2025-02-04"\nvalue = "2025-02-03"'),
        ("date", "They met [last Tuesday].", 'null = ["value"]'),
        ("date", "They met on [3 March 2020].", 'value = "2020-03-03"'),
        ("date", "They met in a hall.", ""),
        ("amount", "It paid [€2.5 million].", 'amount = 2500000\ncurrency = "EUR"'),
        ("amount", "It bid [$27.50 a share].", 'amount = "27.50"\nper = "share"'),
        ("amount", "It paid [$1.13bn] (£600m).", 'equivalent = {amount = "600000000", currency = "GBP"}'),
        ("amount", "It fell by 12%.", ""),
        ("quantity", "It sold a [51%] stake and [51%] of its ships.", 'amount = 51\nunit = "percent"'),
        ("quantity", "It paid $5 million in 2011.", ""),
        ("participant", "[Mayor Ana Ruiz] left.", 'name = "Ana Ruiz"\nkind = "person"\nrole = "Mayor"'),
        ("participant", "[Voters] left.", 'kind = "group"\nnull = ["name"]'),
        ("participant", "Bo Hale met [Ana Ruiz] in Oslo.", 'name = "Ana Ruiz"\nnull = ["country", "role"]'),
        ("coreference", "[Ana Ruiz] said [she] would go, and [her] lawyer agreed.", 'name = "Ana Ruiz"'),
        ("coreference", "[Ana Ruiz] met [Bo Hale].", "apart = true"),
        ("coreference", "[A man] left. [A man] stayed.", 'apart = true\nnull = ["name"]'),
        ("coreference", "[He] left.", 'null = ["name"]'),
    ],
)
def test_what_is_written_is_what_is_found(tmp_path: Path, kind: str, phrase: str, fields: str):
    assert run(tmp_path, table(kind, phrase, fields)).differences == ()


def test_every_phrase_of_a_table_is_a_case(tmp_path: Path):
    body = '[[amount]]\ncurrency = "USD"\nphrases = ["It paid [$5m].", "[$6m] was paid.", "It cost [€5m]."]'
    results = list(check(write(tmp_path, body)))
    assert [(result.case, result.text, result.passed) for result in results] == [
        (1, "It paid $5m.", True),
        (2, "$6m was paid.", True),
        (3, "It cost €5m.", False),
    ]


@pytest.mark.parametrize("kind", ["participant", "coreference"])
def test_other_mentions_than_the_marked_ones_may_be_found(tmp_path: Path, kind: str):
    assert run(tmp_path, table(kind, "[Ana Ruiz] told Bo Hale that [she] knew Orlin Mining.")).passed


# --------------------------------------------------------------------------------------------------------- differences


@pytest.mark.parametrize(
    ("kind", "phrase", "fields", "expected"),
    [
        ("date", "They met on [Monday] in a [hall].", "", ["date is missing: “hall”"]),
        ("date", "They met on Monday.", "", ["date not expected: “Monday”"]),
        (
            "date",
            "They met on [Monday].",
            'published = 2025-02-04\nvalue = "2025-02-10"\ngrain = "week"',
            [
                "“Monday”, value: expected “2025-02-10”, found “2025-02-03”",
                "“Monday”, grain: expected “week”, found “day”",
            ],
        ),
        (
            "date",
            "They met on [Monday].",
            'value = "2025-02-10"',
            ["“Monday”, value: expected “2025-02-10”, found nothing"],
        ),
        (
            "amount",
            "It paid [about $5m].",
            "",
            ["amount not expected: “$5m”", "amount is missing: “about $5m”; found “$5m”"],
        ),
        ("amount", "It paid [$5m].", 'amount = "6000000"', ["“$5m”, amount: expected “6000000”, found “5000000”"]),
        ("amount", "It paid [$5m].", 'currency = "EUR"', ["“$5m”, currency: expected “EUR”, found “USD”"]),
        ("amount", "It paid [$5m].", 'null = ["currency"]', ["“$5m”, currency: expected nothing, found “USD”"]),
        (
            "amount",
            "It paid [$5m].",
            'equivalent = {currency = "GBP"}',
            ["“$5m”, equivalent: expected currency “GBP”, found nothing"],
        ),
        ("quantity", "It sold [12 jets].", 'unit = "ship"', ["“12 jets”, unit: expected “ship”, found “jet”"]),
        ("quantity", "It sold 12 jets.", "", ["quantity not expected: “12 jets”"]),
        (
            "participant",
            "[Ana Ruiz] left.",
            'name = "Bo Hale"',
            ["“Ana Ruiz”, name: expected “Bo Hale”, found “Ana Ruiz”"],
        ),
        ("participant", "[Ana Ruiz] left.", 'role = "Mayor"', ["“Ana Ruiz”, role: expected “Mayor”, found nothing"]),
        ("participant", "Mayor [Ana Ruiz] left.", "", ["participant is missing: “Ana Ruiz”; found “Mayor Ana Ruiz”"]),
        ("participant", "It [rained].", "", ["participant is missing: “rained”"]),
        ("coreference", "[Ana Ruiz] met [Bo Hale].", "", ["“Ana Ruiz” and “Bo Hale” (at 13): expected one entity"]),
        (
            "coreference",
            "[Ana Ruiz] left. [She] smiled.",
            "apart = true",
            ["“Ana Ruiz” and “She” (at 15): expected two entities"],
        ),
        (
            "coreference",
            "[Ana Ruiz] met [Bo Hale], and [she] smiled.",
            "apart = true",
            ["“Ana Ruiz” and “she” (at 26): expected two entities"],
        ),
    ],
)
def test_a_difference_says_what_was_expected_and_what_was_found(
    tmp_path: Path, kind: str, phrase: str, fields: str, expected: list[str]
):
    result = run(tmp_path, table(kind, phrase, fields))
    assert not result.passed
    assert list(result.differences) == expected


def test_a_result_names_the_file_the_line_and_the_phrase_without_its_marks(tmp_path: Path):
    result = run(tmp_path, "\n" + table("amount", "It paid [$5m].", "amount = 6000000"))
    first, second = str(result).splitlines()
    assert first == f"{tmp_path / 'some.eventx.toml'}:2: case 1: It paid $5m."
    assert second == "    - “$5m”, amount: expected “6000000”, found “5000000”"


# ------------------------------------------------------------------------------------------------------------- reading


def faults_of(file: Path) -> list[str]:
    with pytest.raises(InvalidFixture) as caught:
        read_cases(file)
    return str(caught.value).splitlines()


def test_all_faults_of_a_file_are_listed_with_their_tables(tmp_path: Path):
    file = write(
        tmp_path,
        """
        [[date]]
        values = "2025-02-03"
        phrases = ["They met on [Monday."]
        [[date]]
        value = "2025-02-03"
        [[amount]]
        amount = "5"
        apart = true
        phrases = ["It paid []$5.", "  ", 3]
        [[coreference]]
        phrases = ["[Ana Ruiz] left."]
        [[participant]]
        kind = "mayor"
        published = "soon"
        phrases = ["[Ana Ruiz] left."]
        [[case]]
        text = "It rained."
        """,
    )
    faults = faults_of(file)
    expected = [
        "date 1: date: unknown values; it may have span, value, grain, null",
        "date 1: 'They met on [Monday.': ",
        "date 2: date: phrases, a list of at least one string, is expected",
        "amount 1: amount: apart belongs to [[coreference]]",
        "amount 1: 'It paid []$5.': ",
        "amount 1: '  ': the phrase is empty",
        "amount 1: 3: a string is expected, not a number",
        "coreference 1: '[Ana Ruiz] left.': coreference is between two marked mentions or more",
        "participant 1: participant.kind: 'mayor' is none of person, organization, place, group, unknown",
        "participant 1: '[Ana Ruiz] left.': published: an ISO 8601 date",
        "case 1: nothing is expected",
    ]
    for wanted, fault in zip(expected, faults, strict=True):
        assert fault.startswith(f"{file}, {wanted}")


@pytest.mark.parametrize("kind", VALUE_MODELS)
@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("phrases = []", "phrases, a list of at least one string, is expected"),
        ("phrases = 'It [rained].'", "phrases, a list of at least one string, is expected"),
        ("phrases = ['[a] [b]']\nnames = 1", "unknown names"),
        ("phrases = ['']", "the phrase is empty"),
        ("phrases = ['[]']", "brackets"),
        ("phrases = ['a] [b']", "brackets"),
        ("phrases = ['[[a]] [b]']", "brackets"),
        ("phrases = ['[a] [b] [c']", "brackets"),
        ("phrases = ['[a] [b]']\npublished = '2025-02-30'", "an ISO 8601 date"),
        ("phrases = ['[a] [b]']\nnull = 'name'", "a list of fields is expected"),
        ("phrases = ['[a] [b]']\nnull = ['nothing']", "'nothing' is no field"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, kind: str, body: str, fault: str):
    assert any(fault in line for line in faults_of(write(tmp_path, f"[[{kind}]]\n{body}")))


@pytest.mark.parametrize("kind", VALUE_MODELS)
@pytest.mark.parametrize(("body", "fault"), [("{} = 1", "there is no case"), ("{} = [1]", "a table is expected")])
def test_a_table_is_a_table(tmp_path: Path, kind: str, body: str, fault: str):
    assert any(fault in line for line in faults_of(write(tmp_path, body.format(kind))))


@pytest.mark.parametrize("kind", [kind for kind in VALUE_MODELS if kind != "coreference"])
def test_only_a_coreference_is_apart(tmp_path: Path, kind: str):
    (fault,) = faults_of(write(tmp_path, f"[[{kind}]]\napart = true\nphrases = ['It [rained].']"))
    assert fault.endswith("apart belongs to [[coreference]]")


@pytest.mark.parametrize("phrase", ["Nobody left.", "[He] left."])
def test_a_coreference_needs_two_mentions(tmp_path: Path, phrase: str):
    (fault,) = faults_of(write(tmp_path, table("coreference", phrase)))
    assert fault.endswith("coreference is between two marked mentions or more")


# ------------------------------------------------------------------------------------------------------------- brackets


@pytest.mark.parametrize(
    ("phrase", "text", "marked"),
    [
        ("They met [on Monday].", "They met on Monday.", [(9, 18)]),
        ("[Ana] met [Bo].", "Ana met Bo.", [(0, 3), (8, 10)]),
        ("[Ana][Bo]", "AnaBo", [(0, 3), (3, 5)]),
        ("😀 [né] d", "😀 né d", [(2, 4)]),
        ("none", "none", []),
    ],
)
def test_marks_are_no_part_of_the_text(phrase: str, text: str, marked: list[tuple[int, int]]):
    found, spans = unmarked(phrase)
    assert (found, [(span.start, span.end) for span in spans]) == (text, marked)
    assert all(found[span.start : span.end] == span.text for span in spans)


@given(st.lists(st.text(alphabet="ab é😀.", min_size=1, max_size=5), min_size=1, max_size=9))
def test_whatever_is_marked_is_found_again(pieces: list[str]):
    if not "".join(pieces).strip():
        return
    phrase = "".join(f"[{piece}]" if number % 2 else piece for number, piece in enumerate(pieces))
    text, spans = unmarked(phrase)
    assert text == "".join(pieces)
    assert [span.text for span in spans] == pieces[1::2]


@pytest.mark.parametrize(
    "phrase", ["[", "]", "][", "[a", "a]", "[[a]]", "[a[b]c]", "[]", "a [] b", "", " ", "[ ]", None, 3]
)
def test_wrong_marks_are_refused(phrase: Any):
    with pytest.raises(ValueError, match=r"bracket|empty|a string is expected"):
        unmarked(phrase)


# ------------------------------------------------------------------------------------- lines, files, pytest, commands

MIXED = """# dates
[[date]]
value = "2011"
phrases = [
    "They met in [2011].",
    "It closed in [2012].",
]

[[case]]
text = "It rained all night."
none = ["offer"]

[[amount]]
currency = "USD"
phrases = ["It paid [$5m]."]

[[case]]
text = "It snowed all night."
none = ["agreement"]

[[date]]
phrases = ["It rained."]
"""


def test_cases_and_value_tables_stand_in_one_file(tmp_path: Path):
    cases = read_cases(write(tmp_path, MIXED))
    assert [case.number for case in cases] == list(range(1, len(cases) + 1))
    lines = {case.document.text: case.line for case in cases}
    assert lines == {
        "They met in 2011.": 2,
        "It closed in 2012.": 2,
        "It rained.": 21,
        "It rained all night.": 9,
        "It snowed all night.": 17,
        "It paid $5m.": 13,
    }
    assert sum(isinstance(case, ValueCase) for case in cases) == 4


def test_all_cases_of_a_file_are_checked(tmp_path: Path):
    results = list(check(write(tmp_path, MIXED)))
    assert [result.text for result in results if not result.passed] == ["It closed in 2012."]
    assert len(results) == 6


def test_a_faulty_value_table_stops_all_files(tmp_path: Path):
    write(tmp_path, MIXED)
    write(tmp_path, "[[date]]\nphrases = ['[']", "other.eventx.toml")
    write(tmp_path, "[[case]]\ntext = 'a'", "third.eventx.toml")
    with pytest.raises(InvalidFixture, match=r"other\.eventx\.toml, date 1(.|\n)*third\.eventx\.toml, case 1"):
        check(tmp_path)


def test_pytest_collects_every_phrase(pytester: pytest.Pytester):
    pytester.makefile(".eventx.toml", weather=MIXED)
    result = pytester.runpytest(*OPTIONS)
    result.assert_outcomes(passed=5, failed=1)
    result.stdout.fnmatch_lines(
        ["*weather.eventx.toml:2: case 2: It closed in 2012.", "*value: expected “2011”, found “2012”"]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


def test_pytest_names_a_phrase_by_its_words(pytester: pytest.Pytester):
    pytester.makefile(".eventx.toml", money=table("amount", "It paid [$5m] and then it closed for good."))
    result = pytester.runpytest(*OPTIONS, "--collect-only", "-q")
    result.stdout.fnmatch_lines(["money.eventx.toml::money 1: It paid $5m and then it"])


def test_in_pytest_a_faulty_table_is_a_collection_error(pytester: pytest.Pytester):
    pytester.makefile(".eventx.toml", weather="[[date]]\nvalues = 1\nphrases = ['[Monday']")
    result = pytester.runpytest(*OPTIONS)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*date 1: date: unknown values*", "*date 1: '?Monday':*"])
    result.stdout.no_fnmatch_line("*Traceback*")


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def run_command(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        monkeypatch.setenv("COLUMNS", "200")
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return int(ended.value.code or 0), captured.out, captured.err

    return run_command


def test_the_command_checks_value_tables(command: Any, tmp_path: Path):
    status, out, _ = command("check", write(tmp_path, MIXED))
    assert status == 1
    assert "case 2: It closed in 2012." in out
    assert "- “2012”, value: expected “2011”, found “2012”" in out
    assert "It paid" not in out


def test_the_command_ends_with_0_where_all_is_as_expected(command: Any, tmp_path: Path):
    assert command("check", write(tmp_path, table("amount", "It paid [$5m].", 'currency = "USD"')))[0] == 0


def test_the_command_ends_with_2_where_a_table_is_faulty(command: Any, tmp_path: Path):
    status, out, err = command("check", write(tmp_path, table("amount", "It paid [$5m.", "sum = 5")))
    assert (status, out) == (2, "")
    assert "amount 1: amount: unknown sum" in err
    assert "amount 1: 'It paid [$5m.'" in err
