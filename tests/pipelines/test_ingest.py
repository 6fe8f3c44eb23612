from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from pipelines.ingest import ingest
from signals.records import Item, Quarantined
from signals.store import Recorder
from signals.store.schema import create

NOW = datetime(2026, 1, 5, tzinfo=UTC)
RECEIVED = datetime(2025, 7, 4, 17, tzinfo=UTC)
ITEM = Item(
    id="a",
    path="news.jsonl",
    position=0,
    text="Rand falls\nThe rand fell.",
    body="The rand fell.",
    story_id="s1",
    published_at=datetime(2025, 7, 4, 13, tzinfo=UTC),
    published_precision="minute",
    received_at=RECEIVED,
)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(tmp_path / "x.duckdb")) as opened:
        opened.execute("SET TimeZone = 'UTC'")
        create(opened)
        yield opened


def record(connection: duckdb.DuckDBPyConnection, *readings: Item | Quarantined, step: int = 0) -> Recorder:
    recorder = Recorder(connection, NOW + timedelta(days=step))
    ingest(recorder, readings, lambda _count: None)
    return recorder


def texts(connection: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    return set(connection.sql("SELECT item_id, text FROM items").fetchall())


def test_the_same_items_again_add_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    assert record(connection, ITEM).added["items"] == 1
    assert not record(connection, ITEM, step=1).changed


def test_one_item_in_two_places_is_one_item(connection: duckdb.DuckDBPyConnection) -> None:
    record(connection, ITEM, replace(ITEM, path="copy.jsonl", position=7))
    assert texts(connection) == {("a", ITEM.text)}


def test_a_revised_text_supersedes_and_is_not_known_before_it_came(connection: duckdb.DuckDBPyConnection) -> None:
    later = RECEIVED + timedelta(hours=3)
    revised = replace(ITEM, text="Rand falls\nThe rand fell sharply.", received_at=later)
    record(connection, ITEM)
    record(connection, revised, step=1)
    assert texts(connection) == {("a", revised.text)}
    known = connection.sql("SELECT known_at FROM history.items ORDER BY recorded_at").fetchall()
    assert known == [(datetime(2025, 7, 4, 13, 1, tzinfo=UTC),), (later,)]


def test_reading_both_versions_again_adds_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    revised = replace(ITEM, text="Rand falls\nThe rand fell sharply.")
    record(connection, ITEM, revised)
    assert texts(connection) == {("a", revised.text)}
    assert not record(connection, ITEM, revised, step=1).changed


def test_an_id_used_for_another_story_loses_no_item(connection: duckdb.DuckDBPyConnection) -> None:
    other = replace(ITEM, path="other.jsonl", text="Yen rises\nThe yen rose.", story_id="s2")
    record(connection, ITEM, other)
    assert {text for _, text in texts(connection)} == {ITEM.text, other.text}
    assert not record(connection, ITEM, other, step=1).changed


def test_quarantine_follows_the_state_of_the_file(connection: duckdb.DuckDBPyConnection) -> None:
    broken = Quarantined("news.jsonl", "cut off", "line 2")
    record(connection, ITEM, broken)
    assert not record(connection, ITEM, broken, step=1).changed
    record(connection, ITEM, step=2)
    assert connection.sql("SELECT count(*) FROM quarantine").fetchall() == [(0,)]
    assert connection.sql("SELECT count(*) FROM history.quarantine").fetchall() == [(1,)]


def test_quarantine_of_files_not_read_this_time_stays(connection: duckdb.DuckDBPyConnection) -> None:
    record(connection, Quarantined("broken.png", "not text"))
    record(connection, ITEM, step=1)
    assert connection.sql("SELECT path FROM quarantine").fetchall() == [("broken.png",)]
