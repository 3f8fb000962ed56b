"""Characterizations that put the description right behind the target: call, brand, consider."""

from __future__ import annotations

from eventx.extractors.characterizations.descriptions import (
    before_main_verb,
    characterization,
    description_from,
    group_of,
    is_evaluative,
    is_mere_naming,
    is_present,
    is_quoted,
    is_trigger,
    only_named,
    reason_behind,
)
from eventx.extractors.characterizations.evaluation import word_evaluation
from eventx.extractors.characterizations.relatives import follows_relative, free_relative
from eventx.extractors.characterizations.status import told_status
from eventx.extractors.characterizations.targets import holder_before, whole_subject
from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.arguments import agent_behind, complement_from
from eventx.grammar.clauses import trim
from eventx.grammar.noun_phrases import TIME_WORDS, phrase_end, phrase_start
from eventx.rules import Draft, rule
from eventx.text import Range

# "called on", "called off", "called attention to": other things that calling does
NOT_LABELLING = frozenset("at attention back by for in into off on out to up upon".split())


@rule(
    "characterization.call",
    "<holder> call <target> <description>",
    examples=["The mayor called the plan a disaster.", "Critics have branded him “reckless”."],
    counterexamples=["She called the police.", "They called off the match."],
)
def call(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not is_trigger(trigger, "label_verbs"):
        return None
    group = group_of(trigger)
    lemma = forms("characterizations", "label_verbs")[trigger.word(token)]
    behind = token + 1
    if trigger.word(behind) in NOT_LABELLING:
        return None
    reduced = trigger.letter(token) == "n" and not group.auxiliaries
    if trigger.letter(token) == "d" and trigger.letter(token - 1) == ",":
        reduced = agent_behind(text, token + 1, trigger.limit) is not None
    if group.passive or reduced:
        return _called_passive(trigger, lemma, passive=group.passive)
    parts = target_and_description(trigger, behind)
    if parts is None and trigger.letter(token) == "d" and agent_behind(text, token + 1, trigger.limit) is not None:
        return _called_passive(trigger, lemma, passive=False)  # "Plan branded a folly by residents"
    if parts is None or follows_relative(trigger):
        return free_relative(trigger, "characterization.call")
    target, description = parts
    holder = holder_before(trigger, group)
    if _official(trigger, lemma, target, description) or only_named(trigger, description):
        return None
    if holder is None and trigger.letter(token) == "v" and token == trigger.floor:
        return None  # "Call it a harvest of vanity."
    roles = {
        "holder": trigger.mention(holder),
        "target": _extraposed(trigger, description) or trigger.mention(target),
        "description": trigger.span(description),
        "reason": trigger.span(reason_behind(trigger, description)),
    }
    at = (token, token + 1)
    return characterization(trigger, "characterization.call", at, roles, told_status(trigger, group), lemma)


def target_and_description(trigger: Trigger, start: int) -> tuple[TokenRange | None, TokenRange] | None:
    """Splits "the plan a disaster", "him reckless", "it “a joke”", "it absurd that …"."""
    text = trigger.text
    listed = words("characterizations", "not_called")
    if trigger.word(start) == "that" and trigger.word(trigger.token).startswith(
        ("cons", "decl", "judg", "proc", "pron")
    ):
        return None  # "declared that the fuel"
    if trigger.letter(start) == "Q" or (trigger.word(start) in {"this", "that"} and trigger.letter(start + 1) in 'D"'):
        description = description_from(trigger, start + 1)
        if description is not None and trigger.letter(start + 1) == "," and not is_evaluative(trigger, description):
            return None  # "she called me, “Mum, it is over”"
        if description is None or trigger.letter(description[0]) in "TC.,zdXBHv":
            return None
        if trigger.letter(description[0]) == "R" and trigger.letter(description[0] + 1) not in "JDgnR":
            return None
        if trigger.letter(description[0]) in "IR" and trigger.word(description[0]) == "out":
            return None if trigger.word(description[0] + 1) != "of" else ((start, start + 1), description)
        if trigger.letter(description[0]) in "I":
            return None
        if trigger.word(start) == "it":
            short = _before_extraposed(trigger, description)
            if short is not None:
                return None, short
        if [trigger.word(i) for i in range(*description)][1:] == ["else"]:
            return None  # "call it something else"
        if trigger.word(description[0]) in {"on", "names", "back", "again"} or _tells_time(trigger, description):
            return None
        if [trigger.word(i) for i in range(*description)][:2] in (["a", "day"], ["a", "night"], ["quits"]):
            return None
        return (start, start + 1), description
    if trigger.word(start) in {"this", "that"} and word_evaluation(trigger.word(start + 1)) != "neutral":
        if start + 2 >= trigger.limit or trigger.letter(start + 2) in ",.":
            return (start, start + 1), (start + 1, start + 2)  # "I call that cowardice"
    end = phrase_end(text, start, trigger.limit, coordinated=True)
    dozens = trigger.word(start) == "half" and trigger.word(start + 1) in {"a", "an"}
    if end == start or dozens or "bluff" in text.lower[start:end]:
        return None
    if trigger.letter(start) in "J" and trigger.letter(start + 1) not in "NP":
        return None
    split = _split_inside(trigger, start, end)
    if split is not None:
        description = description_from(trigger, split)
        return ((start, split), description) if description else None
    at = end
    while at < trigger.limit:
        if (trigger.letter(at) in 'JDM"' and trigger.letter(at - 1) != "I") or (
            trigger.letter(at) == "R" and trigger.letter(at + 1) in "JDg"
        ):
            break
        if trigger.letter(at) in "g" and trigger.letter(at - 1) in "NPQ":
            break
        if trigger.letter(at) in "IT" and trigger.word(at) not in {"by", "as"}:
            further = phrase_end(text, at + 1, trigger.limit)
            if trigger.letter(at) == "T" and trigger.letter(at + 1) == "v":
                further = phrase_end(text, at + 2, trigger.limit)
                inner = _split_inside(trigger, at + 2, further)
                if inner is not None:
                    further = inner
            else:
                inner = _split_inside(trigger, at + 1, further)
                if inner is not None:
                    further = inner
            if further <= at + 1:
                return None
            at = further
            continue
        closing = _past_apposition(trigger, at) if at == end else at
        if closing > at:
            at = closing
            continue
        return _split_before_label(trigger, start, end) if trigger.letter(at) in ",IRC" and at == end else None
    if at >= trigger.limit:
        return _split_before_label(trigger, start, end)
    head = trigger.word(end - 1)
    description = description_from(trigger, at)
    if description is None or _tells_time(trigger, description):
        return None
    if head in listed or head.removesuffix("s") in listed:
        if not is_quoted(trigger, description) and not is_evaluative(trigger, description):
            return None
    begin, stop = trim(text, start, at)
    return (begin, stop), description


def _past_apposition(trigger: Trigger, comma: int) -> int:
    """The token behind "Horak, the club's new striker, “the Wall”", where a description follows; else the comma."""
    if trigger.letter(comma) != "," or trigger.letter(comma + 1) not in "DNPJ":
        return comma
    closing = phrase_end(trigger.text, comma + 1, trigger.limit, linked=frozenset(["of", "for", "at", "in"]))
    return closing + 1 if trigger.letter(closing) == "," and trigger.letter(closing + 1) in 'DJ"' else comma


def _split_before_label(trigger: Trigger, start: int, end: int) -> tuple[TokenRange | None, TokenRange] | None:
    """Splits what looks like one noun phrase before its last word where that evaluates: "the shooting terrorism"."""
    last = trigger.word(end - 1)
    if end - start < 3 or trigger.letter(start) != "D" or trigger.letter(end - 2) not in "NPJg":
        return None
    if word_evaluation(last) == "neutral" or last in words("characterizations", "not_called"):
        return None
    return (start, end - 1), (end - 1, end)


def _tells_time(trigger: Trigger, description: TokenRange) -> bool:
    """Whether the words tell when somebody phoned: "called him yesterday"."""
    first = trigger.word(description[0])
    return first in TIME_WORDS or first.endswith("day") or first in {"every", "each", "daily"}


def _split_inside(trigger: Trigger, start: int, end: int) -> int | None:
    """Where one noun phrase turns into another: before a quotation mark, or a determiner behind a noun."""
    for i in range(start + 1, end):
        quotation = trigger.text.quotation(i) if trigger.letter(i) == '"' else None
        if quotation is not None and quotation.first == i:
            if trigger.letter(i - 1) in "NPM" or (trigger.letter(i - 1) == "J" and quotation.last + 1 >= end):
                return i
        if trigger.letter(i) == "D" and trigger.letter(i - 1) in "NPM" and trigger.word(i - 1) != "half":
            return i
    return None


def _before_extraposed(trigger: Trigger, description: TokenRange) -> TokenRange | None:
    """The description of "called it absurd that …", "called it a mistake to …"."""
    for i in range(description[0] + 1, description[1]):
        if trigger.word(i) in {"that", "to"} and trigger.letter(i) in "CT" and trigger.letter(i - 1) in "JN":
            return description[0], i
    return None


def _extraposed(trigger: Trigger, description: TokenRange) -> Range | None:
    """What "it" stands for in "called it absurd that …": the clause behind the description."""
    if trigger.word(description[0] - 1) != "it" or trigger.word(description[1]) not in {"that", "to"}:
        return None
    if trigger.letter(description[1] + 1) in "zdXBH":
        return None  # "called it an “error” that was long mended"
    return trigger.span(complement_from(trigger.text, description[1], trigger.limit).theme)


def _official(trigger: Trigger, lemma: str, target: TokenRange | None, description: TokenRange) -> bool:
    """Whether somebody does something by saying it, or tells a feeling: "declared him the winner", "herself bored"."""
    if lemma not in {"declare", "pronounce", "proclaim"}:
        return False
    if target is not None and trigger.word(target[0]).endswith(("self", "selves")):
        return trigger.letter(description[0]) not in "D"
    listed = words("characterizations", "declared")
    return any(trigger.word(i) in listed for i in range(*description))


def _called_passive(trigger: Trigger, lemma: str, *, passive: bool) -> Draft | None:
    """ "Y was called a liar (by X)", ", called a liar by X,"."""
    text, token = trigger.text, trigger.token
    group = trigger.group()
    if trigger.letter(token + 1) not in 'DJ"RnMN' or trigger.word(token + 1) in {"so", "too", "up", "upon"}:
        return None
    description = description_from(trigger, token + 1)
    if description is None:
        return None
    if not passive:
        description = (description[0], before_main_verb(trigger, *description))
    if trigger.letter(description[0]) == '"' and trigger.letter(description[0] + 1) in "IT":
        return None  # "was branded “in honour of” him"
    agent = None
    for i in range(description[0], description[1]):
        if trigger.word(i) == "by":
            agent = agent_behind(text, i, trigger.limit)
            description = (description[0], i)
            break
    if agent is None:
        agent = agent_behind(text, description[1], trigger.limit) if trigger.word(description[1]) == "by" else None
    unnamed = passive and trigger.word(group.first - 1) == "what"
    if passive:
        target = None if unnamed else whole_subject(trigger, group)
    else:
        end = token - 1 if trigger.letter(token - 1) == "," else token
        while trigger.letter(end - 1) in "R":
            end -= 1
        start = phrase_start(text, end, trigger.floor)
        target = (start, end) if start < end else None
        quoted = trigger.letter(description[0]) == '"'
        if target is None or (trigger.letter(token - 1) != "," and agent is None and not quoted):
            return None
    if only_named(trigger, description) or (target is None and not unnamed) or description[0] >= description[1]:
        return None
    if unnamed and agent is None and is_present(trigger) and not is_quoted(trigger, description):
        return None  # "what are called fair taxes"
    if trigger.letter(token + 1) == "N" and word_evaluation(trigger.word(token + 1)) == "neutral":
        return None  # "is called granite"
    headline = not passive and trigger.letter(token) == "d"
    if is_mere_naming(trigger, lemma, description, held=agent is not None and not headline):
        return None
    if _official(trigger, lemma, None, description):
        return None
    roles = {
        "holder": trigger.mention(agent),
        "target": trigger.mention(target),
        "description": trigger.span(trim(text, *description)),
        "reason": trigger.span(reason_behind(trigger, description)),
    }
    at = (token, token + 1)
    return characterization(trigger, "characterization.call", at, roles, told_status(trigger, group), lemma)


@rule(
    "characterization.consider",
    "<holder> consider <target> <description>",
    examples=["The panel considered the deal unfair.", "Voters consider him a safe choice."],
    counterexamples=["The court will consider the case.", "She considered selling the house."],
)
def consider(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not is_trigger(trigger, "belief_label_verbs") or trigger.letter(trigger.token) == "g":
        return None
    group = trigger.group()
    if group.passive:
        subject = whole_subject(trigger, group)
        start = token + 1
        if trigger.word(start) == "to" and trigger.word(start + 1) == "be":
            start += 2
        if subject is None or trigger.letter(start) not in "DJ":
            return None
        target: TokenRange | None = subject
        description = description_from(trigger, start)
        holder = agent_behind(text, start, trigger.limit)
        if description is not None and holder is not None and description[0] < holder[0] < description[1]:
            description = trim(text, description[0], holder[0] - 1)
    else:
        if trigger.letter(token + 1) in "gI":
            return None
        parts = _to_be(trigger, token + 1) or target_and_description(trigger, token + 1)
        if parts is None:
            return free_relative(trigger, "characterization.consider")
        if parts[0] is None or not _begins_description(trigger, parts[1][0]):
            return None
        target, description = parts
        holder = holder_before(trigger, group)
    if description is None or is_mere_naming(trigger, "consider", description, held=holder is not None):
        return None
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.span(description),
    }
    at = (token, token + 1)
    return characterization(trigger, "characterization.consider", at, roles, told_status(trigger, group))


def _begins_description(trigger: Trigger, start: int) -> bool:
    return trigger.letter(start) in 'DJ"' or (trigger.letter(start) == "R" and trigger.letter(start + 1) in "JDn")


def _to_be(trigger: Trigger, start: int) -> tuple[TokenRange | None, TokenRange] | None:
    """Splits "him to be a safe choice"."""
    end = phrase_end(trigger.text, start, trigger.limit, linked=frozenset(["of", "in"]))
    if end == start or [trigger.word(end), trigger.word(end + 1)] != ["to", "be"]:
        return None
    description = description_from(trigger, end + 2)
    return ((start, end), description) if description is not None else None
