"""Noun phrases: where the phrase that ends or begins at a token has its other end."""

from __future__ import annotations

from eventx.lexicon import load
from eventx.text import Text
from eventx.text.word_classes import PARTY_ADJECTIVES

HEADS = frozenset("NPQMn")
BEFORE_HEAD = frozenset("DJMNPSng")
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later recently "
    "afterward afterwards".split()
)
TIME_UNITS = [["week"], ["month"], ["year"], ["night"], ["morning"], ["evening"], ["weekend"], ["spring"], ["summer"]]
# without May, which mostly is a verb in lower case
MONTHS = frozenset("january february march april june july august september october november december".split())
# "At the summit Mr Lee said": a name begins with them
HONORIFICS = frozenset("dr. mr mr. mrs mrs. ms ms. sir".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# "Super Tuesday" is a name
NAMED_DAYS = frozenset("ash black bloody cyber easter fat giving good holy palm shrove super".split())
# prepositions that tie a phrase to the noun before it: "a spokesman for the governor", "the senator from Ohio"
LINKING = frozenset("of for from at in with on to against under".split())
WORKS = frozenset(
    "analysis article book film investigation letter poll polls report review statement studies study survey "
    "surveys".split()
)
NONE: frozenset[str] = frozenset()
# of whom a place can be told: "anyone in this room"
ANYBODY = frozenset("anybody anyone everybody everyone nobody somebody someone".split())
PARTITIVE = frozenset("all both each few half many most none several some".split())
# prepositions behind which a clause can open: "after lawyers for the two sides failed"
OPENING = frozenset("after before since until".split())
# behind them a clause opens: "Dell said the growers and the grocers agreed"
REPORTING = frozenset("said say says".split())
STANDING_ALONE = frozenset("poor rich elderly dead wounded other others".split())


def phrase_start(text: Text, end: int, floor: int, *, linked: bool = True) -> int:
    """Where the noun phrase that ends before token `end` begins, not before `floor`; `end` where there is none.

    >>> phrase_start(Text("On Monday a spokesman for the governor said no."), 7, 0)
    2
    """
    classes = text.word_classes(max(end - 1, floor))
    start = _base_start(text, classes, end, floor)
    if not linked or start == end:
        return start
    start = _coordinated_start(text, classes, start, end, floor)
    while start - 2 >= floor and _links(text, start - 1) and classes[start - 1] in "IT":
        if text.lower[start - 2] in TIME_WORDS or text.lower[start] in TIME_WORDS:
            break
        further = _base_start(text, classes, start - 1, floor)
        if text.lower[start - 1] == "of" and text.lower[start - 2] in PARTITIVE:
            start -= 2  # "many of his endorsers"
            continue
        if classes[start] == "M" and text.lower[start - 2 : start] == ["out", "of"] and start - 3 >= floor:
            if classes[start - 3] == "M":
                start = _before_number(text, start - 3, floor)  # "about four out of 10 voters"
            break
        anybody = text.lower[start - 2] in ANYBODY
        if further == start - 1 or (classes[start - 2] in "Q" and not anybody):
            break
        if further > floor and classes[further - 1] in "IT" and text.lower[start - 1] != "of":
            # "in talks with Smith": the chain hangs on a preposition, so only its last phrase is the subject
            if text.lower[further - 1] not in LINKING | OPENING:
                break
        number = text.lower[start - 1] == "in" and classes[start] == "M" and classes[further] == "M"
        start = _before_number(text, further, floor) if number else further
    return _coordinated_start(text, classes, start, end, floor)


def _coordinated_start(text: Text, classes: list[str], start: int, end: int, floor: int) -> int:
    """The start of "the singer and her manager", of "A, B and C", where the first part opens its clause."""
    earliest = opening = start
    while earliest - 2 >= floor:
        joined = text.lower[earliest - 1] in {"and", "&"}
        if joined and text.lower[earliest] in {"he", "she", "they"} and classes[earliest - 2] == "N":
            break  # "fix the courts and he pledged"
        listed = classes[earliest - 1] == "," and "and" in text.lower[earliest:end] and classes[earliest - 2] in "NP"
        part = _base_start(text, classes, earliest - 1, floor) if joined or listed else earliest - 1
        if part == earliest - 1:
            break
        while part - 2 >= floor and text.lower[part - 1] == "of":
            # "the Fed, the Bank of England and the ECB"
            further = _base_start(text, classes, part - 1, floor)
            if further == part - 1:
                break
            part = further
        earliest = part
        if earliest == floor or classes[earliest - 1] in ',.;"C-(' or text.lower[earliest - 1] in REPORTING | OPENING:
            opening = earliest
    if opening < start and opening > floor and text.lower[opening - 1] == "both":
        opening -= 1  # "Both the chamber and the port authority"
    return opening


def _before_number(text: Text, number: int, floor: int) -> int:
    """The start of what qualifies a number: "about four", "more than nine"."""
    if number - 2 >= floor and text.lower[number - 2 : number] in (
        ["more", "than"],
        ["fewer", "than"],
        ["less", "than"],
    ):
        return number - 2
    near = number > floor and text.lower[number - 1] in {"about", "almost", "nearly", "roughly", "some"}
    return number - 1 if near else number


def _links(text: Text, preposition: int) -> bool:
    """Whether a preposition ties a phrase to the noun before it; *by* does after a work: "a survey by the guild"."""
    word = text.lower[preposition]
    return word in LINKING or (word == "by" and text.lower[preposition - 1] in WORKS)


def _base_start(text: Text, classes: list[str], end: int, floor: int) -> int:
    i = end - 1
    if i < floor:
        return end
    if classes[i] == ")":
        while i >= floor and classes[i] != "(":
            i -= 1
        i -= 1
    if i < floor or not (classes[i] in HEADS or classes[i] in "JgD"):
        return end
    if classes[i] == "n" and (i == floor or classes[i - 1] not in "DS"):
        return end
    if classes[i] == "Q":
        return i
    start = i
    while i > floor:
        letter, before = classes[i], classes[i - 1]
        if before in "NPQ" and (tells_time(text, i) or text.lower[i] in HONORIFICS):
            break
        if letter == "D":
            if before in "DM" and _is_year(text, i - 1):
                break  # "In 1870 the architect"
            if before in "DM" or (before == "R" and text.lower[i - 1] in {"only", "even"}):
                i -= 1
                start = i
                continue
            break
        if before == "S":
            if i - 2 < floor:
                break
            i -= 2
            start = i
            continue
        if before == "-" and letter in "NP" and text.starts[i] == text.ends[i - 1]:
            break
        if before == ")" and letter in "NJ" and (opening := _sum_in_brackets(classes, i - 1, floor)) is not None:
            i = start = opening - 1  # "a $40bn (£21bn) deal"
            continue
        if text.words[i - 1] == "/" and i - 2 >= floor and _tight(text, i - 1):
            i -= 2
            start = i
            continue
        if before not in BEFORE_HEAD:
            position = letter == "P" and text.lower[i - 1] == "forward"  # "forward Dan Ruiz"
            if position or (before == "R" and letter in "Jn" and text.lower[i - 1].endswith("ly")):
                i -= 1
                start = i
                continue
            if before == "C" and text.lower[i - 1] in {"and", "&"} and i - 2 >= floor and classes[i - 2] in "NPJ":
                # "Smith and Jones", "trade and finance ministers"
                if letter in "Jgn" and classes[i - 2] in "Jgn":
                    i -= 2  # "a large and growing majority"
                    start = i
                    continue
                if classes[i] == classes[i - 2] and _plain_coordination(classes, i - 2, floor):
                    i -= 2
                    start = i
                    continue
            break
        if before in "NP" and text.lower[i - 1] in TIME_WORDS:
            break
        of_party = i - 2 >= floor and text.lower[i - 2] in PARTY_ADJECTIVES
        if before in "ng" and not of_party:
            if i - 2 < floor or classes[i - 2] not in "DSJCMR" or _in_verb_group(classes, i - 2, floor):
                break
        i -= 1
        start = i
    return start


def _is_year(text: Text, i: int) -> bool:
    return len(text.words[i]) == 4 and text.words[i].isdigit()


def _sum_in_brackets(classes: list[str], closing: int, floor: int) -> int | None:
    """The bracket that opens before a sum told in another currency, or behind one."""
    for i in range(closing - 1, max(closing - 4, floor), -1):
        if classes[i] == "(":
            return i if classes[i - 1] == "M" else None
        if classes[i] not in "MD":
            return None
    return None


def _in_verb_group(classes: list[str], i: int, floor: int) -> bool:
    """Whether an adverb before a participle stands in a verb group: "has openly questioned Sula"."""
    return classes[i] == "R" and i > floor and classes[i - 1] in "HB"


def _plain_coordination(classes: list[str], i: int, floor: int) -> bool:
    """Whether the phrase that ends at `i` opens a clause, so that "A and B" is one subject."""
    while i > floor and classes[i - 1] in BEFORE_HEAD:
        i -= 1
    return i == floor or classes[i - 1] in ',.;"C-('


def phrase_end(text: Text, start: int, limit: int, *, linked: frozenset[str] = NONE, coordinated: bool = False) -> int:
    """Where the noun phrase that begins at token `start` ends (exclusive); `start` where there is none.

    `linked` are the prepositions whose phrases belong to it, `coordinated` takes what *and* joins to it.

    >>> phrase_end(Text("the new prime minister of Canada said no"), 0, 8, linked=LINKING)
    6
    """
    if start >= limit:
        return start
    classes = text.word_classes(start)
    end = _base_end(text, classes, start, limit)
    while start < end < limit:
        word = text.lower[end]
        if word in linked and classes[end] in "IT":
            further = _base_end(text, classes, end + 1, limit)
            if further == end + 1 or text.lower[end + 1] in TIME_WORDS:
                break
            if text.words[end - 1][0].isupper() and text.lower[end + 1] in MONTHS and word != "of":
                break  # "told the Herald in May"
        elif coordinated and (word in {"and", "or", "&"} or (classes[end] == "," and _list_goes_on(text, end, limit))):
            begin = end + 1
            if begin < limit and text.lower[begin] in {"and", "or"}:
                begin += 1
            further = _base_end(text, classes, begin, limit)
            if further == begin or (further < limit and classes[further] in "zdXBHO" and word != "&"):
                break
            if classes[begin] in "dn":
                break  # "denounced the court and rejected rumors"
        else:
            break
        end = further
    return end


def _list_goes_on(text: Text, comma: int, limit: int) -> bool:
    """Whether a comma stands in a list that a later *and* closes: "A, B and C"."""
    classes = text.word_classes(comma)
    i = comma + 1
    for _ in range(3):
        end = _base_end(text, classes, i, limit)
        if end == i or end >= limit:
            return False
        if text.lower[end] == "and":
            return True
        if classes[end] != ",":
            return False
        i = end + 1
        if i < limit and text.lower[i] == "and":
            return True
    return False


def _base_end(text: Text, classes: list[str], start: int, limit: int) -> int:
    i = start
    end = start
    while i < limit:
        letter = classes[i]
        if letter == "Q":
            return i + 1 if end == start else end
        if letter in "DJM" and end > start and tells_time(text, i):
            break
        if letter == "M" and i > start and end == i and classes[i - 1] == "P" and text.words[i].islower():
            if text.words[i].isalpha():
                break  # "hand over to Norland two ships"
        if i > start and end == i and text.lower[i] in TIME_WORDS:
            weekday = text.lower[i] in WEEKDAYS and text.lower[i - 1] not in NAMED_DAYS
            if classes[i - 1] == "N" or (classes[i - 1] == "P" and weekday):
                break  # "with state lawmakers Monday", "told the Herald Monday"
        if letter in "NPM":
            i += 1
            end = i
        elif letter in "DJ":
            if letter == "D" and end > start and classes[i - 1] not in "DS":
                break
            i += 1
            if letter == "J" and (
                text.lower[i - 1] in STANDING_ALONE or load("noun_kinds").get(text.lower[i - 1]) == "person"
            ):
                end = i
        elif letter == "S":
            if end != i:
                break
            i += 1
        elif letter in "ng":
            if not _modifies(classes, i, start, limit):
                break
            i += 1
        elif letter == "R":
            if i + 1 >= limit or classes[i + 1] not in "JRn" or end > start:
                break
            i += 1
        elif letter == '"':
            quotation = text.quotation(i)
            if quotation is None or quotation.first != i or quotation.last >= limit or quotation.last - i > 12:
                break
            if classes[i + 1] in "vzdXBH":
                break
            i = quotation.last + 1
            end = i
        elif letter == "(":
            close = _closing_bracket(classes, i, limit)
            if close is None or end == start:
                break
            i = close + 1
            end = i
        elif (
            (letter == "C" and text.lower[i] in {"and", "or"} and end < i and classes[i - 1] == "J")
            or (letter == "," and end < i and classes[i - 1] == "J" and i + 1 < limit and classes[i + 1] == "J")
            or (letter == "-" and end == i and i + 1 < limit and classes[i + 1] in "NPM" and _tight(text, i))
        ):
            i += 1
        else:
            break
    return end


def tells_time(text: Text, i: int) -> bool:
    """Whether "last week" or "this year" begins at a token."""
    following = text.lower[i + 1 : i + 2]
    return text.lower[i] in {"last", "next", "this"} and (following in TIME_UNITS or not MONTHS.isdisjoint(following))


def _tight(text: Text, i: int) -> bool:
    return text.starts[i] == text.ends[i - 1] and text.starts[i + 1] == text.ends[i]


def _modifies(classes: list[str], i: int, start: int, limit: int) -> bool:
    """Whether a participle stands before a noun as an adjective does: "the proposed merger", "convicted criminals"."""
    if i + 1 >= limit or classes[i + 1] not in "NPJng":
        return False
    return i == start or classes[i - 1] in "DJSCM,NPR"


def _closing_bracket(classes: list[str], opening: int, limit: int) -> int | None:
    for i in range(opening + 1, min(opening + 12, limit)):
        if classes[i] == ")":
            return i
    return None
