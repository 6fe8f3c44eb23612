"""How results look in a terminal: progress, the summary of a run, tables."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from pipelines.report import RunReport, Study

SHOWN = 8  # quarantine entries that the summary lists


@contextmanager
def progress() -> Iterator[Callable[[str], Callable[[int], None]]]:
    """Shows each stage with the number of items done, on standard error."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:,.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:

        def stage(name: str) -> Callable[[int], None]:
            for task in bars.tasks:
                bars.update(task.id, total=task.completed)
            task_id = bars.add_task(name, total=None)
            return lambda count: bars.advance(task_id, count)

        yield stage


def show_report(report: RunReport) -> None:
    """Prints the summary of a run."""
    console = Console()
    table = Table(title="Market news signals", box=box.SIMPLE_HEAD, title_justify="left", show_header=False)
    for name, value in _rows(report):
        table.add_row(Text(name), Text(value))
    console.print(table)
    _show_quarantine(console, report)
    console.print(Text.assemble(("Published ", "bold"), str(report.db)), soft_wrap=True)
    console.print(Text.assemble(("Try next  ", "bold"), _next(report)), soft_wrap=True)


def _rows(report: RunReport) -> Iterator[tuple[str, str]]:
    yield "items", f"{report.items:,} ({report.new_items:,} new)"
    yield "market items", f"{report.market_items:,}"
    if report.other_languages:
        yield "not in English", f"{report.other_languages:,} kept, not extracted"
    if report.without_time:
        yield "time unknown", f"{report.without_time:,} left out of studies"
    yield "observations", f"{sum(report.observations_by_class.values()):,} ({report.new_observations:,} new)"
    for name, count in report.observations_by_class.items():
        yield f"  {name or 'not in the master'}", f"{count:,}"
    yield "calendar entries", f"{report.calendar:,}"
    yield "drivers", f"{report.drivers:,}"
    for verdict in ("agrees", "contradicts", "cannot tell"):
        yield f"prices: {verdict}", f"{report.verdicts.get(verdict, 0):,}"
    for reason, count in list(report.cannot_tell.items())[:4]:
        yield f"  {reason}", f"{count:,}"
    if report.agreement is not None:
        yield "agreement", f"{report.agreement:.1%} of {report.checkable:,} checkable observations"
    yield "quarantine", f"{len(report.quarantine):,}"
    for study in report.studies:
        yield f"study: {study.name.replace('_', ' ')}", _headline(study)


def _headline(study: Study) -> str:
    if not study.events or study.mean_car is None:
        return "no events with enough prices"
    test = "" if study.statistic is None else f", {study.test} {study.statistic:+.2f}"
    p_value = "" if study.p_value is None else f" (p {study.p_value:.2g})"
    window = f"sessions {study.first_day:+d} to {study.last_day:+d}"
    return f"mean abnormal return {study.mean_car:+.2%} over {window}, {study.events} events{test}{p_value}"


def _show_quarantine(console: Console, report: RunReport) -> None:
    for path, position, reason in report.quarantine[:SHOWN]:
        place = f"{path}, {position}" if position else path
        console.print(Text.assemble(("quarantined ", "red"), f"{place}: {reason}"), soft_wrap=True)
    if len(report.quarantine) > SHOWN:
        console.print(f"... and {len(report.quarantine) - SHOWN} more: FROM quarantine")


def _next(report: RunReport) -> str:
    query = "FROM observations SELECT instrument, level, direction, move_value, move_unit, evidence LIMIT 5"
    return f"python -c \"import duckdb; print(duckdb.connect('{report.db}', read_only=True).sql('{query}'))\""


def show_table(table: pa.Table, format: str) -> None:  # noqa: A002  (the name of the option that it serves)
    """Prints an Arrow table as json (an array of rows), csv, or a table for people."""
    if format == "json":
        import json

        sys.stdout.write(json.dumps(table.to_pylist(), default=str) + "\n")
    elif format == "csv":
        import pyarrow.csv

        pyarrow.csv.write_csv(table, sys.stdout.buffer)
    else:
        Console().print(_people(table))


def _people(table: pa.Table) -> Table:
    shown = Table(box=box.SIMPLE_HEAD)
    for name in table.column_names:
        shown.add_column(name)
    for row in table.to_pylist():
        shown.add_row(*(Text(_cell(value)) for value in row.values()))
    return shown


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.4f}" if isinstance(value, float) else str(value)
