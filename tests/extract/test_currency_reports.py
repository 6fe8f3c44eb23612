"""What reports on currencies of all countries say: levels around news, prices beside extremes, goods that a country sells."""

from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Item

_RECEIVED = datetime(2025, 7, 4, 17, 5, tzinfo=UTC)
Row = tuple[object, ...]
NOTHING = (None, None)


def _read(text: str) -> list[Row]:
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=_RECEIVED)
    return [
        (o.instrument, o.level, o.level_kind, *((o.move.direction, o.move.value) if o.move else NOTHING))
        for o in extract(item).observations
    ]


SAID: dict[str, list[Row]] = {
    # around news
    "EUR/CHF was 1.0390 going into it and 1.0190 an hour later.": [
        ("EURCHF", 1.039, "previous", *NOTHING),
        ("EURCHF", 1.019, "last", *NOTHING),
    ],
    "USD/ZAR stood at 17.60 going into the data and 17.52 half an hour later.": [
        ("USDZAR", 17.6, "previous", *NOTHING),
        ("USDZAR", 17.52, "last", *NOTHING),
    ],
    "Yen leaps\nWhat a morning for the yen. In the minutes before the statement a dollar bought 147.30.": [
        ("USDJPY", None, None, "down", None),
        ("USDJPY", 147.3, "previous", *NOTHING),
    ],
    "A dollar that cost 30.85 Egyptian pounds in March 2024 now fetches 49.40.": [
        ("USDEGP", 30.85, "previous", *NOTHING),
        ("USDEGP", 49.4, "last", *NOTHING),
    ],
    "LILONGWE, July 4 - The Reserve Bank of Malawi said that a dollar would now be worth around 1,750 kwacha.": [
        ("USDMWK", 1750.0, "last", *NOTHING)
    ],
    "Malawi devalues\nThe bank expects the dollar to be worth 1,951 kwacha by December.": [
        ("USDMWK", 1951.0, "forecast", *NOTHING)
    ],
    # a price beside the extreme that it is
    "The dollar fell to an all-time low against the Swiss franc, 74.8 centimes.": [("USDCHF", 0.748, "low", "down", None)],
    "The euro climbed to a four-year high against the dollar, $1.1829, before easing.": [
        ("EURUSD", 1.1829, "high", "up", None)
    ],
    "The rupiah fell to its lowest since 1998, 16,870 per dollar.": [("USDIDR", 16870.0, "high", "up", None)],
    "The guarani weakened to a record low, 7,980 per dollar.": [("USDPYG", 7980.0, "high", "up", None)],
    "The won fell, and 1,487 per cent tariffs loom.": [("USDKRW", None, None, "up", None)],
    # the best and the worst of a day
    "The Philippine peso opened the session at P56.38 a dollar. Its intraday best was at P56.26, while its worst showing "
    "was at P56.43.": [
        ("USDPHP", 56.38, "open", *NOTHING),
        ("USDPHP", 56.26, "low", *NOTHING),
        ("USDPHP", 56.43, "high", *NOTHING),
    ],
    "The baht opened at 32.45 per dollar on Friday, weaker than Thursday's close of 32.39.": [
        ("USDTHB", 32.45, "open", "up", None),
        ("USDTHB", 32.39, "previous", *NOTHING),
    ],
    "JAKARTA: The rupiah traded between banks in Jakarta lost 183 points, or 1.15 percent, to close at Rp16,188.": [
        ("USDIDR", 16188.0, "close", "up", 1.15)
    ],
    "Egyptian pound strengthens to 49.35\nCairo: The Egyptian pound rose against the US dollar by 15 piasters on Friday, "
    "recording EGP 49.35 for buying and EGP 49.45 for selling at the National Bank of Egypt.": [
        ("USDEGP", 49.35, "last", "down", 0.15)
    ],
    # two sessions in one sentence
    "EUR/USD closed in New York at 1.1758 and we have it at 1.1778 this morning.": [
        ("EURUSD", 1.1758, "close", *NOTHING),
        ("EURUSD", 1.1778, "last", *NOTHING),
    ],
    "EUR/USD ended at 1.1758, and this morning we see it at 1.1778.": [
        ("EURUSD", 1.1758, "close", *NOTHING),
        ("EURUSD", 1.1778, "last", *NOTHING),
    ],
    "The Australian dollar was idling at $0.6570, having dipped 0.2% overnight to as low as $0.6542.": [
        ("AUDUSD", 0.657, "last", *NOTHING),
        ("AUDUSD", 0.6542, "low", "down", 0.2),
    ],
    "The euro was at $1.1780, having gained 0.4%.": [("EURUSD", 1.178, "last", "up", 0.4)],
    "In London the FTSE 100 ended where it began, at 8,822.": [("UKX", 8822.0, "close", "flat", None)],
    # one fact in two units, many currencies, a rate before what is expected of it
    "The rupee settled 6 paise lower at 85.40 against the dollar. That was a loss of 0.07%.": [
        ("USDINR", 85.4, "close", "up", 0.06)
    ],
    "Dollar slips\nMost Latin American currencies edged up on Friday.": [("DXY", None, None, "down", None)],
    "Markets imply a 95% chance that the RBA will cut its 3.85% cash rate.": [("AU_POLICY", 3.85, "last", *NOTHING)],
    # hundredths that several currencies have
    "KYIV: On the interbank market the dollar was quoted at 41.70/41.73 hryvnias at the close, 6 kopecks below Thursday.": [
        ("USDUAH", 41.7, "close", "down", 0.06)
    ],
    "The Moldovan leu lost 5 bani to 16.85 per dollar.": [("USDMDL", 16.85, "last", "up", 0.05)],
    "The rouble gained 6 kopecks to 78.70 per dollar while the hryvnia was flat at 41.75.": [
        ("USDRUB", 78.7, "last", "down", 0.06),
        ("USDUAH", 41.75, "last", "flat", None),
    ],
    # cents of a named country, and prices of the nineties
    "The Fiji dollar was worth 44.45 US cents on Friday, up from 44.31 US cents.": [
        ("FJDUSD", 0.4445, "last", "up", None),
        ("FJDUSD", 0.4431, "previous", *NOTHING),
    ],
    "The rand fell 12 cents to 17.62 against the dollar.": [("USDZAR", 17.62, "last", "up", 0.12)],
    "JAKARTA, Dec 12, 1997 - The rupiah dived to 5,150 from 4,550.": [
        ("USDIDR", 5150.0, "last", "up", None),
        ("USDIDR", 4550.0, "previous", *NOTHING),
    ],
    # an earlier level in brackets
    "EUR/HUF 399.60 (Thu 399.90), USD/HUF 340.10 (339.80 Thursday)": [
        ("EURHUF", 399.6, "last", *NOTHING),
        ("EURHUF", 399.9, "previous", *NOTHING),
        ("USDHUF", 340.1, "last", *NOTHING),
        ("USDHUF", 339.8, "previous", *NOTHING),
    ],
    "USD/JPY 144.45 (Friday 144.20 high)": [("USDJPY", 144.45, "last", *NOTHING), ("USDJPY", 144.2, "high", *NOTHING)],
    "EUR/PLN 4.2480 (prev. 4.2530)": [("EURPLN", 4.248, "last", *NOTHING), ("EURPLN", 4.253, "previous", *NOTHING)],
    "The yen fell on Friday to 148.10, its lowest since April, after losing 0.4% on Thursday.": [
        ("USDJPY", 148.1, "high", "up", None),
        ("USDJPY", None, None, "up", 0.4),
    ],
    # the next of a list, and of the periods of a move
    "Croatia's official rate for the euro is 7.5365 kunas, while that for the dollar is 7.0712 kunas, down 0.3 percent.": [
        ("EURHRK", 7.5365, "fixing", *NOTHING),
        ("USDHRK", 7.0712, "fixing", "down", 0.3),
    ],
    "The dollar closed at 5.4240 reais. In the week it lost 1.1% and in the year 12.2%.": [
        ("USDBRL", 5.424, "close", *NOTHING),
        ("USDBRL", None, None, "down", 1.1),
        ("USDBRL", None, None, "down", 12.2),
    ],
    "The Ibovespa fell 1%, banks 2%, and the real weakened.": [
        ("BVSP", None, None, "down", 1.0),
        ("USDBRL", None, None, "up", None),
    ],
    "The yuan is allowed to rise or fall by 2 percent from the central parity rate each trading day.": [],
    "The yuan was allowed to fall by 2 percent on Tuesday.": [("USDCNY", None, None, "up", 2.0)],
    # whose a size, a pronoun and "the rate" are
    "Sterling was up 0.1% at $1.3665 after Thursday's 0.3% fall; against the euro it was flat at 86.25 pence.": [
        ("GBPUSD", 1.3665, "last", "up", 0.1),
        ("GBPUSD", None, None, "down", 0.3),
        ("EURGBP", 0.8625, "last", "flat", None),
    ],
    "The Canadian dollar was at 1.3680 to the U.S. dollar after the Bank of Canada held its key rate at 2.75%. "
    "It touched 1.3676, its strongest since October.": [
        ("USDCAD", 1.368, "last", *NOTHING),
        ("CA_POLICY", 2.75, "last", "flat", None),
        ("USDCAD", 1.3676, "low", *NOTHING),
    ],
    "The National Bank of Hungary left its base rate at 6.5%. The forint was at 400.80 per euro. The rate has been unchanged "
    "since September.": [("HU_POLICY", 6.5, "last", "flat", None), ("EURHUF", 400.8, "last", *NOTHING)],
    "The wholesale dollar ended at 1,240 Argentine pesos, up 15 pesos or 1.2% on the day and 4.6% so far this month.": [
        ("USDARS", 1240.0, "close", "up", 1.2),
        ("USDARS", None, None, "up", 4.6),
    ],
    # the two sides of a bank's quote, whichever comes first
    "SANTO DOMINGO - The US dollar was sold at RD$59.85 and bought at RD$59.20 on Friday, ten cents up from the day before.": [
        ("USDDOP", 59.85, "last", "up", 0.1)
    ],
    "Traders bought dollars at 41.70 hryvnias in the morning; at noon they bought them at 41.75.": [
        ("USDUAH", 41.7, "last", *NOTHING),
        ("USDUAH", 41.75, "last", *NOTHING),
    ],
    # limits and official rates
    "The Kuwaiti dinar was set at 0.30515 to the dollar by the central bank.": [("USDKWD", 0.30515, "fixing", *NOTHING)],
    "The Kuwaiti dinar was bought at 0.30515 to the dollar by the central bank.": [("USDKWD", 0.30515, "last", *NOTHING)],
    "According to the Central Bank's mid-rate the euro cost ISK 142.50, while the dollar cost ISK 121.00.": [
        ("EURISK", 142.5, "fixing", *NOTHING),
        ("USDISK", 121.0, "fixing", *NOTHING),
    ],
    "The Serbian dinar's official middle rate against the euro will be 117.1766 on Monday, virtually unchanged.": [
        ("EURRSD", 117.1766, "fixing", "flat", None)
    ],
    "The Angolan kwanza was stable at 912.12 to the dollar, according to the BNA's reference rate.": [
        ("USDAOA", 912.12, "fixing", "flat", None)
    ],
    "The dong was at 26,150 per dollar. The ceiling exchange rate is 26,371 VND/USD and the floor rate 23,860 VND/USD.": [
        ("USDVND", 26150.0, "last", *NOTHING)
    ],
    # what a country sells
    "Copper, Chile's main export, helped: three-month metal in London advanced 1.9% to US$9,835 a ton.": [
        ("COPPER", 9835.0, "last", "up", 1.9)
    ],
    "Copper eased. The most active contract in Shanghai fell 1.1% to 78,900 yuan.": [("COPPER", None, None, "down", None)],
    "The loonie was at 1.3620 per US dollar, up 0.2%. Crude, Canada's main export, was 0.7% higher at $66.22 a barrel.": [
        ("USDCAD", 1.362, "last", "down", 0.2)
    ],
}


