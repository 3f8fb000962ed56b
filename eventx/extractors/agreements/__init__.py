"""Agreements: who agrees on what with whom, and who commits to what."""

from eventx.extractors.agreements.extractor import AgreementExtractor

__all__ = ["AgreementExtractor"]
