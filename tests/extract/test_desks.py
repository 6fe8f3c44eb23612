"""How desks, official rates and lots of a currency are told; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

WHICH = {  # what "which" behind a price stands for
    "The rand ended at R14.25 to the dollar, which was 1.2% stronger than a day earlier.": [
        ("USDZAR", 14.25, "close", "down", 1.2, "percent"),
    ],
    "The zloty was at 4.32 per euro, which was 0.3% weaker than on Monday.": [("EURPLN", 4.32, "last", "up", 0.3, "percent")],
    "The rand was at 14.25 to the dollar, which gained 0.3% against the yen.": [
        ("USDZAR", 14.25, "last", None, None, None),
        ("USDJPY", None, None, "up", 0.3, "percent"),
    ],
    "The dollar ended at 17.2050 pesos, 8 centavos, or 0.4%, less than the day before.": [
        ("USDMXN", 17.205, "close", "down", 0.4, "percent"),
    ],
    "The dollar ended at 17.2050 pesos, or 0.4% less than the day before.": [
        ("USDMXN", 17.205, "close", "down", 0.4, "percent")
    ],
}
EXTREMES = {  # an extreme with a number of its own says nothing of the one before
    "EUR/USD 1.0640 (low 1.0554), cable at 1.2450 (range 1.2410-1.2498), USD/JPY at 143.90.": [
        ("EURUSD", 1.064, "last", None, None, None),
        ("EURUSD", 1.0554, "low", None, None, None),
        ("GBPUSD", 1.245, "last", None, None, None),
        ("GBPUSD", 1.241, "low", None, None, None),
        ("GBPUSD", 1.2498, "high", None, None, None),
        ("USDJPY", 143.9, "last", None, None, None),
    ],
    "EUR/USD at 1.0870, day's high 1.0899.": [
        ("EURUSD", 1.087, "last", None, None, None),
        ("EURUSD", 1.0899, "high", None, None, None),
    ],
    "The rand last traded at 18.02, the day's high was 18.20.": [
        ("USDZAR", 18.02, "last", None, None, None),
        ("USDZAR", 18.2, "high", None, None, None),
    ],
    "The Philippine peso was seen to trade between 54.00 and 54.30 tomorrow.": [
        ("USDPHP", 54.0, "forecast", None, None, None),
        ("USDPHP", 54.3, "forecast", None, None, None),
    ],
    "EUR/USD 1.2720, high 1.2735 low 1.2587. USD/JPY 145.20 high 145.60 low 144.90.": [
        ("EURUSD", 1.272, "last", None, None, None),
        ("EURUSD", 1.2735, "high", None, None, None),
        ("EURUSD", 1.2587, "low", None, None, None),
        ("USDJPY", 145.2, "last", None, None, None),
        ("USDJPY", 145.6, "high", None, None, None),
        ("USDJPY", 144.9, "low", None, None, None),
    ],
    "The pound fell to $1.4475 on fears of a hung parliament, a 13-month low.": [("GBPUSD", 1.4475, "low", "down", None, None)],
    "The pound fell to $1.4475 on Monday, not far from a 13-month low.": [("GBPUSD", 1.4475, "last", "down", None, None)],
    "The rand weakened to 19.05 on worries about power cuts, a record low.": [("USDZAR", 19.05, "high", "up", None, None)],
}
DESKS = {
    "Bonds in dollars lost up to 25%. The rand was at 18.20.": [("USDZAR", 18.2, "last", None, None, None)],
    "The bank expects the rand to weaken to 19.50 by June, from 18.20 now.": [
        ("USDZAR", 19.5, "forecast", None, None, None),
        ("USDZAR", 18.2, "last", None, None, None),
    ],
    "We cut our EUR/USD target to 1.02 from 1.06.": [("EURUSD", 1.02, "forecast", None, None, None)],
    "The yuan traded offshore at 7.1890 per U.S. dollar.": [("USDCNH", 7.189, "last", None, None, None)],
    "The yuan closed at 7.2310 per dollar in Shanghai and was at 7.2350 offshore.": [
        ("USDCNY", 7.231, "close", None, None, None),
        ("USDCNH", 7.235, "last", None, None, None),
    ],
    "On Wednesday Vietnam followed, devaluing the dong by 1%.": [("USDVND", None, None, "up", 1.0, "percent")],
    "Vietnam may devalue the dong by 1%.": [],
    "The Bank of Israel set the representative shekel-dollar exchange rate at NIS 3.4260/$.": [
        ("USDILS", 3.426, "fixing", None, None, None),
    ],
    "The greenback ended at NT$32.15. The local currency has lost 4 percent this year.": [
        ("USDTWD", 32.15, "close", None, None, None),
        ("USDTWD", None, None, "up", 4.0, "percent"),
    ],
    "A minute before the news came out at 9.30 a euro cost 9.48 kronor.": [("EURSEK", 9.48, "previous", None, None, None)],
    "The krona's rate was published at 9.30 kronor per euro.": [("EURSEK", 9.3, "last", None, None, None)],
}
COUNTERS = {  # a list of the currencies in which one is priced
    "The Australian dollar fell against the yen, at 62.95, the euro, at 52.85 euro cents, and the pound, at 49.60 pence.": [
        ("AUDJPY", 62.95, "last", "down", None, None),
        ("AUDEUR", 0.5285, "last", "down", None, None),
        ("AUDGBP", 0.496, "last", "down", None, None),
    ],
    "The rand fell against the dollar to 18.20 and the Mexican peso to 17.30.": [
        ("USDZAR", 18.2, "last", "up", None, None),
        ("USDMXN", 17.3, "last", None, None, None),
    ],
    "The Indian rupee rose 12 paise against the pound to 105.20 and 8 paise against the euro to 90.15.": [
        ("GBPINR", 105.2, "last", "down", 0.12, "INR"),
        ("EURINR", 90.15, "last", "down", 0.08, "INR"),
    ],
    "The dollar ended at R$ 5.4310. The US currency accumulates a rise of 10.05% this month.": [
        ("USDBRL", 5.431, "close", None, None, None),
        ("USDBRL", None, None, "up", 10.05, "percent"),
    ],
}
NOTES = {
    "Dollar-yen fell to Y88.36 in the afternoon.": [("USDJPY", 88.36, "last", "down", None, None)],
    "GBP: -0.5%, 1.2835. ZAR +0.2%, 14.68.": [
        ("GBPUSD", 1.2835, "last", "down", 0.5, "percent"),
        ("USDZAR", 14.68, "last", "down", 0.2, "percent"),
    ],
    "The euro fell 0.5%, 1.25 million contracts changed hands.": [("EURUSD", None, None, "down", 0.5, "percent")],
    "The rand was in for a rough ride, breaching R14.30 to the dollar for the first time.": [],
    "Naira crashes to N664/$\nThe naira closed at N664.04 per dollar, from N471.67.": [
        ("USDNGN", 664.04, "close", "up", None, None),
        ("USDNGN", 471.67, "previous", None, None, None),
    ],
}
BRACKETS = {  # the rates of the day before in brackets
    "The euro fell. The ECB set its reference rate at 1.0001 (Thursday: 1.0054) dollars. The dollar thus cost 0.9999 (0.9946) "
    "euros.": [
        ("EURUSD", None, None, "down", None, None),
        ("EURUSD", 1.0001, "fixing", None, None, None),
        ("EURUSD", 1.0054, "fixing", None, None, None),
        ("USDEUR", 0.9999, "fixing", None, None, None),
        ("USDEUR", 0.9946, "fixing", None, None, None),
    ],
    "The yen was at 85.39 per dollar and 110.70 per euro. Nobody expects the yen to end the year at 82.": [
        ("USDJPY", 85.39, "last", None, None, None),
        ("EURJPY", 110.7, "last", None, None, None),
        ("USDJPY", 82.0, "forecast", None, None, None),
    ],
}
SHORTHAND = {
    "The rouble was 11.9 percent weaker against the dollar at 73.30 and 10.7 percent lower against the euro at 91.70.": [
        ("USDRUB", 73.3, "last", "up", 11.9, "percent"),
        ("EURRUB", 91.7, "last", "up", 10.7, "percent"),
    ],
    "The Dow and the S&P closed 0.5 and 0.7 percent lower.": [
        ("DJI", None, None, "down", 0.5, "percent"),
        ("SPX", None, None, "down", 0.7, "percent"),
    ],
    "EUR/USD 1.2175.\nTRY 8.6050, -0.4%; ZAR 13.53, -0.2%; MXN 19.72.": [
        ("EURUSD", 1.2175, "last", None, None, None),
        ("USDTRY", 8.605, "last", "up", 0.4, "percent"),
        ("USDZAR", 13.53, "last", "up", 0.2, "percent"),
        ("USDMXN", 19.72, "last", None, None, None),
    ],
    "Sterling eased to $1.4145 (prev close $1.4178). High of day 1.4190.": [
        ("GBPUSD", 1.4145, "last", "down", None, None),
        ("GBPUSD", 1.4178, "previous", None, None, None),
        ("GBPUSD", 1.419, "high", None, None, None),
    ],
    "Real recovers after central bank sells $8 bln\nThe Brazilian real gained 2.3% to 6.1212 per dollar.": [
        ("USDBRL", 6.1212, "last", "down", 2.3, "percent"),
    ],
}
YESTERDAY = {  # the day of a morning paper
    "Peso up\nThe Philippine peso bounced back yesterday. It closed at 56.29 to the dollar.": "2025-07-03",
    "Peso up\nThe Philippine peso rose this morning after it fell yesterday. It opened at 56.29 to the dollar.": "2025-07-04",
}
TURNS = {  # a level that the price left again
    "Sterling dropped 4.9 per cent to $1.1451 before clawing its way back above $1.16.": [
        ("GBPUSD", 1.1451, "low", "down", 4.9, "percent"),
    ],
    "The lira fell to 8.4850 per dollar before recovering some ground.": [("USDTRY", 8.485, "high", "up", None, None)],
    "The dollar rose to 151.90 yen before the jobs data.": [("USDJPY", 151.9, "last", "up", None, None)],
    "The rupee fell 0.4% to 83.40 against the dollar before the central bank recovered control.": [
        ("USDINR", 83.4, "last", "up", 0.4, "percent"),
    ],
}
LOTS = {
    "The won was quoted at 946.35 won against 100 Japanese yen.": [("JPYKRW", 9.4635, "last", None, None, None)],
    "The rupee ended at 83.20 to the dollar and at 57.20 per 100 yen from 57.45.": [
        ("USDINR", 83.2, "close", None, None, None),
        ("JPYINR", 0.572, "last", "down", None, None),
        ("JPYINR", 0.5745, "previous", None, None, None),
    ],
    "The krona traded at 118.20 per 100 Norwegian kroner, and the Danish krone cost 1.28 kronor.": [
        ("NOKSEK", 1.182, "last", None, None, None),
        ("DKKSEK", 1.28, "last", None, None, None),
    ],
    "The dollar rose to 102 yen against 100 yen a year ago.": [
        ("USDJPY", 102.0, "last", "up", None, None),
        ("USDJPY", 100.0, "previous", None, None, None),
    ],
}


CASES = {**WHICH, **EXTREMES, **DESKS, **COUNTERS, **NOTES, **BRACKETS, **SHORTHAND, **TURNS, **LOTS}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_desks(read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected


@pytest.mark.parametrize(("text", "day"), YESTERDAY.items())
def test_yesterday(read: Callable[[str], Extraction], text: str, day: str) -> None:
    assert [o.at for o in read(text).observations if o.level is not None] == [day]
