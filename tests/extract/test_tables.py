"""Tables in text: columns by their header, the direction of a row by its own levels."""

from __future__ import annotations

from collections.abc import Callable

from signals.records import Extraction
from tests.extract.conftest import short

CURRENCIES = """Asian currencies at 0200 GMT
CURRENCIES VS U.S. DOLLAR
Currency      Latest bid   Previous day   Pct Move
Japan yen     157.30       157.85         +0.35
Indian rupee  83.45        83.38          -0.08
"""


def test_a_plus_of_the_currency_is_a_fall_of_the_pair(read: Callable[[str], Extraction]) -> None:
    assert {short(o) for o in read(CURRENCIES).observations} == {
        ("USDJPY", 157.3, "last", "down", 0.35, "percent"),
        ("USDJPY", 157.85, "previous", None, None, None),
        ("USDINR", 83.45, "last", "up", 0.08, "percent"),
        ("USDINR", 83.38, "previous", None, None, None),
    }


def test_the_clock_of_the_title_holds_for_the_rows(read: Callable[[str], Extraction]) -> None:
    times = {o.instrument: o.at for o in read(CURRENCIES).observations if o.level_kind == "last"}
    assert times == {"USDJPY": "2025-07-04T02:00:00Z", "USDINR": "2025-07-04T02:00:00Z"}


def test_change_and_percentage_columns_are_told_apart(read: Callable[[str], Extraction]) -> None:
    text = "Index | Last | Change | % Chg\nS&P 500 | 5,120.45 | -62.10 | -1.20%\nDow Jones | 38,120.00 | -305.00 | -0.79%\n"
    assert [short(o) for o in read(text).observations] == [
        ("SPX", 5120.45, "last", "down", 1.2, "percent"),
        ("DJI", 38120.0, "last", "down", 0.79, "percent"),
    ]


def rows(read: Callable[[str], Extraction], text: str) -> set[tuple[object, ...]]:
    return {short(o) for o in read(text).observations}


def test_a_row_whose_name_is_not_known_keeps_the_table_together(read: Callable[[str], Extraction]) -> None:
    text = """
        VS U.S. DOLLAR
        Currency     Bid now   Day before  % chg
        Sing dlr     1.3135    1.3142      +0.05
        Zorkmid      12.10     12.00       -0.83
        Peso         56.640    56.580      -0.11
        Baht         34.310    34.500      +0.55
        Rupiah       15460     15545       +0.55
        """
    found = rows(read, text)
    assert ("USDPHP", 56.64, "last", "up", 0.11, "percent") in found
    assert ("USDIDR", 15460.0, "last", "down", 0.55, "percent") in found
    assert {row[0] for row in found} == {"USDSGD", "USDPHP", "USDTHB", "USDIDR"}


def test_banks_tables_are_priced_in_the_currency_of_their_heading(read: Callable[[str], Extraction]) -> None:
    title = "Interbank closing rates (naira):\n\nCurrency     Buying     Selling\n"
    text = title + "US dollar    196.50     197.50\nPound   277.35  278.76\n"
    assert rows(read, text) == {
        ("USDNGN", 196.5, "close", None, None, None),
        ("GBPNGN", 277.35, "close", None, None, None),
    }


def test_a_table_of_the_kerb_market_states_nothing_of_the_interbank_rate(read: Callable[[str], Extraction]) -> None:
    text = "Open market rates in Pakistani rupees\nCurrency  Buying  Selling\nUS dollar  281.50  283.10\nEuro  304.00  306.50\n"
    assert rows(read, text) == set()


def test_without_a_header_points_and_percent_are_told_apart_by_arithmetic(read: Callable[[str], Extraction]) -> None:
    text = "European bourses\nFTSE 100     6,833.93    +86.83    +1.29\nIBEX 35      9,166.90    -8.10     -0.09\n"
    assert {row[3:] for row in rows(read, text)} == {("up", 1.29, "percent"), ("down", 0.09, "percent")}


