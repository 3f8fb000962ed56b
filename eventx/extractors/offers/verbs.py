"""Offers told by verbs: offer, volunteer."""

from __future__ import annotations

from eventx.extractors.offers.bids import sought
from eventx.extractors.offers.prices import is_sum, sum_from
from eventx.extractors.offers.provision import (
    OWNERS,
    buys,
    can_be_taken,
    is_generic,
    is_habit,
    is_no_offer,
    is_provided,
    is_quality,
    listed,
    sells,
)
from eventx.extractors.offers.themes import (
    answered_behind,
    head_of,
    offer,
    put_to_party,
    recipient_within,
    spans,
    take_status,
    terms_behind,
    theme_end,
)
from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.arguments import (
    agent_behind,
    double_object,
    infinitive_behind,
    object_behind,
    past_adjuncts,
    recipient_behind,
)
from eventx.grammar.modality import assess, negated_before
from eventx.grammar.noun_phrases import TIME_WORDS, phrase_end, phrase_start
from eventx.grammar.subjects import subject_of
from eventx.grammar.verb_groups import VerbGroup
from eventx.rules import Draft, rule

WORKING_AT = frozenset("at from in of".split())


@rule(
    "offer.offer-to",
    "<party> offer to <verb phrase>",
    examples=[
        "Norland has offered to take in the refugees in exchange for aid.",
        "The company offered to repair the roof for free.",
    ],
    counterexamples=["She offered no comment.", "The course offers advice to parents."],
    words=lambda: forms("offers", "offer_verbs"),
    classes="vzdng",
)
def offer_to(trigger: Trigger) -> Draft | None:
    if trigger.letter(trigger.token) in "vz" and (
        trigger.letter(trigger.token - 1) in "DSvzdg" or trigger.word(trigger.token - 1) in OWNERS
    ):
        return None  # "her offer to meet", "consider offers to serve"
    behind = past_adjuncts(trigger.text, trigger.token + 1, trigger.limit)
    complement = infinitive_behind(trigger.text, behind, trigger.limit)
    if complement is None or complement.theme is None:
        return None
    group = trigger.group()
    if group.passive:
        return None
    roles = {
        "offerer": trigger.mention(subject_of(trigger.text, group, trigger.floor)),
        "recipient": trigger.mention(recipient_within(trigger, complement.theme)),
        "theme": trigger.span(complement.theme),
        "terms": spans(trigger, complement.terms),
    }
    answered_behind(trigger, roles, complement.theme[1])
    at = (trigger.token, trigger.token + 1)
    return offer(trigger, "offer.offer-to", at, roles, assess(trigger.text, group, trigger.floor))


@rule(
    "offer.offer-noun-phrase",
    "<party> offer <party> <theme> | <party> offer <theme> to <party>",
    examples=["Norland offered the rebels a truce.", "The bank has offered $3 million to the victims."],
    counterexamples=["The hotel offers sea views.", "He offered his condolences to the family."],
    words=lambda: forms("offers", "offer_verbs"),
    classes="vzdng",
)
def offer_noun_phrase(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) == "offering" and _is_share_offering(trigger):
        return None
    group = trigger.group()
    # "a Russian official offered concessions": the noun before is read as an adjective, and so the verb as a participle
    past = trigger.letter(token - 1) in "JN" and trigger.letter(token + 1) in "DN"
    if group.passive or (trigger.letter(token) == "n" and not group.auxiliaries and not past):
        return None
    objects = _objects(trigger, token + 1)
    if objects is None:
        return None
    recipient, theme = objects
    subject = subject_of(text, group, trigger.floor)
    if past and trigger.letter(token) == "n":
        start = phrase_start(text, token, trigger.floor)
        subject = (start, token) if start < token and trigger.letter(start - 1) not in "vzdgn" else None
    end = theme[1]
    behind = recipient_behind(text, end, trigger.limit)
    for_sum = trigger.letter(theme[0]) == "M" and is_sum(trigger, theme)
    if is_habit(trigger, group, recipient or behind) and not (for_sum and trigger.word(end) == "for"):
        return None
    if is_provided(trigger, subject, recipient or behind, theme) or is_quality(trigger, subject, recipient):
        return None
    terms: list[TokenRange] = []
    if for_sum and trigger.word(end) == "for":
        recipient, terms = sought(trigger, end, recipient)
    elif recipient is None and behind:
        end = behind[1]
        recipient = None if listed(head_of(trigger, behind), "no_takers") else behind
    roles = {
        "offerer": trigger.mention(subject),
        "recipient": trigger.mention(recipient),
        "theme": trigger.span(theme),
        "terms": spans(trigger, terms) + terms_behind(trigger, end),
    }
    answered_behind(trigger, roles, end)
    return offer(trigger, "offer.offer-noun-phrase", (token, token + 1), roles, assess(text, group, trigger.floor))


