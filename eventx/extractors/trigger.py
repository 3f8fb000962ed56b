"""A trigger where it stands, and the small questions that rules ask of its surroundings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from eventx.grammar.verb_groups import VerbGroup, verb_group
from eventx.lexicon import load
from eventx.lexicon.inflection import all_forms, plural
from eventx.mentions import Mention, Mentions
from eventx.rules import Draft, Rule
from eventx.text import Range, Text

TokenRange = tuple[int, int]

Index = dict[str, tuple[Rule, ...]]

NOBODY = frozenset(["no", "nobody", "none", "nothing"])


@dataclass(slots=True)
class Trigger:
    """A word that may tell an event, and the region it may draw on: its sentence, within its quotation."""

    text: Text
    mentions: Mentions
    token: int
    floor: int
    limit: int
    classes: list[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # all of a region stands in one sentence, whose classes are known from here on
        self.classes = self.text.word_classes(self.token)

    def letter(self, token: int) -> str:
        """The word class of a token, or a full stop outside the region."""
        return self.classes[token] if self.floor <= token < self.limit else "."

    def word(self, token: int) -> str:
        """The lower-case word of a token, or nothing outside the region."""
        return self.text.lower[token] if self.floor <= token < self.limit else ""

    def group(self, token: int | None = None) -> VerbGroup:
        """The verb group of the trigger, or of another verb of the region."""
        return verb_group(self.text, self.token if token is None else token, self.floor)

    def span(self, tokens: TokenRange | None) -> Range | None:
        """The code-point offsets of a token range."""
        return None if tokens is None or tokens[0] >= tokens[1] else self.text.range(*tokens)

    def mention(self, tokens: TokenRange | None) -> Mention | None:
        """The participant that a token range names; nobody for "no country"."""
        if tokens is None or tokens[0] >= tokens[1] or self.word(tokens[0]) in NOBODY:
            return None
        return self.mentions.mention(*tokens)


def region(text: Text, token: int) -> tuple[int, int]:
    """What a trigger may draw on: its sentence, within its quotation where it stands in one, up to the full stop."""
    floor, limit = text.sentence(token)
    quotation = text.quotation(token)
    if quotation is not None:
        first, last = quotation.inner(text.words)
        floor, limit = max(floor, first), min(limit, last)
    while limit > token + 1 and text.words[limit - 1] in {".", "!", "?", ","}:
        limit -= 1
    return floor, limit


@cache
def forms(lexicon: str, *path: str) -> dict[str, str]:
    """Every form of the verbs in a list of a lexicon, with its lemma; of a phrase, the forms of its first word."""
    words = load(lexicon)
    for key in path:
        words = words[key]
    return {form: lemma for lemma in words for form in all_forms(lemma.split()[0])}


@cache
def nouns(lexicon: str, *path: str) -> frozenset[str]:
    """Singular and plural of every noun in a list of a lexicon."""
    words = load(lexicon)
    for key in path:
        words = words[key]
    return frozenset(form for word in words for form in (word, plural(word)))


@cache
def words(lexicon: str, *path: str) -> frozenset[str]:
    """The words of a list of a lexicon, as they stand there."""
    found = load(lexicon)
    for key in path:
        found = found[key]
    return frozenset(found)


def index_of(rules: Iterable[Rule]) -> Index:
    """For each word the rules that begin at it, in their order."""
    found: dict[str, dict[str, Rule]] = {}
    for rule in rules:
        for word in rule.words():
            found.setdefault(word, {})[rule.id] = rule
    return {word: tuple(known.values()) for word, known in found.items()}


def first_drafts(text: Text, mentions: Mentions, tokens: Iterable[int], index: Index) -> Iterator[Draft]:
    """At each of some tokens, the draft of the first rule that begins there and holds."""
    for token in tokens:
        rules = index.get(text.lower[token])
        if rules is None:
            continue
        trigger = Trigger(text, mentions, token, *region(text, token))
        letter = trigger.classes[token]
        for rule in rules:
            draft = rule.find(trigger) if not rule.classes or letter in rule.classes else None
            if draft is not None:
                yield draft
                break
