"""Circumstances: when and where an event took place, from its own clause, else from the clause that reports it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from eventx.grammar.noun_phrases import phrase_end
from eventx.linking.attribution import Reported
from eventx.linking.telling import Told
from eventx.linking.values import DateExpression, limits_of
from eventx.mentions import Mention, Mentions
from eventx.mentions.dates import DateMention, find_dates
from eventx.rules import Draft
from eventx.text import Range, Text

# what opens a clause with a time of its own: "agreed, after talks that began in May, to …"
OPENERS = frozenset("although because if that though unless until whether which while who whom whose".split())
# behind an event they open another clause; before it they open its own: "in 2009, when Norland offered a truce"
OPENERS_BEHIND = OPENERS | {"as", "when", "where"}
OPENERS_BEFORE = OPENERS | {"after", "before", "since", "than"}
PLACING = frozenset(["in", "at", "near", "outside"])
# what is agreed now and done then
AHEAD = frozenset("coming early following future later next tomorrow upcoming".split())
SETTING_LIMITS = frozenset(["before", "by", "for", "from", "over", "since", "through", "until", "within"])
NEVER_WHEN = frozenset(["before", "by", "until"])
# tokens over which a subordinate clause is looked for
LONGEST_CLAUSE = 15
# where a time stands at the opening of its sentence: "On Monday the two sides met and agreed"
FRONT = 4


class Circumstances(NamedTuple):
    """When and where, as far as the text says."""

    when: DateExpression | None
    place: Mention | None


def of_statement(text: Text, mentions: Mentions, draft: Draft) -> Circumstances:
    """When and where something was said: in the sentence of its cue, outside its content."""
    return Circumstances(
        _date_beside(text, draft), _place_in(text, mentions, draft, _sentence(text, draft), near=False)
    )


def of_event(text: Text, mentions: Mentions, tellings: Iterable[Told]) -> Circumstances:
    """When and where an event took place: from the first telling that says so and introduces it.

    A noun that only points back ("the deal") stands in clauses about other times: it says when only where it is all
    there is, and never by the clause that reports it.
    """
    when: DateExpression | None = None
    place: Mention | None = None
    known = list(tellings)
    for told in known:
        if told is not known[0] and not _introduces(told):
            continue
        when = when or _own_date(text, told.draft, told.reported)
        if when is None and told.reported is not None and _introduces(told):
            when = _date_beside(text, told.reported.draft)
        place = place or _place_in(text, mentions, told.draft, own_clause(text, told.draft, told.reported), near=True)
        if when is not None and place is not None:
            break
    return Circumstances(when, place)


def _introduces(told: Told) -> bool:
    """Whether a telling says that the event took place, and not what is or became of it."""
    status = told.draft.roles.get("status")
    return not told.refers_back and told.draft.rule.find("outcome") < 0 and status not in LATER


LATER = frozenset(["accepted", "rejected", "withdrawn", "expired", "in_force", "broken", "ended"])


def own_clause(text: Text, draft: Draft, reported: Reported | None) -> Range:
    """Where an event may tell its own time and place: its sentence, within the words of whoever reports it."""
    span = _sentence(text, draft)
    if reported is not None:
        for content in reported.draft.roles["content"]:
            if content.start <= draft.anchor.start < content.end:
                span = Range(max(span.start, content.start), min(span.end, content.end))
    return span


@lru_cache(maxsize=64)
def _dates(source: str, start: int, end: int) -> tuple[DateMention, ...]:
    """The dates of a clause, which several events of a sentence ask for one after the other."""
    return tuple(find_dates(source, start, end))


def _sentence(text: Text, draft: Draft) -> Range:
    return text.range(*text.sentence(text.tokens(draft.anchor)[0]))


def _own_date(text: Text, draft: Draft, reported: Reported | None) -> DateExpression | None:
    """The date nearest to an event's trigger in its clause; a deadline says until when, and not when."""
    deadline = limits_of(text, draft).deadline if draft.type in {"offer", "agreement"} else None
    span = own_clause(text, draft, reported)
    dates = [
        date
        for date in _dates(text.source, span.start, span.end)
        if (deadline is None or date.start != deadline.range.start)
        and not _sets_limit(text, date.start)
        and _in_clause(text, draft, Range(date.start, date.end), span)
        and not _belongs_to_theme(text, draft, Range(date.start, date.end))
    ]
    if not dates:
        return None
    best = min(dates, key=lambda date: abs(date.start - draft.anchor.end))
    return DateExpression(Range(best.start, best.end), best.expression, best.ahead)


def _sets_limit(text: Text, start: int) -> bool:
    """Whether a date says until when: "able to reach a deal by Saturday"."""
    begin = text.tokens((start, start + 1))[0]
    return begin > 0 and text.lower[begin - 1] in NEVER_WHEN


