"""Merging: one event from its several tellings, by type, participants and theme."""

from __future__ import annotations

from eventx.linking.cluster import Cluster
from eventx.linking.sameness import SAME_THEME, Reason, same_agreement, same_characterization, same_offer, same_theme
from eventx.linking.telling import Told
from eventx.text import Text

# an event that has not been told again for this many others stays as it is
MOST_OPEN = 40


def merge(text: Text, told: list[Told]) -> list[Cluster]:
    """The clusters of tellings, each in text order, by their first one."""
    clusters: list[Cluster] = []
    open_by_type: dict[str, list[Cluster]] = {}
    for one in told:
        known = open_by_type.setdefault(one.draft.type, [])
        home = _home(text, known, one)
        if one.draft.needs_antecedent and (home is None or _is_told_nearer(open_by_type, one, home)):
            continue
        if home is None:
            home = Cluster()
            clusters.append(home)
        else:
            known.remove(home)
        known.append(home)
        del known[:-MOST_OPEN]
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


def _same(text: Text, cluster: Cluster, told: Told, *, only: bool) -> Reason | None:
    """Why a telling belongs to a cluster, or nothing where it does not."""
    match told.draft.type:
        case "offer":
            return same_offer(text, cluster, told, only=only)
        case "agreement":
            return same_agreement(text, cluster, told, only=only)
        case "characterization":
            return same_characterization(cluster, told)
        case _:
            return same_theme(text, cluster, told)


def _is_told_nearer(open_by_type: dict[str, list[Cluster]], told: Told, home: Cluster) -> bool:
    """Whether "they rejected it", which may tell of an offer or of a pact, rather tells of an event of another type.

    Where somebody accepted an offer and "it" was rejected later, "it" is the offer.
    """
    if told.noun:
        return False
    for kind, clusters in open_by_type.items():
        if not clusters or kind in {told.draft.type, "characterization"}:
            continue
        other = clusters[-1]
        if _is_consent_to(other, home):
            continue
        if home.last.token < other.last.token <= told.token or _is_consent_to(home, other):
            return True
    return False


def _is_consent_to(consent: Cluster, offer: Cluster) -> bool:
    """Whether one cluster tells that the other's offer was accepted: "the board accepted the offer"."""
    return consent.kinds == {"consent"} and consent.last.sentence == offer.last.sentence
