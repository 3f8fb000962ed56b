"""Copulas with a quoted or superlative description: "said the plan was a “disaster”"."""

from __future__ import annotations

from functools import cache

from eventx.extractors.characterizations.descriptions import (
    characterization,
    description_from,
    is_evaluative,
)
from eventx.extractors.characterizations.evaluation import word_evaluation
from eventx.extractors.characterizations.targets import whole_subject
from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.noun_phrases import phrase_start
from eventx.grammar.subjects import object_control
from eventx.grammar.verb_groups import VerbGroup
from eventx.rules import Draft, rule
from eventx.text.word_classes import candidates

COPULAS = frozenset("is are was were 's 're been be isn't wasn't aren't weren't".split())
# how far behind the verb the quoted part may begin, plain and where the whole evaluates
NEAR, FAR = 4, 8
# "is considered to be the best": told by that verb
SORTED = frozenset(
    "believe believed believes consider considered considers deem deemed deems judged said seen thought".split()
)
INTENSIFIERS = frozenset(
    "absolutely all always deeply extremely just most not now only pretty quite really so too totally very".split()
)


@cache
def likening_forms() -> dict[str, str]:
    """Forms of the verbs that say what something is as a copula does: represent, constitute, remain."""
    return forms("characterizations", "copular_verbs")


