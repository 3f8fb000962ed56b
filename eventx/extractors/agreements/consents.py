"""Agreements told by verbs of agreeing: agree, consent, accept, settle."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from eventx.extractors.agreements.pact_phrase import BROKERED
from eventx.extractors.agreements.parties import (
    Part,
    agreement,
    is_plural,
    is_trigger,
    party_mentions,
    past_aside,
    split_parties,
)
from eventx.extractors.trigger import TokenRange, Trigger, forms, nouns, words
from eventx.grammar.arguments import (
    OF,
    agent_behind,
    complement_from,
    infinitive_behind,
    object_behind,
    party_behind,
    past_adjuncts,
    possessor_before,
)
from eventx.grammar.clauses import has_finite_verb
from eventx.grammar.modality import assess, supposed
from eventx.grammar.noun_phrases import phrase_end
from eventx.grammar.subjects import subject_of
from eventx.rules import Draft, rule

WITH = frozenset(["with"])
# "settled the case at the mayor's request"
ASKED_FOR = frozenset("behest insistence request urging".split())
OPINION_ON = frozenset("everything issue issues point points question something subject".split())
GIVE = frozenset("give gives gave given giving".split())


@rule(
    "agreement.agree",
    "<parties> agree to <verb phrase> | agree on <theme> | agree that <clause>",
    examples=[
        "Norland and Suderia agreed to reopen the border.",
        "The two sides have agreed on a timetable for elections.",
    ],
    counterexamples=["Experts agree that sleep matters.", "I agree with his criticism."],
)
def agree(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not is_trigger(trigger, "agree_verbs"):
        return None
    group = trigger.group()
    subject = subject_of(text, group, trigger.floor)
    partner, at = _partner(trigger, token + 1)
    found = _agreed(trigger, at, subject)
    if found is not None and partner is not None and found.theme and trigger.word(found.theme[1] - 1) in OPINION_ON:
        return None  # "voters agreed with her on the issue"
    if found is None:
        if not group.passive or subject is None or trigger.word(subject[0]) == "it":
            return None
        found, subject = _Agreed(subject), None
    if group.passive and (subject is None or trigger.word(subject[0]) == "it"):
        subject = agent_behind(text, token + 1, trigger.limit)
    with_whom = [partner, *found.parties]
    pact = is_plural(trigger, subject) or any(with_whom) or group.passive or found.direct or _exchanges(trigger, found)
    roles = {
        "parties": party_mentions(trigger, [part for part in [*split_parties(trigger, subject), *with_whom] if part]),
        "theme": trigger.span(found.theme),
        "terms": [trigger.text.range(*part) for part in found.terms],
        "broker": next(iter(party_mentions(trigger, [found.broker] if found.broker else [])), None),
        "kind": "pact" if pact else "consent",
    }
    assessed = assess(text, group, trigger.floor)
    if assessed[1] == "asserted" and subject is not None and _is_awaited(trigger, subject):
        assessed = (assessed[0], "hypothetical")
    return agreement(trigger, "agreement.agree", (token, token + 1), roles, assessed)


def _is_awaited(trigger: Trigger, subject: TokenRange) -> bool:
    """Whether *until* opens the clause in what is not past: "would hold the funds until the port agreed to pay"."""
    until = subject[0] - 1
    if trigger.word(until) != "until":
        return False
    finite = next((i for i in range(until - 1, trigger.floor, -1) if trigger.letter(i) in "zdvXT"), None)
    return finite is not None and trigger.letter(finite) != "d"


@dataclass(slots=True)
class _Agreed:
    """What is agreed, with the parties and terms in its words; `direct` where it is agreed with each other."""

    theme: TokenRange | None
    terms: list[TokenRange] = field(default_factory=list)
    parties: list[Part] = field(default_factory=list)
    broker: Part | None = None
    direct: bool = False


def _agreed(trigger: Trigger, at: int, subject: TokenRange | None) -> _Agreed | None:
    """What follows the verb: "to reopen it", "on a truce", "that it will …", "a fee with Sula"."""
    text, word = trigger.text, trigger.word(at)
    if (complement := infinitive_behind(text, at, trigger.limit)) is not None:
        return _Agreed(complement.theme, complement.terms)
    if word in {"on", "upon", "to", "over"}:
        if word != "to" and _is_opinion(trigger):
            return None
        complement = complement_from(text, at + 1, trigger.limit)
        if complement.theme is None:
            return None
        found = _with_phrase(trigger, at + 1, complement.theme, complement.terms)
        several = subject is not None and (
            trigger.word(subject[1] - 1).endswith("s") or trigger.word(subject[0]) in {"we", "they"}
        )
        found.direct = word != "to" and several
        return found
    if word in {"that", "they", "it", "there", "the"} and trigger.letter(at) in "CDQ":
        if _settled_clause(trigger, at, subject):
            complement = complement_from(text, at, trigger.limit)
            return _Agreed(complement.theme, complement.terms)
        end = phrase_end(text, at, trigger.limit)
        if word in {"that", "there"} or trigger.letter(end) in "zdXBH":
            return None  # "agreed there are good ones", an opinion
    noun = object_behind(text, at, trigger.limit)
    if noun is None or trigger.letter(at) not in "DMJN":
        return None
    if any(trigger.word(i) in nouns("agreements", "pact_nouns") for i in range(*noun)):
        return None
    found = _with_phrase(trigger, at, noun, [])
    found.direct = True
    return found


def _is_opinion(trigger: Trigger) -> bool:
    """Whether "agree on" tells what people think at present: "doctors agree on its value", no headline."""
    present = trigger.letter(trigger.token) in "vz" and not trigger.group().auxiliaries
    if supposed(trigger.text, trigger.token, trigger.floor):
        return False
    return present and not trigger.group().infinitive and trigger.text.kind_at(trigger.token) == "body"


def _with_phrase(trigger: Trigger, start: int, theme: TokenRange, terms: list[TokenRange]) -> _Agreed:
    """Takes parties and broker out of what is agreed: "a fee with Sula", "a truce brokered by Oman"."""
    found = _Agreed(theme, terms)
    head = phrase_end(trigger.text, start, trigger.limit, linked=OF)
    for at in range(head, min(theme[1] + 1, trigger.limit)):
        if trigger.letter(at) == ",":
            break
        if trigger.word(at) == "with":
            partner = party_behind(trigger.text, at, trigger.limit, WITH)
            if partner is None or trigger.letter(at - 1) not in "NPM":
                break
            found.parties += split_parties(trigger, partner)
            rest = (partner[1], theme[1]) if trigger.word(partner[1]) in {"for", "on", "over"} else None
            found.theme = theme if rest else (theme[0], at)
        elif trigger.word(at) in BROKERED | {"by"} and trigger.letter(at) in "ndI":
            agent = agent_behind(trigger.text, at, trigger.limit)
            if agent is None or trigger.letter(agent[0]) == "M":
                break
            if trigger.word(at) != "by":
                found.broker = agent
            elif any(trigger.word(i) in words("agreements", "takeovers") for i in range(theme[0], at)):
                found.parties.append(agent)
                found.theme = (theme[0], max(theme[1], agent[1]))
        else:
            continue
        break
    return found


def _exchanges(trigger: Trigger, found: _Agreed) -> bool:
    """Whether what one party agreed to takes another to do: "to buy the mill", "to pay $5m to settle the case"."""
    if found.theme is None:
        return False
    first, last = found.theme
    verb = first + 1
    while trigger.letter(verb) == "R":
        verb += 1
    acts = words("agreements", "exchange_acts")
    if trigger.word(first) == "to" and trigger.word(verb) in acts:
        return True
    settling = any(trigger.word(i) == "to" and trigger.word(i + 1) == "settle" for i in range(first, last - 1))
    bought = trigger.word(verb) == "be" and trigger.word(verb + 1) in {"acquired", "bought"}
    return settling or bought


def _partner(trigger: Trigger, at: int) -> tuple[TokenRange | None, int]:
    """The other party of "agreed with X (to …)", and the token behind it, past adverbs and times."""
    while trigger.letter(at) == "R" and trigger.word(at) not in {"that", "not", "late", "early"}:
        at += 1
    if trigger.word(at) == "in" and trigger.word(at + 1) in {"principle", "principal", "talks", "writing"}:
        at += 2
    at = past_aside(trigger, past_adjuncts(trigger.text, at, trigger.limit))
    partner = party_behind(trigger.text, at, trigger.limit, WITH)
    if partner is not None:
        behind = past_adjuncts(trigger.text, partner[1], trigger.limit)
        if trigger.word(behind) in {"to", "on", "that"}:
            return partner, behind
        return None, at
    return None, at


def _settled_clause(trigger: Trigger, at: int, subject: TokenRange | None) -> bool:
    """Whether "agreed that …" settles what shall be done rather than sharing an opinion."""
    if subject is None or not has_finite_verb(trigger.text, at, trigger.limit):
        return False
    if trigger.letter(trigger.token) in "vz" and trigger.letter(trigger.token - 1) != "X":
        return False
    later = {"will", "would", "should", "shall", "must", "can", "could"}
    reach = 2 if trigger.word(at) == "there" else 14  # "there are some who could", an opinion
    binding = any(trigger.word(i) in later for i in range(at, min(at + reach, trigger.limit)))
    return binding and (is_plural(trigger, subject) or trigger.word(subject[0]) in {"it", "we"})


@rule(
    "agreement.consent",
    "<party> consent to <theme> | give in to <theme>",
    examples=["The owner consented to the search.", "The council gave in to the strikers' demands."],
    counterexamples=["He gave in his keys.", "The field yields barley."],
)
def consent(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not is_trigger(trigger, "consent_verbs", "caving"):
        return None
    behind = token + 1
    particle = trigger.word(behind) == "in"
    if trigger.word(token) in GIVE and not particle:
        return None
    if particle and (trigger.word(token) in GIVE or trigger.word(token) in forms("agreements", "caving")):
        behind += 1
    at = (token, behind)
    behind = past_adjuncts(text, behind, trigger.limit)
    if trigger.word(behind) != "to" or (
        trigger.word(token) in forms("agreements", "conceding") and not _asked(trigger, behind + 1)
    ):
        return None
    complement = infinitive_behind(text, behind, trigger.limit) or complement_from(text, behind + 1, trigger.limit)
    subject = subject_of(text, trigger.group(), trigger.floor)
    if subject is None or complement.theme is None:
        return None
    roles = {
        "parties": [trigger.mention(part) for part in split_parties(trigger, subject)],
        "theme": trigger.span(complement.theme),
        "terms": [text.range(*part) for part in complement.terms],
        "kind": "consent",
    }
    return agreement(trigger, "agreement.consent", at, roles, assess(text, trigger.group(), trigger.floor))


def _asked(trigger: Trigger, at: int) -> bool:
    """Whether a demand or a request follows: "conceded to the strikers' demands", and not "conceded to reporters"."""
    end = phrase_end(trigger.text, at, trigger.limit, linked=OF)
    return any(_acceptable(trigger, i) for i in range(at, end))


@rule(
    "agreement.accept",
    "<party> accept <an offer, a plan, terms>",
    examples=["The union accepted the company's offer.", "The court has approved her request."],
    counterexamples=["The café accepts cards.", "He accepted responsibility for the error."],
)
def accept(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not is_trigger(trigger, "accept_verbs"):
        return None
    group = trigger.group()
    if group.passive:
        start, end = subject_of(text, group, trigger.floor) or (0, 0)
    else:
        start, end = object_behind(text, token + 1, trigger.limit) or (0, 0)
        end = _with_giver(trigger, start, end)
    head = next((i for i in range(start, end) if _acceptable(trigger, i)), None)
    if head is None or any(trigger.letter(i) in "IT" for i in range(start, head)):
        return None
    party = agent_behind(text, token + 1, trigger.limit) if group.passive else subject_of(text, group, trigger.floor)
    if party is None and not group.passive:
        return None
    sought = trigger.word(head) in nouns("agreements", "sought_approvals")
    if trigger.word(token).startswith("approv") and not (
        sought or possessor_before(text, head, trigger.floor) or trigger.word(head + 1) in {"from", "by", "of"}
    ):
        return None
    roles = {
        "parties": [trigger.mention(part) for part in split_parties(trigger, party)],
        "theme": trigger.span((start, end)),
        "kind": "consent",
    }
    return agreement(trigger, "agreement.accept", (token, token + 1), roles, assess(text, group, trigger.floor))


def _with_giver(trigger: Trigger, start: int, end: int) -> int:
    """The end of what is accepted, with what it is for and from whom: "a £5m offer *for its captain from Sula*"."""
    for _ in range(2):
        if end == start or trigger.word(end) not in {"for", "from"}:
            break
        further = phrase_end(trigger.text, end + 1, trigger.limit, linked=OF)
        if further == end + 1:
            break
        end = further
    return end


def _acceptable(trigger: Trigger, token: int) -> bool:
    listed = nouns("agreements", "acceptable")
    if trigger.word(trigger.token).startswith("approv"):
        listed = (listed | nouns("agreements", "sought_approvals")) - nouns("agreements", "pact_nouns") - {"contract"}
    return trigger.word(token) in listed and trigger.letter(token) in "NP"


@rule(
    "agreement.settle",
    "<party> settle <a dispute> (with <party>) (for <sum>)",
    examples=["The bank settled the lawsuit for $4 million.", "Acme and Bolt have settled their dispute."],
    counterexamples=["The family settled in Ohio.", "Dust settled on the shelves."],
)
def settle(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not is_trigger(trigger, "settle_verbs"):
        return None
    group = trigger.group()
    if group.infinitive and _under_agree(trigger, group.first):
        return None
    dispute = object_behind(text, token + 1, trigger.limit)
    if group.passive:
        dispute = subject_of(text, group, trigger.floor)
    listed = words("agreements", "settled")
    out_of_court = trigger.word(token + 1) == "out" and trigger.word(token + 3) == "court"
    with_party = party_behind(text, token + 1, trigger.limit, WITH)
    if (
        not out_of_court
        and not with_party
        and (
            dispute is None
            or not any(
                trigger.word(i) in listed or trigger.word(i).removesuffix("s") in listed for i in range(*dispute)
            )
        )
    ):
        return None
    if dispute is not None and not group.passive and trigger.word(dispute[1] - 1) in ASKED_FOR:
        dispute = (dispute[0], next((i for i in range(*dispute) if trigger.word(i) == "at"), dispute[1]))
    party = None if group.passive else subject_of(text, group, trigger.floor)
    end = dispute[1] if dispute and not group.passive else token + 1
    partner = with_party or party_behind(text, end, trigger.limit, WITH)
    roles = {
        "parties": [trigger.mention(part) for part in [*split_parties(trigger, party), partner] if part],
        "theme": trigger.span(dispute),
        "terms": _sum_behind(trigger, end),
        "kind": "pact",
    }
    return agreement(trigger, "agreement.settle", (token, token + 1), roles, assess(text, group, trigger.floor))


def _under_agree(trigger: Trigger, first: int) -> bool:
    """Whether "to settle" belongs to "agreed to settle", or "agreed to pay $5m to settle", which tells it."""
    return any(
        trigger.word(i) in forms("agreements", "agree_verbs") for i in range(max(first - 14, trigger.floor), first)
    )


def _sum_behind(trigger: Trigger, start: int) -> list[Any]:
    for i in range(start, trigger.limit - 1):
        if trigger.word(i) == "for":
            end = phrase_end(trigger.text, i + 1, trigger.limit)
            if trigger.letter(i + 1) == "M" or trigger.word(end - 1) in {"amount", "fee", "sum"}:
                return [trigger.text.range(i, end)]
        if trigger.letter(i) in ";zd":
            break
    return []
