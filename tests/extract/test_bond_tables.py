"""Tables of bonds: the heading gives the tenor and the rows the countries, or the other way round."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

NONE = (None, None, None)

BY_COUNTRY = """Ten-year yields in percent at 1515 GMT (previous = Thursday's close, spreads over Germany in basis points):

              Last     Previous   Chg (bp)   Spread
Germany       2.246    2.176       +7.0      -
Italy         3.586    3.570       +1.6      134.0
"""
OF_TWO_LINES = """Bonds of the euro area
LONDON - Ten-year government paper on Friday, the day after the central bank had met and said that it would wait and see.

          Yield   Change   Spread
              %       bp   to Bund, bp
Germany     -0.19      +4        -
Spain        0.82     -36      101
"""
BY_TENOR = """US Treasuries in New York
           Yield    Change
2-year     3.882    +1.5
10-year    4.346    -1.9
"""
OF_AN_ISSUER = """S. Korean bond yields
                        Friday    Thursday  Chg (bp)
Treasury, 3-year        2.626     2.585     +4.1
Corporate AA-, 3-year   3.232     3.196     +3.6
"""
BOTH = """SOVEREIGN DEBT
Country     2-yr    10-yr
UK          3.86    4.55
Japan       0.74    1.44
"""
GAPS = """Bond spreads over Bunds (10-year, basis points)
            Friday   Thursday
Italy        86        88
Germany      -         -
"""
PRICES_TOO = """Benchmark gilts
          Price     Chg      Yield     Chg bp
2-yr      99.85    +0.04     3.86       -2.0
30-yr     88.10    +0.35     5.35       -1.4
"""
IN_BASIS_POINTS = """JGB yields in Tokyo:
2yr  0.740  (-0.5bp)
10yr 1.435  (+1.0bp)
"""
IN_WORDS = """Treasuries (yield, change)
2-year note     3.88%   up 1.5 bp
10-year note    4.35%   down 2.0 bp
"""
MATURING = """Government of Canada bonds, Wednesday

Term    Coupon  Maturity      Price    Yield   Prev.   Chg
2-yr    1.250   Feb. 1/17     100.41   0.988   1.001   -1.3
30-yr   2.750   Dec. 1/48     110.20   2.279   2.279   unch
"""
MATURING_IN_DAYS = """German government bonds, late prices
              Coupon   Maturity     Price     Yield %   Prev. yield %
Bund 10-yr    0.50     15.02.28     101.23    0.372     0.391
Schatz 2-yr   0.00     13.03.20     101.01    -0.596    -0.588
"""
TABLES = {
    MATURING: {
        ("CA2Y", 0.988, "last", "down", 1.3, "bp"), ("CA2Y", 1.001, "previous", *NONE),
        ("CA30Y", 2.279, "last", "flat", None, None), ("CA30Y", 2.279, "previous", *NONE),
    },
    MATURING_IN_DAYS: {
        ("DE10Y", 0.372, "last", *NONE), ("DE10Y", 0.391, "previous", *NONE),
        ("DE2Y", -0.596, "last", *NONE), ("DE2Y", -0.588, "previous", *NONE),
    },
    BY_COUNTRY: {
        ("DE10Y", 2.246, "last", "up", 7.0, "bp"), ("DE10Y", 2.176, "previous", *NONE),
        ("IT10Y", 3.586, "last", "up", 1.6, "bp"), ("IT10Y", 3.57, "previous", *NONE),
        ("IT10Y-DE10Y", 134.0, "last", *NONE),
    },
    OF_TWO_LINES: {
        ("DE10Y", -0.19, "last", "up", 4.0, "bp"), ("ES10Y", 0.82, "last", "down", 36.0, "bp"),
        ("ES10Y-DE10Y", 101.0, "last", *NONE),
    },
    BY_TENOR: {("US2Y", 3.882, "last", "up", 1.5, "bp"), ("US10Y", 4.346, "last", "down", 1.9, "bp")},
    OF_AN_ISSUER: {("KR3Y", 2.626, "last", "up", 4.1, "bp"), ("KR3Y", 2.585, "previous", *NONE)},
    BOTH: {
        ("GB2Y", 3.86, "last", *NONE), ("GB10Y", 4.55, "last", *NONE),
        ("JP2Y", 0.74, "last", *NONE), ("JP10Y", 1.44, "last", *NONE),
    },
    GAPS: {("IT10Y-DE10Y", 86.0, "last", *NONE), ("IT10Y-DE10Y", 88.0, "previous", *NONE)},
    PRICES_TOO: {("GB2Y", 3.86, "last", "down", 2.0, "bp"), ("GB30Y", 5.35, "last", "down", 1.4, "bp")},
    IN_BASIS_POINTS: {("JP2Y", 0.74, "last", "down", 0.5, "bp"), ("JP10Y", 1.435, "last", "up", 1.0, "bp")},
    IN_WORDS: {("US2Y", 3.88, "last", "up", 1.5, "bp"), ("US10Y", 4.35, "last", "down", 2.0, "bp")},
}  # fmt: skip
NO_BONDS = (
    "Ten-year growth rates, per cent\nGermany     1.10    0.95\nItaly       0.60    0.45\n",
    "Inflation, per cent\n            June    May\nGermany     2.05    2.11\nFrance      0.92    0.71\n",
    "Returns of funds\nCountry     5-year   10-year\nJapan       4.10     6.20\nIndia       9.15     11.30\n",
    "US mortgage rates\n30-year     6.71    6.75\n15-year     5.92    5.96\n",
    "Deficits under the 10-year plan\nItaly       3.45    3.31\nFrance      5.81    5.72\n",
)


@pytest.mark.parametrize("text", TABLES)
def test_rows_are_bonds(read: Callable[[str], Extraction], text: str) -> None:
    assert {short(o) for o in read(text).observations} == TABLES[text]


def test_a_maturity_dates_no_row(read: Callable[[str], Extraction]) -> None:
    assert {o.at for o in read(MATURING).observations} == {"2025-07-02", "2025-07-01"}


@pytest.mark.parametrize("text", NO_BONDS)
def test_other_rates_are_no_bonds(read: Callable[[str], Extraction], text: str) -> None:
    assert read(text).observations == ()
