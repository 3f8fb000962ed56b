"""Commitments told by nouns: a pledge, a promise, an undertaking."""

from __future__ import annotations

from functools import cache

from eventx.extractors.agreements.commitments import BINDING
from eventx.extractors.agreements.making import pact_start
from eventx.extractors.agreements.pact_status import introduced
from eventx.extractors.agreements.parties import agreement, split_parties
from eventx.extractors.governing import Governor, governing_status, light_verb
from eventx.extractors.trigger import TokenRange, Trigger, nouns, words
from eventx.grammar.arguments import (
    OF,
    Complement,
    complement_from,
    infinitive_behind,
    party_behind,
    past_adjuncts,
    possessor_before,
)
from eventx.grammar.modality import assess, joined, negated_before, supposed
from eventx.grammar.noun_phrases import LINKING, TIME_WORDS, phrase_end, phrase_start
from eventx.grammar.subjects import main_subject, subject_of
from eventx.lexicon.inflection import all_forms
from eventx.rules import Draft, rule

FROM = frozenset("by from".split())
WITH = frozenset(["with"])
KEEPING = frozenset("break fulfil fulfill honor honour keep make".split())
KEPT = frozenset("broken ended in_force".split())
# a clause without an object has few words
SHORT = 6
POSSESSIVES = frozenset("its his her their our my your".split())


@cache
def commitment_makers() -> dict[str, str]:
    """The forms of the light verbs of commitments: "made a pledge", "gave a commitment"."""
    lemmas = (
        "break",
        "deliver",
        "enter",
        "give",
        "keep",
        "make",
        "reiterate",
        "renew",
        "repeat",
        "sign",
        "swear",
        "take",
    )
    return {form: lemma for lemma in lemmas for form in all_forms(lemma)}


