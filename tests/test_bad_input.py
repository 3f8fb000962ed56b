"""Input that is wrong, empty, hostile or huge: a clear error or a sound result, and never long to wait for."""

from __future__ import annotations

import json
from collections import ChainMap, UserDict
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from time import perf_counter, process_time
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest

import eventx
from eventx import Document, EventxError, Extraction, Failure, InvalidDocument, LimitExceeded, Limits, Pipeline, Span
from eventx.models import Model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SENTENCE = "Norland offered to share water, Webb said on Monday."
STORY = """Norland offers truce, envoy says

President Ivo Lund said on Monday that his country was willing to reopen the border. “We will pay €2 million a
year,” Lund told reporters, “if Suderia agrees to share water.” Maria Webb, the mayor, called the plan “a disaster”.

Norland and Suderia signed a pact in 2011.
The union praised the offer, according to Webb, and rejected an earlier one.
"""
SEED = Path(__file__).parent.parent / "seeds" / "000_bbdadd3923b1f46e.txt"


def walk(value: object) -> Iterator[Any]:
    yield value
    if isinstance(value, Model):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from walk(item)


def assert_sound(result: Extraction) -> None:
    for span in walk(result):
        if isinstance(span, Span):
            assert result.text[span.start : span.end] == span.text
    assert Extraction.from_json(result.to_json()) == result


# ------------------------------------------------------------------------------------------------------ no text at all


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\t ", "\u00a0\u2003\u3000", " \x0b\x0c\x1c\x85\u2028" * 100])
def test_a_text_without_words_gives_a_diagnostic(text: str):
    result = eventx.extract(text)
    assert (result.events, result.entities, result.text) == ((), (), text)
    assert [(one.code, one.span) for one in result.diagnostics] == [("empty-text", None)]
    assert_sound(result)


