"""Descriptions behind *as*: describe, dismiss, hail, refer to X as Y."""

from __future__ import annotations

from typing import Any

from eventx.extractors.characterizations.descriptions import (
    adjunct_begins,
    as_forms,
    before_main_verb,
    characterization,
    description_from,
    group_of,
    is_evaluative,
    is_mere_naming,
    is_quoted,
    is_verb,
    reason_behind,
)
from eventx.extractors.characterizations.relatives import free_relative
from eventx.extractors.characterizations.status import told_status
from eventx.extractors.characterizations.targets import holder_before, whole_start, whole_subject
from eventx.extractors.trigger import TokenRange, Trigger, words
from eventx.grammar.arguments import agent_behind, complement_from
from eventx.grammar.clauses import trim
from eventx.grammar.noun_phrases import HONORIFICS, phrase_end, phrase_start
from eventx.grammar.verb_groups import VerbGroup
from eventx.mentions.kinds import noun_kind
from eventx.rules import Draft, rule
from eventx.text.word_classes import candidates

# "as well", "as soon", "as he climbed": an *as* that marks no description
AFTER_OTHER_AS = frozenset("always expected he i if in it planned she they though usual we well".split())
# "as long as", but "as long overdue"
TWOFOLD_AS = frozenset("far long many much soon".split())
RISING = frozenset("closer down off out up".split())
SERVING = frozenset("act acted acting run running serve served serving work worked working".split())
# ", saying", ", suggesting": a participle that says something of its own
SPEAKING = frozenset("adding arguing calling insisting noting saying suggesting warning".split())


@rule(
    "characterization.describe-as",
    "<holder> describe <target> as <description>",
    examples=["The coach described the result as a farce.", "The deal was hailed as a breakthrough by both sides."],
    counterexamples=["She described the thief to the police.", "He worked as a driver."],
)
def describe_as(trigger: Trigger) -> Draft | None:
    token = trigger.token
    if trigger.word(token) not in as_forms() or not is_verb(trigger):
        return None
    if trigger.word(token + 1) in {"aboard", "back", "home"}:
        return None  # "welcomed back as"
    found = _verb_and_marker(trigger)
    if found is None:
        return None
    lemma, behind, marker, object_end = found
    if trigger.word(behind) == "of":
        return None  # "the labelling of them as"
    group = group_of(trigger)
    if group.passive or _is_reduced(trigger, group, marker):
        return _passive(trigger, lemma, group, marker)
    description = description_from(trigger, marker + 1)
    participle = trigger.letter(token) == "g" and not group.auxiliaries
    # "posters portraying the saint as a crook should go"
    ends = participle and trigger.letter(phrase_end(trigger.text, marker + 1, trigger.limit)) == "X"
    if description is None or not _describes(trigger, lemma, marker + 1, reduced=ends):
        return None
    if participle:
        description = (description[0], before_main_verb(trigger, *description, "XBH"))
    target = _object(trigger, behind, object_end)
    if target is None:
        free = free_relative(trigger, "characterization.describe-as")
        if free is not None:
            return free
        target, shifted = _shifted(trigger, description)
        if target is None and trigger.letter(token) == "d" and trigger.letter(token - 1) in "NP)":
            return _passive(trigger, lemma, group, marker)  # "a bill painted as cruel", with no object
        description = shifted
    if target is None or _is_appearance(trigger, target, description) or _is_part(trigger, lemma, description):
        return None
    if trigger.letter(target[1] - 1) in "vzd" and any(trigger.letter(i) == "W" for i in range(*target)):
        return None  # "talked about whom they want as"
    holder = holder_before(trigger, group)
    if is_mere_naming(trigger, lemma, description, held=holder is not None):
        return None
    if lemma in words("characterizations", "judging_verbs") and (
        _is_office(trigger, description) or trigger.word(target[1] - 1) in words("characterizations", "takes_as")
    ):
        return None  # "criticized his record as a senator", "defended his role as a watchdog"
    if lemma == "present" and trigger.word(target[0]) == "itself":
        return None  # "the town presents itself as a fine base for walks"
    return _described(trigger, lemma, group, holder, target, description)


