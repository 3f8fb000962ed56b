"""Quantities in running text: a number with what is counted, neither money nor time: “51%”, “3,000 to 4,000 troops”.

A number is found first; behind it stand a percent sign or a noun that can be counted, with a few adjectives before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from eventx.lexicon.inflection import plural
from eventx.mentions.countries import country_of
from eventx.mentions.money import Amount, find_amounts
from eventx.mentions.numbers import ONES, Number, any_of, before, is_date, joined, number_pattern, read_number

PEOPLE = frozenset(
    "person man woman child boy girl adult youth teenager infant baby human individual resident citizen civilian "
    "inhabitant villager islander neighbour neighbor soldier troop trooper paratrooper marine sailor airman pilot "
    "reservist conscript recruit veteran mercenary peacekeeper fighter militant rebel insurgent guerrilla gunman "
    "militiaman terrorist extremist commando sniper officer policeman policewoman constable detective agent guard "
    "firefighter paramedic medic rescuer responder prisoner detainee captive hostage inmate convict suspect defendant "
    "refugee migrant immigrant evacuee expatriate exile deportee worker employee staffer labourer laborer miner farmer "
    "engineer mechanic driver trucker teacher professor lecturer student pupil graduate nurse doctor midwife physician "
    "surgeon journalist reporter editor correspondent lawyer judge juror prosecutor diplomat ambassador envoy minister "
    "official bureaucrat inspector observer monitor expert scientist researcher economist analyst investor shareholder "
    "creditor customer client consumer shopper user subscriber viewer listener reader visitor tourist traveller "
    "traveler passenger commuter motorist cyclist pedestrian driver pilgrim worshipper believer priest bishop monk nun "
    "voter elector delegate lawmaker legislator senator congressman congresswoman deputy councillor candidate member "
    "volunteer activist protester protestor demonstrator marcher striker rioter supporter opponent fan spectator "
    "patient victim survivor casualty fatality donor recipient applicant claimant taxpayer homeowner tenant pensioner "
    "retiree player athlete runner competitor contestant actor actress musician dancer singer artist guest attendee "
    "participant respondent interviewee relative orphan widow sibling contractor trainee apprentice personnel staff "
    "police crew manager executive director trader broker".split()
)
MEASURES = frozenset(
    "mile kilometre kilometer metre meter centimetre centimeter millimetre millimeter foot inch yard acre hectare ton "
    "tonne kilogram kilo kilogramme gram gramme milligram pound ounce litre liter millilitre milliliter gallon pint "
    "quart barrel bushel carat watt kilowatt megawatt gigawatt terawatt volt calorie decibel degree byte megabyte "
    "gigabyte terabyte knot".split()
)
THINGS = frozenset(
    "share bond unit copy job seat vote ballot signature vacancy ticket pension home house household family apartment "
    "flat room bed building dwelling property village town school hospital clinic church mosque shop store restaurant "
    "hotel branch outlet factory warehouse mine well farm camp tent shelter vehicle car truck lorry bus tractor "
    "motorcycle motorbike bicycle bike ambulance train carriage wagon locomotive jet plane aircraft airliner airplane "
    "aeroplane helicopter drone bomber balloon spacecraft satellite ship vessel boat ferry tanker freighter frigate "
    "destroyer warship submarine trawler yacht container crate box bag sack truckload tank missile rocket warhead bomb "
    "shell bullet mortar grenade landmine gun rifle pistol handgun shotgun firearm weapon howitzer launcher torpedo "
    "dose vaccine vaccination vial syringe mask ventilator pill tablet test case infection death life injury arrest "
    "airstrike explosion blast flight turbine reactor panel phone smartphone computer laptop device machine chip book "
    "page document email letter photograph painting tree animal cow calf pig sheep goat horse dog cat chicken bird "
    "whale elephant fish cattle meal".split()
)
# nouns of several words; “square” and “cubic” stand before any length
PHRASES = frozenset(
    {
        "percentage point", "basis point", "asylum seeker", "metric ton", "metric tonne", "nautical mile", "board foot",
        "kilowatt hour", "megawatt hour", "gigawatt hour", "terawatt hour", "air strike", "troy ounce", "light bulb",
    }
)  # fmt: skip
LENGTHS = "mile kilometre kilometer metre meter centimetre centimeter foot inch yard".split()
SPEEDS = frozenset({"mile", "kilometre", "kilometer"})
# a percentage point may be told by a mere *a*, all else is then only mentioned
POINTS = frozenset({"percentage point", "basis point"})
UNCHANGED = frozenset("aircraft spacecraft personnel staff police sheep fish cattle".split())
IRREGULAR = {"person": "people", "child": "children", "foot": "feet", "life": "lives", "calf": "calves"}
SHORT = {
    "km": "kilometre", "sq km": "square kilometre", "km2": "square kilometre", "cm": "centimetre",
    "kg": "kilogram", "lb": "pound", "lbs": "pound", "oz": "ounce", "ft": "foot", "sq ft": "square foot",
    "sq mi": "square mile", "ha": "hectare", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "TW": "terawatt",
    "kWh": "kilowatt hour", "MWh": "megawatt hour", "GWh": "gigawatt hour", "mph": "mile per hour",
    "kph": "kilometre per hour", "km/h": "kilometre per hour",
}  # fmt: skip
# what may stand between the number and the noun, besides the adjectives of countries
MODIFIERS = frozenset(
    "more other others another new additional extra further fewer less such same different old young elderly adult "
    "small large big great long short top senior junior key leading ordinary armed unarmed heavily lightly injured "
    "wounded dead sick registered eligible likely undecided displaced suspected alleged convicted accused elected "
    "unelected appointed pledged remaining missing stranded trapped hungry homeless jobless unemployed unionized "
    "unionised striking skilled unskilled active retired former current full-time part-time temporary permanent "
    "seasonal local regional national federal state provincial municipal foreign international overseas domestic "
    "public private civil military naval army navy air combat fighter police security border coast special riot "
    "infantry light heavy armoured armored nuclear ballistic cruise anti-tank anti-aircraft surface-to-air long-range "
    "short-range medium-range electoral popular postal absentee legislative parliamentary congressional senate house "
    "party union government opposition independent pro-government pro-russian anti-government coalition allied western "
    "northern southern eastern african asian european latin arab palestinian kurdish african-american black white "
    "hispanic latino muslim christian jewish sunni shiite catholic protestant republican democratic democrat "
    "conservative labour liberal tory socialist gop male female pregnant undocumented illegal unaccompanied "
    "asylum-seeking political religious affordable empty vacant occupied council rental luxury residential commercial "
    "industrial electric hybrid diesel used passenger cargo fishing container oil gas coal wind solar farm factory "
    "office manufacturing construction auto car rail airline health care medical hospital school college university "
    "high-school elementary daily direct indirect common preferred ordinary voting outstanding uncommitted confirmed "
    "reported estimated separate spare standing human".split()
)
HYPHENATED = frozenset({"seat", "member", "person", "worker", "page", "room", "bed", "vote", "dose", "car", "vehicle"})
# what has a number for its name
NUMBERED = (
    r"Boeing|Airbus|Embraer|Bombardier|Cessna|Learjet|Channel|Flight|Route|Highway|Interstate|Group|Area|Division|Local"
    r"|Chapter|Article|Section|Title|Proposition|Level|Phase|Stage|Tier|Category|Class|Type|Formula|Ligue|League|Unit"
    r"|Zone|District|Ward|Platform|Gate|Apollo|Windows|Radio|Studio|[Nn]o\.|[Nn]umber"
)


class Counted(NamedTuple):
    """Code points `start` to `end` (half-open) hold a number and what is counted, `unit`, in the singular.

    It has an `amount`, or `low` and `high` where it is a range, or none of them (“hundreds of troops”).
    """

    start: int
    end: int
    amount: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str


class _Noun(NamedTuple):
    unit: str
    end: int


@cache
def plurals() -> dict[str, str]:
    """The units by their plural.

    >>> plurals()["people"], plurals()["square feet"], plurals()["gunmen"], plurals()["aircraft"]
    ('person', 'square foot', 'gunman', 'aircraft')
    """
    found = {_plural(noun): noun for noun in PEOPLE | MEASURES | THINGS}
    found |= {plural(phrase): phrase for phrase in PHRASES if not phrase.endswith("foot")} | {
        "board feet": "board foot"
    }
    return found | {f"{kind} {_plural(noun)}": f"{kind} {noun}" for kind in ("square", "cubic") for noun in LENGTHS}


@cache
def singulars() -> frozenset[str]:
    """The units, in the singular."""
    return frozenset(plurals().values())


def _plural(noun: str) -> str:
    if noun in UNCHANGED:
        return noun
    if noun.endswith("man") and noun != "human":
        return noun.removesuffix("man") + "men"
    return IRREGULAR.get(noun) or plural(noun)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns by name; white space is one character, and every repetition is bounded.

    >>> patterns()["number"].search("about 3,000 to 4,000 troops")[0]
    '3,000 to 4,000'
    """
    word = r"(?:U\.[SKN]\.|[A-Za-z][A-Za-z0-9-]{0,24}\b)"
    short = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(SHORT, key=len, reverse=True))
    found = {
        "number": number_pattern(r"an?(?=\s(?:percentage|basis)\spoint\b)"),
        "percent": r"\s?%(?!\w)|[\s-](?ai:per[\s-]?cent|pct)\b(?!-?age)",
        "short": rf"[\s-]?(?P<short>{short})(?![\w/-])",
        "hyphened": (
            r"-(?P<noun>(?:(?:square|cubic|percentage|basis|metric|nautical)[\s-])?[A-Za-z]{1,20})(?![A-Za-z]|-[0-9])"
        ),
        "words": rf"(?:\s{word}){{1,5}}",
        "word": word,
        "model": "[A-Z][A-Za-z]{0,3}-?[0-9]{1,3}[A-Z]{0,2}",  # “24 F-16 fighter jets”
        "hour": r"\s(?:an|per)\shour\b",
        "small": "[0-9]{1,4}",
        "recent": "19[5-9][0-9]|20(?!00)[0-4][0-9]",
        "counting": (
            r"\b(?ai:by|to|than|least|most|about|around|roughly|some|nearly|almost|only|just|over|total"
            r"|[a-z]{2,12}ed)\s\Z"
        ),
        "named": rf"\b(?:{NUMBERED})\s\Z",
        # a noun behind the noun would be what is counted: “one town hall”
        "done": (
            r"(?![\w'’-]|\s[a-z])|\s(?:of|in|on|at|to|for|from|by|with|and|or|but|that|who|whose|which|than|per|as|after"
            r"|before|when|while|since|until|because|if|is|was|has|had|will|would|could|can|may|might|must|did|does|dies"
            r"|died|short|away|each|every|a|an|the|his|her|their|its|[a-z]{2,12}(?:ed|ly))\b"
        ),
        "said": r"\b(?:said|says|told|wrote|asked|quoted|according\sto|words\sof)\s\Z",
        "says": r"\s(?:said|says|told|tells|wrote|writes|asked|recalled|explained|noted|added|tweeted|posted)\b",
        "rate": rf"\b(?ai:per|(?:{any_of(ONES)}|[0-9]{{1,3}})\s(?:in|out\sof)(?:\severy)?)\s\Z",
        "pronoun": r"\b(?ai:no|any|every|each|some|this|that|these|those|the|which)[\s-]\Z",
    }
    return {name: re.compile(pattern) for name, pattern in found.items()}


