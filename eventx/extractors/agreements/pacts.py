"""Pacts told by nouns: a deal, an accord, a truce, with its parties, its maker and its status."""

from __future__ import annotations

from functools import cache
from typing import Any

from eventx.extractors.agreements.making import Making, making_verb, pact_start
from eventx.extractors.agreements.pact_clauses import add_clause_under, add_provision, parties_before_in
from eventx.extractors.agreements.pact_nouns import (
    is_generic,
    is_no_pact,
    pact_triggers,
    refers_back,
    tells_pact,
    told_by_verb_of_agreeing,
)
from eventx.extractors.agreements.pact_phrase import PactPhrase, read_behind, read_phrase
from eventx.extractors.agreements.pact_status import (
    NEGOTIATING_BEFORE,
    belonging_start,
    is_concluded,
    is_without,
    made_status,
    negotiators,
    nominal_status,
    standing_alone,
    state,
    under_negotiation,
)
from eventx.extractors.agreements.parties import Part, agreement, can_agree, is_plural, party_mentions, split_parties
from eventx.extractors.governing import Governor, governing_status
from eventx.extractors.trigger import TokenRange, Trigger, words
from eventx.grammar.arguments import party_behind
from eventx.grammar.modality import assess, joined, negated_before
from eventx.grammar.subjects import subject_of
from eventx.lexicon.inflection import all_forms
from eventx.rules import Draft, rule
from eventx.text import Range

# "the two leaders announced a deal": told by a party unless others are named
TELLING = frozenset("announce approve unveil".split())
LONGEST_TRIGGER = 6
REACH_OF_SUBJECT = 16
# "once an agreement is reached": not yet
AWAITING = frozenset("once until when".split())
BE = frozenset("is are".split())
POSSESSIVES = frozenset("its his her their our my your".split())


