"""Tables and lists as desks lay them out; the rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

NONE = (None, None, None)

PERCENT_IN_THE_TITLE = """Performance, in per cent
              1 day   1 week    YTD
DAX            -0.2      0.5      8.1
FTSE 100        0.4     -1.1     12.3"""
YIELD_IN_PERCENT = """Government bonds
             Yield, %   Change, bp
Germany 10Y     2.45      -3
Italy 10Y       3.71      +5"""
LABELLED = """Yields
- Germany: 10Y at 2.45% (-3 bp), 2Y at 2,91%
+ Portugal: 10Y -4 bp to 3,05%
- France: a 10-year deal worth 3% was signed"""
HEADED_BY_PERCENT = """Top gainers in the DAX (%)
XQZ            +2.4
Siemens        +1.9

Prices
Bayer          +1.1"""
LEVEL_BEFORE_ITS_MOVE = """Asia close:
Nikkei 225 39,750.10 UP 0.5%
Hang Seng 16,720.89 DOWN 0.9%"""
TABLES = {
    HEADED_BY_PERCENT: [("SIE.DE", None, None, "up", 1.9, "percent"), ("BAYN.DE", None, None, "up", 1.1, "EUR")],
    LEVEL_BEFORE_ITS_MOVE: [
        ("NKY", 39750.1, "close", "up", 0.5, "percent"),
        ("HSI", 16720.89, "close", "down", 0.9, "percent"),
    ],
    PERCENT_IN_THE_TITLE: [
        ("DAX", None, None, "down", 0.2, "percent"),
        ("DAX", None, None, "up", 0.5, "percent"),
        ("DAX", None, None, "up", 8.1, "percent"),
        ("UKX", None, None, "down", 1.1, "percent"),
        ("UKX", None, None, "up", 0.4, "percent"),
        ("UKX", None, None, "up", 12.3, "percent"),
    ],
    YIELD_IN_PERCENT: [("DE10Y", 2.45, "last", "down", 3.0, "bp"), ("IT10Y", 3.71, "last", "up", 5.0, "bp")],
    LABELLED: [
        ("DE10Y", 2.45, "last", "down", 3.0, "bp"),
        ("DE2Y", 2.91, "last", *NONE),
        ("PT10Y", 3.05, "last", "down", 4.0, "bp"),
    ],
}


@pytest.mark.parametrize(("text", "rows"), TABLES.items())
def test_layouts(text: str, rows: list[tuple[object, ...]], read: Callable[[str], Extraction]) -> None:
    assert sorted((short(o) for o in read(text).observations), key=str) == sorted(rows, key=str)


def test_columns_a_month_apart(read: Callable[[str], Extraction]) -> None:
    text = "Index       31 May    30 Jun    % chg\nNikkei      38,406    40,369    +5.1\nTopix        2,743     2,768    +0.9"
    found = [(o.instrument, o.at, o.move.basis if o.move else None) for o in read(text).observations]
    assert sorted(found, key=str) == [
        ("NKY", "2025-05-31", None),
        ("NKY", "2025-06-30", "month"),
        ("TPX", "2025-05-31", None),
        ("TPX", "2025-06-30", "month"),
    ]


def test_the_end_of_a_year_dates_its_own_column(read: Callable[[str], Extraction]) -> None:
    text = (
        "Rates against the dollar\nCurrency    Today   Yesterday   End-2024\n"
        "Rupee       83.42   83.35   83.10\nBaht        36.45   36.30   34.20"
    )
    assert {o.at for o in read(text).observations if o.level_kind == "previous"} == {"2025-07-03"}


SEVERAL_PERIODS = """Precious metals at 1512 GMT
Product        Last      Change   Pct Move   End 2024   Ytd Pct move
Spot gold      3290.10   -6.15    -0.19      2624.50    25.36
Gold Aug       3301.70   -9.80    -0.30      2641.00    25.02
"""
OF_A_YEAR = """Change so far this year
Currency      Latest bid   End prev year  Pct Move
Japan yen     144.58       157.20         +8.73
Sing dlr      1.2745       1.3657         +7.16
"""
EXTREMES = """Settlements of July 3
Contract          Settle    Net chg    High     Low     Volume
WTI Aug           67.00     -0.45      67.58    66.61   212,344
Brent Sep         68.80     -0.31      69.21    68.38   245,910
"""
NO_PRICES = (
    "Stocks in LME warehouses, tonnes\n          Stock     Change\nCopper    95,275    -1,225\nZinc      112,150   -1,325\n",
    "Car sales in June\nToyota      152,000   +4.2%\nTesla       48,500    -12.0%\n",
    "Year-end forecasts of banks\nGoldman Sachs   4.20   4.10\nBarclays        4.50   4.40\n",
    "Quarterly results\n       Q1 FY26  Q1 FY25  % chg\nProfit  12,760   12,040   +6.0\nInfosys 42,279   39,315   +7.5\n",
)


def rows(read: Callable[[str], Extraction], text: str) -> set[tuple[object, ...]]:
    return {short(o) for o in read(text).observations}


def moves(read: Callable[[str], Extraction], text: str) -> set[tuple[object, ...]]:
    return {
        (o.instrument, o.level, o.level_kind, o.at, *((o.move.direction, o.move.value, o.move.basis) if o.move else NONE))
        for o in read(text).observations
    }


def test_a_move_of_the_day_is_not_measured_from_the_end_of_the_year(read: Callable[[str], Extraction]) -> None:
    assert moves(read, SEVERAL_PERIODS) == {
        ("XAUUSD", 3290.1, "last", "2025-07-04T15:12:00Z", "down", 0.19, "prev_close"),
        ("XAUUSD", 2624.5, "previous", "2024-12-31", *NONE),
        ("XAUUSD", None, None, "2025-07-04T15:12:00Z", "up", 25.36, "ytd"),
        ("GC", 3301.7, "last", "2025-07-04T15:12:00Z", "down", 0.3, "prev_close"),
        ("GC", 2641.0, "previous", "2024-12-31", *NONE),
        ("GC", None, None, "2025-07-04T15:12:00Z", "up", 25.02, "ytd"),
    }


def test_a_move_of_the_year_is(read: Callable[[str], Extraction]) -> None:
    assert moves(read, OF_A_YEAR) == {
        ("USDJPY", 144.58, "last", "2025-07-04", "down", 8.73, "ytd"),
        ("USDJPY", 157.2, "previous", "2024-12-31", *NONE),
        ("USDSGD", 1.2745, "last", "2025-07-04", "down", 7.16, "ytd"),
        ("USDSGD", 1.3657, "previous", "2024-12-31", *NONE),
    }


def test_extremes_are_of_the_day_of_the_table(read: Callable[[str], Extraction]) -> None:
    assert {(row[2], row[3]) for row in moves(read, EXTREMES)} == {
        ("close", "2025-07-03"), ("high", "2025-07-03"), ("low", "2025-07-03")
    }  # fmt: skip


def test_commas_alone_part_cells(read: Callable[[str], Extraction]) -> None:
    text = "Coin,Price,24h %,7d %\nBTC,108950.20,-0.6,+1.9\nETH,2541.30,-1.4,+4.0\n"
    assert {(row[0], *row[4:]) for row in moves(read, text)} == {
        ("BTCUSD", "down", 0.6, "prev_close"), ("BTCUSD", "up", 1.9, "week"),
        ("ETHUSD", "down", 1.4, "prev_close"), ("ETHUSD", "up", 4.0, "week"),
    }  # fmt: skip


def test_moves_of_a_day_and_a_week_may_be_alike(read: Callable[[str], Extraction]) -> None:
    text = "Index | Last | Day % | Week %\nDAX | 23,787.45 | -0.5 | -0.5\nFTSE MIB | 39,622.05 | -0.8 | -1.0\n"
    assert len(moves(read, text)) == 4


def test_figures_in_brackets_belong_to_the_label(read: Callable[[str], Extraction]) -> None:
    text = "Commodities\nBrent crude       $68.30    -0.5%\nCopper (LME 3m)   $9,865    -0.9%\n"
    assert ("COPPER", 9865.0, "last", "2025-07-04", "down", 0.9, "prev_close") in moves(read, text)


@pytest.mark.parametrize("text", NO_PRICES)
def test_tables_of_other_things_state_no_prices(read: Callable[[str], Extraction], text: str) -> None:
    assert read(text).observations == ()


AT_A_GLANCE = """Markets at a glance
                      Close       Chg      % chg
