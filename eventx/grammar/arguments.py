"""Arguments: what stands around a verb or noun and fills its roles: objects, agents, infinitives, terms."""

from __future__ import annotations

from dataclasses import dataclass

from eventx.grammar.clauses import clause_follows, trim
from eventx.grammar.noun_phrases import MONTHS, NONE, PARTITIVE, TIME_WORDS, phrase_end, phrase_start, tells_time
from eventx.lexicon import load
from eventx.text import Text
from eventx.text.word_classes import candidates

TokenRange = tuple[int, int]

# what opens the terms on which something is offered or agreed
TERMS = [
    ("in", "exchange", "for"),
    ("in", "return", "for"),
    ("in", "exchange"),
    ("in", "return"),
    ("on", "condition"),
    ("on", "the", "condition"),
    ("on", "terms"),
    ("provided",),
    ("providing",),
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("under", "which"),
    ("whereby",),
    ("subject", "to"),
    ("if",),
    ("unless",),
    ("once",),
]
OF = frozenset(["of"])
AGENT_LINKING = frozenset("of for from at".split())
BY = frozenset(["by"])
FIRST_TERM_WORDS = frozenset(phrase[0] for phrase in TERMS)
WITHIN_OBJECT = frozenset("of in with from at on over between".split())
WRITTEN_MONTHS = MONTHS | frozenset("may jan feb aug sept oct nov dec jan. feb. aug. sept. oct. nov. dec.".split())
TIME_OPENINGS = frozenset("last next early late earlier".split())
# how a reporting clause at the end of a sentence ends
REPORTS = frozenset("announced reported said say says show showed shows".split())
LONGEST_TAIL = 14
# "to be tough on banks, a departure from the past": nouns that speak of the clause before the comma
SUMMING_UP = frozenset("break change decision departure move reversal shift sign signal step".split())
CLAUSE_BREAKS = frozenset("but although though while whereas because despite after before when as since until".split())


def terms_at(text: Text, token: int, limit: int) -> bool:
    """Whether terms open at a token: "in exchange for", "provided", "if"."""
    if text.lower[token] not in FIRST_TERM_WORDS or (token and text.lower[token - 1] == "even"):
        return False
    return any(tuple(text.lower[token : min(token + len(phrase), limit)]) == phrase for phrase in TERMS)


@dataclass(slots=True)
class Complement:
    """A theme and the terms behind it, as half-open token ranges."""

    theme: TokenRange | None
    terms: list[TokenRange]


def past_adjuncts(text: Text, token: int, limit: int) -> int:
    """The token behind times and places that follow a verb: "offered *on Monday in Lisbon* to lend"."""
    at = token
    while at < limit:
        if text.lower[at] in TIME_WORDS or text.lower[at] in {"early", "late"}:
            at += 1
        elif tells_time(text, at):
            at += 2
        elif text.lower[at : at + 4] == ["at", "the", "last", "moment"]:
            at += 4
        elif text.lower[at : at + 2] == ["at", "last"]:
            at += 2
        elif at + 1 < limit and (
            (text.lower[at] in {"in", "at"} and text.words[at + 1][0].isupper())
            or (text.lower[at] in {"on", "in"} and _dated(text, at + 1))
        ):
            at = max(phrase_end(text, at + 1, limit), at + 1)
        else:
            break
    return at


def _dated(text: Text, at: int) -> bool:
    """Whether a day or a date begins at a token: "Monday", "May 3", "14 June"."""
    return text.lower[at] in TIME_WORDS or text.lower[at] in WRITTEN_MONTHS or text.word_class(at) == "M"


def infinitive_behind(text: Text, token: int, limit: int) -> Complement | None:
    """The infinitive that begins at a token, up to where its clause ends, and the terms behind it."""
    at = token + 1 if token < limit and text.lower[token] in {"not", "never"} else token
    verb = at + 2 if at + 2 < limit and text.word_class(at + 1) == '"' else at + 1
    if verb >= limit or text.lower[at] != "to":
        return None
    if text.word_class(verb) not in "vBHOR" and not _unknown_verb(text, verb, limit):
        return None
    return complement_from(text, token, limit)


def _unknown_verb(text: Text, token: int, limit: int) -> bool:
    """Whether a word read as a noun is a verb after all: "to repay £14,000", with an object of its own right behind."""
    word = text.words[token]
    if token + 1 >= limit or text.word_class(token) not in "NJ" or not word.islower() or word.endswith("s"):
        return False
    return text.word_class(token + 1) in "DM" and text.lower[token + 1] not in TIME_OPENINGS


