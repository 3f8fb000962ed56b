"""A mention: the words that stand for a participant, and, once resolved, the entity they stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

from eventx.text import Range


@dataclass(slots=True)
class Referent:
    """Who or what a document speaks of: the fullest name it gives, and what is known of it."""

    name: str | None = None
    kind: str = "unknown"
    role: str | None = None
    country: str | None = None
    gender: str | None = None


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
