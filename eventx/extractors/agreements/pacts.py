"""Pacts told by nouns: a deal, an accord, a truce, with its parties, its maker and its status."""

from __future__ import annotations

from functools import cache
from typing import Any

from eventx.extractors.agreements.making import Making, making_verb, pact_start
from eventx.extractors.agreements.pact_phrase import PactPhrase, read_behind, read_phrase, stipulating
from eventx.extractors.agreements.parties import (
    Part,
    agreement,
    can_agree,
    is_plural,
    party_mentions,
    split_parties,
)
from eventx.extractors.governing import Governor, governing_status, status_forms
from eventx.extractors.trigger import TokenRange, Trigger, forms, nouns, words
from eventx.grammar.arguments import OF, complement_from, pair_behind, party_behind, possessor_before
from eventx.grammar.clauses import has_finite_verb
from eventx.grammar.modality import assess, governors, joined, negated_before, supposed
from eventx.grammar.noun_phrases import phrase_end, phrase_start
from eventx.grammar.subjects import main_subject, subject_of
from eventx.lexicon import load
from eventx.lexicon.inflection import all_forms
from eventx.rules import Draft, rule
from eventx.text import Range

NEGOTIATING_BEFORE = frozenset("talks negotiations discussions".split())
# verbs that share their meaning with many nouns, and tell no pact with one that is none by itself
WEAK_MAKERS = frozenset("announce do get have make win".split())
# "completed its takeover of": carried out, not agreed
FINISHING = frozenset("close complete extend join".split())
# "the two leaders announced a deal": told by a party unless others are named
TELLING = frozenset("announce approve unveil".split())
LONGEST_TRIGGER = 6
POSSESSIVES = frozenset("its his her their our my your".split())


@cache
def pact_triggers() -> frozenset[str]:
    """Singular and plural of all nouns that tell pacts."""
    listed = (
        nouns("agreements", name)
        for name in ("pact_nouns", "framed_nouns", "merger_nouns", "signed_nouns", "joint_nouns")
    )
    return frozenset().union(*listed) | {"memoranda"}


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
    if _is_no_pact(trigger, start, making) or _told_by_agree(trigger, start):
        return None
    govern = governing_status(trigger, _belonging(trigger, start), "agreements")
    told = _tells_pact(trigger, making, govern)
    if not told and not _refers_back(trigger, start):
        return None
    verb_before = making is not None and making.place == "before"
    phrase = read_phrase(trigger, start, subject=not verb_before and govern is None)
    polarity = "negative" if trigger.word(start) == "no" or negated_before(text, start, trigger.floor) else "positive"
    assessed = (polarity, "asserted")
    over = govern is not None and govern.token < start and making is not None and not verb_before
    if making is not None and not over:
        assessed = joined(assessed, making.assessed)
    if making is not None:
        _add_maker(phrase, trigger, making)
    standing = govern is not None and govern.token > token and govern.assessed[1] == "required"
    nominal, owner = _nominal(trigger, start)
    if nominal is not None:
        phrase.parties = [*split_parties(trigger, owner), *phrase.parties]
    if govern is not None and not standing and (making is None or over):
        assessed = joined(assessed, govern.assessed)
        _add_governor(phrase, trigger, govern)
    if making is None and govern is None:
        assessed = (assessed[0], _standing_alone(trigger, start, phrase.end))
    # "the deal must be approved" by somebody: it is there
    governed = None if govern is None or standing else govern.status
    status = nominal or governed or _state(trigger, phrase.end) or _made_status(making)
    if status == "negotiating" and making is None:
        assessed = (assessed[0], "asserted")
    if _under_negotiation(trigger, start):
        status = "negotiating"
        phrase.parties = phrase.parties or _negotiators(trigger, start)
    if not phrase.parties:
        phrase.parties += _before_in(trigger, start)
    _add_clause_under(phrase, trigger, start)
    untold = making is None or making.place == "reduced"
    if untold and govern is None and (start == trigger.floor or trigger.letter(start - 1) in ',;"C'):
        _add_provision(phrase, trigger)
    if _is_generic(trigger, start, phrase, making, govern):
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


def _refers_back(trigger: Trigger, start: int) -> bool:
    """Whether a noun that tells no pact by itself refers to one: "the contract", "this lease"."""
    return trigger.word(start) in {"the", "this", "that"} and trigger.word(trigger.token) in words("agreements", "referring")


