"""Status: what became of an event, from all that its tellings say of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from eventx.grammar.verb_groups import verb_group
from eventx.lexicon.inflection import all_forms
from eventx.linking.telling import Told
from eventx.linking.words import linking_words
from eventx.text import Text

# how far an agreement has come; of several things told of it the furthest holds, of what ends it the last
PHASES = {"negotiating": 0, "reached": 1, "signed": 2, "in_force": 3, "rejected": 4, "broken": 4, "ended": 4}
# how far before its noun the verb that renews an offer may stand: "raised its cash and share offer"
REACH = 8


def status_of(text: Text, tellings: Sequence[Told]) -> str | None:
    """The status of an event; nothing for a type that has none. Only what is told as a fact changes it."""
    facts = [told for told in tellings if told.asserted] or list(tellings)
    if facts[0].draft.type == "offer":
        return _of_offer(text, facts)
    if facts[0].draft.type == "agreement":
        return _of_agreement(text, facts)
    return None


def _of_offer(text: Text, tellings: Sequence[Told]) -> str:
    """What was told last of an offer. One that is raised or renewed afterwards is open again."""
    status = "open"
    settled: Told | None = None
    for told in tellings:
        said = told.draft.roles.get("status", "open")
        if said == "expired" and len(tellings) > 1 and _is_ahead(text, told):
            continue
        if said != "open":
            if settled is None or not _is_background(text, told):
                status, settled = said, told
        elif settled is not None and not settled.headline and told.sentence > settled.sentence and _renews(text, told):
            if not settled.modifiers & linking_words("renewed"):
                status = "open"
    return status


def _is_ahead(text: Text, told: Told) -> bool:
    """Whether something is told to expire, and not to have expired: "the offer expires on Friday"."""
    limit = min(told.token + REACH, text.sentence(told.token)[1])
    return any(text.lower[at] in {"expires", "lapses"} for at in range(told.token, limit))


def _of_agreement(text: Text, tellings: Sequence[Told]) -> str:
    """The furthest that an agreement is told to have come; of what ends it the last that is no background."""
    best = "negotiating"
    for told in tellings:
        said = told.draft.roles.get("status", "reached")
        if said == "ended" and len(tellings) > 1 and _is_ahead(text, told):
            continue
        further = PHASES[said] > PHASES[best]
        if further or (PHASES[said] == PHASES[best] and not _is_background(text, told)):
            best = said
    return best


def _renews(text: Text, told: Told) -> bool:
    """Whether a telling puts an offer anew: "raised its bid", "repeated the offer", "made a second offer"."""
    verb = _verb_before(text, told)
    if verb is None or _is_background(text, told):
        return False
    if text.lower[verb] in _renewing_forms():
        return True
    return told.indefinite and not told.modifiers.isdisjoint(linking_words("renewed"))


@cache
def _renewing_forms() -> frozenset[str]:
    return frozenset(form for lemma in linking_words("renewing_verbs") for form in all_forms(lemma))


def _verb_before(text: Text, told: Told) -> int | None:
    """The verb of a telling: its own, or the one before its noun or, in the passive, behind it."""
    floor, limit = text.sentence(told.token)
    for at in range(told.token, max(told.token - REACH, floor - 1), -1):
        if text.word_class(at) in "vzdn" and not (at == told.token and told.noun):
            return at
    return next((at for at in range(told.token, min(told.token + REACH, limit)) if text.word_class(at) == "n"), None)


def _is_background(text: Text, told: Told) -> bool:
    """Whether a telling goes back behind what was told before: "had rejected"."""
    verb = _verb_before(text, told)
    return verb is not None and "had" in verb_group(text, verb, text.sentence(verb)[0]).auxiliaries
