"""Sameness: whether a telling tells an event that was told before, and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eventx.grammar.noun_phrases import MONTHS
from eventx.linking.cluster import Cluster
from eventx.linking.parties import Party, compatible, share
from eventx.linking.telling import Told
from eventx.linking.words import STEM, family_of, linking_words, refers_to_earlier
from eventx.mentions import Mention
from eventx.text import Range, Text

# the share of common words, of the theme that has fewer, by which two themes are one
LEAST_OVERLAP = 0.3
LARGE_OVERLAP = 0.5
# sentences over which a noun may point to an event whose words it does not repeat
NEAR = 3
# tellings of an event whose days are compared with those of another
LATEST = 5
# tokens before an event in which a text may have named what it is about
LOOK_BEHIND = 250


# a standing commitment is no single promise
COMMITMENTS = frozenset(["commitment", "commitments", "committed", "commit", "commits"])


class Reason(NamedTuple):
    """How surely a telling belongs to a cluster, and why."""

    strength: int
    wording: str


WEAK, POINTS_BACK, SAME_NOUN, SAME_THEME = 1, 2, 3, 4


def same_offer(text: Text, cluster: Cluster, told: Told, *, only: bool) -> Reason | None:
    """Why a telling belongs to an offer told before."""
    if not _same_polarity(cluster, told) or _takes_its_own(cluster, told):
        return None
    if not compatible(cluster.parties, told.parties) or _is_another(text, cluster, told):
        return None
    if told.draft.needs_antecedent and not _is_near(cluster, told):
        return None
    if told.draft.needs_antecedent and not told.noun:
        return Reason(POINTS_BACK, "it says what became of the one told just before")
    shared = share(cluster.parties, told.parties) or _owns(cluster, told)
    theme = same_theme(text, cluster, told)
    apart = (
        told.apart
        or (told.head.startswith("counter") and not shared)
        or (told.indefinite and _says("bygone", told) and not shared)
    )
    if apart or not _names_fit(text, cluster, told, only=only):
        return theme if shared else None
    if told.refers_back:
        return theme or _pointing_back(cluster, told, shared=shared, only=only)
    if told.headline or cluster.headline:
        return theme or _headline(cluster, told, shared=shared)
    if not told.pronoun_takes and not compatible(cluster.recipients, told.recipients):
        return None if told.noun else theme
    if theme:
        return theme
    if shared and max(_overlap(told.words, cluster.context), _overlap(cluster.words, told.context)) >= LARGE_OVERLAP:
        return Reason(SAME_NOUN, "they share a participant, and what one is about is among the other's words")
    if shared and _is_sum(told.words) and _is_sum(cluster.words):
        return Reason(WEAK, "one party offers the same one another sum")
    if shared and told.noun and _says("renewed", told):
        return Reason(POINTS_BACK, "it is one more word on the same offer")
    if share(cluster.recipients, told.recipients) and not shared and _is_sum(told.words) != _is_sum(cluster.words):
        return Reason(WEAK, "who can take it is the same, and one telling gives the price")
    # a policy put to nobody is no offer that the same party makes elsewhere
    one_world = told.asserted is cluster.asserted or told.head in cluster.heads
    return _without_theme(cluster, told, shared=shared and one_world)


def same_agreement(text: Text, cluster: Cluster, told: Told, *, only: bool) -> Reason | None:
    """Why a telling belongs to an agreement told before."""
    if not _same_polarity(cluster, told) or not _compatible_kinds(cluster, told):
        return None
    if told.stands_for_event and _is_near(cluster, told) and cluster.last.subject:
        return Reason(POINTS_BACK, "its pronoun refers to the one told just before")
    if told.draft.needs_antecedent and not told.noun:
        fits = _is_near(cluster, told) and compatible(cluster.parties, told.parties)
        return Reason(POINTS_BACK, "it says more of the one told just before") if fits else None
    theme = same_theme(text, cluster, told)
    if not _compatible_parties(cluster, told):
        headline = told.headline or cluster.headline
        close = headline and _overlap(told.context, cluster.context) >= LEAST_OVERLAP
        return Reason(SAME_NOUN, "the headline has the same words") if close else None
    shared = _shares(cluster, told)
    bygone = _says("bygone", told) and cluster.modifiers.isdisjoint(linking_words("bygone"))
    if bygone or told.apart or not _names_fit(text, cluster, told, only=only):
        return theme if shared and not bygone and not told.apart else None
    if not _compatible_families(cluster, told):
        return None
    if theme:
        return theme
    if told.refers_back:
        return _pact_pointing_back(cluster, told, shared=shared, only=only)
    if told.headline or cluster.headline:
        return _headline(cluster, told, shared=shared)
    return _introduced_again(cluster, told, shared=shared, only=only)


def same_characterization(cluster: Cluster, told: Told) -> Reason | None:
    """Whether one holder says the same words again."""
    first = cluster.first
    if first.draft.polarity != told.draft.polarity or not first.words or first.words != told.words:
        return None
    holders = [one.draft.roles.get("holder") for one in (first, told)]
    referents = [holder.referent for holder in holders if isinstance(holder, Mention) and holder.referent]
    same = len(referents) == len(holders) and referents[0] is referents[1]
    return Reason(SAME_THEME, "holder and description are the same") if same else None


def same_theme(text: Text, cluster: Cluster, told: Told) -> Reason | None:
    """Whether two tellings are about the same: their themes share words, or one points to the other's."""
    if told.words and cluster.words:
        theme = told.draft.roles.get("theme")
        if isinstance(theme, Range) and refers_to_earlier(text.string(theme)):
            near = "same" in text.lower[slice(*text.tokens(theme))] or told.sentence - cluster.last.sentence <= NEAR
            return Reason(POINTS_BACK, "its theme refers to the one told before") if near else None
        overlap = _overlap(told.words, cluster.words)
        common = len(told.words & cluster.words)
        # one word of several in common is little between strangers
        enough = common > 1 or min(len(told.words), len(cluster.words)) == 1 or _shares(cluster, told)
        if overlap >= LEAST_OVERLAP and (enough or told.refers_back or told.headline or cluster.headline):
            return Reason(SAME_THEME, f"{overlap:.0%} of the theme's words are the same")
    return None


