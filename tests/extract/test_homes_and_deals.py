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
WRAPS = {
    "Sterling was last up 0.1% on the dollar at $1.3462, while it slipped 0.2% against the euro to 1.1623 euros.": [
        ("GBPUSD", 1.3462, "last", "up", 0.1, "percent"), ("GBPEUR", 1.1623, "last", "down", 0.2, "percent"),
    ],
    "The rand was flat on the euro at 20.70.": [("EURZAR", 20.7, "last", "flat", None, None)],
    "Logitech, Geberit and Sika shed 1 - 1.6%. Lonza rose 2% to 550 francs.": [
        ("LOGN.SW", None, None, "down", None, None), ("GEBN.SW", None, None, "down", None, None),
        ("SIKA.SW", None, None, "down", None, None), ("LONN.SW", 550.0, "last", "up", 2.0, "percent"),
    ],
    "Top carmaker Hyundai Motor fell 1.2%. Ailing carmaker Nissan Motor lost 3%.": [
        size("005380.KS", "down", 1.2), size("7201.T", "down", 3.0),
    ],
    "Helping Nissan Motor, a weak yen sent the Nikkei 1% higher.": [size("NKY", "up", 1.0)],
}  # fmt: skip
LINES = {
    "Great Wall Motor's Shanghai-listed shares fell 1.1%. HSBC's Hong Kong-listed stock fell 2%.": [
        size("0005.HK", "down", 2.0)
    ],
    "BYD's Shenzhen-listed shares fell 1.1%.": [size("002594.SZ", "down", 1.1)],
    "A Shenzhen-listed rival of Geely Automobile fell 1.1%.": [],
    "Novo Nordisk plunged 23% in Copenhagen. The stock closed at 346.10 kroner, having opened at 390.": [
        size("NOVO-B.CO", "down", 23.0), level("NOVO-B.CO", 346.1, "close"),
    ],
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
    [
        *HOMES.items(),
        *DEALS.items(),
        *DENIALS.items(),
        *TARGETS.items(),
        *STAGES.items(),
        *WRAPS.items(),
        *LINES.items(),
        *HEADED.items(),
    ],
)
def test_homes_and_deals(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(map(str, (short(o) for o in read(text).observations))) == sorted(map(str, expected))


SECOND = {
    "The Nifty rose 0.2% to 25,461 on Friday. On Thursday, the Sensex fell 0.4% to 83,239. The Nifty dipped 0.19% to 25,405.": [
        (25461.0, "2025-07-04"), (83239.0, "2025-07-03"), (25405.0, "2025-07-03"),
    ],
    "The Nifty rose 0.2% to 25,461 on Friday. On Thursday, the Sensex fell 0.4% to 83,239. Bank Nifty closed at 57,031.": [
        (25461.0, "2025-07-04"), (83239.0, "2025-07-03"), (57031.0, "2025-07-04"),
    ],
    "TOKYO, July 4 - Toyota fell to 2,500 yen. Sony closed at 3,700 yen. On Wall Street, the Dow ended Thursday at 44,828.": [
        (2500.0, "2025-07-04"), (3700.0, "2025-07-04"), (44828.0, "2025-07-03"),
    ],
    "Shares in Bayer hit a high of 28 euros on Thursday before closing 2.7% up at 27.50 euros.": [
        (28.0, "2025-07-03"), (27.5, "2025-07-03"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SECOND.items())
def test_days_of_second_closes(read: Read, text: str, expected: list[tuple[float, str]]) -> None:
    assert [(o.level, (o.at or "")[:10]) for o in read(text).observations] == expected
