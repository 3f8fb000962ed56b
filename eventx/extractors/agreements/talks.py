"""Agreements under negotiation: parties in talks to do something, or negotiating something."""

from __future__ import annotations

from eventx.extractors.agreements.pact_nouns import pact_triggers
from eventx.extractors.agreements.pact_phrase import PactPhrase, read_behind
from eventx.extractors.agreements.parties import agreement, party_mentions, split_parties
from eventx.extractors.trigger import TokenRange, Trigger, forms, nouns
from eventx.grammar.arguments import object_behind
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import phrase_start
from eventx.grammar.subjects import subject_of
from eventx.rules import Draft, rule

TALKS = frozenset("discussions negotiations talks".split())


@rule(
    "agreement.in-talks",
    "<parties> be in talks (with <party>) to <verb phrase> | on <theme>",
    examples=["Acme is in talks to buy the mill.", "The port is in talks with its lenders over a new loan."],
    counterexamples=["The ministers were in talks all night.", "Peace talks resumed in Selby."],
)
def in_talks(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) not in TALKS:
        return None
    start = phrase_start(text, token + 1, trigger.floor, linked=False)
    verb = start - 2
    while trigger.letter(verb) == "R":
        verb -= 1
    if trigger.word(start - 1) != "in" or trigger.letter(verb) not in "Bvzdg":
        return None
    group = trigger.group(verb)
    subject = subject_of(text, group, trigger.floor)
    phrase = read_behind(trigger, token + 1)
    if subject is None or phrase.theme is None or not _aims(trigger, phrase, phrase.theme):
        return None
    if any(trigger.word(i) in nouns("agreements", "pact_nouns") for i in range(token, phrase.theme[1])):
        return None  # "in talks on a deal": the noun tells it
    roles = {
        "parties": party_mentions(trigger, [*split_parties(trigger, subject), *phrase.parties]),
        "theme": trigger.span(phrase.theme),
        "terms": [text.range(*part) for part in phrase.terms],
        "kind": "pact",
        "status": "negotiating",
    }
    return agreement(trigger, "agreement.in-talks", (start - 1, token + 1), roles, assess(text, group, trigger.floor))


def _aims(trigger: Trigger, phrase: PactPhrase, theme: TokenRange) -> bool:
    """Whether the talks are to end in something: an infinitive, or a topic with a partner."""
    return trigger.word(theme[0]) == "to" or bool(phrase.parties)


@rule(
    "agreement.negotiate",
    "<parties> negotiate <a solution, a price, a release> (with <party>)",
    examples=[
        "The club is negotiating a fee with Sula.",
        "Envoys were negotiating the release of the hostages with the rebels.",
    ],
    counterexamples=["The driver negotiated the bend.", "She negotiates for a living."],
)
def negotiate(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) not in forms("agreements", "negotiating_verbs") or trigger.letter(token) not in "vzdng":
        return None
    theme = object_behind(text, token + 1, trigger.limit)
    group = trigger.group()
    if theme is None or group.passive or not _is_negotiable(trigger, theme):
        return None
    subject = subject_of(text, group, trigger.floor)
    if subject is None:
        return None
    head = next((i for i in range(*theme) if trigger.word(i) == "with"), theme[1])
    phrase = read_behind(trigger, head)
    roles = {
        "parties": party_mentions(trigger, [*split_parties(trigger, subject), *phrase.parties]),
        "theme": text.range(theme[0], head),
        "kind": "pact",
        "status": "negotiating",
    }
    return agreement(trigger, "agreement.negotiate", (token, token + 1), roles, assess(text, group, trigger.floor))


def _is_negotiable(trigger: Trigger, theme: TokenRange) -> bool:
    inside = [trigger.word(i) for i in range(*theme)]
    known = nouns("agreements", "negotiable")
    return any(word in known for word in inside) and not any(word in pact_triggers() for word in inside)
