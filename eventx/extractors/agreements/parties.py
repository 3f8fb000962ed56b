"""The parties of an agreement, and the draft that holds them."""

from __future__ import annotations

from typing import Any

from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.rules import Draft


def agreement(
    trigger: Trigger, rule_id: str, at: TokenRange, roles: dict[str, Any], assessed: tuple[str, str]
) -> Draft:
    """The draft of an agreement, without empty roles."""
    if isinstance(roles.get("parties"), list):
        roles["parties"] = [party for party in roles["parties"] if party is not None]
    roles = {key: value for key, value in roles.items() if value}
    roles.setdefault("status", "reached")
    return Draft("agreement", rule_id, trigger.text.range(*at), roles, polarity=assessed[0], modality=assessed[1])


def is_plural(trigger: Trigger, subject: TokenRange | None) -> bool:
    """Whether a subject names several parties: "A and B", "the two sides", "both"."""
    if subject is None:
        return False
    inside = trigger.text.lower[subject[0] : subject[1]]
    return "and" in inside or any(word in words("agreements", "collective") for word in inside) or inside == ["they"]


def split_parties(trigger: Trigger, phrase: TokenRange | None) -> list[TokenRange]:
    """The single parties of "A and B" or "A, B and C"; one phrase stays whole where its parts are no parties."""
    if phrase is None:
        return []
    parts: list[TokenRange] = []
    start = phrase[0]
    for i in range(phrase[0], phrase[1]):
        if trigger.word(i) in {"and", "&"} or (trigger.letter(i) == "," and _names_follow(trigger, i, phrase[1])):
            if start < i:
                parts.append((start, i))
            start = i + 1
    parts.append((start, phrase[1]))
    parts = [part for part in parts if part[0] < part[1]]
    named = all(_is_party(trigger, part) for part in parts)
    return parts if len(parts) > 1 and named else [phrase]


def _names_follow(trigger: Trigger, comma: int, end: int) -> bool:
    return any(trigger.word(i) == "and" for i in range(comma, end)) and trigger.letter(comma + 1) in "PD"


def _is_party(trigger: Trigger, part: TokenRange) -> bool:
    first = trigger.letter(part[0])
    return first in "DP" or trigger.letter(part[1] - 1) == "P" or trigger.word(part[1] - 1).endswith("s")


def is_trigger(trigger: Trigger, *lists: str) -> bool:
    return trigger.letter(trigger.token) in "vzdng" and any(
        trigger.word(trigger.token) in forms("agreements", name) for name in lists
    )
