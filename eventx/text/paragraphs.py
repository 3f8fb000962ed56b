"""Paragraphs, and which of them are no running text: headlines, bylines, captions, boilerplate."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import Literal

ParagraphKind = Literal["body", "headline", "furniture"]

# a line from its first visible character on, so that indentation and empty lines stand between lines
LINE = re.compile(r"\S[^\r\n\f\x85\u2028\u2029]*")
LIST_ITEM = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})[.)]\s")
SOFT_WRAP_SHORTEST, SOFT_WRAP_LONGEST = 50, 100
HEADLINE_LONGEST = 200
FURNITURE_LONGEST = 400
SMALL_WORDS = frozenset("a an and as at by for from in is nor of on or over the to with".split())
# WASHINGTON (AP) — , PORT ALDER, June 3 (Reuters) - , (Reuters) -
DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]{1,20}(?: [A-Z][A-Z.'’-]{1,20}){0,3}(?:, [A-Z][A-Za-z.]{1,20}){0,2}"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([A-Z][A-Za-z ]{1,20}\))? ?(?:—|–|--|- )"
    r"|\([A-Z][A-Za-z]{1,20}\) ?(?:—|–|--|-)) {0,2}"
)
DATELINE_LATEST = 6
ENDS_OF_SENTENCES = frozenset('.!?…:;”"')


@cache
def furniture_pattern() -> re.Pattern[str]:
    """What a line begins with that belongs to the page and not to the story."""
    name = r"[A-ZÀ-Þ][\w.’'-]{0,30}"
    return re.compile(
        rf"""
        (?:featured\ |file\ |stock\ |handout\ )?(?:image|photo|picture|video|file)s?\ ?
            (?:credit|courtesy|by|source|gallery|caption|copyright)?s?\ ?:
        | \(?(?:image|media|photo)\ (?:caption|copyright|source|playback|credit|courtesy)\b
        | \(?photo(?:graph)?\ by\b | image\ via\b | getty\ images | \(?(?:ap|afp|reuters)\ photo
        | \(?(?:getty|afp|ap|reuters|shutterstock)/ | [\w’'.\ ]{{1,60}}/\ ?(?:getty|afp|ap|reuters|shutterstock)\b
        | (?:read|see|watch|listen|click|related|recommended|more)\ (?:more|also|here|the\ full|on|related)\b
        | also\ read\b | related(?:\ stor(?:y|ies)|\ articles?)?: | sign\ up\ (?:for|here) | subscribe\b
        | follow\ (?:us|me)\b | editor[’']?s[’']?\ note\b | (?:correction|clarification)\ ?:
        | do\ you\ [^.!?]{{1,100}}\?\ (?:like|share|vote|tell)\b | (?:tell\ us|let\ us\ know)\b
        | copyright\ (?:©|\(c\)|\d) | © | all\ rights\ reserved | this\ (?:story|article)\ (?:has\ been|was)\ updated
        | (?:advertisement|abstract|full\ text)\W{{0,9}}$ | (?:story|article)\ continues\b | skip\ advertisement
        | share\ (?:this|on)\b | contact\ the\ (?:author|reporter) | \(?(?:additional\ )?reporting\ by\b
        | [^.!?]{{1,150}}\ contributed\ to\ this\ (?:report|story|article)\b
        | (?-i:Follow\ (?:@\w+|{name}\ {name}\ on\b))
        | (?-i:(?:By|BY)\ {name}(?:\ {name}){{1,3}}(?:\ [|–—-]\ |,|\ and\ )[^!?]{{0,150}}[^.!?”"]$)
        | (?-i:(?:By|BY)\ {name}(?:[ ,]{{1,2}}(?:and\ )?{name}){{1,9}}\W{{0,9}}$)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def split_paragraphs(source: str, starts: list[int]) -> tuple[list[tuple[int, int]], list[ParagraphKind]]:
    """The paragraphs as half-open token ranges, with the kind of each.

    A blank line ends a paragraph; a single line end does too, unless the text is wrapped at a fixed width or goes on
    in lower case.
    """
    blocks = _blocks(source)
    ranges: list[tuple[int, int]] = []
    kinds: list[ParagraphKind] = []
    before_story = True
    for begin, end in blocks:
        first, last = bisect_left(starts, begin), bisect_left(starts, end)
        if first == last:
            continue
        kind = _kind(source[begin:end].rstrip(), before_story=before_story)
        before_story = before_story and kind == "furniture"
        dateline = DATELINE.match(source, begin, end) if kind == "body" and len(ranges) < DATELINE_LATEST else None
        if dateline:
            story = bisect_left(starts, dateline.end())
            if first < story < last:
                kinds.append("furniture")
                ranges.append((first, story))
                first = story
        kinds.append(kind)
        ranges.append((first, last))
    return ranges, kinds


def _kind(paragraph: str, *, before_story: bool) -> ParagraphKind:
    if len(paragraph) < FURNITURE_LONGEST and furniture_pattern().match(paragraph):
        return "furniture"
    if before_story and len(paragraph) <= HEADLINE_LONGEST:
        # a first line without a full stop, or with one in Headline Capitals, stands above the story
        words = [word for word in paragraph.split() if word[0].isalpha() and word not in SMALL_WORDS]
        if paragraph[-1] not in '.!?”"' or sum(word[0].isupper() for word in words) > 0.6 * len(words):
            return "headline"
    return "body"


def _blocks(source: str) -> list[tuple[int, int]]:
    lines = [match.span() for match in LINE.finditer(source)]
    if not lines:
        return []
    width = _wrap_width(source, lines)
    blocks = [lines[0]]
    line_begin = lines[0][0]
    for begin, end in lines[1:]:
        block_begin, previous_end = blocks[-1]
        if not _is_blank(source[previous_end:begin]) and _goes_on(source, line_begin, previous_end, begin, end, width):
            blocks[-1] = (block_begin, end)
        else:
            blocks.append((begin, end))
        line_begin = begin
    return blocks


def _is_blank(gap: str) -> bool:
    """Whether the characters between two lines hold an empty line or a page end."""
    return gap.count("\n") > 1 or gap.count("\r") > 1 or "\f" in gap or "\u2029" in gap


def _goes_on(source: str, line_begin: int, line_end: int, begin: int, end: int, width: int) -> bool:
    """Whether the line from `begin` to `end` goes on with the paragraph of the line before it."""
    if source[begin].islower():
        ended = source[line_begin:line_end].rstrip()[-1] in ENDS_OF_SENTENCES and not width
        return not ended and LIST_ITEM.match(source, begin, begin + 6) is None
    if not width:
        return False
    # where the next word would have fitted on the line before, the line end is meant
    space = source.find(" ", begin, end)
    word = (space if space >= 0 else end) - begin
    return line_end - line_begin + 1 + word > 0.75 * width


def _wrap_width(source: str, lines: list[tuple[int, int]]) -> int:
    """The width at which single line ends wrap the text; 0 where they end paragraphs."""
    inner = [a for a, b in pairwise(lines) if not _is_blank(source[a[1] : b[0]])]
    if len(inner) < 2 or max(end - begin for begin, end in lines) > SOFT_WRAP_LONGEST:
        return 0
    lengths = sorted(end - begin for begin, end in inner)
    if lengths[len(lengths) // 2] < SOFT_WRAP_SHORTEST:
        return 0
    # lines that all end with a sentence are paragraphs, however alike their lengths are
    ended = sum(source[begin:end].rstrip()[-1] in ENDS_OF_SENTENCES for begin, end in inner)
    return lengths[-1] if ended <= len(inner) // 2 else 0
