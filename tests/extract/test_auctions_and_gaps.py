"""Yields at auctions, gaps between bonds told in other words, bands of policy rates; rows written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

AUCTIONS = {
    "Britain sold 2 billion pounds of 20-year gilts at an average yield of 5.21%, with a tail of 0.4 basis points.": [
        ("GB20Y", 5.21, "last", None, None, None)
    ],
    "The sale of $40 billion in U.S. 10-year notes drew a high yield of 4.362%, below the when-issued level of 4.368%.": [
        ("US10Y", 4.362, "last", None, None, None)
    ],
    "Portugal paid 3.02% to sell 10-year bonds.": [("PT10Y", 3.02, "last", None, None, None)],
    "Bidders shunned Germany's 10-year bonds. The paper was sold at an average yield of 1.98%.": [
        ("DE10Y", 1.98, "last", None, None, None)
    ],
    "Spain sold 10-year bonds with a coupon of 3.2% and six-month bills at an average yield of 1.9%.": [],
}
SLOPES = {
    "The U.S. two-year/10-year yield curve was last at 52.4 basis points.": [("US10Y-US2Y", 52.4, "last", None, None, None)],
    "The part of the U.S. curve comparing two- and 10-year yields was inverted at minus 88 basis points.": [
        ("US10Y-US2Y", -88.0, "last", None, None, None)
    ],
    "The German 2-year/10-year yield curve steepened 4 bps to 71 bps.": [("DE10Y-DE2Y", 71.0, "last", "up", 4.0, "bp")],
    "The U.S. 10-year yield was at 4.7% and the two-year at 5.1%. The inversion of the curve shrank to minus 40 bps.": [
        ("US10Y", 4.7, "last", None, None, None), ("US2Y", 5.1, "last", None, None, None),
        ("US10Y-US2Y", -40.0, "last", None, None, None),
    ],
    "The U.S. 10-year yield was at 4.7%. The inversion of the curve shrank to minus 40 bps.": [
        ("US10Y", 4.7, "last", None, None, None)
    ],
}  # fmt: skip
GAPS = {
    "The Irish ten-year yield was 8.76%. The difference between that and what Germany pays is now 632 basis points.": [
        ("IE10Y", 8.76, "last", None, None, None), ("IE10Y-DE10Y", 632.0, "last", None, None, None),
    ],
    "Italy pays 91 basis points more than Germany to borrow for ten years.": [("IT10Y-DE10Y", 91.0, "last", None, None, None)],
    "Spain's 10-year yield was 3.19%, a premium of 62 basis points over the equivalent Bund.": [
        ("ES10Y", 3.19, "last", None, None, None), ("ES10Y-DE10Y", 62.0, "last", None, None, None),
    ],
    "The extra yield that investors demand to hold French 10-year bonds over Bunds rose to 79 bps.": [
        ("FR10Y-DE10Y", 79.0, "last", "up", None, None)
    ],
    "Spain's 10-year yield rose 5 basis points more than Germany's.": [("ES10Y", None, None, "up", 5.0, "bp")],
}  # fmt: skip
BANDS = {
    "The Fed's target range goes to 2%-2.25%.": [("US_POLICY", 2.25, "last", None, None, None)],
    "The FOMC kept the target range for the federal funds rate at 4-1/4 to 4-1/2 percent.": [
        ("US_POLICY", 4.5, "last", "flat", None, None)
    ],
    "Fed funds are still at 4.25% to 4.5%.": [("US_POLICY", 4.5, "last", None, None, None)],
    "The Bank of England raised its key rate from 4.25% to 4.5%.": [
        ("GB_POLICY", 4.5, "last", "up", None, None), ("GB_POLICY", 4.25, "previous", None, None, None),
    ],
    "The Bank of England's key rate was left at 4.25%.": [("GB_POLICY", 4.25, "last", "flat", None, None)],
    "The Bank of Canada cut its key rate to 2.5% while the Fed's stands at 4.25%.": [
        ("CA_POLICY", 2.5, "last", "down", None, None), ("US_POLICY", 4.25, "last", None, None, None),
    ],
    "Fed funds futures slid to 95.9.": [],
}  # fmt: skip
ASIDES = {
    "The central bank of Thailand is likely to bring its key rate, now 4.75 percent, down to 4.5 percent.": [
        ("TH_POLICY", 4.75, "last", None, None, None), ("TH_POLICY", 4.5, "forecast", None, None, None),
    ],
    "The Bank of Israel cut its key rate to 4.5%. The rate had been 4.75% since May.": [
        ("IL_POLICY", 4.5, "last", "down", None, None), ("IL_POLICY", 4.75, "previous", None, None, None),
    ],
    "The Bank of Israel cut its key rate to 4.5%, when inflation was at 3.3%; it has since climbed to 3.9%.": [
        ("IL_POLICY", 4.5, "last", "down", None, None)
    ],
}  # fmt: skip
DEALT = {
    "Bonds: 2y POLGB went out at 4.61%, 9bp lower. 10y only -4bp, 5.29%.": [
        ("PL2Y", 4.61, "close", "down", 9.0, "bp"), ("PL10Y", 5.29, "last", "down", 4.0, "bp"),
    ],
    "US 10-year 4.31%, 2-year 3.88%.": [
        ("US10Y", 4.31, "last", None, None, None), ("US2Y", 3.88, "last", None, None, None),
    ],
    "Indications are for the R2035 at 11.42%, 21bp better than before.": [("ZA_2035", 11.42, "last", "down", 21.0, "bp")],
    "The shares closed at R186, up 1.2%.": [],
    "Nigeria's bond auction: 12.75% FGN APR 2023 (5-year re-opening) allotted at 14.10%.": [
        ("NG_2023", 14.1, "last", None, None, None)
    ],
    "India's swap rates eased, with the one-year at 5.53% and the five-year down 2 bps at 5.72%.": [],
    "The U.S. 10-year note fell 5 ticks.": [("US10Y", None, None, "up", None, None)],
}  # fmt: skip
BY_PRICE = {
    "Greek 10-year debt rallied.": [("GR10Y", None, None, "down", None, None)],
    "The yield on the Greek 10-year bond rose.": [("GR10Y", None, None, "up", None, None)],
}


@pytest.mark.parametrize("text", [*AUCTIONS, *SLOPES, *GAPS, *BANDS, *ASIDES, *DEALT, *BY_PRICE])
def test_rates_in_the_words_of_other_houses(read: Callable[..., Extraction], text: str) -> None:
    expected = (AUCTIONS | SLOPES | GAPS | BANDS | ASIDES | DEALT | BY_PRICE)[text]
    assert sorted(map(str, map(short, read(text).observations))) == sorted(map(str, expected))
