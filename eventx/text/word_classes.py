"""Word classes: what part of speech each word of a sentence is, from counts of its form and from its neighbours.

The letters: N noun, P name, J adjective, R adverb, D determiner, Q pronoun, W relative or question word,
I preposition, T infinitival *to*, C conjunction (*that* included), M number, X modal, B form of *be*, H of *have*,
O of *do*, v verb in base form, z in -s, d past, n past participle, g in -ing, S possessive sign; and for signs:
`,` `;` `.` `-` (dash) `"` (quotation mark) `(` `)` and `~` (any other).
"""

from __future__ import annotations

from functools import cache, lru_cache

from eventx.lexicon import load

VERBS = frozenset("vzdng")
FINITE = frozenset("zdXBHO")
# capital letters make them look like names
PARTY_ADJECTIVES = frozenset(["conservative", "democratic", "liberal", "republican"])
VERBAL = frozenset("vzdngXBHO")
CLITICS = {"'re": "B", "'m": "B", "'ve": "H", "'ll": "X", "'d": "X"}
SIGNS: dict[str, str] = {
    **{sign: sign for sign in (",", ";", ".", "(", ")")},
    **dict.fromkeys([":"], ";"),
    **dict.fromkeys(["!", "?", "…", "..", "...", "...."], "."),
    **dict.fromkeys(["-", "–", "—", "--", "---"], "-"),
    **dict.fromkeys(["“", "”", '"', "''", "``", "«", "»", "„", "‘", "’", "'"], '"'),
    **dict.fromkeys(["[", "{"], "("),
    **dict.fromkeys(["]", "}"], ")"),
    **dict.fromkeys(["$", "£", "€", "¥", "%"], "M"),
}
# determiners that can be a subject: "This appeared to be", "Many hoped to"
STANDING_ALONE = frozenset("all both many most others some that these this those".split())
BEFORE_GERUND = frozenset("after before by despite without".split())
# sentences of so few words are often repeated
FEW_WORDS = 3
# how far back a run of nouns, names or adverbs is looked through
LONGEST_RUN = 12
# plural without an -s
PLURALS = frozenset("children data media men people police women".split())
# verbs with the preposition by which they are known, where they look like nouns
KNOWN_BY = frozenset(
    [("calls", "for"), ("calls", "on"), ("hints", "at"), ("points", "out"), ("points", "to"), ("talks", "about")]
)
# in the place of the classes of a word that is a name where no headline capitalizes all words
CAPITALIZED = "^"
SUBJECT_PRONOUNS = frozenset("i he she it we they you who".split())
FIXED = {
    **dict.fromkeys("be am is are was were been being isn't aren't wasn't weren't ain't".split(), "B"),
    **dict.fromkeys("have has had having haven't hasn't hadn't".split(), "H"),
    **dict.fromkeys("do does did doing don't doesn't didn't".split(), "O"),
    **dict.fromkeys(
        "will would can could may might shall should must cannot won't wouldn't can't couldn't shan't shouldn't "
        "mustn't mightn't needn't ought".split(),
        "X",
    ),
    **dict.fromkeys("who whom whose which what whoever whatever".split(), "W"),
    **dict.fromkeys("and or but nor if because although though unless whereas whether than while".split(), "C"),
    **dict.fromkeys("the a an this these those my your our their its his every each no any some".split(), "D"),
    **dict.fromkeys(
        "i he she it we they you me him us them himself herself itself themselves myself ourselves yourself "
        "something someone somebody anything anyone anybody nothing nobody everything everyone everybody "
        "mine ours yours theirs hers".split(),
        "Q",
    ),
    **dict.fromkeys(
        "of in on at by for with from into onto upon about against between among through during toward towards under "
        "without within across behind beyond despite via per until amid unlike over off out up down around before "
        "after since as along near above below besides except inside outside throughout alongside regarding "
        "including according".split(),
        "I",
    ),
    **dict.fromkeys("not never n't also just still already even only now then too again".split(), "R"),
    **dict.fromkeys("when where why how there here".split(), "R"),
    "to": "T",
    "that": "C",
    "her": "D",
    "like": "I",
    "so": "R",
    "more": "J",
    "most": "J",
    "much": "J",
    "many": "J",
    "several": "J",
    "other": "J",
    "such": "J",
    "all": "D",
    "both": "D",
    "another": "D",
    "either": "D",
    "neither": "D",
    "one": "M",
}
UNKNOWN_ENDINGS = [
    ("ing", "gN"),
    ("ly", "R"),
    ("ed", "dn"),
    ("ous", "J"),
    ("ful", "J"),
    ("ive", "J"),
    ("able", "J"),
    ("izes", "z"),
    ("ifies", "z"),
    ("ize", "v"),
    ("ise", "v"),
    ("ate", "vN"),
    ("ify", "v"),
]


