"""Paragraphs, sentences, tokens, quotations and word classes, with offsets of the original text."""

from eventx.text.quotations import Quotation
from eventx.text.text import Range, Text

__all__ = ["Quotation", "Range", "Text"]
