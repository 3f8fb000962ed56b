"""Who holds an office that a document tells by a phrase alone: "the Ohio governor", "the former secretary of state"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from eventx.mentions.coreference import NEAR, Coreference
from eventx.mentions.definites import BESIDE_OFFICES, RUNNING, learn, may_be
from eventx.mentions.description import Description
from eventx.mentions.kinds import leaders
from eventx.mentions.mention import Referent, Voice
from eventx.mentions.salience import MODIFIER, OBJECT, Candidate

# offices for which a document calls somebody by the state: "the Vermont senator"
OF_STATES = frozenset("congressman congresswoman governor mayor representative senator".split())
# those of which a country has one
HIGHEST = frozenset(["chancellor", "premier", "president", "minister"])


class Officials:
    """Reads the phrases for offices of one document and gives each to whom most of its phrases can mean."""

    def __init__(self, coreference: Coreference) -> None:
        self.coreference = coreference
        self.text = coreference.text
        self.directory = coreference.directory

    def settle(self, phrases: Iterable[tuple[int, int, Description]]) -> None:
        """Gives offices to their holders, from the phrases with where they begin and end.

        Each phrase votes for whoever is in focus before it; what the document tells otherwise is not overruled.
        """
        votes: dict[tuple[str, str], Counter[Referent]] = {}
        described_by: dict[tuple[str, str], Description] = {}
        held = self._held()
        for token, last, described in phrases:
            former = (described.role or "").lower().startswith("former")
            leader = self._leader(described)
            if leader is not None:
                learn(leader, described)
                leader.role = leader.role or described.role
            if described.kind != "person" or not (former or (described.state and described.head in OF_STATES)):
                continue
            if described.state is not None and (described.head, described.state) in held:
                continue
            key = described.head, described.state or f"former {described.country}"
            described_by[key] = described
            found = self._in_focus(token, last, described)
            if found is not None:
                votes.setdefault(key, Counter())[found] += 1
        taken: set[Referent] = set()
        for key, counted in sorted(votes.items(), key=lambda item: -item[1].most_common(1)[0][1]):
            (found, count), *others = counted.most_common(2)
            if key[0] == "president" and (count == 1 or (others and others[0][1] == count)):
                continue  # anybody can stand near "the former president"
            if found not in taken and (count > 1 or found.gender is not None):
                taken.add(found)
                learn(found, described_by[key])

    def _leader(self, described: Description) -> Referent | None:
        """The only one named who is known to have led the country: "the Norland president", where Lind is named."""
        if described.head not in HIGHEST or described.country is None or described.state is not None:
            return None
        if (described.role or "").lower() not in {"president", "prime minister", "chancellor", "premier"}:
            return None
        found = {
            id(use.referent): use.referent
            for use in self.directory.uses
            if use.named and use.referent.kind == "person" and use.referent.country in {None, described.country}
            if leaders().get((use.referent.name or "").split()[-1]) == described.country
        }
        several = len(found) != 1
        one = None if several else next(iter(found.values()))
        return one if one is not None and one.role is None else None

    def _held(self) -> set[tuple[str, str]]:
        """The offices of states whose holders the document names, "Ohio Gov. Lee", as their nouns and states."""
        bearers = (use.referent for use in self.directory.uses)
        return {(noun, one.state) for one in bearers if one.state is not None for noun in one.nouns}

    def _in_focus(self, token: int, last: int, described: Description) -> Referent | None:
        """The person in focus before a phrase, whom nothing known contradicts."""
        coreference = self.coreference
        if self.text.lower[token - 1] in {"and", "or"}:
            return None  # "Webb and the Ohio senator"
        acting = [
            coreference.chained(one)
            for one in coreference.salience.before(self.text.sentence_index(token), token)
            if not one.possesses and one.unsure < MODIFIER
        ]
        gender = coreference.gender_behind(last)
        led = described.head == "president"  # whoever has been one is known, and seeks nothing

        def fits(candidate: Candidate) -> float | None:
            referent = coreference.chained(candidate)
            if referent is not None and any(referent is one for one in acting):
                return None  # of two in one sentence the office is the other's
            if referent is None or referent.name is None or candidate.quoted:
                return None
            if candidate.cost > OBJECT and not candidate.possesses:
                return None
            if gender is not None and referent.gender not in {gender, None}:
                return None
            if led and (referent.name.split()[-1] not in leaders() or referent.nouns & RUNNING):
                return None
            role = (referent.role or "").lower().split()
            if role and role[-1] not in BESIDE_OFFICES:
                return None
            return 0.0 if may_be(referent, described) else None

        return coreference.best(token, fits, Voice(), furthest=NEAR)
