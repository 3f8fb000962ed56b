"""What the words around an offer say of whether it was made, beyond its own verb group and what governs that.

"By offering him the post, she would win them over", "the prospect of an offer", "instead of offering a rise".
"""

from __future__ import annotations

from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import phrase_start
from eventx.grammar.verb_groups import HYPOTHETICAL, PLANNED, POSSIBLE, REQUIRED, VerbGroup

UNREAL = HYPOTHETICAL | POSSIBLE | REQUIRED
# tokens before a clause within which the words that decide about it stand
REACH = 12
MEANS = frozenset("by in through with".split())
ANYBODY = frozenset("anybody anyone somebody someone you".split())
OPENING_CONDITIONS = frozenset(["if", "unless", "whenever"])
BELIEVING = frozenset("believe believes expect expects think thinks".split())
INSTEAD = (("rather", "than"), ("instead", "of"), ("as", "opposed", "to"))


def in_context(trigger: Trigger, at: TokenRange, assessed: tuple[str, str]) -> tuple[str, str]:
    """Polarity and modality of an offer told at `at`, with the words around it taken into account."""
    polarity, modality = assessed
    if polarity == "negative" or modality != "asserted":
        return assessed
    if trigger.letter(at[1] - 1) in "NP" or trigger.letter(at[0]) == "J":
        start = phrase_start(trigger.text, at[0] + 1, trigger.floor, linked=False)
        if at[1] - at[0] == 1 and _is_prospective(trigger, start):
            return polarity, "possible"
        return polarity, _of_clause(trigger, start)
    group = trigger.group(_verb_of(trigger, at))
    if _is_instead(trigger, group.first) or _is_not_believed(trigger, group):
        return "negative", modality
    return polarity, _of_verb(trigger, group)


def _verb_of(trigger: Trigger, at: TokenRange) -> int:
    """The verb of a trigger that may end in an adjective: "*was* prepared"."""
    return next((i for i in range(*at) if trigger.letter(i) in "vzdngB"), at[0])


def _is_instead(trigger: Trigger, first: int) -> bool:
    return any(all(trigger.word(first - len(own) + k) == own[k] for k in range(len(own))) for own in INSTEAD)


def _is_not_believed(trigger: Trigger, group: VerbGroup) -> bool:
    """Whether somebody does not think so: "I doubt that the owners are willing"."""
    verb = phrase_start(trigger.text, group.first, trigger.floor) - 1
    verb -= trigger.word(verb) == "that"
    if not group.finite or trigger.word(verb) not in BELIEVING or trigger.letter(verb) not in "vzd":
        return False
    return trigger.group(verb).negated


def _is_prospective(trigger: Trigger, start: int) -> bool:
    """Whether a noun is only spoken of: "the prospect of an offer", "rumours of a bid", "awaits an offer"."""
    if trigger.word(start) in {"his", "her", "its", "their", "the"} or trigger.word(start - 1) not in {"of", "about"}:
        return False
    return trigger.word(start - 2) in words("offers", "prospects")


def _of_verb(trigger: Trigger, group: VerbGroup) -> str:
    """The modality that the clause around a verb gives it."""
    text, first = trigger.text, group.first
    if trigger.word(group.head) == "be" and not group.auxiliaries and not group.infinitive:
        return "hypothetical"  # "urged her to reach out and be willing", "Be ready to pay"
    if trigger.letter(group.head) == "v" and not group.auxiliaries and not group.infinitive:
        if trigger.word(first - 1) in ANYBODY:
            return "hypothetical"
        if trigger.word(first - 1) in {"and", "or"}:
            return _coordinated(trigger, first - 1)
    if group.participle and trigger.letter(group.head) == "g" and trigger.word(first - 1) in MEANS:
        return _of_main_clause(trigger, group.head)
    if group.finite:
        if trigger.word(first - 1) in ANYBODY and trigger.letter(group.head) not in "dn" and not group.auxiliaries:
            return "hypothetical"
        return _of_clause(trigger, phrase_start(text, first, trigger.floor))
    return "asserted"


def _coordinated(trigger: Trigger, conjunction: int) -> str:
    """The modality of the verb that a base form shares its auxiliary or its *to* with: "come over and offer"."""
    for at in range(conjunction - 1, max(conjunction - REACH, trigger.floor) - 1, -1):
        if trigger.letter(at) in "zdX":
            return "asserted"
        if trigger.letter(at) == "v":
            other = trigger.group(at)
            if other.infinitive or other.auxiliaries:
                return assess(trigger.text, other, trigger.floor)[1]
            if trigger.letter(other.first - 1) not in "NPQ":
                return "asserted"
            # "you'll have a neighbour come over and offer"
            before = phrase_start(trigger.text, other.first, trigger.floor, linked=False) - 1
            return trigger.group(before).modality if trigger.letter(before) in "vzdnH" else "asserted"
    return "asserted"


def _of_main_clause(trigger: Trigger, head: int) -> str:
    """What the main verb behind or before "by offering …" says: "by offering it, she would show"."""
    modals = [i for i in range(max(trigger.floor, head - REACH), head) if trigger.word(i) in UNREAL]
    comma = next((i for i in range(head, min(head + 2 * REACH, trigger.limit)) if trigger.letter(i) == ","), None)
    if comma is not None:
        modals += [i for i in range(comma, min(comma + 8, trigger.limit)) if trigger.word(i) in UNREAL]
    if not modals:
        return "asserted"
    return "possible" if trigger.word(modals[0]) in POSSIBLE else "hypothetical"


def _of_clause(trigger: Trigger, start: int) -> str:
    """What stands before a clause that begins at `start`: *maybe*, a condition, or a verb of hoping or showing."""
    before = start - 1
    while trigger.letter(before) in ',"' and before > start - 3:
        before -= 1
    if trigger.word(before) in words("offers", "doubts") or trigger.word(start) in words("offers", "doubts"):
        return "possible"
    verb = before - 1 if trigger.word(before) == "that" else before
    if trigger.letter(verb) in "vzdng":
        if trigger.word(verb) in forms("offers", "supposing_verbs"):
            return "hypothetical"
        if trigger.word(verb) in forms("offers", "showing_verbs"):
            return assess(trigger.text, trigger.group(verb), trigger.floor)[1]
    return "hypothetical" if _is_conditional(trigger, start) else "asserted"


def _is_conditional(trigger: Trigger, start: int) -> bool:
    """Whether a condition opens the sentence, and the clause behind its comma has a modal verb: "If …, you'll …"."""
    if trigger.word(trigger.floor) not in OPENING_CONDITIONS:
        return False
    comma = next(
        (i for i in range(trigger.floor, min(trigger.floor + 3 * REACH, start)) if trigger.letter(i) == ","), None
    )
    modals = UNREAL | PLANNED
    return comma is not None and any(trigger.word(i) in modals for i in range(comma, min(comma + REACH, trigger.limit)))
