"""The base of all models, and the span on which every result stands."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Model(BaseModel):
    """A frozen model that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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
