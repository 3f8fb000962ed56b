"""Offers told by what the two sides do: a contract turned down, talks invited to, "would stop if they paid"."""

from __future__ import annotations

from eventx.extractors.governing import forms_of_status, status_forms
from eventx.extractors.offers.provision import is_no_offer, listed
from eventx.extractors.offers.themes import head_of, is_party, offer, spans, theme_end
from eventx.extractors.trigger import TokenRange, Trigger, forms, words
from eventx.grammar.arguments import complement_from, party_behind
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import phrase_end, phrase_start
from eventx.grammar.subjects import subject_of
from eventx.lexicon.inflection import all_forms
from eventx.rules import Draft, rule

FROM = frozenset(["from"])
# the words that say what is turned down is an offer by itself
OFFER_WORDS = frozenset(
    "approach approaches bid bids invitation invitations offer offers overture overtures proposal proposals".split()
)
SPEAKERS = frozenset("i he it she they we".split())
INVITING = frozenset(all_forms("invite"))
# "will" offers by condition only where the one who speaks would do it: "we will pay if"
CONDITIONAL = frozenset(["would", "'d", "will", "'ll"])


@rule(
    "offer.turned-down",
    "<party> turn down <a contract, a job, a settlement>",
    examples=[
        "The striker turned down a four-year contract from Talmera.",
        "She declined a seat in the cabinet.",
    ],
    counterexamples=["She turned down the radio.", "He declined a drink.", "The court rejected the claim."],
    words=lambda: forms_of_status("offers", "rejected"),
    classes="vzdng",
)
def turned_down(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    particles = next(
        (
            particle
            for _, particle, status in status_forms("offers")[trigger.word(token)]
            if status == "rejected" and tuple(text.lower[token + 1 : token + 1 + len(particle)]) == particle
        ),
        None,
    )
    if particles is None and _is_split(trigger):
        particles = ()  # "turned the job down"
    group = trigger.group()
    habit = trigger.letter(token) in "vz" and not group.auxiliaries and text.kind_at(token) != "headline"
    if particles is None or habit or group.passive or (group.participle and trigger.letter(token) == "n"):
        return None
    start = token + 1 + len(particles)
    end = phrase_end(text, start, trigger.limit)
    post = listed(trigger.word(end - 1), "posts")
    chance = trigger.word(end - 1) in {"chance", "opportunity"} and trigger.word(end) == "to"
    known = trigger.letter(start) == "D" and trigger.word(start) not in {"a", "an"} and not (post or chance)
    if end == start or trigger.letter(start) == "M" or known:
        return None
    theme = (start, theme_end(trigger, start, end))
    head = head_of(trigger, (start, end))
    told_by_noun = head in OFFER_WORDS or any(trigger.word(i) in OFFER_WORDS | {"offered"} for i in range(end, end + 3))
    taken = chance or (listed(head, "offered_things") and not is_no_offer(trigger, (start, end)))
    if told_by_noun or not taken:
        return None
    polarity, modality = assess(text, group, trigger.floor)
    roles = {
        "offerer": trigger.mention(party_behind(text, theme[1], trigger.limit, FROM)),
        "recipient": trigger.mention(subject_of(text, group, trigger.floor)),
        "theme": trigger.span(theme),
        "status": "rejected",
    }
    if polarity == "negative" or modality != "asserted":
        return None
    return offer(trigger, "offer.turned-down", (token, start), roles, (polarity, modality))


def _is_split(trigger: Trigger) -> bool:
    """Whether the particle of a refusal stands behind a short object: "turned the job down"."""
    end = phrase_end(trigger.text, trigger.token + 1, trigger.limit)
    behind = (trigger.word(end),)
    verbs = status_forms("offers")[trigger.word(trigger.token)]
    return end > trigger.token + 1 and any(v.status == "rejected" and v.particles == behind for v in verbs)


@rule(
    "offer.invite-to-talks",
    "<party> invite <party> to talks",
    examples=["Germany invited the two sides to talks in Bonn.", "The premier has invited the rebels to a summit."],
    counterexamples=["Guests were invited to the party.", "He invited criticism."],
    words=lambda: INVITING,
    classes="vzdng",
)
def invite_to_talks(trigger: Trigger) -> Draft | None:
    text, token = trigger.text, trigger.token
    group = trigger.group()
    if group.passive or (group.participle and trigger.letter(token) == "n"):
        return None
    end = phrase_end(text, token + 1, trigger.limit, linked=frozenset(["of"]), coordinated=True)
    if end == token + 1 or trigger.word(end) not in {"to", "for"}:
        return None
    about = phrase_end(text, end + 1, trigger.limit)
    if about == end + 1 or not listed(head_of(trigger, (end + 1, about)), "invited_to"):
        return None
    roles = {
        "offerer": trigger.mention(subject_of(text, group, trigger.floor)),
        "recipient": trigger.mention((token + 1, end)),
        "theme": trigger.span((end + 1, theme_end(trigger, end + 1, about))),
    }
    return offer(trigger, "offer.invite-to-talks", (token, token + 1), roles, assess(text, group, trigger.floor))


@rule(
    "offer.would-if",
    "<party> said <it> would <verb phrase> if <another party> …",
    examples=[
        "The rebels said they would lay down their arms if the government freed their leader.",
        "The union said it would suspend the strike in return for talks.",
    ],
    counterexamples=["He said it would rain if the wind turned.", "The rebels would leave."],
    words=lambda: CONDITIONAL,
)
def would_if(trigger: Trigger) -> Draft | None:
    """Offers by condition, as reported: the speaker's own act, one that another gains from, for the other's act."""
    text, token = trigger.text, trigger.token
    if trigger.word(token) not in {"would", "'d"} and trigger.word(token - 1) not in {"i", "we"}:
        return None
    start = token - 1 if trigger.word(token - 1) in SPEAKERS else phrase_start(text, token, trigger.floor, linked=False)
    subject = (start, token)
    if start == token or not is_party(trigger, subject) or trigger.letter(start) not in "DQ":
        return None
    act = token + 1
    while trigger.letter(act) == "R" and trigger.word(act) not in {"not", "never"}:
        act += 1
    if trigger.word(act) not in words("offers", "conditional_acts") or not _is_reported(trigger, start):
        return None
    found = complement_from(text, act, trigger.limit)
    terms = found.terms or _fronted(trigger, start)
    if found.theme is None or not terms or not _is_exchange(trigger, terms[0]):
        return None
    if trigger.word(act) == "take" and trigger.word(act + 1) == "it":
        return None  # "If they asked me, I'd take it"
    if trigger.word(start) in {trigger.word(i) for i in range(terms[0][0] + 1, terms[0][0] + 3)}:
        return None  # "If we found out, we would return it": nobody else is to do anything
    roles = {
        "offerer": trigger.mention(subject),
        "theme": trigger.span(found.theme),
        "terms": spans(trigger, terms),
    }
    return offer(trigger, "offer.would-if", (token, act + 1), roles, ("positive", "asserted"))


def _fronted(trigger: Trigger, subject: int) -> list[TokenRange]:
    """The condition before the clause: "*If they free the men*, we will build a clinic"."""
    opens = trigger.word(trigger.floor) == "if" and trigger.letter(subject - 1) == ","
    return [(trigger.floor, subject - 1)] if opens else []


def _is_reported(trigger: Trigger, subject: int) -> bool:
    """Whether a clause is what somebody said of himself: "said they would", or "we will" within a quotation."""
    if trigger.word(subject) in {"i", "we"}:
        return trigger.text.quotation(subject) is not None
    before = subject - 2 if trigger.word(subject - 1) == "that" else subject - 1
    return trigger.word(before) in forms("offers", "conditional_cues")


def _is_exchange(trigger: Trigger, terms: TokenRange) -> bool:
    """Whether the terms are another party's act: "in return for aid", "if the government freed", not "if it rains"."""
    if trigger.word(terms[0]) in {"in", "on"}:
        return True
    if trigger.word(terms[0]) not in {"if", "provided", "providing", "once", "as", "so"}:
        return False
    start = terms[0] + (3 if trigger.word(terms[0]) in {"as", "so"} else 1)
    start += trigger.word(start) == "that"
    end = phrase_end(trigger.text, start, trigger.limit)
    party = trigger.letter(start) in "DP" or trigger.word(start) in {"they", "he", "she", "you"}
    party = party or is_party(trigger, (start, end))
    return end > start and party and trigger.letter(end) in "dzvXHB"
