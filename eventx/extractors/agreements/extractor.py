"""The extractor of agreements: its triggers, and its rules in order of priority."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventx.extractors.agreements.commitment_nouns import commitment_noun
from eventx.extractors.agreements.commitments import be_committed, pledge, will_continue
from eventx.extractors.agreements.consents import accept, agree, consent, settle
from eventx.extractors.agreements.outcomes import outcome_of_it, outcome_of_noun
from eventx.extractors.agreements.pact_nouns import pact_triggers
from eventx.extractors.agreements.pacts import come_to_terms, pact_noun
from eventx.extractors.agreements.talks import TALKS, in_talks, negotiate
from eventx.extractors.governing import status_forms
from eventx.extractors.trigger import first_drafts, forms, nouns, words
from eventx.mentions import Mentions
from eventx.rules import Draft, Rule
from eventx.text import Text

RULES = (
    agree,
    consent,
    accept,
    settle,
    be_committed,
    pledge,
    commitment_noun,
    will_continue,
    come_to_terms,
    pact_noun,
    in_talks,
    negotiate,
    outcome_of_noun,
    outcome_of_it,
)


class AgreementExtractor:
    """Finds who agrees on what with whom, and who commits to what."""

    name = "agreements"
    types: tuple[str, ...] = ("agreement",)
    rules: tuple[Rule, ...] = RULES

    def __init__(self) -> None:
        verb_lists = (
            "agree_verbs",
            "consent_verbs",
            "accept_verbs",
            "settle_verbs",
            "commitment_verbs",
            "negotiating_verbs",
        )
        self.triggers = frozenset(
            [
                *(form for name in verb_lists for form in forms("agreements", name)),
                *forms("agreements", "caving"),
                *words("agreements", "continuing", "verbs"),
                *nouns("agreements", "commitment_nouns"),
                *nouns("agreements", "given_nouns"),
                *pact_triggers(),
                *TALKS,
                *status_forms("agreement_outcomes"),
                *words("linking", "outcomes", "agreement_nouns"),
            ]
        )

    def extract(self, text: Text, mentions: Mentions, triggers: Sequence[int]) -> Iterator[Draft]:
        yield from first_drafts(text, mentions, triggers, dict.fromkeys(self.triggers, self.rules))
