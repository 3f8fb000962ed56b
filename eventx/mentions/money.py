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


class Amount(NamedTuple):
    """Code points `start` to `end` (half-open) hold an amount of money.

    It has an `amount`, or `low` and `high` where it is a range, or none of them (“millions of dollars”). `currency` is
    an ISO 4217 code, `None` where the word has several (“pesos”); `per` what it is paid for each of (“share”).
    """

    start: int
    end: int
    amount: Decimal | None
    low: Decimal | None
    high: Decimal | None
    currency: str | None
    per: str | None


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

_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6, "mil": 10**6, "m": 10**6,
    "mn": 10**6, "mln": 10**6, "crore": 10**7, "billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12,
    "trn": 10**12, "tn": 10**12, "t": 10**12,
}  # fmt: skip
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = (
    "year month week day hour minute night quarter share person head household family child student pupil worker "
    "employee passenger ticket unit vehicle car barrel ton tonne gallon litre liter pound ounce kilogram kilo kg "
    "kilometre kilometer mile acre hectare bushel bottle pack dose game vote plate song room seat copy user member "
    "customer subscriber patient bird"
)
_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour",
}  # fmt: skip
_REACH = 90


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns by name; white space is one character, and every repetition is bounded.

    >>> patterns()["anchor"].search("worth £5m")["sign"]
    '£'
    """
    figure = r"(?:\d{1,3}(?:,\d{2,3}){0,5},\d{3}|\d{1,15})(?:\.\d{1,4})?(?!\d|[.,]\d)"
    scale = (
        r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion|crore|lakh)\b"
        r"|\s?(?:mln|mn|bn|trn|tn|mil)\b|[mMbBkKtT]\b)"
    )
    signs = sorted((sign for sign in _SIGNS if "$" in sign or not sign[0].isalpha()), key=len, reverse=True)
    sign = rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, signs))})|\b(?:Rs\.?|{_any(_CODES)})(?=\s?\d)"
    word = "|".join(f"{word}s?" for word in sorted(_WORDS, key=len, reverse=True))
    numeral = f"(?ai:{_any(_ONES)}|{_any(_TENS)}|hundred|thousand|million|billion|trillion|half|quarter)"
    vague = (
        r"(?:(?:several|many|a\sfew|a\scouple(?:\sof)?)\s(?:hundred|thousand|million|billion|trillion)"
        r"|multi[\s-]?(?:million|billion|trillion)"
        r"|(?:tens|dozens|hundreds|thousands|millions|billions|trillions)"
        r"(?:\sof\s(?:thousands|millions|billions|trillions)){0,2}\sof)"
    )
    countries = "|".join(sorted({re.escape(name) for name, _ in _OF_COUNTRY} | {re.escape(name) for name in _SAME}))
    second = r"(?P<link>\s?[-–]\s?|\sto\s|\sand\s)"
    found = {
        "anchor": rf"(?P<sign>{sign})|\b(?P<word>{word}|{_any(_CODES)})\b|(?<=\d)(?P<pence>p)\b(?!\.\s?m)",
        "after": (
            rf"(?P<first>\s?(?P<figure>{figure})(?P<scale>{scale})?)"
            rf"(?:{second}(?P<sign>{sign})?(?P<figure2>{figure})(?P<scale2>{scale})?)?"
        ),
        "before": (
            rf"(?<![\w$£€%.,-])(?:(?:(?P<figure>{figure})(?P<scale>{scale})?{second})?"
            rf"(?P<last>(?P<figure2>{figure})(?P<scale2>{scale})?)"
            rf"|(?P<numeral>(?ai:an?\s)?{numeral}"
            rf"(?:(?:[\s-](?:and[\s-])?(?:an?[\s-])?|\sof\san?\s){numeral}){{0,7}}"
            r"|(?ai:(?:half\s|a\squarter\sof\s)?an?))"
            rf"|(?P<vague>(?ai:{vague})))(?:(?:\s|-)(?P<country>{countries}))?[\s-]?\Z"
        ),
        "per": (
            rf"(?:\s(?:an?|each|every)\s(?P<unit>{_any(_UNITS)})\b(?!\s(?:ago|earlier|later|before|after|from)\b)"
            rf"|\sper\s(?P<any>(?!cent\b)[a-z]{{2,20}})\b|-an?-(?P<joined>{_any(_UNITS)})\b"
            rf"|/(?P<slashed>{_any(_UNITS)})\b|\s(?P<adverb>{'|'.join(_ADVERBS)})\b)"
        ),
        "paid": (
            r"\b(?:cost(?:s|ing)?|pa(?:y|ys|id|ying)|worth|spen[dt]|fined?|earn(?:s|ed|ing)?|owe[ds]?|raised?|price\sof"
            r"|fine\sof|borrow(?:ed)?)\s(?:(?:about|around|nearly|almost|over|up\sto|more\sthan|at\sleast|an\sextra|him"
            r"|her|them|it)\s)?\Z"
        ),
        "from": r"\b[Ff]rom\s(?:\w{1,12}\s){0,3}\Z",
        "weighed": r"\sof\s(?!(?:aid|debt|funding|investment|public|taxpayers?|savings|cuts|money)\b)",
        "won_verb": (
            r"\s(?:the|an?|in\s(?:the|an?)|by|at|re-?election|more|seats?|tickets?|and|their|his|her|its|back|over)\b"
        ),
    }
    return {name: re.compile(pattern.replace(r"\d", "[0-9]")) for name, pattern in found.items()}


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
        if anchor["sign"]:
            amount = _after_sign(source, anchor, free, end)
        else:
            amount = _before_word(source, anchor, max(free, anchor.start() - _REACH), end)
        if amount:
            found.append(amount)
            free = amount.end
    return found


def _after_sign(source: str, anchor: re.Match[str], free: int, end: int) -> Amount | None:
    number = patterns()["after"].match(source, anchor.end(), end)
    if not number:
        return None
    currency = _currency(anchor["sign"])
    introduction = source[max(free, anchor.start() - 40) : anchor.start()]
    signed = number["sign"] is not None and _currency(number["sign"]) == currency
    low, high = _range(number, introduction, closed=signed) if signed or not number["sign"] else (None, None)
    stop, amount = number.end(), None
    if low is None:
        stop, amount = number.end("first"), _value(number["figure"], number["scale"])
    stop, per = _per(source, stop, end)
    return Amount(anchor.start(), stop, amount, low, high, currency, per)


def _before_word(source: str, anchor: re.Match[str], begin: int, end: int) -> Amount | None:
    number = patterns()["before"].search(source, begin, anchor.start())
    if not number:
        return None
    word = (anchor["word"] or "p").removesuffix("s") if anchor["word"] not in _WORDS else anchor["word"]
    low = high = amount = None
    first = number.start()
    if number["figure2"]:
        if number["figure"]:
            low, high = _range(number, source[max(begin, first - 40) : first], closed=True)
        if low is None:
            first, amount = number.start("last"), _value(number["figure2"], number["scale2"])
    elif number["numeral"]:
        amount = _numeral(number["numeral"])
    after = anchor.end() + len(" sterling") * source.startswith(" sterling", anchor.end(), end)
    stop, per = _per(source, after, end)
    large = (amount or high or 0) >= 250_000 or "illion" in (number["vague"] or "").lower()
    if not _is_money(source, word, number, first, anchor.end(), large, per):
        return None
    if word in _HUNDREDTHS:
        amount, low, high = (value and _plain(value / 100) for value in (amount, low, high))
    currency = _OF_COUNTRY.get((number["country"] or "", word)) or _currency(word)
    return Amount(first, stop, amount, low, high, currency, per)


def _currency(sign: str) -> str | None:
    if sign == "p":
        return "GBP"
    return _SIGNS.get(sign) or _WORDS.get(sign, sign)


def _value(figure: str, scale: str | None) -> Decimal:
    value = Decimal(figure.replace(",", ""))
    return _plain(value * _SCALES[scale.strip().lstrip("-").lower()]) if scale else value


def _plain(value: Decimal) -> Decimal:
    """The value without trailing zeros and without an exponent."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _range(number: re.Match[str], introduction: str, *, closed: bool) -> tuple[Decimal | None, Decimal | None]:
    """The two ends of “$2bn to $3bn”, or of “between $2bn and $3bn”; “from $2bn to $3bn” tells a change, no range.

    `closed` where both numbers have the same currency written to them.
    """
    nothing = (None, None)
    if not number["figure2"]:
        return nothing
    link = number["link"]
    if "and" in link and not introduction.rstrip().lower().endswith("between"):
        return nothing
    if "to" in link and (patterns()["from"].search(introduction) or not (closed or number["scale2"])):
        return nothing
    if link.strip() in ("-", "–") and link != link.strip() and not closed:
        return nothing
    low, high = _value(number["figure"], number["scale"]), _value(number["figure2"], number["scale2"])
    if number["scale2"] and not number["scale"] and low <= Decimal(number["figure2"].replace(",", "")):
        low = _value(number["figure"], number["scale2"])
    return (low, high) if low < high else nothing


