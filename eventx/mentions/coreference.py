"""What a pronoun or a definite phrase refers to: the most salient thing before it that it can stand for, if any."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from eventx.grammar.noun_phrases import phrase_start
from eventx.lexicon import load
from eventx.lexicon.inflection import all_forms
from eventx.mentions.countries import country_role
from eventx.mentions.description import Description
from eventx.mentions.directory import NO_NOUNS, Directory, nouns_of_names
from eventx.mentions.kinds import noun_kind
from eventx.mentions.mention import Referent, Voice
from eventx.mentions.phrases import is_head, phrase_behind
from eventx.mentions.pronouns import FEMALE, NEUTER, OBJECTS, PLURAL, SINGULAR
from eventx.text import Text

CLAUSES = frozenset("as because before how if since that what when where whether which while who why".split())
FRONTING = frozenset("after although as before if once since though unless until when while".split())

# how many sentences a step further from the pronoun costs for each place a name can have
SUBJECT, OBJECT, GOVERNED, POSSESSOR = 0.0, 0.7, 1.6, 0.9
UNSURE, UNNAMED, MODIFIER = 0.5, 1.2, 0.9
QUOTED = 3.0
PARAGRAPH = 0.6
FURTHEST = 5.0
FURTHEST_SENTENCES = 16
NEAR = 3.2
# what it costs that a phrase for variety is not known to fit whom it may mean
VARIED = 1.4
WITHIN_QUOTATION = 0.25
SUBORDINATE = 0.5

# nouns that point to any organization, and those that point to a country's
COMPANIES = frozenset("business company conglomerate corporation firm manufacturer maker retailer group giant".split())
TOWNS = frozenset("city town village suburb municipality island port resort".split())
# what a candidate in an election or a well-known person is called for variety
EPITHETS = frozenset(
    "actor actress banker billionaire businessman businesswoman democrat executive magnate mogul politician republican "
    "singer star tycoon veteran".split()
)
OFFICES = frozenset(
    "congressman congresswoman governor mayor president representative secretary senator speaker".split()
)
OTHERS = frozenset("another other parent rival new next second third same".split())
BODIES = frozenset("agency department group ministry office organisation organization bureau commission".split())
COUNTRIES = frozenset(["country", "nation", "republic", "kingdom"])


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
    referent: Referent | None


class Coreference:
    """Antecedents of pronouns and definite phrases in one text. `refer` gives the referent of a noun phrase.

    The cheapest candidate wins: each sentence between costs one, a place other than the subject's more. Singular
    pronouns outside quotations are resolved in text order, so that a chain of them goes back to its name.
    """

    def __init__(self, text: Text, directory: Directory, refer: Callable[[int, int], Referent]) -> None:
        self.text = text
        self.directory = directory
        self._refer = refer
        self._candidates: dict[int, list[Candidate]] = {}
        self._chain: dict[int, Referent] | None = None

    def pronoun(self, token: int, voice: Voice) -> Referent | None:
        """What a third-person pronoun refers to."""
        word = self.text.lower[token]
        if word in SINGULAR:
            if self.text.quotation(token) is None:
                return self.chain().get(token)
            return self._person_quoted(token, voice)
        if word in PLURAL:
            return self._best(token, _as_plural, voice)
        if word == "it" and self._is_dummy(token):
            return None
        found = self._best(token, _as_thing, voice)
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

    def _person_quoted(self, token: int, voice: Voice) -> Referent | None:
        """Whom somebody quoted speaks of: one named in the same paragraph, or the only one named just before it."""
        paragraph = self.text.paragraphs[self.text.paragraph_index(token)]
        found = self._person(token, voice, {}, earliest=paragraph[0])
        if found is not None:
            return found
        wanted = "f" if self.text.lower[token] in FEMALE else "m"
        near = [
            candidate.referent
            for at in self._sentences(token)
            for candidate in self.candidates(at)
            if candidate.first < token and candidate.referent and candidate.kind == "person" and not candidate.pronoun
            if candidate.referent is not voice.speaker and candidate.gender in {wanted, None}
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
            head in EPITHETS or head in OFFICES or described.state is not None or described.party is not None or former
        )

        def fits(candidate: Candidate) -> float | None:
            referent = self._chained(candidate) if varied and candidate.pronoun else candidate.referent
            if referent is None or referent.name is None:
                same = self.text.lower[candidate.last - 1] == head and candidate.kind == described.kind
                return 0.0 if same and not candidate.pronoun else None
            if not candidate.pronoun and _answers(referent, described, former=former):
                return 0.0
            return VARIED if varied and _may_be(referent, described) else None

        found = self._best(token, fits, voice, furthest=NEAR + VARIED if varied else FURTHEST)
        found = found or self._office_holder(token, described, former=former)
        if found is not None and found.name:
            _learn(found, described)
        return found

    def _chained(self, candidate: Candidate) -> Referent | None:
        """The referent of a candidate, of a pronoun by what came before it."""
        return self.chain().get(candidate.first) if candidate.pronoun else candidate.referent

    def _office_holder(self, token: int, described: Description, *, former: bool) -> Referent | None:
        """The one person of the text before who holds the office that a phrase names: "the president"."""
        if described.kind != "person":
            return None
        uses = self.directory.within(0, token)
        holders = {
            id(use.referent): use.referent
            for use in uses
            if use.named and use.referent.kind == "person" and _answers(use.referent, described, former=former)
        }
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _of_pair(self, token: int, *, last: bool) -> Referent | None:
        """The first or the second of the two that were named last together."""
        for sentence in self._sentences(token):
            named = [
                one for one in self.candidates(sentence) if one.first < token and one.referent and one.referent.name
            ]
            if len(named) == 2:
                return named[last].referent
        return None

    def _person(self, token: int, voice: Voice, chain: dict[int, Referent], earliest: int = 0) -> Referent | None:
        wanted = "f" if self.text.lower[token] in FEMALE else "m"

        def fits(candidate: Candidate) -> float | None:
            if candidate.first < earliest or candidate.gender not in {wanted, None}:
                return None
            if candidate.pronoun:
                candidate.referent = chain.get(candidate.first)
                return 0.0 if candidate.referent is not None else None
            if candidate.kind == "unknown" and candidate.referent is not None:
                return 0.0 if _can_be_surname(candidate.referent.name) else None
            return 0.0 if candidate.kind == "person" else None

        found = self._best(token, fits, voice) or self._ahead(token, wanted)
        if found is not None and found.gender is None and found.kind in {"person", "unknown"}:
            found.gender = wanted
            found.kind = "person"
        return found

    def _ahead(self, token: int, wanted: str) -> Referent | None:
        """The subject behind a fronted clause: "When she took over, Claire Nordin had …"."""
        first, last = self.text.sentence(token)
        if self.text.lower[first] not in FRONTING:
            return None
        comma = next((i for i in range(token, last) if self.text.words[i] == ","), None)
        for candidate in self.candidates(self.text.sentence_index(token)):
            if comma is not None and candidate.first == comma + 1 and candidate.referent is not None:
                fits = candidate.kind == "person" and candidate.gender in {wanted, None}
                return candidate.referent if fits else None
        return None

    def _sentences(self, token: int) -> Iterator[int]:
        text = self.text
        sentence = text.sentence_index(token)
        yield from range(sentence, max(sentence - FURTHEST_SENTENCES, -1), -1)

    def _best(
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
            for candidate in self.candidates(at):
                if candidate.last > token:
                    break
                quoted = candidate.quoted and (own is None or not own.first < candidate.first < own.last)
                cost = away + candidate.cost + QUOTED * quoted + candidate.unsure
                more = fits(candidate) if cost < best else None
                if more is None or cost + more >= best or candidate in apart:
                    continue
                referent = self._referent(candidate)
                if referent is not None and referent is not voice.speaker and not self._is_any(referent, apart):
                    best, found = cost + more, candidate
        if found is None or self._is_one_of_two(found, token, fits):
            return None
        return self._referent(found)

    def _step(self, sentence: int) -> float:
        """How far a sentence takes one away from what stands before it: words that are all quoted hardly do."""
        first, last = self.text.sentences[sentence]
        quotation = self.text.quotation(first)
        return WITHIN_QUOTATION if quotation is not None and quotation.last >= last - 1 else 1.0

    def _own_subjects(self, token: int) -> list[Candidate]:
        """The subjects of whose verb an object pronoun is the object, and whom it cannot mean: "Lee saw him"."""
        if self.text.lower[token] not in OBJECTS:
            return []
        return [one for one in self.candidates(self.text.sentence_index(token)) if self._is_own_subject(one, token)]

    def _is_any(self, referent: Referent, candidates: list[Candidate]) -> bool:
        return any(self._chained(candidate) is referent for candidate in candidates)

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
        if text.lower[token] not in OBJECTS or not governed or candidate.cost > SUBORDINATE:
            return False
        follows = text.word_class(token + 1) if token + 1 < text.sentence(token)[1] else "."
        if text.word_class(token) != "Q" or follows in "zdXBHO":
            return False
        if not CLAUSES.isdisjoint(text.lower[candidate.last : token]):
            return False
        between = self.candidates(text.sentence_index(token))
        return not any(candidate.last <= one.first < token and one.cost <= SUBORDINATE for one in between)

    def _is_one_of_two(self, found: Candidate, token: int, fits: Callable[[Candidate], float | None]) -> bool:
        """Whether a singular pronoun could as well be the other one of two that *and* joins."""
        text = self.text
        if text.lower[token] not in SINGULAR | NEUTER or found.pronoun:
            return False
        for other in self.candidates(text.sentence_index(found.first)):
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

    def candidates(self, sentence: int) -> list[Candidate]:
        """What a later pronoun can stand for in a sentence, in text order."""
        known = self._candidates.get(sentence)
        if known is None:
            known = self._candidates[sentence] = self._collect(*self.text.sentences[sentence])
        return known

    def _collect(self, first: int, last: int) -> list[Candidate]:
        text = self.text
        if text.kind_at(first) == "furniture":
            return []
        lower = text.lower
        found: list[Candidate] = []
        at = first
        uses = self.directory.within(first, last)
        taken = 0
        for token in range(first, last):
            while taken < len(uses) and uses[taken].told.stop <= token:
                taken += 1
            use = uses[taken] if taken < len(uses) else None
            if token < at:
                continue
            if use is not None and token == use.first and use.named:
                found.append(self._candidate(use.told.start, use.last, use.referent.kind, use.referent))
                at = use.told.stop
            elif lower[token] in SINGULAR:
                gender = "f" if lower[token] in FEMALE else "m"
                one = self._candidate(token, token + 1, "person", None)
                one.gender, one.pronoun = gender, True
                found.append(one)
            elif use is None or not use.first <= token < use.last or not use.named:
                kind = noun_kind(lower[token])
                if kind is None or not is_head(text, token, last):
                    continue
                begin = phrase_start(text, token + 1, max(first, at), linked=False)
                found.append(self._candidate(begin, token + 1, kind, None))
        return found

    def _candidate(self, first: int, last: int, kind: str, referent: Referent | None) -> Candidate:
        text = self.text
        unsure = 0.0
        if kind in {"unknown", "person"}:
            unsure = UNNAMED if referent is None else UNSURE * (referent.gender is None)
        if last < text.sentence(first)[1] and referent is not None and self._modifies(last):
            unsure += MODIFIER
        return Candidate(
            first,
            last,
            kind,
            self._cost(first, last),
            unsure,
            referent.gender if referent else None,
            False,
            text.quotation(first) is not None,
            referent,
        )

    def _modifies(self, behind: int) -> bool:
        """Whether a noun follows a name, which only says of what kind it is: "GOP leaders"."""
        return self.text.word_class(behind) == "N" and self.text.words[behind][0].islower()

    def _cost(self, first: int, last: int) -> float:
        """What the place costs: a subject nothing, an object, a possessor and what hangs on a preposition more."""
        text = self.text
        classes = text.word_classes(first)
        floor, limit = text.sentence(first)
        if last < limit and classes[last] == "S":
            return POSSESSOR
        subordinate = SUBORDINATE * (not CLAUSES.isdisjoint(text.lower[max(floor, first - 2) : first]))
        if last < limit and classes[last] in "zdXBHO":
            return SUBJECT + subordinate
        before = first - 1
        while before > floor and classes[before] in "DR":
            before -= 1
        if before < floor:
            return SUBJECT
        letter = classes[before]
        if letter in "IT":
            return OBJECT if text.lower[before] in {"by", "to"} and classes[before] == "I" else GOVERNED
        if letter in "vzdng":
            speaks = text.lower[before] in _speaking() and before > floor and classes[before - 1] in '",'
            return SUBJECT if speaks else OBJECT
        return SUBJECT


@cache
def _speaking() -> frozenset[str]:
    """The forms of verbs before whose subject a quotation ends: “…,” said Webb."""
    verbs = "say ask add tell write note argue explain reply insist warn".split()
    return frozenset(form for verb in verbs for form in all_forms(verb))


def _as_plural(candidate: Candidate) -> float | None:
    collective = candidate.kind == "organization" and candidate.cost <= OBJECT and candidate.unsure < MODIFIER
    return 0.0 if (candidate.kind == "group" or collective) and not candidate.pronoun else None


def _as_thing(candidate: Candidate) -> float | None:
    known = candidate.kind in {"organization", "place"}
    known = known or (candidate.kind == "unknown" and candidate.referent is not None)
    salient = candidate.cost <= POSSESSOR and candidate.unsure < MODIFIER
    return 0.0 if known and salient and not candidate.pronoun else None


def _learn(found: Referent, described: Description) -> None:
    """Adds what a definite phrase tells of the one it stands for: "the Vermont senator", "the company"."""
    if found.kind == "unknown" or (described.kind == "organization" and found.kind == "place"):
        found.kind = described.kind
    if described.kind == "person":
        found.country = found.country or described.country
        found.state = found.state or described.state
        found.party = found.party or described.party
        found.nouns |= described.nouns


def _answers(referent: Referent, described: Description, *, former: bool = False) -> bool:
    """Whether a phrase such as "the Ohio governor", "the company", "the country" can stand for what bears a name."""
    head = described.head
    if described.kind == "person":
        if referent.kind not in {"person", "unknown"} or head not in referent.nouns:
            return False
        if head in OFFICES and referent.role and ("former" in referent.role.lower()) != former:
            return False
        same_state = described.state in {None, referent.state} or referent.state is None
        same_country = described.country in {None, referent.country} or referent.country is None
        return same_state and same_country and described.party in {None, referent.party}
    if described.kind == "place":
        return (
            referent.kind == "place"
            and (
                (head in COUNTRIES and referent.country is not None and referent.state is None)
                or (head in {"state", "province"} and referent.state is not None)
                or head in (referent.name or "").lower().split()
                or head in referent.nouns
                or (
                    head == "city"
                    and referent.country is not None
                    and referent.state is None
                    and not _is_country(referent)
                )
            )
        ) or (referent.kind == "unknown" and head in TOWNS and referent.name is not None)
    if described.kind == "group":
        return False
    if referent.kind == "unknown":
        return head in COMPANIES and referent.name is not None and " " not in referent.name
    if referent.kind == "place" and referent.name is not None:
        return head in nouns_of_names().get(referent.name.split()[-1].lower(), NO_NOUNS)  # "Ashby Town … the club"
    if referent.kind != "organization":
        return False
    return (
        head in (referent.name or "").lower().split()
        or head in referent.nouns
        or (head in COMPANIES and referent.country is None)
        or (head in BODIES and referent.country is not None)
    )


def _is_country(referent: Referent) -> bool:
    return referent.name is not None and country_role(referent.name) == "name"


def _can_be_surname(name: str | None) -> bool:
    """Whether a name of unknown kind can be a person's: no other word, and no acronym."""
    if name is None or " " in name or name.isupper():
        return False
    counted: str = load("word_classes").get(name.lower(), "P")
    return "P" in counted or load("surnames").get(name.lower()) == "s"


def _may_be(referent: Referent, described: Description) -> bool:
    """Whether nothing known of a person contradicts a phrase: another office, party, state or country."""
    if referent.kind != "person":
        return False
    office = described.head in OFFICES
    if office and referent.nouns & OFFICES and described.head not in referent.nouns:
        return False
    return (
        (referent.party is None or described.party in {None, referent.party})
        and (referent.state is None or described.state in {None, referent.state})
        and (referent.country is None or described.country in {None, referent.country})
    )
