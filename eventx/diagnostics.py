"""What a reader of a result should know of its text: what was cut, what is not English, which marks are missing."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.limits import Limits
from eventx.models import Diagnostic, Span
from eventx.text import Text
from eventx.text.language import is_english

NOT_ENGLISH = "not-english"


def cut_text(characters: int, limits: Limits) -> Diagnostic:
    """That only the beginning of a text was read."""
    most = limits.document_characters
    message = f"the text has {characters:,} characters; the first {most:,} were read (Limits.document_characters)"
    return Diagnostic(code="text-cut", message=message)


def of_text(text: Text, limits: Limits) -> Iterator[Diagnostic]:
    """What is odd about a text that was read."""
    if not text.words:
        yield Diagnostic(code="empty-text", message="the text has no words")
    if not is_english(text.lower):
        yield Diagnostic(code=NOT_ENGLISH, message="the text does not look English, so no events were looked for")
    for first, last in text.sentences:
        if last - first < limits.sentence_tokens or last == len(text.words):
            continue
        if text.paragraph_index(last) == text.paragraph_index(first) and text.word_class(last - 1) != ".":
            message = f"a sentence was split after {limits.sentence_tokens} tokens (Limits.sentence_tokens)"
            yield Diagnostic(code="sentence-split", message=message, span=_span(text, last - 1))
    for quotation in text.quotations:
        if not quotation.closed and not quotation.continued:
            message = "a quotation is not closed; it was taken to end with its paragraph"
            yield Diagnostic(code="quotation-open", message=message, span=_span(text, quotation.first))


def _span(text: Text, token: int) -> Span:
    at = text.range(token, token + 1)
    return Span(start=at.start, end=at.end, text=text.string(at))
