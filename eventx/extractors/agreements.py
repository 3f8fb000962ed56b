"""Agreements told by verbs: parties agree with each other, accept what was asked, or bind themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eventx.extractors import pacts
from eventx.extractors.governing import governing_status, light_verb
from eventx.extractors.parties import agreement, is_plural, split_parties
from eventx.extractors.trigger import TokenRange, Trigger, first_drafts, forms, nouns, words
from eventx.grammar.arguments import (
    agent_behind,
    complement_from,
    double_object,
    infinitive_behind,
    object_behind,
    party_behind,
    possessor_before,
    recipient_behind,
)
from eventx.grammar.clauses import has_finite_verb
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import LINKING, phrase_end, phrase_start
from eventx.grammar.subjects import subject_of
from eventx.lexicon.inflection import verb_forms
from eventx.mentions import Mentions
from eventx.rules import Draft, Rule, rule
from eventx.text import Text

WITH = frozenset(["with"])


def _is(trigger: Trigger, *lists: str) -> bool:
    return trigger.letter(trigger.token) in "vzdng" and any(
        trigger.word(trigger.token) in forms("agreements", name) for name in lists
    )


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
    if not _is(trigger, "agree_verbs"):
        return None
    group = trigger.group()
    subject = subject_of(text, group, trigger.floor)
    partner, at = _partner(trigger, token + 1)
    word = trigger.word(at)
    theme: TokenRange | None = None
    terms: list[TokenRange] = []
    if (complement := infinitive_behind(text, at, trigger.limit)) is not None:
        theme, terms = complement.theme, complement.terms
    elif word in {"on", "upon", "to", "over"}:
        complement = complement_from(text, at + 1, trigger.limit)
        theme, terms = complement.theme, complement.terms
        if theme is None or trigger.word(theme[0]) in {"disagree"}:
            return None
    elif word in {"that", "they", "it", "there", "the"} and (trigger.letter(at) in "CDQ"):
        if not _settled_clause(trigger, at, subject):
            return None
        complement = complement_from(text, at, trigger.limit)
        theme, terms = complement.theme, complement.terms
    elif (noun := object_behind(text, at, trigger.limit)) is not None and trigger.letter(at) in "DMJN":
        if any(trigger.word(i) in nouns("agreements", "pact_nouns") for i in range(*noun)):
            return None
        theme = noun
    elif group.passive and subject is not None and trigger.word(subject[0]) != "it":
        theme, subject = subject, None
    else:
        return None
    pact = is_plural(trigger, subject) or partner is not None or group.passive
    roles = {
        "parties": [trigger.mention(part) for part in [*split_parties(trigger, subject), partner] if part],
        "theme": trigger.span(theme),
        "terms": [trigger.text.range(*part) for part in terms],
        "kind": "pact" if pact else "consent",
    }
    assessed = assess(text, group, trigger.floor)
    return agreement(trigger, "agreement.agree", (token, token + 1), roles, assessed)


def _partner(trigger: Trigger, at: int) -> tuple[TokenRange | None, int]:
    """The other party of "agreed with X (to …)", and the token behind it, past adverbs and times."""
    while trigger.letter(at) == "R" and trigger.word(at) not in {"that", "not"}:
        at += 1
    if trigger.word(at) == "in" and trigger.word(at + 1) in {"principle", "talks", "writing"}:
        at += 2
    if trigger.word(at) == "on" and trigger.word(at + 1).endswith("day"):
        at += 2
    if trigger.word(at).endswith("day") and trigger.letter(at) in "NP":
        at += 1
    partner = party_behind(trigger.text, at, trigger.limit, WITH)
    if partner is not None:
        if trigger.word(partner[1]) in {"to", "on", "that"}:
            return partner, partner[1]
        return None, at
    return None, at


def _settled_clause(trigger: Trigger, at: int, subject: TokenRange | None) -> bool:
    """Whether "agreed that …" settles what shall be done rather than sharing an opinion."""
    if subject is None or not has_finite_verb(trigger.text, at, trigger.limit):
        return False
    if trigger.letter(trigger.token) in "vz" and trigger.letter(trigger.token - 1) != "X":
        return False
    later = {"will", "would", "should", "shall", "must", "can", "could"}
    binding = any(trigger.word(i) in later for i in range(at, min(at + 14, trigger.limit)))
    return binding and (is_plural(trigger, subject) or trigger.word(subject[0]) in {"it", "we"})


@rule(
    "agreement.consent",
    "<party> consent to <theme> | give in to <theme>",
    examples=["The owner consented to the search.", "The council gave in to the strikers' demands."],
    counterexamples=["He gave in his keys.", "The field yields barley."],
)
def consent(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not _is(trigger, "consent_verbs"):
        return None
    behind = token + 1
    if trigger.word(token) in {"give", "gives", "gave", "given", "giving"}:
        if trigger.word(behind) != "in":
            return None
        behind += 1
    at = (token, behind)
    if trigger.word(behind) != "to":
        return None
    complement = infinitive_behind(text, behind, trigger.limit) or complement_from(text, behind + 1, trigger.limit)
    subject = subject_of(text, trigger.group(), trigger.floor)
    if subject is None or complement.theme is None:
        return None
    roles = {
        "parties": [trigger.mention(subject)],
        "theme": trigger.span(complement.theme),
        "terms": [text.range(*part) for part in complement.terms],
        "kind": "consent",
    }
    return agreement(trigger, "agreement.consent", at, roles, assess(text, trigger.group(), trigger.floor))


@rule(
    "agreement.accept",
    "<party> accept <an offer, a plan, terms>",
    examples=["The union accepted the company's offer.", "The court has approved her request."],
    counterexamples=["The café accepts cards.", "He accepted responsibility for the error."],
)
def accept(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not _is(trigger, "accept_verbs"):
        return None
    group = trigger.group()
    if group.passive:
        start, end = subject_of(text, group, trigger.floor) or (0, 0)
    else:
        start, end = object_behind(text, token + 1, trigger.limit) or (0, 0)
    head = next((i for i in range(start, end) if _acceptable(trigger, i)), None)
    if head is None or any(trigger.letter(i) in "IT" for i in range(start, head)):
        return None
    party = agent_behind(text, token + 1, trigger.limit) if group.passive else subject_of(text, group, trigger.floor)
    if party is None and not group.passive:
        return None
    if trigger.word(token).startswith("approv") and not (
        possessor_before(text, head, trigger.floor) or trigger.word(head + 1) in {"from", "by", "of"}
    ):
        return None
    roles = {
        "parties": [trigger.mention(party)] if party else [],
        "theme": trigger.span((start, end)),
        "kind": "consent",
    }
    return agreement(trigger, "agreement.accept", (token, token + 1), roles, assess(text, group, trigger.floor))


def _acceptable(trigger: Trigger, token: int) -> bool:
    return trigger.word(token) in nouns("agreements", "acceptable") and trigger.letter(token) in "NP"


@rule(
    "agreement.settle",
    "<party> settle <a dispute> (with <party>) (for <sum>)",
    examples=["The bank settled the lawsuit for $4 million.", "Acme and Bolt have settled their dispute."],
    counterexamples=["The family settled in Ohio.", "Dust settled on the shelves."],
)
def settle(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not _is(trigger, "settle_verbs"):
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
    if not out_of_court and not with_party:
        if dispute is None or not any(
            trigger.word(i) in listed or trigger.word(i).removesuffix("s") in listed for i in range(*dispute)
        ):
            return None
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
    """Whether "to settle" belongs to "agreed to settle", or "agreed to pay $5m to settle", which tells the agreement."""
    return any(trigger.word(i) in forms("agreements", "agree_verbs") for i in range(max(first - 14, trigger.floor), first))


def _sum_behind(trigger: Trigger, start: int) -> list[Any]:
    for i in range(start, trigger.limit - 1):
        if trigger.word(i) == "for" and trigger.letter(i + 1) in "M":
            end = phrase_end(trigger.text, i + 1, trigger.limit)
            return [trigger.text.range(i, end)]
        if trigger.letter(i) in ";zd":
            break
    return []


@rule(
    "agreement.pledge",
    "<party> pledge to <verb phrase> | pledge <theme> | pledge that <clause>",
    examples=["The mayor pledged to rebuild the bridge.", "Norland has committed $2 million to the fund."],
    counterexamples=["He committed a crime.", "The rebels vowed revenge."],
)
def pledge(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not _is(trigger, "commitment_verbs"):
        return None
    group = trigger.group()
    lemma = forms("agreements", "commitment_verbs")[trigger.word(token)]
    subject = subject_of(text, group, trigger.floor)
    behind = token + 1
    if lemma == "commit" and trigger.word(behind) in {"itself", "himself", "herself", "themselves", "ourselves"}:
        behind += 1
    if group.passive and lemma != "commit":
        return None
    theme, terms = _pledged(trigger, behind, lemma)
    if theme is None or _threat(trigger, theme) or subject is None:
        return None
    if trigger.letter(token) == "n" and not group.auxiliaries:
        return None
    if trigger.letter(token) == "g" and not group.auxiliaries and trigger.letter(token - 1) in "vzdnDJ":
        return None  # "produced promising results"
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
    while trigger.letter(at) == "R" or trigger.word(at).endswith("day"):
        at += 1
    if trigger.word(at) == "on" and trigger.word(at + 1).endswith("day"):
        at += 2
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
    if trigger.letter(token + 2) == "v" or subject is None or trigger.word(subject[1] - 1) in {"crime", "murder", "crimes"}:
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
    light = light_verb(trigger, start, pacts.commitment_makers())
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
        if party is None or trigger.letter(party[0]) == "D":
            party = party if group.passive else subject_of(text, group, trigger.floor) or party
    if theme is None and light is None and not definite and trigger.word(token) in {"commitment", "commitments", "vow", "vows"}:
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
    verbs = {form for lemma in words("agreements", "continuing", "verbs") for form in (lemma,)}
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
    if trigger.word(act) not in acts and not (speaks and trigger.word(act) not in words("agreements", "continuing", "states")):
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


RULES = (agree, consent, accept, settle, be_committed, pledge, commitment_noun, will_continue, pacts.come_to_terms, pacts.pact_noun)


class AgreementExtractor:
    """Finds who agrees on what with whom, and who commits to what."""

    name = "agreements"
    types = ("agreement",)
    rules: tuple[Rule, ...] = RULES

    def __init__(self) -> None:
        verb_lists = ("agree_verbs", "consent_verbs", "accept_verbs", "settle_verbs", "commitment_verbs")
        self.triggers = frozenset(
            [
                *(form for name in verb_lists for form in forms("agreements", name)),
                *words("agreements", "continuing", "verbs"),
                *nouns("agreements", "commitment_nouns"),
                *pacts.pact_triggers(),
            ]
        )

    def extract(self, text: Text, mentions: Mentions) -> Iterator[Draft]:
        yield from first_drafts(text, mentions, self.triggers, self.rules)
