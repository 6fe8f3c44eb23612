"""Event studies on tables in memory, by the same SQL that the published file carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from signals.errors import UsageError
from signals.resources import sql_path
from signals.study.settings import StudySettings

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

WINDOWS = ("estimation", "gap", "before", "after", "benchmark", "model", "returns", "minimum", "overlapping")
MACROS = {
    "day": ("event_study", WINDOWS),
    "event": ("event_study_events", ("first", "last", *WINDOWS)),
    "tests": ("event_study_tests", ("first", "last", *WINDOWS)),
    "path": ("event_study_path", WINDOWS),
    "summary": ("event_study_summary", ("first", "last", *WINDOWS)),
    "placebo": ("event_study_placebo", WINDOWS),
}
FACTOR_WINDOWS = tuple(name for name in WINDOWS if name not in ("model", "overlapping"))
FACTOR_MACROS = {
    "day": ("event_study_factors", FACTOR_WINDOWS),
    "event": ("event_study_factor_events", ("first", "last", *FACTOR_WINDOWS)),
    "tests": ("event_study_factor_tests", ("first", "last", *FACTOR_WINDOWS)),
}
ORDER = {"day": "event_no, day", "event": "event_no", "placebo": "draw, day"}


def run_study(events: Any, prices: Any, settings: StudySettings) -> pa.Table:
    """The study's rows at ``settings.level``, events in the order in which they were given.

    ``events`` (event_id, instrument, known_at: date, instant with zone, or either as ISO text) and ``prices`` (instrument,
    session or date, close; optionally priced_at with zone, source and volume) are tables of pyarrow, polars or pandas. Without
    priced_at a price is of the end of its day, UTC. A session that is an instant with zone is the end of a bar within the day.
    Returns are fractions; day_zero is a date, for bars an instant; an event that cannot be studied has its status and reason,
    and nulls. Raises UsageError where a column or the benchmark is missing.
    """
    with open_study(events, prices, settings) as connection:
        return study_rows(connection, settings, settings.level)


def open_study(events: Any, prices: Any, settings: StudySettings, factors: Any = None) -> DuckDBPyConnection:
    """A connection with the macros and the tables study_events, prices, study_returns and, for a factor model, study_factors.

    ``factors``: names of instruments whose returns are the factors, or a table with session or date and a column for each
    factor (or long: factor and value). Raises UsageError as ``run_study``.
    """
    import duckdb

    connection = duckdb.connect()
    try:
        connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
        create_macros(connection)
        _load_events(connection, events, settings.sign)
        _load_prices(connection, prices)
        _check_benchmark(connection, settings.benchmark)
        named = factors if isinstance(factors, list | tuple) else ()
        connection.execute(
            "CREATE TABLE study_concerned AS SELECT instrument FROM study_events UNION SELECT unnest($named::VARCHAR[])",
            {"named": list(named)},
        )
        connection.execute(
            "CREATE TABLE study_returns AS "
            "FROM event_study_returns(benchmark := $benchmark, \"returns\" := $returns, concerned := 'study_concerned')",
            {"benchmark": settings.benchmark, "returns": settings.returns},
        )
        if factors is not None:
            _load_factors(connection, factors)
    except BaseException:
        connection.close()
        raise
    return connection


def create_macros(connection: DuckDBPyConnection) -> None:
    """Creates the event-study macros in the connection's current database; replaces them where they exist."""
    for file in sorted(sql_path().glob("event_study_*.sql")):
        connection.execute(file.read_text(encoding="utf-8"))


def study_rows(connection: DuckDBPyConnection, settings: StudySettings, level: str, **extra: Any) -> pa.Table:
    """The rows of one level from a connection of ``open_study``; ``extra`` are further arguments of the level's macro."""
    query, parameters = study_call("study_numbered", settings, level, carried="study_returns", **extra)
    if level in ("day", "event"):
        query = f"SELECT e.event_id, r.* EXCLUDE (event_id) FROM ({query}) r JOIN study_events e ON r.event_id = e.event_no"  # noqa: S608
    order = f" ORDER BY {ORDER[level]}" if level in ORDER else ""
    return connection.sql(query + order, params=parameters).to_arrow_table()


