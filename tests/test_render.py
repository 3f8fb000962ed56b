"""The views for people: rows and tables in the terminal, marked text in HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import StringIO
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

import eventx
from eventx.explain import Explanation, explain_event, role_spans
from eventx.models import (
    Agreement,
    AgreementTelling,
    Attribution,
    Characterization,
    CharacterizationTelling,
    Diagnostic,
    Extraction,
    Offer,
    OfferTelling,
    Participant,
    Span,
    Statement,
    Terms,
)
from eventx.render.html import fragment, page
from eventx.render.roles import row_of
from eventx.render.terminal import events_table, printable, report

TEXT = "The mayor <b>said</b> “Norway offered to help Peru & Chile if asked”, which Ann Lee called a generous deal."


def span(part: str) -> Span:
    return Span(start=TEXT.index(part), end=TEXT.index(part) + len(part), text=part)


def who(part: str, **fields: Any) -> Participant:
    return Participant(mention=span(part), entity=part, **fields)


MAYOR = who("The mayor", role="mayor")
STATEMENT = Statement(
    id="s1",
    rule="statement.cue-quotation",
    speaker=MAYOR,
    cue=span("said"),
    content=(span("“Norway offered to help Peru & Chile if asked”"),),
    quotation="direct",
)
NESTED = Statement(
    id="s2", rule="statement.nested", within="s1", content=(span("Norway offered to help Peru"),), quotation="direct"
)
OFFER_ROLES: dict[str, Any] = {
    "trigger": span("offered"),
    "offerer": who("Norway", name="Norway"),
    "recipient": who("Peru"),
    "theme": span("to help Peru"),
    "terms": Terms(mention=(span("if asked"),)),
    "attribution": Attribution(statement="s1", speaker=MAYOR),
}
OFFER = Offer(
    id="o1",
    rule="offer.offer-to",
    modality="possible",
    on_behalf_of=who("Chile"),
    tellings=(
        OfferTelling(rule="offer.offer-to", **OFFER_ROLES),
        OfferTelling(rule="offer.noun", trigger=span("deal")),
    ),
    **OFFER_ROLES,
)
AGREEMENT_ROLES: dict[str, Any] = {"trigger": span("deal"), "parties": (who("Peru"), who("Chile")), "broker": MAYOR}
AGREEMENT = Agreement(
    id="a1",
    rule="agreement.deal",
    tellings=(AgreementTelling(rule="agreement.deal", **AGREEMENT_ROLES),),
    **AGREEMENT_ROLES,
)
CHARACTERIZATION_ROLES: dict[str, Any] = {
    "trigger": span("called"),
    "holder": who("Ann Lee", name="Ann Lee"),
    "target": span("Norway offered to help Peru & Chile"),
    "description": span("a generous deal"),
}
CHARACTERIZATION = Characterization(
    id="c1",
    rule="characterization.call",
    evaluation="positive",
    tellings=(CharacterizationTelling(rule="characterization.call", **CHARACTERIZATION_ROLES),),
    **CHARACTERIZATION_ROLES,
)
RESULT = Extraction(
    text=TEXT,
    id="a <story>",
    events=(STATEMENT, NESTED, OFFER, CHARACTERIZATION, AGREEMENT),
    diagnostics=(Diagnostic(code="cut", message="the text was cut & so on"),),
)


def printed(renderable: Any, width: int = 400) -> str:
    console = Console(file=StringIO(), width=width, color_system=None)
    console.print(renderable)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


# ----------------------------------------------------------------------------------------------------------- terminal


def test_each_type_fills_its_row():
    statements = {"s1": STATEMENT, "s2": NESTED}
    rows = [row_of(event, statements) for event in RESULT.events]
    assert [row.type for row in rows] == ["statement", "statement", "offer", "characterization", "agreement"]
    assert (rows[0].who, rows[0].status) == ("The mayor (mayor)", "direct")
    assert rows[1].by == "The mayor (mayor)"
    assert (rows[2].who, rows[2].what, rows[2].whom) == ("Norway (for Chile)", "to help Peru; if asked", "Peru")
    assert (rows[2].status, rows[2].by) == ("open, possible", "The mayor")
    assert (rows[3].who, rows[3].what) == ("Ann Lee", "a generous deal")
    assert (rows[3].whom, rows[3].status) == ("Norway offered to help Peru & Chile", "positive")
    assert (rows[4].who, rows[4].whom, rows[4].status) == ("Peru, Chile", "broker: The mayor", "pact, reached")


def test_the_table_has_a_row_for_each_event():
    assert events_table(RESULT).row_count == 5
    shown = printed(report(RESULT))
    assert shown.startswith("a <story>")
    assert "to help Peru; if asked" in shown


def test_a_result_without_events_says_so():
    assert printed(report(Extraction(text="It rained."))).strip() == "no events"


def test_wordings_are_no_markup_and_steer_no_terminal():
    text = "[red]Bob[/red]\x1b[31m said no."
    content = Span(start=0, end=len(text), text=text)
    event = Statement(id="s", rule="r", content=(content,), quotation="indirect")
    shown = printed(events_table(Extraction(text=text, events=(event,))))
    assert "[red]Bob[/red] [31m said no." in shown
    assert "\x1b" not in shown


def test_long_wordings_are_cut_in_the_middle():
    text = "a" * 500 + "z"
    event = Statement(id="s", rule="r", content=(Span(start=0, end=501, text=text),), quotation="indirect")
    shown = printed(events_table(Extraction(text=text, events=(event,))))
    assert "a … a" in shown
    assert "z" in shown


@given(st.text())
def test_printable_leaves_nothing_that_steers(wording: str):
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", printable(wording))


# --------------------------------------------------------------------------------------------------------------- html


class Reader(HTMLParser):
    """Reads the text between the tags of the text's own element, and checks that tags close in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.inside_text: int | None = None
        self.ids: list[str] = []
        self.links: list[str] = []
        self.titles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)
        attributes = dict(attrs)
        if attributes.get("class") == "text":
            self.inside_text = len(self.open)
        self.ids += [attributes["id"] or ""] if "id" in attributes else []
        self.links += [attributes["href"] or ""] if "href" in attributes else []
        self.titles += [attributes["title"] or ""] if "title" in attributes else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"{tag} is closed out of order"
        if self.inside_text is not None and len(self.open) < self.inside_text:
            self.inside_text = None

    def handle_data(self, data: str) -> None:
        # The events' numbers stand in the text too, as links.
        if self.inside_text is not None and "sup" not in self.open:
            self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def test_the_text_stands_in_the_page_unchanged_although_spans_cross():
    assert read(page(RESULT)).text == TEXT


