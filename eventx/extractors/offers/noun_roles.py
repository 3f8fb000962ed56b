"""Who makes an offer that a noun tells, to whom, of what, and what the verb over the noun says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from eventx.extractors.governing import Governor, forms_of_status, governing_status, light_verb, status_forms
from eventx.extractors.offers.bids import sought
from eventx.extractors.offers.prices import price_before, price_behind, sum_from
from eventx.extractors.offers.provision import OWNERS, listed
from eventx.extractors.offers.themes import (
    answered_behind,
    head_of,
    is_party,
    offer,
    recipient_within,
    spans,
    terms_behind,
    theme_end,
)
from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.arguments import (
    agent_behind,
    complement_from,
    infinitive_behind,
    party_behind,
    possessor_before,
    recipient_behind,
)
from eventx.grammar.modality import assess, joined, negated_before, supposed
from eventx.grammar.noun_phrases import TIME_WORDS, phrase_end, phrase_start
from eventx.grammar.subjects import OBJECT_PRONOUNS, subject_of
from eventx.rules import Draft

OF = frozenset(["of"])
PLACED = frozenset("at in of".split())
BY_OR_FROM = frozenset(["by", "from"])
DEFINITE = frozenset("the this that these those his her its their our my your whose".split())
RULING_OUT = frozenset("rule rules ruled ruling".split())
SUPPOSED = frozenset("any whatever whichever".split())
COLLECTIONS = frozenset("couple list number package range raft series set".split())
# "calling his offer a chance for the US": whoever gains from an offer can take it
GAINS = frozenset("boon boost chance gift godsend lifeline opportunity".split())
BOUGHT = ("approach", "approaches", "bid", "bids", "offer", "offers")
ABOUT = frozenset("for on over toward towards".split())
BUYING = frozenset("acquire buy merge privatise privatize purchase take".split())


@dataclass(slots=True)
class Told:
    """The roles of an offer as they are gathered around its noun."""

    offerer: TokenRange | None = None
    recipient: TokenRange | None = None
    theme: TokenRange | None = None
    wanted: TokenRange | None = None
    terms: list[TokenRange] = field(default_factory=list)
    status: str | None = None
    assessed: tuple[str, str] = ("positive", "asserted")


def phrase_of(trigger: Trigger) -> int:
    """Where the noun phrase of the trigger begins, with "a set of" before it, and brackets within it."""
    text, token = trigger.text, trigger.token
    start = phrase_start(text, token + 1, trigger.floor, linked=False)
    price = price_before(trigger, max(trigger.floor, token - 10))
    if price is not None and price[1] == token and price[0] < start + 1:
        start = price[0]
        while trigger.letter(start - 1) in "JDS" and start > trigger.floor:
            owned = trigger.letter(start - 1) == "S"
            start = phrase_start(text, start, trigger.floor, linked=False) if owned else start - 1
    if price is not None and start < price[0] - 1 and trigger.word(price[0] - 1) in status_forms("offers"):
        start = price[0]  # a headline: "Villa reject £8m bid"
    if start == token + 1:
        start = token
    owners = plural_owner(trigger)
    if owners is not None and start == token:
        return owners[0]
    if start == token and trigger.letter(token) in "vzn":
        before = trigger.word(token - 1)
        belongs = before in words("offers", "offer_compounds") or before in DEFINITE
        start = token - 1 if belongs or trigger.letter(token - 1) in "NP" else token
        while start > trigger.floor and trigger.letter(start - 1) in "DJS":
            start -= 1
    if trigger.word(start - 1) == "of" and trigger.word(start - 2) in COLLECTIONS:
        start = phrase_start(text, start - 1, trigger.floor, linked=False)
    return start


def definite(trigger: Trigger, start: int) -> bool:
    """Whether a noun phrase points to an offer that stands already: "the offer", "its bid", "Acme's offer"."""
    return trigger.word(start) in DEFINITE or any(trigger.letter(i) in 'S"' for i in range(start, trigger.token))


def noun_draft(trigger: Trigger, rule_id: str, start: int) -> Draft:
    """An offer told by a noun: its owner or the subject of its verb, what it is for, and what became of it."""
    text, token = trigger.text, trigger.token
    told = Told(offerer=_owner(trigger, start))
    alone = told.offerer is not None and told.offerer[1] - told.offerer[0] == 1  # "his", but not "his country's"
    pronoun = told.offerer is not None and alone and trigger.word(told.offerer[0]) in OWNERS
    negative = negated_before(text, token, start - 1) or trigger.word(start) == "no"
    modality = "hypothetical" if trigger.word(start) in SUPPOSED else "asserted"
    told.assessed = ("negative" if negative else "positive", modality)
    behind = _complements(trigger, told, token + 1)
    told.theme = told.theme or price_before(trigger, start) or price_behind(trigger, behind)
    told.theme = told.theme or _content_before(trigger, start)
    told.recipient = told.recipient or _beneficiary(trigger, behind)
    behind = _presented_in_relative(trigger, told, behind)
    _under(trigger, told, start, behind)
    named = _named_before(trigger, start) if told.offerer is None else None
    _governed(trigger, told, start, behind, pronoun=pronoun)
    if named is not None:
        if told.offerer is None:
            told.offerer = named
        elif told.recipient is None:
            told.recipient = named
    recipient = told.recipient or recipient_within(trigger, told.theme)
    roles: dict[str, Any] = {
        "offerer": trigger.mention(told.offerer),
        "recipient": trigger.mention(recipient),
        "theme": trigger.span(told.theme),
        "terms": spans(trigger, told.terms) or terms_behind(trigger, behind),
    }
    if told.status is not None:
        roles["status"] = told.status
    else:
        answered_behind(trigger, roles, behind)
    return offer(trigger, rule_id, (token, token + 1), roles, told.assessed)


def plural_owner(trigger: Trigger) -> TokenRange | None:
    """The owners in "the rebels' offer", where the apostrophe is read as a quotation mark before a verb."""
    text, mark = trigger.text, trigger.token - 1
    if mark - 1 < trigger.floor or trigger.word(mark) not in {"'", "’"} or text.starts[mark] != text.ends[mark - 1]:
        return None
    begin = phrase_start(text, mark, trigger.floor, linked=False)
    return (begin, mark) if begin < mark else None


def _owner(trigger: Trigger, start: int) -> TokenRange | None:
    """Whose offer it is; the noun itself may be read as a verb."""
    if trigger.letter(trigger.token) in "NP":
        return possessor_before(trigger.text, trigger.token, trigger.floor)
    plural = plural_owner(trigger)
    if plural is not None:
        return plural
    for at in range(trigger.token - 1, max(start, trigger.floor) - 1, -1):
        if trigger.letter(at) == "S":
            begin = phrase_start(trigger.text, at, trigger.floor, linked=False)
            return (begin, at) if begin < at else None
        if trigger.word(at) in OWNERS:
            return at, at + 1
    return None


def _complements(trigger: Trigger, told: Told, behind: int) -> int:
    """Fills in what stands behind the noun: "from Acme", "of $3m", "for its rival", "to the union", "to lend it"."""
    text = trigger.text
    if trigger.word(behind) in {"approach", "package"}:
        behind += 1
    for _ in range(5):
        word = trigger.word(behind)
        if word in {"came", "comes", "arrived"} and trigger.word(behind + 1) == "from":
            behind, word = behind + 1, "from"  # "a rival offer came from Acme"
        if word in BY_OR_FROM and (party := party_behind(text, behind, trigger.limit, BY_OR_FROM)):
            told.offerer = told.offerer or party
            behind = party[1]
        elif word == "of" and (end := _theme_of(trigger, behind + 1)) > behind + 1:
            if _is_bid(trigger) and is_party(trigger, (behind + 1, end)):
                told.offerer = told.offerer or (behind + 1, end)  # "the bid of Senator Webb"
            else:
                told.theme = told.theme or (behind + 1, end)
            behind = end
        elif word == "for" and (party := _for_whom(trigger, behind)) is not None:
            act = complement_from(text, party[1], trigger.limit).theme
            told.recipient = told.recipient or party
            told.theme = (behind, act[1] if act else party[1])
            behind = told.theme[1]
        elif word == "to" and told.theme is None and (end := sum_from(trigger, behind + 1)) > behind + 1:
            told.theme, behind = (behind + 1, end), end
        elif (
            word in ABOUT and (end := _theme_of(trigger, behind + 1)) > behind + 1 and not _is_adjunct(trigger, behind)
        ):
            _for(trigger, told, behind, end)
            behind = end
        elif (recipient := recipient_behind(text, behind, trigger.limit)) is not None:
            behind = recipient[1]
            if listed(head_of(trigger, recipient), "invited_to"):
                told.theme = told.theme or recipient  # "his invitation to talks"
                continue
            if trigger.word(behind - 1) in forms_of_status("offers", "expired") and recipient[0] < behind - 1:
                # "its offer to the rebels lapses": the verb is read as a noun
                recipient, told.status = (recipient[0], behind - 1), "expired"
            told.recipient = recipient
        elif (complement := infinitive_behind(text, behind, trigger.limit)) is not None and complement.theme:
            if trigger.word(trigger.token).startswith(("approach", "bid")) and trigger.word(behind + 1) in BUYING:
                told.terms = [complement.theme, *complement.terms]
            else:
                told.theme, told.terms = complement.theme, complement.terms
            behind = complement.theme[1]
        else:
            break
    return behind


def _for_whom(trigger: Trigger, preposition: int) -> TokenRange | None:
    """Who is to do what is offered: "his invitation for *them* to stay at the lodge"."""
    party = (preposition + 1, preposition + 2)
    follows = trigger.word(party[1]) == "to" and trigger.letter(party[1] + 1) in "vBNR"
    return party if trigger.word(party[0]) in OBJECT_PRONOUNS and follows else None


def _is_adjunct(trigger: Trigger, preposition: int) -> bool:
    """Whether a phrase says when, or that the offer stands: "on Monday", "on the table"."""
    behind = {trigger.word(preposition + 1), trigger.word(preposition + 2)}
    return bool(behind & (TIME_WORDS | {"table"}))


def _for(trigger: Trigger, told: Told, preposition: int, end: int) -> None:
    """What an offer is for: the company or the player it is to buy, or what it consists of ("an offer for talks")."""
    head = head_of(trigger, (preposition + 1, end))
    if trigger.word(trigger.token).endswith(BOUGHT) and trigger.word(preposition) == "for":
        if listed(head, "offered_things") and not listed(head, "bought_things"):
            told.theme = told.theme or (preposition + 1, end)
            return
        told.wanted, terms = sought(trigger, preposition, None)
        told.recipient = told.recipient or told.wanted
        told.terms += terms
    elif told.theme is None:
        told.theme = (preposition + (trigger.word(preposition) != "for"), end)


def _theme_of(trigger: Trigger, start: int) -> int:
    """The end of what an offer is of or for, with a rate behind a sum: "$14 a share"."""
    end = sum_from(trigger, start)
    if end == start:
        belonging = PLACED if trigger.word(start) in {"a", "an"} else OF  # "a place at the academy"
        end = phrase_end(trigger.text, start, trigger.limit, linked=belonging, coordinated=True)
    if end == start and trigger.letter(start) == "g":
        return theme_end(trigger, start, phrase_end(trigger.text, start + 1, trigger.limit))
    return theme_end(trigger, start, end) if trigger.word(end) in {"a", "per"} else end


def _governed(trigger: Trigger, told: Told, start: int, behind: int, *, pronoun: bool) -> None:
    """What the verb over the noun says: who makes or gets the offer, how it stands, and whether it is one at all."""
    text = trigger.text
    fixed = definite(trigger, start)
    light = light_verb(trigger, start, forms("offers", "presenting_verbs"))
    govern = governing_status(trigger, start, "offers")
    planned = light_verb(trigger, start, forms("offers", "planning_verbs"))
    receives = light_verb(trigger, start, forms("offers", "receiving_verbs"))
    if light is not None:
        _presented(trigger, told, light, fixed=fixed, pronoun=pronoun)
    elif govern is not None:
        _decided(trigger, told, govern, fixed=fixed, pronoun=pronoun)
    elif planned is not None and not fixed and told.offerer is None and (told.wanted or _is_bid(trigger)):
        group = trigger.group(planned)
        polarity, modality = assess(text, group, trigger.floor)
        told.offerer = subject_of(text, group, trigger.floor)
        told.assessed = joined(told.assessed, (polarity, "possible" if modality == "asserted" else modality))
    elif not fixed and _is_sought(trigger, start):
        told.assessed = (told.assessed[0], "hypothetical")
        told.recipient = None
    elif receives is not None:
        _received(trigger, told, receives, behind, fixed=fixed)
    elif trigger.word(start - 1) == "with" and (verb := answering(trigger, start - 2)) is not None:
        group = trigger.group(verb)
        told.assessed = joined(told.assessed, assess(text, group, trigger.floor))
        told.offerer = told.offerer or subject_of(text, group, trigger.floor)
    elif supposed(text, trigger.token, trigger.floor) and not fixed:
        told.assessed = (told.assessed[0], "hypothetical")


def _is_sought(trigger: Trigger, start: int) -> bool:
    """Whether an offer is asked or hoped for, and so not made yet: "seeking offers", "hoped for an offer"."""
    if light_verb(trigger, start, forms("offers", "seeking_verbs")) is not None:
        return True
    return trigger.word(start - 1) == "for" and trigger.word(start - 2) in forms("offers", "seeking_for_verbs")


def _is_bid(trigger: Trigger) -> bool:
    return trigger.word(trigger.token).startswith(("bid", "counterbid", "counter-bid"))


def answering(trigger: Trigger, at: int) -> int | None:
    """The verb before *with* in "came back with an offer", "approached the owner with a bid"."""
    for i in range(at, max(at - 9, trigger.floor - 1), -1):
        if trigger.word(i) in forms("offers", "answering_verbs") and trigger.letter(i) in "vzdng":
            return i
        if trigger.letter(i) in ',;.zdXBH"':
            return None
    return None


def _presented(trigger: Trigger, told: Told, light: int, *, fixed: bool, pronoun: bool) -> None:
    """ "made an offer", "raised its bid": the subject makes it; what is raised stands, even where it is not raised."""
    text = trigger.text
    group = trigger.group(light)
    lemma = forms("offers", "presenting_verbs")[trigger.word(light)]
    if not (fixed and lemma in words("offers", "presupposing_verbs")):
        told.assessed = joined(told.assessed, assess(text, group, trigger.floor))
    if group.passive and told.recipient is None:
        recipient = recipient_behind(text, light + 1, trigger.limit)
        if recipient is not None and not listed(head_of(trigger, recipient), "no_takers"):
            told.recipient = recipient
    if told.offerer is None or pronoun:
        if group.passive:
            party = agent_behind(text, light + 1, trigger.limit, BY_OR_FROM)
        else:
            party = subject_of(text, group, trigger.floor)
        told.offerer = party or told.offerer


def _decided(trigger: Trigger, told: Told, govern: Governor, *, fixed: bool, pronoun: bool) -> None:
    """ "rejected the offer", "may accept its bid": the status holds where the deciding is told as done."""
    if not fixed and trigger.word(govern.token) in RULING_OUT:
        told.assessed = ("negative", told.assessed[1])  # "ruled out an offer": there is none
        return
    if not fixed:
        told.assessed = joined(told.assessed, govern.assessed)
    elif supposed(trigger.text, govern.token, trigger.floor):
        told.assessed = (told.assessed[0], "hypothetical")
    done = govern.assessed == ("positive", "asserted")
    group = trigger.group(govern.token)
    if group.infinitive and trigger.word(group.first - 1) not in forms("offers", "deciding_verbs"):
        done = False
    told.status = govern.status if done or not (fixed or group.infinitive) else "open"
    if govern.party is None:
        return
    if govern.status in {"withdrawn", "expired"}:
        if told.offerer is None or pronoun:
            told.offerer = govern.party
    elif told.recipient is None or told.wanted is not None:
        told.recipient = govern.party


def _received(trigger: Trigger, told: Told, receives: int, behind: int, *, fixed: bool) -> None:
    """ "received an offer", "had its bid rejected": the subject gets it, or makes what is decided on."""
    text = trigger.text
    group = trigger.group(receives)
    decided = status_forms("offers").get(trigger.word(behind), [])
    party = subject_of(text, group, trigger.floor)
    if decided and trigger.letter(behind) in "nd" and trigger.word(receives) in {"have", "had", "has", "having"}:
        told.status = decided[0].status
        told.offerer = told.offerer or party
        return
    if not fixed:
        told.assessed = joined(told.assessed, assess(text, group, trigger.floor))
    if party is not None and is_party(trigger, party) and (told.recipient is None or told.wanted is not None):
        told.recipient = party


def _content_before(trigger: Trigger, start: int) -> TokenRange | None:
    """What an offer consists of, told before it: "an amnesty offer", "the debt moratorium offer"."""
    last = trigger.token
    if trigger.word(last - 1) not in words("offers", "content_compounds"):
        return None
    first = last - 1
    while first > start and trigger.letter(first - 1) == "N":
        first -= 1
    return first, last


def _named_before(trigger: Trigger, start: int) -> TokenRange | None:
    """Whose offer a name before it says: "the Verizon offer", "an Israeli offer", "the French peace proposal"."""
    last = trigger.token
    if trigger.word(last - 1) in words("offers", "offer_compounds") and trigger.letter(last - 2) in "PJ":
        last -= 1
    first = last
    while first > start and trigger.text.words[first - 1][0].isupper() and trigger.letter(first - 1) in "PJN":
        first -= 1
    if first == last or trigger.letter(start) != "D" or any(trigger.letter(i) == "S" for i in range(start, first)):
        return None
    return first, last


def _presented_in_relative(trigger: Trigger, told: Told, behind: int) -> int:
    """Who makes it in "an offer that Denmark made", "the plan, which Norland put to the council"."""
    text = trigger.text
    start = behind + 1 if trigger.word(behind) == "," and trigger.word(behind + 1) == "which" else behind
    start = start + 1 if trigger.word(start) in {"that", "which"} else start
    end = phrase_end(text, start, trigger.limit)
    verb = end
    while trigger.letter(verb) in "HXR":
        verb += 1
    presents = trigger.letter(verb) in "dzn" and trigger.word(verb) in forms("offers", "presenting_verbs")
    if end == start or not presents:
        return behind
    told.offerer = told.offerer or (start, end)
    told.recipient = told.recipient or recipient_behind(text, verb + 1, trigger.limit)
    complement = infinitive_behind(text, verb + 1, trigger.limit)
    if complement is not None and told.theme is None:
        told.theme, told.terms = complement.theme, complement.terms
    return verb + 1


RECEIVING = frozenset("get receive".split())


def _under(trigger: Trigger, told: Told, start: int, behind: int) -> None:
    """What an offer gives to whom, in the clause behind: "Under the offer, shareholders will receive $14 a share"."""
    under = trigger.word(start - 1) == "under" or (
        trigger.word(start - 1) == "of" and "under" in {trigger.word(i) for i in range(start - 4, start)}
    )
    comma = next((i for i in range(behind, min(behind + 2, trigger.limit)) if trigger.letter(i) == ","), None)
    if not under or comma is None:
        return
    end = phrase_end(trigger.text, comma + 1, trigger.limit, linked=OF, coordinated=True)
    verb = end
    while trigger.letter(verb) in "XHBR":
        verb += 1
    if end == comma + 1 or trigger.word(verb) not in RECEIVING:
        return
    given = sum_from(trigger, verb + 1)
    if given == verb + 1:
        given = phrase_end(trigger.text, verb + 1, trigger.limit, linked=OF, coordinated=True)
    told.recipient = told.recipient or (comma + 1, end)
    if told.theme is None and given > verb + 1:
        told.theme = (verb + 1, given)


def _beneficiary(trigger: Trigger, behind: int) -> TokenRange | None:
    """For whom the offer is called a chance: "his offer a chance for the US", "the offer is a gift to them"."""
    end = phrase_end(trigger.text, behind, min(behind + 6, trigger.limit))
    if end > behind and trigger.word(end - 1) in GAINS and trigger.word(end) in {"for", "to"}:
        far = phrase_end(trigger.text, end + 1, trigger.limit)
        return (end + 1, far) if far > end + 1 else None
    return None
