"""Verdicts of prices on observations, for tables in memory: the same SQL that the published file carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from signals.resources import sql_path

if TYPE_CHECKING:
    import pyarrow as pa


def verdicts(observations: Any, prices: Any) -> pa.Table:
    """One row for each observation: observation_id and the fields of ``signals.records.Verdict``.

    ``observations`` (pyarrow, polars or pandas) has the columns observation_id, instrument, level, level_unit, level_kind,
    at_start, at_end (instants; equal where the time is exact), direction, move_value, move_unit and basis; ``prices`` those of
    ``sample_prices``. Rows come in the order of observation_id.
    """
    import duckdb

    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.register("observations", observations)
        connection.register("prices", prices)
        connection.execute(sql_path("verdicts.sql").read_text(encoding="utf-8"))
        return connection.sql("FROM verdicts_of('observations', 'prices') ORDER BY observation_id").to_arrow_table()
