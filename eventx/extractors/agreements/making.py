"""The verb that makes a pact, around its noun: "reached a deal", "a deal was struck", "the deal that they signed"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from eventx.extractors.agreements.parties import with_second
from eventx.extractors.trigger import TokenRange, Trigger, words
from eventx.grammar.arguments import agent_behind
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import phrase_start
from eventx.grammar.subjects import subject_of
from eventx.lexicon.inflection import all_forms

PARTICLES = frozenset("out up together to at into upon on hands pen paper".split())
# how far behind the noun its verb is looked for
REACH = 18


@dataclass(slots=True)
class Making:
    """A verb that makes a pact: who does it, and whether it stands before the noun, behind it or in its relative."""

    token: int
    lemma: str
    place: str
    party: TokenRange | None
    assessed: tuple[str, str]


@cache
def making_forms() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """For each form of a verb that makes pacts, its particles and its lemma, longer ones first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for lemma in words("agreements", "making_verbs"):
        verb, *particles = lemma.split()
        for form in all_forms(verb):
            found.setdefault(form, []).append((tuple(particles), lemma))
    for entries in found.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[1]))
    return found


def pact_start(trigger: Trigger) -> int:
    """Where the noun phrase of the trigger begins, "a series of", "some sort of" included."""
    text, token = trigger.text, trigger.token
    start = phrase_start(text, token + 1, trigger.floor, linked=False)
    singular = not trigger.word(start - 2).endswith("s") or trigger.letter(start - 3) == "I"
    if trigger.letter(start - 1) == "v" and trigger.letter(start - 2) == "N" and singular:
        start = phrase_start(text, start - 1, trigger.floor, linked=False)  # "in gas export deal"
    if trigger.word(start - 1) == "of" and trigger.word(start - 2) in words("agreements", "amounts"):
        start = phrase_start(text, start - 1, trigger.floor, linked=False)
    dash = start - 1
    if trigger.letter(dash) == "-" and trigger.letter(dash - 1) == "P" and text.starts[dash] == text.ends[dash - 1]:
        start = phrase_start(text, dash, trigger.floor, linked=False)  # "the Peru–Chile pact"
    if trigger.word(start - 1) in {"of", "to"} and trigger.word(start - 2) in {"extension", "renewal"}:
        start = phrase_start(text, start - 1, trigger.floor, linked=False)  # "signed an extension to his contract"
    return start


def making_verb(trigger: Trigger, start: int) -> Making | None:
    """The verb that makes the pact whose noun phrase begins at `start`."""
    return _before(trigger, start) or _behind(trigger)


def _before(trigger: Trigger, start: int) -> Making | None:
    at = start - 1
    while at > trigger.floor and (trigger.letter(at) in 'R"' or trigger.word(at) in PARTICLES):
        at -= 1
    helped = trigger.letter(at) in "vN" and trigger.word(at - 1) in all_forms("help")
    if trigger.letter(at) not in "vzdngH" and not helped:
        return None
    particles = tuple(trigger.word(i) for i in range(at + 1, start) if trigger.word(i) in PARTICLES)
    for expected, lemma in making_forms().get(trigger.word(at), []):
        if particles == expected:
            group = trigger.group(at)
            party = subject_of(trigger.text, trigger.group(at - 1) if helped else group, trigger.floor)
            return Making(at, lemma, "before", party, assess(trigger.text, group, trigger.floor))
    if trigger.word(trigger.token) in words("agreements", "pauses") and trigger.word(at) in all_forms("declare"):
        group = trigger.group(at)
        party = subject_of(trigger.text, group, trigger.floor)
        return Making(at, "declare", "before", party, assess(trigger.text, group, trigger.floor))
    return None


def _behind(trigger: Trigger) -> Making | None:
    """ "A deal was struck by X", "the accord, signed in May", "the deal that X struck"."""
    text, token = trigger.text, trigger.token
    relative = False
    for at in range(token + 1, min(token + REACH, trigger.limit)):
        letter = trigger.letter(at)
        if letter == "W" or (trigger.word(at) == "that" and trigger.letter(at + 1) in "QPDN"):
            relative = True
        if letter == ";" or (letter == "," and at > token + 1 and not relative):
            return None
        if letter not in "vdzng":
            continue
        known = making_forms().get(trigger.word(at), [])
        lemma = next((lemma for particles, lemma in known if _followed_by(trigger, at, particles)), None)
        group = trigger.group(at)
        if lemma is not None and group.passive:
            party = agent_behind(text, at + 1, trigger.limit)
            return Making(at, lemma, "passive", party, assess(text, group, trigger.floor))
        reduced = at == token + 1 or (at == token + 2 and trigger.letter(token + 1) in ",R")
        if lemma is not None and reduced and letter in "nd" and not _takes_object(trigger, at + 1):
            party = with_second(trigger, agent_behind(text, at + 1, trigger.limit))
            return Making(at, lemma, "reduced", party, ("positive", "asserted"))
        contact = trigger.letter(token + 1) in "QPD" and trigger.letter(at - 1) in "QPNH"
        if lemma is not None and (relative or contact) and not _takes_object(trigger, at + 1):
            party = subject_of(text, group, token + 1)
            if party is not None and party[0] > token and trigger.letter(party[0]) != "W":
                return Making(at, lemma, "relative", party, assess(text, group, trigger.floor))
        if letter in "dz" or group.passive:
            return None
    return None


def _followed_by(trigger: Trigger, at: int, particles: tuple[str, ...]) -> bool:
    return tuple(trigger.word(i) for i in range(at + 1, at + 1 + len(particles))) == particles


def _takes_object(trigger: Trigger, at: int) -> bool:
    return trigger.letter(at) in "DQJM" and trigger.word(at) != "last"
