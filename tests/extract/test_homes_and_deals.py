"""Shares by the market of their report, prices of deals, denials, targets, and what futures foretell."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, level, size

HOMES = {
    "The Sensex rose 0.5% and the Nifty 0.4%. Nestle gained 2% and ABB 1%.": [
        size("SENSEX", "up", 0.5), size("NIFTY", "up", 0.4), size("NESTLEIND.NS", "up", 2.0), size("ABB.NS", "up", 1.0),
    ],
    "The SMI rose 0.5%. Nestle gained 2% and ABB 1%.": [
        size("SMI", "up", 0.5), size("NESN.SW", "up", 2.0), size("ABBN.SW", "up", 1.0),
    ],
    "The Sensex rose 0.5% and the Nifty 0.4%. Swiss Nestle gained 2%.": [
        size("SENSEX", "up", 0.5), size("NIFTY", "up", 0.4), size("NESN.SW", "up", 2.0),
    ],
    "ViacomCBS and Discovery each lost 7% on Friday.": [size("VIAC", "down", 7.0), size("DISCA", "down", 7.0)],
    "In Johannesburg Discovery lost 7%.": [size("DSY.JO", "down", 7.0)],
}  # fmt: skip
DEALS = {
    "Infosys bought back 5 million shares at an average price of Rs 1,450 apiece.": [],
    "The chief executive of Tesco sold 100,000 shares at 290p.": [],
    "In 2019 Infosys took in shares worth 82 crore at an average of Rs 747.": [],
    "More than 50,000 Shell shares changed hands at 2,450p.": [level("SHEL.L", 2450.0, "last")],
}
DENIALS = {
    "Grifols fell 20% as the company denied everything, and closed at 10.55 euros.": [
        size("GRF.MC", "down", 20.0), level("GRF.MC", 10.55, "close"),
    ],
    "Grifols dismissed the report as nonsense, but its shares ended at 10.55 euros.": [level("GRF.MC", 10.55, "close")],
    "Casino denied that its shares fell to 12 euros, and stood at 13 euros.": [],
}  # fmt: skip
TARGETS = {
    "Tesla fell 4%. The price target was lowered to $350 at Quirkco.": [
        size("TSLA", "down", 4.0), level("TSLA", 350.0, "forecast"),
    ],
    "Snap fell 43%. Piper Sandler's target is $20.": [size("SNAP", "down", 43.0), level("SNAP", 20.0, "forecast")],
    "UBS cuts Tesla. Earnings lift Nvidia.": [("NVDA", None, None, "up", None, None)],
    "Futures point to a rise of 3.5% for the Dow.": [],
    "Futures on the S&P 500 point to a weak start, down 31 at 5,843.": [
        ("SPX_F", 5843.0, "last", "down", 31.0, "points"),
    ],
}  # fmt: skip
STAGES = {
    "Shares in Bayer, 8% lower at one stage, closed down 5.5% at 52.30 euros.": [
        ("BAYN.DE", None, "low", "down", 8.0, "percent"), ("BAYN.DE", 52.3, "close", "down", 5.5, "percent"),
    ],
    "The Hang Seng Index fell 2.6 per cent to 24,162.64 at the close on Tuesday.": [
        ("HSI", 24162.64, "close", "down", 2.6, "percent"),
    ],
    "The Hang Seng Index fell 2.6 per cent to 24,162.64 on Tuesday.": [("HSI", 24162.64, "last", "down", 2.6, "percent")],
    "Carlsberg, whose B shares fell 3% to 890 kroner, cut its outlook.": [
        ("CARL-B.CO", 890.0, "close", "down", 3.0, "percent"),
    ],
    "Toyota fell by the maximum permitted 15%.": [size("7203.T", "down", 15.0)],
    "Bajaj Finserv cracked 4%. Gold cracked $3,000.": [size("BAJAJFINSV.NS", "down", 4.0)],
    "The Dow had nothing of the sort on board and crept 0.2% higher.": [size("DJI", "up", 0.2)],
}  # fmt: skip
HEADED = {
    "UBS and Nomura pay for a fund's fire sale\n\nUBS said on Friday that a fund had not met its calls, and that the loss could"
    " be large. The shares closed in Zurich at 28.79 francs.": [level("UBSG.SW", 28.79, "close")],
    "UBS cuts Vale\n\nUBS said on Friday that Vale spends too much. The shares closed at 52 reais.": [
        level("VALE3.SA", 52.0, "close")
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [*HOMES.items(), *DEALS.items(), *DENIALS.items(), *TARGETS.items(), *STAGES.items(), *HEADED.items()],
)
def test_homes_and_deals(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(map(str, (short(o) for o in read(text).observations))) == sorted(map(str, expected))
