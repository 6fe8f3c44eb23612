"""Tenors on lines of their own below the debt that they are of, and bonds by other nouns; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

GILTS = [("GB2Y", 5.08, "last", "up", 14.0, "bp"), ("GB10Y", 4.42, "last", "up", 8.0, "bp")]
HEADS = ["Gilts (vs last night's close)", "Gilts", "Gilts fell.", "UK"]
BONDS = {
    "The Swiss Market Index fell. The yield on the ten-year federal bond rose 13 basis points to 1.56%.": "CH10Y",
    "The rand was at 18.05. Bonds rallied, the yield on the 2030 benchmark dropping 22.5 basis points to 9.785%.": "ZA_2030",
    "The S&P/ASX200 rose. One Australian dollar buys 75.52 US cents. The yield on the 10-year bond dropped to 2.46%.": "AU10Y",
}


@pytest.mark.parametrize("head", HEADS)
def test_tenors_below_their_debt(read: Callable[[str], Extraction], head: str) -> None:
    rows = read(f"Note\n\n{head}\n2y 5.08%, +14bp\n10y 4.42%, +8bp").observations
    assert [short(o) for o in rows if o.level is not None] == GILTS


def test_tenors_below_nothing_are_of_nobody(read: Callable[[str], Extraction]) -> None:
    assert read("Note\n\nQuirks of the day\n2y 5.08%, +14bp\n10y 4.42%, +8bp").observations == ()


@pytest.mark.parametrize("text", BONDS)
def test_bonds_by_other_nouns(read: Callable[[str], Extraction], text: str) -> None:
    assert read(f"Markets\n\n{text}").observations[-1].instrument == BONDS[text]
