"""Statements inside statements: which of them report somebody else, and are kept."""

from __future__ import annotations

from bisect import bisect_right

from eventx.grammar.modality import supposed
from eventx.rules import Draft
from eventx.text import Text

# words for the speaker, for the audience and for nobody in particular
OWN_VOICE = frozenset("i we me us you it there one nobody everybody everyone people anyone who which that this".split())


def without_own_views(text: Text, drafts: list[Draft]) -> list[Draft]:
    """The statements without those by which a speaker only frames the own words: "I think", "we hope", "you know".

    A statement inside another is kept where it reports what somebody else said: "“She told me that it was over,” he
    said". What else stands inside reported words is part of them.
    """
    spans = sorted(
        (span.start, span.end, index) for index, draft in enumerate(drafts) for span in draft.roles["content"]
    )
    starts = [start for start, _, _ in spans]
    furthest: list[int] = []
    for position, (_, end, _) in enumerate(spans):
        before = furthest[-1] if furthest else position
        furthest.append(position if end >= spans[before][1] else before)
    return [
        draft
        for index, draft in enumerate(drafts)
        if not (_is_quoted(text, draft) or _is_inside(draft, index, spans, starts, furthest))
        or _reports_another(text, draft)
    ]


def _is_quoted(text: Text, draft: Draft) -> bool:
    """Whether the cue of a statement stands within quotation marks."""
    return draft.trigger is not None and text.quotation(text.tokens(draft.trigger)[0]) is not None


def _is_inside(
    draft: Draft, index: int, spans: list[tuple[int, int, int]], starts: list[int], furthest: list[int]
) -> bool:
    """Whether the cue of a statement stands inside what another statement reports."""
    if draft.trigger is None:
        return False
    at = bisect_right(starts, draft.trigger.start) - 1
    if at < 0:
        return False
    holder = furthest[at]
    start, end, owner = spans[holder]
    return owner != index and start <= draft.trigger.start and draft.trigger.end <= end


def _reports_another(text: Text, draft: Draft) -> bool:
    speaker = draft.roles.get("speaker")
    if draft.roles["attitude"] != "assertion" or speaker is None or draft.trigger is None or not draft.reports:
        return False
    token = text.tokens(draft.trigger)[0]
    if text.lower[token] == "to":
        return False  # "he refused to say"
    if draft.modality != "asserted" or supposed(text, token, text.sentence(token)[0]):
        return False
    return text.lower[speaker.first] not in OWN_VOICE
