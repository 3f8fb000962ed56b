"""Pacts told by nouns: a deal, an accord, a truce, with its parties, its maker and its status."""

from __future__ import annotations

from functools import cache
from typing import Any

from eventx.extractors.agreements.parties import agreement, is_plural, split_parties
from eventx.extractors.governing import governing_status, light_verb
from eventx.extractors.trigger import TokenRange, Trigger, forms, nouns, words
from eventx.grammar.arguments import (
    OF,
    agent_behind,
    complement_from,
    infinitive_behind,
    pair_behind,
    party_behind,
    possessor_before,
)
from eventx.grammar.clauses import has_finite_verb
from eventx.grammar.modality import assess, joined, negated_before, supposed
from eventx.grammar.noun_phrases import LINKING, phrase_end, phrase_start
from eventx.grammar.subjects import subject_of
from eventx.lexicon.inflection import all_forms
from eventx.mentions.countries import country_of
from eventx.rules import Draft, rule
from eventx.text import Range

NEGOTIATING_BEFORE = frozenset("talks negotiations discussions".split())
LINKS = frozenset("-–‑/")


@cache
def pact_triggers() -> frozenset[str]:
    """Singular and plural of all pact nouns."""
    listed = nouns("agreements", "pact_nouns") | nouns("agreements", "framed_nouns")
    return listed | {"memorandums", "memoranda"}


