"""The mentions of one text, and what they refer to within it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from weakref import proxy

from eventx.grammar.noun_phrases import phrase_end, phrase_start
from eventx.mentions.coreference import Coreference
from eventx.mentions.description import Description, describe
from eventx.mentions.directory import OFFICES, Directory
from eventx.mentions.home import is_organ_at_home
from eventx.mentions.kinds import noun_kind, words_of
from eventx.mentions.mention import Mention, Referent, Voice
from eventx.mentions.narrator import narrator_of, signatures
from eventx.mentions.offices import Officials
from eventx.mentions.phrases import NUMBERS, phrase_behind
from eventx.mentions.pronouns import (
    FIRST_SINGULAR,
    FIRST_SUBJECT,
    OUR_SIDE,
    POSSESSIVES,
    PRONOUN_KINDS,
    PRONOUNS,
    SECOND_PERSON,
)
from eventx.mentions.use import Use
from eventx.text import Range, Text

NOBODY = Voice()
LONGEST_GAP = 6


class Mentions:
    """The participants a text speaks of. Nothing is looked for before an extractor asks.

    One referent stands for all mentions of one participant: a last name is the fullest name of the document that
    ends in it, all names of a country are one, a definite phrase is the same throughout. `author` is who wrote the
    text, where that is known.
    """

    def __init__(self, text: Text, author: str | None = None) -> None:
        self.text = text
        self._author = author
        self._mentions: dict[tuple[int, int], Mention] = {}
        self._phrases: dict[tuple[str, int], Referent] = {}
        self._resolved: dict[tuple[int, int], Referent] = {}

    @cached_property
    def directory(self) -> Directory:
        """The names of the document."""
        return Directory(self.text)

    @cached_property
    def coreference(self) -> Coreference:
        """What pronouns and definite phrases refer to."""
        # it knows its owner weakly, so that all of a document is freed with its result, not when cycles are looked for
        return Coreference(self.text, self.directory, partial(Mentions._noun_phrase, proxy(self)))

    @cached_property
    def narrator(self) -> Referent | None:
        """Who says *I* outside all quotations, where the document tells."""
        return narrator_of(self.text, self.directory, self._author)

    @cached_property
    def _signatures(self) -> list[tuple[int, Referent | None]]:
        return signatures(self.text, self.directory)

    def _writer(self, token: int) -> Referent | None:
        """Who says *I* at a token outside all quotations: whose signature follows, else the author."""
        following = next((writer for line, writer in self._signatures if line > token), None)
        return following or self.narrator

    def mention(self, first: int, last: int) -> Mention:
        """The mention of the tokens from `first` up to, not including, `last`, without marks at its end.

        The same tokens give the same mention, so that one place refers to one thing in all events.
        """
        words = self.text.words
        first, last = self._trimmed(first, last)
        while last - 1 > first and words[last - 1] in {",", ";", "-", "—", "–", ":"}:
            last -= 1
        known = self._mentions.get((first, last))
        if known is None:
            known = self._mentions[first, last] = Mention(self.text.range(first, last), first, last)
        return known

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """A phrase without what does not belong to it: an adverb behind a comma, a noun that a name follows."""
        text = self.text
        broken = self.directory.covering(first)
        if broken is not None and broken.named and broken.first < first:
            first = broken.first
        cut = self.directory.covering(last - 1)
        if cut is not None and cut.named and first <= cut.first and cut.first + cut.reading.begin < last:
            last = max(last, cut.last)
        classes = text.word_classes(first)
        comma = next((i for i in range(first + 1, last) if text.words[i] == ","), last)
        aside = comma + 1 < last and (
            classes[comma + 1] == "R" or (classes[comma + 1] == "I" and text.lower[comma + 1] not in {"of", "from"})
        )
        if aside and text.lower[comma + 1] not in {"now", "then", "once", "formerly"}:
            last = comma
        if last - first > 2 and classes[first] == "J" and classes[first + 1] == "I" and text.lower[first + 1] != "of":
            first += 2  # "steep for Mr. Sanders"
        uses = self.directory.within(first, last)
        if uses and uses[0].last <= comma:
            first, last = self._around_name(uses, first, last)
        if last - first == 1 and text.lower[first] in {"a", "an", "the"}:
            last = self._behind_article(first)
        elif last - first > 2 and text.lower[last - 1] in {"ago", "early", "late", "long", "soon"}:
            last -= 1
        elif text.lower[last : last + 1] == ["and"] and noun_kind(text.lower[last - 1]) == "person":
            last = self._behind_second_role(last)
        if first and text.lower[first - 1] == "whose" and classes[first] in "NJM":
            return first - 1, last
        return self._before_particles(first), last

    def _before_particles(self, first: int) -> int:
        """The start of a last name with the particles that belong to it: "de Castro" where Bill de Castro is named."""
        words = self.text.words
        use = self.directory.covering(first)
        name = use.referent.name or "" if use is not None and use.named else ""
        while first and words[first - 1].islower() and f" {words[first - 1]} {words[first]}" in name:
            first -= 1
        return first

    def _behind_second_role(self, conjunction: int) -> int:
        """The end of "USA Weekly contributor and historian Dana Webb", of which the first role was read."""
        uses = self.directory.within(conjunction + 2, conjunction + LONGEST_GAP)
        if not uses or not uses[0].named or uses[0].told.role is None:
            return conjunction
        classes = self.text.word_classes(conjunction)
        apart = any(classes[i] not in "NJ" for i in range(conjunction + 1, uses[0].first))
        return conjunction if apart else uses[0].last

    def _around_name(self, uses: list[Use], first: int, last: int) -> tuple[int, int]:
        """A phrase that a name begins or ends, without a stray noun before it and an adverbial behind it."""
        text = self.text
        classes = text.word_classes(first)
        use = uses[0]
        begin = use.told.start if use.named else use.first
        opens = first - 1 == text.sentence(first)[0] and classes[first - 1] == "n" and first == begin
        if opens and use.told.role is not None:
            first -= 1  # "Retired neurosurgeon Jane Roe"
        elif begin > first:
            stray = classes[begin - 1] == "N" and text.words[begin - 1][0].islower()
            if stray and noun_kind(text.lower[begin - 1]) is None and text.lower[begin - 1] not in NUMBERS:
                first = begin
        elif (
            len(uses) == 1
            and use.named
            and use.last < last
            and classes[use.last] in "MJR"
            and text.words[use.last][0].islower()
        ):
            if noun_kind(text.lower[last - 1]) is None:
                last = use.last  # "Mr. Trump eight times", "Sanders late Monday"
        return first, last

    def _behind_article(self, article: int) -> int:
        """The end of a phrase of which an article alone was read: "a widely denounced tweet"."""
        text = self.text
        classes = text.word_classes(article)
        limit = min(text.sentence(article)[1], article + LONGEST_GAP)
        head = next((i for i in range(article + 1, limit) if classes[i] in "NP"), None)
        return article + 1 if head is None else phrase_end(text, head, text.sentence(article)[1])

    def settle(self) -> None:
        """Reads every phrase for an office with its state, so that whoever holds it has it, and all pronouns."""
        text = self.text
        phrases = []
        for token in text.occurrences(OFFICES):
            floor, limit = text.sentence(token)
            start = phrase_start(text, token + 1, floor, linked=False)
            last = phrase_behind(text, self.directory, token, limit)
            if text.word_class(token) in "NP" and text.lower[start] == "the" and last - start > 2:
                described = self.describe(start, last)
                if described.use is None:
                    phrases.append((start, last, described))
        if phrases:
            # what is found while votes are counted is found without their outcome, and not kept
            Officials(Coreference(text, self.directory, lambda *at: _referent(self.describe(*at)))).settle(phrases)
        self.coreference.chain()

    def relative(self, token: int, first: int, last: int) -> Mention:
        """The mention of a relative pronoun that stands for a named participant; else of that participant's words."""
        antecedent = self.mention(first, last)
        pronoun = self.mention(token if self.is_named(antecedent.first, antecedent.last) else first, token + 1)
        pronoun.antecedent = antecedent
        return pronoun

    def mention_in(self, span: Range) -> Mention:
        """The mention of a span that need not begin and end with a token: one side of "US-China"."""
        first, last = self.text.tokens(span)
        return Mention(span, first, last)

    def describe(self, first: int, last: int) -> Description:
        """What the tokens of a noun phrase say."""
        return describe(self.text, self.directory, first, last)

    def is_named(self, first: int, last: int) -> bool:
        """Whether a noun phrase is somebody's or something's name."""
        return self.describe(first, last).use is not None

    def resolve(self, mention: Mention, voice: Voice = NOBODY) -> Referent:
        """What a mention refers to. `voice` is who speaks to whom where the mention stands inside a quotation."""
        if mention.referent is None and mention.antecedent is not None:
            mention.referent = self.resolve(mention.antecedent, voice)
        elif mention.referent is None:
            if self.text.range(mention.first, mention.last) != mention.range:
                mention.referent = self._by_phrase(self.text.string(mention.range))
            elif mention.last - mention.first == 1 and self.text.lower[mention.first] in PRONOUNS:
                mention.referent = self._pronoun(mention.first, voice)
            else:
                mention.referent = self._noun_phrase(mention.first, mention.last, voice)
        return mention.referent

    def _by_phrase(self, phrase: str) -> Referent:
        """The referent of a part of a token, which the directory of the whole text knows by its name."""
        for use in self.directory.uses:
            if use.named and use.referent.name == phrase:
                return use.referent
        part = Text(phrase)
        found = describe(part, Directory(part), 0, len(part.words))
        return self._phrases.setdefault((phrase.lower(), -1), found.use.referent if found.use else _referent(found))

    def elsewhere(self) -> Iterator[tuple[Range, Referent]]:
        """Where the document names somebody or points to somebody named, whether in an event or not."""
        for use in self.directory.uses:
            if use.named and use.referent.kind != "unknown":
                yield self.text.range(use.first, use.last), use.referent
        for token, referent in self.coreference.chain().items():
            if referent.name is not None:
                yield self.text.range(token, token + 1), referent

    def _noun_phrase(self, first: int, last: int, voice: Voice = NOBODY) -> Referent:
        known = self._resolved.get((first, last))
        if known is None:
            known = self._resolved[first, last] = self._of_phrase(first, last, voice)
        return known

    def _of_phrase(self, first: int, last: int, voice: Voice) -> Referent:
        text = self.text
        found = self.describe(first, last)
        if found.use is not None:
            return _told(found.use.referent, found)
        article = text.lower[first]
        if article == "the" and found.kind == "person" and "and" in text.lower[first:last]:
            found = self.describe(first, text.lower.index("and", first))  # "the Ohio senator and former surgeon"
        if article in {"the", "this", "that"}:
            earlier = self.coreference.definite(first, found, voice)
            if earlier is not None:
                return earlier
        if article == "our" and voice.speaker is not None and found.head in {"country", "nation"}:
            side = self.side_of(voice.speaker)
            if side.kind == "place":
                return side
        # "his campaign" is somebody's, "a man" anybody: the same words elsewhere are another
        apart = first if article in POSSESSIVES or article in {"a", "an", "another", "one"} else -1
        key = text.string(text.range(first, last)).lower(), apart
        referent = self._phrases.setdefault(key, _referent(found))
        if article == "the" and self.directory.home is not None and referent.country is None:
            office = (found.role or "").lower() in words_of("offices_at_home")
            if office or is_organ_at_home(text.words[first + 1 : last]):
                referent.country = self.directory.home
        return referent

    def side_of(self, speaker: Referent) -> Referent:
        """Whom somebody speaks for when saying *our* and *us*: a president's country, a spokesman's company."""
        if speaker.side is not None:
            return speaker.side
        office = (speaker.role or "").lower()
        if speaker.country and speaker.state is None and office in words_of("national_offices"):
            return self.directory.country(speaker.country)
        return speaker

    def _pronoun(self, token: int, voice: Voice) -> Referent:
        word = self.text.lower[token]
        found: Referent | None = None
        if word in FIRST_SINGULAR and voice.speaker is None and self.text.quotation(token) is None:
            found = self._writer(token)
        elif word in FIRST_SUBJECT:
            found = voice.speaker
        elif word in OUR_SIDE:
            found = self.side_of(voice.speaker) if voice.speaker else None
        elif word in SECOND_PERSON:
            found = voice.addressee
        else:
            found = self.coreference.pronoun(token, voice)
        return found or Referent(kind=PRONOUN_KINDS.get(word, "unknown"))


def _referent(found: Description) -> Referent:
    return Referent(None, found.kind, found.role, found.country, found.party, found.state, nouns=set(found.nouns))


def _told(referent: Referent, found: Description) -> Referent:
    """A referent with what a phrase that holds its name adds: "the leader of the league, Jonathan Greenblatt"."""
    if found.role:
        referent.role = referent.role or found.role
        referent.country = referent.country or found.country
        referent.nouns |= found.nouns
    return referent
