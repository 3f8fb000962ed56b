"""The extractor of statements: each cue in text order, the first rule that holds."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.extractors.statements import quoted, reported
from eventx.extractors.statements.cues import Cue, adjective_cues, noun_cues, verb_cues
from eventx.extractors.statements.site import Site, read_site
from eventx.grammar.subjects import subject_of
from eventx.grammar.verb_groups import VerbGroup, verb_group
from eventx.mentions import Mentions
from eventx.rules import Draft, Rule
from eventx.text import Quotation, Text

VERB_RULES = (
    quoted.quotation_cue,
    quoted.cue_quotation,
    reported.question,
    reported.object_infinitive,
    reported.cue_clause,
    reported.clause_cue,
    reported.gerund,
    reported.infinitive,
    reported.call_for,
    reported.passive_infinitive,
    reported.seem,
    quoted.quoted_description,
)
NOUN_RULES = (quoted.noun_quotation, reported.noun_clause)
ADJECTIVE_RULES = (reported.adjective_clause,)


class StatementExtractor:
    """Finds who said, wrote or thought what."""

    name = "statements"
    types = ("statement",)
    rules: tuple[Rule, ...] = (
        *VERB_RULES,
        *NOUN_RULES,
        *ADJECTIVE_RULES,
        reported.according,
        quoted.name_colon,
        quoted.clause_colon,
        quoted.quotation_continues,
    )

    def __init__(self) -> None:
        self.triggers = frozenset([*verb_cues(), *noun_cues(), *adjective_cues(), "according", ":"])

    def extract(self, text: Text, mentions: Mentions) -> Iterator[Draft]:
        claimed: set[int] = set()
        drafts: list[Draft] = []
        for token in text.occurrences(self.triggers):
            if text.kind_at(token) == "furniture":
                continue
            draft = self._at(text, mentions, token, claimed)
            if draft is not None:
                drafts.append(draft)
        drafts += self._continued(text, mentions, drafts, claimed)
        drafts.sort(key=lambda draft: draft.roles["content"][0])
        yield from drafts

    def _at(self, text: Text, mentions: Mentions, token: int, claimed: set[int]) -> Draft | None:
        word = text.lower[token]
        if word == ":":
            return self._colon(text, mentions, token, claimed)
        floor, limit = region(text, token)
        if word == "according":
            if token + 1 < limit and text.lower[token + 1] == "to":
                return reported.according(text, mentions, token, floor, limit)
            return None
        letter = text.word_class(token)
        if letter in "vzdng" and word in verb_cues():
            return self._verb(text, mentions, token, floor, limit, claimed)
        if letter in "N" and word in noun_cues():
            group = VerbGroup(token, token, (), False, False, False, True)
            return self._first(NOUN_RULES, text, mentions, token, noun_cues()[word], group, floor, limit, claimed)
        if letter in "JN" and word in adjective_cues():
            group = verb_group(text, token, floor)
            if "B" not in text.word_classes(token)[group.first : token]:
                return None
            return self._first(ADJECTIVE_RULES, text, mentions, token, adjective_cues()[word], group, floor, limit, claimed)
        return None

    def _colon(self, text: Text, mentions: Mentions, token: int, claimed: set[int]) -> Draft | None:
        for apply in (quoted.name_colon, quoted.clause_colon):
            draft = apply(text, mentions, token, claimed)
            if draft is not None:
                return draft
        return None

    def _verb(
        self, text: Text, mentions: Mentions, token: int, floor: int, limit: int, claimed: set[int]
    ) -> Draft | None:
        group = verb_group(text, token, floor)
        return self._first(VERB_RULES, text, mentions, token, verb_cues()[text.lower[token]], group, floor, limit, claimed)

    def _first(
        self,
        rules: tuple[Rule, ...],
        text: Text,
        mentions: Mentions,
        token: int,
        cues: tuple[Cue, ...],
        group: VerbGroup,
        floor: int,
        limit: int,
        claimed: set[int],
    ) -> Draft | None:
        for cue in cues:
            if cue.particle and tuple(text.lower[token + 1 : token + 1 + len(cue.particle)]) != cue.particle:
                continue
            site = Site(text, mentions, token, cue, group, floor, limit, claimed)
            if rules is VERB_RULES:
                read_site(site)
            else:
                site.after = site.last
                site.subject = subject_of(text, group, floor) if rules is ADJECTIVE_RULES else None
            for apply in rules:
                draft = apply(site)
                if draft is not None:
                    return draft
        return None

    def _continued(self, text: Text, mentions: Mentions, drafts: list[Draft], claimed: set[int]) -> list[Draft]:
        """Quotations that nobody claimed, given to whoever spoke last."""
        spoken = sorted(drafts, key=lambda draft: draft.anchor)
        found: list[Draft] = []
        at = 0
        previous: Draft | None = None
        for quotation in text.quotations:
            while at < len(spoken) and text.tokens(spoken[at].anchor)[0] < quotation.first:
                previous = spoken[at]
                at += 1
            if quotation.first in claimed:
                continue
            draft = quoted.quotation_continues(text, mentions, quotation, previous, claimed)
            if draft is None or previous is None:
                continue
            if _goes_on(text, previous, quotation):
                previous.roles["content"] += draft.roles["content"]
            else:
                found.append(draft)
                previous = draft
        return found


def _goes_on(text: Text, previous: Draft, quotation: Quotation) -> bool:
    """Whether a quotation without a cue follows at once on one that ends the words of its speaker."""
    last = text.tokens(previous.roles["content"][-1])[1] - 1
    before = text.quotation(last)
    if before is None:
        return False
    between = text.lower[before.last + 1 : quotation.first]
    return len(between) < 12 and text.paragraph_index(quotation.first) - text.paragraph_index(before.last) <= 1


def region(text: Text, token: int) -> tuple[int, int]:
    """What a cue may draw on: its sentence, within its quotation where it stands inside one, up to the full stop."""
    floor, limit = text.sentence(token)
    quotation = text.quotation(token)
    if quotation is not None:
        first, last = quotation.inner(text.words)
        floor, limit = max(floor, first), min(limit, last)
    while limit > token + 1 and text.words[limit - 1] in {".", "!", "?"}:
        limit -= 1
    return floor, limit
