"""Paragraphs, and which of them are no running text: headlines, bylines, captions, boilerplate."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Literal

ParagraphKind = Literal["body", "headline", "furniture"]

LINE = re.compile(r"[^\r\n]+")
SOFT_WRAP_SHORTEST, SOFT_WRAP_LONGEST = 50, 100
HEADLINE_LONGEST = 200


@cache
def furniture_pattern() -> re.Pattern[str]:
    """What a line begins with that belongs to the page and not to the story."""
    return re.compile(
        r"""\s{0,9}(?:
            (?:featured\ )?(?:image|photo|picture|video|file)s?(?:\ \w+)?\ ?(?:credit|courtesy|by|source)?s?:
            | photo(?:graph)?\ by\b | image\ via\b | getty\ images | \(?(?:ap|afp|reuters)\ photo
            | (?:[\w’' ]{1,60}/)(?:getty|afp|ap|reuters|shutterstock)\b
            | by\ (?:[A-Z][\w.’'-]+\ ){0,3}[A-Z][\w.’'-]+(?:,|\ and\ |\ \||\s*$)
            | (?:read|see|watch|listen|click|also\ read|related|recommended|more)\ (?:more|also|here|the\ full|on|related)\b
            | related(?:\ stor(?:y|ies)|\ articles?)?: | sign\ up\ (?:for|here) | subscribe\b | follow\ (?:us|me|\w+\ \w+\ on)\b
            | (?:copyright|©|all\ rights\ reserved) | (?:advertisement|abstract|full\ text)\W*$ | this\ story\ has\ been\ updated
            | share\ (?:this|on)\b | contact\ the\ (?:author|reporter)
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


BYLINE = re.compile(r"\s{0,9}(?:By|BY) (?:[A-Z][\w.’'-]+[ ,]{1,2}(?:and )?){1,8}[^a-z]{0,20}$")


def split_paragraphs(source: str, starts: list[int]) -> tuple[list[tuple[int, int]], list[ParagraphKind]]:
    """The paragraphs as half-open token ranges, with the kind of each.

    A blank line ends a paragraph; a single line end does too, unless the text is wrapped at a fixed width or goes on
    in lower case.
    """
    blocks = _blocks(source)
    ranges: list[tuple[int, int]] = []
    kinds: list[ParagraphKind] = []
    for begin, end in blocks:
        first, last = bisect_left(starts, begin), bisect_left(starts, end)
        if first == last:
            continue
        kinds.append(_kind(source, begin, end, is_first=not ranges))
        ranges.append((first, last))
    return ranges, kinds


def _kind(source: str, begin: int, end: int, *, is_first: bool) -> ParagraphKind:
    head = source[begin : begin + 120]
    if end - begin < 400 and (furniture_pattern().match(head) or BYLINE.match(source[begin:end])):
        return "furniture"
    if is_first and end - begin <= HEADLINE_LONGEST:
        tail = source[begin:end].rstrip()
        # a first line without a full stop, or with one in Headline Capitals, stands above the story
        words = [word for word in tail.split() if word[:1].isalpha()]
        if tail[-1] not in '.!?”"' or sum(word[:1].isupper() for word in words) > 0.6 * len(words):
            return "headline"
    return "body"


def _blocks(source: str) -> list[tuple[int, int]]:
    lines = [match.span() for match in LINE.finditer(source)]
    if not lines:
        return []
    wrapped = _is_wrapped(source, lines)
    blocks = [lines[0]]
    for begin, end in lines[1:]:
        previous_begin, previous_end = blocks[-1]
        gap = source[previous_end:begin]
        blank = gap.count("\n") > 1 or gap.count("\r") > 1
        if not blank and (wrapped or source[begin : begin + 1].islower()):
            blocks[-1] = (previous_begin, end)
        else:
            blocks.append((begin, end))
    return blocks


def _is_wrapped(source: str, lines: list[tuple[int, int]]) -> bool:
    """Whether single line ends only wrap the text at a fixed width."""
    lengths = sorted(end - begin for begin, end in lines if source[begin:end].strip())
    if len(lengths) < 3 or lengths[-1] > SOFT_WRAP_LONGEST:
        return False
    return lengths[len(lengths) // 2] >= SOFT_WRAP_SHORTEST
