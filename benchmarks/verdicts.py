"""How often the verdict of daily prices is wrong.  python benchmarks/verdicts.py

True prices between two snapshots are needed, and daily data has none. So the bundled fixings are thinned to every third
session, set a day apart, and the two sessions left out play the part of the hours between: statements made of them are true,
and the rule should let them pass. The same statements with a planted error should be contradicted.
"""

from __future__ import annotations

import duckdb

from signals.prices import sample_prices
from signals.prices.source import bar_schema
from signals.resources import sql_path

INSTRUMENTS = ("EURUSD", "GBPUSD", "USDJPY", "USDZAR", "USDINR", "USDTRY", "USDBRL", "USDCHF", "EURGBP", "DXY", "US10Y", "VIX")
ERRORS = {
    "true": ("level", "move_x"),
    "level of 30 days before": ("level_30_before", "NULL"),
    "level one percent off (ten basis points)": ("level + CASE WHEN unit = 'percent' THEN 0.1 ELSE level / 100 END", "NULL"),
    "digits swapped": ("swapped", "NULL"),
    "move only, true": ("NULL", "move_x"),
    "move only, sign turned": ("NULL", "-move_x"),
    "move only, ten times too large": ("NULL", "10 * move_x"),
}
TRUTH = """
CREATE TABLE truth AS
SELECT *, TIMESTAMPTZ '2000-01-01 12:00:00+00' + to_hours(8 * n) AS happened_at FROM (
    SELECT instrument, close AS level, unit, row_number() OVER s - 1 AS n, lag(close, 90) OVER s AS level_30_before,
           CASE WHEN unit = 'percent' THEN close - lag(close, 2) OVER s ELSE ln(close / lag(close, 2) OVER s) END AS move_x
    FROM sample WHERE list_contains($instruments, instrument) AND session BETWEEN '2005-01-01' AND '2025-12-31' AND close > 0
    WINDOW s AS (PARTITION BY instrument ORDER BY session));
"""
SNAPSHOTS = """
CREATE TABLE snapshots AS
SELECT instrument, happened_at::DATE AS session, happened_at AS priced_at, level AS close, unit, 'ECB' AS source,
       'fixing' AS kind, NULL::DOUBLE AS "open", NULL::DOUBLE AS high, NULL::DOUBLE AS low, NULL::DOUBLE AS split
FROM truth WHERE n % 3 = 0
"""
STATEMENTS = """
WITH printed AS (
    SELECT *, level::VARCHAR AS digits, length(split_part(level::VARCHAR, '.', 1)) AS whole
    FROM truth WHERE n % 3 <> 0 AND n > 200
), swapped_digits AS (
    SELECT *, (substr(digits, 1, whole + 1) || substr(digits, whole + 3, 1) || substr(digits, whole + 2, 1))::DOUBLE AS swapped
    FROM printed
    WHERE substr(digits, whole + 3, 1) NOT IN ('', substr(digits, whole + 2, 1))
)
SELECT row_number() OVER () AS observation_id, instrument, {level}::DOUBLE AS level, unit AS level_unit, 'last' AS level_kind,
       happened_at AS at_start, happened_at AS at_end, CASE WHEN {move} > 0 THEN 'up' ELSE 'down' END AS direction,
       CASE WHEN unit = 'percent' THEN abs({move}) * 100 ELSE abs(exp({move}) - 1) * 100 END AS move_value,
       CASE WHEN unit = 'percent' THEN 'bp' ELSE 'percent' END AS move_unit, 'prev_close' AS basis
FROM swapped_digits
"""


def main() -> None:
    """Print, for each planted error, how the verdicts fall, in percent."""
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.register("sample", sample_prices())
        connection.execute(TRUTH, {"instruments": list(INSTRUMENTS)})
        connection.execute(SNAPSHOTS)
        connection.register("bars", bar_schema().empty_table())
        connection.execute(sql_path("verdicts.sql").read_text(encoding="utf-8"))
        print(f"{'planted':42} {'statements':>10} {'agrees':>8} {'contradicts':>12} {'cannot tell':>12}")
        for planted in ERRORS:
            print(row(connection, planted))


def row(connection: duckdb.DuckDBPyConnection, planted: str) -> str:
    """The counts of one kind of statement."""
    level, move = ERRORS[planted]
    statements = STATEMENTS.format(level=level, move=move)
    connection.execute(f"CREATE OR REPLACE TABLE statements AS {statements}")
    found = dict(
        connection.sql("SELECT verdict, count(*) FROM verdicts_of('statements', 'snapshots', 'bars') GROUP BY ALL").fetchall()
    )
    total = sum(found.values())
    shares = [100 * found.get(verdict, 0) / total for verdict in ("agrees", "contradicts", "cannot tell")]
    return f"{planted:42} {total:>10,} {shares[0]:>7.2f}% {shares[1]:>11.2f}% {shares[2]:>11.2f}%"


if __name__ == "__main__":
    main()
