"""Judgements without a description, and copulas with a quoted or superlative one."""

from __future__ import annotations

from eventx.extractors.characterizations.descriptions import (
    characterization,
    coordinate_end,
    description_from,
)
from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.arguments import agent_behind, complement_from
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import phrase_end
from eventx.grammar.subjects import subject_of
from eventx.rules import Draft, rule
from eventx.text.word_classes import candidates


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
    start = token + 1
    end = start if passive else phrase_end(text, start, trigger.limit, coordinated=True)
    while end > start and trigger.word(end) in {"of", "from", "by"}:
        end = phrase_end(text, end + 1, trigger.limit)
    target = subject_of(text, group, trigger.floor) if passive else (start, end)
    holder = agent_behind(text, token + 1, trigger.limit) if passive else subject_of(text, group, trigger.floor)
    if target is None or target[0] >= target[1] or (holder is None and not passive):
        return None
    reason = None
    at = holder[1] if passive and holder and holder[0] > token else end
    if passive and holder and holder[0] > token:
        bare = phrase_end(text, holder[0], trigger.limit)
        if trigger.word(bare) == "for":
            holder, at = (holder[0], bare), bare
    if target is not None and trigger.word(target[1] - 1) in {"cab", "taxi", "taxis", "bus"}:
        return None
    if trigger.word(at) == "for":
        theme = complement_from(text, at + 1, trigger.limit).theme if at + 1 < trigger.limit else None
        reason = (theme[0], coordinate_end(trigger, *theme)) if theme else None
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "reason": trigger.span(reason),
        "evaluation": "positive" if positive else "negative",
    }
    at_trigger = (token, token + 1)
    return characterization(trigger, "characterization.judge", at_trigger, roles, assess(text, group, trigger.floor))


COPULAS = frozenset("is are was were 's 're been be isn't wasn't aren't weren't".split())


@rule(
    "characterization.copula",
    "<holder> said <target> was “<description>”",
    examples=["Lee said the plan was a “disaster”.", "She said it was the worst winter in a century."],
    counterexamples=["He said the talks were over.", "The plan was a “disaster”."],
)
def copula(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) not in COPULAS or trigger.letter(token) != "B" or text.quotation(token) is not None:
        return None
    start = token + 1
    while trigger.letter(start) == "R":
        start += 1
    if trigger.letter(start) not in 'DJ"QMI':
        return None
    description = description_from(trigger, token + 1)
    if description is None:
        return None
    opening = next((i for i in range(*description) if trigger.letter(i) == '"'), None)
    superlative = _superlative(trigger, start)
    if opening is None and not superlative:
        return None
    if opening is not None and opening - start > 4 and not superlative:
        return None
    group = trigger.group(token)
    subject = subject_of(text, group, trigger.floor)
    inside = [word for word in text.lower[description[0] : description[1]] if word[0].isalpha()]
    felt = any(word in words("characterizations", "feelings") for word in inside[:2])
    if subject is None or felt or trigger.word(subject[0]) == "there" or _happens(trigger, description):
        return None
    roles = {"target": trigger.mention(subject), "description": trigger.span(description)}
    at = (token, token + 1)
    assessed = ("negative" if group.negated else "positive", group.modality)
    draft = characterization(trigger, "characterization.copula", at, roles, assessed)
    draft.needs_speaker = True
    return draft


def _happens(trigger: Trigger, description: TokenRange) -> bool:
    """Whether the words tell what somebody does or where he is: "is “researching the case”", "are “in dialogue”"."""
    at = description[0]
    while trigger.letter(at) in 'R"':
        at += 1
    return trigger.letter(at) in "gI" and trigger.word(at) not in {"of", "beyond", "out", "below", "above", "without"}


def _superlative(trigger: Trigger, start: int) -> bool:
    """Whether "the most …" or "the worst …" begins at a token."""
    if trigger.word(start) not in {"the", "its", "his", "her", "their"} and trigger.letter(start) not in '"':
        return False
    at = start + 1
    while trigger.letter(at) == '"':
        at += 1
    word = trigger.word(at)
    if word in {"most", "best", "worst", "least"}:
        return True
    return word.endswith("est") and word not in {"latest", "largest"} and "J" in candidates(word.removesuffix("est"))
