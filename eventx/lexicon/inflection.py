"""Inflected forms of English verbs and nouns, from their base form."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from eventx.lexicon.load import load

VOWELS = "aeiou"
# stressed on the last syllable, so that the consonant doubles: admitted, but edited
DOUBLING = frozenset(
    "abet acquit admit allot aver begin commit compel concur confer defer deter expel extol forbid forget infer inter "
    "occur omit permit prefer propel quip quit rebut recur refer regret scrap shrug submit transfer transmit".split()
)


class VerbForms(NamedTuple):
    """The five forms of a verb."""

    base: str
    s: str
    past: str
    part: str
    ing: str


@cache
def verb_forms(lemma: str) -> VerbForms:
    """The forms of a verb: irregular ones from the lexicon, the others by rule.

    >>> verb_forms("deny")
    VerbForms(base='deny', s='denies', past='denied', part='denied', ing='denying')
    """
    regular = _with_ending(lemma, "ed")
    past, part, *s = load("irregular_verbs")["verbs"].get(lemma, (regular, regular))
    return VerbForms(lemma, s[0] if s else plural(lemma), past, part, _with_ending(lemma, "ing"))


@cache
def all_forms(lemma: str) -> frozenset[str]:
    """Every spelling of a verb's forms, British doubling included.

    >>> sorted(all_forms("label"))
    ['label', 'labeled', 'labeling', 'labelled', 'labelling', 'labels']
    """
    forms = frozenset(verb_forms(lemma))
    if (
        len(lemma) > 4
        and lemma.endswith("l")
        and lemma[-2] in "aeiou"
        and (lemma[-3] not in "aeiou" or lemma.endswith("ial"))
    ):
        return forms | {lemma + "led", lemma + "ling"}
    return forms


def plural(lemma: str) -> str:
    """A noun's regular plural, or a verb's form in -s.

    >>> plural("pitch"), plural("reply"), plural("bid")
    ('pitches', 'replies', 'bids')
    """
    head, of, rest = lemma.partition(" of ")
    if of:
        return plural(head) + of + rest
    if lemma.endswith(("s", "x", "z", "ch", "sh")) or (lemma.endswith("o") and lemma[-2] not in VOWELS):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _with_ending(lemma: str, ending: str) -> str:
    if lemma.endswith("ie") and ending == "ing":
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return lemma[:-1] + ending
    if lemma.endswith("e"):
        return lemma + ("d" if ending == "ed" else ending)
    if lemma.endswith("y") and lemma[-2] not in VOWELS and ending == "ed":
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + ending


def _doubles(lemma: str) -> bool:
    if lemma in DOUBLING:
        return True
    short = len(lemma) < 5 and sum(letter in VOWELS for letter in lemma) == 1
    return short and len(lemma) > 2 and lemma[-1] not in VOWELS + "wxyh" and lemma[-2] in VOWELS
