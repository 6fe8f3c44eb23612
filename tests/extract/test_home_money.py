"""What a bare "$", "the local currency", a bank's letters and a bank's rate mean in a report from a small market."""

from collections.abc import Callable

import pytest

from signals.records import Extraction

Row = tuple[str, float | None, str | None, float | None]

TEXTS: dict[str, list[Row]] = {
    "KINGSTON - The Jamaican dollar closed at $155.77 to the US dollar. The British pound ended at $196.20, up 40 cents.": [
        ("USDJMD", 155.77, None, None),
        ("GBPJMD", 196.2, "up", 0.4),
    ],
    "Port of Spain: the TT dollar was at $6.78 to the US dollar while the euro sold at $7.65. In London it bought $1.0840.": [
        ("USDTTD", 6.78, None, None),
        ("EURTTD", 7.65, None, None),
        ("EURUSD", 1.084, None, None),
    ],
    "In Santiago the dollar closed at $932.40, $3.20 lower. The euro ended at $1,011.50.": [
        ("USDCLP", 932.4, "down", 3.2),
        ("EURCLP", 1011.5, None, None),
    ],
    "The pound closed at $1.2740 and the Canadian dollar at 73.20 US cents.": [
        ("GBPUSD", 1.274, None, None),
        ("CADUSD", 0.732, None, None),
    ],
    "Guyana's dollar slipped to G$209 to the US dollar. The pound sterling was at G$268.": [
        ("USDGYD", 209.0, "up", None),
        ("GBPGYD", 268.0, None, None),
    ],
    "The Bank of Jamaica met on Monday. The BOJ cut its policy rate by 25 basis points to 5.75 per cent.": [
        ("JM_POLICY", 5.75, "down", 25.0),
    ],
    "The BOJ raised its policy rate to 0.5 percent.": [("JP_POLICY", 0.5, "up", None)],
    "The Hong Kong Monetary Authority bought dollars. The Authority's base rate, which moves with the Fed's, is 2 percent.": [
        ("HK_POLICY", 2.0, None, None),
    ],
    "The Egyptian pound was at 50.65 to the dollar. The euro sold for 55.12 pounds. The local currency lost 1.5% this year.": [
        ("USDEGP", 50.65, None, None),
        ("EUREGP", 55.12, None, None),
        ("USDEGP", None, "up", 1.5),
    ],
    "Saudi riyal one-year forwards rose to 50 points. Rand volatility rose to 14%.": [],
    "The rand on Thursday rose 0.4%.": [("USDZAR", None, "down", 0.4)],
    "The Aussie dollar was at US$0.6570. The euro was at 1.1730. The local unit gained 0.2 percent against the yen.": [
        ("AUDUSD", 0.657, None, None),
        ("EURUSD", 1.173, None, None),
        ("AUDJPY", None, "up", 0.2),
    ],
    "Harare - The interbank rate was ZiG24.3902 to the US dollar on Friday.": [("USDZWG", 24.3902, None, None)],
    "LUSAKA - The kwacha opened at K27.05 per dollar, from K26.90 at the last close.": [
        ("USDZMW", 27.05, None, None),
        ("USDZMW", 26.9, None, None),
    ],
    "The Zambian kwacha slid to ZMW27.10/USD.": [("USDZMW", 27.1, "up", None)],
    "The Norwegian crown traded at kr 11.85 per euro.": [("EURNOK", 11.85, None, None)],
    "The Swedish crown traded at kr 11.05 per euro. It took K9 to find the smuggled euros.": [("EURSEK", 11.05, None, None)],
}


@pytest.mark.parametrize(("text", "rows"), TEXTS.items())
def test_money_at_home(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    found = read(text).observations
    assert [(o.instrument, o.level, o.move and o.move.direction, o.move and o.move.value) for o in found] == rows