def _in_clause(text: Text, draft: Draft, at: Range, span: Range) -> bool:
    """Whether a time or a place stands in the clause of a trigger: no other verb has a claim to it.

    At the opening of a sentence it holds for all of its main verbs; before a noun or a participle one verb, which
    governs it, may stand.
    """
    first, last = text.tokens(draft.anchor)
    begin, end = text.tokens(at)
    noun = text.word_class(last - 1) in "NP"
    if begin >= last:
        verbs = _verbs(text, last, begin) - int(noun and _is_passive(text, last, begin))
        return not verbs and OPENERS_BEHIND.isdisjoint(text.lower[last:begin])
    if _is_subordinate(text, begin, text.tokens(span)[0]) or not OPENERS_BEFORE.isdisjoint(text.lower[end:first]):
        return False
    front = begin - text.tokens(span)[0] <= FRONT
    governed = noun or text.word_class(last - 1) == "g"
    return front or _verbs(text, end, first) <= int(governed)


def _is_passive(text: Text, first: int, last: int) -> bool:
    """Whether what stands between a noun and a time is what was done to it: "the deal was reached in March"."""
    verb = next((token for token in range(first, last) if text.word_class(token) in "zdXBH"), last)
    behind = text.word_classes(first)[verb:last]
    return behind[:1] == ["B"] and "n" in behind


def _is_subordinate(text: Text, token: int, floor: int) -> bool:
    """Whether a time stands in a clause that opens before it: "Dell, who resigned in March, offered …"."""
    verb = False
    for at in range(token - 1, max(token - LONGEST_CLAUSE, floor - 1), -1):
        if text.lower[at] in OPENERS_BEFORE | OPENERS_BEHIND:
            return verb
        if text.words[at] in {",", ";"}:
            return False
        verb = verb or text.word_class(at) in "zdXBH"
    return False


def _verbs(text: Text, first: int, last: int) -> int:
    """The finite verbs among the tokens from `first` up to `last`; of a group of auxiliaries only one counts."""
    count = 0
    before = False
    for token in range(first, last):
        finite = text.word_class(token) in "zdXBH"
        count += finite and not before
        before = finite or (before and text.word_class(token) in "Rvn")
    if before and last > first:
        count -= 1  # the auxiliaries of the trigger itself
    return max(count, 0)


def _belongs_to_theme(text: Text, draft: Draft, at: Range) -> bool:
    """Whether a date is that of what is offered or agreed: "agreed to meet next week", "to settle a 1981 claim".

    At the end of a theme a day gone by is when it was offered or agreed: "agreed to cut tariffs on Monday".
    """
    begin, end = text.tokens(at)
    theme = draft.roles.get("theme")
    limit = text.sentence(begin)[1]
    attributive = end < limit and text.word_class(end) in "NJ" and text.starts[end] == text.ends[end - 1] + 1
    if attributive and end - 1 not in range(*text.tokens(draft.anchor)) and text.word_class(begin - 1) in "DJ":
        return end != text.tokens(draft.anchor)[0]
    if not isinstance(theme, Range) or not theme.start <= at.start < theme.end:
        return any(text.lower[token] in AHEAD for token in range(begin, end)) and begin >= text.tokens(draft.anchor)[1]
    if at.end < theme.end:
        return True
    return text.lower[begin - 1] in SETTING_LIMITS or any(text.lower[i] in AHEAD for i in range(begin, end))


def _date_beside(text: Text, draft: Draft) -> DateExpression | None:
    """The date in a reporting clause: in the cue's sentence, outside the content."""
    if draft.trigger is None:
        return None
    span = _sentence(text, draft)
    contents = draft.roles["content"]
    for date in _dates(text.source, span.start, span.end):
        if not any(content.start <= date.start < content.end for content in contents):
            return DateExpression(Range(date.start, date.end), date.expression, date.ahead)
    return None


def _place_in(text: Text, mentions: Mentions, draft: Draft, span: Range, *, near: bool) -> Mention | None:
    """The place in a clause, outside what fills the roles: "in Lisbon"."""
    first, last = text.tokens(span)
    for token in range(first, last - 1):
        if text.lower[token] in PLACING and text.words[token + 1][0].isupper():
            end = phrase_end(text, token + 1, last)
            place = mentions.mention(token + 1, end) if end > token + 1 else None
            if place is None or _fills_role(draft, place.range):
                continue
            if near and not _in_clause(text, draft, place.range, span):
                continue
            if mentions.resolve(place).kind == "place" and not find_dates(text.source, *place.range):
                return place
    return None


def _fills_role(draft: Draft, at: Range) -> bool:
    """Whether what begins at a place stands within something that fills a role of a draft."""
    for value in draft.roles.values():
        for item in value if isinstance(value, list) else [value]:
            span = item.range if isinstance(item, Mention) else item
            if isinstance(span, Range) and span != draft.trigger and span.start <= at.start < span.end:
                return True
    return False
