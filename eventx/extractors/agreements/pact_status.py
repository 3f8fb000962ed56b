"""The status of a pact, and whether it is told as made: from copulas, nouns over it, wishes, and talks on it."""

from __future__ import annotations

from functools import cache

from eventx.extractors.agreements.making import Making
from eventx.extractors.agreements.parties import Part, split_parties
from eventx.extractors.governing import status_forms
from eventx.extractors.trigger import TokenRange, Trigger, words
from eventx.grammar.arguments import pair_behind, party_behind, possessor_before
from eventx.grammar.modality import assess, governors, supposed
from eventx.grammar.noun_phrases import phrase_start
from eventx.grammar.subjects import subject_of
from eventx.lexicon import load
from eventx.lexicon.inflection import all_forms

NEGOTIATING_BEFORE = frozenset("talks negotiations discussions".split())


def made_status(making: Making | None) -> str | None:
    if making is not None:
        verb, *particles = making.lemma.split()
        verbs = status_forms("agreements").get(verb, [])
        return next((known.status for known in verbs if list(known.particles) == particles), None)
    return None


def is_concluded(trigger: Trigger, verb: int) -> bool:
    """Whether negotiating came to its end: "she negotiated a settlement", not "is negotiating"."""
    return trigger.word(verb) in {"negotiated", "renegotiated"} and trigger.letter(verb) in "dn"


def belonging_start(trigger: Trigger, start: int) -> int:
    """Where the phrase begins that a verb governs: "suspended *its participation in* the deal"."""
    if trigger.word(start - 1) == "in" and trigger.word(start - 2) in words("agreements", "belonging"):
        return phrase_start(trigger.text, start - 1, trigger.floor, linked=False)
    return start


def nominal_status(trigger: Trigger, start: int) -> tuple[str | None, TokenRange | None]:
    """The status that a noun over the pact gives, and whose it is: "*Sula's withdrawal from* the treaty"."""
    head = start - 2
    if trigger.word(start - 1) not in {"of", "from"} or trigger.letter(head) != "N":
        return None, None
    for status, listed in load("agreements")["nominal"].items():
        if trigger.word(head) in listed:
            return status, possessor_before(trigger.text, head, trigger.floor)
    return None, None


def state(trigger: Trigger, at: int) -> str | None:
    """What a copula says of the noun before it: "is in force", "remains in effect", "was dead"."""
    if trigger.letter(at) == "B":
        adjective = next((i for i in range(at + 1, at + 4) if trigger.letter(i) != "R" or trigger.word(i) == "off"), at)
        if trigger.word(adjective) in {"dead", "off", "over"} and trigger.letter(adjective + 1) in ".,;":
            return "ended"
    for i in range(at, min(at + 14, trigger.limit - 1)):
        if trigger.word(i) == "in" and trigger.word(i + 1) in {"force", "effect"}:
            return "in_force"
        if trigger.letter(i) == ";":
            return None
    return None


def standing_alone(trigger: Trigger, start: int, end: int) -> tuple[str, str]:
    """Polarity and modality of a noun without a verb that makes it: supposed, wanted, "a deal would help"."""
    if supposed(trigger.text, trigger.token, trigger.floor):
        return "positive", "hypothetical"
    if is_wanted(trigger, start):
        return "positive", "planned"
    return introduced(trigger, start, end)


def introduced(trigger: Trigger, start: int, end: int) -> tuple[str, str]:
    """Polarity and modality that the verb around it gives a noun: "failed to yield a deal", "lacks the commitment"."""
    verb = start - 1
    while verb > trigger.floor and trigger.letter(verb) == "R":
        verb -= 1
    if trigger.word(verb) in lacking() or is_without(trigger, verb):
        return "negative", "asserted"
    bare = start == trigger.token and trigger.word(start).endswith("s")
    if not (trigger.word(start) in {"a", "an", "any", "such"} or trigger.letter(start) in "JNg" or bare):
        return "positive", "asserted"
    if trigger.letter(end) == "X":
        return "positive", trigger.group(_head_from(trigger, end)).modality
    if trigger.word(verb) in {"for", "on"} and _is_verb(trigger, verb - 1):
        verb -= 1  # "is not betting on a deal"
    if trigger.letter(verb) != "B" and not _is_verb(trigger, verb):
        return "positive", "asserted"
    told = assess(trigger.text, trigger.group(verb), trigger.floor)
    effect = governors().get(trigger.word(verb))
    if effect in {"planned", "possible"} and trigger.letter(verb) != "B":
        return "positive", effect
    return told


