"""Who says *I* outside all quotations: the author, where the text or its metadata names one."""

from __future__ import annotations

import re
from functools import cache

from eventx.mentions.directory import Directory
from eventx.mentions.mention import Referent
from eventx.text import Text

# of a line with a name, in tokens
SHORTEST_SIGNATURE, LONGEST_SIGNATURE = 2, 5
FEWEST_LETTERS = 3
NAME = r"[A-ZÀ-Þ][\w’'.-]{1,30}(?: [A-ZÀ-Þ][\w’'.-]{0,30}){1,3}"


@cache
def byline_pattern() -> re.Pattern[str]:
    """A line that names its author: “By Dana Webb”."""
    return re.compile(rf"(?:By|BY) (?P<name>{NAME})")


@cache
def excerpt_pattern() -> re.Pattern[str]:
    """What introduces an author's own words: “an excerpt from bestselling author Dana Webb's new book”."""
    return re.compile(rf"\b[Ee]xcerpt(?:s|ed)? (?:from|of)\b.{{0,60}}?\b(?P<name>{NAME})[’']s? ")


def narrator_of(text: Text, directory: Directory, author: str | None) -> Referent | None:
    """The author: by name where the metadata gives one, else as a byline, an introduction or a last line tells."""
    name = (author or "").strip() or _named(text)
    if name:
        first, *_, last = [*name.casefold().split(), name.casefold().split()[-1]]
        for use in directory.uses:
            words = (use.referent.name or "").casefold().split() if use.named and use.referent.kind == "person" else []
            if words and words[-1] == last and words[0][0] == first[0]:
                return use.referent
        return Referent(name, "person")
    return _in_last_line(text, directory)


def signatures(text: Text, directory: Directory) -> list[tuple[int, Referent | None]]:
    """The lines that hold a name alone, where there are several: each signs the letter before it.

    With each the token at which it begins; below the last nobody is known to write.
    """
    found: list[tuple[int, Referent | None]] = []
    for first, last in text.paragraphs:
        if not SHORTEST_SIGNATURE <= last - first <= LONGEST_SIGNATURE:
            continue
        uses = directory.within(first, first + 1)
        if not uses or not uses[0].named or uses[0].referent.kind != "person":
            continue
        alone = uses[0].last == last or (uses[0].last == last - 1 and text.words[last - 1] == ".")
        if alone and uses[0].last - first > 1:
            found.append((first, uses[0].referent))
    return found if len(found) >= FEWEST_LETTERS else []


def _named(text: Text) -> str | None:
    for (first, last), kind in zip(text.paragraphs, text.paragraph_kinds, strict=True):
        paragraph = text.string(text.range(first, last))
        match = byline_pattern().match(paragraph) if kind == "furniture" else None
        match = match or excerpt_pattern().search(paragraph)
        if match:
            name = match["name"]
            return name.title() if name.isupper() else name
    return None


def _in_last_line(text: Text, directory: Directory) -> Referent | None:
    """The author that the last line introduces: “Dana Webb is a professor of law at the college.”"""
    if len(text.paragraphs) < 3:
        return None
    first, last = text.paragraphs[-1]
    uses = directory.within(first, first + 1)
    if not uses or not uses[0].named or uses[0].referent.kind != "person" or text.sentence(first)[1] != last:
        return None
    be = uses[0].told.attached
    be += be < last and text.words[be] == ","  # "Rep. Ana Cole, D-Ariz., is"
    introduced = be + 1 < last and text.lower[be] in {"is", "was"} and text.lower[be + 1] in {"a", "an", "the"}
    return uses[0].referent if introduced else None
