"""What comes out: all events of a document, with the text they stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from typing import Annotated, Any, ClassVar, Literal, Self, TypeVar

from pydantic import Field, ValidationError, create_model, model_validator

from eventx.errors import InvalidResult
from eventx.models.base import Model, Span, built
from eventx.models.events import Agreement, Characterization, Event, Offer, Statement
from eventx.models.values import ParticipantKind

SCHEMA_VERSION: Literal["1.0"] = "1.0"

AnyEvent = Annotated[Statement | Offer | Agreement | Characterization, Field(discriminator="type")]
EventType = TypeVar("EventType", bound=Event)
Part = TypeVar("Part", bound=Model)


class Diagnostic(Model):
    """Something a reader of the result should know: what was cut, left out or not understood."""

    code: str
    message: str
    span: Span | None = None


class Entity(Model):
    """One participant of the document, with all its mentions and the ids of the events in which it takes part.

    The fields are those of `Participant`. `mentions` are those in events, every other place where the document names
    it, and each *he* and *she* that stands for it outside quotations. A person, an organization or a place that is
    named and takes part in no event is an entity too. `key` is what a `resolve=` hook returned, null without one.
    """

    id: str
    name: str | None = None
    kind: ParticipantKind = "unknown"
    role: str | None = None
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    party: str | None = None
    state: str | None = Field(default=None, pattern="^[A-Z]{2}-[A-Z0-9]{1,3}$")
    key: str | None = None
    mentions: tuple[Span, ...]
    events: tuple[str, ...]


class Extraction(Model):
    """All events found in one document, in text order.

    Every span in it satisfies `text[span.start:span.end] == span.text`; building one that does not raises
    `pydantic.ValidationError`. `offers`, `agreements` and `characterizations` give what the text asserts;
    `of(Offer, asserted=False)` gives the negated, possible and planned ones too.

    >>> import eventx
    >>> result = eventx.extract("Smith said the offer was off.")
    >>> eventx.Extraction.from_json(result.to_json()) == result
    True
    """

    text: str
    id: str | None = None
    published: str | None = None
    events: tuple[AnyEvent, ...] = ()
    entities: tuple[Entity, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    schema_version: Literal["1.0"] = SCHEMA_VERSION

    own_types: ClassVar[tuple[type[Event], ...]] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        # the class of a result with event types of one's own is made at run time, so it is made again
        _, (_, *state) = super().__reduce__()
        return _restored, (self.own_types, *state)

    @model_validator(mode="after")
    def _spans_stand_in_text(self) -> Self:
        for span in parts(self, Span):
            if self.text[span.start : span.end] != span.text:
                found = self.text[span.start : span.end]
                raise ValueError(f"the text has {found!r} from {span.start} to {span.end}, not {span.text!r}")
        return self

    def of(self, kind: type[EventType], *, asserted: bool = True) -> list[EventType]:
        """The events of one type, in text order; `asserted=False` adds the negated and the not asserted ones."""
        return [event for event in self.events if isinstance(event, kind) and (event.asserted or not asserted)]

    @property
    def statements(self) -> list[Statement]:
        return self.of(Statement, asserted=False)

    @property
    def offers(self) -> list[Offer]:
        return self.of(Offer)

    @property
    def agreements(self) -> list[Agreement]:
        return self.of(Agreement)

    @property
    def characterizations(self) -> list[Characterization]:
        return self.of(Characterization)

    def to_dict(self) -> dict[str, Any]:
        """The result as plain lists, dictionaries, strings and numbers, as they stand in its JSON."""
        return self.model_dump(mode="json")

    def to_json(self, *, indent: int | None = None) -> str:
        """The result as JSON, on one line unless `indent` is given."""
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_json(cls, data: str | bytes, *, types: tuple[type[Event], ...] = ()) -> Extraction:
        """A result from its JSON. `types` names event types of one's own that may stand in it.

        Raises `InvalidResult` where the JSON is not one, or a span does not stand in the text.
        """
        try:
            return extraction_model(types).model_validate_json(data)
        except ValidationError as error:
            faults = [
                f"{'.'.join(map(str, fault['loc'])) or 'result'}: {fault['msg'].removeprefix('Value error, ')}"
                for fault in error.errors()
            ]
            raise InvalidResult("this is not a stored result:\n  " + "\n  ".join(faults)) from None

    def to_html(self) -> str:
        """One self-contained HTML page: the text with its events marked."""
        from eventx.render.html import page

        return page(self)

    def _repr_html_(self) -> str:
        from eventx.render.html import fragment

        return fragment(self)


@dataclass(frozen=True, slots=True)
class Failure:
    """A record of a batch that could not be read: its id, its place in the input (from 0) and what is wrong."""

    id: str | None
    index: int
    error: str


@lru_cache(maxsize=32)
def extraction_model(types: tuple[type[Event], ...] = ()) -> type[Extraction]:
    """`Extraction`, or a subclass of it that holds events of the given types too."""
    if not types:
        return Extraction
    union: Any = reduce(or_, types, Statement | Offer | Agreement | Characterization)
    events: Any = (tuple[Annotated[union, Field(discriminator="type")], ...], ())
    model = create_model("Extraction", __base__=Extraction, events=events)
    model.own_types = types
    return model


def _restored(types: tuple[type[Event], ...], *state: Any) -> Extraction:
    return built(extraction_model(types), *state)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a result, with a description for every field that needs one."""
    return Extraction.model_json_schema(mode="serialization")


def parts(value: object, kind: type[Part]) -> Iterator[Part]:
    """Every model of one kind that stands in a model, in the order of its fields.

    >>> from eventx.models import Participant, Span
    >>> [span.text for span in parts(Participant(mention=Span(start=0, end=2, text="US"), entity="e1"), Span)]
    ['US']
    """
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, kind):
            yield one
        elif isinstance(one, Model):
            waiting.extend(reversed(list(one.__dict__.values())))
        elif isinstance(one, tuple):
            waiting.extend(reversed(one))
