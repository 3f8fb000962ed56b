"""Offers: a party presents or signals willingness to do or give something that another may take or leave."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eventx.extractors.governing import governing_status, light_verb
from eventx.extractors.trigger import TokenRange, Trigger, first_drafts, forms, nouns, words
from eventx.grammar.arguments import (
    agent_behind,
    complement_from,
    double_object,
    infinitive_behind,
    object_behind,
    party_behind,
    possessor_before,
    recipient_behind,
    terms_at,
)
from eventx.grammar.clauses import trim
from eventx.grammar.modality import assess, joined, negated_before, supposed
from eventx.grammar.noun_phrases import LINKING, phrase_end, phrase_start
from eventx.grammar.subjects import subject_of
from eventx.mentions import Mentions
from eventx.rules import Draft, Rule, rule
from eventx.text import Text

TABLING = frozenset(["extend", "put", "table"])
OF = frozenset(["of"])
BY_OR_FROM = frozenset(["by", "from"])
# "calling his offer a chance for the US": whoever gains from an offer can take it
GAINS = frozenset("boon boost chance gift godsend lifeline opportunity".split())


def _draft(trigger: Trigger, rule_id: str, at: TokenRange, roles: dict[str, Any], assessed: tuple[str, str]) -> Draft:
    roles = {key: value for key, value in roles.items() if value}
    roles.setdefault("status", "open")
    return Draft("offer", rule_id, trigger.text.range(*at), roles, polarity=assessed[0], modality=assessed[1])


def _terms(trigger: Trigger, parts: list[TokenRange]) -> list[Any]:
    return [trigger.text.range(*part) for part in parts if part[0] < part[1]]


def _head_of(trigger: Trigger, tokens: TokenRange) -> str:
    """The word that says what a noun phrase is: the last noun before a preposition."""
    head = tokens[0]
    for i in range(*tokens):
        if trigger.letter(i) in "IT,(W" and i > tokens[0]:
            break
        if trigger.letter(i) in "NPQM":
            head = i
    return trigger.word(head)


def _no_offer(trigger: Trigger, theme: TokenRange) -> bool:
    head = _head_of(trigger, theme)
    refused = words("offers", "not_offered")
    return head in refused or head.removesuffix("s") in refused or trigger.word(theme[0]) in {"no", "little", "nothing"}


def _sells(trigger: Trigger, subject: TokenRange | None) -> bool:
    """Whether the subject is a shop or a thing, which provides rather than offers."""
    return subject is not None and _head_of(trigger, subject).removesuffix("s") in words("offers", "sellers")


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
    if trigger.letter(trigger.token) not in "vzdng" or trigger.word(trigger.token) not in forms("offers", "offer_verbs"):
        return None
    complement = infinitive_behind(trigger.text, trigger.token + 1, trigger.limit)
    if complement is None or complement.theme is None:
        return None
    group = trigger.group()
    if group.passive:
        return None
    roles = {
        "offerer": trigger.mention(subject_of(trigger.text, group, trigger.floor)),
        "theme": trigger.span(complement.theme),
        "terms": _terms(trigger, complement.terms),
    }
    at = (trigger.token, trigger.token + 1)
    return _draft(trigger, "offer.offer-to", at, roles, assess(trigger.text, group, trigger.floor))


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
    if _no_offer(trigger, theme) or (_sells(trigger, subject)):
        return None
    habitual = trigger.letter(token) in "zv" and not group.auxiliaries and group.finite
    if habitual and recipient is None and (subject is None or trigger.letter(subject[1] - 1) not in "PQ"):
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
        "terms": _terms_behind(trigger, end),
    }
    return _draft(
        trigger, "offer.offer-noun-phrase", (token, token + 1), roles, assess(text, group, trigger.floor)
    )


def _objects(trigger: Trigger, start: int) -> tuple[TokenRange | None, TokenRange] | None:
    """Recipient and theme behind the verb: "the rebels a truce", or the theme alone."""
    text = trigger.text
    pair = double_object(text, start, trigger.limit)
    if pair is not None:
        recipient, begin = pair
        end = phrase_end(text, begin, trigger.limit, coordinated=True)
        return recipient, (begin, _theme_end(trigger, begin, end))
    while trigger.letter(start) == "R":
        start += 1
    end = phrase_end(text, start, trigger.limit, coordinated=True)
    return (None, (start, _theme_end(trigger, start, end))) if end > start else None


def _theme_end(trigger: Trigger, start: int, end: int) -> int:
    """The end of a theme with the phrases that belong to it, but not "to <party>" and not the terms."""
    while end < trigger.limit:
        word = trigger.word(end)
        if word in {"a", "per"} and trigger.letter(end - 1) in "M" and trigger.letter(end + 1) == "N":
            end += 2
        elif word in {"of", "in", "on", "over", "with", "from", "at", "worth"} and not terms_at(trigger.text, end, trigger.limit):
            further = phrase_end(trigger.text, end + 1, trigger.limit, coordinated=True)
            if further == end + 1 or trigger.word(end + 1) in {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}:
                break
            end = further
        elif word == "to" and trigger.letter(end + 1) in "vBHO":
            return complement_from(trigger.text, start, trigger.limit).theme[1]  # type: ignore[index]
        else:
            break
    return end


def _terms_behind(trigger: Trigger, start: int) -> list[Any]:
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
    if theme and _no_offer(trigger, theme):
        return None
    roles["terms"] = _terms_behind(trigger, token + 1)
    return _draft(trigger, "offer.offered-passive", (token, token + 1), roles, assess(text, group, trigger.floor))


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
    if agent is None or _no_offer(trigger, (start, token)) or _sells(trigger, agent):
        return None
    roles = {
        "offerer": trigger.mention(agent),
        "recipient": trigger.mention(recipient),
        "theme": trigger.span((start, token)),
    }
    polarity = "negative" if negated_before(text, start, trigger.floor) else "positive"
    _take_status(trigger, roles, (start, token))
    proposed = trigger.word(token) in forms("offers", "propose_verbs")
    if proposed and "status" not in roles and not _put_to_party(trigger, (start, token), recipient):
        return None
    return _draft(trigger, "offer.offered-by", (token, token + 1), roles, (polarity, "asserted"))


def _take_status(trigger: Trigger, roles: dict[str, Any], theme: TokenRange) -> None:
    """The status from the verb over what was offered: "turned down the amnesty offered by …"."""
    over = Trigger(trigger.text, trigger.mentions, theme[1] - 1, trigger.floor, trigger.limit)
    govern = governing_status(over, theme[0], "offers")
    if govern is not None and govern.status is not None and not govern.passive:
        roles["status"] = govern.status
        if not roles.get("recipient") and govern.party is not None and govern.status in {"accepted", "rejected"}:
            roles["recipient"] = trigger.mention(govern.party)


@rule(
    "offer.that-party-offered",
    "<theme> that <party> offer",
    examples=["The union refused the pay rise that the railway had offered.", "She took the job Acme offered."],
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
    if _no_offer(trigger, (start, end)) or _sells(trigger, party):
        return None
    roles = {"offerer": trigger.mention(party), "theme": trigger.span((start, end))}
    _take_status(trigger, roles, (start, end))
    at = (token, token + 1)
    return _draft(trigger, "offer.that-party-offered", at, roles, assess(text, group, trigger.floor))


@rule(
    "offer.put-forward",
    "<party> put forward <a proposal>",
    examples=["The union put forward a compromise on pay.", "On Tuesday the airline tabled a new proposal."],
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
    if theme is None or group.passive or _head_of(trigger, theme) not in nouns("offers", "presented"):
        return None
    if _head_of(trigger, theme) in nouns("offers", "offer_nouns") | nouns("offers", "proposal_nouns"):
        return None  # the noun tells it
    roles = {
        "offerer": trigger.mention(subject_of(text, group, trigger.floor)),
        "theme": trigger.span(theme),
        "recipient": trigger.mention(recipient_behind(text, theme[1], trigger.limit)),
        "terms": _terms_behind(trigger, theme[1]),
    }
    return _draft(trigger, "offer.put-forward", (token, behind), roles, assess(text, group, trigger.floor))


def _put_to_party(trigger: Trigger, theme: TokenRange | None, recipient: TokenRange | None) -> bool:
    if recipient is not None:
        return True
    listed = words("offers", "proposed_to_party")
    if theme is None:
        return False
    return any(trigger.word(i) in listed or trigger.word(i).removesuffix("s") in listed for i in range(*theme))


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
    if trigger.letter(start) == "g" or trigger.word(start) == "to" and trigger.letter(start + 1) in "vBHO":
        complement = complement_from(text, start, trigger.limit)
        theme, terms = complement.theme, complement.terms
        with_party = theme is not None and any(trigger.word(i) in {"with", "their", "its"} for i in range(*theme))
        if not with_party and not _put_to_party(trigger, theme, recipient):
            return None
    else:
        end = phrase_end(text, start, trigger.limit, coordinated=True)
        if end == start:
            return None
        theme = (start, _theme_end(trigger, start, end))
        recipient = recipient or recipient_behind(text, theme[1], trigger.limit)
        if not _put_to_party(trigger, (start, end), recipient):
            return None
    if theme is None or _no_offer(trigger, theme) or trigger.word(start) in {"a"} and trigger.word(start + 1) == "toast":
        return None
    roles = {
        "offerer": trigger.mention(subject_of(text, group, trigger.floor)),
        "recipient": trigger.mention(recipient),
        "theme": trigger.span(theme),
        "terms": _terms(trigger, terms) or _terms_behind(trigger, theme[1]),
    }
    return _draft(trigger, "offer.propose", (token, token + 1), roles, assess(text, group, trigger.floor))


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
    complement = infinitive_behind(text, token + 1, trigger.limit)
    theme = complement.theme if complement else None
    if theme is None and trigger.word(token + 1) in {"his", "her", "their", "its", "our", "my"}:
        theme = object_behind(text, token + 1, trigger.limit, linked=False)
    if theme is None or _no_offer(trigger, theme):
        return None
    roles = {
        "offerer": trigger.mention(subject_of(text, group, trigger.floor)),
        "theme": trigger.span(theme),
        "terms": _terms(trigger, complement.terms) if complement else [],
    }
    return _draft(trigger, "offer.volunteer-to", (token, token + 1), roles, assess(text, group, trigger.floor))


@rule(
    "offer.be-willing-to",
    "<party> be willing to <verb phrase>",
    examples=["Norland is willing to house the prisoners.", "The union said it was ready to reopen talks."],
    counterexamples=["Dinner is ready to eat.", "He was willing and able."],
)
def be_willing_to(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    word = trigger.word(token)
    negative = word in words("offers", "negative_adjectives")
    if word not in words("offers", "adjectives") and not negative:
        return None
    group = trigger.group()
    verb = _copula(trigger, group.first)
    if verb is None:
        return None
    openness = word == "open"
    complement = infinitive_behind(text, token + 1, trigger.limit)
    if complement is None and openness and trigger.word(token + 1) == "to":
        complement = complement_from(text, token + 2, trigger.limit)
    if complement is None or complement.theme is None:
        return None
    acts = trigger.word(complement.theme[0] + 1)
    if acts in {"go", "eat", "wear", "drink", "use", "drive"} and word == "ready":
        return None
    clause = trigger.group(verb)
    subject = subject_of(text, clause, trigger.floor)
    if subject is None or not _can_offer(trigger, subject):
        return None
    if openness and _head_of(trigger, complement.theme) in words("offers", "open_to_all"):
        return None
    polarity, modality = assess(text, clause, trigger.floor)
    if any(trigger.word(i) in {"not", "never"} for i in range(verb + 1, token)):
        polarity = "negative"
    if negative:
        polarity = "negative" if polarity == "positive" else "positive"
    roles = {
        "offerer": trigger.mention(subject),
        "theme": trigger.span(complement.theme),
        "terms": _terms(trigger, complement.terms) or _fronted_terms(trigger),
    }
    return _draft(trigger, "offer.be-willing-to", (verb, token + 1), roles, (polarity, modality))


def _fronted_terms(trigger: Trigger) -> list[Any]:
    """Terms that open the sentence: "In exchange for a longer lease, …"."""
    if not terms_at(trigger.text, trigger.floor, trigger.limit):
        return []
    comma = next((i for i in range(trigger.floor, trigger.token) if trigger.letter(i) == ","), None)
    return [] if comma is None else [trigger.text.range(trigger.floor, comma)]


def _copula(trigger: Trigger, first: int) -> int | None:
    """The *be*, *stand* or *seem* before an adjective, past adverbs."""
    at = trigger.token - 1
    while at >= trigger.floor and (trigger.letter(at) == "R" or trigger.word(at) in {"more", "also", "both"}):
        at -= 1
    if trigger.letter(at) == "B" or trigger.word(at) in {"stand", "stands", "stood", "remain", "remains", "remained"}:
        return at
    return None


def _can_offer(trigger: Trigger, subject: TokenRange) -> bool:
    """Whether a subject can be willing: no thing, and not "dinner"."""
    head = _head_of(trigger, subject)
    return head not in {"dinner", "lunch", "food", "meal", "report", "house", "way", "it"} or head == "it"


@rule(
    "offer.willingness",
    "<party>'s willingness to <verb phrase> | <party> express readiness to <verb phrase>",
    examples=["Norland expressed willingness to house the prisoners.", "The union signalled its readiness to talk."],
    counterexamples=["Readiness is all.", "The army tested its readiness."],
)
def willingness(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.word(token) not in words("offers", "willingness_nouns") or trigger.letter(token) not in "NPJ":
        return None
    complement = infinitive_behind(text, token + 1, trigger.limit)
    if complement is None or complement.theme is None:
        return None
    start = phrase_start(text, token + 1, trigger.floor, linked=False)
    owner = possessor_before(text, token, trigger.floor)
    verb = start - 1 if trigger.letter(start - 1) in "vzdng" else None
    party = owner
    assessed = ("positive", "asserted")
    if verb is not None:
        group = trigger.group(verb)
        assessed = assess(text, group, trigger.floor)
        if owner is None or trigger.letter(owner[0]) == "D":
            party = subject_of(text, group, trigger.floor) or owner
    if party is None:
        return None
    roles = {
        "offerer": trigger.mention(party),
        "theme": trigger.span(complement.theme),
        "terms": _terms(trigger, complement.terms),
    }
    return _draft(trigger, "offer.willingness", (token, token + 1), roles, assessed)


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
    return _noun_draft(trigger, "offer.noun", start)


def _not_an_offer(trigger: Trigger, word: str, start: int) -> bool:
    token = trigger.token
    before, behind = trigger.word(token - 1), trigger.word(token + 1)
    if before in {"on", "special", "introductory", "public", "share"} or behind in {"price", "sheet", "letter", "document", "period"}:
        return True
    if trigger.letter(token + 1) == "N" and behind in {"battle", "war", "process", "rumours", "rumors"}:
        return True
    if word in {"bid", "bids"}:
        if any(trigger.word(i) in words("offers", "not_bids") for i in range(start, token)):
            return True
        if behind == "to" or before == "a" and trigger.word(token - 2) == "in":
            return True
        price = any(trigger.letter(i) == "M" for i in range(start, token))
        known = price or before in {"takeover", "buyout", "hostile", "rival", "the", "cash", "merger"} or behind in {"for", "from", "of", "by"}
        if behind == "for" and not price and trigger.word(token + 2) in {"the", "a"} and trigger.word(token + 3) in words("offers", "not_bids"):
            return True
        return not known and possessor_before(trigger.text, token, trigger.floor) is None
    return False


@rule(
    "offer.proposal",
    "<party>'s proposal to <party> | reject/accept <party>'s proposal",
    examples=["The rebels rejected Norland's proposal for a truce.", "She extended an invitation to the mayor."],
    counterexamples=["The budget proposal was long.", "He read a research proposal."],
)
def proposal_noun(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    if trigger.letter(token) not in "NP" or trigger.word(token) not in nouns("offers", "proposal_nouns"):
        return None
    start = phrase_start(text, token + 1, trigger.floor, linked=False)
    draft = _noun_draft(trigger, "offer.proposal", start)
    if draft is None or not draft.roles.get("offerer"):
        return None
    theme = draft.roles.get("theme")
    about_party = theme is not None and _put_to_party(trigger, text.tokens(theme), None)
    tabled = light_verb(trigger, start, {form: lemma for form, lemma in forms("offers", "presenting_verbs").items() if lemma in TABLING})
    put = draft.roles.get("recipient") or draft.roles["status"] != "open" or about_party or tabled is not None
    return draft if put else None


def _noun_draft(trigger: Trigger, rule_id: str, start: int) -> Draft | None:
    """An offer told by a noun: its owner or the subject of its verb, what it is for, and what became of it."""
    text, token = trigger.text, trigger.token
    govern = governing_status(trigger, start, "offers")
    light = light_verb(trigger, start, forms("offers", "presenting_verbs"))
    owner = possessor_before(text, token, trigger.floor)
    roles: dict[str, Any] = {"offerer": trigger.mention(owner)}
    assessed = ("negative" if negated_before(text, token, start - 1) or trigger.word(start) == "no" else "positive", "asserted")
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
        if not roles["offerer"] or _is_possessive_pronoun(trigger, owner):
            if group.passive:
                roles["recipient"] = roles.get("recipient") or trigger.mention(recipient_behind(text, light + 1, trigger.limit))
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
    roles |= {"theme": trigger.span(theme), "terms": _terms(trigger, terms) or _terms_behind(trigger, behind)}
    if govern is not None and govern.status is not None:
        roles["status"] = govern.status
    return _draft(trigger, rule_id, (token, token + 1), roles, assessed)


def _theme_of(trigger: Trigger, start: int) -> int:
    """The end of what an offer is of or for, with a rate behind a sum: "$14 a share"."""
    end = phrase_end(trigger.text, start, trigger.limit, linked=OF, coordinated=True)
    return _theme_end(trigger, start, end) if trigger.word(end) in {"a", "per"} else end


def _is_possessive_pronoun(trigger: Trigger, owner: TokenRange | None) -> bool:
    return owner is not None and trigger.letter(owner[0]) == "D"


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
    first = next((i for i in range(start, trigger.token) if trigger.letter(i) == "M" and trigger.word(i) not in {"one", "first"}), None)
    if first is None or not any(trigger.word(i) in {"$", "£", "€"} or trigger.word(i)[0].isdigit() for i in range(first, trigger.token)):
        return None
    end = first
    while end < trigger.token and trigger.letter(end) in "M" or trigger.word(end) in {"million", "billion", "m", "bn"}:
        end += 1
    return first, end


RULES = (
    offer_to,
    offered_passive,
    offered_by,
    that_party_offered,
    offer_noun_phrase,
    put_forward,
    propose,
    volunteer_to,
    be_willing_to,
    willingness,
    offer_noun,
    proposal_noun,
)


class OfferExtractor:
    """Finds who offers what to whom, on which terms."""

    name = "offers"
    types = ("offer",)
    rules: tuple[Rule, ...] = RULES

    def __init__(self) -> None:
        self.triggers = frozenset(
            [
                *forms("offers", "offer_verbs"),
                *forms("offers", "propose_verbs"),
                *forms("offers", "volunteer_verbs"),
                *forms("offers", "presenting_verbs"),
                *words("offers", "adjectives"),
                *words("offers", "negative_adjectives"),
                *words("offers", "willingness_nouns"),
                *(noun for noun in nouns("offers", "offer_nouns") | nouns("offers", "proposal_nouns")),
                "branch",
            ]
        )

    def extract(self, text: Text, mentions: Mentions) -> Iterator[Draft]:
        yield from first_drafts(text, mentions, self.triggers, self.rules)
