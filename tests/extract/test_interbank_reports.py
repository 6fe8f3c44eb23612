"""What interbank, bank and auction reports of many countries say, in the ways of their houses."""

from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Item

_RECEIVED = datetime(2025, 7, 4, 17, 5, tzinfo=UTC)
Row = tuple[object, ...]


def _rows(text: str) -> list[Row]:
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=_RECEIVED)
    return [
        (o.instrument, o.level, o.level_kind, *((o.move.direction, o.move.value) if o.move else (None, None)))
        for o in extract(item).observations
    ]


SAID: dict[str, list[Row]] = {
    "The dollar fell to 78.70 roubles. The euro gained 0.3% to 92.90 roubles and the yuan was steady at 10.97.": [
        ("USDRUB", 78.7, "last", "down", None),
        ("EURRUB", 92.9, "last", "up", 0.3),
        ("CNYRUB", 10.97, "last", "flat", None),
    ],
    "The Chilean peso opened at 930.50 to the dollar, 2.10 pesos stronger than Thursday's close of 932.60.": [
        ("USDCLP", 930.5, "open", "down", 2.1),
        ("USDCLP", 932.6, "previous", None, None),
    ],
    "Israel's shekel strengthened to 3.35 per dollar. The representative rate was set at 3.349, down 0.6% from Thursday.": [
        ("USDILS", 3.35, "last", "down", None),
        ("USDILS", 3.349, "fixing", "down", 0.6),
    ],
    "The Pakistani rupee closed at Rs283.97 after losing one paisa in the inter-bank market.": [
        ("USDPKR", 283.97, "close", "up", 0.01),
    ],
    "KAMPALA: The shilling was quoted at 3,590/3,600, compared with Thursday's close of 3,585/3,595.": [
        ("USDUGX", 3590, "last", "up", None),
        ("USDUGX", 3585, "previous", None, None),
    ],
    "CAIRO: The dollar recorded EGP 49.35 for buying and EGP 49.45 for selling, 5 piastres lower than on Thursday.": [
        ("USDEGP", 49.35, "last", "down", 0.05),
    ],
    "BUCHAREST: The leu was at 4.9770 RON/EUR and 4.2350 RON/USD.": [
        ("EURRON", 4.977, "last", None, None),
        ("USDRON", 4.235, "last", None, None),
    ],
    "KINGSTON: Jamaica: the US dollar traded for J$160.35 on Thursday, up six cents.": [("USDJMD", 160.35, "last", "up", 0.06)],
    "COLOMBO: Sri Lanka's bonds: one maturing on 15.09.2027 fell. A bond maturing on 15.02.2028 was quoted at 8.80/90 percent, "
    "down from 8.85/95 percent.": [
        ("LK_2028", 8.8, "last", "down", None),
        ("LK_2028", 8.85, "previous", None, None),
    ],
    "BOGOTA: The yield on Colombia's 2034 TES fell 8 basis points to 12.45%.": [("CO_2034", 12.45, "last", "down", 8)],
    "RIKSBANK CUTS REPO RATE TO 2.00 PCT": [("SE_POLICY", 2.0, "last", "down", None)],
    "FED HOLDS RATES AT 4.50 PCT": [("US_POLICY", 4.5, "last", "flat", None)],
    "The Swiss National Bank cut interest rates to zero from 0.25%.": [
        ("CH_POLICY", 0.0, "last", "down", None),
        ("CH_POLICY", 0.25, "previous", None, None),
    ],
    # what is none
    "The Swiss National Bank may take interest rates close to zero.": [],
    "HANOI: The dollar's ceiling rate is 26,346 dong and the floor rate 23,836 dong.": [],
    "Argentina's peso closed at 1,230 in the official market; the blue dollar rose 10 pesos to 1,240.": [
        ("USDARS", 1230, "close", None, None)
    ],
    "The 30-year Treasury sale came 0.5 basis point above the when-issued level.": [],
}


@pytest.mark.parametrize(("text", "rows"), SAID.items())
def test_interbank_reports(text: str, rows: list[Row]) -> None:
    assert _rows(text) == rows


ASIDES: dict[str, list[Row]] = {
    "The dollar index, which measures the greenback against a basket of currencies including the yen and the euro, fell 0.13% "
    "to 97.03.": [("DXY", 97.03, "last", "down", 0.13)],
    "The dollar rose against the yen and the euro, gaining 0.2% to 144.50 yen.": [("USDJPY", 144.5, "last", "up", 0.2)],
    "The pound fell against the dollar and the euro rose 0.2% to $1.1750.": [
        ("GBPUSD", None, None, "down", None),
        ("EURUSD", 1.175, "last", "up", 0.2),
    ],
    "The offshore yuan stood at 7.1640 per dollar. Onshore, the currency ended domestic trade at 7.1650.": [
        ("USDCNH", 7.164, "last", None, None),
        ("USDCNY", 7.165, "close", None, None),
    ],
    "The Norwegian crown weakened to 11.85 against the euro, while Sweden's was at 11.24.": [
        ("EURNOK", 11.85, "last", "up", None),
        ("EURSEK", 11.24, "last", None, None),
    ],
    "The Chilean peso fell. The peso was at 930.50 to the dollar.": [
        ("USDCLP", None, None, "up", None),
        ("USDCLP", 930.5, "last", None, None),
    ],
    "Kenya's shilling is seen holding. At 0900 GMT, commercial banks quoted the shilling at 129.00/129.50.": [
        ("USDKES", 129, "last", None, None),
    ],
    "Zambia's kwacha is likely to gain. On Thursday banks quoted the currency of Africa's second-largest copper producer at "
    "24.05 per dollar.": [("USDZMW", 24.05, "last", None, None)],
}


@pytest.mark.parametrize(("text", "rows"), ASIDES.items())
def test_whose_the_figures_are(text: str, rows: list[Row]) -> None:
    assert _rows(text) == rows
