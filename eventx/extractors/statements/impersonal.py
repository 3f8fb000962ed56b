"""Statements whose source is not told: "is expected to", "seems", "reportedly"."""

from __future__ import annotations

from eventx.extractors.statements.cues import reporting_verbs
from eventx.extractors.statements.objects import object_end
from eventx.extractors.statements.site import Site, statement
from eventx.extractors.trigger import Trigger
from eventx.grammar.clauses import clause_start, content_end, has_finite_verb, trim
from eventx.grammar.subjects import subject_of
from eventx.rules import Draft, rule

# adverbs that report what somebody says, without saying who
HEDGES = frozenset(["allegedly", "purportedly", "reportedly", "supposedly"])


@rule(
    "statement.passive-infinitive",
    "<part> is expected to <rest>",
    examples=["The bridge is expected to open in May.", "Webb was said to be furious."],
    counterexamples=["Webb was expected.", "The bridge was known for its height."],
    frames=["passive_infinitive"],
)
def passive_infinitive(site: Site) -> Draft | None:
    text = site.text
    if not site.verb_group.passive or site.word(site.last) != "to":
        return None
    subject = subject_of(text, site.verb_group, site.floor)
    if subject is None:
        return None
    site.subject = None
    rest = site.part(site.last, content_end(text, site.last, site.limit, reporting_verbs()), fewest=2)
    if rest is None:
        return None
    content = [text.range(*trim(text, *subject)), rest]
    return statement(site, "statement.passive-infinitive", content, site.cue.attitude("passive_infinitive"))


@rule(
    "statement.seem",
    "<part> seems to <rest>",
    examples=["The mayor seems to have forgotten the bridge.", "The union appeared to accept it."],
    counterexamples=["The mayor appeared on stage.", "The bridge seems long."],
    frames=["seeming"],
)
def seem(site: Site) -> Draft | None:
    text = site.text
    start = site.last
    while site.letter(start) == "R":
        start += 1
    if site.subject is None:
        return None
    if site.word(start) == "to":
        end = content_end(text, start, site.limit, reporting_verbs())
    elif site.cue.lemma != "appear" and (
        site.letter(start) == "J"
        or site.word(start) == "like"
        or (site.cue.lemma == "seem" and site.letter(start) == "D")
    ):
        end = object_end(site, start)
    else:
        return None
    subject, site.subject = site.subject, None
    rest = site.part(site.last, end, fewest=2)
    if rest is None:
        return None
    content = [text.range(*trim(text, *subject)), rest]
    return statement(site, "statement.seem", content, "belief")


@rule(
    "statement.hedge",
    "<part> reportedly <rest>",
    examples=["The mayor reportedly sold the bridge in May.", "Webb has allegedly taken the keys."],
    counterexamples=["The bridge was sold.", "A supposedly safe bridge."],
)
def hedge(trigger: Trigger) -> Draft | None:
    text = trigger.text
    start = clause_start(text, trigger.token, trigger.floor)
    while start < trigger.token and trigger.letter(start) == "C":
        start += 1
    behind = trigger.token + 1
    if trigger.letter(behind) not in "vzdngBHXO" and trigger.letter(trigger.token - 1) not in "BHX":
        return None
    end = content_end(text, behind, trigger.limit, reporting_verbs())
    if not has_finite_verb(text, start, end) or text.quotation(trigger.token) is not None:
        return None
    parts = [trim(text, start, trigger.token), trim(text, behind, end)]
    content = [text.range(*part) for part in parts if part[0] < part[1]]
    cue = text.range(trigger.token, behind)
    return Draft("statement", "statement.hedge", cue, {"cue": cue, "content": content, "attitude": "assertion"})
