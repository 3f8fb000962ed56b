"""The errors eventx raises: one base class, so that a caller can catch them all.

EventxError
├── InvalidDocument      the text or its metadata cannot be read
│   └── LimitExceeded    a limit was passed while `strict=True`
├── InvalidResult        a stored result does not fit its text or its schema
├── InvalidFixture       a fixture file has unknown fields or wrong values
├── InvalidRule          a rule, a lexicon row or an event type is declared wrongly
├── ExtractionFailed     a rule broke on a record of a batch, or a `resolve` hook on an entity
└── WorkerFailed         a worker process of a batch ended without an answer
"""

from __future__ import annotations


class EventxError(Exception):
    """Base of every error that eventx raises on purpose."""


class InvalidDocument(EventxError, ValueError):
    """The text, or one of its metadata fields, cannot be used."""


class LimitExceeded(InvalidDocument):
    """A limit of `eventx.limits` was passed while `strict=True`."""


class InvalidResult(EventxError, ValueError):
    """A stored result does not fit its text or its schema."""


class InvalidFixture(EventxError, ValueError):
    """A fixture file cannot be read; the message lists all faults at once."""


class InvalidRule(EventxError, ValueError):
    """A rule, a lexicon row or an event type is declared wrongly."""


class ExtractionFailed(EventxError):
    """A rule broke on a record of a batch (outside one its own error is raised), or a `resolve` hook on an entity."""


class WorkerFailed(EventxError):
    """A worker process of a batch ended without giving a result."""