def _is_share_offering(trigger: Trigger) -> bool:
    """Whether shares are put on sale: "its initial public offering price", "a bond offering", "to the public"."""
    token = trigger.token
    for i in range(token + 1, min(token + 9, trigger.limit)):
        if trigger.word(i) == "to" and trigger.word(i + 1) == "the" and trigger.word(i + 2) == "public":
            return True
    return trigger.word(token - 1) in words("offers", "floated") or trigger.word(token + 1) in {"price", "prices"}


def _objects(trigger: Trigger, start: int) -> tuple[TokenRange | None, TokenRange] | None:
    """Recipient and theme behind the verb: "the rebels a truce", or the theme alone."""
    text = trigger.text
    first = recipient_behind(text, start, trigger.limit)
    if first is not None and trigger.letter(first[1]) in "DMJN":
        # "offered to its clients a new loan"
        end = phrase_end(text, first[1], trigger.limit, coordinated=True)
        return first, (first[1], theme_end(trigger, first[1], end))
    for begin in range(start + 1, min(start + 8, trigger.limit)):
        # "offered the city more than $5 billion in incentives"
        if trigger.letter(start) in "DPQNJ" and (end := sum_from(trigger, begin)) > begin:
            if trigger.letter(begin - 1) in "NPQJ" and phrase_end(text, start, begin, linked=WORKING_AT) == begin:
                return (start, begin), (begin, theme_end(trigger, begin, end))
            break
    pair = double_object(text, start, trigger.limit)
    if pair is not None:
        recipient, begin = pair
        end = phrase_end(text, begin, trigger.limit, coordinated=True)
        return recipient, (begin, theme_end(trigger, begin, end))
    while trigger.letter(start) == "R" and sum_from(trigger, start) == start:
        start += 1
    end = sum_from(trigger, start)
    if end == start or (trigger.letter(end) == "N" and trigger.word(end) not in TIME_WORDS):
        end = phrase_end(text, start, trigger.limit, coordinated=True)  # "10m shares"
    return (None, (start, theme_end(trigger, start, end))) if end > start else None


