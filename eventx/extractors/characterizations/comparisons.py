"""Comparisons and accusations of being something: the description stands behind *to* or *of being*."""

from __future__ import annotations

from functools import cache

from eventx.extractors.characterizations.descriptions import (
    characterization,
    description_from,
    is_evaluative,
    is_trigger,
)
from eventx.extractors.characterizations.status import told_status
from eventx.extractors.characterizations.targets import holder_before, whole_subject
from eventx.extractors.trigger import Trigger, forms
from eventx.grammar.arguments import agent_behind
from eventx.grammar.clauses import trim
from eventx.grammar.noun_phrases import phrase_end
from eventx.rules import Draft, rule


@cache
def comparison_forms() -> dict[str, str]:
    return forms("characterizations", "comparison_verbs")


@rule(
    "characterization.compare",
    "<holder> liken <target> to <description>",
    examples=["The critic likened the film to a long headache.", "She compared the minister to a tired boxer."],
    counterexamples=["They compared prices in three shops.", "Compared with May, sales fell."],
)
def compare(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.letter(token) not in "vzdng" or trigger.word(token) not in comparison_forms():
        return None
    group = trigger.group()
    passive = group.passive
    start = token + 1
    end = start if passive else phrase_end(text, start, trigger.limit, coordinated=True)
    while end > start and trigger.word(end) in {"of", "in", "by", "on"}:
        end = phrase_end(text, end + 1, trigger.limit)
    if trigger.word(end) != "to" and not (
        trigger.word(end) == "with" and comparison_forms()[trigger.word(token)] == "equate"
    ):
        return None
    description = description_from(trigger, end + 1)
    if (
        trigger.word(token - 1) in {"by", "in", "on"}
        and description is not None
        and not is_evaluative(trigger, description)
    ):
        return None  # "measures it by comparing sales to forecasts"
    holder = agent_behind(text, end, trigger.limit) if passive else holder_before(trigger, group)
    target = whole_subject(trigger, group) if passive else (start, end)
    if passive and holder is None and target is not None and trigger.word(target[0]) in {"it", "that", "this"}:
        return None
    if description is None or target is None or target[0] >= target[1] or (holder is None and not passive):
        return None
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.span(description),
    }
    return characterization(trigger, "characterization.compare", (token, token + 1), roles, told_status(trigger, group))


@rule(
    "characterization.accuse-of-being",
    "<holder> accuse <target> of being <description>",
    examples=["The union accused the minister of being a coward.", "He was accused by rivals of being weak."],
    counterexamples=["He is accused of theft.", "They accused the bank of hiding losses."],
)
def accuse_of_being(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not is_trigger(trigger, "accusation_verbs"):
        return None
    group = trigger.group()
    for i in range(token + 1, min(token + 20, trigger.limit - 1)):
        if trigger.word(i) == "of":
            break
    else:
        return None
    if trigger.word(i + 1) != "being" and trigger.letter(i + 1) not in "D":
        return None
    if trigger.letter(i + 1) == "D" and "being" not in text.lower[i : i + 3]:
        return None
    description = description_from(trigger, text.lower.index("being", i, i + 3) + 1)
    if description is None:
        return None
    holder = agent_behind(text, token + 1, i) if group.passive else holder_before(trigger, group)
    target = whole_subject(trigger, group) if group.passive else trim(text, token + 1, i)
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.span(description),
        "evaluation": "negative",
    }
    at = (token, token + 1)
    return characterization(trigger, "characterization.accuse-of-being", at, roles, told_status(trigger, group))
