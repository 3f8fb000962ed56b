"""A cue where it stands: its verb group, its subject, and what follows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from eventx.extractors.statements.cues import Cue
from eventx.extractors.trigger import TokenRange, Trigger
from eventx.grammar.appositions import before_apposition
from eventx.grammar.clauses import trim
from eventx.grammar.modality import assess
from eventx.grammar.noun_phrases import LINKING, NONE, TIME_WORDS, phrase_end
from eventx.grammar.subjects import RELATIVE, inverted_subject, subject_of
from eventx.grammar.verb_groups import VerbGroup
from eventx.mentions import Mention
from eventx.rules import Draft
from eventx.text import Quotation, Range

DENIALS = frozenset(["decline", "deny", "refuse"])
WH_WORDS = frozenset("how if what when where whether which who why".split())
COMPLEMENTIZERS = WH_WORDS | {"that"}
MEDIA = frozenset(
    "address affidavit appearance blog book briefing call column conference e-mail editorial email facebook filing "
    "instagram interview letter memo message note op-ed podcast post radio readout release remarks report speech "
    "statement telegram television testimony text tweet twitter video x".split()
)


@dataclass(slots=True)
class Site(Trigger):
    """A cue, the region it may draw on, and what stands around it: its subject, its adjuncts, what follows.

    `last` is the token behind the cue and its particle.

    `claimed` are the quotations (by first token) that a statement holds already; `previous` is the statement found
    before this one, whose speaker a cue after *and* shares.
    """

    cue: Cue
    verb_group: VerbGroup
    last: int
    claimed: set[int]
    previous: Draft | None = None
    after: int = 0
    addressee: TokenRange | None = None
    medium: TokenRange | None = None
    subject: TokenRange | None = None
    inverted: bool = False

    @property
    def quoted(self) -> bool:
        """Whether the cue stands within quotation marks."""
        return self.text.quotation(self.token) is not None

    def opens_infinitive(self, token: int) -> bool:
        """Whether *to* and a verb stand at a token."""
        return self.word(token) == "to" and self.letter(token + 1) in "vBHOR"

    def part(self, start: int, end: int, fewest: int = 1) -> Range | None:
        """What stands between two tokens, without commas at its ends; None where fewer tokens are left."""
        begin, end = trim(self.text, start, end)
        return self.text.range(begin, end) if end - begin >= fewest else None

    def quotation_at(self, token: int) -> Quotation | None:
        """The quotation that begins at a token of the region."""
        if self.letter(token) != '"':
            return None
        quotation = self.text.quotation(token)
        return quotation if quotation and quotation.first == token else None


def read_site(site: Site) -> None:
    """Finds the subject of a cue, beside it or inverted, and reads the adjuncts behind it."""
    text, group = site.text, site.verb_group
    site.after = site.last
    if not group.passive:
        site.subject = _shared_speaker(site) or subject_of(text, group, site.floor)
        before = group.first - 1
        opens = (
            before < site.floor
            or site.letter(before) in ',."-;'
            or (site.text.lower[before] in {"and", "but"} and site.letter(before) == "C")
        )
        if opens and not group.infinitive and not site.cue.particle:
            behind = inverted_subject(text, site.token, site.limit)
            if behind and _is_inverted(site, behind):
                site.subject, site.inverted, site.after = behind, True, behind[1]
    if (not site.inverted and "addressee" in site.cue.frames) or site.cue.lemma in {"ask", "tell"}:
        _read_addressee(site)
    _read_adjuncts(site)


def _shared_speaker(site: Site) -> TokenRange | None:
    """The speaker of the cue before, which "and added" shares: "Lee said S and insisted that S"."""
    previous = site.previous
    before = site.verb_group.first - 1
    # "said on “Morning Bell,” adding that": the comma stands inside the marks
    adding = site.letter(before) in ',-"' and site.letter(site.token) == "g"
    if (
        previous is None
        or previous.trigger is None
        or not previous.reports
        or not (adding or site.word(before) in {"and", "but"})
    ):
        return None
    cue = site.text.tokens(previous.trigger)[0]
    speaker = previous.roles.get("speaker")
    here = site.text.starts[before]
    content_ends = all(span.end <= here or span.start > here for span in previous.roles["content"])
    if speaker is None or cue < site.floor or not content_ends or not site.floor <= speaker.first < before:
        return None
    return speaker.first, speaker.last


def _is_inverted(site: Site, behind: TokenRange) -> bool:
    """Whether the noun phrase behind the cue is its subject: what stands before is a quotation or a finished clause."""
    start, end = behind
    before = site.verb_group.first - 1
    if site.letter(site.token) == "g" or site.word(start) in TIME_WORDS or site.letter(end) in "zdXBH":
        return False
    if before < site.floor:
        return site.word(end) == ":"  # "Said Webb: “…”"
    if site.letter(start) == "Q" and site.word(start) not in {"he", "she", "they", "i", "we", "it"}:
        return False
    if before >= site.floor and site.letter(before) == '"':
        return True
    if before >= site.floor and site.letter(before) in ",-":
        if site.cue.lemma == "tell" or _has_apposition(site, before):
            return False
        closes = end >= site.limit or site.letter(end) in ",.;-I" or site.word(end) in {"who", "on", "in", "at", "as"}
        return closes and site.verb_group.head == site.verb_group.first
    return False


def _has_apposition(site: Site, comma: int) -> bool:
    """Whether the comma before a cue closes an apposition to a subject that opens the region or follows a quotation."""
    subject = before_apposition(site.text, comma, site.floor)
    return subject is not None and (subject[0] == site.floor or site.letter(subject[0] - 1) == '"')


def _read_addressee(site: Site) -> None:
    start = site.after
    if site.letter(start) in "DPNQJM" and site.word(start) not in COMPLEMENTIZERS:
        end = phrase_end(site.text, start, site.limit, linked=LINKING - {"against"}, coordinated=True)
        if end > start and site.letter(end) not in "zdXBH":
            site.addressee = (start, end)
            site.after = end
            if site.letter(end) == "," and site.letter(end + 1) == "P" and site.letter(end - 1) == "P":
                place = phrase_end(site.text, end + 1, site.limit)  # "a meeting in Halden, New Jersey"
                if site.letter(place) in ",IC":
                    site.after = place + (site.letter(place) == ",")


def _read_adjuncts(site: Site) -> None:
    """Moves `after` past time, place, medium and audience: "on Monday in an interview with CNN"."""
    at = site.after
    for _ in range(6):
        word, letter = site.word(at), site.letter(at)
        if (
            (word in TIME_WORDS and site.letter(at + 1) != "S")
            or word in {"late", "early"}
            or (letter == "R" and word not in COMPLEMENTIZERS)
        ):
            end = at + 1
            while site.word(end) in {"night", "morning", "afternoon", "evening", "on"} | TIME_WORDS:
                end += 1
            at = end
        elif letter in "IT" and word not in {"like", "because", "including"} and site.letter(at + 1) in "DPNQJMng":
            end = phrase_end(site.text, at + 1, site.limit, linked=NONE if word == "to" else LINKING)
            if end == at + 1 or _is_clause_behind(site, at + 1, end):
                break
            _note_adjunct(site, word, at, end)
            at = end
        elif letter == "," and at > site.after and site.letter(at + 1) in 'PQN"' and site.word(at + 1) in TIME_WORDS:
            at += 1
        else:
            break
    site.after = at


def _is_clause_behind(site: Site, start: int, end: int) -> bool:
    """Whether the noun phrase behind a preposition is the subject of a verb, so that no adjunct ends there."""
    return site.letter(end) in "zdXHB" and site.letter(start) != "g"


def _note_adjunct(site: Site, preposition: str, at: int, end: int) -> None:
    words = site.text.lower[at + 1 : end]
    if preposition == "to" and not site.addressee:
        site.addressee = (at + 1, end)
    elif TIME_WORDS.isdisjoint(words) and preposition in {"in", "on", "via", "during", "at"}:
        if not MEDIA.isdisjoint(words):
            site.medium = site.medium or (at + 1, end)


def statement(site: Site, rule_id: str, content: list[Range], attitude: str, *, reports: bool = True) -> Draft:
    """The draft of a statement at a cue; one that reports no words tells a stand, an aim or a view of something."""
    text = site.text
    roles: dict[str, Any] = {
        "cue": text.range(site.verb_group.first, site.last),
        "content": [*content[:-1], _through_quotation(site, content[-1])],
        "attitude": attitude,
    }
    if site.subject:
        roles["speaker"] = _speaker(site, *site.subject)
    if site.addressee:
        roles["addressee"] = site.mentions.mention(*site.addressee)
    if site.medium:
        roles["medium"] = text.range(*site.medium)
    polarity, modality = assess(text, site.verb_group, site.floor)
    if site.cue.lemma in DENIALS:
        polarity = "positive" if polarity == "negative" else "negative"
    return Draft("statement", rule_id, roles["cue"], roles, polarity=polarity, modality=modality, reports=reports)


def _through_quotation(site: Site, span: Range) -> Range:
    """A content that ends inside a quotation that begins in it goes on to the quotation's end: "that “A. B.”"."""
    first, last = site.text.tokens(span)
    quotation = site.text.quotation(last - 1)
    if quotation is None or not first <= quotation.first < last <= quotation.last:
        return span
    site.claimed.add(quotation.first)
    return Range(span.start, site.text.ends[quotation.last])


def _speaker(site: Site, first: int, last: int) -> Mention:
    """The speaker: the words that name it, or the relative pronoun beside the cue, which stands for them."""
    before = site.verb_group.first - 1
    if site.word(before) in RELATIVE and last <= before and not site.inverted:
        return site.mentions.relative(before, first, last)
    return site.mentions.mention(first, last)