def test_links_lead_from_the_text_to_the_list_and_back():
    reader = read(page(RESULT))
    targets = {link.removeprefix("#") for link in reader.links}
    assert targets == set(reader.ids)
    assert len(reader.ids) == len(set(reader.ids)) == 2 * len(RESULT.events)


def test_marks_name_the_event_the_role_and_the_rule():
    titles = read(page(RESULT)).titles
    assert "3: offer, offerer (offer.offer-to)" in titles
    assert titles.count("3: offer, trigger (offer.offer-to)") == titles.count("3: offer, trigger (offer.noun)") == 1
    assert "3: offer, on behalf of (offer.offer-to)" in titles


def test_the_page_is_complete_in_itself():
    html = page(RESULT)
    assert "<script" not in html
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import", html)
    assert "a &lt;story&gt;" in html
    assert "the text was cut &amp; so on" in html


def test_a_result_without_events_is_a_page_too():
    reader = read(page(Extraction(text="It <i>rained</i>.")))
    assert reader.text == "It <i>rained</i>."
    assert reader.links == []


@st.composite
def results(draw: st.DrawFn) -> Extraction:
    text = draw(st.text(alphabet="ab<>&\"' \n😀\x00", min_size=1, max_size=30))
    events = []
    for number in range(draw(st.integers(0, 4))):
        spans = []
        for _ in range(draw(st.integers(1, 3))):
            start = draw(st.integers(0, len(text) - 1))
            end = draw(st.integers(start + 1, len(text)))
            spans.append(Span(start=start, end=end, text=text[start:end]))
        cue = draw(st.sampled_from([None, spans[0]]))
        events.append(Statement(id=f"e{number}", rule="r", cue=cue, content=tuple(spans), quotation="direct"))
    return Extraction(text=text, events=tuple(events))


@given(results())
def test_any_spans_over_any_text_give_a_well_formed_view(result: Extraction):
    assert read(fragment(result)).text == result.text.replace("\x00", "\ufffd")


# ------------------------------------------------------------------------------------------------------- explanations


def test_roles_are_read_from_the_event_in_the_order_of_its_fields():
    roles = [(role, str(span)) for role, span in role_spans(OFFER)]
    assert roles == [
        ("attribution", "The mayor"),
        ("on_behalf_of", "Chile"),
        ("trigger", "offered"),
        ("offerer", "Norway"),
        ("recipient", "Peru"),
        ("theme", "to help Peru"),
        ("terms", "if asked"),
    ]


def test_an_explanation_reads_well():
    explanation = Explanation(
        "offer.offer-to",
        "<party> offer to <verb phrase>",
        examples=("Norway offered to help.",),
        counterexamples=("She offered no comment.",),
        spans=(("trigger", "offered"), ("on_behalf_of", "the\nking")),
        steps=("“offered” is a past tense",),
    )
    assert str(explanation).splitlines() == [
        "rule         offer.offer-to: <party> offer to <verb phrase>",
        "trigger      “offered”",
        "on behalf of “the king”",
        "step         “offered” is a past tense",
        "for example  Norway offered to help.",
        "but not      She offered no comment.",
    ]


def test_events_explain_themselves_by_their_rule():
    result = eventx.extract("El Salvador has offered to house criminals, Rubio said.", trace=True)
    explanations = [event.explain() for event in result.events]
    assert [explanation.rule for explanation in explanations] == [event.rule for event in result.events]
    assert all(len(explanation.examples) > 1 and explanation.name for explanation in explanations)


def test_a_rule_of_ones_own_pipeline_is_explained_without_examples():
    explanation = explain_event(OFFER.model_copy(update={"rule": "offer.my-own"}))
    assert (explanation.rule, explanation.name, explanation.examples) == ("offer.my-own", "", ())
    assert ("trigger", "offered") in explanation.spans


def test_results_show_themselves_in_notebooks():
    assert RESULT._repr_html_() == fragment(RESULT)
    assert RESULT.to_html() == page(RESULT)
