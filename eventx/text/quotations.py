"""Quotations: which tokens stand inside quotation marks, over paragraphs and in spite of missing marks.

Straight marks do not tell which side they open to, and writers mistake even curly ones. So the spaces decide first, the
sign second, and the order of the marks last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DOUBLE_OPEN = frozenset(["“", "„", "«", "‘‘"])
DOUBLE_CLOSE = frozenset(["”", "»", "’’"])
STRAIGHT = frozenset(['"', "''", "``", "＂"])
SINGLE = frozenset("‘’'")
ANY_MARK = DOUBLE_OPEN | DOUBLE_CLOSE | STRAIGHT | SINGLE
DASHES = frozenset(["—", "–", "-", "--"])
NO_SPACE_AFTER = frozenset("([{/") | DASHES | DOUBLE_OPEN | frozenset("‘")
NO_SPACE_BEFORE = frozenset(".,;:!?)]}") | DOUBLE_CLOSE | frozenset("’")
ENDS_OF_CLAUSES = frozenset(".,:;!?…") | {"..", "...", "...."}
# words that begin with an apostrophe: rock ’n’ roll, get ’em
ELIDED = frozenset("bout cause cos em m n neath nother nuff round scuse til till tis twas".split())

Side = Literal["open", "close", "either"]


@dataclass(slots=True)
class Quotation:
    """Tokens `first` to `last`, both marks included; `last` is the paragraph's last token where no mark closes it.

    `continued` is set where the next paragraph opens again without a closing mark here: one quotation in two parts.
    """

    first: int
    last: int
    closed: bool
    continued: bool = False
    single: bool = False

    def inner(self, words: list[str]) -> tuple[int, int]:
        """The token range between the marks, half-open."""
        closing = self.closed and words[self.last] in ANY_MARK
        return self.first + 1, self.last if closing else self.last + 1


@dataclass(frozen=True, slots=True)
class _Paragraph:
    words: list[str]
    starts: list[int]
    ends: list[int]
    first: int
    last: int

    def touches_before(self, i: int) -> bool:
        """Whether a mark stands directly behind something that it could close."""
        return i > self.first and self.starts[i] == self.ends[i - 1] and self.words[i - 1] not in NO_SPACE_AFTER

    def touches_after(self, i: int) -> bool:
        """Whether a mark stands directly before something that it could open."""
        return i + 1 < self.last and self.starts[i + 1] == self.ends[i] and self.words[i + 1] not in NO_SPACE_BEFORE

    def side(self, i: int) -> Side:
        """What a double mark does, by its spaces, else by its sign."""
        word = self.words[i]
        before, after = self.touches_before(i), self.touches_after(i)
        if before and after and self.words[i + 1] in DASHES:
            after = False  # “a start”—and no more
        if before != after:
            return "close" if before else "open"
        if word in STRAIGHT:
            return "either"
        return "open" if word in DOUBLE_OPEN else "close"

    def goes_on(self, opened: int) -> bool:
        """Whether the next paragraph repeats an opening mark."""
        return self.last < len(self.words) and self.words[self.last] == self.words[opened]


def find_quotations(
    words: list[str], starts: list[int], ends: list[int], paragraphs: list[tuple[int, int]]
) -> list[Quotation]:
    """All outermost quotations, in text order."""
    marks = [i for i, word in enumerate(words) if word in ANY_MARK]
    found: list[Quotation] = []
    at = 0
    for first, last in paragraphs:
        doubles: list[int] = []
        singles: list[int] = []
        while at < len(marks) and marks[at] < last:
            (singles if words[marks[at]] in SINGLE else doubles).append(marks[at])
            at += 1
        if doubles or singles:
            paragraph = _Paragraph(words, starts, ends, first, last)
            here = _in_double_marks(paragraph, doubles) if doubles else []
            found += _with_single_marks(paragraph, singles, here) if singles else here
    return _continued(found)


def _continued(quotations: list[Quotation]) -> list[Quotation]:
    """The quotations without those that a single mark opens and nothing closes, since that mark was no such mark."""
    kept: list[Quotation] = []
    for quotation in reversed(quotations):
        if quotation.continued and not (kept and kept[-1].first == quotation.last + 1):
            if quotation.single:
                continue
            quotation.continued = False
        kept.append(quotation)
    kept.reverse()
    return kept


def _in_double_marks(paragraph: _Paragraph, marks: list[int]) -> list[Quotation]:
    words = paragraph.words
    sides = [paragraph.side(i) for i in marks]
    found: list[Quotation] = []
    opened = -1
    nested = False
    for k, i in enumerate(marks):
        side, following = sides[k], sides[k + 1 : k + 3]
        if opened < 0:
            # what could be either opens where another mark can close it, unless it is an inch mark
            pairs = side == "either" and following[:1] not in ([], ["open"]) and not words[i - 1].isdigit()
            if side == "open" or pairs:
                opened = i
        elif nested:
            nested = side == "open"
        elif side != "open":
            if not (words[i - 1].isdigit() and following[:1] == ["close"] and words[i] == '"'):
                found.append(Quotation(opened, i, closed=True))
                opened = -1
        elif _is_nested(words, opened, i, marks[k + 1 : k + 2], following):
            nested = True
        elif i == opened + 1:
            pass  # the same mark twice
        elif words[i - 1] in ENDS_OF_CLAUSES or words[i - 1] in ANY_MARK:
            # the mark before it was never closed: that quotation ends where this one begins, and behind a full stop
            # it goes on there, as it would in a new paragraph
            found.append(Quotation(opened, i - 1, closed=False, continued=words[i - 1] not in {",", ":"}))
            opened = i
        elif following[:1] in ([], ["open"]):
            found.append(Quotation(opened, i, closed=True))
            opened = -1
        # else a mark that closes both: “They call it “a start.”
    if opened >= 0:
        found.append(Quotation(opened, paragraph.last - 1, closed=False, continued=paragraph.goes_on(opened)))
    return found


def _is_nested(words: list[str], opened: int, i: int, next_marks: list[int], following: list[Side]) -> bool:
    """Whether a mark opens a quotation within the open one: both are closed, or a curly pair is in straight marks."""
    if len(following) == 2 and "open" not in following:
        return True
    pair = words[i] in DOUBLE_OPEN and following[:1] == ["close"] and words[next_marks[0]] in DOUBLE_CLOSE
    return pair and words[opened] in STRAIGHT


def _with_single_marks(paragraph: _Paragraph, marks: list[int], doubles: list[Quotation]) -> list[Quotation]:
    """The quotations in double marks, and those in single marks that stand outside of them or hold them."""
    found: list[Quotation] = []
    outside = _outside(marks, doubles)
    singles = _in_single_marks(paragraph, outside) if outside else []
    at = 0
    for single in singles:
        while at < len(doubles) and doubles[at].last < single.first:
            found.append(doubles[at])
            at += 1
        inside = at
        while inside < len(doubles) and doubles[inside].first < single.last:
            inside += 1
        # apostrophes far apart hold double marks by chance; a quotation ends like one
        if inside == at or not single.closed or paragraph.words[single.last - 1] in ENDS_OF_CLAUSES:
            found.append(single)
            at = inside
    return found + doubles[at:]


def nested_quotation(
    words: list[str], starts: list[int], ends: list[int], outer: Quotation, first: int
) -> Quotation | None:
    """The quotation in single marks that opens at token `first` inside one in double marks."""
    inside = _Paragraph(words, starts, ends, *outer.inner(words))
    marks = [i for i in range(first, inside.last) if words[i] in SINGLE]
    nested = _in_single_marks(inside, marks)
    return nested[0] if nested and nested[0].first == first else None


def _outside(marks: list[int], quotations: list[Quotation]) -> list[int]:
    found = []
    at = 0
    for i in marks:
        while at < len(quotations) and quotations[at].last < i:
            at += 1
        if at == len(quotations) or i < quotations[at].first:
            found.append(i)
    return found


def _in_single_marks(paragraph: _Paragraph, marks: list[int]) -> list[Quotation]:
    words = paragraph.words
    sides = [_single_side(paragraph, i) for i in marks]
    # whether behind each mark a sure closing mark stands before the next opening one
    closes_later = [False] * (len(marks) + 1)
    for k in range(len(marks) - 1, 0, -1):
        closes_later[k - 1] = sides[k] == "close" or (sides[k] != "open" and closes_later[k])
    found: list[Quotation] = []
    opened = -1
    for k, i in enumerate(marks):
        if opened < 0:
            if sides[k] == "open":
                opened = i
        elif sides[k] == "close" or (sides[k] == "either" and not closes_later[k]):
            found.append(Quotation(opened, i, closed=True, single=True))
            opened = -1
    if opened >= 0 and words[opened] == "‘" and paragraph.goes_on(opened):
        found.append(Quotation(opened, paragraph.last - 1, closed=False, continued=True, single=True))
    return found


def _single_side(paragraph: _Paragraph, i: int) -> Side | None:
    """What a single mark does; “either” closes a quotation or is the apostrophe of a plural (the workers’ pay)."""
    words = paragraph.words
    mark = words[i]
    before, after = paragraph.touches_before(i), paragraph.touches_after(i)
    if after and not before:
        following = words[i + 1]
        if mark == "’" or following.lower() in ELIDED or following[0].isdigit():
            return None  # ’90s
        return "open" if mark == "‘" or following[0].isalpha() else None
    if mark == "‘" or not before or (after and words[i + 1][0].isalnum()):
        return None
    return "either" if words[i - 1][-1] == "s" and words[i - 1][0].isalpha() else "close"
