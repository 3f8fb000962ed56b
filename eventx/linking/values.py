"""Values around an event: when it took place, on which terms, and for whom somebody acts."""

from __future__ import annotations

from typing import NamedTuple

from eventx.grammar.noun_phrases import phrase_end
from eventx.linking.attribution import Reported
from eventx.mentions import Mention, Mentions
from eventx.mentions.countries import country_of, country_role
from eventx.mentions.dates import find_dates
from eventx.mentions.names import words_of
from eventx.rules import Draft
from eventx.text import Range, Text


class DateExpression(NamedTuple):
    """Where a date is told, and the expression to resolve."""

    range: Range
    expression: str


def date_of(text: Text, draft: Draft, reported: Reported | None) -> DateExpression | None:
    """The date in the event's own clause, else in the clause that reports it; for a statement, outside its content."""
    if draft.type == "statement":
        return _date_beside(text, draft)
    first, last = text.sentence(text.tokens(draft.anchor)[0])
    span = text.range(first, last)
    if reported is not None:
        for content in reported.draft.roles["content"]:
            if content.start <= draft.anchor.start < content.end:
                span = Range(max(span.start, content.start), min(span.end, content.end))
    found = _nearest(text, span, draft.anchor)
    if found is None and reported is not None:
        return _date_beside(text, reported.draft)
    return found


def _nearest(text: Text, span: Range, anchor: Range) -> DateExpression | None:
    dates = find_dates(text.source, span.start, span.end)
    if not dates:
        return None
    best = min(dates, key=lambda date: abs(date.start - anchor.end))
    return DateExpression(Range(best.start, best.end), best.expression)


def _date_beside(text: Text, draft: Draft) -> DateExpression | None:
    """The date in a reporting clause: in the cue's sentence, outside the content."""
    if draft.trigger is None:
        return None
    first, last = text.sentence(text.tokens(draft.trigger)[0])
    span = text.range(first, last)
    contents = draft.roles["content"]
    for date in find_dates(text.source, span.start, span.end):
        if not any(content.start <= date.start < content.end for content in contents):
            return DateExpression(Range(date.start, date.end), date.expression)
    return None


def represented(text: Text, mentions: Mentions, mention: Mention) -> Mention | None:
    """For whom a participant speaks or acts: "a spokesman for the union", "Salvadoran President Nayib Bukele"."""
    first, last = mention.first, mention.last
    for i in range(first, last - 1):
        if text.lower[i] in words_of("speaking_for") and text.lower[i + 1] in {"for", "of", "to"}:
            end = phrase_end(text, i + 2, last)
            if end > i + 2:
                return mentions.mention(i + 2, end)
    referent = mention.referent
    if referent is None or referent.kind != "person" or referent.country is None:
        return None
    offices = words_of("national_offices")
    for i in range(first, last - 1):
        if country_of(text.words[i]) == referent.country and country_role(text.words[i]) in {"demonym", "name"}:
            if text.lower[i + 1] in offices or " ".join(text.lower[i + 1 : i + 3]) in offices:
                return mentions.mention(i, i + 1)
    return None
