"""The text as the engine sees it: parallel lists of tokens, with sentences, paragraphs and quotations over them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Set
from typing import NamedTuple

from eventx.limits import Limits
from eventx.text.paragraphs import ParagraphKind, split_paragraphs
from eventx.text.quotations import SINGLE, Quotation, find_quotations, nested_quotation
from eventx.text.sentences import split_sentences
from eventx.text.tokens import tokenize
from eventx.text.word_classes import classify


class Range(NamedTuple):
    """Code-point offsets into the source, half-open."""

    start: int
    end: int


class Text:
    """One document's tokens, numbered from 0, and what stands over them.

    `words`, `lower`, `starts` and `ends` run in parallel. Sentences and paragraphs are half-open token ranges that
    cover every token. Word classes are worked out a sentence at a time, when a rule first asks for one.
    """

    __slots__ = (
        "_capitals",
        "_classes",
        "_counts",
        "_paragraph_at",
        "_quotation_at",
        "_sentence_at",
        "ends",
        "lower",
        "paragraph_kinds",
        "paragraphs",
        "quotations",
        "sentences",
        "source",
        "starts",
        "words",
    )

    def __init__(self, source: str, limits: Limits | None = None) -> None:
        limits = limits or Limits()
        self.source = source
        self.words, self.starts, self.ends = tokenize(source)
        self.lower = [word.lower() for word in self.words]
        if "’" in source:
            self.lower = [word.replace("’", "'") if "’" in word else word for word in self.lower]
        self.paragraphs, self.paragraph_kinds = split_paragraphs(source, self.starts)
        self.quotations: list[Quotation] = find_quotations(self.words, self.starts, self.ends, self.paragraphs)
        self.sentences: list[tuple[int, int]] = [
            sentence
            for paragraph in self.paragraphs
            for sentence in split_sentences(self.words, self.starts, self.ends, paragraph, limits.sentence_tokens)
        ]
        self._sentence_at = _numbers(self.sentences)
        self._paragraph_at = _numbers(self.paragraphs)
        self._classes: list[str] = [""] * len(self.words)
        self._counts: Counter[str] | None = None
        self._capitals: frozenset[str] | None = None
        # the number of the quotation that holds each token, counted from 1, or 0
        self._quotation_at = [0] * len(self.words)
        for number, quotation in enumerate(self.quotations, 1):
            self._quotation_at[quotation.first : quotation.last + 1] = [number] * (quotation.last + 1 - quotation.first)

    def sentence_index(self, token: int) -> int:
        """The number of the sentence that holds a token."""
        return self._sentence_at[token]

    def sentence(self, token: int) -> tuple[int, int]:
        """The token range of the sentence that holds a token."""
        return self.sentences[self._sentence_at[token]]

    def paragraph_index(self, token: int) -> int:
        """The number of the paragraph that holds a token."""
        return self._paragraph_at[token]

    def kind_at(self, token: int) -> ParagraphKind:
        """The kind of the paragraph that holds a token."""
        return self.paragraph_kinds[self._paragraph_at[token]]

    def quotation(self, token: int) -> Quotation | None:
        """The quotation that holds a token, its marks included."""
        number = self._quotation_at[token]
        return self.quotations[number - 1] if number else None

    def holds_quotation(self, first: int, last: int) -> bool:
        """Whether a quotation, or a part of one, stands between two tokens."""
        return any(self._quotation_at[first:last])

    def is_quoted(self, first: int, last: int) -> bool:
        """Whether all tokens from `first` up to `last` stand in quotations."""
        return 0 not in self._quotation_at[first:last]

    def quotation_from(self, token: int) -> Quotation | None:
        """The quotation that begins at a token: an outermost one, or one in single marks inside it."""
        outer = self.quotation(token)
        if outer is None or outer.first == token:
            return outer
        if self.words[token] not in SINGLE:
            return None
        return nested_quotation(self.words, self.starts, self.ends, outer, token)

    def word_class(self, token: int) -> str:
        """One letter for a token's part of speech in its sentence (see `eventx.text.word_classes`)."""
        return self._classes[token] or self.word_classes(token)[token]

    def word_classes(self, token: int) -> list[str]:
        """The word classes of all tokens, of which at least those of the given token's sentence are filled in."""
        first, last = self.sentences[self._sentence_at[token]]
        if not self._classes[first]:
            self._classes[first:last] = classify(self.words[first:last], self.lower[first:last])
        return self._classes

    def occurrences(self, words: Set[str]) -> list[int]:
        """Where any of the given lower-case words stands, in text order."""
        return [token for token, word in enumerate(self.lower) if word in words]

    def count(self, words: Set[str]) -> int:
        """How often any of the given lower-case words stands in the text."""
        if self._counts is None:
            self._counts = Counter(self.lower)
        return sum(self._counts[word] for word in self._counts.keys() & words)

    def capitalized(self, first: int, last: int) -> list[int]:
        """The tokens between two that begin with a capital, or whose third sign is a hyphen as in "al-Shabab"."""
        if self._capitals is None:
            self._capitals = frozenset(word for word in set(self.words) if word[0].isupper() or word[2:3] == "-")
        return [token for token in range(first, last) if self.words[token] in self._capitals]

    def range(self, first: int, last: int) -> Range:
        """The code-point offsets of the tokens from `first` up to, not including, `last`."""
        return Range(self.starts[first], self.ends[last - 1])

    def string(self, span: Range | tuple[int, int]) -> str:
        """The source between two code-point offsets."""
        return self.source[span[0] : span[1]]

    def tokens(self, span: Range | tuple[int, int]) -> tuple[int, int]:
        """The half-open range of the tokens that lie, at least in part, between two code-point offsets."""
        return bisect_right(self.ends, span[0]), bisect_left(self.starts, span[1])


def _numbers(ranges: list[tuple[int, int]]) -> list[int]:
    """For each token the number of the range that holds it; the place behind the last one belongs to the last range."""
    found: list[int] = []
    for number, (first, last) in enumerate(ranges):
        found += [number] * (last - first)
    found.append(len(ranges) - 1)
    return found