def _object(trigger: Trigger, start: int, end: int) -> TokenRange | None:
    """What is described, without words that say on what occasion: "the party, during an interview,"."""
    if start >= end:
        return None
    if trigger.letter(start) in "IR" and trigger.letter(end - 1) != "g":
        return None  # "referred to on the web as"
    if trigger.letter(start) == "Q" and trigger.letter(start + 1) in "IRJ":
        return start, start + 1  # "describes himself online as"
    stop = next((i for i in range(start + 1, end) if adjunct_begins(trigger, i, end)), end)
    while stop > start + 1 and trigger.letter(stop - 1) == "R":
        stop -= 1
    return trim(trigger.text, start, stop)


def _is_reduced(trigger: Trigger, group: VerbGroup, marker: int) -> bool:
    """Whether the participle follows what it describes: "the plan, described in papers as", "a law seen by many as"."""
    token = trigger.token
    if trigger.letter(token) == "n":
        described = trigger.letter(token + 1) in "DPQ" and marker > token + 1  # "– even promoted Lee as"
        return not group.auxiliaries and not described
    before = token - 1
    while trigger.letter(before) == "R":
        before -= 1  # "an island often described as"
    if trigger.letter(token) != "d" or trigger.letter(before) not in ",(-NP)":
        return False
    start = phrase_start(trigger.text, token, trigger.floor, linked=False)
    if trigger.letter(before) == "N" and marker == token + 1 and trigger.letter(start - 1) == "I":
        return start - 1 == trigger.floor  # "At an event billed as"
    if trigger.word(token + 1) == "by":
        return agent_behind(trigger.text, token + 1, marker) is not None
    adverbs = all(trigger.letter(i) == "R" for i in range(token + 1, marker))
    if trigger.letter(before) not in ",(-":
        return marker == token + 1 and before < token - 1
    return adverbs or trigger.word(token + 1) in {"in", "at", "on", "during"}


def _described(
    trigger: Trigger,
    lemma: str,
    group: VerbGroup,
    holder: TokenRange | None,
    target: TokenRange | None,
    description: TokenRange,
) -> Draft:
    roles: dict[str, Any] = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.span(trim(trigger.text, *description)),
        "reason": trigger.span(reason_behind(trigger, description)),
    }
    at = (trigger.token, trigger.token + 1)
    assessed = told_status(trigger, group, holder)
    return characterization(trigger, "characterization.describe-as", at, roles, assessed, lemma)


def _passive(trigger: Trigger, lemma: str, group: VerbGroup, marker: int) -> Draft | None:
    """ "Y was described (by X) as Z", "Y, described by X as Z,"."""
    description = description_from(trigger, marker + 1)
    if description is None or not _describes(trigger, lemma, marker + 1, reduced=not group.passive):
        return None
    between = range(trigger.token + 1, marker)
    if any(trigger.letter(i) == "W" and trigger.letter(i + 1) in "zdv" for i in between):
        return None  # "was attacked by Lee, who cites it as"
    if not group.passive:
        description = (description[0], before_main_verb(trigger, *description))
    elif trigger.word(group.first) == "being":
        description = (description[0], before_main_verb(trigger, *description, "XBH"))
    holder = agent_behind(trigger.text, trigger.token + 1, marker) or _agent_within(trigger, description)
    if holder and holder[0] > description[0]:
        description = (description[0], holder[0] - 1)
    target = _passive_target(trigger, group.passive)
    unnamed = group.passive and trigger.word(group.first - 1) == "what"
    if unnamed:
        target = None
    elif target is None and holder is None:
        return None
    if _is_appearance(trigger, target, description):
        return None
    if is_mere_naming(trigger, lemma, description, held=holder is not None) or _is_office(trigger, description):
        return None
    return _described(trigger, lemma, group, holder, target, description)


def _verb_and_marker(trigger: Trigger) -> tuple[str, int, int, int] | None:
    """The verb with its particle, where its object begins, its *as*, and where the object ends before that."""
    for lemma in as_forms()[trigger.word(trigger.token)]:
        behind = trigger.token + 1
        particle = lemma.split()[1:]
        if particle and [trigger.word(behind)] == particle:
            marker = _as_behind(trigger, behind + 1)
            if marker is not None:
                return lemma, behind + 1, marker, marker
        elif particle:
            marker = _as_behind(trigger, behind)
            if marker is not None and [trigger.word(marker - 1)] == particle and marker - 1 > behind:
                return lemma, behind, marker, marker - 1
        else:
            marker = _as_behind(trigger, behind)
            if marker is not None:
                return lemma, behind, marker, marker
    return None


