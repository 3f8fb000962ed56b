"""Offers told by willingness: is willing to, expressed readiness to."""

from __future__ import annotations

from typing import Any

from eventx.extractors.offers.themes import (
    head_of,
    offer,
    spans,
)
from eventx.extractors.trigger import TokenRange, Trigger, words
from eventx.grammar.arguments import (
    complement_from,
    infinitive_behind,
    possessor_before,
    terms_at,
)
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import phrase_end, phrase_start
from eventx.grammar.subjects import subject_of
from eventx.rules import Draft, rule


@rule(
    "offer.be-willing-to",
    "<party> be willing to <verb phrase>",
    examples=["Norland is willing to house the prisoners.", "The union said it was ready to reopen talks."],
    counterexamples=["Dinner is ready to eat.", "He was willing and able."],
)
def be_willing_to(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    word = trigger.word(token)
    negative = word in words("offers", "negative_adjectives")
    if word not in words("offers", "adjectives") and not negative:
        return None
    verb = _copula(trigger)
    if verb is None:
        return None
    openness = word == "open"
    complement = infinitive_behind(text, token + 1, trigger.limit)
    if complement is None and openness and trigger.word(token + 1) == "to":
        complement = complement_from(text, token + 2, trigger.limit)
    if complement is None or complement.theme is None:
        return None
    if not openness and not _is_offered(trigger, word, complement.theme):
        return None
    clause = trigger.group(verb)
    subject = subject_of(text, clause, trigger.floor)
    if subject is None or not _can_offer(trigger, subject):
        return None
    if openness and _open_to_all(trigger, complement.theme):
        return None
    polarity, modality = assess(text, clause, trigger.floor)
    if any(trigger.word(i) in {"not", "never"} for i in range(verb + 1, token)):
        polarity = "negative"
    if negative:
        polarity = "negative" if polarity == "positive" else "positive"
    roles = {
        "offerer": trigger.mention(subject),
        "theme": trigger.span(complement.theme),
        "terms": spans(trigger, complement.terms) or _fronted_terms(trigger),
    }
    return offer(trigger, "offer.be-willing-to", (verb, token + 1), roles, (polarity, modality))


def _open_to_all(trigger: Trigger, theme: TokenRange) -> bool:
    """Whether something is open to visitors or to question, which offers nothing."""
    end = phrase_end(trigger.text, theme[0], theme[1])
    return end > theme[0] and head_of(trigger, (theme[0], end)) in words("offers", "open_to_all")


def _is_offered(trigger: Trigger, adjective: str, theme: TokenRange) -> bool:
    """Whether the act is one that another may take: "ready to pay", but neither "ready to go" nor "willing to die"."""
    act = theme[0] + 1
    while trigger.letter(act) in "RT":
        act += 1
    if adjective in {"willing", "unwilling"}:
        return trigger.word(act) not in words("offers", "not_offered_acts")
    return trigger.word(act) in words("offers", "offered_acts")


def _fronted_terms(trigger: Trigger) -> list[Any]:
    """Terms that open the sentence: "In exchange for a longer lease, …"."""
    if not terms_at(trigger.text, trigger.floor, trigger.limit):
        return []
    comma = next((i for i in range(trigger.floor, trigger.token) if trigger.letter(i) == ","), None)
    return [] if comma is None else [trigger.text.range(trigger.floor, comma)]


def _copula(trigger: Trigger) -> int | None:
    """The *be*, *stand* or *seem* before an adjective, past adverbs."""
    at = trigger.token - 1
    while at >= trigger.floor and (trigger.letter(at) == "R" or trigger.word(at) in {"more", "also", "both"}):
        at -= 1
    if trigger.letter(at) == "B" or trigger.word(at) in {"stand", "stands", "stood", "remain", "remains", "remained"}:
        return at
    return None


def _can_offer(trigger: Trigger, subject: TokenRange) -> bool:
    """Whether a subject can be willing: no thing, and not "dinner"."""
    head = head_of(trigger, subject)
    if head in {"you", "one", "anyone", "everyone", "someone", "nobody"}:
        return False
    return head not in {"dinner", "lunch", "food", "meal", "report", "house", "way"}


@rule(
    "offer.willingness",
    "<party>'s willingness to <verb phrase> | <party> express readiness to <verb phrase>",
    examples=["Norland expressed willingness to house the prisoners.", "The union signalled its readiness to talk."],
    counterexamples=["Readiness is all.", "The army tested its readiness."],
)
def willingness(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) not in words("offers", "willingness_nouns") or trigger.letter(token) not in "NPJ":
        return None
    complement = infinitive_behind(text, token + 1, trigger.limit)
    if complement is None or complement.theme is None or not _is_offered(trigger, "ready", complement.theme):
        return None
    start = phrase_start(text, token + 1, trigger.floor, linked=False)
    owner = possessor_before(text, token, trigger.floor)
    verb = start - 1 if trigger.letter(start - 1) in "vzdng" else None
    party = owner
    assessed = ("positive", "asserted")
    if verb is not None:
        group = trigger.group(verb)
        assessed = assess(text, group, trigger.floor)
        if owner is None or trigger.letter(owner[0]) == "D":
            party = subject_of(text, group, trigger.floor) or owner
    if party is None:
        return None
    roles = {
        "offerer": trigger.mention(party),
        "theme": trigger.span(complement.theme),
        "terms": spans(trigger, complement.terms),
    }
    return offer(trigger, "offer.willingness", (token, token + 1), roles, assessed)
