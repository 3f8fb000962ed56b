"""The commands of `eventx`, and what they are told by their options."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer
from pydantic import ValidationError

from eventx.cli.batch import Output, outcomes_of, with_progress
from eventx.cli.inputs import Source, read_records, read_text, sources_of
from eventx.cli.rules import rules_app
from eventx.errors import InvalidDocument
from eventx.models import Document
from eventx.render.terminal import CONTROL_CHARACTERS, printable

if TYPE_CHECKING:
    from eventx.pipeline import Pipeline

app = typer.Typer(
    name="eventx",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(rules_app, name="rules")


class EventType(StrEnum):
    STATEMENT = "statement"
    OFFER = "offer"
    AGREEMENT = "agreement"
    CHARACTERIZATION = "characterization"


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


class Split(StrEnum):
    DEV = "dev"
    VALIDATION = "validation"


Types = Annotated[
    list[EventType] | None,
    typer.Option(
        "--type",
        "-t",
        metavar="TYPE",
        help="Only this type of event: statement, offer, agreement or characterization. May be given several times.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="When the text appeared, such as 2025-02-04: relative dates (“on Monday”) are resolved against it.",
        show_default=False,
    ),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        from eventx import __version__

        typer.echo(f"eventx {__version__}")
        raise typer.Exit


@app.callback()
def eventx(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Finds in English news text who said what, offered what, agreed on what, and called whom what.

    Results go to standard output, messages to standard error. The exit status is 0 for success, 1 where some input
    failed or something differs from what was expected, 2 for input that cannot be used.
    """


@app.command(
    epilog="""Examples:

    eventx extract story.txt

    eventx extract story.txt --published 2025-02-04 --format html --output story.html

    eventx extract stories/ --type offer --type agreement --format jsonl

    eventx extract stories.jsonl --processes 4 --output events.jsonl"""
)
def extract(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE|FOLDER|-",
            help="Text files, folders (their .txt files, at any depth), or .jsonl files with one story a line: "
            '{"id": "7", "text": "...", "published": "2025-02-04"}. Standard input where nothing or - is given.',
            show_default=False,
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="table for people; json, jsonl (one line a story) and html (one story) for programs and browsers. "
            "table is the default, and jsonl for .jsonl files.",
            show_default=False,
        ),
    ] = None,
    published: Published = None,
    types: Types = None,
    processes: Annotated[int, typer.Option(min=1, metavar="N", help="How many processes share the work.")] = 1,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file for the results, instead of standard output.")
    ] = None,
) -> None:
    """Extracts events from texts.

    A story that cannot be read does not stop the others: it becomes an error record with the id, the place in the
    input and the reason, and the exit status is 1.
    """
    sources = sources_of(inputs or [])
    has_lines = any(source.has_lines for source in sources)
    chosen = format or (Format.JSONL if has_lines else Format.TABLE)
    single = len(sources) == 1 and not has_lines
    if chosen is Format.HTML and not single:
        raise typer.BadParameter("html shows one story; give a single text file", param_hint="--format")
    pipeline = _pipeline(types)
    _announce_keyboard(sources)
    records = read_records(sources, _checked_date(published))
    outcomes = outcomes_of(records, pipeline, processes)
    if sys.stderr.isatty() and not single and (output is not None or not sys.stdout.isatty()):
        outcomes = with_progress(outcomes)
    with _opened(output, sources) as stream:
        total, failed = Output(stream, chosen.value, single).write(outcomes)
    if failed:
        typer.echo(f"eventx: {failed} of {total} stories could not be read", err=True)
        raise typer.Exit(1)


@app.command(
    epilog="""Examples:

    eventx check fixtures/

    eventx check fixtures/offers.eventx.toml"""
)
def check(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="Fixture files (.eventx.toml), or folders that are searched for them."),
    ],
) -> None:
    """Checks whether the events that fixture files expect are still found.

    Prints each case that differs, with what was expected and what was found; the exit status is then 1.
    """
    from eventx.check import check as check_fixtures

    total = failed = 0
    for result in check_fixtures(*paths):
        total += 1
        if not result.passed:
            failed += 1
            typer.echo(f"{result}\n")
    typer.echo(f"{total} case{'s' if total != 1 else ''}, {failed} with differences", err=True)
    if failed:
        raise typer.Exit(1)