def _as_behind(trigger: Trigger, start: int) -> int | None:
    """The *as* that belongs to the verb: before a further verb, and no conjunction."""
    for i in range(start, min(start + 30, trigger.limit)):
        word, letter = trigger.word(i), trigger.letter(i)
        if word in words("characterizations", "description_nouns"):
            return None  # "rejected his description of the strike as theft"
        if word in as_forms() and (
            trigger.word(i - 1) in {",", "by"} or (trigger.word(i - 1) == "and" and letter == "v")
        ):
            return None  # "slams rival, praises union as"
        if letter == "," and trigger.word(i + 1) in SPEAKING:
            return None  # "welcomed the news, saying it might see him as"
        if word == "as" and _of_another_word(trigger, start, i):
            return None
        if word == "as" and trigger.word(i - 1) not in {"such", "as", "so", "same"}:
            compares = trigger.letter(i + 1) in "JR" and "as" in {trigger.word(i + 2), trigger.word(i + 3)}
            if trigger.word(i + 1) in TWOFOLD_AS and trigger.word(i + 2) == "as":
                return None
            if trigger.word(i + 1) in AFTER_OTHER_AS or compares or trigger.letter(i - 1) == "(":
                return None
            return i
        if letter in ";XBH" or (letter in "zd" and trigger.letter(i - 1) not in "DJS"):
            if _clause_opens(trigger, start, i):
                continue
            return None
        if letter == '"':
            quotation = trigger.text.quotation(i)
            if quotation is not None and quotation.last > trigger.limit:
                return None
    return None


def _clause_opens(trigger: Trigger, start: int, end: int) -> bool:
    return any(trigger.letter(i) == "W" or trigger.word(i) == "that" for i in range(start, end))


def _of_another_word(trigger: Trigger, start: int, marker: int) -> bool:
    """Whether an *as* belongs to a word between the verb and it."""
    before = marker - 1
    word, letter = trigger.word(before), trigger.letter(before)
    if word in as_forms() and letter in "zdnv" and before > start:
        return True  # "lamenting what they described as"
    if trigger.letter(marker + 1) not in 'D"' and "such" in trigger.text.lower[start:marker]:
        return True  # "promote such causes as thrift"
    if word in words("characterizations", "takes_as") and _clause_opens(trigger, start, marker):
        return True  # "into a corner that could threaten their viability as"
    if word in SERVING and letter in "vdgn":
        return True  # "for choosing to serve as"
    return word in {"known", "not", "over"}  # "resonate not as", "took over as"


def _describes(trigger: Trigger, lemma: str, start: int, *, reduced: bool = False) -> bool:
    """Whether what follows *as* describes: not a clause ("as he climbed"), not a mere role ("dismissed as coach").

    Behind a reduced relative the verb of the sentence may follow: "the man described as a thief has".
    """
    letter, word = trigger.letter(start), trigger.word(start)
    if word in {"being", "having"}:
        return True
    if not reduced and letter in "DJNPQ":
        end = phrase_end(trigger.text, start, trigger.limit)
        verb = end - 1 if trigger.letter(end - 2) == "N" and "z" in candidates(trigger.word(end - 1)) else end
        if (verb < end or trigger.letter(verb) == "z") and trigger.word(verb + 1) in RISING:
            return False  # "mocked critics as scrutiny heats up"
        finite = trigger.letter(end) in "zdXBH" and trigger.word(end - 1) != "who" and letter in "DQ"
        plural = trigger.letter(end) == "v" and trigger.letter(end - 1) == "N" and trigger.letter(end + 1) in "DQP"
        if finite or plural:
            return False  # "was blamed as neighbours regard her as a danger"
    if letter in 'DJnR"gMI':
        return True
    if letter == "N":
        if lemma in {"dismiss", "reject", "present", "cast", "see", "name"} and word in words(
            "characterizations", "roles"
        ):
            return False
        return word not in words("characterizations", "roles") or lemma not in {"dismiss", "cast", "present"}
    return letter == "P" and lemma not in {"cast", "present", "see"}


def _is_office(trigger: Trigger, description: TokenRange) -> bool:
    """Whether the words tell what somebody is by trade: "described in court as the firm's accountant"."""
    if is_quoted(trigger, description) or is_evaluative(trigger, description):
        return False
    inside = trigger.text.lower[description[0] : description[1]]
    return any(word in words("characterizations", "roles") for word in inside)


