"""Sentences within paragraphs, by the full stop's surroundings (see docs/decisions.md for the splitters compared)."""

from __future__ import annotations

from eventx.text.quotations import ANY_MARK, DOUBLE_OPEN

STOPS = ".!?…"
TERMINATORS = frozenset([".", "!", "?", "…", "..", "...", "...."])
CLOSERS = ANY_MARK | frozenset(")]")
OPENERS = frozenset('“„«‘"([') | {"''", "``", "'"}
MARKERS = frozenset("•@#")
DASHES = frozenset(["—", "–", "--", "-"])
# A dotted abbreviation ends a sentence only before one of these: "in the U.S. The", not "the U.S. Senate".
STARTERS = frozenset(
    "a according after all also although amid among an and another any anyone are as asked at because before besides "
    "both but by can despite did do does during each either even everyone few for from had has have he her here his "
    "how however i if in instead is it its just later let many maybe meanwhile mr. mrs. ms. my neither nevertheless no "
    "nobody none nor not nothing now of on once only or others our over perhaps recently several she should since so "
    "some someone something still such that the their then there these they this those though thus to today until was "
    "we were what when where whether which while who why with within without would yes yesterday yet you your".split()
)
# Capitalized in mid-sentence, these tell a headline, where a capital letter starts nothing.
CAPITALS_OF_HEADLINES = frozenset("A An And As At By For From In Of On Or The To With".split())
NEVER_LAST = frozenset(
    "adm. atty. brig. capt. cf. cmdr. col. cpl. dr. e.g. eg. fr. gen. gov. hon. i.e. ie. lt. maj. messrs. mr. mrs. ms. "
    "msgr. mt. no. nos. pres. prof. pvt. rep. reps. rev. sen. sens. sgt. supt. v. viz. vs.".split()
)
# After the time of day a capital letter starts a sentence, unless it is one of these or a time zone (EST).
AFTER_HOURS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december eastern central mountain pacific greenwich local".split()
)
COMPANIES = frozenset("bros. co. corp. cos. inc. ltd.".split())
COMPANY_NOUNS = frozenset(
    "analyst attorney board ceo chairman chairwoman chief co-founder director employee executive executives founder "
    "headquarters lawyer manager owner president shareholders shares spokesman spokeswoman stock vice".split()
)
STATES = frozenset(
    "ala. ariz. ark. calif. colo. conn. d.c. del. fla. ga. ill. ind. kan. kans. ky. la. mass. md. mich. minn. miss. "
    "mo. mont. n.c. n.d. n.h. n.j. n.m. n.y. neb. nev. okla. ore. pa. r.i. s.c. s.d. tenn. tex. va. vt. wash. wis. "
    "wyo.".split()
)
# A letter behind one of these is no initial.
LETTERED = frozenset(
    "block class exhibit gate grade group hepatitis item part pier plan platform section team terminal type vitamin "
    "war".split()
)
REPORTING = frozenset(
    "said says asked asks told wrote writes added replied responded tweeted posted shouted yelled cried exclaimed "
    "demanded wondered inquired joked quipped continued insisted declared".split()
)
# Behind a reporting verb these tell that it reports something else: “Why?” Lee said that …
OTHER_REPORT = frozenset("that he she it they we i there".split())
AUXILIARIES = frozenset("is are was were has have had will would can could did does do should must".split())
LOOK_AHEAD = 16


def split_sentences(
    words: list[str], starts: list[int], ends: list[int], paragraph: tuple[int, int], most: int
) -> list[tuple[int, int]]:
    """The sentences of one paragraph as token ranges, half-open; none longer than `most` tokens.

    >>> words = "Gov . Lee left . He won .".split()
    >>> split_sentences(words, [0] * 8, [0] * 8, (0, 8), 100)
    [(0, 2), (2, 5), (5, 8)]
    """
    first, last = paragraph
    found: list[tuple[int, int]] = []
    begin = after = first
    for i in [i for i in range(first, last) if words[i][-1] in STOPS or words[i] in DASHES]:
        if i < after:
            continue
        word = words[i]
        if word in TERMINATORS or word.strip(".") == "":
            after = _behind_closers(words, starts, ends, i + 1, last)
            ended = _is_end(words, begin, i, after, last)
        elif word in DASHES:
            ended = _breaks_off(words, starts, ends, i, last)
            after = i + 2 if ended else i + 1
        elif word[0].isalpha():
            after = _behind_closers(words, starts, ends, i + 1, last)
            ended = _is_end_at_abbreviation(words, begin, i, after, last)
        else:
            continue
        if ended:
            _add(found, begin, after, most)
            begin = after
    if begin < last:
        _add(found, begin, last, most)
    return found


def _add(found: list[tuple[int, int]], begin: int, end: int, most: int) -> None:
    while end - begin > most:
        found.append((begin, begin + most))
        begin += most
    found.append((begin, end))


def _behind_closers(words: list[str], starts: list[int], ends: list[int], i: int, last: int) -> int:
    """The token behind the closing marks, further terminators and notes ([3]) that touch a terminator."""
    while i < last:
        word = words[i]
        touches = starts[i] == ends[i - 1]
        if touches and (word in CLOSERS or word in TERMINATORS):
            if word in DOUBLE_OPEN and i + 1 < last and starts[i + 1] == ends[i]:
                break  # no space between two quotations
            i += 1
        elif word in TERMINATORS and words[i - 1] in TERMINATORS and word not in "!?":
            i += 1  # an ellipsis with spaces, or one behind a full stop
        elif touches and word == "[" and i + 2 < last and words[i + 1].isdigit() and words[i + 2] == "]":
            i += 3
        else:
            break
    return i


