"""A noun said once for several countries or tenors, a unit said once for several sizes, a place for its index."""

from __future__ import annotations

import pytest

from signals.extract import extract
from signals.records import Item

Rows = list[tuple[str, float | None, str | None, float | None]]


def rows(text: str) -> Rows:
    """Instrument, level, direction and size of each observation of a text."""
    found = extract(Item(id="1", path="-", position=0, text=text, body=text)).observations
    return [(o.instrument, o.level, o.move and o.move.direction, o.move and o.move.value) for o in found]


CURRENCIES = {
    "The Chilean and Colombian pesos gave up 0.6% and 0.9% respectively.": [
        ("USDCLP", None, "up", 0.6), ("USDCOP", None, "up", 0.9),
    ],
    "The Australian and New Zealand dollars put on 0.5% and 0.3%.": [
        ("AUDUSD", None, "up", 0.5), ("NZDUSD", None, "up", 0.3),
    ],
    "The Mexican and the Chilean peso both firmed 0.4 percent.": [
        ("USDMXN", None, "down", 0.4), ("USDCLP", None, "down", 0.4),
    ],
    "The forint slid 0.4% to 389.2 per euro, the Czech and Polish currencies 0.2% each.": [
        ("EURHUF", 389.2, "up", 0.4), ("EURCZK", None, "up", 0.2), ("EURPLN", None, "up", 0.2),
    ],
    "Chilean miners and Colombian pesos lost ground.": [("USDCOP", None, "up", None)],
}  # fmt: skip
BONDS = {
    "Italian and Spanish 10-year yields climbed 5 and 6 basis points respectively.": [
        ("IT10Y", None, "up", 5.0), ("ES10Y", None, "up", 6.0),
    ],
    "Two-, five- and 10-year Treasury yields fell 2, 3 and 5 basis points.": [
        ("US2Y", None, "down", 2.0), ("US5Y", None, "down", 3.0), ("US10Y", None, "down", 5.0),
    ],
    "The 2- and 10-year gilt yields were at 4.1% and 4.5%.": [("GB2Y", 4.1, None, None), ("GB10Y", 4.5, None, None)],
    "Greek 10-year debt paid 9.4%. The premium over Bunds is now 640 basis points.": [
        ("GR10Y", 9.4, None, None), ("GR10Y-DE10Y", 640.0, None, None),
    ],
}  # fmt: skip
PLACES = {
    "The CAC 40 gave up 1.9% and in Frankfurt 0.9%.": [("CAC40", None, "down", 1.9), ("DAX", None, "down", 0.9)],
    "The Nikkei dropped 1.3%, Hong Kong 0.7% and Seoul 0.4%.": [
        ("NKY", None, "down", 1.3), ("HSI", None, "down", 0.7), ("KOSPI", None, "down", 0.4),
    ],
    "Shares in Paris rose 1.2% and in Milan 0.8%.": [("CAC40", None, "up", 1.2), ("FTSEMIB", None, "up", 0.8)],
    "The DAX rose 0.4% as inflation slowed to 2.1% in France, and in Spain 1.9%.": [("DAX", None, "up", 0.4)],
    "Unemployment fell to 5.1% in Germany and in France 7.2%.": [],
}  # fmt: skip

HUNDREDTHS = {
    "Meridian Energy is up four cents to five dollars sixty-two.": [("MEL.NZ", 5.62, "up", 0.04)],
    "WTI crude settled at 73 dollars and twelve cents a barrel, down a dollar ten.": [("WTI", 73.12, "down", 1.1)],
    "BHP closed thirty cents higher at forty-five dollars ninety.": [("BHP.AX", 45.9, "up", 0.3)],
    "Brent crude fetches 85 dollars 20 a barrel.": [("BRENT", 85.2, None, None)],
    "Gold rose 20 dollars 30 minutes after the report.": [("XAUUSD", None, "up", 20.0)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*CURRENCIES.items(), *BONDS.items(), *PLACES.items(), *HUNDREDTHS.items()])
def test_what_is_said_once_holds_for_all(text: str, expected: Rows) -> None:
    assert rows(text) == expected
