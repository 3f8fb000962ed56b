"""Characterizations turned round by a relative clause or its like: "what he called Y", "Y, as he called it"."""

from __future__ import annotations

from eventx.extractors.characterizations.descriptions import (
    as_forms,
    before_main_verb,
    characterization,
    description_from,
    is_evaluative,
    is_mere_naming,
    is_present,
    is_quoted,
    label_forms,
    only_named,
)
from eventx.extractors.characterizations.status import told_status
from eventx.extractors.trigger import TokenRange, Trigger
from eventx.grammar.appositions import before_apposition
from eventx.grammar.arguments import complement_from
from eventx.grammar.clauses import trim
from eventx.grammar.noun_phrases import TIME_WORDS, phrase_end, phrase_start
from eventx.lexicon import load
from eventx.rules import Draft, rule

RELATIVE = frozenset("what which whom that who".split())
SUBJECT_PRONOUNS = frozenset("he she they we i it".split())
LINKING_VERBS = frozenset("is was 's are were".split())


def _subject(trigger: Trigger, first: int) -> TokenRange | None:
    """The subject beside the verb group that begins at a token, past an apposition."""
    start = phrase_start(trigger.text, first, trigger.floor)
    if trigger.word(first - 1) in TIME_WORDS and trigger.letter(first - 2) in "IP":
        first -= 1 + (trigger.letter(first - 2) == "I")  # "who Beck on Wednesday called"
        start = phrase_start(trigger.text, first, trigger.floor)
    if start < first:
        return start, first
    if trigger.letter(first - 1) == ",":
        return before_apposition(trigger.text, first - 1, trigger.floor)
    return None


def follows_relative(trigger: Trigger) -> bool:
    """Whether the verb stands in a clause after *what*, *which* or *whom*, which is its object."""
    holder = _subject(trigger, trigger.group().first)
    return holder is not None and trigger.word(holder[0] - 1) in {"what", "which", "whom"}


def _behind_verb(trigger: Trigger) -> int:
    """Where the description of a relative clause begins: behind the verb and its *as*."""
    behind = trigger.token + 1
    for lemma in as_forms().get(trigger.word(trigger.token), ()):
        particle = lemma.split()[1:]
        if [trigger.word(behind)] == particle and trigger.word(behind + 1) == "as":
            return behind + 2
    takes_as = trigger.word(trigger.token) in as_forms()
    return behind + 1 if takes_as and trigger.word(behind) == "as" else behind


def _phrase_before(trigger: Trigger, end: int) -> TokenRange | None:
    start = phrase_start(trigger.text, end, trigger.floor)
    while start < end and trigger.letter(start) == "g" and trigger.letter(start - 1) in "C,":
        start += 1  # "and uttering charges that he called"
    return (start, end) if start < end else None


def _fitting(trigger: Trigger, relative: str, phrase: TokenRange | None) -> TokenRange | None:
    """The part of a chain that a relative goes on about: "swipes at *Webb*, who", "tied her to *a plan* that"."""
    if phrase is None:
        return None
    start, end = phrase
    linking = next((i for i in range(start, end) if trigger.letter(i) in "IT"), None)
    nearest = phrase_start(trigger.text, end, trigger.floor, linked=False)
    if linking is None or nearest <= start:
        return phrase
    kind = load("noun_kinds").get(trigger.word(linking - 1).removesuffix("s"))
    named = relative in {"who", "whom"} and trigger.letter(end - 1) == "P"
    thing = named and (trigger.letter(linking - 1) == "N" or trigger.word(linking) not in {"at", "from", "of"})
    contact = relative not in RELATIVE and trigger.word(nearest - 1) == "with"  # "link the past with *a man* she calls"
    tied = contact or (trigger.letter(linking - 1) == "P" and trigger.word(linking) in {"against", "to", "with"})
    return (nearest, end) if tied or (thing and kind != "person") else phrase


