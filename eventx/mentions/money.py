"""Amounts of money in running text: “$1.13bn”, “€2–3 million”, “half a billion dollars”, “$27.50 a share”.

A currency sign, word or code is found first; a number is then read after the sign or before the word. No package was
fit for this: price-parser reads the first number of anything and no scale, quantulum3 is quadratic and takes “bn” for
bit newton.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from eventx.mentions.numbers import (
    Number,
    any_of,
    before,
    figure_pattern,
    joined,
    number_pattern,
    plain,
    range_of,
    read_figure,
    read_number,
)


class Amount(NamedTuple):
    """Code points `start` to `end` (half-open) hold an amount of money.

    It has an `amount`, or `low` and `high` where it is a range, or none of them (“millions of dollars”). `currency` is
    an ISO 4217 code, `None` where the word has several (“pesos”); `per` what it is paid for each of (“share”).
    `equivalent` is the same sum in another currency, told right behind: “$1.13bn (£600m)”.
    """

    start: int
    end: int
    amount: Decimal | None
    low: Decimal | None
    high: Decimal | None
    currency: str | None
    per: str | None
    equivalent: Amount | None = None


_SIGNS = {
    "$": "USD", "US$": "USD", "U.S.$": "USD", "C$": "CAD", "CA$": "CAD", "Can$": "CAD", "A$": "AUD", "AU$": "AUD",
    "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "MX$": "MXN", "R$": "BRL", "£": "GBP", "€": "EUR",
    "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP",
    "₫": "VND", "฿": "THB", "Rs": "INR", "Rs.": "INR", "RMB": "CNY",
}  # fmt: skip
# only codes that are no English word or other abbreviation
_CODES = (
    "AED AUD BRL CAD CHF CNY CZK DKK EGP EUR GBP HKD HUF IDR ILS INR JPY KES KRW MXN MYR NGN NOK NZD PKR PLN RMB RUB "
    "SAR SEK SGD THB TWD UAH USD ZAR"
)
# each currency word with the code of the bare word; then those that an adjective before the word gives
_WORDS = {
    "dollar": "USD", "cent": "USD", "euro": "EUR", "pound": "GBP", "pence": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "franc": None, "peso": None, "krona": "SEK",
    "kronor": "SEK", "kroner": None, "zloty": "PLN", "zlotys": "PLN", "lira": "TRY", "rand": "ZAR", "reais": "BRL",
    "ringgit": "MYR", "baht": "THB", "rupiah": "IDR", "shekel": "ILS", "dirham": "AED", "riyal": "SAR", "rial": "IRR",
    "dinar": None, "naira": "NGN", "shilling": None, "forint": "HUF", "hryvnia": "UAH", "hryvnias": "UAH", "won": "KRW",
    "dong": "VND", "taka": "BDT", "cedi": "GHS",
}  # fmt: skip
_OF_COUNTRY = {
    ("Australian", "dollar"): "AUD", ("Canadian", "dollar"): "CAD", ("Hong Kong", "dollar"): "HKD",
    ("New Zealand", "dollar"): "NZD", ("Singapore", "dollar"): "SGD", ("Taiwan", "dollar"): "TWD",
    ("Jamaican", "dollar"): "JMD", ("Swiss", "franc"): "CHF", ("Mexican", "peso"): "MXN", ("Argentine", "peso"): "ARS",
    ("Chilean", "peso"): "CLP", ("Colombian", "peso"): "COP", ("Cuban", "peso"): "CUP", ("Philippine", "peso"): "PHP",
    ("Pakistani", "rupee"): "PKR", ("Sri Lankan", "rupee"): "LKR", ("Nepalese", "rupee"): "NPR",
    ("Norwegian", "kroner"): "NOK", ("Danish", "kroner"): "DKK", ("Icelandic", "krona"): "ISK",
    ("Egyptian", "pound"): "EGP", ("Lebanese", "pound"): "LBP", ("Sudanese", "pound"): "SDG",
    ("Syrian", "pound"): "SYP", ("Qatari", "riyal"): "QAR", ("Omani", "rial"): "OMR", ("Yemeni", "rial"): "YER",
    ("Moroccan", "dirham"): "MAD",
    ("Iraqi", "dinar"): "IQD", ("Jordanian", "dinar"): "JOD", ("Kuwaiti", "dinar"): "KWD", ("Serbian", "dinar"): "RSD",
    ("Tunisian", "dinar"): "TND", ("Algerian", "dinar"): "DZD", ("Bahraini", "dinar"): "BHD",
    ("Libyan", "dinar"): "LYD", ("Kenyan", "shilling"): "KES", ("Ugandan", "shilling"): "UGX",
    ("Tanzanian", "shilling"): "TZS", ("Somali", "shilling"): "SOS",
}  # fmt: skip
_SAME = ["US", "U.S.", "American", "British", "Japanese", "Chinese", "Indian", "Russian", "Turkish", "South African"]
_SAME += ["South Korean", "Korean", "Swedish", "Polish", "Israeli", "Saudi", "Iranian", "Emirati", "Nigerian"]
_HUNDREDTHS = ("cent", "pence", "p")
# without a scale or figures these words are mostly something else (“a yen for”, “two won”)
_NEEDS_FIGURES = ("yen", "lira", "rand", "baht", "dong", "taka")

# what something is paid for each of; “a month” may tell when as well
_TIMES = "year month week day hour minute night quarter"
_UNITS = (
    "share person head household family child student pupil worker employee passenger ticket unit vehicle car barrel "
    "ton tonne gallon litre liter pound ounce kilogram kilo kg kilometre kilometer mile foot metre meter yard acre "
    "hectare bushel bottle pack packet pint dose game vote plate song room seat copy user member customer subscriber "
    "patient bird piece pair serving visit shift session trip ride episode"
)
_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour",
}  # fmt: skip
# what pounds of are money: all else is weighed
_FINANCE = (
    "aid arrears assets bail benefits bonds budget capital cash compensation costs credit cuts damages? debts? "
    "donations equity fees fines fraud funding funds? grants? income investments? liabilities loans? losses money "
    "pay profits? public rent revenues? sales savings shares spending stock subsid(?:y|ies) support "
    "tax(?:es)? taxpayers? wages"
)
_REACH = 90
_FURTHER = 2


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns by name; white space is one character, and every repetition is bounded.

    >>> patterns()["anchor"].search("worth £5m")["sign"]
    '£'
    """
    signs = sorted((sign for sign in _SIGNS if "$" in sign or not sign[0].isalpha()), key=len, reverse=True)
    sign = rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, signs))})|\b(?:Rs\.?|{any_of(_CODES)})(?=\s?[0-9])"
    word = "|".join(f"{word}s?" for word in sorted(_WORDS, key=len, reverse=True))
    countries = "|".join(sorted({re.escape(name) for name, _ in _OF_COUNTRY} | {re.escape(name) for name in _SAME}))
    found = {
        "anchor": rf"(?P<sign>{sign})|\b(?P<word>{word}|{any_of(_CODES)})\b|(?<=[0-9])(?P<pence>p)\b(?!\.\s?m)",
        "after": (
            rf"\s?(?P<low>{figure_pattern()})"
            rf"(?:(?P<link>\s?[-–]\s?|\sto\s|\sand\s)(?P<sign>{sign})?(?P<last>{figure_pattern()}))?"
        ),
        "before": rf"{number_pattern('an?')}(?:(?:\s|-)(?P<country>{countries}))?[\s-]?\Z",
    }
    found |= _around_sum() | _equivalents()
    return {name: re.compile(pattern) for name, pattern in found.items()}


