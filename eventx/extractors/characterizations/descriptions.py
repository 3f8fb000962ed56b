"""Descriptions and what they say: the pieces that all rules of characterizations share."""

from __future__ import annotations

from functools import cache
from typing import Any

from eventx.extractors.characterizations.evaluation import evaluation_by, evaluation_of
from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.arguments import complement_from
from eventx.grammar.clauses import trim
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import TIME_WORDS, phrase_start
from eventx.rules import Draft


def characterization(
    trigger: Trigger, rule_id: str, at: TokenRange, roles: dict[str, Any], assessed: tuple[str, str]
) -> Draft:
    roles = {key: value for key, value in roles.items() if value}
    if "evaluation" not in roles:
        description = roles.get("description") or roles.get("reason")
        roles["evaluation"] = evaluation_of(trigger.text.string(description)) if description else "neutral"
    return Draft(
        "characterization", rule_id, trigger.text.range(*at), roles, polarity=assessed[0], modality=assessed[1]
    )


def is_mere_naming(trigger: Trigger, lemma: str, description: TokenRange, *, held: bool) -> bool:
    """Whether the words only name or sort something: "is called a penny", "seen as part of it".

    Without a holder, or with a verb of belief, a description counts where it evaluates or is quoted.
    """
    if held and lemma not in words("characterizations", "belief_verbs"):
        return False
    if any(trigger.letter(i) == '"' for i in range(*description)):
        return False
    return evaluation_of(trigger.text.string(trigger.text.range(*description))) == "neutral"


def is_trigger(trigger: Trigger, *lists: str) -> bool:
    return trigger.letter(trigger.token) in "vzdng" and any(
        trigger.word(trigger.token) in forms("characterizations", name) for name in lists
    )


def _description_end(trigger: Trigger, start: int) -> int:
    """Where a description ends: with its quotation, or with the clause."""
    text = trigger.text
    quotation = text.quotation(start) if trigger.letter(start) == '"' else None
    if quotation is not None and quotation.first == start and quotation.last < trigger.limit + 1:
        end = quotation.last + 1
        if trigger.letter(end) in "IT" and trigger.letter(end - 2) not in ",.":
            theme = complement_from(text, start, trigger.limit).theme
            return theme[1] if theme else end
        return end
    complement = complement_from(text, start, trigger.limit)
    return complement.theme[1] if complement.theme else start


def coordinate_end(trigger: Trigger, start: int, end: int) -> int:
    """Stops a description before "and" and a further verb: "called it a lie and left"."""
    for i in range(start + 1, end):
        if trigger.letter(i) == "C" and trigger.word(i) in {"and", "but"}:
            following = i + 1
            while trigger.letter(following) == "R":
                following += 1
            if trigger.letter(following) in "dzXBHO":
                return i
        if trigger.word(i) == "within" or (trigger.letter(i) == "I" and trigger.word(i + 1) in TIME_WORDS):
            return i
        if trigger.letter(i) == "," and trigger.letter(i + 1) in "gdzQ":
            return i
        if trigger.letter(i) == "," and trigger.word(i + 1) in {"who", "which", "and", "but", "saying", "adding"}:
            return i
    return end


def description_from(trigger: Trigger, start: int) -> TokenRange | None:
    if start >= trigger.limit:
        return None
    end = coordinate_end(trigger, start, _description_end(trigger, start))
    begin, end = trim(trigger.text, start, end)
    return (begin, end) if begin < end else None


def only_named(trigger: Trigger, description: TokenRange) -> bool:
    """Whether the description is but a name: "called the dog Rex", "a firm called Acme"."""
    if trigger.letter(description[0]) == '"':
        inner = range(description[0] + 1, description[1] - 1)
        return (
            len(inner) > 0
            and all(trigger.text.words[i][0].isupper() and trigger.letter(i) in "PNM" for i in inner)
            and (trigger.word(description[0] + 1) not in {"a", "an"} and len(inner) < 4)
        )
    return trigger.letter(description[0]) == "P" and trigger.letter(description[1] - 1) == "P"


@cache
def as_forms() -> dict[str, str]:
    """Forms of the verbs that take *as*, with the lemma and its particle."""
    return {**forms("characterizations", "phrasal_as"), **forms("characterizations", "as_verbs")}


def free_relative(trigger: Trigger, first: int) -> Draft | None:
    """ "what he called Y" and "X, which he called Y"."""
    text, token = trigger.text, trigger.token
    holder_start = phrase_start(text, first, trigger.floor)
    before = holder_start - 1
    if holder_start == first:
        return None
    relative = trigger.word(before)
    if relative not in {"what", "which", "whom", "that", "who"} or trigger.letter(before) not in "WCQ":
        return None
    behind = token + 1
    lemma = trigger.word(token)
    if lemma in as_forms() and trigger.word(behind) == "as":
        behind += 1
    description = description_from(trigger, behind)
    if description is None or trigger.letter(description[0]) not in 'DJNM"RgP':
        return None
    if only_named(trigger, description) and trigger.letter(description[0]) != '"':
        return None
    target = None
    if relative != "what":
        end = before
        if trigger.letter(end - 1) in ",-":
            end -= 1
        start = phrase_start(text, end, trigger.floor)
        target = (start, end) if start < end else None
        if target is None:
            return None
    roles = {
        "holder": trigger.mention((holder_start, first)),
        "target": trigger.mention(target),
        "description": trigger.span(description),
    }
    group = trigger.group()
    return characterization(
        trigger, "characterization.call", (token, token + 1), roles, assess(text, group, trigger.floor)
    )