def _is_verb(trigger: Trigger, at: int) -> bool:
    """Whether a token is a verb, or a participle read as an adjective: "is not *betting*"."""
    return trigger.letter(at) in "vzdng" or (trigger.letter(at) == "J" and trigger.word(at).endswith("ing"))


@cache
def lacking() -> frozenset[str]:
    """Forms of the verbs whose object is not there: "lacks the commitment"."""
    return frozenset(form for lemma in words("agreements", "lacking") for form in all_forms(lemma))


def is_without(trigger: Trigger, before: int) -> bool:
    """Whether *without* stands before a noun phrase, "what is called" or "a kind of" between them."""
    for at in range(before, max(before - 8, trigger.floor - 1), -1):
        if trigger.word(at) == "without":
            return True
        if trigger.letter(at) not in "WBnDNISR":
            return False
    return False


def _head_from(trigger: Trigger, at: int) -> int:
    while trigger.letter(at) in "XBHOR" and trigger.letter(at + 1) in "vndgBHR":
        at += 1
    return at


def is_wanted(trigger: Trigger, start: int) -> bool:
    """Whether the text only tells that somebody wants or plans it: "calls for a truce", "advocating for a pact"."""
    if trigger.word(start - 1) == "for" and trigger.word(start - 2) in wishing():
        return True
    if trigger.word(start - 1) in {"to", "toward", "towards"} and trigger.word(start - 2) in words(
        "agreements", "ways"
    ):
        return True
    return trigger.word(start - 1) in {"for", "of", "on", "over"} and trigger.word(start - 2) in words(
        "agreements", "wishes"
    )


@cache
def wishing() -> frozenset[str]:
    """Forms of the verbs with *for* that tell of a wish: "pressed for a deal"."""
    return frozenset(form for lemma in words("agreements", "wishing") for form in all_forms(lemma))


def under_negotiation(trigger: Trigger, start: int) -> bool:
    """Whether the text only tells talks on it: "talks on a deal", "the truce talks"."""
    if trigger.word(trigger.token + 1) in NEGOTIATING_BEFORE:
        return True
    talks = _talks_before(trigger, start) if trigger.word(start - 1) in {"on", "over", "about"} else None
    if talks is not None and not any(trigger.letter(i) in "zdXBH" for i in range(talks, start)):
        return True
    return trigger.word(start - 1) in {"on", "over", "about", "for", "to", "toward", "towards"} and (
        trigger.word(start - 2) in NEGOTIATING_BEFORE | {"working", "work", "works", "worked", "close", "closer"}
    )


def _talks_before(trigger: Trigger, start: int) -> int | None:
    reach = range(start - 1, max(start - 14, trigger.floor - 1), -1)
    return next((i for i in reach if trigger.word(i) in NEGOTIATING_BEFORE), None)


def negotiators(trigger: Trigger, start: int) -> list[Part]:
    """Who negotiates: "A and B are in talks on a deal", "talks between A and B on a deal"."""
    talks = _talks_before(trigger, start)
    if talks is None:
        # "the two sides are close to a deal", "are working on a treaty"
        at = next(
            (i for i in range(start - 2, max(start - 6, trigger.floor), -1) if trigger.letter(i) in "Bzdvg"), None
        )
        subject = None if at is None else subject_of(trigger.text, trigger.group(at), trigger.floor)
        return list(split_parties(trigger, subject))
    if trigger.word(talks + 1) == "between":
        return list(pair_behind(trigger.text, talks + 2, trigger.limit))
    verb = next(
        (i for i in range(talks - 1, max(talks - 5, trigger.floor - 1), -1) if trigger.letter(i) in "Bzdvg"), None
    )
    subject = None if verb is None else subject_of(trigger.text, trigger.group(verb), trigger.floor)
    partner = party_behind(trigger.text, talks + 1, trigger.limit, frozenset(["with"]))
    return [*split_parties(trigger, subject), *([partner] if partner else [])]
