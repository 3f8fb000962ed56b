"""Antecedents: the noun phrase that *who*, *which* or *that* goes on about."""

from __future__ import annotations

from eventx.grammar.noun_phrases import phrase_start
from eventx.lexicon import load
from eventx.text import Text

# how far behind *who* its verb may stand, past a time or place
LONGEST_ADJUNCT = 20

TokenRange = tuple[int, int]


def antecedent(text: Text, relative: int, floor: int) -> TokenRange | None:
    """The noun phrase before a relative pronoun, past a comma."""
    end = relative
    classes = text.word_classes(relative)
    if end > floor and classes[end - 1] in ",-":
        end -= 1
    start = phrase_start(text, end, floor)
    if text.lower[start] in {"that", "this"} and classes[start + 1] in "dn" and text.lower[end - 1].endswith("s"):
        start += 2  # "This angered farmers who"
    exemplified = _exemplified(text, classes, start, floor)
    if exemplified is not None:
        return exemplified, end
    nearest = phrase_start(text, end, floor, linked=False)
    if start < nearest < end and not _fits_relative(text, classes, start, relative):
        start = nearest
    return (start, end) if start < end else None


def _exemplified(text: Text, classes: list[str], start: int, floor: int) -> int | None:
    """Where the phrase begins whose examples end in the phrase from `start`: "*rivals* such as Lee and Webb, who"."""
    first = start
    if first - 1 > floor and text.lower[first - 1] == "and":
        first = phrase_start(text, first - 1, floor, linked=False)
    if first - 2 > floor and text.lower[first - 2 : first] == ["such", "as"] and classes[first - 3] in "NP":
        return phrase_start(text, first - 2, floor)
    return None


def _fits_relative(text: Text, classes: list[str], start: int, relative: int) -> bool:
    """Whether the first noun of a chain can be what a relative goes on about: "troops *against a group that has*"."""
    preposition = next((i for i in range(start, relative) if classes[i] in "IT"), None)
    if preposition is not None and classes[preposition - 1] == "g":
        return False  # "coming from a mayor who pledged it"
    if preposition == start + 1 and text.lower[preposition] == "with" and start > 0 and classes[start - 1] == "I":
        return False  # "out of favor with farmers that saw it"
    if preposition is None or classes[preposition - 1] != "N":
        return True
    head = text.lower[preposition - 1]
    if text.lower[relative] == "who":
        kinds = load("noun_kinds")
        known = kinds.get(head) or kinds.get(head.removesuffix("s"))
        return known is not None or text.lower[preposition] == "of" or head.endswith("s")
    verb = relative + 1
    singular = text.lower[verb : verb + 1] in (["has"], ["is"], ["was"]) or classes[verb : verb + 1] == ["z"]
    return not (singular and head.endswith("s") and not head.endswith("ss"))


def behind_parenthesis(text: Text, classes: list[str], comma: int, floor: int) -> int | None:
    """The *who* before the commas around a time or place: "its board, who, on a call on Friday, blamed"."""
    for i in range(comma - 1, max(comma - LONGEST_ADJUNCT, floor), -1):
        if classes[i] == ",":
            return i - 1 if text.lower[i - 1] in {"who", "which"} else None
    return None
