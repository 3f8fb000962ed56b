"""Reading fixture files: texts with the events expected in them, checked against the models before anything runs."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from eventx.errors import InvalidDocument, InvalidFixture
from eventx.models import Agreement, Characterization, Document, Event, Model, Offer, Statement, When, read_document
from eventx.models.events import Telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

SUFFIX = ".eventx.toml"
EVENT_TYPES: tuple[type[Event], ...] = (Statement, Offer, Agreement, Characterization)

DOCUMENT_KEYS = ("text", "file", "published", "id", "title")
CASE_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*case[ \t]*\]\]", re.MULTILINE)


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


def read_cases(file: Path, types: Iterable[type[Event]] = EVENT_TYPES) -> tuple[Case, ...]:
    """The cases of one fixture file. `types` are the event types that may be expected.

    Raises `InvalidFixture` with all faults of the file, each on a line of its own: “file, case number: fault”.
    """
    models = {str(model.model_fields["type"].default): model for model in types}
    source, tables = _read_toml(file)
    headers = [source.count("\n", 0, match.start()) + 1 for match in CASE_HEADER.finditer(source)]
    if len(headers) != len(tables):
        # A text may hold such a line too; then the numbers alone say which case is meant.
        headers = [1] * len(tables)
    cases = []
    faults = []
    for number, (line, table) in enumerate(zip(headers, tables, strict=True), 1):
        case = _read_case(table, file, models)
        faults += [f"{file}, case {number}: {fault}" for fault in case.faults]
        if case.document is not None:
            cases.append(Case(file, number, line, case.document, case.none, case.expected))
    if faults:
        raise InvalidFixture("\n".join(faults))
    return tuple(cases)


def _read_toml(file: Path) -> tuple[str, list[Any]]:
    try:
        source = file.read_text(encoding="utf-8")
        data = tomllib.loads(source)
    except OSError as error:
        raise InvalidFixture(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InvalidFixture(f"{file}: not UTF-8 text: {error.reason} at byte {error.start}") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InvalidFixture(f"{file}: not TOML: {error}") from None
    unknown = sorted(set(data) - {"case"})
    if unknown:
        raise InvalidFixture(f"{file}: unknown {', '.join(unknown)}; a fixture file is a list of [[case]]")
    tables = data.get("case")
    if not isinstance(tables, list) or not tables:
        raise InvalidFixture(f"{file}: there is no case; each begins with a line [[case]]")
    return source, tables


@dataclass(frozen=True, slots=True)
class _ReadCase:
    document: Document | None
    none: tuple[str, ...]
    expected: tuple[Expectation, ...]
    faults: tuple[str, ...]


def _read_case(table: Any, file: Path, models: Mapping[str, type[Event]]) -> _ReadCase:
    if not isinstance(table, dict):
        return _ReadCase(None, (), (), (f"a table is expected, not {_kind(table)}",))
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
            faults.append(f"{name}: write [[case.{name}]], a list of tables, not {_kind(events)}")
            continue
        for number, event in enumerate(events, 1):
            faults += _table_faults(event, (model,), name if len(events) == 1 else f"{name} {number}")
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
            faults.append(f"file: a path is expected, not {_kind(table['file'])}")
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
        yield f"none: a list of event types is expected, not {_kind(none)}"
        return
    for name in none:
        if name not in models:
            yield f"none: {name!r} is no event type; they are {', '.join(models)}"
        elif name in table:
            yield f"{name} is expected and stands in none too"


# ------------------------------------------------------------------------------- what may be written in an event table


def _table_faults(table: Any, models: tuple[type[Model], ...], place: str) -> Iterator[str]:
    """What is wrong with a table that describes one of `models`: its keys are fields of theirs, or `null`."""
    if not isinstance(table, dict):
        yield f"{place}: a table is expected, not {_kind(table)}"
        return
    fields = {name: info.annotation for model in reversed(models) for name, info in model.model_fields.items()}
    fields.pop("type", None)
    for name, value in table.items():
        if name == "null":
            yield from _null_faults(value, table, fields, place)
        elif name not in fields:
            yield f"{place}: unknown {name}; it may have {', '.join((*fields, 'null'))}"
        else:
            yield from _value_faults(value, fields[name], f"{place}.{name}")


def _null_faults(names: Any, table: Mapping[str, Any], fields: Mapping[str, Any], place: str) -> Iterator[str]:
    if not isinstance(names, list):
        yield f"{place}.null: a list of fields is expected, not {_kind(names)}"
        return
    for name in names:
        if name not in fields:
            yield f"{place}.null: {name!r} is no field; they are {', '.join(fields)}"
        elif name in table:
            yield f"{place}: {name} is expected and stands in null too"


def _value_faults(value: Any, annotation: Any, place: str) -> Iterator[str]:
    """What is wrong with the expected value of a field that is annotated so."""
    union = get_origin(annotation) in (Union, UnionType)
    options = [option for option in (get_args(annotation) if union else (annotation,)) if option is not NoneType]
    models = tuple(option for option in options if isinstance(option, type) and issubclass(option, Model))
    if get_origin(options[0]) is tuple:
        yield from _list_faults(value, get_args(options[0])[0], place)
    elif models:
        yield from _model_faults(value, models, place)
    elif get_origin(options[0]) is Literal:
        choices = get_args(options[0])
        if value not in choices:
            yield f"{place}: {value!r} is none of {', '.join(map(str, choices))}"
    elif options[0] is str and not isinstance(value, str):
        yield f"{place}: a string is expected, not {_kind(value)}"
    elif options[0] is not str and (isinstance(value, bool) or not isinstance(value, int | float | str)):
        yield f"{place}: a number is expected, not {_kind(value)}"


def _list_faults(value: Any, annotation: Any, place: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{place}: a list is expected, not {_kind(value)}"
        return
    for number, item in enumerate(value, 1):
        yield from _value_faults(item, annotation, f"{place} {number}")


def _model_faults(value: Any, models: tuple[type[Model], ...], place: str) -> Iterator[str]:
    # A telling has no wording of its own; all other models may be written as their text alone.
    as_text = not any(issubclass(model, Telling) for model in models)
    if isinstance(value, dict):
        yield from _table_faults(value, models, place)
    elif isinstance(value, date):
        if When not in models:
            yield f"{place}: a string or a table is expected, not a date"
    elif not (as_text and isinstance(value, str)):
        yield f"{place}: {'a string or ' if as_text else ''}a table is expected, not {_kind(value)}"


def _kind(value: Any) -> str:
    names = {
        dict: "a table",
        list: "a list",
        str: "a string",
        bool: "true or false",
        int: "a number",
        float: "a number",
    }
    return names.get(type(value), "a date" if isinstance(value, date) else type(value).__name__)