def _around_sum() -> dict[str, str]:
    """What stands beside an amount: what it is paid for, and what tells a currency from another word."""
    when = r"\s(?:ago|earlier(?!\sthis)|later(?!\sthis)|hence|from\s(?:now|then|today))\b"
    return {
        "per": (
            rf"(?:\s(?:an?|each|every)\s(?:(?P<unit>(?:(?:square|cubic|metric|troy)\s)?(?:{any_of(_UNITS)}))"
            rf"|(?P<time>{any_of(_TIMES)})\b(?!{when})(?=(?P<doubt>\s(?:before|after)\b(?!\stax))?))\b"
            r"|\sper\s(?P<any>(?!(?:cent|hundred|thousand|million)\b)(?:(?:square|cubic|metric|troy)\s)?[a-z]{2,20}(?:-hour)?)\b"
            rf"|-an?-(?P<joined>{any_of(_UNITS)}|{any_of(_TIMES)})\b"
            rf"|/(?P<slashed>{any_of(_UNITS)}|{any_of(_TIMES)})\b|\s(?P<adverb>{'|'.join(_ADVERBS)})\b)"
        ),
        "paid": (
            r"\b(?:cost(?:s|ing)?|pa(?:y|ys|id|ying)|worth|spen[dt]|fined?|earn(?:s|ed|ing)?|owe[ds]?|raised?|price\sof"
            r"|fine\sof|borrow(?:ed)?)\s(?:(?:about|around|nearly|almost|over|up\sto|more\sthan|at\sleast|an\sextra|him"
            r"|her|them|it)\s)?\Z"
        ),
        "weighs": (
            r"\b(?:weigh(?:s|ed|ing)?|lost|los(?:es?|ing)|gain(?:s|ed|ing)?|shed(?:s|ding)?|lift(?:s|ed|ing)?"
            r"|carr(?:y|ies|ied|ying))\s(?:(?:about|around|nearly|almost|over|up\sto|more\sthan|at\sleast)\s)?\Z"
        ),
        "weighed": (
            r"\sof\s(?!(?:(?!(?:to|for|in|on|and|as|at|of|with|from|by)\b)[a-z][a-z’'-]{0,20}\s){0,2}"
            rf"(?:{'|'.join(_FINANCE.split())})\b)"
        ),
        "won_verb": r"\s(?:the|an?|by|at|re-?election|more|seats?|tickets?|and|their|his|her|its|back|over)\b",
        "zone": r"[\s-](?:zone|area|bloc|members?|countries|nations|states)\b",
        "own": r"\b(?:my|our|your|his|her|their|its)\s\Z",
        # “a dollar” is a sum where something costs or moves by it, and nothing that it qualifies follows
        "priced": (
            r"\b(?:for|than|about|around|nearly|almost|only|just|under|over|by|to|costs?|pa(?:y|ys|id)|worth|at|lost|lose"
            r"|earns?|earned|gained|gave|give|saves?|up|down|fell|rose)\s\Z"
        ),
        "ended": (
            r"(?=[.,;:!?)”’\"—–]|\s(?:for|from|to|in|on|at|each|more|less|and|or|off|of|when|if|while|as|with|by)\b"
            r"|\Z)"
        ),
    }


