"""Offers told by willingness: is willing to, expressed readiness to."""

from __future__ import annotations

from typing import Any

from eventx.extractors.offers.provision import is_generic, listed
from eventx.extractors.offers.themes import head_of, is_party, offer, recipient_within, spans, theme_end
from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.arguments import (
    Complement,
    complement_from,
    infinitive_behind,
    possessor_before,
    terms_at,
)
from eventx.grammar.modality import assess, joined
from eventx.grammar.noun_phrases import phrase_end, phrase_start
from eventx.grammar.subjects import subject_of
from eventx.grammar.verb_groups import VerbGroup
from eventx.rules import Draft, rule

SEEMING = frozenset("seem seems seemed appear appears appeared look looks looked sound sounds sounded".split())
COPULAS = SEEMING | frozenset(
    "stand stands stood remain remains remained become becomes became feel feels felt".split()
)
ALSO = frozenset("able eager generally ready willing".split())


@rule(
    "offer.be-willing-to",
    "<party> be willing to <verb phrase>",
    examples=["Norland is willing to house the prisoners.", "The union said it was ready to reopen talks."],
    counterexamples=["Dinner is ready to eat.", "He was willing and able."],
    words=lambda: words("offers", "adjectives") | words("offers", "negative_adjectives"),
)
def be_willing_to(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    word = trigger.word(token)
    negative = word in words("offers", "negative_adjectives")
    verb = _copula(trigger)
    asked = _asked_copula(trigger) if verb is None else None
    if verb is None and asked is None:
        return None
    complement = _complement(trigger, word)
    if complement is None or complement.theme is None:
        return None
    clause = trigger.group(verb if asked is None else asked[0])
    subject = subject_of(text, clause, trigger.floor) if asked is None else asked[1]
    if subject is None or (asked is None and not _can_offer(trigger, subject)):
        return None
    polarity, modality = ("positive", "hypothetical") if asked else assess(text, clause, trigger.floor)
    if verb is not None and any(trigger.word(i) in {"not", "never"} for i in range(verb + 1, token)):
        polarity = "negative"
    if modality == "asserted":
        relative = trigger.word(clause.first - 1) in {"who", "that", "which"}
        restricted = relative and trigger.letter(clause.first - 2) != ","
        if restricted and trigger.word(clause.head) in {"are", "is"} and _is_any(trigger, subject, clause.first - 1):
            modality = "hypothetical"  # "banks that are willing to lend", "needs a coach who is willing to listen"
        elif not relative:
            modality = _as_it_seems(trigger, clause)
    if negative:
        polarity = "negative" if polarity == "positive" else "positive"
    roles = {
        "offerer": trigger.mention(subject),
        "recipient": trigger.mention(recipient_within(trigger, complement.theme)),
        "theme": trigger.span(complement.theme),
        "terms": spans(trigger, complement.terms) or _fronted_terms(trigger),
    }
    at = (token if verb is None or token - verb > 4 else verb, token + 1)
    return offer(trigger, "offer.be-willing-to", at, roles, (polarity, modality))


def _is_any(trigger: Trigger, subject: TokenRange, relative: int) -> bool:
    """Whether a relative clause restricts a kind that may have no member: "a coach who", "somebody who"."""
    start = phrase_start(trigger.text, relative, trigger.floor, linked=False)
    indefinite = {"a", "an", "any", "anybody", "anyone", "some", "somebody", "someone", "those"}
    return is_generic(trigger, subject) or trigger.word(start) in indefinite or trigger.word(relative - 1) in indefinite


def _complement(trigger: Trigger, word: str) -> Complement | None:
    """What somebody is willing to do, or open to; None where it is nothing that another can take."""
    text, behind = trigger.text, trigger.token + 1
    while trigger.letter(behind) in "CR" and trigger.word(behind + 1) in ALSO:
        behind += 2  # "willing and able to lend"
    if trigger.word(behind) in {"able", "ready", "willing"}:
        behind += 1
    complement = infinitive_behind(text, behind, trigger.limit)
    if word == "open":
        if trigger.word(behind + 1) in words("offers", "open_to_all"):
            return None
        if trigger.letter(behind + 2) in "vzd":
            complement = None  # "open to reform disagree"
        if complement is None and trigger.word(behind) == "to":
            complement = _open_to(trigger, behind + 1)
        if complement is None or complement.theme is None or _open_to_all(trigger, complement.theme):
            return None
        return complement
    if complement is None or complement.theme is None or not _is_offered(trigger, word, complement.theme):
        return None
    return complement


def _open_to(trigger: Trigger, start: int) -> Complement:
    """A gerund with its clause, or a noun phrase: "open to lending it more", "open to talks on pay"."""
    if trigger.letter(start) in "gRS" or (trigger.letter(start) == "N" and trigger.word(start).endswith("ing")):
        return complement_from(trigger.text, start, trigger.limit)
    end = phrase_end(trigger.text, start, trigger.limit, coordinated=True)
    end = theme_end(trigger, start, end) if end > start else end
    terms = next((i for i in range(end, min(end + 3, trigger.limit)) if terms_at(trigger.text, i, trigger.limit)), None)
    found = complement_from(trigger.text, start, trigger.limit).terms if terms is not None else []
    return Complement((start, end) if end > start else None, found)


def _as_it_seems(trigger: Trigger, clause: VerbGroup) -> str:
    """Whether it only seems so, or is told as a condition: "seemed willing", "when he is ready"."""
    if trigger.word(clause.head) in SEEMING:
        return "possible"
    start = phrase_start(trigger.text, clause.first, trigger.floor, linked=False)
    kind = (start, clause.first)
    if is_generic(trigger, kind) and listed(head_of(trigger, kind), "customers") and trigger.word(clause.head) == "are":
        return "hypothetical"  # "Shoppers are willing to pay more": nobody in particular
    return "hypothetical" if trigger.word(start - 1) in {"when", "until", "once", "unless"} else "asserted"


def _open_to_all(trigger: Trigger, theme: TokenRange) -> bool:
    """Whether something is open to visitors or to question, which offers nothing."""
    end = phrase_end(trigger.text, theme[0], theme[1])
    return end > theme[0] and head_of(trigger, (theme[0], end)) in words("offers", "open_to_all")


def _is_offered(trigger: Trigger, adjective: str, theme: TokenRange) -> bool:
    """Whether the act is one that another may take: "ready to pay", but neither "ready to go" nor "willing to die"."""
    act = theme[0] + 1
    while trigger.letter(act) in "RT":
        act += 1
    if trigger.word(act) in words("offers", "transitive_acts"):
        particle = trigger.word(act + 1) in {"back", "in", "on", "over", "part", "up"}
        if not particle and trigger.letter(act + 1) not in "DJMNPQgn":
            return False
    if _is_own_affair(trigger, act, theme[1]):
        return False
    if adjective in {"willing", "unwilling"}:
        return trigger.word(act) not in words("offers", "not_offered_acts")
    return trigger.word(act) in words("offers", "offered_acts")


def _is_own_affair(trigger: Trigger, act: int, limit: int) -> bool:
    """Whether the act gives nobody anything: "take a major step", "take on the giants"."""
    if trigger.word(act) != "take":
        return False
    end = phrase_end(trigger.text, act + 1, limit)
    if trigger.word(act + 1) == "on":
        end = phrase_end(trigger.text, act + 2, limit)
        return is_party(trigger, (act + 2, end)) or trigger.word(end - 1) in words("offers", "opponents")
    return end > act + 1 and trigger.word(end - 1) in words("offers", "not_offered_objects")


def _fronted_terms(trigger: Trigger) -> list[Any]:
    """Terms that open the sentence: "In exchange for a longer lease, …"."""
    if not terms_at(trigger.text, trigger.floor, trigger.limit):
        return []
    comma = next((i for i in range(trigger.floor, trigger.token) if trigger.letter(i) == ","), None)
    return [] if comma is None else [trigger.text.range(trigger.floor, comma)]


def _copula(trigger: Trigger) -> int | None:
    """The *be*, *stand* or *seem* before an adjective, past adverbs and ", however,"."""
    at = trigger.token - 1
    if trigger.word(at) in {"and", "or"} and trigger.word(at - 1) in {"able", "ready", "prepared", "willing"}:
        at -= 2
    if trigger.word(at) == "," and trigger.letter(at - 1) == "R":
        at -= 3 if trigger.word(at - 2) == "," else 1
    while at >= trigger.floor and (trigger.letter(at) == "R" or trigger.word(at) in {"more", "also", "both"}):
        at -= 1
    return at if trigger.letter(at) == "B" or trigger.word(at) in COPULAS else None


def _asked_copula(trigger: Trigger) -> tuple[int, TokenRange] | None:
    """The *be* and the subject of a question: "Are you willing to pay?"."""
    start = phrase_start(trigger.text, trigger.token, trigger.floor, linked=False)
    asked = start < trigger.token and trigger.word(start - 1) in {"are", "is", "was", "were"}
    return (start - 1, (start, trigger.token)) if asked else None


def _can_offer(trigger: Trigger, subject: TokenRange) -> bool:
    """Whether a subject can be willing: no thing, and not "dinner"."""
    head = head_of(trigger, subject)
    if head in {"you", "one", "anyone", "everyone", "someone", "nobody"}:
        return False
    return head not in {"dinner", "lunch", "food", "meal", "report", "house", "way"}


@rule(
    "offer.party-willing-to",
    "<party>, willing to <verb phrase> | a buyer willing to <verb phrase>",
    examples=["Norland, willing to house the prisoners, sent a ship.", "He found two banks willing to lend the money."],
    counterexamples=["He made dinner, ready to eat.", "The willing helper slept."],
    words=lambda: ["willing", "prepared", "ready"],
)
def party_willing_to(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    first = token - 2 if trigger.word(token - 1) == "and" and trigger.letter(token - 2) == "J" else token
    end = first - 1 if trigger.word(first - 1) == "," else first
    while trigger.letter(end - 1) == "R" or trigger.word(end - 1) in {"out", "up", "down"}:
        end -= 1  # "people out there willing to"
    start = phrase_start(text, end, trigger.floor)
    complement = _complement(trigger, trigger.word(token))
    if start == end or complement is None or complement.theme is None or not _can_offer(trigger, (start, end)):
        return None
    if trigger.letter(end - 1) not in "NPQR" or (trigger.word(token) != "willing" and end == first):
        return None
    # "anybody willing to": a kind that may not exist; a name does
    named = any(trigger.letter(i) == "P" for i in range(start, end))
    roles = {
        "offerer": trigger.mention((start, end)),
        "recipient": trigger.mention(recipient_within(trigger, complement.theme)),
        "theme": trigger.span(complement.theme),
        "terms": spans(trigger, complement.terms),
    }
    assessed = ("positive", "asserted" if named and end < first else "hypothetical")
    return offer(trigger, "offer.party-willing-to", (token, token + 1), roles, assessed)


@rule(
    "offer.willingness",
    "<party>'s willingness to <verb phrase> | <party> express readiness to <verb phrase>",
    examples=["Norland expressed willingness to house the prisoners.", "The union signalled its readiness to talk."],
    counterexamples=["Readiness is all.", "The army tested its readiness."],
    words=lambda: words("offers", "willingness_nouns"),
    classes="NPJ",
)
def willingness(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    complement = infinitive_behind(text, token + 1, trigger.limit)
    if complement is None or complement.theme is None or not _is_offered(trigger, "ready", complement.theme):
        return None
    start = phrase_start(text, token + 1, trigger.floor, linked=False)
    owner = possessor_before(text, token, trigger.floor)
    verb = start - 1 if trigger.letter(start - 1) in "vzdng" else None
    party = owner
    if any(trigger.word(i) in {"little", "scant"} for i in range(start, token)):
        return None  # "showed little willingness to talk"
    expressed = verb is not None and trigger.word(verb) in forms("offers", "expressing_verbs")
    assessed = ("positive", "asserted" if expressed else "possible")
    if verb is not None:
        group = trigger.group(verb)
        assessed = joined(assessed, assess(text, group, trigger.floor))
        if owner is None or trigger.letter(owner[0]) == "D":
            party = subject_of(text, group, trigger.floor) or owner
    if party is None:
        return None
    roles = {
        "offerer": trigger.mention(party),
        "recipient": trigger.mention(recipient_within(trigger, complement.theme)),
        "theme": trigger.span(complement.theme),
        "terms": spans(trigger, complement.terms),
    }
    return offer(trigger, "offer.willingness", (token, token + 1), roles, assessed)
