"""Verb groups: a verb with its auxiliaries, and what they say of polarity, modality and voice."""

from __future__ import annotations

from dataclasses import dataclass

from eventx.text import Text

NEGATIONS = frozenset("not never n't no hardly neither nor cannot without".split())
POSSIBLE = frozenset("may might could can couldn't can't cannot".split())
HYPOTHETICAL = frozenset("would wouldn't 'd".split())
REQUIRED = frozenset("must should shouldn't mustn't shall ought needn't".split())
PLANNED = frozenset("will won't 'll".split())
AUXILIARIES = frozenset("XBHO")


@dataclass(slots=True)
class VerbGroup:
    """Tokens `first` to `head`: auxiliaries, adverbs and, last, the verb itself.

    `auxiliaries` are the lower-case words before the head that help it; `infinitive` and `participle` groups have no
    subject of their own beside them.
    """

    first: int
    head: int
    auxiliaries: tuple[str, ...]
    passive: bool
    negated: bool
    infinitive: bool
    participle: bool

    @property
    def finite(self) -> bool:
        return not self.infinitive and not self.participle

    @property
    def modality(self) -> str:
        """What the modal verb says: asserted where there is none."""
        for word in self.auxiliaries:
            if word in POSSIBLE:
                return "possible"
            if word in HYPOTHETICAL:
                return "hypothetical"
            if word in REQUIRED:
                return "required"
            if word in PLANNED:
                return "planned"
        return "asserted"


def verb_group(text: Text, head: int, floor: int) -> VerbGroup:
    """The verb group that ends in the verb `head`, not reaching before token `floor`.

    >>> group = verb_group(Text("She has not been offered it."), 4, 0)
    >>> group.first, group.passive, group.negated
    (1, True, True)
    """
    classes = text.word_classes(head)
    lower = text.lower
    first = head
    infinitive = False
    auxiliaries: list[str] = []
    i = head - 1
    while i >= floor:
        letter = classes[i]
        if letter in AUXILIARIES:
            auxiliaries.append(lower[i])
            first = i
        elif letter == "T":
            infinitive = True
            first = i
            break
        elif lower[i] == "longer" and i > floor and lower[i - 1] == "no":
            i -= 1
            first = i
        elif letter == "v" and lower[i].endswith("ly") and i > floor and classes[i - 1] == "T":
            pass  # "to openly call"
        elif lower[i] in {"all", "both"} and i > floor and classes[i - 1] in "HXB":
            first = i - 1  # "A, B and C have all called"
        elif (letter != "R" or _is_clause_adverb(text, i)) and lower[i] not in {"first", "long"}:
            break
        i -= 1
    while first > floor and classes[first - 1] == "R" and not _is_clause_adverb(text, first - 1):
        first -= 1
    own = lower[first:head]
    negated = bool(own) and any(word in NEGATIONS or word.endswith("n't") for word in own)
    passive = classes[head] == "n" and "B" in classes[first:head]
    if passive and auxiliaries == ["'s"] and _has_object(classes, head + 1):
        passive = False  # "he's offered to pay": has, not is
    bare = not auxiliaries and not infinitive
    participle = bare and classes[head] in "gn"
    return VerbGroup(first, head, tuple(auxiliaries), passive, negated, infinitive, participle)


def _has_object(classes: list[str], behind: int) -> bool:
    return behind < len(classes) and classes[behind] in "TDQPM"


def _is_clause_adverb(text: Text, i: int) -> bool:
    """Whether an adverb opens the clause ("Then he said", "here said") rather than standing within the verb group."""
    return text.lower[i] in {"when", "where", "why", "how", "there", "here", "so", "yesterday", "today"}
