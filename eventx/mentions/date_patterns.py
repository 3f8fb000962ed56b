"""The patterns by which dates are found: the pieces they share, and one pattern for each kind of date."""

from __future__ import annotations

import re
from functools import cache

# In these pieces a space stands for one character of white space, and every repetition is bounded.
# fmt: off
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]
ONES = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# days that bear a name have no date that the nearest weekday could give
_NAMED_DAYS = [
    "Black", "Good", "Super", "Ruby", "Bloody", "Palm", "Easter", "Cyber", "Fat", "Ash", "Shrove", "Holy", "Maundy",
    "Casual", "Freaky", "Sheffield", "Giving", "Mail on", "Sun on", "Independent on",
]
# fmt: on
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SURE_MONTH = "(?:January|February|July|September|October|November|December)"
NAME_MONTH = "(?:March|April|May|June|August)"  # also names and verbs, so these need a sign that a month is meant
LONG_MONTH = f"(?:{SURE_MONTH}|{NAME_MONTH})"
MONTH = rf"(?:{LONG_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
DAYS = rf"{DAY}(?:(?:[-–—]| to | and ){DAY})?"
YEAR = r"(?:1[5-9]|20)\d\d"
SEASON = "(?:spring|summer|autumn|fall(?! (?:in|from|of) (?!(?:1|2)))|winter)"
START = r"(?<![\w$£€])(?!(?<=\d[.,:/–-])\d)"
END = r"(?![\w%]|[-–—.,:/]\d|-[a-z])"
EDGE = "(?:[Tt]he )?(?:very )?(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|close|rest|remainder) of (?:the month of )?"
IN = "(?:[Ee]arl(?:y|ier)|[Ll]ater?)(?: on)? in "
LATE = "(?:[Vv]ery )?(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater|[Mm]id)[ -](?:on |in |at )?"
BOTH = f"(?:{EDGE})?(?:{LATE})?"
PART = "(?: (?:early |late |mid-)?(?:morning|afternoon|evening|night))?"
ZONE = (
    r"(?:(?:[ECMP][SD]?T|CES?T|GMT|UTC|BST|(?:[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific)"
    r"(?: (?:[Ss]tandard|[Dd]aylight))?(?: [Tt]ime)?|local time)\b)"
)
CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.m\.|[ap]m\b|[AP]M\b)|\d{1,2}:\d\d|[Nn]oon|[Mm]idnight"
    rf"|[0-2]\d[0-5]\d(?= (?:GMT|UTC|BST)\b))(?: {ZONE})?"
)
AT = f"(?:{CLOCK},? (?:on )?)?"
THEN = f"(?:,? at (?:about |around )?{CLOCK})?"
QUANTITY = (
    rf"(?:\d{{1,4}}(?:\.5)?|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(ONES[:9])}))?|{'|'.join(reversed(ONES))}"
    "|an? (?:few|couple(?: of)?|dozen|hundred)|two dozen|half an?|(?:one|two|three)[ -]and[ -]a[ -]half|several|many"
    "|an?)"
)
UNIT = "(?:minute|hour|day|week|fortnight|month|year|decade)"
LAST = "(?:[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext)"
THAT = "(?:[Tt]hat(?: same)?|[Tt]he (?:very )?(?:next|following|previous|same))"
ABOUT = "(?:(?:about|around|some|roughly|just|nearly|almost|over|more than|less than|at least|barely) )?"
NOT_COUNTED = (
    r"(?! (?:people|residents|workers|jobs|employees|cases|years|times|miles|feet|pounds|dollars|euros|troops|soldiers"
    r"|votes|points|men|women|children|students|migrants|refugees|members|seats|homes|hours|days|meters|metres"
    r"|kilomet(?:er|re)s|tons|tonnes|percent|per|million|billion|registered|likely|voters|adults)\b)"
)
NO_NAME = (
    "".join(f"(?<!{word} )" for word in _NAMED_DAYS)
    + r"(?!(?<=News )Sunday)(?!(?:(?<=[’']s man )|(?<=\bhis man )|(?<=\bher man )|(?<=\bmy man ))Friday)"
)
NO_TITLE = (
    r"(?! (?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Agreement|Service|School|Addams"
    r"|[Nn]ight (?:Live|Football|Lights|Fever|Massacre)|mornings|afternoons|evenings|nights)\b)"
)