def study_call(events: str, settings: StudySettings, level: str, **extra: Any) -> tuple[str, dict[str, Any]]:
    """The query that calls a level's macro on a table, with its parameters; ``settings.sign`` is a column of that table."""
    macro, names = (FACTOR_MACROS if "factors" in extra else MACROS)[level]
    parameters = {name: getattr(settings, name) for name in names} | extra
    arguments = ", ".join(f'"{name}" := ${name}' for name in parameters)
    sign = "1" if settings.sign is None else _quoted(settings.sign)
    return f"FROM {macro}('{events}', sign := {sign}, {arguments})", parameters


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _load_events(connection: DuckDBPyConnection, events: Any, sign: str | None) -> None:
    connection.register("events_given", events)
    _require(connection, "events_given", {"event_id", "instrument", "known_at"} | ({sign} if sign else set()))
    signed = f", TRY_CAST({_quoted(sign)} AS DOUBLE) AS {_quoted(sign)}" if sign else ""
    connection.execute(
        "CREATE TABLE study_events AS SELECT row_number() OVER () AS event_no, event_id, instrument, known_at"  # noqa: S608
        f"{signed} FROM events_given"
    )
    connection.execute("CREATE VIEW study_numbered AS SELECT * REPLACE (event_no AS event_id) FROM study_events")


def _load_prices(connection: DuckDBPyConnection, prices: Any) -> None:
    connection.register("prices_given", prices)
    columns = _require(connection, "prices_given", {"instrument", "close"})
    session = next((name for name in ("session", "date", "priced_at") if name in columns), "session")
    _require(connection, "prices_given", {session})
    typed = f"{session}::DATE"
    if "TIME ZONE" in str(dict(zip(columns, connection.table("prices_given").types, strict=True))[session]):
        typed = session
    optional = "".join(f", {name}" for name in ("priced_at", "source", "volume") if name in columns)
    connection.execute(
        f"CREATE TABLE prices AS SELECT instrument, {typed} AS session, close::DOUBLE AS close{optional} FROM prices_given"  # noqa: S608
    )


def _load_factors(connection: DuckDBPyConnection, factors: Any) -> None:
    if isinstance(factors, list | tuple):
        connection.execute(
            "CREATE TABLE study_factors AS SELECT session, instrument AS factor, value "
            "FROM event_study_series('study_returns') WHERE list_contains($named, instrument) AND value IS NOT NULL",
            {"named": list(factors)},
        )
        found = {name for (name,) in connection.sql("SELECT DISTINCT factor FROM study_factors").fetchall()}
        if missing := [name for name in factors if name not in found]:
            raise UsageError(f"the factor {missing[0]} has no prices on the sessions of the study")
        return
    connection.register("factors_given", factors)
    columns = _require(connection, "factors_given", set())
    session = next((name for name in ("session", "date") if name in columns), "session")
    _require(connection, "factors_given", {session})
    rows = "factors_given"
    if not {"factor", "value"} <= set(columns):
        rows = f"(UNPIVOT factors_given ON COLUMNS(* EXCLUDE ({session})) INTO NAME factor VALUE value)"
    connection.execute(
        f"CREATE TABLE study_factors AS SELECT {session}::DATE AS session, factor, value::DOUBLE AS value FROM {rows}"  # noqa: S608
    )


def _require(connection: DuckDBPyConnection, table: str, names: set[str]) -> list[str]:
    columns = list(connection.table(table).columns)
    if missing := sorted(names - set(columns)):
        raise UsageError(
            f"{table.removesuffix('_given')}: no column {', '.join(missing)}; there are {', '.join(sorted(columns))}"
        )
    return columns


def _check_benchmark(connection: DuckDBPyConnection, benchmark: str | None) -> None:
    found = connection.sql("SELECT count(*) FROM prices WHERE instrument = $name", params={"name": benchmark}).fetchall()
    if benchmark is not None and not found[0][0]:
        raise UsageError(f"the benchmark {benchmark} has no prices: add them, or choose the model mean without a benchmark")
