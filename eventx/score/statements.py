"""Statements against gold: content, source and cue, and the same by kind of quotation."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eventx.score.figures import Row, f1_interval, in_percent, share
from eventx.score.pairing import Miss, Pair, best_pairs, spans_of
from eventx.score.speech import SPEECH_FORMS
from eventx.score.words import ScoredText, WordSet, overlap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SLICES = ("direct", "mixed", "indirect", "speech")


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of either side as sets of words, with the slices of the figures it belongs to."""

    content: WordSet
    source: WordSet
    cue: WordSet
    slices: tuple[str, ...]
    given: dict[str, Any]


class StatementScore:
    """Counts over documents; `add` takes one, `figures` sums up."""

    type = "statement"

    def __init__(self) -> None:
        self.misses: list[Miss] = []
        self._counts: Counter[str] = Counter()
        self._slices: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._soft = 0.0
        self._found_rows: list[Row] = []
        self._joint_rows: list[Row] = []

    def add(self, document: Mapping[str, Any], events: Sequence[dict[str, Any]]) -> None:
        """Counts one gold document and the events predicted for it."""
        text = ScoredText(document["text"])
        gold = list(_gold_statements(text, document["statements"]))
        predicted = list(_predicted_statements(text, events))
        pairs = best_pairs(gold, predicted, _closeness)
        excused = _excused(predicted, pairs)
        asked = len(predicted) - len(excused)
        self._counts.update(docs=1, gold=len(gold), pred=asked)
        self._count_slices("gold", gold)
        self._count_slices("pred", [told for j, told in enumerate(predicted) if j not in excused])
        found, joint = [], 0
        for pair in pairs:
            if pair.predicted in excused:
                continue
            wanted, given = gold[pair.gold], predicted[pair.predicted]
            if not self._count_overlap(wanted, given):
                continue
            found.append(pair)
            right = self._count_source(text, wanted, given)
            joint += right
            if wanted.source and not right:
                self._note("source", document, wanted, given)
        self._counts["joint"] += joint
        self._found_rows.append((len(found), asked, len(gold)))
        self._joint_rows.append((joint, asked, len(gold)))
        self._note_unpaired(document, gold, predicted, found, excused)

    def figures(self) -> dict[str, Any]:
        """All figures, in percent."""
        counts = self._counts
        predicted, gold = counts["pred"], counts["gold"]
        return {
            "exact": in_percent(counts["exact"], predicted, gold),
            "soft": in_percent(self._soft, predicted, gold),
            "found": {**in_percent(counts["found"], predicted, gold), "F 90%": f1_interval(self._found_rows)},
            "joint": {**in_percent(counts["joint"], predicted, gold), "F 90%": f1_interval(self._joint_rows)},
            "source": share(counts["source right"], counts["source asked"]),
            "cue": share(counts["cue right"], counts["cue asked"]),
            **{name: _slice_figures(self._slices[name]) for name in SLICES},
            "counts": {name: counts[name] for name in ("docs", "gold", "pred")},
        }

    def _count_slices(self, side: str, statements: Sequence[Told]) -> None:
        for told in statements:
            for name in told.slices:
                self._slices[name][side] += 1

    def _count_overlap(self, wanted: Told, given: Told) -> bool:
        """Counts how well the content was met; whether the statement counts as found."""
        shared = overlap(wanted.content, given.content)
        self._soft += shared
        self._counts["exact"] += shared == 1.0
        if shared < 0.5:
            return False
        self._counts["found"] += 1
        self._count_slices("found gold", [wanted])
        self._count_slices("found pred", [given])
        return True

    def _count_source(self, text: ScoredText, wanted: Told, given: Told) -> bool:
        """Counts cue and source of a found pair; whether the source is right, or rightly absent."""
        self._counts["cue asked"] += bool(wanted.cue)
        self._counts["cue right"] += not wanted.cue.isdisjoint(given.cue)
        if not wanted.source:
            return not given.source
        right = text.agree(wanted.source, given.source)
        self._counts["source asked"] += 1
        self._counts["source right"] += right
        return right

    def _note_unpaired(
        self,
        document: Mapping[str, Any],
        gold: Sequence[Told],
        predicted: Sequence[Told],
        found: Sequence[Pair],
        excused: set[int],
    ) -> None:
        met_gold = {pair.gold for pair in found}
        met_predicted = {pair.predicted for pair in found} | excused
        for i, told in enumerate(gold):
            if i not in met_gold:
                self._note("missed", document, told, None)
        for j, told in enumerate(predicted):
            if j not in met_predicted:
                self._note("spurious", document, None, told)

    def _note(self, kind: str, document: Mapping[str, Any], gold: Told | None, predicted: Told | None) -> None:
        sides = [None if told is None else told.given for told in (gold, predicted)]
        self.misses.append(Miss(kind, self.type, document["id"], document["text"], *sides))