# “the day before” tells a day where nothing follows that it could stand before
CLOSED = r"(?=[.,;:!?”\"’')]|\Z| (?:and|but|at|in|when|with|from|as|who|which)\b)"
# not in behind a bare “in”: “in 2016 Wall Street rallied”
NO_ADDRESS = (
    r"(?!(?<!\b[Ii]n \d\d\d\d) (?:[A-Z][a-z]{1,20} ){1,2}(?:Avenue|Street|Road|Boulevard|Drive|Lane|Ave\.|St\.|Rd\.))"
)


def _after(words: str) -> str:
    """A condition on what stands before: one of the words and a space."""
    return "(?:" + "|".join(rf"(?<=\b[{word[0]}{word[0].upper()}]{word[1:]} )" for word in words.split()) + ")"


def _weekday_form() -> str:
    which = "(?:(?:[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he (?:following|previous)) )?"
    week = "(?:(?: of)? (?:last|this|next) week)?"
    return rf"{AT}(?:{LATE})?{which}{NO_NAME}{WEEKDAY}{NO_TITLE}{week}{PART}{THEN}"


def _month_form() -> str:
    weekday = rf"(?:(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?){PART},? )?"
    dated = rf"(?:{MONTH} {DAYS}|(?:[Tt]he )?{DAYS} (?:of )?{MONTH})(?:,? {YEAR}(?!\d|[-,]\d))?"
    which = f"(?:{LAST}|[Tt]he (?:following|previous))"
    neighbour = "|".join(rf"(?<=\b{month} {word} )" for month in MONTHS for word in ("and", "to", "or"))
    spoken = r"(?! [A-Z]|(?:[’']s)? (?:said|says|told|who|will|has)\b)"
    # the government of Mrs May
    verb = r"(?:for|and|was|has|had|that|who|will|said|says|told|government|cabinet|ministry)\b"
    owner = f"(?:{_after('a the an this that its his her their upcoming')}|(?<=[’']s ))"
    bare = (
        rf"{NAME_MONTH}(?= (?:and|to|through|until|or) {LONG_MONTH})|(?:{neighbour}){NAME_MONTH}"
        rf"|{_after('in since until till during through')}{NAME_MONTH}(?! Madness)"
        rf"|(?:{_after('by from before of for to after')}|(?<=\d\d\d\d and )){NAME_MONTH}{spoken}"
        rf"|(?:{EDGE}|(?:[Ee]arly|[Ll]ate|[Mm]id)[ -])(?:in )?{NAME_MONTH}"
        rf"|{owner}{NAME_MONTH}(?= (?!{verb})[a-z]{{3}})"
    )
    return (
        rf"(?:{AT}{weekday}(?:{LATE})?(?!Sept(?:ember|\.) 11 (?:terror|attack|hijack)){dated}{THEN}{NOT_COUNTED}"
        rf"|{BOTH}(?:{MONTH}(?:,| of)? {YEAR}|{which} {LONG_MONTH}|{LONG_MONTH}(?: of)? {LAST} year"
        rf"|(?<!Black ){SURE_MONTH})|{bare})"
    )


def _unit_form() -> str:
    not_own = (
        r"(?<!\b[Tt]he )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bits )(?<!\bmy )(?<!\bour )(?<!\byour )(?<![’']s )"
    )
    period = f"(?:week(?:end)?|month|year|decade|{SEASON})"
    long_period = "(?:week|month|year|decade)"
    return (
        rf"(?:(?:[Tt]he )?(?:last|past|next|coming) {QUANTITY} {UNIT}s(?! of\b)"
        rf"|[Tt]he (?:last|past|coming) {long_period}(?! of\b)|[Tt]he (?:past|coming) {UNIT}s(?! of\b)"
        rf"|(?ai:{ABOUT}(?:{QUANTITY} {UNIT}s?(?: and a half)?|{UNIT}s))"
        r" (?:ago|earlier|later|from now|hence)(?! than\b)"
        rf"|(?<=\b[Ii]n )(?:about )?{QUANTITY} {UNIT}s?[’']s? time"
        rf"|(?<!\b[Ff]or )(?:[Tt]he {UNIT}|(?ai:{QUANTITY}) {UNIT}s?) (?:before|after){CLOSED}"
        rf"|{BOTH}{not_own}{LAST} {period}"
        rf"|(?:{EDGE}|{IN})the (?:{long_period}|weekend|day(?<!of the day))(?! of\b)"
        rf"|{_after('over at during on of')}the weekend|(?:{LATE})?{THAT} (?:day|{long_period})"
        rf"|{BOTH}(?:the )?{SEASON}(?: of)? {YEAR})"
    )


