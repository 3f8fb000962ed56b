"""Sums of money and rates as parts of an offer: "a $27-a-share bid", "an offer of 410p a share", "worth £3m"."""

from __future__ import annotations

import re

from eventx.extractors.trigger import TokenRange, Trigger
from eventx.grammar.noun_phrases import phrase_end

SIGNS = frozenset("$ £ € ¥ us$ a$ c$ hk$ nz$".split())
SCALES = frozenset("billion bn crore lakh m million trillion".split())
UNITS = frozenset(
    "cent cents crowns dirhams dollar dollars euro euros francs krona kroner pence penny pesos pound pounds rand reais "
    "riyals roubles rubles rupees yen yuan zloty".split()
)
FIGURE = re.compile(r"[$£€¥]?\d[\d.,]{0,12}(?:p|c|m|bn|k)?(?:-(?:a|per)-\w{1,10})?")
# "410p", "3bn": a number that is a sum without a sign before it
SUM = re.compile(r"(?:[$£€¥]\d.{0,24}|\d[\d.,]{0,12}(?:p|c|m|bn))")
APPROXIMATIONS = frozenset("about almost around least less more nearly over roughly some than to up".split())
PAID_IN = frozenset("cash shares stock".split())
RATES = frozenset(["a", "an", "per"])


def is_sum(trigger: Trigger, tokens: TokenRange) -> bool:
    """Whether a token range tells money or a share: "$800m", "3bn euros", "4%", "nothing" is none."""
    for i in range(*tokens):
        word = trigger.word(i)
        if word in SIGNS or word in UNITS or word in {"%", "percent"} or SUM.fullmatch(word):
            return True
        if word[:1].isdigit() and (trigger.word(i + 1) in SCALES | {"percent", "per"}):
            return True
    return False


def sum_from(trigger: Trigger, start: int) -> int:
    """The end of the sum that begins at a token, with an equivalent in brackets and a rate; `start` where none does."""
    end = start
    while trigger.word(end) in APPROXIMATIONS and end - start < 3:
        end += 1
    begin = end
    while FIGURE.fullmatch(trigger.word(end)) or trigger.word(end) in SIGNS | SCALES | UNITS | {"%", "percent"}:
        end += 1
    if end == begin or not is_sum(trigger, (begin, end)):
        return start
    if trigger.word(end) == "(":
        close = next((i for i in range(end + 1, min(end + 8, trigger.limit)) if trigger.word(i) == ")"), None)
        if close is not None and is_sum(trigger, (end + 1, close)):
            end = close + 1
    if trigger.word(end) in {"in", "on"} and trigger.word(end + 1) == "the" and trigger.word(end + 2) in UNITS:
        return end + 3  # "20 cents on the dollar"
    if trigger.word(end) in RATES and trigger.letter(end + 1) == "N":
        end += 2
    if trigger.word(end) == "in" and trigger.word(end + 1) in PAID_IN:
        end += 2
        # "$60 in cash and $10 in stock"
        return sum_from(trigger, end + 1) if trigger.word(end) == "and" and _is_sum_at(trigger, end + 1) else end
    return end


def _is_sum_at(trigger: Trigger, at: int) -> bool:
    return trigger.word(at) in SIGNS or FIGURE.fullmatch(trigger.word(at)) is not None


def price_before(trigger: Trigger, start: int) -> TokenRange | None:
    """The sum that stands before the noun: "a $3 billion offer", "the 138p a share offer"."""
    for i in range(max(start, trigger.token - 14), trigger.token):
        end = sum_from(trigger, i)
        if end > i and end <= trigger.token:
            return i, end
    return None


def price_behind(trigger: Trigger, behind: int) -> TokenRange | None:
    """What an offer is said to be worth or made of: "worth $4bn", "valuing the firm at $4bn", "made up of cash"."""
    for i in range(behind, min(behind + 8, trigger.limit)):
        word = trigger.word(i)
        if word in {"worth", "totalling", "totaling"} or (word == "of" and i == behind):
            end = sum_from(trigger, i + 1)
            if end > i + 1:
                return i + 1, end
        if word in {"consisting", "comprising"} or (word == "up" and trigger.word(i - 1) == "made"):
            begin = i + 1 + (trigger.word(i + 1) == "of")
            end = phrase_end(trigger.text, begin, trigger.limit, coordinated=True)
            return (begin, end) if end > begin else None
        if word in {"values", "valued", "valuing"}:
            for at in range(i + 1, min(i + 9, trigger.limit)):
                if trigger.word(at) == "at" and (end := sum_from(trigger, at + 1)) > at + 1:
                    return at + 1, end
        if trigger.letter(i) == ";":
            break
    return None