@rule(
    "characterization.copula",
    "<holder> said <target> was “<description>”",
    examples=[
        "Lee said the plan was a “disaster”.",
        "She said it was the worst winter in a century.",
        "Lee said the sale represented a “missed chance”.",
    ],
    counterexamples=[
        "He said the talks were over.",
        "The plan was a “disaster”.",
        "He said she represented the “Green List”.",
    ],
)
def copula(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if text.quotation(token) is not None:
        return None
    start = _predicate(trigger)
    if start is None or trigger.letter(start) not in 'DJ"QMI':
        return None
    description = description_from(trigger, token + 1 if trigger.letter(token) == "B" else start)
    if description is None:
        return None
    opening = next((i for i in range(*description) if _opens(trigger, i)), None)
    superlative = _superlative(trigger, start)
    if not superlative and (opening is None or not _quoted_near(trigger, start, opening, description)):
        return None
    if opening is not None and any(trigger.letter(i) in "zdXBH" for i in range(start, opening)):
        if not any(trigger.letter(i) == "W" or trigger.word(i) == "that" for i in range(start, opening)):
            return None  # "when he was twelve drove him “to work”"
    if trigger.letter(token) != "B" and not is_evaluative(trigger, description):
        return None
    group = trigger.group(token)
    if group.infinitive and (opening is None or _caused(trigger, group.first)):
        return None  # "was expected to be the worst winter", "pushed her to be a “better” leader"
    subject = whole_subject(trigger, group)
    inside = [word for word in text.lower[description[0] : description[1]] if word[0].isalpha()]
    felt = any(word in words("characterizations", "feelings") for word in inside[:2] + _past_adverbs(inside))
    sorted_so = trigger.word(token - 1) == "to" and trigger.word(token - 2) in SORTED
    if subject is None or inside[:2] == ["not", "that"] or not _can_be_described(trigger, group, subject):
        return None  # "it is “not that there should be none”"
    if felt or sorted_so or _happens(trigger, description):
        return None
    roles = {"target": trigger.mention(subject), "description": trigger.span(description)}
    at = (token, token + 1)
    assessed = (_polarity(trigger, group), group.modality)
    draft = characterization(trigger, "characterization.copula", at, roles, assessed)
    draft.needs_speaker = True
    return draft


@rule(
    "characterization.quoted-copula",
    "“<target> is the best <description>,” <holder> said",
    examples=[
        "“This is the worst winter in a century,” Lee said.",
        "“The fair is the most wonderful day of the year,” said Lee.",
    ],
    counterexamples=["“The talks are over,” Lee said.", "“This is the largest lake in the country,” Lee said."],
)
def quoted_copula(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    start = _predicate(trigger)
    if start is None or trigger.letter(token) != "B" or text.quotation(token) is None:
        return None
    if not _superlative(trigger, start):
        return None
    group = trigger.group(token)
    if group.infinitive or trigger.word(token - 1) == "gonna" or trigger.word(start + 2) == "way":
        return None  # "it is going to be the best", "that is the best way to put it"
    subject = whole_subject(trigger, group)
    description = description_from(trigger, token + 1)
    if subject is None or description is None or not is_evaluative(trigger, description):
        return None
    if trigger.word(subject[0]) == "there" or trigger.letter(subject[0] - 1) == "g":
        return None  # "eating a cake there is the best thing": what is good is the eating
    roles = {"target": trigger.mention(subject), "description": trigger.span(description)}
    assessed = (_polarity(trigger, group), group.modality)
    draft = characterization(trigger, "characterization.quoted-copula", (token, token + 1), roles, assessed)
    draft.needs_speaker = True
    return draft


def _can_be_described(trigger: Trigger, group: VerbGroup, subject: TokenRange) -> bool:
    """Whether a subject is somebody or something, and told of: not *there*, not what is asked or only pointed out."""
    if trigger.word(subject[0]) == "there" or any(
        trigger.word(i) == "there" for i in range(group.head - 3, group.head)
    ):
        return False
    before = trigger.word(subject[0] - 1)
    if before in {"if", "what", "whether"} or trigger.word(subject[0]) == "such":
        return False  # "asked if it was “fair”", "what the town needs most is “luck”"
    # "what Lee said in Orvia was"
    return not (trigger.letter(subject[0] - 1) == "I" and trigger.word(subject[0] - 2) in {"said", "says"})


def _caused(trigger: Trigger, infinitive: int) -> bool:
    """Whether an infinitive tells what somebody shall become, not what he is: "urged the council to be “bold”"."""
    start = phrase_start(trigger.text, infinitive, trigger.floor, linked=False)
    return start < infinitive and trigger.word(start - 1) in object_control()


def _past_adverbs(inside: list[str]) -> list[str]:
    """The first word behind what only strengthens it: "very, very comfortable"."""
    adverbs = (word for word in inside if word not in INTENSIFIERS and not word.endswith("ly"))
    return [next(adverbs, "")]


def _polarity(trigger: Trigger, group: VerbGroup) -> str:
    """Whether the copula denies: "is not", "wasn't"."""
    return "negative" if group.negated or trigger.word(group.head).endswith("n't") else "positive"


def _predicate(trigger: Trigger) -> int | None:
    """Where what is said of the subject begins, behind the verb and its adverbs; None behind another verb."""
    token = trigger.token
    if trigger.word(token) in likening_forms() and trigger.letter(token) in "zdn":
        particle = likening_forms()[trigger.word(token)].split()[1:]
        if particle and [trigger.word(token + 1)] != particle:
            return None
        return token + 1 + len(particle)
    if trigger.word(token) not in COPULAS or trigger.letter(token) != "B":
        return None
    start = token + 1
    while trigger.letter(start) == "R":
        start += 1
    return start


def _opens(trigger: Trigger, token: int) -> bool:
    """Whether a quotation opens at a token."""
    if trigger.letter(token) != '"':
        return False
    quotation = trigger.text.quotation(token)
    if quotation is None:  # an unpaired mark, which stands at its word
        return token + 1 < trigger.limit and trigger.text.starts[token + 1] == trigger.text.ends[token]
    return quotation.first == token


def _quoted_near(trigger: Trigger, start: int, opening: int, description: TokenRange) -> bool:
    linked = any(trigger.letter(i) in "IT" for i in range(start + 1, opening))
    if opening - start <= NEAR and not linked:
        return True
    if any(trigger.letter(i) == "," for i in range(start, opening)):
        return False
    return opening - start <= FAR and trigger.letter(start) in "DJ" and is_evaluative(trigger, description)


def _happens(trigger: Trigger, description: TokenRange) -> bool:
    """Whether the words tell what somebody does or undergoes, or where: "is “looking on”", "are “in dialogue”"."""
    at = description[0]
    while trigger.letter(at) in 'R"':
        at += 1
    if (
        trigger.letter(at) in "HW"
        or trigger.word(at) == "doing"
        or (trigger.word(at) == "all" and trigger.letter(at + 1) == "I")
    ):
        return True  # "are “having to save”", "are all over the “ruins”"
    if trigger.letter(at) in "nd" or (trigger.letter(at) == "J" and trigger.word(at).endswith("ed")):
        by = trigger.word(at + 1) in {"by", "with", "to", "in"} or trigger.word(at + 2) in {"by", "with"}
        return by or word_evaluation(trigger.word(at)) == "neutral"
    return trigger.letter(at) in "gI" and trigger.word(at) not in {"of", "beyond", "out", "below", "above", "without"}


def _superlative(trigger: Trigger, start: int) -> bool:
    """Whether "the most …" or "the worst …" begins at a token, and tells no mere fact."""
    if trigger.word(start) not in {"the", "its", "his", "her", "their"} and trigger.letter(start) not in '"':
        return False
    at = start + 1
    while trigger.letter(at) == '"':
        at += 1
    word = trigger.word(at)
    if word in {"most", "least"}:
        return trigger.word(at + 1) not in words("characterizations", "factual")
    if word in {"best", "worst"}:
        return True
    return (
        word.endswith("est")
        and word not in words("characterizations", "factual_superlatives")
        and "J" in candidates(word.removesuffix("est"))
    )
