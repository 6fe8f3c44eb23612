"""How long news takes to join to prices.  python benchmarks/join.py [items] [bars]

One million items and twenty million minute bars of 40 instruments, in a DuckDB file, on two threads under 6 GB: both ways (the
last price before, the first after), and with the reactions from a minute to a session. Beside the time on the clock stands the
work of both cores, which other programs on the machine change less. The plan is read as well: the joins must be ASOF joins.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from signals.resources import sql_path

INSTRUMENTS = 40
MADE = """
CREATE TABLE bars AS
SELECT 'I' || i AS instrument, TIMESTAMPTZ '2021-01-04 00:00:00+00' + to_minutes(n) AS starts_at,
       TIMESTAMPTZ '2021-01-04 00:00:00+00' + to_minutes(n + 1) AS priced_at, 100 + hash(i, n) % 1000 / 1000 AS close,
       'USD' AS unit, 'made' AS source
FROM generate_series(1, $instruments) a(i), generate_series(0, $bars // $instruments - 1) b(n);
CREATE TABLE prices AS
SELECT instrument, starts_at::DATE AS session, max(priced_at) AS priced_at, arg_max(close, priced_at) AS close, unit, source
FROM bars GROUP BY ALL;
CREATE TABLE news AS
SELECT n AS event_id, 'I' || (1 + hash(n) % $instruments) AS instrument,
       TIMESTAMPTZ '2021-01-04 00:00:00+00' + to_seconds(hash(n, 1) % (60 * $bars // $instruments)) AS known_at
FROM generate_series(1, $items) c(n);
"""
QUERIES = {
    "both ways, minute bars": "SELECT count(*), count(price_before), count(price_after) FROM prices_around('news', 'bars')",
    "both ways, daily": "SELECT count(*), count(price_before), count(price_after) FROM prices_around('news', 'prices')",
    "with all reactions": "SELECT count(*), count(reaction_1m), count(reaction_1h), count(reaction_1d) "
    "FROM reactions_of('news', 'prices', 'bars')",
}


def main() -> None:
    """Print seconds for each query, the counts it found, the operators of its plan and the peak of memory."""
    items, bars = (int(argument) for argument in (sys.argv[1:] or ("1000000", "20000000")))
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(str(Path(folder) / "join.duckdb")) as connection:
        connection.execute(
            f"SET TimeZone = 'UTC'; SET threads = 2; SET memory_limit = '5GB'; SET temp_directory = '{folder}/spill'"
        )
        for statement in MADE.strip().split(";\n"):
            sized = (
                statement.replace("$instruments", str(INSTRUMENTS)).replace("$bars", str(bars)).replace("$items", str(items))
            )
            connection.execute(sized)
        for name in ("views.sql", "asof.sql"):
            text = sql_path(name).read_text(encoding="utf-8")
            connection.execute(text if name == "asof.sql" else _scalar_macro(text))
        for name, query in QUERIES.items():
            began, worked = time.perf_counter(), time.process_time()
            counts = connection.sql(query).fetchall()[0]
            spent, work = time.perf_counter() - began, time.process_time() - worked
            plan = connection.sql(f"EXPLAIN {query}").fetchall()[0][1]
            joins = plan.count("Asof Join")
            print(f"{name:24} {spent:6.1f} s, {work:5.1f} s of work; counts {counts}; ASOF joins in the plan: {joins}")
    print(f"peak memory of the process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB")


def _scalar_macro(text: str) -> str:
    """price_change alone: the views of the file would need its tables."""
    begin = text.index("CREATE OR REPLACE MACRO price_change")
    return text[begin : text.index(";", begin) + 1]


if __name__ == "__main__":
    main()
