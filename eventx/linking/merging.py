"""Merging: one event from its several tellings, by type, participants and theme."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from eventx.linking.attribution import Reported
from eventx.mentions import Mention, Referent
from eventx.rules import Draft
from eventx.text import Range, Text

LEAST_OVERLAP = 0.25
LIGHT_WORDS = frozenset(
    "a about all also an and any are as at be been being by could did do does for from had has have her his in "
    "including into is it its more my new not of on only or other our out over same should some than that the their "
    "these this those to up was were which who will with would your".split()
)
PRINCIPAL_ROLE = {"offer": "offerer", "agreement": "parties", "characterization": "holder"}


@dataclass(slots=True)
class Told:
    """A draft with the statement around it, the content words of what it is about, and why it was merged."""

    draft: Draft
    reported: Reported | None
    words: frozenset[str] = frozenset()
    reason: str = ""


@dataclass(slots=True, eq=False)
class Cluster:
    """The tellings of one event, in text order."""

    tellings: list[Told] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    referents: list[Referent] = field(default_factory=list)


WORD = re.compile(r"[$£€]?\w+")


def stems(text: str) -> frozenset[str]:
    """The content words of a phrase, cut to what their inflected forms share.

    >>> sorted(stems("to house American criminals"))
    ['ameri', 'crimi', 'house']
    """
    words = WORD.findall(text.lower())
    return frozenset(word[:5] for word in words if word not in LIGHT_WORDS and len(word) > 1)


def as_told(text: Text, draft: Draft, reported: Reported | None) -> Told:
    """A telling with the words of its theme, its description or its reason."""
    roles = draft.roles
    about = roles.get("theme") or roles.get("description") or roles.get("reason")
    return Told(draft, reported, stems(text.string(about)) if about else frozenset())


def merge(text: Text, told: list[Told]) -> list[Cluster]:
    """The clusters of tellings, each in text order, by their first one."""
    clusters: list[Cluster] = []
    open_by_type: dict[str, list[Cluster]] = {}
    for one in told:
        known = open_by_type.setdefault(one.draft.type, [])
        home = None
        for cluster in reversed(known):
            one.reason = _same(text, cluster, one)
            if one.reason:
                home = cluster
                break
        if home is None and one.draft.needs_antecedent:
            continue
        if home is None:
            home = Cluster()
            clusters.append(home)
        else:
            known.remove(home)
        known.append(home)
        # an event that has not been told again for this many others stays as it is
        del known[:-MOST_OPEN]
        _add(home, one)
    return clusters


MOST_OPEN = 40


def _add(cluster: Cluster, told: Told) -> None:
    cluster.tellings.append(told)
    if "reason" not in told.draft.roles:
        cluster.words |= told.words
    cluster.referents += [referent for referent in _referents(told.draft) if _known(referent)]


def _referents(draft: Draft) -> list[Referent]:
    value: Any = draft.roles.get(PRINCIPAL_ROLE.get(draft.type, ""))
    mentions = value if isinstance(value, list) else [value]
    return [mention.referent for mention in mentions if isinstance(mention, Mention) and mention.referent]


def _known(referent: Referent) -> bool:
    return referent.name is not None or referent.country is not None


def _same(text: Text, cluster: Cluster, told: Told) -> str:
    """Why a telling belongs to a cluster; an empty string where it does not."""
    first, draft = cluster.tellings[0], told.draft
    if draft.roles.get("kind") != first.draft.roles.get("kind"):
        return ""
    if draft.polarity != first.draft.polarity and not _shares(cluster, draft):
        return ""
    if draft.type == "characterization":
        return "holder and description are the same" if _same_characterization(first, told) else ""
    return _compatible_theme(text, cluster, told) if _compatible_parties(cluster, draft) else ""


def _shares(cluster: Cluster, draft: Draft) -> bool:
    """Whether the two name a participant in common."""
    return any(_one(mine, theirs) for mine in _referents(draft) for theirs in cluster.referents)


def _one(first: Referent, second: Referent) -> bool:
    """Whether two referents are one party: the same, or a country and whoever holds its office."""
    if first is second:
        return True
    return first.country is not None and first.country == second.country


def _compatible_parties(cluster: Cluster, draft: Draft) -> bool:
    mine = [referent for referent in _referents(draft) if _known(referent)]
    if not mine or not cluster.referents:
        return True
    return any(_one(one, other) for one in mine for other in cluster.referents)


def _compatible_theme(text: Text, cluster: Cluster, told: Told) -> str:
    draft = told.draft
    theme: Range | None = draft.roles.get("theme")
    if theme is None or not told.words or not cluster.words:
        if _refers_back(text, draft):
            return "its noun refers to one told before"
        return "they share a participant" if _shares(cluster, draft) else ""
    if refers_to_earlier(text.string(theme)):
        return "its theme refers to the one told before"
    overlap = len(told.words & cluster.words) / min(len(told.words), len(cluster.words))
    return f"{overlap:.0%} of the theme's words are the same" if overlap >= LEAST_OVERLAP else ""


def refers_to_earlier(theme: str) -> bool:
    """Whether a theme only points to one told before: "to do the same", "to do so"."""
    words = theme.lower().split()
    pointing = " ".join(words).startswith(("to do the same", "to do so", "doing so", "doing the same"))
    return pointing or words in (["it"], ["that"], ["this"])


def _refers_back(text: Text, draft: Draft) -> bool:
    """Whether a noun points to an event told before: "the offer", "his offer", "that deal"."""
    trigger = draft.anchor
    first, _ = text.tokens(trigger)
    if text.word_class(first) not in "NP":
        return False
    before = text.lower[max(first - 3, 0) : first]
    return any(word in {"the", "this", "that", "his", "her", "its", "their", "'s", "our", "my"} for word in before)


def _same_characterization(first: Told, second: Told) -> bool:
    if not first.words or first.words != second.words:
        return False
    holders = [told.draft.roles.get("holder") for told in (first, second)]
    referents = [holder.referent for holder in holders if isinstance(holder, Mention) and holder.referent]
    return len(referents) == 2 and referents[0] is referents[1]
