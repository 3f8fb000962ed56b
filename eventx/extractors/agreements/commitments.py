"""Commitments told by verbs: pledge, be committed to, will continue to."""

from __future__ import annotations

from eventx.extractors.agreements.pact_phrase import DURATIONS
from eventx.extractors.agreements.parties import agreement, can_agree, is_trigger, past_aside, split_parties
from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.arguments import (
    agent_behind,
    complement_from,
    double_object,
    infinitive_behind,
    object_behind,
    past_adjuncts,
)
from eventx.grammar.clauses import has_finite_verb
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import LINKING, phrase_end, phrase_start
from eventx.grammar.subjects import subject_of
from eventx.grammar.verb_groups import VerbGroup
from eventx.lexicon.inflection import verb_forms
from eventx.rules import Draft, rule
from eventx.text.word_classes import candidates

# "undertake a task", "swear that it is true": commitments only with an infinitive, or that something will be done
TO_VERB_PHRASE = frozenset(["guarantee", "swear", "undertake"])
REFLEXIVE = frozenset("itself himself herself themselves ourselves myself".split())
SUMS = frozenset("$ £ € million billion bn trillion dollars euros pounds percent troops".split())
ANYONE = frozenset("anybody anyone somebody someone whoever".split())
PROCESSES = ("ment", "tion", "sion", "ance", "ence", "ness", "ity")
# "I know he will continue": not said by whoever would be bound
BELIEVING = frozenset("believe believed believes expect expects feel hope hopes know knows sure think thinks".split())
BINDING = frozenset("will would shall 'll 'd never".split())


