"""The clause that a pact binds: "under the deal, Turkey must …", "the deal gives …", "will pay in a settlement"."""

from __future__ import annotations

from eventx.extractors.agreements.pact_phrase import PactPhrase, read_behind, stipulating
from eventx.extractors.agreements.parties import Part, can_agree, split_parties
from eventx.extractors.trigger import TokenRange, Trigger
from eventx.grammar.arguments import OF, complement_from, party_behind
from eventx.grammar.clauses import has_finite_verb
from eventx.grammar.noun_phrases import phrase_end, phrase_start
from eventx.grammar.subjects import main_subject


def parties_before_in(trigger: Trigger, start: int) -> list[Part]:
    """The parties of a headline: "Norland and Suderia in grain deal"."""
    if trigger.word(start - 1) != "in" or has_finite_verb(trigger.text, trigger.floor, start):
        return []
    end = phrase_end(trigger.text, trigger.floor, start - 1, coordinated=True)
    return list(split_parties(trigger, (trigger.floor, end))) if end == start - 1 else []


def add_clause_under(phrase: PactPhrase, trigger: Trigger, start: int) -> None:
    """Adds whom a pact binds and to what: "Under the deal signed in May, Turkey must …", "will pay in a settlement"."""
    opening = clause_opening(trigger, start)
    if opening is None:
        return
    if opening > trigger.floor:
        party = main_subject(trigger.text, trigger.floor, opening)
        if party is not None and trigger.word(party[1]) in {"say", "said", "says"}:
            return  # "He says jobs could be lost under the deal"
        if party is not None and len(phrase.parties) < 2:
            phrase.parties = [*(p for p in split_parties(trigger, party) if can_agree(trigger, p)), *phrase.parties]
            phrase.parties += _with_before(trigger, opening)
        return
    comma = next((i for i in range(phrase.end, min(phrase.end + 8, trigger.limit)) if trigger.letter(i) == ","), None)
    if comma is None:
        return
    end = phrase_end(trigger.text, comma + 1, trigger.limit, linked=OF, coordinated=True)
    if end == comma + 1 or trigger.letter(end) not in "zdXBHO":
        return
    phrase.parties += [p for p in split_parties(trigger, (comma + 1, end)) if can_agree(trigger, p)]
    clause = complement_from(trigger.text, comma + 1, trigger.limit).theme
    if clause is not None:
        phrase.terms.append(clause)


def clause_opening(trigger: Trigger, start: int) -> int | None:
    """Where "under the deal", "under the terms of the deal", "as part of the deal" or "in a deal" begins."""
    before, at = trigger.word(start - 1), start - 1
    if before == "of" and trigger.word(start - 2) in {"terms", "provisions"}:
        at = phrase_start(trigger.text, start - 1, trigger.floor, linked=False) - 1
        before = trigger.word(at)
    if before == "of" and trigger.word(at - 1) == "part" and trigger.word(at - 2) == "as":
        return at - 2
    bound = before == "under" or (before == "in" and trigger.word(start) in {"a", "an"})
    return at if bound else None


def _with_before(trigger: Trigger, opening: int) -> list[TokenRange]:
    """The partner told right before "in a deal": "teamed up *with Sula* in a deal"."""
    for at in range(opening - 2, max(opening - 8, trigger.floor), -1):
        if trigger.word(at) == "with":
            partner = party_behind(trigger.text, at, trigger.limit, frozenset(["with"]))
            ends = partner is not None and partner[1] == opening
            return split_parties(trigger, partner) if ends else []
    return []


def add_provision(phrase: PactPhrase, trigger: Trigger) -> None:
    """Adds what the pact, the subject of the sentence, provides for: "The deal *gives the workers a share*"."""
    at = phrase.end
    if trigger.letter(at) not in "XRvzdB":
        at = next((i + 1 for i in range(at + 1, min(at + 12, trigger.limit)) if trigger.letter(i) == ","), at)
    if trigger.letter(at) == "B" and trigger.word(at + 1) in {"worth", "valued"}:
        phrase.terms += read_behind(trigger, at + 1).terms
        return
    head = at
    while trigger.letter(head) in "XR":
        head += 1
    bound = trigger.word(head) in stipulating() or (
        trigger.word(at) in {"will", "would"} and trigger.letter(head) == "v"
    )
    if trigger.letter(head) in "vzdN" and bound:
        clause = complement_from(trigger.text, at, trigger.limit)
        phrase.terms += [found for found in [clause.theme, *clause.terms] if found]
