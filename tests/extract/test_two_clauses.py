"""A level and its move that two clauses tell, and two days that one sentence tells; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction, Observation

Row = tuple[object, ...]

# Each text is read on Friday, July 4, 2025, at 15:00 UTC; a row is instrument, level, kind, time, direction, size.
ONE = {
    "The rand was at 17.62 to the dollar by midday, leaving it 0.8% weaker on the day.": [
        ("USDZAR", 17.62, "last", "2025-07-04T10:00:00Z", "up", 0.8),
    ],
    "By the close the Topix had shed 31 points, its worst day in a month, and stood at 2,827.95.": [
        ("TPX", 2827.95, "close", "2025-07-04", "down", 31.0),
    ],
    "The won closed at 1,362.4 per dollar. That is a loss of 4.3 won.": [
        ("USDKRW", 1362.4, "close", "2025-07-04", "up", 4.3),
    ],
    "Copper hit $9,980, which was 1.4% up on the day, before it fell back to $9,900.": [
        ("COPPER", 9980.0, "high", "2025-07-04", "up", 1.4), ("COPPER", 9900.0, "last", "2025-07-04", "down", None),
    ],
    "Brent had settled at $68.80 on Thursday, down 0.4%.": [("BRENT", 68.8, "previous", "2025-07-03", "down", 0.4)],
    "The Hang Seng lost 0.6%, or 151 points; it finished at 23,916.06.": [
        ("HSI", 23916.06, "close", "2025-07-04", "down", 0.6),
    ],
}  # fmt: skip
EARLIER = {
    "The Top-40 had closed 0.7% higher at 94,112 on Thursday.": [("JTOPI", 94112.0, "previous", "2025-07-03", "up", 0.7)],
    "At 0625 GMT the rand traded at 17.5250 against the dollar, near its Thursday close of 17.5300.": [
        ("USDZAR", 17.525, "last", "2025-07-04T06:25:00Z", "down", None),
        ("USDZAR", 17.53, "previous", "2025-07-03", None, None),
    ],
    "UST 10-year 4.28% (+5bp yesterday), Bund 2.71%.": [
        ("US10Y", 4.28, "last", "2025-07-03", "up", 5.0), ("DE10Y", 2.71, "last", "2025-07-04", None, None),
    ],
}  # fmt: skip
LATE = {
    "Nvidia fell 2.7% in extended trading. The stock had closed at $181.60, down 0.1%.": [
        ("NVDA", None, None, "2025-07-03", "down", 2.7), ("NVDA", 181.6, "close", "2025-07-03", "down", 0.1),
    ],
    "Nvidia fell 2.7%. The stock had closed at $181.60.": [
        ("NVDA", None, None, "2025-07-03", "down", 2.7), ("NVDA", 181.6, "previous", "2025-07-02", None, None),
    ],
}  # fmt: skip
SCENES = {
    "Wednesday was no fun. Nvidia fell 3%. On Thursday Apple gained 2%.": [
        ("NVDA", None, None, "2025-07-02", "down", 3.0), ("AAPL", None, None, "2025-07-03", "up", 2.0),
    ],
    "Stocks rose today.\nThen came Wednesday. Copper sank 2.1%. It is at $9,610 now.\nZinc is at $2,700.": [
        ("COPPER", None, None, "2025-07-02", "down", 2.1), ("COPPER", 9610.0, "last", "2025-07-04", None, None),
        ("ZINC", 2700.0, "last", "2025-07-04", None, None),
    ],
    "Wednesday will bring the Fed. Gold rose 1%.": [("XAUUSD", None, None, "2025-07-04", "up", 1.0)],
}  # fmt: skip
TWO = {
    "Copper touched $9,980 and ended 0.4% higher.": [
        ("COPPER", 9980.0, "high", "2025-07-04", None, None), ("COPPER", None, None, "2025-07-04", "up", 0.4),
    ],
    "Gold fell 1.1% but recovered to $3,340.": [
        ("XAUUSD", None, None, "2025-07-04", "down", 1.1), ("XAUUSD", 3340.0, "last", "2025-07-04", "up", None),
    ],
    "Sugar shed 2.1% on Thursday and was at 15.9 cents a pound on Friday.": [
        ("SUGAR", None, None, "2025-07-03", "down", 2.1), ("SUGAR", 0.159, "last", "2025-07-04", None, None),
    ],
    "Silver lost 2% last week and was at $36.40 on Monday.": [
        ("XAGUSD", None, None, "2025-06-27", "down", 2.0), ("XAGUSD", 36.4, "last", "2025-06-30", None, None),
    ],
}  # fmt: skip
LATER = {
    "The Nikkei hit a record 40,900 on Monday and was back at 39,780 a day later.": [
        ("NKY", 40900.0, "high", "2025-06-30", None, None), ("NKY", 39780.0, "close", "2025-07-01", None, None),
    ],
    "The pound bought $1.3750 on Tuesday; two days later it was at $1.3640.": [
        ("GBPUSD", 1.375, "last", "2025-07-01", None, None), ("GBPUSD", 1.364, "last", "2025-07-03", None, None),
    ],
    "Silver stood at $36.20 on Friday, June 27. The next session it fell 1%.": [
        ("XAGUSD", 36.2, "previous", "2025-06-27", None, None), ("XAGUSD", None, None, "2025-06-30", "down", 1.0),
    ],
}  # fmt: skip
BEGUN = {
    "Gold, which began 2025 at $2,624 an ounce, was at $3,337.": [
        ("XAUUSD", 2624.0, "open", "2025-01-01", None, None), ("XAUUSD", 3337.0, "last", "2025-07-04", None, None),
    ],
    "Bitcoin started July at $107,100.": [("BTCUSD", 107100.0, "open", "2025-07-01", None, None)],
    "Bitcoin opened at $107,100.": [("BTCUSD", 107100.0, "open", "2025-07-04", None, None)],
}  # fmt: skip
DATED = {
    "Brent hit its highest since June 11 on Wednesday at $78.40.": [("BRENT", 78.4, "high", "2025-07-02", None, None)],
    "The pound reached its strongest since October 2021 on Tuesday at $1.3788.": [
        ("GBPUSD", 1.3788, "high", "2025-07-01", None, None),
    ],
    "Gold is up 26% since the Fed met on September 18.": [("XAUUSD", None, None, "2025-07-04", "up", 26.0)],
}  # fmt: skip
RANGES = {
    "The rupiah is likely to move between 16,180 and 16,250 a dollar today.": [
        ("USDIDR", 16180.0, "forecast", None, None, None), ("USDIDR", 16250.0, "forecast", None, None, None),
    ],
    "The rupee is seen moving between 85.50 and 85.75 in the week.": [
        ("USDINR", 85.5, "forecast", None, None, None), ("USDINR", 85.75, "forecast", None, None, None),
    ],
    "The rupee moved between 85.50 and 85.75.": [
        ("USDINR", 85.5, "low", "2025-07-04", None, None), ("USDINR", 85.75, "high", "2025-07-04", None, None),
    ],
}  # fmt: skip


def told(observation: Observation) -> Row:
    """(instrument, level, kind, time, direction, size)."""
    move = observation.move
    facts = (move.direction, move.value) if move is not None else (None, None)
    return (observation.instrument, observation.level, observation.level_kind, observation.at, *facts)


@pytest.mark.parametrize(("text", "rows"), [*(SCENES | ONE | EARLIER | LATE | TWO | LATER | BEGUN | DATED | RANGES).items()])
def test_one_statement_or_two(text: str, rows: list[Row], read: Callable[[str], Extraction]) -> None:
    assert [told(o) for o in read(text).observations] == rows
