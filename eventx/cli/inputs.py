"""What a command is given to read: files, folders, standard input; one story after the other, bad ones among them."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventx.errors import InvalidDocument
from eventx.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

LINE_SUFFIXES = (".jsonl", ".ndjson")
# A code point takes up to four bytes in UTF-8; JSON may write it with twelve.
LARGEST_FILE = 4 * Limits().document_characters
LARGEST_LINE = 12 * Limits().document_characters


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read: a text file, a file of JSON lines, or standard input where `path` is None."""

    path: Path | None

    @property
    def has_lines(self) -> bool:
        return self.path is not None and self.path.suffix.lower() in LINE_SUFFIXES

    def __str__(self) -> str:
        return str(self.path or "standard input")


@dataclass(frozen=True, slots=True)
class Record:
    """One story with the place it comes from, or what is wrong with it (then `story` is empty)."""

    place: str
    id: str | None
    story: dict[str, Any]
    error: str | None = None


def sources_of(inputs: Iterable[str]) -> list[Source]:
    """The sources that the arguments of a command name; folders give their .txt files, sorted, at any depth.

    Raises `InvalidDocument` where a file is missing, or a folder has no text.
    """
    sources = []
    for argument in inputs:
        path = Path(argument)
        if argument == "-":
            sources.append(Source(None))
        elif path.is_dir():
            texts = sorted(found for found in path.rglob("*.txt") if found.is_file())
            if not texts:
                raise InvalidDocument(f"there is no .txt file in {path} or below it")
            sources += map(Source, texts)
        elif path.exists():
            sources.append(Source(path))
        else:
            raise InvalidDocument(f"there is no file {path}")
    return sources or [Source(None)]


def read_text(source: Source) -> str:
    """The text of a file or of standard input.

    Raises `InvalidDocument` where it cannot be read, is larger than any document may be, or is not UTF-8.
    """
    try:
        if source.path is None:
            data = sys.stdin.buffer.read(LARGEST_FILE + 1)
        else:
            with source.path.open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InvalidDocument(f"{source} cannot be read: {error.strerror}") from None
    if len(data) > LARGEST_FILE:
        raise InvalidDocument(f"{source} is larger than {LARGEST_FILE:,} bytes; divide it into documents")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidDocument(f"{source} is not UTF-8 text: {error.reason} at byte {error.start}") from None


def read_records(sources: Iterable[Source], published: str | None) -> Iterator[Record]:
    """One record a text and one a JSON line. `published` is the date of those that have none of their own."""
    dated = {} if published is None else {"published": published}
    for source in sources:
        if source.has_lines:
            for record in _line_records(source):
                yield Record(record.place, record.id, {**dated, **record.story}, record.error)
        else:
            yield _text_record(source, dated)


def _text_record(source: Source, dated: dict[str, str]) -> Record:
    identifier = None if source.path is None else str(source.path)
    try:
        return Record(str(source), identifier, {"text": read_text(source), "id": identifier, **dated})
    except InvalidDocument as error:
        return Record(str(source), identifier, {}, str(error))


def _line_records(source: Source) -> Iterator[Record]:
    assert source.path is not None
    try:
        with source.path.open("rb") as file:
            for number, line in enumerate(_lines(file), 1):
                if line is None or line.strip():
                    yield _line_record(line, f"{source}, line {number}")
    except OSError as error:
        yield Record(str(source), None, {}, f"{source} cannot be read: {error.strerror}")


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """The lines, None for one that is too long to be read."""
    while line := file.readline(LARGEST_LINE):
        if len(line) < LARGEST_LINE or line.endswith(b"\n"):
            yield line
        else:
            while line and not line.endswith(b"\n"):
                line = file.readline(LARGEST_LINE)
            yield None


def _line_record(line: bytes | None, place: str) -> Record:
    if line is None:
        return Record(place, None, {}, f"{place}: longer than {LARGEST_LINE:,} bytes")
    try:
        story = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Record(place, None, {}, f"{place}: not UTF-8 text: {error.reason} at byte {error.start}")
    except (ValueError, RecursionError) as error:
        return Record(place, None, {}, f"{place}: not JSON: {error}")
    if not isinstance(story, dict):
        return Record(place, None, {}, f'{place}: a JSON object such as {{"text": "..."}} is expected')
    identifier = story.get("id")
    return Record(place, None if identifier is None else str(identifier), story)
