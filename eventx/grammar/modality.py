"""Polarity and modality: whether a text tells an event as having happened, from the words that govern its verb."""

from __future__ import annotations

from functools import cache

from eventx.grammar.noun_phrases import phrase_start
from eventx.grammar.verb_groups import NEGATIONS, VerbGroup, verb_group
from eventx.lexicon import load
from eventx.lexicon.inflection import all_forms
from eventx.text import Text

NO_ONE = frozenset("no nobody none neither".split())
LONGEST_CHAIN = 4


@cache
def governors() -> dict[str, str]:
    """What each form of a governing word says: negative, or one of the modalities."""
    found: dict[str, str] = {}
    for effect in ("required", "possible", "planned", "negative"):
        for lemma in load("modality")[effect]:
            for form in all_forms(lemma.split()[0]):
                found[form] = effect
            found[lemma] = effect
    return found


def assess(text: Text, group: VerbGroup, floor: int) -> tuple[str, str]:
    """The polarity and the modality of the event that a verb group tells.

    >>> text = Text("The bank refused to offer a loan.")
    >>> assess(text, verb_group(text, 4, 0), 0)
    ('negative', 'asserted')
    """
    polarity = "negative" if group.negated else "positive"
    modality = group.modality
    outer = group
    for _ in range(LONGEST_CHAIN):
        governor = _governor(text, outer, floor)
        if governor is None:
            break
        scheduled = text.lower[governor] in {"for", "going"} or text.word_class(governor) == "B"
        effect = "planned" if scheduled else governors().get(text.lower[governor])
        above = verb_group(text, governor, floor) if text.word_class(governor) in "vzdngJB" else None
        if effect == "negative":
            polarity = "positive" if polarity == "negative" else "negative"
        elif effect is not None and modality == "asserted":
            modality = effect
        if above is None:
            break
        if above.negated:
            polarity = "negative"
        if modality == "asserted":
            modality = above.modality
        outer = above
    if modality == "asserted" and not outer.auxiliaries and outer.finite and text.word_class(outer.head) == "v":
        modality = _shared_modality(text, outer, floor)
    if _denied_subject(text, outer, floor):
        polarity = "negative"
    if modality == "asserted" and outer.infinitive and phrase_start(text, outer.first, floor) == floor < outer.first:
        modality = "planned"  # a headline: "Telnor to offer 3bn euros"
    if outer.finite and _denied_clause(text, outer, floor):
        polarity = "positive" if polarity == "negative" else "negative"
    if modality == "asserted" and supposed(text, outer.first, floor):
        modality = "hypothetical"
    return polarity, modality


def _governor(text: Text, group: VerbGroup, floor: int) -> int | None:
    """The word that governs an infinitive ("refused to …") or a gerund ("denied …ing", "short of …ing")."""
    classes = text.word_classes(group.head)
    at = group.first - 1
    if at < floor:
        return None
    if group.infinitive:
        if text.lower[group.first] == "yet":
            return group.first  # "have yet to agree"
        while at > floor and classes[at] in "RQ":
            at -= 1
        if classes[at] == "B" and text.lower[at] not in {"being", "been"}:
            return at  # "the goal is to forge a truce"
        if classes[at] in "vzdngJB" or text.lower[at] in governors():
            return at if text.lower[at] in governors() or classes[at] in "vzdngJ" else None
        if classes[at] in "NP":
            # "urged the bank to offer": the verb before the noun phrase
            start = phrase_start(text, at + 1, floor, linked=False)
            if start - 1 > floor and text.lower[start - 1] == "and":
                start = phrase_start(text, start - 1, floor, linked=False)  # "for Lee and Ruiz to agree"
            if start > floor and text.lower[start - 1] == "for":
                return start - 1  # "time for the bank to offer"
            for i in range(at, max(at - 6, floor - 1), -1):
                if classes[i] in "vzdng" and text.lower[i] in governors():
                    return i
        return None
    if (classes[group.head] == "g" and group.participle) or text.lower[group.first] == "having":
        if text.lower[at] in {"of", "to", "in", "from", "about"} and at > floor and text.lower[at - 1] in governors():
            return at - 1
        if text.lower[at] == "by":
            # "asked them to help by pledging": as the verb that it says the means of
            means = next((i for i in range(at - 1, max(at - 8, floor), -1) if classes[i] in "vzdng"), floor)
            opens = means - 2 > floor and classes[means - 1] == "T" and classes[means - 2] in "NPQ"
            return means if opens else None
        if (classes[at] in "vzdng" or text.lower[at] == "without") and text.lower[at] in governors():
            return at
    return None


