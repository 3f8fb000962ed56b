"""Where a capital is a place, and not the government in it."""

from __future__ import annotations

from eventx.text import Text

# before a capital that is a place, or between a word of motion and it
SCENES = frozenset("in through near around outside across at into inside throughout beyond within".split())
LEAVING = frozenset("left leave leaves leaving reached reach visited visit visiting entered fled flee fleeing".split())
MOVING = frozenset(
    "back bus came come departed drive drove ferry fled flew flight flights fly flying go going gone journey "
    "leave leaves leaving left move moved moving return returned returning road route sailed sent tour train "
    "trains travel traveled traveling travelled trip trips visit way went".split()
)


def is_scene(text: Text, first: int) -> bool:
    """Whether something happens in the capital that begins at a token: "in Paris", "left Kyiv"."""
    if not first:
        return False
    before = text.lower[first - 1]
    moved = text.lower[first - 2] if first > 1 else ""
    return before in SCENES or before in LEAVING or (before in {"to", "for", "from"} and moved in MOVING)
