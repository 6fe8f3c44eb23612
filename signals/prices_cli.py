"""The commands `signals prices ...`: parse, call, print."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Prices of the published file.")


@app.command()
def update(
    instrument: Annotated[
        list[str] | None, typer.Option(help="An instrument's id; else those that the news of the file speaks of.")
    ] = None,
    source: Annotated[str, typer.Option(help="yahoo, sample, a CSV, Parquet or JSON file, or file.duckdb#table.")] = "yahoo",
    interval: Annotated[str, typer.Option(help="1d for a price a session; 1m, 5m, 1h and others for bars within.")] = "1d",
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Ask again from this day on.")] = None,
    db: Annotated[Path, typer.Option(help="The DuckDB file to publish.")] = Path("signals.duckdb"),
) -> None:
    """Fetch the prices that the file lacks, judge its observations anew, and publish it."""
    from pipelines.prices import price_source, update_prices

    first: date | None = since.date() if since else None
    done = update_prices(db, price_source(source), instrument or [], interval, first)
    print(f"{done.asked} series asked for: {done.added} prices added, {done.corrected} corrected, {len(done.failed)} problems")
    for problem in done.failed:
        place = f"{problem.path}, {problem.position}" if problem.position else problem.path
        print(f"signals: {place}: {problem.reason}", file=sys.stderr)
    raise typer.Exit(1 if done.failed else 0)


@app.callback()
def prices() -> None:
    """Prices of the published file."""
