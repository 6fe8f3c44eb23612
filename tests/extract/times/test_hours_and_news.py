"""Hours with a dot, levels before some news, and what "since" does not reach; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

Row = tuple[object, ...]

# A row is level, kind, at, basis of the move; read on Friday, July 4, 2025, at 15:00 UTC.
ROWS = {
    "At 10.45 in Stockholm the shares of Ericsson were trading at 81.55 kronor.": [
        (81.55, "last", "2025-07-04T08:45:00Z", None)
    ],
    "By 11.30 Brent had slipped to $66.11.": [(66.11, "last", "2025-07-04T10:30:00Z", "prev_close")],
    "At 10.45 kronor the euro is cheap.": [(10.45, "last", "2025-07-04", None)],
    "Brent jumped, the most since 2008. At 0915 GMT it was at $66.11.": [(66.11, "last", "2025-07-04T09:15:00Z", None)],
    "The euro was at 9.6270 Swedish crowns at 0845 GMT, up from 9.4890 in the last minute before the announcement.": [
        (9.627, "last", "2025-07-04T08:45:00Z", "announcement"),
        (9.489, "previous", "2025-07-04", None),
    ],
    "Gold was at $3,320, down from $3,331 before the weekend.": [
        (3320, "last", "2025-07-04", "prev_close"),
        (3331, "previous", "2025-07-03", None),
    ],
    "The loonie traded at 73.72 cents US compared with an average of 73.19 cents US on Thursday.": [
        (0.7372, "last", "2025-07-04", "prev_close"),
        (0.7319, "previous", "2025-07-03", None),
    ],
    "The Nikkei ended at 39,098.68. The previous closing high was 38,915.87, marked on Dec. 29, 1989.": [
        (39098.68, "close", "2025-07-04", None),
        (38915.87, "high", "1989-12-29", None),
    ],
    "The bank gave no hint of an increase in June: the euro bought $1.1540 in late trading.": [
        (1.154, "last", "2025-07-04", None)
    ],
}


@pytest.mark.parametrize(("text", "rows"), ROWS.items())
def test_times(text: str, rows: list[Row], read: Callable[[str], Extraction]) -> None:
    found = [o for o in read(text).observations if o.level is not None]
    assert [(o.level, o.level_kind, o.at, o.move.basis if o.move else None) for o in found] == rows


SINCE = {
    "Gold has gained 12% since the election.": "since",
    "Copper, which has risen 21% since the mine collapsed, paused.": "since",
    "The yen has lost 10% since the start of the year.": "ytd",
    "Brent gained 2% since the market was short.": "prev_close",
}


@pytest.mark.parametrize(("text", "basis"), SINCE.items())
def test_since_an_event(text: str, basis: str, read: Callable[[str], Extraction]) -> None:
    assert [o.move.basis for o in read(text).observations if o.move is not None and o.move.value] == [basis]


BESIDE = {
    "Metals\nGold peaked at just under $3,500. On Thursday it fell 1.9% to $3,260.": [
        (3500, "high", "2025-07-03", None), (3260, "close", "2025-07-03", "prev_close"),
    ],
    "XRP was at $2.80 after the ruling. Before the decision it had traded at $2.52.": [
        (2.8, "last", "2025-07-04", None), (2.52, "previous", "2025-07-04", None),
    ],
    "Before the decision, which was expected, analysts said gold was at $3,320.": [(3320, "last", "2025-07-04", None)],
    "By 1015 GMT three-month copper was down 1.1% at $9,802.": [(9802, "last", "2025-07-04T10:15:00Z", "prev_close")],
    "Prices\n\nGoods   Last   Tuesday's close   Change\nBrent   68.30  67.11   +1.8%\nGold   3,336.10  3,338.60  -0.1%": [
        (67.11, "close", "2025-07-01", None), (68.3, "last", "2025-07-04", "prev_close"),
        (3338.6, "close", "2025-07-01", None), (3336.1, "last", "2025-07-04", "prev_close"),
    ],
    "Friday, 07:30 UTC\n\nCoin   Price    24h    Low (Thu)\nBTC    108,180  -2.6%  107,783\nETH    2,529    -2.4%  2,436": [
        (108180, "last", "2025-07-04T07:30:00Z", "prev_close"), (107783, "low", "2025-07-03", None),
        (2529, "last", "2025-07-04T07:30:00Z", "prev_close"), (2436, "low", "2025-07-03", None),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), BESIDE.items())
def test_what_stands_beside_a_time(text: str, rows: list[Row], read: Callable[[str], Extraction]) -> None:
    found = [o for o in read(text).observations if o.level is not None]
    assert [(o.level, o.level_kind, o.at, o.move.basis if o.move else None) for o in found] == rows
