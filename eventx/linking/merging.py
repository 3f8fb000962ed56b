"""Merging: one event from its several tellings, by type, participants and theme."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from eventx.linking.parties import compatible, named, share
from eventx.linking.telling import STEM, Told, family_of, known, linking_words, refers_to_earlier
from eventx.mentions import Mention, Referent
from eventx.rules import Draft
from eventx.text import Range, Text

# an event that has not been told again for this many others stays as it is
MOST_OPEN = 40
# the share of common words, of the theme that has fewer, by which two themes are one
LEAST_OVERLAP = 0.3
# sentences over which a noun without names or theme may point to an event whose words it does not repeat
NEAR = 3
# tokens before an event in which a text may have named what it is about
LOOK_BEHIND = 250


@dataclass(slots=True, eq=False)
class Cluster:
    """The tellings of one event, in text order, with what they say of it together."""

    tellings: list[Told] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    context: set[str] = field(default_factory=set)
    referents: list[Referent] = field(default_factory=list)
    recipients: list[Referent] = field(default_factory=list)
    sums: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    headline: bool = True

    @property
    def last(self) -> Told:
        return self.tellings[-1]

    def add(self, told: Told) -> None:
        self.tellings.append(told)
        if "reason" not in told.draft.roles:
            self.words |= told.words
        self.context |= told.context
        self.sums |= told.sums
        self.referents += [one for one in known(told.referents) if all(one is not other for other in self.referents)]
        self.recipients += [
            one for one in known(_recipients(told.draft)) if all(one is not other for other in self.recipients)
        ]
        family = family_of(told.head)
        if family is not None:
            self.families.add(family)
        self.kinds.add(told.draft.roles.get("kind", ""))
        self.headline = self.headline and told.headline


class Reason(NamedTuple):
    """How surely a telling belongs to a cluster, and why."""

    strength: int
    wording: str


# a telling joins the cluster to which it belongs most surely, of several such the one told last
WEAK, POINTS_BACK, SAME_NOUN, SAME_THEME = 1, 2, 3, 4


def merge(text: Text, told: list[Told]) -> list[Cluster]:
    """The clusters of tellings, each in text order, by their first one."""
    clusters: list[Cluster] = []
    open_by_type: dict[str, list[Cluster]] = {}
    for one in told:
        known_clusters = open_by_type.setdefault(one.draft.type, [])
        home = _home(text, known_clusters, one)
        if home is None and one.draft.needs_antecedent:
            continue
        if one.draft.needs_antecedent and _is_told_nearer(open_by_type, one, home):
            continue
        if home is None:
            home = Cluster()
            clusters.append(home)
        else:
            known_clusters.remove(home)
        known_clusters.append(home)
        del known_clusters[:-MOST_OPEN]
        home.add(one)
    return clusters


def _home(text: Text, clusters: list[Cluster], told: Told) -> Cluster | None:
    """The cluster to which a telling belongs most surely; of several such the one told last."""
    best: Cluster | None = None
    strength = 0
    for cluster in reversed(clusters):
        reason = _same(text, cluster, told, only=len(clusters) == 1)
        if reason is not None and reason.strength > strength:
            best, strength, told.reason = cluster, reason.strength, reason.wording
            if strength >= SAME_THEME:
                break
    return best


def _is_told_nearer(open_by_type: dict[str, list[Cluster]], told: Told, home: Cluster | None) -> bool:
    """Whether "they rejected it", which may tell of an offer or of a pact, follows an event of another type."""
    if home is None or told.noun:
        return False
    others = [
        clusters[-1].last.token
        for kind, clusters in open_by_type.items()
        if clusters and kind not in {told.draft.type, "characterization"}
    ]
    return any(home.last.token < other < told.token for other in others)


def _same(text: Text, cluster: Cluster, told: Told, *, only: bool) -> Reason | None:
    """Why a telling belongs to a cluster, or nothing where it does not."""
    if told.draft.type == "characterization":
        same = _same_characterization(cluster.tellings[0], told)
        return Reason(SAME_THEME, "holder and description are the same") if same else None
    if not _compatible_polarity(cluster, told):
        return None
    if told.draft.type == "offer":
        return _same_offer(text, cluster, told, only=only)
    if told.draft.type == "agreement":
        return _same_agreement(text, cluster, told, only=only)
    return _same_theme(text, cluster, told)


def _compatible_polarity(cluster: Cluster, told: Told) -> bool:
    """Whether both are told to have happened, or both not; else a noun must point to the one told before."""
    if told.draft.polarity == cluster.tellings[0].draft.polarity:
        return True
    return told.refers_back and share(cluster.referents, told.referents)


def _overlap(first: set[str] | frozenset[str], second: set[str] | frozenset[str]) -> float:
    """The share of common words among those of the shorter one."""
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0


def _same_theme(text: Text, cluster: Cluster, told: Told) -> Reason | None:
    """Whether two tellings are about the same: their themes share words, or one points to the other's."""
    if told.words and cluster.words:
        theme = told.draft.roles.get("theme")
        if isinstance(theme, Range) and refers_to_earlier(text.string(theme)):
            return Reason(POINTS_BACK, "its theme refers to the one told before")
        overlap = _overlap(told.words, cluster.words)
        if overlap >= LEAST_OVERLAP:
            return Reason(SAME_THEME, f"{overlap:.0%} of the theme's words are the same")
    return None