@lru_cache(maxsize=100_000)
def candidates(word: str) -> str:
    """The classes a lower-case word can have, most frequent first."""
    known: str | None = load("word_classes").get(word)
    if known:
        return known.replace("P", "") or known
    if word[0].isdigit():
        return "M" if "-" not in word else "J"
    head, hyphen, tail = word.rpartition("-")
    if hyphen and head:
        if tail in {"year-old", "old", "based", "backed", "led", "term", "called", "style"}:
            return "J"
        last = candidates(tail) if tail else "N"
        return "J" + last if last[0] in "nJdg" else "NJ"
    for prefix in ("re", "un", "out", "over", "mis", "pre"):
        if word.startswith(prefix) and len(word) > len(prefix) + 3 and word[len(prefix) :] in load("word_classes"):
            return candidates(word[len(prefix) :])
    for ending, classes in UNKNOWN_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return classes
    return "N"


def classify(words: list[str], lower: list[str]) -> list[str]:
    """The class of each word of one sentence.

    >>> "".join(classify("He has offered to house them".split(), "he has offered to house them".split()))
    'QHnTvQ'
    """
    if len(words) <= FEW_WORDS:
        return list(_classified(tuple(words), tuple(lower)))
    return _classify(words, lower)


@lru_cache(maxsize=10_000)
def _classified(words: tuple[str, ...], lower: tuple[str, ...]) -> tuple[str, ...]:
    """The classes of a sentence of few words, which texts often repeat."""
    return tuple(_classify(list(words), list(lower)))


def _classify(words: list[str], lower: list[str]) -> list[str]:
    headline = _is_headline(words)
    # a line without a full stop leaves out articles, so that a bare noun behind a verb is its object
    terse = next((word for word in reversed(words) if SIGNS.get(word) != '"'), ".") not in {".", "!", "?"}
    classes: list[str] = []
    previous = "."
    count = len(words)
    for i, (letter, options) in enumerate(map(_known, words)):
        if not letter:
            bare = terse and i > 0 and previous in "NP"
            if options == CAPITALIZED and i and not headline:
                letter = "P"
            elif options in {"", CAPITALIZED}:
                letter = _decide(words, lower, i, previous, classes, headline=headline, bare=bare)
            elif len(options) == 1 and previous not in "TQ" and not (bare and options == "N"):
                letter = options
            else:
                letter = _open_class(options, previous, classes, lower, i, count, bare=bare)
        classes.append(letter)
        if terse and letter in VERBS:
            terse = False
        if letter != "R":
            previous = letter
    if not FINITE.intersection(classes) and len(words) > 3:
        _find_verb(classes, lower)
    return classes


@lru_cache(maxsize=100_000)
def _known(word: str) -> tuple[str, str]:
    """The class of a word wherever it stands; else nothing, and the classes that a word of an open class can have."""
    low = word.lower().replace("’", "'")
    letter = SIGNS.get(word) or FIXED.get(low)
    if letter is None:
        if not word[-1].isalnum() and not word[0].isalnum():
            return "~", ""
        if low[0] == "'":
            return "", ""
        return "", CAPITALIZED if word[0].isupper() else candidates(low)
    by_context = (
        low in _IN_CONTEXT
        or (letter == "Q" and word.isupper() and len(word) == 2 and low != "me")
        or (letter == '"' and word in "’'")
        or (letter == "X" and word[0].isupper() and word[1:].islower())
    )
    return ("", "") if by_context else (letter, "")


@lru_cache(maxsize=100_000)
def _usual(low: str) -> str:
    """The class that a word or sign has most often."""
    return FIXED.get(low) or SIGNS.get(low) or candidates(low)[0]


