"""One telling: what its words say of which event it tells, before it is compared with others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from eventx.grammar.noun_phrases import phrase_start
from eventx.linking.attribution import Reported
from eventx.linking.parties import Party, parties_of
from eventx.linking.words import CURRENCIES, STEM, linking_words, stems, theme_words
from eventx.mentions import Mention
from eventx.rules import Draft
from eventx.text import Range, Text

PRINCIPAL_ROLE = {"offer": "offerer", "agreement": "parties", "characterization": "holder"}
POINTING = ("that ", "this ", "these ", "those ", "such ")
# tokens at the opening of a sentence among which its subject's noun stands, and those that introduce a phrase
OPENING = 3
# tokens on either side of a trigger whose words may tell which event it is
REACH = 40


@dataclass(slots=True)
class Told:
    """A draft with the statement around it, what it says of which event it tells, and why it was merged.

    `words` are the content words of what it is about; `context` those of its whole noun phrase, its terms and the
    names of its participants, of a headline all; `around` those near it in its sentence, `sums` the amounts among
    them. `head` is the noun that tells it, or the verb; `definite` and `indefinite` say how the noun is introduced,
    `modifiers` what stands between its determiner and itself, `names` which of them are names, `owner_words` those of
    a party without a name. It `stands_for_event` where a pronoun in the place of a party means the event itself: "it
    settles a dispute". As a `subject` its noun opens the sentence; `apart` it says that it tells another event: "a
    separate deal", "settled another suit". A `single` word has
    no verb with it. It is `owned_ahead` where a clause behind the noun says whose it is: "the
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
    parties: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    pronoun_takes: bool = False
    owner_words: frozenset[str] = frozenset()
    stands_for_event: bool = False
    subject: bool = False
    single: bool = False
    owned_ahead: bool = False
    apart: bool = False

    @property
    def refers_back(self) -> bool:
        """Whether its noun points to an event told before: "the offer", "his offer", "that deal"."""
        return self.noun and self.definite

    @property
    def merely_refers(self) -> bool:
        """Whether it only takes up an event told before, and says nothing new of what became of it."""
        told_alone = self.draft.roles.get("status", "open") in {"open", "reached"} and self.single
        return self.refers_back and told_alone and self.draft.polarity == "positive"

    @property
    def asserted(self) -> bool:
        return self.draft.polarity == "positive" and self.draft.modality == "asserted"


def as_told(text: Text, draft: Draft, reported: Reported | None) -> Told:
    """A telling with what its words say of the event."""
    roles = draft.roles
    about = roles.get("theme") or roles.get("description") or roles.get("reason")
    words: frozenset[str] = frozenset()
    if isinstance(about, Range):
        wording = text.string(about)
        words = theme_words(wording) if about == roles.get("theme") else stems(wording)
        if wording.lower().startswith(POINTING) and len(words) <= 1:
            words = frozenset()  # "proposals towards that framework"
    first, last = text.tokens(draft.anchor)
    told = Told(draft, reported, words, token=first, sentence=text.sentence_index(first))
    told.headline = text.kind_at(first) == "headline"
    told.parties = parties_of(mention.referent for mention in _principals(draft) if mention.referent)
    told.owner_words = frozenset(
        word
        for mention in _principals(draft)
        if (mention.referent is None or mention.referent.name is None) and text.word_class(mention.last - 1) != "Q"
        for word in stems(text.string(mention.range)) - _collective()
    )
    told.stands_for_event = draft.type == "agreement" and _is_neuter(text, _principals(draft))
    recipient = roles.get("recipient")
    if isinstance(recipient, Mention) and recipient.referent:
        told.recipients = parties_of([recipient.referent])
        told.pronoun_takes = text.word_class(recipient.first) == "Q"
    # the noun may stand before its verb as well: "reached an agreement", "the treaty was ratified"
    noun = next((token for token in range(last - 1, first - 1, -1) if text.word_class(token) in "NP"), None)
    told.noun = noun is not None
    head = last - 1 if noun is None else noun
    told.head = text.lower[head]
    if told.noun:
        _read_noun_phrase(text, told, head)
    told.owned_ahead = told.noun and head + 1 < len(text.words) and text.word_class(head + 1) == "Q"
    told.single = last - first == 1
    told.subject = told.noun and head == first and first - text.sentence(first)[0] <= OPENING
    opening = text.lower[slice(*text.tokens(about))][:OPENING] if isinstance(about, Range) else []
    told.apart = not linking_words("apart").isdisjoint([*told.modifiers, *opening])
    told.around = _around(text, first)
    told.sums = frozenset(word for word in told.around if word[0] in CURRENCIES)
    told.context = told.around if told.headline else frozenset(_context(text, told))
    return told


@cache
def _collective() -> frozenset[str]:
    """Words for parties that stand elsewhere: "the two sides", "both countries"."""
    return stems(" ".join(linking_words("collective")))


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
