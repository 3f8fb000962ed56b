"""One telling: what its words say of which event it tells, before it is compared with others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from eventx.grammar.noun_phrases import phrase_start
from eventx.lexicon import load
from eventx.lexicon.inflection import all_forms, plural
from eventx.linking.attribution import Reported
from eventx.mentions import Mention, Referent
from eventx.rules import Draft
from eventx.text import Range, Text

LIGHT_WORDS = frozenset(
    "a about all also an and any are as at be been being billion bn by could did do does for from had has have her "
    "his in including into is it its million more my new not of on only or other our out over same should some than "
    "that the their these this those to up was were which who will with would your".split()
)
# letters by which a word is known again in another form: "criminals", "criminal"
STEM = 5
PRINCIPAL_ROLE = {"offer": "offerer", "agreement": "parties", "characterization": "holder"}
# tokens at the opening of a sentence among which its subject's noun stands, and those that introduce a phrase
OPENING = 3
# tokens on either side of a trigger whose words may tell which event it is
REACH = 40
CURRENCIES = "$£€"
# a sum stays whole, so that $4.2bn and $4.6bn have nothing in common
WORD = re.compile(r"[$£€]?\d[\d.,]*\w*|\w+")


@dataclass(slots=True)
class Told:
    """A draft with the statement around it, what it says of which event it tells, and why it was merged.

    `words` are the content words of what it is about; `context` those of its whole noun phrase, its terms and the
    names of its participants, of a headline all; `around` those near it in its sentence, `sums` the amounts among
    them. `head` is the noun that tells it, or the verb; `definite` and `indefinite` say how the noun is introduced,
    `modifiers` what stands between its determiner and itself, `names` which of them are names, `owner_words` those of
    a party without a name. It `stands_for_event` where a pronoun in the place of a party means the event itself: "it
    settles a dispute". As a `subject` its noun opens the sentence; `apart` it says that it tells another event: "a
    separate deal", "settled another suit". It is `owned_ahead` where a clause behind the noun says whose it is: "the
    pledge he made".
    """

    draft: Draft
    reported: Reported | None
    words: frozenset[str] = frozenset()
    reason: str = ""
    token: int = 0
    sentence: int = 0
    headline: bool = False
    noun: bool = False
    head: str = ""
    definite: bool = False
    indefinite: bool = False
    modifiers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    sums: frozenset[str] = frozenset()
    referents: tuple[Referent, ...] = ()
    recipients: tuple[Referent, ...] = ()
    pronoun_takes: bool = False
    owner_words: frozenset[str] = frozenset()
    stands_for_event: bool = False
    subject: bool = False
    owned_ahead: bool = False
    apart: bool = False

    @property
    def refers_back(self) -> bool:
        """Whether its noun points to an event told before: "the offer", "his offer", "that deal"."""
        return self.noun and self.definite

    @property
    def asserted(self) -> bool:
        return self.draft.polarity == "positive" and self.draft.modality == "asserted"


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


def as_told(text: Text, draft: Draft, reported: Reported | None) -> Told:
    """A telling with what its words say of the event."""
    roles = draft.roles
    about = roles.get("theme") or roles.get("description") or roles.get("reason")
    words: frozenset[str] = frozenset()
    if isinstance(about, Range):
        words = theme_words(text.string(about)) if about == roles.get("theme") else stems(text.string(about))
    first, last = text.tokens(draft.anchor)
    told = Told(draft, reported, words, token=first, sentence=text.sentence_index(first))
    told.headline = text.kind_at(first) == "headline"
    told.referents = tuple(mention.referent for mention in _principals(draft) if mention.referent)
    told.owner_words = frozenset(
        word
        for mention in _principals(draft)
        if mention.referent is None or mention.referent.name is None
        for word in stems(text.string(mention.range))
    )
    told.stands_for_event = draft.type == "agreement" and _is_neuter(text, _principals(draft))
    recipient = roles.get("recipient")
    if isinstance(recipient, Mention) and recipient.referent:
        told.recipients = (recipient.referent,)
        told.pronoun_takes = text.word_class(recipient.first) == "Q"
    told.head = text.lower[last - 1]
    told.noun = text.word_class(last - 1) in "NP"
    if told.noun:
        _read_noun_phrase(text, told, last - 1)
    told.owned_ahead = told.noun and last < len(text.words) and text.word_class(last) == "Q"
    told.subject = told.noun and last - first == 1 and first - text.sentence(first)[0] <= OPENING
    opening = text.lower[slice(*text.tokens(about))][:OPENING] if isinstance(about, Range) else []
    told.apart = not linking_words("apart").isdisjoint([*told.modifiers, *opening])
    told.around = _around(text, first)
    told.sums = frozenset(word for word in told.around if word[0] in CURRENCIES)
    told.context = told.around if told.headline else frozenset(_context(text, told))
    return told


def _around(text: Text, token: int) -> frozenset[str]:
    """The content words of a sentence near a token."""
    first, last = text.sentence(token)
    return stems(text.string(text.range(max(first, token - REACH), min(last, token + REACH))))


def _read_noun_phrase(text: Text, told: Told, head: int) -> None:
    """How the noun of a telling is introduced, and what stands before it."""
    floor = text.sentence(head)[0]
    start = phrase_start(text, head + 1, floor, linked=False)
    before = text.lower[start:head]
    told.definite = any(word in linking_words("definite") or word in {"'s", "’s", "s'"} for word in before)
    told.indefinite = not told.definite and any(word in linking_words("indefinite") for word in before)
    told.modifiers = frozenset(before)
    told.names = frozenset(
        text.lower[i][:STEM] for i in range(start, head) if text.word_class(i) == "P" and len(text.words[i]) > 1
    )


def _context(text: Text, told: Told) -> set[str]:
    roles = told.draft.roles
    found = set(told.words)
    found |= stems(" ".join(told.modifiers))
    for value in roles.values():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Range):
                found |= stems(text.string(item))
            elif isinstance(item, Mention):
                found |= stems(text.string(item.range))
                if item.referent is not None and item.referent.name:
                    found |= stems(item.referent.name)
    return found


def _principals(draft: Draft) -> list[Mention]:
    value: Any = draft.roles.get(PRINCIPAL_ROLE.get(draft.type, ""))
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, Mention)]


def _is_neuter(text: Text, parties: list[Mention]) -> bool:
    """Whether "it", for which the document has no name, is the only party."""
    if len(parties) != 1 or text.lower[parties[0].first] != "it":
        return False
    referent = parties[0].referent
    return referent is None or (referent.name is None and referent.country is None)


def known(referents: tuple[Referent, ...] | list[Referent]) -> list[Referent]:
    """Those that the document names."""
    return [referent for referent in referents if referent.name is not None or referent.country is not None]


def refers_to_earlier(theme: str) -> bool:
    """Whether a theme only points to one told before: "to do the same", "to do so"."""
    words = theme.lower().split()
    pointing = " ".join(words).startswith(("to do the same", "to do so", "doing so", "doing the same"))
    return pointing or words in (["it"], ["that"], ["this"], ["them"])
