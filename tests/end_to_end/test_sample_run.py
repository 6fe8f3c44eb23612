"""`signals run` without arguments: what it prints, and what any DuckDB client then reads."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

SampleRun = tuple[Path, "subprocess.CompletedProcess[str]"]
NAMES = [
    "documents",
    "items",
    "observations",
    "calendar",
    "drivers",
    "sentiment",
    "instruments",
    "prices",
    "verdicts",
    "events",
    "study_results",
    "runs",
    "quarantine",
    "number_ledger",
]


@pytest.fixture
def reader(sample_run: SampleRun) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(sample_run[0]), read_only=True) as connection:
        yield connection


def counts(path: Path) -> dict[str, int]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return {name: connection.sql(f"SELECT count(*) FROM {name}").fetchall()[0][0] for name in NAMES}


def test_the_summary_says_what_was_found(sample_run: SampleRun) -> None:
    path, done = sample_run
    assert done.returncode == 0, done.stderr
    for words in (
        "items",
        "market items",
        "fx",
        "agrees",
        "contradicts",
        "quarantine",
        "study: positive events",
        str(path.name),
        "Try next",
    ):
        assert words in done.stdout
    assert "reading" in done.stderr


def test_every_table_of_the_contract_is_filled(sample_run: SampleRun) -> None:
    filled = counts(sample_run[0])
    assert {name for name, count in filled.items() if not count} <= {"quarantine"}
    assert filled["items"] >= 150


def test_the_prices_bear_the_observations_out(reader: duckdb.DuckDBPyConnection) -> None:
    verdicts = dict(reader.sql("SELECT verdict, count(*) FROM verdicts GROUP BY ALL").fetchall())
    checkable = verdicts["agrees"] + verdicts.get("contradicts", 0)
    assert checkable >= 150
    assert verdicts["agrees"] / checkable >= 0.95


def test_running_again_adds_nothing(signals: Any, sample_run: SampleRun) -> None:
    path, _ = sample_run
    before, content = counts(path), path.read_bytes()
    again = signals("run", folder=path.parent)
    assert again.returncode == 0
    assert "(0 new)" in again.stdout
    assert counts(path) == before
    assert path.read_bytes() == content


def test_evidence_is_found_at_its_offsets(reader: duckdb.DuckDBPyConnection) -> None:
    rows = reader.sql("SELECT text, evidence, start_offset, end_offset FROM observations JOIN items USING (item_id)").fetchall()
    assert rows
    assert all(text[start:end] == evidence for text, evidence, start, end in rows)


def test_as_known_looks_at_nothing_later(reader: duckdb.DuckDBPyConnection) -> None:
    moments = [row[0] for row in reader.sql("SELECT DISTINCT known_at::VARCHAR FROM observations ORDER BY 1").fetchall()]
    middle = moments[len(moments) // 2]
    early = reader.sql(
        f"SELECT count(*), count(*) FILTER (known_at > '{middle}') FROM observations_as_known('{middle}')"
    ).fetchall()
    total = reader.sql("SELECT count(*) FROM observations").fetchall()[0][0]
    assert 0 < early[0][0] < total
    assert early[0][1] == 0


def test_an_event_study_in_a_process_without_this_package(sample_run: SampleRun) -> None:
    code = """
import sys, duckdb
con = duckdb.connect(sys.argv[1], read_only=True)
con.execute("SET enable_progress_bar = false")
days = con.sql("FROM event_study('positive_events', estimation := 100, gap := 5, before := 2, after := 2, model := 'mean')")
print(days.columns)
print(con.sql("SELECT count(*) FROM event_study('events', model := 'mean') WHERE status = 'ok'").fetchall()[0][0] > 0)
market = con.sql("FROM event_study('events', benchmark := 'EURUSD', model := 'market') WHERE status = 'ok'")
print(len(market.fetchall()) > 0)
print(sorted(row[0] for row in con.sql("FROM event_study_tests('events', first := -1, last := 1, model := 'mean')").fetchall()))
con.close()
assert not [name for name in sys.modules if name.split('.')[0] in ('signals', 'pipelines')]
"""
    done = subprocess.run([sys.executable, "-I", "-c", code, str(sample_run[0])], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    columns, mean, market, tests = done.stdout.splitlines()
    assert columns == (
        "['event_id', 'instrument', 'day_zero', 'day', 'actual', 'expected', 'abnormal', "
        "'standard_error', 'car', 'status', 'reason']"
    )
    assert (mean, market) == ("True", "True")
    assert tests.count(",") == 8
