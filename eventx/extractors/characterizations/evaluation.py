"""Whether a description praises or blames: by its words and phrases, and what turns them round."""

from __future__ import annotations

from functools import cache

from eventx.extractors.trigger import words
from eventx.lexicon import load
from eventx.text import Text

LONGEST_PHRASE = 4
# how many words a negation reaches: "not a very good idea"
REACH = 5
LACKING = frozenset("lack lacks lacked lacking".split())
NEGATIONS = frozenset("no not never n't hardly scarcely neither nor without anything less".split()) | LACKING
# "not only brave", "no less than a triumph": no negation
NOT_NEGATED = frozenset("just least less merely mere only simply so".split())
# "a duty rather than a gift": what follows is denied
CONTRASTS = frozenset(["rather", "instead", "unlike"])
# "un-American", "anti-worker", "pseudo-science"
DENYING = frozenset("anti un pseudo mis ill".split())
OPPOSITE = {"positive": "negative", "negative": "positive", "neutral": "neutral"}
# endings and what stands in their place in the word that the lexicon has: "shamefully", "happily", "notably"
ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ly", ""), ("ily", "y"), ("bly", "ble"), ("ally", ""), ("ness", ""))


@cache
def phrases() -> dict[tuple[str, ...], str]:
    """The evaluative phrases, word by word, with what they say."""
    return {
        tuple(phrase.split()): value
        for value, name in (
            ("positive", "praising_phrases"),
            ("negative", "blaming_phrases"),
            ("neutral", "neutral_phrases"),
        )
        for phrase in words("characterizations", name)
    }


@cache
def word_evaluation(word: str) -> str:
    """What one word says, also where the lexicon has only what it is made from.

    >>> word_evaluation("shamefully"), word_evaluation("unhelpful"), word_evaluation("flawless"), word_evaluation("tax")
    ('negative', 'negative', 'positive', 'neutral')
    """
    known: dict[str, str] = load("evaluations")
    sign = known.get(word)
    if sign is None:
        for ending, original in ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                sign = known.get(word[: len(word) - len(ending)] + original)
                if sign is not None:
                    break
    if sign is not None:
        return "positive" if sign == "+" else "negative"
    if "-" in word.strip("-"):
        return _compound_evaluation(word.split("-"))
    if word.startswith("un") and len(word) > 5:
        return "negative" if known.get(word[2:]) == "+" else "neutral"
    if word.endswith("less") and len(word) > 6:
        return {"+": "negative", "-": "positive"}.get(known.get(word[:-4], ""), "neutral")
    return "neutral"


def _compound_evaluation(parts: list[str]) -> str:
    """What a word with hyphens says: as a phrase, by its first part, or by the part that blames or praises."""
    if tuple(parts) in phrases():
        return phrases()[tuple(parts)]
    if parts[0] in DENYING:
        return "negative"
    found = [word_evaluation(part) for part in parts if part]
    return next((value for value in ("negative", "positive") if value in found), "neutral")


def evaluation_of(description: str) -> str:
    """Whether a description praises or blames; a negation turns it round, blame weighs more than praise.

    >>> evaluation_of("a reckless plan"), evaluation_of("not a good idea"), evaluation_of("a desert")
    ('negative', 'negative', 'neutral')
    """
    text = Text(description)
    lower = [word.removesuffix("'s") for word in text.lower]
    found = "neutral"
    negated_until = -1
    lacking = any(word in LACKING for word in lower)
    i = 0
    while i < len(lower):
        word = lower[i]
        if word in CONTRASTS or (found != "neutral" and text.word_class(i) in "IT"):
            break  # the head has spoken: "a chance to leave prison"
        length, value = _phrase_at(lower, i)
        if length == 0:
            length, value = 1, word_evaluation(word)
            if word in NEGATIONS or (word == "far" and lower[i + 1 : i + 2] == ["from"]):
                if not (i + 1 < len(lower) and lower[i + 1] in NOT_NEGATED):
                    negated_until = i + REACH
                    value = "neutral"
            elif word == "too" and i + 1 < len(lower) and text.word_class(i + 1) in "JR":
                value = "negative"
        if value != "neutral" and i <= negated_until:
            value, negated_until = OPPOSITE[value], -1
        if value != "neutral":
            found = value
        if found == "negative":
            break
        i += length
    return "negative" if lacking and found == "neutral" else found


def _phrase_at(lower: list[str], i: int) -> tuple[int, str]:
    """How many words the evaluative phrase at a word has, and what it says; none where there is no phrase."""
    for length in range(min(LONGEST_PHRASE, len(lower) - i), 1, -1):
        value = phrases().get(tuple(lower[i : i + length]))
        if value is not None:
            return length, value
    return 0, "neutral"


def evaluation_by(lemma: str, description: str) -> str:
    """What a verb with its description says: some verbs praise or blame whatever they say."""
    if lemma in words("characterizations", "praising_verbs"):
        return "positive"
    if lemma in words("characterizations", "blaming_verbs"):
        return "negative"
    found = evaluation_of(description)
    if found == "neutral" and lemma in words("characterizations", "pejorative_verbs"):
        return "negative"
    return found