def _tells_pact(trigger: Trigger, making: Making | None, govern: Governor | None) -> bool:
    """Whether the noun tells a pact by itself, or the verb over it makes one of it: "signed a lease"."""
    word, token = trigger.word(trigger.token), trigger.token
    if word in nouns("agreements", "pact_nouns"):
        return True
    if word in {"letter", "letters"} and trigger.word(token + 2) not in {"intent", "understanding"}:
        return False
    if word == "protocol" and trigger.letter(token - 1) not in "DJNPSM":
        return False  # "broke protocol"
    named = trigger.letter(token - 1) == "P" and trigger.text.words[token - 1] not in {"National", "Party"}
    if word in {"protocol", "protocols"} and named:
        return True
    if word in {"convention", "conventions"} and named and trigger.letter(token) == "P":
        return making is not None
    if word in nouns("agreements", "joint_nouns"):
        return making is not None and trigger.word(token - 1) == "joint"
    if word in nouns("agreements", "signed_nouns") and word not in {"letter", "letters"}:
        return making is not None and making.lemma in {"sign", "ratify", "initial", "ink"}
    if word in nouns("agreements", "merger_nouns"):
        told_by_verb = making is not None and making.lemma == "agree" and making.place == "before"
        return making is not None and making.lemma not in WEAK_MAKERS | FINISHING and not told_by_verb
    if making is not None:
        return making.lemma not in WEAK_MAKERS | {"agree"}  # "agreed terms" is told by its verb
    return govern is not None and govern.status in {"negotiating", "ended", "broken", "reached"} and word != "terms"


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
    brokers = any(trigger.word(i) in words("agreements", "brokers") for i in range(*making.party))
    if making.lemma in words("agreements", "broker_verbs") or (brokers and len(phrase.parties) > 1):
        phrase.broker = phrase.broker or making.party
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
    return frozenset(form for lemma in ("hail", "hold", "discuss") for form in all_forms(lemma))


def _made_status(making: Making | None) -> str | None:
    if making is not None:
        verb, *particles = making.lemma.split()
        known = status_forms("agreements").get(verb, [])
        return next((status for particle, status in known if list(particle) == particles), None)
    return None


def _belonging(trigger: Trigger, start: int) -> int:
    """Where the phrase begins that a verb governs: "suspended *its participation in* the deal"."""
    if trigger.word(start - 1) == "in" and trigger.word(start - 2) in words("agreements", "belonging"):
        return phrase_start(trigger.text, start - 1, trigger.floor, linked=False)
    return start


def _nominal(trigger: Trigger, start: int) -> tuple[str | None, TokenRange | None]:
    """The status that a noun over the pact gives, and whose it is: "*Sula's withdrawal from* the treaty"."""
    head = start - 2
    if trigger.word(start - 1) not in {"of", "from"} or trigger.letter(head) != "N":
        return None, None
    for status, listed in load("agreements")["nominal"].items():
        if trigger.word(head) in listed:
            return status, possessor_before(trigger.text, head, trigger.floor)
    return None, None


def _state(trigger: Trigger, at: int) -> str | None:
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


def _told_by_agree(trigger: Trigger, start: int) -> bool:
    """Whether the noun is what "agreed to a truce" or "accepted the deal" is about: the verb tells it."""
    agreeing = forms("agreements", "agree_verbs")
    if trigger.word(start - 1) == "to" and trigger.word(start - 2) in forms("agreements", "consent_verbs"):
        return True
    if trigger.word(start - 1) in all_forms("accept") and trigger.letter(start - 1) in "vzdng":
        return trigger.word(trigger.token) in nouns("agreements", "acceptable")
    return trigger.word(start - 1) in {"to", "on", "upon"} and trigger.word(start - 2) in agreeing


def _is_no_pact(trigger: Trigger, start: int, making: Making | None) -> bool:
    """Whether the noun is no pact here: "a great deal", "deal with" as a verb, a village, the New Deal."""
    token, word = trigger.token, trigger.word(trigger.token)
    before, behind = trigger.word(token - 1), trigger.word(token + 1)
    if word in {"deal", "deals"}:
        return _is_no_deal(trigger, start, making)
    if word in {"settlement", "settlements"}:
        return not _settles(trigger, start, making)
    if trigger.letter(token) == "P" and trigger.letter(token + 1) == "P":
        return True
    if trigger.letter(token + 1) in "NP" and behind in nouns("agreements", "pact_nouns"):
        return True  # "a ceasefire agreement" is told by its last noun
    if word in {"agreement", "agreements"} and before == "in" and behind in {"with", "that", ".", ","}:
        return True  # "published in agreement with the agency"
    if word in {"agreement", "agreements"} and before in words("agreements", "opinions"):
        return making is None or making.lemma in WEAK_MAKERS
    if word in {"accord", "accords"}:
        return before == "own" or behind == "to"
    if trigger.letter(token) == "N" and trigger.letter(token + 1) == "N":
        return behind in words("agreements", "compounds")
    return word == "terms" and making is None


