"""Statements without quotation marks of their own: clauses, questions, infinitives, and nouns that report."""

from __future__ import annotations

from eventx.extractors.statements.cues import REPORTING, reporting_verbs
from eventx.extractors.statements.site import WH_WORDS, Site, statement
from eventx.grammar.arguments import agent_behind, complement_from
from eventx.grammar.clauses import clause_follows, clause_start, content_end, has_finite_verb, trim
from eventx.grammar.noun_phrases import LINKING, phrase_end
from eventx.grammar.subjects import SUBORDINATORS, subject_of
from eventx.rules import Draft, rule
from eventx.text import Range
from eventx.text.word_classes import candidates

LONG_TIMES = frozenset(
    "day days decade decades hour hours minute minutes month months week weeks while year years".split()
)
TELLING = frozenset(["advise", "assure", "inform", "remind", "tell"])
# what is said to somebody and reports nothing: "said goodbye to the tram"
GREETINGS = frozenset("farewell goodbye grace hello nothing sorry thanks".split())
CLAUSE_OPENERS = frozenset('DPNJMQRCIB"gW')


def _clause_behind(site: Site, start: int) -> Range | None:
    """The clause that begins at `start`, without the full stop; None where no clause begins there."""
    text = site.text
    if start >= site.limit or site.letter(start) not in CLAUSE_OPENERS:
        return None
    end = content_end(text, start, site.limit, reporting_verbs())
    begin, end = trim(text, start, end)
    if end - begin < 2 or not (has_finite_verb(text, begin, end) or _may_be_clause(site, begin, end)):
        return None
    return text.range(begin, end)


def _may_be_clause(site: Site, begin: int, end: int) -> bool:
    """Whether the words behind *say* hold one that can be a verb, though it looks like a noun where it stands."""
    if site.cue.lemma not in {"ask", "say", "wonder"} or end - begin < 3:
        return False
    return any(
        site.letter(at) in "Nvng" and not {"z", "v", "d"}.isdisjoint(candidates(site.word(at)))
        for at in range(begin + 1, end)
    )


@rule(
    "statement.cue-clause",
    "<speaker> said (that) <clause>",
    examples=[
        "Mayor Ortiz said that the bridge would open in May.",
        "Dana Webb told reporters on Monday the union had not been asked.",
    ],
    counterexamples=["Ortiz said nothing.", "Webb added salt to the soup."],
    frames=["clause", "addressee"],
)
def cue_clause(site: Site) -> Draft | None:
    group = site.verb_group
    impersonal = group.passive and site.word(group.first - 1) == "it" and site.word(site.after) == "that"
    told = site.cue.lemma in TELLING
    if told and group.passive:
        _read_telling(site)
    if site.inverted or (group.passive and not told and not impersonal):
        return None
    if site.letter(site.token) == "n" and not group.auxiliaries:
        return None
    if site.subject is None and group.finite and not group.passive:
        return None
    start = _past_insertion(site)
    if site.letter(start) == "," and site.word(start + 1) != "that":
        return None
    start += site.letter(start) in ",;"
    bare = site.word(start) != "that"
    attitude = site.cue.attitude("clause", "addressee")
    if group.infinitive and (attitude == "fact" or (site.subject and site.word(site.subject[0]) == "it")):
        return None  # "a way to find the bridge", "it is hard to say how old"
    if site.word(start) in GREETINGS:
        return None
    if bare and site.word(start) == "who" and site.cue.lemma not in {"know", "say", "tell"}:
        return None
    if bare and site.word(start) in {"if", "because", "when", "as", "while", "after", "before", "than"}:
        if site.cue.lemma not in {"say", "know"}:
            return None
    if bare and site.letter(start) == "g" and "gerund" in site.cue.frames:
        return None
    if bare and site.letter(start) in "IC" and site.word(start) not in {"if", "in", "when", "because", "as", "whether"}:
        if site.cue.lemma != "say" or site.letter(start) == "C":
            return None
    if bare and site.word(site.verb_group.first - 1) in {"what", "as"}:
        return None
    content = _clause_behind(site, start)
    if content is None or (bare and not _opens_clause(site, start)):
        return None
    if site.word(group.first - 1) in {"who", "which"} or (site.subject and site.word(site.subject[0] - 1) == "whose"):
        content = _within_relative(site, start) or content
    elif site.subject and site.word(site.subject[0] - 1) in SUBORDINATORS:
        content = _within_subordinate(site, start) or content
    return statement(site, "statement.cue-clause", [content], attitude)


def _past_insertion(site: Site) -> int:
    """Behind what commas insert between a cue and *that*: "said, however, that", "said, on the steps, that"."""
    if site.letter(site.after) != ",":
        return site.after
    for at in range(site.after + 2, min(site.after + 10, site.limit - 1)):
        if site.letter(at) == ",":
            return at if site.word(at + 1) == "that" else site.after
        if site.letter(at) in "zdXBH":
            return site.after
    return site.after


