"""Statements whose source stands in a phrase: "according to Webb", "in the words of the mayor"."""

from __future__ import annotations

from eventx.extractors.statements.cues import reporting_verbs
from eventx.extractors.trigger import Trigger
from eventx.grammar.clauses import clause_start, content_end, has_finite_verb, trim
from eventx.grammar.noun_phrases import LINKING, phrase_end
from eventx.rules import Draft, rule
from eventx.text import Range, Text

# "sorted according to size": a measure, and nobody who speaks
MEASURES = frozenset(
    "ability age colour color custom height income law merit need plan rank rules schedule season size taste times "
    "tradition weight".split()
)
POLLS = frozenset(["poll", "polls", "survey", "surveys"])
# the phrases that name a source, by the word at which they are looked for and its place in the phrase
PHRASES = {
    "according": (0, ("according", "to")),
    "words": (2, ("in", "the", "words", "of")),
    "view": (2, ("in", "the", "view", "of")),
    "opinion": (2, ("in", "the", "opinion", "of")),
    "per": (0, ("per",)),
}


@rule(
    "statement.according-to",
    "<content>, according to <speaker> | In the words of <speaker>, <content>",
    examples=[
        "The bridge will open in May, according to the mayor.",
        "According to a report by the union, wages fell last year.",
        "The plan was, in the words of the mayor, a mistake.",
    ],
    counterexamples=["They were paid according to age.", "He played according to the rules.", "It costs $5 per head."],
)
def according(trigger: Trigger) -> Draft | None:
    text = trigger.text
    place, phrase = PHRASES[trigger.word(trigger.token)]
    first = trigger.token - place
    start = first + len(phrase)
    if tuple(text.lower[max(first, trigger.floor) : start]) != phrase:
        return None
    end = _source_end(trigger, first, start)
    if end == start or text.lower[end - 1] in MEASURES:
        return None
    if phrase == ("per",) and (trigger.letter(first - 1) != "," or trigger.letter(start) not in "DP"):
        return None
    content = _content_around(trigger, first, end)
    if not content:
        return None
    cue = text.range(first, start)
    speaker = trigger.mentions.mention(start, end)
    roles = {"cue": cue, "content": content, "attitude": "assertion", "speaker": speaker}
    return Draft("statement", "statement.according-to", cue, roles)


def _source_end(trigger: Trigger, first: int, start: int) -> int:
    """Where the source ends: its noun phrase, with participles and appositions behind it."""
    text, limit = trigger.text, trigger.limit
    end = phrase_end(text, start, limit, linked=LINKING)
    if end > start and trigger.letter(end) in "nd" and trigger.letter(end + 1) in "IRN":
        comma = next((at for at in range(end, min(end + 12, limit)) if trigger.letter(at) == ","), limit)
        if not has_finite_verb(text, end + 1, comma):
            end = comma  # "a report released on Friday"
    while end + 1 < limit and trigger.letter(end) == "," and trigger.letter(end + 1) in "DPNJ":
        further = phrase_end(text, end + 1, limit, linked=LINKING)
        if further >= limit or trigger.letter(further) not in ",.":
            break
        if first == trigger.floor and (trigger.letter(further) == "." or not has_finite_verb(text, further, limit)):
            break
        end = further
    return end


def _content_around(trigger: Trigger, first: int, end: int) -> list[Range]:
    """What the source says: the clause before the phrase, the one behind it, or both parts of the one around it."""
    text, limit = trigger.text, trigger.limit
    before = trim(text, clause_start(text, first, trigger.floor), first)
    behind = (
        trim(text, end, content_end(text, min(end + 1, limit - 1), limit, reporting_verbs())) if end < limit else (0, 0)
    )
    inserted = (
        trigger.letter(first - 1) == "," and trigger.letter(end) == "," and trigger.letter(before[0]) not in "CIR"
    )
    if before[0] < before[1] and inserted and _goes_on(text, before, behind):
        return [text.range(*before), text.range(*behind)]
    introduces = before[1] > before[0] and trigger.letter(before[1] - 1) == "C"  # "said that, according to Webb, …"
    if before[1] - before[0] > 2 and has_finite_verb(text, *before) and not introduces:
        return [text.range(*before)]
    if behind[1] - behind[0] > 1 and has_finite_verb(text, *behind):
        return [text.range(*behind)]
    return []


def _goes_on(text: Text, before: tuple[int, int], behind: tuple[int, int]) -> bool:
    """Whether one clause stands around the phrase: its subject before, its verb or the rest behind."""
    if behind[1] <= behind[0]:
        return False
    letter = text.word_class(behind[0])
    whole = has_finite_verb(text, *before)
    return letter in "zdXBH" if not whole else text.word_class(before[1] - 1) in "BHX"


@rule(
    "statement.in-poll",
    "In a poll by <name>, <content>",
    examples=[
        "In a poll of 900 voters, the bridge was ahead by six points.",
        "In the latest survey by the union, half of the workers were tired.",
    ],
    counterexamples=["In a town near the bridge, a poll was held.", "The poll was held in May."],
)
def in_poll(trigger: Trigger) -> Draft | None:
    text, first = trigger.text, trigger.floor
    if trigger.word(first) != "in" or not first < trigger.token < first + 12:
        return None
    end = phrase_end(text, first + 1, trigger.limit, linked=LINKING)
    if not first + 1 <= trigger.token < end:
        return None
    comma = next((at for at in range(end, min(end + 14, trigger.limit)) if trigger.letter(at) == ","), None)
    # the first word can be a participle: "a survey published on Friday"
    if comma is None or has_finite_verb(text, end + 1, comma):
        return None
    behind = trim(text, comma, content_end(text, comma + 1, trigger.limit, reporting_verbs()))
    if not has_finite_verb(text, *behind):
        return None
    cue = text.range(first, first + 1)
    speaker = trigger.mentions.mention(first + 1, comma)
    roles = {"cue": cue, "content": [text.range(*behind)], "attitude": "assertion", "speaker": speaker}
    return Draft("statement", "statement.in-poll", cue, roles)