def test_a_change_that_may_be_points_or_percent_is_left_out_and_its_level_kept(read: Callable[[str], Extraction]) -> None:
    text = "European bourses\nFTSE 100     6,833.93    +0.83\nIBEX 35      9,166.90    -0.10\n"
    assert rows(read, text) == {
        ("UKX", 6833.93, "last", None, None, None),
        ("IBEX35", 9166.9, "last", None, None, None),
    }


def test_bars_brackets_and_the_year_to_date(read: Callable[[str], Extraction]) -> None:
    text = "Index | Close | % Chg | YTD %\nS&P 500 | 5,120.45 | (1.20%) | +7.30%\nDow | 38,120.00 | -0.79% | +1.10%\n"
    found = read(text).observations
    assert ("SPX", None, None, "up", 7.3, "percent") in {short(o) for o in found}
    assert {o.move.basis for o in found if o.move and o.move.value in (7.3, 1.1)} == {"ytd"}


def test_prices_without_a_currency_sign_count_where_they_are_possible(read: Callable[[str], Extraction]) -> None:
    text = "Energy        Last    Change   % chg\nBrent crude   82.50   +0.45    +0.55\nWTI           78.30   -0.10    -0.13\n"
    assert rows(read, text) == {
        ("BRENT", 82.5, "last", "up", 0.55, "percent"),
        ("WTI", 78.3, "last", "down", 0.13, "percent"),
    }


def test_counts_in_rows_are_no_table_of_prices(read: Callable[[str], Extraction]) -> None:
    text = "Gold medals by country\nFrance      16    26\nJapan       20    12\nCopper mines opened   3    4\n"
    assert rows(read, text) == set()


def test_words_between_the_figures_say_what_they_are(read: Callable[[str], Extraction]) -> None:
    text = "Rates at 1700 GMT\nEUR/USD  1.1435   previous 1.1428\nUSD/CHF  0.9945   previous 0.9918\n"
    assert rows(read, text) == {
        ("EURUSD", 1.1435, "last", None, None, None),
        ("EURUSD", 1.1428, "previous", None, None, None),
        ("USDCHF", 0.9945, "last", None, None, None),
        ("USDCHF", 0.9918, "previous", None, None, None),
    }


def test_a_sentence_with_two_figures_is_no_row(read: Callable[[str], Extraction]) -> None:
    text = "Gold rose to $2,310.50 after 12 days\nSilver rose to $29.10 after 14 days\n"
    assert ("XAUUSD", 2310.5, "last", "up", None, None) in rows(read, text)


PERIODS = """Majors at 0900 UTC
          Price       24h       7d     YTD
BTC      61,250     +1.2%    -4.8%    +45%
ETH       3,310     -0.7%    -6.0%    +44%
"""

FIXES = """London morning fixes, dollars an ounce
             Thu        Wed     chg %     2025 %
Gold    3,336.20   3,349.80     -0.41      +27.9
Silver     37.10      36.55     +1.50      +28.4
"""


def test_a_column_names_the_period_of_its_moves(read: Callable[[str], Extraction]) -> None:
    found = {
        (o.instrument, o.level, o.move and (o.move.direction, o.move.value, o.move.basis)) for o in read(PERIODS).observations
    }
    assert found == {
        ("BTCUSD", 61250.0, ("up", 1.2, "prev_close")),
        ("BTCUSD", None, ("down", 4.8, "week")),
        ("BTCUSD", None, ("up", 45.0, "ytd")),
        ("ETHUSD", 3310.0, ("down", 0.7, "prev_close")),
        ("ETHUSD", None, ("down", 6.0, "week")),
        ("ETHUSD", None, ("up", 44.0, "ytd")),
    }


