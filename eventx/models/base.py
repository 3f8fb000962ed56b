"""The base of all models, and the span on which every result stands."""

from __future__ import annotations

from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

_new, _set = object.__new__, object.__setattr__


class Model(BaseModel):
    """A frozen model that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def trusted(cls, **fields: Any) -> Self:
        """A model of fields that are known to be valid, which are not checked again: a tenth of the cost.

        Only the boundary of the engine calls it; that what it builds is valid is tested.
        """
        model = _new(cls)
        defaults, private = _defaults(cls)
        _set(model, "__dict__", defaults | fields)
        _set(model, "__pydantic_fields_set__", _given(tuple(fields)))
        _set(model, "__pydantic_extra__", None)
        _set(model, "__pydantic_private__", dict(private) if private else None)
        return model


@cache
def _defaults(model: type[Model]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields of a model in order with their defaults, and its private attributes with theirs."""
    private = {name: attribute.get_default() for name, attribute in model.__private_attributes__.items()}
    return {name: field.get_default() for name, field in model.model_fields.items()}, private


@cache
def _given(fields: tuple[str, ...]) -> set[str]:
    """The names of the fields that models were built of, one set for all of them: pydantic copies it to change it."""
    return set(fields)


SPAN_FIELDS = {"start", "end", "text"}


class Span(Model):
    """A stretch of the document's text.

    `start` and `end` count Unicode code points of the text as it was given, `end` exclusive, so that
    `source[start:end] == span.text` holds for every span of every result.

    Raises `pydantic.ValidationError` where `text` is not `end - start` code points long.

    >>> span = Span(start=6, end=13, text="offered")
    >>> str(span), len(span)
    ('offered', 7)
    """

    start: int = Field(ge=0, description="first code point")
    end: int = Field(ge=1, description="code point after the last one")
    text: str = Field(min_length=1, description="the text between the two")

    @classmethod
    def trusted(cls, **fields: Any) -> Self:
        """As of every model; there are many spans, and all their fields are always given, in their order."""
        span = _new(cls)
        _set(span, "__dict__", fields)
        _set(span, "__pydantic_fields_set__", SPAN_FIELDS)
        _set(span, "__pydantic_extra__", None)
        _set(span, "__pydantic_private__", None)
        return span

    @model_validator(mode="after")
    def _text_fits_offsets(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"a span from {self.start} to {self.end} must hold {self.end - self.start} code points of text, "
                f"not {len(self.text)}"
            )
        return self

    def __len__(self) -> int:
        return self.end - self.start

    def __str__(self) -> str:
        return self.text

    def utf8(self, source: str) -> tuple[int, int]:
        """The span's byte offsets in `source` encoded as UTF-8, half-open.

        >>> Span(start=2, end=5, text="bid").utf8("é bid")
        (3, 6)
        """
        return self._offsets(source, "utf-8", 1)

    def utf16(self, source: str) -> tuple[int, int]:
        """The span's code-unit offsets in `source` encoded as UTF-16, half-open: the offsets of Java and JavaScript.

        >>> Span(start=2, end=5, text="bid").utf16("😀 bid")
        (3, 6)
        """
        return self._offsets(source, "utf-16-le", 2)

    def _offsets(self, source: str, encoding: str, unit: int) -> tuple[int, int]:
        before = len(source[: self.start].encode(encoding, "surrogatepass")) // unit
        return before, before + len(self.text.encode(encoding, "surrogatepass")) // unit