def _is_end(words: list[str], begin: int, terminator: int, after: int, last: int) -> bool:
    """Whether a full stop or its like ends the sentence; `after` is the token behind it and its closing marks."""
    if after >= last:
        return True
    following = words[after]
    quoted = words[after - 1] in ANY_MARK
    if following in DASHES and quoted:
        return False
    if (following in OPENERS or following in DASHES or following in MARKERS) and after + 1 < last:
        following = words[after + 1] if following != "@" else "@"
    if following in {",", ";", ":"} or (following[0].islower() and not _is_small_name(words, after, last)):
        return False
    if terminator == begin or (terminator == begin + 1 and words[begin] in OPENERS):
        return False  # “… and so on
    if words[terminator] == ".":
        return not (_is_item_number(words, begin, terminator) or _is_nickname(words, terminator, after, last))
    if words[terminator] == "!" and following.lower() in COMPANIES:
        return False
    if quoted and (following[0].isupper() or following[0] == "@"):
        # “Is it over?” Smith asked. – the reporting clause belongs to the question
        return not _reporting_clause(words, after, last)
    return True


def _is_small_name(words: list[str], after: int, last: int) -> bool:
    """Whether a name with a small first letter follows: iPhone, al-Shabab, de Blasio."""
    word = words[after]
    if word[1:2].isupper() or (word[:3] in {"al-", "el-"} and word[3:4].isupper()):
        return True
    return word in {"al", "bin", "de", "van", "von"} and after + 1 < last and words[after + 1][0].isupper()


def _is_item_number(words: list[str], begin: int, stop: int) -> bool:
    """Whether a full stop stands behind the number of a list item."""
    return stop == begin + 1 and words[begin].isdigit() and len(words[begin]) < 3


def _is_nickname(words: list[str], stop: int, after: int, last: int) -> bool:
    """Whether a nickname in quotation marks stands behind an initial: Joseph R. “Joe” Hale."""
    initial = words[stop - 1] if stop else ""
    return (
        len(initial) == 1
        and initial.isupper()
        and words[after] in OPENERS
        and after + 3 < last
        and words[after + 2] in CLOSERS
        and words[after + 3][0].isupper()
    )


def _breaks_off(words: list[str], starts: list[int], ends: list[int], dash: int, last: int) -> bool:
    """Whether a quotation breaks off with a dash and a new sentence follows: “But I thought –” She stopped."""
    if dash + 2 >= last or words[dash + 1] not in {"”", '"', "’", "''"} or starts[dash + 1] != ends[dash]:
        return False
    if starts[dash + 2] == ends[dash + 1] or not words[dash + 2][0].isupper():
        return False
    return not _reporting_clause(words, dash + 2, last)


def _reporting_clause(words: list[str], i: int, last: int) -> bool:
    """Whether the clause that begins at token `i` does nothing but name the speaker of what stands before it."""
    aside = False  # between commas
    for at in range(i, min(i + LOOK_AHEAD, last)):
        word = words[at]
        if word == ",":
            aside = not aside
        elif word in TERMINATORS or word in ANY_MARK:
            return False
        elif not aside:
            if word in REPORTING:
                behind = words[at + 1 : min(at + 4, last)]
                return behind[:1] == [] or not (behind[0] in OTHER_REPORT or "that" in behind)
            if word in AUXILIARIES:
                return False
    return False


def _is_end_at_abbreviation(words: list[str], begin: int, i: int, after: int, last: int) -> bool:
    """Whether a token that carries its own full stop ("U.S.", "Inc.") ends the sentence as well."""
    if after >= last:
        return after > i + 1 and words[after - 1] in TERMINATORS
    word = words[i].lower()
    following = words[after]
    if words[after - 1] in TERMINATORS and after > i + 1:
        return not following[0].islower()
    if word in NEVER_LAST or i == begin:
        return False
    opened = following in OPENERS and after + 1 < last
    if opened:
        following = words[after + 1]
    if not following[0].isupper() or (words[i - 1] in CAPITALS_OF_HEADLINES and i - 1 > begin):
        return False
    if len(word) == 2:
        if words[i - 1].lower() in LETTERED:
            return True
        return following.lower() in STARTERS and not words[i - 1].endswith(".")
    if following.lower() in STARTERS:
        return True
    if opened:
        return False
    if words[after - 1] in ANY_MARK or word == "etc.":
        return True
    if word in {"a.m.", "p.m."}:
        zone = following.isupper() and 1 < len(following) < 5
        return not zone and following.lower() not in AFTER_HOURS and following[-1] != "."
    if word in COMPANIES:
        # "sold by Halden Inc. Morrow had bid", not "Halden Inc. Chief Executive", "Warner Bros. Pictures Group"
        new_clause = i - begin > 3 and after + 1 < last and words[after + 1][0].islower()
        return new_clause and following.lower() not in COMPANY_NOUNS
    # a place behind a comma would have another behind it: "in Flint, Mich., on", so "in Flint, Mich. Police"
    return words[i - 1] == "," and word in STATES and after == i + 1
