"""Characterizations: a holder says what somebody or something is like."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from eventx.extractors.trigger import TokenRange, Trigger, first_drafts, forms, words
from eventx.grammar.arguments import agent_behind, complement_from
from eventx.grammar.clauses import trim
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import TIME_WORDS, phrase_end, phrase_start
from eventx.grammar.subjects import subject_of
from eventx.lexicon import load
from eventx.mentions import Mentions
from eventx.rules import Draft, Rule, rule
from eventx.text import Text
from eventx.text.word_classes import candidates

PRONOUN_OBJECTS = frozenset("him her it them me us you himself herself itself themselves this that".split())


def _draft(
    trigger: Trigger, rule_id: str, at: TokenRange, roles: dict[str, Any], assessed: tuple[str, str]
) -> Draft:
    roles = {key: value for key, value in roles.items() if value}
    if "evaluation" not in roles:
        description = roles.get("description") or roles.get("reason")
        roles["evaluation"] = evaluation_of(trigger.text.string(description)) if description else "neutral"
    return Draft("characterization", rule_id, trigger.text.range(*at), roles, polarity=assessed[0], modality=assessed[1])


def evaluation_of(description: str) -> str:
    """Whether a description praises or blames, by its evaluative words; a negation turns it round.

    >>> evaluation_of("a reckless plan"), evaluation_of("not good"), evaluation_of("a tax haven")
    ('negative', 'negative', 'neutral')
    """
    known: dict[str, str] = load("evaluations")
    found = "neutral"
    negated = False
    text = Text(description)
    for i, word in enumerate(text.lower):
        if found != "neutral" and text.word_class(i) in "IT":
            break  # the head has spoken: "a chance to leave prison"
        if word in {"not", "no", "never", "hardly", "n't", "without", "anything"}:
            negated = True
        sign = known.get(word) or known.get(word.removesuffix("s"))
        if sign is not None:
            found = "positive" if sign == "+" else "negative"
            if found == "negative":
                break
    if negated and found != "neutral":
        return "positive" if found == "negative" else "negative"
    return found


def _holder(trigger: Trigger, group_subject: TokenRange | None) -> Any:
    return trigger.mention(group_subject)


def _description_end(trigger: Trigger, start: int) -> int:
    """Where a description ends: with its quotation, or with the clause."""
    text = trigger.text
    quotation = text.quotation(start) if trigger.letter(start) == '"' else None
    if quotation is not None and quotation.first == start and quotation.last < trigger.limit + 1:
        end = quotation.last + 1
        if trigger.letter(end) in "IT" and trigger.letter(end - 2) not in ",.":
            return complement_from(text, start, trigger.limit).theme[1]  # type: ignore[index]
        return end
    complement = complement_from(text, start, trigger.limit)
    return complement.theme[1] if complement.theme else start


def _coordinate_end(trigger: Trigger, start: int, end: int) -> int:
    """Stops a description before "and" and a further verb: "called it a lie and left"."""
    for i in range(start + 1, end):
        if trigger.letter(i) == "C" and trigger.word(i) in {"and", "but"}:
            following = i + 1
            while trigger.letter(following) == "R":
                following += 1
            if trigger.letter(following) in "dzXBHO":
                return i
        if trigger.word(i) == "within" or (trigger.letter(i) == "I" and trigger.word(i + 1) in TIME_WORDS):
            return i
        if trigger.letter(i) == "," and trigger.letter(i + 1) in "gdzQ":
            return i
        if trigger.letter(i) == "," and trigger.word(i + 1) in {"who", "which", "and", "but", "saying", "adding"}:
            return i
    return end


def _describe(trigger: Trigger, start: int) -> TokenRange | None:
    if start >= trigger.limit:
        return None
    end = _coordinate_end(trigger, start, _description_end(trigger, start))
    begin, end = trim(trigger.text, start, end)
    return (begin, end) if begin < end else None


@rule(
    "characterization.call",
    "<holder> call <target> <description>",
    examples=["The mayor called the plan a disaster.", "Critics have branded him “reckless”."],
    counterexamples=["She called the police.", "They called off the match."],
)
def call(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not _is(trigger, "label_verbs"):
        return None
    group = trigger.group()
    lemma = forms("characterizations", "label_verbs")[trigger.word(token)]
    behind = token + 1
    if trigger.word(behind) in {"on", "off", "for", "upon", "in", "up", "out", "back", "into", "to", "at", "attention", "by"}:
        return None
    reduced = trigger.letter(token) == "n" and not group.auxiliaries
    if trigger.letter(token) == "d" and trigger.letter(token - 1) == ",":
        reduced = agent_behind(text, token + 1, trigger.limit) is not None
    if group.passive or reduced:
        return _called_passive(trigger, group.passive)
    free = _free_relative(trigger, group.first)
    if free is not None:
        return free
    parts = _target_and_description(trigger, behind, lemma)
    if parts is None:
        return None
    target, description = parts
    holder = subject_of(text, group, trigger.floor)
    if _official(trigger, lemma, description) or _only_named(trigger, description):
        return None
    roles = {
        "holder": _holder(trigger, holder),
        "target": trigger.mention(target),
        "description": trigger.span(description),
    }
    return _draft(trigger, "characterization.call", (token, token + 1), roles, assess(text, group, trigger.floor))


def _is(trigger: Trigger, *lists: str) -> bool:
    return trigger.letter(trigger.token) in "vzdng" and any(
        trigger.word(trigger.token) in forms("characterizations", name) for name in lists
    )


def _target_and_description(trigger: Trigger, start: int, lemma: str) -> tuple[TokenRange | None, TokenRange] | None:
    """Splits "the plan a disaster", "him reckless", "it “a joke”", "it absurd that …"."""
    text = trigger.text
    listed = words("characterizations", "not_called")
    if trigger.letter(start) == "Q" or (trigger.word(start) in {"this", "that"} and trigger.letter(start + 1) in 'D"'):
        description = _describe(trigger, start + 1)
        if description is None or trigger.letter(description[0]) in "TC.,":
            return None
        if trigger.letter(description[0]) == "R" and trigger.letter(description[0] + 1) not in "JDgnR":
            return None
        if trigger.letter(description[0]) in "I" and trigger.word(description[0]) != "out":
            return None
        if trigger.word(start) == "it":
            short = _before_extraposed(trigger, description)
            if short is not None:
                return None, short
        if trigger.word(description[0]) in {"on", "names", "back", "later", "again"}:
            return None
        if [trigger.word(i) for i in range(*description)][:2] in (["a", "day"], ["a", "night"], ["quits"]):
            return None
        return (start, start + 1), description
    end = phrase_end(text, start, trigger.limit, coordinated=True)
    if end == start:
        return None
    if trigger.letter(start) in "J" and not trigger.letter(start + 1) in "NP":
        return None
    split = _split_inside(trigger, start, end)
    if split is not None:
        description = _describe(trigger, split)
        return ((start, split), description) if description else None
    at = end
    while at < trigger.limit:
        if trigger.letter(at) in "JDM\"" and trigger.letter(at - 1) != "I" or trigger.letter(at) == "R" and trigger.letter(at + 1) in "JDg":
            break
        if trigger.letter(at) in "g" and trigger.letter(at - 1) in "NPQ":
            break
        if trigger.letter(at) in "IT" and trigger.word(at) not in {"by", "as"}:
            further = phrase_end(text, at + 1, trigger.limit)
            if trigger.letter(at) == "T" and trigger.letter(at + 1) == "v":
                further = phrase_end(text, at + 2, trigger.limit)
                inner = _split_inside(trigger, at + 2, further)
                if inner is not None:
                    further = inner
            else:
                inner = _split_inside(trigger, at + 1, further)
                if inner is not None:
                    further = inner
            if further <= at + 1:
                return None
            at = further
            continue
        return None
    if at >= trigger.limit:
        return None
    head = trigger.word(end - 1)
    if (head in listed or head.removesuffix("s") in listed) and trigger.letter(at) != '"':
        return None
    description = _describe(trigger, at)
    if description is None or trigger.word(description[0]).endswith("day"):
        return None
    return (start, at), description


def _split_inside(trigger: Trigger, start: int, end: int) -> int | None:
    """Where one noun phrase turns into another: before a quotation mark, or a determiner behind a noun."""
    for i in range(start + 1, end):
        if trigger.letter(i) == '"' and trigger.letter(i - 1) in "NPM" and trigger.text.quotation(i) is not None:
            quotation = trigger.text.quotation(i)
            if quotation is not None and quotation.first == i:
                return i
        if trigger.letter(i) == "D" and trigger.letter(i - 1) in "NPM":
            return i
    return None


def _before_extraposed(trigger: Trigger, description: TokenRange) -> TokenRange | None:
    """The description of "called it absurd that …", "called it a mistake to …"."""
    for i in range(description[0] + 1, description[1]):
        if trigger.word(i) in {"that", "to"} and trigger.letter(i) in "CT" and trigger.letter(i - 1) in "JN":
            return description[0], i
    return None


def _official(trigger: Trigger, lemma: str, description: TokenRange) -> bool:
    if lemma not in {"declare", "pronounce", "proclaim"}:
        return False
    listed = words("characterizations", "declared")
    return any(trigger.word(i) in listed for i in range(*description))


def _only_named(trigger: Trigger, description: TokenRange) -> bool:
    """Whether the description is but a name: "called the dog Rex", "a firm called Acme"."""
    if trigger.letter(description[0]) == '"':
        inner = range(description[0] + 1, description[1] - 1)
        return len(inner) > 0 and all(trigger.text.words[i][0].isupper() and trigger.letter(i) in "PNM" for i in inner) and (
            trigger.word(description[0] + 1) not in {"a", "an"} and len(inner) < 4
        )
    return trigger.letter(description[0]) == "P" and trigger.letter(description[1] - 1) == "P"


def _free_relative(trigger: Trigger, first: int) -> Draft | None:
    """"what he called Y" and "X, which he called Y"."""
    text, token = trigger.text, trigger.token
    holder_start = phrase_start(text, first, trigger.floor)
    before = holder_start - 1
    if holder_start == first:
        return None
    relative = trigger.word(before)
    if relative not in {"what", "which", "whom", "that", "who"} or trigger.letter(before) not in "WCQ":
        return None
    behind = token + 1
    lemma = trigger.word(token)
    if lemma in as_forms() and trigger.word(behind) == "as":
        behind += 1
    description = _describe(trigger, behind)
    if description is None or trigger.letter(description[0]) not in "DJNM\"RgP":
        return None
    if _only_named(trigger, description) and trigger.letter(description[0]) != '"':
        return None
    target = None
    if relative != "what":
        end = before
        if trigger.letter(end - 1) in ",-":
            end -= 1
        start = phrase_start(text, end, trigger.floor)
        target = (start, end) if start < end else None
        if target is None:
            return None
    roles = {
        "holder": trigger.mention((holder_start, first)),
        "target": trigger.mention(target),
        "description": trigger.span(description),
    }
    group = trigger.group()
    return _draft(trigger, "characterization.call", (token, token + 1), roles, assess(text, group, trigger.floor))


def _called_passive(trigger: Trigger, passive: bool) -> Draft | None:
    """"Y was called a liar (by X)", ", called a liar by X,"."""
    text, token = trigger.text, trigger.token
    group = trigger.group()
    if trigger.letter(token + 1) not in "DJ\"RnM" or trigger.word(token + 1) in {"so", "too", "up", "upon"}:
        return None
    description = _describe(trigger, token + 1)
    if description is None:
        return None
    agent = None
    for i in range(description[0], description[1]):
        if trigger.word(i) == "by":
            agent = agent_behind(text, i, trigger.limit)
            description = (description[0], i)
            break
    if agent is None:
        agent = agent_behind(text, description[1], trigger.limit) if trigger.word(description[1]) == "by" else None
    if passive:
        target = subject_of(text, group, trigger.floor)
    else:
        end = token - 1 if trigger.letter(token - 1) == "," else token
        while trigger.letter(end - 1) in "R":
            end -= 1
        start = phrase_start(text, end, trigger.floor)
        target = (start, end) if start < end else None
        quoted = trigger.letter(description[0]) == '"'
        if target is None or trigger.letter(token - 1) != "," and agent is None and not quoted:
            return None
    if _only_named(trigger, description) or target is None or description[0] >= description[1]:
        return None
    roles = {
        "holder": trigger.mention(agent),
        "target": trigger.mention(target),
        "description": trigger.span(trim(text, *description)),
    }
    return _draft(trigger, "characterization.call", (token, token + 1), roles, assess(text, group, trigger.floor))


@cache
def as_forms() -> dict[str, str]:
    """Forms of the verbs that take *as*, with the lemma and its particle."""
    return {**forms("characterizations", "phrasal_as"), **forms("characterizations", "as_verbs")}


@cache
def comparison_forms() -> dict[str, str]:
    return forms("characterizations", "comparison_verbs")


@rule(
    "characterization.describe-as",
    "<holder> describe <target> as <description>",
    examples=["The coach described the result as a farce.", "The deal was hailed as a breakthrough by both sides."],
    counterexamples=["She described the thief to the police.", "He worked as a driver."],
)
def describe_as(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.letter(token) not in "vzdng" or trigger.word(token) not in as_forms():
        return None
    lemma = as_forms()[trigger.word(token)]
    group = trigger.group()
    behind = token + 1
    particle = lemma.split()[1:]
    if particle:
        if trigger.word(behind) != particle[0]:
            return None
        behind += 1
    passive = group.passive or (trigger.letter(token) == "n" and not group.auxiliaries)
    marker = _as_behind(trigger, behind, passive)
    if marker is None:
        return None
    if not passive:
        free = _free_relative(trigger, group.first) if marker == behind else None
        if free is not None:
            free.rule = "characterization.describe-as"
            return free
    description = _describe(trigger, marker + 1)
    if description is None or not _describes(trigger, lemma, marker + 1):
        return None
    holder: TokenRange | None
    if passive:
        holder = agent_behind(text, token + 1, marker) or _agent_within(trigger, description)
        if holder and holder[0] > description[0]:
            description = (description[0], holder[0] - 1)
        target = _passive_target(trigger, group.passive)
        if target is None:
            return None
    else:
        holder = subject_of(text, group, trigger.floor)
        target = trim(text, behind, marker) if marker > behind else None
        if target is None:
            target, description = _shifted(trigger, description)
            if target is None:
                return None
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.span(trim(text, *description)),
    }
    if lemma in words("characterizations", "judgement_positive") or lemma in {"tout", "trumpet", "welcome"}:
        roles["evaluation"] = "positive"
    elif lemma in words("characterizations", "judgement_negative") or lemma in {"dismiss", "reject", "deride", "mock"}:
        roles["evaluation"] = "negative"
    at = (token, token + 1)
    return _draft(trigger, "characterization.describe-as", at, roles, assess(text, group, trigger.floor))


def _as_behind(trigger: Trigger, start: int, passive: bool) -> int | None:
    """The *as* that belongs to the verb: before a further verb, and no conjunction."""
    for i in range(start, min(start + 30, trigger.limit)):
        word, letter = trigger.word(i), trigger.letter(i)
        if word == "as":
            if trigger.word(i + 1) in {"well", "soon", "long", "far", "much", "many", "if", "though", "they", "he", "she", "we", "i", "it"}:
                return None
            return i
        if letter in ";XBH" or (letter in "zd" and trigger.letter(i - 1) not in "DJS"):
            if any(trigger.letter(k) == "W" or trigger.word(k) == "that" for k in range(start, i)):
                continue
            return None
        if letter == '"':
            quotation = trigger.text.quotation(i)
            if quotation is not None and quotation.last > trigger.limit:
                return None
    return None


def _describes(trigger: Trigger, lemma: str, start: int) -> bool:
    """Whether what follows *as* describes: not a clause ("as he climbed"), not a mere role ("dismissed as coach")."""
    letter, word = trigger.letter(start), trigger.word(start)
    if letter in "DJnR\"gMI":
        if letter == "D" or word in {"part"}:
            end = phrase_end(trigger.text, start, trigger.limit)
            clause = trigger.letter(end) in "zdXBH" and trigger.word(end - 1) != "who"
            return not clause
        return True
    if letter == "N":
        if lemma in {"dismiss", "reject", "present", "cast", "see", "name"} and word in words("characterizations", "roles"):
            return False
        return word not in words("characterizations", "roles") or lemma not in {"dismiss", "cast", "present"}
    return letter == "P" and lemma not in {"cast", "present", "see"}


def _passive_target(trigger: Trigger, passive: bool) -> TokenRange | None:
    group = trigger.group()
    if passive:
        return subject_of(trigger.text, group, trigger.floor)
    end = group.first
    while trigger.letter(end - 1) in "R,":
        end -= 1
    start = phrase_start(trigger.text, end, trigger.floor)
    return (start, end) if start < end else None


def _agent_within(trigger: Trigger, description: TokenRange) -> TokenRange | None:
    for i in range(description[0] + 1, description[1]):
        if trigger.word(i) == "by" and trigger.letter(i + 1) in "DPQNJ":
            return agent_behind(trigger.text, i, trigger.limit)
    if trigger.word(description[1]) == "by":
        return agent_behind(trigger.text, description[1], trigger.limit)
    return None


def _shifted(trigger: Trigger, description: TokenRange) -> tuple[TokenRange | None, TokenRange]:
    """"dismissed as “nonsense” claims that …": the target stands behind the description."""
    start = description[0]
    if trigger.letter(start) == '"':
        quotation = trigger.text.quotation(start)
        split = quotation.last + 1 if quotation else start
    else:
        split = start + 1
        while trigger.letter(split - 1) not in "JN" or trigger.letter(split) in "C":
            split += 1
            if split >= trigger.limit:
                return None, description
    end = complement_from(trigger.text, split, trigger.limit).theme if split < trigger.limit else None
    if end is None or trigger.letter(split) not in "DNPJ":
        return None, description
    return end, (start, split)


@rule(
    "characterization.compare",
    "<holder> liken <target> to <description>",
    examples=["The critic likened the film to a long headache.", "She compared the minister to a tired boxer."],
    counterexamples=["They compared prices in three shops.", "Compared with May, sales fell."],
)
def compare(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.letter(token) not in "vzdng" or trigger.word(token) not in comparison_forms():
        return None
    group = trigger.group()
    passive = group.passive
    start = token + 1
    end = start if passive else phrase_end(text, start, trigger.limit, coordinated=True)
    while end > start and trigger.word(end) in {"of", "in", "by", "on"}:
        end = phrase_end(text, end + 1, trigger.limit)
    if trigger.word(end) != "to" and not (trigger.word(end) == "with" and comparison_forms()[trigger.word(token)] == "equate"):
        return None
    description = _describe(trigger, end + 1)
    holder = agent_behind(text, end, trigger.limit) if passive else subject_of(text, group, trigger.floor)
    target = subject_of(text, group, trigger.floor) if passive else (start, end)
    if description is None or target is None or target[0] >= target[1] or (holder is None and not passive):
        return None
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.span(description),
    }
    return _draft(trigger, "characterization.compare", (token, token + 1), roles, assess(text, group, trigger.floor))


@rule(
    "characterization.accuse-of-being",
    "<holder> accuse <target> of being <description>",
    examples=["The union accused the minister of being a coward.", "He was accused by rivals of being weak."],
    counterexamples=["He is accused of theft.", "They accused the bank of hiding losses."],
)
def accuse_of_being(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not _is(trigger, "accusation_verbs"):
        return None
    group = trigger.group()
    for i in range(token + 1, min(token + 20, trigger.limit - 1)):
        if trigger.word(i) == "of":
            break
    else:
        return None
    if trigger.word(i + 1) != "being" and trigger.letter(i + 1) not in "D":
        return None
    if trigger.letter(i + 1) == "D" and "being" not in text.lower[i : i + 3]:
        return None
    description = _describe(trigger, i + 2)
    if description is None:
        return None
    holder = agent_behind(text, token + 1, i) if group.passive else subject_of(text, group, trigger.floor)
    target = subject_of(text, group, trigger.floor) if group.passive else trim(text, token + 1, i)
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.span(description),
        "evaluation": "negative",
    }
    at = (token, token + 1)
    return _draft(trigger, "characterization.accuse-of-being", at, roles, assess(text, group, trigger.floor))


@rule(
    "characterization.consider",
    "<holder> consider <target> <description>",
    examples=["The panel considered the deal unfair.", "Voters consider him a safe choice."],
    counterexamples=["The court will consider the case.", "She considered selling the house."],
)
def consider(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if not _is(trigger, "belief_label_verbs"):
        return None
    group = trigger.group()
    if group.passive:
        subject = subject_of(text, group, trigger.floor)
        start = token + 1
        if trigger.word(start) == "to" and trigger.word(start + 1) == "be":
            start += 2
        if subject is None or trigger.letter(start) not in "DJ":
            return None
        target: TokenRange | None = subject
        description = _describe(trigger, start)
        holder = agent_behind(text, start, trigger.limit)
    else:
        if trigger.letter(token + 1) in "gI":
            return None
        parts = _target_and_description(trigger, token + 1, "consider")
        if parts is None or parts[0] is None or trigger.letter(parts[1][0]) not in "DJ\"":
            return None
        target, description = parts
        holder = subject_of(text, group, trigger.floor)
    if description is None:
        return None
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "description": trigger.span(description),
    }
    at = (token, token + 1)
    return _draft(trigger, "characterization.consider", at, roles, assess(text, group, trigger.floor))


@rule(
    "characterization.judge",
    "<holder> praise <target> (for <reason>)",
    examples=["The minister praised the offer.", "Unions criticised the bank for closing branches."],
    counterexamples=["The army attacked the town.", "Praise came late."],
)
def judge(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    positive = trigger.word(token) in forms("characterizations", "judgement_positive")
    if not positive and trigger.word(token) not in forms("characterizations", "judgement_negative"):
        return None
    if trigger.letter(token) not in "vzdng" or trigger.word(token).startswith(("attack", "assail")):
        return None
    group = trigger.group()
    passive = group.passive
    if trigger.letter(token) == "n" and not group.auxiliaries:
        return None
    start = token + 1
    end = start if passive else phrase_end(text, start, trigger.limit, coordinated=True)
    while end > start and trigger.word(end) in {"of", "from", "by"}:
        end = phrase_end(text, end + 1, trigger.limit)
    target = subject_of(text, group, trigger.floor) if passive else (start, end)
    holder = agent_behind(text, token + 1, trigger.limit) if passive else subject_of(text, group, trigger.floor)
    if target is None or target[0] >= target[1] or (holder is None and not passive):
        return None
    reason = None
    at = holder[1] if passive and holder and holder[0] > token else end
    if passive and holder and holder[0] > token:
        bare = phrase_end(text, holder[0], trigger.limit)
        if trigger.word(bare) == "for":
            holder, at = (holder[0], bare), bare
    if target is not None and trigger.word(target[1] - 1) in {"cab", "taxi", "taxis", "bus"}:
        return None
    if trigger.word(at) == "for":
        theme = complement_from(text, at + 1, trigger.limit).theme if at + 1 < trigger.limit else None
        reason = (theme[0], _coordinate_end(trigger, *theme)) if theme else None
    roles = {
        "holder": trigger.mention(holder),
        "target": trigger.mention(target),
        "reason": trigger.span(reason),
        "evaluation": "positive" if positive else "negative",
    }
    at_trigger = (token, token + 1)
    return _draft(trigger, "characterization.judge", at_trigger, roles, assess(text, group, trigger.floor))


COPULAS = frozenset("is are was were 's 're been be isn't wasn't aren't weren't".split())


@rule(
    "characterization.copula",
    "<holder> said <target> was “<description>”",
    examples=["Lee said the plan was a “disaster”.", "She said it was the worst winter in a century."],
    counterexamples=["He said the talks were over.", "The plan was a “disaster”."],
)
def copula(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) not in COPULAS or trigger.letter(token) != "B" or text.quotation(token) is not None:
        return None
    start = token + 1
    while trigger.letter(start) == "R":
        start += 1
    if trigger.letter(start) not in "DJ\"QMI" or trigger.letter(start) in "g":
        return None
    description = _describe(trigger, token + 1)
    if description is None:
        return None
    opening = next((i for i in range(*description) if trigger.letter(i) == '"'), None)
    superlative = _superlative(trigger, start)
    if opening is None and not superlative:
        return None
    if opening is not None and opening - start > 4 and not superlative:
        return None
    group = trigger.group(token)
    subject = subject_of(text, group, trigger.floor)
    inside = [word for word in text.lower[description[0] : description[1]] if word[0].isalpha()]
    if subject is None or (inside and inside[0] in words("characterizations", "feelings")):
        return None
    roles = {"target": trigger.mention(subject), "description": trigger.span(description)}
    at = (token, token + 1)
    draft = _draft(trigger, "characterization.copula", at, roles, ("positive", group.modality))
    draft.needs_speaker = True
    return draft


def _superlative(trigger: Trigger, start: int) -> bool:
    """Whether "the most …" or "the worst …" begins at a token."""
    if trigger.word(start) not in {"the", "its", "his", "her", "their", "america's"} and trigger.letter(start) not in '"':
        return False
    at = start + 1
    while trigger.letter(at) == '"':
        at += 1
    word = trigger.word(at)
    if word in {"most", "best", "worst", "least"}:
        return True
    return word.endswith("est") and word not in {"latest", "largest"} and "J" in candidates(word.removesuffix("est"))


RULES = (call, describe_as, compare, accuse_of_being, consider, judge, copula)


class CharacterizationExtractor:
    """Finds who calls what what."""

    name = "characterizations"
    types = ("characterization",)
    rules: tuple[Rule, ...] = RULES

    def __init__(self) -> None:
        lists = (
            "label_verbs",
            "belief_label_verbs",
            "as_verbs",
            "phrasal_as",
            "comparison_verbs",
            "accusation_verbs",
            "judgement_positive",
            "judgement_negative",
        )
        self.triggers = frozenset([*(form for name in lists for form in forms("characterizations", name)), *COPULAS])

    def extract(self, text: Text, mentions: Mentions) -> Iterator[Draft]:
        yield from first_drafts(text, mentions, self.triggers, self.rules)

