"""The command line: parses, calls, prints; nothing else."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from signals.clock import parse_instant
from signals.errors import SignalsError, UsageError
from signals.prices_cli import app as prices_app

app = typer.Typer(
    name="signals",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Market news in; typed, timed, signed, sourced observations out, joined to prices and tested in event studies.",
)
app.add_typer(prices_app, name="prices")


def instant(text: str) -> datetime:
    """A time with a zone, for options."""
    try:
        return parse_instant(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


ReceivedAt = Annotated[
    datetime | None,
    typer.Option(parser=instant, metavar="TIME", help="When the documents were received, such as 2025-07-04T17:00:00Z."),
]
Manifest = Annotated[Path | None, typer.Option(help="JSON Lines with file, received_at and perhaps url of each document.")]


@app.command()
def run(
    paths: Annotated[list[str] | None, typer.Argument(help="News to read; without any, the sample news that ships.")] = None,
    config: Annotated[Path | None, typer.Option(help="A signals.toml with the settings of the run.")] = None,
    db: Annotated[Path | None, typer.Option(help="The DuckDB file to publish.  [default: signals.duckdb]")] = None,
    manifest: Manifest = None,
    received_at: ReceivedAt = None,
    prices: Annotated[
        list[str] | None, typer.Option(help="A table with date, instrument, close; yahoo; or sample. In order of preference.")
    ] = None,
    sentiment_model: Annotated[str | None, typer.Option(help="A Hugging Face checkpoint; else the embedded model.")] = None,
) -> None:
    """Read, extract, score, join to prices, study, and publish the DuckDB file."""
    from pipelines.run import run as run_job
    from pipelines.settings import RunSettings, load_settings
    from signals.terminal import progress, show_report

    given: dict[str, Any] = {
        "paths": tuple(paths or ()),
        "db": db,
        "manifest": manifest,
        "received_at": received_at,
        "prices": tuple(prices or ()),
        "sentiment_model": sentiment_model,
    }
    base = load_settings(config) if config else RunSettings()
    settings = replace(base, **{key: value for key, value in given.items() if value})
    with progress() as show:
        result = run_job(settings, show)
    show_report(result)
    raise typer.Exit(1 if result.quarantine else 0)


@app.command()
def extract(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, globs or feeds; - is standard input.")],
    received_at: ReceivedAt = None,
    manifest: Manifest = None,
    no_sentiment: Annotated[bool, typer.Option("--no-sentiment", help="Leave the sentiment out.")] = False,
) -> None:
    """Print one JSON object for each news item, a line each; problems go to standard error."""
    from pipelines.stream import extracted

    failed = False
    for reading in extracted(paths, received_at=received_at, manifest=manifest, sentiment=not no_sentiment):
        if isinstance(reading, dict):
            print(json.dumps(reading, ensure_ascii=False))
        else:
            failed = True
            _complain(f"{reading.path}: {f'{reading.position}: ' if reading.position else ''}{reading.reason}")
    raise typer.Exit(1 if failed else 0)


@app.command()
def sentiment(
    file: Annotated[Path, typer.Argument(help='JSON Lines with id, text and perhaps target; "-" is standard input.')],
    model: Annotated[str | None, typer.Option(help="A Hugging Face checkpoint; else the embedded model.")] = None,
) -> None:
    """Score texts, each for its target where it names one, and print them in the same order."""
    from signals.score import score_records

    problems: list[str] = []
    for scored in score_records(_records(file, problems), model):
        print(json.dumps(scored, ensure_ascii=False))
    for problem in problems:
        _complain(problem)
    raise typer.Exit(1 if problems else 0)


@app.command()
def study(
    events: Annotated[Path, typer.Argument(help="CSV with event_id, instrument, known_at (a date, or a time with zone).")],
    prices: Annotated[Path, typer.Option(help="CSV with date, instrument, close; the benchmark included.")],
    benchmark: Annotated[str | None, typer.Option(help="Instrument of the market.")] = None,
    estimation: Annotated[int, typer.Option(help="Sessions in the estimation window.")] = 250,
    gap: Annotated[int, typer.Option(help="The estimation window ends gap + 1 sessions before day zero.")] = 10,
    before: Annotated[int, typer.Option(help="Sessions before day zero, for level day.")] = 5,
    after: Annotated[int, typer.Option(help="Sessions after day zero, for level day.")] = 5,
    first: Annotated[int, typer.Option(help="First day of the window that is tested.")] = -1,
    last: Annotated[int, typer.Option(help="Last day of the window that is tested.")] = 1,
    model: Annotated[
        str | None, typer.Option(help="market, market_adjusted or mean; else market, without a benchmark mean.")
    ] = None,
    returns: Annotated[str, typer.Option(help="simple, log, bp (yields), volatility or volume.")] = "simple",
    sign: Annotated[
        str | None, typer.Option(help="Column of the events: where negative, returns count with opposite sign.")
    ] = None,
    overlapping: Annotated[
        str, typer.Option(help="keep, or drop events too near to an earlier one of the instrument.")
    ] = "keep",
    calendar: Annotated[str | None, typer.Option(help="Exchange calendar for session closes, such as XNYS.")] = None,
    level: Annotated[str, typer.Option(help="event, day, tests, path or summary.")] = "event",
    plot: Annotated[Path | None, typer.Option(help="Draw the average path to this .png or .svg as well.")] = None,
    format: Annotated[str, typer.Option(help="table, json or csv.")] = "table",  # noqa: A002  (the option's name)
) -> None:
    """Test how prices moved around events, by the event-study method."""
    from signals.study import StudySettings, study_from_files
    from signals.terminal import show_table

    settings = StudySettings(
        benchmark=benchmark,
        estimation=estimation,
        gap=gap,
        before=before,
        after=after,
        first=first,
        last=last,
        model=model,
        returns=returns,
        calendar=calendar,
        sign=sign,
        overlapping=overlapping,
        level=level,
    )
    if format not in {"table", "json", "csv"}:
        raise UsageError(f"--format {format} is unknown; choose table, json or csv")
    show_table(study_from_files(events, prices, settings, plot), format)


@app.command()
def show(
    item: Annotated[str, typer.Argument(help="The item_id of a published item.")],
    db: Annotated[Path, typer.Option(help="The published DuckDB file.")] = Path("signals.duckdb"),
    html: Annotated[bool, typer.Option("--html", help="Print an HTML page.")] = False,
) -> None:
    """Show one item with everything that was read from it marked in its text."""
    from signals.item_view import show_item

    show_item(db, item, as_html=html)


def main() -> NoReturn:
    """Entry point. Exit code 0: all was read; 1: something was quarantined; 2: the call itself is wrong."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except SignalsError as error:
        _complain(str(error))
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    sys.exit(0)


def _records(file: Path, problems: list[str]) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file; lines that are none are named in ``problems``."""
    try:
        stream = sys.stdin.buffer if str(file) == "-" else file.open("rb")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from error
    with stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError as error:
                problems.append(f"{file}: line {number}: not JSON: {error}")
                continue
            if isinstance(record, dict) and isinstance(record.get("text"), str):
                yield record
            else:
                problems.append(f'{file}: line {number}: expected an object with "text"')


def _complain(message: str) -> None:
    print(f"signals: {message}", file=sys.stderr)


if __name__ == "__main__":
    main()