def _same_polarity(cluster: Cluster, told: Told) -> bool:
    """Whether both are told to have happened, or both not; else a noun must point to the one told before."""
    if told.draft.polarity == cluster.first.draft.polarity:
        return True
    # "would not change its bid": what is negated is not the bid
    return told.refers_back and (told.draft.polarity == "negative" or share(cluster.parties, told.parties))


def _overlap(first: set[str] | frozenset[str], second: set[str] | frozenset[str]) -> float:
    """The share of common words among those of the shorter one."""
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0


def _is_near(cluster: Cluster, told: Told) -> bool:
    """Whether what is told without the event's own noun follows the event closely enough to be about it."""
    distance = told.sentence - cluster.last.sentence
    if told.noun or told.head in linking_words("outcomes", "passing_forms"):
        outcome = told.head not in linking_words("outcomes", "own_nouns")
        return distance <= NEAR or not outcome
    return distance <= 1


def _says(sort: str, told: Told) -> bool:
    """Whether an adjective of a sort stands before the noun: "an earlier pact", "a raised bid"."""
    return not told.modifiers.isdisjoint(linking_words(sort))


def _shares(cluster: Cluster, told: Told) -> bool:
    """Whether a party of the telling is one of the event, or is named among its words."""
    if share(cluster.parties, told.parties):
        return True
    return any(party.name and party.name <= cluster.context for party in told.parties)


def _compatible_parties(cluster: Cluster, told: Told) -> bool:
    """Whether the parties of a telling can be those of an agreement, or are named among its words."""
    if compatible(cluster.parties, told.parties, several=True):
        return True
    return all(party.name and party.name <= cluster.context for party in told.parties)


def _is_another(text: Text, cluster: Cluster, told: Told) -> bool:
    """Whether an offer is none of those told before, by its days or its number: several volunteered, she did."""
    days = _days(text, told)
    known = {day for other in cluster.tellings[-LATEST:] for day in _days(text, other)} if days else set()
    if known and days.isdisjoint(known):
        return True
    return any(
        _is_generic(text, mine) and theirs.referent is not None and theirs.referent.kind == "person"
        for first, second in ((cluster.last, told), (told, cluster.last))
        for mine, theirs in [(first.draft.roles.get("offerer"), second.draft.roles.get("offerer"))]
        if isinstance(mine, Mention) and isinstance(theirs, Mention)
    )


def _days(text: Text, told: Told) -> set[tuple[str, str]]:
    """The days that a theme names: "a debate on April 4"."""
    theme = told.draft.roles.get("theme")
    first, last = text.tokens(theme) if isinstance(theme, Range) else (0, 0)
    return {
        (text.lower[at], text.lower[at + 1])
        for at in range(first, last - 1)
        if text.lower[at] in MONTHS and text.lower[at + 1].isdigit()
    }


def _is_generic(text: Text, party: Mention) -> bool:
    """Whether a party is several people in general: "candidates", "a few delegates"."""
    word, opening = text.lower[party.last - 1], text.lower[party.first]
    plural = text.word_class(party.last - 1) == "N" and word.endswith("s") and not word.endswith("ss")
    return plural and not linking_words("definite") & {opening}


def _takes_its_own(cluster: Cluster, told: Told) -> bool:
    """Whether who takes it here made it there, or the other way round: an offer and the counter-offer are two."""
    made = [party for party in told.parties if not _among(party, cluster.parties)]
    # a pronoun is not sure enough to set two offers apart
    taken = () if told.pronoun_takes else told.recipients
    return any(_among(party, cluster.parties) for party in taken) or any(
        _among(party, cluster.recipients) for party in made
    )


def _among(party: Party, parties: Sequence[Party]) -> bool:
    return any(party.referent is other.referent for other in parties)


def _owns(cluster: Cluster, told: Told) -> bool:
    """Whether a party that has a name in one telling only is named by the other's words: "the operator, Northline"."""
    return any(party.name and party.name <= cluster.owner_words for party in told.parties) or any(
        party.name and party.name <= told.owner_words for party in cluster.parties
    )


