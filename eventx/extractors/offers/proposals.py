"""Proposals: what is proposed, put forward or tabled to another party, by verb and by noun.

A proposal of a law, a tax or a programme that the text puts to nobody is a policy. One that may be either is told as
*possible*: found, and kept apart from what is offered to somebody.
"""

from __future__ import annotations

from eventx.extractors.governing import light_verb
from eventx.extractors.offers.bids import tells_campaigns, tells_negotiations
from eventx.extractors.offers.noun_roles import answering, noun_draft, phrase_of
from eventx.extractors.offers.provision import is_no_offer, listed
from eventx.extractors.offers.themes import (
    answered_behind,
    head_of,
    offer,
    put_to_party,
    spans,
    terms_behind,
    theme_end,
)
from eventx.extractors.trigger import TokenRange, Trigger, forms, nouns, words
from eventx.grammar.arguments import Complement, complement_from, object_behind, recipient_behind
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import phrase_end, phrase_start, tells_time
from eventx.grammar.subjects import subject_of
from eventx.rules import Draft, rule

SUBJUNCTIVE = frozenset("should would could might be have".split())
WITH_PARTY = frozenset("with their its".split())
# "announced proposals" puts them to nobody; these do
PUTTING = frozenset(["extend", "make", "put", "renew", "repeat", "submit", "table"])
TABLING = frozenset(["table", "float", "submit", "present", "advance"])


