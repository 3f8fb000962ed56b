"""The base of all models, and the span on which every result stands."""

from __future__ import annotations

from functools import cache
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Model(BaseModel):
    """A frozen model that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def trusted(cls, **fields: Any) -> Self:
        """A model of fields that are known to be valid, which are not checked again: a tenth of the cost.

        Only the boundary of the engine calls it; that what it builds is valid is tested.
        """
        defaults, private = _defaults(cls)
        return built(cls, defaults | fields, _set_fields(tuple(fields)), dict(private) if private else None)

    def __reduce__(self) -> tuple[Any, ...]:
        # half of the time and two thirds of the size of what pydantic has: results cross from process to process
        return built, (type(self), self.__dict__, self.__pydantic_fields_set__, self.__pydantic_private__)


AnyModel = TypeVar("AnyModel", bound=Model)

# what sets the slots of a pydantic model without the checks of `__setattr__`
_set_dict, _set_given, _set_extra, _set_private = (
    vars(BaseModel)[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


def built(cls: type[AnyModel], fields: dict[str, Any], given: set[str], private: dict[str, Any] | None) -> AnyModel:
    """A model of all its fields, of which some were given, without a check."""
    model = cls.__new__(cls)
    _set_dict(model, fields)
    _set_given(model, given)
    _set_extra(model, None)
    _set_private(model, private)
    return model


@cache
def _set_fields(names: tuple[str, ...]) -> set[str]:
    """One set for all models of the same fields, which frozen models do not change."""
    return set(names)


@cache
def _defaults(model: type[Model]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields of a model in order with their defaults, and its private attributes with theirs."""
    private = {name: attribute.get_default() for name, attribute in model.__private_attributes__.items()}
    return {name: field.get_default() for name, field in model.model_fields.items()}, private


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
        return built(cls, fields, SPAN_FIELDS, None)

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