def _decide(
    words: list[str], lower: list[str], i: int, previous: str, classes: list[str], *, headline: bool, bare: bool
) -> str:
    """The class of a word by what stands around it. `bare` is behind a noun, before any verb, in a terse line."""
    word, low, count = words[i], lower[i], len(words)
    letter = SIGNS.get(word) or FIXED.get(low)
    if letter == "Q" and word.isupper() and len(word) == 2 and low != "me" and not headline:
        return "P"  # the US, IT
    if letter is None:
        if low[0] in "'" and i:
            return CLITICS.get(low) or _possessive_or_be(lower, i)
        if word[0].isupper() and not headline and (i or _starts_with_name(words, low)):
            return "P"
        return _open_class(candidates(low), previous, classes, lower, i, count, bare=bare)
    if low in _IN_CONTEXT:
        return _in_context(word, low, letter, previous, classes, lower, i, count)
    if letter == '"' and word in "’'" and i and lower[i - 1][-1] == "s" and previous in "NP":
        return "S" if i + 1 < count and candidates(lower[i + 1])[0] in "NJg" else '"'
    if letter == "X" and not headline and word[0].isupper() and i and word[1:].islower():
        return "P"
    return letter


def _open_class(
    options: str, previous: str, classes: list[str], lower: list[str], i: int, count: int, *, bare: bool
) -> str:
    letter = _choose(options, previous, classes, lower, i, count)
    return (bare and letter == "N" and _terse_verb(options, lower, i, count)) or letter


def _find_verb(classes: list[str], lower: list[str]) -> None:
    """Gives a sentence without a finite verb the noun that can be one: "The river changes course"."""
    for i in range(1, len(classes) - 1):
        if (
            classes[i] == "N"
            and classes[i - 1] in "NPQ"
            and "z" in candidates(lower[i])
            and (classes[i - 1] == "P" or not lower[i - 1].endswith("s"))
        ):
            classes[i] = "z"
            return
        if classes[i] == "v" and classes[i - 1] in "NPQ":
            return
        if classes[i] == "N" and "v" in candidates(lower[i]) and _is_plural(classes, lower, i - 1):
            classes[i] = "v"
            return


def _is_plural(classes: list[str], lower: list[str], i: int) -> bool:
    if classes[i] == "N" and i < 3:
        return lower[i].endswith("s") or lower[i] in PLURALS
    return lower[i] in {"both", "many", "most", "others", "some"}


_IN_CONTEXT = frozenset(["that", "her", "to", "like", "there", "one", "may", "will", "his"])


SMALL_IN_HEADLINES = frozenset(
    "a after amid an and are as at be but by for from in into is it its nor not of off on onto or out over per so than "
    "that the to up upon via vs who with yet".split()
)


def _is_headline(words: list[str]) -> bool:
    """Whether Nearly All Words Are Capitalized, so that a capital letter does not tell a name."""
    if len(words) < 4 or 2 * sum(map(str.islower, words)) > len(words):
        return False
    letters = [word for word in words if word[0].isalpha() and len(word) > 3]
    if len(letters) < 4 or sum(word[0].isupper() for word in letters) <= 0.8 * len(letters):
        return False
    # a sentence of many names has a verb in lower case: "John Ames met Susan Calloway in Geneva"
    small = sum(word[0].islower() and word not in SMALL_IN_HEADLINES for word in words)
    return small <= len(letters) // 12


def _terse_verb(options: str, lower: list[str], i: int, count: int) -> str | None:
    """The verb that a word of a headline can be: "Mayor calls bus strike off", "Critics hail album"."""
    plural = lower[i - 1].endswith("s")
    if "z" in options and not plural:
        wanted = "z"
    elif "v" in options and plural:
        wanted = "v"
    else:
        return None
    behind = lower[i + 1] if i + 1 < count else "."
    return wanted if behind[0].isalpha() or SIGNS.get(behind, ".") in '"M' else None


def _starts_with_name(words: list[str], low: str) -> bool:
    known = load("word_classes").get(low)
    if known is None:
        return not low.endswith(("ly", "ing")) or low in _proper_words()
    if len(words) > 1 and words[1][0].isupper() and words[1][0].isalpha() and known[0] in "NPJ":
        return True
    return "P" in known