def complement_from(text: Text, start: int, limit: int) -> Complement:
    """Everything from `start` to the end of its clause, split into theme and terms."""
    if start >= limit:
        return Complement(None, [])
    classes = text.word_classes(start)
    end = limit
    terms: list[TokenRange] = []
    opened: int | None = None
    # an infinitive or a gerund holds no finite verb of its own: the next one belongs to the sentence
    bare = text.lower[start] in {"to", "not", "never", "being", "having"} or classes[start] == "g"
    i = start + 1
    if text.lower[start] == "that" and i < limit and (classes[i] == "," or text.lower[i] == "if"):
        # "that, if it wins, it will …", "that if it wins, it will …"
        i = next((k + 1 for k in range(i + 1, min(i + 12, limit)) if classes[k] == ","), i)
    while i < limit:
        word = text.lower[i]
        if opened is None and i > start and terms_at(text, i, limit):
            opened = i
        elif bare and classes[i] == "," and text.lower[i + 1 : i + 2] == ["and"] and classes[i + 2 : i + 3] == ["v"]:
            pass  # "to fight, and try to repeal, every such tax"
        elif classes[i] == "," and text.lower[start] == "that" and not _has_finite(classes, start, i):
            pass  # "that as president, he would"
        elif (
            _clause_ends(text, classes, i, limit)
            or (bare and _main_verb(text, classes, start, i))
            or _next_predicate(text, classes, start, i, limit)
        ):
            end = i
            while end - 1 > start and classes[end - 1] == "R":
                end -= 1
            break
        elif (bare and word == "and" and _pronoun_clause(text, classes, i + 1, limit)) or (
            i > start + 1 and word in CLAUSE_BREAKS and classes[i] in "CIR" and clause_follows(classes, i, limit)
        ):
            end = i
            break
        i += 1
    if opened is not None:
        terms.append(trim(text, opened, end))
    theme = trim(text, start, opened if opened is not None else end)
    return Complement(theme if theme[0] < theme[1] else None, terms)


def _pronoun_clause(text: Text, classes: list[str], i: int, limit: int) -> bool:
    """Whether a clause of its own begins with a pronoun: "to host it and *we are* looking forward"."""
    subject = text.lower[i : i + 1] in (["i"], ["he"], ["she"], ["it"], ["they"], ["we"])
    return subject and i + 1 < limit and classes[i + 1] in "zdXBH"


def _main_verb(text: Text, classes: list[str], start: int, i: int) -> bool:
    """Whether token `i` is a finite verb that no word since `start` gives a clause of its own."""
    if text.lower[i] == "cut" and text.lower[i - 1] in {"budget", "job", "pay", "price", "rate", "spending", "tax"}:
        return False
    if text.lower[i] == "returns" and text.lower[i - 1] == "tax":
        return False
    if text.lower[i] in {"being", "having"}:
        return False  # "for not having won"
    if classes[i] in "zB" and i == start + 2 and classes[i - 1] == "v":
        return True  # "willing *to help* is rare"
    if classes[i] in "BHX" and classes[i - 1] == "v":
        return True  # "the gap he promised to bridge has grown"
    if classes[i] == "z" and classes[i - 1] == "N" and classes[i - 2] in "vgJ" and i - 2 >= start:
        described = classes[i - 2] == "J" and text.word_class(min(i + 1, len(classes) - 1)) in "DPQJNT"
        if not described:
            return False  # "to expand background checks", "to trash bad trade deals"
    if classes[i] not in "zdXBH" or classes[i - 1] not in "NPMS)R" or (classes[i] == "B" and classes[i - 1] == "R"):
        return False
    # "to turn it into a venue was hard": an object is no subject of a further clause
    return not any(
        classes[k] in 'W"'
        or (classes[k] == "C" and text.lower[k] not in {"and", "or"})
        or (classes[k] == "Q" and classes[k - 1] not in "vgI")
        for k in range(start + 1, i)
    )


def _has_finite(classes: list[str], start: int, end: int) -> bool:
    return any(classes[k] in "zdXBHO" for k in range(start, end))


def _next_predicate(text: Text, classes: list[str], start: int, i: int, limit: int) -> bool:
    """Whether *and* goes on with the verb over an infinitive: "agreed to lend money *and signed* the papers"."""
    if text.lower[i] not in {"and", "but"} or i + 1 >= limit:
        return False
    following = i + 2 if classes[i + 1] == "R" and i + 2 < limit else i + 1
    if classes[following] not in "zdHX" or (classes[following] == "d" and classes[i - 1] in "dn"):
        return False
    return not any(classes[k] == "W" or classes[k] in "zdXBH" for k in range(start + 2, i))


