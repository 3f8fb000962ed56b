"""Characterizations: who calls what what."""

from eventx.extractors.characterizations.extractor import CharacterizationExtractor

__all__ = ["CharacterizationExtractor"]
