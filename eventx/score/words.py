"""Spans as sets of words, so that quotation marks, punctuation and determiners do not decide what is right."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
SENTENCE_BREAK = re.compile(r"[.!?][\"”’')]*\s+|\n+")

# Words that name nothing by themselves: two spans that share only these do not agree.
# fmt: off
EMPTY_WORDS = frozenset(
    (
        "a", "an", "the", "that", "this", "these", "those", "of", "to", "and", "or", "by", "from", "for",
        "with", "as", "in", "on", "at", "it", "is", "was", "be", "mr", "mrs", "ms", "s",
    )
)
# fmt: on

WordSet = frozenset[int]


class ScoredText:
    """A document's words, numbered from 0, with the questions that scoring asks of them.

    >>> text = ScoredText("Rubio said the offer stood.")
    >>> sorted(text.covered([(11, 21)]))
    [2, 3]
    """

    def __init__(self, source: str) -> None:
        matches = list(WORD.finditer(source))
        self.source = source
        self.forms = [match.group().lower() for match in matches]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self._sentence_starts = [0, *(match.end() for match in SENTENCE_BREAK.finditer(source))]
        self._quoted: bytearray | None = None

    def covered(self, spans: Iterable[Iterable[int]]) -> WordSet:
        """The words of which at least half lies in one of the spans."""
        found: set[int] = set()
        for start, end in spans:
            for word in range(bisect_right(self.ends, start), bisect_left(self.starts, end)):
                shared = min(self.ends[word], end) - max(self.starts[word], start)
                if 2 * shared >= self.ends[word] - self.starts[word]:
                    found.add(word)
        return frozenset(found)

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence in which an offset stands."""
        return bisect_right(self._sentence_starts, offset) - 1

    def agree(self, gold: WordSet, predicted: WordSet) -> bool:
        """Whether a predicted span names what the gold span names."""
        wanted, given = self._content_words(gold), self._content_words(predicted)
        if wanted.isdisjoint(given):
            return False
        slightly_longer = wanted <= given and len(given) <= 2 * len(wanted) + 3
        return given <= wanted or slightly_longer or overlap(wanted, given) >= 0.5

    def quotation(self, content: WordSet) -> str:
        """`direct` where (nearly) all words stand in double quotation marks, `mixed` where some do, else `indirect`."""
        if self._quoted is None:
            self._quoted = mark_quoted(self.source)
        inside = sum(self._quoted[self.starts[word]] for word in content)
        if inside >= 0.95 * len(content):
            return "direct"
        return "mixed" if inside else "indirect"

    def _content_words(self, words: WordSet) -> WordSet:
        # A pronoun or a bare "that" has no content word; it then stands for itself.
        return frozenset(word for word in words if self.forms[word] not in EMPTY_WORDS) or words


def overlap(one: WordSet, other: WordSet) -> float:
    """Twice the shared part over both sizes (Dice): 1.0 for equal sets, 0.0 for disjoint ones."""
    if not one or not other:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))


def same_source(wanted: str | None, given: str | None) -> bool:
    """Whether two names mean one source: the same last word, and one name within the other, empty words aside.

    >>> same_source("Rubio", "Marco Rubio"), same_source("Rubio", "Smith"), same_source(None, None)
    (True, False, True)
    """
    wanted_words, given_words = _name_words(wanted), _name_words(given)
    if not wanted_words or not given_words:
        return not wanted_words and not given_words
    nested = set(wanted_words) <= set(given_words) or set(given_words) <= set(wanted_words)
    several = min(len(wanted_words), len(given_words)) > 1
    return nested and (several or wanted_words[-1] == given_words[-1])


def _name_words(name: str | None) -> list[str]:
    words = (match.group().lower() for match in WORD.finditer(name or ""))
    return [word for word in words if word not in EMPTY_WORDS]


def mark_quoted(source: str) -> bytearray:
    """One byte a character: 1 inside double quotation marks, the marks included, else 0.

    A curly quotation that a paragraph leaves open runs to that paragraph's end, and on only where the next one
    opens it again; a straight one that is left open is none.
    """
    marked = bytearray(len(source))
    opened: int | None = None
    for mark in re.finditer('[\n“”"]', source):
        offset, sign = mark.start(), mark.group()
        if sign == "“" or (sign == '"' and opened is None):
            opened = offset
        elif opened is not None:
            if sign != "\n":
                _fill(marked, opened, offset + 1)
            elif source[opened] == "“":
                _fill(marked, opened, offset)
            opened = None
    return marked


def _fill(marked: bytearray, start: int, end: int) -> None:
    marked[start:end] = b"\1" * (end - start)
