"""One extractor per event type."""

from eventx.extractors.agreements import AgreementExtractor
from eventx.extractors.base import Extractor, trigger_tokens
from eventx.extractors.characterizations import CharacterizationExtractor
from eventx.extractors.offers import OfferExtractor
from eventx.extractors.statements import StatementExtractor

__all__ = [
    "AgreementExtractor",
    "CharacterizationExtractor",
    "Extractor",
    "OfferExtractor",
    "StatementExtractor",
    "trigger_tokens",
]