@rule(
    "agreement.pact",
    "<parties> reach a deal | a deal between <party> and <party> | the <party>-<party> pact",
    examples=[
        "Norland and Suderia signed a trade deal on Monday.",
        "The truce between the army and the rebels took effect at noon.",
    ],
    counterexamples=["He spent a great deal of money.", "The village is a coastal settlement."],
)
def pact_noun(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    word = trigger.word(token)
    if trigger.letter(token) not in "NP" or word not in pact_triggers():
        return None
    start = phrase_start(text, token + 1, trigger.floor, linked=False)
    if _is_no_pact(trigger, word, start):
        return None
    light = light_verb(trigger, start, forms("agreements", "making_verbs"))
    govern = governing_status(trigger, start, "agreements")
    framed = word in nouns("agreements", "framed_nouns") or word in {"memorandums", "memoranda"}
    if framed and (
        light is None
        or trigger.text.lower[light]
        in {"make", "makes", "made", "have", "had", "get", "got", "do", "win", "won", "announced"}
    ):
        return None
    parties, behind, broker = _around(trigger, start)
    roles: dict[str, Any] = {"kind": "pact", "status": "reached"}
    assessed = (
        "negative" if trigger.word(start) == "no" or negated_before(text, start, trigger.floor) else "positive",
        "asserted",
    )
    at: TokenRange = (token, token + 1)
    if light is not None:
        at = _with_light_verb(trigger, light)
        group = trigger.group(light)
        assessed = joined(assessed, assess(text, group, trigger.floor))
        subject = (
            agent_behind(text, light + 1, trigger.limit) if group.passive else subject_of(text, group, trigger.floor)
        )
        lemma = forms("agreements", "making_verbs")[trigger.word(light)]
        if lemma == "broker":
            broker = broker or subject
        elif subject is not None and lemma not in {"announce", "unveil"}:
            parties = [*split_parties(trigger, subject), *parties]
    elif govern is not None:
        assessed = joined(assessed, govern.assessed)
        outsider = govern.status == "rejected" and len(parties) > 1
        announced = trigger.word(govern.token) in announcing()
        if govern.party is not None and govern.status != "in_force" and not outsider and not announced:
            parties = [*split_parties(trigger, govern.party), *parties]
    elif supposed(text, token, trigger.floor):
        assessed = (assessed[0], "hypothetical")
    if not parties:
        parties = _before_in(trigger, start)
    under = _under(trigger, start)
    if under is not None:
        parties = [*parties, under]
    if govern is not None and govern.status:
        roles["status"] = govern.status
        if govern.status == "negotiating":
            assessed = (assessed[0], "asserted")
    if _under_negotiation(trigger, start):
        roles["status"] = "negotiating"
        parties = parties or _negotiators(trigger, start)
    theme, terms = _theme(trigger, start, behind)
    roles |= {
        "parties": _mentions(trigger, parties),
        "theme": trigger.span(theme),
        "broker": next(iter(_mentions(trigger, [broker] if broker else [])), None),
        "terms": [text.range(*part) for part in terms],
    }
    return agreement(trigger, "agreement.pact", at, roles, assessed)


def _with_light_verb(trigger: Trigger, light: int) -> TokenRange:
    """The trigger with the verb whose meaning it shares: "reached an agreement"."""
    token = trigger.token
    lemma = forms("agreements", "making_verbs")[trigger.word(light)].split()[0]
    near = 0 < token - light <= LONGEST_TRIGGER - 1
    plain = near and all(trigger.letter(i) in "DJNgn" for i in range(light + 1, token))
    return (light, token + 1) if plain and lemma not in {"announce", "unveil", "have", "get"} else (token, token + 1)


LONGEST_TRIGGER = 5


def _is_no_pact(trigger: Trigger, word: str, start: int) -> bool:
    """Whether the noun is no pact here: "a great deal", "deal with" as a verb, a village, the New Deal."""
    token = trigger.token
    before, behind = trigger.word(token - 1), trigger.word(token + 1)
    if word in {"deal", "deals"}:
        if behind in {"of", "breaker", "maker"} or before in {"big", "great"}:
            return True
        handled = start == token and behind == "with" and trigger.letter(token - 1) in "NPQ"
        made = light_verb(trigger, start, forms("agreements", "making_verbs"))
        if handled or (before in words("agreements", "not_pacts") and made is None):
            return True
    if word in {"settlement", "settlements"}:
        return not _settles(trigger, start)
    if trigger.letter(token) == "P" and trigger.letter(token + 1) == "P":
        return True
    if word in {"accord", "accords"}:
        return before == "own" or behind == "to"
    if (
        trigger.letter(token + 1) in "N"
        and behind not in {"talks", "yesterday", "today"}
        and trigger.letter(token) == "N"
    ):
        return behind in {"violation", "violations", "breach", "price", "hopes", "maker", "makers"}
    return word == "terms"


def _settles(trigger: Trigger, start: int) -> bool:
    """Whether a settlement settles something: it is reached, or with somebody, or of money, and no village."""
    token = trigger.token
    inside = {trigger.word(i) for i in range(start, token)}
    if inside & words("agreements", "settlers"):
        return False
    if light_verb(trigger, start, forms("agreements", "making_verbs")) is not None:
        return True
    legal = inside & {
        "court",
        "divorce",
        "legal",
        "lawsuit",
        "negotiated",
        "peace",
        "pay",
        "preliminary",
        "proposed",
        "wage",
    }
    money = any(trigger.letter(i) == "M" and trigger.word(i) in {"$", "£", "€"} for i in range(start, token))
    return bool(legal) or money or trigger.word(token + 1) in {"with", "between", "talks", "agreement"}


Part = TokenRange | Range


def _around(trigger: Trigger, start: int) -> tuple[list[Part], int, Part | None]:
    """The parties named around the noun, the token behind them, and a broker: "a US-brokered deal with X"."""
    text, token = trigger.text, trigger.token
    parties: list[Part] = []
    broker: Part | None = None
    for i in range(start, token):
        pair = _hyphenated(trigger, i)
        if pair:
            parties += pair
        if trigger.word(i).endswith(("-brokered", "-mediated", "-led")):
            begin = text.starts[i]
            broker = Range(begin, begin + text.words[i].rindex("-"))
    owner = possessor_before(text, token, trigger.floor)
    if owner is not None:
        parties.append(owner)
    behind = token + 1
    if trigger.word(behind) == "of" and trigger.word(behind + 1) == "understanding":
        behind += 2
    for _ in range(4):
        if trigger.word(behind) in {"between", "among"} and (pair := pair_behind(text, behind + 1, trigger.limit)):
            end = pair[-1][1]
            parties += pair
        elif trigger.word(behind) in {"with", "by"}:
            found = party_behind(text, behind, trigger.limit, frozenset(["with", "by"]))
            if found is None:
                break
            end = found[1]
            parties += split_parties(trigger, found)
        elif trigger.word(behind) in {"totalling", "totaling", "worth", "of"} and trigger.letter(behind + 1) == "M":
            end = phrase_end(text, behind + 1, trigger.limit)
        elif trigger.word(behind) in {"brokered", "mediated"} and (agent := agent_behind(text, behind, trigger.limit)):
            broker, end = agent, agent[1]
        else:
            break
        behind = end
    return parties, behind, broker


def _hyphenated(trigger: Trigger, token: int) -> list[Part]:
    """The two parties of "US-China", where both sides are countries or begin with a capital letter."""
    word = trigger.text.words[token]
    for mark in LINKS:
        left, sign, right = word.partition(mark)
        if sign and left[:1].isupper() and right[:1].isupper() and (country_of(left) or country_of(right)):
            begin = trigger.text.starts[token]
            middle = begin + len(left)
            return [Range(begin, middle), Range(middle + 1, trigger.text.ends[token])]
    return []


def _mentions(trigger: Trigger, parties: list[Part]) -> list[Any]:
    seen: list[Any] = []
    for part in parties:
        mention = trigger.mentions.mention_in(part) if isinstance(part, Range) else trigger.mention(part)
        if mention is not None and all(mention.range != other.range for other in seen):
            seen.append(mention)
    return seen


@cache
def announcing() -> frozenset[str]:
    """Forms of the verbs whose subject tells of a pact and need not be a party."""
    return frozenset(form for lemma in ("announce", "approve", "hail", "unveil") for form in all_forms(lemma))


def _before_in(trigger: Trigger, start: int) -> list[Part]:
    """The parties of a headline: "India and Iran in gas export deal"."""
    if trigger.word(start - 1) != "in" or has_finite_verb(trigger.text, trigger.floor, start):
        return []
    end = phrase_end(trigger.text, trigger.floor, start - 1, coordinated=True)
    return list(split_parties(trigger, (trigger.floor, end))) if end == start - 1 else []


def _under(trigger: Trigger, start: int) -> TokenRange | None:
    """Whom a pact binds: "Under the agreement, Turkey must …"."""
    behind = trigger.token + 1
    if trigger.word(start - 1) != "under" or trigger.letter(behind) != ",":
        return None
    end = phrase_end(trigger.text, behind + 1, trigger.limit, linked=OF)
    return (behind + 1, end) if end > behind + 1 and trigger.letter(end) in "zdXBH" else None


def _under_negotiation(trigger: Trigger, start: int) -> bool:
    """Whether the text only tells talks on it: "talks on a deal", "the truce talks"."""
    if trigger.word(trigger.token + 1) in NEGOTIATING_BEFORE:
        return True
    return trigger.word(start - 1) in {"on", "over", "about", "for", "toward", "towards"} and (
        trigger.word(start - 2) in NEGOTIATING_BEFORE | {"working", "work", "close", "push", "hopes", "search"}
    )


def _negotiators(trigger: Trigger, start: int) -> list[Part]:
    """Who negotiates: "A and B are in talks on a deal", "talks between A and B on a deal"."""
    talks = next(
        (i for i in range(start - 1, max(start - 12, trigger.floor - 1), -1) if trigger.word(i) in NEGOTIATING_BEFORE),
        None,
    )
    if talks is None:
        return []
    if trigger.word(talks + 1) == "between":
        return list(pair_behind(trigger.text, talks + 2, trigger.limit))
    verb = next(
        (i for i in range(talks - 1, max(talks - 5, trigger.floor - 1), -1) if trigger.letter(i) in "Bzdvg"), None
    )
    subject = None if verb is None else subject_of(trigger.text, trigger.group(verb), trigger.floor)
    partner = party_behind(trigger.text, talks + 1, trigger.limit, frozenset(["with"]))
    return [*split_parties(trigger, subject), *([partner] if partner else [])]


@rule(
    "agreement.come-to-terms",
    "<parties> come to terms (with <party>)",
    examples=["The union and the railway came to terms on Friday.", "Acme has come to terms with its lenders."],
    counterexamples=["She came to terms with her grief.", "The terms of the lease are long."],
)
def come_to_terms(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    verb = token - 2
    if trigger.word(token) != "terms" or trigger.word(token - 1) != "to" or trigger.word(verb) not in all_forms("come"):
        return None
    group = trigger.group(verb)
    subject = subject_of(text, group, trigger.floor)
    partner = party_behind(text, token + 1, trigger.limit, frozenset(["with"]))
    if partner is not None:
        described = trigger.mentions.describe(*partner)
        if described.use is None and described.kind == "unknown":
            return None
    elif subject is None or not is_plural(trigger, subject):
        return None
    roles = {
        "parties": _mentions(trigger, [*split_parties(trigger, subject), *([partner] if partner else [])]),
        "kind": "pact",
    }
    at = (verb, token + 1)
    return agreement(trigger, "agreement.come-to-terms", at, roles, assess(text, group, trigger.floor))


DURATIONS = frozenset("days weeks months years decades".split())


def _theme(trigger: Trigger, start: int, behind: int) -> tuple[TokenRange | None, list[TokenRange]]:
    """What the pact is on: an infinitive, a phrase after *on* or *for*, or the nouns before it ("trade deal")."""
    text = trigger.text
    complement = infinitive_behind(text, behind, trigger.limit)
    if complement is not None:
        return complement.theme, complement.terms
    if trigger.word(behind) in {"on", "over", "for", "about"} and not trigger.word(behind + 1).endswith("day"):
        end = phrase_end(text, behind + 1, trigger.limit, linked=LINKING, coordinated=True)
        if trigger.word(behind) == "for" and trigger.word(end - 1) in DURATIONS and trigger.letter(behind + 1) in "MDJ":
            return None, [(behind, end)]  # "a truce for three years"
        if end > behind + 1:
            return (behind + 1, end), []
    if trigger.word(behind) == "in" and trigger.word(behind + 1) in {"exchange", "return"}:
        end = phrase_end(text, behind + 3, trigger.limit, linked=LINKING, coordinated=True)
        return None, [(behind, end)] if trigger.word(behind + 2) == "for" and end > behind + 3 else []
    if trigger.word(behind) in {"under", "whereby"}:
        terms = complement_from(text, behind, trigger.limit)
        return None, [part for part in [terms.theme, *terms.terms] if part]
    if trigger.word(behind) == "that" and trigger.letter(behind + 1) == "X":
        clause = complement_from(text, behind, trigger.limit)
        return None, [clause.theme] if clause.theme else []
    nouns_before = [i for i in range(start, trigger.token) if trigger.letter(i) == "N" and "-" not in trigger.word(i)]
    if nouns_before and nouns_before[-1] == trigger.token - 1 and trigger.letter(trigger.token - 1) == "N":
        return (nouns_before[0], trigger.token), []
    return None, []
