"""What goes in: a text with what is known of its origin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pydantic import ConfigDict, ValidationError, field_validator

from eventx.errors import InvalidDocument
from eventx.models.base import Model

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Document(Model):
    """A news text, and what is known of where it comes from.

    `published` is an ISO 8601 date or date and time, a `date` or a `datetime`; relative dates in the text
    ("on Monday") are resolved against it.

    >>> from datetime import date
    >>> Document(text="Smith resigned.", published=date(2025, 2, 4)).published
    '2025-02-04'
    """

    model_config = ConfigDict(strict=True)

    text: str
    id: str | None = None
    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None

    @field_validator("published", mode="before")
    @classmethod
    def _iso_date(cls, value: object) -> object:
        if isinstance(value, date):
            return value.isoformat()
        if value is None:
            return value
        try:
            if not isinstance(value, str):
                raise ValueError
            datetime.fromisoformat(value)
        except ValueError:
            raise ValueError(
                f"an ISO 8601 date such as 2025-02-04 or 2025-02-04T18:30:00 is expected, not {value!r}"
            ) from None
        return value


def read_document(given: object, **metadata: Any) -> Document:
    """A `Document` from a string, a mapping with a document's keys (others are ignored) or a `Document`.

    Raises `InvalidDocument` where the text is no string or cannot be written as UTF-8, or a field cannot be read.
    """
    if isinstance(given, Document):
        return given if not metadata else _validated({**given.model_dump(), **metadata})
    if isinstance(given, Mapping):
        if "text" not in given:
            raise InvalidDocument(f"a document needs the key 'text'; this one has {sorted(map(str, given))}")
        known = {key: value for key, value in given.items() if key in Document.model_fields}
        return _validated({**known, **metadata})
    return _validated({"text": given, **metadata})


def _validated(fields: dict[str, Any]) -> Document:
    text = fields["text"]
    if not isinstance(text, str):
        hint = "; decode it first, for instance with .decode('utf-8')" if isinstance(text, bytes | bytearray) else ""
        raise InvalidDocument(f"the text must be a string, not {type(text).__name__}{hint}")
    if fields.get("id") is not None and not isinstance(fields["id"], str):
        fields = {**fields, "id": str(fields["id"])}
    for name, value in fields.items():
        surrogate = LONE_SURROGATE.search(value) if isinstance(value, str) else None
        if surrogate:
            raise InvalidDocument(
                f"{name}: half of a surrogate pair (U+{ord(surrogate[0]):04X}) at offset {surrogate.start()}, "
                "which no encoding can write; replace it with value.encode('utf-8', 'replace').decode('utf-8')"
            )
    try:
        return Document(**fields)
    except ValidationError as error:
        faults = "; ".join(
            f"{fault['loc'][0]}: {fault['msg'].removeprefix('Value error, ')}" for fault in error.errors()
        )
        raise InvalidDocument(faults) from None
    except TypeError as error:
        raise InvalidDocument(str(error)) from None