def _within_relative(site: Site, start: int) -> Range | None:
    """Reported words inside a relative clause end where the main verb follows: "Lee, who said S, left"."""
    verb: int | None = None
    for i in range(start + 1, site.limit):
        if site.letter(i) == "," and site.letter(i + 1 + (site.letter(i + 1) == "R")) in "zdXBH":
            return site.text.range(*trim(site.text, start, i))
        if site.text.quotation(i) is not None:
            continue
        if site.letter(i) in "WC,;":
            verb = None
        elif site.letter(i) in "zdXBH":
            if verb is not None and any(site.letter(k) not in "XBHOR" for k in range(verb + 1, i)):
                return site.text.range(*trim(site.text, start, i))
            verb = i
    return None


def _read_telling(site: Site) -> None:
    """Who told whom, where the cue is passive: "Tenants were told by the landlord that …"."""
    site.addressee = subject_of(site.text, site.verb_group, site.floor)
    agent = agent_behind(site.text, site.last, min(site.last + 8, site.limit))
    if agent is not None and agent[0] - 1 == site.last:
        site.subject, site.after = agent, agent[1]


def _within_subordinate(site: Site, start: int) -> Range | None:
    """Reported words inside a subordinate clause end where the main one begins: "While Lee said S, it is late"."""
    classes = site.text.word_classes(start)
    for i in range(start + 2, site.limit - 2):
        if classes[i] == "," and clause_follows(classes, i, site.limit):
            return site.text.range(*trim(site.text, start, i))
    return None


def _opens_clause(site: Site, start: int) -> bool:
    """Whether a noun phrase and a finite verb follow: "said the bridge had opened", not "said no to the bridge"."""
    text = site.text
    if site.letter(start) in 'RICW"':
        return True
    if site.letter(start) == "g":
        return has_finite_verb(text, start + 1, content_end(text, start, site.limit, reporting_verbs()))
    end = phrase_end(text, start, site.limit, linked=LINKING, coordinated=True)
    if end == start:
        return False
    if site.cue.lemma == "say" and _may_be_clause(site, start, site.limit):
        return True
    at = end
    takes_object = "object" in site.cue.frames
    for _ in range(25):
        letter = site.letter(at)
        if takes_object and (letter in "WT,C" or (letter in "CIR" and site.word(at) in SUBORDINATORS)):
            return False
        if letter in "zdXBH" or (letter == "v" and site.letter(at - 1) in "NPQR"):
            return True
        if letter in ".;" or (letter == "C" and site.word(at) in {"and", "but"}):
            return False
        at += 1
    return False


@rule(
    "statement.clause-cue",
    "<clause>, <speaker> said | <part>, <speaker> said, <rest>",
    examples=[
        "The bridge would open in May, Mayor Ortiz said on Monday.",
        "The union, Webb said, had never been asked about the plan.",
    ],
    counterexamples=["On Monday, Ortiz said that the bridge would open.", "In May, Webb added salt."],
    frames=REPORTING,
)
def clause_cue(site: Site) -> Draft | None:
    text = site.text
    if site.subject is None or not site.verb_group.finite:
        return None
    edge = (site.verb_group.first if site.inverted else site.subject[0]) - 1
    if site.word(edge) == "as" and site.letter(edge - 1) == ",":
        edge -= 1
    if site.word(edge) == "as" and edge == site.floor:
        return _as_said(site)
    if edge <= site.floor or site.letter(edge) not in ',-"':
        return None
    start = clause_start(text, edge, site.floor)
    begin, end = trim(text, start, edge if site.letter(edge) != '"' else edge + 1)
    if end <= begin:
        return None
    content = [text.range(begin, end)]
    closes = site.letter(site.after) in ".;" or site.after >= site.limit
    whole = has_finite_verb(text, begin, end)
    if site.letter(site.after) in ",-" and site.after + 2 < site.limit:
        further = site.after + 1
        gerund = site.letter(further) == "g" or site.word(further) in {"who", "which", "according"}
        stop = content_end(text, further, site.limit, reporting_verbs())
        rest = trim(text, further, stop)
        joined = site.word(further) in {"until", "because", "unless", "if", "although", "since", "when", "so", "as"}
        if not gerund and rest[1] - rest[0] > 1 and (not whole or joined or site.letter(further) not in "CI"):
            content.append(text.range(*rest))
            whole = whole or has_finite_verb(text, *rest)
            closes = True
    if not whole or not (closes or site.letter(site.after) in ",-"):
        return None
    return statement(site, "statement.clause-cue", content, site.cue.attitude("clause", "quotation", "addressee"))


def _as_said(site: Site) -> Draft | None:
    """ "As <speaker> said, <clause>"."""
    if site.letter(site.after) != ",":
        return None
    content = site.part(site.after, content_end(site.text, site.after + 1, site.limit, reporting_verbs()), fewest=3)
    if content is None:
        return None
    return statement(site, "statement.clause-cue", [content], site.cue.attitude("clause", "addressee"))


