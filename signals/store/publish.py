"""One writer, many readers: work on a copy, check it, put it in place in one step.

DuckDB locks a file for one writing process, and one open notebook would block the batch. So nobody ever writes at the
published path. A crash leaves the published file as it was; the half-made copy is thrown away by the next run.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from signals.errors import UsageError
from signals.store.check import check
from signals.store.schema import create

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

STORAGE = {"storage_compatibility_version": "v1.5.0"}  # DuckDB 1.5 clients open it too


def open_published(path: Path) -> DuckDBPyConnection:
    """The published file, read-only, with the session in UTC. Raises UsageError where there is none."""
    if not path.is_file():
        raise UsageError(f"{path}: no such file; make one with `signals run --db {path}`")
    return _connect(path, path, read_only=True)


def _connect(file: Path, named: Path, *, read_only: bool) -> DuckDBPyConnection:
    """A connection in UTC to ``file``; where it can't be opened, the error speaks of ``named``."""
    import duckdb

    try:
        connection = duckdb.connect(str(file), read_only=read_only, config={} if read_only else dict(STORAGE))
    except duckdb.Error as error:
        raise UsageError(f"{named} is not a DuckDB file that this version can open: {str(error).splitlines()[0]}") from error
    connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
    return connection


@contextmanager
def publishing(path: Path) -> Iterator[DuckDBPyConnection]:
    """A connection that writes to a copy of the file at ``path``; on leaving, the copy is checked and published.

    Where nothing was recorded the published file stays as it is, to the byte. Where the block raises, nothing is published.
    Raises UsageError where another writer is at work or the folder cannot be written.
    """
    working = path.with_name(f".{path.name}.working")
    with _only_writer(path):
        _start_copy(path, working)
        try:
            changed = yield from _work(working, path)
            if changed or not path.exists():
                _put_in_place(working, path)
        finally:
            _discard(working)


def _work(working: Path, path: Path) -> Generator[DuckDBPyConnection, None, bool]:
    """Yields the connection; returns whether anything was recorded."""
    connection = _connect(working, path, read_only=False)
    try:
        create(connection)
        before = _runs(connection)
        yield connection
        check(connection)
        changed = _runs(connection) != before
        connection.execute("CHECKPOINT")
    finally:
        connection.close()
    return changed


def _runs(connection: DuckDBPyConnection) -> int:
    return int(connection.sql("SELECT count(*) FROM runs").fetchall()[0][0])


@contextmanager
def _only_writer(path: Path) -> Iterator[None]:
    with _lock_file(path) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise UsageError(f"another run is writing {path}: wait for it to end, or choose another file with --db") from error
        yield


def _lock_file(path: Path) -> IO[str]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.with_name(f".{path.name}.lock").open("w")
    except OSError as error:
        raise UsageError(f"{path.parent} cannot be written: {error.strerror}; choose another place with --db") from error


def _start_copy(path: Path, working: Path) -> None:
    _discard(working)
    if path.exists():
        shutil.copyfile(path, working)


def _put_in_place(working: Path, path: Path) -> None:
    with working.open("rb+") as file:
        os.fsync(file.fileno())
    working.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _discard(working: Path) -> None:
    working.unlink(missing_ok=True)
    working.with_name(working.name + ".wal").unlink(missing_ok=True)
