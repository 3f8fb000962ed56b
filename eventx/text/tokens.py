"""Tokens: one compiled pattern, one pass, offsets of the original text."""

from __future__ import annotations

import re
from functools import cache

# Words that keep their full stop; "U.S." and other dotted letters are found by their shape.
ABBREVIATIONS = (
    "Adm Atty Ave Ala Apr Ariz Ark Assn Aug Bros Brig Calif Capt Cmdr Co Col Colo Conn Corp Cpl Ct Dec Del Dept Dr "
    "Esq Feb Fla Fr Ga Gen Gov Hon Ill Inc Ind Jan Jr Kan Kans Ky La Lt Ltd Maj Mass Md Mfg Mich Minn Miss Mo Mont "
    "Mr Mrs Ms Messrs Mt Neb Nev No Nos Nov Oct Okla Ore Pa Penn Ph.D Pres Prof Pvt Rep Reps Rev Sen Sens Sept Sgt "
    "Sr St Supt Tenn Tex Va Vt Wash Wis Wyo al cf dept eg etc ft govt ie lb oz pp viz vol vs v"
).split()


@cache
def token_pattern() -> re.Pattern[str]:
    """The pattern of a token: dotted letters, abbreviations, numbers, words, clitics, quotation marks, other signs."""
    abbreviations = "|".join(sorted(map(re.escape, ABBREVIATIONS), key=len, reverse=True))
    return re.compile(
        rf"""
        (?:https?://|www\.)[^\s<>"”]{{1,2000}}     # addresses
        | [@\#]\w+                                 # accounts and topics
        | \b(?:[A-Za-z]\.){{2,8}}                  # U.S., a.m.
        | \b(?:{abbreviations})\.(?!\w)            # Mr.
        | \b[A-Z]\.(?=\ ?[A-Z])                    # initials: George W. Bush
        | \d+(?:[.,:]\d+)*[^\W_]*(?:-[^\W_]+)*     # 1.13bn, 10:30, 13-year-old
        | (?<=[^\W_])['’](?:s|re|ve|ll|d|m)\b      # clitics: he’s
        | [^\W_]+(?:(?:[-‑&]|['’](?!(?:s|re|ve|ll|d|m)\b)|\.(?=(?:com|org|net|gov|edu|co|uk)\b))[^\W_]+)*
        | '' | `` | \.{{2,}} | -{{2,}}
        | \S
        """,
        re.VERBOSE,
    )


def tokenize(source: str) -> tuple[list[str], list[int], list[int]]:
    """The tokens of a text: their words, and where each starts and ends (code points, half-open).

    >>> tokenize("He’s offered $1.13bn.")[0]
    ['He', '’s', 'offered', '$', '1.13bn', '.']
    """
    spans = [match.span() for match in token_pattern().finditer(source)]
    return [source[start:end] for start, end in spans], [start for start, _ in spans], [end for _, end in spans]
