"""Runs an event study on tables in memory, by the same SQL that the published file carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from signals.errors import UsageError
from signals.resources import sql_path
from signals.study.settings import StudySettings

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

WINDOWS = ("estimation", "gap", "before", "after", "benchmark", "model", "returns", "minimum")
MACROS = {
    "day": ("event_study", WINDOWS),
    "event": ("event_study_events", ("first", "last", *WINDOWS)),
    "tests": ("event_study_tests", ("first", "last", *WINDOWS)),
}


def run_study(events: Any, prices: Any, settings: StudySettings) -> pa.Table:
    """The study's rows at ``settings.level``.

    ``events`` (event_id, instrument, known_at: date, instant with zone, or either as ISO text) and ``prices`` (instrument,
    session or date, close; optionally priced_at with zone and source) are tables of pyarrow, polars or pandas. Without
    priced_at a price is of the end of its day, UTC. Returns are fractions; day_zero is a date; an event that cannot be studied
    has its status and reason, and nulls. Raises UsageError where a column or the benchmark is missing.
    """
    import duckdb

    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        _load(connection, events, prices)
        _check_benchmark(connection, settings.benchmark)
        create_macros(connection)
        return _call(connection, settings)


def create_macros(connection: DuckDBPyConnection) -> None:
    """Creates the event-study macros in the connection's current database; replaces them where they exist."""
    for file in sorted(sql_path().glob("event_study_*.sql")):
        connection.execute(file.read_text(encoding="utf-8"))


def _load(connection: DuckDBPyConnection, events: Any, prices: Any) -> None:
    connection.register("events_given", events)
    connection.register("prices_given", prices)
    _require(connection, "events_given", {"event_id", "instrument", "known_at"})
    columns = _require(connection, "prices_given", {"instrument", "close"})
    session = "session" if "session" in columns else "date"
    _require(connection, "prices_given", {session})
    priced_at = "priced_at" if "priced_at" in columns else f"(({session}::DATE + 1)::TIMESTAMP AT TIME ZONE 'UTC')"
    source = "source" if "source" in columns else "''"
    connection.execute("CREATE TABLE study_events AS SELECT event_id, instrument, known_at FROM events_given")
    connection.execute(
        f"CREATE TABLE prices AS SELECT instrument, {session}::DATE AS session, {priced_at} AS priced_at, "  # noqa: S608  (fixed names)
        f"close::DOUBLE AS close, {source} AS source FROM prices_given"
    )


def _require(connection: DuckDBPyConnection, table: str, names: set[str]) -> set[str]:
    columns = set(connection.table(table).columns)
    if missing := sorted(names - columns):
        raise UsageError(
            f"{table.removesuffix('_given')}: no column {', '.join(missing)}; there are {', '.join(sorted(columns))}"
        )
    return columns


def _check_benchmark(connection: DuckDBPyConnection, benchmark: str | None) -> None:
    found = connection.sql("SELECT count(*) FROM prices WHERE instrument = $name", params={"name": benchmark}).fetchall()
    if benchmark is not None and not found[0][0]:
        raise UsageError(f"the benchmark {benchmark} has no prices: add them, or choose the model mean without a benchmark")


def _call(connection: DuckDBPyConnection, settings: StudySettings) -> pa.Table:
    macro, names = MACROS[settings.level]
    arguments = ", ".join(f'"{name}" := ${name}' for name in names)
    parameters = {name: getattr(settings, name) for name in names}
    return connection.sql(f"FROM {macro}('study_events', {arguments})", params=parameters).to_arrow_table()
