"""Offers told by nouns: an offer, a bid, a proposal, with what became of it."""

from __future__ import annotations

from functools import cache
from typing import Any

from eventx.extractors.governing import governing_status, light_verb
from eventx.extractors.offers.themes import (
    offer,
    put_to_party,
    spans,
    terms_behind,
    theme_end,
)
from eventx.extractors.trigger import TokenRange, Trigger, forms, nouns, words
from eventx.grammar.arguments import (
    agent_behind,
    infinitive_behind,
    party_behind,
    possessor_before,
    recipient_behind,
)
from eventx.grammar.modality import assess, joined, negated_before, supposed
from eventx.grammar.noun_phrases import phrase_end, phrase_start
from eventx.grammar.subjects import subject_of
from eventx.lexicon.inflection import all_forms
from eventx.rules import Draft, rule

OF = frozenset(["of"])

BY_OR_FROM = frozenset(["by", "from"])

# "calling his offer a chance for the US": whoever gains from an offer can take it
GAINS = frozenset("boon boost chance gift godsend lifeline opportunity".split())

TABLING = frozenset(["extend", "put", "table"])

# "on offer", "a share offer"; "offer price", "offer letter"
NOT_OFFERS_BEHIND = frozenset("introductory on public share special".split())
NOT_OFFERS_BEFORE = frozenset("document letter period price sheet".split())
SCALES = frozenset("billion bn m million".split())


