"""The mentions of one text, and what they refer to within it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from eventx.mentions.mention import Mention, Referent
from eventx.mentions.names import Description, describe, gender, name_runs
from eventx.text import Range, Text

SINGULAR_PRONOUNS = frozenset("he she him her his hers himself herself".split())
FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
SECOND_PERSON = frozenset("you your yours".split())
PLURAL_PRONOUNS = frozenset("they them their theirs themselves".split())
NEUTER_PRONOUNS = frozenset("it its itself".split())
PRONOUNS = SINGULAR_PRONOUNS | FIRST_PERSON | SECOND_PERSON | PLURAL_PRONOUNS | NEUTER_PRONOUNS
FEMALE, MALE = frozenset("she her hers herself".split()), frozenset("he him his himself".split())


class Mentions:
    """The participants a text speaks of. Nothing is looked for before an extractor asks.

    One referent stands for all mentions of one participant: a last name is the fullest name of the document that
    ends in it, all names of a country are one, a definite phrase is the same throughout.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        self._mentions: dict[tuple[int, int], Mention] = {}
        self._referents: dict[str, Referent] = {}
        self._resolved: dict[tuple[int, int], Referent] = {}
        self._full_names: dict[str, dict[str, frozenset[str]]] | None = None
        self._fullest_of: dict[str, str] = {}
        self._country_names: dict[str, str] = {}
        self._named: list[tuple[int, int]] = []

    def mention(self, first: int, last: int) -> Mention:
        """The mention of the tokens from `first` up to, not including, `last`, without marks at its end.

        The same tokens give the same mention, so that one place refers to one thing in all events.
        """
        words = self.text.words
        while last - 1 > first and words[last - 1] in {",", ";", "-", "—", "–", ":"}:
            last -= 1
        known = self._mentions.get((first, last))
        if known is None:
            known = self._mentions[first, last] = Mention(self.text.range(first, last), first, last)
        return known

    def relative(self, token: int, first: int, last: int) -> Mention:
        """The mention of a relative pronoun that stands for a named participant; else of that participant's words."""
        antecedent = self.mention(first, last)
        unnamed = describe(self.text, antecedent.first, antecedent.last).name is None
        pronoun = self.mention(first if unnamed else token, token + 1)
        pronoun.antecedent = antecedent
        return pronoun

    def mention_in(self, span: Range) -> Mention:
        """The mention of a span that need not begin and end with a token: one side of "US-China"."""
        first, last = self.text.tokens(span)
        return Mention(span, first, last)

    def resolve(self, mention: Mention, speaker: Referent | None = None) -> Referent:
        """What a mention refers to. `speaker` is whoever speaks where the mention stands inside a quotation."""
        if mention.referent is None and mention.antecedent is not None:
            mention.referent = self.resolve(mention.antecedent, speaker)
        elif mention.referent is None:
            key = (mention.first, mention.last)
            if self.text.range(*key) != mention.range:
                mention.referent = self._by_phrase(self.text.string(mention.range))
            elif self.text.lower[mention.first] in PRONOUNS and mention.last - mention.first == 1:
                mention.referent = self._pronoun(mention.first, speaker)
            else:
                if key not in self._resolved:
                    self._resolved[key] = self._noun_phrase(mention)
                mention.referent = self._resolved[key]
        assert mention.referent is not None
        return mention.referent

    def _by_phrase(self, phrase: str) -> Referent:
        part = Text(phrase)
        return self._from_description(describe(part, 0, len(part.words)), phrase)

    def _noun_phrase(self, mention: Mention) -> Referent:
        text = self.text
        description = describe(text, mention.first, mention.last)
        lower = text.lower[mention.first]
        if description.name is None and lower in {"the", "this", "that"}:
            earlier = self._definite(mention, description)
            if earlier is not None:
                return earlier
        return self._from_description(description, text.string(mention.range))

    def _from_description(self, found: Description, phrase: str) -> Referent:
        if found.country and found.kind == "place":
            key = f"country {found.country}"
            self._names()
            found.name = self._country_names.get(found.country, found.name)
        elif found.name:
            found.name = self._fullest(found.name, found.kind)
            key = found.name.lower()
        else:
            key = phrase.lower()
        referent = self._referents.get(key)
        if referent is None:
            referent = self._referents[key] = Referent(found.name, found.kind, found.role, found.country)
            if found.name and found.kind == "person":
                referent.gender = gender(found.name)
        else:
            if referent.kind == "unknown":
                referent.kind = found.kind
            referent.role = referent.role or found.role
            referent.country = referent.country or found.country
        if referent.name and referent.kind == "unknown" and " " in referent.name and found.role:
            referent.kind = "person"
        return referent

    def _fullest(self, name: str, kind: str) -> str:
        """The fullest name in the document that ends in this one's last word, for a person's single name."""
        if " " in name and kind != "person":
            return name
        if name not in self._fullest_of:
            words = set(name.split())
            known = self._names().get(name.split()[-1], {})
            fuller = [full for full, parts in known.items() if words <= parts]
            ambiguous = " " not in name and len({full.split()[0] for full in fuller}) > 1
            self._fullest_of[name] = name if ambiguous else max(fuller, key=len, default=name)
        return self._fullest_of[name]

    def _names(self) -> dict[str, dict[str, frozenset[str]]]:
        """Full names of people, with their words, by their last word: from the whole document."""
        if self._full_names is None:
            self._full_names = {}
            text = self.text
            for (first, last), kind in zip(text.paragraphs, text.paragraph_kinds, strict=True):
                if kind != "furniture":
                    self._scan(first, last)
        return self._full_names

    def _scan(self, first: int, last: int) -> None:
        text = self.text
        names = self._full_names
        assert names is not None
        i = first
        while i < last:
            sentence_end = text.sentence(i)[1]
            for begin, end in name_runs(text, i, sentence_end):
                description = describe(text, begin, end)
                if description.country and description.kind == "place" and description.name:
                    known_as = self._country_names.get(description.country, "")
                    self._country_names[description.country] = max(known_as, description.name, key=len)
                if description.kind == "person" and description.name:
                    self._named.append((begin, end))
                    if " " in description.name:
                        known = names.setdefault(description.name.split()[-1], {})
                        if description.name not in known:
                            known[description.name] = frozenset(description.name.split())
                            self._introduce(description.name, description)
                elif description.kind == "unknown" or description.country:
                    self._named.append((begin, end))
            i = sentence_end

    def _introduce(self, name: str, description: Description) -> None:
        """Makes the referent of a person whose full name the document gives."""
        if name.lower() not in self._referents:
            self._referents[name.lower()] = Referent(
                name, "person", description.role, description.country, gender(name)
            )

    def _pronoun(self, token: int, speaker: Referent | None) -> Referent:
        word = self.text.lower[token]
        found: Referent | None = None
        if word in FIRST_PERSON:
            found = speaker
        elif word in SINGULAR_PRONOUNS:
            found = self._person_before(token, word, speaker)
        elif word in NEUTER_PRONOUNS:
            found = self._thing_before(token, speaker)
        if found is not None:
            return found
        kind = "person" if word in SINGULAR_PRONOUNS | {"i", "me", "my"} else "unknown"
        if word in {"we", "us", "our", "they", "them", "their"}:
            kind = "group"
        return Referent(kind=kind)

    def _candidates(self, token: int) -> Iterator[list[tuple[int, int]]]:
        """The names before a token, by sentence: its own sentence first, back to the paragraph before its own."""
        self._names()
        text = self.text
        earliest = text.paragraphs[max(text.paragraph_index(token) - 1, 0)][0]
        named: list[tuple[int, int]] = []
        index = bisect_left(self._named, (token, 0)) - 1
        while index >= 0 and self._named[index][0] >= earliest:
            if named and self._named[index][0] < text.sentence(named[-1][0])[0]:
                yield named[::-1]
                named = []
            named.append(self._named[index])
            index -= 1
        if named:
            yield named[::-1]

    def _person_before(self, token: int, word: str, speaker: Referent | None) -> Referent | None:
        wanted = "f" if word in FEMALE else "m"
        quoted = speaker is not None
        paragraph = self.text.paragraph_index(token)
        for sentence in self._candidates(token):
            if quoted and self.text.paragraph_index(sentence[0][0]) != paragraph:
                return None
            for begin, end in sentence:
                referent = self._resolve_name(begin, end)
                if referent.kind == "person" and referent is not speaker and referent.gender in {wanted, None}:
                    return referent
        return None

    def _thing_before(self, token: int, speaker: Referent | None) -> Referent | None:
        paragraph = self.text.paragraph_index(token)
        for sentence in self._candidates(token):
            if self.text.paragraph_index(sentence[0][0]) != paragraph:
                return None
            for begin, end in sentence:
                referent = self._resolve_name(begin, end)
                if referent.kind in {"organization", "place"} and referent is not speaker:
                    return referent
        return None

    def _resolve_name(self, begin: int, end: int) -> Referent:
        key = (begin, end)
        if key not in self._resolved:
            phrase = self.text.string(self.text.range(begin, end))
            self._resolved[key] = self._from_description(describe(self.text, begin, end), phrase)
        return self._resolved[key]

    def _definite(self, mention: Mention, description: Description) -> Referent | None:
        """What "the country", "the president", "the company" refers to in the sentences before, if one thing fits."""
        head = description.head
        if mention.last - mention.first != 2:
            return None
        for sentence in self._candidates(mention.first):
            for begin, end in sentence:
                referent = self._resolve_name(begin, end)
                if head in {"country", "nation"} and referent.kind == "place" and referent.country:
                    return referent
                if description.kind == "person" and referent.role and head in referent.role.lower().split():
                    return referent
                if description.kind == "organization" and referent.kind == "organization":
                    name = (referent.name or "").lower().split()
                    if head in name or head in {"company", "firm", "agency", "group"}:
                        return referent
        return None
