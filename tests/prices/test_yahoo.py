"""Yahoo, read by yfinance's own code from a server on loopback: units, splits, gaps, refusals and broken answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from yahoo_server import CRUMB, Bar, Market, Series, chart, days, minutes, serving

from signals.prices import Asked, Delivery, Yahoo

NOW = datetime(2026, 11, 2, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")


@pytest.fixture
def market(yahoo_state: None) -> Iterator[Market]:
    with serving() as market:
        yield market


def ask(market: Market, *names: str, interval: str = "1d", since: date | None = None, now: datetime = NOW) -> list[Delivery]:
    source = Yahoo(session=market.session(), sleep=PAUSES.append)
    PAUSES.clear()
    return list(source.deliver([Asked(name, since, interval) for name in names], now))


PAUSES: list[float] = []


def plain(currency: str = "USD", closes: tuple[float | None, ...] = (10.0, 11.0, 12.0)) -> Series:
    dates = ["2025-07-01", "2025-07-02", "2025-07-03"]
    return Series(
        "America/New_York",
        currency,
        days("America/New_York", time(9, 30), [(d, c, c, c, c) for d, c in zip(dates, closes, strict=True)]),
    )


def reasons(deliveries: list[Delivery]) -> list[str]:
    return [problem.reason for delivery in deliveries for problem in delivery.problems]


def test_cookie_and_crumb_come_first(market: Market) -> None:
    market.daily["AAPL"] = plain()
    assert ask(market, "AAPL")[0].prices["close"].to_pylist() == [10.0, 11.0, 12.0]
    assert market.steps == ["cookie", "crumb"]
    assert CRUMB not in str(reasons(ask(market, "AAPL")))


@pytest.mark.parametrize(
    ("instrument", "symbol", "currency", "close", "unit"),
    [
        ("SOL.JO", "SOL.JO", "ZAc", 0.12, "ZAR"),
        ("VOD.L", "VOD.L", "GBp", 12.0, "GBp"),
        ("VOD.L", "VOD.L", "GBP", 1200.0, "GBp"),
        ("JTOPI", "^J200.JO", "ZAc", 12.0, "points"),
        ("WHEAT", "ZW=F", "USX", 12.0, "US cents per bushel"),
        ("USDZAR", "USDZAR=X", "ZAR", 12.0, "ZAR per USD"),
    ],
)
def test_units_are_those_of_the_master(
    market: Market, instrument: str, symbol: str, currency: str, close: float, unit: str
) -> None:
    market.daily[symbol] = plain(currency)
    (delivery,) = ask(market, instrument)
    last = delivery.prices.to_pylist()[-1]
    assert (last["close"], last["unit"]) == (pytest.approx(close), unit)


def test_prices_in_another_currency_are_refused(market: Market) -> None:
    market.daily["SOL.JO"] = plain("USD")
    (delivery,) = ask(market, "SOL.JO")
    assert delivery.prices.num_rows == 0
    assert "prices in USD, while SOL.JO is quoted in ZAR" in reasons([delivery])[0]


def test_closes_are_as_traded_with_splits_and_dividends_beside_them(market: Market) -> None:
    """A four-for-one split: a share at 500.04 opens the day after at a quarter. Yahoo shows 125.01 for the day before."""
    rows = [
        ("2020-08-27", 124.0, 127.0, 123.0, 125.0),
        ("2020-08-28", 126.0, 126.4, 124.5, 125.01),
        ("2020-08-31", 127.5, 131.0, 126.0, 129.04),
    ]
    market.daily["AAPL"] = Series(
        "America/New_York", "USD", days("America/New_York", time(9, 30), rows),
        dividends={date(2020, 8, 28): 0.205}, splits={date(2020, 8, 31): (4, 1)},
    )  # fmt: skip
    (delivery,) = ask(market, "AAPL")
    first, second, third = delivery.prices.to_pylist()
    assert [first["close"], second["close"], third["close"]] == [500.0, 500.04, 129.04]
    assert (second["dividend"], third["dividend"]) == (0.82, None)
    assert (second["split"], third["split"]) == (None, 4.0)
    assert (first["high"], first["volume"], third["volume"]) == (508.0, 250.0, 1000.0)


def test_rows_without_a_close_and_sessions_still_open_are_left_out(market: Market) -> None:
    market.daily["AAPL"] = plain(closes=(10.0, None, 12.0))
    (delivery,) = ask(market, "AAPL", now=datetime(2025, 7, 3, 17, 0, tzinfo=UTC))
    assert delivery.prices["session"].to_pylist() == [date(2025, 7, 1), date(2025, 7, 3)]  # the 3rd closed at 13:00 New York
    (early,) = ask(market, "AAPL", now=datetime(2025, 7, 3, 16, 59, tzinfo=UTC))
    assert early.prices["session"].to_pylist() == [date(2025, 7, 1)]


COMPLETE = [
    ("USDZAR", "USDZAR=X", "Europe/London", date(2025, 7, 3), "2025-07-03T23:00"),  # midnight in London, summer time
    ("USDZAR", "USDZAR=X", "Europe/London", date(2025, 7, 4), "2025-07-04T21:00"),  # Friday: 17:00 New York
    ("USDZAR", "USDZAR=X", "Europe/London", date(2025, 3, 14), "2025-03-14T21:00"),  # New York has summer time, London not yet
    ("WTI", "CL=F", "America/New_York", date(2025, 7, 2), "2025-07-02T21:00"),
    ("NKY", "^N225", "Asia/Tokyo", date(2025, 7, 4), "2025-07-04T06:30"),
    ("BTCUSD", "BTC-USD", "UTC", date(2025, 7, 5), "2025-07-06T00:00"),
    ("VIX", "^VIX", "America/Chicago", date(2025, 7, 3), "2025-07-03T17:15"),
]


@pytest.mark.parametrize(("instrument", "symbol", "zone", "session", "complete"), COMPLETE)
def test_when_a_daily_bar_is_complete(
    market: Market, instrument: str, symbol: str, zone: str, session: date, complete: str
) -> None:
    market.daily[symbol] = Series(zone, "XXX", [Bar(datetime.combine(session, time(), ZoneInfo(zone)), 1.0, 1.0, 1.0, 1.0)])
    (delivery,) = ask(market, instrument)
    (row,) = delivery.prices.to_pylist()
    assert (row["session"], row["priced_at"].isoformat()[:16]) == (session, complete)


def test_hours_end_with_the_session(market: Market) -> None:
    start = datetime(2026, 10, 30, 9, 30, tzinfo=NEW_YORK)
    bars = minutes(start, [270.0 + n for n in range(7)], timedelta(hours=1))
    market.intraday["AAPL"] = Series("America/New_York", "USD", bars, periods=[(start, start.replace(hour=16, minute=0))])
    (delivery,) = ask(market, "AAPL", interval="1h")
    assert [end.isoformat()[11:16] for end in delivery.bars["priced_at"].to_pylist()][-2:] == ["19:30", "20:00"]


def test_one_symbol_fails_and_the_others_come(market: Market) -> None:
    market.daily["AAPL"], market.daily["MSFT"] = plain(), plain()
    market.daily["AMZN"] = Series("America/New_York", "USD", [])
    market.script["GOOGL"] = ["<html>busy</html>"] * 30
    good = chart("META", plain(), datetime(2025, 1, 1, tzinfo=UTC), NOW)
    del good["chart"]["result"][0]["indicators"]["quote"][0]["volume"]
    market.script["META"] = [json.dumps(good)] * 30
    deliveries = ask(market, "AAPL", "NFLX", "AMZN", "GOOGL", "META", "MSFT", "USD")
    assert [delivery.prices.num_rows for delivery in deliveries] == [3, 0, 0, 0, 0, 3, 0]
    said = reasons(deliveries)
    assert [p.path for d in deliveries for p in d.problems] == [
        f"yahoo:{n}:1d" for n in ("NFLX", "AMZN", "GOOGL", "META", "USD")
    ]
    assert "no prices for the symbol NFLX" in said[0]
    assert "no prices for the symbol AMZN" in said[1]
    assert "could not be read, 5 times" in said[2]
    assert "KeyError: 'volume'" in said[3]
    assert "no symbol at Yahoo is known for USD" in said[4]


def test_refusals_are_waited_out_with_growing_pauses(market: Market) -> None:
    market.daily["AAPL"] = plain()
    market.script["AAPL"] = [429] * 6  # yfinance itself asks twice before it gives up: three tries of ours
    (delivery,) = ask(market, "AAPL")
    assert delivery.prices.num_rows == 3
    assert len(PAUSES) == 3
    assert all(2**n * 0.5 <= pause <= 2**n * 1.5 for n, pause in enumerate(PAUSES, 1))


def test_when_yahoo_goes_on_refusing_the_rest_is_left_unasked(market: Market) -> None:
    market.daily["AAPL"], market.daily["MSFT"] = plain(), plain()
    market.script["NFLX"] = [429] * 100
    deliveries = ask(market, "AAPL", "NFLX", "MSFT")
    assert [delivery.prices.num_rows for delivery in deliveries] == [3, 0, 0]
    assert [reason.split(":")[0] for reason in reasons(deliveries)] == ["Yahoo refuses requests (too many)"] * 2
    assert "MSFT" not in {symbol for symbol, *_ in market.asked}


def test_server_errors_are_tried_again(market: Market) -> None:
    market.daily["AAPL"] = plain()
    market.script["AAPL"] = [500, 500, 503, 503]
    (delivery,) = ask(market, "AAPL")
    assert (delivery.prices.num_rows, reasons([delivery])) == (3, [])


def test_no_answer_at_all(market: Market) -> None:
    source = Yahoo(session=market.session(), sleep=PAUSES.append, tries=2)
    market.address = "http://127.0.0.1:9"
    source.session = market.session()
    (delivery,) = source.deliver([Asked("AAPL")], NOW)
    assert "could not be read, 2 times" in reasons([delivery])[0]


def test_an_interval_that_yahoo_has_not(market: Market) -> None:
    (delivery,) = ask(market, "AAPL", interval="7m")
    assert "no bars of 7m: choose one of 1d, 1m" in reasons([delivery])[0]
    assert market.asked == []
