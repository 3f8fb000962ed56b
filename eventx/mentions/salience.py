"""Salience: what a later pronoun or definite phrase can stand for in each sentence, and how readily."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from eventx.grammar.noun_phrases import phrase_start
from eventx.lexicon.inflection import all_forms
from eventx.mentions.directory import Directory
from eventx.mentions.kinds import noun_kind
from eventx.mentions.mention import Referent
from eventx.mentions.phrases import is_head
from eventx.mentions.pronouns import FEMALE, SINGULAR
from eventx.text import Text

GOVERNING = frozenset(
    "about against among at behind besides between beyond by despite for from in including into like of on over than "
    "through to toward under unlike upon versus via with within without".split()
)
CLAUSES = frozenset("as because before how if since that what when where whether which while who why".split())

# in sentences: how much further away each place makes a candidate than a subject is
SUBJECT, SUBORDINATE, OBJECT, POSSESSOR, GOVERNED = 0.0, 0.5, 0.7, 0.5, 1.6
# whoever something is told according to speaks
SOURCE = 0.3
# so do a gender that is not known, words that name nobody, and a noun behind the name
UNSURE, UNNAMED, UNNAMED_SUBJECT, MODIFIER = 0.5, 1.2, 0.3, 0.9

BEING = frozenset("am are be been being is was were 's became become remains".split())

MOST_IN_SENTENCE = 60
# the longest apposition between a speaker and the verb
LONGEST_ASIDE = 14


@dataclass(slots=True, eq=False)
class Candidate:
    """Something that a later pronoun can stand for, and how much its place in the sentence costs."""

    first: int
    last: int
    kind: str
    cost: float
    unsure: float
    gender: str | None
    pronoun: bool
    quoted: bool
    possesses: bool
    referent: Referent | None


class Salience:
    """The candidates of each sentence of a text, worked out when they are first asked for."""

    def __init__(self, text: Text, directory: Directory) -> None:
        self.text = text
        self.directory = directory
        self._candidates: dict[int, list[Candidate]] = {}

    def candidates(self, sentence: int) -> list[Candidate]:
        """What a later pronoun can stand for in a sentence, in text order."""
        known = self._candidates.get(sentence)
        if known is None:
            known = self._candidates[sentence] = self._collect(*self.text.sentences[sentence])
        return known

    def before(self, sentence: int, token: int) -> list[Candidate]:
        """The candidates of a sentence that end before a token; of a sentence without end the last ones."""
        found = self.candidates(sentence)
        if found and found[-1].last > token:
            found = found[: bisect_right(found, token, key=lambda one: one.last)]
        return found[-MOST_IN_SENTENCE:]

    def _collect(self, first: int, last: int) -> list[Candidate]:
        text = self.text
        if text.kind_at(first) == "furniture":
            return []
        classes, lower = text.word_classes(first), text.lower
        found: list[Candidate] = []
        at = fence = first
        uses = self.directory.within(first, last)
        named = {use.first for use in uses}
        taken, count = 0, len(uses)
        for token in range(first, last):
            if classes[token] not in "NPQD" and token not in named:
                continue
            if token < at:
                continue
            while taken < count and uses[taken].told.stop <= token:
                taken += 1
            use = uses[taken] if taken < count else None
            if use is not None and token == use.first and use.named:
                found.append(self._candidate(use.told.start, use.last, use.referent.kind, use.referent))
                at = use.told.stop
                if use.referent.kind not in {"place", "organization"}:
                    fence = at  # "the Vermont senator" takes in a place, and no person
            elif lower[token] in SINGULAR:
                gender = "f" if lower[token] in FEMALE else "m"
                one = self._candidate(token, token + 1, "person", None)
                one.gender, one.pronoun, one.unsure = gender, True, 0.0
                found.append(one)
            elif classes[token] in "NP" and (use is None or not use.first <= token < use.last or not use.named):
                kind = noun_kind(lower[token])
                if kind is None or not is_head(text, token, last):
                    continue
                begin = phrase_start(text, token + 1, fence, linked=False)
                if self._is_predicate(begin, kind) or (kind == "person" and self._is_second_role(begin, found)):
                    continue
                found.append(self._candidate(begin, token + 1, kind, None))
        return found

    def _is_predicate(self, begin: int, kind: str) -> bool:
        """Whether a phrase says what something else is: "Lee is the perfect candidate", "it was not a party"."""
        floor = self.text.sentence(begin)[0]
        at = begin - 1
        if at > floor and self.text.lower[at] in {"not", "n't", "also", "still", "now"}:
            at -= 1
        before = self.text.lower[at] if at >= floor else ""
        if before in BEING and at > floor and self.text.lower[at - 1] == "there":
            return False  # "There are voters who"
        return (before == "as" and kind == "person") or (before in BEING and self.text.word_class(at) == "B")

    def _is_second_role(self, begin: int, found: list[Candidate]) -> bool:
        """Whether a phrase tells another role of one person: "the Ohio senator and former governor"."""
        text = self.text
        if not found or found[-1].last != begin - 1 or text.lower[begin - 1] != "and":
            return False
        first = found[-1]
        return first.kind == "person" and first.referent is None and text.word_class(begin) != "D"

    def _candidate(self, first: int, last: int, kind: str, referent: Referent | None) -> Candidate:
        text = self.text
        cost, unsure = self._cost(first, last), 0.0
        if kind in {"unknown", "person"}:
            unsure = UNSURE * (referent is None or referent.gender is None)
            if referent is None:
                unsure = UNNAMED_SUBJECT if cost == SUBJECT else UNNAMED
        if last < text.sentence(first)[1] and referent is not None and self._modifies(last):
            unsure += MODIFIER
        return Candidate(
            first,
            last,
            kind,
            cost,
            unsure,
            referent.gender if referent else None,
            False,
            text.quotation(first) is not None,
            last < text.sentence(first)[1] and text.word_class(last) == "S",
            referent,
        )

    def speaks(self, first: int, last: int) -> bool:
        """Whether a verb of speech stands behind or before what begins and ends at two tokens: "Lee said"."""
        text = self.text
        floor, limit = text.sentence(first)
        classes = text.word_classes(first)
        commas = [i for i in range(last, min(last + LONGEST_ASIDE, limit)) if text.words[i] == ","]
        behind = [last]
        if commas[:1] == [last]:
            behind += [comma + 1 for comma in commas[:2]]  # "a clerk, Lee, said", "Lee, the mayor, said"
        for at in behind:
            while at < limit and classes[at] in "RXH":
                at += 1
            if at < limit and classes[at] in "vzdn" and text.lower[at] in _speaking():
                return text.lower[at] != "asked"  # who is asked speaks next
        return first > floor and text.lower[first - 1] in _speaking() and classes[first - 1] in "vzd"

    def _modifies(self, behind: int) -> bool:
        """Whether a noun follows a name, which only says of what kind it is: "GOP leaders"."""
        return self.text.word_class(behind) == "N" and self.text.words[behind][0].islower()

    def _cost(self, first: int, last: int) -> float:
        """What the place costs: a subject nothing, an object, a possessor and what hangs on a preposition more."""
        text = self.text
        limit = text.sentence(first)[1]
        if last + 1 < limit and text.words[last] == "," and text.lower[last + 1] in {"who", "which"}:
            return min(SUBORDINATE, self._cost_of_place(first, last))  # the subject of what is told behind it
        return self._cost_of_place(first, last)

    def _cost_of_place(self, first: int, last: int) -> float:
        """What the place costs without regard to a relative clause behind it."""
        text = self.text
        classes = text.word_classes(first)
        floor, limit = text.sentence(first)
        governed = first > floor and text.lower[first - 1] in GOVERNING
        if governed and text.lower[first - 1] == "for" and first - 2 == floor and text.lower[floor] == "as":
            return SUBJECT if last < limit and text.words[last] == "," else GOVERNED  # "As for Lee, he said"
        if last < limit and classes[last] == "S":
            return GOVERNED if governed else POSSESSOR
        if governed and text.lower[first - 2 : first] != ["according", "to"]:
            return OBJECT if text.lower[first - 1] in {"by", "to"} else GOVERNED
        subordinate = SUBORDINATE * (not CLAUSES.isdisjoint(text.lower[max(floor, first - 2) : first]))
        if last < limit and classes[last] in "zdXBHO":
            return SUBJECT + subordinate
        before = first - 1
        while before > floor and (
            classes[before] in "DRSJ" or (classes[before] == "N" and text.words[before].islower())
        ):
            before -= 1  # "lost her daughter Jessica"
        if before < floor:
            return SUBJECT
        letter = classes[before]
        if text.lower[max(before - 1, floor) : before + 1] == ["according", "to"]:
            return SOURCE
        if letter in "IT":
            return OBJECT if text.lower[before] in {"by", "to"} and classes[before] == "I" else GOVERNED
        if letter in "vzdng":
            speaks = text.lower[before] in _speaking() and before > floor and classes[before - 1] in '",'
            return SUBJECT if speaks else OBJECT
        return SUBJECT


@cache
def _speaking() -> frozenset[str]:
    """The forms of verbs before whose subject a quotation ends: “…,” said Webb."""
    verbs = (
        "say ask add tell write note argue explain reply insist warn continue remark declare tweet acknowledge recall "
        "observe conclude respond claim assert stress"
    ).split()
    return frozenset(form for verb in verbs for form in all_forms(verb))
