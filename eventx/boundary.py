"""The boundary: linked drafts become the models of events here, once, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from eventx.lexicon import load
from eventx.linking.attribution import Reported
from eventx.linking.events import LinkedEvent, LinkedTelling, TermsDraft
from eventx.linking.values import DateExpression
from eventx.mentions import Mention, Referent
from eventx.mentions.dates import resolve_date
from eventx.mentions.money import Amount, find_amounts
from eventx.mentions.quantities import Counted
from eventx.models import (
    AgreementTelling,
    Attribution,
    CharacterizationTelling,
    Entity,
    Event,
    Money,
    OfferTelling,
    Participant,
    Quantity,
    Span,
    Telling,
    Terms,
    When,
    parts,
)
from eventx.rules import Draft
from eventx.text import Range, Text

TELLINGS: dict[str, type[Telling]] = {
    "offer": OfferTelling,
    "agreement": AgreementTelling,
    "characterization": CharacterizationTelling,
}


class Boundary:
    """Builds the models of one document; entities are numbered in the order in which they are first met."""

    def __init__(self, text: Text, document: str, published: str | None, types: Mapping[str, type[Event]]) -> None:
        self.text = text
        self.published = published
        self.types = types
        self._document = document
        self._entities: dict[int, str] = {}
        self._referents: dict[str, Referent] = {}
        self._statement_ids: dict[int, str] = {}

    def name_statements(self, statements: list[Reported]) -> None:
        """Gives every statement its id, so that events can name the one around them."""
        for reported in statements:
            self._statement_ids[id(reported)] = self.event_id(reported.draft)

    def event_id(self, draft: Draft) -> str:
        """An id from the document and the event's place in it: the same in every run."""
        places = [draft.anchor, *draft.roles.get("content", [])]
        place = "\0".join(f"{at.start} {at.end}" for at in places)
        digest = blake2b(f"{self._document}\0{draft.type}\0{place}".encode(), digest_size=6)
        return f"{draft.type[0]}{digest.hexdigest()}"

    def span(self, at: Range) -> Span:
        return Span(start=at.start, end=at.end, text=self.text.string(at))

    def participant(self, mention: Mention) -> Participant:
        referent = mention.referent or Referent()
        entity = self._entities.setdefault(id(referent), f"e{len(self._entities) + 1}")
        self._referents[entity] = referent
        return Participant(
            mention=self.span(mention.range),
            name=referent.name,
            kind=referent.kind,
            role=referent.role,
            country=referent.country,
            party=referent.party,
            state=referent.state,
            entity=entity,
        )

    def when(self, date: DateExpression | None) -> When | None:
        return None if date is None else self.date(date)

    def date(self, date: DateExpression) -> When:
        value, grain = resolve_date(date.expression, self.published, ahead=date.ahead)
        return When(span=self.span(date.range), value=value, grain=grain)

    def money(self, found: Amount) -> Money:
        return Money(
            span=self.span(Range(found.start, found.end)),
            amount=found.amount,
            low=found.low,
            high=found.high,
            currency=found.currency,
            per=found.per,
            equivalent=self.money(found.equivalent) if found.equivalent else None,
        )

    def quantity(self, found: Counted) -> Quantity:
        return Quantity(
            span=self.span(Range(found.start, found.end)),
            amount=found.amount,
            low=found.low,
            high=found.high,
            unit=found.unit,
        )

    def terms(self, draft: TermsDraft) -> Terms:
        price = [
            self.money(found)
            for part in draft.mention
            for found in find_amounts(self.text.source, part.start, part.end)
        ]
        return Terms(
            mention=tuple(self.span(part) for part in draft.mention),
            price=tuple(price),
            conditions=tuple(self.span(part) for part in draft.conditions),
            deadline=self.when(draft.deadline),
            duration=self.span(draft.duration) if draft.duration else None,
        )

    def attribution(self, reported: Reported | None) -> Attribution | None:
        if reported is None:
            return None
        return Attribution(
            statement=self._statement_ids[id(reported)],
            speaker=self.participant(reported.speaker) if reported.speaker else None,
            chain=tuple(self.participant(mention) for mention in reported.chain),
        )

    def value(self, value: Any) -> Any:
        """A role's value as the model has it."""
        if isinstance(value, Mention):
            return self.participant(value)
        if isinstance(value, Range):
            return self.span(value)
        if isinstance(value, TermsDraft):
            return self.terms(value)
        if isinstance(value, list):
            return tuple(self.value(item) for item in value)
        return value

    def event(self, linked: LinkedEvent) -> Event:
        """The model of a linked event."""
        draft = linked.draft
        fields = {name: self.value(value) for name, value in linked.roles.items()}
        if draft.trigger is not None and "trigger" in self.types[draft.type].model_fields:
            fields["trigger"] = self.span(draft.trigger)
        if linked.tellings:
            fields["tellings"] = tuple(self._telling(draft.type, telling) for telling in linked.tellings)
        if draft.type == "statement" and linked.reported is not None:
            fields["within"] = self._statement_ids[id(linked.reported)]
        return self.types[draft.type](
            id=self.event_id(draft),
            polarity=linked.polarity,
            modality=linked.modality,
            when=self.when(linked.when),
            place=self.participant(linked.place) if linked.place else None,
            attribution=self.attribution(linked.reported),
            on_behalf_of=self.participant(linked.on_behalf_of) if linked.on_behalf_of else None,
            rule=draft.rule,
            confidence=load("rule_precision").get(draft.rule),
            **fields,
        )

    def _telling(self, kind: str, telling: LinkedTelling) -> Any:
        model = TELLINGS[kind]
        roles = {name: self.value(value) for name, value in telling.roles.items() if name in model.model_fields}
        if roles.get("parties") == ():
            roles["parties"] = None
        return model(
            trigger=self.span(telling.draft.anchor),
            rule=telling.draft.rule,
            polarity=telling.draft.polarity,
            modality=telling.draft.modality,
            attribution=self.attribution(telling.reported),
            **roles,
        )

    def entities(self, events: list[Event]) -> list[Entity]:
        """Each participant once, with its mentions in events and the events themselves."""
        mentions: dict[str, dict[tuple[int, int], Span]] = {}
        taking_part: dict[str, list[str]] = {}
        for event in events:
            for participant in parts(event, Participant):
                mention = participant.mention
                mentions.setdefault(participant.entity, {})[mention.start, mention.end] = mention
                known = taking_part.setdefault(participant.entity, [])
                if event.id not in known:
                    known.append(event.id)
        return [
            Entity(
                id=entity,
                name=self._referents[entity].name,
                kind=self._referents[entity].kind,
                role=self._referents[entity].role,
                country=self._referents[entity].country,
                mentions=tuple(span for _, span in sorted(mentions[entity].items())),
                events=tuple(taking_part[entity]),
            )
            for entity in self._referents
            if entity in mentions
        ]
