"""Lists of exchange rates and of fixings, read by what heads them; the rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

NONE = (None, None, None)
PER_EURO = """Euro reference rates of 2 July
The European Central Bank set these rates at 14:15, units for one euro

US dollar      USD   1.1755
Japanese yen   JPY   169.44
Pound sterling GBP   0.86310
Swiss franc    CHF   0.9342"""
BEFORE_IN_BRACKETS = """Euro fixings
The ECB fixed the euro as follows (day before in brackets):

USD   1.1037 (1.1151)
GBP   0.91123 (0.91695)"""
BY_LOT = """Norges Bank exchange rates, in Norwegian kroner

1 U.S. dollar      10.0815
100 SEK           105.93
Yen (100)           6.9878"""
WITH_CHANGES = """Bank of Russia official exchange rates (roubles)

Currency              Rate        Change
US dollar, 1          79.1512     +0.8059
Japanese yen, 100     54.2662     -0.7201"""
AGAINST = """Central European currencies per euro

                Latest    YTD %
Czech crown     24.395    +1.12
Polish zloty    4.2655    -0.28"""
HALVES = """LBMA prices (USD/oz)

Metal           AM          PM
Gold       3,301.80    3,339.05
Platinum   1,333.00    1,362.00"""
FIXES = """LONDON FIXES ($/oz)

