"""Events, participants, pronouns and dates drawn at random from news articles, and what readers judged of them.

    python benchmarks/judged.py                      # the shares that are right, with Wilson intervals
    python benchmarks/judged.py --check              # and how many of the judged results eventx still gives
    python benchmarks/judged.py --draw participants --seed 7 --count 200 > drawn.txt    # a new draw, to be read

The articles are those of the gold's polnear-train.jsonl marked dev; its folder comes from EVENTX_GOLD, by default
../shared/data. The judged draws stand in docs/judged, one line a mention: the document, the mention's offsets (code
points, half-open), a digest of what eventx said of it, and the verdicts. A reader saw the text and the result alone.

Events are those told as a fact; their main role is who offers, agrees or calls, with what. Where there are fewer than
asked for, all are drawn.

Verdicts: r right; r0 right in giving no name, where the document gives none; n nothing expected and nothing given;
w wrong or missing; i invented, where nothing is expected.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections.abc import Iterator
from hashlib import blake2b
from math import sqrt
from pathlib import Path
from typing import Any

import eventx
from eventx.models import Agreement, Attribution, Characterization, Event, Offer, Participant, Terms, When, parts
from eventx.score import read_records

HOME = Path(__file__).parents[1]
GOLD = Path(os.environ.get("EVENTX_GOLD", HOME.parent / "shared" / "data"))
JUDGED = HOME / "docs" / "judged"
COLUMNS = {
    "participants": ("span", "name", "kind", "country"),
    "pronouns": ("name",),
    "dates": ("span", "value", "grain"),
    "offers": ("type", "role"),
    "agreements": ("type", "role"),
    "characterizations": ("type", "role"),
}
EVENTS = frozenset(["offers", "agreements", "characterizations"])
# what a reader need not see of an event
UNTOLD = {"id", "type", "tellings", "rule", "confidence"}
VERDICTS = frozenset(["r", "r0", "n", "w", "i"])
PRONOUNS = frozenset("he she him her they it i we".split())
CONTEXT = {"participants": 600, "pronouns": 1300, "dates": 250} | dict.fromkeys(EVENTS, 900)
Z = 1.96

Drawn = Participant | When | Offer | Agreement | Characterization


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draw", choices=COLUMNS, help="draw anew instead of reporting")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--check", action="store_true", help="extract again and compare with what was judged")
    options = parser.parse_args()
    if options.draw:
        draw(options.draw, options.seed, options.count)
    else:
        report(check=options.check)


def draw(kind: str, seed: int, count: int) -> None:
    """Prints a draw for a reader: each mention in its context, with what eventx says of it."""
    random_choice = random.Random(seed)
    articles = [document for document in read_records(GOLD / "polnear-train.jsonl") if document["split"] == "dev"]
    random_choice.shuffle(articles)
    pool = [(document, value) for document in articles for value in found(kind, document)]
    for number, (document, value) in enumerate(random_choice.sample(pool, min(count, len(pool))), 1):
        text, (start, end) = document["text"], place(value)
        before, behind = text[max(0, start - CONTEXT[kind]) : start], text[end : end + 300]
        said = plain(value)
        print(f"### {number}\t{document['id']}\t{start}\t{end}\t{digest(value)}\tpublished {document['published']}")
        print(f"{before}⟦{text[start:end]}⟧{behind}".replace("\n", " / "))
        print(f"RESULT {json.dumps(said, ensure_ascii=False)}\n")


def plain(value: Drawn) -> dict[str, Any]:
    """What a reader sees of a result."""
    if not isinstance(value, Event):
        return value.model_dump(mode="json", exclude={"mention", "span", "entity"})
    fields = {name: getattr(value, name) for name in type(value).model_fields if name not in UNTOLD}
    return {name: _told(field) for name, field in fields.items() if field not in (None, ())}


def _told(field: Any) -> Any:
    """A role as its words and, of a participant, the name it resolves to."""
    if isinstance(field, Participant):
        return f"{field.mention.text} = {field.name}" if field.name != field.mention.text else field.name
    if isinstance(field, Attribution):
        return field.speaker and _told(field.speaker)
    if isinstance(field, Terms):
        return [span.text for span in field.mention]
    if isinstance(field, tuple):
        return [_told(item) for item in field]
    return str(field)


def found(kind: str, document: dict[str, str]) -> Iterator[Drawn]:
    """What can be drawn from one document: each place once."""
    result = eventx.extract({key: document[key] for key in ("id", "text", "published")})
    if kind in EVENTS:
        yield from getattr(result, kind)
        return
    known: dict[tuple[int, int], Participant | When] = {}
    for event in result.events:
        if kind == "pronouns":
            speaker = getattr(event, "speaker", None)
            values = [speaker] if speaker is not None and speaker.mention.text.lower() in PRONOUNS else []
        else:
            values = list(parts(event, Participant if kind == "participants" else When))
        for value in values:
            known.setdefault(place(value), value)
    yield from known.values()


def place(value: Drawn) -> tuple[int, int]:
    span = value.mention if isinstance(value, Participant) else value.span if isinstance(value, When) else value.trigger
    return span.start, span.end


def digest(value: Drawn) -> str:
    """A digest of everything eventx says, but for the entity's number; of an event, of what a reader sees."""
    said = json.dumps(plain(value)) if isinstance(value, Event) else value.model_dump_json(exclude={"entity"})
    return blake2b(said.encode(), digest_size=4).hexdigest()


def report(*, check: bool) -> None:
    """Prints, for each judged draw and column, the share that is right."""
    for kind, columns in COLUMNS.items():
        rows = [line.split("\t") for line in (JUDGED / f"{kind}.tsv").read_text("utf-8").splitlines()[1:]]
        print(f"{kind}: {len(rows)} drawn" + (f", {unchanged(kind, rows)} results as judged" if check else ""))
        for index, column in enumerate(columns, 4):
            verdicts = [row[index] for row in rows]
            print("  " + share(column, [verdict for verdict in verdicts if verdict != "n"]))
            if column == "role":
                both = ["w" if "w" in row[4:6] else "r" for row in rows]
                print("  " + share("type and role", both))
            if column == "country":
                told = [verdict for verdict in verdicts if verdict not in {"n", "i"}]
                print("  " + share("country, where there is one", told))
            if column == "name":
                print("  " + share("name, where the document gives one", [v for v in verdicts if v != "r0"]))


def share(column: str, verdicts: list[str]) -> str:
    unknown = set(verdicts) - VERDICTS
    if unknown:
        raise SystemExit(f"{column}: {', '.join(sorted(unknown))}: a verdict is one of {', '.join(sorted(VERDICTS))}")
    right, count = sum(verdict not in {"w", "i"} for verdict in verdicts), len(verdicts)
    low, high = wilson(right, count)
    return f"{column:<36} {right:>4} of {count:>3} right, {right / count:.1%} [{low:.1%}, {high:.1%}]"


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95 % interval of Wilson (1927) for a share."""
    center = (right + Z * Z / 2) / (count + Z * Z)
    half = Z / (count + Z * Z) * sqrt(right * (count - right) / count + Z * Z / 4)
    return center - half, center + half


def unchanged(kind: str, rows: list[list[str]]) -> int:
    wanted = {row[0] for row in rows}
    articles = [document for document in read_records(GOLD / "polnear-train.jsonl") if document["id"] in wanted]
    now = {(d["id"], *map(str, place(v)), digest(v)) for d in articles for v in found(kind, d)}
    return sum(tuple(row[:4]) in now for row in rows)


if __name__ == "__main__":
    sys.exit(main())
