"""How figures are written: signs of money, hundredths, thousands, sums and sizes in words; the rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]
NOTHING = (None, None, None)

SIGNS = {
    "The euro stood at KD 0.355 on Monday.": [("EURKWD", 0.355, "last", *NOTHING)],
    "The dollar slipped to QR 3.64 in Doha.": [("USDQAR", 3.64, "last", "down", None, None)],
    "The taka was steady at Tk 110.50 per dollar.": [("USDBDT", 110.5, "last", "flat", None, None)],
    "The peso ended at P58.25.": [("USDPHP", 58.25, "close", *NOTHING)],
    "The peso ended at 18.25.": [("USDMXN", 18.25, "close", *NOTHING)],
    "WTI closed at $-13.10 a barrel.": [("WTI", -13.1, "close", *NOTHING)],
    "WTI settled at -$13.10 after touching -$15.30.": [("WTI", -13.1, "close", *NOTHING), ("WTI", -15.3, "low", *NOTHING)],
    "Brent was last at $66.10, -$0.45.": [("BRENT", 66.1, "last", "down", 0.45, "USD")],
    "The dirham slipped to MAD 9.95 per dollar.": [("USDMAD", 9.95, "last", *NOTHING)],
    "The TOP 40 rose 1.2%.": [("JTOPI", *NOTHING[:2], "up", 1.2, "percent")],
    "The Singapore dollar was quoted at 1.2832/32 to the dollar.": [("USDSGD", 1.2832, "last", *NOTHING)],
    "The Ruritanian rupee fell to 14.20 per dollar.": [],
}
HUNDREDTHS = {
    "A euro costs 11.32 kronor, three öre more than on Monday.": [("EURSEK", 11.32, "last", "up", 0.03, "SEK")],
    "The Norwegian crown fell 12 øre to 11.72 per euro.": [("EURNOK", 11.72, "last", "up", 0.12, "NOK")],
    "The dollar cost 3.95 zlotys, half a grosz less than on Monday.": [("USDPLN", 3.95, "last", "down", 0.005, "PLN")],
    "DBS shares rose 12 Singapore cents to S$34.50.": [("D05.SI", 34.5, "close", "up", 0.12, "SGD")],
    "The kiwi was up 0.3 USc to 62.5 USc.": [("NZDUSD", 0.625, "last", "up", 0.003, "USD")],
    "The central parity rate of the yuan weakened 134 basis points to 7.1025 per dollar.": [
        ("USDCNY", 7.1025, "fixing", "up", 0.0134, "CNY")
    ],
    "The rand fell 30 basis points to 18.20 per dollar.": [("USDZAR", 18.2, "last", *NOTHING)],
}
THOUSANDS = {
    "The SMI closed at 11'924.5, down 2.1%.": [("SMI", 11924.5, "close", "down", 2.1, "percent")],
    "The DAX ended at 9’161.13 points.": [("DAX", 9161.13, "close", *NOTHING)],
    "WTI ended at 46-22 a barrel.": [("WTI", 46.22, "close", *NOTHING)],
    "Brent traded at 46-48 a barrel.": [],
}
SUMS = {
    "Sterling was at a dollar thirty-one and a half.": [("GBPUSD", 1.315, "last", *NOTHING)],
    "The pound fetched one dollar thirty-one.": [("GBPUSD", 1.31, "last", *NOTHING)],
    "Gold was up eleven dollars and a half, at 1,284.": [("XAUUSD", 1284.0, "last", "up", 11.5, "USD")],
    "U.S. crude rose a dollar-ten to 61-40 a barrel.": [("WTI", 61.4, "last", "up", 1.1, "USD")],
    "One dollar bought 151.20 yen.": [("USDJPY", 151.2, "last", *NOTHING)],
    "A dollar cost R17.19; a pound R22.51.": [("GBPZAR", 22.51, "last", *NOTHING), ("USDZAR", 17.19, "last", *NOTHING)],
}
LISTS = {
    "The Dow lost one and a half percent, the S&P 500 one and a quarter, the Nasdaq two.": [
        ("DJI", *NOTHING[:2], "down", 1.5, "percent"),
        ("IXIC", *NOTHING[:2], "down", 2.0, "percent"),
        ("SPX", *NOTHING[:2], "down", 1.25, "percent"),
    ],
    "Nvidia shares fell 6.2 percent, Netflix lost 8.4, and Microsoft 4.5.": [
        ("MSFT", *NOTHING[:2], "down", 4.5, "percent"),
        ("NFLX", *NOTHING[:2], "down", 8.4, "percent"),
        ("NVDA", *NOTHING[:2], "down", 6.2, "percent"),
    ],
    "The S&P 500 rose 1.2 percent, Brent added 1.5.": [
        ("BRENT", *NOTHING[:2], "up", 1.5, "USD"),
        ("SPX", *NOTHING[:2], "up", 1.2, "percent"),
    ],
    "The Dow was down one and three-quarters percent.": [("DJI", *NOTHING[:2], "down", 1.75, "percent")],
    "Copper is a third more expensive than at the end of 2020.": [("COPPER", *NOTHING[:2], "up", 33.3, "percent")],
    "A firm dollar made gold more expensive for Indian buyers.": [],
}


@pytest.mark.parametrize(
    ("text", "rows"), [*SIGNS.items(), *HUNDREDTHS.items(), *THOUSANDS.items(), *SUMS.items(), *LISTS.items()]
)
def test_figures_as_they_are_written(text: str, rows: list[Row], read: Callable[[str], Extraction]) -> None:
    found = sorted((short(o) for o in read(text).observations), key=str)
    assert found == sorted(rows, key=str)
