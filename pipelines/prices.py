"""Instruments and prices recorded, then the verdict of the prices on each observation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from pipelines.ingest import record_quarantine
from signals.instruments import load_master
from signals.prices import load_prices, sample_prices
from signals.store import Recorder
from signals.store.rows import instrument_row


def record_instruments(recorder: Recorder) -> None:
    """Brings the instrument master of the file up to date."""
    rows = [instrument_row(instrument) for instrument in load_master().instruments.values()]
    recorder.connection.register("staged", pa.Table.from_pylist(rows))
    recorder.connection.execute("INSERT OR REPLACE INTO instruments BY NAME SELECT * FROM staged")


def record_prices(recorder: Recorder, paths: Sequence[str]) -> None:
    """Records the prices of these files, or the sample prices where there are none. Bad rows go to quarantine."""
    if not paths:
        _merge(recorder, sample_prices())
        return
    for path in paths:
        table, quarantined = load_prices(Path(path))
        _merge(recorder, table)
        record_quarantine(recorder, quarantined, [path])


def _merge(recorder: Recorder, prices: pa.Table) -> None:
    columns = recorder.staged("prices", []).column_names
    missing = [column for column in columns if column not in prices.column_names]
    for column in missing:
        prices = prices.append_column(column, pa.nulls(len(prices), pa.float64()))
    recorder.merge("prices", prices.select(columns), ["instrument", "session", "source"])


def judge(recorder: Recorder) -> None:
    """Records the verdict on every current observation; where new prices change one, the old one is superseded."""
    verdicts = recorder.connection.sql(
        "SELECT observation_id, verdict, reason, session, price, previous FROM verdicts_of('observations', 'prices')"
    ).to_arrow_table()
    recorder.merge("verdicts", verdicts, ["observation_id"])
