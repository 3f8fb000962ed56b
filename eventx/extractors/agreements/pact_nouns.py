"""Which nouns tell a pact where they stand, and which only look like one: "a great deal", a village."""

from __future__ import annotations

from functools import cache

from eventx.extractors.agreements.making import Making
from eventx.extractors.agreements.pact_clauses import clause_opening
from eventx.extractors.agreements.pact_phrase import PactPhrase
from eventx.extractors.governing import Governor
from eventx.extractors.trigger import Trigger, forms, nouns, words
from eventx.lexicon.inflection import all_forms

# verbs that share their meaning with many nouns, and tell no pact with one that is none by itself
WEAK_MAKERS = frozenset("announce do get have make win".split())
# "completed its takeover of": carried out, not agreed
FINISHING = frozenset("close complete extend join".split())
SETTLEMENTS = frozenset(["settlement", "settlements"])


@cache
def pact_triggers() -> frozenset[str]:
    """Singular and plural of all nouns that tell pacts."""
    listed = (
        nouns("agreements", name)
        for name in ("pact_nouns", "framed_nouns", "merger_nouns", "signed_nouns", "joint_nouns")
    )
    return frozenset().union(*listed) | {"memoranda"}


def refers_back(trigger: Trigger, start: int) -> bool:
    """Whether a noun that tells no pact by itself refers to one: "the contract", "this lease"."""
    pointing = trigger.word(start) in {"the", "this", "that"}
    return pointing and trigger.word(trigger.token) in words("agreements", "referring") | SETTLEMENTS


def tells_pact(trigger: Trigger, start: int, making: Making | None, govern: Governor | None) -> bool:
    """Whether the noun tells a pact by itself, or the verb over it makes one of it: "signed a lease"."""
    word, token = trigger.word(trigger.token), trigger.token
    if word in SETTLEMENTS:
        return _settles(trigger, start, making)
    if word in nouns("agreements", "pact_nouns"):
        return True
    if word in {"letter", "letters"} and trigger.word(token + 2) not in {"intent", "understanding"}:
        return False
    if word == "protocol" and trigger.letter(token - 1) not in "DJNPSM":
        return False  # "broke protocol"
    named = trigger.letter(token - 1) == "P" and trigger.text.words[token - 1] not in {"National", "Party"}
    if word in {"protocol", "protocols"} and named:
        return True
    if word in {"convention", "conventions"} and named and trigger.letter(token) == "P":
        return making is not None
    if word in nouns("agreements", "joint_nouns"):
        return making is not None and trigger.word(token - 1) == "joint"
    if word in nouns("agreements", "signed_nouns") and word not in {"letter", "letters"}:
        return making is not None and making.lemma in {"sign", "ratify", "initial", "ink"}
    if word in nouns("agreements", "merger_nouns"):
        told_by_verb = making is not None and making.lemma == "agree" and making.place == "before"
        return making is not None and making.lemma not in WEAK_MAKERS | FINISHING and not told_by_verb
    if making is not None:
        return making.lemma not in WEAK_MAKERS | {"agree"}  # "agreed terms" is told by its verb
    return govern is not None and govern.status in {"negotiating", "ended", "broken", "reached"} and word != "terms"


def told_by_verb_of_agreeing(trigger: Trigger, start: int) -> bool:
    """Whether the noun is what "agreed to a truce" or "accepted the deal" is about: the verb tells it."""
    agreeing = forms("agreements", "agree_verbs")
    if trigger.word(start - 1) == "to" and trigger.word(start - 2) in forms("agreements", "consent_verbs"):
        return True
    if trigger.word(start - 1) in all_forms("accept") and trigger.letter(start - 1) in "vzdng":
        return trigger.word(trigger.token) in nouns("agreements", "acceptable")
    return trigger.word(start - 1) in {"to", "on", "upon"} and trigger.word(start - 2) in agreeing


