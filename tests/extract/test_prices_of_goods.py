"""How reports on goods, metals and coins print their prices; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

PREFIXES = {
    "Spot gold hits record $3,500.05, silver at $33.": [
        ("XAUUSD", 3500.05, "high", None, None, None),
        ("XAGUSD", 33.0, "last", None, None, None),
    ],
    "Gold peaked at $3,500 and silver at $34.": [
        ("XAUUSD", 3500.0, "high", None, None, None),
        ("XAGUSD", 34.0, "high", None, None, None),
    ],
    "Bitcoin's previous peak, $19,666, dated from December 2017.": [("BTCUSD", 19666.0, "high", None, None, None)],
    "Weekly\n\n                          Close    1 week   YTD\nBrent, USD/bbl            70.84     +3.5%     -10.5%\n"
    "Nat gas Nymex, USD/mmBtu 3.42     +4.8%      -8.1%": [
        ("BRENT", 70.84, "close", "up", 3.5, "percent"),
        ("BRENT", None, None, "down", 10.5, "percent"),
        ("NATGAS", 3.42, "close", "up", 4.8, "percent"),
        ("NATGAS", None, None, "down", 8.1, "percent"),
    ],
    "European gas jumped. The Dutch contract for October rose as much as 30% to €272 a megawatt hour.": [
        ("TTF", 272.0, "high", "up", 30.0, "percent"),
    ],
    "Copper closed at US$ 4.69 a pound on the London Metal Exchange.": [("COPPER", 4.69, "close", None, None, None)],
    "Copper closed at US$ 4.69 a pound in New York.": [("HG", 4.69, "close", None, None, None)],
    "COCOA: Quiet. NY December +$17 at $2,339, London December +6 at £1,711.": [
        ("COCOA", 2339.0, "last", "up", 17.0, "USD"),
        ("LONDONCOCOA", 1711.0, "last", "up", 6.0, "GBP"),
    ],
    "Brent rose a quarter of one per cent to $68.80.": [("BRENT", 68.8, "last", "up", 0.25, "percent")],
    "Weekly\n\nName      Close    1 week   YTD\nBrent     70.84     +3.5%     -10.5%\nWTI       67.10     +1.5%     -9.5%": [
        ("BRENT", 70.84, "close", "up", 3.5, "percent"),
        ("BRENT", None, None, "down", 10.5, "percent"),
        ("WTI", 67.1, "close", "up", 1.5, "percent"),
        ("WTI", None, None, "down", 9.5, "percent"),
    ],
    "Soybeans are 4 to 6 cents higher. The cash corn price was up 3 cents at $4.09 1/2.": [],
    "ICE New York September cocoa (CCU25) closed down 466 points, or -5.38%, at $8,196.": [
        ("COCOA", 8196.0, "close", "down", 5.38, "percent"),
    ],
    "September ICE robusta coffee (RMU25) closed up +31 (+0.86%).": [("ROBUSTA", None, None, "up", 0.86, "percent")],
    "TTF rose. The British day-ahead contract fell 1 pence to 79.25 p/therm.": [
        ("TTF", None, None, "up", None, None),
        ("NBP", 0.7925, "last", "down", 0.01, "GBP"),
    ],
    "British gas for day-ahead delivery fell 1.25 pence to 78.00 pence per therm.": [
        ("NBP", 0.78, "last", "down", 0.0125, "GBP"),
    ],
    "Iron ore was at $US98.20 a tonne, $US1.10 cheaper than a day earlier.": [
        ("IRONORE", 98.2, "last", "down", 1.1, "USD"),
    ],
    "The Australian dollar was buying US65.60c, up from US65.31c.": [
        ("AUDUSD", 0.656, "last", "up", None, None),
        ("AUDUSD", 0.6531, "previous", None, None, None),
    ],
    "Platinum stood at USD 1,372 an ounce, USD 18 dearer than on Wednesday.": [("XPTUSD", 1372.0, "last", "up", 18.0, "USD")],
    "Silver was at USD 36.90 per ounce as against USD 36.40 on Wednesday.": [
        ("XAGUSD", 36.9, "last", "up", None, None),
        ("XAGUSD", 36.4, "previous", None, None, None),
    ],
}
LISTS = {
    "Cocoa finished at 8,960, up 125, and zinc was at 2,713 a tonne.": [
        ("COCOA", 8960.0, "close", "up", 125.0, "USD"),
        ("ZINC", 2713.0, "last", None, None, None),
    ],
    "Copper output was 24,000 a month.": [],
    "Closing prices\nCrude oil (Nymex)  67.00  -0.45\nULSD (Nymex)  2.3850  -0.0120": [
        ("WTI", 67.0, "close", "down", 0.45, "USD"),
        ("HEATOIL", 2.385, "close", "down", 0.012, "USD"),
    ],
    "Zinc and lead lost 0.7 and 1.2% respectively.": [
        ("ZINC", None, None, "down", 0.7, "percent"),
        ("LEAD", None, None, "down", 1.2, "percent"),
    ],
    "Corn and wheat rose 4 and 7 cents a bushel.": [
        ("CORN", None, None, "up", 0.04, "USD"),
        ("WHEAT", None, None, "up", 0.07, "USD"),
    ],
}
PARTS = {
    "The euro slipped two-thirds of a cent to $1.1750.": [("EURUSD", 1.175, "last", "down", 0.0067, "USD")],
    "Natural gas chalked up a third straight gain.": [("NATGAS", None, None, "up", None, None)],
    "Silver rose for a fifth consecutive day, adding 0.8%.": [("XAGUSD", None, None, "up", 0.8, "percent")],
    "Ether has lost a third this year.": [("ETHUSD", None, None, "down", 33.3, "percent")],
    "Cocoa: minus a quarter.": [("COCOA", None, None, "down", 25.0, "percent")],
}
MARKS = {
    "The dollar gained 1,20% to close at R$ 5,412 and the Ibovespa ended 0,40% lower at 140.225 points.": [
        ("USDBRL", 5.412, "close", "up", 1.2, "percent"),
        ("BVSP", 140225.0, "close", "down", 0.4, "percent"),
    ],
}
MARKETS = {
    "Cocoa gained 2.1% to 6,105 pounds a tonne.": [("LONDONCOCOA", 6105.0, "last", "up", 2.1, "percent")],
    "Iron ore ended at 731 yuan a tonne, having fetched 736.5 at its best.": [
        ("IRONORE", 731.0, "close", None, None, None),
        ("IRONORE", 736.5, "high", None, None, None),
    ],
}
SUBJECTS = {
    "Brent closed at $68.10. With WTI it was $66.40.": [
        ("BRENT", 68.1, "close", None, None, None),
        ("WTI", 66.4, "last", None, None, None),
    ],
    "Copper rose 1%. Most were down.": [("COPPER", None, None, "up", 1.0, "percent")],
    "Bitcoin slid 2%. Others had simply fallen.": [("BTCUSD", None, None, "down", 2.0, "percent")],
    "Harmony, a gold producer when all is said, gained 3.1% to R248.60.": [("HAR.JO", 248.6, "close", "up", 3.1, "percent")],
    "Palm oil rose 1%. The benchmark third-month contract was 41 ringgit higher at 4,060 ringgit.": [
        ("PALMOIL", None, None, "up", 1.0, "percent"),
        ("PALMOIL", 4060.0, "last", "up", 41.0, "MYR"),
    ],
    "Arabica futures settled at 289.10 cents a pound. Since May the market has lost 25 percent.": [
        ("COFFEE", 2.891, "close", None, None, None),
        ("COFFEE", None, None, "down", 25.0, "percent"),
    ],
    "Nickel, which already in June had shed 3.4%, lost another 2.2% to $14,980.": [
        ("NICKEL", None, None, "down", 3.4, "percent"),
        ("NICKEL", 14980.0, "last", "down", 2.2, "percent"),
    ],
}
SIZES = {
    "WTI settled at $66.50, so the loss comes to $1.20.": [("WTI", 66.5, "close", "down", 1.2, "USD")],
    "Zinc halved in 2008 (-49.2%).": [("ZINC", None, None, "down", 49.2, "percent")],
    "Soybeans rose by the daily limit of 70 cents.": [("SOYBEANS", None, None, "up", 0.7, "USD")],
    "Chicago corn was up the 30-cent limit at $4.40 a bushel.": [("CORN", 4.4, "last", "up", 0.3, "USD")],
    "Silver rose: 3.2%.": [("XAGUSD", None, None, "up", 3.2, "percent")],
    "The rand ended at R17.60/$, 9c better than on Wednesday.": [("USDZAR", 17.6, "close", "down", 0.09, "ZAR")],
    "Platinum was 0.4% worse at $1,370.": [("XPTUSD", 1370.0, "last", "down", 0.4, "percent")],
    "Gold fell 1% and took its loss since June to 4%.": [
        ("XAUUSD", None, None, "down", 1.0, "percent"),
        ("XAUUSD", None, None, "down", 4.0, "percent"),
    ],
    "The dollar bought 4.2210 ringgit, the same as on Wednesday.": [("USDMYR", 4.221, "last", "flat", None, None)],
}
LEVELS = {
    "Bitcoin was volatile: $111,300 at the high, $107,900 at the low.": [
        ("BTCUSD", 111300.0, "high", None, None, None),
        ("BTCUSD", 107900.0, "low", None, None, None),
    ],
    "Ether opened at $2,600. The bottom was $2,505 at about 13:10.": [
        ("ETHUSD", 2600.0, "open", None, None, None),
        ("ETHUSD", 2505.0, "low", None, None, None),
    ],
    "Zinc flew to $3,020, an all-time high.": [("ZINC", 3020.0, "high", "up", None, None)],
    "They look for gold of $3,600 and silver of $42 next year.": [
        ("XAUUSD", 3600.0, "forecast", None, None, None),
        ("XAGUSD", 42.0, "forecast", None, None, None),
    ],
    "Palladium was at $1,135, having printed a lifetime best of $3,440 in 2022.": [
        ("XPDUSD", 1135.0, "last", None, None, None),
        ("XPDUSD", 3440.0, "high", None, None, None),
    ],
}


@pytest.mark.parametrize(("text", "rows"), [*SUBJECTS.items(), *SIZES.items(), *LEVELS.items()])
def test_statements(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    assert sorted(map(short, read(text).observations), key=str) == sorted(rows, key=str)


@pytest.mark.parametrize(
    ("text", "rows"), [*PREFIXES.items(), *LISTS.items(), *PARTS.items(), *MARKS.items(), *MARKETS.items()]
)
def test_prices_as_printed(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    assert sorted(map(short, read(text).observations), key=str) == sorted(rows, key=str)


REPORTS = {
    "Chicago corn went out at 4.40 a bushel.": [("CORN", 4.4, "close", None, None, None)],
    "New York cocoa stood at $8,565, after an unprecedented $8,931 earlier on.": [
        ("COCOA", 8565.0, "last", None, None, None),
        ("COCOA", 8931.0, "high", None, None, None),
    ],
    "Copper fell to $9,700. On Monday it had set a record at $10,845.": [
        ("COPPER", 9700.0, "last", "down", None, None),
        ("COPPER", 10845.0, "high", None, None, None),
    ],
    "Metals\nSilver sank to $35.10 before it recovered.": [("XAGUSD", 35.1, "low", "down", None, None)],
    "Bitcoin climbed to $111,900 before prices came off.": [("BTCUSD", 111900.0, "high", "up", None, None)],
    "Palm oil rose. He expects palm oil to stay in a band of RM4,010 to RM4,090.": [
        ("PALMOIL", None, None, "up", None, None),
        ("PALMOIL", 4010.0, "forecast", None, None, None),
        ("PALMOIL", 4090.0, "forecast", None, None, None),
    ],
    "Brent is seen in a range of $65 to $70 next week.": [
        ("BRENT", 65.0, "forecast", None, None, None),
        ("BRENT", 70.0, "forecast", None, None, None),
    ],
    "Gold was at $3,340. Tokyo rubber fell. The benchmark November contract, which had got to a high of 324 yen, "
    "crumpled to 310.5 yen a kg.": [
        ("XAUUSD", 3340.0, "last", None, None, None),
        ("RUBBER", 324.0, "high", None, None, None),
        ("RUBBER", 310.5, "last", "down", None, None),
    ],
    "Palm oil edged up, helped by the ringgit and by beans.\nThe benchmark contract was 12 ringgit higher at 4,052 ringgit a "
    "tonne. It had been no lower than 4,020 ringgit.": [
        ("PALMOIL", 4052.0, "last", "up", 12.0, "MYR"),
        ("PALMOIL", 4020.0, "low", None, None, None),
    ],
    "Iron ore was steady. The August contract in Singapore was at $96.15, up 1.1 per cent.": [
        ("IRONORE", 96.15, "last", "up", 1.1, "percent"),
        ("IRONORE", None, None, "flat", None, None),
    ],
    "Ether sank as low as $2,480, now $2,530.": [
        ("ETHUSD", 2480.0, "low", None, None, None),
        ("ETHUSD", 2530.0, "last", None, None, None),
    ],
    "Brent was fetching $68.30 a barrel at the week's close.": [("BRENT", 68.3, "close", None, None, None)],
    "Palm oil gained 0.7% to 4,052 ringgit ($958) a tonne at the close.": [("PALMOIL", 4052.0, "close", "up", 0.7, "percent")],
    "Zinc ended June at $2,741, a plus of 4.2% for the month.": [("ZINC", 2741.0, "close", "up", 4.2, "percent")],
}


@pytest.mark.parametrize(("text", "rows"), REPORTS.items())
def test_reports_on_goods(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    assert sorted(map(short, read(text).observations), key=str) == sorted(rows, key=str)


CONTRACTS = {
    "Coins\nETH/BTC fell to 0.0241. Ether itself lost 1.4% to $2,510.": [("ETHUSD", 2510.0, "last", "down", 1.4, "percent")],
    "Metals\nCopper has shed a tenth since touching a record $11,104.50 in May.": [
        ("COPPER", None, None, "down", 10.0, "percent"),
        ("COPPER", 11104.5, "high", None, None, None),
    ],
    "Oil\nBrent was 45 cents higher at $68.37, WTI 53 cents at $66.43.": [
        ("BRENT", 68.37, "last", "up", 0.45, "USD"),
        ("WTI", 66.43, "last", "up", 0.53, "USD"),
    ],
    "Oil\nUrals traded at a $14 discount to Brent.": [],
    "KUWAIT (KUNA) -- The price of Kuwaiti oil went up by USD 1.19 to USD 72.45 per barrel.": [],
    "Power\nGerman baseload for day-ahead delivery fell 12% to 68.50 euros/MWh.": [
        ("GERPOWER", 68.5, "last", "down", 12.0, "percent"),
    ],
    "Energy\nGasoline at the pump averaged $3.45 a gallon, up 3 cents on the week.": [],
    "Softs\nCocoa grindings fell 2.2% in the first quarter. Cocoa slid 4% to $8,650.": [
        ("COCOA", 8650.0, "last", "down", 4.0, "percent"),
    ],
    "Gas\nHenry Hub will average $3.60 in the third quarter, up from an earlier estimate of $3.40.": [
        ("NATGAS", 3.6, "forecast", None, None, None),
        ("NATGAS", 3.4, "forecast", None, None, None),
    ],
    "Iron ore closed at 723 yuan, having fetched 729.5 at its best, and the August contract in Singapore was at $96.15.": [
        ("IRONORE", 723.0, "close", None, None, None),
        ("IRONORE", 729.5, "high", None, None, None),
        ("IRONORE", 96.15, "last", None, None, None),
    ],
    "Metals: copper 9,842 (+0.6%), zinc 2,796 (-1.1%) and nickel 15,405 (+0.8%).": [
        ("COPPER", 9842.0, "last", "up", 0.6, "percent"),
        ("ZINC", 2796.0, "last", "down", 1.1, "percent"),
        ("NICKEL", 15405.0, "last", "up", 0.8, "percent"),
    ],
    "Palladium, at $1,105, is now cheaper than platinum at $1,370.": [
        ("XPDUSD", 1105.0, "last", None, None, None),
        ("XPTUSD", 1370.0, "last", None, None, None),
    ],
    "Brent swung between $67.90 and $69.75 before settling 12 cents lower at $68.48.": [
        ("BRENT", 67.9, "low", None, None, None),
        ("BRENT", 69.75, "high", None, None, None),
        ("BRENT", 68.48, "close", "down", 0.12, "USD"),
    ],
    "Arabica hit a three-month high of 298.50 cents before closing 2.1% up at 294.15.": [
        ("COFFEE", 2.985, "high", None, None, None),
        ("COFFEE", 2.9415, "close", "up", 2.1, "percent"),
    ],
    "Energy\nNatural gas for August settled at $3.45. September shed 1.5 cents to $3.497.": [
        ("NATGAS", 3.45, "close", None, None, None),
    ],
    "Energy\nWTI for August was at $66.40; October, further out, was 30 cents lower at $65.10.": [
        ("WTI", 66.4, "last", None, None, None),
    ],
    "Grains\nSoybeans rallied. November closed 12 cents up at $10.49 a bushel.": [
        ("SOYBEANS", 10.49, "close", "up", 0.12, "USD"),
    ],
}


@pytest.mark.parametrize(("text", "rows"), CONTRACTS.items())
def test_lists_ranges_and_other_contracts(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    assert sorted(map(short, read(text).observations), key=str) == sorted(rows, key=str)
