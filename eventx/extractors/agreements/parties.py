"""The parties of an agreement, and the draft that holds them."""

from __future__ import annotations

from typing import Any

from eventx.extractors.trigger import TokenRange, Trigger, forms, nouns, words
from eventx.grammar.noun_phrases import phrase_end
from eventx.mentions import Mention
from eventx.mentions.countries import country_of, country_role
from eventx.rules import Draft
from eventx.text import Range

# a party is a token range, or the part of a hyphenated word
Part = TokenRange | Range

LINKS = frozenset("-–‑/")
# "in agreement with the minister, 54", "ministers, eager to meet them": what opens no further party behind a comma
ASIDE = frozenset("MJgnRIW")


def agreement(
    trigger: Trigger, rule_id: str, at: TokenRange, roles: dict[str, Any], assessed: tuple[str, str]
) -> Draft:
    """The draft of an agreement, without empty roles."""
    if isinstance(roles.get("parties"), list):
        roles["parties"] = [p for p in roles["parties"] if p is not None and not _is_thing(trigger, p)]
    roles = {key: value for key, value in roles.items() if value}
    roles.setdefault("status", "reached")
    return Draft("agreement", rule_id, trigger.text.range(*at), roles, polarity=assessed[0], modality=assessed[1])


def _is_thing(trigger: Trigger, party: Mention) -> bool:
    """Whether a phrase names what binds nobody: "the goal", "the president's climate program", "the last year"."""
    things = nouns("agreements", "no_parties") | nouns("agreements", "pact_nouns")
    head = next((i for i in range(party.first, party.last) if trigger.letter(i) in "IT,"), party.last) - 1
    return trigger.letter(head) == "N" and trigger.word(head) in things


def party_mentions(trigger: Trigger, parties: list[Part]) -> list[Any]:
    """The mentions of parties, each once, without those that overlap an earlier one."""
    seen: list[Any] = []
    for part in parties:
        if not isinstance(part, Range) and trigger.word(part[0] - 1) == "no":
            continue  # "no one has agreed"
        if not isinstance(part, Range) and trigger.word(part[0]) == "those" and trigger.letter(part[0] + 1) == "D":
            continue  # "like those that the union reached"
        mention = trigger.mentions.mention_in(part) if isinstance(part, Range) else trigger.mention(part)
        if mention is not None and all(
            mention.range.end <= other.range.start or other.range.end <= mention.range.start for other in seen
        ):
            seen.append(mention)
    return seen


def is_plural(trigger: Trigger, subject: TokenRange | None) -> bool:
    """Whether a subject names several parties: "A and B", "the two sides", "both"."""
    if subject is None:
        return False
    inside = trigger.text.lower[subject[0] : subject[1]]
    return "and" in inside or any(word in words("agreements", "collective") for word in inside) or inside == ["they"]


def split_parties(trigger: Trigger, phrase: TokenRange | None) -> list[TokenRange]:
    """The single parties of "A and B" or "A, B and C"; one phrase stays whole where its parts are no parties."""
    if phrase is None or phrase[0] >= phrase[1]:
        return []
    first, last = _without_aside(trigger, phrase)
    if trigger.word(first) in {"both", "either"} and "and" in trigger.text.lower[first:last]:
        first += 1
    parts: list[TokenRange] = []
    start = first
    for i in range(first, last):
        if trigger.word(i) == "and" or (trigger.letter(i) == "," and _names_follow(trigger, i, last)):
            if start < i:
                parts.append((start, i))
            start = i + 1
    parts.append((start, last))
    parts = [part for part in parts if part[0] < part[1]]
    if len(parts) == 2 and _share_office(trigger, *parts):
        return [(first, last)]
    if len(parts) == 2 and _is_one_name(trigger, *parts):
        return [(first, last)]
    bare = all(end - begin == 1 and trigger.letter(begin) in "NP" for begin, end in parts)  # "management and unions"
    named = (bare or all(_is_party(trigger, part) for part in parts)) and not _shares_noun(trigger, parts)
    return parts if len(parts) > 1 and named else [(first, last)]


def _without_aside(trigger: Trigger, phrase: TokenRange) -> TokenRange:
    """A phrase without what a comma adds to it: "the midfielder, 24", "ministers, eager to meet them"."""
    first, last = phrase
    if trigger.letter(first) == "M" and trigger.letter(first + 1) == ",":
        first += 2  # "in 2014, the two sides"
    for i in range(first + 1, last - 1):
        if trigger.letter(i) == "," or (trigger.letter(i) == "-" and trigger.text.starts[i] > trigger.text.ends[i - 1]):
            word = trigger.text.words[i + 1]
            aside = trigger.letter(i + 1) in ASIDE or word == "as" or trigger.letter(i) == "-"
            aside = aside or (word.islower() and word.endswith("ing"))
            return (first, i) if aside and not _names_follow(trigger, i, last) else (first, last)
    return first, last


def _names_follow(trigger: Trigger, comma: int, end: int) -> bool:
    if trigger.word(comma + 1) == "and":
        return True
    return any(trigger.word(i) == "and" for i in range(comma, end)) and trigger.letter(comma + 1) in "PDNJ"


