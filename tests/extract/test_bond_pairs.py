"""Gaps of two bonds told before, slopes in tables, and policy rates beside what they were and may be; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

IT, DE = ("IT10Y", 3.7, "last", None, None, None), ("DE10Y", 2.34, "last", None, None, None)
GAPS = {
    "Italy's 10-year yield was at 3.70% and Germany's at 2.34%. The gap between the two narrowed to 136 basis points.": [
        IT, DE, ("IT10Y-DE10Y", 136.0, "last", "down", None, None),
    ],
    "Italian 10-year yields stood at 3.70% and German ones at 2.34%, leaving the spread at 136 bps.": [
        IT, DE, ("IT10Y-DE10Y", 136.0, "last", None, None, None),
    ],
    "Italy's 10-year yield was at 3.70% and Germany's at 2.34%, narrowing the spread to 136 basis points.": [
        IT, DE, ("IT10Y-DE10Y", 136.0, "last", "down", None, None),
    ],
    "Portugal's 10-year yield was at 2.9%. The extra yield that it pays over German bonds shrank to 52 basis points.": [
        ("PT10Y", 2.9, "last", None, None, None), ("PT10Y-DE10Y", 52.0, "last", "down", None, None),
    ],
    "The 10-year gilt yield was at 4.50% and the two-year at 4.00%. The gap between the two was 50 basis points.": [
        ("GB10Y", 4.5, "last", None, None, None), ("GB2Y", 4.0, "last", None, None, None),
        ("GB10Y-GB2Y", 50.0, "last", None, None, None),
    ],
    "The 10-year gilt yield was at 4.50% and the Bund at 2.70%. The gap between the two parties was 50 seats.": [
        ("GB10Y", 4.5, "last", None, None, None), ("DE10Y", 2.7, "last", None, None, None),
    ],
}  # fmt: skip
WHOSE = {
    "Italy's 10-year yield fell to 3.62%. Spain did worse. Its 10-year yield was 1 bp higher at 3.74%.": [
        ("IT10Y", 3.62, "last", "down", None, None), ("ES10Y", 3.74, "last", "up", 1.0, "bp"),
    ],
    "Italy's 10-year yield fell to 3.62%. Spain and Portugal did worse. Its 10-year yield was at 3.74%.": [
        ("IT10Y", 3.62, "last", "down", None, None), ("IT10Y", 3.74, "last", None, None, None),
    ],
    "Germany 2-yr -0.68 (+14), Italy 2-yr 0.74 (-71)": [
        ("DE2Y", -0.68, "last", "up", 14.0, "bp"), ("IT2Y", 0.74, "last", "down", 71.0, "bp"),
    ],
    "The 10-year Treasury yield fell 6 basis points to 4.21%; the 30-year dropped four to 4.62%.": [
        ("US10Y", 4.21, "last", "down", 6.0, "bp"), ("US30Y", 4.62, "last", "down", 4.0, "bp"),
    ],
    "Germany's 10-year yield fell seven times in May, to 2.31%.": [("DE10Y", 2.31, "previous", None, None, None)],
    "The yield on the Australian 30-year note rose 6 bps to 5.02 per cent, and that on the short-term two-year was at 3.33%.": [
        ("AU30Y", 5.02, "last", "up", 6.0, "bp"), ("AU2Y", 3.33, "last", None, None, None),
    ],
    "Germany's 10-year yield was at 2.70%. France's equivalent was 1 bp lower at 3.50% and Italy's 2 bps higher at 3.56%.": [
        ("DE10Y", 2.7, "last", None, None, None), ("FR10Y", 3.5, "last", "down", 1.0, "bp"),
        ("IT10Y", 3.56, "last", "up", 2.0, "bp"),
    ],
    "Mexican Bonos: the 10-year yield rose 4 basis points to 8.85 percent.": [("MX10Y", 8.85, "last", "up", 4.0, "bp")],
    "The 10-year Treasury real yield stood at 1.8%.": [],
    "Treasury yields: 2-year, 3.88%; 10-year, 4.35%.": [
        ("US2Y", 3.88, "last", None, None, None), ("US10Y", 4.35, "last", None, None, None),
    ],
    "The yield on the BTP fell 3 basis points to 3.46%.": [("IT10Y", 3.46, "last", "down", 3.0, "bp")],
    "The yield on the gilt maturing in 2026 was 3.9%.": [],
    "Swap rates in New Zealand fell, with the two-year down 4 bps at 3.02%.": [],
    "The Portuguese ten-year has gone up to seven point two per cent.": [("PT10Y", 7.2, "last", "up", None, None)],
}  # fmt: skip
RATES = {
    "Poland's central bank cut its key rate, which had stood at 4.5%, to 4.25%.": [
        ("PL_POLICY", 4.5, "previous", None, None, None), ("PL_POLICY", 4.25, "last", "down", None, None),
    ],
    "Norges Bank held its rate at 4.5 per cent and saw it at 4.3 per cent at year-end.": [
        ("NO_POLICY", 4.5, "last", "flat", None, None), ("NO_POLICY", 4.3, "forecast", None, None, None),
    ],
    "The Fed funds target has been 4.50-4.75 since February.": [("US_POLICY", 4.75, "last", None, None, None)],
    "The federal funds target range has been 5.25% to 5.50% since July.": [("US_POLICY", 5.5, "last", None, None, None)],
    "The Fed left its benchmark rate in the 4.25%-4.50% range, with two voting for a quarter-point cut.": [
        ("US_POLICY", 4.5, "last", "flat", None, None),
    ],
    "Poland's central bank cut its key rate to 5.00%, wrong-footing most economists, who had seen it at 5.25%.": [
        ("PL_POLICY", 5.0, "last", "down", None, None), ("PL_POLICY", 5.25, "forecast", None, None, None),
    ],
    "The Fed left its rate at 4.5%. The median projection still shows two quarter-point cuts this year, to 3.9%.": [
        ("US_POLICY", 4.5, "last", "flat", None, None), ("US_POLICY", 3.9, "forecast", None, None, None),
    ],
    "The Fed met. Gas in Chicago was at 4.25-4.50.": [],
}  # fmt: skip
TABLE = """U.S. Treasury yields in late trading
                 Yield      Chg, bp    Tuesday