@rule(
    "agreement.pact",
    "<parties> reach a deal | a deal between <party> and <party> | the <party>-<party> pact",
    examples=[
        "Norland and Suderia signed a trade deal on Monday.",
        "The truce between the army and the rebels took effect at noon.",
    ],
    counterexamples=["He spent a great deal of money.", "The village is a coastal settlement."],
)
def pact_noun(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.letter(token) not in "NP" or trigger.word(token) not in pact_triggers():
        return None
    start = pact_start(trigger)
    making = making_verb(trigger, start)
    if is_no_pact(trigger, start, making) or told_by_verb_of_agreeing(trigger, start):
        return None
    govern = governing_status(trigger, belonging_start(trigger, start), "agreements")
    told = tells_pact(trigger, start, making, govern)
    if not told and not refers_back(trigger, start):
        return None
    if govern is not None and govern.token > token and govern.assessed[1] == "required":
        govern = None  # "the deal must be approved" by somebody: it is there
    phrase = read_phrase(trigger, start, subject=govern is None and (making is None or making.place != "before"))
    assessed = _told_as(trigger, start, phrase, making, govern)
    nominal, owner = nominal_status(trigger, start)
    phrase.parties = [*split_parties(trigger, owner), *phrase.parties]
    governed = None if govern is None else govern.status
    status = nominal or governed or state(trigger, phrase.end) or made_status(making)
    verb = govern or making
    if status == "negotiating" and verb is not None and is_concluded(trigger, verb.token):
        status = "reached"
    if status == "negotiating" and making is None:
        assessed = (assessed[0], "asserted")
    if under_negotiation(trigger, start):
        status = "negotiating"
        phrase.parties = phrase.parties or negotiators(trigger, start)
    _add_clauses(phrase, trigger, start, making, govern)
    if is_generic(trigger, start, phrase, making, govern):
        return None
    roles: dict[str, Any] = {
        "kind": "pact",
        "status": status or "reached",
        "parties": party_mentions(trigger, phrase.parties),
        "theme": trigger.span(phrase.theme),
        "broker": next(iter(party_mentions(trigger, [phrase.broker] if phrase.broker else [])), None),
        "terms": [text.range(*part) for part in phrase.terms],
    }
    draft = agreement(trigger, "agreement.pact", _extent(trigger, making), roles, assessed)
    draft.needs_antecedent = not told
    return draft


def _told_as(
    trigger: Trigger, start: int, phrase: PactPhrase, making: Making | None, govern: Governor | None
) -> tuple[str, str]:
    """Polarity and modality, from the verbs that make or govern the pact, whose subjects join its parties."""
    denied = trigger.word(start) == "no" or negated_before(trigger.text, start, trigger.floor)
    denied = denied or is_without(trigger, start - 1)
    assessed = ("negative" if denied else "positive", "asserted")
    if making is None and govern is None:
        return joined(assessed, standing_alone(trigger, start, phrase.end))
    # "withdrew from the treaty, which it signed": the verb over the noun counts
    over = govern is not None and govern.token < start and making is not None and making.place != "before"
    if making is not None:
        _add_maker(phrase, trigger, making)
        assessed = assessed if over else joined(assessed, making.assessed)
        if making.place == "before" and making.token == trigger.floor:
            assessed = joined(assessed, (assessed[0], _as_subject(trigger)))
        if making.place == "passive" and trigger.word(start - 1) in AWAITING and trigger.word(making.token - 1) in BE:
            assessed = joined(assessed, (assessed[0], "hypothetical"))
        if making.place == "before" and trigger.letter(making.token) == "g" and trigger.letter(phrase.end) == "X":
            assessed = joined(assessed, (assessed[0], trigger.group(phrase.end + 1).modality))  # "making a deal would"
    if govern is not None and (making is None or over):
        _add_governor(phrase, trigger, govern)
        if govern.token == trigger.floor:
            assessed = joined(assessed, (assessed[0], _as_subject(trigger)))
        assessed = joined(assessed, govern.assessed)
    return assessed


def _as_subject(trigger: Trigger) -> str:
    """The modality that a sentence gives to the gerund that opens it: "*Tearing up* the deals … would be wrong"."""
    if trigger.letter(trigger.floor) != "g":
        return "asserted"
    reach = range(trigger.token, min(trigger.token + REACH_OF_SUBJECT, trigger.limit - 1))
    finite = next((i for i in reach if trigger.letter(i) in "zdXBH"), None)
    if finite is None or trigger.letter(finite) != "X" or trigger.letter(finite - 1) in "QW":
        return "asserted"
    return trigger.group(finite + 1).modality


def _add_clauses(
    phrase: PactPhrase, trigger: Trigger, start: int, making: Making | None, govern: Governor | None
) -> None:
    """Adds what the clause around the noun says of parties and terms."""
    phrase.parties = phrase.parties or parties_before_in(trigger, start)
    add_clause_under(phrase, trigger, start)
    stands_first = start == trigger.floor or trigger.letter(start - 1) in ',;"C'
    if stands_first and govern is None and (making is None or making.place == "reduced"):
        add_provision(phrase, trigger)


def _add_maker(phrase: PactPhrase, trigger: Trigger, making: Making) -> None:
    """Adds who makes the pact, and what follows a verb behind the noun."""
    if making.place != "before" and making.token >= phrase.end:
        behind = read_behind(trigger, making.token + len(making.lemma.split()))
        phrase.parties += behind.parties
        phrase.theme = phrase.theme or behind.theme
        phrase.terms += behind.terms
        phrase.broker = phrase.broker or behind.broker
    if making.party is None:
        return
    brokers = any(trigger.word(i) in words("agreements", "go_betweens") for i in range(*making.party))
    brokers = brokers or (making.lemma == "negotiate" and making.place in {"passive", "reduced"})
    others = [part for part in phrase.parties if part != making.party]
    if making.lemma in words("agreements", "broker_verbs") or (brokers and len(others) > 1):
        phrase.broker, phrase.parties = phrase.broker or making.party, others
        return
    if making.place == "before":
        # "the club extended its deal": the same one
        phrase.parties = [part for part in phrase.parties if not _is_possessive(trigger, part)]
    if making.lemma not in TELLING or len(phrase.parties) < 2:
        if making.lemma in TELLING and _is_outsider(trigger, making.party):
            return
        phrase.parties = [*split_parties(trigger, making.party), *phrase.parties]


def _is_outsider(trigger: Trigger, party: TokenRange) -> bool:
    """Whether a phrase names who judges or speaks of a pact: "the court approved the settlement"."""
    return any(trigger.word(i) in words("agreements", "outsiders") for i in range(*party))


def _is_possessive(trigger: Trigger, part: Part) -> bool:
    return not isinstance(part, Range) and part[1] - part[0] == 1 and trigger.word(part[0]) in POSSESSIVES


def _add_governor(phrase: PactPhrase, trigger: Trigger, govern: Governor) -> None:
    if govern.passive and govern.token > trigger.token:
        behind = read_behind(trigger, govern.token + 1)
        phrase.theme, phrase.terms = phrase.theme or behind.theme, [*phrase.terms, *behind.terms]
        phrase.parties += behind.parties
    outsider = govern.status == "rejected" and len(phrase.parties) > 1
    if govern.party is None or outsider or _is_outsider(trigger, govern.party):
        return
    if trigger.word(govern.token) in hailing() and (phrase.parties or not is_plural(trigger, govern.party)):
        return
    if trigger.word(govern.party[0]) in NEGOTIATING_BEFORE:
        return
    named = [part for part in phrase.parties if not _is_possessive(trigger, part)]
    pronouns = [part for part in named if not isinstance(part, Range) and trigger.word(part[0]) in {"it", "they"}]
    phrase.parties = [*split_parties(trigger, govern.party), *(part for part in named if part not in pronouns)]


@cache
def hailing() -> frozenset[str]:
    """Forms of the verbs whose subject speaks of a pact and need not be a party."""
    return frozenset(form for lemma in ("discuss", "hail", "hold", "oppose") for form in all_forms(lemma))


def _extent(trigger: Trigger, making: Making | None) -> TokenRange:
    """The trigger with the verb whose meaning it shares: "reached an agreement", "treaty was signed"."""
    token = trigger.token
    if making is None or making.lemma in {"announce", "unveil", "have", "get"}:
        return token, token + 1
    if making.place == "before":
        between = range(making.token + 1, token)
        near = sum(trigger.letter(i) not in "()" and trigger.word(i).isascii() for i in between) <= LONGEST_TRIGGER - 2
        plain = near and all(trigger.letter(i) in "DJNgnIM()" for i in between)
        return (making.token, token + 1) if plain else (token, token + 1)
    near = making.place == "passive" and all(trigger.letter(i) in "HBRX" for i in range(token + 1, making.token))
    return (token, making.token + 1) if near and making.token - token < LONGEST_TRIGGER else (token, token + 1)


@rule(
    "agreement.come-to-terms",
    "<parties> come to terms (with <party>)",
    examples=["The union and the railway came to terms on Friday.", "Acme has come to terms with its lenders."],
    counterexamples=["She came to terms with her grief.", "The terms of the lease are long."],
)
def come_to_terms(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    verb = token - 2
    if trigger.word(token) != "terms" or trigger.word(token - 1) != "to" or trigger.word(verb) not in all_forms("come"):
        return None
    group = trigger.group(verb)
    subject = subject_of(text, group, trigger.floor)
    partner = party_behind(text, token + 1, trigger.limit, frozenset(["with"]))
    if partner is not None:
        described = trigger.mentions.describe(*partner)
        if described.use is None and described.kind == "unknown":
            return None
    elif subject is None or not is_plural(trigger, subject):
        return None
    parties = split_parties(trigger, subject) if subject is not None else []
    named = any(text.words[part[0]][0].isupper() and trigger.letter(part[0]) != "D" for part in parties)
    if parties and not named and not any(can_agree(trigger, part) for part in parties):
        return None  # "the loss may help them come to terms with age"
    roles = {
        "parties": party_mentions(trigger, [*parties, *([partner] if partner else [])]),
        "kind": "pact",
    }
    at = (verb, token + 1)
    return agreement(trigger, "agreement.come-to-terms", at, roles, assess(text, group, trigger.floor))
