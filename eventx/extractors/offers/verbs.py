"""Offers told by verbs: offer, propose, volunteer, put forward."""

from __future__ import annotations

from typing import Any

from eventx.extractors.offers.themes import (
    head_of,
    is_no_offer,
    offer,
    put_to_party,
    sells,
    spans,
    take_status,
    terms_behind,
    theme_end,
)
from eventx.extractors.trigger import TokenRange, Trigger, forms, nouns
from eventx.grammar.arguments import (
    agent_behind,
    complement_from,
    double_object,
    infinitive_behind,
    object_behind,
    party_behind,
    past_adjuncts,
    recipient_behind,
)
from eventx.grammar.modality import assess, negated_before
from eventx.grammar.noun_phrases import phrase_end, phrase_start
from eventx.grammar.subjects import subject_of
from eventx.grammar.verb_groups import VerbGroup
from eventx.rules import Draft, rule


@rule(
    "offer.offer-to",
    "<party> offer to <verb phrase>",
    examples=[
        "Norland has offered to take in the refugees in exchange for aid.",
        "The company offered to repair the roof for free.",
    ],
    counterexamples=["She offered no comment.", "The course offers advice to parents."],
)
def offer_to(trigger: Trigger) -> Draft | None:
    if trigger.letter(trigger.token) not in "vzdng" or trigger.word(trigger.token) not in forms(
        "offers", "offer_verbs"
    ):
        return None
    behind = past_adjuncts(trigger.text, trigger.token + 1, trigger.limit)
    complement = infinitive_behind(trigger.text, behind, trigger.limit)
    if complement is None or complement.theme is None:
        return None
    group = trigger.group()
    if group.passive:
        return None
    roles = {
        "offerer": trigger.mention(subject_of(trigger.text, group, trigger.floor)),
        "theme": trigger.span(complement.theme),
        "terms": spans(trigger, complement.terms),
    }
    at = (trigger.token, trigger.token + 1)
    return offer(trigger, "offer.offer-to", at, roles, assess(trigger.text, group, trigger.floor))


