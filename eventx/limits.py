"""Limits that keep one document from taking a whole batch down."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a document is read.

    `document_characters`: code points read of a document; what follows is cut and reported.
    `sentence_tokens`: tokens of a sentence; a longer one is split there.

    >>> Limits(document_characters=1_000).sentence_tokens
    400
    """

    document_characters: int = 20_000_000
    sentence_tokens: int = 400

    def __post_init__(self) -> None:
        for name in self.__slots__:
            value = getattr(self, name)
            if not isinstance(value, int) or value < 1:
                raise ValueError(f"limit {name} must be a whole number of at least 1, not {value!r}")