@pytest.mark.parametrize("text", [*". “” — 😀 0 a said “said” offered ’s agreed".split(), ": :", "\x00", "\ufeff"])
def test_hardly_any_text_gives_no_events(text: str):
    result = eventx.extract(text)
    assert result.events == ()
    assert_sound(result)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (None, "NoneType"),
        (3, "int"),
        (3.5, "float"),
        (True, "bool"),
        (["a text"], "list"),
        (("a text",), "tuple"),
        (Path("story.txt"), type(Path()).__name__),
        (object(), "object"),
        (str, "type"),
        (memoryview(b"a"), "memoryview"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_string_is_refused_by_name(given: Any, kind: str):
    for wrong in (given, {"text": given}):
        with pytest.raises(InvalidDocument, match=f"the text must be a string, not {kind}") as caught:
            eventx.extract(wrong)
        assert caught.value.__cause__ is None


@pytest.mark.parametrize("given", [b"a text", bytearray(b"a text"), b"", b"\xff"])
def test_bytes_are_refused_with_what_to_do(given: Any):
    with pytest.raises(InvalidDocument, match=r"must be a string, not byte.*decode it first.*\.decode\('utf-8'\)"):
        eventx.extract(given)


def test_a_string_of_a_subclass_is_a_string():
    class Story(str):
        __slots__ = ()

    assert eventx.extract(Story(SENTENCE)).to_json() == eventx.extract(SENTENCE).to_json()


@pytest.mark.parametrize("kind", [dict, MappingProxyType, ChainMap, UserDict])
def test_any_mapping_with_a_text_is_a_document(kind: Callable[[Any], Any]):
    record = {"text": SENTENCE, "id": 7, "published": "2025-02-04", "language": "en", "tags": ["water"]}
    result = eventx.extract(kind(record))
    assert (result.text, result.id, result.published) == (SENTENCE, "7", "2025-02-04")
    assert result.statements[0].when is not None
    assert result.statements[0].when.value == "2025-02-03"


@pytest.mark.parametrize("given", [{}, {"body": SENTENCE, "id": "7"}, {"Text": SENTENCE}, {1: "a"}, {None: "a"}])
def test_a_mapping_without_a_text_is_refused_with_its_keys(given: dict[Any, Any]):
    with pytest.raises(InvalidDocument, match="a document needs the key 'text'") as caught:
        eventx.extract(given)
    assert all(str(key) in str(caught.value) for key in given)


# ------------------------------------------------------------------------------------------------------------ metadata


@pytest.mark.parametrize(
    "published",
    [
        "yesterday",
        "",
        " ",
        "2025",
        "2025-13-01",
        "2025-02-30",
        "04/02/2025",
        "4 February 2025",
        "2025-02-04T25:00",
        "0000-01-01",
        "2025-02-04 or so",
        "\x00",
        "２０２５-02-04",
        20250204,
        1.5,
        True,
        b"2025-02-04",
        ["2025-02-04"],
        {"year": 2025},
        object(),
    ],
)
def test_a_date_of_publication_that_is_none_is_refused(published: Any):
    for extract in (
        lambda: eventx.extract(SENTENCE, published=published),
        lambda: eventx.extract({"text": SENTENCE, "published": published}),
        lambda: eventx.extract(Document(text=SENTENCE), published=published),
    ):
        with pytest.raises(InvalidDocument, match=r"^published: ") as caught:
            extract()
        assert "pydantic" not in str(caught.value)
        assert "Value error" not in str(caught.value)
        assert caught.value.__cause__ is None


@pytest.mark.parametrize("published", ["yesterday", "2025-02-30", ""])
def test_a_wrong_date_is_told_with_a_right_one(published: str):
    with pytest.raises(InvalidDocument, match=rf"an ISO 8601 date such as 2025-02-04 .*, not '{published}'"):
        eventx.extract(SENTENCE, published=published)


@pytest.mark.parametrize(
    "published",
    [
        "2025-02-04",
        "2025-02-04T18:30",
        "2025-02-04 18:30:00",
        "2025-02-04T18:30:00Z",
        "2025-02-04T18:30:00+02:00",
        "20250204",
        "2025-W06-2",
        date(2025, 2, 4),
        datetime(2025, 2, 4, 18, 30),
        datetime(2025, 2, 4, 18, 30, tzinfo=timezone(timedelta(hours=-5))),
    ],
    ids=str,
)
def test_dates_are_resolved_against_every_way_to_write_the_date_of_publication(published: Any):
    result = eventx.extract(SENTENCE, published=published)
    assert result.statements[0].when is not None
    assert result.statements[0].when.value == "2025-02-03"
    assert_sound(result)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", date.min, date.max, datetime.max])
def test_the_ends_of_the_calendar_are_dates(published: Any):
    for when in ("on Monday", "last year", "next week", "in 10,000 years", "two days ago", "tomorrow"):
        assert_sound(eventx.extract(f"Norland offered to share water {when}, Webb said.", published=published))


@pytest.mark.parametrize(
    ("metadata", "fault"),
    [
        ({"title": 3}, "title: "),
        ({"url": b"x"}, "url: "),
        ({"author": ["Webb"]}, "author: "),
        ({"headline": "Norland offers truce"}, "headline: "),
        ({"id": "\ud800"}, "id: "),
        ({"title": "\udfff"}, "title: "),
        ({"title": 3, "published": "soon"}, "title: .*published: |published: .*title: "),
    ],
)
def test_wrong_metadata_is_refused_by_name(metadata: dict[str, Any], fault: str):
    with pytest.raises(InvalidDocument, match=fault) as caught:
        eventx.extract(SENTENCE, **metadata)
    assert "pydantic" not in str(caught.value)


def test_the_errors_are_of_eventx_and_value_errors():
    with pytest.raises(EventxError):
        eventx.extract(None)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="the text must be a string"):
        eventx.extract(None)  # type: ignore[arg-type]


# ---------------------------------------------------------------------------------------------------------- characters