Dow                 44,828.53  +344.11    +0.77
10-yr Treasury          4.35%  +0.06
Gold, ounce         $3,331.60  -16.40    -0.49
Yen                    144.92  +1.25
"""
BY_PLACE = """Stock markets of the region
Market         Current      Prev Close   Pct Move
Singapore      4013.62      4019.57      -0.15
Bangkok        1119.72      1127.21      -0.66
"""
TURNOVER_BY_PLACE = """Stock market turnover, $m
               Friday       Thursday
Singapore      1513.62      1419.57
Bangkok        1119.72      1127.21
"""
NOT_NAMED = """Zloty steady
EUR/PLN     4.2475   4.2505   +0.07%

            ratio    daily    other
Zorb 2      3.45     +0.010   +162
Quux 9      5.41     -0.012   +282
"""


def test_a_row_may_lack_a_cell(read: Callable[[str], Extraction]) -> None:
    assert rows(read, AT_A_GLANCE) == {
        ("DJI", 44828.53, "close", "up", 0.77, "percent"), ("US10Y", 4.35, "close", "up", 6.0, "bp"),
        ("XAUUSD", 3331.6, "close", "down", 0.49, "percent"), ("USDJPY", 144.92, "close", "up", 1.25, "JPY"),
    }  # fmt: skip


def test_places_are_their_markets_below_a_title_that_says_so(read: Callable[[str], Extraction]) -> None:
    assert {(row[0], row[1], row[4]) for row in rows(read, BY_PLACE)} == {
        ("STI", 4013.62, 0.15), ("STI", 4019.57, None), ("SET", 1119.72, 0.66), ("SET", 1127.21, None)
    }  # fmt: skip
    assert rows(read, TURNOVER_BY_PLACE) == set()


def test_rows_without_a_known_name_say_nothing_of_the_last_one(read: Callable[[str], Extraction]) -> None:
    assert {row[0] for row in rows(read, NOT_NAMED)} <= {"EURPLN"}
    assert not {row[4] for row in rows(read, NOT_NAMED)} & {0.01, 0.012}


def test_changes_of_yields_are_basis_points_though_the_yields_are_in_percent(read: Callable[[str], Extraction]) -> None:
    text = (
        "Euro zone bonds\nYields in percent, changes on the day and gaps to Bunds in basis points:\n\n"
        "TEN YEARS    Yield  Change    Gap\nGermany       1.72      -8         -\nFrance        3.20      +9       148\n"
    )
    found = [
        (o.instrument, o.level, o.move.value if o.move else None, o.move.unit if o.move else None)
        for o in read(text).observations
    ]
    assert found == [("DE10Y", 1.72, 8.0, "bp"), ("FR10Y", 3.2, 9.0, "bp"), ("FR10Y-DE10Y", 148.0, None, None)]


def test_a_column_of_a_week_ago(read: Callable[[str], Extraction]) -> None:
    text = "The week in figures\n\n          Friday     Week ago    % change\nFTSE 100  8,786.6    8,884.4     -1.1"
    text += "\nCAC 40    7,616.5    7,685.1     -0.9\nGerman 10-yr (%)  2.68   2.73"
    rows = {(o.instrument, o.level, o.at, o.move and o.move.basis) for o in read(text).observations}
    assert ("UKX", 8884.4, "2025-06-27", None) in rows
    assert ("UKX", 8786.6, "2025-07-04", "week") in rows


def test_a_label_says_in_what_a_currency_is_priced(read: Callable[[str], Extraction]) -> None:
    text = "Currencies\n\n                Late Thu    Late Wed\nDollar in yen      146.13      145.58"
    text += "\nPound in euros    1.1584      1.1592"
    levels = {(o.instrument, o.level) for o in read(text).observations}
    assert levels == {("USDJPY", 146.13), ("USDJPY", 145.58), ("GBPEUR", 1.1584), ("GBPEUR", 1.1592)}


def test_changes_that_are_no_percentages_are_points(read: Callable[[str], Extraction]) -> None:
    text = "At a glance\nFTSE 100 8,788.08 +18.39\nDow 44,492 +330\nCAC 40 7,651.99 -21.22"
    assert [short(o)[3:] for o in read(text).observations] == [
        ("up", 18.39, "points"),
        ("up", 330.0, "points"),
        ("down", 21.22, "points"),
    ]


def test_tickers_alone_below_a_header_that_says_so(read: Callable[[str], Extraction]) -> None:
    rows = "AAPL   210.35   +2.11\nNVDA   159.69   -1.81\nKO      71.13   +0.66"
    assert [o.instrument for o in read(f"Movers\n\nSymbol  Last  % Chg\n{rows}").observations] == ["AAPL", "NVDA", "KO"]


def test_deferred_months_are_left_out(read: Callable[[str], Extraction]) -> None:
    rows = "Brent (Sept)      68.45     -0.71\nBrent (Oct)       67.62     -0.68"
    text = f"Oil settlements\n\nContract         Settle    Change\n{rows}"
    assert [o.level for o in read(text).observations] == [68.45]
