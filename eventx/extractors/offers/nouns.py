"""Offers told by nouns: an offer, a bid, a takeover approach, with who makes it and what became of it."""

from __future__ import annotations

from eventx.extractors.governing import governing_status, light_verb
from eventx.extractors.offers.bids import is_candidacy, is_company, tells_takeovers
from eventx.extractors.offers.noun_roles import definite, noun_draft, phrase_of, plural_owner
from eventx.extractors.offers.prices import price_before
from eventx.extractors.trigger import Trigger, forms, nouns, words
from eventx.grammar.noun_phrases import phrase_end
from eventx.rules import Draft, rule

# "on offer", "a special offer"; "offer price", "offer letter"
NOT_OFFERS_WITH = frozenset("introductory opening public special".split())
NOT_OFFERS_BEFORE = frozenset("document documents letter letters period price prices sheet sheets".split())
NOT_BIDS_BEFORE = frozenset("battle bond chairman committee manager process rigging rumors rumours team war".split())
POINTING = frozenset("the this that these those his her its their our my your".split())
SHARES = frozenset(["rights", "share", "stock"])


@rule(
    "offer.noun",
    "<party>'s offer to <verb phrase> | an offer (of <theme>) from <party> | <party> make an offer",
    examples=[
        "The rebels rejected Norland's offer to hold talks.",
        "Acme made a $3 billion offer for its rival Bolt.",
        "Union spurns pay offer",
    ],
    counterexamples=["The shirts are on offer this week.", "The city launched a bid to host the games."],
    words=lambda: nouns("offers", "offer_nouns"),
)
def offer_noun(trigger: Trigger) -> Draft | None:
    word = trigger.word(trigger.token)
    if not _is_noun(trigger):
        return None
    start = phrase_of(trigger)
    if _not_an_offer(trigger, word, start):
        return None
    draft = noun_draft(trigger, "offer.noun", start)
    roles = draft.roles
    if word in {"bid", "bids", "approach", "approaches"}:
        # most bids are candidacies and attempts: without a price or a buyer's word it is a telling of a known offer
        draft.needs_antecedent = not _is_takeover(trigger, start, draft)
    elif roles["status"] == "open" and not roles.keys() & {"offerer", "recipient", "theme"}:
        # "to widen the theatre offer", "a good offer": only "the offer" says that there is one
        bare = start == trigger.token - 1 and trigger.word(start) in POINTING
        draft.needs_antecedent = not (bare or light_verb(trigger, start, forms("offers", "presenting_verbs")))
    return draft


def _is_noun(trigger: Trigger) -> bool:
    """Whether *offer* or *bid* is a noun here; in headlines and behind brackets its class is often read wrongly."""
    token = trigger.token
    before, behind = trigger.letter(token - 1), trigger.letter(token + 1)
    if trigger.word(token).endswith("s") and trigger.word(token - 1) in {"it", "this", "which"}:
        return False  # "this offers hope"
    if trigger.letter(token) in "NP":
        # "they offer pollsters tips"
        return not (behind in "NJ" and before in "NPQ" and trigger.word(token + 1) not in {"approach", "worth"})
    if trigger.letter(token) == "n":
        return before in "DJS" and behind not in "DQM"
    if trigger.letter(token) not in "vz":
        return False
    if behind in "DQPMNJg":
        return False
    if trigger.word(token - 1) == "that":
        return trigger.letter(token - 2) in "vzdng"  # "rejected that offer", but "a club that offers"
    if before in "DSvzdg" or trigger.word(token - 1) in POINTING or trigger.word(token + 1) in {"of", "from", "by"}:
        return True
    if plural_owner(trigger) is not None:
        return True
    compound = trigger.word(token - 1) in words("offers", "offer_compounds") | words("offers", "takeover_words")
    return compound or before in ")M" or trigger.word(token - 1) == "share"


def _is_takeover(trigger: Trigger, start: int, draft: Draft) -> bool:
    """Whether a bid is one for a company, a player or a painting: it has a price, a taker, or is hostile."""
    modified = any(trigger.word(i) in words("offers", "takeover_words") for i in range(start, trigger.token))
    told = draft.roles["status"] != "open" or draft.roles.keys() & {"offerer", "recipient", "theme"}
    if modified or (tells_takeovers(trigger.text) and (told or not trigger.word(trigger.token).endswith("s"))):
        return True
    if trigger.word(trigger.token).startswith("approach"):
        return trigger.word(trigger.token + 1) in {"from", "to"}
    decided = draft.roles["status"] != "open" and (draft.roles.get("recipient") or draft.roles.get("offerer"))
    presented = trigger.word(trigger.token + 1) in {"from", "by"} or _is_raised(trigger, start)
    behind = trigger.token + 1
    buying = trigger.word(behind) == "to"
    if trigger.word(behind) == "for" and (end := phrase_end(trigger.text, behind + 1, trigger.limit)) > behind + 1:
        buying = is_company(trigger, (behind + 1, end))
    return bool(price_before(trigger, start) or draft.roles.get("theme") or decided or presented or buying)


def _is_raised(trigger: Trigger, start: int) -> bool:
    """Whether a verb stands over the bid that only a bid of money takes: "raised its bid", "tabled a bid"."""
    light = light_verb(trigger, start, forms("offers", "presenting_verbs"))
    if light is None:
        return False
    lemma = forms("offers", "presenting_verbs")[trigger.word(light)]
    return lemma in {"improve", "increase", "raise", "sweeten", "table"}


def _not_an_offer(trigger: Trigger, word: str, start: int) -> bool:
    token = trigger.token
    before, behind = trigger.word(token - 1), trigger.word(token + 1)
    if behind == "to" and trigger.word(token + 2) == "comment":
        return True  # "did not respond to an offer to comment"
    if before in NOT_OFFERS_WITH or before == "on" or behind in NOT_OFFERS_BEFORE:
        return True
    if before in SHARES and price_before(trigger, start) is None:
        # a share offer is one to the owners of a company, or one of a company to the public
        return not tells_takeovers(trigger.text) or trigger.text.count({"ipo", "flotation", "floatation"}) > 0
    if word.startswith("approach"):
        return not _is_money_approach(trigger, start)
    if trigger.letter(token + 1) in "Ng" and behind in NOT_BIDS_BEFORE:
        return True
    return word in {"bid", "bids"} and is_candidacy(trigger, start)


def _is_money_approach(trigger: Trigger, start: int) -> bool:
    """Whether an approach is a buyer's: "a takeover approach", "rejected an approach from", where bids are told."""
    token = trigger.token
    if trigger.word(token - 1) in {"bid", "offer"}:
        return False  # told by the word before
    if any(trigger.word(i) in words("offers", "takeover_words") for i in range(start, token)):
        return True
    buying = trigger.word(token + 1) == "to" and trigger.word(token + 2) in words("offers", "buying_acts")
    if buying or price_before(trigger, start) is not None:
        return True
    if trigger.word(token + 1) != "from" or definite(trigger, start):
        return False
    govern = governing_status(trigger, start, "offers")
    return tells_takeovers(trigger.text) or (govern is not None and govern.status in {"accepted", "rejected"})