2-year           4.064      +5.2       4.012
10-year          3.977      +0.6       3.971

                 Now        Tuesday
10s less 2s      -8.7       -4.1
"""


@pytest.mark.parametrize(("text", "expected"), [*GAPS.items(), *WHOSE.items(), *RATES.items()])
def test_rows(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected


def test_a_weekday_behind_the_yield_heads_the_yield_before(read: Callable[[str], Extraction]) -> None:
    found = {(o.instrument, o.level, o.level_kind) for o in read(TABLE).observations}
    assert found == {
        ("US2Y", 4.064, "last"), ("US2Y", 4.012, "previous"), ("US10Y", 3.977, "last"), ("US10Y", 3.971, "previous"),
        ("US10Y-US2Y", -8.7, "last"), ("US10Y-US2Y", -4.1, "previous"),
    }  # fmt: skip


def test_the_time_of_a_forecast_is_not_that_of_the_decision_before_it(read: Callable[[str], Extraction]) -> None:
    held, seen = read("The Riksbank left its policy rate at 4% and expects it to be at 3.5% in December.").observations
    assert (held.at is None or len(held.at) == 10, seen.level_kind, seen.at) == (True, "forecast", None)


OF_OTHERS = {
    "Spain's ten-year yield tumbled 45 basis points to 6.93%. Italy's has come down to 6.06%. Germany's rose 6 bps to 1.32%.": [
        ("ES10Y", 6.93),
        ("IT10Y", 6.06),
        ("DE10Y", 1.32),
    ],
    "The yield on French 10-year debt rose 13 bps to 3.24%; Germany's was up 6 at 2.68%.": [("FR10Y", 3.24), ("DE10Y", 2.68)],
    "French 10-year yields rose to 3.24%. Germany's fall in output was 2.68%.": [("FR10Y", 3.24)],
    "LONDON - Ten-year gilts yielded 4.82%. Gilts sank.\nGerman 10-year bunds were at 2.52%.\nThe 30-year yield hit 5.38%.": [
        ("GB10Y", 4.82),
        ("DE10Y", 2.52),
        ("GB30Y", 5.38),
    ],
    "LONDON - Ten-year gilts yielded 4.82%.\nGerman 10-year bunds were at 2.52%, the 30-year yield hit 2.81%.": [
        ("GB10Y", 4.82),
        ("DE10Y", 2.52),
        ("DE30Y", 2.81),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OF_OTHERS.items())
def test_yields_of_other_countries(read: Callable[[str], Extraction], text: str, expected: list[tuple[str, float]]) -> None:
    assert [(o.instrument, o.level) for o in read(text).observations] == expected