def _names_fit(text: Text, cluster: Cluster, told: Told, *, only: bool) -> bool:
    """Whether the names before a noun ("the Iran deal") are among the words of the event."""
    if not told.names or told.names & cluster.context or (cluster.headline and not cluster.parties):
        return True
    if told.draft.type == "offer" and told.names & cluster.around:
        return True
    if not (only and told.refers_back and not told.parties):
        return False
    # "the Dome deal": what a text was about before the event was told can name it
    begins = cluster.first.token
    return any(text.lower[at][:STEM] in told.names for at in range(max(begins - LOOK_BEHIND, 0), begins))


def _pointing_back(cluster: Cluster, told: Told, *, shared: bool, only: bool) -> Reason | None:
    """A definite noun points to the event told before, unless its words say that it is about something else."""
    priced = any(word[0].isdigit() for word in told.modifiers)  # "the 138p offer"
    if priced and not shared and _is_sum(cluster.words) and told.words.isdisjoint(cluster.words):
        return None
    if told.words and cluster.words and not told.draft.roles.get("terms") and not _is_sum(told.words):
        near = told.sentence - cluster.last.sentence <= NEAR and family_of(told.head) != "pledge"
        if _overlap(told.words, cluster.context) < LEAST_OVERLAP and not (near and (only or shared)):
            return None
    aside = cluster.first.indefinite and (_says("bygone", cluster.first) or cluster.first.apart)
    several = cluster.plural and not told.head.endswith("s")
    if (aside or several or not cluster.asserted) and not only:
        return Reason(WEAK, "its noun refers to one told in passing")
    if shared or told.owner_words & cluster.context:
        return Reason(SAME_NOUN, "its noun and its owner refer to one told before")
    return Reason(POINTS_BACK, "its noun refers to one told before")


def _pact_pointing_back(cluster: Cluster, told: Told, *, shared: bool, only: bool) -> Reason | None:
    back = _pointing_back(cluster, told, shared=shared, only=only)
    family = family_of(told.head)
    if family == "pledge" and (told.owned_ahead or (told.head in COMMITMENTS) is cluster.heads.isdisjoint(COMMITMENTS)):
        return None
    if family == "pledge" and told.words and not shared:
        return None
    same_noun = told.head in cluster.heads or (family is not None and family in cluster.families)
    return Reason(SAME_NOUN, back.wording) if back is not None and same_noun and back.strength > WEAK else back


def _is_sum(words: set[str] | frozenset[str]) -> bool:
    """Whether what an offer is about is a sum, which may be raised."""
    return any(word[0] in "$£€" or word[0].isdigit() for word in words)


def _headline(cluster: Cluster, told: Told, *, shared: bool) -> Reason | None:
    """A headline and the text under it tell one event, unless their themes are known to differ."""
    if _overlap(told.context, cluster.context) >= LEAST_OVERLAP:
        return Reason(SAME_NOUN, "the headline has the same words")
    nouns = shared and told.noun and cluster.last.noun and cluster.headline
    open_themes = not (told.words and cluster.words)
    if nouns or ((shared or not told.parties or not cluster.parties) and open_themes):
        return Reason(WEAK, "the headline tells it too")
    return None


def _introduced_again(cluster: Cluster, told: Told, *, shared: bool, only: bool) -> Reason | None:
    """A telling that introduces an agreement tells the earlier one where party and sum are the same, or all is open."""
    if shared and told.sums & cluster.sums:
        return Reason(SAME_THEME, "they share a participant and a sum")
    if told.noun and ((told.sums and cluster.sums) or not _party_fits(cluster, told)):
        return None
    if shared and told.sentence == cluster.last.sentence and told.head == cluster.last.head == "agreed":
        return Reason(SAME_NOUN, "one agreement has both obligations")
    if only and told.noun and not told.words and not told.parties and _adds_nothing(cluster, told):
        return Reason(WEAK, "it is the only one told so far, and nothing sets another apart")
    # "reached an agreement" ends talks on a deal; else a noun that introduces one is that of the event before
    named = told.head in cluster.heads or told.head[:STEM] in cluster.words  # "agreed to a truce"
    if told.noun and not named and not cluster.negotiated:
        return None
    return _without_theme(cluster, told, shared=shared)


def _party_fits(cluster: Cluster, told: Told) -> bool:
    """Whether a party without a name ("three other managers") may be one of the event's."""
    return not told.owner_words or not told.owner_words.isdisjoint(cluster.context)


def _adds_nothing(cluster: Cluster, told: Told) -> bool:
    """Whether what stands before a noun is known of the event or only judges it: "a good deal"."""
    said = told.modifiers - linking_words("indefinite") - linking_words("judging")
    return {word[:STEM] for word in said} <= cluster.context


def _without_theme(cluster: Cluster, told: Told, *, shared: bool) -> Reason | None:
    """A telling that says nothing of what it is about is one with an event of the same party."""
    if shared and (not told.words or not cluster.words):
        return Reason(WEAK, "they share a participant")
    return None


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
