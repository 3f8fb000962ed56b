"""Whole subjects: what a passive or a copula says something of, with all that hangs on its noun."""

from __future__ import annotations

from eventx.extractors.characterizations.status import shared_infinitive
from eventx.extractors.trigger import TokenRange, Trigger
from eventx.grammar.noun_phrases import TIME_WORDS, phrase_end, phrase_start
from eventx.grammar.subjects import SUBORDINATORS, subject_of
from eventx.grammar.verb_groups import VerbGroup

LONGEST_CHAIN = 6
# how many words a subject may have between *that* and its verb
LONGEST_SUBJECT = 30
ANYBODY = frozenset("all anybody anyone everybody everyone one somebody someone those".split())
RELATIVES = frozenset("who which that".split())
OF = frozenset(["of"])
POINTING = frozenset(["that", "this"])


def whole_subject(trigger: Trigger, group: VerbGroup) -> TokenRange | None:
    """The subject of a verb group up to its first noun: "plans to hold people without trial | were called cruel".

    What the grammar finds beside the verb is kept where the longer phrase does not open its clause.
    """
    text, first = trigger.text, group.first
    found = subject_of(text, group, trigger.floor)
    if trigger.word(first - 1) in POINTING and (first - 1 == trigger.floor or trigger.letter(first - 2) in ';,"'):
        return first - 1, first  # "That was called a lie"
    reported = _reported_subject(trigger, first)
    if reported is not None:
        return reported
    if trigger.letter(first - 1) in ",-":
        return found
    if trigger.word(first) == "being" and trigger.letter(first - 1) == "g":
        return None  # "celebrating being called"
    if trigger.word(first) == "being" and (start := phrase_start(text, first, trigger.floor, linked=False)) < first:
        return start, first  # "tired of their street being called"
    if group.infinitive and trigger.letter(first - 1) in "QNP" and trigger.letter(group.head) == "B":
        start = phrase_start(text, first, trigger.floor)
        if trigger.letter(start - 1) in "zd":
            return start, first  # "showed it to be a sham"
    if found is not None and any(trigger.letter(i) not in "IDJNPM" for i in range(found[1], first)):
        return found
    if found is None and trigger.letter(first - 1) not in "NPMv)":
        return None
    nearest = found[0] if found is not None else first
    start = whole_start(trigger, nearest)
    if start < nearest:
        return start, first
    if trigger.letter(nearest - 1) == "I":
        # "Webb's claim on Monday that the raid in Orvia had failed | drew scorn"
        head = phrase_end(text, trigger.floor, first, linked=OF)
        clause = head + (trigger.word(head) in TIME_WORDS)
        if head > trigger.floor and trigger.word(clause) == "that" and trigger.letter(head - 1) == "N":
            return trigger.floor, head
    return found


def whole_start(trigger: Trigger, nearest: int) -> int:
    """Where the phrase begins on whose noun all hangs up to `nearest`, where it opens a clause; else `nearest`."""
    start = nearest
    for _ in range(LONGEST_CHAIN):
        further = _extended(trigger, start)
        if further is None:
            break
        start = further
    opens = start == trigger.floor or trigger.letter(start - 1) in ',;"Cdz' or trigger.word(start - 1) in SUBORDINATORS
    return start if opens else nearest


def holder_before(trigger: Trigger, group: VerbGroup) -> TokenRange | None:
    """Who does what a verb says: the whole subject where it stands beside the verb, else what the grammar finds."""
    found = subject_of(trigger.text, group, trigger.floor)
    if found is None and (shared := shared_infinitive(trigger, group)) is not None:
        found = subject_of(trigger.text, shared, trigger.floor)  # "prompted her to smile and call it a joke"
    if found is not None and trigger.word(found[0]) == "there":
        return None
    if found is not None and group.infinitive:
        return whole_start(trigger, found[0]), found[1]
    if found is None or not group.finite:
        return found
    if found[1] == group.first:
        return whole_subject(trigger, group)
    reported = found[0] - 1
    if trigger.letter(group.first - 1) in ",C" and trigger.letter(reported) in "zd":
        # "Lee said the bank had lied and called it a fraud": whoever reported it goes on
        reporter = trigger.group(reported)
        if reporter.finite and reporter.head == reported:
            return subject_of(trigger.text, reporter, trigger.floor) or found
    return found