@rule(
    "agreement.pledge",
    "<party> pledge to <verb phrase> | pledge <theme> | pledge that <clause> | <theme> be pledged by <party>",
    examples=["The mayor pledged to rebuild the bridge.", "Norland has committed $2 million to the fund."],
    counterexamples=["He committed a crime.", "The rebels vowed revenge."],
)
def pledge(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not is_trigger(trigger, "commitment_verbs"):
        return None
    group = trigger.group()
    lemma = forms("agreements", "commitment_verbs")[trigger.word(token)]
    subject = subject_of(text, group, trigger.floor)
    if group.passive:
        return _passive_pledge(trigger, group, lemma, subject)
    behind = token + 1
    if lemma == "commit" and trigger.word(behind) in REFLEXIVE:
        behind += 1
    theme, terms = _pledged(trigger, behind, lemma)
    if theme is None and lemma not in TO_VERB_PHRASE | {"commit"}:
        theme = _quoted(trigger, behind, subject)
    if theme is None or subject is None or _threat(trigger, theme) or _is_adjective(trigger, group, theme):
        return None
    if text.lower[theme[0] : theme[1]] == ["to", "do"] or _is_contact_relative(trigger, theme):
        return None  # "cannot keep what she promises to keep", "the pledges he has been making"
    if lemma in TO_VERB_PHRASE and not _binds(trigger, theme):
        return None
    if trigger.word(subject[0]) in ANYONE:
        return None  # "might prefer judges committed to their aims"
    idle = trigger.word(subject[0]) == "it" or not can_agree(trigger, subject)
    if lemma == "promise" and trigger.word(theme[0] + 1) == "be" and idle:
        return None  # "promises to be a close match"
    if lemma == "promise" and (_is_abstract(trigger, subject) or (idle and _is_process(trigger, subject))):
        return None  # "the show promises plenty of laughs"
    roles = {
        "parties": [trigger.mention(part) for part in split_parties(trigger, subject)],
        "theme": trigger.span(theme),
        "terms": [text.range(*part) for part in terms],
        "kind": "commitment",
    }
    return agreement(trigger, "agreement.pledge", (token, token + 1), roles, assess(text, group, trigger.floor))


def _passive_pledge(trigger: Trigger, group: VerbGroup, lemma: str, subject: TokenRange | None) -> Draft | None:
    """ "$40m was pledged by donors", "voters were promised a vote"."""
    text, token = trigger.text, trigger.token
    if lemma not in {"pledge", "promise"} or subject is None:
        return None
    theme = object_behind(text, token + 1, trigger.limit)
    giver = next((i for i in range(*theme) if trigger.word(i) == "from"), None) if theme else None
    if theme is not None and giver is not None:
        theme = (theme[0], giver)  # "was promised $2m from the state"
    if theme is None or trigger.letter(theme[0]) not in "DMNJQ":
        complement = infinitive_behind(text, token + 1, trigger.limit)
        theme = complement.theme if complement else subject
    agent = agent_behind(text, token + 1, trigger.limit)
    if agent is None and giver is not None:
        agent = agent_behind(text, giver, trigger.limit, frozenset(["from"]))
    roles = {
        "parties": [trigger.mention(part) for part in split_parties(trigger, agent)],
        "theme": trigger.span(theme),
        "kind": "commitment",
    }
    return agreement(trigger, "agreement.pledge", (token, token + 1), roles, assess(text, group, trigger.floor))


def _is_contact_relative(trigger: Trigger, theme: TokenRange) -> bool:
    """Whether a noun was read as the verb, and what follows it is its relative: "the pledges *he's been making*"."""
    if trigger.letter(theme[0]) != "Q":
        return False
    return any(trigger.word(i) in {"made", "making"} for i in range(theme[0] + 1, theme[0] + 4)) and (
        trigger.letter(trigger.token) in "zv" and trigger.letter(trigger.token - 1) in "NJ"
    )


def _is_adjective(trigger: Trigger, group: VerbGroup, theme: TokenRange) -> bool:
    """Whether a participle stands before a noun: "promising results", "regular, pledged delegates"."""
    token, letter = trigger.token, trigger.letter(trigger.token)
    if letter == "n" and not group.auxiliaries:
        return True
    if letter == "g" and not group.auxiliaries and trigger.letter(token - 1) in "vzdnDJ":
        return True
    if letter == "g" and trigger.letter(token - 1) == "C" and trigger.letter(token - 2) == "J":
        return True  # "an awkward but promising start"
    before_noun = theme[0] == token + 1 and trigger.letter(theme[0]) == "N"
    counted = trigger.letter(token - 1) in ",DJM" or trigger.word(token - 1) in {"enough", "more"}
    return letter in "dn" and counted and before_noun


def _is_abstract(trigger: Trigger, subject: TokenRange) -> bool:
    return any(trigger.word(i) in words("agreements", "promising_things") for i in range(subject[0], subject[1]))


def _is_process(trigger: Trigger, subject: TokenRange) -> bool:
    """Whether the subject tells what happens, so that it is only likely to: "retirements promise to swell the bill"."""
    return trigger.letter(subject[1] - 1) == "N" and trigger.word(subject[1] - 1).removesuffix("s").endswith(PROCESSES)


def _binds(trigger: Trigger, theme: TokenRange) -> bool:
    """Whether "swear that …", "undertake that …" says what shall be done, rather than what is true."""
    if trigger.word(theme[0]) in {"to", "not", "never"}:
        return True
    return any(trigger.word(i) in BINDING for i in range(theme[0], min(theme[0] + 8, theme[1])))


def _pledged(trigger: Trigger, at: int, lemma: str) -> tuple[TokenRange | None, list[TokenRange]]:
    """What is promised behind the verb, past whom it is promised to."""
    text = trigger.text
    while trigger.letter(at) == "R" and trigger.word(at) not in {"not", "never", "further", "more"}:
        at += 1
    at = past_aside(trigger, past_adjuncts(text, at, trigger.limit))
    if lemma in {"promise", "guarantee"}:
        at = _past_promisee(trigger, at)
    complement = infinitive_behind(text, at, trigger.limit)
    if complement is not None:
        return complement.theme, complement.terms
    if lemma == "commit":
        if trigger.word(at) == "to":
            complement = complement_from(text, at + 1, trigger.limit)
            return complement.theme, complement.terms
        given = object_behind(text, at, trigger.limit)
        if given is None or not any(trigger.word(i) in SUMS for i in range(*given)):
            return None, []
    clause = trigger.letter(at) in "QDP" and has_finite_verb(text, at, trigger.limit) and not _object_then(trigger, at)
    if trigger.word(at) == "that" or clause:
        complement = complement_from(text, at, trigger.limit)
        return complement.theme, complement.terms
    noun = object_behind(text, at, trigger.limit)
    if noun is None or lemma in TO_VERB_PHRASE:
        return None, []
    end = phrase_end(text, noun[1] + 1, trigger.limit) if trigger.word(noun[1]) == "for" else noun[1]
    if trigger.word(end - 1) in DURATIONS:
        end = noun[1]  # "have been promising a larger staff for months"
    if trigger.letter(end) == "v" and trigger.letter(end - 1) == "N" and "N" in candidates(trigger.word(end)):
        end += 1  # "further police reform"
    start = at if trigger.word(at) in {"further", "more"} else noun[0]
    return (start, max(end, noun[1])), []


def _past_promisee(trigger: Trigger, at: int) -> int:
    """The token behind whom something is promised to: "promised *voters* a bridge", "promised *each other* to"."""
    text = trigger.text
    if trigger.word(at) in {"each", "one"} and trigger.word(at + 1) in {"other", "another"}:
        return at + 2
    if trigger.letter(at) not in "NPQDM" or trigger.word(at) in {"that", "it"}:
        return at
    if trigger.letter(at) == "Q" and trigger.word(at) in {"you", "them", "us", "me", "him", "her"}:
        return at + 1
    pair = double_object(text, at, trigger.limit)
    end = phrase_end(text, at, trigger.limit, linked=LINKING - {"to"}, coordinated=True)
    if trigger.word(end) in {"to", "that"} and trigger.letter(end) in "TC":
        # "promised the voters to …", but not "promised the right to vote"
        known = trigger.mentions.describe(at, end).kind in {"person", "organization", "group", "place"}
        return end if known or trigger.word(end) == "that" else at
    return pair[1] if pair is not None else at


def _object_then(trigger: Trigger, at: int) -> bool:
    """Whether the finite verb belongs to a relative or a later clause: "promised a bridge that he never built"."""
    if trigger.letter(at) == "Q":
        return False
    end = phrase_end(trigger.text, at, trigger.limit, linked=LINKING, coordinated=True)
    return trigger.letter(end) not in "zdXBHOR" and trigger.word(end) != "who"


def _quoted(trigger: Trigger, behind: int, subject: TokenRange | None) -> TokenRange | None:
    """The quotation that holds the promise: "He vowed: “I will pay”", "“We will pay,” the bank pledged"."""
    text = trigger.text
    opening = behind + 1 if trigger.word(behind) in {":", ","} else behind
    if trigger.letter(opening) == '"':
        after = text.quotation(opening)
        return (after.first, after.last + 1) if after is not None and after.first == opening else None
    while trigger.letter(behind) == "R":
        behind += 1
    if trigger.letter(behind) not in ".," or text.quotation(trigger.token) is not None:
        return None
    start = phrase_start(text, trigger.group().first, trigger.floor) if subject is None else subject[0]
    before = text.quotation(start - 1) if start > trigger.floor else None
    return (before.first, before.last + 1) if before is not None and before.last == start - 1 else None


def _threat(trigger: Trigger, theme: TokenRange) -> bool:
    head = [trigger.word(i) for i in range(theme[0], min(theme[0] + 3, theme[1]))]
    return any(word in words("agreements", "threats") for word in head)


@rule(
    "agreement.be-committed-to",
    "<party> be committed to <theme>",
    examples=["Norland is committed to cutting its debt.", "We remain committed to the accord."],
    counterexamples=["The crime was committed to hide a debt.", "She is a committed Christian."],
)
def be_committed(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) != "committed" or trigger.word(token + 1) != "to":
        return None
    verb = token - 1
    while trigger.letter(verb) in 'RM"' or trigger.word(verb) in {"percent", "%"}:
        verb -= 1
    if trigger.letter(verb) != "B" and trigger.word(verb) not in {"remain", "remains", "remained"}:
        return None
    group = trigger.group(verb)
    subject = subject_of(text, group, trigger.floor)
    if (
        trigger.letter(token + 2) == "v"
        or subject is None
        or trigger.word(subject[1] - 1) in {"crime", "murder", "crimes"}
    ):
        return None
    complement = complement_from(text, token + 2, trigger.limit)
    roles = {
        "parties": [trigger.mention(part) for part in split_parties(trigger, subject)],
        "theme": trigger.span(complement.theme),
        "terms": [text.range(*part) for part in complement.terms],
        "kind": "commitment",
    }
    at = (token, token + 1)
    return agreement(trigger, "agreement.be-committed-to", at, roles, assess(text, group, trigger.floor))


@rule(
    "agreement.will-continue",
    "<party> will continue to <verb phrase>, as it says or is said to",
    examples=[
        "Norland said it will continue to accept refugees.",
        "“We will keep paying our share,” the minister said.",
    ],
    counterexamples=["Prices will continue to rise.", "He said the rain will continue to fall."],
)
def will_continue(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    verbs = words("agreements", "continuing", "verbs")
    if trigger.word(token) not in verbs or trigger.letter(token) != "v":
        return None
    group = trigger.group()
    if not {"will", "'ll", "shall"} & set(group.auxiliaries):
        return None
    start = token + 1
    act = start + 1 if trigger.word(start) == "to" else start
    lemmas = words("agreements", "continuing", "acts")
    acts = {verb_forms(lemma).ing if act == start else lemma for lemma in lemmas}
    subject = subject_of(text, group, trigger.floor)
    speaks = subject is not None and trigger.word(subject[0]) in {"we", "i"}
    if trigger.word(act) not in acts and not (
        speaks and trigger.word(act) not in words("agreements", "continuing", "states")
    ):
        return None
    complement = complement_from(text, start, trigger.limit)
    if subject is None or complement.theme is None or trigger.word(subject[0] - 1) in BELIEVING:
        return None
    roles = {
        "parties": [trigger.mention(part) for part in split_parties(trigger, subject)],
        "theme": trigger.span(complement.theme),
        "terms": [text.range(*part) for part in complement.terms],
        "kind": "commitment",
        "status": "in_force",
    }
    draft = agreement(
        trigger,
        "agreement.will-continue",
        (group.first, token + 1),
        roles,
        ("negative" if group.negated else "positive", "asserted"),
    )
    draft.needs_speaker = True
    return draft
