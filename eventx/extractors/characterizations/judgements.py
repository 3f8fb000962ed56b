"""Judgements without a description: praise and criticism, by verb and by noun."""

from __future__ import annotations

from eventx.extractors.characterizations.descriptions import (
    as_forms,
    characterization,
    coordinate_end,
)
from eventx.extractors.characterizations.status import told_status
from eventx.extractors.characterizations.targets import holder_before, whole_subject
from eventx.extractors.trigger import NOBODY, Trigger, forms, words
from eventx.grammar.arguments import agent_behind, complement_from, past_adjuncts
from eventx.grammar.noun_phrases import TIME_WORDS, phrase_end
from eventx.grammar.subjects import SPANS_OF_TIME
from eventx.rules import Draft, rule

# "condemned the raid, saying it broke the truce"
FAR = 12
GIVING_REASONS = frozenset("arguing claiming saying".split())
SPANS = SPANS_OF_TIME | frozenset("breakfast century decade decades dinner lunch summer weekend winter".split())


@rule(
    "characterization.judge",
    "<holder> praise <target> (for <reason>)",
    examples=["The minister praised the offer.", "Unions criticised the bank for closing branches."],
    counterexamples=["The army attacked the town.", "Praise came late."],
)
def judge(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    positive = trigger.word(token) in forms("characterizations", "judgement_positive")
    if not positive and trigger.word(token) not in forms("characterizations", "judgement_negative"):
        return None
    if trigger.letter(token) not in "vzdng" or trigger.word(token).startswith(("attack", "assail")):
        return None
    group = trigger.group()
    passive = group.passive
    if trigger.letter(token) == "n" and not group.auxiliaries:
        return None
    before = token - 1 - (trigger.letter(token - 1) == "R")
    if trigger.letter(token) == "d" and before < token - 1 and trigger.letter(before) == "D":
        return None  # "a widely denounced tweet"
    start = token + 1
    end = start if passive else phrase_end(text, start, trigger.limit, coordinated=True)
    if trigger.word(start) == "her" and end == start + 1 and trigger.letter(end) == '"':
        end = max(end, phrase_end(text, end, trigger.limit))  # "praised her “fearless readers”"
    if trigger.word(end) == "," and trigger.word(end + 1) == "and" and "," in text.words[start:end]:
        end = max(end, phrase_end(text, end + 2, trigger.limit))  # "mocked A, B, and C"
    if end > start and trigger.letter(end) == "S":
        end = _past_possessive(trigger, end)
    while end > start and trigger.word(end) in {"of", "from", "by"}:
        further = phrase_end(text, end + 1, trigger.limit)
        if further == end + 1 or trigger.letter(end + 1) == "g":
            break
        end = further
    if trigger.letter(token) == "g" and trigger.letter(end) == "g":
        conjunction = next((i for i in range(end - 1, start, -1) if trigger.word(i) == "and"), end)
        end = conjunction  # "with members blasting the raids and the palace sending"
    joined = next((i for i in range(start, end) if trigger.word(i) == "and" and _goes_on(trigger, i + 1)), end)
    end = joined if joined > start else end  # "denounced the league and rejected rumours"
    if end - start > 2 and trigger.letter(end - 1) == "P" and trigger.letter(end) in "zdH":
        contact = next(i for i in range(end, start - 1, -1) if trigger.letter(i - 1) != "P" or i == start)
        created = trigger.letter(contact - 1) == "N" and trigger.letter(contact - 2) == "D" and contact - 2 > start
        end = contact if created else end  # "parts of the plan Lee drew up"
    if passive and trigger.word(group.first - 1) == "you" and text.quotation(token) is not None:
        return None  # "“then you are rebuked,” he said"
    if not passive and (trigger.letter(start) == "v" or trigger.word(start) in TIME_WORDS):
        return None  # "Norland attacks resonate", "which Lee denounced Thursday"
    target = whole_subject(trigger, group) if passive else (start, end)
    holder = agent_behind(text, token + 1, trigger.limit) if passive else holder_before(trigger, group)
    if target is None or target[0] >= target[1] or (holder is None and not passive):
        return None
    reason = None
    at = holder[1] if passive and holder and holder[0] > token else end
    if passive and holder and holder[0] > token:
        bare = phrase_end(text, holder[0], trigger.limit)
        if trigger.word(bare) == "for":
            holder, at = (holder[0], bare), bare
    head = phrase_end(text, target[0], target[1]) - 1
    sentenced = trigger.word(end) == "to" and (passive or trigger.word(end + 1) in {"death", "life", "prison"})
    if trigger.word(head) in words("characterizations", "physical") or sentenced or trigger.word(target[0]) in NOBODY:
        return None
    at = past_adjuncts(text, at, trigger.limit)
    if trigger.word(at) in {"at", "during", "in", "on"}:
        behind = phrase_end(text, at + 1, trigger.limit)
        at = behind if trigger.word(behind) in {"for", "over"} else at  # "slammed him on two occasions for failing"
    congratulated = trigger.word(token).startswith(("compl", "congr")) and trigger.word(at) == "on"
    if (trigger.word(at) in {"for", "over"} or congratulated) and (
        passive or trigger.word(at - 1) not in words("characterizations", "takes_for")
    ):
        theme = complement_from(text, at + 1, trigger.limit).theme if at + 1 < trigger.limit else None
        if theme and not (trigger.word(at) == "over" and _tells_span(trigger, theme[0])):
            reason = (theme[0], coordinate_end(trigger, *theme))
    if reason is None and trigger.word(at) == "," and trigger.word(at + 1) in GIVING_REASONS:
        opening = at + 2
        if trigger.letter(opening) == "I":  # "saying at a rally on Friday that it broke the truce"
            near = range(opening, min(opening + FAR, trigger.limit))
            opening = next((i for i in near if trigger.word(i) == "that"), trigger.limit)
        theme = complement_from(text, opening, trigger.limit).theme if opening < trigger.limit else None
        reason = (theme[0], coordinate_end(trigger, *theme)) if theme else None
    if reason is None and trigger.word(at) == "because" and trigger.word(at + 1) != "of":
        reason = complement_from(text, at + 1, trigger.limit).theme if at + 1 < trigger.limit else None
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "reason": trigger.span(reason),
        "evaluation": "positive" if positive else "negative",
    }
    at_trigger = (token, token + 1)
    return characterization(trigger, "characterization.judge", at_trigger, roles, told_status(trigger, group))


def _goes_on(trigger: Trigger, i: int) -> bool:
    """Whether a further verb follows *and*, also in a headline: "chides Norland and praises Webb"."""
    judging = trigger.word(i) in as_forms() and trigger.word(i).endswith("s") and trigger.letter(i + 1) in "DP"
    return trigger.letter(i) == "n" or judging


def _tells_span(trigger: Trigger, start: int) -> bool:
    """Whether words behind *over* say how long: "over the past eight years"."""
    return trigger.word(phrase_end(trigger.text, start, trigger.limit) - 1) in SPANS


def _past_possessive(trigger: Trigger, sign: int) -> int:
    """Where a phrase ends whose first part is a possessor: "Orvia's newly elected mayor", "Webb's and Norland"."""
    if trigger.letter(sign + 1) == "g" and trigger.word(sign + 2) == "of":
        return sign + 2  # "Norland's jailing of singers"
    start = sign + 2 if trigger.word(sign + 1) == "and" else sign + 1
    end = phrase_end(trigger.text, start, trigger.limit, coordinated=True)
    if end == start and trigger.word(start).endswith("ing"):
        return start + 1  # "Norland's targeting of singers"
    return end if end > start else sign + 1