def _shares(cluster: Cluster, told: Told) -> bool:
    """Whether a party of the telling is one of the event, or is named among its words."""
    return share(cluster.referents, told.referents) or any(
        named(referent) & cluster.context for referent in known(told.referents)
    )


def _compatible(cluster: Cluster, told: Told, *, several: bool = False) -> bool:
    """Whether the parties can be those of one event."""
    if compatible(cluster.referents, told.referents, several=several):
        return True
    parties = known(told.referents)
    return bool(parties) and all(named(referent) & cluster.context for referent in parties)


def _apart(told: Told) -> bool:
    """Whether a noun says that it tells another event: "a separate deal", "a rival bid"."""
    return not told.modifiers.isdisjoint(linking_words("apart"))


def _names_fit(text: Text, cluster: Cluster, told: Told, *, only: bool) -> bool:
    """Whether the names before a noun ("the Iran deal") are among the words of the event."""
    if not told.names or told.names & cluster.context:
        return True
    if not (only and told.refers_back and not known(told.referents)):
        return False
    # "the Dome deal": what a text was about before the event was told can name it
    begins = cluster.tellings[0].token
    return any(text.lower[at][:STEM] in told.names for at in range(max(begins - LOOK_BEHIND, 0), begins))


def _same_offer(text: Text, cluster: Cluster, told: Told, *, only: bool) -> Reason | None:
    if not _compatible(cluster, told) or _takes_its_own(cluster, told):
        return None
    if told.draft.needs_antecedent and not told.noun:
        return _outcome(cluster, told)
    shared = _shares(cluster, told)
    same_theme = _same_theme(text, cluster, told)
    if told.refers_back:
        if _apart(told) or not _names_fit(text, cluster, told, only=only):
            return same_theme if shared else None
        return same_theme or _pointing_back(cluster, told, shared=shared, only=only)
    if told.headline or cluster.headline:
        return same_theme or _headline(cluster, told, shared=shared)
    takers = compatible(cluster.recipients, known(_recipients(told.draft)))
    if same_theme:
        return same_theme if takers or not told.noun else None
    if not told.noun or not takers or _apart(told):
        return _without_theme(cluster, told, shared=shared) if takers and not _apart(told) else None
    if shared and not told.modifiers.isdisjoint(linking_words("renewed")):
        return Reason(POINTS_BACK, "it is one more word on the same offer")
    return _without_theme(cluster, told, shared=shared)


def _takes_its_own(cluster: Cluster, told: Told) -> bool:
    """Whether who takes or refuses it here made it there: an offer and the counter-offer are two."""
    takers = known(_recipients(told.draft))
    return any(one is other for one in takers for other in cluster.referents)


def _without_theme(cluster: Cluster, told: Told, *, shared: bool) -> Reason | None:
    """A telling that says nothing of what it is about is one with an event of the same party."""
    if shared and (not told.words or not cluster.words):
        return Reason(WEAK, "they share a participant")
    return None


def _pointing_back(cluster: Cluster, told: Told, *, shared: bool, only: bool) -> Reason | None:
    """A definite noun points to the event told before, unless its words say that it is about something else."""
    if told.words and cluster.words and not told.draft.roles.get("terms") and not _money(told):
        near = told.sentence - cluster.last.sentence <= NEAR and family_of(told.head) != "pledge"
        if _overlap(told.words, cluster.context) < LEAST_OVERLAP and not (near and (only or shared)):
            return None
    return Reason(POINTS_BACK, "its noun refers to one told before")