@rule(
    "statement.gerund",
    "<speaker> denied <verb phrase>",
    examples=["The landlord denied cutting off the water.", "Webb admitted taking the keys."],
    counterexamples=["Webb denied nothing.", "The admitted taking was small."],
    frames=["gerund"],
)
def gerund(site: Site) -> Draft | None:
    if site.subject is None or site.verb_group.passive:
        return None
    start = site.last
    if site.letter(start) != "g" or site.letter(start + 1) in ".,":
        return None
    content = site.part(start, content_end(site.text, start, site.limit, reporting_verbs()), fewest=2)
    if content is None:
        return None
    return statement(site, "statement.gerund", [content], site.cue.attitude("gerund"))


@rule(
    "statement.question",
    "<speaker> asked (<addressee>) whether <clause>",
    examples=["Webb asked whether the bridge was safe.", "Reporters asked the mayor how much it would cost."],
    counterexamples=["Webb asked for water.", "The bridge was in question."],
    frames=["question"],
)
def question(site: Site) -> Draft | None:
    if site.subject is None and site.verb_group.finite:
        return None
    start = site.after
    if site.word(start) == "about" and site.word(start + 1) in {"whether", "how", "what", "why", "who"}:
        start += 1
    if site.word(start) not in WH_WORDS:
        return None
    content = _clause_behind(site, start)
    if content is not None and site.verb_group.first == site.floor:
        content = _within_subordinate(site, start) or content  # "Asked whether he would go, he said no"
    if content is None:
        return None
    return statement(site, "statement.question", [content], "assertion")


def _infinitive_end(site: Site, start: int) -> int:
    """Where an infinitive ends: with the reported words, or before the verb or circumstance of the clause around it."""
    end = content_end(site.text, start, site.limit, reporting_verbs())
    complement = complement_from(site.text, start, end)
    return max((part[1] for part in (complement.theme, *complement.terms) if part), default=end)


@rule(
    "statement.infinitive",
    "<speaker> promised to <verb phrase>",
    examples=["Mayor Ortiz promised to open the bridge in May.", "The union refused to sign the paper."],
    counterexamples=["Ortiz promised nothing.", "The plan was to open it."],
    frames=["infinitive"],
)
def infinitive(site: Site) -> Draft | None:
    if site.verb_group.passive or site.subject is None:
        return None
    start = site.after
    if site.letter(start) == "R":
        start += 1
    if not site.opens_infinitive(start):
        return None
    content = site.part(start, _infinitive_end(site, start), fewest=2)
    if content is None:
        return None
    return statement(site, "statement.infinitive", [content], site.cue.attitude("infinitive"), reports=False)


@rule(
    "statement.object-infinitive",
    "<speaker> urged <addressee> to <verb phrase>",
    examples=["Webb urged the mayor to close the bridge.", "The court ordered the company to pay."],
    counterexamples=["Webb urged calm.", "The order to pay was late."],
    frames=["object_infinitive"],
)
def object_infinitive(site: Site) -> Draft | None:
    text = site.text
    if site.verb_group.passive or site.subject is None:
        return None
    start = site.last
    end = phrase_end(text, start, site.limit, linked=LINKING, coordinated=True)
    infinitive = end + (site.word(end) == "not")
    if end == start or not site.opens_infinitive(infinitive):
        return None
    begin, stop = trim(text, start, content_end(text, start, site.limit, reporting_verbs()))
    if site.addressee is None:
        site.addressee = (start, end)
    content = [text.range(begin, stop)]
    return statement(site, "statement.object-infinitive", content, site.cue.attitude("object_infinitive"))


@rule(
    "statement.call-for",
    "<speaker> called for <content>",
    examples=["Webb called for a full inquiry.", "The union is calling for higher wages."],
    counterexamples=["A taxi called for her.", "Webb called at noon."],
    frames=["for_phrase"],
)
def call_for(site: Site) -> Draft | None:
    if site.word(site.last) != "for" or site.verb_group.passive or site.subject is None:
        return None
    if site.cue.lemma == "call" and site.letter(site.last + 1) == "Q":
        return None
    start = site.last + 1
    begin, end = trim(site.text, start, content_end(site.text, start, site.limit, reporting_verbs()))
    if end <= begin or any(site.word(i) in LONG_TIMES for i in range(begin, min(begin + 3, end))):
        return None
    draft = statement(site, "statement.call-for", [site.text.range(begin, end)], "eventuality")
    draft.trigger = draft.roles["cue"] = site.text.range(site.verb_group.first, site.last + 1)
    return draft


@rule(
    "statement.adjective-clause",
    "<speaker> is confident that <clause>",
    examples=["Webb is confident that the bridge is safe.", "She was convinced the mayor had lied."],
    counterexamples=["Webb is confident.", "The sure way is long."],
    frames=["adjective_clause"],
)
def adjective_clause(site: Site) -> Draft | None:
    if site.subject is None:
        return None
    unknown = site.cue.lemma in {"clear", "sure", "unclear"} and site.word(site.last) in WH_WORDS
    if not unknown and site.word(site.last) != "that":
        if site.letter(site.last) not in "DPQ" or not _opens_clause(site, site.last):
            return None
    if site.word(site.subject[0]) == "it":
        site.subject = None
    content = _clause_behind(site, site.last)
    if content is None:
        return None
    return statement(site, "statement.adjective-clause", [content], site.cue.attitude("adjective_clause"))