@pytest.mark.parametrize(
    ("surrogate", "name"), [("\ud800", r"U\+D800"), ("\udfff", r"U\+DFFF"), ("\ude00\ud83d", r"U\+DE00")]
)
def test_half_a_surrogate_pair_is_refused_with_its_place(surrogate: str, name: str):
    with pytest.raises(InvalidDocument, match=rf"half of a surrogate pair \({name}\) at offset 9") as caught:
        eventx.extract("Norland 😀" + surrogate + SENTENCE)
    assert "\ud800" not in str(caught.value)
    str(caught.value).encode()


def test_the_advice_for_surrogates_helps():
    text = SENTENCE + "\ud800"
    assert eventx.extract(text.encode("utf-8", "replace").decode("utf-8")).events


@pytest.mark.parametrize(
    "sign", ["\x00", "\x1b[31m", "\x7f", "\ufffe", "\U0010ffff", "\u202e", "\u2066", "\ufeff", "\u200f"]
)
def test_control_characters_change_no_offset(sign: str):
    text = f"{sign}{sign} {SENTENCE} {sign}\n\n{sign} {SENTENCE}{sign}"
    result = eventx.extract(text)
    assert_sound(result)
    assert [offer.trigger.text for offer in result.of(eventx.Offer)]
    assert len(result.statements) == 2


def test_nul_bytes_between_words():
    assert_sound(eventx.extract(SENTENCE.replace(" ", "\x00")))
    assert_sound(eventx.extract(SENTENCE.replace(" ", " \x00 ")))


@pytest.mark.parametrize(
    "text",
    [
        "אמר ראש העיר: „הגשר ייפתח במאי”.",
        "قال رئيس البلدية: «سيُفتح الجسر في مايو».",
        "“הגשר ייפתח במאי,” אמר ראש העיר.",
        "\u202bقال رئيس البلدية\u202c " * 50,
    ],
)
def test_right_to_left_text_gives_no_events(text: str):
    result = eventx.extract(text)
    assert result.events == ()
    assert_sound(result)


def test_right_to_left_names_stand_where_they_are():
    text = "\u200fشركة النور offered to share water, שרה לוי said. “שלום עולם,” Webb said."
    result = eventx.extract(text)
    assert_sound(result)
    assert [offer.trigger.start for offer in result.offers] == [text.index("offered")]
    assert result.offers[0].theme is not None
    assert result.offers[0].theme.text == "to share water"
    assert [span.text for span in result.statements[-1].content] == ["“שלום עולם,”"]


@pytest.mark.parametrize(
    "text",
    [
        "El alcalde dijo el lunes que su país ofreció pagar la deuda. “Vamos a abrir el puente en mayo”, dijo Webb. "
        "La oposición rechazó la oferta y pidió una reunión con el gobierno para firmar un acuerdo.",
        "Der Bürgermeister sagte am Montag, sein Land habe angeboten, die Schulden zu zahlen. „Wir öffnen die Brücke "
        "im Mai“, sagte Webb. Die Opposition lehnte das Angebot ab und verlangte ein Treffen mit der Regierung.",
        "قال رئيس البلدية يوم الاثنين إن بلاده عرضت دفع الديون. "
        "وقال إن الجسر سيفتح في شهر مايو بعد توقيع اتفاق مع الحكومة.",
        "市長は月曜日、橋は五月に開通すると述べた。政府は債務を支払うと申し出た。野党はその提案を拒否した。",
    ],
    ids=["Spanish", "German", "Arabic", "Japanese"],
)
def test_text_that_is_not_english_gives_a_diagnostic_and_no_guesses(text: str):
    result = eventx.extract("\n\n".join([text] * 4))
    assert result.events == ()
    assert result.diagnostics


# ----------------------------------------------------------------------------------------------------------- line ends