def _equivalents() -> dict[str, str]:
    """What stands around the same sum in another currency: “(about £600m)”, “, or about £4m,”."""
    about = (
        r"(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|over|just\s(?:over|under)|more\sthan"
        r"|less\sthan|equal\sto|equivalent\sto|the\sequivalent\sof|worth|c\.|~|≈|=)\s?"
    )
    at = r"\sat\s(?:the|current|today|present|prevailing|market)\b"
    return {
        "bracket": rf"\s?[(\[](?:or\s)?(?:{about}){{0,2}}",
        "or": rf",\s(?:or\s(?:{about}){{0,2}}|{about})|\sor\s{about}",
        "further": rf"\s?[;,/]\s?(?:or\s)?(?:{about}){{0,2}}|\s(?:or|and)\s(?:{about}){{0,2}}",
        "bracket_end": rf"\s?[)\]]|[;,]|{at}",
        "or_end": rf"[,.;:)—–”\"]|\s[—–-]\s|{at}|\s?\Z",
    }


def find_amounts(source: str, start: int, end: int) -> list[Amount]:
    """The amounts of money between two code-point offsets of the source, in text order and apart from each other.

    >>> [(found.amount, found.currency, found.per) for found in find_amounts("It bid $27.50 a share.", 0, 22)]
    [(Decimal('27.50'), 'USD', 'share')]
    """
    found: list[Amount] = []
    free = start
    for anchor in patterns()["anchor"].finditer(source, start, end):
        if anchor.start() < free:
            continue
        # “$900 a month to $1,400 a month after”: what was just paid by the month is so again
        usual = found[-1].per if found and anchor.start() - found[-1].end < _REACH // 2 else None
        if anchor["sign"]:
            amount = _after_sign(source, anchor, free, end, usual)
        else:
            amount = _before_word(source, anchor, max(free, anchor.start() - _REACH), end, usual)
        if amount:
            both = _joined(source, start, found[-1], amount, anchor) if found else None
            found[-1:] = [both] if both else [*found[-1:], amount]
            free = amount.end
    return _with_equivalents(source, found, end)


