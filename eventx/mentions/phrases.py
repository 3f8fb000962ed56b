"""Every phrase of a text that names a participant or points to one."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.grammar.noun_phrases import TIME_WORDS, phrase_end, tells_time
from eventx.mentions.directory import Directory
from eventx.mentions.kinds import noun_kind, words_of
from eventx.mentions.names import NOT_NAMES
from eventx.mentions.pronouns import PRONOUNS, RELATIVE
from eventx.mentions.surroundings import home_at
from eventx.mentions.use import Use
from eventx.text import Text

# organizations that need no article
BARE = frozenset("congress government labour leadership management parliament police".split())
NUMBERS = frozenset("couple dozen hundred million thousand".split())
TIMES = frozenset("afternoon autumn evening fall midnight morning night noon spring summer winter year years".split())


def participant_phrases(text: Text, directory: Directory) -> Iterator[tuple[int, int]]:
    """The token ranges of names with their titles, of pronouns and of nouns for participants, in text order.

    One can stand within another: in "the mayor of Halden" the mayor and the town.
    """
    for (first, _), kind in zip(text.paragraphs, text.paragraph_kinds, strict=True):
        if kind == "furniture":
            continue
        last = text.paragraphs[text.paragraph_index(first)][1]
        while first < last:
            end = text.sentence(first)[1]
            yield from sorted(set(_in_sentence(text, directory, first, end)))
            first = end


def _in_sentence(text: Text, directory: Directory, first: int, last: int) -> Iterator[tuple[int, int]]:
    classes, lower = text.word_classes(first), text.lower
    uses = directory.within(first, last)
    covered = {token: use for use in uses for token in range(use.first, use.last)}
    beside = {token for use in uses if use.named for token in range(use.told.start, use.first)}
    for use in uses:
        yield _around_name(text, use, first, last, beside)
    for token in range(first, last):
        if token in covered or token in beside:
            continue
        if lower[token] in PRONOUNS or lower[token] in RELATIVE:
            yield token, token + 1
        elif lower[token] in {"former", "latter"} and token > first and lower[token - 1] == "the":
            if token + 1 == last or classes[token + 1] not in "NPJ":
                yield token - 1, token + 1
        elif noun_kind(lower[token]) and is_head(text, token, last):
            start = _start(text, token, first)
            if _stands_alone(text, start, token):
                yield start, phrase_behind(text, directory, token, last)


def is_head(text: Text, token: int, last: int) -> bool:
    """Whether a noun does not merely say more of the one behind it: "company profits"; "the refugees blankets"."""
    classes = text.word_classes(token)
    if classes[token] not in "NP":
        return False
    people = noun_kind(text.lower[token]) == "group" and text.lower[token].endswith("s")
    if people or token + 1 >= last or classes[token + 1] not in "NPJn":
        return True
    return classes[token + 1] == "J" and token + 2 < last and classes[token + 2] == "I"  # "the person familiar with"


def _stands_alone(text: Text, start: int, token: int) -> bool:
    """Whether a noun can point to somebody: one thing needs an article, "in exchange" is nobody."""
    if start < token or noun_kind(text.lower[token]) not in {"organization", "place"}:
        return True
    return text.lower[token] in BARE or text.words[token][0].isupper()


def _around_name(text: Text, use: Use, first: int, last: int, beside: set[int]) -> tuple[int, int]:
    """A name with what stands before it and its party, or as far as its noun: "the Ruiz campaign"."""
    classes = text.word_classes(first)
    end = use.last
    while end < last and classes[end] == "N" and end < use.last + 3 and end not in beside:
        end += 1
    follows = end > use.last
    while end > use.last and noun_kind(text.lower[end - 1]) is None:
        end -= 1
    if follows and end == use.last and use.named:
        return use.told.start, use.last  # "the Whitcombe report": the report is nobody
    start = _start(text, use.told.start if use.named else use.first, first, name=True)
    if end > use.last:
        return start, end
    if not use.named and end + 1 < last and text.lower[end] in {"of", "in", "from"}:
        region = home_at(text, end + 1, last)
        if region != (None, None):
            return start, _end_of_name(text, end + 1, last)
    return start, use.told.attached


def _end_of_name(text: Text, at: int, last: int) -> int:
    while at < last and (text.words[at][0].isupper() or text.lower[at] in {"the", "of"}):
        at += 1
    return at


def _start(text: Text, token: int, floor: int, *, name: bool = False) -> int:
    """Where the phrase around a token begins; a name takes no bare noun or participle before it."""
    classes = text.word_classes(token)
    start = at = token
    bare = False
    while at > floor:
        letter, word = classes[at - 1], text.lower[at - 1]
        if word in TIME_WORDS or word in TIMES or word in NOT_NAMES or tells_time(text, at - 1):
            break
        if bare and letter in "PQ":
            break
        if letter == "D":
            return at - 1
        if letter == "S" and at - 2 >= floor:
            return _start(text, at - 2, floor)
        capital = text.words[at - 1][0].isupper() and (letter == "P" or at - 1 > floor)
        if letter == "N" and name and not capital and word not in NUMBERS:
            break
        perfect = letter == "J" and name and not capital and at - 1 > floor and classes[at - 2] in "HBXO"
        if (letter in "JMP" and not perfect) or letter == "N":
            at -= 1
            start = at
        elif letter in "Nng":
            at -= 1  # belongs to the phrase only if an article begins it
            bare = True
        else:
            break
    return start


def phrase_behind(text: Text, directory: Directory, token: int, limit: int) -> int:
    """Where the phrase ends whose head is a token: behind "of …", and behind a country for those who serve it."""
    head, end = text.lower[token], token + 1
    if end + 1 >= limit:
        return end
    preposition = text.lower[end]
    official = head.removesuffix("s") in words_of("officials") or head in words_of("officials")
    if preposition in {"in", "from"} and official:
        return _end_of_name(text, end + 1, limit) if home_at(text, end + 1, limit) != (None, None) else end
    if preposition == "of" or (preposition == "for" and head in words_of("speaking_for")):
        at = end + 1 + (text.lower[end + 1] == "the")
        names = directory.within(end + 1, at + 1)
        behind = names[-1].last if names else phrase_end(text, end + 1, limit)
        if names and behind < limit and text.word_class(behind) == "N" and noun_kind(text.lower[behind]):
            behind = phrase_end(text, end + 1, limit)  # "a group of Iranian lawmakers"
        return max(behind, end) if behind > end + 1 else end
    return end
