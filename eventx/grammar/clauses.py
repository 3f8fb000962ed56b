"""Clauses: where the words that a cue reports begin and end."""

from __future__ import annotations

from collections.abc import Container

from eventx.text import Text

BEHIND_DASH = frozenset("a although an and because but even one the though".split())


def has_finite_verb(text: Text, start: int, end: int) -> bool:
    """Whether a stretch of one sentence holds a finite verb, and so can be a clause.

    >>> has_finite_verb(Text("In Ohio on Monday he won."), 0, 4)
    False
    """
    if start >= end:
        return False
    classes = text.word_classes(start)
    for i in range(start, end):
        letter = classes[i]
        if letter in "zdXBHO":
            return True
        if letter == "v" and i > start:
            before = i - 1 - (classes[i - 1] == '"' and i - 1 > start)
            if classes[before] in "NPQWRM":
                return True
    return False


def trim(text: Text, start: int, end: int) -> tuple[int, int]:
    """A token range without commas, full stops and dashes at its ends; closing marks of quotations stay."""
    words = text.words
    while start < end and words[start] in {",", ";", ":", "-", "—", "–", "--", ".", ")"}:
        start += 1
    while end > start and words[end - 1] in {",", ";", ":", "-", "—", "–", "--", ".", "("}:
        end -= 1
    if end > start and words[end - 1] == ")" and "(" not in words[start:end]:
        end -= 1
    return start, end


def content_end(text: Text, start: int, limit: int, cues: Container[str]) -> int:
    """Where reported words that begin at `start` end: at the limit, or where the reporting clause goes on.

    The reporting clause goes on at ", adding", "and said", ", according to".
    """
    classes = text.word_classes(start)
    lower = text.lower
    i = start + 1
    # "confirming what he said and calling it fair": a participle goes on as a participle
    coordinate = "dzg" if start > 0 and "g" in classes[max(start - 2, 0) : start] else "dz"
    while i < limit:
        letter = classes[i]
        if letter == '"':
            quotation = text.quotation(i)
            if quotation and quotation.first == i and quotation.last < limit:
                i = quotation.last + 1
                if text.words[i - 2] == "," and i + 1 < limit and classes[i] == "g" and lower[i] in cues:
                    return i  # "it was “corrupt,” noting that"
                continue
        elif letter in ",-" and i + 2 < limit:
            following = i + 1
            if _narrator_resumes(text, classes, i, limit):
                return i
            # "— the operator said it would cost a million — has opened"; a pair of dashes within the words ends nothing
            if letter == "-" and classes[following] in "zXBH" and "-" not in classes[start:i]:
                return i
            if classes[following] == "C" and lower[following] in {"and", "but"}:
                following += 1
            while following + 1 < limit and classes[following] == "R":
                following += 1
            if lower[following] in cues and classes[following] in "gdz" and following + 1 < limit:
                return i
            if lower[following] == "according" and lower[following + 1] == "to" and i > start + 1:
                return i
            if _reporting_tail(lower, classes, i + 1, limit, cues):
                return i
        elif letter == "C" and lower[i] in {"and", "but"} and i + 2 < limit and classes[i - 1] != ",":
            following = i + 1
            while following + 1 < limit and classes[following] == "R":
                following += 1
            if lower[following] in cues and classes[following] in coordinate:
                return i
        elif text.words[i] == ";" or (lower[i : i + 2] == ["according", "to"] and i > start + 2):
            return i
        i += 1
    return limit


def _narrator_resumes(text: Text, classes: list[str], i: int, limit: int) -> bool:
    """Whether a comma or a dash ends the reported words: ", but it has", " — even though", " — a plan that"."""
    word = text.lower[i + 1]
    if classes[i] == ",":
        if word == "and" and i + 2 < limit and classes[i + 2] in "zXBH":
            return True
        return word == "but" and clause_follows(classes, i + 1, limit)
    return text.starts[i] > text.ends[i - 1] and word in BEHIND_DASH


def _reporting_tail(lower: list[str], classes: list[str], start: int, limit: int, cues: Container[str]) -> bool:
    """Whether "a relief worker said" and the end of the sentence follow a comma."""
    for i in range(start, min(start + 9, limit)):
        if classes[i] in "dz" and i > start and lower[i] in cues:
            return i + 1 >= limit or lower[i + 1] in {"on", "in", "at"} or (classes[i + 1] in ",N" and limit - i < 4)
        if classes[i] not in "DJNPQIMS":
            return False
    return False


def clause_start(text: Text, end: int, floor: int) -> int:
    """Where the clause that ends before `end` begins: behind the last semicolon or the opening of its region."""
    classes = text.word_classes(max(end - 1, floor))
    start = floor
    for i in range(end - 1, floor, -1):
        if classes[i] == ";":
            start = i + 1
            break
    while start < end and classes[start] in ",;-":
        start += 1
    return start


def clause_follows(classes: list[str], i: int, limit: int) -> bool:
    """Whether a subject and a finite verb follow token `i` at once."""
    at = i + 1
    steps = 0
    while at < limit and steps < 8:
        if classes[at] in "zdXBHO":
            return at > i + 1
        if classes[at] not in "DJMNPQSR-" and not (classes[at] == "g" and classes[at - 1] == "D"):
            return False
        at += 1
        steps += 1
    return False
