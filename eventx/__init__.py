"""English news text in, validated typed events out: statements, offers, agreements, characterizations.

>>> import eventx
>>> result = eventx.extract("El Salvador has offered to house criminals, Rubio said.")
>>> offer = result.offers[0]
>>> offer.offerer.name, offer.theme.text, offer.attribution.speaker.name
('El Salvador', 'to house criminals', 'Rubio')
"""

from __future__ import annotations

from importlib import import_module

# `typing` itself is too slow to import here; type checkers know the name
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from eventx.aggregation import Actor, Participation, aggregate
    from eventx.errors import (
        EventxError,
        ExtractionFailed,
        InvalidDocument,
        InvalidFixture,
        InvalidResult,
        InvalidRule,
        LimitExceeded,
        WorkerFailed,
    )
    from eventx.finders import find_amounts, find_dates, find_participants, find_quantities
    from eventx.limits import Limits
    from eventx.models import (
        Agreement,
        Attribution,
        Characterization,
        Diagnostic,
        Document,
        Entity,
        Event,
        Extraction,
        Failure,
        Money,
        Offer,
        Participant,
        Plover,
        Quantity,
        Span,
        Statement,
        Terms,
        When,
    )
    from eventx.pipeline import Pipeline, extract, extract_many

__version__ = "0.1.0"

_HOME = {
    **dict.fromkeys(
        [
            "EventxError",
            "ExtractionFailed",
            "InvalidDocument",
            "InvalidFixture",
            "InvalidResult",
            "InvalidRule",
            "LimitExceeded",
            "WorkerFailed",
        ],
        "eventx.errors",
    ),
    **dict.fromkeys(["Actor", "Participation", "aggregate"], "eventx.aggregation"),
    **dict.fromkeys(["find_amounts", "find_dates", "find_participants", "find_quantities"], "eventx.finders"),
    "Limits": "eventx.limits",
    **dict.fromkeys(
        [
            "Agreement",
            "Attribution",
            "Characterization",
            "Diagnostic",
            "Document",
            "Entity",
            "Event",
            "Extraction",
            "Failure",
            "Money",
            "Offer",
            "Participant",
            "Plover",
            "Quantity",
            "Span",
            "Statement",
            "Terms",
            "When",
        ],
        "eventx.models",
    ),
    **dict.fromkeys(["Pipeline", "extract", "extract_many"], "eventx.pipeline"),
}

__all__ = [
    "Actor",
    "Agreement",
    "Attribution",
    "Characterization",
    "Diagnostic",
    "Document",
    "Entity",
    "Event",
    "EventxError",
    "Extraction",
    "ExtractionFailed",
    "Failure",
    "InvalidDocument",
    "InvalidFixture",
    "InvalidResult",
    "InvalidRule",
    "LimitExceeded",
    "Limits",
    "Money",
    "Offer",
    "Participant",
    "Participation",
    "Pipeline",
    "Plover",
    "Quantity",
    "Span",
    "Statement",
    "Terms",
    "When",
    "WorkerFailed",
    "aggregate",
    "extract",
    "extract_many",
    "find_amounts",
    "find_dates",
    "find_participants",
    "find_quantities",
]


def __getattr__(name: str) -> Any:
    # Names are loaded on first use (PEP 562), so that importing eventx costs next to nothing.
    if name not in _HOME:
        raise AttributeError(f"module 'eventx' has no attribute {name!r}; it has {', '.join(__all__)}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
