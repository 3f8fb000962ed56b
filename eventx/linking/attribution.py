"""Attribution: which event stands inside whose statement, and which statement inside which."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from eventx.grammar.noun_phrases import phrase_start
from eventx.linking.representation import represented
from eventx.mentions import Mention, Mentions, Referent, Voice
from eventx.mentions.kinds import words_of
from eventx.rules import Draft
from eventx.text import Text

ANONYMOUS = frozenset("insider insiders official officials person source sources witness witnesses".split())
# reports of reports of reports: deeper than anybody writes
LONGEST_CHAIN = 8


@dataclass(slots=True, eq=False)
class Reported:
    """A statement with its place among the others: who speaks in it, and which statement encloses it."""

    draft: Draft
    speaker: Mention | None
    within: Reported | None = None
    on_behalf_of: Mention | None = None
    chain: list[Mention] = field(default_factory=list)

    @property
    def referent(self) -> Referent | None:
        return self.speaker.referent if self.speaker else None

    @property
    def voice(self) -> Voice:
        """Who speaks to whom in it."""
        addressee = self.draft.roles.get("addressee")
        return Voice(self.referent, addressee.referent if isinstance(addressee, Mention) else None)


class Attributions:
    """The statements of a text by the spans of their contents, so that a place finds the innermost one around it."""

    def __init__(self, text: Text, mentions: Mentions, drafts: list[Draft]) -> None:
        self.text = text
        self.mentions = mentions
        self.statements = [Reported(draft, self._speaker(draft)) for draft in drafts]
        spans = sorted(
            (
                (span.start, -span.end, index)
                for index, reported in enumerate(self.statements)
                for span in reported.draft.roles["content"]
            ),
        )
        self._starts = [start for start, _, _ in spans]
        self._spans = [(start, -end, self.statements[index]) for start, end, index in spans]
        self._parents = self._enclosing()
        self._link()

    def _speaker(self, draft: Draft) -> Mention | None:
        """The speaker of a statement; with *both* behind a pair, the pair: "Norland and Sudria both say"."""
        speaker: Mention | None = draft.roles.get("speaker")
        if speaker is None or self.text.lower[speaker.first : speaker.last] not in (["both"], ["all"]):
            return speaker
        floor = self.text.sentence(speaker.first)[0]
        start = phrase_start(self.text, speaker.first, floor)
        if "and" not in self.text.lower[start : speaker.first]:
            return speaker
        pair = self.mentions.mention(start, speaker.first)
        draft.roles["speaker"] = pair
        return pair

    def _enclosing(self) -> list[int]:
        parents: list[int] = []
        stack: list[int] = []
        for index, (start, _, _) in enumerate(self._spans):
            while stack and self._spans[stack[-1]][1] <= start:
                stack.pop()
            parents.append(stack[-1] if stack else -1)
            stack.append(index)
        return parents

    def around(self, place: int, besides: Reported | None = None) -> Reported | None:
        """The innermost statement that reports the words at a code point; `besides` is passed over."""
        index = bisect_right(self._starts, place) - 1
        while index >= 0:
            _, end, reported = self._spans[index]
            if end > place and reported is not besides and reported.draft.reports:
                return reported
            index = self._parents[index]
        return None

    def _link(self) -> None:
        for reported in self.statements:
            within = self.around(reported.draft.anchor.start, besides=reported)
            if within is not None and _encloses(reported, within):
                within = None
            reported.within = within
            if reported.speaker is not None:
                self._resolve_speaker(reported, reported.speaker)
            addressee = reported.draft.roles.get("addressee")
            if isinstance(addressee, Mention):
                self.mentions.resolve(addressee, within.voice if within else Voice())
        self._name_ahead()
        for reported in self.statements:
            reported.chain = self._chain(reported)

    def _name_ahead(self) -> None:
        """Names whoever the lead only describes: "…, a lawmaker has said." and, a paragraph on, "Petra Vance said"."""
        text = self.text
        lead = next((index for index, kind in enumerate(text.paragraph_kinds) if kind == "body"), None)
        if lead is None:
            return
        described = [one for one in self.statements if self._is_described(one, lead)]
        named = [one for one in self.statements if self._opens(one, lead + 1)]
        if len(described) == 1 and len(named) == 1 and described[0].speaker and named[0].referent:
            described[0].speaker.referent = named[0].referent

    def _is_described(self, reported: Reported, paragraph: int) -> bool:
        """Whether a paragraph's speaker is a person without a name, introduced there: "a lawmaker"."""
        speaker, text = reported.speaker, self.text
        if speaker is None or speaker.referent is None or text.paragraph_index(speaker.first) != paragraph:
            return False
        anonymous = any(
            word in words_of("speaking_for") | ANONYMOUS for word in text.lower[speaker.first : speaker.last]
        )
        unnamed = speaker.referent.name is None and speaker.referent.kind == "person"
        return unnamed and not anonymous and text.lower[speaker.first] in {"a", "an"}

    def _opens(self, reported: Reported, paragraph: int) -> bool:
        """Whether a speaker's bare name opens a paragraph: "Petra Vance said", and nothing says what else she is."""
        speaker, text = reported.speaker, self.text
        if speaker is None or reported.referent is None or paragraph >= len(text.paragraphs):
            return False
        if reported.referent.kind != "person" or reported.referent.name is None or reported.within is not None:
            return False
        bare = all(text.words[token][0].isupper() for token in range(speaker.first, speaker.last))
        return bare and text.paragraphs[paragraph][0] == speaker.first and text.word_class(speaker.last) != ","

    def _resolve_speaker(self, reported: Reported, speaker: Mention) -> None:
        """Who speaks, and for whom: what that one says of *us* is said of them."""
        outer = reported.within.voice if reported.within else Voice()
        referent = self.mentions.resolve(speaker, outer)
        reported.on_behalf_of = represented(self.text, self.mentions, speaker.antecedent or speaker)
        if reported.on_behalf_of is not None:
            side = self.mentions.resolve(reported.on_behalf_of, outer)
            referent.side = referent.side or side

    def _chain(self, reported: Reported) -> list[Mention]:
        chain: list[Mention] = []
        seen = {id(reported)}
        outer = reported.within
        while outer is not None and id(outer) not in seen and len(seen) <= LONGEST_CHAIN:
            seen.add(id(outer))
            if outer.speaker is not None:
                chain.append(outer.speaker)
            outer = outer.within
        return chain


def _encloses(outer: Reported, inner: Reported) -> bool:
    """Whether one statement's content holds the other's cue, so that the other cannot hold it in turn."""
    place = inner.draft.anchor.start
    return inner.draft.trigger is not None and any(
        span.start <= place < span.end for span in outer.draft.roles["content"]
    )
