"""Offers, agreements and characterizations against gold: triggers, roles, attributes, merging, attribution."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from eventx.score.figures import Row, f1_interval, in_percent, share
from eventx.score.pairing import Miss, Pair, best_pairs, spans_of
from eventx.score.words import ScoredText, WordSet, overlap, same_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ATTRIBUTES = {"offer": ("status",), "agreement": ("kind", "status"), "characterization": ("evaluation",)}
LONGEST_TRIGGER = 6
# Fields of an event that hold spans and are no roles.
NO_ROLES = {"tellings", "trigger", "attribution", "when", "place"}


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an event, of either side: its trigger's words, its sentence, its roles as sets of words.

    `telling` is what was given for this place, `event` the whole event, numbered `number` in its document.
    """

    trigger: WordSet
    sentence: int
    roles: dict[str, list[WordSet]]
    telling: Mapping[str, Any]
    event: Mapping[str, Any]
    number: int

    def said(self, field: str) -> Any:
        """What this telling says of a field, else what the event says of it."""
        return self.telling.get(field) or self.event.get(field)


class EventScore:
    """Counts over documents for one event type; `add` takes a document, `figures` sums up."""

    def __init__(self, type: str) -> None:  # noqa: A002 - the name of the JSON field
        self.type = type
        self.misses: list[Miss] = []
        self._counts: Counter[str] = Counter()
        self._roles: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._attributes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._rows: list[Row] = []

    def add(self, document: Mapping[str, Any], events: Sequence[dict[str, Any]]) -> None:
        """Counts one gold document and the events predicted for it."""
        text = ScoredText(document["text"])
        recall_only = bool(document.get("recall_only"))
        gold, ignored = self._gold(text, document)
        predicted = list(self._predicted(text, events, recall_only))
        pairs = best_pairs(gold, predicted, lambda wanted, given: _closeness(text, wanted, given))
        met = {pair.predicted for pair in pairs}
        left_out = {
            j
            for j, told in enumerate(predicted)
            if j not in met and (recall_only or _is_judgement(self.type, told.roles) or _touches(told.trigger, ignored))
        }
        asked = len(predicted) - len(left_out)
        self._counts.update(
            {"docs": 1, "gold": len(gold), "pred": asked, "found": len(pairs), "all pred": len(predicted)}
        )
        self._rows.append((len(pairs), asked, len(gold)))
        if not gold and not ignored and not recall_only:
            self._count_false_alarm("hard" if document.get("hard") else "clean", asked > 0)
        self._count_merging(gold, predicted, pairs)
        for pair in pairs:
            self._count_pair(text, gold[pair.gold], predicted[pair.predicted])
        self._note_unpaired(document, gold, predicted, pairs, left_out)

    def figures(self) -> dict[str, Any]:
        """All figures, in percent."""
        counts = self._counts
        roles_asked = sum(role["gold"] for role in self._roles.values())
        roles_right = sum(role["right"] for role in self._roles.values())
        figures: dict[str, Any] = {
            "found": {**in_percent(counts["found"], counts["pred"], counts["gold"]), "F 90%": f1_interval(self._rows)},
            "roles": {name: _right_of(role) for name, role in sorted(self._roles.items())},
            "roles_all": share(roles_right, roles_asked),
            "attrs": {name: _right_of(attribute) for name, attribute in self._attributes.items()},
        }
        if counts["pairs gold"]:
            figures["merging"] = in_percent(counts["pairs both"], counts["pairs pred"], counts["pairs gold"])
        if counts["by asked"]:
            figures["attribution"] = {
                "right": share(counts["by right"], counts["by asked"]),
                "gold": counts["by asked"],
            }
        figures["false_alarms"] = {
            side: share(counts[side + " false"], counts[side], digits=2) for side in ("clean", "hard")
        }
        always = ("docs", "gold", "pred")
        named = (*always, "all pred", "without trigger", "trigger too long")
        figures["counts"] = {name: counts[name] for name in named if counts[name] or name in always}
        return figures

    def _gold(self, text: ScoredText, document: Mapping[str, Any]) -> tuple[list[Told], list[WordSet]]:
        """The events asked for, and the triggers of those neither asked for nor counted against."""
        asked: list[Told] = []
        ignored = [
            text.covered([event["trigger"]]) for event in document.get("optional", []) if event["type"] == self.type
        ]
        for number, event in enumerate(document.get("events", [])):
            if event["type"] != self.type:
                continue
            trigger = text.covered([event["trigger"]])
            given_roles = event.get("roles") or {}
            if _is_judgement(self.type, given_roles):
                ignored.append(trigger)
                continue
            roles = {name: [text.covered([span]) for span in spans] for name, spans in given_roles.items() if spans}
            asked.append(Told(trigger, text.sentence_at(event["trigger"][0]), roles, event, event, number))
        return asked, ignored

    def _predicted(self, text: ScoredText, events: Sequence[dict[str, Any]], recall_only: bool) -> Iterator[Told]:
        """The tellings of the predicted events, each where it stands: those asserted, or all for recall."""
        for number, event in enumerate(events):
            if event.get("type") != self.type:
                continue
            for telling in event.get("tellings") or [event]:
                if not recall_only and not _asserted(telling, event):
                    continue
                spans = spans_of(telling.get("trigger"))
                if not spans:
                    self._counts["without trigger"] += 1
                    continue
                trigger = text.covered(spans)
                if len(trigger) > LONGEST_TRIGGER:
                    # A trigger that covers everything would meet any gold: it may still be found by its roles.
                    self._counts["trigger too long"] += 1
                    trigger = frozenset()
                roles = dict(_predicted_roles(text, telling, event))
                yield Told(trigger, text.sentence_at(spans[0][0]), roles, telling, event, number)

    def _count_false_alarm(self, side: str, asserted: bool) -> None:
        self._counts[side] += 1
        self._counts[side + " false"] += asserted

    def _count_merging(self, gold: Sequence[Told], predicted: Sequence[Told], pairs: Sequence[Pair]) -> None:
        """Of all pairs of found tellings: which are of one event by the gold, by the prediction, by both."""
        told = [
            (gold[pair.gold].event["cluster"], predicted[pair.predicted].number)
            for pair in pairs
            if "cluster" in gold[pair.gold].event
        ]
        for (one_cluster, one_event), (other_cluster, other_event) in combinations(told, 2):
            self._counts["pairs gold"] += one_cluster == other_cluster
            self._counts["pairs pred"] += one_event == other_event
            self._counts["pairs both"] += one_cluster == other_cluster and one_event == other_event

    def _count_pair(self, text: ScoredText, wanted: Told, given: Told) -> None:
        if "by" in wanted.event:
            self._counts["by asked"] += 1
            self._counts["by right"] += _same_speaker(wanted.event["by"], given)
        for name, spans in wanted.roles.items():
            for span in spans:
                self._roles[name]["gold"] += 1
                self._roles[name]["right"] += any(text.agree(span, other) for other in given.roles.get(name, []))
        for name in ATTRIBUTES[self.type]:
            value = (wanted.event.get("attrs") or {}).get(name)
            if value:
                self._attributes[name]["gold"] += 1
                self._attributes[name]["right"] += given.said(name) == value

    def _note_unpaired(
        self,
        document: Mapping[str, Any],
        gold: Sequence[Told],
        predicted: Sequence[Told],
        pairs: Sequence[Pair],
        left_out: set[int],
    ) -> None:
        met_gold = {pair.gold for pair in pairs}
        met_predicted = {pair.predicted for pair in pairs} | left_out
        where = (self.type, document["id"], document["text"])
        for i, told in enumerate(gold):
            if i not in met_gold:
                self.misses.append(Miss("missed", *where, dict(told.event), None))
        for j, told in enumerate(predicted):
            if j not in met_predicted:
                self.misses.append(Miss("spurious", *where, None, dict(told.telling)))