@rule(
    "offer.offer-noun-phrase",
    "<party> offer <party> <theme> | <party> offer <theme> to <party>",
    examples=["Norland offered the rebels a truce.", "The bank has offered $3 million to the victims."],
    counterexamples=["The hotel offers sea views.", "He offered his condolences to the family."],
)
def offer_noun_phrase(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.letter(token) not in "vzdng" or trigger.word(token) not in forms("offers", "offer_verbs"):
        return None
    group = trigger.group()
    if group.passive or (trigger.letter(token) == "n" and not group.auxiliaries):
        return None
    objects = _objects(trigger, token + 1)
    if objects is None:
        return None
    recipient, theme = objects
    subject = subject_of(text, group, trigger.floor)
    if is_no_offer(trigger, theme) or (sells(trigger, subject)):
        return None
    if _is_habit(trigger, group) or _is_quality(trigger, subject, recipient):
        return None
    end = theme[1]
    behind = recipient_behind(text, end, trigger.limit)
    if recipient is None and trigger.word(end) == "for" and trigger.letter(theme[0]) == "M":
        # "$40 a share for its rival": the price goes to whoever owns what it buys
        behind = party_behind(text, end, trigger.limit, frozenset(["for"]))
    if recipient is None and behind:
        recipient, end = behind, behind[1]
    roles = {
        "offerer": trigger.mention(subject),
        "recipient": trigger.mention(recipient),
        "theme": trigger.span(theme),
        "terms": terms_behind(trigger, end),
    }
    return offer(trigger, "offer.offer-noun-phrase", (token, token + 1), roles, assess(text, group, trigger.floor))


def _is_habit(trigger: Trigger, group: VerbGroup) -> bool:
    """Whether the simple present tells what somebody usually provides; in a headline it tells what happened."""
    present = trigger.letter(trigger.token) in "zv" and not group.auxiliaries and group.finite
    return present and trigger.text.kind_at(trigger.token) != "headline"


def _is_quality(trigger: Trigger, subject: TokenRange | None, recipient: TokenRange | None) -> bool:
    """Whether a participle tells what a thing is good for: "…, offering a layer of ease"."""
    if trigger.letter(trigger.token) != "g" or trigger.group().auxiliaries or recipient is not None:
        return False
    return subject is None or trigger.letter(subject[1] - 1) not in "PQ"


def _objects(trigger: Trigger, start: int) -> tuple[TokenRange | None, TokenRange] | None:
    """Recipient and theme behind the verb: "the rebels a truce", or the theme alone."""
    text = trigger.text
    pair = double_object(text, start, trigger.limit)
    if pair is not None:
        recipient, begin = pair
        end = phrase_end(text, begin, trigger.limit, coordinated=True)
        return recipient, (begin, theme_end(trigger, begin, end))
    while trigger.letter(start) == "R":
        start += 1
    end = phrase_end(text, start, trigger.limit, coordinated=True)
    return (None, (start, theme_end(trigger, start, end))) if end > start else None


@rule(
    "offer.offered-passive",
    "<party> be offered <theme> | <theme> be offered to <party>",
    examples=["The rebels were offered a truce by Norland.", "A truce was offered to the rebels."],
    counterexamples=["Lunch is offered daily.", "No comment was offered."],
)
def offered_passive(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.letter(token) != "n" or trigger.word(token) not in forms("offers", "offer_verbs"):
        return None
    group = trigger.group()
    if not group.passive:
        return None
    subject = subject_of(text, group, trigger.floor)
    if subject is None:
        return None
    roles: dict[str, Any] = {"offerer": trigger.mention(agent_behind(text, token + 1, trigger.limit))}
    theme = object_behind(text, token + 1, trigger.limit)
    complement = infinitive_behind(text, token + 1, trigger.limit)
    if theme is not None and trigger.letter(token + 1) in "DMNJ":
        roles |= {"recipient": trigger.mention(subject), "theme": trigger.span(theme)}
    elif complement is not None and complement.theme:
        roles |= {"recipient": trigger.mention(subject), "theme": trigger.span(complement.theme)}
    else:
        recipient = recipient_behind(text, token + 1, trigger.limit)
        if recipient is None and not roles["offerer"]:
            return None
        theme = subject
        roles |= {"theme": trigger.span(subject), "recipient": trigger.mention(recipient)}
    if theme and is_no_offer(trigger, theme):
        return None
    roles["terms"] = terms_behind(trigger, token + 1)
    return offer(trigger, "offer.offered-passive", (token, token + 1), roles, assess(text, group, trigger.floor))


@rule(
    "offer.offered-by",
    "<theme> offered by <party>",
    examples=["The truce offered by Norland would last a month.", "They took the sum offered to them by the bank."],
    counterexamples=["The courses offered by the school are cheap.", "The hope offered by the result was small."],
)
def offered_by(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    verbs = forms("offers", "offer_verbs").keys() | forms("offers", "propose_verbs").keys()
    if trigger.word(token) not in verbs or trigger.letter(token) not in "nd" or trigger.letter(token - 1) not in "NPM":
        return None
    recipient = recipient_behind(text, token + 1, trigger.limit)
    by = recipient[1] if recipient else token + 1
    if trigger.word(by) != "by":
        return None
    agent = agent_behind(text, by, trigger.limit)
    start = phrase_start(text, token, trigger.floor)
    if agent is None or is_no_offer(trigger, (start, token)) or sells(trigger, agent):
        return None
    roles = {
        "offerer": trigger.mention(agent),
        "recipient": trigger.mention(recipient),
        "theme": trigger.span((start, token)),
    }
    polarity = "negative" if negated_before(text, start, trigger.floor) else "positive"
    take_status(trigger, roles, (start, token))
    proposed = trigger.word(token) in forms("offers", "propose_verbs")
    if proposed and "status" not in roles and not put_to_party(trigger, (start, token), recipient):
        return None
    return offer(trigger, "offer.offered-by", (token, token + 1), roles, (polarity, "asserted"))


@rule(
    "offer.that-party-offered",
    "<theme> that <party> offer",
    examples=[
        "The union refused the pay rise that the railway had offered.",
        "She took the job that Acme had offered.",
    ],
    counterexamples=["The view that the tower offers is wide.", "The hope he offered was small."],
)
def that_party_offered(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) not in forms("offers", "offer_verbs") or trigger.letter(token) not in "dn":
        return None
    if object_behind(text, token + 1, trigger.limit) or infinitive_behind(text, token + 1, trigger.limit):
        return None
    group = trigger.group()
    begin = phrase_start(text, group.first, trigger.floor, linked=False)
    end = begin - 1 if trigger.word(begin - 1) in {"that", "which"} else begin
    start = phrase_start(text, end, trigger.floor, linked=False)
    if group.passive or begin == group.first or start == end or trigger.letter(begin) not in "DPQ":
        return None
    party = (begin, group.first)
    if is_no_offer(trigger, (start, end)) or sells(trigger, party):
        return None
    roles = {"offerer": trigger.mention(party), "theme": trigger.span((start, end))}
    take_status(trigger, roles, (start, end))
    at = (token, token + 1)
    return offer(trigger, "offer.that-party-offered", at, roles, assess(text, group, trigger.floor))


@rule(
    "offer.propose",
    "<party> propose <theme> (to <party>)",
    examples=["Norland proposed a truce to the rebels.", "The bank proposed merging with its rival."],
    counterexamples=["The minister proposed a tax on sugar.", "She proposed a new theory of sleep."],
)
def propose(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) not in forms("offers", "propose_verbs") or trigger.letter(token) not in "vzdng":
        return None
    group = trigger.group()
    if group.passive or (group.participle and trigger.letter(token) == "n"):
        return None
    start = token + 1
    recipient = recipient_behind(text, start, trigger.limit)
    if recipient is not None:
        start = recipient[1]
    terms: list[TokenRange] = []
    if trigger.letter(start) == "g" or (trigger.word(start) == "to" and trigger.letter(start + 1) in "vBHO"):
        complement = complement_from(text, start, trigger.limit)
        theme, terms = complement.theme, complement.terms
        with_party = theme is not None and any(trigger.word(i) in {"with", "their", "its"} for i in range(*theme))
        if not with_party and not put_to_party(trigger, theme, recipient):
            return None
    else:
        end = phrase_end(text, start, trigger.limit, coordinated=True)
        if end == start:
            return None
        theme = (start, theme_end(trigger, start, end))
        recipient = recipient or recipient_behind(text, theme[1], trigger.limit)
        if not put_to_party(trigger, (start, end), recipient):
            return None
    if (
        theme is None
        or is_no_offer(trigger, theme)
        or (trigger.word(start) in {"a"} and trigger.word(start + 1) == "toast")
    ):
        return None
    roles = {
        "offerer": trigger.mention(subject_of(text, group, trigger.floor)),
        "recipient": trigger.mention(recipient),
        "theme": trigger.span(theme),
        "terms": spans(trigger, terms) or terms_behind(trigger, theme[1]),
    }
    return offer(trigger, "offer.propose", (token, token + 1), roles, assess(text, group, trigger.floor))


@rule(
    "offer.volunteer-to",
    "<party> volunteer to <verb phrase>",
    examples=["Two nurses volunteered to stay.", "She has volunteered to lead the talks."],
    counterexamples=["Volunteers cleaned the park.", "He volunteered that he was tired."],
)
def volunteer_to(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) not in forms("offers", "volunteer_verbs") or trigger.letter(token) not in "vzdng":
        return None
    group = trigger.group()
    if trigger.letter(group.first - 1) in "gD":
        return None  # "empowering volunteers to lead"
    complement = infinitive_behind(text, token + 1, trigger.limit)
    theme = complement.theme if complement else None
    if theme is None and trigger.word(token + 1) in {"his", "her", "their", "its", "our", "my"}:
        theme = object_behind(text, token + 1, trigger.limit, linked=False)
    if theme is None or is_no_offer(trigger, theme):
        return None
    roles = {
        "offerer": trigger.mention(subject_of(text, group, trigger.floor)),
        "theme": trigger.span(theme),
        "terms": spans(trigger, complement.terms) if complement else [],
    }
    return offer(trigger, "offer.volunteer-to", (token, token + 1), roles, assess(text, group, trigger.floor))


@rule(
    "offer.put-forward",
    "<party> put forward <a proposal>",
    examples=["The union put forward a compromise on pay.", "On Tuesday the airline tabled a new plan."],
    counterexamples=["She put the cup on the table.", "He submitted his homework."],
)
def put_forward(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.letter(token) not in "vzdn" or trigger.word(token) not in forms("offers", "presenting_verbs"):
        return None
    group = trigger.group()
    lemma = forms("offers", "presenting_verbs")[trigger.word(token)]
    behind = token + 1
    if lemma == "put":
        if trigger.word(behind) != "forward":
            return None
        behind += 1
    elif lemma not in {"table", "float", "submit", "present", "advance"}:
        return None
    theme = object_behind(text, behind, trigger.limit)
    if theme is None or group.passive or head_of(trigger, theme) not in nouns("offers", "presented"):
        return None
    roles = {
        "offerer": trigger.mention(subject_of(text, group, trigger.floor)),
        "theme": trigger.span(theme),
        "recipient": trigger.mention(recipient_behind(text, theme[1], trigger.limit)),
        "terms": terms_behind(trigger, theme[1]),
    }
    return offer(trigger, "offer.put-forward", (token, behind), roles, assess(text, group, trigger.floor))
