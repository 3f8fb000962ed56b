"""What the words around a pact's noun say: its parties, its broker, what it is on, and its terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from eventx.extractors.agreements.making import making_forms
from eventx.extractors.agreements.parties import Part, hyphenated_parties, split_parties, with_second
from eventx.extractors.trigger import TokenRange, Trigger, words
from eventx.grammar.arguments import (
    agent_behind,
    complement_from,
    infinitive_behind,
    pair_behind,
    party_behind,
    past_adjuncts,
    possessor_before,
)
from eventx.grammar.clauses import trim
from eventx.grammar.noun_phrases import LINKING, TIME_WORDS, phrase_end
from eventx.lexicon.inflection import all_forms
from eventx.text import Range

WITH_OR_BY = frozenset("with by".split())
BETWEEN = frozenset("between among".split())
ABOUT = frozenset("on over for about regarding concerning covering governing".split())
WORTH = frozenset("worth totalling totaling valued valuing of".split())
BROKERED = frozenset("brokered mediated facilitated arranged".split())
BROKER_ENDINGS = ("-brokered", "-mediated", "-led")
DURATIONS = frozenset("days weeks months years decades hours".split())
MOST_STEPS = 7


@dataclass(slots=True)
class PactPhrase:
    """The roles that the phrase of a pact's noun fills, and the token behind it."""

    parties: list[Part] = field(default_factory=list)
    broker: Part | None = None
    theme: TokenRange | None = None
    terms: list[TokenRange] = field(default_factory=list)
    end: int = 0


def read_phrase(trigger: Trigger, start: int, *, subject: bool) -> PactPhrase:
    """Reads the phrase from `start`, past the trigger; as a `subject`, "with A and B" may stand before its verb."""
    phrase = PactPhrase()
    _read_before(phrase, trigger, start)
    _read_behind(phrase, trigger, trigger.token + 1, subject=subject)
    if phrase.theme is None:
        phrase.theme = _topic(trigger, start)
    return phrase


def read_behind(trigger: Trigger, at: int) -> PactPhrase:
    """Reads what follows a verb that makes a pact: "signed on Monday *with Sula*", "was struck *between A and B*"."""
    phrase = PactPhrase()
    _read_behind(phrase, trigger, at, subject=False)
    return phrase


def _read_before(phrase: PactPhrase, trigger: Trigger, start: int) -> None:
    text, token = trigger.text, trigger.token
    phrase.parties += hyphenated_parties(trigger, start)
    for i in range(start, token):
        if trigger.word(i).endswith(BROKER_ENDINGS):
            begin = text.starts[i]
            phrase.broker = Range(begin, begin + text.words[i].rindex("-"))
        elif trigger.word(i) in {"$", "£", "€"} and trigger.letter(i + 1) == "M":
            end = i + 2
            while trigger.letter(end) == "M":
                end += 1
            phrase.terms.append((i, end))
        elif trigger.letter(i) in "JMN" and trigger.word(i).endswith(("-year", "-month", "-week", "-day", "-hour")):
            phrase.terms.append((i, i + 1))
    if trigger.word(trigger.floor) in BROKERED and trigger.word(trigger.floor + 1) == "by":
        phrase.broker = agent_behind(text, trigger.floor + 1, start)  # "Mediated by Norway, the accord …"
    owner = possessor_before(text, token, trigger.floor)
    if owner is not None and trigger.word(owner[1] - 1) not in TIME_WORDS | words("agreements", "times"):
        phrase.parties.append(owner)


def _read_behind(phrase: PactPhrase, trigger: Trigger, at: int, *, subject: bool) -> None:
    if trigger.word(at) == "of" and trigger.word(at + 1) in {"understanding", "intent"}:
        at += 2
    if trigger.word(at) == "in" and trigger.word(at + 1) in {"principle", "principal", "place"}:
        at += 2
    for _ in range(MOST_STEPS):
        end = _step(phrase, trigger, at, subject=subject)
        if end is None:
            break
        at = end
    phrase.end = at


