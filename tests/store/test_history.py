from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.store import Recorder
from signals.store.schema import create

START = datetime(2026, 1, 5, tzinfo=UTC)
KEYS = ["path", "position"]


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(tmp_path / "x.duckdb")) as opened:
        opened.execute("SET TimeZone = 'UTC'")
        create(opened)
        yield opened


def rows(*facts: tuple[str, str | None, str]) -> list[dict[str, str | None]]:
    return [{"path": path, "position": position, "reason": reason} for path, position, reason in facts]


def merge(connection: duckdb.DuckDBPyConnection, step: int, *facts: tuple[str, str | None, str]) -> Recorder:
    recorder = Recorder(connection, START + timedelta(days=step))
    recorder.merge("quarantine", recorder.staged("quarantine", rows(*facts)), KEYS)
    return recorder


def current(connection: duckdb.DuckDBPyConnection) -> set[tuple[str, str | None, str]]:
    return set(connection.sql("SELECT path, position, reason FROM quarantine").fetchall())


def test_equal_rows_change_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    assert merge(connection, 0, ("a", None, "cut off")).changed
    assert not merge(connection, 1, ("a", None, "cut off")).changed


def test_a_changed_row_supersedes_and_keeps_the_old(connection: duckdb.DuckDBPyConnection) -> None:
    merge(connection, 0, ("a", "line 1", "cut off"), ("b", None, "empty"))
    merge(connection, 1, ("a", "line 1", "not JSON"))
    assert current(connection) == {("a", "line 1", "not JSON"), ("b", None, "empty")}
    old = connection.sql("SELECT reason, superseded_at FROM history.quarantine WHERE superseded_at IS NOT NULL").fetchall()
    assert old == [("cut off", START + timedelta(days=1))]


def test_retired_rows_leave_the_view_only(connection: duckdb.DuckDBPyConnection) -> None:
    recorder = merge(connection, 0, ("a", None, "empty"), ("b", None, "empty"))
    recorder.retire("quarantine", recorder.staged("quarantine", rows(("a", None, "empty"))))
    assert current(connection) == {("b", None, "empty")}
    assert connection.sql("SELECT count(*) FROM history.quarantine").fetchall() == [(2,)]


FACTS = st.dictionaries(st.tuples(st.sampled_from("abc"), st.sampled_from(["1", None])), st.sampled_from("xyz"))


@given(st.lists(FACTS, max_size=5))
def test_merging_behaves_like_a_dictionary(batches: list[dict[tuple[str, str | None], str]]) -> None:
    """The slow twin: a plain dictionary updated by each batch holds what the view shows."""
    twin: dict[tuple[str, str | None], str] = {}
    with duckdb.connect() as connection:
        create(connection)
        for step, batch in enumerate(batches):
            changed = any(twin.get(key) != value for key, value in batch.items())
            twin |= batch
            recorder = merge(connection, step, *((*key, value) for key, value in batch.items()))
            assert recorder.changed == changed
        assert current(connection) == {(*key, value) for key, value in twin.items()}


def test_every_table_view_and_column_is_explained(connection: duckdb.DuckDBPyConnection) -> None:
    unexplained = connection.sql("""
        SELECT table_name FROM duckdb_tables() WHERE comment IS NULL
        UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL
        UNION ALL SELECT table_name || '.' || column_name FROM duckdb_columns()
        WHERE NOT internal AND schema_name = 'main' AND comment IS NULL""").fetchall()
    assert unexplained == []


def test_creating_twice_is_harmless(connection: duckdb.DuckDBPyConnection) -> None:
    merge(connection, 0, ("a", None, "empty"))
    create(connection)
    assert current(connection) == {("a", None, "empty")}
