"""Gaps of bonds and their tenors, bonds named again by a genitive, other paper, and what happened last week beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

SAID = {
    "Spain's risk premium ended at 62 basis points on Thursday, two less than on Wednesday.": [
        ("ES10Y-DE10Y", 62.0, "close", "down", 2.0, "bp"),
    ],
    "The Greek spread was 70 basis points, two more than on Monday.": [("GR10Y-DE10Y", 70.0, "last", "up", 2.0, "bp")],
    "Ten-year gilts yielded 4.61%. Thirty-year gilts yielded 5.42%. The premium over Bunds for 10-year gilts was 197 basis "
    "points.": [
        ("GB10Y", 4.61, "last", None, None, None),
        ("GB30Y", 5.42, "last", None, None, None),
        ("GB10Y-DE10Y", 197.0, "last", None, None, None),
    ],
    "France's two-year yield was at 2.12%, and its spread over Germany at 26 basis points.": [
        ("FR2Y", 2.12, "last", None, None, None),
        ("FR2Y-DE2Y", 26.0, "last", None, None, None),
    ],
    "The yield on the Spanish 10-year bond fell to 3.21%, while the Bund's slipped to 2.59%.": [
        ("ES10Y", 3.21, "last", "down", None, None),
        ("DE10Y", 2.59, "last", "down", None, None),
    ],
    "The yield on Italy's ten-year BTP was 3.48%. That of the Bund was 2.59%.": [
        ("IT10Y", 3.48, "last", None, None, None),
        ("DE10Y", 2.59, "last", None, None, None),
    ],
    "The yield on Italy's ten-year BTP was 3.48%. The Bund's slide to 2.59% came later.": [
        ("IT10Y", 3.48, "last", None, None, None),
    ],
    "The Spanish 10-year bond yielded 3.21%. The Treasury sold bonds. It paid 2.42% for four-year paper.": [
        ("ES10Y", 3.21, "last", None, None, None),
    ],
    "Spain's ten-year bond, whose yield was as high as 7.75% on Wednesday, now pays 6.93%.": [
        ("ES10Y", 6.93, "last", None, None, None),
        ("ES10Y", 7.75, "high", None, None, None),
    ],
    "Two-year Treasury yields surged 9.5 basis points, the most since May, to 3.88%.": [
        ("US2Y", 3.88, "last", "up", 9.5, "bp"),
    ],
    "The rand fell 2.1%, its worst day since April, to 18.45 per dollar.": [("USDZAR", 18.45, "last", "up", 2.1, "percent")],
    "The BTP-Bund spread was 2 bp tighter at 87 bp.": [("IT10Y-DE10Y", 87.0, "last", "down", 2.0, "bp")],
    "The US 2s10s curve was 2 bps flatter at 49 bps.": [("US10Y-US2Y", 49.0, "last", "down", 2.0, "bp")],
    "The US two-year yielded 3.88% as policy got tighter by the day.": [("US2Y", 3.88, "last", None, None, None)],
    "UK gilts outperformed, with the 10-year gilt yield at 4.48%. A sale helped Treasuries extend gains. "
    "The five-year yield ended 5 bps lower at 3.98%.": [
        ("GB10Y", 4.48, "last", None, None, None),
        ("US5Y", 3.98, "close", "down", 5.0, "bp"),
    ],
    "The 10-year gilt yield was at 4.48%. Bunds lagged, the yield on the 10-year slipping 2 bps to 2.59%.": [
        ("GB10Y", 4.48, "last", None, None, None),
        ("DE10Y", 2.59, "last", "down", 2.0, "bp"),
    ],
    "The 10-year gilt yield was at 4.48%, or 190 basis points over Bunds. The two-year was at 3.85%.": [
        ("GB10Y", 4.48, "last", None, None, None),
        ("GB10Y-DE10Y", 190.0, "last", None, None, None),
        ("GB2Y", 3.85, "last", None, None, None),
    ],
    "The Spanish ten-year bond still pays 3.21%.": [("ES10Y", 3.21, "last", None, None, None)],
    "The German two-year Schatz was unchanged with a yield of 1.87%.": [("DE2Y", 1.87, "last", "flat", None, None)],
    "MUMBAI: The yield on the 10-year security (coupon rate 7.26 per cent) closed 10 basis points lower at 6.59 per cent.": [
        ("IN10Y", 6.59, "close", "down", 10.0, "bp"),
    ],
    "Spain's ten-year bond pays 6.93%. It then met buyers with a coupon of 5.85%.": [("ES10Y", 6.93, "last", None, None, None)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_bonds_beside_bonds(read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected


def test_last_week_of_something_else(read: Callable[[str], Extraction]) -> None:
    text = "The zloty firmed 0.3 percent to 4.24 per euro. The central bank cut its key rate to 5.00 percent last week."
    zloty, rate = read(text).observations
    assert (zloty.at, zloty.move and zloty.move.basis, rate.at) == ("2025-07-04", "prev_close", "2025-06-27")


def test_a_report_on_last_week(read: Callable[[str], Extraction]) -> None:
    (zloty,) = read("Zloty gains\nThe zloty firmed 0.3 percent to 4.24 per euro last week.").observations
    assert (zloty.at, zloty.move and zloty.move.basis) == ("2025-06-27", "week")


def test_what_has_moved_is_not_of_a_month_to_come(read: Callable[[str], Extraction]) -> None:
    text = "The real gained 0.6% to 5.71 per dollar and interest rates for January 2027 fell 8 basis points to 13.88%."
    (real,) = read(text).observations
    assert (real.instrument, real.at) == ("USDBRL", "2025-07-04")