@rule(
    "offer.noun",
    "<party>'s offer to <verb phrase> | an offer (of <theme>) from <party> | <party> make an offer",
    examples=[
        "The rebels rejected Norland's offer to hold talks.",
        "Acme made a $3 billion offer for its rival Bolt.",
    ],
    counterexamples=["The shirts are on offer this week.", "The city launched a bid to host the games."],
)
def offer_noun(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    word = trigger.word(token)
    if trigger.letter(token) not in "NP" or word not in nouns("offers", "offer_nouns"):
        return None
    start = phrase_start(text, token + 1, trigger.floor, linked=False)
    if _not_an_offer(trigger, word, start):
        return None
    draft = _noun_draft(trigger, "offer.noun", start)
    if draft is not None and word in {"bid", "bids"}:
        # most bids are candidacies and attempts: without a price or a buyer's word it is a telling of a known offer
        draft.needs_antecedent = not _is_takeover(trigger, start, draft)
    return draft


def _is_takeover(trigger: Trigger, start: int, draft: Draft) -> bool:
    """Whether a bid is one for a company, a player or a painting: it has a price, a taker, or is hostile."""
    modified = any(trigger.word(i) in words("offers", "takeover_words") for i in range(start, trigger.token))
    decided = draft.roles["status"] != "open" and (draft.roles.get("recipient") or draft.roles.get("offerer"))
    presented = trigger.word(trigger.token + 1) in {"from", "by"} or light_verb(trigger, start, raising())
    return bool(modified or draft.roles.get("theme") or decided or presented)


@cache
def raising() -> dict[str, str]:
    """The forms of the verbs that only a bid of money takes: "raised its bid"."""
    return {form: lemma for lemma in ("improve", "increase", "raise", "sweeten", "table") for form in all_forms(lemma)}


def _not_an_offer(trigger: Trigger, word: str, start: int) -> bool:
    token = trigger.token
    before, behind = trigger.word(token - 1), trigger.word(token + 1)
    if (
        before in NOT_OFFERS_BEHIND
        or behind in NOT_OFFERS_BEFORE
        or behind
        in {
            "price",
            "sheet",
            "letter",
            "document",
            "period",
        }
    ):
        return True
    if trigger.letter(token + 1) == "N" and behind in {"battle", "manager", "process", "rumors", "rumours", "war"}:
        return True
    if word in {"bid", "bids"}:
        if any(trigger.word(i) in words("offers", "not_bids") for i in range(start, token)):
            return True
        if behind == "to" or (before == "a" and trigger.word(token - 2) == "in"):
            return True
        price = any(trigger.letter(i) == "M" for i in range(start, token))
        if behind == "for" and not price:
            wanted = range(token + 2, min(token + 6, trigger.limit))
            return any(trigger.word(i) in words("offers", "not_bids") for i in wanted)
    return False


@rule(
    "offer.proposal",
    "<party>'s proposal to <party> | reject/accept <party>'s proposal",
    examples=["The rebels rejected Norland's proposal for a truce.", "She extended an invitation to the mayor."],
    counterexamples=["The budget proposal was long.", "He read a research proposal."],
)
def proposal_noun(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    word = trigger.word(token)
    if trigger.word(token - 1) == "olive" and word in {"branch", "branches"}:
        word = "olive branch"
    if trigger.letter(token) not in "NP" or word not in nouns("offers", "proposal_nouns"):
        return None
    start = phrase_start(text, token + 1, trigger.floor, linked=False)
    draft = _noun_draft(trigger, "offer.proposal", start)
    if draft is None or not draft.roles.get("offerer"):
        return None
    theme = draft.roles.get("theme")
    about_party = theme is not None and put_to_party(trigger, text.tokens(theme), None)
    tabled = light_verb(
        trigger, start, {form: lemma for form, lemma in forms("offers", "presenting_verbs").items() if lemma in TABLING}
    )
    put = draft.roles.get("recipient") or draft.roles["status"] != "open" or about_party or tabled is not None
    return draft if put else None


def _noun_draft(trigger: Trigger, rule_id: str, start: int) -> Draft | None:
    """An offer told by a noun: its owner or the subject of its verb, what it is for, and what became of it."""
    text, token = trigger.text, trigger.token
    govern = governing_status(trigger, start, "offers")
    light = light_verb(trigger, start, forms("offers", "presenting_verbs"))
    owner = possessor_before(text, token, trigger.floor)
    roles: dict[str, Any] = {"offerer": trigger.mention(owner)}
    assessed = (
        "negative" if negated_before(text, token, start - 1) or trigger.word(start) == "no" else "positive",
        "asserted",
    )
    behind = token + 1
    theme: TokenRange | None = None
    wanted: TokenRange | None = None
    terms: list[TokenRange] = []
    for _ in range(4):
        word = trigger.word(behind)
        if word in {"from", "by"} and (party := party_behind(text, behind, trigger.limit, frozenset(["from", "by"]))):
            roles["offerer"] = roles["offerer"] or trigger.mention(party)
            behind = party[1]
        elif word == "of" and (end := _theme_of(trigger, behind + 1)) > behind + 1:
            theme = theme or (behind + 1, end)
            behind = end
        elif word == "to" and trigger.letter(behind + 1) == "M" and theme is None:
            end = _theme_of(trigger, behind + 1)
            theme, behind = (behind + 1, end), end
        elif word == "for" and (end := _theme_of(trigger, behind + 1)) > behind + 1:
            if trigger.word(token).endswith(("bid", "bids", "offer", "offers")):
                wanted = (behind + 1, end)
                roles.setdefault("recipient", trigger.mention(wanted))
            else:
                theme = theme or wanted
            behind = end
        elif (recipient := recipient_behind(text, behind, trigger.limit)) is not None:
            roles["recipient"] = trigger.mention(recipient)
            behind = recipient[1]
        elif (complement := infinitive_behind(text, behind, trigger.limit)) is not None and complement.theme:
            theme, terms = complement.theme, complement.terms
            behind = complement.theme[1]
        else:
            break
    if theme is None:
        theme = _price_before(trigger, start)
    if not roles.get("recipient"):
        roles["recipient"] = trigger.mention(_beneficiary(trigger, behind))
    receives = light_verb(trigger, start, forms("offers", "receiving_verbs"))
    relative = _presented_in_relative(trigger, behind)
    if relative is not None:
        maker, behind = relative
        roles["offerer"] = roles["offerer"] or trigger.mention(maker)
        complement = infinitive_behind(text, behind, trigger.limit)
        if complement is not None and theme is None:
            theme, terms = complement.theme, complement.terms
    if light is not None:
        group = trigger.group(light)
        assessed = joined(assessed, assess(text, group, trigger.floor))
        if group.passive and not roles.get("recipient"):
            roles["recipient"] = trigger.mention(recipient_behind(text, light + 1, trigger.limit))
        if not roles["offerer"] or _is_possessive_pronoun(trigger, owner):
            if group.passive:
                party = agent_behind(text, light + 1, trigger.limit, BY_OR_FROM)
            else:
                party = subject_of(text, group, trigger.floor)
            roles["offerer"] = trigger.mention(party)
    elif govern is not None:
        assessed = joined(assessed, govern.assessed)
        if govern.party is not None:
            withdraws = govern.status in {"withdrawn", "expired"}
            role = "offerer" if withdraws else "recipient"
            if not roles.get(role) or (withdraws and _is_possessive_pronoun(trigger, owner)) or wanted is not None:
                if wanted is not None and not withdraws:
                    terms.append((wanted[0] - 1, wanted[1]))
                roles[role] = trigger.mention(govern.party)
    elif receives is not None:
        group = trigger.group(receives)
        polarity, modality = assess(text, group, trigger.floor)
        assessed = joined(assessed, (polarity, modality))
        roles["recipient"] = roles.get("recipient") or trigger.mention(subject_of(text, group, trigger.floor))
    elif trigger.word(start - 1) == "with" and trigger.word(start - 2) in forms("offers", "answering_verbs"):
        group = trigger.group(start - 2)
        assessed = joined(assessed, assess(text, group, trigger.floor))
        roles["offerer"] = roles["offerer"] or trigger.mention(subject_of(text, group, trigger.floor))
    elif supposed(text, token, trigger.floor):
        assessed = (assessed[0], "hypothetical")
    roles |= {"theme": trigger.span(theme), "terms": spans(trigger, terms) or terms_behind(trigger, behind)}
    if govern is not None and govern.status is not None:
        roles["status"] = govern.status
    return offer(trigger, rule_id, (token, token + 1), roles, assessed)


def _theme_of(trigger: Trigger, start: int) -> int:
    """The end of what an offer is of or for, with a rate behind a sum: "$14 a share"."""
    end = phrase_end(trigger.text, start, trigger.limit, linked=OF, coordinated=True)
    return theme_end(trigger, start, end) if trigger.word(end) in {"a", "per"} else end


def _is_possessive_pronoun(trigger: Trigger, owner: TokenRange | None) -> bool:
    return owner is not None and owner[1] - owner[0] == 1 and trigger.letter(owner[0]) == "D"


def _presented_in_relative(trigger: Trigger, behind: int) -> tuple[TokenRange, int] | None:
    """Who makes it in "an offer that Denmark made", and the token behind."""
    start = behind + 1 if trigger.word(behind) in {"that", "which"} else behind
    end = phrase_end(trigger.text, start, trigger.limit)
    verb = end
    while trigger.letter(verb) in "HXR":
        verb += 1
    if end > start and trigger.letter(verb) in "dzn" and trigger.word(verb) in forms("offers", "presenting_verbs"):
        return (start, end), verb + 1
    return None


def _beneficiary(trigger: Trigger, behind: int) -> TokenRange | None:
    """For whom the offer is called a chance: "his offer a chance for the US", "the offer is a gift to them"."""
    end = phrase_end(trigger.text, behind, min(behind + 6, trigger.limit))
    if end > behind and trigger.word(end - 1) in GAINS and trigger.word(end) in {"for", "to"}:
        far = phrase_end(trigger.text, end + 1, trigger.limit)
        return (end + 1, far) if far > end + 1 else None
    return None


def _price_before(trigger: Trigger, start: int) -> TokenRange | None:
    """The sum that stands before the noun: "a $3 billion offer"."""
    first = next(
        (
            i
            for i in range(start, trigger.token)
            if trigger.letter(i) == "M" and trigger.word(i) not in {"one", "first"}
        ),
        None,
    )
    if first is None or not any(
        trigger.word(i) in {"$", "£", "€"} or trigger.word(i)[0].isdigit() for i in range(first, trigger.token)
    ):
        return None
    end = first
    while (end < trigger.token and trigger.letter(end) in "M") or trigger.word(end) in SCALES:
        end += 1
    return first, end
