"""Characterizations with a marker between target and description: as, to, of being."""

from __future__ import annotations

from functools import cache
from typing import Any

from eventx.extractors.characterizations.descriptions import (
    as_forms,
    characterization,
    description_from,
    free_relative,
    is_mere_naming,
    is_trigger,
)
from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.arguments import agent_behind, complement_from
from eventx.grammar.clauses import trim
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import phrase_end, phrase_start
from eventx.grammar.subjects import subject_of
from eventx.rules import Draft, rule

# "as well", "as soon", "as he climbed": an *as* that marks no description
AFTER_OTHER_AS = frozenset("far he i if it long many much she soon they though we well".split())


@rule(
    "characterization.describe-as",
    "<holder> describe <target> as <description>",
    examples=["The coach described the result as a farce.", "The deal was hailed as a breakthrough by both sides."],
    counterexamples=["She described the thief to the police.", "He worked as a driver."],
)
def describe_as(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.letter(token) not in "vzdng" or trigger.word(token) not in as_forms():
        return None
    lemma = as_forms()[trigger.word(token)]
    group = trigger.group()
    behind = token + 1
    particle = lemma.split()[1:]
    if particle:
        if trigger.word(behind) != particle[0]:
            return None
        behind += 1
    passive = group.passive or (trigger.letter(token) == "n" and not group.auxiliaries)
    marker = _as_behind(trigger, behind)
    if marker is None:
        return None
    if not passive:
        free = free_relative(trigger, group.first) if marker == behind else None
        if free is not None:
            free.rule = "characterization.describe-as"
            return free
    description = description_from(trigger, marker + 1)
    if description is None or not _describes(trigger, lemma, marker + 1):
        return None
    holder: TokenRange | None
    if passive:
        holder = agent_behind(text, token + 1, marker) or _agent_within(trigger, description)
        if holder and holder[0] > description[0]:
            description = (description[0], holder[0] - 1)
        target = _passive_target(trigger, group.passive)
        if target is None:
            return None
    else:
        holder = subject_of(text, group, trigger.floor)
        target = trim(text, behind, marker) if marker > behind else None
        if target is None:
            target, description = _shifted(trigger, description)
            if target is None:
                return None
    if is_mere_naming(trigger, lemma, description, held=holder is not None):
        return None
    roles: dict[str, Any] = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.span(trim(text, *description)),
    }
    if lemma in words("characterizations", "judgement_positive") or lemma in {"tout", "trumpet", "welcome"}:
        roles["evaluation"] = "positive"
    elif lemma in words("characterizations", "judgement_negative") or lemma in {"dismiss", "reject", "deride", "mock"}:
        roles["evaluation"] = "negative"
    at = (token, token + 1)
    return characterization(trigger, "characterization.describe-as", at, roles, assess(text, group, trigger.floor))


def _as_behind(trigger: Trigger, start: int) -> int | None:
    """The *as* that belongs to the verb: before a further verb, and no conjunction."""
    for i in range(start, min(start + 30, trigger.limit)):
        word, letter = trigger.word(i), trigger.letter(i)
        if word == "as" and trigger.word(i - 1) not in {"such", "as", "so", "same"}:
            if trigger.word(i + 1) in AFTER_OTHER_AS:
                return None
            return i
        if letter in ";XBH" or (letter in "zd" and trigger.letter(i - 1) not in "DJS"):
            if any(trigger.letter(k) == "W" or trigger.word(k) == "that" for k in range(start, i)):
                continue
            return None
        if letter == '"':
            quotation = trigger.text.quotation(i)
            if quotation is not None and quotation.last > trigger.limit:
                return None
    return None


def _describes(trigger: Trigger, lemma: str, start: int) -> bool:
    """Whether what follows *as* describes: not a clause ("as he climbed"), not a mere role ("dismissed as coach")."""
    letter, word = trigger.letter(start), trigger.word(start)
    if letter in 'DJnR"gMI':
        if letter == "D":
            end = phrase_end(trigger.text, start, trigger.limit)
            clause = trigger.letter(end) in "zdXBH" and trigger.word(end - 1) != "who"
            return not clause
        return True
    if letter == "N":
        if lemma in {"dismiss", "reject", "present", "cast", "see", "name"} and word in words(
            "characterizations", "roles"
        ):
            return False
        return word not in words("characterizations", "roles") or lemma not in {"dismiss", "cast", "present"}
    return letter == "P" and lemma not in {"cast", "present", "see"}


def _passive_target(trigger: Trigger, passive: bool) -> TokenRange | None:
    group = trigger.group()
    if passive:
        return subject_of(trigger.text, group, trigger.floor)
    end = group.first
    while trigger.letter(end - 1) in "R,":
        end -= 1
    start = phrase_start(trigger.text, end, trigger.floor)
    return (start, end) if start < end else None


def _agent_within(trigger: Trigger, description: TokenRange) -> TokenRange | None:
    for i in range(description[0] + 1, description[1]):
        if trigger.word(i) == "by" and trigger.letter(i + 1) in "DPQNJ":
            return agent_behind(trigger.text, i, trigger.limit)
    if trigger.word(description[1]) == "by":
        return agent_behind(trigger.text, description[1], trigger.limit)
    return None


def _shifted(trigger: Trigger, description: TokenRange) -> tuple[TokenRange | None, TokenRange]:
    """ "dismissed as “nonsense” claims that …": the target stands behind the description."""
    start = description[0]
    if trigger.letter(start) == '"':
        quotation = trigger.text.quotation(start)
        split = quotation.last + 1 if quotation else start
    else:
        split = start + 1
        while trigger.letter(split - 1) not in "JN" or trigger.letter(split) in "C":
            split += 1
            if split >= trigger.limit:
                return None, description
    end = complement_from(trigger.text, split, trigger.limit).theme if split < trigger.limit else None
    if end is None or trigger.letter(split) not in "DNPJ":
        return None, description
    return end, (start, split)


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
    holder = agent_behind(text, end, trigger.limit) if passive else subject_of(text, group, trigger.floor)
    target = subject_of(text, group, trigger.floor) if passive else (start, end)
    if description is None or target is None or target[0] >= target[1] or (holder is None and not passive):
        return None
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.span(description),
    }
    return characterization(
        trigger, "characterization.compare", (token, token + 1), roles, assess(text, group, trigger.floor)
    )


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
    holder = agent_behind(text, token + 1, i) if group.passive else subject_of(text, group, trigger.floor)
    target = subject_of(text, group, trigger.floor) if group.passive else trim(text, token + 1, i)
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.span(description),
        "evaluation": "negative",
    }
    at = (token, token + 1)
    return characterization(trigger, "characterization.accuse-of-being", at, roles, assess(text, group, trigger.floor))
