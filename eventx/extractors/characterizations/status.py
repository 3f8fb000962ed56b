"""Whether somebody is told to have characterized: not in "easy to bash", "a way to rebuke", "could win by calling"."""

from __future__ import annotations

from eventx.extractors.trigger import Trigger, words
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import phrase_start
from eventx.grammar.verb_groups import VerbGroup, verb_group
from eventx.text import Text

# how far back an infinitive or a modal verb may stand that a later verb shares
REACH = 16
EVERYBODY = frozenset(["all", "everybody", "everyone"])
DOUBTFUL = frozenset("maybe perhaps possibly potentially".split())
EFFORTS = frozenset("attempt attempts bid campaign drive effort efforts fight move".split())


def told_status(trigger: Trigger, group: VerbGroup, holder: tuple[int, int] | None = None) -> tuple[str, str]:
    """Polarity and modality of a characterization, also in an infinitive that says only what is possible."""
    text, floor = trigger.text, trigger.floor
    shared = shared_infinitive(trigger, group)
    polarity, modality = assess(text, shared or group, floor)
    if trigger.word(group.first - 2) == "not" and trigger.word(group.first - 1) in EVERYBODY:
        polarity = "negative"
    if trigger.word(floor) == "nor" or (holder and trigger.word(holder[0]) in EVERYBODY and _denied(trigger, holder)):
        polarity = "negative"  # "Nor does she plan to …", "Not everyone at the fair saw it as"
    if modality != "asserted":
        return polarity, modality
    if (shared or group).infinitive and _only_possible(trigger, shared or group):
        return polarity, "hypothetical"
    if any(trigger.word(i) in DOUBTFUL for i in range(group.first - 1, group.head)):
        return polarity, "possible"
    if trigger.letter(group.head) == "g" and trigger.word(group.first - 1) == "like":
        return polarity, "hypothetical"  # "things that nobody does, like criticizing"
    if _warned(trigger, group) or _inverted(trigger, group):
        return polarity, "hypothetical"
    means = _means(trigger, group)
    return (polarity, modality) if means is None else (polarity, _modal_before(text, trigger, means))


def _denied(trigger: Trigger, holder: tuple[int, int]) -> bool:
    return trigger.word(holder[0] - 1) == "not"


def shared_infinitive(trigger: Trigger, group: VerbGroup) -> VerbGroup | None:
    """The infinitive with which a bare verb is coordinated: "easy to scoff and *call* it a sham"."""
    if trigger.letter(group.head) != "v" or group.auxiliaries or group.infinitive:
        return None
    if trigger.letter(group.first - 1) != "C":
        return None
    for i in range(group.first - 2, max(group.first - REACH, trigger.floor) - 1, -1):
        if trigger.letter(i) == "T" and trigger.letter(i + 1) in "vB":
            return verb_group(trigger.text, i + 1, trigger.floor)
        if trigger.letter(i) in 'zdXHW;"':
            return None
    return None


def _only_possible(trigger: Trigger, group: VerbGroup) -> bool:
    """Whether the adjective or noun before an infinitive leaves open whether anybody did it."""
    before = group.first - 1
    while trigger.letter(before) in 'R"':
        before -= 1
    letter, word = trigger.letter(before), trigger.word(before)
    if word in {"way", "ways"} and {trigger.word(before - 1), trigger.word(before - 3)} & {"found", "finds", "out"}:
        return False  # "found ways to call", "went out of her way to praise"
    if letter == "J":
        return word not in words("characterizations", "telling_adjectives")
    return letter in "Nvnd" and word in words("characterizations", "leaving_open")


def _warned(trigger: Trigger, group: VerbGroup) -> bool:
    """Whether a gerund is what somebody speaks against: "cautioned against seeing it as"."""
    return (
        trigger.letter(group.head) == "g"
        and trigger.word(group.first - 1) in {"against", "than", "of"}
        and (trigger.word(group.first - 1) == "against" or trigger.word(group.first - 2) in {"rather", "instead"})
    )


def _inverted(trigger: Trigger, group: VerbGroup) -> bool:
    """Whether the auxiliary before the subject supposes it: "had Lee praised him"."""
    if group.auxiliaries or not trigger.floor < group.first:
        return False
    start = phrase_start(trigger.text, group.first, trigger.floor, linked=False)
    return start < group.first and trigger.word(start - 1) == "had" and trigger.letter(start - 2) not in "NPQ"


def _means(trigger: Trigger, group: VerbGroup) -> int | None:
    """The *by* before the gerund, or before that which reports the clause: "by calling", "by arguing that he saw"."""
    before = group.first - 1
    if trigger.letter(group.head) == "g":
        return before if trigger.word(before) == "by" else None
    for i in range(before, max(before - 8, trigger.floor), -1):
        if trigger.word(i) == "that":
            return i - 2 if trigger.letter(i - 1) == "g" and trigger.word(i - 2) == "by" else None
        if trigger.letter(i) not in "DJNPQSM":
            return None
    return None


def _modal_before(text: Text, trigger: Trigger, token: int) -> str:
    """What the modal verb of the clause says that a means belongs to; asserted where it has none."""
    for i in range(token - 1, max(token - REACH, trigger.floor) - 1, -1):
        if trigger.letter(i) == "T" and trigger.letter(i + 1) in "vB":
            if trigger.word(i - 1) in EFFORTS:
                return "asserted"  # "an effort to win by praising": the praise was told
            return assess(text, verb_group(text, i + 1, trigger.floor), trigger.floor)[1]
        if trigger.letter(i) in "zdHW" or text.words[i] == ";":
            return "asserted"
        if trigger.letter(i) == "X":
            return verb_group(text, _head(trigger, i), trigger.floor).modality
    return "asserted"


def _head(trigger: Trigger, auxiliary: int) -> int:
    head = auxiliary + 1
    while trigger.letter(head) in "RXHB" and trigger.letter(head + 1) in "RXHBvdng":
        head += 1
    return head
