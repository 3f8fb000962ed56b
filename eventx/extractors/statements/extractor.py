"""The extractor of statements: each cue in text order, the first rule that holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from eventx.extractors.statements import impersonal, nouns, objects, passives, quoted, relatives, reported, sources
from eventx.extractors.statements.cues import Cue, adjective_cues, noun_cues, verb_cues
from eventx.extractors.statements.nesting import without_own_views
from eventx.extractors.statements.site import Site, read_site
from eventx.extractors.trigger import Trigger, region
from eventx.grammar.subjects import subject_of
from eventx.grammar.verb_groups import VerbGroup
from eventx.mentions import Mentions
from eventx.rules import Draft, Rule
from eventx.text import Quotation, Range, Text

VERB_RULES = (
    quoted.quotation_cue,
    quoted.cue_quotation,
    relatives.relative_clause,
    relatives.relative_object,
    reported.question,
    reported.object_infinitive,
    reported.cue_clause,
    reported.clause_cue,
    reported.gerund,
    reported.infinitive,
    reported.call_for,
    impersonal.passive_infinitive,
    impersonal.seem,
    quoted.quoted_description,
    objects.unanswered,
    objects.spoken_of,
    passives.passive_object,
    passives.asked_about,
)
COLON_RULES = (quoted.name_colon, quoted.clause_colon)
NOUN_RULES = (quoted.noun_quotation, nouns.noun_clause, nouns.noun_infinitive, nouns.noun_object)
ADJECTIVE_RULES = (reported.adjective_clause, nouns.adjective_object)


def _by_cue(rules: tuple[Rule, ...], cues: dict[str, tuple[Cue, ...]]) -> dict[str, tuple[Rule, ...]]:
    """The rules that can hold at each cue, by its lemma: those that ask for a frame it has, or for none."""
    return {
        cue.lemma: tuple(rule for rule in rules if not rule.frames or rule.frames & cue.frames.keys())
        for cue in {cue.lemma: cue for known in cues.values() for cue in known}.values()
    }


@cache
def _verb_rules() -> dict[str, tuple[Rule, ...]]:
    return _by_cue(VERB_RULES, verb_cues())


@cache
def _noun_rules() -> dict[str, tuple[Rule, ...]]:
    return _by_cue(NOUN_RULES, noun_cues())


@cache
def _adjective_rules() -> dict[str, tuple[Rule, ...]]:
    return _by_cue(ADJECTIVE_RULES, adjective_cues())


def _found(drafts: Iterable[Draft | None]) -> Iterator[Draft]:
    return (draft for draft in drafts if draft is not None)


def _is_predicate(trigger: Trigger) -> bool:
    """Whether a form of *be* stands before an adjective: "is confident"."""
    return "B" in trigger.text.word_classes(trigger.token)[trigger.group().first : trigger.token]


def _noun_alone(token: int) -> VerbGroup:
    """A noun cue in the place of a verb group."""
    return VerbGroup(token, token, (), passive=False, negated=False, infinitive=False, participle=True)


class StatementExtractor:
    """Finds who said, wrote or thought what."""

    name = "statements"
    types: tuple[str, ...] = ("statement",)
    rules: tuple[Rule, ...] = (
        *VERB_RULES,
        *NOUN_RULES,
        *ADJECTIVE_RULES,
        sources.according,
        sources.in_poll,
        impersonal.hedge,
        *COLON_RULES,
        quoted.quotation_dash,
        quoted.quotation_continues,
    )

    def __init__(self) -> None:
        self.triggers = frozenset(
            [*verb_cues(), *noun_cues(), *adjective_cues(), *impersonal.HEDGES, *sources.PHRASES, *sources.POLLS, ":"]
        )

    def extract(self, text: Text, mentions: Mentions, triggers: Sequence[int]) -> Iterator[Draft]:
        claimed: set[int] = set()
        drafts: list[Draft] = []
        previous: Draft | None = None
        reported: set[Range] = set()
        for token in [token for token in triggers if text.lower[token] in self.triggers]:
            trigger = Trigger(text, mentions, token, *region(text, token))
            draft = self._at(trigger, claimed, previous)
            if draft is not None and draft.roles["content"][0] not in reported:
                drafts.append(draft)
                reported.add(draft.roles["content"][0])
                if previous is None or not _holds(previous, draft):
                    previous = draft
        drafts += self._continued(text, mentions, drafts, claimed)
        drafts = without_own_views(text, drafts)
        drafts.sort(key=lambda draft: draft.roles["content"][0])
        yield from drafts

    def _at(self, trigger: Trigger, claimed: set[int], previous: Draft | None) -> Draft | None:
        text, mentions, token = trigger.text, trigger.mentions, trigger.token
        word, letter = text.lower[token], text.word_class(token)
        if word == ":":
            return next(_found(rule(text, mentions, token, claimed) for rule in COLON_RULES), None)
        if word in impersonal.HEDGES:
            return impersonal.hedge(trigger)
        if word in sources.POLLS:
            draft = sources.in_poll(trigger)
            if draft is not None:
                return draft
        if word in sources.PHRASES:
            draft = sources.according(trigger)
            if draft is not None:
                return draft
        draft = None
        before = trigger.letter(token - 1)
        if letter in "vzdng" and word in verb_cues() and not (letter == "g" and before == "D"):
            draft = self._first(_verb_rules(), trigger, verb_cues()[word], trigger.group(), claimed, previous)
        elif letter in "N" and word in noun_cues():
            draft = self._first(_noun_rules(), trigger, noun_cues()[word], _noun_alone(token), claimed, previous)
        if draft is None and letter in "JNn" and word in adjective_cues() and _is_predicate(trigger):
            cues = adjective_cues()[word]
            draft = self._first(_adjective_rules(), trigger, cues, trigger.group(), claimed, previous)
        return draft

    def _first(
        self,
        rules: dict[str, tuple[Rule, ...]],
        trigger: Trigger,
        cues: tuple[Cue, ...],
        group: VerbGroup,
        claimed: set[int],
        previous: Draft | None,
    ) -> Draft | None:
        """The statement of the first rule that holds, for the first cue whose particle follows."""
        text, token = trigger.text, trigger.token
        for cue in cues:
            last = _behind_particle(trigger, cue.particle)
            if last is None:
                continue
            site = Site(
                text, trigger.mentions, token, trigger.floor, trigger.limit, cue, group, last, claimed, previous
            )
            if rules is _verb_rules():
                read_site(site)
            else:
                site.after = site.last
                site.subject = subject_of(text, group, site.floor) if rules is _adjective_rules() else None
            for rule in rules[cue.lemma]:
                draft = rule.find(site)
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
            signed = quoted.quotation_dash(text, mentions, quotation, claimed)
            if signed is not None:
                found.append(signed)
                continue
            draft = quoted.quotation_continues(text, quotation, previous, claimed)
            if draft is None or previous is None:
                continue
            if _goes_on(text, previous, quotation):
                previous.roles["content"] += draft.roles["content"]
            else:
                found.append(draft)
                previous = draft
        return found


def _behind_particle(trigger: Trigger, particle: tuple[str, ...]) -> int | None:
    """The token behind a cue and its particle, which an adverb may part: "spoke sharply against"; None without it."""
    at = trigger.token + 1
    for word in particle:
        if trigger.word(at) == "more" or (trigger.letter(at) == "R" and trigger.word(at).endswith("ly")):
            at += 1
        if trigger.word(at) != word:
            return None
        at += 1
    return at


def _holds(outer: Draft, draft: Draft) -> bool:
    """Whether the cue of a statement stands within the content of another."""
    return any(span.start <= draft.anchor.start < span.end for span in outer.roles["content"])


def _goes_on(text: Text, previous: Draft, quotation: Quotation) -> bool:
    """Whether a quotation without a cue follows at once on a statement, in its paragraph or the next."""
    spoken = max(text.tokens(previous.roles["content"][-1])[1], text.tokens(previous.anchor)[1]) - 1
    if text.paragraph_index(quotation.first) - text.paragraph_index(spoken) > 1:
        return False
    return text.sentence_index(quotation.first) - text.sentence_index(spoken) <= 1
