"""Representation: for whom somebody speaks or acts."""

from __future__ import annotations

from eventx.grammar.noun_phrases import phrase_end
from eventx.mentions import Mention, Mentions
from eventx.mentions.countries import country_of, country_role
from eventx.mentions.kinds import words_of
from eventx.text import Text


def represented(text: Text, mentions: Mentions, mention: Mention) -> Mention | None:
    """For whom a participant speaks or acts: "a spokesman for the union", "Salvadoran President Nayib Bukele"."""
    first, last = mention.first, mention.last
    for i in range(first, last - 1):
        if text.lower[i] in words_of("speaking_for") and text.lower[i + 1] in {"for", "of", "to"}:
            end = phrase_end(text, i + 2, last)
            if end > i + 2:
                return mentions.mention(i + 2, end)
    referent = mention.referent
    if referent is None or referent.kind != "person" or referent.country is None:
        return None
    offices = words_of("national_offices")
    for i in range(first, last - 1):
        if country_of(text.words[i]) == referent.country and country_role(text.words[i]) in {"demonym", "name"}:
            if any(" ".join(text.lower[i + 1 : i + 1 + count]) in offices for count in (1, 2, 3)):
                country = mentions.mention(i, i + 1)
                country.referent = mentions.directory.country(referent.country)
                return country
    return None