def _numeral(words: str) -> Decimal:
    """The value of a number in words, such as “two and a half million”."""
    known = {word: value for value, word in enumerate(_ONES.split(), 1)}
    known |= {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
    parts = [part for part in re.split(r"[\s-]+", words.lower()) if part not in ("a", "an", "and", "of")]
    total, current = Decimal(0), Decimal(0)
    for part in parts:
        if part in known:
            current += known[part]
        elif part in ("half", "quarter"):
            current += Decimal("0.5") if part == "half" else Decimal("0.25")
        elif part == "hundred":
            current = (current or 1) * Decimal(100)
        else:
            total, current = total + (current or 1) * _SCALES[part], Decimal(0)
    return _plain(total + current) if parts else Decimal(1)


def _per(source: str, at: int, end: int) -> tuple[int, str | None]:
    """Where the amount ends with what it is paid for each of, if that stands here."""
    match = patterns()["per"].match(source, at, end)
    if not match:
        return at, None
    unit = match["unit"] or match["any"] or match["joined"] or match["slashed"]
    return match.end(), unit or _ADVERBS[match["adverb"]]


def _is_money(
    source: str, word: str, number: re.Match[str], first: int, after: int, large: bool, per: str | None
) -> bool:
    """Whether a word that has other meanings is a currency here; `first` and `after` bound the number and the word."""
    if word == "p":
        figure = number["figure2"] or ""
        return not number["scale2"] and figure not in ("240", "360", "480", "720") and len(figure) < 4
    if word in _NEEDS_FIGURES:
        return large or number["figure2"] is not None or number["vague"] is not None
    if word == "won":
        korean = "Korean" in (number["country"] or "")
        return (large or korean) and not patterns()["won_verb"].match(source, after)
    if word != "pound" or number["country"] or source.startswith(" sterling", after):
        return True
    if patterns()["weighed"].match(source, after):
        return False
    if large or "thousand" in (number["vague"] or "").lower() or per in ("year", "hour", "share", "night", "barrel"):
        return True
    return patterns()["paid"].search(source, max(0, first - 40), first) is not None
