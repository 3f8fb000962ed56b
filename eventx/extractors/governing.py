"""The verb over a noun that tells an event: what it says of the noun's status, and who does it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from eventx.extractors.trigger import TokenRange, Trigger
from eventx.grammar.arguments import agent_behind
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import TIME_WORDS, tells_time
from eventx.grammar.subjects import subject_of
from eventx.lexicon import load
from eventx.lexicon.inflection import all_forms


@dataclass(slots=True)
class Governor:
    """A verb over an event noun: where it stands, the status it gives, who does it, and whether it is told as done."""

    token: int
    status: str | None
    party: TokenRange | None
    assessed: tuple[str, str]
    passive: bool


class StatusVerb(NamedTuple):
    """A verb that gives a status: its lemma, the particles that belong to it, and the status."""

    lemma: str
    particles: tuple[str, ...]
    status: str


@cache
def status_forms(lexicon: str) -> dict[str, list[StatusVerb]]:
    """For each form the status verbs that it can be, those with most particles first."""
    found: dict[str, list[StatusVerb]] = {}
    rows: dict[str, list[str]] = load(lexicon)["status"]
    for status, lemmas in rows.items():
        for lemma in lemmas:
            word, *particles = lemma.split()
            for form in all_forms(word):
                found.setdefault(form, []).append(StatusVerb(word, tuple(particles), status))
    for verbs in found.values():
        verbs.sort(key=lambda verb: -len(verb.particles))
    return found


@cache
def forms_of_status(lexicon: str, status: str) -> frozenset[str]:
    """The forms of the verbs that give a status."""
    return frozenset(form for form, verbs in status_forms(lexicon).items() if any(v.status == status for v in verbs))


def governing_status(trigger: Trigger, start: int, lexicon: str) -> Governor | None:
    """The status verb whose object, or passive subject, is the noun phrase from `start` to the trigger."""
    known = status_forms(lexicon)
    at = start - 1
    while at > trigger.floor and (
        trigger.letter(at) in 'R"'
        or (trigger.letter(at) in "IT" and trigger.word(at) in PARTICLES)
        or (trigger.word(at) == "no" and trigger.word(at + 1) == "to")  # "said no to"
    ):
        at -= 1
    # in a headline a verb may be read as a noun: "Villa reject £8m bid"
    headline = trigger.letter(at) == "N" and trigger.letter(at - 1) in "NP" and trigger.text.lower[at] in known
    if (headline or trigger.letter(at) in "vzdng") and trigger.word(at) in known:
        between = tuple(trigger.text.lower[at + 1 : start])
        aside = any(trigger.letter(i) == "I" for i in range(at + 1, start))
        for _, particle, status in known[trigger.word(at)]:
            if aside and not particle:
                continue  # "agreed in the contract"
            if between[: len(particle)] == particle or (particle and _particle_behind(trigger, particle)):
                return _governor(trigger, at, status, passive=False)
    return _passive_status(trigger, lexicon)


PARTICLES = frozenset("up down out off away on back aside from in of to with into by".split())


# "hammered out", "drew up", "patched together"
MAKING_PARTICLES = frozenset("out up together".split())


def _particle_behind(trigger: Trigger, particle: tuple[str, ...]) -> bool:
    """Whether the particle follows the noun: "turned the offer down"."""
    return tuple(trigger.text.lower[trigger.token + 1 : trigger.token + 1 + len(particle)]) == particle


def _passive_status(trigger: Trigger, lexicon: str) -> Governor | None:
    """The status verb behind the noun: "the offer was rejected", "the offer expires"."""
    known = status_forms(lexicon)
    limit = min(trigger.token + 16, trigger.limit)
    for at in range(trigger.token + 1, limit):
        letter = trigger.letter(at)
        if letter == ";" or (letter == "W" and trigger.word(at) not in {"which", "who", "that"}):
            return None
        if letter in "zdXBH":
            head = at
            while (
                head + 1 < trigger.limit and trigger.letter(head) in "XBHOR" and trigger.letter(head + 1) in "vndgBHR"
            ):
                head += 1
            group = trigger.group(head)
            particles = tuple(trigger.text.lower[head + 1 : head + 3])
            for _, particle, status in known.get(trigger.word(head), []):
                behind = head + 1 + len(particle)
                happens = status in {"expired", "ended", "in_force"} and not _has_object(trigger, behind)
                if particles[: len(particle)] == particle and (group.passive or happens):
                    return _governor(trigger, head, status, passive=group.passive)
            if trigger.word(at - 1) in {"that", "which", "who"}:
                continue
            return None
    return None


def _has_object(trigger: Trigger, at: int) -> bool:
    """Whether an object follows, so that the noun does something: "the accord ended a war", not "ended on Friday"."""
    if trigger.letter(at) not in "DQJMPN" or tells_time(trigger.text, at) or trigger.word(at) in TIME_WORDS:
        return False
    return trigger.word(at) != "midnight"


def _governor(trigger: Trigger, token: int, status: str, *, passive: bool) -> Governor:
    group = trigger.group(token)
    if passive:
        party = agent_behind(trigger.text, token + 1, trigger.limit)
    else:
        party = subject_of(trigger.text, group, trigger.floor)
        if party is not None and party[0] <= trigger.token < party[1]:
            party = None  # "the offer expired"
    return Governor(token, status, party, assess(trigger.text, group, trigger.floor), passive)


def light_verb(trigger: Trigger, start: int, verbs: dict[str, str]) -> int | None:
    """The light verb of an event noun: before it ("made an offer") or, passive, behind it ("an offer was made")."""
    at = start - 1
    between = {"forward", "in", *MAKING_PARTICLES}
    while at > trigger.floor and (trigger.letter(at) in 'R"' or trigger.word(at) in between):
        at -= 1
    if trigger.letter(at) in "vzdngH" and trigger.word(at) in verbs:
        particles = [trigger.word(i) for i in range(at + 1, start) if trigger.word(i) in MAKING_PARTICLES | {"in"}]
        lemma, *own = verbs[trigger.word(at)].split()
        if particles == own or (lemma == "put" and particles == ["in"]):
            return at
    for behind in range(trigger.token + 1, min(trigger.token + 16, trigger.limit)):
        if trigger.letter(behind) == "n" and trigger.word(behind) in verbs:
            return behind if trigger.group(behind).passive else None
        if trigger.letter(behind) in ",;zd":
            return None
    return None