@rule(
    "offer.propose",
    "<party> propose <theme> (to <party>) | <party> propose that <clause>",
    examples=[
        "Norland proposed a truce to the rebels.",
        "The bank proposed merging with its rival.",
        "Lenders proposed that the debt be swapped for shares.",
    ],
    counterexamples=["She proposed a new theory of sleep.", "He proposed that sleep is a habit."],
    words=lambda: forms("offers", "propose_verbs"),
    classes="vzdng",
)
def propose(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    group = trigger.group()
    start = token + 1
    while trigger.letter(start) == "R":
        start += 1
    recipient = recipient_behind(text, start, trigger.limit)
    if recipient is not None and trigger.word(recipient[0]).endswith(("ise", "ize")):
        recipient = None  # "proposed to Norlandize": a verb never read before
    if recipient is not None:
        # "proposed to the Mayor several changes": what is proposed begins behind the name
        named = range(recipient[0] + 1, recipient[1])
        cut = next((i for i in named if trigger.letter(i) in "JM" and trigger.letter(i - 1) == "P"), recipient[1])
        recipient, start = (recipient[0], cut), cut
    if group.participle and trigger.letter(token) == "n" and (recipient is None or trigger.letter(start) not in "DJMN"):
        return None
    found = _proposed(trigger, start, recipient)
    if found is None or found.theme is None:
        return None if recipient else _proposed_in_quotation(trigger) or _asked_proposal(trigger)
    theme = found.theme
    if group.passive and trigger.word(group.first - 1) != "it":
        return None
    recipient = recipient or recipient_behind(text, theme[1], trigger.limit)
    subject = None if group.passive else subject_of(text, group, trigger.floor)
    if subject is None and group.participle:
        subject = (phrase_start(text, token, trigger.floor), token)
    roles = {
        "offerer": trigger.mention(subject),
        "recipient": trigger.mention(recipient),
        "theme": trigger.span(theme),
        "terms": spans(trigger, found.terms) or terms_behind(trigger, theme[1]),
    }
    answered_behind(trigger, roles, theme[1])
    polarity, modality = assess(text, group, trigger.floor)
    if modality == "asserted" and (group.passive or not _is_put(trigger, theme, recipient, "status" in roles)):
        modality = "possible"
    return offer(trigger, "offer.propose", (token, token + 1), roles, (polarity, modality))


def _asked_proposal(trigger: Trigger) -> Draft | None:
    """ "What are you proposing?": asked about only."""
    token = trigger.token
    if trigger.word(trigger.floor) != "what" or trigger.letter(token - 1) != "Q" or token + 2 < trigger.limit:
        return None
    roles = {"offerer": trigger.mention((token - 1, token))}
    return offer(trigger, "offer.propose", (token, token + 1), roles, ("positive", "hypothetical"))


def _proposed_in_quotation(trigger: Trigger) -> Draft | None:
    """ "“A walk along the harbour?” she proposed": the words before are what is proposed, to whoever hears them."""
    text, token = trigger.text, trigger.token
    subject = subject_of(text, trigger.group(), trigger.floor)
    if subject is None or subject[0] == 0 or subject[1] > token or text.quotation(token) is not None:
        return None
    mark = subject[0] - 1
    quotation = text.quotation(mark)
    if text.word_class(mark) != '"' or (quotation is not None and quotation.last != mark):
        return None
    first, last = quotation.inner(text.words) if quotation is not None else (text.sentence(token)[0], mark)
    roles = {"offerer": trigger.mention(subject), "theme": text.range(first, last) if first < last else None}
    return offer(trigger, "offer.propose", (token, token + 1), roles, ("positive", "possible"))


def _proposed(trigger: Trigger, start: int, recipient: TokenRange | None) -> Complement | None:
    """What is proposed: a gerund, an infinitive, a clause with its verb in the subjunctive, or a noun phrase."""
    text = trigger.text
    gerund = trigger.letter(start) == "g" or (trigger.letter(start) == "R" and trigger.letter(start + 1) == "g")
    if gerund or (trigger.word(start) == "to" and trigger.letter(start + 1) in "vBHORP"):
        return complement_from(text, start, trigger.limit)
    if trigger.word(start) == "that" or (trigger.letter(start) == "Q" and trigger.word(start + 1) not in {"", "."}):
        begin = start + (trigger.word(start) == "that")
        end = phrase_end(text, begin, trigger.limit)
        verb = end
        while trigger.letter(verb) in "R":
            verb += 1
        # "that the inspectors return": a clause without a finite verb has one in the subjunctive, read as a noun
        clause = range(begin, min(begin + 12, trigger.limit))
        bare = begin > start and not any(trigger.letter(i) in "zdHBX" for i in clause)
        if end > begin and (trigger.letter(verb) == "v" or trigger.word(verb) in SUBJUNCTIVE or bare):
            return complement_from(text, start, trigger.limit)
        return None
    end = phrase_end(text, start, trigger.limit, coordinated=True)
    if end == start or trigger.word(end) == "ago" or (start < trigger.limit and tells_time(text, start)):
        return None
    theme = (start, theme_end(trigger, start, end))
    recipient = recipient or recipient_behind(text, end, trigger.limit)
    if is_no_offer(trigger, theme) and not put_to_party(trigger, (start, end), recipient):
        return None
    return None if listed(head_of(trigger, theme), "theories") else Complement(theme, [])


def _is_put(trigger: Trigger, theme: TokenRange, recipient: TokenRange | None, answered: bool) -> bool:
    """Whether a proposal is put to a party: it is named, it answered, or the act is one for two."""
    if recipient is not None or answered:
        return True
    first = theme[0]
    if trigger.letter(first) in "gTRQ" or trigger.word(first) in {"that", "to"}:
        return not _is_policy(trigger, theme) and not tells_campaigns(trigger.text)
    end = phrase_end(trigger.text, first, theme[1], coordinated=True)
    return put_to_party(trigger, (first, end), None)


def _is_policy(trigger: Trigger, theme: TokenRange) -> bool:
    acts = {trigger.word(i) for i in range(theme[0], min(theme[0] + 4, theme[1]))}
    if acts & words("offers", "policy_acts") and not WITH_PARTY & {trigger.word(i) for i in range(*theme)}:
        return True
    return any(listed(trigger.word(i), "policies") for i in range(*theme))


@rule(
    "offer.put-forward",
    "<party> put forward <a proposal> | <party> put <a plan> to <party>",
    examples=["The union put forward a compromise on pay.", "Ms Voss put the plan to union leaders."],
    counterexamples=["She put the cup on the table.", "He submitted his homework."],
    words=lambda: forms("offers", "presenting_verbs"),
    classes="vzdn",
)
def put_forward(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    group = trigger.group()
    lemma = forms("offers", "presenting_verbs")[trigger.word(token)]
    behind = token + 1
    if lemma == "put":
        if trigger.word(behind) in {"himself", "herself", "themselves", "ourselves", "itself", "myself"}:
            return _volunteers(trigger)
        behind += trigger.word(behind) == "forward"
    elif lemma not in TABLING and lemma != "extend":
        return None
    theme = object_behind(text, behind, trigger.limit)
    if theme is None or group.passive:
        return None
    recipient = recipient_behind(text, theme[1], trigger.limit)
    if lemma == "extend":
        # "extended help to the islanders", but "extended the deadline"
        numbered = recipient is None or trigger.letter(recipient[0]) == "M"
        if numbered or not listed(head_of(trigger, theme), "extended_things"):
            return None
    elif head_of(trigger, theme) not in nouns("offers", "presented"):
        return None
    if lemma == "put" and behind == token + 1 and recipient is None:
        return None  # "put the plan on hold"
    theme = (theme[0], theme_end(trigger, *theme))
    policy = recipient is None and any(listed(trigger.word(i), "policies") for i in range(*theme))
    roles = {
        "offerer": trigger.mention(subject_of(text, group, trigger.floor)),
        "theme": trigger.span(theme),
        "recipient": trigger.mention(recipient),
        "terms": terms_behind(trigger, theme[1]),
    }
    polarity, modality = assess(text, group, trigger.floor)
    modality = "possible" if policy and modality == "asserted" else modality
    return offer(trigger, "offer.put-forward", (token, behind), roles, (polarity, modality))


def _volunteers(trigger: Trigger) -> Draft | None:
    """ "put herself forward for the post": whoever does offers to serve."""
    token = trigger.token
    if trigger.word(token + 2) != "forward":
        return None
    end = phrase_end(trigger.text, token + 4, trigger.limit) if trigger.word(token + 3) in {"for", "as"} else token + 3
    group = trigger.group()
    roles = {
        "offerer": trigger.mention(subject_of(trigger.text, group, trigger.floor)),
        "theme": trigger.span((token + 3, end)),
    }
    return offer(trigger, "offer.put-forward", (token, token + 3), roles, assess(trigger.text, group, trigger.floor))


@rule(
    "offer.proposal",
    "<party>'s proposal to <party> | reject/accept <party>'s proposal",
    examples=[
        "The rebels rejected Norland's proposal for a truce.",
        "She extended an invitation to the mayor.",
        "The insurer made new proposals to the strikers.",
    ],
    counterexamples=["The budget proposal was long.", "He read a research proposal."],
    words=lambda: nouns("offers", "proposal_nouns") | {"branch", "branches"},
    classes="NP",
)
def proposal_noun(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    word = trigger.word(token)
    if trigger.word(token - 1) == "olive" and word in {"branch", "branches"}:
        word = "olive branch"
    if word not in nouns("offers", "proposal_nouns"):
        return None
    start = phrase_of(trigger)
    draft = noun_draft(trigger, "offer.proposal", start)
    if not draft.roles.get("offerer"):
        # "the proposals": whoever made them stands elsewhere
        definite = trigger.word(start) in {"the", "these", "this", "that"}
        if not (definite or draft.roles.get("theme")):
            return None
        draft.needs_antecedent = not draft.roles.get("theme")
        return _kept_apart(draft)
    theme = draft.roles.get("theme")
    about_party = theme is not None and put_to_party(trigger, text.tokens(theme), None)
    light = light_verb(trigger, start, forms("offers", "presenting_verbs"))
    tabled = light is not None and forms("offers", "presenting_verbs")[trigger.word(light)] in PUTTING
    brought = trigger.word(start - 1) == "with" and trigger.word(start - 2) != "up"
    tabled = tabled or (brought and answering(trigger, start - 2) is not None)
    policy = any(listed(trigger.word(i), "policies") for i in range(start, token))
    put = draft.roles.get("recipient") or draft.roles["status"] != "open" or about_party
    put = put or (not policy and (tabled or tells_negotiations(text)))
    return draft if put else _kept_apart(draft)


def _kept_apart(draft: Draft) -> Draft:
    """The draft of a proposal that is put to nobody in its sentence, as possible."""
    if draft.modality == "asserted":
        draft.modality = "possible"
    return draft