def _step(phrase: PactPhrase, trigger: Trigger, at: int, *, subject: bool) -> int | None:
    """Reads one phrase that begins at a token; the token behind it, or None where none is known."""
    text, word = trigger.text, trigger.word(at)
    if not word:
        return None
    past = past_adjuncts(text, at, trigger.limit)
    if past > at:
        return past
    if word in {"yet", "already", "now", "also"}:
        return at + 1
    if word == "," and (trigger.word(at + 1) in {"which", "under", "worth"} or trigger.letter(at + 1) in "nd"):
        return _aside(phrase, trigger, at + 1)
    for read in (_read_parties, _read_sum, _read_terms, _read_theme):
        end = read(phrase, trigger, at, subject)
        if end is not None:
            return end
    plain = any(not particles for particles, _ in making_forms().get(word, []))
    made = trigger.letter(at) in "nd" and plain and trigger.letter(at + 1) not in "DQJM"
    return at + 1 if made else None


def _aside(phrase: PactPhrase, trigger: Trigger, at: int) -> int | None:
    """What follows a comma: ", brokered by Oman", ", worth $3m", ", which allows …"."""
    if trigger.letter(at) in "nd" and trigger.word(at) not in BROKERED | set(making_forms()):
        return None
    end = _read_terms(phrase, trigger, at, False)
    return end if end is not None else at if trigger.word(at) != "which" else None


def _read_parties(phrase: PactPhrase, trigger: Trigger, at: int, subject: bool) -> int | None:
    text, word = trigger.text, trigger.word(at)
    if word in BETWEEN and (pair := pair_behind(text, at + 1, trigger.limit)):
        phrase.parties += [part for party in pair for part in split_parties(trigger, party)]
        return pair[-1][1]
    if word in BROKERED and trigger.letter(at) in "nd" and trigger.word(at + 1) == "by":
        agent = agent_behind(text, at + 1, trigger.limit)
        if agent is None:
            return None
        phrase.broker = phrase.broker or agent
        return agent[1]
    if word in WITH_OR_BY:
        found = party_behind(text, at, trigger.limit, WITH_OR_BY)
        if word == "by" and trigger.letter(at + 1) == "g" and trigger.letter(at + 2) in "DPQJ":
            return None  # "violated the deal by leaking confidential files"
        if found is None or (word == "by" and _tells_deadline(trigger, found)):
            return None
        if subject:
            found = with_second(trigger, found) or found
        phrase.parties += split_parties(trigger, found)
        return found[1]
    return None


def _tells_deadline(trigger: Trigger, found: TokenRange) -> bool:
    return trigger.letter(found[0]) == "M" or any(
        trigger.word(i) in words("agreements", "times") for i in range(found[0], min(found[0] + 3, found[1]))
    )


def _read_sum(phrase: PactPhrase, trigger: Trigger, at: int, _subject: bool) -> int | None:
    """The sum, the duration or the price: "worth $3m", "for three years", "until 2029", "in exchange for"."""
    text, word = trigger.text, trigger.word(at)
    if word in WORTH:
        sum_at = at + 1
        while trigger.word(sum_at) in {"at", "about", "around", "roughly", "nearly", "almost", "some", "over"}:
            sum_at += 1
        if trigger.letter(sum_at) != "M":
            return None
        end = phrase_end(text, sum_at, trigger.limit)
        phrase.terms.append((sum_at if word == "of" else at, end))
        return end
    if word in {"until", "till"} or (word in {"for", "over", "through", "by"} and trigger.letter(at + 1) in "MDJ"):
        end = phrase_end(text, at + 1, trigger.limit, linked=frozenset(["of"]))
        year = trigger.letter(end - 1) == "M" and len(trigger.word(end - 1)) == 4
        timed = trigger.word(end - 1) in DURATIONS or word in {"until", "till"} or (word == "by" and year)
        paid = word == "for" and trigger.word(at + 1) in {"$", "£", "€"}
        if end > at + 1 and (timed or paid) and trigger.letter(end) not in "zdXBHOv":
            phrase.terms.append((at, end))
            return end
    if word == "in" and trigger.word(at + 1) in {"exchange", "return"} and trigger.word(at + 2) == "for":
        terms = complement_from(text, at, trigger.limit).theme
        if terms is not None:
            phrase.terms.append(terms)
            return terms[1]
    return None


@cache
def stipulating() -> frozenset[str]:
    """Forms of the verbs that say what a pact provides for."""
    return frozenset(form for lemma in words("agreements", "stipulating") for form in all_forms(lemma))


