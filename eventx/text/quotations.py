"""Quotations: which tokens stand inside quotation marks, over paragraphs and in spite of missing marks."""

from __future__ import annotations

from dataclasses import dataclass

DOUBLE_OPEN = frozenset("“„«")
DOUBLE_CLOSE = frozenset("”»")
STRAIGHT = frozenset(['"', "''", "``", "＂"])
SINGLE = frozenset("‘’'")
ANY_MARK = DOUBLE_OPEN | DOUBLE_CLOSE | STRAIGHT | frozenset("‘’'")
NO_SPACE_AFTER = frozenset("([{—–-/") | DOUBLE_OPEN | frozenset("‘")


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


def find_quotations(
    words: list[str], starts: list[int], ends: list[int], paragraphs: list[tuple[int, int]]
) -> list[Quotation]:
    """All outermost quotations, in text order."""
    marks = [i for i, word in enumerate(words) if word in ANY_MARK]
    found: list[Quotation] = []
    at = 0
    for first, last in paragraphs:
        here = []
        while at < len(marks) and marks[at] < last:
            here.append(marks[at])
            at += 1
        if here:
            _in_paragraph(words, starts, ends, first, last, here, found)
    return found


def _in_paragraph(
    words: list[str],
    starts: list[int],
    ends: list[int],
    first: int,
    last: int,
    marks: list[int],
    found: list[Quotation],
) -> None:
    def opens(i: int) -> bool:
        """Whether a straight mark can open: nothing before it, and a word right behind it."""
        free_before = i == first or starts[i] > ends[i - 1] or words[i - 1] in NO_SPACE_AFTER
        return free_before and i + 1 < last and starts[i + 1] == ends[i]

    opened = -1
    singles = []
    for i in marks:
        word = words[i]
        if word in SINGLE:
            if opened < 0:
                singles.append(i)
            continue
        if opened < 0:
            if word in DOUBLE_OPEN or (word in STRAIGHT and (opens(i) or i + 1 < last)):
                opened = i
            continue
        if word in DOUBLE_CLOSE or (word in STRAIGHT and not (opens(i) and _is_open_twice(words, opened, i))):
            found.append(Quotation(opened, i, closed=True))
            opened = -1
        elif word in STRAIGHT or i == first:
            # the mark before it was never closed: that quotation ends where this one begins
            found.append(Quotation(opened, i - 1, closed=False))
            opened = i
    if opened >= 0:
        continued = last < len(words) and words[last] == words[opened]
        found.append(Quotation(opened, last - 1, closed=False, continued=continued))
    elif len(singles) > 1:
        _single_marks(words, starts, ends, first, last, singles, found)


def _is_open_twice(words: list[str], opened: int, i: int) -> bool:
    """Whether straight mark `i` opens although one is open: a comma and a space stand before it, words behind."""
    return i - opened > 1 and words[i - 1] in {",", ":"} and words[opened] in STRAIGHT


def _single_marks(
    words: list[str],
    starts: list[int],
    ends: list[int],
    first: int,
    last: int,
    marks: list[int],
    found: list[Quotation],
) -> None:
    """Quotations in single marks, where the paragraph holds both an opening and a closing one outside double marks."""
    doubles = [(q.first, q.last) for q in found if q.first >= first]
    opened = -1
    for i in marks:
        if any(a < i < b for a, b in doubles):
            continue
        spaced_before = i == first or starts[i] > ends[i - 1] or words[i - 1] in NO_SPACE_AFTER
        touches_next = i + 1 < last and starts[i + 1] == ends[i]
        if opened < 0:
            if words[i] != "’" and spaced_before and touches_next and (words[i] == "‘" or words[i + 1][:1].isalpha()):
                opened = i
        elif words[i] != "‘" and not spaced_before and not (touches_next and words[i + 1][:1].isalnum()):
            # an apostrophe of a plural (“the workers’ pay”) closes nothing while a better mark follows
            better = any(j > i and words[j - 1] in {",", ".", "!", "?"} and words[j] == words[i] for j in marks)
            plural = words[i - 1].endswith("s") and better
            if not plural:
                found.append(Quotation(opened, i, closed=True, single=True))
                opened = -1
    found.sort(key=lambda quotation: quotation.first)
