"""Statements: who said what."""

from eventx.extractors.statements.extractor import StatementExtractor

__all__ = ["StatementExtractor"]
