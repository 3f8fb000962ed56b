"""Whether a text is English, from the share of English function words among its words."""

from __future__ import annotations

from collections import Counter

# words that hardly any other language spells like this
FUNCTION_WORDS = frozenset(
    "about after and are as at be been but by for from had has have he her his if is it its not of on or she that the "
    "their they this to was were what when which who will with would you".split()
)
FEWEST_WORDS = 30
LAST_LATIN_LETTER = "\u024f"
LEAST_SHARE = 0.08


def is_english(lower: list[str]) -> bool:
    """Whether lower-case tokens are those of an English text; a text of few words is taken to be.

    >>> is_english("der vertrag wurde am montag in der stadt von beiden seiten unterschrieben".split() * 3)
    False
    """
    letters = {sign: count for sign, count in Counter([word[0] for word in lower]).items() if sign.isalpha()}
    words = sum(letters.values())
    if sum(count for letter, count in letters.items() if letter > LAST_LATIN_LETTER) > words / 2:
        return False
    return words < FEWEST_WORDS or sum(map(FUNCTION_WORDS.__contains__, lower)) >= LEAST_SHARE * words
