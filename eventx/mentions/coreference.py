"""What a pronoun or a definite phrase refers to: the most salient thing before it that it can stand for, if any."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eventx.mentions.definites import EPITHETS, OTHERS, RUNNING, answers, learn, may_be
from eventx.mentions.description import Description
from eventx.mentions.directory import Directory
from eventx.mentions.kinds import can_be_surname, noun_kind
from eventx.mentions.mention import Referent, Voice
from eventx.mentions.phrases import phrase_behind
from eventx.mentions.pronouns import FEMALE, NEUTER, OBJECTS, PLURAL, SINGULAR
from eventx.mentions.salience import (
    CLAUSES,
    LONGEST_ASIDE,
    MODIFIER,
    OBJECT,
    POSSESSOR,
    SOURCE,
    SUBORDINATE,
    Candidate,
    Salience,
)
from eventx.text import Text

# of a paragraph's first sentence: "Despite her loss, Lee said"
FRONTED = frozenset("amid at by despite during for in on throughout with".split())
SPANS = frozenset(
    "day days hour hours minute minutes month months week weeks year years just long shortly soon".split()
)
FRONTING = frozenset("after although as before if once since though unless until when while".split())

# further away than this, in sentences, nothing is referred to
FURTHEST = 5.0
FURTHEST_SENTENCES = 16
# what else makes a candidate seem further away: a paragraph's end, and quotation marks around it alone
PARAGRAPH, QUOTED = 0.6, 3.0
# words that are all quoted hardly take one away from what stands before them
WITHIN_QUOTATION = 0.25
# a phrase for variety ("the Vermont senator") that is not known to fit needs somebody near
NEAR, VARIED = 3.2, 1.4
# how far behind a pronoun a name is still in its clause
CLAUSE_LENGTH = 8
# what it costs that somebody has said nothing where a pronoun is a speaker's
SILENT = 0.6
# what it costs that *they* stands for an organization, and not for people
COLLECTIVE = 0.4
# what it costs a pronoun for a person that nothing tells a name to be a person's
UNKNOWN = 1.0
# how far into its sentence a subject begins that *it* takes up in a later one
LATEST_SUBJECT = 3


class Coreference:
    """Antecedents of pronouns and definite phrases in one text. `refer` gives the referent of a noun phrase.

    The cheapest candidate wins: each sentence between costs one, a place other than the subject's more. Singular
    pronouns outside quotations are resolved in text order, so that a chain of them goes back to its name.
    """

    def __init__(self, text: Text, directory: Directory, refer: Callable[[int, int], Referent]) -> None:
        self.text = text
        self.directory = directory
        self._refer = refer
        self.salience = Salience(text, directory)
        self._chain: dict[int, Referent] | None = None

    def pronoun(self, token: int, voice: Voice) -> Referent | None:
        """What a third-person pronoun refers to."""
        word = self.text.lower[token]
        if word in SINGULAR:
            if self.text.quotation(token) is None:
                return self.chain().get(token)
            return self._person_quoted(token, voice)
        if word in PLURAL:
            return self.best(token, _as_plural, voice)
        if word == "it" and (self._is_dummy(token) or self._is_thing(token)):
            return None
        sentence = self.text.sentence_index(token)

        says = self.salience.speaks(token, token + 1)

        def fits(candidate: Candidate) -> float | None:
            own = self.text.sentence_index(candidate.first)
            opens = candidate.first - self.text.sentences[own][0] <= LATEST_SUBJECT
            return _as_thing(candidate) if own == sentence or opens or (says and candidate.cost == SOURCE) else None

        found = self.best(token, fits, voice)
        if found is not None and found.kind == "unknown":
            found.kind = "organization"
        return found

    def _is_dummy(self, token: int) -> bool:
        """Whether *it* stands for a clause behind: "It is easy to be cynical", "It was clear that"."""
        text = self.text
        last = text.sentence(token)[1]
        be = token + 1
        if be >= last or text.word_class(be) not in "BXH":
            return False
        behind = text.lower[be + 1 : min(be + 7, last)]
        return "that" in behind or ("to" in behind and "said" not in behind)

    def _is_thing(self, token: int) -> bool:
        """Whether *it* takes up the thing of the clause before *and*: "that the offer was new and that it …"."""
        text = self.text
        first = text.sentence(token)[0]
        conjunction = token - 1 - (text.lower[token - 1] == "that")
        if conjunction <= first or text.lower[conjunction] != "and":
            return False
        classes = text.word_classes(token)
        for at in range(conjunction - 1, first, -1):
            if classes[at] in "NPQ" and classes[at + 1] in "BzdHX":
                return classes[at] == "N" and noun_kind(text.lower[at]) is None
            if text.lower[at] in CLAUSES:
                return False
        return False

    def _person_quoted(self, token: int, voice: Voice) -> Referent | None:
        """Whom somebody quoted speaks of: one named in the same paragraph, or the only one named just before it."""
        paragraph = self.text.paragraphs[self.text.paragraph_index(token)]
        found = self._person(token, voice, {}, earliest=paragraph[0])
        if found is not None:
            return found
        wanted = "f" if self.text.lower[token] in FEMALE else "m"
        before = self.text.paragraphs[max(self.text.paragraph_index(token) - 1, 0)][0]
        near = [
            candidate.referent
            for at in self._sentences(token)
            if self.text.sentences[at][0] >= before
            for candidate in self.salience.candidates(at)
            if candidate.first < token and candidate.referent and candidate.kind == "person" and not candidate.pronoun
            if candidate.referent is not voice.speaker and candidate.gender == wanted and candidate.cost <= OBJECT
        ]
        return near[0] if near and all(one is near[0] for one in near) else None

    def chain(self) -> dict[int, Referent]:
        """The referents of all singular pronouns outside quotations, by token."""
        if self._chain is None:
            self._chain = {}
            for token in self.text.occurrences(SINGULAR):
                if self.text.quotation(token) is None:
                    found = self._person(token, Voice(), self._chain)
                    if found is not None:
                        self._chain[token] = found
        return self._chain

    def definite(self, token: int, described: Description, voice: Voice) -> Referent | None:
        """What "the senator", "this company", "the former" refers to, where something before fits."""
        head = described.head
        if head in {"former", "latter"}:
            return self._of_pair(token, last=head == "latter")
        if described.kind == "unknown" or not OTHERS.isdisjoint(self.text.words[token : token + 3]):
            return None
        former = "former" in self.text.lower[token : token + 4]
        varied = described.kind == "person" and (
            described.head in EPITHETS
            or (described.country is not None and described.state is None)
            or described.party is not None
            or former
        )
        gender = self.gender_behind(token + 1) if varied else None
        led = former and described.head == "president"  # that many would become again

        others = self._others(token)

        def fits(candidate: Candidate) -> float | None:
            referent = self.chained(candidate) if varied and candidate.pronoun else candidate.referent
            if varied and referent is not None and any(referent is one for one in others):
                return None
            if referent is None or referent.name is None:
                if self.text.kind_at(candidate.first) == "headline":
                    return None
                same = self.text.lower[candidate.last - 1] == head and candidate.kind == described.kind
                return 0.0 if same and not candidate.pronoun else None
            if not candidate.pronoun and answers(referent, described, former=former):
                return 0.0
            if led and referent.nouns & RUNNING:
                return None
            in_focus = candidate.cost <= OBJECT and not candidate.quoted
            in_focus = in_focus and (gender is None or referent.gender in {gender, None})
            return VARIED if varied and in_focus and may_be(referent, described) else None

        found = self.best(token, fits, voice, furthest=NEAR + VARIED if varied else FURTHEST)
        found = found or self._office_holder(token, described, former=former)
        if found is not None and found.name:
            learn(found, described)
        return found

    def _others(self, token: int) -> list[Referent]:
        """Whom a phrase for variety does not mean: whoever is named behind it, and the subject whose object it is."""
        text = self.text
        found = self._named_behind(token, 2 * CLAUSE_LENGTH)
        if token and text.word_class(token - 1) in "vzdngIT":
            subjects = self.salience.before(text.sentence_index(token), token)
            chained = [self.chained(one) for one in subjects if one.cost <= SUBORDINATE and not one.possesses]
            found = [*found, *(one for one in chained if one is not None)]
        return found

    def gender_behind(self, last: int) -> str | None:
        """The gender of the pronoun that takes a phrase up in its sentence: "the Ohio senator said he"."""
        text = self.text
        for at in range(last, min(text.sentence(last - 1)[1], last + LONGEST_ASIDE)):
            if text.lower[at] in SINGULAR and text.quotation(at) is text.quotation(last - 1):
                return "f" if text.lower[at] in FEMALE else "m"
            use = self.directory.covering(at)
            other = at > last + 1 and noun_kind(text.lower[at]) in {"person", "group"}
            if other or (use is not None and use.referent.kind == "person"):
                return None
        return None

    def chained(self, candidate: Candidate) -> Referent | None:
        """The referent of a candidate, of a pronoun by what came before it."""
        return self.chain().get(candidate.first) if candidate.pronoun else candidate.referent

    def _office_holder(self, token: int, described: Description, *, former: bool) -> Referent | None:
        """The one before who holds the office, or has the noun in its name, that a phrase gives: "the president"."""
        if described.kind not in {"person", "organization"}:
            return None
        holders = {
            id(use.referent): use.referent
            for use in self.directory.within(0, token)
            if use.named and use.referent.kind == described.kind
            if described.kind == "person" or described.head in (use.referent.name or "").lower().split()
            if answers(use.referent, described, former=former)
        }
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _of_pair(self, token: int, *, last: bool) -> Referent | None:
        """The first or the second of the two that were named last together."""
        for sentence in self._sentences(token):
            named = [
                one
                for one in self.salience.candidates(sentence)
                if one.first < token and one.referent and one.referent.name
            ]
            if len(named) == 2:
                return named[last].referent
        return None

    def _person(self, token: int, voice: Voice, chain: dict[int, Referent], earliest: int = 0) -> Referent | None:
        wanted = "f" if self.text.lower[token] in FEMALE else "m"
        named_behind = self._named_behind(token)
        spoken = self.salience.speaks(token, token + 1)

        def fits(candidate: Candidate) -> float | None:
            more = compatible(candidate)
            if more is None or not spoken or self.salience.speaks(candidate.first, candidate.last):
                return more
            return more + SILENT

        def compatible(candidate: Candidate) -> float | None:
            if any(candidate.referent is one for one in named_behind):
                return None
            gender = candidate.referent.gender if candidate.referent and not candidate.pronoun else candidate.gender
            if candidate.first < earliest or gender not in {wanted, None}:
                return None
            if candidate.pronoun:
                candidate.referent = chain.get(candidate.first)
                return 0.0 if candidate.referent is not None else None
            if candidate.kind == "unknown" and candidate.referent is not None:
                if not can_be_surname(candidate.referent.name):
                    return None
                return 0.0 if candidate.cost <= SUBORDINATE else UNKNOWN
            return 0.0 if candidate.kind == "person" else None

        ahead = self._ahead(token, wanted)
        opens = self.text.sentence(token)[0] == self.text.paragraphs[self.text.paragraph_index(token)][0]
        found = self._owner(token, fits) or (ahead if opens else None) or self.best(token, fits, voice) or ahead
        if found is not None and found.kind == "group":
            return None
        if found is not None and found.gender is None and found.kind in {"person", "unknown"}:
            found.gender = wanted
            found.kind = "person"
        return found

    def _owner(self, token: int, fits: Callable[[Candidate], float | None]) -> Referent | None:
        """Whose the noun is in whose clause a pronoun stands: "Lee's announcement that he would run"."""
        text = self.text
        near = [one for one in self.salience.before(text.sentence_index(token), token) if one.possesses]
        if not near or fits(near[-1]) is None:
            return None
        between = range(near[-1].last, token)
        finite = any(text.word_class(i) in "zdXBHO" for i in between)
        clause = {text.lower[i] for i in between} & {"that", "what"}
        return self._referent(near[-1]) if clause and not finite else None

    def _named_behind(self, token: int, length: int = CLAUSE_LENGTH) -> list[Referent]:
        """Those whose names follow in the sentence, whom a pronoun before them does not mean: "He calls Lee's plan"."""
        last = self.text.sentence(token)[1]
        if self._is_fronted(token) or self.text.quotation(token) is not None:
            return []
        return [
            use.referent
            for use in self.directory.within(token + 1, min(last, token + length))
            if use.named and self.text.quotation(use.first) is None
        ]

    def _is_fronted(self, token: int) -> bool:
        """Whether the sentence begins with a subordinate clause: "Even as he won, …"."""
        lower, first = self.text.lower, self.text.sentence(token)[0]
        if (
            lower[first] in FRONTED
            and first < token
            and first == self.text.paragraphs[self.text.paragraph_index(token)][0]
        ):
            return True  # "In his speech to the club, Lee said"
        classes = self.text.word_classes(first)
        at = first + (lower[first] == "even")
        while at < token and (classes[at] in "MD" or lower[at] in SPANS):
            at += 1  # "Two weeks after she won, Lee said"
        return lower[at] in FRONTING

    def _ahead(self, token: int, wanted: str) -> Referent | None:
        """The subject behind a fronted clause: "When she took over, Claire Nordin had …"."""
        last = self.text.sentence(token)[1]
        if not self._is_fronted(token):
            return None
        comma = next((i for i in range(token, last) if self.text.words[i] == ","), None)
        for candidate in self.salience.candidates(self.text.sentence_index(token)):
            if candidate.last <= token and candidate.kind == "person" and candidate.gender in {wanted, None}:
                return None  # "Just after Lee gave his speech, Webb left"
            if comma is not None and candidate.first == comma + 1 and candidate.referent is not None:
                fits = candidate.kind == "person" and candidate.gender in {wanted, None}
                return candidate.referent if fits else None
        return None

    def _sentences(self, token: int) -> Iterator[int]:
        text = self.text
        sentence = text.sentence_index(token)
        yield from range(sentence, max(sentence - FURTHEST_SENTENCES, -1), -1)

    def best(
        self, token: int, fits: Callable[[Candidate], float | None], voice: Voice, furthest: float = FURTHEST
    ) -> Referent | None:
        """The referent of the cheapest candidate before a token; `fits` gives what a candidate costs more, or None."""
        text = self.text
        own = text.quotation(token)
        paragraph, sentence = text.paragraph_index(token), text.sentence_index(token)
        apart = self._own_subjects(token)
        best = furthest
        found: Candidate | None = None
        distance = 0.0
        for at in self._sentences(token):
            if at < sentence:
                distance += self._step(at)
            away = distance + PARAGRAPH * (paragraph - text.paragraph_index(text.sentences[at][0]))
            if away >= best:
                break
            for candidate in self.salience.before(at, token):
                quoted = candidate.quoted and (own is None or not own.first < candidate.first < own.last)
                cost = away + candidate.cost + QUOTED * quoted + candidate.unsure
                more = fits(candidate) if cost < best else None
                if more is None or cost + more >= best or candidate in apart:
                    continue
                referent = self._referent(candidate)
                if referent is None or referent is voice.speaker or self._is_any(referent, apart):
                    continue
                if not self._is_one_of_two(candidate, token, fits):
                    best, found = cost + more, candidate
        return None if found is None else self._referent(found)

    def _step(self, sentence: int) -> float:
        """How far a sentence takes one away from what stands before it: words that are all quoted hardly do."""
        first, last = self.text.sentences[sentence]
        quotation = self.text.quotation(first)
        return WITHIN_QUOTATION if quotation is not None and quotation.last >= last - 1 else 1.0

    def _own_subjects(self, token: int) -> list[Candidate]:
        """The subjects of whose verb an object pronoun is the object, and whom it cannot mean: "Lee saw him"."""
        if self.text.lower[token] not in OBJECTS:
            return []
        return [
            one for one in self.salience.candidates(self.text.sentence_index(token)) if self._is_own_subject(one, token)
        ]

    def _is_any(self, referent: Referent, candidates: list[Candidate]) -> bool:
        return any(self.chained(candidate) is referent for candidate in candidates)

    def _referent(self, candidate: Candidate) -> Referent | None:
        if candidate.referent is None and not candidate.pronoun:
            limit = self.text.sentence(candidate.first)[1]
            last = phrase_behind(self.text, self.directory, candidate.last - 1, limit)
            candidate.referent = self._refer(candidate.first, last)
        return candidate.referent

    def _is_own_subject(self, candidate: Candidate, token: int) -> bool:
        """Whether a candidate is the subject of whose verb the pronoun is the object: "Locke recognised him"."""
        text = self.text
        governed = token > candidate.last and text.word_class(token - 1) in "vzdngIT"
        if not governed or candidate.cost > SUBORDINATE:
            return False
        if candidate.possesses and text.lower[token] in SINGULAR:
            return False  # "Lee's aides calling him"
        follows = text.word_class(token + 1) if token + 1 < text.sentence(token)[1] else "."
        if text.lower[token] in OBJECTS and (text.word_class(token) != "Q" or follows in "zdXBHO"):
            return False
        between = text.lower[candidate.last : token]
        finite = text.word_class(token - 1) in "zd" and not FRONTING.isdisjoint(between)
        if finite or not CLAUSES.isdisjoint(between):
            return False  # "Lee left after somebody told him"
        if text.word_class(token - 1) == "g" and token - 2 >= candidate.last and text.word_class(token - 2) == "N":
            return False  # "Lee signed papers ordering him to leave"
        return not any(
            candidate.last <= one.first < token
            and one.cost <= SUBORDINATE
            and not one.possesses
            and text.word_class(one.last) != ","
            for one in self.salience.candidates(text.sentence_index(token))
        )

    def _is_one_of_two(self, found: Candidate, token: int, fits: Callable[[Candidate], float | None]) -> bool:
        """Whether a singular pronoun could as well be the other one of two that *and* joins."""
        text = self.text
        if text.lower[token] not in SINGULAR | NEUTER or found.pronoun:
            return False
        for other in self.salience.candidates(text.sentence_index(found.first)):
            near = other.last == found.first - 1 or other.first == found.last + 1
            between = min(other.last, found.last)
            if (
                near
                and not other.pronoun
                and text.lower[between] in {"and", "or"}
                and other.last <= token
                and fits(other) is not None
            ):
                return other.referent is not found.referent
        return False


def _as_plural(candidate: Candidate) -> float | None:
    if candidate.kind == "person" and candidate.referent is None and not candidate.pronoun:
        return 0.0  # "the person confirmed it because they …"
    if candidate.kind == "group":
        return 0.0
    collective = candidate.kind == "organization" and candidate.cost <= OBJECT and candidate.unsure < MODIFIER
    return COLLECTIVE if collective else None


def _as_thing(candidate: Candidate) -> float | None:
    known = candidate.kind in {"organization", "place"}
    known = known or (candidate.kind == "unknown" and candidate.referent is not None)
    salient = candidate.cost <= POSSESSOR and candidate.unsure < MODIFIER
    return 0.0 if known and salient and not candidate.pronoun else None