def _clause_ends(text: Text, classes: list[str], i: int, limit: int) -> bool:
    letter = classes[i]
    if letter == ";" or text.words[i] in {"—", "–", "--"}:
        return True
    if letter == "-" and text.starts[i] > text.ends[i - 1]:
        return True  # a hyphen between spaces is a dash
    if letter == '"':
        quotation = text.quotation(i)
        ends = quotation is not None and quotation.last == i and quotation.first < i and i + 1 < limit
        reported = ends and classes[i + 1] == "D" and limit - i < LONGEST_TAIL and text.lower[limit - 1] in REPORTS
        return ends and (classes[i + 1] in "PQ" or reported)
    if letter == "," and i + 1 < limit and not terms_at(text, i + 1, limit):
        following = i + 1
        if classes[following] == "C" and text.lower[following] in {"and", "but", "or", "if", "while", "although"}:
            return text.lower[following] != "or"
        if text.lower[following] in {"who", "which", "according", "said"} or classes[following] in "gdzWBXH":
            return text.lower[following] != "including"
        if classes[following] in "PQDN" and clause_follows(classes, i, limit):
            return True
        if _reported_by(text, classes, following, limit):
            return True
        if text.lower[following : following + 2] == ["just", "as"]:
            return True
        if text.lower[following] in {"a", "an"} and text.lower[min(following + 1, limit - 1)] in SUMMING_UP:
            return True
        subject_end = phrase_end(text, following, limit, linked=OF) if classes[following] == "D" else limit
        if subject_end < limit and classes[subject_end] in "zdXBH":
            return True  # ", the feeling of relief was plain"
        if classes[following] in "PDN" and limit - i < LONGEST_TAIL and text.lower[limit - 1] in REPORTS:
            return "," not in text.words[following:limit]  # ", a person close to the talks said."
    return False


def _reported_by(text: Text, classes: list[str], start: int, limit: int) -> bool:
    """Whether a reporter with an apposition begins at a token: "*her aide, Dana Webb, told* the Post"."""
    name = phrase_end(text, start, limit)
    if name == start or name >= limit or classes[name] != ",":
        return False
    closing = phrase_end(text, name + 1, limit)
    told = REPORTS | {"told"}
    return name + 1 < closing < limit - 1 and classes[closing] == "," and text.lower[closing + 1] in told


def object_behind(text: Text, token: int, limit: int, *, linked: bool = True) -> TokenRange | None:
    """The noun phrase that begins at a token, past adverbs; "to Y" and "for Z" are no part of it."""
    start = token
    while start < limit and text.word_class(start) == "R" and text.lower[start] not in TIME_WORDS:
        start += 1
    end = phrase_end(text, start, limit, linked=WITHIN_OBJECT if linked else NONE, coordinated=True)
    end = next((i for i in range(start + 1, end) if terms_at(text, i, limit)), end)
    return (start, end) if end > start and text.lower[start] not in TIME_WORDS else None


def agent_behind(text: Text, token: int, limit: int, prepositions: frozenset[str] = BY) -> TokenRange | None:
    """Who did it, after *by*, within the next words of a passive clause."""
    for i in range(token, min(token + 14, limit)):
        letter = text.word_class(i)
        if text.lower[i] in prepositions and i + 1 < limit:
            belongs = AGENT_LINKING | {"in"} if text.lower[i + 1] in {"a", "an"} else AGENT_LINKING
            end = phrase_end(text, i + 1, limit, linked=belongs, coordinated=True)
            if text.lower[i + 1] in PARTITIVE and text.lower[i + 2 : i + 3] == ["of"] and i + 3 < limit:
                end = phrase_end(text, i + 3, limit)  # "by some of his rivals"
            elif end == i + 1 and text.lower[i + 1] in {"many", "most", "some"}:
                return i + 1, i + 2  # "viewed by many as"
            gerund = text.word_class(i + 1) == "g" and not _modifies_agent(text, i + 1, end)
            if end > i + 1 and not gerund and text.lower[i + 1] not in TIME_WORDS:
                return i + 1, end
        if letter in ";zdX" or (letter == "," and i > token):
            return None
    return None


def _modifies_agent(text: Text, token: int, end: int) -> bool:
    """Whether a participle stands before a noun as an adjective does: "by neighbouring states"."""
    return token + 1 < end and text.word_class(token + 1) == "N" and "J" in candidates(text.lower[token])


