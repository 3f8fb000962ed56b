"""What became of an agreement, told without the word: "it took effect", "they signed it", "the merger collapsed"."""

from __future__ import annotations

from typing import Any

from eventx.extractors.agreements.parties import agreement, split_parties
from eventx.extractors.outcomes import noun_outcome, pronoun_outcome
from eventx.extractors.trigger import Trigger
from eventx.rules import Draft, rule

# whoever signs, keeps or breaks an agreement is a party to it; a parliament that ratifies it need not be
BY_PARTIES = frozenset("initial ink sign breach break flout renege quit tear rip walk withdraw".split())


@rule(
    "agreement.outcome-of-it",
    "it take effect | <party> sign | break it",
    examples=[
        "Norland and Sudria reached a truce. It took effect at noon.",
        "The two firms agreed on a merger. The regulator approved it in May.",
    ],
    counterexamples=["The law was passed. It took effect at noon.", "She picked up the pen and broke it."],
)
def outcome_of_it(trigger: Trigger) -> Draft | None:
    outcome = pronoun_outcome(trigger, "agreement_outcomes")
    if outcome is None:
        return None
    roles: dict[str, Any] = {"kind": "pact", "status": outcome.status}
    if outcome.lemma in BY_PARTIES:
        roles["parties"] = [trigger.mention(part) for part in split_parties(trigger, outcome.party)]
    draft = agreement(trigger, "agreement.outcome-of-it", outcome.at, roles, outcome.assessed)
    draft.needs_antecedent = True
    return draft


@rule(
    "agreement.outcome-of-noun",
    "the takeover collapse | <party> tear up the document",
    examples=[
        "Acme agreed to buy Bolt. The takeover collapsed in July.",
        "Norland and Sudria signed a treaty. In May Norland tore up the document.",
    ],
    counterexamples=["The takeover collapsed.", "Acme agreed to buy Bolt. The sale of umbrellas rose."],
)
def outcome_of_noun(trigger: Trigger) -> Draft | None:
    govern = noun_outcome(trigger, "agreement_nouns", "agreement_outcomes")
    if govern is None:
        return None
    roles = {"kind": "pact", "status": govern.status}
    at = (trigger.token, trigger.token + 1)
    draft = agreement(trigger, "agreement.outcome-of-noun", at, roles, govern.assessed)
    draft.needs_antecedent = True
    return draft
