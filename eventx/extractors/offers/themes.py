"""What is offered, to whom and on which terms: the pieces that all rules of offers share."""

from __future__ import annotations

from functools import cache
from typing import Any

from eventx.extractors.governing import governing_status
from eventx.extractors.trigger import TokenRange, Trigger, words
from eventx.grammar.arguments import (
    complement_from,
    double_object,
    terms_at,
)
from eventx.grammar.clauses import trim
from eventx.grammar.noun_phrases import TIME_WORDS, phrase_end
from eventx.lexicon import load
from eventx.lexicon.inflection import all_forms
from eventx.rules import Draft

OF = frozenset(["of"])


def offer(trigger: Trigger, rule_id: str, at: TokenRange, roles: dict[str, Any], assessed: tuple[str, str]) -> Draft:
    """The draft of an offer, open where nothing is said of what became of it."""
    roles = {key: value for key, value in roles.items() if value}
    roles.setdefault("status", "open")
    return Draft("offer", rule_id, trigger.text.range(*at), roles, polarity=assessed[0], modality=assessed[1])


def spans(trigger: Trigger, parts: list[TokenRange]) -> list[Any]:
    return [trigger.text.range(*part) for part in parts if part[0] < part[1]]


def head_of(trigger: Trigger, tokens: TokenRange) -> str:
    """The word that says what a noun phrase is: the last noun before a preposition."""
    head = tokens[0]
    for i in range(*tokens):
        if trigger.letter(i) in "IT,(W" and i > tokens[0]:
            break
        if trigger.letter(i) in "NPQM":
            head = i
    return trigger.word(head)


def put_to_party(trigger: Trigger, theme: TokenRange | None, recipient: TokenRange | None) -> bool:
    if recipient is not None:
        return True
    listed = words("offers", "proposed_to_party")
    if theme is None:
        return False
    return any(trigger.word(i) in listed or trigger.word(i).removesuffix("s") in listed for i in range(*theme))


def theme_end(trigger: Trigger, start: int, end: int) -> int:
    """The end of a theme with the phrases that belong to it, but not "to <party>" and not the terms."""
    while end < trigger.limit:
        word = trigger.word(end)
        if word in {"a", "per"} and trigger.letter(end - 1) in "M" and trigger.letter(end + 1) == "N":
            end += 2
        elif word in {"of", "in", "on", "over", "with", "from", "at", "worth"} and not terms_at(
            trigger.text, end, trigger.limit
        ):
            further = phrase_end(trigger.text, end + 1, trigger.limit, coordinated=True)
            if further == end + 1 or trigger.word(end + 1) in TIME_WORDS:
                break
            end = further
        elif word == "to" and trigger.word(end - 1) in {"amendments", "change", "changes"}:
            further = phrase_end(trigger.text, end + 1, trigger.limit)
            if further == end + 1:
                break
            end = further
        elif word == "to" and trigger.letter(end + 1) in "vBHO":
            theme = complement_from(trigger.text, start, trigger.limit).theme
            return theme[1] if theme else end
        else:
            break
    return end


def recipient_within(trigger: Trigger, theme: TokenRange | None) -> TokenRange | None:
    """Who can take an act that is offered: "to meet *the rebels*", "to talk to *them*", "to lend *the city* it"."""
    if theme is None or trigger.word(theme[0]) != "to":
        return None
    verb = theme[0] + 1
    while trigger.letter(verb) == "R":
        verb += 1
    act, behind = trigger.word(verb), verb + 1
    if act in {"hand", "sit"} and trigger.word(behind) in {"over", "down"}:
        behind += 1
    if act in words("offers", "motions") and trigger.word(behind) == "to":
        return None
    if trigger.word(behind) == "with" or (trigger.word(behind) == "to" and trigger.letter(behind + 1) in "DPQ"):
        end = phrase_end(trigger.text, behind + 1, theme[1], linked=OF, coordinated=True)
        return _party(trigger, (behind + 1, end))
    if act in words("offers", "acts_on_party"):
        end = phrase_end(trigger.text, behind, theme[1], linked=OF, coordinated=True)
        alone = phrase_end(trigger.text, behind, theme[1], linked=OF)
        return _party(trigger, (behind, end)) or _party(trigger, (behind, alone))
    if act in words("offers", "acts_of_giving"):
        pair = double_object(trigger.text, behind, theme[1])
        if pair is not None:
            return _party(trigger, pair[0])
        for i in range(behind + 1, min(behind + 8, theme[1] - 1)):
            if trigger.word(i) == "to" and trigger.letter(i + 1) in "DPQN":
                return _party(trigger, (i + 1, phrase_end(trigger.text, i + 1, theme[1], coordinated=True)))
    return None