def find_quantities(source: str, start: int, end: int) -> list[Counted]:
    """The quantities between two code-point offsets of the source, in text order and apart from each other.

    >>> [(found.amount, found.unit) for found in find_quantities("It sold a 51% stake and three dozen jets.", 0, 41)]
    [(Decimal('51'), 'percent'), (Decimal('36'), 'jet')]
    """
    found: list[Counted] = []
    amounts = find_amounts(source, start, end)
    ends = [_last(amount).end for amount in amounts]
    for match in patterns()["number"].finditer(source, start, end):
        number = read_number(source, match, start)
        counted = _counted(source, match, number, start, end) if number else None
        if counted is None:
            continue
        money = bisect_left(ends, counted.start + 1)
        if money < len(amounts) and amounts[money].start < counted.end:
            continue
        both = _joined(source, start, found[-1], counted) if found else None
        found[-1:] = [both] if both else [*found[-1:], counted]
    return found


def _last(amount: Amount) -> Amount:
    return _last(amount.equivalent) if amount.equivalent else amount


def _counted(source: str, match: re.Match[str], number: Number, begin: int, end: int) -> Counted | None:
    """The quantity of a number with what stands behind it, if that is counted."""
    at = match.end()
    noun = _percent(source, at, end) or _hyphened(source, match, number, end)
    if noun is None and _is_count(source, match, number, begin):
        noun = _noun(source, at, end, number)
    if noun is None or (noun.unit != "percent" and _is_name(source, match, number, begin)):
        return None
    if number.amount == 1 and not _is_measure(noun.unit) and not _is_one(source, number, noun, begin, end):
        return None
    return Counted(number.start, noun.end, number.amount, number.low, number.high, noun.unit)


