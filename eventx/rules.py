"""What a rule is and what it gives: rules with their examples, and drafts of events."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from eventx.errors import InvalidRule
from eventx.text import Range


@dataclass(slots=True)
class Draft:
    """An event as an extractor found it; linking completes it and the boundary turns it into the model of its type.

    `trigger` is where the event is told (a statement's cue; a statement without a cue has none, and `anchor` is where
    its content begins). `roles` maps the model's field names to spans (`Range`), mentions, lists of either, or
    plain values such as a status. A statement that `reports` gives words: the events within them are attributed to it.
    A draft that `needs_speaker` counts only inside a statement, one that
    `needs_antecedent` only as a further telling of an event.
    """

    type: str
    rule: str
    trigger: Range | None
    roles: dict[str, Any] = field(default_factory=dict)
    polarity: str = "positive"
    modality: str = "asserted"
    needs_speaker: bool = False
    needs_antecedent: bool = False
    reports: bool = True

    @property
    def anchor(self) -> Range:
        """Where the draft stands in the text."""
        if self.trigger is not None:
            return self.trigger
        first: Range = self.roles["content"][0]
        return first


@dataclass(frozen=True, slots=True)
class Rule:
    """A named way in which an event is told.

    `name` reads like its pattern. `examples` are texts in which the rule finds an event, `counterexamples` texts in
    which it finds none; both are its tests and its documentation. `find` returns None to veto.

    A rule begins at certain triggers alone. Of a statement's rule these are cues that have one of its `frames`, or any
    cue where it names none. Other rules begin at their `words` (lower case, from a lexicon that is read when they are
    first asked for), where those are of one of the word `classes`, or of any where it names none.
    """

    id: str
    name: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    find: Callable[..., Draft | None]
    frames: frozenset[str] = frozenset()
    words: Callable[[], Iterable[str]] = tuple
    classes: str = ""

    @property
    def type(self) -> str:
        """The event type a rule finds: the part of its id before the first dot."""
        return self.id.partition(".")[0]

    def __call__(self, *arguments: Any) -> Draft | None:
        return self.find(*arguments)


def rule(
    id: str,  # noqa: A002 - the rule's id is what users see
    name: str,
    *,
    examples: Iterable[str],
    counterexamples: Iterable[str],
    frames: Iterable[str] = (),
    words: Callable[[], Iterable[str]] = tuple,
    classes: str = "",
) -> Callable[[Callable[..., Draft | None]], Rule]:
    """Makes a rule of a function that returns a `Draft`, or None where the rule does not hold after all.

    Raises `InvalidRule` where the id has no type in front, or there are fewer than two examples or no counterexample.
    """
    found, refused = tuple(examples), tuple(counterexamples)
    faults = []
    if not all(id.partition(".")[::2]):
        faults.append("its id must be <event type>.<name>, such as offer.be-willing-to")
    if len(found) < 2:
        faults.append(f"it needs at least two examples and has {len(found)}")
    if not refused:
        faults.append("it needs at least one counterexample")
    if faults:
        raise InvalidRule(f"rule {id!r}: {'; '.join(faults)}")
    return lambda function: Rule(id, name, found, refused, function, frozenset(frames), words, classes)