def recipient_behind(text: Text, token: int, limit: int) -> TokenRange | None:
    """Whom it is for: the noun phrase after *to* that begins at a token."""
    if token + 3 < limit and text.lower[token] == "to" and text.lower[token + 2] == "of":
        if text.lower[token + 1] in {"all", "both", "each", "many", "most", "one", "some"}:
            end = phrase_end(text, token + 3, limit)
            return (token + 1, end) if end > token + 3 else None
    if token + 1 < limit and text.lower[token] == "to" and text.word_class(token + 1) in "DPNQJM":
        end = phrase_end(text, token + 1, limit, coordinated=True)
        if end < limit and text.lower[end] == "to":
            end = phrase_end(text, token + 1, limit)  # "a truce to the rebels and an amnesty to deserters"
        if end > token + 1:
            return token + 1, end
    return None


def possessor_before(text: Text, noun: int, floor: int) -> TokenRange | None:
    """Whose it is, told before the noun: "the bank's offer", "its latest offer"."""
    start = phrase_start(text, noun + 1, floor, linked=False)
    for at in range(noun - 1, start - 1, -1):
        if text.word_class(at) == "S":
            begin = phrase_start(text, at, floor, linked=False)
            return (begin, at) if begin < at else None
        if text.lower[at] in {"his", "her", "its", "their", "our", "my", "your", "whose"}:
            return at, at + 1
    return None


def pair_behind(text: Text, token: int, limit: int) -> list[TokenRange]:
    """The parties after *between* or *among*, from the token behind it: "A and B", "A, B and C"."""
    parties: list[TokenRange] = []
    start = token
    while start < limit and len(parties) < 12:
        end = phrase_end(text, start, limit, linked=OF)
        if end == start:
            break
        parties.append((start, end))
        start = end
        while start < limit and text.lower[start] in {",", "and", "&"}:
            start += 1
        if start == end or (text.lower[start - 1] != "," and len(parties) > 1 and text.lower[end] != "and"):
            break
        if text.lower[end : end + 1] == [","] and "and" not in text.lower[end : end + 8]:
            break
    return parties


def double_object(text: Text, start: int, limit: int) -> tuple[TokenRange, int] | None:
    """The recipient of "offered the rebels a truce", and where the theme begins; None where there is one object."""
    while start < limit and text.word_class(start) == "R":
        start += 1
    classes = text.word_classes(min(start, limit - 1))
    first = phrase_end(text, start, limit)
    if text.lower[start : start + 1] == ["her"] and start + 1 < limit and classes[start + 1] in "DM":
        return (start, start + 1), start + 1
    for at in range(start + 1, min(first, limit)):
        # a determiner or a sum inside what looks like one phrase begins the second
        if text.lower[at] in TIME_OPENINGS:
            break
        rate = text.lower[at] in {"a", "per"} and classes[at - 1] in "MN" and "M" in classes[start:at]
        begins = classes[at - 1] in "NPQ" or (classes[at - 1] == "J" and text.lower[at] in {"$", "£", "€"})
        if classes[at] in "DM" and begins and not rate and text.lower[at - 1] not in {"all", "both"}:
            return (start, at), at
    if first == start or classes[start] not in "DPQNJ":
        return None
    if (
        first < limit
        and classes[first] in 'DJMN"'
        and text.lower[first] not in TIME_WORDS
        and text.lower[first] not in TIME_OPENINGS
        and phrase_end(text, first, limit) > first
    ):
        return (start, first), first
    if classes[start] in "NP" and start + 1 < first and classes[start + 1] in "JNn":
        # "operators lower prices", "Havana direct talks"
        word = text.lower[start]
        kind = load("noun_kinds").get(word.removesuffix("s"))
        people = classes[start] == "N" and word.endswith("s") and kind in {"person", "organization", "group"}
        if people or (classes[start] == "P" and classes[start + 1] == "J" and text.words[start + 1].islower()):
            return (start, start + 1), start + 1
    if classes[start] == "D" and first - start > 3:
        # "the workers severance pay": a plural noun ends the first phrase
        for at in range(start + 1, first - 1):
            if classes[at] == "N" and text.lower[at].endswith(("rs", "ts", "es", "ns")) and classes[at + 1] in "NJ":
                return (start, at + 1), at + 1
    return None


def party_behind(text: Text, token: int, limit: int, prepositions: frozenset[str]) -> TokenRange | None:
    """The noun phrase after one of the prepositions, where it begins right at a token."""
    if token + 1 < limit and text.lower[token] in prepositions:
        belongs = OF | {"in", "at"} if text.lower[token + 1] in {"a", "an"} else OF
        end = phrase_end(text, token + 1, limit, linked=belongs, coordinated=True)
        if end > token + 1 and text.lower[token + 1] not in TIME_WORDS:
            return token + 1, end
    return None
