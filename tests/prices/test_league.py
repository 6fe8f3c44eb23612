"""Publishers by how often prices bear them out, and prices that are suspect themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest
from planted import as_item, published, true_statements, wrong_statements

from pipelines.extract import extract_pending
from pipelines.ingest import ingest
from pipelines.prices import judge, record_instruments, record_prices
from signals.read import read_items
from signals.store import Recorder
from signals.store.schema import create


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """Twenty true items of one publisher, twenty wrong ones of another, and a tick of ten percent in the rate of the euro."""
    folder = tmp_path_factory.mktemp("league")
    lines = [as_item(number, stated) for number, stated in enumerate(true_statements(20, 4))]
    wrong = (stated for error, stated in wrong_statements(200, 5) if error == "wrong day")
    lines += [as_item(100 + number, stated) for number, stated in zip(range(20), wrong, strict=False)]
    named = [json.loads(line) | {"source": "True Wire" if number < 20 else "False Wire"} for number, line in enumerate(lines)]
    (folder / "news.jsonl").write_text("\n".join(json.dumps(record) for record in named))
    tick = (pl.col("instrument") == "EURUSD") & (pl.col("session") == pl.date(2018, 3, 14))
    prices = published().with_columns(close=pl.when(tick).then(pl.col("close") * 1.1).otherwise(pl.col("close")))
    prices.write_parquet(folder / "prices.parquet")
    with duckdb.connect() as opened:
        opened.execute("SET TimeZone = 'UTC'")
        create(opened)
        recorder = Recorder(opened, datetime.now(UTC))
        record_instruments(recorder)
        ingest(recorder, read_items([str(folder / "news.jsonl")]), lambda _: None)
        extract_pending(recorder, lambda _: None)
        record_prices(recorder, [str(Path(folder / "prices.parquet"))])
        judge(recorder)
        yield opened


def test_the_league(connection: duckdb.DuckDBPyConnection) -> None:
    league = connection.sql(
        "SELECT source, agreeing, contradicted, agreement FROM source_league ORDER BY agreement DESC"
    ).fetchall()
    assert league == [("True Wire", 20, 0, 1.0), ("False Wire", 0, 20, 0.0)]


def test_a_tick_that_is_back_the_session_after_is_suspect(connection: duckdb.DuckDBPyConnection) -> None:
    rows = connection.sql(
        "SELECT instrument, session::VARCHAR, reason FROM suspect_prices WHERE instrument = 'EURUSD'"
    ).fetchall()
    assert rows == [("EURUSD", "2018-03-14", "it jumps and is back the session after")]
