"""Errors planted in news items are found out, and true items are borne out: read, timed, signed and judged by the main job."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pytest
from planted import ERRORS, as_item, as_observation, published, true_statements, wrong_statements

from pipelines.extract import extract_pending
from pipelines.ingest import ingest
from pipelines.prices import judge, record_instruments, record_prices
from signals.prices import verdicts
from signals.read import read_items
from signals.store import Recorder
from signals.store.schema import create

ITEMS = 500


@pytest.fixture(scope="module")
def prices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "fixings.parquet"
    published().write_parquet(path)
    return path


def judged(lines: list[str], prices: Path, folder: Path) -> dict[int, tuple[str, str | None]]:
    """The verdict on each item and on its level, by number; an item of which nothing was read is missing."""
    (folder / "news.jsonl").write_text("\n".join(lines))
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        create(connection)
        recorder = Recorder(connection, datetime.now(UTC))
        record_instruments(recorder)
        ingest(recorder, read_items([str(folder / "news.jsonl")]), lambda _: None)
        extract_pending(recorder, lambda _: None)
        record_prices(recorder, [str(prices)])
        judge(recorder)
        return {
            int(i): (v, level)
            for i, v, level in connection.sql("SELECT item_id, verdict, level_verdict FROM verdicts").fetchall()
        }


def test_true_items_agree(prices: Path, tmp_path: Path) -> None:
    lines = [as_item(number, stated) for number, stated in enumerate(true_statements(ITEMS, 1))]
    counts = Counter(verdict for verdict, _ in judged(lines, prices, tmp_path).values())
    assert counts.total() == ITEMS
    assert counts["agrees"] >= 0.98 * ITEMS, counts


def test_planted_errors_are_contradicted() -> None:
    planted = list(wrong_statements(ITEMS, 2))
    rows = [as_observation(number, stated) for number, (_, stated) in enumerate(planted)]
    found = verdicts(pa.Table.from_pylist(rows), published().to_arrow())["verdict"].to_pylist()
    counts = Counter((error, verdict) for (error, _), verdict in zip(planted, found, strict=True))
    assert found.count("contradicts") >= 0.95 * ITEMS, counts
    assert min(counts[error, "contradicts"] for error in ERRORS) >= 0.9 * ITEMS / len(ERRORS), counts


def test_planted_errors_in_text(prices: Path, tmp_path: Path) -> None:
    """A level that its pair never had is read with doubt, and contradicted like any other that is wrong."""
    planted = list(wrong_statements(ITEMS, 3))
    found = judged([as_item(number, stated) for number, (_, stated) in enumerate(planted)], prices, tmp_path)
    counts = Counter((error, found.get(number)) for number, (error, _) in enumerate(planted))
    assert sum(verdict == "contradicts" for verdict, _ in found.values()) >= 0.95 * ITEMS, counts
    slips = {"decimal slip", "two currencies swapped"}
    assert not any(verdict and verdict[1] == "agrees" for error, verdict in counts if error in slips), counts


def test_the_prices_that_are_published_are_real_ones() -> None:
    frame = published()
    assert frame.height > 5000
    assert frame.filter(pl.col("instrument") == "EURUSD")["close"].is_between(0.9, 1.6).all()