@cache
def _proper_words() -> frozenset[str]:
    """Names that end as adverbs and participles do: "Emily", "Italy", "Beijing"."""
    countries = load("countries").values()
    places = [name for row in countries for name in (*row["names"], *row["governments"])]
    names = [*load("given_names"), *load("surnames"), *load("places"), *places]
    return frozenset(name.lower() for name in names if name.endswith(("ly", "ing")))


def _possessive_or_be(lower: list[str], i: int) -> str:
    if lower[i] != "'s":
        return '"'
    before = FIXED.get(lower[i - 1])
    if before in {"Q", "W"} or lower[i - 1] in {"that", "there", "here", "how", "where", "let"}:
        return "B"
    following = lower[i + 1] if i + 1 < len(lower) else "."
    if following in {"the", "a", "an", "not", "no", "been", "going", "ever", "never", "also", "to", "so"}:
        return "B"
    return "S"


def _in_context(
    word: str, low: str, letter: str, previous: str, classes: list[str], lower: list[str], i: int, count: int
) -> str:
    following = lower[i + 1] if i + 1 < count else "."
    ahead = _usual(following)
    if low == "that":
        if previous == "I" and classes and classes[-1] == "I":
            return "D"
        if ahead in "XBHO" or (ahead in "zd" and following not in SIGNS):
            return "W" if previous in "NPQM" else "Q"
        if ahead in ',.;"' and previous not in VERBAL:
            return "Q"
        return "C"
    if low == "her":
        return "D" if ahead in "NJgnPM" or (ahead == "D" and following not in FIXED) else "Q"
    if low == "his":
        return "Q" if ahead in ',.;IC"' else "D"
    if low == "to":
        if "v" in (FIXED.get(following) or candidates(following)) or ahead in "RBHO":
            return "T"
        # a word nobody has counted, with an object behind it, is a verb
        unknown = following.isalpha() and following not in load("word_classes") and following not in FIXED
        return "T" if unknown and i + 2 < count and FIXED.get(lower[i + 2], ".") in "DQI" else "I"
    if low == "like":
        return "v" if previous in "TXO" or (i and lower[i - 1] in {"i", "we", "you", "they"}) else "I"
    if low == "there":
        return "Q" if ahead in "BXH" else "R"
    if low == "one":
        return "M" if ahead in "NJIMDg" else "Q"
    if low in {"may", "will"} and i and word[0].isupper() and (ahead in "M," or previous == "I"):
        return "P"
    if word == "Will" and ahead in "zd":
        return "P"
    return letter


def _choose(options: str, previous: str, classes: list[str], lower: list[str], i: int, count: int) -> str:
    """One of a word's possible classes, by what stands before and behind it."""
    if len(options) == 1 and previous not in "TQ":
        return options
    following = lower[i + 1] if i + 1 < count else "."
    ahead = _usual(following)
    last = classes[-1] if classes else "."
    word_before = lower[i - 1] if i else ""
    if "d" in options and "n" in options and previous not in "BH":
        told = _past_or_participle(word_before, last, ahead)
        if told:
            return told
    if previous in "TXO" and last in "TXOR":
        if "v" in options or last == "T":
            return "v"
    elif previous == "H" and last in "HR":
        if "n" in options:
            return "n"
    elif previous == "B" and last in "BR":
        return _first_of(options, "nJg" if "J" in options and options[0] == "J" else "ngJNR")
    elif last in "DSJM":
        return _before_noun(options, ahead, following)
    elif last == "I":
        if "g" in options and (ahead in "DPQTMICW" or options[0] == "g" or word_before in BEFORE_GERUND):
            return "g"
        return _first_of(options, "NJgMnPR")
    elif word_before == "whose":
        return _before_noun(options, ahead, following)
    elif last == "W" and options[0] == "N" and ahead in "dzXBH":
        return "N"  # "what police described"
    elif word_before in {"he", "she"} and lower[i][-1] == "s" and "v" in candidates(lower[i][:-1] or "s"):
        return "z"
    elif (last == "Q" and word_before in SUBJECT_PRONOUNS) or last == "W":
        return _first_of(options, "zdvR" if word_before in {"he", "she", "it", "who", "which"} else "vdzR")
    elif last in "NPQ)" or (last == "R" and previous in "NPQW)"):
        return _after_noun(options, classes, ahead, following, lower, i)
    elif last in ",-" and "g" in options and ahead in "DPQTCM":
        return "g"
    elif last in ',-("' and "d" in options and "n" in options:
        return "n" if following in {"by", "as", "of", "to", "in", "on"} and options[0] == "n" else "d"
    if "d" in options and "n" in options and not classes:
        return "n"
    return options[0]