def is_no_pact(trigger: Trigger, start: int, making: Making | None) -> bool:
    """Whether the noun is no pact here: "a great deal", "deal with" as a verb, a village, the New Deal."""
    token, word = trigger.token, trigger.word(trigger.token)
    before, behind = trigger.word(token - 1), trigger.word(token + 1)
    if word in {"deal", "deals"}:
        return _is_no_deal(trigger, start, making)
    if word in SETTLEMENTS:
        return not _settles(trigger, start, making) and (trigger.token - start > 1 or not refers_back(trigger, start))
    if trigger.letter(token) == "P" and trigger.letter(token + 1) == "P":
        return True
    if trigger.letter(token + 1) in "NP" and behind in nouns("agreements", "pact_nouns"):
        return True  # "a ceasefire agreement" is told by its last noun
    if word in {"agreement", "agreements"} and before == "in" and behind in {"with", "that", ".", ","}:
        return True  # "published in agreement with the agency"
    if word in {"agreement", "agreements"} and before in words("agreements", "opinions"):
        return making is None or making.lemma in WEAK_MAKERS
    if word in {"accord", "accords"}:
        return before == "own" or behind == "to"
    if trigger.letter(token) == "N" and trigger.letter(token + 1) == "N":
        return behind in words("agreements", "compounds")
    return word == "terms" and making is None


def _is_no_deal(trigger: Trigger, start: int, making: Making | None) -> bool:
    token = trigger.token
    before, behind = trigger.word(token - 1), trigger.word(token + 1)
    if (behind == "of" and trigger.letter(token + 2) != "M") or behind in words("agreements", "compounds"):
        return True
    if trigger.text.words[token][0].isupper() and before == "the" and trigger.word(token - 2) == "of":
        return True  # a title: "The Price of the Deal"
    if before in {"trafficking", "drugs"} or (behind == "going" and trigger.word(token + 2) == "on"):
        return True
    if start == token and behind == "with" and trigger.letter(token - 1) in "NPQTCRX,":
        return True  # "plumbers deal with burst pipes"
    plural = trigger.word(token - 1).endswith("s") or trigger.word(token - 1) in {"people", "men", "women", "children"}
    handled = trigger.word(token + 2) in {"it", "them", "this", "these", "that", "those"}
    if (
        trigger.word(token) == "deal"
        and behind == "with"
        and (handled or (plural and trigger.letter(token - 1) == "N"))
    ):
        return True
    inside = {trigger.word(i) for i in range(start, token)}
    if inside & {"big", "great"} and (making is None or making.lemma in WEAK_MAKERS):
        return True
    if before in words("agreements", "bargains"):
        return making is None or making.lemma in WEAK_MAKERS
    return before in words("agreements", "not_pacts") and making is None


def _settles(trigger: Trigger, start: int, making: Making | None) -> bool:
    """Whether a settlement settles something: it is reached, or with somebody, or of money, and no village."""
    token = trigger.token
    inside = {trigger.word(i) for i in range(start, token)}
    if inside & words("agreements", "settlers"):
        return False
    if making is not None and making.lemma not in {"have", "do", "make"}:
        return True
    money = any(trigger.letter(i) == "M" and trigger.word(i) in {"$", "£", "€"} for i in range(start, token))
    behind = trigger.word(token + 1)
    bound = clause_opening(trigger, start) is not None
    return bool(inside & words("agreements", "legal")) or money or bound or behind in words("agreements", "settling")


def is_generic(
    trigger: Trigger, start: int, phrase: PactPhrase, making: Making | None, govern: Governor | None
) -> bool:
    """Whether a plural without article, parties and verb speaks of pacts in general: "support for trade deals"."""
    bare = trigger.letter(start) not in "DMSQ" and trigger.word(trigger.token).endswith("s")
    told = govern is not None and trigger.group(govern.token).participle  # "reneging on treaties would hurt"
    told = told and trigger.letter(trigger.token + 1) == "X"
    return bare and not phrase.parties and making is None and (govern is None or told)
