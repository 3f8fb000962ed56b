"""Events as flat rows and back: what a table needs where JSON has unions and nesting without end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from eventx.errors import InvalidResult
from eventx.models import Event
from eventx.pipeline import MODELS


def event_row(event: Event) -> dict[str, Any]:
    """The fields of an event as plain values, as they stand in its JSON but for two.

    The target of a characterization stands in `target` where it is a participant and in `target_span` where it is a
    span; the `equivalent` of a sum of money, which may have one in turn, is the list `equivalents`.

    >>> import eventx
    >>> event_row(eventx.extract("Norland offered to help.").offers[0])["theme"]
    {'start': 16, 'end': 23, 'text': 'to help'}
    """
    fields = event.model_dump(mode="json")
    return {**_flat(fields), "tellings": [_flat(telling) for telling in fields.get("tellings", ())]}


def read_event(row: Mapping[str, Any]) -> Event:
    """The event of a row, equal to the one that the row was made from.

    `row` has the columns of `eventx.integrations.arrow.SCHEMA` as plain Python values, as `to_pylist()` of a table
    gives them; columns that are none of an event's are ignored.

    Raises `InvalidResult` where the row holds no event: an error, a document without events, or other columns.

    >>> import eventx
    >>> offer = eventx.extract("Norland offered to help.").offers[0]
    >>> read_event(event_row(offer)) == offer
    True
    """
    if row.get("error") is not None:
        raise InvalidResult(f"the row holds an error and no event: {row['error']}")
    model = MODELS.get(row.get("type") or "")
    if model is None:
        raise InvalidResult(f"the row holds no event: its type is {row.get('type')!r}, not one of {', '.join(MODELS)}")
    fields = _nested({name: row[name] for name in row if name in model.model_fields or name == "target_span"})
    if "tellings" in fields:
        fields["tellings"] = [_nested(telling) for telling in fields["tellings"]]
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
        raise InvalidResult("the row holds no event:\n  " + "\n  ".join(faults)) from None


def _flat(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of an event or a telling, with unions and chains laid out."""
    target = fields.get("target")
    if target and "entity" not in target:
        fields |= {"target": None, "target_span": target}
    if terms := fields.get("terms"):
        for money in terms["price"]:
            money["equivalents"] = _chain(money.pop("equivalent"))
    return fields


def _nested(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What `_flat` was given; a null says only that a field of the row belongs to no event of this type."""
    nested: dict[str, Any] = _without_nulls(fields)
    if target := nested.pop("target_span", None):
        nested["target"] = target
    for money in nested.get("terms", {}).get("price", ()):
        for equivalent in reversed(money.pop("equivalents", [])):
            money["equivalent"] = equivalent | {"equivalent": money.get("equivalent")}
    return nested


def _chain(money: dict[str, Any] | None) -> list[dict[str, Any]]:
    chain = []
    while money:
        chain.append(money)
        money = money.pop("equivalent")
    return chain


def _without_nulls(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _without_nulls(part) for name, part in value.items() if part is not None}
    if isinstance(value, list):
        return [_without_nulls(part) for part in value]
    return value
