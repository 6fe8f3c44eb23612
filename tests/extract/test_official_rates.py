"""Official rates of central banks: prices of a currency, not rates of policy; extremes and earlier levels are their own."""

from collections.abc import Callable

import pytest

from signals.records import Extraction

Row = tuple[str, float | None, str | None, str | None]

TEXTS: dict[str, list[Row]] = {
    "The rupiah closed at Rp16,245. Bank Indonesia's reference rate, JISDOR, was Rp16,231, as compared with Rp16,275 before.": [
        ("USDIDR", 16245.0, "close", None),
        ("USDIDR", 16231.0, "fixing", "down"),
        ("USDIDR", 16275.0, "fixing", None),
    ],
    "The peso closed at P58.25 to the dollar. The BSP reference rate was P58.19.": [
        ("USDPHP", 58.25, "close", None),
        ("USDPHP", 58.19, "fixing", None),
    ],
    "The shekel was steady. In March 2020 the official rate rose as high as NIS 3.862/$.": [
        ("USDILS", None, None, "flat"),
        ("USDILS", 3.862, "high", None),
    ],
    "Nepal Rastra Bank fixed the US dollar at Rs 132.90. Sterling is at Rs 162.29 for buying and Rs 163.02 for selling.": [
        ("USDNPR", 132.9, "fixing", None),
        ("GBPNPR", 162.29, "fixing", None),
    ],
    "The National Bank set the dollar at 448.02 tenge. The euro traded at 490.10 tenge on the exchange.": [
        ("USDKZT", 448.02, "fixing", None),
        ("EURKZT", 490.1, "last", None),
    ],
    "Bank Indonesia kept its reference rate at 5.75 percent.": [("ID_POLICY", 5.75, "last", "flat")],
    "Banks posted the Kenyan shilling at 146.50/148.50 per dollar, stronger than Thursday's closing rate of 150.00/151.50.": [
        ("USDKES", 146.5, "last", "down"),
        ("USDKES", 150.0, "previous", None),
    ],
    "The rand was at 17.65 to the dollar, weaker than the support of 17.50.": [
        ("USDZAR", 17.65, "last", "up"),
    ],
    "The Syrian pound traded at 10,150 to the dollar, while the central bank's official rate was unchanged at 11,000.": [
        ("USDSYP", 10150.0, "last", None),
        ("USDSYP", 11000.0, "fixing", "flat"),
    ],
    "The shekel-dollar representative rate was set down 0.209% at NIS 3.345, the shekel-euro rate 0.1% higher at NIS 3.94.": [
        ("USDILS", 3.345, "fixing", "down"),
        ("EURILS", 3.94, "fixing", "up"),
    ],
    "The shekel rose 0.4% to NIS 3.3450/$.": [("USDILS", 3.345, "last", "down")],
    "The dollar rose to 142,500 dinars for 100 dollars in Baghdad.": [("USDIQD", 1425.0, "last", "up")],
    "The dollar was at 1,480 dinars in Baghdad. He paid 142,500 dinars for 100 tins.": [("USDIQD", 1480.0, "last", None)],
    "In Algiers the dollar was worth 129.75 dinars at the Bank of Algeria's official rate.": [
        ("USDDZD", 129.75, "fixing", None),
    ],
    "MONTEVIDEO - The dollar ended at 40.25 Uruguayan pesos. The central bank kept its rate at 9.25%.": [
        ("USDUYU", 40.25, "close", None),
        ("UY_POLICY", 9.25, "last", "flat"),
    ],
    "The Kenyan shilling was at 129. Kenya Commercial Bank kept its rate at 14%.": [("USDKES", 129.0, "last", None)],
    "The Hong Kong dollar was at 7.8480, pegged to the greenback in a band of 7.75 to 7.85 since 2005.": [
        ("USDHKD", 7.848, "last", None),
    ],
    "The rupee was at 83.25 to the dollar after trading in a band of 83.20 to 83.30.": [
        ("USDINR", 83.25, "last", None),
        ("USDINR", 83.2, "low", None),
        ("USDINR", 83.3, "high", None),
    ],
    "The Central Bank of Seychelles left its monetary policy rate at 1.75 percent in Victoria, Seychelles.": [],
    "The Guyana dollar was unchanged at $208.50 to US$1.": [("USDGYD", 208.5, "last", "flat")],
    "The firm cut its price from US$2 to US$1. The Jamaican dollar was at 156 to the dollar.": [
        ("USDJMD", 156.0, "last", None)
    ],
}


def test_the_day_before_a_price(read: Callable[[str], Extraction]) -> None:
    text = "The Nepali rupee was at Rs 140.20 per US dollar on Tuesday. The day before it was at Rs 139.80."
    assert [(o.level, o.at) for o in read(text).observations] == [(140.2, "2025-07-01"), (139.8, "2025-06-30")]
    event = "The rand was at 17.65 on Tuesday. The day before it was floated, it was at 17.50."
    assert [o.level for o in read(event).observations if o.at == "2025-06-30"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The official rate will be 41.7480 hryvnias per dollar on Monday, down from 41.8200.",
        "The official rate will be 41.7480 hryvnias per dollar on Monday, against 41.8200 a day earlier.",
        "The central bank set the dollar at 41.7480 hryvnias for Monday, after 41.8200.",
    ],
)
def test_the_fixing_before_one_to_come_is_of_today(read: Callable[[str], Extraction], text: str) -> None:
    assert [(o.level, o.at) for o in read(text).observations] == [(41.748, "2025-07-07"), (41.82, "2025-07-04")]


def test_a_day_before_is_no_news(read: Callable[[str], Extraction]) -> None:
    text = "The dollar sold for RD$59.40 on Friday, against RD$59.35 a day before, the central bank said."
    moves = [o.move for o in read(text).observations if o.move]
    assert [(m.direction, m.basis) for m in moves] == [("up", "prev_close")]


@pytest.mark.parametrize(("text", "rows"), TEXTS.items())
def test_official_rates(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    found = read(text).observations
    assert [(o.instrument, o.level, o.level_kind, o.move and o.move.direction) for o in found] == rows