def _is_no_deal(trigger: Trigger, start: int, making: Making | None) -> bool:
    token = trigger.token
    before, behind = trigger.word(token - 1), trigger.word(token + 1)
    if (behind == "of" and trigger.letter(token + 2) != "M") or behind in words("agreements", "compounds"):
        return True
    if before in {"trafficking", "drugs"}:
        return True
    if start == token and behind == "with" and trigger.letter(token - 1) in "NPQTCRX,":
        return True  # "plumbers deal with burst pipes"
    plural = trigger.word(token - 1).endswith("s") or trigger.word(token - 1) in {"people", "men", "women", "children"}
    handled = trigger.word(token + 2) in {"it", "them", "this", "these", "that", "those"}
    if (
        trigger.word(token) == "deal"
        and behind == "with"
        and (handled or (plural and trigger.letter(token - 1) == "N"))
    ):
        return True
    inside = {trigger.word(i) for i in range(start, token)}
    if inside & {"big", "great"} and (making is None or making.lemma in WEAK_MAKERS):
        return True
    if before in words("agreements", "bargains"):
        return making is None or making.lemma in WEAK_MAKERS
    return before in words("agreements", "not_pacts") and making is None


def _settles(trigger: Trigger, start: int, making: Making | None) -> bool:
    """Whether a settlement settles something: it is reached, or with somebody, or of money, and no village."""
    token = trigger.token
    inside = {trigger.word(i) for i in range(start, token)}
    if inside & words("agreements", "settlers"):
        return False
    if making is not None and making.lemma not in {"have", "do", "make"}:
        return True
    money = any(trigger.letter(i) == "M" and trigger.word(i) in {"$", "£", "€"} for i in range(start, token))
    behind = trigger.word(token + 1)
    bound = _clause_opening(trigger, start) is not None
    return bool(inside & words("agreements", "legal")) or money or bound or behind in words("agreements", "settling")


def _standing_alone(trigger: Trigger, start: int, end: int) -> str:
    """The modality of a noun without a verb that makes it: supposed, wanted, or "a deal would help"."""
    if supposed(trigger.text, trigger.token, trigger.floor):
        return "hypothetical"
    if _is_wanted(trigger, start):
        return "planned"
    if trigger.word(start) in {"a", "an", "any", "such"}:
        if trigger.letter(end) == "X":
            return trigger.group(_head_from(trigger, end)).modality
        effect = governors().get(trigger.word(start - 1))
        if effect in {"planned", "possible"} and trigger.letter(start - 1) in "vzdng":
            return effect
    return "asserted"


def _head_from(trigger: Trigger, at: int) -> int:
    while trigger.letter(at) in "XBHOR" and trigger.letter(at + 1) in "vndgBHR":
        at += 1
    return at


def _is_wanted(trigger: Trigger, start: int) -> bool:
    """Whether the text only tells that somebody wants or plans it: "calls for a truce", "hopes of a deal"."""
    return trigger.word(start - 1) in {"for", "of", "on", "over"} and trigger.word(start - 2) in words(
        "agreements", "wishes"
    )


def _is_generic(
    trigger: Trigger, start: int, phrase: PactPhrase, making: Making | None, govern: Governor | None
) -> bool:
    """Whether a plural without article, parties and verb speaks of pacts in general: "support for trade deals"."""
    bare = trigger.letter(start) not in "DMSQ" and trigger.word(trigger.token).endswith("s")
    return bare and not phrase.parties and making is None and govern is None


def _before_in(trigger: Trigger, start: int) -> list[Part]:
    """The parties of a headline: "India and Iran in gas export deal"."""
    if trigger.word(start - 1) != "in" or has_finite_verb(trigger.text, trigger.floor, start):
        return []
    end = phrase_end(trigger.text, trigger.floor, start - 1, coordinated=True)
    return list(split_parties(trigger, (trigger.floor, end))) if end == start - 1 else []


def _add_clause_under(phrase: PactPhrase, trigger: Trigger, start: int) -> None:
    """Adds whom a pact binds and to what: "Under the deal signed in May, Turkey must …", "will pay in a settlement"."""
    opening = _clause_opening(trigger, start)
    if opening is None:
        return
    if opening > trigger.floor:
        party = main_subject(trigger.text, trigger.floor, opening)
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


def _clause_opening(trigger: Trigger, start: int) -> int | None:
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


def _add_provision(phrase: PactPhrase, trigger: Trigger) -> None:
    """Adds what the pact, the subject of the sentence, provides for: "The deal *gives the workers a share*"."""
    at = phrase.end
    if trigger.letter(at) not in "XRvzd":
        at = next((i + 1 for i in range(at + 1, min(at + 12, trigger.limit)) if trigger.letter(i) == ","), at)
    head = at
    while trigger.letter(head) in "XR":
        head += 1
    if trigger.letter(head) in "vzd" and trigger.word(head) in stipulating():
        clause = complement_from(trigger.text, at, trigger.limit)
        phrase.terms += [found for found in [clause.theme, *clause.terms] if found]


def _under_negotiation(trigger: Trigger, start: int) -> bool:
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


def _negotiators(trigger: Trigger, start: int) -> list[Part]:
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
    roles = {
        "parties": party_mentions(trigger, [*split_parties(trigger, subject), *([partner] if partner else [])]),
        "kind": "pact",
    }
    at = (verb, token + 1)
    return agreement(trigger, "agreement.come-to-terms", at, roles, assess(text, group, trigger.floor))
