"""Speed of the event study in SQL, beside a loop of numpy regressions and the package eventstudy.

    python benchmarks/study.py [EVENTS] [INSTRUMENTS] [SESSIONS]       (1,000,000 events, 5,000 x 2,500 prices)

Prices are generated into a DuckDB file, as a run publishes it; every figure is of one process with two threads that opens
the file read-only and counts every row of the result (market model, 250 + 21 sessions). Wall and CPU seconds are printed: on a
machine that does other work as well only the latter mean much.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from signals.study import create_macros

EVENTS, INSTRUMENTS, SESSIONS = 1_000_000, 5_000, 2_500
WINDOWS = "before := 10, after := 10, benchmark := 'S0000'"
LOOP_SECONDS = 20


def main() -> None:
    """Print the tables of the module's description."""
    given = [int(argument) for argument in sys.argv[1:4]]
    events, instruments, sessions = [*given, *(EVENTS, INSTRUMENTS, SESSIONS)[len(given) :]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "published.duckdb"
        closes = publish(path, events, instruments, sessions)
        in_sql(path, events)
        in_numpy(path, closes)
        in_package(path, closes)
    print(f"peak memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.1f} GB")


def publish(path: Path, events: int, instruments: int, sessions: int) -> np.ndarray:
    """Random walks with the first as benchmark, and events whose windows lie inside; the returns carried beside the prices."""
    random = np.random.default_rng(1)
    market = random.normal(3e-4, 0.01, sessions)
    loads = random.uniform(0.4, 1.6, (instruments, 1))
    moves = loads * market + random.normal(0, 0.02, (instruments, sessions))
    moves[0] = market
    closes = 50 * np.cumprod(1 + moves, axis=1)
    days = np.busday_offset("2010-01-04", np.arange(sessions)).astype("datetime64[D]")
    names = np.array([f"S{number:04}" for number in range(instruments)])
    prices = pa.table(
        {"instrument": np.repeat(names, sessions), "session": np.tile(days, instruments), "close": closes.ravel()}
    )
    places = random.integers(280, sessions - 15, events)
    chosen = names[random.integers(1, instruments, events)]
    asked = pa.table({"event_id": range(events), "instrument": chosen, "known_at": days[places]})
    print(f"{events:,} events, {instruments:,} instruments x {sessions:,} sessions = {prices.num_rows:,} prices")
    with connection(path) as opened:
        for name, given in (("prices", prices), ("events", asked)):
            opened.register("given", given)
            opened.execute(f"CREATE TABLE {name} AS FROM given")
        create_macros(opened)
        carry = "CREATE TABLE study_returns AS FROM event_study_returns(benchmark := 'S0000')"
        timed("carried returns, made once", lambda: opened.execute(carry))
    return closes


def connection(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Two threads, 6 GB for the database's own buffers."""
    opened = duckdb.connect(str(path), read_only=read_only)
    opened.execute("SET threads = 2; SET memory_limit = '6GB'; SET TimeZone = 'UTC'; SET enable_progress_bar = false")
    return opened


def timed(name: str, work: Callable[[], object], count: int = 0) -> None:
    """Print the seconds of a piece of work, and events a second where ``count`` is given."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    rate = f"  {count / wall:12,.0f} events/s" if count else ""
    print(f"{name:46} {wall:8.2f} s wall {cpu:8.2f} s CPU{rate}", flush=True)


def in_sql(path: Path, events: int) -> None:
    """From the carried returns and from bare prices, then by number of events."""
    with connection(path, read_only=True) as opened:
        day = "SELECT count(*), sum(abnormal), sum(standard_error), sum(car) FROM event_study('{}', {})"
        event = "SELECT count(*), sum(car), sum(standard_error), sum(bhar) FROM event_study_events('{}', {})"
        carried = f"{WINDOWS}, carried := 'study_returns'"
        timed("SQL, carried returns, level day", lambda: opened.sql(day.format("events", carried)).fetchall(), events)
        timed("SQL, carried returns, level event", lambda: opened.sql(event.format("events", carried)).fetchall(), events)
        timed("SQL, bare prices, level day", lambda: opened.sql(day.format("events", WINDOWS)).fetchall(), events)
        for count in (1_000, 10_000, 100_000):
            if count < events:
                opened.execute(f"CREATE OR REPLACE TEMP TABLE fewer AS FROM events LIMIT {count}")
                timed(f"  {count:,} of them, carried", lambda: opened.sql(day.format("fewer", carried)).fetchall(), count)
                timed(f"  {count:,} of them, bare", lambda: opened.sql(day.format("fewer", WINDOWS)).fetchall(), count)


def in_numpy(path: Path, closes: np.ndarray) -> None:
    """One least-squares fit an event, returns already aligned in an array: the least that a loop must do."""
    returns = closes[:, 1:] / closes[:, :-1] - 1
    places = placed(path)
    started, done = time.perf_counter(), 0
    while time.perf_counter() - started < LOOP_SECONDS:
        row, zero = places[done % len(places)]
        window, around = slice(zero - 261, zero - 11), slice(zero - 11, zero + 10)
        x, ahead = (np.column_stack([np.ones(len(m)), m]) for m in (returns[0, window], returns[0, around]))
        coefficients, squares, *_ = np.linalg.lstsq(x, returns[row, window], rcond=None)
        abnormal = returns[row, around] - ahead @ coefficients
        error = np.sqrt(squares / 248 * (1 + np.einsum("ij,jk,ik->i", ahead, np.linalg.inv(x.T @ x), ahead)))
        assert len(abnormal) == len(error) == 21  # noqa: S101  (uses them)
        done += 1
    print(f"{f'numpy loop, {LOOP_SECONDS} s':46} {done / LOOP_SECONDS:12,.0f} events/s")


def in_package(path: Path, closes: np.ndarray) -> None:
    """The package eventstudy, where it is installed: its market model of one event after the other, returns aligned."""
    try:
        import eventstudy
    except ModuleNotFoundError:
        print("the package eventstudy is not installed here")
        return
    returns, places = closes[:, 1:] / closes[:, :-1] - 1, placed(path)
    started, done = time.perf_counter(), 0
    while time.perf_counter() - started < LOOP_SECONDS:
        row, zero = places[done % len(places)]
        days = [*range(zero - 261, zero - 11), *range(zero - 11, zero + 10)]
        eventstudy.models.market_model(returns[row, days], returns[0, days], estimation_size=250, event_window_size=21)
        done += 1
    print(f"{f'package eventstudy, {LOOP_SECONDS} s':46} {done / LOOP_SECONDS:12,.0f} events/s")


def placed(path: Path) -> list[tuple[int, int]]:
    """Row and day zero of the first events."""
    with connection(path, read_only=True) as opened:
        return opened.sql("""
            SELECT instrument[2:]::INT, session_no FROM events
            JOIN (SELECT session, row_number() OVER (ORDER BY session) - 1 AS session_no FROM prices WHERE instrument = 'S0000')
              ON session = known_at LIMIT 20000""").fetchall()


if __name__ == "__main__":
    main()