def _party(trigger: Trigger, phrase: TokenRange) -> TokenRange | None:
    marks = (i for i in range(*phrase) if trigger.letter(i) in '"(')
    phrase = (phrase[0], next(marks, phrase[1]))
    things = {"it", "this", "that", "himself", "herself", "themselves"}
    return phrase if is_party(trigger, phrase) and trigger.word(phrase[0]) not in things else None


def is_party(trigger: Trigger, phrase: TokenRange) -> bool:
    """Whether a phrase can be a participant: a name, a pronoun, or a noun for people or an organization."""
    if phrase[0] >= phrase[1]:
        return False
    if trigger.letter(phrase[0]) == "Q":
        return True
    head = head_of(trigger, phrase)
    kinds = load("noun_kinds")
    if trigger.letter(phrase[0]) == "P" and any(trigger.letter(i) == "," for i in range(*phrase)):
        phrase = (phrase[0], next(i for i in range(*phrase) if trigger.letter(i) == ","))  # "Orla Finn, the striker"
    if head in {"country", "nation", "state"} or (trigger.letter(phrase[1] - 1) == "P" and head not in kinds):
        return True
    named = {kinds.get(form) for form in (head, head.removesuffix("s"), head[:-3] + "y")}
    return bool(named & {"person", "organization", "group"})


def terms_behind(trigger: Trigger, start: int) -> list[Any]:
    for i in range(start, trigger.limit):
        if terms_at(trigger.text, i, trigger.limit):
            return [trigger.text.range(*trim(trigger.text, i, _terms_end(trigger, i)))]
        if trigger.letter(i) in ";":
            break
    return []


def _terms_end(trigger: Trigger, start: int) -> int:
    for i in range(start + 2, trigger.limit):
        if trigger.letter(i) == "," and trigger.letter(i + 1) in "CPQgd":
            return i
    return trigger.limit


def take_status(trigger: Trigger, roles: dict[str, Any], theme: TokenRange) -> None:
    """The status from the verb over what was offered: "turned down the amnesty offered by …"."""
    over = Trigger(trigger.text, trigger.mentions, theme[1] - 1, trigger.floor, trigger.limit)
    govern = governing_status(over, theme[0], "offers")
    if govern is not None and govern.status is not None and not govern.passive:
        roles["status"] = govern.status
        if not roles.get("recipient") and govern.party is not None and govern.status in {"accepted", "rejected"}:
            roles["recipient"] = trigger.mention(govern.party)


@cache
def answers() -> dict[str, str]:
    """The forms of the verbs that tell by themselves what became of an offer told before: ", but he refused"."""
    accepting = dict.fromkeys(("accept", "agree"), "accepted")
    refusing = dict.fromkeys(("decline", "refuse", "reject"), "rejected")
    return {form: status for lemma, status in (accepting | refusing).items() for form in all_forms(lemma)}


def answered_behind(trigger: Trigger, roles: dict[str, Any], start: int) -> None:
    """The status from the clause behind an offer: ", but the club refused", "which he accepted", "but turned it down".

    Whoever answers can take it, where nobody else is told to.
    """
    opening = next((i for i in range(start, min(start + 14, trigger.limit)) if trigger.letter(i) in ",C"), None)
    if opening is None:
        return
    begin = opening + 1 if trigger.letter(opening) == "," else opening
    if trigger.word(begin) not in {"but", "which", "and"}:
        return
    end = phrase_end(trigger.text, begin + 1, trigger.limit, linked=OF)
    if trigger.letter(end) == "W":  # "the farmers who own the dam refused"
        end = next((i for i in range(end + 3, min(end + 8, trigger.limit)) if trigger.letter(i) in "zdH"), end)
    head = end
    while trigger.letter(head) in "HXBR":
        head += 1
    group = trigger.group(head)
    if trigger.letter(head) not in "dzn" or group.negated or group.passive or group.modality != "asserted":
        return
    status = answers().get(trigger.word(head))
    if trigger.word(head + 1) not in {"", ",", "it", "them", "that"} and trigger.letter(head + 1) not in "R.CI":
        return
    if trigger.word(head) in all_forms("turn") and "down" in {trigger.word(head + 1), trigger.word(head + 2)}:
        status = "rejected"
    if status is None or (status == "accepted" and trigger.word(begin) == "but"):
        return
    roles["status"] = status
    if not roles.get("recipient") and end > begin + 1:
        roles["recipient"] = trigger.mention((begin + 1, end))
