"""Statements told in the passive, whose content stands before the cue: "the plan was criticized by Webb"."""

from __future__ import annotations

from eventx.extractors.statements.objects import object_end
from eventx.extractors.statements.site import Site, statement
from eventx.extractors.trigger import TokenRange
from eventx.grammar.arguments import agent_behind
from eventx.grammar.clauses import trim
from eventx.grammar.noun_phrases import phrase_start
from eventx.grammar.subjects import subject_of
from eventx.rules import Draft, rule
from eventx.text import Range

ASKING = frozenset(["ask", "press", "question"])
COMPLEMENTS = frozenset("as for of with".split())
# "is known as Cat's Alley", "is called “Salt”" give a name
NAMING = frozenset(["bill", "call", "dub", "know", "label", "name", "nickname", "term"])
DESCRIBING = frozenset("announce bill call consider deem declare dub label name nickname project term".split())


@rule(
    "statement.passive-object",
    "<content> be criticized by <speaker> | <part> be seen as <rest>",
    examples=[
        "The plan was criticized by the union.",
        "The bridge is widely seen as a failure.",
    ],
    counterexamples=["The bridge was built by the town.", "The plan was criticized."],
    frames=["passive_object"],
)
def passive_object(site: Site) -> Draft | None:
    if site.letter(site.token) != "n":
        return None
    if site.quoted:
        return None
    part = _object_before(site)
    if part is None:
        return None
    agent, rest = _behind(site)
    if agent is None and rest is None:
        return None
    content = [site.text.range(*trim(site.text, *part))]
    if rest is not None:
        content.append(rest)
    site.subject = agent
    return statement(site, "statement.passive-object", content, site.cue.attitude("passive_object"), reports=False)


def _object_before(site: Site) -> TokenRange | None:
    """What stands in the passive: the subject, the relative word before it, or the noun a participle hangs on."""
    group = site.verb_group
    before = group.first - 1
    if group.passive:
        if site.word(before) in {"who", "which", "that"} and site.letter(before) in "WC":
            return before, group.first
        return subject_of(site.text, group, site.floor)
    if group.auxiliaries or site.word(site.last) not in {"by", "as"}:
        return None
    end = group.first
    if site.letter(end - 1) == ",":
        end -= 1
    start = phrase_start(site.text, end, site.floor)
    return (start, end) if start < end else None


def _behind(site: Site) -> tuple[TokenRange | None, Range | None]:
    """Who does it, and what it is called, seen as or criticized for."""
    agent = agent_behind(site.text, site.last, site.limit)
    start = agent[1] if agent and agent[0] - 1 == site.last else site.last
    letter, word = site.letter(start), site.word(start)
    if site.letter(start + (word == "as")) in 'P"' and site.cue.lemma in NAMING:
        return agent, None
    described = site.cue.lemma in DESCRIBING and letter in 'DPNJM"' and start == site.last
    if not described and word not in COMPLEMENTS:
        return agent, None
    limit = agent[0] - 1 if agent and agent[0] > start else object_end(site, start)
    return agent, site.part(start, limit)


@rule(
    "statement.asked-about",
    "asked (by <speaker>) about <content>",
    examples=["Asked about the bridge, Webb shrugged.", "The mayor was asked by a reporter about the missing keys."],
    counterexamples=["Webb asked for water.", "The mayor was asked."],
)
def asked_about(site: Site) -> Draft | None:
    group = site.verb_group
    if site.cue.lemma not in ASKING or site.letter(site.token) not in "nd" or not (group.passive or group.participle):
        return None
    if site.quoted:
        return None
    agent = agent_behind(site.text, site.last, site.limit)
    about = agent[1] if agent and agent[0] - 1 == site.last else site.last
    while about < site.last + 6 and site.word(about) != "about" and site.letter(about) in "RIDNP":
        about += 1
    if site.word(about) != "about" or site.letter(about + 1) not in 'DPNQJMgW"':
        return None
    content = site.part(about + 1, object_end(site, about + 1))
    if content is None:
        return None
    site.subject = agent
    return statement(site, "statement.asked-about", [content], "assertion", reports=False)