def _money(told: Told) -> bool:
    """Whether what it is about is a sum, which may be raised."""
    return any(word[0] in "$£€" or word[0].isdigit() for word in told.words)


def _headline(cluster: Cluster, told: Told, *, shared: bool) -> Reason | None:
    """A headline and the text under it tell one event, unless their themes are known to differ."""
    if _overlap(told.context, cluster.context) >= LEAST_OVERLAP:
        return Reason(SAME_NOUN, "the headline has the same words")
    if (shared or not told.referents or not cluster.referents) and not (told.words and cluster.words):
        return Reason(WEAK, "the headline tells it too")
    return None


def _outcome(cluster: Cluster, told: Told) -> Reason | None:
    """What became of an event, told without its noun, belongs to the one told just before."""
    if told.sentence - cluster.last.sentence <= 1:
        return Reason(POINTS_BACK, "it says what became of the one told just before")
    return None


def _same_agreement(text: Text, cluster: Cluster, told: Told, *, only: bool) -> Reason | None:
    if not _compatible_kinds(cluster, told):
        return None
    if told.draft.needs_antecedent and not told.noun:
        return _outcome(cluster, told) if compatible(cluster.referents, told.referents) else None
    same_theme = _same_theme(text, cluster, told)
    shared = _shares(cluster, told)
    if not _compatible(cluster, told, several=True):
        headline = told.headline or cluster.headline
        close = headline and _overlap(told.context, cluster.context) >= LEAST_OVERLAP
        return Reason(SAME_NOUN, "the headline has the same words") if close else None
    if _apart(told) or not _names_fit(text, cluster, told, only=only):
        return same_theme if shared else None
    if not _compatible_families(cluster, told):
        return None
    if same_theme:
        return same_theme
    if told.refers_back:
        return _pact_pointing_back(cluster, told, shared=shared, only=only)
    if told.headline or cluster.headline:
        return _headline(cluster, told, shared=shared)
    if shared and told.sums & cluster.sums:
        return Reason(SAME_THEME, "they share a participant and a sum")
    if told.sums and cluster.sums and told.noun:
        return None
    if shared and told.sentence == cluster.last.sentence and told.head == cluster.last.head == "agreed":
        return Reason(SAME_NOUN, "one agreement has both obligations")
    if only and told.noun and not told.words and not known(told.referents):
        return Reason(WEAK, "it is the only one told so far, and nothing sets another apart")
    return _without_theme(cluster, told, shared=shared)


def _pact_pointing_back(cluster: Cluster, told: Told, *, shared: bool, only: bool) -> Reason | None:
    back = _pointing_back(cluster, told, shared=shared, only=only)
    family = family_of(told.head)
    same_noun = any(told.head == one.head for one in cluster.tellings) or (
        family is not None and family in cluster.families
    )
    return Reason(SAME_NOUN, back.wording) if back is not None and same_noun else back


def _compatible_kinds(cluster: Cluster, told: Told) -> bool:
    """Whether the kinds may be one event's: a consent and the pact that it makes are, a pledge and a pact are not."""
    kind = told.draft.roles.get("kind", "")
    if kind in cluster.kinds:
        return True
    if "commitment" in cluster.kinds or kind == "commitment":
        return told.refers_back and family_of(told.head) == "pledge" and "consent" in cluster.kinds
    return True


def _compatible_families(cluster: Cluster, told: Told) -> bool:
    """Whether the nouns may name one event: a treaty is no truce, a deal may be either."""
    family = family_of(told.head)
    return family is None or not cluster.families or family in cluster.families


def _recipients(draft: Draft) -> list[Referent]:
    value = draft.roles.get("recipient")
    return [value.referent] if isinstance(value, Mention) and value.referent else []


def _same_characterization(first: Told, second: Told) -> bool:
    if not first.words or first.words != second.words:
        return False
    holders = [told.draft.roles.get("holder") for told in (first, second)]
    referents = [holder.referent for holder in holders if isinstance(holder, Mention) and holder.referent]
    return len(referents) == 2 and referents[0] is referents[1]
