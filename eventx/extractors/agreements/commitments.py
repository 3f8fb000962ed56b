"""Commitments: pledge, be committed to, a promise, will continue to."""

from __future__ import annotations

from functools import cache

from eventx.extractors.agreements.parties import agreement, is_trigger
from eventx.extractors.governing import governing_status, light_verb
from eventx.extractors.trigger import TokenRange, Trigger, forms, nouns, words
from eventx.grammar.arguments import (
    complement_from,
    double_object,
    infinitive_behind,
    object_behind,
    past_adjuncts,
    possessor_before,
)
from eventx.grammar.clauses import has_finite_verb
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import LINKING, phrase_end, phrase_start
from eventx.grammar.subjects import subject_of
from eventx.lexicon.inflection import all_forms, verb_forms
from eventx.rules import Draft, rule

# "undertake a task", "guarantee you that": commitments only with an infinitive
TO_VERB_PHRASE = frozenset(["guarantee", "swear", "undertake"])


@cache
def commitment_makers() -> dict[str, str]:
    """The forms of the light verbs of commitments: "made a pledge", "gave a commitment"."""
    return {form: lemma for lemma in ("break", "give", "keep", "make", "renew", "repeat") for form in all_forms(lemma)}


@rule(
    "agreement.pledge",
    "<party> pledge to <verb phrase> | pledge <theme> | pledge that <clause>",
    examples=["The mayor pledged to rebuild the bridge.", "Norland has committed $2 million to the fund."],
    counterexamples=["He committed a crime.", "The rebels vowed revenge."],
)
def pledge(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not is_trigger(trigger, "commitment_verbs"):
        return None
    group = trigger.group()
    lemma = forms("agreements", "commitment_verbs")[trigger.word(token)]
    subject = subject_of(text, group, trigger.floor)
    behind = token + 1
    if lemma == "commit" and trigger.word(behind) in {"itself", "himself", "herself", "themselves", "ourselves"}:
        behind += 1
    if group.passive:
        return None
    theme, terms = _pledged(trigger, behind, lemma)
    if theme is None and lemma not in TO_VERB_PHRASE | {"commit"}:
        theme = _quoted(trigger, behind)
    if theme is not None and lemma in TO_VERB_PHRASE and trigger.word(theme[0]) not in {"to", "not"}:
        return None
    if theme is None or _threat(trigger, theme) or subject is None:
        return None
    if trigger.letter(token) == "n" and not group.auxiliaries:
        return None
    if trigger.letter(token) == "g" and not group.auxiliaries and trigger.letter(token - 1) in "vzdnDJ":
        return None  # "produced promising results"
    if trigger.letter(token) in "dn" and trigger.letter(token - 1) in ",DJ" and theme[0] == token + 1:
        if trigger.letter(theme[0]) == "N":
            return None  # "regular, pledged delegates"
    if lemma == "promise" and trigger.word(theme[0] + 1) == "be":
        return None  # "promises to be a close match"
    roles = {
        "parties": [trigger.mention(subject)],
        "theme": trigger.span(theme),
        "terms": [text.range(*part) for part in terms],
        "kind": "commitment",
    }
    return agreement(trigger, "agreement.pledge", (token, token + 1), roles, assess(text, group, trigger.floor))


def _pledged(trigger: Trigger, at: int, lemma: str) -> tuple[TokenRange | None, list[TokenRange]]:
    """What is promised behind the verb, past whom it is promised to."""
    text = trigger.text
    while trigger.letter(at) == "R" and trigger.word(at) != "not":
        at += 1
    at = past_adjuncts(text, at, trigger.limit)
    if lemma in {"promise", "guarantee"} and trigger.letter(at) in "NPQD" and trigger.word(at) not in {"that", "it"}:
        pair = double_object(text, at, trigger.limit)
        end = phrase_end(text, at, trigger.limit, linked=LINKING)
        if trigger.word(end) in {"to", "that"} and trigger.letter(end) in "TC":
            at = end
        elif pair is not None:
            at = pair[1]
    complement = infinitive_behind(text, at, trigger.limit)
    if complement is not None:
        return complement.theme, complement.terms
    if lemma == "commit":
        if trigger.word(at) == "to":
            complement = complement_from(text, at + 1, trigger.limit)
            return complement.theme, complement.terms
        if trigger.letter(at) != "M":
            return None, []
    if trigger.word(at) == "that" or (trigger.letter(at) in "QDP" and has_finite_verb(text, at, trigger.limit)):
        complement = complement_from(text, at, trigger.limit)
        return complement.theme, complement.terms
    noun = object_behind(text, at, trigger.limit)
    if noun is None or lemma in {"guarantee", "swear"}:
        return None, []
    end = phrase_end(text, noun[1] + 1, trigger.limit) if trigger.word(noun[1]) == "for" else noun[1]
    return (noun[0], max(end, noun[1])), []


def _quoted(trigger: Trigger, behind: int) -> TokenRange | None:
    """The quotation that holds the promise: "He vowed: “I will pay”", "“We will pay,” the bank pledged"."""
    text = trigger.text
    if trigger.word(behind) in {":", ","} and trigger.letter(behind + 1) == '"':
        after = text.quotation(behind + 1)
        return (after.first, after.last + 1) if after is not None and after.first == behind + 1 else None
    if trigger.letter(behind) not in ".," or text.quotation(trigger.token) is not None:
        return None
    start = phrase_start(text, trigger.group().first, trigger.floor)
    before = text.quotation(start - 1) if start > trigger.floor else None
    return (before.first, before.last + 1) if before is not None and before.last == start - 1 else None


def _threat(trigger: Trigger, theme: TokenRange) -> bool:
    head = [trigger.word(i) for i in range(theme[0], min(theme[0] + 3, theme[1]))]
    return any(word in words("agreements", "threats") for word in head)


@rule(
    "agreement.be-committed-to",
    "<party> be committed to <theme>",
    examples=["Norland is committed to cutting its debt.", "We remain committed to the accord."],
    counterexamples=["The crime was committed to hide a debt.", "She is a committed Christian."],
)
def be_committed(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) != "committed" or trigger.word(token + 1) != "to":
        return None
    verb = token - 1
    while trigger.letter(verb) == "R":
        verb -= 1
    if trigger.letter(verb) != "B" and trigger.word(verb) not in {"remain", "remains", "remained"}:
        return None
    group = trigger.group(verb)
    subject = subject_of(text, group, trigger.floor)
    if (
        trigger.letter(token + 2) == "v"
        or subject is None
        or trigger.word(subject[1] - 1) in {"crime", "murder", "crimes"}
    ):
        return None
    complement = complement_from(text, token + 2, trigger.limit)
    roles = {
        "parties": [trigger.mention(subject)],
        "theme": trigger.span(complement.theme),
        "terms": [text.range(*part) for part in complement.terms],
        "kind": "commitment",
    }
    at = (token, token + 1)
    return agreement(trigger, "agreement.be-committed-to", at, roles, assess(text, group, trigger.floor))


@rule(
    "agreement.commitment-noun",
    "<party>'s pledge to <verb phrase> | <party> make a commitment to <theme>",
    examples=["The mayor's pledge to rebuild the bridge was welcomed.", "Norland made a commitment to cut its debt."],
    counterexamples=["They said the pledge of allegiance.", "The young striker showed promise."],
)
def commitment_noun(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.letter(token) not in "NP" or trigger.word(token) not in nouns("agreements", "commitment_nouns"):
        return None
    if trigger.word(token + 1) == "of" and trigger.word(token + 2) in {"allegiance", "office"}:
        return None
    start = phrase_start(text, token + 1, trigger.floor, linked=False)
    owner = possessor_before(text, token, trigger.floor)
    light = light_verb(trigger, start, commitment_makers())
    govern = governing_status(trigger, start, "agreements")
    complement = infinitive_behind(text, token + 1, trigger.limit)
    theme = complement.theme if complement else None
    if theme is None and trigger.word(token + 1) in {"of", "on", "for", "to"}:
        end = phrase_end(text, token + 2, trigger.limit, linked=LINKING, coordinated=True)
        theme = (token + 2, end) if end > token + 2 else None
    if complement is not None and trigger.word(token).startswith("promise") and trigger.word(token + 2) == "be":
        return None
    definite = owner is None and light is None and complement is None
    if definite and trigger.word(start) not in {"the", "that", "this"}:
        return None
    party = owner
    assessed = ("positive", "asserted")
    if light is not None:
        group = trigger.group(light)
        assessed = assess(text, group, trigger.floor)
        if party is None or (party[1] - party[0] == 1 and trigger.letter(party[0]) == "D"):
            party = party if group.passive else subject_of(text, group, trigger.floor) or party
    if (
        theme is None
        and light is None
        and not definite
        and trigger.word(token) in {"commitment", "commitments", "vow", "vows"}
    ):
        return None
    if trigger.word(start) == "no":
        assessed = ("negative", assessed[1])
    roles = {
        "parties": [trigger.mention(party)] if party else [],
        "theme": trigger.span(theme),
        "terms": [text.range(*part) for part in complement.terms] if complement else [],
        "kind": "commitment",
        "status": govern.status if govern and govern.status in {"broken", "ended"} else "reached",
    }
    draft = agreement(trigger, "agreement.commitment-noun", (token, token + 1), roles, assessed)
    draft.needs_antecedent = definite
    return draft


@rule(
    "agreement.will-continue",
    "<party> will continue to <verb phrase>, as it says or is said to",
    examples=[
        "Norland said it will continue to accept refugees.",
        "“We will keep paying our share,” the minister said.",
    ],
    counterexamples=["Prices will continue to rise.", "He said the rain will continue to fall."],
)
def will_continue(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    verbs = words("agreements", "continuing", "verbs")
    if trigger.word(token) not in verbs or trigger.letter(token) != "v":
        return None
    group = trigger.group()
    if not {"will", "'ll", "shall"} & set(group.auxiliaries):
        return None
    start = token + 1
    act = start + 1 if trigger.word(start) == "to" else start
    lemmas = words("agreements", "continuing", "acts")
    acts = {verb_forms(lemma).ing if act == start else lemma for lemma in lemmas}
    subject = subject_of(text, group, trigger.floor)
    speaks = subject is not None and trigger.word(subject[0]) in {"we", "i"}
    if trigger.word(act) not in acts and not (
        speaks and trigger.word(act) not in words("agreements", "continuing", "states")
    ):
        return None
    complement = complement_from(text, start, trigger.limit)
    if subject is None or complement.theme is None:
        return None
    roles = {
        "parties": [trigger.mention(subject)],
        "theme": trigger.span(complement.theme),
        "terms": [text.range(*part) for part in complement.terms],
        "kind": "commitment",
        "status": "in_force",
    }
    draft = agreement(
        trigger,
        "agreement.will-continue",
        (group.first, token + 1),
        roles,
        ("negative" if group.negated else "positive", "asserted"),
    )
    draft.needs_speaker = True
    return draft
