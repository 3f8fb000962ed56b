"""Whole subjects: what a passive or a copula says something of, with all that hangs on its noun."""

from __future__ import annotations

from eventx.extractors.trigger import TokenRange, Trigger
from eventx.grammar.noun_phrases import TIME_WORDS, phrase_start
from eventx.grammar.subjects import SUBORDINATORS, subject_of
from eventx.grammar.verb_groups import VerbGroup

LONGEST_CHAIN = 6
POINTING = frozenset(["that", "this"])


def whole_subject(trigger: Trigger, group: VerbGroup) -> TokenRange | None:
    """The subject of a verb group up to its first noun: "plans to hold people without trial | were called cruel".

    What the grammar finds beside the verb is kept where the longer phrase does not open its clause.
    """
    text, first = trigger.text, group.first
    found = subject_of(text, group, trigger.floor)
    if trigger.word(first - 1) in POINTING and (first - 1 == trigger.floor or trigger.letter(first - 2) in ';,"'):
        return first - 1, first  # "That was called a lie"
    if trigger.letter(first - 1) in ",-":
        return found
    if found is not None and any(trigger.letter(i) not in "IDJNPM" for i in range(found[1], first)):
        return found
    if found is None and trigger.letter(first - 1) not in "NPMv)":
        return None
    start = found[0] if found is not None else first
    for _ in range(LONGEST_CHAIN):
        further = _extended(trigger, start)
        if further is None:
            break
        start = further
    if found is not None and start == found[0]:
        return found
    opens = start == trigger.floor or trigger.letter(start - 1) in ',;"Cdz' or trigger.word(start - 1) in SUBORDINATORS
    return (start, first) if opens and start < first else found


def _extended(trigger: Trigger, start: int) -> int | None:
    """Where the phrase begins on whose noun the phrase from `start` hangs: by a preposition, an infinitive, *who*."""
    before = start - 1
    letter = trigger.letter(before)
    if letter in "IT" and trigger.word(start) not in TIME_WORDS:
        return _noun_before(trigger, before)
    if letter == "v" and trigger.letter(before - 1) == "T":
        return _noun_before(trigger, before - 1)
    if letter in "vzd":
        relative = before - 1
        while trigger.letter(relative) in "RXHB":
            relative -= 1
        if trigger.letter(relative) == "W" or trigger.word(relative) in {"who", "which"}:
            return _noun_before(trigger, relative)
    return None


def _noun_before(trigger: Trigger, end: int) -> int | None:
    """Where the noun phrase begins that ends before a token, a participle between them left out."""
    if trigger.letter(end - 1) in "nd" and trigger.letter(end - 2) in "NP":
        end -= 1  # "a report compiled by the board"
    if trigger.letter(end - 1) == "v" and trigger.letter(end - 2) == "T":
        end -= 2  # "the ability to talk to voters"
    if end - 1 == trigger.floor and trigger.letter(end - 1) == "z":
        return end - 1  # "Claims about cracks": a clause does not open with its verb
    if trigger.letter(end - 1) not in "NPM)" or trigger.word(end - 1) in TIME_WORDS:
        return None
    begin = phrase_start(trigger.text, end, trigger.floor)
    return begin if begin < end else None
