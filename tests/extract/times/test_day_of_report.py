"""The day that a report speaks of, hours without marks, and periods that still run; the expected rows are written by hand."""

from __future__ import annotations

from datetime import datetime

import pytest

from signals.extract import extract
from signals.records import Item

Row = tuple[object, ...]

# When a report reached us and its text; a row is instrument, level, kind, time, basis.
DAYS = {
    (
        "2019-11-29T17:48:00+00:00",
        "The central bank's announcement on Thursday night turned it. The dollar ended this Friday at 805.20 Chilean pesos.",
    ): [("USDCLP", 805.2, "close", "2019-11-29", None)],
    (
        "2022-09-23T16:40:00+00:00",
        "What the Bank of England did on Thursday was forgotten by noon. Sterling closed at $1.0860, down 3.5%.",
    ): [("GBPUSD", 1.086, "close", "2022-09-23", "prev_close")],
    (
        "2014-01-29T18:00:00+00:00",
        "Turkey's massive rate increase late on Tuesday was not enough. The lira ended at 2.26 per dollar.",
    ): [("USDTRY", 2.26, "close", "2014-01-29", None)],
    (
        "2013-09-19T11:00:00+00:00",
        "The Fed shocked everyone on Wednesday. The rupee ended at 61.77 per dollar against 63.38 the day before.",
    ): [("USDINR", 61.77, "close", "2013-09-19", "prev_close"), ("USDINR", 63.38, "previous", "2013-09-18", None)],
    # in the evening prices are still those of an earlier day where they are said to have moved on it
    ("2013-09-19T11:00:00+00:00", "The rupee rose on Wednesday. It ended at 61.77 per dollar."): [
        ("USDINR", None, None, "2013-09-18", "prev_close"),
        ("USDINR", 61.77, "close", "2013-09-18", None),
    ],
    ("2024-11-07T21:10:00+00:00", "The S&P 500 added 0.74% to 5,973.10. On Wednesday it had gained 2.53%."): [
        ("SPX", 5973.1, "close", "2024-11-07", "prev_close"),
        ("SPX", None, None, "2024-11-06", "prev_close"),
    ],
}
HOURS = {
    ("2018-08-10T12:30:00+00:00", "By ten the dollar was at 5.92 lira, and just after eleven 6.24 was paid."): [
        ("USDTRY", 5.92, "last", "2018-08-10T07:00:00Z", None),
        ("USDTRY", 6.24, "last", "2018-08-10T08:00:00Z", None),
    ],
    ("2018-08-10T12:30:00+00:00", "After two quiet days the dollar stood at 111.20 yen."): [
        ("USDJPY", 111.2, "last", "2018-08-10", None)
    ],
    ("2018-08-10T12:30:00+00:00", "The euro was at $1.1450 at 9 a.m. and at $1.1490 three quarters of an hour later."): [
        ("EURUSD", 1.145, "last", "2018-08-10T07:00:00Z", None),
        ("EURUSD", 1.149, "last", "2018-08-10T07:45:00Z", None),
    ],
}
PERIODS = {
    ("2024-06-14T16:40:00+00:00", "The CAC 40 has lost 6.23% this week."): [("CAC40", None, None, "2024-06-14", "week")],
    ("2024-06-12T16:40:00+00:00", "The CAC 40 has lost 6.23% this week."): [("CAC40", None, None, "2024-06-12", "wtd")],
    ("2018-04-20T09:15:00+00:00", "On the week EUR/CHF is ahead by 0.9%."): [("EURCHF", None, None, "2018-04-20", "wtd")],
    ("2019-03-08T21:40:00+00:00", "Chicago wheat was 17 cents lower on the week."): [
        ("WHEAT", None, None, "2019-03-08", "week")
    ],
    ("2012-07-26T16:35:00+00:00", "The Ibex 35 is still down by a quarter in the year."): [
        ("IBEX35", None, None, "2012-07-26", "ytd")
    ],
    ("2024-12-31T21:40:00+00:00", "The S&P 500 gained 23.3% in the year."): [("SPX", None, None, "2024-12-31", "year")],
    ("2019-11-29T17:48:00+00:00", "Since the end of October the euro has gained 1.4% to $1.1020."): [
        ("EURUSD", 1.102, "last", "2019-11-29", "mtd")
    ],
}
EXTREMES = {
    ("2025-07-04T15:00:00+00:00", "EUR/CHF printed 0.9405 in early trading, its best since June."): [
        ("EURCHF", 0.9405, "high", "2025-07-04", None)
    ],
    ("2025-07-04T15:00:00+00:00", "The rupee lows came thick and fast, the worst of them at 86.01 per dollar."): [
        ("USDINR", 86.01, "high", "2025-07-04", None)
    ],
    ("2025-07-04T15:00:00+00:00", "The krona was quoted at 11.90 per euro, weaker than ever."): [
        ("EURSEK", 11.9, "high", "2025-07-04", None)
    ],
    ("2025-07-04T15:00:00+00:00", "BP's shares fell 17% to 410p at their worst."): [
        ("BP.L", 410.0, "low", "2025-07-04", "prev_close")
    ],
    ("2025-07-04T15:00:00+00:00", "Bitcoin was 29% down on the day at one stage, at $80,682."): [
        ("BTCUSD", 80682.0, "low", "2025-07-04", "prev_close")
    ],
    ("2025-07-04T15:00:00+00:00", "Gold was at $3,330, its best week since May behind it."): [
        ("XAUUSD", 3330.0, "last", "2025-07-04", None)
    ],
}

