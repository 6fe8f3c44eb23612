"""What kind of level it is, when it held, and what its move is measured from; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item, Observation

Row = tuple[object, ...]

# Each text is read on Friday, July 4, 2025, at 15:00 UTC; a row is instrument, level, kind, time, basis.
CLOSES = {
    "The peso ended local trading at 18.61 per dollar.": [("USDMXN", 18.61, "close", "2025-07-03", None)],
    "The rand closed Thursday's session at 17.55 to the dollar.": [("USDZAR", 17.55, "close", "2025-07-03", None)],
    "Aluminium slipped early but settled $12 up at $2,610 a tonne.": [
        ("ALUMINIUM", None, None, "2025-07-04", "prev_close"), ("ALUMINIUM", 2610.0, "close", "2025-07-04", "prev_close"),
    ],
    "Platinum gives up gains to end the week 2.1% lower at $1,371.50": [("XPTUSD", 1371.5, "close", "2025-07-04", "week")],
    "Copper finished 1% firmer, with zinc down 0.4% at $2,720 and lead trading at $2,040.": [
        ("COPPER", None, None, "2025-07-04", "prev_close"), ("ZINC", 2720.0, "close", "2025-07-04", "prev_close"),
        ("LEAD", 2040.0, "last", "2025-07-04", None),
    ],
    "Stocks ended lower, with the dollar up 0.3% at 145.20 yen.": [("USDJPY", 145.2, "last", "2025-07-04", "prev_close")],
    "The dollar touched 146 yen before it settled back to 145.10.": [
        ("USDJPY", 146.0, "high", "2025-07-04", None), ("USDJPY", 145.1, "last", "2025-07-04", None),
    ],
    "Tin climbed 1.2 percent to $33,400 in closing deals.": [("TIN", 33400.0, "close", "2025-07-04", "prev_close")],
}  # fmt: skip
LOOKED_BACK = {
    "The Hang Seng added 0.2 percent, snapping back from Thursday's 1 percent fall.": [
        ("HSI", None, None, "2025-07-04", "prev_close"), ("HSI", None, None, "2025-07-03", "prev_close"),
    ],
    "The Hang Seng added 0.2 percent, rebounding from a 1 percent fall on Thursday.": [
        ("HSI", None, None, "2025-07-04", "prev_close"), ("HSI", None, None, "2025-07-03", "prev_close"),
    ],
    "The Kospi rose 0.2 percent against Thursday's gain of 1.3 percent.": [
        ("KOSPI", None, None, "2025-07-04", "prev_close"), ("KOSPI", None, None, "2025-07-03", "prev_close"),
    ],
    "The Kospi fell 0.2 percent, adding to losses of 1 percent on Thursday. Samsung Electronics lost 3 percent.": [
        ("KOSPI", None, None, "2025-07-04", "prev_close"), ("KOSPI", None, None, "2025-07-03", "prev_close"),
        ("005930.KS", None, None, "2025-07-04", "prev_close"),
    ],
    "The Kospi fell 2 percent from Thursday's close.": [("KOSPI", None, None, "2025-07-04", "prev_close")],
}  # fmt: skip
EARLIER = {
    "Sterling cost $1.3650 at 1200 GMT, from $1.3720 just before the announcement.": [
        ("GBPUSD", 1.365, "last", "2025-07-04T12:00:00Z", "announcement"), ("GBPUSD", 1.372, "previous", "2025-07-04", None),
    ],
    "The naira was quoted at 1,530 to the dollar, against Thursday's N1,536.40.": [
        ("USDNGN", 1530.0, "last", "2025-07-04", "prev_close"), ("USDNGN", 1536.4, "previous", "2025-07-03", None),
    ],
    "The Kenyan shilling traded at 129.20 to the dollar, from 129.55 a week ago.": [
        ("USDKES", 129.2, "last", "2025-07-04", "week"), ("USDKES", 129.55, "previous", "2025-06-27", None),
    ],
    "The real has firmed 11 percent since the end of last year, when it closed at 6.18 per dollar.": [
        ("USDBRL", None, None, "2025-07-04", "ytd"), ("USDBRL", 6.18, "close", "2024-12-31", None),
    ],
    "The dollar was stronger than on Wednesday evening, when it was fetching 143.60 yen.": [
        ("DXY", None, None, "2025-07-04", "since"), ("USDJPY", 143.6, "previous", "2025-07-02", None),
    ],
}  # fmt: skip
DAYS = {
    "Nvidia, due to report on Thursday, closed 4.1% lower.": [("NVDA", None, None, "2025-07-03", "prev_close")],
    "Gold fell on Friday after last week's 3.2 percent rise in silver.": [
        ("XAUUSD", None, None, "2025-07-04", "prev_close"), ("XAGUSD", None, None, "2025-06-27", "week"),
    ],
    "The Nikkei rose 0.2 percent on Friday, a day after losing 1.1 percent.": [
        ("NKY", None, None, "2025-07-04", "prev_close"), ("NKY", None, None, "2025-07-03", "prev_close"),
    ],
    "The rupee closed at 85.40 to the dollar, firmer than Thursday's record closing low of 85.90.": [
        ("USDINR", 85.4, "close", "2025-07-04", "prev_close"), ("USDINR", 85.9, "close", "2025-07-03", None),
    ],
    "ITC had its worst day on Tuesday, and ended the week at 412.30 rupees.": [
        ("ITC.NS", 412.3, "close", "2025-07-04", None),
    ],
    "At 1730 Moscow time it took 78.90 roubles to buy a dollar.": [("USDRUB", 78.9, "last", "2025-07-04T14:30:00Z", None)],
}  # fmt: skip
BASES = {
    "Gold has gained 1.9% so far this week.": [("XAUUSD", None, None, "2025-07-04", "wtd")],
    "The DAX has lost 3% since hitting a record of 24,479.": [
        ("DAX", None, None, "2025-07-04", "since"), ("DAX", 24479.0, "high", "2025-07-04", None),
    ],
    "Gold has gained 12% since touching a low of $2,957 on April 7.": [
        ("XAUUSD", None, None, "2025-07-04", "since"), ("XAUUSD", 2957.0, "low", "2025-04-07", None),
    ],
    "The Nikkei is down 3% since its record high of 42,224 on July 11, 2024.": [
        ("NKY", None, None, "2025-07-04", "since"), ("NKY", 42224.0, "high", "2024-07-11", None),
    ],
    "Copper is 2% up week-on-week and silver 4% y/y.": [
        ("COPPER", None, None, "2025-07-04", "week"), ("XAGUSD", None, None, "2025-07-04", "year"),
    ],
    "BTC +2% (24h), -4% (7d).": [
        ("BTCUSD", None, None, "2025-07-04", "prev_close"), ("BTCUSD", None, None, "2025-07-04", "week"),
    ],
    "Gold is up 27 percent since January.": [("XAUUSD", None, None, "2025-07-04", "ytd")],
    "The lira is 12 percent weaker than at the end of last year.": [("USDTRY", None, None, "2025-07-04", "ytd")],
    "The DAX is 20 percent higher than on December 30.": [("DAX", None, None, "2025-07-04", "ytd")],
    "Brent is still down 1.3% for the week.": [("BRENT", None, None, "2025-07-04", "week")],
    "Week on week copper is up 3%.": [("COPPER", None, None, "2025-07-04", "week")],
    "Silver dropped 4 percent in two hours.": [("XAGUSD", None, None, "2025-07-04", "intraday")],
    "The yield on the 10-year Treasury note is half a point below where it stood in May.": [
        ("US10Y", None, None, "2025-07-04", "since"),
    ],
}  # fmt: skip
PASSED = {
    "Spot silver climbed to $37.20, a 13-year peak.": [("XAGUSD", 37.2, "high", "2025-07-04", "prev_close")],
    "Spot silver climbed 2% to $37.20, a 13-year peak.": [("XAGUSD", 37.2, "last", "2025-07-04", "prev_close")],
    "Spot gold was at $3,330; earlier it had been at $3,352, a one-week high.": [
        ("XAUUSD", 3330.0, "last", "2025-07-04", None), ("XAUUSD", 3352.0, "high", "2025-07-04", None),
    ],
    "Platinum backed off to $1,380 from $1,420 peak.": [
        ("XPTUSD", 1380.0, "last", "2025-07-04", "prev_close"), ("XPTUSD", 1420.0, "high", "2025-07-04", None),
    ],
    "S&P futures leapt to a record 6,320.": [("SPX_F", 6320.0, "high", "2025-07-04", "prev_close")],
    "Copper touched $9,870, down 1 percent.": [("COPPER", 9870.0, "low", "2025-07-04", "prev_close")],
    "BP was quoted at 370p at one stage, before it recovered to 378p.": [
        ("BP.L", 370.0, "low", "2025-07-04", None), ("BP.L", 378.0, "last", "2025-07-04", "intraday"),
    ],
    "The euro dipped to $1.1720 and was trading at $1.1760 at 1200 GMT.": [
        ("EURUSD", 1.172, "low", "2025-07-04", "prev_close"), ("EURUSD", 1.176, "last", "2025-07-04T12:00:00Z", None),
    ],
    "Brent hit $70.40 and then slid to $68.90.": [
        ("BRENT", 70.4, "high", "2025-07-04", None), ("BRENT", 68.9, "last", "2025-07-04", "intraday"),
    ],
    "The Swedish crown, which stood at 9.55 to the dollar before the decision, firmed to 9.51.": [
        ("USDSEK", 9.55, "previous", "2025-07-04", None), ("USDSEK", 9.51, "last", "2025-07-04", "prev_close"),
    ],
}  # fmt: skip
FIXINGS = {
    "Gold slipped on Friday. The morning fixing was $3,331.": [
        ("XAUUSD", None, None, "2025-07-04", "prev_close"), ("XAUUSD", 3331.0, "fixing", "2025-07-04", None),
    ],
    "China's central bank set the yuan's midpoint at 7.1535 per dollar, weaker than the previous fix of 7.1523.": [
        ("USDCNY", 7.1535, "fixing", "2025-07-04", "prev_close"), ("USDCNY", 7.1523, "fixing", "2025-07-03", None),
    ],
    "Gold was fixed at $3,331 in London this morning, up from $3,338 on Thursday afternoon.": [
        ("XAUUSD", 3331.0, "fixing", "2025-07-04", "prev_close"), ("XAUUSD", 3338.0, "fixing", "2025-07-03", None),
    ],
}  # fmt: skip
TOLD_APART = {
    "Stocks (Thu): DAX +0.4% at 23,934. Siemens -1.1% at 218.40 euros.": [
        ("DAX", 23934.0, "close", "2025-07-03", "prev_close"), ("SIE.DE", 218.4, "close", "2025-07-03", "prev_close"),
    ],
    "EUR/USD: 1.1775 (Thursday: 1.1755).": [
        ("EURUSD", 1.1775, "last", "2025-07-04", None), ("EURUSD", 1.1755, "previous", "2025-07-03", None),
    ],
    "Silver cost $36.90, less than its 2011 high of $49.50.": [
        ("XAGUSD", 36.9, "last", "2025-07-04", None), ("XAGUSD", 49.5, "high", "2011", None),
    ],
    "Until Tuesday a dollar could be had for 49.10 Egyptian pounds.": [("USDEGP", 49.1, "previous", None, None)],
    "Brent slid to $67.90 after a record $72.10.": [
        ("BRENT", 67.9, "last", "2025-07-04", "prev_close"), ("BRENT", 72.1, "high", "2025-07-04", None),
    ],
    "The Nikkei closed 0.1 percent up on Thursday; over the week the index was down and the Topix flat.": [
        ("NKY", None, None, "2025-07-03", "prev_close"), ("NKY", None, None, "2025-07-03", "week"),
        ("TPX", None, None, "2025-07-03", "week"),
    ],
}  # fmt: skip
NEWS = {
    "The pound sank within minutes of the verdict.": [("GBPUSD", None, None, "2025-07-04", "announcement")],
    "Sterling jumped a cent on the news.": [("GBPUSD", None, None, "2025-07-04", "announcement")],
    "The lira, at 39.80 per dollar before the decision, firmed to 39.70 after it.": [
        ("USDTRY", 39.8, "previous", "2025-07-04", None), ("USDTRY", 39.7, "last", "2025-07-04", "announcement"),
    ],
}  # fmt: skip
ENDED = {
    "The Nikkei shed 0.9 percent to 39,450; Toyota, up 1.2 percent at 2,540 yen, had raised its forecast that very morning.": [
        ("NKY", 39450.0, "close", "2025-07-04", "prev_close"), ("7203.T", 2540.0, "close", "2025-07-04", "prev_close"),
    ],
    "Sony climbed to 3,610 yen in Tokyo and in late trade on Friday was at 3,660 yen.": [
        ("6758.T", 3610.0, "close", "2025-07-04", "prev_close"), ("6758.T", 3660.0, "last", "2025-07-04", None),
    ],
    "Gold settles at $3,341.\nGold fell 0.5% to $3,341.": [("GC", 3341.0, "close", "2025-07-04", "prev_close")],
}  # fmt: skip
MEASURED = {
    "The CAC 40 rose 2.7% on the week and the DAX 3%.": [
        ("CAC40", None, None, "2025-07-04", "week"), ("DAX", None, None, "2025-07-04", "week"),
    ],
    "The rupee is weak; since mid-June, when it stood at 85.90 to the dollar, it has gained 0.6 percent.": [
        ("USDINR", 85.9, "previous", "2025-06", None), ("USDINR", None, None, "2025-07-04", "since"),
    ],
    "Palladium retreats from a two-month high.": [("XPDUSD", None, None, "2025-07-04", "prev_close")],
    "Palladium is down 18% from its May peak.": [("XPDUSD", None, None, "2025-07-04", "since")],
    "The peso has shed more than 14 percent in 2025.": [("USDMXN", None, None, "2025-07-04", "ytd")],
    "BTC: $109,240 (+0.9% 24h, +3.7% 7d)": [
        ("BTCUSD", 109240.0, "last", "2025-07-04", "prev_close"), ("BTCUSD", None, None, "2025-07-04", "week"),
    ],
    "Month on month tin is down 2%.": [("TIN", None, None, "2025-07-04", "month")],
}  # fmt: skip
PERIODS = {
    "Tesla rose 3.7%, recovering some of its 14.3% drop from Thursday.": [
        ("TSLA", None, None, "2025-07-03", "prev_close"), ("TSLA", None, None, "2025-07-03", "prev_close"),
    ],
    "Dutch front-month gas was up 0.15 euro at 35.25 euros per MWh, or $12.09/mmbtu, by 0904 GMT, data showed.": [
        ("TTF", 35.25, "last", "2025-07-04T09:04:00Z", "prev_close"),
    ],
    "Copper extended gains on Wednesday. LME copper was 1.2% higher at $9,737.": [
        ("COPPER", 9737.0, "last", "2025-07-02", "prev_close"),
    ],
    "The 10-year Japanese government bond yield rose 1.0 basis point from Thursday's close to 1.435 percent.": [
        ("JP10Y", 1.435, "last", "2025-07-04", "prev_close"),
    ],
    "The 10-year Treasury yield rose 2 basis points from its previous close to 4.35%.": [
        ("US10Y", 4.35, "last", "2025-07-04", "prev_close"),
    ],
    "Three-year Australian bond futures slid to 96.52, and 10-year JGB futures fell 0.13 point to 138.79.": [],
    "The won was Asia's worst performer last week with a loss of 1.4%.": [("USDKRW", None, None, "2025-06-27", "week")],
    "The S&P 500 gained 0.8% to end the holiday-shortened session at 6,279.36.": [
        ("SPX", 6279.36, "close", "2025-07-03", "prev_close"),
    ],
    "The shekel is 3% weaker than at the start of the year.": [("USDILS", None, None, "2025-07-04", "ytd")],
    "So far in July the real has lost 1.2 percent.": [("USDBRL", None, None, "2025-07-04", "mtd")],
    "Platinum came through its worst week in two years, a loss of 5.8 percent.": [
        ("XPTUSD", None, None, "2025-07-04", "week"),
    ],
    "Copper ended 2024 at $8,768 a tonne.": [("COPPER", 8768.0, "close", "2024-12-31", None)],
    "The rupee closed on Friday at 85.40 to the dollar versus 85.96 the Friday before.": [
        ("USDINR", 85.4, "close", "2025-07-04", "week"), ("USDINR", 85.96, "previous", "2025-06-27", None),
    ],
    "The two-year Treasury yield was at 3.88%, eight basis points below where it was Thursday.": [
        ("US2Y", 3.88, "last", "2025-07-04", "prev_close"),
    ],
    "The Topix jumped 20 points from Thursday to finish at 2,827.95.": [
        ("TPX", 2827.95, "close", "2025-07-04", "prev_close"),
    ],
    "Rubber slid to 310.2 yen a kg by the close.": [("RUBBER", 310.2, "close", "2025-07-04", "prev_close")],
    "At 0915 GMT the euro cost $1.1762; the franc fetched 0.9340 per euro at the same hour.": [
        ("EURUSD", 1.1762, "last", "2025-07-04T09:15:00Z", None), ("EURCHF", 0.934, "last", "2025-07-04T09:15:00Z", None),
    ],
    "The central bank fixed the reference rate for the dollar at 85.3310 rupees.": [
        ("USDINR", 85.331, "fixing", "2025-07-04", None),
    ],
}  # fmt: skip
AFTER_THE_BELL = {
    "Apple jumps after the bell\nApple rose 5 percent on its results. It had closed at $212.50 on Thursday.": [
        ("AAPL", None, None, "2025-07-03", "announcement"), ("AAPL", 212.5, "previous", "2025-07-03", None),
    ],
    "Tesla fell 2 percent in extended trading on Thursday, Nvidia 3 percent and Intel 1 percent.": [
        ("TSLA", None, None, "2025-07-03", "announcement"), ("NVDA", None, None, "2025-07-03", "announcement"),
        ("INTC", None, None, "2025-07-03", "announcement"),
    ],
}  # fmt: skip
SAID_APART = {
    "The euro sank to 0.9290 francs, having stood at 0.9345.": [
        ("EURCHF", 0.929, "last", "2025-07-04", "prev_close"), ("EURCHF", 0.9345, "previous", "2025-07-04", None),
    ],
    "Silver touched $37.05, at 0941 GMT.": [("XAGUSD", 37.05, "high", "2025-07-04T09:41:00Z", None)],
    "The euro fetched 1.1768 dollars at 14.40 h in Frankfurt.": [
        ("EURUSD", 1.1768, "last", "2025-07-04T12:40:00Z", None),
    ],
}  # fmt: skip
HEADED = {
    "Friday's finish:\nS&P 500: fell 1% to 6,201\n\nFor the week:\nThe S&P 500 is down 1.2%.\n\n2025 to date:\n\n"
    "The S&P 500 is up 5.5%.\n\nElsewhere, Brent fell 2%.": [
        ("SPX", 6201.0, "close", "2025-07-03", "prev_close"), ("SPX", None, None, "2025-07-03", "week"),
        ("SPX", None, None, "2025-07-03", "ytd"), ("BRENT", None, None, "2025-07-04", "prev_close"),
    ],
    "Snapshot at 8:20 a.m. ET:\n* S&P 500 futures were down 12 points.\n* Dow futures were up 30 points.": [
        ("SPX_F", None, None, "2025-07-04T12:20:00Z", "prev_close"),
        ("DJI_F", None, None, "2025-07-04T12:20:00Z", "prev_close"),
    ],
    "The indicative rate in the official market was N1,531.2 per dollar as against N1,536.9 on Thursday.": [
        ("USDNGN", 1531.2, "last", "2025-07-04", "prev_close"), ("USDNGN", 1536.9, "previous", "2025-07-03", None),
    ],
}  # fmt: skip
ALL = (
    HEADED
    | SAID_APART
    | AFTER_THE_BELL
    | PERIODS
    | MEASURED
    | TOLD_APART
    | NEWS
    | ENDED
    | PASSED
    | FIXINGS
    | CLOSES
    | EARLIER
    | LOOKED_BACK
    | DAYS
    | BASES
)


@pytest.mark.parametrize("text", ALL)
def test_kind_time_and_basis(read: Callable[[str], Extraction], text: str) -> None:
    assert [_row(o) for o in read(text).observations] == ALL[text]


def _row(observation: Observation) -> Row:
    move = observation.move
    return (observation.instrument, observation.level, observation.level_kind, observation.at, move.basis if move else None)


def test_an_exchange_of_the_gulf_trades_on_sunday() -> None:
    text = "The Tadawul index fell 2.3 percent to 6,847 points and SABIC 1.9 percent."
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=datetime(2020, 3, 1, 14, 0, tzinfo=UTC))
    rows = [_row(o) for o in extract(item).observations]
    assert rows == [
        ("TASI", 6847.0, "close", "2020-03-01", "prev_close"),
        ("2010.SR", None, None, "2020-03-01", "prev_close"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "HOUSTON, April 20 - Sellers had to pay on Monday. WTI ended at $10.11.\n\nOn Friday the same barrel cost $18.27.",
        "HOUSTON, April 20 - WTI ended at $10.11.\n\nIt fell 5%.\n\nA survey of dealers on Wednesday had put it at $20.",
    ],
)
def test_the_day_of_a_report_is_named_in_its_lead(text: str) -> None:
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=datetime(2020, 4, 20, 20, 55, tzinfo=UTC))
    assert [o.at for o in extract(item).observations if o.level == 10.11] == ["2020-04-20"]