def plain(result: Extraction, place: Callable[[int], int]) -> list[Any]:
    """The events as plain data, offsets as `place` gives them, line ends as one, ids by their order."""
    order = {event.id: number for number, event in enumerate(result.events)}

    def seen(value: Any) -> Any:
        if isinstance(value, dict) and value.keys() == {"start", "end", "text"}:
            return place(value["start"]), place(value["end"]), value["text"].replace("\r\n", "\n")
        if isinstance(value, dict):
            return {key: order.get(item, item) if isinstance(item, str) else seen(item) for key, item in value.items()}
        return [seen(item) for item in value] if isinstance(value, list) else value

    return [seen(event.model_dump(mode="json")) for event in result.events]


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        SENTENCE + "\n" + SENTENCE,
        "“We offered to pay,\n\n“and they refused,” Webb said.",
        "President Ivo\nLund of the Green\nParty said he offered\nto pay $6\nmillion next\nweek.\n",
        "\n\n\n" + STORY.replace("\n\n", "\n\n\n\n"),
        SEED.read_text(encoding="utf-8"),
    ],
    ids=["story", "lines", "quotation", "wrapped", "blank lines", "seed"],
)
def test_windows_line_ends_give_the_same_events(text: str):
    assert "\r" not in text
    unix, windows = eventx.extract(text), eventx.extract(text.replace("\n", "\r\n"))
    assert_sound(windows)
    assert unix.events
    moved = [offset for offset, sign in enumerate(text) if sign == "\n"]
    places = [offset + sum(line < offset for line in moved) for offset in range(len(text) + 1)]
    assert plain(unix, places.__getitem__) == plain(windows, int)


# -------------------------------------------------------------------------------------------------------------- limits


def test_a_text_over_the_limit_is_cut_and_says_so():
    text = SENTENCE + "\n\n" + SENTENCE
    result = Pipeline(limits=Limits(document_characters=len(SENTENCE) + 2)).extract(text)
    assert result.text == text
    assert len(result.offers) == 1
    assert [one.code for one in result.diagnostics] == ["text-cut"]
    assert f"{len(text)} characters; the first {len(SENTENCE) + 2} were read" in result.diagnostics[0].message
    assert all(span.end <= len(SENTENCE) + 2 for span in walk(result.events) if isinstance(span, Span))
    assert_sound(result)


@pytest.mark.parametrize("most", range(1, len(SENTENCE), 3))
def test_a_text_may_be_cut_anywhere(most: int):
    result = Pipeline(limits=Limits(document_characters=most)).extract(SENTENCE)
    assert [one.code for one in result.diagnostics] == ["text-cut"]
    assert_sound(result)


def test_a_text_within_the_limit_is_read_in_full():
    result = Pipeline(limits=Limits(document_characters=len(SENTENCE))).extract(SENTENCE, strict=True)
    assert (len(result.offers), result.diagnostics) == (1, ())


def test_strict_raises_where_a_limit_cuts():
    pipeline = Pipeline(limits=Limits(document_characters=10))
    with pytest.raises(LimitExceeded, match=r"52 characters; the first 10 were read \(Limits.document_characters\)"):
        pipeline.extract(SENTENCE, strict=True)
    assert issubclass(LimitExceeded, InvalidDocument)


@pytest.mark.parametrize("length", [1, 2, 3, 7])
def test_sentences_may_be_split_anywhere(length: int):
    assert_sound(Pipeline(limits=Limits(sentence_tokens=length)).extract(STORY, published="2025-02-04"))


@pytest.mark.parametrize("wrong", [0, -1, 1.5, "10", None])
@pytest.mark.parametrize("name", ["document_characters", "sentence_tokens"])
def test_a_limit_is_a_whole_number(name: str, wrong: Any):
    with pytest.raises(ValueError, match=f"limit {name} must be a whole number of at least 1, not {wrong!r}"):
        Limits(**{name: wrong})


# ------------------------------------------------------------------------------------------------------------- batches

