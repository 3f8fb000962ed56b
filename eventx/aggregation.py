"""Who said, offered, agreed and called what across documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from eventx.models import Entity, Event, Extraction, Failure, Participant

NOT_ROLES = frozenset(["place", "attribution", "tellings"])


@dataclass(frozen=True, slots=True)
class Participation:
    """One part that an actor has in an event: in which document, as what (“speaker”, “offerer”), in which event.

    `index` is the place of the document's result among those given, from 0, `document` its id where it has one.
    """

    index: int
    document: str | None
    role: str
    event: Event


@dataclass(frozen=True, slots=True)
class Actor:
    """A participant of one document or of several, with every part it has in their events.

    `matched_by` tells how the documents' entities were brought together: by a *key* of yours (`resolve=`), or by *name*
    and country. Names alone can be wrong: two people can have one name, and one can be written in two ways.
    """

    key: str | None
    name: str | None
    kind: str
    country: str | None
    matched_by: Literal["key", "name"]
    participations: tuple[Participation, ...]

    def of(self, kind: type[Event], *, role: str | None = None) -> list[Event]:
        """The events of one type in which it takes part, each once; `role` asks for one part in them."""
        found = [
            part.event for part in self.participations if isinstance(part.event, kind) and role in {None, part.role}
        ]
        return list({id(event): event for event in found}.values())


@dataclass(slots=True)
class _Gathered:
    entity: Entity
    # numbered in the order in which they are met
    parts: list[tuple[int, Participation]] = field(default_factory=list)


def aggregate(results: Iterable[Extraction | Failure]) -> list[Actor]:
    """Every actor of several results, in the order in which they are first met.

    Entities with a key are one actor where the keys are equal; others where their names and countries are, an entity
    without a country counting to the only country that its name has. That can be wrong, as `Actor.matched_by` says.
    Entities without a key and a name, and failures, are left out.

    >>> import eventx
    >>> results = eventx.extract_many(["Norland has offered to help, Ana Ruiz said.", "Ana Ruiz praised the union."])
    >>> {actor.name: [part.role for part in actor.participations] for actor in aggregate(results)}
    {'Norland': ['offerer'], 'Ana Ruiz': ['speaker', 'speaker', 'holder']}
    """
    gathered: dict[tuple[str, ...], _Gathered] = {}
    number = 0
    for index, result in enumerate(results):
        if isinstance(result, Failure):
            continue
        entities = {entity.id: entity for entity in result.entities}
        for event in result.events:
            for role, participant in _roles(event):
                entity = entities[participant.entity]
                identity = _identity(entity)
                if identity is not None:
                    actor = gathered.setdefault(identity, _Gathered(entity))
                    if actor.entity.name is None:
                        actor.entity = entity
                    actor.parts.append((number := number + 1, Participation(index, result.id, role, event)))
    return [_actor(found) for found in _with_their_country(gathered)]


def _roles(event: Event) -> Iterator[tuple[str, Participant]]:
    """The participants of an event with what they are in it."""
    for name in type(event).model_fields:
        if name in NOT_ROLES:
            continue
        value = getattr(event, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Participant):
                yield "party" if name == "parties" else name, one


def _identity(entity: Entity) -> tuple[str, ...] | None:
    if entity.key is not None:
        return ("key", entity.key)
    if entity.name is None:
        return None
    return ("name", entity.name.casefold(), entity.kind if entity.kind == "place" else "", entity.country or "")


def _with_their_country(gathered: dict[tuple[str, ...], _Gathered]) -> list[_Gathered]:
    """The actors by their first part, one without a country joined to the only one of that name with one."""
    with_country: dict[tuple[str, ...], list[_Gathered]] = {}
    for identity, found in gathered.items():
        if identity[0] == "name" and identity[-1]:
            with_country.setdefault(identity[:-1], []).append(found)
    kept = []
    for identity, found in gathered.items():
        others = with_country.get(identity[:-1], []) if identity[0] == "name" and not identity[-1] else []
        if len(others) == 1:
            others[0].parts += found.parts
        else:
            kept.append(found)
    for found in kept:
        found.parts.sort(key=lambda part: part[0])
    return sorted(kept, key=lambda found: found.parts[0][0])


def _actor(found: _Gathered) -> Actor:
    entity = found.entity
    return Actor(
        entity.key,
        entity.name,
        entity.kind,
        entity.country,
        "name" if entity.key is None else "key",
        tuple(part for _, part in found.parts),
    )
