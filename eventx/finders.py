"""The finders on their own, over any text: its dates, its amounts, its participants."""

from __future__ import annotations

from datetime import date

from eventx.boundary import Boundary
from eventx.extractors import StatementExtractor, trigger_tokens
from eventx.limits import Limits
from eventx.linking.attribution import Attributions
from eventx.linking.values import DateExpression
from eventx.mentions import Mention, Mentions, Voice
from eventx.mentions import dates as dates_of
from eventx.mentions import money as money_of
from eventx.mentions import quantities as quantities_of
from eventx.mentions.phrases import participant_phrases
from eventx.mentions.pronouns import RELATIVE
from eventx.models import Document, Money, Participant, Quantity, When, read_document
from eventx.text import Range, Text

# phrases that can end before a relative pronoun
REACH = 4


def find_dates(text: str | Document, *, published: str | date | None = None) -> list[When]:
    """Every date in a text, in order, with its ISO 8601 value and grain.

    `published` is the day on which the text came out, ISO 8601 or a date; without it absolute dates alone have a value.
    Raises `InvalidDocument` where the text is no string, or `published` is no date.

    >>> [(str(date.span), date.value) for date in find_dates("They met on Monday and in 2011.", published="2025-02-04")]
    [('Monday', '2025-02-03'), ('2011', '2011')]
    """
    document = _document(text, published)
    boundary = _boundary(document)
    found = dates_of.find_dates(document.text, 0, len(document.text))
    return [boundary.date(DateExpression(Range(date.start, date.end), date.expression, date.ahead)) for date in found]


def find_amounts(text: str | Document) -> list[Money]:
    """Every amount of money in a text, in order.

    Raises `InvalidDocument` where the text is no string.

    >>> [(str(found), found.amount, found.currency, found.per) for found in find_amounts("It bid $27.50 a share.")]
    [('$27.50 a share', Decimal('27.50'), 'USD', 'share')]
    """
    document = _document(text)
    boundary = _boundary(document)
    return [boundary.money(found) for found in money_of.find_amounts(document.text, 0, len(document.text))]


def find_quantities(text: str | Document) -> list[Quantity]:
    """Every number of something that is neither money nor time, in order: percentages, tonnes, troops, seats.

    Raises `InvalidDocument` where the text is no string.

    >>> [(str(found), found.amount, found.unit) for found in find_quantities("It sold a 51% stake and 12 jets.")]
    [('51%', Decimal('51'), 'percent'), ('12 jets', Decimal('12'), 'jet')]
    """
    document = _document(text)
    boundary = _boundary(document)
    return [boundary.quantity(found) for found in quantities_of.find_quantities(document.text, 0, len(document.text))]


def find_participants(text: str | Document) -> list[Participant]:
    """Every mention of a person, an organization, a place or a group in a text, in order, pronouns included.

    Mentions of one participant have one `entity`. Inside a quotation "I" and "we" are its speaker. A mention that
    nothing resolves has no name.

    Raises `InvalidDocument` where the text is no string.

    >>> [(str(found.mention), found.name) for found in find_participants("Mayor Ana Ruiz said she would go.")]
    [('Mayor Ana Ruiz', 'Ana Ruiz'), ('she', 'Ana Ruiz')]
    """
    document = _document(text)
    read = Text(document.text, Limits())
    mentions = Mentions(read, document.author)
    extractor = StatementExtractor()
    statements = list(extractor.extract(read, mentions, trigger_tokens(read, extractor.triggers)))
    mentions.settle()
    attributions = Attributions(read, mentions, statements)
    boundary = Boundary(read, "", None, {})
    before: list[Mention] = []
    for first, last in participant_phrases(read, mentions.directory):
        mention = mentions.mention(first, last)
        if read.lower[first] in RELATIVE:
            mention.antecedent = mention.antecedent or _antecedent(read, before, first)
        before.append(mention)
        reported = attributions.around(mention.range.start) if read.quotation(first) is not None else None
        mentions.resolve(mention, reported.voice if reported else Voice())
    # all are resolved before the first is built, since a later one can tell what an earlier one is
    return [boundary.participant(mention) for mention in before]


def _antecedent(text: Text, before: list[Mention], relative: int) -> Mention | None:
    """What a relative pronoun stands for: the longest phrase that ends right before it or before its comma."""
    end = relative - (text.words[relative - 1] == ",") if relative else 0
    ending = [mention for mention in before[-REACH:] if mention.last == end]
    return min(ending, key=lambda mention: mention.first, default=None)


def _document(text: str | Document, published: str | date | None = None) -> Document:
    return read_document(text, published=published) if published is not None else read_document(text)


def _boundary(document: Document) -> Boundary:
    return Boundary(Text(document.text), "", document.published, {})