@pytest.mark.parametrize("text", SAID)
def test_a_report_on_a_currency(text: str) -> None:
    assert _read(text) == SAID[text]


def test_an_hour_with_a_dot_at_the_head_of_a_sentence() -> None:
    text = "Zloty\nAt 11.40 on the interbank market the euro was down to 4.2350 after talk of intervention."
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=_RECEIVED)
    assert [o.at for o in extract(item).observations] == ["2025-07-04T09:40:00Z"]


DAYS: dict[str, list[tuple[str, float, str]]] = {
    "The National Bank of Ukraine set the official exchange rate for July 7 at UAH 41.7185 per dollar. "
    "The euro's official rate rose by 11 kopecks to UAH 49.1473.": [
        ("USDUAH", 41.7185, "2025-07-07"),
        ("EURUAH", 49.1473, "2025-07-07"),
    ],
    "The Serbian dinar's official middle rate against the euro will be 117.1766 on Monday.": [
        ("EURRSD", 117.1766, "2025-07-07")
    ],
    "The official rate of the tenge for July 5 is 519.64 to the dollar, 611.72 to the euro and 6.60 to the rouble.": [
        ("USDKZT", 519.64, "2025-07-05"),
        ("EURKZT", 611.72, "2025-07-05"),
        ("RUBKZT", 6.6, "2025-07-05"),
    ],
    "The official rate of the lari for July 5 was set at 2.7212 per US dollar, while the rate for today is 2.7225. "
    "The euro costs 3.1836 lari, down from 3.2051.": [
        ("USDGEL", 2.7212, "2025-07-05"),
        ("USDGEL", 2.7225, "2025-07-04"),
        ("EURGEL", 3.1836, "2025-07-05"),
        ("EURGEL", 3.2051, "2025-07-04"),
    ],
}


@pytest.mark.parametrize("text", DAYS)
def test_official_rates_are_of_the_day_for_which_they_are_made(text: str) -> None:
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=_RECEIVED)
    found = extract(item).observations
    assert [(o.instrument, o.level, o.at) for o in found] == DAYS[text]
    assert {o.level_kind for o in found} == {"fixing"}


WHEN = {
    "JOHANNESBURG, July 4 - The rand was at 17.60 (17.55 on Thursday).": ["2025-07-04", "2025-07-03"],
    "The Mexican currency closed at 18.6265 per dollar, a gain of 0.32% from the Bank of Mexico's reference close of 18.6865 "
    "on Thursday.": ["2025-07-04", "2025-07-03"],
    "Morocco's dirham lost 0.3% against the dollar between June 26 and July 2.": ["2025-07-02"],
}


@pytest.mark.parametrize("text", WHEN)
def test_days_behind_other_figures(text: str) -> None:
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=_RECEIVED)
    assert [o.at for o in extract(item).observations] == WHEN[text]
