"""Why an event was found: its rule with examples, the spans that met it, and the trace where one was kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventx.models import Attribution, Event, Participant, Span, Terms, When

if TYPE_CHECKING:
    from collections.abc import Iterator

# Fields that are no role: ids, values, and what is said elsewhere in the explanation.
NOT_A_ROLE = {"id", "type", "rule", "confidence", "tellings"}


@dataclass(frozen=True, slots=True)
class Explanation:
    """The reason for one event.

    `rule` is the rule's id, `name` its pattern; `spans` are the wordings that fill the event's roles, in the order of
    its fields; `steps` is the trace, empty unless the extraction was asked to keep one (`trace=True`). `examples` and
    `counterexamples` are empty where the rule belongs to a pipeline of one's own.

    >>> print(Explanation("offer.offer-to", "<party> offer to <verb phrase>", spans=(("trigger", "offered"),)))
    rule         offer.offer-to: <party> offer to <verb phrase>
    trigger      “offered”
    """

    rule: str
    name: str
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    spans: tuple[tuple[str, str], ...] = ()
    steps: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = [("rule", f"{self.rule}: {self.name}" if self.name else self.rule)]
        lines += [(role, f"“{' '.join(wording.split())}”") for role, wording in self.spans]
        lines += [("step", step) for step in self.steps]
        lines += [("for example", example) for example in self.examples]
        lines += [("but not", counterexample) for counterexample in self.counterexamples]
        return "\n".join(f"{label.replace('_', ' '):<12} {line}" for label, line in lines)


def explain_event(event: Event) -> Explanation:
    """The explanation of an event, its rule looked up among those of the default pipeline."""
    from eventx.pipeline import default_pipeline

    rule = next((rule for rule in default_pipeline().rules if rule.id == event.rule), None)
    spans = tuple((role, span.text) for role, span in role_spans(event))
    if rule is None:
        return Explanation(event.rule, "", spans=spans, steps=event._trace)
    return Explanation(rule.id, rule.name, rule.examples, rule.counterexamples, spans, event._trace)


def role_spans(event: Event) -> Iterator[tuple[str, Span]]:
    """The wordings that fill the event's roles, in the order of its fields; trigger and cue are roles too."""
    for role in type(event).model_fields:
        if role not in NOT_A_ROLE:
            for span in _spans(getattr(event, role)):
                yield role, span


def _spans(value: object) -> Iterator[Span]:
    match value:
        case Span():
            yield value
        case Participant():
            yield value.mention
        case When():
            yield value.span
        case Terms():
            yield from value.mention
        case Attribution(speaker=Participant() as speaker):
            yield speaker.mention
        case tuple():
            for item in value:
                yield from _spans(item)
