"""What an extractor is: triggers, and drafts of events around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from eventx.mentions import Mentions
from eventx.rules import Draft, Rule
from eventx.text import Text


def trigger_tokens(text: Text, triggers: frozenset[str]) -> list[int]:
    """Where any of these words stands in the story, and not in bylines, captions and the like."""
    return [token for token in text.occurrences(triggers) if text.kind_at(token) != "furniture"]


class Extractor(Protocol):
    """Finds the events of some types in a text, beginning at trigger words.

    `triggers` are the lower-case words without one of which the extractor finds nothing; `rules` are those it
    applies, in order of priority.
    """

    name: str
    types: tuple[str, ...]
    triggers: frozenset[str]
    rules: tuple[Rule, ...]

    def extract(self, text: Text, mentions: Mentions, triggers: Sequence[int]) -> Iterator[Draft]:
        """The drafts found in the text, in text order; `triggers` are the tokens that are triggers of any extractor."""
        ...