def _read_terms(phrase: PactPhrase, trigger: Trigger, at: int, _subject: bool) -> int | None:
    """A clause that says what a pact provides for: "under which …", "that would …", "which allows …"."""
    text, word = trigger.text, trigger.word(at)
    opened = word == "whereby" or (word in {"under", "in"} and trigger.word(at + 1) in {"which", "whose"})
    stipulates = (
        word in {"that", "which"}
        and not _is_passive(trigger, at + 1)
        and (
            (trigger.letter(at + 1) == "X" and trigger.letter(at + 2) in "vBHR")
            or trigger.word(at + 1) in stipulating()
        )
    )
    if not opened and not stipulates:
        return None
    clause = complement_from(text, at, trigger.limit)
    found = [part for part in [clause.theme, *clause.terms] if part]
    if not found:
        return None
    phrase.terms += found
    return found[-1][1]


def _is_passive(trigger: Trigger, at: int) -> bool:
    """Whether something is done to the pact: "which must still be approved"."""
    while trigger.letter(at) in "XRBH":
        at += 1
    return trigger.letter(at) == "n" and trigger.group(at).passive


def _read_theme(phrase: PactPhrase, trigger: Trigger, at: int, _subject: bool) -> int | None:
    """What the pact is on: an infinitive, a clause, or a phrase after *on*, *for* and their like."""
    text, word = trigger.text, trigger.word(at)
    if phrase.theme is not None:
        return None
    start = at
    if word == "aimed" and trigger.word(at + 1) == "at":
        start = at + 2
    clause = word == "that" and trigger.letter(at + 1) in "QDPN" and trigger.letter(at + 1) != "X"
    if (complement := infinitive_behind(text, at, trigger.limit)) is None and (
        clause
        or (trigger.letter(start) == "g" and word not in ABOUT | WORTH and trigger.letter(start + 1) in "DPNJQMS")
    ):
        complement = complement_from(text, start, trigger.limit)
    if complement is not None and complement.theme is not None:
        phrase.theme = complement.theme
        phrase.terms += complement.terms
        return (complement.terms or [complement.theme])[-1][1]
    if word not in ABOUT or trigger.word(at + 1) in TIME_WORDS | {"behalf"} or _tells_time(trigger, at + 1):
        return None
    if trigger.letter(at + 1) == "g":
        complement = complement_from(text, at + 1, trigger.limit)
        phrase.theme, end = complement.theme, (complement.theme or (0, at + 1))[1]
        phrase.terms += complement.terms
    else:
        end = phrase_end(text, at + 1, trigger.limit, linked=LINKING - {"with"}, coordinated=True)
        if word == "for" and (purpose := infinitive_behind(text, end, trigger.limit)) and purpose.theme:
            phrase.theme, end = (at, purpose.theme[1]), purpose.theme[1]  # "a deal for the firms to take part"
        elif end > at + 1:
            phrase.theme = trim(text, at + 1, end)
    return end if end > at + 1 else None


def _tells_time(trigger: Trigger, at: int) -> bool:
    """Whether a phrase names a time: "on the same weekend", not "on next year's budget"."""
    end = phrase_end(trigger.text, at, trigger.limit)
    return trigger.word(end - 1) in words("agreements", "times") and trigger.word(end - 1) != "end"


def _topic(trigger: Trigger, start: int) -> TokenRange | None:
    """The topic told before the noun: "a gas export deal", "a free trade pact", "the nuclear accord"."""
    last = trigger.token - 1
    topics = words("agreements", "topics")
    first = last + 1
    while first - 1 >= start and (
        (trigger.letter(first - 1) in "Nv" and not _is_no_topic(trigger, first - 1))
        or (trigger.letter(first - 1) in "JgN" and trigger.word(first - 1) in topics)
    ):
        first -= 1
    if trigger.word(first) == "estate" and trigger.word(first - 1) == "real":
        first -= 1
    return (first, last + 1) if first <= last else None


def _is_no_topic(trigger: Trigger, token: int) -> bool:
    word = trigger.word(token)
    return (
        word in words("agreements", "no_topics")
        or word.endswith(BROKER_ENDINGS)
        or word.endswith(("-year", "-month", "-week", "-day", "-hour", "-party", "-way"))
        or (trigger.text.words[token][0].isupper() and token > trigger.floor and trigger.letter(token) != "N")
    )