def test_columns_named_by_their_days_are_the_last_level_and_the_one_before(read: Callable[[str], Extraction]) -> None:
    found = {(o.instrument, o.level, o.level_kind, o.at) for o in read(FIXES).observations if o.level is not None}
    assert found == {
        ("XAUUSD", 3336.2, "fixing", "2025-07-03"),
        ("XAUUSD", 3349.8, "fixing", "2025-07-02"),
        ("XAGUSD", 37.1, "fixing", "2025-07-03"),
        ("XAGUSD", 36.55, "fixing", "2025-07-02"),
    }


def test_a_period_that_is_not_in_percent_is_no_move(read: Callable[[str], Extraction]) -> None:
    text = "Metal     Last     Week    3-month\nCopper   9,850   12,300     9,910\nZinc     2,810    8,150     2,840\n"
    assert [o.move for o in read(text).observations] == [None, None]


def test_a_mark_for_no_figure_is_a_cell_and_unchanged_is_a_change_of_nothing(read: Callable[[str], Extraction]) -> None:
    text = """Index            Close     Net     Pct
        Nikkei 225    39,120.10   unch    0.00
        Hang Seng     23,510.05      -       -
        Kospi          3,054.28  -6.10   -0.20
        """
    assert rows(read, text) == {
        ("NKY", 39120.1, "close", "flat", None, None),
        ("HSI", 23510.05, "close", None, None, None),
        ("KOSPI", 3054.28, "close", "down", 0.2, "percent"),
    }


def test_yields_below_nothing_their_moves_in_basis_points_and_gaps_to_the_bund(read: Callable[[str], Extraction]) -> None:
    text = """Benchmark bonds     Yield    Chg (bps)   vs Bund
        Schatz 2-yr        -0.715     -1.2         -
        Bund 10-yr         -0.250     +0.6         -
        OAT 10-yr           0.030     +0.4        28.0
        """
    assert rows(read, text) == {
        ("DE2Y", -0.715, "last", "down", 1.2, "bp"),
        ("DE10Y", -0.25, "last", "up", 0.6, "bp"),
        ("FR10Y", 0.03, "last", "up", 0.4, "bp"),
        ("FR10Y-DE10Y", 28.0, "last", None, None, None),
    }


def test_codes_of_known_rows_tell_the_exchange_of_the_others_and_are_no_prices(read: Callable[[str], Extraction]) -> None:
    text = """Stock               Ticker    Last    % chg
        Suncor              SU       51.20    +0.40
        Cdn Natural         CNQ      43.10    -1.15
        """
    assert rows(read, text) == {
        ("SU.TO", 51.2, "last", "up", 0.4, "percent"),
        ("CNQ.TO", 43.1, "last", "down", 1.15, "percent"),
    }
    bracketed = (
        "Name                 Close     Chg\nSABIC (2010)         88.40    -0.70%\nJarir (4190)         13.10    +0.10%\n"
    )
    assert {row[:2] for row in rows(read, bracketed)} == {("2010.SR", 88.4), ("4190.SR", 13.1)}


def test_days_head_columns_and_the_latest_is_the_price(read: Callable[[str], Extraction]) -> None:
    text = """Index         Thu          Wed       % chg
        DAX        23,934.10    23,790.10    +0.61
        CAC 40      7,754.55     7,738.42    +0.21
        """
    assert {row[:4] for row in rows(read, text)} == {
        ("DAX", 23934.1, "close", "up"),
        ("DAX", 23790.1, "previous", None),
        ("CAC40", 7754.55, "close", "up"),
        ("CAC40", 7738.42, "previous", None),
    }


def test_a_line_that_parts_a_table_leaves_its_header_in_force(read: Callable[[str], Extraction]) -> None:
    text = """Market         Last       Pct
        ASIA
        Nikkei 225    39,810.88   +0.06
        EUROPE
        FTSE 100       8,822.91   -0.25
        DAX           23,787.45   -0.61
        AMERICA
        S&P 500        6,279.35   +0.83
        """
    assert {row[:2] for row in rows(read, text)} == {
        ("NKY", 39810.88), ("UKX", 8822.91), ("DAX", 23787.45), ("SPX", 6279.35)
    }  # fmt: skip


