"""What became of an event, told without its noun: "they turned it down", "it took effect", "which he rejected"."""

from __future__ import annotations

from dataclasses import dataclass

from eventx.extractors.governing import Governor, governing_status, status_forms
from eventx.extractors.trigger import TokenRange, Trigger, words
from eventx.grammar.arguments import agent_behind
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import phrase_start
from eventx.grammar.subjects import subject_of

# statuses that an event comes to by itself: "it expired", "it took effect"
BY_ITSELF = frozenset(["collapse", "expire", "fall", "unravel", "take", "come", "enter", "go"])
SUBJECTS = frozenset(["it", "they", "this"])
# what may follow a clause that ends: "Ocana declined on Friday"
CLOSING = frozenset("after and because but earlier in last late on saying then this today when while yesterday".split())


@dataclass(slots=True)
class Outcome:
    """A verb of outcome: its tokens, its lemma, the status it gives, who does it, and whether it is told as done."""

    at: TokenRange
    lemma: str
    status: str
    party: TokenRange | None
    assessed: tuple[str, str]


def pronoun_outcome(trigger: Trigger, lexicon: str) -> Outcome | None:
    """The outcome told at a verb whose object, or passive subject, is a pronoun or left out."""
    token = trigger.token
    if trigger.letter(token) not in "vzdn":
        return None
    group = trigger.group()
    for lemma, particles, status in status_forms(lexicon).get(trigger.word(token), []):
        end = _end(trigger, lemma, particles, passive=group.passive)
        if end is None:
            continue
        subject = subject_of(trigger.text, group, trigger.floor)
        if lemma in BY_ITSELF or group.passive:
            if subject is None or not _is_pronoun(trigger, subject):
                continue
            subject = agent_behind(trigger.text, end, trigger.limit) if group.passive else None
        elif subject is None:
            continue
        return Outcome((token, end), lemma, status, subject, assess(trigger.text, group, trigger.floor))
    return None


def _end(trigger: Trigger, lemma: str, particles: tuple[str, ...], *, passive: bool) -> int | None:
    """The token behind the verb and its particles, where what it is done to is a pronoun, told before or left out."""
    behind = trigger.token + 1
    after = behind + len(particles)
    follows = tuple(trigger.word(i) for i in range(behind, after)) == particles
    if passive or lemma in BY_ITSELF:
        return after if follows else None
    pronouns = words("linking", "outcomes", "pronouns")
    if trigger.word(behind) in pronouns:
        inside = tuple(trigger.word(i) for i in range(behind + 1, after + 1)) == particles
        if inside and _closes(trigger, after + 1, trigger.word(behind)):
            return after + 1 if particles else after
    if not follows:
        return None
    if particles and trigger.word(after) in pronouns and _closes(trigger, after + 1, trigger.word(after)):
        return after
    if _relative(trigger) and _closes(trigger, after, "that"):
        return after
    answers = lemma in words("linking", "outcomes", "without_object") and _answers(trigger)
    return after if answers and not particles and _closes(trigger, after, "that") else None


def _closes(trigger: Trigger, at: int, pronoun: str) -> bool:
    """Whether a clause may end at a token; behind "it" it need not."""
    if pronoun in {"it", "them"}:
        return trigger.letter(at) not in "N" and trigger.word(at) not in {"from", "into", "that", "to"}
    return trigger.letter(at) in ".,;C" or trigger.word(at) in CLOSING


def _relative(trigger: Trigger) -> bool:
    """Whether the verb stands in a clause on what was told before: "an offer, which the union rejected"."""
    subject = subject_of(trigger.text, trigger.group(), trigger.floor)
    return subject is not None and trigger.word(subject[0] - 1) == "which" and trigger.word(subject[0]) != "which"


def _answers(trigger: Trigger) -> bool:
    """Whether somebody answers: "Ocana declined", "she accepted", and not "shares declined"."""
    subject = subject_of(trigger.text, trigger.group(), trigger.floor)
    if subject is None:
        return False
    person = trigger.word(subject[0]) in {"he", "she", "they", "both"} and subject[1] == subject[0] + 1
    return person or (trigger.letter(subject[1] - 1) == "P" and trigger.letter(trigger.token - 1) in "PRX,")


def _is_pronoun(trigger: Trigger, subject: TokenRange) -> bool:
    return subject[1] - subject[0] == 1 and trigger.word(subject[0]) in SUBJECTS


def noun_outcome(trigger: Trigger, nouns: str, lexicon: str) -> Governor | None:
    """The status verb over a definite noun that tells an event only together with one told before: "the approach"."""
    if trigger.letter(trigger.token) != "N" or trigger.word(trigger.token) not in words("linking", "outcomes", nouns):
        return None
    start = phrase_start(trigger.text, trigger.token + 1, trigger.floor, linked=False)
    described = trigger.word(trigger.token + 1) in {"by", "for", "in", "of", "that", "to"}
    if trigger.word(start) not in words("linking", "definite") or described:
        return None
    govern = governing_status(trigger, start, lexicon)
    return govern if govern is not None and govern.status is not None else None
