"""The trace: how an event came about, step by step, from what its drafts and its linking left behind."""

from __future__ import annotations

from eventx.linking.attribution import Reported
from eventx.linking.telling import Told
from eventx.mentions import Mention
from eventx.rules import Draft
from eventx.text import Range, Text


def trace(text: Text, tellings: list[Told]) -> tuple[str, ...]:
    """The steps to one event: for every telling its trigger, its roles, its attribution and why it was merged."""
    steps: list[str] = []
    for number, told in enumerate(tellings, 1):
        where = f"telling {number}: " if len(tellings) > 1 else ""
        steps += [where + step for step in _steps(text, told.draft, told.reported)]
        if told.reason:
            steps.append(f"{where}one event with the telling before, because {told.reason}")
    return tuple(steps)


def _steps(text: Text, draft: Draft, reported: Reported | None) -> list[str]:
    at = draft.anchor
    steps = [f"rule {draft.rule} at “{text.string(at)}” ({at.start}–{at.end})"]
    for role, value in draft.roles.items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Mention):
                steps.append(f"{role} is “{text.string(item.range)}”{_referent(item)}")
            elif isinstance(item, Range):
                steps.append(f"{role} is “{text.string(item)}”")
            elif item is not None:
                steps.append(f"{role} is {item}")
    if (draft.polarity, draft.modality) != ("positive", "asserted"):
        steps.append(f"told as {draft.polarity}, {draft.modality}")
    if reported is not None:
        speaker = reported.speaker
        steps.append(f"reported by “{text.string(speaker.range)}”{_referent(speaker)}" if speaker else "reported")
    return steps


def _referent(mention: Mention) -> str:
    referent = mention.referent
    if referent is None or referent.name is None:
        return ", unresolved" if referent is None or referent.kind == "unknown" else f", a {referent.kind}"
    return f", {referent.name}" + (f" ({referent.country})" if referent.country else "")
