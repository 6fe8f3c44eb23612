from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from signals.errors import UsageError
from signals.store import Recorder, open_published, publishing

RUN = "INSERT INTO runs (run_id, started_at, signals_version, arguments) VALUES (uuid(), now(), '', '')"
NOW = datetime(2026, 1, 5, tzinfo=UTC)


def publish(path: Path, reason: str) -> None:
    with publishing(path) as connection:
        recorder = Recorder(connection, NOW)
        recorder.merge("quarantine", recorder.staged("quarantine", [{"path": "a", "reason": reason}]), ["path"])
        if recorder.changed:
            connection.execute(RUN)


def reasons(path: Path) -> list[tuple[str]]:
    with duckdb.connect(str(path), read_only=True) as reader:
        return reader.sql("SELECT reason FROM quarantine").fetchall()


def test_an_open_reader_neither_blocks_nor_sees_half_a_run(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    publish(path, "first")
    code = f"""
import duckdb, sys
reader = duckdb.connect({str(path)!r}, read_only=True)
print("open", flush=True)
sys.stdin.readline()
print(reader.sql("SELECT reason FROM quarantine").fetchall())
reader.close()
"""
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "open\n"
        publish(path, "second")
        out, _ = reader.communicate("\n", timeout=60)
    assert out == "[('first',)]\n"
    assert reasons(path) == [("second",)]


def test_nothing_new_leaves_the_file_untouched(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    publish(path, "same")
    before = (path.stat().st_ino, path.read_bytes())
    publish(path, "same")
    assert (path.stat().st_ino, path.read_bytes()) == before


def fail_halfway(path: Path) -> None:
    with publishing(path) as connection:
        connection.execute(RUN)
        raise RuntimeError("power cut")


def test_a_run_that_fails_publishes_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    publish(path, "good")
    with pytest.raises(RuntimeError, match="power cut"):
        fail_halfway(path)
    assert reasons(path) == [("good",)]
    assert [file.name for file in tmp_path.iterdir() if "working" in file.name] == []


def test_a_killed_writer_does_not_hinder_the_next(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    publish(path, "good")
    code = f"""
import os, pathlib
from signals.store import publishing
with publishing(pathlib.Path({str(path)!r})) as connection:
    connection.execute("INSERT INTO runs (run_id, started_at, signals_version, arguments) VALUES ('x', now(), '', '')")
    os.kill(os.getpid(), 9)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    assert reasons(path) == [("good",)]
    publish(path, "after")
    assert reasons(path) == [("after",)]


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    code = f"import pathlib; from signals.store import publishing\nwith publishing(pathlib.Path({str(path)!r})): pass"
    with publishing(path):
        second = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert "another run is writing" in second.stderr


def test_the_file_opens_in_duckdb_1_5(tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    publish(path, "x")
    with duckdb.connect(str(path), read_only=True) as reader:
        tags = reader.sql("SELECT tags FROM duckdb_databases() WHERE path IS NOT NULL").fetchall()
    assert tags[0][0]["storage_version"].startswith("v1.5.0")


def test_what_is_no_database_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        open_published(tmp_path / "none.duckdb")
    (tmp_path / "text.duckdb").write_text("hello " * 1000)
    with pytest.raises(UsageError, match="not a DuckDB file") as raised:
        open_published(tmp_path / "text.duckdb")
    assert "\n" not in str(raised.value)
    with pytest.raises(UsageError, match="cannot be written"), publishing(Path("/proc/none/x.duckdb")):
        pass


def test_a_file_of_another_kind_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "thesis.txt"
    path.write_text("hello " * 1000)
    with pytest.raises(UsageError, match=r"thesis\.txt is not a DuckDB file"):
        publish(path, "x")
    assert path.read_text() == "hello " * 1000
