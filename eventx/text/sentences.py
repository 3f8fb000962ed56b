"""Sentences within paragraphs, by the full stop's surroundings (see docs/decisions.md for the splitters compared)."""

from __future__ import annotations

from eventx.text.quotations import ANY_MARK

TERMINATORS = frozenset([".", "!", "?", "…", "..", "...", "...."])
CLOSERS = ANY_MARK | frozenset(")]")
OPENERS = frozenset('“„«‘"([') | {"''", "``", "'"}
# A dotted abbreviation ends a sentence only before one of these: "in the U.S. The", not "the U.S. Senate".
STARTERS = frozenset(
    "a according after all also although an and another any as at because before but by during each even few first "
    "for former from he her his how however i if in instead it its last later many meanwhile most mr. mrs. ms. my no "
    "nor not now of on once one only or other others our over president rep. sen. she since so some such that the "
    "their then there these they this those though through to today two under until we what when where which while "
    "who why with without yes yet you your".split()
)
DASHES = frozenset(["—", "–", "--", "-"])
TITLES = frozenset(
    "adm. atty. brig. capt. cmdr. col. cpl. dr. fr. gen. gov. hon. lt. maj. messrs. mr. mrs. ms. mt. no. nos. pres. "
    "prof. pvt. rep. reps. rev. sen. sens. sgt. st. supt. v. vs.".split()
)
REPORTING = frozenset(
    "said says asked asks told wrote writes added replied tweeted shouted exclaimed demanded wondered".split()
)
LOOK_AHEAD = 9


def split_sentences(
    words: list[str], starts: list[int], ends: list[int], paragraph: tuple[int, int], most: int
) -> list[tuple[int, int]]:
    """The sentences of one paragraph as token ranges, half-open; none longer than `most` tokens.

    >>> words = "Gov . Lee left . He won .".split()
    >>> split_sentences(words, [0] * 8, [0] * 8, (0, 8), 100)
    [(0, 2), (2, 5), (5, 8)]
    """
    first, last = paragraph
    found: list[tuple[int, int]] = []
    begin = first
    i = first
    while i < last:
        word = words[i]
        if word in TERMINATORS:
            after = _closers_end(words, starts, ends, i + 1, last)
            if _ends_sentence(words, i, after, last):
                found.append((begin, after))
                begin = i = after
                continue
            i = after
            continue
        if word[-1] == "." and len(word) > 1 and word[0].isalpha() and _abbreviation_ends(words, i, last):
            after = _closers_end(words, starts, ends, i + 1, last)
            found.append((begin, after))
            begin = i = after
            continue
        if i - begin + 1 >= most:
            found.append((begin, i + 1))
            begin = i + 1
        i += 1
    if begin < last:
        found.append((begin, last))
    return found


def _closers_end(words: list[str], starts: list[int], ends: list[int], i: int, last: int) -> int:
    """The token behind the closing marks and further terminators that touch a terminator."""
    while i < last and starts[i] == ends[i - 1] and (words[i] in CLOSERS or words[i] in TERMINATORS):
        i += 1
    return i


def _ends_sentence(words: list[str], terminator: int, after: int, last: int) -> bool:
    if after >= last:
        return True
    following = words[after]
    if (following in OPENERS or following in DASHES) and after + 1 < last:
        following = words[after + 1]
    if following[:1].islower() or following in {",", ";", ":"}:
        return False
    if words[terminator] != "." and words[after - 1] in ANY_MARK and following[:1].isupper():
        # “Is it over?” Smith asked. – the reporting clause belongs to the question
        return not _reporting_clause(words, after, last)
    return True


def _reporting_clause(words: list[str], i: int, last: int) -> bool:
    for word in words[i : min(i + LOOK_AHEAD, last)]:
        if word in REPORTING:
            return True
        if word in TERMINATORS or word in ANY_MARK:
            return False
    return False


def _abbreviation_ends(words: list[str], i: int, last: int) -> bool:
    """Whether a token that carries its own full stop ("U.S.", "Inc.") ends the sentence as well."""
    if i + 1 >= last:
        return False
    word = words[i].lower()
    if word in TITLES or (len(word) == 2 and words[i][0].isupper()):
        return False
    following = words[i + 1]
    if following in CLOSERS and i + 2 < last:
        following = words[i + 2]
    return following[:1].isupper() and following.lower() in STARTERS