def _near_form() -> str:
    part = "(?:night|morning|afternoon|evening)"
    return (
        rf"(?:[Tt]he day (?:before yesterday|after tomorrow)|{AT}(?:(?:{LATE})?(?:[Tt]oday|[Yy]esterday|[Tt]omorrow"
        rf"|[Tt]onight){PART}|[Ll]ast (?:night|evening)|[Tt]his {part}|(?:{LATE})?{THAT} {part}){THEN}"
        rf"|[Tt]he (?:night|morning|evening) (?:before|after){CLOSED})"
    )


def _quarter_form() -> str:
    which = rf"(?: of)?,? (?:fiscal (?:year )?)?(?:{YEAR}|(?:last|this|next|the) year)"
    return (
        rf"(?:{BOTH}(?:(?:[Tt]he )?(?:first|second|third|fourth|final|last)[ -]quarter{which}|[Qq][1-4]{which}"
        rf"|(?:[Ll]ast|[Tt]his|[Nn]ext) quarter)|{EDGE}the quarter|(?:[Tt]he )?(?:first|second|latter)[ -]half{which})"
    )


def _year_form() -> str:
    context = _after("in since by until till from during before after through throughout between for into")
    number = "".join(
        rf"(?<!\b{word} of )" for word in ["number", "total", "crowd", "group", "average", "maximum", "staff"]
    )
    listed = "|".join(rf"(?<=\d\d\d\d{word} )" for word in (" to", " and", " or", ","))
    # not behind a capital inside a sentence: the band The 1975
    named = _after("the a his her its their our my this that") + r"(?:(?<!\w The )|(?=\d{4} [A-Z]))"
    through = rf"(?= (?:to|through|until) {YEAR}(?:[.,;:!?)”]|\Z| (?:and|in|at|as|by|for|under|when|while|with)\b))"
    what = (
        r"(?= (?:is|was|has|will|saw|presidential|elections?|campaign|race|report|law|deal|agreement|accord|treaty|pact"
        r"|interview|speech|study|referendum|war|crisis|attacks?|budget|season|nuclear|climate|peace|World|Olympics)\b)"
    )
    return (
        r"(?:\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?|\d{1,2}/\d{1,2}/\d{4}"
        r"|[Tt]he (?:early |late |mid-)?(?:1[5-9]|20)\d0[’']?s"
        rf"|{YEAR}[-–—/](?:{YEAR}|\d{{1,2}})(?![-–—/])|(?:{EDGE}|{LATE}){YEAR}"
        rf"|(?:{context}|{number}{_after('of')}|{listed}|(?<=\bback to )|(?<=\bprior to )|(?<=\bforward to ))"
        rf"{YEAR}{NOT_COUNTED}{NO_ADDRESS}|{YEAR}{through}"
        rf"|(?:{named}|(?<=[’']s )){YEAR}(?= [A-Za-z]){NOT_COUNTED}|{YEAR}{what}|(?<=\(){YEAR}(?=\)))"
    )


def with_any_space(form: str) -> str:
    """A form in which a blank stands for any white space, a line end of two characters included.

    Behind the point of matching Python needs a fixed width: there it is one character.
    """
    form = re.sub(r"\(\?<[=!][^()]*\)", lambda behind: behind[0].replace(" ", r"\s"), form)
    return form.replace("[ -]", r"[\s-]").replace(" ?", r"\s{0,2}").replace(" ", r"\s{1,2}")


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """One pattern for each kind of word that a date is found by; `anchor` finds these words.

    >>> patterns()["anchor"].search("late on Monday").lastgroup, patterns()["weekday"].search("late on Monday")[0]
    ('weekday', 'late on Monday')
    """
    forms = {
        "weekday": _weekday_form(),
        "month": _month_form(),
        "unit": _unit_form(),
        "near": _near_form(),
        "quarter": _quarter_form(),
        "year": _year_form(),
    }
    found = {
        name: re.compile(with_any_space(START + form + END).replace(r"\d", "[0-9]")) for name, form in forms.items()
    }
    # most words are left at their first letter, which halves the time of the search
    found["anchor"] = re.compile(
        rf"\b(?=[A-Zadefhmnqstwy12])(?:(?P<weekday>{WEEKDAY})\b|(?P<month>{MONTH})|(?P<near>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight"
        rf"|night|morning|afternoon|evening)\b|(?P<unit>(?ai:{UNIT})s?|weekend|spring|summer|autumn|fall|winter)\b"
        r"|(?P<quarter>quarter|half|[Qq][1-4])\b|(?P<year>(?:1[5-9]|20)[0-9]{2})(?![0-9]))"
    )
    return found
