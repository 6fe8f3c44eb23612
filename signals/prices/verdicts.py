"""Verdicts of prices on observations, for tables in memory: the same SQL that the published file carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from signals.prices.source import bar_schema, conformed, price_schema
from signals.resources import sql_path

if TYPE_CHECKING:
    import pyarrow as pa


def verdicts(observations: Any, prices: pa.Table, bars: pa.Table | None = None) -> pa.Table:
    """One row for each observation: observation_id and the columns that sql/verdicts.sql explains.

    ``observations`` (pyarrow, polars or pandas) has the columns observation_id, instrument, level, level_unit, level_kind,
    at_start, at_end (instants; equal where the time is exact), direction, move_value, move_unit and basis; ``prices`` those of
    ``sample_prices``, of which kind may be missing (close), and ``bars`` those of ``bar_schema``. Rows come in the order of
    observation_id.
    """
    import duckdb

    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.register("observations", observations)
        connection.register("prices_given", conformed(prices, price_schema()))
        connection.register("bars", bar_schema().empty_table() if bars is None else conformed(bars, bar_schema()))
        connection.execute("CREATE VIEW prices AS SELECT * REPLACE (coalesce(kind, 'close') AS kind) FROM prices_given")
        connection.execute(sql_path("verdicts.sql").read_text(encoding="utf-8"))
        return connection.sql("FROM verdicts_of('observations', 'prices', 'bars') ORDER BY observation_id").to_arrow_table()