def _is_judgement(type_name: str, roles: Mapping[str, Any]) -> bool:
    """A characterization without a description, which is neither asked for nor counted against."""
    return type_name == "characterization" and not roles.get("description")


def _touches(trigger: WordSet, others: Sequence[WordSet]) -> bool:
    return any(not trigger.isdisjoint(other) for other in others)


def _asserted(telling: Mapping[str, Any], event: Mapping[str, Any]) -> bool:
    polarity = telling.get("polarity") or event.get("polarity")
    modality = telling.get("modality") or event.get("modality")
    return polarity != "negative" and modality in (None, "asserted")


def _predicted_roles(
    text: ScoredText, telling: Mapping[str, Any], event: Mapping[str, Any]
) -> Iterator[tuple[str, list[WordSet]]]:
    """The roles of a telling; what it leaves open is taken from the event."""
    here = {name: value for name, value in telling.items() if value is not None and value != []}
    for name, value in {**event, **here}.items():
        if isinstance(value, (dict, list)) and name not in NO_ROLES:
            spans = [text.covered([span]) for span in spans_of(value)]
            if spans:
                yield name, spans


def _closeness(text: ScoredText, wanted: Told, given: Told) -> float:
    """Above 1 where the triggers meet; at most a half where only sentence and half of the roles agree; else 0."""
    if not wanted.trigger.isdisjoint(given.trigger):
        return 1 + overlap(wanted.trigger, given.trigger)
    if not wanted.roles or wanted.sentence != given.sentence:
        return 0.0
    agreeing = sum(
        any(text.agree(span, other) for span in spans for other in given.roles.get(name, []))
        for name, spans in wanted.roles.items()
    )
    return 0.5 * agreeing / len(wanted.roles) if 2 * agreeing >= len(wanted.roles) else 0.0


def _same_speaker(wanted: str | None, given: Told) -> bool:
    """Whether the telling is attributed to the gold's speaker, by name or by mention, or rightly to nobody."""
    holder = given.telling if "attribution" in given.telling else given.event
    speaker = (holder.get("attribution") or {}).get("speaker") or {}
    mention = (speaker.get("mention") or {}).get("text")
    return same_source(wanted, speaker.get("name")) or same_source(wanted, mention)


def _right_of(counts: Counter[str]) -> dict[str, Any]:
    return {"right": share(counts["right"], counts["gold"]), "gold": counts["gold"]}
