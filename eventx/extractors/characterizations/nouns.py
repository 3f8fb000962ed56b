"""Characterizations and judgements told by a noun: "his description of X as Y", "drew criticism from Z"."""

from __future__ import annotations

from functools import cache

from eventx.extractors.characterizations.descriptions import (
    before_main_verb,
    characterization,
    coordinate_end,
    description_from,
)
from eventx.extractors.characterizations.status import told_status
from eventx.extractors.characterizations.targets import whole_subject
from eventx.extractors.trigger import TokenRange, Trigger, forms, nouns, words
from eventx.grammar.arguments import complement_from, possessor_before
from eventx.grammar.noun_phrases import phrase_end, phrase_start
from eventx.rules import Draft, rule

WITHIN = frozenset("of in for".split())
OF = frozenset(["of"])


@cache
def noun_triggers() -> frozenset[str]:
    lists = ("description_nouns", "praise_nouns", "blame_nouns")
    return frozenset(noun for name in lists for noun in nouns("characterizations", name)) | FIRE


FIRE = frozenset("fire attack".split())


def _phrase_behind(trigger: Trigger, start: int, linked: frozenset[str]) -> TokenRange | None:
    end = phrase_end(trigger.text, start, trigger.limit, linked=linked, coordinated=True)
    return (start, end) if end > start else None


@rule(
    "characterization.description-of",
    "<holder>'s description of <target> as <description>",
    examples=[
        "His description of the strikers as parasites angered many.",
        "She rejected its portrayal by critics as a failure.",
    ],
    counterexamples=["His description of the thief was vague.", "The description of the walk takes a page."],
)
def description_of(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.letter(token) != "N" or trigger.word(token) not in nouns("characterizations", "description_nouns"):
        return None
    possessor = possessor_before(text, token, trigger.floor)
    holder: TokenRange | None = None
    target: TokenRange | None = None
    at = token + 1
    if trigger.word(at) == "of":
        target = _phrase_behind(trigger, at + 1, WITHIN)
        holder = possessor
        at = target[1] if target else at
    else:
        target = possessor
    if trigger.word(at) == "by":
        holder = _phrase_behind(trigger, at + 1, OF)
        at = holder[1] if holder else at
    if trigger.word(at) != "as" or target is None:
        return None
    description = description_from(trigger, at + 1)
    if description is None:
        return None
    description = (description[0], before_main_verb(trigger, *description))
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.span(description),
    }
    asserted = ("positive", "asserted")
    return characterization(trigger, "characterization.description-of", (token, token + 1), roles, asserted)


@rule(
    "characterization.draw-judgement",
    "<target> draw praise from <holder> (for <reason>)",
    examples=["The ruling drew criticism from teachers.", "Lee came under fire from unions for closing the mine."],
    counterexamples=[
        "The house caught fire.",
        "Criticism of the plan grew.",
        "The troops came under fire from the hills.",
    ],
)
def draw_judgement(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    sign = _sign(trigger)
    if sign is None:
        return None
    start = phrase_start(text, token + 1, trigger.floor, linked=False)
    verb = start - 1
    preposition = trigger.word(verb) if trigger.word(verb) in {"under", "with"} else ""
    verb -= bool(preposition)
    light = forms("characterizations", "judgement_light")
    known = light.get(trigger.word(verb))
    if trigger.letter(verb) not in "vzdng" or known is None:
        return None
    if known.split()[1:] != ([preposition] if preposition else []):
        return None
    at = token + 1
    holder = None
    if trigger.word(at) == "from":
        holder = _phrase_behind(trigger, at + 1, OF)
        at = holder[1] if holder else at
    reason = None
    if trigger.word(at) in {"for", "over"}:
        theme = complement_from(text, at + 1, trigger.limit).theme
        reason = (theme[0], coordinate_end(trigger, *theme)) if theme else None
    elif trigger.word(at) == "that" and trigger.letter(at) == "C":
        reason = complement_from(text, at, trigger.limit).theme  # "faced criticism from rivals that it is slow"
    if holder is None and reason is not None:
        bare = phrase_end(text, reason[0], reason[1])
        if trigger.word(bare) == "from" and reason[0] < bare:
            holder, reason = _phrase_behind(trigger, bare + 1, OF), (reason[0], bare)  # "for the move from the mayor"
    if holder is None and reason is None:
        return None
    if trigger.word(token) in FIRE and (preposition != "under" or not _judges(trigger, holder, reason)):
        return None
    group = trigger.group(verb)
    target = whole_subject(trigger, group)
    if target is None:
        return None
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "reason": trigger.span(reason),
        "evaluation": sign,
    }
    assessed = told_status(trigger, group)
    return characterization(trigger, "characterization.draw-judgement", (verb, token + 1), roles, assessed)


def _sign(trigger: Trigger) -> str | None:
    word = trigger.word(trigger.token)
    if trigger.letter(trigger.token) not in "Nv":
        return None
    if word in nouns("characterizations", "praise_nouns"):
        return "positive"
    return "negative" if word in nouns("characterizations", "blame_nouns") or word in FIRE else None


def _judges(trigger: Trigger, holder: TokenRange | None, reason: TokenRange | None) -> bool:
    """Whether fire and attack are words here: for something done, or from those who only speak."""
    if reason is not None:
        return True
    heads = trigger.text.lower[holder[0] : holder[1]] if holder else []
    return any(word in words("characterizations", "critics") for word in heads)


@rule(
    "characterization.judgement-of",
    "<holder>'s criticism of <target>",
    examples=["Lee's criticism of the bank was brief.", "Praise from critics for the cast was loud."],
    counterexamples=["Criticism of the plan grew.", "Praise for the cast was loud."],
)
def judgement_of(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    sign = _sign(trigger)
    if sign is None or trigger.letter(token) != "N" or trigger.word(token) in FIRE:
        return None
    if trigger.word(phrase_start(text, token + 1, trigger.floor, linked=False)) in {"any", "no"}:
        return None  # "I hear no criticism of it by the bank"
    holder = possessor_before(text, token, trigger.floor)
    target: TokenRange | None = None
    at = token + 1
    if trigger.word(at) == "from":
        holder = _phrase_behind(trigger, at + 1, OF)
        at = holder[1] if holder else at
    if trigger.word(at) in ({"of", "for", "over"} if sign == "positive" else {"of", "over"}):
        target = _phrase_behind(trigger, at + 1, OF | {"in"})
        at = target[1] if target else at
    if trigger.word(at) in {"by", "from"}:
        holder = _phrase_behind(trigger, at + 1, OF)
    if holder is None or target is None:
        return None
    roles = {"holder": trigger.mention(holder), "target": trigger.mention(target), "evaluation": sign}
    asserted = ("positive", "asserted")
    return characterization(trigger, "characterization.judgement-of", (token, token + 1), roles, asserted)
