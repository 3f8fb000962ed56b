"""What may be written in a table of a fixture file: fields of a model, and values that could be theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from eventx.models import Model, When
from eventx.models.events import Telling


def table_faults(table: Any, models: tuple[type[Model], ...], place: str) -> Iterator[str]:
    """What is wrong with a table that describes one of `models`: its keys are fields of theirs, or `null`."""
    if not isinstance(table, dict):
        yield f"{place}: a table is expected, not {kind_of(table)}"
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
        yield f"{place}.null: a list of fields is expected, not {kind_of(names)}"
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
    elif options[0] is str and not isinstance(value, str | date):
        yield f"{place}: a string is expected, not {kind_of(value)}"
    elif options[0] is not str and (isinstance(value, bool) or not isinstance(value, int | float | str)):
        yield f"{place}: a number is expected, not {kind_of(value)}"


def _list_faults(value: Any, annotation: Any, place: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{place}: a list is expected, not {kind_of(value)}"
        return
    for number, item in enumerate(value, 1):
        yield from _value_faults(item, annotation, f"{place} {number}")


def _model_faults(value: Any, models: tuple[type[Model], ...], place: str) -> Iterator[str]:
    # A telling has no wording of its own; all other models may be written as their text alone.
    as_text = not any(issubclass(model, Telling) for model in models)
    if isinstance(value, dict):
        yield from table_faults(value, models, place)
    elif isinstance(value, date):
        if When not in models:
            yield f"{place}: a string or a table is expected, not a date"
    elif not (as_text and isinstance(value, str)):
        yield f"{place}: {'a string or ' if as_text else ''}a table is expected, not {kind_of(value)}"


def kind_of(value: Any) -> str:
    names = {
        dict: "a table",
        list: "a list",
        str: "a string",
        bool: "true or false",
        int: "a number",
        float: "a number",
    }
    return names.get(type(value), "a date" if isinstance(value, date) else type(value).__name__)