RECORDS: list[Any] = [
    SENTENCE,
    None,
    {"id": "no-text", "body": SENTENCE},
    {"id": 7, "text": SENTENCE, "section": "world"},
    {"id": 8, "text": b"bytes"},
    Document(text=SENTENCE, id="document"),
    {"id": "late", "text": SENTENCE, "published": "soon"},
    "half \ud800",
    ["a", "list"],
    {"id": ["a", "list"], "text": None},
    "",
    SENTENCE,
]
BAD = {1: None, 2: "no-text", 4: "8", 6: "late", 7: None, 8: None, 9: "['a', 'list']"}


def test_bad_records_become_failures_in_order():
    outcomes = list(eventx.extract_many(RECORDS))
    assert len(outcomes) == len(RECORDS)
    for index, outcome in enumerate(outcomes):
        if index in BAD:
            assert isinstance(outcome, Failure)
            assert (outcome.id, outcome.index) == (BAD[index], index)
            assert outcome.error.startswith("InvalidDocument: ")
            outcome.error.encode()
        else:
            assert isinstance(outcome, Extraction)
            assert_sound(outcome)
    read = [outcome for outcome in outcomes if isinstance(outcome, Extraction)]
    assert [one.id for one in read] == [None, "7", "document", None, None]
    assert [len(one.offers) for one in read] == [1, 1, 1, 0, 1]


def test_failures_say_what_extract_raises():
    for outcome, record in zip(eventx.extract_many(RECORDS), RECORDS, strict=True):
        if isinstance(outcome, Failure):
            with pytest.raises(InvalidDocument) as caught:
                eventx.extract(record)
            assert outcome.error == f"InvalidDocument: {caught.value}"


def test_an_empty_record_is_read():
    (outcome,) = eventx.extract_many([""])
    assert isinstance(outcome, Extraction)
    assert [one.code for one in outcome.diagnostics] == ["empty-text"]


def test_on_error_raise_gives_what_came_before():
    outcomes = eventx.extract_many(RECORDS, on_error="raise")
    assert isinstance(next(outcomes), Extraction)
    with pytest.raises(InvalidDocument, match="not NoneType"):
        next(outcomes)


@pytest.mark.parametrize("wrong", ["ignore", "", None, True])
def test_an_unknown_on_error_is_refused_at_once(wrong: Any):
    with pytest.raises(ValueError, match=f"on_error must be 'record' or 'raise', not {wrong!r}"):
        eventx.extract_many([SENTENCE], on_error=wrong)


def test_a_batch_is_read_as_it_is_used():
    read = []

    def stories() -> Iterator[str]:
        for number in range(100):
            read.append(number)
            yield SENTENCE

    outcomes = eventx.extract_many(stories())
    assert read == []
    next(outcomes)
    assert read == [0]


def test_an_empty_batch_is_empty():
    assert list(eventx.extract_many([])) == []


def test_errors_of_the_stream_itself_are_raised():
    def stories() -> Iterator[str]:
        yield SENTENCE
        raise OSError("the disk is gone")

    outcomes = eventx.extract_many(stories())
    next(outcomes)
    with pytest.raises(OSError, match="the disk is gone"):
        next(outcomes)


# ---------------------------------------------------------------------------------------------------------- huge input


