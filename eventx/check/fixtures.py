"""Reading fixture files: texts with the events expected in them, checked against the models before anything runs."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eventx.check.tables import kind_of, table_faults
from eventx.check.values import VALUE_MODELS, ValueCase, read_table
from eventx.errors import InvalidDocument, InvalidFixture
from eventx.models import Agreement, Characterization, Document, Event, Offer, Statement, read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

SUFFIX = ".eventx.toml"
EVENT_TYPES: tuple[type[Event], ...] = (Statement, Offer, Agreement, Characterization)

DOCUMENT_KEYS = ("text", "file", "published", "id", "title")
HEADER = re.compile(rf"^[ \t]*\[\[[ \t]*(case|{'|'.join(VALUE_MODELS)})[ \t]*\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expected event: its fields as they are written; `null` lists those that must be absent."""

    type: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a fixture file: its number (from 1), its line, the document, and what is expected in it.

    `none` names the event types of which there must be no event.
    """

    file: Path
    number: int
    line: int
    document: Document
    none: tuple[str, ...]
    expected: tuple[Expectation, ...]


def fixture_files(paths: Iterable[Path]) -> list[Path]:
    """The fixture files among `paths`, and those below its folders, sorted.

    Raises `InvalidFixture` where a path is missing or of another kind, or a folder has none.
    """
    found: list[Path] = []
    faults = []
    for path in paths:
        below = sorted(path.rglob("*" + SUFFIX)) if path.is_dir() else [path]
        found += below
        if not below:
            faults.append(f"{path}: there is no file ending in {SUFFIX} in this folder or below it")
        elif not path.exists():
            faults.append(f"{path}: there is no such file or folder")
        elif not path.is_dir() and not path.name.endswith(SUFFIX):
            faults.append(f"{path}: the name of a fixture file ends in {SUFFIX}")
    if faults:
        raise InvalidFixture("\n".join(faults))
    return list(dict.fromkeys(found))


def read_cases(file: Path, types: Iterable[type[Event]] = EVENT_TYPES) -> tuple[Case | ValueCase, ...]:
    """The cases of one fixture file. `types` are the event types that may be expected.

    Raises `InvalidFixture` with all faults of the file, each on a line of its own: “file, case number: fault”.
    """
    models = {str(model.model_fields["type"].default): model for model in types}
    source, data = _read_toml(file)
    cases: list[Case | ValueCase] = []
    faults = []
    for kind, tables in data.items():
        for number, (line, table) in enumerate(zip(_lines(source, kind, tables), tables, strict=True), 1):
            if kind == "case":
                case = _read_case(table, file, models)
                if case.document is not None:
                    cases.append(Case(file, len(cases) + 1, line, case.document, case.none, case.expected))
                found: Iterable[str] = case.faults
            else:
                phrases, found = read_table(kind, table, file, len(cases) + 1, line)
                cases += phrases
            faults += [f"{file}, {kind} {number}: {fault}" for fault in found]
    if faults:
        raise InvalidFixture("\n".join(faults))
    return tuple(cases)


def _lines(source: str, kind: str, tables: list[Any]) -> list[int]:
    """The line of each table's header; a text may hold such a line too, then the numbers alone say which is meant."""
    lines = [source.count("\n", 0, at.start()) + 1 for at in HEADER.finditer(source) if at[1] == kind]
    return lines if len(lines) == len(tables) else [1] * len(tables)


def _read_toml(file: Path) -> tuple[str, dict[str, list[Any]]]:
    try:
        source = file.read_text(encoding="utf-8")
        data = tomllib.loads(source)
    except OSError as error:
        raise InvalidFixture(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InvalidFixture(f"{file}: not UTF-8 text: {error.reason} at byte {error.start}") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InvalidFixture(f"{file}: not TOML: {error}") from None
    known = ["case", *VALUE_MODELS]
    unknown = sorted(set(data) - set(known))
    if unknown:
        lists = ", ".join(f"[[{name}]]" for name in known)
        raise InvalidFixture(f"{file}: unknown {', '.join(unknown)}; a fixture file is a list of {lists}")
    if not data or not all(isinstance(tables, list) and tables for tables in data.values()):
        raise InvalidFixture(f"{file}: there is no case; each begins with a line [[case]]")
    return source, data


@dataclass(frozen=True, slots=True)
class _ReadCase:
    document: Document | None
    none: tuple[str, ...]
    expected: tuple[Expectation, ...]
    faults: tuple[str, ...]


def _read_case(table: Any, file: Path, models: Mapping[str, type[Event]]) -> _ReadCase:
    if not isinstance(table, dict):
        return _ReadCase(None, (), (), (f"a table is expected, not {kind_of(table)}",))
    faults = []
    unknown = sorted(set(table) - {*DOCUMENT_KEYS, "none", *models})
    if unknown:
        faults.append(f"unknown {', '.join(unknown)}; a case may have {', '.join((*DOCUMENT_KEYS, 'none', *models))}")
    document = _read_document(table, file, faults)
    none = table.get("none", [])
    faults += _none_faults(none, table, models)
    expected = []
    for name, model in models.items():
        events = table.get(name, [])
        if not isinstance(events, list):
            faults.append(f"{name}: write [[case.{name}]], a list of tables, not {kind_of(events)}")
            continue
        for number, event in enumerate(events, 1):
            faults += table_faults(event, (model,), name if len(events) == 1 else f"{name} {number}")
            expected.append(Expectation(name, event))
    if not faults and not none and not expected:
        faults.append("nothing is expected; add an event ([[case.offer]] ...) or none = [...]")
    return _ReadCase(document, tuple(none) if isinstance(none, list) else (), tuple(expected), tuple(faults))


def _read_document(table: Mapping[str, Any], file: Path, faults: list[str]) -> Document | None:
    """The case's document, or None with its fault noted."""
    fields = {key: table[key] for key in DOCUMENT_KEYS if key in table and key != "file"}
    if ("text" in table) == ("file" in table):
        faults.append("a case needs either text or file")
        return None
    if "file" in table:
        if not isinstance(table["file"], str):
            faults.append(f"file: a path is expected, not {kind_of(table['file'])}")
            return None
        try:
            fields["text"] = (file.parent / table["file"]).read_bytes().decode("utf-8")
        except OSError as error:
            faults.append(f"file: {table['file']} cannot be read: {error.strerror}")
            return None
        except UnicodeDecodeError as error:
            faults.append(f"file: {table['file']} is not UTF-8 text: {error.reason} at byte {error.start}")
            return None
    if isinstance(fields["text"], str) and not fields["text"].strip():
        faults.append("the text is empty")
        return None
    try:
        return read_document(fields)
    except InvalidDocument as error:
        faults.append(str(error))
        return None


def _none_faults(none: Any, table: Mapping[str, Any], models: Mapping[str, type[Event]]) -> Iterator[str]:
    if not isinstance(none, list):
        yield f"none: a list of event types is expected, not {kind_of(none)}"
        return
    for name in none:
        if name not in models:
            yield f"none: {name!r} is no event type; they are {', '.join(models)}"
        elif name in table:
            yield f"{name} is expected and stands in none too"
