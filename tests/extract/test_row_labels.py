"""Lines of settlement lists with a month and a measure in their labels, coins by the piece, odds, quarters by their months."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

LISTS = {
    "Round-up\n\nClosing prices on Tuesday.\n\nLight sweet crude, Sep, bbl: 67.20, down 1.15\n"
    "Gold, Dec, oz: 3,340.10, up 4.20\n"
    "Copper, Sep, lb: 4.7135, down .0305\nCorn, Dec, bu: 4.18, down .02 1/4": [
        ("WTI", 67.2, "close", "down", 1.15, "USD"),
        ("GC", 3340.1, "close", "up", 4.2, "USD"),
        ("HG", 4.7135, "close", "down", 0.0305, "USD"),
        ("CORN", 4.18, "close", "down", 0.0225, "USD"),
    ],
    "Futures\n\nSugar (Oct), cents per pound: 16.40, +.12\nSilver (Sep): $37.05, up 4 cents\n"
    "Aluminium, $/tonne: 2,590, up 0.4%": [
        ("SUGAR", 0.164, "last", "up", 0.0012, "USD"),
        ("SI", 37.05, "last", "up", 0.04, "USD"),
        ("ALUMINIUM", 2590.0, "last", "up", 0.4, "percent"),
    ],
    "Grains\n\nCORN: Sep $4.24 1/2, up 16 3/4; Dec $4.35 3/4, up 17 1/2.\n"
    "WHEAT: Sep $5.43 1/4, up 8 1/4; KC Sep $5.26, up 9.": [
        ("CORN", 4.245, "last", "up", 0.1675, "USD"),
        ("WHEAT", 5.4325, "last", "up", 0.0825, "USD"),
    ],
    "Silver\n\nThe gold-silver ratio dropped to 88. Gold rose 1%.": [("XAUUSD", None, None, "up", 1.0, "percent")],
    "Metals\n\nGold, August: what happened next: 12 things to know": [],
    "Copper\n\nNew York copper fell $.0305 to $4.7135 a pound.": [("HG", 4.7135, "last", "down", 0.0305, "USD")],
}
TOLD = {
    "Bitcoin\n\nThe virtual currency was at $105,000. At 8 p.m. Eastern, one coin will run you around $104,000.": [
        ("BTCUSD", 105000.0, "last", None, None, None),
        ("BTCUSD", 104000.0, "last", None, None, None),
    ],
    "Bets\n\nThe odds that Bitcoin sees $125,000 before year-end have fallen to 41% from 78%.": [],
    "Oil\n\nBrent rose 2% to $68.80 and WTI 3% to $67.10. The day before, each had lost about 6%.": [
        ("BRENT", 68.8, "last", "up", 2.0, "percent"),
        ("WTI", 67.1, "last", "up", 3.0, "percent"),
        ("BRENT", None, None, "down", 6.0, "percent"),
        ("WTI", None, None, "down", 6.0, "percent"),
    ],
    "Coins at noon\n\n- Ethereum: $2,510, -2.4% (bottom: $2,436)": [
        ("ETHUSD", 2510.0, "last", "down", 2.4, "percent"),
        ("ETHUSD", 2436.0, "low", None, None, None),
    ],
    "Freight\n\nCapesizes gave up 3.6%. Sailing round the Cape, which adds ten days, costs more.": [
        ("BCI", None, None, "down", 3.6, "percent"),
    ],
    "Diesel\n\nNymex June ULSD ended 0.63 cent higher at $2.0134/gal.": [("HEATOIL", 2.0134, "close", "up", 0.0063, "USD")],
}  # fmt: skip


@pytest.mark.parametrize("text", [*LISTS, *TOLD])
def test_rows(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == {**LISTS, **TOLD}[text]


@pytest.mark.parametrize(
    "span", ["between April and June", "from April to June", "in April-June", "in the April-to-June period"]
)
def test_a_quarter_by_its_months(read: Callable[[str], Extraction], span: str) -> None:
    moves = [o.move for o in read(f"Metals\n\nZinc lost 7 percent {span}.").observations]
    assert [move.basis for move in moves if move] == ["quarter"]


def test_other_months_are_no_quarter(read: Callable[[str], Extraction]) -> None:
    moves = [o.move for o in read("Metals\n\nZinc lost 7 percent between March and June.").observations]
    assert [move.basis for move in moves if move] != ["quarter"]