def _names(count: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return " ".join(
        f"Nor{letters[n % 26]}{letters[n // 26 % 26]}{letters[n // 676 % 26]}{letters[n // 17576 % 26]}"
        for n in range(count)
    )


# how to make it, and how often the piece is repeated
HUGE: dict[str, tuple[Callable[[int], str], int]] = {
    "opening marks, 1 MB": (lambda n: "“" * n, 350_000),
    "straight marks": (lambda n: '"' * n, 1_000_000),
    "single marks": (lambda n: "’" * n, 300_000),
    "marks of all kinds": (lambda n: "“‘\"'’”«»" * n, 50_000),
    "marks around words": (lambda n: "“a” 'b' \"c\" " * n, 20_000),
    "1 MB without spaces": (lambda n: "a" * n, 1_000_000),
    "1 MB without spaces, hyphens": (lambda n: "a-" * n, 500_000),
    "1 MB without spaces, full stops": (lambda n: "a." * n, 500_000),
    "1 MB without spaces, capitals": (lambda n: "A.B" * n, 330_000),
    "digits": (lambda n: "1" * n, 1_000_000),
    "digits and commas": (lambda n: "1," * n, 300_000),
    "a capitalized word": (lambda n: "Norland " * n, 100_000),
    "capitalized words": (_names, 100_000),
    "nested brackets": (lambda n: "(" * n + ")" * n, 20_000),
    "nested square brackets": (lambda n: "Webb said " + "[" * n + "the offer" + "]" * n + ".", 20_000),
    "line ends": (lambda n: "\n" * n, 1_000_000),
    "lines of one letter": (lambda n: "x\n" * n, 100_000),
    "spaces": (lambda n: "Webb" + " " * n + "said", 1_000_000),
    "commas": (lambda n: "," * n, 200_000),
    "dashes": (lambda n: "—" * n, 200_000),
    "combining marks": (lambda n: "e" + "\u0301" * n, 200_000),
    "addresses": (lambda n: "https://" * n, 60_000),
    "money": (lambda n: "$1.50 million " * n, 10_000),
    "dates": (lambda n: "on Monday 3 March " * n, 4_000),
    "cues": (lambda n: "said " * n, 20_000),
    "colons": (lambda n: "Webb: " * n, 20_000),
    "sentences": (lambda n: (SENTENCE + " ") * n, 600),
    "quoted paragraphs": (lambda n: "“We offered to pay.\n\n" * n, 3_000),
    "speakers in quotation marks": (lambda n: "“We offered to pay,” Webb said.\n\n" * n, 600),
    "one offer told again": (lambda n: "Norland’s offer to share water was rejected. " * n, 600),
    "many parties": (lambda n: "Norland, " * n + "and Suderia signed a pact.", 10_000),
}


@pytest.mark.parametrize("name", HUGE)
def test_huge_input_ends_soon(name: str):
    make, times = HUGE[name]
    text = make(times)
    begun = perf_counter()
    result = eventx.extract(text)
    took = perf_counter() - begun
    assert result.text == text
    assert took < 10


def _fastest(texts: tuple[str, str], runs: int = 3) -> list[float]:
    """The shortest time of each text, the runs taken in turn."""
    best = [float("inf")] * len(texts)
    for _ in range(runs):
        for number, text in enumerate(texts):
            begun = process_time()
            eventx.extract(text)
            best[number] = min(best[number], process_time() - begun)
    return best


def _takes_at_most(times: int, short: str, long: str) -> bool:
    """Whether a longer text takes at most so many times as long; a busy machine spoils one measurement, not three."""
    for _ in range(3):
        small, large = _fastest((short, long))
        if large < times * max(small, 0.002):
            return True
    return False


@pytest.mark.parametrize("name", HUGE)
def test_four_times_the_input_takes_at_most_eight_times_as_long(name: str):
    make, times = HUGE[name]
    assert _takes_at_most(8, make(times // 32), make(times // 8))


@pytest.mark.parametrize(
    "unit",
    [
        "he said ",
        "Webb said that ",
        "he called ",
        "he promised to ",
        "Norland offered ",
        "(",
        "deal ",
        "agreed, ",
        "“",
        "and Norland ",
    ],
)
def test_a_sentence_four_times_as_long_takes_at_most_eight_times_as_long(unit: str):
    assert _takes_at_most(8, unit * 24, unit * 96)


def test_an_event_told_four_times_as_often_takes_at_most_eight_times_as_long():
    unit = "We offered to pay. "
    assert _takes_at_most(8, unit * 1_250, unit * 5_000)


def test_what_is_huge_is_still_read():
    filler = "The river rose and fell again before noon. " * 5_000
    result = eventx.extract(f"{filler}\n\n{SENTENCE}\n\n{filler}")
    assert [offer.trigger.start for offer in result.offers] == [len(filler) + 2 + SENTENCE.index("offered")]
    assert json.loads(result.to_json())["events"]