def _percent(source: str, at: int, end: int) -> _Noun | None:
    match = patterns()["percent"].match(source, at, end)
    if match:
        return _Noun("percent", match.end())
    match = patterns()["short"].match(source, at, end)
    return _Noun(SHORT[" ".join(match["short"].split())], match.end()) if match else None


def _hyphened(source: str, match: re.Match[str], number: Number, end: int) -> _Noun | None:
    """The noun of “a 300-mile march” or “a 12-seat plane”, in the singular; “a one-man show” counts nothing."""
    found = patterns()["hyphened"].match(source, match.end(), end)
    unit = found["noun"].lower().replace("-", " ") if found else ""
    if not found or unit not in singulars():
        return None
    counted = _is_measure(unit) or (unit in HYPHENATED and number.amount != 1)
    return _Noun(unit, found.end()) if counted else None


def _is_measure(unit: str) -> bool:
    return unit == "percent" or unit in POINTS or unit.rpartition(" ")[2] in MEASURES - {"foot"}


def _noun(source: str, at: int, end: int, number: Number) -> _Noun | None:
    """The noun that is counted behind a number, in the plural, or in the singular behind one and less."""
    match = patterns()["words"].match(source, at, end)
    words = list(patterns()["word"].finditer(source, match.start(), match.end())) if match else []
    found: _Noun | None = None
    for index, word in enumerate(words):
        noun = _unit(words[index : index + 2], number)
        if noun is not None:
            found = noun
        # “five police” are counted, and so are “five police officers”
        if word[0].lower() not in MODIFIERS and not patterns()["model"].fullmatch(word[0]) and not country_of(word[0]):
            break
    hour = patterns()["hour"].match(source, found.end, end) if found and found.unit in SPEEDS else None
    return _Noun(f"{found.unit} per hour", hour.end()) if found and hour else found


