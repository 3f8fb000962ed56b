"""The text of a result with its events marked, as one self-contained HTML page or as a fragment for notebooks.

No script and nothing from the network. Every event has a number, which stands behind its trigger and leads to its
entry in the list below the text; from there a link leads back. So colour, pointer and screen are a help, not a need.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from eventx.explain import role_spans
from eventx.models import Statement
from eventx.render.roles import anchor_of, row_of, type_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventx.models import Event, Extraction, Span

KNOWN_TYPES = ("statement", "offer", "agreement", "characterization")

# HTML has no way to write these; a browser would show something else in their place.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

STYLE = """
.eventx{--statement:#0b6b74;--offer:#1e7a34;--agreement:#2450b2;--characterization:#8a2f8f;--other:#6b5a00;
 --ink:#1c1c1c;--paper:#fff;color:var(--ink);background:var(--paper);font:1rem/1.65 Georgia,serif;max-width:46rem}
.eventx .text{white-space:pre-wrap;overflow-wrap:anywhere}
.eventx mark{--type:var(--other);color:inherit;background:none;border-bottom:2px solid var(--type)}
.eventx .statement{--type:var(--statement)}.eventx .offer{--type:var(--offer)}
.eventx .agreement{--type:var(--agreement)}.eventx .characterization{--type:var(--characterization)}
.eventx mark.content{border-bottom:1px dotted var(--type)}
.eventx mark.offer{border-bottom-style:double;border-bottom-width:4px;padding-bottom:2px}
.eventx mark.agreement{border-bottom-style:dashed;padding-bottom:4px}
.eventx mark.characterization{border-bottom-style:dotted;padding-bottom:6px}
.eventx mark.trigger,.eventx mark.cue{font-weight:bold;color:var(--type)}
.eventx mark.unasserted{opacity:.75;font-style:italic}
.eventx sup a,.eventx li a{color:var(--type);text-decoration:none;font:.75rem sans-serif;user-select:none}
.eventx a:focus-visible,.eventx li:target{outline:2px solid var(--type);outline-offset:2px}
.eventx .legend,.eventx .events{font:.875rem/1.5 system-ui,sans-serif}
.eventx .legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;margin:1rem 0;list-style:none}
.eventx .events li{margin:.35rem 0}.eventx .events b{color:var(--type)}.eventx .events i{opacity:.8}
@media (prefers-color-scheme:dark){.eventx{--statement:#63cfd9;--offer:#7ad08f;--agreement:#93b4ff;
 --characterization:#e39be8;--other:#d9c46a;--ink:#e6e6e6;--paper:#161616}}
@media print{.eventx{--ink:#000;--paper:#fff;max-width:none}.eventx mark{print-color-adjust:exact}
 .eventx .events li{break-inside:avoid}}
"""


@dataclass(frozen=True, slots=True)
class _Mark:
    """One wording of one event, with the event's number on the page."""

    start: int
    end: int
    role: str
    rule: str
    number: int
    event: Event

    @property
    def classes(self) -> str:
        kind = type_of(self.event)
        names = [kind if kind in KNOWN_TYPES else "other", self.role]
        return " ".join(names if self.event.asserted else [*names, "unasserted"])

    @property
    def title(self) -> str:
        return f"{self.number}: {type_of(self.event)}, {self.role.replace('_', ' ')} ({self.rule})"


def page(result: Extraction) -> str:
    """A whole page: the text with its events marked, a legend, and the list of events.

    >>> from eventx.models import Extraction
    >>> print(page(Extraction(text="Rain & shine.")).splitlines()[0])
    <!DOCTYPE html>
    """
    title = _written(result.id or "Events in a text")
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>@media screen{{body{{margin:2rem auto;max-width:46rem;padding:0 1rem}}}}
@media screen and (prefers-color-scheme:dark){{body{{background:#161616}}}}</style>
</head>
<body>
{fragment(result)}
</body>
</html>
"""


def fragment(result: Extraction) -> str:
    """The same view without the page around it; its style touches nothing outside it.

    >>> from eventx.models import Extraction
    >>> '<div class="text">1 &lt; 2</div>' in fragment(Extraction(text="1 < 2"))
    True
    """
    parts = [
        f"<style>{STYLE}</style>",
        _legend(result.events),
        f'<div class="text">{"".join(_marked_text(result))}</div>',
        _event_list(result),
        _diagnostics(result),
    ]
    return '<article class="eventx" lang="en">\n' + "\n".join(filter(None, parts)) + "\n</article>"


def _marked_text(result: Extraction) -> Iterator[str]:
    """The text, piece by piece: spans may cross, so they are cut at each other's boundaries."""
    marks = sorted(_marks(result.events), key=lambda mark: (mark.start, -mark.end))
    starting: defaultdict[int, list[_Mark]] = defaultdict(list)
    for mark in marks:
        starting[mark.start].append(mark)
    anchors = _anchors(result.events)
    boundaries = sorted({0, len(result.text), *anchors, *(at for mark in marks for at in (mark.start, mark.end))})
    open_marks: list[_Mark] = []
    for start, end in zip(boundaries, [*boundaries[1:], boundaries[-1]], strict=True):
        open_marks = [mark for mark in open_marks if mark.end > start] + starting[start]
        yield from anchors.get(start, ())
        if end > start:
            piece = _written(result.text[start:end])
            yield "".join(
                f'<mark class="{escape(mark.classes)}" title="{_written(mark.title)}">' for mark in open_marks
            )
            yield piece + "</mark>" * len(open_marks)


def _marks(events: Sequence[Event]) -> Iterator[_Mark]:
    for number, event in enumerate(events, 1):
        marks: dict[tuple[str, int, int], _Mark] = {}
        for role, span, rule in _all_spans(event):
            # The first telling's trigger is the event's own; it is marked once.
            marks.setdefault((role, span.start, span.end), _Mark(span.start, span.end, role, rule, number, event))
        yield from marks.values()


def _all_spans(event: Event) -> Iterator[tuple[str, Span, str]]:
    """The spans of the event's roles and the triggers of its further tellings, each with the rule that told it."""
    yield from ((role, span, event.rule) for role, span in role_spans(event) if role != "attribution")
    for telling in getattr(event, "tellings", ()):
        yield "trigger", telling.trigger, telling.rule


def _anchors(events: Sequence[Event]) -> dict[int, list[str]]:
    """The events' numbers by the offset where they stand: behind the trigger of each telling."""
    anchors: defaultdict[int, list[str]] = defaultdict(list)
    for number, event in enumerate(events, 1):
        first = anchor_of(event).end
        anchors[first].append(_reference(number, event, f' id="{_target("text", event)}"'))
        for telling in getattr(event, "tellings", ()):
            if telling.trigger.end != first:
                anchors[telling.trigger.end].append(_reference(number, event, ""))
    return anchors


def _reference(number: int, event: Event, attribute: str) -> str:
    kind = type_of(event)
    return (
        f'<sup class="{escape(kind)}"{attribute}>'
        f'<a href="#{_target("event", event)}" aria-label="{escape(kind)} {number}, details">{number}</a></sup>'
    )


def _target(place: str, event: Event) -> str:
    return escape(f"eventx-{place}-{event.id}")


def _legend(events: Sequence[Event]) -> str:
    kinds = sorted({type_of(event) for event in events}, key=lambda kind: (kind not in KNOWN_TYPES, kind))
    if not kinds:
        return '<p class="legend">No events were found.</p>'
    entries = "".join(
        f'<li><mark class="{escape(kind)}">{escape(kind)}</mark> {sum(type_of(event) == kind for event in events)}</li>'
        for kind in kinds
    )
    return f'<ul class="legend" aria-label="Legend">{entries}<li><b>bold</b> trigger or cue, then its number</li></ul>'


def _event_list(result: Extraction) -> str:
    if not result.events:
        return ""
    statements = {event.id: event for event in result.events if isinstance(event, Statement)}
    entries = "\n".join(_entry(event, statements) for event in result.events)
    return f'<ol class="events" aria-label="Events">\n{entries}\n</ol>'


def _entry(event: Event, statements: dict[str, Statement]) -> str:
    row = row_of(event, statements)
    to = "about" if row.type == "characterization" else "to"
    labelled = (
        ("", row.who),
        ("", row.what),
        (to, row.whom),
        ("", row.status),
        ("", row.when),
        ("according to", row.by),
    )
    said = " · ".join(_written(f"{label} {wording}".strip()) for label, wording in labelled if wording)
    kind = escape(row.type)
    return (
        f'<li class="{kind}" id="{_target("event", event)}"><b>{kind}</b> {said} <i>{_written(event.rule)}</i> '
        f'<a href="#{_target("text", event)}" aria-label="back to the text">↑</a></li>'
    )


def _diagnostics(result: Extraction) -> str:
    if not result.diagnostics:
        return ""
    notes = "".join(f"<li>{_written(diagnostic.message)}</li>" for diagnostic in result.diagnostics)
    return f'<ul class="events" aria-label="Notes">{notes}</ul>'


def _written(text: str) -> str:
    return escape(UNWRITABLE.sub("\ufffd", text))
