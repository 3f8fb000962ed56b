"""What the words around a date tell about it: whether they look on to it, and whether a vote is held on it.

“Smith will resign on Friday” means the next Friday, “Smith resigned on Friday” the last one. A cue looks on to the
dates behind it in its clause; a verb of telling, or one in the past, takes the dates behind it away again.
"""

from __future__ import annotations

import re
from functools import cache

from eventx.mentions.date_patterns import with_any_space

_REACH, _REACH_TO_VOTE, _SHORT_REACH = 60, 90, 20

_CUE = (
    r"\b(?:(?:will|shall|may|might|must|could(?! not be reached)|won[’']t)(?! (?:not )?have\b)"
    r"|[’']ll|(?:is|are|be|[’']s|[’']re) (?:(?:also|now|not|still|all|currently|widely) )?"
    r"(?:(?:set|due|scheduled|expected|likely|poised|slated|going|about to|planned)\b|to\b)"
    r"|(?:plan|intend|hope|aim|expect)s? to|plans for|(?<!was )(?<!were )going to|upcoming)(?!\w)"
)
_OPENERS = "who|which|that|after|since|because|when|as|while|where|whose|but|than"
# participles among them count in clauses of their own only: “will be held on Friday”
_PAST = (
    "(?:began|came|went|took|made|gave|met|won|lost|left|fell|rose|broke|sent|spoke|held|saw|found|got|beat|led|died|ran"
    r"|(?!need|proceed|succeed|exceed|speed)\w{2,20}ed)\b"
)
_TELLING = (
    "(?:said|says|told|tells|added|announced|reported|wrote|tweeted|warned|argued|declared|stated|noted|insisted"
    r"|claimed|testified|explained|acknowledged|confirmed|conceded|admitted|predicted|vowed|promised|suggested)\b"
)
_ABBREVIATED = (
    r"(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Sen)(?<!Gov)(?<!Rep)(?<!Gen)(?<!St)(?<!Lt)(?<!Col)(?<!Jr)(?<!Jan)(?<!Feb)(?<!Aug)"
    r"(?<!Sept)(?<!Oct)(?<!Nov)(?<!Dec)(?<!\b[A-Z])(?<![ap]\.m)"
)
_SENTENCE_END = rf"(?:[!?;]|{_ABBREVIATED}\.)[”\"’')]?\s|\n\s?\n"
_STOP = (
    rf"{_SENTENCE_END}|(?<!\bbe )(?<!been )\b{_TELLING}|\b(?:was|were|had|did)\b"
    rf"|\b(?:{_OPENERS})\b[^;]{{0,60}}?\b{_PAST}"
    r"|\b(?:because of|response to|wake of)\b|\b(?:since|after|following)(?: (?:late|early|the|last|on|in)){0,2} \Z"
)
# what happens unannounced lies behind where a day is said of it, “will appeal Monday's ruling”, and so do reports
_UNFORESEEN = (
    r"[’']s? (?:[a-z-]{1,20} ){0,2}(?:attacks?|shootings?|rulings?|decision|report|announcement|crash|bombings?"
    r"|killings?|violence|explosions?|blasts?|statement|letter|defeat|loss|win|victory|incident|earthquake|verdict"
    r"|arrests?|agreement|deal)\b"
    r"|(?! (?:to|in|on|at|for|after|with|and|when|as|the|an?)\b)(?: [a-z-]{1,20}){0,2} (?:reports?|data|figures)\b"
)
_WHICH_BALLOT = (
    "(?:(?:[Gg]eneral|[Pp]residential|[Pp]rimary|[Cc]ongressional|[Pp]arliamentary|[Nn]ational|[Ss]tate|[Ll]ocal|[Ss]pecial"
    "|[Ff]ederal|[Rr]epublican|[Dd]emocratic|GOP|[Kk]ey|[Cc]rucial|[Ll]egislative|[Mm]idterm|[Ss]nap|[Rr]ecall|[Cc]ounty"
    "|[Mm]ayoral|[Rr]egional|[Mm]unicipal|[Rr]unoff|Senate|House|[Nn]ominating) ){0,2}"
)
_BALLOT = (
    "(?:[Ee]lections?|[Pp]rimary|[Pp]rimaries|[Cc]aucus(?:es)?|[Vv]otes?|[Rr]eferendum|[Rr]un-?off|[Bb]allot|[Mm]idterms"
    r"|[Cc]ontests?)\b"
)
_VOTE = (
    rf"{_WHICH_BALLOT}{_BALLOT}"
    r"(?! (?:debates?|voters?|results?|campaigns?|season|officials?|polls?|board|law|victory|win|loss)\b)"
)
_VOTED = (
    r"\b(?:won|winning|beat|defeated|lost|finished|swept|carried|earned|took|cast|voted|held|gave|rejected|after|since"
    r"|following|had|was|were|from|wake of|defeating|beating|trouncing|prevailed|victory|victories|winner|triumph)\b"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    forms = {
        "cue": _CUE,
        "stop": _STOP,
        "past": rf"\b{_PAST}",
        # a participle before the date has its date to itself: “will study a report published on Friday”
        "participle": rf"\b{_PAST}(?: (?:on|in))? \Z",
        "passive": rf"\b(?:be|been|being|get) (?:[a-z]{{1,20}}(?: and)? )?{_PAST}(?: (?:on|in))? \Z",
        "unforeseen": _UNFORESEEN,
        "opening": rf"(?:{_SENTENCE_END}|\n|[“\"])(?:On |In |By )?\Z",
        "clause": rf"{_SENTENCE_END}|[:—“]|, (?:and|but|while|as)\b|\bthat\b",
        "of vote": rf"[’']s? {_VOTE}|(?<!day) {_VOTE}",
        "of vote on a day": rf"[’']s? {_VOTE}| {_VOTE}",
        "vote before": rf"\b{_BALLOT}(?: (?:on|in))? \Z",
        "voted": _VOTED,
        "to come": r"\b(?:before|ahead of|prior to|heading into|going into|until|toward)(?: [\w’'-]{1,20}){0,5} \Z",
        "went": rf"[^.,;:\n]{{0,30}}?\b(?:was|were|showed|{_PAST})",
    }
    return {name: re.compile(with_any_space(form), re.ASCII) for name, form in forms.items()}


def is_of_vote(source: str, start: int, end: int) -> bool:
    """Whether the date at these code points is that of an election to come: “the Nov. 8 election”, “Tuesday's primary”.

    Where the words around tell how it went (“won Tuesday's primary”) it has passed.
    """
    patterns, before = _patterns(), source[max(0, start - _REACH_TO_VOTE) : start]
    determined = before.rstrip().endswith((" the", " a", "’s", "'s"))
    vote = patterns["of vote on a day" if determined else "of vote"].match(source, end)
    if vote is None and not patterns["vote before"].search(before, len(before) - _SHORT_REACH):
        return False
    if patterns["went"].match(source, vote.end() if vote else end):
        return False
    clause = before[max((stop.end() for stop in patterns["clause"].finditer(before)), default=0) :]
    told = patterns["voted"].search(clause) or (None if vote else patterns["past"].search(clause))
    return not told or patterns["to come"].search(clause) is not None


def looks_ahead(source: str, start: int, end: int) -> bool:
    """Whether the clause of the date at these code points looks on to it: “will meet on Friday”.

    A cue behind the date counts where the date opens the sentence: in “On Friday, voters will decide”, and not in
    “said on Friday it will”.
    """
    patterns, before = _patterns(), source[max(0, start - _REACH) : start]
    if not before or before in ("On ", "In ", "By ") or patterns["opening"].search(before, len(before) - _SHORT_REACH):
        behind = source[end : end + _REACH]
        cue = patterns["cue"].search(behind)
        words = behind[: cue.start()] if cue else ""
        return cue is not None and not patterns["stop"].search(words) and not patterns["past"].search(words)
    cues = [cue.end() for cue in patterns["cue"].finditer(before)]
    between = before[cues[-1] :] if cues else ""
    if not cues or patterns["stop"].search(between) or patterns["unforeseen"].match(source, end):
        return False
    return not patterns["participle"].search(between) or patterns["passive"].search(between) is not None