@rule(
    "agreement.commitment-noun",
    "<party>'s pledge to <verb phrase> | <party> make a commitment to <theme>",
    examples=["The mayor's pledge to rebuild the bridge was welcomed.", "Norland made a commitment to cut its debt."],
    counterexamples=["They said the pledge of allegiance.", "The young striker showed promise."],
)
def commitment_noun(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    word = trigger.word(token)
    if trigger.letter(token) not in "NP":
        return None
    if trigger.word(token + 1) == "of" and trigger.word(token + 2) in {"allegiance", "office"}:
        return None
    start = pact_start(trigger)
    light = None if trigger.word(start - 1) == "sure" else light_verb(trigger, start, commitment_makers())
    given = light is not None and word in nouns("agreements", "given_nouns")
    if word not in nouns("agreements", "commitment_nouns") and not given:
        return None
    owner = possessor_before(text, token, trigger.floor)
    if owner is not None and trigger.word(owner[1] - 1) in TIME_WORDS | words("agreements", "promising_things"):
        return None  # "Saturday's final promises to be close"
    govern = governing_status(trigger, start, "agreements")
    giver, behind = _giver(trigger)
    partner = party_behind(text, behind, trigger.limit, WITH)
    if partner is not None:
        behind = past_adjuncts(text, partner[1], trigger.limit)
    complement = _content(trigger, behind)
    owner = owner or giver
    if light is not None and complement is not None and complement.theme and token < light < complement.theme[1]:
        light = None  # "the vow that the answers will be kept secret"
    if complement is not None and word.startswith("promise") and trigger.word(behind + 1) == "be" and owner is None:
        return None
    if complement is not None and trigger.word(behind + 1) in KEEPING and complement.theme == (behind, behind + 2):
        return None  # "a difficult pledge to keep"
    theme = complement.theme if complement is not None else None
    if theme is None and trigger.word(behind) in {"of", "on", "for", "to", "about"}:
        end = phrase_end(text, behind + 1, trigger.limit, linked=LINKING, coordinated=True)
        theme = (behind + 1, end) if end > behind + 1 else None
    definite = owner is None and light is None and complement is None
    if definite and (trigger.word(start) not in {"the", "that", "this"} or (word == "promise" and theme is not None)):
        return None  # "the promise of spring"
    kept = govern is not None and govern.status in KEPT
    if (
        theme is None
        and light is None
        and not definite
        and not kept
        and word in words("agreements", "bare_commitments")
    ):
        return None
    assessed, party = _assessed(trigger, start, owner, light, govern)
    roles = {
        "parties": [
            trigger.mention(part) for part in [*split_parties(trigger, party), *split_parties(trigger, partner)]
        ],
        "theme": trigger.span(theme),
        "terms": [text.range(*part) for part in complement.terms] if complement else [],
        "kind": "commitment",
        "status": govern.status if govern is not None and kept else "reached",
    }
    draft = agreement(trigger, "agreement.commitment-noun", (token, token + 1), roles, assessed)
    draft.needs_antecedent = definite
    return draft


def _giver(trigger: Trigger) -> tuple[TokenRange | None, int]:
    """Who gives it, told behind the noun, and the token behind: "a pledge *by the port* of $2m"."""
    at = past_adjuncts(trigger.text, trigger.token + 1, trigger.limit)
    found = party_behind(trigger.text, at, trigger.limit, FROM)
    if found is None:
        if trigger.word(at) == "to" and trigger.letter(at + 1) in "PNDQ":
            # "a vow to the villagers to mend the road"
            end = phrase_end(trigger.text, at + 1, trigger.limit, linked=OF)
            return None, end if trigger.word(end) in {"to", "that"} else at
        return None, at
    of = next((i for i in range(*found) if trigger.word(i) == "of" and trigger.letter(i + 1) == "M"), None)
    return (found, found[1]) if of is None else ((found[0], of), of)


def _content(trigger: Trigger, at: int) -> Complement | None:
    """What is promised, as an infinitive or a clause."""
    complement = infinitive_behind(trigger.text, at, trigger.limit)
    if complement is not None:
        return complement
    promised = any(trigger.word(i) in BINDING for i in range(at + 2, at + 8))
    if trigger.letter(at) == "-" and trigger.word(at + 1) == "that" and promised:
        at += 1  # "she gave a vow - that the bank would pay"
    clause = trigger.word(at) == "that" and trigger.letter(at + 1) not in "XBHzdO"
    quoted = trigger.word(at) == ":" and (
        trigger.letter(at + 1) in '"gTvR' or any(trigger.word(i) in BINDING for i in range(at + 1, trigger.limit))
    )
    if not clause and not quoted:
        return None
    complement = complement_from(trigger.text, at + 1 if quoted else at, trigger.limit)
    return None if clause and _is_relative(trigger, complement.theme) else _before_predicate(trigger, complement)


def _is_relative(trigger: Trigger, theme: TokenRange | None) -> bool:
    """Whether a clause lacks its object, so that it says of the noun whose it is: "the commitment that they need"."""
    return theme is not None and theme[1] - theme[0] < SHORT and trigger.letter(theme[1] - 1) in "zdv"


def _before_predicate(trigger: Trigger, complement: Complement) -> Complement:
    """A clause without the verb whose subject the noun is: "the vow that the files will be kept *is worth little*"."""
    theme = complement.theme
    if theme is None or trigger.word(theme[0]) != "that":
        return complement
    told = False
    for at in range(theme[0] + 1, theme[1]):
        letter = trigger.letter(at)
        if letter in 'W,;"C' or (letter == "Q" and told):
            break
        if told and letter in "zdBHX" and trigger.letter(at - 1) in "NJPn":
            return Complement((theme[0], at), complement.terms)
        told = told or (letter in "zdv" or (letter in "BHX" and trigger.letter(at + 1) in "nJRDN"))
        told = (told and letter not in "BHX") or (told and trigger.letter(at + 1) not in "BHX")
    return complement


def _assessed(
    trigger: Trigger, start: int, owner: TokenRange | None, light: int | None, govern: Governor | None
) -> tuple[tuple[str, str], TokenRange | None]:
    """Polarity and modality, and who commits himself: the owner of the noun, or the subject of its light verb."""
    text = trigger.text
    told = "negative" if trigger.word(start) == "no" or negated_before(text, start, trigger.floor) else "positive"
    assessed = (told, "asserted")
    own = owner is not None and trigger.word(owner[0]) not in POSSESSIVES
    if light is not None:
        group = trigger.group(light)
        party = owner if own or group.passive else subject_of(text, group, trigger.floor) or owner
        return joined(assessed, assess(text, group, trigger.floor)), party
    if not own and govern is not None and (owner is None or govern.status in KEPT):
        party = govern.party or owner if govern.status in KEPT else None
        return joined(assessed, govern.assessed), party
    possessed = possessor_before(text, trigger.token, trigger.floor) is not None
    if owner is None and trigger.word(start - 1) == "with":
        owner = main_subject(text, trigger.floor, start - 1)  # "went into the vote with a pledge to"
    elif owner is None and trigger.word(start - 1) == "and" and start == trigger.token:
        # a verb read as a noun: "he rails against it and pledges to end it"
        shared = subject_of(text, trigger.group(), trigger.floor)
        single = shared is not None and (
            trigger.letter(shared[1] - 1) == "P" or trigger.word(shared[0]) in {"he", "she"}
        )
        owner = shared if single else None
    elif owner is None and trigger.word(start - 1) == "on" and trigger.word(start - 2) == "good":
        owner = subject_of(text, trigger.group(start - 3), trigger.floor)  # "made good on a promise"
    elif owner is None and trigger.word(start - 1) == "on" and trigger.word(start - 2) in campaigning():
        owner = subject_of(text, trigger.group(start - 2), trigger.floor)
        if owner is None and trigger.word(start - 3) == "both":
            first = phrase_start(text, start - 3, trigger.floor)
            owner = (first, start - 3) if first < start - 3 else None
    wanted = trigger.word(start - 1) in {"for", "of"} and trigger.word(start - 2) in words("agreements", "wishes")
    if not possessed and (wanted or supposed(text, trigger.token, trigger.floor)):
        assessed = (told, "planned" if wanted else "hypothetical")
    elif not possessed:
        end = trigger.token + 1 if owner is None or owner[0] < trigger.token else _past_asides(trigger, owner[1])
        assessed = joined(assessed, introduced(trigger, start, end))
    return assessed, owner


def _past_asides(trigger: Trigger, at: int) -> int:
    """The token behind a relative clause between commas: "a pledge from Sula, which was poor, *would* help"."""
    if trigger.letter(at) == "," and trigger.letter(at + 1) == "W":
        return next((i + 1 for i in range(at + 1, min(at + 16, trigger.limit)) if trigger.letter(i) == ","), at)
    return at


@cache
def campaigning() -> frozenset[str]:
    """Forms of the verbs whose subject gives the pledge: "ran on a pledge to build it"."""
    return frozenset(form for lemma in words("agreements", "campaigning") for form in all_forms(lemma))
