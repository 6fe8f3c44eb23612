"""Further families of wordings, a few members each; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

PRICES_OF_BONDS = {
    "U.S. 10-year notes were last up 5/32 in price to yield 4.181 percent, down from 4.201 percent late on Monday.": [
        ("US10Y", 4.181, "last", "down", None, None),
        ("US10Y", 4.201, "previous", None, None, None),
    ],
    "Canada's two-year bond fell 2 Canadian cents to yield 2.611%.": [("CA2Y", 2.611, "last", "up", None, None)],
    "India's 7.1 per cent bond maturing in 2034 fell on Friday; its yield edged up to 6.88 per cent.": [
        ("IN_2034", 6.88, "last", "up", None, None),
    ],
    "The US 10-year yield, 4.51% at its highest, was back at 4.33%.": [
        ("US10Y", 4.51, "high", None, None, None), ("US10Y", 4.33, "last", None, None, None),
    ],
}  # fmt: skip
SEVERAL = {
    "The CAC 40 rose 1%. The DAX rose 2%. For the month both indexes were up, 3.1% and 4.5% respectively.": [
        ("CAC40", None, None, "up", 1.0, "percent"), ("DAX", None, None, "up", 2.0, "percent"),
        ("CAC40", None, None, "up", 3.1, "percent"), ("DAX", None, None, "up", 4.5, "percent"),
    ],
    "The three men were seen as the Dow rose 1%.": [("DJI", None, None, "up", 1.0, "percent")],
}  # fmt: skip
FRONTED = {
    "The zloty was hit hard: down by 0.8 percent, it traded at 4.3150 to the euro.": [
        ("EURPLN", 4.315, "last", "up", 0.8, "percent"),
    ],
}  # fmt: skip
EXTREMES = {
    "The rupee opened at 67.35 to the dollar and slipped no further than 67.73.": [
        ("USDINR", 67.35, "open", None, None, None), ("USDINR", 67.73, "high", None, None, None),
    ],
    "WTI crude settled at minus $3.63 a barrel. The low was minus $4.32.": [
        ("WTI", -3.63, "close", None, None, None), ("WTI", -4.32, "low", None, None, None),
    ],
}  # fmt: skip
OTHERS = {
    "Wheat closed at $6.12. In Canada the regulator lifted the cap by 80% to 3,549 dollars a year.": [
        ("WHEAT", 6.12, "close", None, None, None),
    ],
}  # fmt: skip

INVERTED = {
    "The DAX fell 1%. Among the losers were Vodafone, down 2.2%, and BP, off 1.1%.": [
        ("DAX", None, None, "down", 1.0, "percent"), ("VOD.L", None, None, "down", 2.2, "percent"),
        ("BP.L", None, None, "down", 1.1, "percent"),
    ],
    "The DAX fell 1%. At the foot of the index was Quirkco, down 9%.": [("DAX", None, None, "down", 1.0, "percent")],
}  # fmt: skip
REPEATED = {
    "Dollar ends at R$ 5.70\nThe dollar fell 0.94% on Monday to close at R$ 5.706.": [
        ("USDBRL", 5.706, "close", "down", 0.94, "percent"),
    ],
}  # fmt: skip
CHINA = {
    "The offshore yuan traded at 7.2577 per dollar, and the onshore at 7.2275.": [
        ("USDCNH", 7.2577, "last", None, None, None), ("USDCNY", 7.2275, "last", None, None, None),
    ],
}  # fmt: skip
AS_MUCH = {
    "Chile's peso fell as much as 0.8% to 981.10 per dollar.": [("USDCLP", 981.1, "high", "up", 0.8, "percent")],
    "At the interbank market, the Ghana cedi sold at GHS13.10 to the dollar.": [("USDGHS", 13.1, "last", None, None, None)],
}  # fmt: skip
EARLIER = {
    "The euro was at $1.0823 and 170.20 yen, against $1.0812 and 169.80 yen in New York.": [
        ("EURUSD", 1.0823, "last", "up", None, None), ("EURJPY", 170.2, "last", "up", None, None),
        ("EURUSD", 1.0812, "previous", None, None, None), ("EURJPY", 169.8, "previous", None, None, None),
    ],
    "The yen was at 157.25 to the dollar, compared with 156.90 in New York and 157.61 in Tokyo on Thursday.": [
        ("USDJPY", 157.25, "last", "up", None, None), ("USDJPY", 156.9, "previous", None, None, None),
        ("USDJPY", 157.61, "previous", None, None, None),
    ],
}  # fmt: skip
ANTECEDENTS = {
    "CrowdStrike jumped 10.8%, while Citigroup, which had tumbled more than 4% at its low, closed up 0.5% at $53.46.": [
        ("CRWD", None, None, "up", 10.8, "percent"), ("C", None, "low", "down", 4.0, "percent"),
        ("C", 53.46, "close", "up", 0.5, "percent"),
    ],
    "Brent, which lost more than 30% at the open in Asia, was 22.4% lower at $35.12.": [
        ("BRENT", None, None, "down", 30.0, "percent"), ("BRENT", 35.12, "last", "down", 22.4, "percent"),
    ],
}  # fmt: skip
BANDS = {
    "The rupee traded in an 82.65 to 82.78 band.": [
        ("USDINR", 82.65, "low", None, None, None), ("USDINR", 82.78, "high", None, None, None),
    ],
    "A barrel of Brent cost $93.10, up 72 cents.": [("BRENT", 93.1, "last", "up", 0.72, "USD")],
    "Bitcoin was at $38,650, some 40% below its record of $64,895.": [
        ("BTCUSD", 38650.0, "last", "down", 40.0, "percent"),
        ("BTCUSD", 64895.0, "high", None, None, None),
    ],
}  # fmt: skip
OTHER_PRICES = {
    "Brent crude settled at $42.69. Government bond prices didn't move much.": [("BRENT", 42.69, "close", None, None, None)],
    "Light, sweet crude for November delivery fell $10.52, or 9.8%, to settle at $96.37 a barrel.": [
        ("WTI", 96.37, "close", "down", 9.8, "percent"),
    ],
    "Heating oil futures fell 22 cents to $2.79 a gallon, while gasoline lost 28 cents to $2.39.": [
        ("HEATOIL", 2.79, "last", "down", 0.22, "USD"), ("GASOLINE", 2.39, "last", "down", 0.28, "USD"),
    ],
    "Barclays and Santander slid. The stock has lost 27 percent this year.": [
        ("BARC.L", None, None, "down", None, None), ("SAN.MC", None, None, "down", None, None),
    ],
}  # fmt: skip
CITIES = {
    "Warsaw's blue-chip index shed 2.1 percent and Budapest lost 1.8 percent. Prague was down 1.1 percent.": [
        ("WIG20", None, None, "down", 2.1, "percent"), ("BUX", None, None, "down", 1.8, "percent"),
        ("PX", None, None, "down", 1.1, "percent"),
    ],
    "The Nikkei shed 0.7%, Hong Kong rose 1% and Sydney was 0.2% higher.": [
        ("NKY", None, None, "down", 0.7, "percent"), ("HSI", None, None, "up", 1.0, "percent"),
        ("AS51", None, None, "up", 0.2, "percent"),
    ],
    "The DAX rose. Paris is 200 miles away.": [("DAX", None, None, "up", None, None)],
}  # fmt: skip
AT_THE_CLOSE = {
    "The naira depreciated to N848.12 per dollar at the close of trade on Tuesday.": [
        ("USDNGN", 848.12, "close", "up", None, None),
    ],
}  # fmt: skip
NOUNS_OF_SIZE = {
    "Bitcoin's $4,000 plunge wipes out longs.": [("BTCUSD", None, None, "down", 4000.0, "USD")],
    "Brent is 24 percent off its May peak.": [("BRENT", None, None, "down", 24.0, "percent")],
    "Sterling bounced $0.01 off its low to $1.3650.": [("GBPUSD", 1.365, "last", "up", 0.01, "USD")],
    "Central bank gold buying falls 35% in the second quarter.": [],
}  # fmt: skip
SPREADS = {
    "The ten-year Bund yield fell, and the gap to French paper widened to 61.6 basis points.": [
        ("DE10Y", None, None, "down", None, None), ("FR10Y-DE10Y", 61.6, "last", "up", None, None),
    ],
}  # fmt: skip
PRICED_OBJECTS = {
    "WTI ended at $37.63. In London Brent for June closed 8.9 percent lower at $25.57.": [
        ("WTI", 37.63, "close", None, None, None), ("BRENT", 25.57, "close", "down", 8.9, "percent"),
    ],
    "Copper was bid at $10,395. Stocks in LME warehouses, at 128,775 tonnes, have come down by 25%.": [
        ("COPPER", 10395.0, "last", None, None, None),
    ],
    "Bitcoin was at $110,636. Deutsche Bank sees it at $120,000 by December.": [
        ("BTCUSD", 110636.0, "last", None, None, None), ("BTCUSD", 120000.0, "forecast", None, None, None),
    ],
    "Three-month nickel had been up 59% at $76,000 when trading stopped.": [("NICKEL", 76000.0, "last", "up", 59.0, "percent")],
    "The Kenyan shilling firmed. At 0708 GMT banks quoted it at 135.50/136.50 per dollar.": [
        ("USDKES", None, None, "down", None, None), ("USDKES", 135.5, "last", None, None, None),
    ],
    "The Pakistani rupee lost Rs1.88, or 0.63%, to close at an all-time low of 299.01.": [
        ("USDPKR", 299.01, "close", "up", 0.63, "percent"),
    ],
    "The rupee ended at 82.40 to the dollar. It breached the 83 mark.": [("USDINR", 82.4, "close", None, None, None)],
    "The rupee ended at 82.40 to the dollar. A close above 83.20 will open the way to 83.50.": [
        ("USDINR", 82.4, "close", None, None, None),
    ],
}  # fmt: skip
PAST = {
    "The rupee overcame a weak start to settle 2 paise higher at 79.55.": [("USDINR", 79.55, "close", "down", 0.02, "INR")],
    "The zloty withstood an early attack and closed at 4.25 per euro.": [("EURPLN", 4.25, "close", None, None, None)],
}  # fmt: skip
PRINTED = {
    "BANK OF ENGLAND KEEPS BANK RATE AT 4.00 PCT": [("GB_POLICY", 4.0, "last", "flat", None, None)],
    "Brent futures (Dec)  $66.05 (down 0.3%)": [("BRENT", 66.05, "last", "down", 0.3, "percent")],
}  # fmt: skip

MONEY = {
    "E.ON gained 2.2 percent to EUR 8.63.": [("EOAN.DE", 8.63, "last", "up", 2.2, "percent")],
    "Nvidia, up more than a dollar at $142.10 in regular trading, was in demand.": [
        ("NVDA", 142.1, "last", "up", 1.0, "USD"),
    ],
    "The kiwi dollar is buying 59.61 US cents and 91.85 Australian cents.": [
        ("NZDUSD", 0.5961, "last", None, None, None), ("NZDAUD", 0.9185, "last", None, None, None),
    ],
}  # fmt: skip
KEPT = {
    "The Bank of Canada held its benchmark rate at 1.75%.": [("CA_POLICY", 1.75, "last", "flat", None, None)],
    "The Bank of Japan left its policy rate alone on Friday.": [("JP_POLICY", None, None, "flat", None, None)],
}  # fmt: skip
SINCE = {
    "Sterling vaulted to $1.2905, its highest since early October.": [("GBPUSD", 1.2905, "high", "up", None, None)],
    "The DAX fell 1.2% to 15,305.42, its lowest since May.": [("DAX", 15305.42, "last", "down", 1.2, "percent")],
}  # fmt: skip
NAMES = {
    "Toyota rose 1%. Sumitomo Precision Works fell 50 yen to 1,240 yen.": [("7203.T", None, None, "up", 1.0, "percent")],
    "Stocks in Paris shed 1.6 per cent.": [("CAC40", None, None, "down", 1.6, "percent")],
}  # fmt: skip
PATHS = {
    "The Sensex opened lower and recovered to close at 73,085.94, a loss of 112.16 points or 0.15 per cent.": [
        ("SENSEX", 73085.94, "close", "down", 0.15, "percent"),
    ],
    "In London the FTSE 100 bucked the trend, adding 0.3 per cent to 8,759.00.": [
        ("UKX", 8759.0, "last", "up", 0.3, "percent"),
    ],
    "Brent was 1.2% lower at $70.88; its American counterpart finished 71 cents down at $67.55.": [
        ("BRENT", 70.88, "last", "down", 1.2, "percent"), ("WTI", 67.55, "close", "down", 0.71, "USD"),
    ],
}  # fmt: skip
COUPONS = {
    "India's 7.59 per cent 2030 security was at 6.74 per cent, up two basis points.": [
        ("IN_2030", 6.74, "last", "up", 2.0, "bp"),
    ],
}  # fmt: skip
LONGER_TIMES = {
    "Week on week the Dutch gas contract is up 38%.": [("TTF", None, None, "up", 38.0, "percent")],
    "The lira has lost a quarter of its value in August and more than 40 percent in 2018.": [
        ("USDTRY", None, None, "up", 25.0, "percent"), ("USDTRY", None, None, "up", 40.0, "percent"),
    ],
}  # fmt: skip
FAMILIES = (
    PRICES_OF_BONDS, SEVERAL,
    FRONTED, EXTREMES, OTHERS, INVERTED, PRICED_OBJECTS, SPREADS, NOUNS_OF_SIZE, CITIES, AT_THE_CLOSE, OTHER_PRICES,
    ANTECEDENTS, BANDS, EARLIER, CHINA, AS_MUCH, REPEATED, PAST, PRINTED, MONEY,
    KEPT, NAMES, SINCE, PATHS, COUPONS, LONGER_TIMES,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [(text, rows) for family in FAMILIES for text, rows in family.items()],
)
def test_each_member_of_a_family(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert sorted(map(str, map(short, read(text).observations))) == sorted(map(str, expected))