def free_relative(trigger: Trigger, rule_id: str) -> Draft | None:
    """ "what he called Y", "X, which he called Y", "a plan he called Y"."""
    group = trigger.group()
    holder = _subject(trigger, group.first)
    behind = _behind_verb(trigger)
    if holder is None or (behind == trigger.token + 1 and trigger.word(trigger.token) not in label_forms()):
        return None
    before = holder[0] - 1
    relative = trigger.word(before)
    pronoun = relative in RELATIVE and trigger.letter(before) in "WCQ"
    contact = trigger.word(holder[0]) in SUBJECT_PRONOUNS and trigger.letter(before) in "NP"
    description = description_from(trigger, behind) if pronoun or contact else None
    if description is None or trigger.letter(description[0]) not in 'DJNM"RgPn':
        return None
    target = None
    if pronoun:
        if relative != "what":
            end = before - (trigger.letter(before - 1) in ",-")
            target = _fitting(trigger, relative, _phrase_before(trigger, end))
            if target is None or trigger.letter(end - 1) not in 'NPMQ")' or trigger.letter(description[0]) == "g":
                return None
    else:
        target = _fitting(trigger, relative, _phrase_before(trigger, holder[0]))
        if target is None or not (is_quoted(trigger, description) or is_evaluative(trigger, description)):
            return None
    if only_named(trigger, description) and trigger.letter(description[0]) != '"':
        return None
    if relative == "what":
        description = (description[0], before_main_verb(trigger, *description, "XBHz"))
        second = (i for i in range(description[0] + 1, description[1]) if _second_phrase(trigger, i))
        description = (description[0], next(second, description[1]))
    named = relative == "what" and is_present(trigger) and not is_evaluative(trigger, description)
    lemma = label_forms().get(trigger.word(trigger.token), "")
    if named or is_mere_naming(trigger, lemma, description, held=True):
        return None
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.span(description),
    }
    at = (trigger.token, trigger.token + 1)
    return characterization(trigger, rule_id, at, roles, told_status(trigger, group), lemma)


def _second_phrase(trigger: Trigger, i: int) -> bool:
    """Whether a determiner opens what the verb over *what* goes on with: "has made what he calls sloth | a theme"."""
    return trigger.letter(i) == "D" and trigger.letter(i - 1) in "NP" and trigger.text.quotation(i) is None


@rule(
    "characterization.as-called",
    "<description>, as <holder> call <target>",
    examples=[
        "She resigned over “a campaign of lies”, as she called it.",
        "The cuts, or “the clear-out”, as he described them, begin in May.",
    ],
    counterexamples=["He left, as she called the police.", "As he described the plan, people left."],
)
def as_called(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) not in label_forms() or trigger.letter(token) not in "vzd":
        return None
    floor = text.sentence(token)[0]
    first = trigger.group().first
    holder = _subject(trigger, first)
    if holder is None or trigger.word(holder[0] - 1) != "as":
        return None
    end = phrase_end(text, token + 1, trigger.limit)
    target = (token + 1, end)
    if end == token + 1 or (end < trigger.limit and trigger.letter(end) not in ",.;-zdXBH"):
        return None
    at = holder[0] - 2
    while at > floor and text.words[at] == ",":
        at -= 1
    description: TokenRange | None = None
    if at >= floor and text.word_class(at) == '"':
        quotation = text.quotation(at) or text.quotation(at - 1)
        if quotation is not None:
            start = quotation.first
            start -= start > floor and text.word_class(start - 1) == "D"
            description = trim(text, start, quotation.last + 1)
    elif trigger.word(token + 1) in {"it", "them", "him", "her"} and text.words[holder[0] - 2] == ",":
        description = _phrase_before(trigger, at + 1)
    if description is None:
        return None
    return _characterized(trigger, "characterization.as-called", holder, target, description)


@rule(
    "characterization.is-how",
    "<description> is how <holder> describe <target>",
    examples=["“A scandal” is how the treasurer described the deal.", "Cruel is how the widow described the ruling."],
    counterexamples=["This is how he described the place to us.", "The question is how she described the thief."],
)
def is_how(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) not in label_forms() or trigger.letter(token) not in "vzd":
        return None
    holder = _subject(trigger, trigger.group().first)
    if holder is None or trigger.word(holder[0] - 1) != "how" or trigger.word(holder[0] - 2) not in LINKING_VERBS:
        return None
    floor = text.sentence(token)[0]
    end = holder[0] - 2
    end -= text.words[end - 1] == ","
    description = trim(text, floor, end)
    target = complement_from(text, token + 1, trigger.limit).theme
    if description[0] >= description[1] or target is None or trigger.letter(target[0]) not in "DPNQJM":
        return None
    if text.word_class(description[0]) not in '"J' and not is_evaluative(trigger, description):
        return None
    return _characterized(trigger, "characterization.is-how", holder, target, description)


def _characterized(
    trigger: Trigger, rule_id: str, holder: TokenRange, target: TokenRange, description: TokenRange
) -> Draft:
    """The draft of a characterization whose verb stands behind its description."""
    token = trigger.token
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.text.range(*description),
    }
    lemma = label_forms()[trigger.word(token)]
    assessed = told_status(trigger, trigger.group())
    return characterization(trigger, rule_id, (token, token + 1), roles, assessed, lemma)