@app.command(
    epilog="""Examples:

    eventx explain "Bukele has offered to house criminals."

    eventx explain story.txt --type offer"""
)
def explain(
    text: Annotated[
        str | None,
        typer.Argument(
            metavar="TEXT|FILE|-",
            help="A text, or a text file. Standard input where nothing or - is given.",
            show_default=False,
        ),
    ] = None,
    published: Published = None,
    types: Types = None,
) -> None:
    """Explains, event by event, which rule found it, on which words, and by which steps."""
    from eventx.check.comparison import summary

    story = {"text": _given_text(text or "-"), "published": _checked_date(published)}
    result = _pipeline(types).extract(story, trace=True)
    for diagnostic in result.diagnostics:
        typer.echo(f"eventx: {diagnostic.message}", err=True)
    if not result.events:
        typer.echo("no events", err=True)
    for number, event in enumerate(result.events, 1):
        typer.echo(f"{number}. {getattr(event, 'type', 'event')} {printable(summary(event))}")
        for line in str(event.explain()).splitlines():
            typer.echo(f"   {CONTROL_CHARACTERS.sub(' ', line)}")
        typer.echo()


@app.command()
def schema() -> None:
    """Prints the JSON Schema of a result."""
    from eventx.models import json_schema

    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@app.command(
    epilog="""Examples:

    eventx extract gold.jsonl --output found.jsonl

    eventx score gold.jsonl found.jsonl --split dev --show 5"""
)
def score(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="GOLD... PREDICTED",
            help="Gold files (.jsonl, or folders of them), and last the file that eventx extract wrote.",
        ),
    ],
    split: Annotated[Split | None, typer.Option(help="Only this part of the gold.", show_default=False)] = None,
    types: Types = None,
    show: Annotated[int, typer.Option(min=0, metavar="N", help="Print up to N misses of each kind.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Scores found events against gold, in percent: precision, recall, F1, roles, attributes, merging."""
    from eventx.cli.figures import figure_lines, sample
    from eventx.score import compare
    from eventx.score import read_records as read_json_lines

    if len(files) < 2:
        raise typer.BadParameter("give at least one gold file, and the file with the predictions last")
    *gold_paths, predicted = files
    gold_files = [file for path in gold_paths for file in (sorted(path.rglob("*.jsonl")) if path.is_dir() else [path])]
    compared = compare(
        (document for file in gold_files for document in read_json_lines(file)),
        read_json_lines(predicted),
        [name.value for name in types] if types else None,
        split.value if split else None,
    )
    if as_json:
        typer.echo(json.dumps(compared.figures))
        return
    for line in figure_lines(compared.figures):
        typer.echo(line)
    for miss in sample(compared.misses, show):
        typer.echo(str(miss))


command = typer.main.get_command(app)


def _pipeline(types: Sequence[EventType] | None) -> "Pipeline":
    from eventx.pipeline import Pipeline, default_pipeline

    return Pipeline(types={name.value for name in types}) if types else default_pipeline()


def _checked_date(published: str | None) -> str | None:
    try:
        return Document(text="", published=published).published
    except ValidationError:
        raise typer.BadParameter(
            f"a date such as 2025-02-04 is expected, not {published!r}", param_hint="--published"
        ) from None


def _announce_keyboard(sources: Sequence[Source]) -> None:
    if any(source.path is None for source in sources) and sys.stdin.isatty():
        typer.echo("eventx: reading a text from the keyboard; end it with Ctrl-D", err=True)


def _given_text(argument: str) -> str:
    """The text that an argument is, or that stands in the file it names."""
    if argument == "-":
        _announce_keyboard([Source(None)])
        return read_text(Source(None))
    try:
        is_file = Path(argument).is_file()
    except (OSError, ValueError):
        # Longer than any path, or with characters that no path has.
        is_file = False
    if is_file:
        return read_text(Source(Path(argument)))
    if argument.endswith(".txt") and not argument.count(" "):
        raise InvalidDocument(f"there is no file {argument}")
    return argument


@contextmanager
def _opened(output: Path | None, sources: Sequence[Source]) -> Iterator[TextIO]:
    """The stream for the results, which must not overwrite what is read."""
    if output is None:
        yield sys.stdout
        return
    if any(source.path is not None and source.path.resolve() == output.resolve() for source in sources):
        raise typer.BadParameter(f"{output} is read from; write to another file", param_hint="--output")
    try:
        stream = output.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise typer.BadParameter(f"{output} cannot be written: {error.strerror}", param_hint="--output") from None
    with stream:
        yield stream
