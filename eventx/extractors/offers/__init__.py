"""Offers: who offers what to whom, on which terms."""

from eventx.extractors.offers.extractor import OfferExtractor

__all__ = ["OfferExtractor"]