def test_three_months_metal_is_the_price_where_cash_stands_beside_it(read: Callable[[str], Extraction]) -> None:
    text = """Metal       Cash       3 mths      Chg     Stocks
        Copper     9,870.00    9,885/9,890   -61.0    95,275
        Zinc       2,690.00    2,735/2,737   +12.0   112,150
        """
    assert rows(read, text) == {
        ("COPPER", 9885.0, "last", "down", 61.0, "USD"),
        ("ZINC", 2735.0, "last", "up", 12.0, "USD"),
    }


STACKED = """TABLE-Koruna leads its neighbours
July 4 - Currencies of the region as banks quoted them against the euro in the morning, at 0946 GMT:

                Latest   Previous Daily    Change
                         close    change   in 2025
Czech crown     24.395   24.408   +0.05%   +2.12%
Hungary forint  398.25   397.60   -0.16%   +3.31%
"""


def test_a_header_of_two_lines_is_read_by_its_columns(read: Callable[[str], Extraction]) -> None:
    assert {(o.instrument, o.level, o.level_kind, o.move and (o.move.direction, o.move.value, o.move.basis))
            for o in read(STACKED).observations} == {
        ("EURCZK", 24.395, "last", ("down", 0.05, "prev_close")), ("EURCZK", 24.408, "previous", None),
        ("EURCZK", None, None, ("down", 2.12, "ytd")),
        ("EURHUF", 398.25, "last", ("up", 0.16, "prev_close")), ("EURHUF", 397.6, "previous", None),
        ("EURHUF", None, None, ("down", 3.31, "ytd")),
    }  # fmt: skip


SECTIONS = """Africa FX: shillings diverge
The Ugandan and the Kenyan unit are seen apart next week.

KENYA
The shilling traded at 129.20 to the dollar.

UGANDA
The shilling stood at 3,590 to the dollar.
"""


def test_a_country_on_a_line_of_its_own_heads_a_section(read: Callable[[str], Extraction]) -> None:
    assert [(o.instrument, o.level) for o in read(SECTIONS).observations] == [("USDKES", 129.2), ("USDUGX", 3590.0)]


PRICED_BY_COLUMN = """Eastern Europe, prices taken at 0905 GMT

CURRENCIES       Bid vs      Prev.       Change   Change
                 euro        close       on day   in 2025
Czech crown      24.655      24.720      +0.26    -0.58
Hungary forint   402.400     404.250     +0.46    +4.03
"""


def test_a_column_says_in_what_its_currencies_are_priced(read: Callable[[str], Extraction]) -> None:
    found = {(o.instrument, o.level, o.move and (o.move.direction, o.move.value, o.move.unit, o.move.basis))
             for o in read(PRICED_BY_COLUMN).observations}  # fmt: skip
    assert found == {
        ("EURCZK", 24.655, ("down", 0.26, "percent", "prev_close")), ("EURCZK", 24.72, None),
        ("EURCZK", None, ("up", 0.58, "percent", "ytd")),
        ("EURHUF", 402.4, ("down", 0.46, "percent", "prev_close")), ("EURHUF", 404.25, None),
        ("EURHUF", None, ("down", 4.03, "percent", "ytd")),
    }  # fmt: skip


PRICED_BY_NOTE = """Forint slips
July 4 - Currencies of the region at 0931 CET:

                  Latest    Previous  Daily     Change
                  bid       close     change    in 2025
Czech crown       24.0450   24.0400   -0.02%    -0.17%
Hungary forint    401.4000  399.5500  -0.46%    +1.04%

Note: a positive figure means that the currency has firmed against the euro.
"""


def test_a_note_says_in_what_the_currencies_of_a_table_are_priced(read: Callable[[str], Extraction]) -> None:
    assert {o.instrument for o in read(PRICED_BY_NOTE).observations} == {"EURCZK", "EURHUF"}
