"""Quotations: their extent, whatever the marks look like and even where one is missing."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from time import process_time
from timeit import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.text import Quotation, Text

# quotations, letters and what stands at the edges of marks
NEWSLIKE = st.text(alphabet="as.B, '\"“”‘’„«»`-—()!?9\n", max_size=120)

# each text with its quotations in brackets: ⟦…⟧ closed, ⟦…⟩ not closed, ⟦…⟫ not closed and continued
CURLY = [
    "⟦“We will pay,”⟧ he said. ⟦“All of it.”⟧",
    "He called it ⟦“a start”⟧. She called it ⟦“the end.”⟧",
    "⟦“We will pay,”⟧ he said—⟦“all of it”⟧—and left.",
    "He wrote (⟦“in haste”⟧) of ⟦“war”⟧/⟦“peace”⟧.",
    "⟦« We will pay »⟧, he said. ⟦«All of it.»⟧",
    "⟦“Pay now.”⟧⟦“Pay later.”⟧",
    "⟦“I thought—”⟧ She stopped.",
    # the wrong way round
    "⟦“We will pay,“⟧ he said. ⟦“All of it.“⟧",
    "⟦”We will pay,”⟧ he said. ⟦”All of it.”⟧",
    "He saw ⟦“Frozen“⟧ and ⟦“Home Alone“⟧ twice.",
    "⟦„We will pay,“⟧ he said. ⟦„All of it.“⟧",
]
STRAIGHT = [
    '⟦"We will pay,"⟧ he said. ⟦"All of it."⟧',
    'He called it ⟦"a start"⟧. She called it ⟦"the end."⟧',
    'He said:⟦"We will pay."⟧ And he did.',
    '⟦"We will pay"⟧—all of it—⟦"today"⟧, he said.',
    '⟦"I thought—"⟧ She stopped.',
    "⟦''We will pay,''⟧ he said. ⟦''All of it.''⟧",
    "⟦``We will pay,''⟧ he said.",
    '⟦" We will pay, "⟧ he said.',
    '⟦"... and we will pay,"⟧ he said.',
    '⟦"(We) will pay [all of it],"⟧ he said.',
    'A 12" pipe costs more than a 6" pipe.',
    'He is 6\'2" tall, ⟦"a giant,"⟧ she said.',
    '⟦"The 12" pipe is long,"⟧ he said.',
]
NESTED = [
    "⟦“He told me, ‘We will pay,’ and left,”⟧ she said.",
    "⟦“He told me, ‘We will pay.’”⟧ She left.",
    "⟦\"He told me, 'We will pay,' and left,\"⟧ she said.",
    "⟦“They call it “a start” here,”⟧ he said.",
    '⟦"They call it "a start" here,"⟧ he said.',
    '⟦"If he says, "We will pay," you pay,"⟧ he said.',
    "⟦“They call it “a start.”⟧ It is not.",
    '⟦"They call it “a start” here,"⟧ he said.',
    "⟦‘He called it “a start” and left,’⟧ she said.",
    "⟦““We will pay,”⟧ he said.",
]
SINGLE = [
    "⟦‘We will pay,’⟧ he said. ⟦‘All of it.’⟧",
    "⟦'We will pay,'⟧ he said. ⟦'All of it.'⟧",
    "Moss calls plan ⟦‘a start’⟧",
    "Moss calls plan ⟦'a start'⟧ but Lund calls it ⟦'the end'⟧",
    "Moss: ⟦'It's fair. It's ours.'⟧",
    "⟦‘The workers’ pay is low,’⟧ said Moss.",
    "⟦'The workers' pay is low,'⟧ said Moss.",
    "Moss met ⟦‘the workers’⟧ and ⟦‘the owners’⟧ there.",
    "⟦‘We aren’t O’Brien’s,’⟧ said Moss.",
]
NONE = [
    "The workers’ pay and the owners’ gain rose.",
    "The workers' pay and the owners' gain rose.",
    "Music of the ’80s and ’90s, the '80s and '90s, the ‘80s and ‘90s.",
    "Rock ’n’ roll, rock 'n' roll, rock ‘n’ roll, fish 'n' chips.",
    "Get ’em, get 'em, get ‘em, ’til and 'til dawn: the boys' way.",
    "O’Brien’s and D'Souza's, don't, y’all, six o'clock.",
    "It is 6' by 4' and no more.",
    'A pipe of 12" and no more.',
    "We will pay,” he said.",
    "",
]
MISSING = [
    # the quotation ends where the next one opens; behind a full stop it goes on there
    '⟦"We will pay.⟫ ⟦"All of it,"⟧ he said.',
    "⟦“We will pay.⟫ ⟦“All of it,”⟧ he said.",
    "⟦“We will pay, he said. All of it.⟩",
    '⟦"We will pay, he said,⟩ ⟦"all of it."⟧',
    '⟦"We will pay, he said.⟩',
    # the rest of a paragraph stands by itself
    '⟦"We will pay, he said.⟩\n\nThe union called it ⟦"a start"⟧.',
    "We will pay,” he said. ⟦“All of it.”⟧",
    # an odd number of straight marks: what cannot open does not
    'We will pay," he said. ⟦"All of it."⟧',
    '⟦"We will pay "⟧ he said. " It was late.',
    'He called it ⟦"a start"⟧ and "',
]
PARAGRAPHS = [
    "⟦“We offered to talk.⟫\n\n⟦“They refused,”⟧ Varga said.",
    "⟦“We offered to talk.⟫\n\n⟦“They refused.⟫\n\n⟦“We left,”⟧ Varga said.",
    '⟦"We offered to talk.⟫\n\n⟦"They refused,"⟧ Varga said.',
    "⟦''We offered to talk.⟫\r\n\r\n⟦''They refused,''⟧ Varga said.",
    "⟦‘We offered to talk.⟫\n\n⟦‘They refused,’⟧ Varga said.",
    "⟦“We offered to talk.”⟧\n\n⟦“They refused,”⟧ Varga said.",
    "⟦“We offered to talk.⟩\n\nThey refused, Varga said.",
    "⟦“We offered to talk.⟩\n\n⟦‘They refused’⟧ is the title.",
]


def marked(text: Text) -> str:
    """The source with its quotations in brackets."""
    parts, at = [], 0
    for quotation in text.quotations:
        start, end = text.range(quotation.first, quotation.last + 1)
        close = "⟧" if quotation.closed else "⟫" if quotation.continued else "⟩"
        parts += [text.source[at:start], "⟦", text.source[start:end], close]
        at = end
    return "".join([*parts, text.source[at:]])


@pytest.mark.parametrize("expected", [*CURLY, *STRAIGHT, *NESTED, *SINGLE, *NONE, *MISSING, *PARAGRAPHS])
def test_quotations(expected: str) -> None:
    assert marked(Text(re.sub("[⟦⟧⟩⟫]", "", expected))) == expected


def test_what_stands_between_the_marks() -> None:
    text = Text("“We will pay,” he said. ‘Soon.’\n\n“All of it.\n\n“Now,” he said.")
    inner = [text.string(text.range(*quotation.inner(text.words))) for quotation in text.quotations]
    assert inner == ["We will pay,", "Soon.", "All of it.", "Now,"]
    assert [quotation.single for quotation in text.quotations] == [False, True, False, False]


def test_a_token_finds_its_quotation() -> None:
    text = Text("He said: “We will pay.” She left.")
    inside = [token for token in range(len(text.words)) if text.quotation(token)]
    assert text.quotations == [Quotation(3, 8, closed=True)]
    assert inside == [3, 4, 5, 6, 7, 8]


@given(st.one_of(st.text(), NEWSLIKE))
def test_quotations_do_not_overlap_and_stay_in_their_paragraph(source: str) -> None:
    text = Text(source)
    assert all(a.last < b.first for a, b in pairwise(text.quotations))
    for quotation in text.quotations:
        assert 0 <= quotation.first <= quotation.last < len(text.words)
        assert text.paragraph_index(quotation.first) == text.paragraph_index(quotation.last)
        first, last = quotation.inner(text.words)
        assert quotation.first < first <= last <= quotation.last + 1
        assert not (quotation.closed and quotation.continued)
        assert quotation.closed is False or quotation.first < quotation.last
        if quotation.continued:
            assert text.quotation(quotation.last + 1) is not None


@pytest.mark.parametrize(
    "piece", ["“a ", "a” ", '"', '" ', '"a" ', "‘a ", "s’ ", "'s ' ", "“a ‘b’ ", "“a” ‘b’ ", "“a\n\n", "‘a\n\n"]
)
def test_time_grows_with_the_text(piece: str, assert_linear: Callable[..., None]) -> None:
    def seconds(source: str) -> float:
        return timeit(lambda: Text(source), number=1, timer=process_time)

    assert_linear(seconds, piece * 500, piece * 2_000)