Gold AM fix       3,341.50
Silver fix           36.52"""
LISTS = {
    PER_EURO: [
        ("EURCHF", 0.9342, "fixing", *NONE),
        ("EURGBP", 0.8631, "fixing", *NONE),
        ("EURJPY", 169.44, "fixing", *NONE),
        ("EURUSD", 1.1755, "fixing", *NONE),
    ],
    BEFORE_IN_BRACKETS: [
        ("EURGBP", 0.91123, "fixing", *NONE),
        ("EURGBP", 0.91695, "fixing", *NONE),
        ("EURUSD", 1.1037, "fixing", *NONE),
        ("EURUSD", 1.1151, "fixing", *NONE),
    ],
    BY_LOT: [
        ("JPYNOK", 0.069878, "fixing", *NONE),
        ("SEKNOK", 1.0593, "fixing", *NONE),
        ("USDNOK", 10.0815, "fixing", *NONE),
    ],
    WITH_CHANGES: [
        ("JPYRUB", 0.542662, "fixing", "down", 0.007201, "RUB"),
        ("USDRUB", 79.1512, "fixing", "up", 0.8059, "RUB"),
    ],
    AGAINST: [  # a plus is a gain of the currency, a fall of the pair
        ("EURCZK", 24.395, "last", "down", 1.12, "percent"),
        ("EURPLN", 4.2655, "last", "up", 0.28, "percent"),
    ],
    HALVES: [
        ("XAUUSD", 3301.8, "fixing", *NONE),
        ("XAUUSD", 3339.05, "fixing", *NONE),
        ("XPTUSD", 1333.0, "fixing", *NONE),
        ("XPTUSD", 1362.0, "fixing", *NONE),
    ],
    FIXES: [("XAGUSD", 36.52, "fixing", *NONE), ("XAUUSD", 3341.5, "fixing", *NONE)],
}


@pytest.mark.parametrize(("text", "rows"), LISTS.items())
def test_lists_of_rates(text: str, rows: list[tuple[object, ...]], read: Callable[[str], Extraction]) -> None:
    assert sorted((short(o) for o in read(text).observations), key=str) == sorted(rows, key=str)


def test_a_row_that_cannot_be_is_left_out(read: Callable[[str], Extraction]) -> None:
    text = f"{PER_EURO}\nPolish zloty   PLN   42.655"
    assert [o.instrument for o in read(text).observations] == ["EURUSD", "EURJPY", "EURGBP", "EURCHF"]


def test_the_fixing_before_is_of_the_day_before(read: Callable[[str], Extraction]) -> None:
    told = {(o.level, o.at) for o in read(BEFORE_IN_BRACKETS).observations if o.instrument == "EURUSD"}
    assert told == {(1.1037, "2025-07-04"), (1.1151, "2025-07-03")}


@pytest.mark.parametrize(
    "text",
    [
        "The ECB meets on Thursday\n\nJapanese yen   144.30\nSwiss franc   0.7942\nPolish zloty   3.6255",
        "The rand firmed\n\nJapanese yen   144.30\nSwiss franc   0.7942",
    ],
)
def test_a_heading_prices_no_rows_that_are_impossible_in_its_currency(text: str, read: Callable[[str], Extraction]) -> None:
    assert {o.instrument[:3] for o in read(text).observations} == {"USD"}


def test_a_clock_above_a_single_column_dates_it(read: Callable[[str], Extraction]) -> None:
    text = "Gold rose at 0900 GMT and then lost all of it.\n\nSpot prices (12:30 GMT)\nGold     3,330.20\nSilver   36.91"
    assert {o.at for o in read(text).observations if o.level} == {"2025-07-04T12:30:00Z"}


def test_words_behind_a_name_make_it_something_else(read: Callable[[str], Extraction]) -> None:
    text = "At the close\n\nGold index     1,764.06   +1.95%\nGold           3,330.20   +0.20%\nCopper stocks  9,250   -1.10%"
    assert [short(o)[:2] for o in read(text).observations] == [("XAUUSD", 3330.2)]


def test_cells_parted_by_commas_behind_a_number_in_a_name(read: Callable[[str], Extraction]) -> None:
    text = "index,last,change,pct\nS&P 500,6251.10,-65.52,-1.04\nDow Jones,44192.20,-153.17,-0.35"
    assert [short(o) for o in read(text).observations] == [
        ("SPX", 6251.1, "last", "down", 1.04, "percent"),
        ("DJI", 44192.2, "last", "down", 0.35, "percent"),
    ]


def test_a_change_with_its_unit_needs_no_header(read: Callable[[str], Extraction]) -> None:
    rows = ("CBOT wheat   WN5   $5.27-1/4 a bushel   down 15-3/4 cents", "CBOT corn    CN5   $4.20 a bushel   up 2 cents")
    text = "\n".join(("Grains at a glance", "", *rows))
    assert [short(o)[3:] for o in read(text).observations] == [("down", 0.1575, "USD"), ("up", 0.02, "USD")]


def test_an_equation_is_a_row(read: Callable[[str], Extraction]) -> None:
    text = "Exchange rates (in Philippine pesos)\n1 US dollar = 56.8600\n100 Japanese yen = 39.4100\nSouth African rand 3.2102"
    assert [short(o)[:2] for o in read(text).observations] == [("USDPHP", 56.86), ("JPYPHP", 0.3941), ("ZARPHP", 3.2102)]


def test_the_currency_that_a_report_speaks_of_prices_a_list_with_the_dollar(read: Callable[[str], Extraction]) -> None:
    rows_of_list = "US dollar  1  83.5913  +4.9057\nJapanese yen  100  57.5650  +4.3012"
    text = f"The rouble fell on Friday.\n\nCurrency  Unit  Rate  Change\n{rows_of_list}"
    rows = [short(o)[:5] for o in read(text).observations if o.level]
    assert rows == [("USDRUB", 83.5913, "last", "up", 4.9057), ("JPYRUB", 0.57565, "last", "up", 0.043012)]


def test_a_country_in_the_heading_prices_its_rates(read: Callable[[str], Extraction]) -> None:
    rows = "USD        298.11   302.92\nEUR        350.24   358.75"
    text = f"Sri Lanka exchange rates (commercial banks)\nCurrency   Buying   Selling\n{rows}"
    assert [short(o)[:2] for o in read(text).observations] == [("USDLKR", 298.11), ("EURLKR", 350.24)]


def test_rows_of_unknown_names_say_nothing_of_the_last_one(read: Callable[[str], Extraction]) -> None:
    rows = "Zorb   0.74   -3\nQuux   2.01   -4\nFrob   1.43   -5"
    found = read(f"The rand fell on Friday.\n\nCountry  Yield (%)  Change (bp)\n{rows}").observations
    assert [(o.instrument, o.move and o.move.value) for o in found] == [("USDZAR", None)]


def test_a_bare_figure_as_large_as_the_level_is_no_change(read: Callable[[str], Extraction]) -> None:
    text = "At a glance\nSterling      $1.3612   ($1.3615)\nSpot gold     $3,354.60   +$0.30\nNYMEX crude   $66.35   -$0.09"
    assert [short(o)[3:5] for o in read(text).observations] == [(None, None), ("up", 0.3), ("down", 0.09)]


def test_a_line_above_says_that_changes_are_in_percent(read: Callable[[str], Extraction]) -> None:
    rows = "\n\nGold       1,198.40    -0.38\nSilver        14.63    -0.27\nPlatinum     826.50    +0.54\n"
    told = read("MARKET INDICATORS\nChange is in percent." + rows).observations
    moved = [(o.instrument, o.move.direction, o.move.value, o.move.unit) for o in told if o.move]
    assert moved == [
        ("XAUUSD", "down", 0.38, "percent"),
        ("XAGUSD", "down", 0.27, "percent"),
        ("XPTUSD", "up", 0.54, "percent"),
    ]
    assert [o.move for o in read("MARKET INDICATORS" + rows).observations] == [None, None, None]
