"""What goes in and what comes out: frozen models, and nothing that finds them."""

from eventx.models.base import Model, Span
from eventx.models.document import Document, read_document
from eventx.models.events import (
    Agreement,
    AgreementTelling,
    Characterization,
    CharacterizationTelling,
    Event,
    Offer,
    OfferTelling,
    Statement,
    Telling,
)
from eventx.models.extraction import (
    SCHEMA_VERSION,
    Diagnostic,
    Entity,
    Extraction,
    Failure,
    extraction_model,
    json_schema,
    parts,
)
from eventx.models.plover import Plover
from eventx.models.values import Attribution, Money, Participant, Quantity, Terms, When

__all__ = [
    "SCHEMA_VERSION",
    "Agreement",
    "AgreementTelling",
    "Attribution",
    "Characterization",
    "CharacterizationTelling",
    "Diagnostic",
    "Document",
    "Entity",
    "Event",
    "Extraction",
    "Failure",
    "Model",
    "Money",
    "Offer",
    "OfferTelling",
    "Participant",
    "Plover",
    "Quantity",
    "Span",
    "Statement",
    "Telling",
    "Terms",
    "When",
    "extraction_model",
    "json_schema",
    "parts",
    "read_document",
]
