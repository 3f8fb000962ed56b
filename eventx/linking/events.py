"""Linked events: clusters of tellings with their fullest roles, their status, date and attribution."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from eventx.lexicon.inflection import all_forms
from eventx.linking.attribution import Attributions, Reported
from eventx.linking.circumstances import of_event, of_statement
from eventx.linking.cluster import Cluster
from eventx.linking.merging import merge
from eventx.linking.representation import represented
from eventx.linking.status import status_of
from eventx.linking.telling import Told, as_told
from eventx.linking.values import DateExpression, TimeLimits, limits_of, price_within, untold_prices
from eventx.linking.words import linking_words, refers_to_earlier
from eventx.mentions import Mention, Mentions, Voice
from eventx.rules import Draft
from eventx.text import Range, Text

KINDS_OF_PRONOUN = {
    "he": {"person"},
    "she": {"person"},
    "it": {"organization", "place", "unknown"},
    "they": {"group", "organization", "unknown"},
}


OPENINGS_OF_CLAUSES = frozenset("he it not she that they to we".split())


@dataclass(frozen=True, slots=True)
class TermsDraft:
    """The wording of terms, which parts of it are conditions, and what is to be paid without a sum being told."""

    mention: tuple[Range, ...]
    conditions: tuple[Range, ...]
    untold_prices: tuple[Range, ...]
    deadline: DateExpression | None
    duration: Range | None


@dataclass(slots=True)
class LinkedTelling:
    """One telling with its roles and the statement around it."""

    draft: Draft
    roles: dict[str, Any]
    reported: Reported | None

    @property
    def asserted(self) -> bool:
        """Whether it is told as a fact."""
        return self.draft.polarity == "positive" and self.draft.modality == "asserted"


@dataclass(slots=True)
class LinkedEvent:
    """An event complete but for its model."""

    draft: Draft
    roles: dict[str, Any]
    polarity: str
    modality: str
    reported: Reported | None
    when: DateExpression | None
    place: Mention | None
    on_behalf_of: Mention | None
    tellings: list[LinkedTelling] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


def link(text: Text, mentions: Mentions, drafts: list[Draft]) -> list[LinkedEvent]:
    """All events of a text, from the drafts of all extractors, in text order."""
    statements = [draft for draft in drafts if draft.type == "statement"]
    mentions.settle()
    attributions = Attributions(text, mentions, statements)
    linked = [_statement(text, mentions, reported) for reported in attributions.statements]
    told = []
    for draft in _tellings(text, drafts):
        reported = attributions.around(draft.anchor.start)
        if draft.needs_speaker:
            if reported is None:
                continue
            if draft.type == "characterization" and reported.speaker is not None:
                draft.roles.setdefault("holder", reported.speaker)
        if reported is not None and _denies(text, reported):
            draft.polarity = "negative"
        _resolve_roles(text, mentions, draft, reported)
        told.append(as_told(text, draft, reported))
    linked += [_event(text, mentions, cluster) for cluster in merge(text, told)]
    linked.sort(key=lambda event: event.draft.anchor)
    return linked


def _denies(text: Text, reported: Reported) -> bool:
    """Whether a statement says that its content is not so: "denied that a deal had been reached"."""
    cue = reported.draft.trigger
    clause = text.string(reported.draft.roles["content"][0]).lower().startswith("that ")
    return cue is not None and clause and not all_forms("deny").isdisjoint(text.string(cue).lower().split())


def _tellings(text: Text, drafts: list[Draft]) -> list[Draft]:
    """The drafts of events in text order, each once where two rules told it at one place.

    A pact that somebody offers is none yet: "offered a truce".
    """
    found: list[Draft] = []
    offered: Range | None = None
    for draft in sorted((d for d in drafts if d.type != "statement"), key=lambda d: (d.anchor, d.type)):
        before = found[-1] if found else None
        if before is not None and before.type == draft.type and draft.anchor.start < before.anchor.end:
            if draft.anchor.end <= before.anchor.end:
                continue
            found.pop()
        if draft.type == "offer":
            theme = draft.roles.get("theme")
            offered = theme if isinstance(theme, Range) else None
        elif draft.type == "agreement" and offered is not None and _is_introduced_within(text, draft, offered):
            draft.modality = "hypothetical"
        found.append(draft)
    return found


def _is_introduced_within(text: Text, draft: Draft, theme: Range) -> bool:
    """Whether a noun that tells a pact stands alone in what is offered, introduced there: "offered a truce"."""
    if not theme.start <= draft.anchor.start < theme.end or draft.roles.get("kind") != "pact":
        return False
    first, last = text.tokens(draft.anchor)
    opening = text.lower[text.tokens(theme)[0]]
    alone = text.tokens(theme) == (first, last)  # "Rebels offer truce"
    return last - first == 1 and text.word_class(first) in "NP" and (alone or opening in linking_words("indefinite"))


def _resolve_roles(text: Text, mentions: Mentions, draft: Draft, reported: Reported | None) -> None:
    """Resolves the participants of a draft; inside a quotation "I" and "we" are its speaker."""
    quoted = reported is not None and text.quotation(text.tokens(draft.anchor)[0]) is not None
    voice = reported.voice if reported is not None and quoted else Voice()
    for value in draft.roles.values():
        for mention in value if isinstance(value, list) else [value]:
            if isinstance(mention, Mention) and mention.referent is None:
                if reported is not None and not quoted and _is_speaker(text, mention, reported):
                    mention.referent = reported.referent
                mentions.resolve(mention, voice)
    if isinstance(parties := draft.roles.get("parties"), list):
        draft.roles["parties"] = _each_once(parties)


def _each_once(parties: list[Mention]) -> list[Mention]:
    """The parties without those named a second time: "Norland tore up its pact with Estmark"."""
    found: list[Mention] = []
    for party in parties:
        if all(party.referent is None or party.referent is not other.referent for other in found):
            found.append(party)
    return found


def _is_speaker(text: Text, mention: Mention, reported: Reported) -> bool:
    """Whether a pronoun that opens reported words is whoever reports: "The bank said it would pay"."""
    kinds = KINDS_OF_PRONOUN.get(text.lower[mention.first])
    if kinds is None or mention.last - mention.first > 1 or reported.referent is None:
        return False
    opens = any(mention.first - text.tokens(span)[0] in {0, 1} for span in reported.draft.roles["content"])
    return opens and reported.referent.kind in kinds


def _statement(text: Text, mentions: Mentions, reported: Reported) -> LinkedEvent:
    draft = reported.draft
    roles = dict(draft.roles)
    roles["quotation"] = quotation_kind(text, draft.roles["content"])
    return LinkedEvent(
        draft,
        roles,
        draft.polarity,
        draft.modality,
        reported.within,
        *of_statement(text, mentions, draft),
        reported.on_behalf_of,
        told=[Told(draft, reported.within)],
    )


def quotation_kind(text: Text, content: list[Range]) -> str:
    """Direct where all words of the content stand in quotation marks, mixed where some do, else indirect."""
    tokens = [text.tokens(span) for span in content]
    if not any(text.holds_quotation(*span) for span in tokens):
        return "indirect"
    if all(text.is_quoted(*span) for span in tokens):
        return "direct"
    words = (token for span in tokens for token in range(*span) if text.words[token][0].isalnum())
    quoted = {text.quotation(token) is not None for token in words}
    if True not in quoted:
        return "indirect"
    return "mixed" if False in quoted else "direct"


def _event(text: Text, mentions: Mentions, cluster: Cluster) -> LinkedEvent:
    tellings = [LinkedTelling(told.draft, _roles(text, told.draft), told.reported) for told in cluster.tellings]
    asserted = [telling for telling in tellings if telling.asserted]
    principal = (asserted or tellings)[0]
    roles = _fullest(text, asserted + [telling for telling in tellings if not telling.asserted])
    _give_pronouns_their_name(roles, tellings)
    status = status_of(text, cluster.tellings)
    if status is not None:
        roles["status"] = status
    if any(telling.roles.get("kind") == "pact" for telling in asserted or tellings):
        roles["kind"] = "pact"  # what one consents to, and the deal that this makes, is a pact
    first = tellings[0].draft
    return LinkedEvent(
        first,
        roles,
        principal.draft.polarity,
        principal.draft.modality,
        principal.reported,
        *of_event(text, mentions, [told for told in cluster.tellings if told.asserted] or cluster.tellings),
        _on_behalf_of(text, mentions, roles, tellings),
        tellings=tellings,
        told=cluster.tellings,
    )


def _roles(text: Text, draft: Draft) -> dict[str, Any]:
    roles = dict(draft.roles)
    terms = roles.pop("terms", None) or []
    limits = limits_of(text, draft) if draft.type in {"offer", "agreement"} else TimeLimits(None, None)
    told = (limits.deadline and limits.deadline.range, limits.duration, price_within(text, draft))
    wording = terms or sorted(at for at in told if at)
    if wording:
        conditions = tuple(part for part in terms if _is_condition(text.string(part)))
        roles["terms"] = TermsDraft(tuple(wording), conditions, untold_prices(text, draft), *limits)
    return roles


def _is_condition(wording: str) -> bool:
    return wording.lower().startswith(
        (
            "if ",
            "provided",
            "providing",
            "on condition",
            "on the condition",
            "unless",
            "as long",
            "so long",
            "subject to",
            "in exchange for",
            "in return for",
            "in exchange",
            "in return",
        )
    )


def _fullest(text: Text, tellings: list[LinkedTelling]) -> dict[str, Any]:
    """For every role the fullest of its tellings: a name over none, then more words, then the earlier one."""
    roles: dict[str, Any] = {}
    for telling in tellings:
        for name, value in telling.roles.items():
            anaphoric = isinstance(value, Range) and refers_to_earlier(text.string(value))
            if name not in roles or (not anaphoric and _fullness(value) > _fullness(roles[name])):
                committed = telling.roles.get("kind") == "commitment"
                agreed = telling.draft.type == "agreement" and name in roles
                if not (agreed and _stays(text, name, roles[name], committed=committed)):
                    roles[name] = value
    return roles


def _stays(text: Text, name: str, value: Any, *, committed: bool) -> bool:
    """Whether a role of an agreement is told in full where it is told first, so that no later telling replaces it."""
    if name == "parties" and isinstance(value, list):
        many = any(isinstance(party, Mention) and text.lower[party.last - 1].endswith("s") for party in value)
        return committed and many and not any(text.word_class(party.first) == "Q" for party in value)
    return name == "theme" and isinstance(value, Range) and text.lower[text.tokens(value)[0]] in OPENINGS_OF_CLAUSES


def _fullness(value: Any) -> tuple[int, int]:
    if isinstance(value, Mention):
        referent = value.referent
        known = 0 if referent is None else 4 * (referent.name is not None) + 2 * (referent.country is not None)
        # a president who offers for his country is the offerer, and the country the one he offers for
        known += referent is not None and referent.kind == "person"
        return known, value.range.end - value.range.start
    if isinstance(value, list):
        return len(value), sum(_fullness(item)[0] for item in value)
    if isinstance(value, Range):
        return 1, value.end - value.start
    if isinstance(value, TermsDraft):
        return 1, sum(part.end - part.start for part in value.mention)
    return 0, 0


def _give_pronouns_their_name(roles: dict[str, Any], tellings: list[LinkedTelling]) -> None:
    """A pronoun that nothing near it resolved is whoever the event's other tellings name."""
    for name, value in roles.items():
        if not isinstance(value, Mention) or value.referent is None or value.referent.name is None:
            continue
        for telling in tellings:
            mention = telling.roles.get(name)
            if isinstance(mention, Mention) and mention.referent and mention.last - mention.first == 1:
                unknown = mention.referent.name is None and mention.referent.country is None
                if unknown and mention.referent.kind in {value.referent.kind, "unknown"}:
                    mention.referent = value.referent


def _on_behalf_of(
    text: Text, mentions: Mentions, roles: dict[str, Any], tellings: list[LinkedTelling]
) -> Mention | None:
    for name in ("offerer", "holder"):
        value = roles.get(name)
        if isinstance(value, Mention):
            found = represented(text, mentions, value)
            country = value.referent.country if value.referent and value.referent.kind == "person" else None
            for telling in tellings:
                other = telling.roles.get(name)
                if country and isinstance(other, Mention) and other.referent and other.referent.kind == "place":
                    if other.referent.country == country:
                        return other
            if found is not None:
                mentions.resolve(found)
                return found
    return None
