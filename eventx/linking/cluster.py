"""A cluster: the tellings of one event, and what they say of it together."""

from __future__ import annotations

from dataclasses import dataclass, field

from eventx.linking.parties import Party
from eventx.linking.telling import Told
from eventx.linking.words import family_of

# parties of one event that are compared with those of a telling
MOST_PARTIES = 20


@dataclass(slots=True, eq=False)
class Cluster:
    """The tellings of one event, in text order, with the words, the participants and the kinds they give it.

    What is compared with a telling is gathered here, so that a comparison costs the same after many tellings.
    """

    tellings: list[Told] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    context: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    sums: set[str] = field(default_factory=set)
    owner_words: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    parties: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    headline: bool = True
    negotiated: bool = True
    asserted: bool = False
    plural: bool = True

    @property
    def first(self) -> Told:
        return self.tellings[0]

    @property
    def last(self) -> Told:
        return self.tellings[-1]

    def add(self, told: Told) -> None:
        if told.stands_for_event and self.tellings:
            told.draft.roles.pop("parties")  # it is no party, but the event itself
        if self.tellings and not self.asserted and told.merely_refers:
            told.draft.modality = self.last.draft.modality  # "the deal" that may be reached is not reached by that
        self.plural = self.plural and told.noun and told.head.endswith("s")
        self.asserted = self.asserted or told.asserted
        self.tellings.append(told)
        if "reason" not in told.draft.roles:
            self.words |= told.words
        self.context |= told.context
        self.around |= told.around
        self.sums |= told.sums
        self.owner_words |= told.owner_words
        self.heads.add(told.head)
        self.families |= {family for family in [family_of(told.head)] if family is not None}
        self.modifiers |= told.modifiers
        self.kinds.add(told.draft.roles.get("kind", ""))
        _add_new(self.parties, told.parties)
        _add_new(self.recipients, told.recipients)
        self.headline = self.headline and told.headline
        self.negotiated = self.negotiated and told.draft.roles.get("status") == "negotiating"


def _add_new(parties: list[Party], more: tuple[Party, ...]) -> None:
    for party in more:
        if len(parties) < MOST_PARTIES and all(party.referent is not other.referent for other in parties):
            parties.append(party)