@rule(
    "offer.offered-passive",
    "<party> be offered <theme> | <theme> be offered to <party>",
    examples=["The rebels were offered a truce by Norland.", "A truce was offered to the rebels."],
    counterexamples=["Lunch is offered daily.", "No comment was offered."],
    words=lambda: forms("offers", "offer_verbs"),
    classes="n",
)
def offered_passive(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    group = trigger.group()
    if not group.passive:
        return None
    subject = subject_of(text, group, trigger.floor)
    if subject is None:
        return None
    agent = agent_behind(text, token + 1, trigger.limit)
    recipient: TokenRange | None = subject
    theme = _object_of_passive(trigger)
    if theme is None:
        theme, recipient = subject, recipient_behind(text, token + 1, trigger.limit)
        if not _is_put(trigger, theme, recipient, agent):
            return None
    if is_no_offer(trigger, theme):
        personal = recipient is not None and listed(head_of(trigger, theme), "offered_to_somebody")
        if not personal or buys(trigger, recipient):
            return None
    roles = {
        "offerer": trigger.mention(agent),
        "recipient": trigger.mention(recipient),
        "theme": trigger.span(theme),
        "terms": terms_behind(trigger, token + 1),
    }
    answered_behind(trigger, roles, token + 1)
    return offer(trigger, "offer.offered-passive", (token, token + 1), roles, assess(text, group, trigger.floor))


def _object_of_passive(trigger: Trigger) -> TokenRange | None:
    """What somebody was offered: "was offered *a seat*", "were offered *to stay*"."""
    end = sum_from(trigger, trigger.token + 1)
    if end > trigger.token + 1:
        return trigger.token + 1, theme_end(trigger, trigger.token + 1, end)
    theme = object_behind(trigger.text, trigger.token + 1, trigger.limit)
    if theme is not None and trigger.letter(trigger.token + 1) in "DMNJP":
        return theme[0], theme_end(trigger, *theme)
    complement = infinitive_behind(trigger.text, trigger.token + 1, trigger.limit)
    return complement.theme if complement is not None else None


def _is_put(trigger: Trigger, theme: TokenRange, recipient: TokenRange | None, agent: TokenRange | None) -> bool:
    """Whether a thing that "was offered" was put to somebody, rather than on sale or served."""
    if recipient is not None and not buys(trigger, recipient):
        return True
    if agent is not None and (is_generic(trigger, agent) or sells(trigger, agent)):
        return False
    if listed(head_of(trigger, theme), "wares") or is_generic(trigger, theme):
        return False
    return can_be_taken(trigger, theme) and trigger.letter(trigger.token + 1) != "R"


@rule(
    "offer.offered-by",
    "<theme> offered by <party>",
    examples=["The truce offered by Norland would last a month.", "They took the sum offered to them by the bank."],
    counterexamples=["The courses offered by the school are cheap.", "The hope offered by the result was small."],
    words=lambda: [*forms("offers", "offer_verbs"), *forms("offers", "propose_verbs")],
)
def offered_by(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.letter(token) not in "nd" or trigger.letter(token - 1) not in "NPM":
        return _as_proposed(trigger)
    recipient = recipient_behind(text, token + 1, trigger.limit)
    by = recipient[1] if recipient else token + 1
    agent = agent_behind(text, by, trigger.limit) if trigger.word(by) == "by" else None
    if agent is None and (recipient is None or trigger.letter(recipient[1]) not in "zdXBH,.;"):
        return None  # "the bank offered to its clients a new loan"
    start = phrase_start(text, token, trigger.floor, linked=False)
    while trigger.word(start - 1) == "of":
        start = phrase_start(text, start - 1, trigger.floor, linked=False)
    proposed = trigger.word(token) in forms("offers", "propose_verbs")
    if is_no_offer(trigger, (start, token)) or sells(trigger, agent) or buys(trigger, recipient):
        return None
    if agent is not None and is_generic(trigger, agent):
        return None
    if not proposed and not can_be_taken(trigger, (start, token)) and recipient is None:
        return None
    roles = {
        "offerer": trigger.mention(agent),
        "recipient": trigger.mention(recipient),
        "theme": trigger.span((start, token)),
    }
    polarity = "negative" if negated_before(text, start, trigger.floor) else "positive"
    take_status(trigger, roles, (start, token))
    put = not proposed or "status" in roles or put_to_party(trigger, (start, token), recipient)
    # a proposal that the text puts to nobody may be one all the same
    return offer(trigger, "offer.offered-by", (token, token + 1), roles, (polarity, "asserted" if put else "possible"))


def _as_proposed(trigger: Trigger) -> Draft | None:
    """ "as proposed by the mediators": what is proposed stands elsewhere."""
    token = trigger.token
    if trigger.word(token - 1) != "as" or trigger.word(token) != "proposed" or trigger.word(token + 1) != "by":
        return None
    agent = agent_behind(trigger.text, token + 1, trigger.limit)
    roles = {"offerer": trigger.mention(agent)}
    return offer(trigger, "offer.offered-by", (token, token + 1), roles, ("positive", "possible"))


@rule(
    "offer.that-party-offered",
    "<theme> that <party> offer",
    examples=[
        "The union refused the pay rise that the railway had offered.",
        "She took the job that Acme had offered.",
    ],
    counterexamples=["The view that the tower offers is wide.", "The hope he offered was small."],
    words=lambda: forms("offers", "offer_verbs"),
    classes="dn",
)
def that_party_offered(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if object_behind(text, token + 1, trigger.limit) or infinitive_behind(text, token + 1, trigger.limit):
        return None
    group = trigger.group()
    begin = phrase_start(text, group.first, trigger.floor, linked=False)
    at = (token, token + 1)
    if trigger.word(begin - 1) == "what" and begin < group.first and not group.passive:
        # "what we have offered is fair"
        by = {"offerer": trigger.mention((begin, group.first))}
        return offer(trigger, "offer.that-party-offered", at, by, assess(text, group, trigger.floor))
    end = begin - 1 if trigger.word(begin - 1) in {"that", "which"} else begin
    start = phrase_start(text, end, trigger.floor, linked=False)
    if group.passive or begin == group.first or start == end or trigger.letter(begin) not in "DPQ":
        return None
    party = (begin, group.first)
    if not can_be_taken(trigger, (start, end)) or sells(trigger, party) or is_generic(trigger, party):
        return None
    roles = {"offerer": trigger.mention(party), "theme": trigger.span((start, end))}
    take_status(trigger, roles, (start, end))
    return offer(trigger, "offer.that-party-offered", at, roles, assess(text, group, trigger.floor))


@rule(
    "offer.volunteer-to",
    "<party> volunteer to <verb phrase>",
    examples=["Two nurses volunteered to stay.", "She has volunteered to lead the talks."],
    counterexamples=["Volunteers cleaned the park.", "He volunteered that he was tired."],
    words=lambda: forms("offers", "volunteer_verbs"),
    classes="vzdng",
)
def volunteer_to(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    group = trigger.group()
    if trigger.letter(group.first - 1) in "gD" or trigger.word(group.first - 1).endswith("ing"):
        return None  # "empowering volunteers to lead"
    behind = token + 1 + (trigger.letter(token + 1) == '"')
    if trigger.word(behind) in {"in", "on"} and trigger.letter(behind + 1) == "D":
        behind = phrase_end(text, behind + 1, trigger.limit)  # "volunteered in the first place to go"
    complement = infinitive_behind(text, behind, trigger.limit)
    theme = complement.theme if complement else None
    if theme is None and trigger.word(token + 1) in {"as", "for"}:
        end = phrase_end(text, token + 2, trigger.limit, linked=frozenset(["to", "of"]))
        theme = (token + 1, end) if end > token + 2 else None
    if theme is None and (trigger.letter(token + 1) == "D" or trigger.letter(token + 2) == "S"):
        theme = object_behind(text, token + 1, trigger.limit, linked=False)
    if theme is None and (trigger.letter(token + 1) in '.,I"' or trigger.word(token + 1) in {"", "then"}):
        return _volunteered(trigger, group)
    if theme is None or listed(head_of(trigger, theme), "volunteered_words"):
        return None
    roles = {
        "offerer": trigger.mention(subject_of(text, group, trigger.floor)),
        "recipient": trigger.mention(recipient_within(trigger, theme)),
        "theme": trigger.span(theme),
        "terms": spans(trigger, complement.terms) if complement else [],
    }
    polarity, modality = assess(text, group, trigger.floor)
    if trigger.word(theme[0]) == "for" and modality == "asserted":
        modality = "possible"  # "volunteered for a charity"
    return offer(trigger, "offer.volunteer-to", (token, token + 1), roles, (polarity, modality))


def _volunteered(trigger: Trigger, group: VerbGroup) -> Draft | None:
    """Volunteering with nothing said of what for: to serve, or only at work in a charity."""
    text = trigger.text
    before = group.first - 1
    if trigger.letter(before) not in "NPQ" or text.quotation(before) is not text.quotation(group.head):
        return None
    subject = subject_of(text, group, trigger.floor)
    spoken = subject is not None and subject[0] > 0 and text.quotation(subject[0] - 1) is not None
    if subject is None or spoken or trigger.word(trigger.token + 1) in {"at", "in"}:
        return None
    polarity, modality = assess(text, group, trigger.floor)
    modality = "possible" if modality == "asserted" else modality
    roles = {"offerer": trigger.mention(subject)}
    return offer(trigger, "offer.volunteer-to", (trigger.token, trigger.token + 1), roles, (polarity, modality))
