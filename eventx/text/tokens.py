"""Tokens: one compiled pattern, one pass, offsets of the original text."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

# Words that keep their full stop; "U.S." and other dotted letters are found by their shape.
ABBREVIATIONS = (
    "Adm Atty Ave Ala Apr Ariz Ark Assn Aug Bros Brig Calif Capt Cmdr Co Col Colo Conn Corp Cos Cpl Ct Dec Del Dept Dr "
    "Esq Feb Fla Fr Ft Ga Gen Gov Hon Ill Inc Ind Jan Jr Kan Kans Ky La Lt Ltd Maj Mass Md Mfg Mich Minn Miss Mo Mont "
    "Mr Mrs Ms Messrs Msgr Mt Neb Nev Nov Oct Okla Ore Pa Penn Ph.D Pres Prof Pvt Rep Reps Rev Sen Sens Sept Sgt "
    "Sr St Supt Tenn Tex Va Vt Wash Wis Wyo al approx cf dept eg etc ft govt ie lb oz sq viz vs v "
    "DR GOV INC JR MR MRS MS REP SEN SR ST VS"
).split()
# Words that keep it only before a number: "No" and "art" stand at the end of sentences too.
BEFORE_NUMBER = "No Nos p pp vol Vol fig Fig sec Sec art Art ch Ch para Mar Jun Jul c ca".split()
DOMAINS = "com org net gov edu co uk eu ca au io tv info js NET".split()


def _any_of(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def token_pattern() -> re.Pattern[str]:
    """The pattern of a token: dotted letters, abbreviations, numbers, words, clitics, quotation marks, other signs.

    It is one group, so that `split` gives the tokens and what stands between them in turn.
    """
    clitic = r"['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b"
    dotted = r"(?:[A-Za-z]\.){2,8}"
    return re.compile(
        rf"""
        (?=\S)(                                    # no space begins a token: its alternatives need not be tried
        [A-Za-z]++(?=[ ,\n])                       # most words, at once; what follows is for all the others
        | (?:https?://|www\.)[^\s<>"”]{{0,2000}}[^\s<>"”.,:;!?)’']  # addresses
        | [@\#]\w+                                 # accounts and topics
        | \b(?=[A-Za-zÀ-Þ-]{{1,7}}\.)(?:
            {dotted}(?:-(?:{dotted}|[^\W_]+))*      # U.S., a.m., U.S.-led
            | (?:[A-Z]\.){{1,7}}[A-Z]\b(?!\.)      # U.S
            | [A-Z]\.&[A-Z]\.                      # S.&P.
            | (?:{_any_of(ABBREVIATIONS)})\.(?![^\W\d]) # Mr.
            | (?:{_any_of(BEFORE_NUMBER)})\.(?=\s{{0,2}}\d)
            | [A-ZÀ-Þ]\.(?=\s{{0,2}}[A-ZÀ-Þ])          # initials: George W. Bush
            | [DRI]-(?!Iowa|Ohio|Utah|Maine|Idaho|Texas)[A-Z][a-z]{{1,5}}\.  # R-Fla.
        )
        | \d+(?:[.,:]\d+)*[^\W_]*(?:-[^\W_]+)*     # 1.13bn, 10:30, 13-year-old
        | (?<=[^\W_]){clitic}                      # clitics: he’s
        | [^\W_]+(?:
            [-‑&](?:{dotted}|[^\W_]+)              # anti-U.S., AT&T
            | (?!{clitic})['’][^\W_]+              # O’Brien
            | \.(?:{_any_of(DOMAINS)})\b           # Amazon.com
            | [\u0300-\u036f\u00ad][^\W_]*         # letters with a separate accent, soft hyphens
            | (?<=[ÃÂÅÄ])[\u0080-\u00bf][^\W_]+    # letters that were decoded wrongly: FranÃ§ois
        )*
        | '' | ’’ | ‘‘ | `` | \.{{2,}} | -{{2,}}
        | (?<![\w.)\]"”’'])\.\d+(?:-[^\W_]+)*  # $.99, .45-caliber
        | \S
        )
        """,
        re.VERBOSE,
    )


def tokenize(source: str) -> tuple[list[str], list[int], list[int]]:
    """The tokens of a text: their words, and where each starts and ends (code points, half-open).

    >>> tokenize("He’s offered $1.13bn.")[0]
    ['He', '’s', 'offered', '$', '1.13bn', '.']
    """
    parts = token_pattern().split(source)
    edges = list(accumulate(map(len, parts)))
    return parts[1::2], edges[:-1:2], edges[1::2]
