"""Statements told by nouns and adjectives: "her criticism of the plan", "his promise to pay", "critical of it"."""

from __future__ import annotations

from eventx.extractors.statements.cues import reporting_verbs
from eventx.extractors.statements.objects import object_end
from eventx.extractors.statements.site import Site, statement
from eventx.extractors.trigger import TokenRange
from eventx.grammar.arguments import agent_behind, party_behind, possessor_before
from eventx.grammar.clauses import content_end, has_finite_verb, trim
from eventx.grammar.noun_phrases import phrase_start
from eventx.grammar.subjects import subject_of
from eventx.grammar.verb_groups import verb_group
from eventx.rules import Draft, rule
from eventx.text import Range


def holder(site: Site) -> TokenRange | None:
    """Whose view a noun tells: its possessor, its agent, or the subject of the verb over it."""
    owner = possessor_before(site.text, site.token, site.floor)
    if owner is not None:
        return owner
    start = phrase_start(site.text, site.token + 1, site.floor, linked=False)
    verb = start - 1
    while verb > site.floor and site.letter(verb) in 'R"':
        verb -= 1
    finite = site.letter(verb) in "zdngHB" or (site.letter(verb) == "v" and site.letter(verb - 1) in "NPQX")
    if verb > site.floor and finite:
        subject = subject_of(site.text, verb_group(site.text, verb, site.floor), site.floor)
        return subject if subject and site.word(subject[0]) != "there" else None
    return agent_behind(site.text, site.last, site.limit, frozenset(["by", "from"]))


def _possessor(site: Site) -> TokenRange | None:
    """Whose a noun is: before it ("the minister’s claim", "her claim") or after *by*, *from* or *of*."""
    before = possessor_before(site.text, site.token, site.floor)
    return before or party_behind(site.text, site.token + 1, site.limit, frozenset(["by", "from", "of"]))


def _object_behind(site: Site, start: int, limit: int) -> Range | None:
    if site.letter(start) not in 'DPNQJMng"WRT' or start >= limit:
        return None
    end = min(object_end(site, start), limit)
    for at in range(start + 1, end):
        # the noun is the subject of its sentence, whose verb ends the content
        if site.letter(at) in "zdXBH" and not any(site.letter(i) in "WQC" for i in range(start, at)):
            end = at
            while end - 1 > start and site.letter(end - 1) == "R":
                end -= 1
            break
    return site.part(start, end)


@rule(
    "statement.noun-clause",
    "<speaker>’s claim that <clause>",
    examples=[
        "Her claim that the bridge was unsafe caused a stir.",
        "A report by the union that wages fell was wrong.",
    ],
    counterexamples=["The report that he wrote was long.", "The claim was late."],
    frames=["noun_clause"],
)
def noun_clause(site: Site) -> Draft | None:
    text = site.text
    site.subject = _possessor(site)
    at = site.token + 1
    if site.subject and site.subject[0] > site.token:
        at = site.subject[1]
    elif site.subject is None:
        site.subject = holder(site)
    if site.letter(at) == "B" and site.subject:
        at += 1  # "his contention was that"
    if site.word(at) != "that" or site.letter(at) != "C":
        return None
    end = content_end(text, at, site.limit, reporting_verbs())
    for i in range(at + 3, end):
        if site.letter(i) == ",":
            end = i
            break
    begin, end = trim(text, at, _clause_within_subject(site, at, end))
    if not has_finite_verb(text, begin + 1, end) or site.letter(begin + 1) in "zdXBH":
        return None
    if site.letter(begin + 1) == "Q" and site.letter(end - 1) in "zd" and end - begin < 5:
        return None  # "the report that he wrote"
    content = [text.range(begin, end)]
    return statement(site, "statement.noun-clause", content, site.cue.attitude("noun_clause"))


def _clause_within_subject(site: Site, start: int, end: int) -> int:
    """Where a clause ends that stands inside a subject: before the sentence's own verb, the second finite one."""
    finite = 0
    i = start + 1
    verb_before = has_finite_verb(site.text, site.floor, site.token)
    if verb_before:
        return end
    while i < end:
        if site.letter(i) in "zdXBH":
            finite += 1
            if finite == 2:
                return i
            while i + 1 < end and site.letter(i) in "XBHOR" and site.letter(i + 1) in "vndgRBH":
                i += 1
        i += 1
    return end


@rule(
    "statement.noun-object",
    "<speaker>’s criticism of <content> | <speaker> drew up a plan for <content>",
    examples=[
        "Her criticism of the bridge angered the town.",
        "The union renewed its call for higher wages.",
    ],
    counterexamples=["The talk of the town.", "“My criticism of it stands,” Webb said."],
    frames=["noun_object"],
)
def noun_object(site: Site) -> Draft | None:
    if site.quoted:
        return None
    site.subject = holder(site)
    if site.subject is None:
        return None
    behind = site.subject[0] - 1 if site.subject[0] > site.last else site.limit
    content = _object_behind(site, site.last, behind)
    if content is None:
        return None
    return statement(site, "statement.noun-object", [content], site.cue.attitude("noun_object"), reports=False)


@rule(
    "statement.noun-infinitive",
    "<speaker>’s promise to <verb phrase>",
    examples=["His promise to open the bridge was forgotten.", "Their refusal to pay angered the town."],
    counterexamples=["The road to take is long.", "Plans were late."],
    frames=["noun_infinitive"],
)
def noun_infinitive(site: Site) -> Draft | None:
    if site.quoted:
        return None
    infinitive = site.last + (site.word(site.last) == "not")
    if not site.opens_infinitive(infinitive):
        return None
    content = _object_behind(site, site.last, site.limit)
    if content is None:
        return None
    site.subject = holder(site)
    if site.subject is None:
        return None
    return statement(site, "statement.noun-infinitive", [content], site.cue.attitude("noun_infinitive"), reports=False)


@rule(
    "statement.adjective-object",
    "<speaker> be critical of <content> | <speaker> be eager to <verb phrase>",
    examples=["Webb was critical of the plan.", "The mayor is eager to open the bridge."],
    counterexamples=["A critical part of the plan.", "The bridge was open to the public."],
    frames=["adjective_object", "adjective_infinitive"],
)
def adjective_object(site: Site) -> Draft | None:
    frame = next(frame for frame in ("adjective_object", "adjective_infinitive") if frame in site.cue.frames)
    if site.subject is None or site.quoted:
        return None
    if frame == "adjective_infinitive" and not site.opens_infinitive(site.last):
        return None
    content = _object_behind(site, site.last, site.limit)
    if content is None:
        return None
    return statement(site, "statement.adjective-object", [content], site.cue.attitude(frame), reports=False)
