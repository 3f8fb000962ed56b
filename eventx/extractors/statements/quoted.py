"""Statements with quotations: a cue before, behind or between the marks, names before colons, running speakers."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import Any

from eventx.extractors.statements.cues import REPORTING, reporting_verbs
from eventx.extractors.statements.nouns import holder
from eventx.extractors.statements.objects import object_end
from eventx.extractors.statements.site import Site, statement
from eventx.grammar.clauses import content_end, has_finite_verb, trim
from eventx.grammar.noun_phrases import phrase_end
from eventx.grammar.subjects import main_subject, subject_of
from eventx.grammar.verb_groups import verb_group
from eventx.mentions import Mentions
from eventx.mentions.kinds import noun_kind, words_of
from eventx.rules import Draft, rule
from eventx.text import Quotation, Range, Text

ENDS_OF_SPEECH = frozenset([",", "?", "!", "—", "–", "--", "…", "...", "."])
# verbs behind which even a few quoted words are speech: "chanting “no deal”"
SPOKEN_ALOUD = frozenset(["chant", "mouth", "scream", "shout", "yell"])
FEWEST_WORDS = 3
# paragraphs of one quotation: a whole speech has fewer
LONGEST_QUOTATION = 200


def whole_quotation(text: Text, quotation: Quotation) -> list[Range]:
    """The spans of a quotation, with its marks; those of the paragraphs in which it goes on included."""
    spans = [text.range(quotation.first, quotation.last + 1)]
    if not quotation.continued:
        return spans
    index = bisect_left(text.quotations, quotation.first, key=lambda known: known.first)
    for known, following in pairwise(text.quotations[index : index + LONGEST_QUOTATION]):
        if not known.continued:
            break
        spans.append(text.range(following.first, following.last + 1))
    return spans


def _claim(site: Site, quotation: Quotation) -> list[Range]:
    spans = whole_quotation(site.text, quotation)
    site.claimed.add(quotation.first)
    for span in spans[1:]:
        site.claimed.add(site.text.tokens(span)[0])
    return spans


def _ends_like_speech(text: Text, quotation: Quotation) -> bool:
    first, last = quotation.inner(text.words)
    while last - 1 > first and text.words[last - 1] in "’'":
        last -= 1  # one quotation ends with another
    return last > first and text.words[last - 1] in ENDS_OF_SPEECH


@rule(
    "statement.quotation-cue",
    "“<content>,” <speaker> said | “<content>,” said <speaker>",
    examples=[
        "“The bridge will open in May,” Mayor Ortiz said.",
        "“We were never asked,” said Dana Webb, a spokeswoman for the union. “Nobody called.”",
    ],
    counterexamples=["The “peace train” Ortiz built was slow.", "“Home Alone” fans met in the park."],
    frames=REPORTING,
)
def quotation_cue(site: Site) -> Draft | None:
    text = site.text
    subject = site.subject
    if subject is None:
        return None
    edge = (site.verb_group.first if site.inverted else min(subject[0], site.verb_group.first)) - 1
    while edge > site.floor and site.letter(edge) in ",-RC" and site.letter(edge) != '"':
        edge -= 1
    if edge < 0 or edge < site.floor - 1 or text.words[edge] not in "”\"''’»":
        return None
    quotation = text.quotation(edge)
    if (
        quotation is None
        or quotation.last != edge
        or quotation.first in site.claimed
        or not _ends_like_speech(text, quotation)
    ):
        return None
    if edge < site.floor and text.words[quotation.inner(text.words)[1] - 1] == ".":
        return None
    sentence_first = text.sentence(quotation.first)[0]
    if sentence_first < site.floor and quotation.first < site.floor:
        sentence_first = quotation.first
    attitude = site.cue.attitude("clause", "quotation", "addressee")
    if quotation.first > sentence_first and _clause_behind_cue(site):
        return None  # "On “Late Show,” she said that it was over"
    if (quotation.first > sentence_first and has_finite_verb(text, sentence_first, quotation.first)) or (
        quotation.first > sentence_first and quotation.first - sentence_first > 2
    ):
        content = [text.range(sentence_first, quotation.last + 1)]
        site.claimed.add(quotation.first)
    else:
        content = _claim(site, quotation)
    content += _resumed(site)
    return statement(site, "statement.quotation-cue", content, attitude)


def _clause_behind_cue(site: Site) -> bool:
    """Whether the cue is followed by a clause of its own, so that what stands before is no content of it."""
    if site.word(site.after) in {"that", "if", "whether"}:
        return True
    return site.letter(site.after) in "DPNQJM" and has_finite_verb(site.text, site.after, site.limit)


def _resumed(site: Site) -> list[Range]:
    """The rest of a quotation that the reporting clause interrupts: after a comma, or as the next sentence."""
    text = site.text
    at = site.after
    behind = site.word(at + 1)
    unquoted = behind == "that" or site.letter(at + 1) in "zdXBH"
    if site.letter(at) == "," and unquoted and behind not in reporting_verbs():
        return [text.range(*trim(text, at, content_end(text, at + 1, site.limit, reporting_verbs())))]
    while at < site.limit and text.words[at] not in "“\"''‘" and at - site.after < 25:
        if site.letter(at) == "g" and site.word(at) in reporting_verbs():
            break  # "…,” he said, adding, “…”"
        if site.letter(at) in "." or (site.word(at) in {"and", "but"} and site.letter(at + 1) in "dz"):
            break
        at += 1
    if at < site.limit and site.letter(at) == '"':
        quotation = text.quotation(at)
        if quotation and quotation.first == at and site.letter(at - 1) in ",-;" and quotation.first not in site.claimed:
            if not has_finite_verb(text, site.after, at):
                return _claim(site, quotation)
        return []
    return _next_sentence(site)


def _next_sentence(site: Site) -> list[Range]:
    """The quotation with which the next sentence begins, in the same paragraph and without a cue of its own."""
    text = site.text
    first = text.sentence(site.token)[1]
    if first >= len(text.words) or text.word_class(first) != '"':
        return []
    quotation = text.quotation(first)
    if quotation is None or quotation.first != first or quotation.first in site.claimed:
        return []
    if text.paragraph_index(first) != text.paragraph_index(site.token) or _has_own_cue(site, quotation):
        return []
    return _claim(site, quotation)


def _has_own_cue(site: Site, quotation: Quotation) -> bool:
    """Whether the quotation that follows is reported by a clause of its own, behind it."""
    text = site.text
    if quotation.last + 1 >= len(text.words):
        return False
    first, last = text.sentence(quotation.last)
    return last - quotation.last > 2 and first <= quotation.last


@rule(
    "statement.cue-quotation",
    "<speaker> said: “<content>”",
    examples=[
        "Mayor Ortiz said: “The bridge will open in May.”",
        "In a letter to members, Dana Webb wrote, “We were never asked about any of this.”",
    ],
    counterexamples=["Ortiz said the so-called “peace train” was late.", "Ortiz called the “Gazette” twice."],
    frames=REPORTING,
)
def cue_quotation(site: Site) -> Draft | None:
    text = site.text
    if site.inverted and site.word(site.after) != ":":
        return None
    opening = _opening_behind(site)
    if opening is None:
        return None
    quotation = text.quotation_from(opening)
    if quotation is None or quotation.first in site.claimed:
        return None
    before = text.words[opening - 1]
    inner_first, inner_last = quotation.inner(text.words)
    aloud = site.cue.lemma in SPOKEN_ALOUD and opening == site.last
    if aloud:
        return statement(site, "statement.cue-quotation", _claim(site, quotation), "assertion")
    if inner_last - inner_first < FEWEST_WORDS and before not in {",", ":"}:
        return None
    if before not in {",", ":"} and _is_title(text, inner_first, inner_last):
        return None
    capital = inner_first < inner_last and text.words[inner_first][:1].isupper()
    if before not in {",", ":"} and not (capital and opening == site.last):
        return None
    rest = text.sentence(quotation.last)[1] - quotation.last
    if before not in {",", ":"} and not capital and rest > 3:
        return None
    attitude = site.cue.attitude("clause", "quotation", "addressee")
    return statement(site, "statement.cue-quotation", _claim(site, quotation), attitude)


def _is_title(text: Text, first: int, last: int) -> bool:
    """Whether the words in the marks are a Title of a Work: capitals throughout, and no full stop."""
    if text.words[last - 1] in ENDS_OF_SPEECH:
        return False
    long = [word for word in text.words[first:last] if word[0].isalpha() and len(word) > 3]
    return all(word[0].isupper() for word in long)


def _opening_behind(site: Site) -> int | None:
    """The quotation mark that opens behind a cue, with nothing but adjuncts between."""
    text, classes = site.text, site.classes
    limit = min(site.last + 30, site.limit)
    if '"' not in classes[site.last : limit + 1]:
        return None
    for at in range(site.last, limit):
        if classes[at] == '"':
            return at if text.quotation_from(at) is not None else None
        if text.words[at] == ":" or (text.words[at] == "," and site.letter(at + 1) == '"'):
            return at + 1 if site.letter(at + 1) == '"' else None
        if text.lower[at] in {"that", "whether"} or classes[at] in "zdXW":
            return None
    return None


@rule(
    "statement.noun-quotation",
    "<speaker>’s statement: “<content>” | <speaker>’s answer was “<content>”",
    examples=[
        "Her answer was: “Nobody asked me before the vote.”",
        "The minister’s response was simple: “We will not pay for this twice.”",
    ],
    counterexamples=["Her favourite word was long.", "The statement was read out in court."],
    frames=["noun_quotation"],
)
def noun_quotation(site: Site) -> Draft | None:
    text = site.text
    opening = None
    for at in range(site.token + 1, min(site.token + 14, site.limit)):
        if site.letter(at) == '"':
            opening = at
            break
        if site.letter(at) in "zdX" or text.words[at] in {";"}:
            return None
    if opening is None or text.words[opening - 1] not in {":", ",", "was", "is", "read", "were"}:
        return None
    quotation = text.quotation(opening)
    if quotation is None or quotation.first != opening or quotation.first in site.claimed:
        return None
    first, last = quotation.inner(text.words)
    if last - first < FEWEST_WORDS:
        return None
    site.subject = holder(site)
    return statement(site, "statement.noun-quotation", _claim(site, quotation), "assertion")


@rule(
    "statement.quoted-description",
    "<speaker> call <target> “<description>”",
    examples=[
        "Webb called the vote “a complete sham”.",
        "The mayor dismissed the report as “fiction from start to end”.",
    ],
    counterexamples=["Webb called the vote a sham.", "The mayor dismissed the report."],
    frames=["description"],
)
def quoted_description(site: Site) -> Draft | None:
    text = site.text
    if site.inverted or site.verb_group.passive or site.subject is None:
        return None
    start = site.last
    free = site.letter(start) == "W"  # "called what she saw “terrible”"
    for at in range(start, min(start + 25, site.limit)):
        letter = site.letter(at)
        if letter == '"':
            break
        if letter in ".;" or (letter in "zdX" and not free) or (letter == "," and at > start + 14):
            return None
    else:
        return None
    quotation = site.quotation_at(at)
    if quotation is None or site.quotation_at(start) is not None:
        return None
    end = max(quotation.last + 1, object_end(site, start))
    site.claimed.add(quotation.first)
    return statement(site, "statement.quoted-description", [text.range(start, end)], "assertion")


@rule(
    "statement.name-colon",
    "<speaker>: <content>",
    examples=["Ortiz: ‘We will pay for the bridge’", "WEBB: I was never asked about any of this."],
    counterexamples=["Note: the shop is closed today.", "He saw three things: a boat, a bridge and a train."],
)
def name_colon(text: Text, mentions: Mentions, colon: int, claimed: set[int]) -> Draft | None:
    paragraph = text.paragraphs[text.paragraph_index(colon)]
    first = text.sentence(colon)[0]
    if colon == first or colon + 2 >= paragraph[1]:
        return None
    quotation = text.quotation(colon + 1)
    quoted = quotation is not None and quotation.first == colon + 1 and quotation.first not in claimed
    if quoted:
        # “TOWN PAYS FOR BRIDGE - Dana Webb: “…””
        dashes = [at for at in range(first, colon) if text.words[at] in {"-", "–", "—"}]
        first = dashes[-1] + 1 if dashes else first
    elif first != paragraph[0]:
        return None
    if not _names_speaker(text, mentions, first, colon, quoted=quoted):
        return None
    content = _behind_colon(text, first, colon, quotation if quoted else None, paragraph[1])
    if content is None:
        return None
    if quoted and quotation is not None:
        claimed.add(quotation.first)
    cue = text.range(colon, colon + 1)
    roles = {"cue": cue, "content": content, "attitude": "assertion", "speaker": mentions.mention(first, colon)}
    return Draft("statement", "statement.name-colon", cue, roles)


def _names_speaker(text: Text, mentions: Mentions, first: int, colon: int, *, quoted: bool) -> bool:
    """Whether nothing but a name or a source stands before a colon: "Webb:", "Poll:", "Former mayor Ines Ortiz:"."""
    words, last = text.words[first:colon], text.lower[colon - 1]
    if not words or last in NOT_SPEAKERS or words[-1][0].isdigit() or len(words) > (10 if quoted else 6):
        return False
    if last in SOURCES or all(word[0].isupper() or word in {"of", "the", "and", "."} for word in words):
        return True
    if not quoted or has_finite_verb(text, first, colon):
        return False
    return noun_kind(last) == "person" or last in words_of("titles") or mentions.is_named(first, colon)


def _behind_colon(text: Text, first: int, colon: int, quotation: Quotation | None, end: int) -> list[Range] | None:
    """What a speaker before a colon says: a quotation, a headline, or the rest of a line in an interview."""
    words = text.words[first:colon]
    if quotation is not None:
        return whole_quotation(text, quotation)
    if text.kind_at(colon) == "headline" or text.lower[colon - 1] in SOURCES:
        end = text.sentence(colon)[1]
        if not has_finite_verb(text, colon + 1, end):
            return None
    elif not "".join(words).isupper() and not _is_interview(words):
        return None
    return [text.range(colon + 1, end - (text.words[end - 1] == "."))]


@rule(
    "statement.clause-colon",
    "<speaker> be blunt: “<content>”",
    examples=[
        "The mayor was blunt: “The money ran out in March.”",
        "In an interview she was more careful: “We will see what the court says.”",
    ],
    counterexamples=["The sign was clear: “No entry”.", "He had one rule: never look back."],
)
def clause_colon(text: Text, mentions: Mentions, colon: int, claimed: set[int]) -> Draft | None:
    quotation = text.quotation(colon + 1) if colon + 1 < len(text.words) else None
    first = text.sentence(colon)[0]
    if quotation is None or quotation.first != colon + 1 or quotation.first in claimed or text.quotation(colon):
        return None
    begin, end = quotation.inner(text.words)
    if end - begin < FEWEST_WORDS + 1 or not text.words[begin][:1].isupper():
        return None
    before = colon - 1
    if text.word_class(before) in "dz":
        subject = subject_of(text, verb_group(text, before, first), first)  # "Asked which it was, she demurred: “…”"
    else:
        subject = main_subject(text, first, colon)
    if subject is None:
        return None
    speaker = mentions.mention(*subject)
    if text.lower[subject[0]] == "you":
        return None
    described = mentions.describe(*subject)
    if described.kind not in {"person", "organization", "group"} and described.use is None:
        return None
    cue = text.range(colon, colon + 1)
    claimed.add(quotation.first)
    roles = {"cue": cue, "content": whole_quotation(text, quotation), "attitude": "assertion", "speaker": speaker}
    return Draft("statement", "statement.clause-colon", cue, roles)


SOURCES = frozenset("officials police poll polls report source sources study survey".split())
NOT_SPEAKERS = frozenset(
    "note correction update updated related video watch photo photos image credit here breaking more exclusive fact "
    "opinion analysis editorial live latest background tip warning abstract text byline headline result results "
    "subject date time where when what why how who".split()
)


def _is_interview(words: list[str]) -> bool:
    return words in (["Q"], ["A"], ["Question"], ["Answer"])


@rule(
    "statement.quotation-dash",
    "“<content>” — <speaker>",
    examples=[
        "“The bridge was never safe and everybody knew it.”\n\n— Dana Webb, engineer",
        "“We waited for a year and nobody called us.” – Mayor Ortiz",
    ],
    counterexamples=["“Home Alone” - a film for children", "“We waited for a year.”\n\n- 30 minutes"],
)
def quotation_dash(text: Text, mentions: Mentions, quotation: Quotation, claimed: set[int]) -> Draft | None:
    first, last = quotation.inner(text.words)
    dash = quotation.last + 1
    if last - first < FEWEST_WORDS or quotation.first in claimed or dash + 1 >= len(text.words):
        return None
    end = text.paragraphs[text.paragraph_index(dash)][1]
    if text.word_class(dash) != "-" or end - dash > 10 or text.words[last - 1] not in ENDS_OF_SPEECH:
        return None
    end -= text.words[end - 1] == "."
    name_end = phrase_end(text, dash + 1, end)
    if name_end == dash + 1 or not mentions.is_named(dash + 1, name_end):
        return None
    claimed.add(quotation.first)
    roles: dict[str, Any] = {"content": whole_quotation(text, quotation), "attitude": "assertion"}
    roles["speaker"] = mentions.mention(dash + 1, name_end)
    roles["cue"] = text.range(dash, dash + 1)
    return Draft("statement", "statement.quotation-dash", roles["cue"], roles)


@rule(
    "statement.quotation-continues",
    "“<content>” by whoever spoke last",
    examples=[
        "Webb told reporters the road was closed. She sighed. “Nobody called us, and nobody wrote to us either.”",
        "Webb said nobody had called. A bell rang. “We sat there and waited for the whole of the day.”",
    ],
    counterexamples=["The ship was called the “Queen of the South” by Webb.", "Webb liked “Home Alone”."],
)
def quotation_continues(text: Text, quotation: Quotation, previous: Draft | None, claimed: set[int]) -> Draft | None:
    first, last = quotation.inner(text.words)
    sentence = text.sentence(quotation.first)
    if previous is None or quotation.first in claimed or last - first < FEWEST_WORDS + 1:
        return None
    starts = sentence[0] == quotation.first and text.words[first][:1].isupper()
    whole = text.sentence(quotation.last)[1] - quotation.last <= 2
    if not starts or not whole or text.words[last - 1] not in ENDS_OF_SPEECH | {"”", '"', "’"}:
        return None
    before = text.tokens(previous.roles["content"][-1])[1]
    cue_end = text.tokens(previous.anchor)[1]
    distance = text.paragraph_index(quotation.first) - text.paragraph_index(max(before - 1, cue_end - 1))
    if distance > 1 or quotation.single:
        return None
    claimed.add(quotation.first)
    roles: dict[str, Any] = {"content": whole_quotation(text, quotation), "attitude": "assertion"}
    if previous.roles.get("speaker"):
        roles["speaker"] = previous.roles["speaker"]
    for span in roles["content"]:
        claimed.add(text.tokens(span)[0])
    return Draft("statement", "statement.quotation-continues", None, roles)
