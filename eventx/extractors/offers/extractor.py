"""The extractor of offers: its triggers, and its rules in order of priority."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from eventx.extractors.offers.bids import bid
from eventx.extractors.offers.exchanges import invite_to_talks, turned_down, would_if
from eventx.extractors.offers.nouns import offer_noun
from eventx.extractors.offers.outcomes import deadline_passed, outcome_of_it, outcome_of_noun
from eventx.extractors.offers.proposals import proposal_noun, propose, put_forward
from eventx.extractors.offers.reality import in_context
from eventx.extractors.offers.verbs import (
    offer_noun_phrase,
    offer_to,
    offered_by,
    offered_passive,
    that_party_offered,
    volunteer_to,
)
from eventx.extractors.offers.willingness import be_willing_to, party_willing_to, willingness
from eventx.extractors.trigger import Index, Trigger, first_drafts, index_of, region
from eventx.mentions import Mentions
from eventx.rules import Draft, Rule
from eventx.text import Text

RULES = (
    offer_to,
    offered_passive,
    offered_by,
    that_party_offered,
    offer_noun_phrase,
    bid,
    put_forward,
    propose,
    volunteer_to,
    be_willing_to,
    party_willing_to,
    willingness,
    offer_noun,
    proposal_noun,
    turned_down,
    invite_to_talks,
    would_if,
    outcome_of_noun,
    outcome_of_it,
    deadline_passed,
)


class OfferExtractor:
    """Finds who offers what to whom, on which terms."""

    name = "offers"
    types: tuple[str, ...] = ("offer",)
    rules: tuple[Rule, ...] = RULES

    def __init__(self) -> None:
        self.triggers = frozenset(_index())

    def extract(self, text: Text, mentions: Mentions, triggers: Sequence[int]) -> Iterator[Draft]:
        for draft in first_drafts(text, mentions, triggers, _index()):
            # one by condition is told as such
            yield draft if draft.rule == would_if.id else _weighed(text, mentions, draft)


@cache
def _index() -> Index:
    return index_of(RULES)


def _weighed(text: Text, mentions: Mentions, draft: Draft) -> Draft:
    """A draft with what the words around it say of whether the offer was made."""
    at = text.tokens(draft.anchor)
    trigger = Trigger(text, mentions, at[0], *region(text, at[0]))
    draft.polarity, draft.modality = in_context(trigger, at, (draft.polarity, draft.modality))
    return draft
