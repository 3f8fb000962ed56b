"""Statements told by a noun phrase: what somebody speaks of, takes a stand on or wishes for."""

from __future__ import annotations

from eventx.extractors.statements.cues import reporting_verbs
from eventx.extractors.statements.site import COMPLEMENTIZERS, MEDIA, Site, statement
from eventx.grammar.arguments import double_object
from eventx.grammar.clauses import clause_follows, content_end, has_finite_verb, trim
from eventx.grammar.noun_phrases import TIME_WORDS, WORKS, phrase_end
from eventx.rules import Draft, rule

# what opens a circumstance behind the noun phrase, which is no part of it
CIRCUMSTANCES = frozenset(
    "after although amid as because before despite during following once since though unless until when while".split()
)
# "said goodbye", "said little": no words are reported
SAYING_NOTHING = frozenset(
    "anything farewell goodbye grace hello it little more much no nothing something thanks that this what".split()
)
PERIODS = frozenset("week month year night morning weekend spring summer fall autumn winter".split())
# clauses that only concede: "While Lee praised the offer, …"
CONCESSIVE = frozenset(["although", "though", "while"])
# verbs that say nothing of their object without a description: "called the plan" is not "called the plan a sham"
DESCRIBING = frozenset(["brand", "call", "dub", "label"])
# what can follow a pronoun and still belong to what is said of it: "called him a liar", "accused him of fraud"
BEHIND_PRONOUNS = frozenset('IDJNPT"nC')


def object_end(site: Site, start: int) -> int:
    """Where what is spoken of ends: before a circumstance, a participle or the sentence's next verb."""
    i = start + 1
    while i < site.limit:
        quotation = site.quotation_at(i)
        if quotation is not None and quotation.last < site.limit:
            i = quotation.last + 1
        elif _sign_ends(site, i) or _word_ends(site, i):
            return i
        else:
            i += 1
    return site.limit


def _sign_ends(site: Site, i: int) -> bool:
    letter = site.letter(i)
    if letter == ",":
        return _clause_ends_at(site, i)
    return letter == ";" or (letter == "-" and site.text.words[i] != "-")


def _word_ends(site: Site, i: int) -> bool:
    """Whether a circumstance or another verb begins at a word."""
    word, letter = site.word(i), site.letter(i)
    if letter == "C" and word in {"and", "but"}:
        return _verb_joined(site, i)
    if word in CIRCUMSTANCES and letter in "ICR":
        return word not in {"as", "once"} or _clause_opens(site, i)
    if word in {"on", "in", "at"}:
        return _is_time(site, i + 1) or _is_medium(site, i + 1)
    return (word == "by" and site.letter(i + 1) == "g") or (word in TIME_WORDS and letter in "NPR")


def _clause_opens(site: Site, conjunction: int) -> bool:
    """Whether a subject and its verb follow: "as he left", but not "as largely finished"."""
    at = phrase_end(site.text, conjunction + 1, site.limit)
    return at > conjunction + 1 and clause_follows(site.text.word_classes(conjunction), conjunction, site.limit)


def _verb_joined(site: Site, conjunction: int) -> bool:
    """Whether *and* joins another verb or clause to the cue: "criticized the plan and even questioned it"."""
    following = conjunction + 1
    while site.letter(following) == "R":
        following += 1
    wanted = "dzXBHg" if site.letter(site.token) == "g" else "dzXBH"
    return site.letter(following) in wanted or clause_follows(
        site.text.word_classes(conjunction), conjunction, site.limit
    )


def _clause_ends_at(site: Site, comma: int) -> bool:
    following = comma + 1
    letter, word = site.letter(following), site.word(following)
    if letter == "C":
        return True
    if site.letter(comma - 1) == "P" and (letter == "W" or word in {"a", "an"}):
        return True  # what is added to a name
    if letter in "DPQN" and clause_follows(site.text.word_classes(comma), comma, site.limit):
        return True
    return (
        (letter in "gRdzXBH" and word != "where")
        or word in CIRCUMSTANCES
        or (letter in "Q" and site.letter(following + 1) in "dzXBH")
    )