def _is_part(trigger: Trigger, lemma: str, description: TokenRange) -> bool:
    """Whether somebody gets a part to play: "cast him as the Prince"."""
    if lemma not in {"cast", "present"}:
        return False
    end = phrase_end(trigger.text, description[0], description[1])
    if end > description[0] and is_quoted(trigger, (description[0], end)):
        return False
    return trigger.letter(end - 1) == "P"


def _is_appearance(trigger: Trigger, target: TokenRange | None, description: TokenRange) -> bool:
    """Whether police or witnesses say what somebody looks like: "described the thief as a tall man in his thirties"."""
    if is_quoted(trigger, description) or is_evaluative(trigger, description):
        return False
    inside = trigger.text.lower[description[0] : description[1]]
    looks = [word for word in inside if word in words("characterizations", "appearance")]
    heads = trigger.text.lower[target[0] : target[1]] if target else []
    sought = any(word in words("characterizations", "sought") for word in heads)
    return len(looks) > 1 or (sought and (bool(looks) or any(trigger.letter(i) == "M" for i in range(*description))))


def _passive_target(trigger: Trigger, passive: bool) -> TokenRange | None:
    group = trigger.group()
    if passive:
        return whole_subject(trigger, group)
    end = group.first
    while trigger.letter(end - 1) in "R,(-" or trigger.word(end - 1) == "long":
        end -= 1
    start = phrase_start(trigger.text, end, trigger.floor)
    if end < group.first:
        start = whole_start(trigger, start)
        nearest = phrase_start(trigger.text, end, trigger.floor, linked=False)
        if nearest > start and _hangs(trigger, start, nearest, end):
            start = nearest  # "aimed at Lee of Orvia, seen as", "the name of Mr. Lee, described as"
    for i in range(start + 1, end - 1):
        verb = "z" in candidates(trigger.word(i)) and trigger.text.words[i].islower() and trigger.letter(i - 1) == "P"
        if verb and trigger.letter(i + 1) in "NJ":
            return i + 1, end  # a headline: "Orvia Senate passes bill criticized as cruel"
    return (start, end) if start < end else None


def _hangs(trigger: Trigger, start: int, nearest: int, end: int) -> bool:
    """Whether a chain of phrases begins with a thing and ends in a titled person, whom the words describe."""
    titled = any(word in HONORIFICS or noun_kind(word) == "person" for word in trigger.text.lower[nearest:end])
    if not titled or trigger.letter(end - 1) != "P":
        return False
    first = next((i for i in range(start, nearest) if trigger.letter(i) in "IT"), nearest)
    return trigger.letter(first - 1) == "N" and noun_kind(trigger.word(first - 1)) is None


def _agent_within(trigger: Trigger, description: TokenRange) -> TokenRange | None:
    for i in range(description[0] + 1, description[1]):
        if trigger.letter(i - 1) in "nd" and trigger.letter(i - 2) == "N" and i - 2 > description[0]:
            continue  # "blind to the costs caused by trade"
        share = trigger.letter(i + 1) == "M" and trigger.word(i + 2) in {"%", "percent"} and trigger.word(i + 3) == "of"
        if trigger.word(i) == "by" and (trigger.letter(i + 1) in "DPQNJ" or share):
            return agent_behind(trigger.text, i, trigger.limit)
    if trigger.word(description[1]) == "by":
        return agent_behind(trigger.text, description[1], trigger.limit)
    return None


def _shifted(trigger: Trigger, description: TokenRange) -> tuple[TokenRange | None, TokenRange]:
    """ "dismissed as “nonsense” claims that …", "denounced as theft the plan": the target stands behind."""
    start = description[0]
    follows = "DNPJQ"
    if trigger.letter(start) == '"':
        quotation = trigger.text.quotation(start)
        split = quotation.last + 1 if quotation else start
    else:
        split = start + 1
        while trigger.letter(split - 1) not in "JN" or trigger.letter(split) in "C":
            split += 1
            if split >= trigger.limit:
                return None, description
        if trigger.letter(start) == "D" or trigger.letter(split - 1) == "N":
            split, follows = phrase_end(trigger.text, start, trigger.limit), "DQ"
    end = complement_from(trigger.text, split, trigger.limit).theme if split < trigger.limit else None
    if end is None or trigger.letter(split) not in follows or split == start:
        return None, description
    return end, (start, split)
