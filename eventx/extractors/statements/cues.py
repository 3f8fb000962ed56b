"""The cues of statements: which words can report somebody's words or thoughts, and in which frames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from eventx.lexicon import load
from eventx.lexicon.inflection import all_forms, plural

NOUN_FRAMES = frozenset(["noun_clause", "noun_infinitive", "noun_object", "noun_quotation"])
ADJECTIVE_FRAMES = frozenset(["adjective_clause", "adjective_infinitive", "adjective_object"])
# frames of clauses and quotations
REPORTING = frozenset(["addressee", "clause", "quotation"])
# frames whose verbs tell a view or a stand, and need not report words
STANDS = frozenset(["object", "object_as", "passive_object", "unanswered", "works_object"])


class Cue(NamedTuple):
    """A word form that can report: its lemma, the particle that must follow it, and its attitude in each frame."""

    lemma: str
    particle: tuple[str, ...]
    frames: Mapping[str, str]

    def attitude(self, *frames: str) -> str:
        """The attitude in the first of the given frames that the cue has."""
        return next((self.frames[frame] for frame in frames if frame in self.frames), "assertion")


@cache
def verb_cues() -> dict[str, tuple[Cue, ...]]:
    """Every form of every verb cue, lower case, with the cues it can be; those with a particle first."""
    return _by_form(lambda frame: frame not in NOUN_FRAMES | ADJECTIVE_FRAMES, all_forms)


@cache
def reporting_verbs() -> frozenset[str]:
    """The forms of the verbs behind which a new report begins: those that take more than an object."""
    return frozenset(form for form, cues in verb_cues().items() if any(cue.frames.keys() - STANDS for cue in cues))


@cache
def noun_cues() -> dict[str, tuple[Cue, ...]]:
    """Singular and plural of every noun cue."""
    return _by_form(lambda frame: frame in NOUN_FRAMES, lambda word: (word, plural(word)))


@cache
def adjective_cues() -> dict[str, tuple[Cue, ...]]:
    """The adjectives that tell a view: "confident that", "eager to", "critical of"."""
    return _by_form(lambda frame: frame in ADJECTIVE_FRAMES, lambda word: (word,))


def _by_form(wanted: Callable[[str], bool], inflect: Callable[[str], Iterable[str]]) -> dict[str, tuple[Cue, ...]]:
    """The cues of the wanted frames, by every form that their first word can have."""
    frames_of: dict[str, dict[str, str]] = {}
    for frame, attitudes in load("statements").items():
        if wanted(frame):
            for attitude, phrases in attitudes.items():
                for phrase in phrases:
                    frames_of.setdefault(phrase, {}).setdefault(frame, attitude)
    cues: dict[str, list[Cue]] = {}
    for phrase, frames in frames_of.items():
        word, *particle = phrase.split()
        cue = Cue(phrase, tuple(particle), frames)
        for form in dict.fromkeys(inflect(word)):
            cues.setdefault(form, []).append(cue)
    return {form: tuple(sorted(found, key=lambda cue: -len(cue.particle))) for form, found in cues.items()}
