"""Broadcast scripts, questions, names that we do not know, lines of companies in other cities, and quarters in tables."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, level, size

ALOUD = {
    "The Dow finished at 15 thousand and ten.": [level("DJI", 15010.0, "close")],
    "The Nasdaq added a half percent, to 36 hundred and 57.": [("IXIC", 3657.0, "last", "up", 0.5, "percent")],
    "The S and P 500 ended at 16-63.": [level("SPX", 1663.0, "close")],
    "Microsoft closed at 34-75.": [level("MSFT", 34.75, "close")],
    "Shell fell 10-15 percent.": [("SHEL.L", None, None, "down", None, None)],
}
ASKED = {
    "Microsoft lost 2%. And Apple? Up 1.1% at $501.02.": [
        size("MSFT", "down", 2.0), ("AAPL", 501.02, "last", "up", 1.1, "percent"),
    ],
    "Microsoft lost 2%. And Quirkco? Up 1.1% at $501.02.": [size("MSFT", "down", 2.0)],
}  # fmt: skip
STRANGERS = {
    "Sa Sa dropped 5.2%, and Quirkco, the landlord of Times Square, lost 3.8%.": [size("0178.HK", "down", 5.2)],
    "Sa Sa dropped 5.2%, while Quirkco, a landlord, lost 3.8%.": [size("0178.HK", "down", 5.2)],
    "At the other end Coca-Cola HBC leads the risers, up 5.4%.": [size("CCH.L", "up", 5.4)],
}
LINES = {
    "Cronos Group fell six per cent in New York.": [size("CRON", "down", 6.0)],
    "BHP slipped 1.1% in London.": [size("BHP.L", "down", 1.1)],
    "BHP slipped 1.1% after losses in London.": [size("BHP.AX", "down", 1.1)],
}
TARGETS = {
    "ASML jumped 4.6% to 1,061.40 euros after Bernstein raised its price target to 1,300 euros.": [
        ("ASML.AS", 1061.4, "last", "up", 4.6, "percent"), level("ASML.AS", 1300.0, "forecast"),
    ],
    "Apple slipped 1% after Morgan Stanley cut Quirkco's price target to $50.": [size("AAPL", "down", 1.0)],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [*ALOUD.items(), *ASKED.items(), *STRANGERS.items(), *LINES.items(), *TARGETS.items()]
)
def test_whose_figures_these_are(read: Read, text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read("Markets\n\n" + text).observations] == expected


@pytest.mark.parametrize(("head", "basis"), [("Q2", "quarter"), ("2nd quarter", "quarter"), ("Q2 sales", None)])
def test_a_column_of_a_quarter(read: Read, head: str, basis: str | None) -> None:
    rows = "Apple       190.20   +0.4%   +8.3%\nMicrosoft   330.10   -0.2%   -1.3%\n"
    table = f"Shares\n\nStock       Close    Day      {head}\n{rows}"
    found = {o.move.basis for o in read(table).observations if o.move is not None and o.move.value in (8.3, 1.3)}
    assert found == ({basis} if basis else set())
