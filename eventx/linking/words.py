"""Words: what a phrase is about, in stems that its other forms share, and the word lists of linking."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from eventx.lexicon import load
from eventx.lexicon.inflection import all_forms, plural

LIGHT_WORDS = frozenset(
    "a about all also an and any are as at be been being billion bn by could did do does for from had has have her "
    "his in including into is it its million more my new not of on only or other our out over same should some than "
    "that the their these this those to up was were which who will with would your".split()
)
# letters by which a word is known again in another form: "criminals", "criminal"
STEM = 5
CURRENCIES = "$£€"
# a sum stays whole, so that $4.2bn and $4.6bn have nothing in common
WORD = re.compile(r"[$£€]?\d[\d.,]*\w*|\w+")


def stems(text: str) -> frozenset[str]:
    """The content words of a phrase, cut to what their inflected forms share.

    >>> sorted(stems("to house American criminals"))
    ['ameri', 'crimi', 'house']
    """
    words = WORD.findall(text.lower())
    return frozenset(
        word.rstrip(".,") if word[-1].isdigit() or word[0] in CURRENCIES else word[:STEM]
        for word in words
        if word not in LIGHT_WORDS and len(word) > 1
    )


def theme_words(text: str) -> frozenset[str]:
    """The content words of a theme, without a verb that opens many: "to cut taxes" is about taxes.

    >>> sorted(theme_words("to cut taxes")), sorted(theme_words("to resign"))
    (['taxes'], ['resig'])
    """
    words = text.lower().split()
    opening = 1 if words[:1] == ["to"] else 0
    if len(words) > opening + 1 and words[opening] in _light_acts():
        return stems(" ".join(words[opening + 1 :])) or stems(text)
    return stems(text)


@cache
def _light_acts() -> frozenset[str]:
    return frozenset(form for lemma in linking_words("light_acts") for form in all_forms(lemma))


@cache
def linking_words(*path: str) -> frozenset[str]:
    """The words of a list of the lexicon of linking, as they stand there."""
    found: Any = load("linking")
    for key in path:
        found = found[key]
    return frozenset(found)


@cache
def _families() -> dict[str, str]:
    rows: dict[str, list[str]] = load("linking")["families"]
    return {
        form: family for family, words in rows.items() for word in words for form in {word, plural(word), *_verb(word)}
    }


def _verb(word: str) -> set[str]:
    return set(all_forms(word)) if word.isalpha() else set()


def family_of(head: str) -> str | None:
    """The kind of event that a noun or a verb names more closely than "deal" or "agreed" do."""
    return _families().get(head)


def refers_to_earlier(theme: str) -> bool:
    """Whether a theme only points to one told before: "to do the same", "to do so"."""
    words = theme.lower().split()
    pointing = " ".join(words).startswith(("to do the same", "to do so", "doing so", "doing the same"))
    return pointing or words in (["it"], ["that"], ["this"], ["them"])
