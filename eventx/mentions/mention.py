"""A mention: the words that stand for a participant, and, once resolved, the referent they stand for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from eventx.text import Range


@dataclass(slots=True, eq=False)
class Referent:
    """Who or what a document speaks of: the fullest name it gives, and what is known of it.

    `nouns` are the words by which the document may point to it later (“the senator”), `side` is whom it speaks for.
    """

    name: str | None = None
    kind: str = "unknown"
    role: str | None = None
    country: str | None = None
    party: str | None = None
    state: str | None = None
    gender: str | None = None
    nouns: set[str] = field(default_factory=set)
    side: Referent | None = None


@dataclass(slots=True)
class Mention:
    """The words of one participant: code-point offsets, and the tokens they cover, half-open.

    `antecedent` is what a relative pronoun stands for, where it is known. `referent` is filled in when the mention is
    resolved.
    """

    range: Range
    first: int
    last: int
    antecedent: Mention | None = field(default=None, compare=False)
    referent: Referent | None = field(default=None, compare=False)


class Voice(NamedTuple):
    """Who speaks where a mention stands inside a quotation, and to whom."""

    speaker: Referent | None = None
    addressee: Referent | None = None