def _is_medium(site: Site, token: int) -> bool:
    """Whether a phrase says where it was said: "in a speech to farmers"."""
    end = phrase_end(site.text, token, site.limit)
    return end > token and site.letter(token) == "D" and site.word(end - 1) in MEDIA


def _is_time(site: Site, token: int) -> bool:
    word = site.word(token)
    return word in TIME_WORDS or (site.letter(token) == "M" and word.isdigit() and len(word) == 4)


@rule(
    "statement.object",
    "<speaker> criticized <content>",
    examples=[
        "Webb criticized the plan for the bridge.",
        "The union defended its strike after the meeting.",
    ],
    counterexamples=["Webb painted.", "“I defended the plan for you,” she said."],
    frames=["object", "object_as", "works_object"],
)
def spoken_of(site: Site) -> Draft | None:
    frame = next(frame for frame in ("object", "object_as", "works_object") if frame in site.cue.frames)
    if not _tells_of_object(site, frame):
        return None
    text, start = site.text, site.last
    if site.letter(start) == "R" and site.letter(start + 1) == "J" and site.word(start) not in COMPLEMENTIZERS:
        start += 1
    asks = site.word(start) in COMPLEMENTIZERS and has_finite_verb(text, start, site.limit)
    if not asks and (site.letter(start) not in 'DPNQJMn"g' or site.word(start) in TIME_WORDS | COMPLEMENTIZERS):
        return None
    if site.word(start) in {"last", "this", "next"} and site.word(start + 1) in PERIODS:
        return None
    end = content_end(text, start, site.limit, reporting_verbs()) if asks else object_end(site, start)
    if site.letter(start) == "Q" and site.letter(start + 1) not in BEHIND_PRONOUNS and start + 1 < end:
        end = start + 1
    begin, end = trim(text, start, end)
    words = text.lower[begin:end]
    if not words or not {"into", "onto"}.isdisjoint(words) or (frame == "object_as" and "as" not in words[1:]):
        return None
    if site.cue.lemma in DESCRIBING and not _is_described(site, start):
        return None
    content = [text.range(begin, end)]
    return statement(site, "statement.object", content, site.cue.attitude(frame), reports=False)


def _tells_of_object(site: Site, frame: str) -> bool:
    """Whether somebody speaks of something with a cue: not in the passive, in a quotation, or where a name is given."""
    subject = site.subject
    if site.verb_group.passive or subject is None or site.inverted or site.quoted:
        return False
    if site.letter(site.token) == "n" and not site.verb_group.auxiliaries:
        return False
    if site.cue.lemma == "say" and (site.word(site.last) in SAYING_NOTHING or site.word(subject[0]) == "it"):
        return False
    if (subject[0] - 1 == site.floor and site.word(site.floor) in CONCESSIVE) or _is_naming(site):
        return False
    return frame != "works_object" or site.word(subject[1] - 1) in WORKS


@rule(
    "statement.unanswered",
    "<speaker> did not respond to <content>",
    examples=["Webb did not respond to a request for comment.", "The ministry has not answered the letter."],
    counterexamples=["Webb responded to the alarm.", "The birds did not return."],
    frames=["unanswered"],
)
def unanswered(site: Site) -> Draft | None:
    if not site.verb_group.negated or site.subject is None:
        return None
    if site.verb_group.passive or site.letter(site.last) not in "DPNQJM":
        return None
    content = site.part(site.last, object_end(site, site.last))
    if content is None:
        return None
    return statement(site, "statement.unanswered", [content], "assertion", reports=False)


def _is_naming(site: Site) -> bool:
    """Whether a name is introduced: "a man called Osk"."""
    before = site.verb_group.first - 1
    return (
        site.cue.lemma in {"call", "name"}
        and site.letter(site.token + 1) == "P"
        and site.word(before - 1) in {"a", "an"}
        and site.letter(before) == "N"
    )


def _is_described(site: Site, start: int) -> bool:
    """Whether a description follows the noun phrase behind *call*: "called it a sham", not "called the station"."""
    if double_object(site.text, start, site.limit) is not None:
        return True
    end = phrase_end(site.text, start, site.limit)
    return site.letter(end) in 'J"DNPQnR' or site.word(end) == "as" or '"' in site.text.word_classes(start)[start:end]
