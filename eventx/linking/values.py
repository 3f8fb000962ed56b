"""Values around an event: when and where it took place, and on which terms."""

from __future__ import annotations

from typing import NamedTuple

from eventx.grammar.noun_phrases import phrase_end, phrase_start
from eventx.mentions.dates import find_dates
from eventx.mentions.money import find_amounts
from eventx.rules import Draft
from eventx.text import Range, Text


class DateExpression(NamedTuple):
    """Where a date is told, and the expression to resolve; `ahead` where it lies behind the day of publication."""

    range: Range
    expression: str
    ahead: bool = False


class TimeLimits(NamedTuple):
    """Until when, and for how long, something is offered or agreed: the wording, and the date where there is one."""

    deadline: DateExpression | None
    duration: Range | None


def price_within(text: Text, draft: Draft) -> Range | None:
    """What a theme says is to be paid: "to buy the quarry for $1.1bn (£600m)" from *for* on."""
    theme = draft.roles.get("theme")
    if draft.type not in {"offer", "agreement"} or not isinstance(theme, Range):
        return None
    for amount in find_amounts(text.source, theme.start, theme.end):
        begin = text.tokens((amount.start, amount.end))[0] - 1
        stop = amount.equivalent.end if amount.equivalent else amount.end
        stop += text.source.startswith(")", stop)
        while begin > 0 and text.lower[begin] in {"about", "around", "up", "to", "nearly", "some", "over"}:
            begin -= 1
        if text.starts[begin] > theme.start and text.lower[begin] in {"for", "at"}:
            return Range(text.starts[begin], stop)
    return None


def limits_of(text: Text, draft: Draft) -> TimeLimits:
    """The deadline and the duration among a draft's theme and terms: "by Friday", "for three years"."""
    deadline: DateExpression | None = None
    duration: Range | None = None
    for span in _theme_and_terms(draft):
        first, last = text.tokens(span)
        for token in range(first, last - 1):
            word = text.lower[token]
            if deadline is None and word in {"by", "until", "before"}:
                behind = text.starts[token + 1]
                dates = find_dates(text.source, behind, span.end)
                if dates and dates[0].start - behind < 8:
                    at = Range(dates[0].start, dates[0].end)
                    deadline = DateExpression(at, dates[0].expression, ahead=True)
            if duration is None and word in {"for", "over", "within"}:
                duration = _duration(text, token + 1, last)
    return TimeLimits(deadline, duration)


def _theme_and_terms(draft: Draft) -> list[Range]:
    spans = [draft.roles.get("theme"), *(draft.roles.get("terms") or [])]
    return [span for span in spans if isinstance(span, Range)]


# what is paid, without a sum: "in exchange for a relatively low fee"
PAYMENTS = frozenset(
    "bonus charge commission compensation contribution cost deposit discount fee fees fine investment money pay "
    "payment payments payout premium price ransom rebate rent reward royalties salary sum wage wages".split()
)


def untold_prices(text: Text, draft: Draft) -> tuple[Range, ...]:
    """The phrases among a draft's terms that name a payment without a sum: "a relatively low fee"."""
    found = []
    for span in draft.roles.get("terms") or []:
        first, last = text.tokens(span)
        for token in range(first, last):
            if text.lower[token] in PAYMENTS and text.word_class(token) == "N":
                start = phrase_start(text, token + 1, first, linked=False)
                if start <= token and phrase_end(text, start, last) == token + 1:
                    found.append(text.range(start, token + 1))
    return tuple(found)


def _duration(text: Text, first: int, last: int) -> Range | None:
    """A number and a unit of time: "three years", "the next 10 days"."""
    end = phrase_end(text, first, last)
    units = {"day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades"}
    if end > first and text.lower[end - 1] in units and "M" in text.word_classes(first)[first:end]:
        return text.range(first, end)
    return None