def _after_sign(source: str, anchor: re.Match[str], free: int, end: int, usual: str | None) -> Amount | None:
    number = patterns()["after"].match(source, anchor.end(), end)
    if not number:
        return None
    amount: Decimal | None = None
    low, high = _ends(source, anchor, number, free, end) or (None, None)
    if low is None:
        amount = read_figure(number["low"]).value
    stop, per = _per(source, number.end("low" if low is None else "last"), end, usual)
    return Amount(anchor.start(), stop, amount, low, high, _currency(anchor["sign"]), per)


def _ends(
    source: str, anchor: re.Match[str], number: re.Match[str], free: int, end: int
) -> tuple[Decimal, Decimal] | None:
    """The ends of a range behind a sign: “$2bn to $3bn”, “€2–3 million”, “$18 to 20 an hour”."""
    if not number["last"]:
        return None
    first, second, link = read_figure(number["low"]), read_figure(number["last"]), number["link"]
    if number["sign"]:
        if _currency(number["sign"]) != _currency(anchor["sign"]):
            return None
    elif "to" in link:
        if not second.scale and not _per(source, number.end(), end)[1]:  # “gave $5 to 10 people”
            return None
    elif link != link.strip() and "and" not in link:
        return None
    introduction = before(source, free, anchor.start())
    return range_of(first, second, link, introduction, closed=number["sign"] is not None)


def _before_word(source: str, anchor: re.Match[str], begin: int, end: int, usual: str | None) -> Amount | None:
    match = patterns()["before"].search(source, begin, anchor.start())
    number = read_number(source, match, begin) if match else None
    if not match or not number:
        return None
    word = (anchor["word"] or "p").removesuffix("s") if anchor["word"] not in _WORDS else anchor["word"]
    after = anchor.end() + len(" sterling") * source.startswith(" sterling", anchor.end(), end)
    stop, per = _per(source, after, end, usual)
    start, amount, low, high = number
    if not _is_money(source, word, match, number, anchor.end(), per):
        return None
    if word in _HUNDREDTHS:
        amount, low, high = (value and plain(value / 100) for value in (amount, low, high))
    currency = _OF_COUNTRY.get((match["country"] or "", word)) or _currency(word)
    return Amount(start, stop, amount, low, high, currency, per)


def _currency(sign: str) -> str | None:
    if sign == "p":
        return "GBP"
    return _SIGNS.get(sign) or _WORDS.get(sign, sign)


def _per(source: str, at: int, end: int, usual: str | None = None) -> tuple[int, str | None]:
    """Where the amount ends with what it is paid for each of, if that stands here; `usual` is what was so just before.

    >>> _per("$900 a month after tax", 4, 22), _per("$900 a month after the works", 4, 28)
    ((12, 'month'), (4, None))
    """
    match = patterns()["per"].match(source, at, end)
    if not match or (match["doubt"] and match["time"] != usual):
        return at, None
    unit = match["unit"] or match["time"] or match["any"] or match["joined"] or match["slashed"]
    return match.end(), unit or _ADVERBS[match["adverb"]]