def _gold_statements(text: ScoredText, statements: Sequence[dict[str, Any]]) -> Iterator[Told]:
    for statement in statements:
        content = text.covered(statement["content"])
        if content:
            cue = text.covered(statement.get("cue") or ())
            source = text.covered(statement.get("source") or ())
            yield Told(content, source, cue, _slices(text, content, cue), statement)


def _predicted_statements(text: ScoredText, events: Sequence[dict[str, Any]]) -> Iterator[Told]:
    seen = set()
    for event in events:
        if event.get("type") != "statement":
            continue
        content, cue = text.covered(spans_of(event.get("content"))), text.covered(spans_of(event.get("cue")))
        if content and (content, cue) not in seen:
            seen.add((content, cue))
            source = text.covered(spans_of(event.get("speaker")))
            yield Told(content, source, cue, _slices(text, content, cue), event)


def _slices(text: ScoredText, content: WordSet, cue: WordSet) -> tuple[str, ...]:
    of_speech = not cue or any(text.forms[word] in SPEECH_FORMS for word in cue)
    return (text.quotation(content), "speech") if of_speech else (text.quotation(content),)


def _closeness(wanted: Told, given: Told) -> float:
    """Overlap of the contents; among equals the one with the same cue comes first."""
    shared = overlap(wanted.content, given.content)
    return shared + 1e-4 * (not wanted.cue.isdisjoint(given.cue)) if shared else 0.0


def _excused(predicted: Sequence[Told], pairs: Sequence[Pair]) -> set[int]:
    """Predictions that the gold, which has one level, cannot ask for.

    Inside each matched statement one further statement with a cue of its own is excused, and around each one more.
    """
    matched = {pair.predicted for pair in pairs if pair.closeness >= 0.5}
    excused: set[int] = set()
    spent: set[tuple[int, str]] = set()
    for j, told in enumerate(predicted):
        if j in matched:
            continue
        for other in matched:
            side = _side(told, predicted[other])
            if side and (other, side) not in spent:
                spent.add((other, side))
                excused.add(j)
                break
    return excused


def _side(told: Told, matched: Told) -> str:
    """Whether a statement stands inside a matched one or around it."""
    if told.content < matched.content and told.cue and told.cue.isdisjoint(matched.cue):
        return "inside"
    around = matched.content < told.content or (matched.content | matched.cue) <= told.content
    return "around" if around else ""


def _slice_figures(counts: Counter[str]) -> dict[str, Any]:
    # Each side counts its own found ones: a pair may be direct in the gold and mixed in the prediction.
    precision = counts["found pred"] / counts["pred"] if counts["pred"] else 0.0
    recall = counts["found gold"] / counts["gold"] if counts["gold"] else 0.0
    either = precision + recall
    return {
        "P": round(100 * precision, 1),
        "R": round(100 * recall, 1),
        "F": round(200 * precision * recall / either, 1) if either else 0.0,
        "gold": counts["gold"],
        "pred": counts["pred"],
    }
