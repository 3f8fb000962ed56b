"""What became of an offer, told without the word: "they turned it down", "the board rejected the approach"."""

from __future__ import annotations

from typing import Any

from eventx.extractors.governing import status_forms
from eventx.extractors.offers.themes import offer
from eventx.extractors.outcomes import noun_outcome, pronoun_outcome
from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.modality import assess
from eventx.rules import Draft, rule

# "before the deadline passed", "once the deadline passes"
NOT_YET = frozenset("after before if once unless until when".split())
LONGEST_GROUP = 4


@rule(
    "offer.outcome-of-it",
    "<party> accept | reject | withdraw it",
    examples=[
        "Norland offered to mediate. Sudria turned it down.",
        "Acme made an offer of $3 million for the mill, which the owners rejected.",
    ],
    counterexamples=["The minister read the report and rejected it.", "Acme offered to help. Shares declined."],
    words=lambda: status_forms("offer_outcomes"),
)
def outcome_of_it(trigger: Trigger) -> Draft | None:
    outcome = pronoun_outcome(trigger, "offer_outcomes")
    if outcome is None:
        return None
    roles = _roles(trigger, outcome.status, outcome.party)
    return _answer(trigger, "offer.outcome-of-it", outcome.at, roles, outcome.assessed)


@rule(
    "offer.outcome-of-noun",
    "<party> accept | reject | withdraw the approach",
    examples=[
        "Acme offered $3 million for Bolt. The board rejected the approach.",
        "Norland offered to mediate. The idea was dismissed by Sudria.",
    ],
    counterexamples=["The board rejected the approach of the auditors.", "The plan was dropped."],
    words=lambda: words("linking", "outcomes", "offer_nouns"),
    classes="N",
)
def outcome_of_noun(trigger: Trigger) -> Draft | None:
    govern = noun_outcome(trigger, "offer_nouns", "offer_outcomes")
    if govern is None or govern.status is None:
        return None
    roles = _roles(trigger, govern.status, govern.party)
    at = (trigger.token, trigger.token + 1)
    return _answer(trigger, "offer.outcome-of-noun", at, roles, govern.assessed)


@rule(
    "offer.deadline-passed",
    "the deadline pass (without <an answer>)",
    examples=[
        "Acme gave Bolt until Friday to accept its $3 million offer. The deadline passed without an answer.",
        "Norland offered a swap of prisoners. The deadline expired on Monday.",
    ],
    counterexamples=["The deadline passed without a transfer.", "Norland offered to help before the deadline passed."],
    words=lambda: ["deadline"],
)
def deadline_passed(trigger: Trigger) -> Draft | None:
    if trigger.word(trigger.token - 1) not in {"the", "that", "its"}:
        return None
    before = trigger.token - 2
    if trigger.word(before) in NOT_YET:
        return None
    passing = forms("linking", "outcomes", "passing")
    for at in range(trigger.token + 1, trigger.token + LONGEST_GROUP):
        if trigger.word(at) in passing and trigger.letter(at) in "dnv":
            assessed = assess(trigger.text, trigger.group(at), trigger.floor)
            return _answer(trigger, "offer.deadline-passed", (trigger.token, at + 1), {"status": "expired"}, assessed)
        if trigger.letter(at) not in "HRX":
            return None
    return None


def _roles(trigger: Trigger, status: str, party: TokenRange | None) -> dict[str, Any]:
    """Who withdraws an offer made it; who accepts or rejects it could take it."""
    return {"offerer" if status == "withdrawn" else "recipient": trigger.mention(party), "status": status}


def _answer(
    trigger: Trigger, rule_id: str, at: TokenRange, roles: dict[str, Any], assessed: tuple[str, str]
) -> Draft | None:
    """A telling that counts only with an offer told before."""
    draft = offer(trigger, rule_id, at, roles, assessed)
    if draft is not None:
        draft.needs_antecedent = True
    return draft
