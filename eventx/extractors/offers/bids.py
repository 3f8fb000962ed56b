"""Bids: which of them are offers of money, and what they are for; told by the verb *bid* and by *table* with a sum."""

from __future__ import annotations

from eventx.extractors.offers.prices import price_before, sum_from
from eventx.extractors.offers.themes import head_of, offer, spans, terms_behind
from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.arguments import complement_from
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import MONTHS, phrase_end
from eventx.grammar.subjects import subject_of
from eventx.lexicon import load
from eventx.lexicon.inflection import all_forms
from eventx.rules import Draft, rule
from eventx.text import Text

BELONGING = frozenset(["of", "in"])
PRESENTING = frozenset(["table", "lodge", "submit"])
QUANTIFIED = frozenset("less more".split())


def tells_takeovers(text: Text) -> bool:
    """Whether a document speaks of takeovers or transfers, and not of candidacies: a word keeps its sense in a text."""
    context = text.count(words("offers", "takeover_context"))
    return context > 0 and context >= text.count(words("offers", "candidacy_context"))


def tells_campaigns(text: Text) -> bool:
    """Whether a document tells an election campaign, in which what is proposed is mostly a policy."""
    return text.count(words("offers", "candidacy_context")) > 2


def tells_negotiations(text: Text) -> bool:
    """Whether a document tells of parties that negotiate rather than of laws and programmes."""
    negotiating = text.count(words("offers", "negotiation_context"))
    return negotiating > text.count(words("offers", "policy_context"))


def is_candidacy(trigger: Trigger, start: int) -> bool:
    """Whether a bid is for an office, a title or games, or an attempt: "presidential bid", "a bid for re-election"."""
    token = trigger.token
    if any(trigger.word(i) in words("offers", "not_bids") for i in range(start, token)):
        return True
    behind = trigger.word(token + 1)
    if behind in {"by", "of", "from"} and price_before(trigger, start) is None:
        # "the bid by Ms Roy for the leadership"
        aim = next((i for i in range(token + 2, min(token + 10, trigger.limit)) if trigger.word(i) == "for"), None)
        if aim is not None and any(word in words("offers", "not_bids") for word in _next(trigger, aim + 1)):
            return True
    if trigger.word(token - 1) == "a" and trigger.word(token - 2) == "in":
        return True
    if behind == "to":
        act = trigger.word(token + 2)
        return not (act in words("offers", "buying_acts") or (act == "take" and "over" in _next(trigger, token + 3)))
    if behind == "for" and price_before(trigger, start) is None:
        return any(word in words("offers", "not_bids") for word in _next(trigger, token + 2))
    return False


def _next(trigger: Trigger, start: int) -> list[str]:
    return [trigger.word(i) for i in range(start, min(start + 4, trigger.limit))]


def sought(
    trigger: Trigger, preposition: int, recipient: TokenRange | None
) -> tuple[TokenRange | None, list[TokenRange]]:
    """Who can take a sum offered *for* something, and the words that say what it is for.

    A company that somebody bids for can take the bid; a player or a painting cannot.
    """
    text = trigger.text
    end = phrase_end(text, preposition + 1, trigger.limit, linked=BELONGING, coordinated=True)
    # "a bid for it in 2014", "for the winger in January"
    end = next((i for i in range(preposition + 2, end) if trigger.word(i) == "in" and _tells_when(trigger, i + 1)), end)
    if end == preposition + 1:
        return recipient, []
    wanted = (preposition + 1, end)
    head = head_of(trigger, wanted)
    bought = words("offers", "bought_things")
    person = any(trigger.word(i) in words("offers", "bought_people") for i in range(*wanted))
    if recipient is None and not person and head not in bought and head.removesuffix("s") not in bought:
        recipient = wanted
    return recipient, [(preposition, end)]


def _tells_when(trigger: Trigger, token: int) -> bool:
    word = trigger.word(token)
    return word[:1].isdigit() or word in MONTHS


@rule(
    "offer.bid",
    "<party> bid <sum> for <target> | <party> bid for <company> | <party> table <sum>",
    examples=[
        "Brenlow has bid $800m for its Danish rival.",
        "The brewer tabled £3bn for the chain.",
        "The group bid 40p a share to buy the airline.",
    ],
    counterexamples=["She bid him farewell.", "The senator is bidding for re-election.", "They tabled a motion."],
    words=lambda: [form for verb in ("bid", *PRESENTING) for form in all_forms(verb)],
    classes="vzdngN",
)
def bid(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    presented = forms("offers", "presenting_verbs").get(trigger.word(token)) in PRESENTING
    group = trigger.group()
    end = sum_from(trigger, token + 1)
    # "the group bid 40p": read as a noun
    if group.passive or (trigger.letter(token) == "N" and (end == token + 1 or trigger.letter(token - 1) not in "NP")):
        return None
    if presented and trigger.word(end) in QUANTIFIED and trigger.word(end + 1) in {"money", "cash"}:
        end += 2
    theme = (token + 1, end) if end > token + 1 else None
    recipient: TokenRange | None = None
    terms: list[TokenRange] = []
    if trigger.word(end) == "for":
        recipient, terms = sought(trigger, end, None)
    elif theme is not None and trigger.word(end) == "to":
        wanted = complement_from(text, end, trigger.limit).theme
        terms = [wanted] if wanted else []
    if theme is None and (presented or not terms or not is_company(trigger, terms[0])):
        return None
    roles = {
        "offerer": trigger.mention(subject_of(text, group, trigger.floor)),
        "recipient": trigger.mention(recipient),
        "theme": trigger.span(theme),
        "terms": spans(trigger, terms) + terms_behind(trigger, terms[-1][1] if terms else end),
    }
    return offer(trigger, "offer.bid", (token, token + 1), roles, assess(text, group, trigger.floor))


def is_company(trigger: Trigger, wanted: TokenRange) -> bool:
    """Whether what is bid for without a sum can be bought: by its noun, or a name where the text tells takeovers."""
    if any(trigger.word(i) in words("offers", "not_bids") for i in range(*wanted)):
        return False
    bought = words("offers", "bought_things") | words("offers", "bought_companies") | words("offers", "bought_people")
    heads = {head_of(trigger, wanted), trigger.word(wanted[1] - 1)}
    if heads & bought or any(load("noun_kinds").get(head) == "organization" for head in heads):
        return True
    return trigger.letter(wanted[1] - 1) == "P" and tells_takeovers(trigger.text)