def _is_party(trigger: Trigger, part: TokenRange) -> bool:
    first = trigger.letter(part[0])
    if first in "DPQ" or trigger.letter(part[1] - 1) == "P" or trigger.word(part[1] - 1).endswith("s"):
        return True
    return trigger.mentions.describe(*part).kind in {"person", "organization", "group"}


def _is_one_name(trigger: Trigger, left: TokenRange, right: TokenRange) -> bool:
    """Whether *and* stands within a name: "the Securities and Exchange Commission"."""
    heads = words("agreements", "name_heads")
    return (
        trigger.letter(right[0]) == "P"
        and trigger.word(right[1] - 1) in heads
        and trigger.letter(left[0]) == "D"
        and trigger.word(left[1] - 1) not in heads
        and country_of(trigger.text.words[left[1] - 1]) is None
    )


def _share_office(trigger: Trigger, left: TokenRange, right: TokenRange) -> bool:
    """Whether a plural before *of* belongs to both: "the presidents of Serbia and Kosovo"."""
    if trigger.letter(right[0]) == "D" and trigger.letter(left[0]) != "D":
        return False
    of = next((i for i in range(*left) if trigger.word(i) == "of"), None)
    return of is not None and trigger.letter(of - 1) == "N" and trigger.word(of - 1).endswith("s")


def _shares_noun(trigger: Trigger, parts: list[TokenRange]) -> bool:
    """Whether the last noun belongs to all parts: "Hungarian and Romanian officials"."""
    last = parts[-1]
    if trigger.letter(last[1] - 1) != "N" or trigger.letter(last[0]) == "D" or last[1] - last[0] < 2:
        return False
    return country_of(trigger.text.words[last[0]]) is not None and all(
        trigger.letter(end - 1) != "N" and country_of(trigger.text.words[end - 1]) is not None for _, end in parts[:-1]
    )


def can_agree(trigger: Trigger, part: TokenRange) -> bool:
    """Whether a phrase names somebody who can be party to a pact: a name, a pronoun, a person or an organization."""
    if trigger.letter(part[0]) == "Q":
        return trigger.word(part[0]) in {"he", "she", "they", "we", "i", "it", "both"}
    if trigger.letter(part[1] - 1) == "P":
        return True
    if any(trigger.word(i) in words("agreements", "collective") for i in range(*part)):
        return True
    return trigger.mentions.describe(*part).kind in {"person", "organization", "group", "place"}


def hyphenated_parties(trigger: Trigger, start: int) -> list[Part]:
    """The parties of "the US-China pact" and "the Iran deal", told before the noun, where they are countries."""
    text, token = trigger.text, trigger.token
    found: list[Part] = []
    for i in range(start, token):
        if trigger.letter(i) not in "PJN" or trigger.word(i + 1) in {"'s", "’s"}:
            continue
        tight = text.words[i + 1] in LINKS and text.starts[i + 1] == text.ends[i]
        if tight and i + 2 < token and (country_of(text.words[i]) or country_of(text.words[i + 2])):
            return [(i, i + 1), (i + 2, i + 3)]
        pair = _pair_in_word(trigger, i)
        if pair:
            return pair
        # "the Iran nuclear deal", but not "the British steel deal"
        named = text.words[token][0].isupper()  # "the Warsaw Pact"
        capital = country_role(text.words[i]) not in {"demonym", "name"}  # "the Paris agreement"
        place = trigger.letter(i) == "P" and trigger.letter(i - 1) == "D" and not capital
        if not named and place and country_of(text.words[i]):
            found.append((i, i + 1))
    return found


def _pair_in_word(trigger: Trigger, token: int) -> list[Part]:
    word = trigger.text.words[token]
    for mark in LINKS:
        left, sign, right = word.partition(mark)
        known = country_of(left) or country_of(right) or (len(left) > 1 and left.isupper()) or right.isupper()
        if sign and left[:1].isupper() and right[:1].isupper() and known:
            begin = trigger.text.starts[token]
            middle = begin + len(left)
            return [Range(begin, middle), Range(middle + 1, trigger.text.ends[token])]
    return []


def with_second(trigger: Trigger, party: TokenRange | None) -> TokenRange | None:
    """A party with the one that *and* joins to it, though a finite verb follows: "reached by A *and B* is"."""
    if party is None or trigger.word(party[1]) != "and":
        return party
    end = phrase_end(trigger.text, party[1] + 1, trigger.limit)
    follows = end > party[1] + 1 and trigger.letter(end) in "zdXBHR" and trigger.letter(party[1] + 1) in "PD"
    return (party[0], end) if follows else party


def past_aside(trigger: Trigger, at: int) -> int:
    """The token behind a short aside between commas, where an infinitive follows: "pledged, as a first step, to"."""
    if trigger.letter(at) == ",":
        for i in range(at + 1, min(at + 9, trigger.limit)):
            if trigger.letter(i) == ",":
                return i + 1 if trigger.word(i + 1) in {"to", "not"} else at
    return at


def is_trigger(trigger: Trigger, *lists: str) -> bool:
    """Whether the trigger is a verb of one of the lists."""
    return trigger.letter(trigger.token) in "vzdng" and any(
        trigger.word(trigger.token) in forms("agreements", name) for name in lists
    )