def _unit(words: list[re.Match[str]], number: Number) -> _Noun | None:
    """The unit that one or two words name in the form that the number asks for."""
    for count in (2, 1):
        if len(words) >= count:
            form = " ".join(word[0] for word in words[:count]).lower()
            spoken = form if form in plurals() or form in singulars() else form.replace("-", " ")
            many = plurals().get(spoken)
            if many and number.amount != 1:
                return _Noun(many, words[count - 1].end())
            if spoken in singulars() and number.amount is not None and number.amount <= 1:
                return _Noun(spoken, words[count - 1].end())
    return None


def _is_count(source: str, match: re.Match[str], number: Number, begin: int) -> bool:
    """Whether a number counts the noun behind it: not in “no one soldier”, “the two men” and “one in ten people”."""
    introduction = before(source, begin, number.start)
    if patterns()["rate"].search(introduction):
        return False
    words = (match["last"] or "").lower()
    if words in ("half", "quarter"):  # “quarter horses”
        return False
    return not (words in ("one", "two") and patterns()["pronoun"].search(introduction))


def _is_one(source: str, number: Number, noun: _Noun, begin: int, end: int) -> bool:
    """Whether a single one is counted: no other noun follows (“one town hall”), and it is no “one analyst said”."""
    if patterns()["said"].search(before(source, begin, number.start)) or patterns()["says"].match(
        source, noun.end, end
    ):
        return False
    return patterns()["done"].match(source, noun.end, end) is not None


def _is_name(source: str, match: re.Match[str], number: Number, begin: int) -> bool:
    """Whether a number in plain figures is a year, a day or part of a name: “In 1990 troops”, “Channel 4 workers”."""
    figures = match["last"]
    if not figures or number.low is not None or not patterns()["small"].fullmatch(figures):
        return False
    introduction = before(source, begin, number.start)
    if is_date(figures, introduction) or patterns()["named"].search(introduction):
        return True
    # in front of a noun a number such as 2016 is mostly the year: “his 2016 supporters”
    return bool(patterns()["recent"].fullmatch(figures) and not patterns()["counting"].search(introduction))


def _joined(source: str, begin: int, first: Counted, second: Counted) -> Counted | None:
    """The range of two quantities of one unit: “between 2 percent and 3 percent”."""
    if first.unit != second.unit:
        return None
    introduction = before(source, begin, first.start)
    ends = joined(first.amount, second.amount, source[first.end : second.start], introduction)
    return Counted(first.start, second.end, None, *ends, second.unit) if ends else None
