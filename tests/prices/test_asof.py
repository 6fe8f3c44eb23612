"""News joined to prices: each answer worked out by hand, at minute bars and at sessions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import duckdb
import pytest

from signals.store.schema import create

# SPX by session: a half day on 3 July 2025, none on the 4th. Closes are made up to divide well.
SESSIONS = [
    ("2025-07-01", "2025-07-01 20:00", 100.0),
    ("2025-07-02", "2025-07-02 20:00", 110.0),
    ("2025-07-03", "2025-07-03 17:00", 121.0),
    ("2025-07-07", "2025-07-07 20:00", 133.1),
    ("2025-07-08", "2025-07-08 20:00", 146.41),
]
YIELDS = [
    ("2025-07-02", "2025-07-02 21:00", 4.20),
    ("2025-07-03", "2025-07-03 21:00", 4.35),
    ("2025-07-07", "2025-07-07 21:00", 4.40),
]


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        opened.execute("SET TimeZone = 'UTC'")
        create(opened)
        columns = "priced_at TIMESTAMPTZ, close DOUBLE, unit VARCHAR, source VARCHAR"
        opened.execute(f"CREATE TABLE closes (instrument VARCHAR, session DATE, {columns})")
        opened.execute(f"CREATE TABLE minutes (instrument VARCHAR, starts_at TIMESTAMPTZ, {columns})")
        opened.execute("CREATE TABLE news (event_id VARCHAR, instrument VARCHAR, known_at TIMESTAMPTZ)")
        for name, unit, rows in (("SPX", "points", SESSIONS), ("US10Y", "percent", YIELDS)):
            opened.executemany(
                "INSERT INTO closes VALUES (?, ?, ?, ?, ?, 'made')", [(name, d, f"{at}+00", c, unit) for d, at, c in rows]
            )
        start = datetime.fromisoformat("2025-07-02 13:30:00+00:00")  # the first 90 minutes of 2 July: 100, 101, 102 ...
        bars = [(start + timedelta(minutes=n), start + timedelta(minutes=n + 1), 100.0 + n) for n in range(90)]
        opened.executemany("INSERT INTO minutes VALUES ('SPX', ?, ?, ?, 'points', 'made')", bars)
        yield opened


def reaction(connection: duckdb.DuckDBPyConnection, instrument: str, known: str | None) -> dict:
    connection.execute("DELETE FROM news")
    connection.execute("INSERT INTO news VALUES ('one', ?, ?)", [instrument, known and f"{known}+00"])
    (found,) = connection.sql("FROM reactions_of('news', 'closes', 'minutes')").to_arrow_table().to_pylist()
    return found


SESSION_CASES = [
    ("2025-07-02 19:59", "2025-07-02", 100.0, 110.0, 0.1, 0.21),
    ("2025-07-02 20:00", "2025-07-03", 110.0, 121.0, 0.1, 0.21),  # known at the very close: that close came before
    ("2025-07-02 20:05", "2025-07-03", 110.0, 121.0, 0.1, 0.21),  # 16:05 New York
    ("2025-07-03 17:30", "2025-07-07", 121.0, 133.1, 0.1, 0.21),  # after the half day
    ("2025-07-05 12:00", "2025-07-07", 121.0, 133.1, 0.1, 0.21),  # at the weekend
    ("2025-07-07 21:00", "2025-07-08", 133.1, 146.41, 0.1, None),
]


@pytest.mark.parametrize(("known", "session", "before", "after", "close", "day"), SESSION_CASES)
def test_sessions(
    connection: duckdb.DuckDBPyConnection,
    known: str,
    session: str,
    before: float,
    after: float,
    close: float,
    day: float | None,
) -> None:
    found = reaction(connection, "SPX", known)
    assert (str(found["session"]), found["price_after"]) == (session, after)
    assert found["before_at"].isoformat() <= found["known_at"].isoformat() < found["after_at"].isoformat()
    if found["before_at"].isoformat()[11:16] in ("20:00", "17:00"):  # from a session's close, not from a bar
        assert found["price_before"] == before
        assert found["reaction_close"] == pytest.approx(close)
        assert found["reaction_1d"] == (None if day is None else pytest.approx(day))


def test_minutes_after_the_news(connection: duckdb.DuckDBPyConnection) -> None:
    """Known at 14:00:30: the bar to 14:00 closed at 129. One minute later the bar to 14:01 is the last complete one: 130."""
    found = reaction(connection, "SPX", "2025-07-02 14:00:30")
    assert (found["before_at"].isoformat(), found["price_before"]) == ("2025-07-02T14:00:00+00:00", 129.0)
    expected = {
        "reaction_1m": 130 / 129,
        "reaction_5m": 134 / 129,
        "reaction_30m": 159 / 129,
        "reaction_1h": 189 / 129,
        "reaction_close": 110 / 129,
    }
    assert {name: found[name] for name in expected} == {name: pytest.approx(ratio - 1) for name, ratio in expected.items()}
    assert found["reason"] is None


def test_on_the_minute_the_bar_that_ends_then_came_before(connection: duckdb.DuckDBPyConnection) -> None:
    found = reaction(connection, "SPX", "2025-07-02 14:00:00")
    assert found["price_before"] == 129.0
    assert found["reaction_1m"] == pytest.approx(130 / 129 - 1)


def test_where_bars_end_reactions_end(connection: duckdb.DuckDBPyConnection) -> None:
    """The last bar ends at 15:00. Known at 14:40, half an hour later it is ten minutes old: more than a fifth of the time."""
    found = reaction(connection, "SPX", "2025-07-02 14:40:00")
    assert found["reaction_5m"] == pytest.approx(174 / 169 - 1)
    assert (found["reaction_30m"], found["reaction_1h"]) == (None, None)
    assert "some bars within the hour" in found["reason"]


REASONS = [
    ("SPX", None, "nothing tells when the news was known"),
    ("JTOPI", "2025-07-02 14:00", "no prices for this instrument"),
    ("SPX", "2025-07-08 20:00", "no price after the news yet"),
    ("SPX", "2025-07-07 21:00", "no price of the session after yet"),
    ("SPX", "2025-06-20 12:00", "no session within a week after the news"),
    ("SPX", "2025-06-30 12:00", "no price within a week before the news"),
    ("SPX", "2025-07-02 20:05", "the market was closed"),
    ("US10Y", "2025-07-03 12:00", "daily prices only"),
]


@pytest.mark.parametrize(("instrument", "known", "reason"), REASONS)
def test_why_there_is_none(connection: duckdb.DuckDBPyConnection, instrument: str, known: str | None, reason: str) -> None:
    assert reason in reaction(connection, instrument, known)["reason"]


def test_yields_change_by_points(connection: duckdb.DuckDBPyConnection) -> None:
    found = reaction(connection, "US10Y", "2025-07-03 12:00")
    assert (found["reaction_close"], found["reaction_1d"]) == (pytest.approx(0.15), pytest.approx(0.20))


def test_both_ways_with_a_tolerance(connection: duckdb.DuckDBPyConnection) -> None:
    reaction(connection, "SPX", "2025-07-05 12:00")
    wide = connection.sql("SELECT price_before, price_after FROM prices_around('news', 'closes')").fetchall()
    narrow = connection.sql(
        "SELECT price_before, price_after FROM prices_around('news', 'closes', tolerance := INTERVAL 2 DAY)"
    ).fetchall()
    assert (wide, narrow) == ([(121.0, 133.1)], [(121.0, None)])
