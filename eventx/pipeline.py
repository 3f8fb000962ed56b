"""The pipeline: text, mentions, events, linking, models, in this order."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from typing import Any, TypeAlias

from eventx.batch import Story, in_one_process, in_processes
from eventx.boundary import Boundary
from eventx.diagnostics import NOT_ENGLISH, cut_text, of_text
from eventx.errors import ExtractionFailed, InvalidDocument, InvalidRule, LimitExceeded
from eventx.extractors import (
    AgreementExtractor,
    CharacterizationExtractor,
    Extractor,
    OfferExtractor,
    StatementExtractor,
    trigger_tokens,
)
from eventx.limits import Limits
from eventx.linking import link
from eventx.linking.trace import trace as traced
from eventx.mentions import Mentions
from eventx.models import (
    Agreement,
    Characterization,
    Diagnostic,
    Document,
    Entity,
    Event,
    Extraction,
    Failure,
    Offer,
    Statement,
    read_document,
)
from eventx.rules import Rule
from eventx.text import Text

MODELS: dict[str, type[Event]] = {
    "statement": Statement,
    "offer": Offer,
    "agreement": Agreement,
    "characterization": Characterization,
}

Resolve: TypeAlias = Callable[[Entity], str | None]

# beside the examples of the rules: a date of every form, for one of which a library is loaded, amounts and offices
WARMING = (
    "Senator Ann Webb (R-Ky.) agreed on March 3, 2021, to lend $5m (£4m) a year to 10,000 farmers in Lyon, France.",
    'Dan "Red" Ruiz offered on March 3 to pay.',
    "Norland said in the first quarter of 2021 that it rained.",
    "Norland said in the first quarter of last year that it rained.",
    "Norland said last summer that it rained.",
    "Norland said on Monday that sales fell in the three months to December.",
    "Norland said at 3 p.m. on Monday that it rained.",
    "Norland agreed to pay from March 3 to March 5, 2021.",
    "The state will hold its primary on March 3, Norland said.",
    "Norland said in the spring of 2019 that it rained.",
    "This is an excerpt from author Dana Webb's new book.\n\nI said that it rained.",
    "The vote was moved from March 3 to March 5, Norland said on Tuesday.",
)


class Pipeline:
    """Everything that turns a text into events; immutable, safe in threads, picklable.

    `types` are the event types to return; the events of a type are the same whichever others are asked for.
    `resolve` gives an entity a key of yours, a Wikidata id for one, or `None`; what it returns stands in `Entity.key`.
    Raises `InvalidRule` for a type that is not known.

    >>> offers = Pipeline(types={"offer"})
    >>> [event.type for event in offers.extract("Norland offered to help, Smith said.").events]
    ['offer']
    """

    def __init__(
        self, *, types: Iterable[str] = tuple(MODELS), limits: Limits | None = None, resolve: Resolve | None = None
    ) -> None:
        self.types = frozenset(types)
        unknown = self.types - MODELS.keys()
        if unknown:
            raise InvalidRule(f"no event type {', '.join(sorted(unknown))}; there are {', '.join(MODELS)}")
        self.limits = limits or Limits()
        self.resolve = resolve
        # all of them always run, since what one finds tells another who somebody is and who reports it
        self.extractors: tuple[Extractor, ...] = (
            StatementExtractor(),
            OfferExtractor(),
            AgreementExtractor(),
            CharacterizationExtractor(),
        )
        self.triggers = frozenset().union(*(extractor.triggers for extractor in self.extractors))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of the types asked for and of statements, which report them, in the order they are applied in."""
        return tuple(
            rule
            for extractor in self.extractors
            for rule in extractor.rules
            if rule.type in self.types or rule.type == "statement"
        )

    def extract(
        self,
        given: Story,
        *,
        strict: bool = False,
        trace: bool = False,
        resolve: Resolve | None = None,
        **metadata: Any,
    ) -> Extraction:
        """The events of one text.

        `given` is a text, a `Document` or a mapping with a document's keys; `metadata` are further fields of a
        `Document`, such as `published="2025-02-04"`. `trace=True` keeps how each event came about. `resolve` stands in
        for the one of the pipeline.

        Raises `InvalidDocument` where the text is no string or a field cannot be read, and, with `strict=True`,
        `LimitExceeded` where a limit cut the text; `ExtractionFailed` where `resolve` raises, or returns no string.
        """
        document = read_document(given, **metadata)
        source, diagnostics = self._within_limits(document.text, strict)
        text = Text(source, self.limits)
        diagnostics += of_text(text, self.limits)
        readable = all(diagnostic.code != NOT_ENGLISH for diagnostic in diagnostics)
        mentions = Mentions(text, document.author)
        triggers = trigger_tokens(text, self.triggers)
        drafts = [d for extractor in self.extractors if readable for d in extractor.extract(text, mentions, triggers)]
        linked = link(text, mentions, drafts)
        boundary = Boundary(text, document.id or _digest(document.text), document.published, MODELS)
        events = []
        for found in linked:
            if found.draft.type in self.types:
                event = boundary.event(found)
                if trace:
                    event._trace = traced(text, found.told)
                events.append(event)
        return Extraction.trusted(
            text=document.text,
            id=document.id,
            published=document.published,
            events=tuple(events),
            entities=tuple(self._resolved(boundary.entities(mentions), resolve or self.resolve)),
            diagnostics=tuple(diagnostics),
        )

    def warm_up(self, *, freeze: bool = True) -> None:
        """Does now what the first extraction would wait for: imports libraries, reads lexicons, compiles patterns.

        That takes some tenths of a second, once a process. A server calls it before it takes requests or forks its
        workers. A `resolve` hook is not called. Then everything that the process holds is frozen (`gc.freeze`): the
        garbage collector no longer looks through it, which saves about a tenth of the time of every extraction, and
        forked workers go on sharing its memory. `freeze=False` leaves the collector alone.

        >>> pipeline = Pipeline()
        >>> pipeline.warm_up(freeze=False)
        """
        examples = [example for extractor in self.extractors for rule in extractor.rules for example in rule.examples]
        for example in [*examples, *WARMING]:
            self.extract(example, published="2025-02-04", resolve=lambda _: None)
        if freeze:
            gc.collect()
            gc.freeze()

    def _resolved(self, entities: list[Entity], resolve: Resolve | None) -> Iterator[Entity]:
        """The entities with the keys that the hook gives them."""
        for entity in entities:
            if resolve is None:
                yield entity
                continue
            try:
                key = resolve(entity)
            except Exception as error:
                raise ExtractionFailed(f"resolve broke on {entity.id} ({entity.name}): {error!r}") from error
            if key is not None and not isinstance(key, str):
                raise ExtractionFailed(
                    f"resolve must return a string or None, not {type(key).__name__}, for {entity.id} ({entity.name})"
                )
            yield entity.model_copy(update={"key": key})

    def extract_many(
        self, stories: Iterable[Story], *, processes: int = 1, on_error: str = "record"
    ) -> Iterator[Extraction | Failure]:
        """The events of many texts, in order, as a stream: no more of `stories` is read than is being worked on.

        A record that cannot be read gives a `Failure` and the rest goes on; with `on_error="raise"` it raises.
        `processes` of more than one share the work; where processes are spawned, as on Windows and macOS, the
        calling script needs the usual `if __name__ == "__main__":`.
        """
        if isinstance(stories, str | bytes | Mapping | Document):
            raise InvalidDocument(f"extract_many reads several texts, not one {type(stories).__name__}; use extract")
        if on_error not in {"record", "raise"}:
            raise ValueError(f"on_error must be 'record' or 'raise', not {on_error!r}")
        if not isinstance(processes, int) or processes < 1:
            raise ValueError(f"processes must be a whole number of at least 1, not {processes!r}")
        if processes == 1:
            return in_one_process(self.extract, stories, on_error)
        return in_processes(self.extract, stories, processes, on_error)

    def _within_limits(self, text: str, strict: bool) -> tuple[str, list[Diagnostic]]:
        if len(text) <= self.limits.document_characters:
            return text, []
        diagnostic = cut_text(len(text), self.limits)
        if strict:
            raise LimitExceeded(diagnostic.message)
        return text[: self.limits.document_characters], [diagnostic]


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8"), digest_size=8).hexdigest()


@cache
def default_pipeline() -> Pipeline:
    """The pipeline that `eventx.extract` uses: all types, the default limits."""
    return Pipeline()


def extract(given: Story, **options: Any) -> Extraction:
    """The events of one text; see `Pipeline.extract`.

    >>> result = extract("Norland offered to help, Smith said on Monday.", published="2025-02-04")
    >>> result.offers[0].attribution.speaker.name, result.statements[0].when.value
    ('Smith', '2025-02-03')
    """
    return default_pipeline().extract(given, **options)


def extract_many(stories: Iterable[Story], **options: Any) -> Iterator[Extraction | Failure]:
    """The events of many texts, in order; see `Pipeline.extract_many`."""
    return default_pipeline().extract_many(stories, **options)