def _joined(source: str, begin: int, first: Amount, second: Amount, anchor: re.Match[str]) -> Amount | None:
    """The range of two amounts that are written the same way: “40p to 50p”, “$18 an hour to $20 an hour”."""
    if first.currency != second.currency or first.per not in (None, second.per):
        return None
    if anchor["sign"]:
        alike = first.per is not None and source.startswith(anchor["sign"], first.start)
    else:
        alike = first.per is None and source.endswith(anchor[0], first.start, first.end)
    ends = joined(first.amount, second.amount, source[first.end : second.start], before(source, begin, first.start))
    return Amount(first.start, second.end, None, *ends, second.currency, second.per) if alike and ends else None


def _with_equivalents(source: str, found: list[Amount], end: int) -> list[Amount]:
    """The amounts without those that only tell the one before in another currency, which that one then has."""
    kept = []
    at = 0
    while at < len(found):
        amount, count = _with_equivalent(source, found[at : at + 2 + _FURTHER], end)
        kept.append(amount)
        at += count
    return kept


def _with_equivalent(source: str, found: list[Amount], end: int) -> tuple[Amount, int]:
    """The first of some amounts with its equivalents, and how many amounts that takes."""
    first, *others = found
    if not others or not _tells_sum(first, others[0]):
        return first, 1
    gap = first.end, others[0].start
    form = next((name for name in ("bracket", "or") if patterns()[name].fullmatch(source, *gap)), None)
    if form is None:
        return first, 1
    count = 1
    while count < len(others) and _tells_sum(first, others[count]):
        if not patterns()["further"].fullmatch(source, others[count - 1].end, others[count].start):
            break
        count += 1
    closing = patterns()[f"{form}_end"].match(source, others[count - 1].end, end)
    if not closing:
        return first, 1
    equivalent: Amount | None = None
    for other in reversed(others[:count]):
        equivalent = other._replace(equivalent=equivalent)
    per = first.per or others[0].per
    if form == "bracket" and per is None and closing[0].strip() in (")", "]"):
        per = _per(source, closing.end(), end)[1]
    return first._replace(per=per, equivalent=equivalent), 1 + count


def _tells_sum(first: Amount, other: Amount) -> bool:
    """Whether two amounts have values in different currencies."""
    valued = all(amount.amount is not None or amount.low is not None for amount in (first, other))
    return valued and first.currency != other.currency


def _is_money(source: str, word: str, match: re.Match[str], number: Number, after: int, per: str | None) -> bool:
    """Whether a word that has other meanings is a currency here, behind a number; `after` is where the word ends."""
    figures, country = not (match["last"] or "x")[0].isalpha(), match["country"]
    vague = (match["vague"] or "").lower()
    large = (number.amount or number.high or 0) >= 250_000 or "illion" in vague
    introduction = before(source, 0, number.start)
    if (match["last"] or "").lower() in ("a", "an") and per is None and not country:
        return bool(patterns()["priced"].search(introduction) and patterns()["ended"].match(source, after))
    if word == "p":
        figure = match["last"] or ""
        return figure[-1:].isdigit() and figure not in ("240", "360", "480", "720") and len(figure) < 4
    if word == "cent":  # “put in their two cents”, “two cents' worth”
        idiom = source.startswith(("'", "’"), after) or patterns()["own"].search(introduction)
        return not (number.amount == 2 and idiom)
    if word == "euro":
        return not patterns()["zone"].match(source, after)
    if word in _NEEDS_FIGURES:
        return large or figures or bool(vague)
    if word == "won":
        return bool(large or "Korean" in (country or "") or per) and not patterns()["won_verb"].match(source, after)
    if word != "pound" or country or source.startswith(" sterling", after):
        return True
    return _is_sterling(source, introduction, after, large, bool(vague), per)


def _is_sterling(source: str, introduction: str, after: int, large: bool, vague: bool, per: str | None) -> bool:
    """Whether pounds are money, and no weight."""
    if patterns()["weighed"].match(source, after):
        return False
    if large or per in ("year", "hour", "share", "night", "barrel", "head", "ticket"):
        return True
    if vague:
        return not patterns()["weighs"].search(introduction)
    return patterns()["paid"].search(introduction) is not None