def _reported_subject(trigger: Trigger, first: int) -> TokenRange | None:
    """The subject between *that* and its verb, with its relative clause: "said that people who left it were fools"."""
    if trigger.letter(first - 1) == "W" or trigger.word(first - 1) in RELATIVES:
        return None
    end, text = first, trigger.text
    if trigger.letter(first - 1) == "-":
        end = next(
            (i for i in range(first - 2, max(first - LONGEST_SUBJECT, trigger.floor), -1) if _is_dash(trigger, i)),
            first,
        )
    for i in range(first - 1, max(first - LONGEST_SUBJECT, trigger.floor), -1):
        letter = trigger.letter(i)
        if (i < end and letter in ";,:") or (letter == "-" and i < end and _is_dash(trigger, i)):
            return None
        if letter in "zdXBHO" and i < end and text.quotation(i) is text.quotation(first):
            contact = trigger.letter(i - 1) == "Q" and trigger.letter(i - 2) == "N"  # "the criticism he received"
            if not contact and trigger.letter(i - 1) not in "XBHORW" and trigger.word(i - 1) not in RELATIVES:
                return None
        if trigger.word(i) == "that" and trigger.letter(i - 1) in "zdgC," and trigger.letter(i + 1) in "DNPJMQg":
            if trigger.letter(i - 1) in ",C" and trigger.letter(i) != "C":
                return None
            plain = end == first and phrase_start(text, end, trigger.floor) == i + 1
            return None if plain or i + 1 >= end else (i + 1, end)
    return None


def _is_dash(trigger: Trigger, i: int) -> bool:
    return trigger.letter(i) == "-" and trigger.text.starts[i] > trigger.text.ends[i - 1]


def _extended(trigger: Trigger, start: int) -> int | None:
    """Where the phrase begins on whose noun the phrase from `start` hangs: by a preposition, an infinitive, *who*."""
    before = start - 1
    letter = trigger.letter(before)
    if trigger.word(before) == "and":
        begin = phrase_start(trigger.text, before, trigger.floor)
        if begin < before and trigger.word(begin - 1) in {"between", "including", "like"}:
            return begin
        opens = begin == trigger.floor or trigger.letter(begin - 1) in ',;:"'
        if opens and any(trigger.letter(i) == "I" for i in range(begin, before)):
            return begin  # "members of the House and the Senate"
        if begin < before and [trigger.word(begin - 2), trigger.word(begin - 1)] == ["such", "as"]:
            return begin
        return None
    if trigger.word(before) == "as" and trigger.word(before - 1) == "such":
        return _noun_before(trigger, before - 1)  # "clubs such as Rovers"
    if trigger.word(before) == "including":
        return _noun_before(trigger, before - (trigger.letter(before - 1) == ","))
    if trigger.word(before) == "than" and trigger.word(before - 1) in {"fewer", "less", "more"}:
        return before - 1  # "more than a hundred people"
    contact = trigger.letter(before - 1) in "dzn" and trigger.letter(before - 2) == "Q"
    if letter == "I" and contact and trigger.letter(before - 3) == "N":
        return _noun_before(trigger, before - 2)  # "the scorn she earned for it"
    if letter in "IT" and trigger.word(start) not in TIME_WORDS and trigger.word(before) not in SUBORDINATORS:
        relative = before - 2
        if trigger.letter(before - 1) in "zd" and trigger.word(relative) in {"who", "which"}:
            return _noun_before(trigger, relative - (trigger.letter(relative - 1) == ","))  # "Lee, who lived in Orvia"
        return _noun_before(trigger, before)
    participle = letter == "g" or (trigger.word(before).endswith("ing") and trigger.letter(start) == "D")
    if participle and trigger.letter(before - 1) in "NP":
        return _noun_before(trigger, before)  # "members backing the plan"
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
    if end - 1 == trigger.floor and trigger.letter(end - 1) in "zg":
        return end - 1  # "Claims about cracks", "Choosing between them": a clause does not open with its verb
    if trigger.word(end - 1) in ANYBODY:
        return end - 1
    if trigger.letter(end - 1) not in "NPM)" or trigger.word(end - 1) in TIME_WORDS:
        return None
    begin = phrase_start(trigger.text, end, trigger.floor)
    return begin if begin < end else None