def _past_or_participle(word_before: str, last: str, ahead: str) -> str | None:
    """What a form in -ed is where its neighbours tell: "when asked", "and opposed it", "This appeared to be"."""
    if word_before in {"if", "once", "though", "unless", "when"}:
        return "n"
    if word_before in PARTY_ADJECTIVES and ahead == "N":
        return "n"  # "Democratic registered voters"
    if (last in ",-CR" and ahead in "DPQ") or (word_before in STANDING_ALONE and ahead == "T"):
        return "d"
    return None


def _before_noun(options: str, ahead: str, following: str) -> str:
    """After a determiner, a possessive, an adjective or a number: an adjective before a noun, else a noun."""
    if options[0] in "dn" and "d" in options and ahead in "DQCW":
        return "d"  # "many said the bridge"
    if ahead in "NPJ" and following not in SIGNS:
        return _first_of(options, "JngNPM")
    return _first_of(options, "NJngPMR")


def _after_noun(options: str, classes: list[str], ahead: str, following: str, lower: list[str], i: int) -> str:
    last = classes[-1]
    if "n" in options and "d" in options:
        return "n" if following == "by" else "d"
    if last == "R":
        return _after_adverb(options, classes, lower, i) or options[0]
    verbs = [option for option in options if option in "vzd"]
    plural = lower[i - 1].endswith("s") or lower[i - 1] in PLURALS
    if not verbs:
        return "N" if "N" in options and ahead in ".,;" else options[0]
    if options[0] in "NJ":
        if last == "P":
            plural = "v" in verbs and plural
        fits = ("z" in verbs and not plural) or ("v" in verbs and plural) or "d" in verbs
        object_follows = ahead in 'DQPTCW"RM' or following in {"$", "£", "€"}
        if last != "P" and ahead in "R":
            object_follows = False
        already = any(letter in "zd" for letter in classes[-4:]) or _inside_phrase(classes)
        if last == "P" and "z" in verbs and (_closes_quotation(classes, ahead) or (lower[i], following) in KNOWN_BY):
            return "z"
        return verbs[0] if fits and object_follows and not already else options[0]
    if "v" in verbs and len(verbs) == 1 and last in "NP" and not plural and "N" in options:
        return "N"
    return verbs[0]


def _inside_phrase(classes: list[str]) -> bool:
    """Whether the nouns so far hang on a preposition: "the use of executive orders"."""
    before = next((letter for letter in classes[:-LONGEST_RUN:-1] if letter not in "NJ"), ".")
    return classes[-1] == "N" and before == "I"


def _closes_quotation(classes: list[str], ahead: str) -> bool:
    """Whether a name behind a quotation or a comma is followed by the end of its clause: "…,” Conway notes."."""
    before = next((letter for letter in classes[:-LONGEST_RUN:-1] if letter != "P"), ".")
    return ahead in ".," and before == '"'


def _after_adverb(options: str, classes: list[str], lower: list[str], i: int) -> str | None:
    """The verb that a word after a noun and an adverb is: "the law unfairly targets", "who strongly support"."""
    at = len(classes) - 1
    while at > 0 and classes[at] == "R" and len(classes) - at < LONGEST_RUN:
        at -= 1
    relative = lower[at] in SUBJECT_PRONOUNS
    plural = lower[at].endswith("s") or relative
    wanted = [
        option for option in options if (option == "z" and (not plural or relative)) or (option == "v" and plural)
    ]
    manner = lower[i - 1].endswith("ly")
    return wanted[0] if wanted and (manner or options[0] in "vz") else None


def _first_of(options: str, wanted: str) -> str:
    for letter in wanted:
        if letter in options:
            return letter
    return options[0]
