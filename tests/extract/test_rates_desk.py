"""Bonds spoken of by their price, points of policy rates, the money in which a clause counts; rows written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

BONDS_BY_PRICE = {
    "Local bonds: the R2035 was 4 points better, ending at 9.18%.": [("ZA_2035", 9.18, "close", "down", 4.0, "bp")],
    "The 10-year gilt was three basis points weaker at 4.71%.": [("GB10Y", 4.71, "last", "up", 3.0, "bp")],
    "India's 10-year bond was 2 basis points worse at 7.12%.": [("IN10Y", 7.12, "last", "up", 2.0, "bp")],
    "The 10-year gilt yield was three basis points lower at 4.71%.": [("GB10Y", 4.71, "last", "down", 3.0, "bp")],
}
PLACED_YIELDS = {
    "Germany's 10-year yield fell to 2.40%. In France the yield was down 3 basis points at 3.10%.": [
        ("DE10Y", 2.4, "last", "down", None, None), ("FR10Y", 3.1, "last", "down", 3.0, "bp"),
    ],
    "Germany's 10-year yield fell to 2.40%. Italy did worse: its 10-year yield rose to 3.60%.": [
        ("DE10Y", 2.4, "last", "down", None, None), ("IT10Y", 3.6, "last", "up", None, None),
    ],
    "Germany's 10-year yield fell to 2.40%. In France the yield curve steepened.": [("DE10Y", 2.4, "last", "down", None, None)],
    "The RBI cut the repo rate by a larger-than-expected 50 basis points to 5.50%.": [
        ("IN_POLICY", 5.5, "last", "down", 50.0, "bp"),
    ],
    "The euro bought 172.05 yen. The dollar index, which measures the currency against six peers, stood at 99.87.": [
        ("EURJPY", 172.05, "last", None, None, None), ("DXY", 99.87, "last", None, None, None),
    ],
}  # fmt: skip
PLURAL_TENORS = {
    "US 10-year Treasuries yielded 4.5%. Two-years yielded 4.91%, 6 basis points higher.": [
        ("US10Y", 4.5, "last", None, None, None),
        ("US2Y", 4.91, "last", "up", 6.0, "bp"),
    ],
    "The dollar was at 150 yen two years ago.": [("USDJPY", 150.0, "previous", None, None, None)],
}
POINTS_OF_POLICY = {
    "Turkey's central bank put its policy rate up 6 points to 30%.": [("TR_POLICY", 30.0, "last", "up", 600.0, "bp")],
    "Argentina's central bank cut its benchmark rate 10 points to 40%.": [("AR_POLICY", 40.0, "last", "down", 1000.0, "bp")],
    "The Bank of England cut Bank Rate by 25 points to 4%.": [("GB_POLICY", 4.0, "last", "down", 25.0, "bp")],
}
COUNTED_IN = {
    "Sterling was at $1.3225. In euros it bought 1.2006.": [
        ("GBPUSD", 1.3225, "last", None, None, None),
        ("GBPEUR", 1.2006, "last", None, None, None),
    ],
    "Sterling was at $1.3225. Measured in euros it was worth 1.2006, down 2%.": [
        ("GBPUSD", 1.3225, "last", None, None, None),
        ("GBPEUR", 1.2006, "last", "down", 2.0, "percent"),
    ],
    "Expressed in euros the pound stood at 1.2540.": [("GBPEUR", 1.254, "last", None, None, None)],
    "In London the euro was at 1.1540.": [("EURUSD", 1.154, "last", None, None, None)],
}
FRONTED = {
    "The euro cost $1.10. 0.6 percent lower when the news broke, the DAX finished at 16,210, up 1.1 percent.": [
        ("EURUSD", 1.1, "last", None, None, None),
        ("DAX", None, None, "down", 0.6, "percent"),
        ("DAX", 16210.0, "close", "up", 1.1, "percent"),
    ],
    "The euro cost $1.10. Down 2 percent before the decision, the DAX closed 1.1 percent higher.": [
        ("EURUSD", 1.1, "last", None, None, None),
        ("DAX", None, None, "down", 2.0, "percent"),
        ("DAX", None, None, "up", 1.1, "percent"),
    ],
}
COMPANIES = {
    "The DAX rose 1%, but it was export-minded firms that did best.": [("DAX", None, None, "up", 1.0, "percent")],
    "Brent firms 1%.": [("BRENT", None, None, "up", 1.0, "percent")],
}
PARALLEL = """Currencies
                        Latest    Daily % change
Brazil real             4.9541    -1.02
Mexico peso             17.1160   -0.71
Argentina peso (black market)  665   -9.77

Stock indexes           Latest    Daily % change
MSCI EM                 981.72    -1.29
Brazil Bovespa          118405.01 +0.28
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *BONDS_BY_PRICE.items(),
        *PLACED_YIELDS.items(),
        *PLURAL_TENORS.items(),
        *POINTS_OF_POLICY.items(),
        *COUNTED_IN.items(),
        *FRONTED.items(),
        *COMPANIES.items(),
    ],
)
def test_rows(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected


def test_a_row_of_another_market_is_left_out_and_the_next_table_read(read: Callable[[str], Extraction]) -> None:
    found = [(o.instrument, o.level) for o in read(PARALLEL).observations]
    assert found == [("USDBRL", 4.9541), ("USDMXN", 17.116), ("MXEF", 981.72), ("BVSP", 118405.01)]
