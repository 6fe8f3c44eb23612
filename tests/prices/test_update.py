"""A file brought up to date: only what is missing is asked for, corrections leave a trace, and what was cut off goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import duckdb
import pytest
from yahoo_server import Market, Series, days, minutes, serving

from pipelines.prices import update_prices
from signals.errors import UsageError
from signals.prices import OwnTable, Yahoo

ROWS = [("2025-07-01", 10.0), ("2025-07-02", 11.0), ("2025-07-03", 12.0)]


@pytest.fixture
def market(yahoo_state: None) -> Iterator[Market]:
    with serving() as market:
        market.daily["AAPL"] = series(ROWS)
        yield market


def series(rows: list[tuple[str, float]]) -> Series:
    return Series("America/New_York", "USD", days("America/New_York", time(9, 30), [(d, c, c, c, c) for d, c in rows]))


def yahoo(market: Market) -> Yahoo:
    return Yahoo(session=market.session(), sleep=lambda _: None)


def read(path: Path, query: str) -> list[tuple]:
    with duckdb.connect(str(path), read_only=True) as reader:
        reader.execute("SET TimeZone = 'UTC'")
        return reader.sql(query).fetchall()


def test_only_what_is_missing_is_asked_for(tmp_path: Path, market: Market) -> None:
    path = tmp_path / "news.duckdb"
    first = update_prices(path, yahoo(market), ["AAPL"])
    assert (first.asked, first.added, first.corrected, first.failed) == (1, 3, 0, ())
    market.daily["AAPL"] = series([*ROWS, ("2025-07-07", 13.0)])
    second = update_prices(path, yahoo(market), ["AAPL"])
    assert (second.added, second.corrected) == (1, 0)
    assert market.asked[-1][2].date() == date(2025, 6, 26)  # a week before the last session
    assert read(path, "SELECT close FROM prices ORDER BY session") == [(10.0,), (11.0,), (12.0,), (13.0,)]


def test_nothing_new_leaves_the_file_as_it_is(tmp_path: Path, market: Market) -> None:
    path = tmp_path / "news.duckdb"
    update_prices(path, yahoo(market), ["AAPL"])
    before = path.read_bytes()
    assert update_prices(path, yahoo(market), ["AAPL"]).added == 0
    assert path.read_bytes() == before


def test_a_late_correction_supersedes_and_leaves_a_trace(tmp_path: Path, market: Market) -> None:
    path = tmp_path / "news.duckdb"
    update_prices(path, yahoo(market), ["AAPL"])
    market.daily["AAPL"] = series([*ROWS[:2], ("2025-07-03", 12.5)])
    update = update_prices(path, yahoo(market), ["AAPL"])
    assert (update.added, update.corrected) == (0, 1)
    history = read(
        path, "SELECT close, superseded_at IS NULL FROM history.prices WHERE session = '2025-07-03' ORDER BY recorded_at"
    )
    assert history == [(12.0, False), (12.5, True)]
    assert read(path, "SELECT source, unit, kind, fetched_at IS NOT NULL FROM prices LIMIT 1") == [
        ("Yahoo Finance", "USD", "close", True)
    ]


def test_a_run_that_was_refused_goes_on_where_it_stopped(tmp_path: Path, market: Market) -> None:
    path = tmp_path / "news.duckdb"
    market.daily["MSFT"] = series(ROWS)
    market.script["MSFT"] = [429] * 100
    update = update_prices(path, yahoo(market), ["AAPL", "MSFT"])
    assert [problem.path for problem in update.failed] == ["yahoo:MSFT:1d"]
    assert read(path, "SELECT DISTINCT instrument FROM prices") == [("AAPL",)]
    assert [row[0] for row in read(path, "SELECT path FROM quarantine")] == ["yahoo:MSFT:1d"]
    market.script.clear()
    assert update_prices(path, yahoo(market), ["AAPL", "MSFT"]).failed == ()
    assert read(path, "SELECT instrument, count(*) FROM prices GROUP BY 1 ORDER BY 1") == [("AAPL", 3), ("MSFT", 3)]
    assert read(path, "SELECT path FROM quarantine") == []


def test_minutes_are_kept_once_and_the_finest_stays(tmp_path: Path, market: Market) -> None:
    path = tmp_path / "news.duckdb"
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    starts = today.replace(day=1) if today.day < 3 else today.replace(day=today.day - 2)
    market.intraday["BTC-USD"] = Series(
        "UTC", "USD", minutes(starts, [100.0 + n for n in range(60)]), periods=[(starts, today)]
    )
    update_prices(path, yahoo(market), ["BTCUSD"], "1m")
    market.intraday["BTC-USD"] = Series(
        "UTC", "USD", minutes(starts, [159.0], starts.replace(hour=1) - starts), periods=[(starts, today)]
    )
    update_prices(path, yahoo(market), ["BTCUSD"], "1h")
    lengths = read(path, "SELECT count(*), max(epoch(priced_at - starts_at)) FROM bars")
    assert lengths == [(60, 60.0)]


def test_the_source_named_first_gives_the_series(tmp_path: Path, market: Market) -> None:
    path, mine = tmp_path / "news.duckdb", tmp_path / "mine.csv"
    mine.write_text("date,instrument,close\n2025-07-03,AAPL,12.1\n")
    update_prices(path, yahoo(market), ["AAPL"])
    update_prices(path, OwnTable(mine), ["AAPL"])
    assert read(path, "SELECT source, preference FROM price_sources ORDER BY 2") == [("Yahoo Finance", 0), ("mine.csv", 1)]
    assert read(path, "SELECT DISTINCT source FROM prices") == [("Yahoo Finance",)]
    assert read(path, "SELECT count(*) FROM prices_by_source") == [(4,)]


def test_adjusted_closes_put_dividends_and_splits_in(tmp_path: Path, market: Market) -> None:
    """By hand: 100, then 100 ex a dividend of 2, then 49 after a two-for-one split: factors 98/100 and 1/2."""
    path = tmp_path / "news.duckdb"
    rows = [("2025-07-01", 50.0), ("2025-07-02", 50.0), ("2025-07-03", 49.0)]  # as Yahoo shows them after the split
    market.daily["AAPL"] = series(rows)
    market.daily["AAPL"].dividends, market.daily["AAPL"].splits = {date(2025, 7, 2): 1.0}, {date(2025, 7, 3): (2, 1)}
    update_prices(path, yahoo(market), ["AAPL"])
    found = read(path, "SELECT close, split_adjusted_close, round(adjusted_close, 6) FROM adjusted_prices ORDER BY session")
    assert found == [(100.0, 50.0, 49.0), (100.0, 50.0, 50.0), (49.0, 49.0, 49.0)]


def test_unknown_instruments_are_named(tmp_path: Path, market: Market) -> None:
    with pytest.raises(UsageError, match="unknown instruments: NONESUCH"):
        update_prices(tmp_path / "news.duckdb", yahoo(market), ["AAPL", "NONESUCH"])


def test_the_command(signals: Any, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("date,instrument,close\n2025-07-03,USDZAR,17.53\n2025-07-04,USDZAR,17.62\n")
    done = signals(
        "prices", "update", "--source", "mine.csv", "--instrument", "USDZAR", "--since", "2025-07-04", folder=tmp_path
    )
    assert (done.returncode, done.stdout) == (0, "1 series asked for: 1 prices added, 0 corrected, 0 problems\n"), done.stderr
    closes = read(tmp_path / "signals.duckdb", "SELECT session::VARCHAR, close, priced_at::VARCHAR FROM prices")
    assert closes == [("2025-07-04", 17.62, "2025-07-04 21:00:00+00")]  # 17:00 New York
    (tmp_path / "bad.csv").write_text("date,instrument,close\nsoon,USDZAR,17.53\n")
    bad = signals("prices", "update", "--source", "bad.csv", "--instrument", "USDZAR", folder=tmp_path)
    assert bad.returncode == 1
    assert "bad.csv, row 2: not a price: date soon" in bad.stderr
    wrong = signals("prices", "update", "--source", "none.csv", "--instrument", "USDZAR", folder=tmp_path)
    assert (wrong.returncode, "none.csv: no such file" in wrong.stderr) == (2, True)


def test_sources_of_a_run_in_order_of_preference(signals: Any, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("date,instrument,close\n2025-07-03,USDZAR,17.5301\n2025-07-04,USDZAR,17.6301\n")
    text = "The rand traded at 17.62 against the dollar on Friday."
    (tmp_path / "own.jsonl").write_text(f'{{"id": "one", "received_at": "2025-07-04T17:00:00Z", "text": "{text}"}}\n')
    (tmp_path / "signals.toml").write_text('paths = ["own.jsonl"]\nprices = ["mine.csv", "sample"]\n')
    done = signals("run", "--config", "signals.toml", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    path = tmp_path / "signals.duckdb"
    assert read(path, "SELECT close FROM prices WHERE instrument = 'USDZAR' ORDER BY session") == [(17.5301,), (17.6301,)]
    assert read(path, "SELECT count(*) > 1000 FROM prices WHERE instrument = 'EURUSD'") == [(True,)]
    assert read(path, "SELECT verdict, price_source FROM verdicts") == [("agrees", "computed from ECB")]
