"""The extractor of characterizations: its triggers, and its rules in order of priority."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventx.extractors.characterizations.as_descriptions import describe_as
from eventx.extractors.characterizations.comparisons import accuse_of_being, compare
from eventx.extractors.characterizations.copulas import COPULAS, copula, likening_forms, quoted_copula
from eventx.extractors.characterizations.judgements import judge
from eventx.extractors.characterizations.labels import call, consider
from eventx.extractors.characterizations.nouns import description_of, draw_judgement, judgement_of, noun_triggers
from eventx.extractors.characterizations.relatives import as_called, is_how
from eventx.extractors.trigger import first_drafts, forms
from eventx.mentions import Mentions
from eventx.rules import Draft, Rule
from eventx.text import Text

RULES = (
    is_how,
    as_called,
    call,
    describe_as,
    compare,
    accuse_of_being,
    consider,
    judge,
    copula,
    quoted_copula,
    description_of,
    draw_judgement,
    judgement_of,
)


class CharacterizationExtractor:
    """Finds who calls what what."""

    name = "characterizations"
    types: tuple[str, ...] = ("characterization",)
    rules: tuple[Rule, ...] = RULES

    def __init__(self) -> None:
        lists = (
            "label_verbs",
            "belief_label_verbs",
            "as_verbs",
            "phrasal_as",
            "comparison_verbs",
            "accusation_verbs",
            "judgement_positive",
            "judgement_negative",
        )
        verbs = frozenset(form for name in lists for form in forms("characterizations", name))
        self.triggers = verbs.union(COPULAS, likening_forms(), noun_triggers())

    def extract(self, text: Text, mentions: Mentions, triggers: Sequence[int]) -> Iterator[Draft]:
        yield from first_drafts(text, mentions, triggers, dict.fromkeys(self.triggers, self.rules))
