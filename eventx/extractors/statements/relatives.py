"""Statements in relative clauses, whose content stands around the cue: "what she said was a mistake"."""

from __future__ import annotations

from eventx.extractors.statements.cues import reporting_verbs
from eventx.extractors.statements.objects import object_end
from eventx.extractors.statements.site import Site, statement
from eventx.grammar.clauses import clause_follows, content_end
from eventx.rules import Draft, rule

RELATIVES = frozenset("which who whom what that".split())
DESCRIBING = frozenset("brand call consider deem describe dub label name see term view".split())


def _relative_word(site: Site) -> int | None:
    """The relative word before the speaker of a cue: "the plan *which* she said"."""
    if site.subject is None or site.inverted or site.verb_group.passive or site.verb_group.infinitive:
        return None
    at = site.subject[0] - 1
    if site.word(at) not in RELATIVES:
        return None
    if site.word(at) == "that" and site.letter(at) not in "W" and site.letter(at - 1) not in "NP":
        return None
    return at


@rule(
    "statement.relative-clause",
    "what <speaker> said was <rest> | which <speaker> said <rest>",
    examples=[
        "The town paid for what Webb said was a safe bridge.",
        "The union pointed to a bridge that Ortiz said had never been tested.",
    ],
    counterexamples=["Webb said that Ortiz was late.", "What was said was short."],
    frames=["clause", "addressee"],
)
def relative_clause(site: Site) -> Draft | None:
    relative = _relative_word(site)
    if relative is None:
        return None
    start = site.after
    if site.letter(start) not in "zdXBH" or start >= site.limit:
        return None
    rest = site.part(start, _part_end(site, start))
    if rest is None:
        return None
    content = [site.text.range(relative, relative + 1), rest]
    return statement(site, "statement.relative-clause", content, site.cue.attitude("clause", "addressee"))


@rule(
    "statement.relative-object",
    "what <speaker> called <content> | which <speaker> described as <content>",
    examples=[
        "Webb opposed the toll, which he called a tax on the poor.",
        "Ortiz paid for what Webb described as a safe bridge.",
    ],
    counterexamples=["Webb called the toll a tax.", "The man that called was late."],
)
def relative_object(site: Site) -> Draft | None:
    relative = _relative_word(site)
    if relative is None or site.quoted:
        return None
    start = site.last
    if site.cue.lemma not in DESCRIBING or site.letter(start) not in 'DPNJQMI"ng':
        return None
    if site.letter(start) == "I" and site.word(start) != "as":
        return None
    rest = site.part(start, _part_end(site, start))
    if rest is None:
        return None
    content = [site.text.range(relative, relative + 1), rest]
    attitude = site.cue.attitude("object", "object_as", "clause")
    return statement(site, "statement.relative-object", content, attitude)


def _part_end(site: Site, start: int) -> int:
    """Where the rest of the content ends: before the verb of the clause around it, or a new clause."""
    end = min(content_end(site.text, start, site.limit, reporting_verbs()), object_end(site, start))
    for at in range(start + 1, end):
        if site.letter(at) == "," and (
            site.letter(at + 1) in "zdXBH" or clause_follows(site.text.word_classes(at), at, site.limit)
        ):
            return at
        quotation = site.quotation_at(start)
        if quotation is not None and at > quotation.last:
            return quotation.last + 1
    return end