def _shared_modality(text: Text, group: VerbGroup, floor: int) -> str:
    """What a modal verb says that a bare verb after *and* shares: "should be grateful *and* even *agree* to it"."""
    classes = text.word_classes(group.head)
    if group.first - 1 <= floor or text.lower[group.first - 1] not in {"and", "or"}:
        return "asserted"
    for at in range(group.first - 2, max(group.first - 16, floor), -1):
        if classes[at] == "X":
            head = next((i for i in range(at + 1, min(at + 4, group.first)) if classes[i] in "vB"), None)
            return verb_group(text, head, floor).modality if head is not None else "asserted"
        if classes[at] in 'zdHTWC;,"':
            break
    return "asserted"


def _denied_subject(text: Text, group: VerbGroup, floor: int) -> bool:
    """Whether the subject says that nobody did it: "No country has offered", "Neither side agreed"."""
    classes = text.word_classes(group.head)
    at = group.first - 1
    for _ in range(7):
        if at < floor or classes[at] in ',;."' or (classes[at] in VERBS and at < group.first - 1):
            return False
        if text.lower[at] in NO_ONE:
            return True
        at -= 1
    return False


VERBS = frozenset("zdXBH")
DENYING = frozenset(all_forms("deny"))


def _denied_clause(text: Text, group: VerbGroup, floor: int) -> bool:
    """Whether the clause of a verb is what somebody denied: "denied that it had offered bribes"."""
    classes = text.word_classes(group.head)
    for at in range(group.first - 1, max(group.first - 9, floor - 1), -1):
        if text.lower[at] in DENYING and classes[at] in "vzdng":
            return at < group.first - 1
        if classes[at] not in "DJMNPQS" and text.lower[at] not in {"that", "of"}:
            return False
    return False


def supposed(text: Text, token: int, floor: int) -> bool:
    """Whether a token stands in a clause that is only supposed or asked: after *if* or *whether*, in a question."""
    classes = text.word_classes(token)
    at = token - 1
    hypothetical = load("modality")["hypothetical"]
    steps = 0
    while at >= floor and steps < 15:
        if text.lower[at] in hypothetical and classes[at] in "CIR":
            return True
        if classes[at] in ';."' or (classes[at] == "," and steps > 0) or (classes[at] == "C" and steps > 4):
            break
        at -= 1
        steps += 1
    end = text.sentence(token)[1]
    mark = next((i for i in (end - 1, end - 2) if i > token and text.words[i] == "?"), None)
    # a question inside a quotation asks nothing of the clause around it
    return mark is not None and text.quotation(mark) is text.quotation(token)


def joined(noun: tuple[str, str], verb: tuple[str, str]) -> tuple[str, str]:
    """Polarity and modality of an event told by a noun and its verb: "no deal was reached", "may make an offer"."""
    polarity = "negative" if "negative" in {noun[0], verb[0]} else "positive"
    return polarity, noun[1] if noun[1] != "asserted" else verb[1]


def negated_before(text: Text, token: int, floor: int) -> bool:
    """Whether a negation stands right before a noun phrase or adjective: "no deal", "not willing"."""
    return any(text.lower[i] in NEGATIONS for i in range(max(token - 2, floor), token))