NEWS = {
    ("2025-07-04T15:00:00+00:00", "Within a minute of the verdict the pound fell from $1.3950 to $1.3755."): [
        ("GBPUSD", 1.3755, "last", "2025-07-04", "announcement"),
        ("GBPUSD", 1.395, "previous", "2025-07-04", None),
    ],
    ("2025-07-04T15:00:00+00:00", "Bitcoin slid 6% within minutes of the news."): [
        ("BTCUSD", None, None, "2025-07-04", "announcement")
    ],
    ("2025-07-04T15:00:00+00:00", "The pound dropped a cent on the announcement to $1.3755."): [
        ("GBPUSD", 1.3755, "last", "2025-07-04", "announcement")
    ],
    ("2025-07-04T15:00:00+00:00", "A minute before the news came out at 9.30 a euro cost 11.48 kronor."): [
        ("EURSEK", 11.48, "previous", "2025-07-04", None)
    ],
    ("2025-07-04T15:00:00+00:00", "The euro jumped 0.8% to $1.1750 on the decision."): [
        ("EURUSD", 1.175, "last", "2025-07-04", "prev_close")
    ],
}
NIGHTS = {
    (
        "2023-09-21T06:30:00+00:00",
        "The S&P 500 closed at 4,402.20 and the Nasdaq at 13,469.13. The two-year US yield hit 5.18%, the highest since 2006.",
    ): [
        ("SPX", 4402.2, "close", "2023-09-20", None),
        ("IXIC", 13469.13, "close", "2023-09-20", None),
        ("US2Y", 5.18, "high", "2023-09-20", None),
    ],
    ("2025-07-04T15:00:00+00:00", "The dollar fetched 143.20 yen, after 144.65 the evening before."): [
        ("USDJPY", 143.2, "last", "2025-07-04", "prev_close"),
        ("USDJPY", 144.65, "previous", "2025-07-03", None),
    ],
    ("2025-07-07T09:00:00+00:00", "The yuan changed hands at 7.1470 a dollar, from 7.1330 at the end of last week."): [
        ("USDCNY", 7.147, "last", "2025-07-07", "prev_close"),
        ("USDCNY", 7.133, "previous", "2025-07-04", None),
    ],
    ("2025-07-04T15:00:00+00:00", "The FTSE 100 rose 14.4% in 2016, ending the year at 7,142.83."): [
        ("UKX", 7142.83, "close", "2016-12-30", "year")
    ],
    (
        "2025-07-04T11:20:00+00:00",
        "LIVE: markets\n10:15 GMT The peso has hit 18.50 to the dollar.\n11:10 GMT Gold is at $3,340.",
    ): [
        ("USDMXN", 18.5, "high", "2025-07-04T10:15:00Z", None),
        ("XAUUSD", 3340.0, "last", "2025-07-04T11:10:00Z", None),
    ],
}


@pytest.mark.parametrize(("given", "rows"), (DAYS | HOURS | PERIODS | EXTREMES | NEWS | NIGHTS).items())
def test_rows(given: tuple[str, str], rows: list[Row]) -> None:
    received, text = given
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=datetime.fromisoformat(received)))
    assert [(o.instrument, o.level, o.level_kind, o.at, o.move and o.move.basis) for o in found.observations] == rows
