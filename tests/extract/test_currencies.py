"""In what a currency is priced where its sentence does not say; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

HOME = {
    "LAHORE: The rupee sank to Rs278.40 to the dollar. Arif Habib sees the rupee at 290 by December.": [
        ("USDPKR", 278.4, "last", "up", None, None),
        ("USDPKR", 290.0, "forecast", None, None, None),
    ],
    "NAIROBI: The shilling stood at 129.20 per dollar. A shilling fetched 28.31 Ugandan shillings. NCBA sees the exchange rate "
    "at Sh131.": [
        ("USDKES", 129.2, "last", None, None, None),
        ("KESUGX", 28.31, "last", None, None, None),
        ("USDKES", 131.0, "forecast", None, None, None),
    ],
    "The dollar ended at R$ 5.47, up 0.4%. The greenback is up 12% this year, its best run against the real since 2020.": [
        ("USDBRL", 5.47, "close", "up", 0.4, "percent"),
        ("USDBRL", None, None, "up", 12.0, "percent"),
    ],
    "The cedi slipped to 12.4 to the dollar; the dollar index rose 0.2%. The dollar added 1%.": [
        ("USDGHS", 12.4, "last", "up", None, None),
        ("DXY", None, None, "up", 0.2, "percent"),
        ("DXY", None, None, "up", 1.0, "percent"),
    ],
    "Rouble in turmoil. Dollar 70.00, euro 85.15.": [
        ("USDRUB", 70.0, "last", None, None, None),
        ("EURRUB", 85.15, "last", None, None, None),
    ],
}  # fmt: skip
CLAUSES = {
    "USD/CAD was at 1.2738, while cable fell to 1.2880. The loonie is on hold for the bank.": [
        ("USDCAD", 1.2738, "last", None, None, None),
        ("GBPUSD", 1.288, "last", "down", None, None),
    ],
    "Workers laid the cable and fell behind by 1.2880 miles.": [],
    "COLOMBO: Sri Lanka's central bank put the pound at Rs. 393.42 and the Indian rupee at Rs. 3.77. Sri Lanka sold bonds.": [
        ("GBPLKR", 393.42, "fixing", None, None, None),
        ("INRLKR", 3.77, "fixing", None, None, None),
    ],
    "The dollar fell to the upper 143 yen range in Tokyo.": [("USDJPY", None, None, "down", None, None)],
    "The dollar was in the mid-149 yen zone, and gold at the upper end of its range.": [],
    "The rand traded at 17.85 and against the pound it was at 23.98.": [
        ("USDZAR", 17.85, "last", None, None, None),
        ("GBPZAR", 23.98, "last", None, None, None),
    ],
    "The rouble was at 78.85, while versus the yuan it added 0.3% to 10.98.": [
        ("USDRUB", 78.85, "last", None, None, None),
        ("CNYRUB", 10.98, "last", "down", 0.3, "percent"),
    ],
    "The ringgit was at 4.20 to the dollar. It strengthened versus sterling to 5.7601 from 5.7681.": [
        ("USDMYR", 4.2, "last", None, None, None),
        ("GBPMYR", 5.7601, "last", "down", None, None),
        ("GBPMYR", 5.7681, "previous", None, None, None),
    ],
    "The ringgit was at 4.20 to the dollar. Against the yen it rose to 2.9130 from 2.9345.": [
        ("USDMYR", 4.2, "last", None, None, None),
        ("JPYMYR", 0.02913, "last", "down", None, None),
        ("JPYMYR", 0.029345, "previous", None, None, None),
    ],
    "The rand was at 20.10 against the euro, and on Monday at 20.05.": [
        ("EURZAR", 20.1, "last", None, None, None),
        ("EURZAR", 20.05, "last", None, None, None),
    ],
}  # fmt: skip
CENTS = {
    "The yuan was at 7.1648, 0.16% weaker than the midpoint, which was set at 7.1535.": [
        ("USDCNY", 7.1648, "last", None, None, None),
        ("USDCNY", 7.1535, "fixing", None, None, None),
    ],
    "The franc rose to 0.8168 per dollar and to 0.9387 per euro.": [
        ("USDCHF", 0.8168, "last", "down", None, None),
        ("EURCHF", 0.9387, "last", "down", None, None),
    ],
    "Dollar/yen traded at 144.50, down 0.43.": [("USDJPY", 144.5, "last", "down", 0.43, "JPY")],
    "The Jamaican dollar closed at $160.74 to the US dollar, weakening by 12 cents.": [
        ("USDJMD", 160.74, "close", "up", 0.12, "JMD"),
    ],
    "The kiwi bought 59.5 US cents, 91.2 Australian cents, 51.1 euro cents and 88.0 yen.": [
        ("NZDUSD", 0.595, "last", None, None, None),
        ("NZDAUD", 0.912, "last", None, None, None),
        ("NZDEUR", 0.511, "last", None, None, None),
        ("NZDJPY", 88.0, "last", None, None, None),
    ],
    "The pound/dollar exchange rate was 1.3480, and euro/sterling 0.8670.": [
        ("GBPUSD", 1.348, "last", None, None, None),
        ("EURGBP", 0.867, "last", None, None, None),
    ],
    "The loonie ended at 73.15 cents US, 0.12 cents lower. It was 72.96 at its worst.": [
        ("CADUSD", 0.7315, "close", "down", 0.0012, "USD"),
        ("CADUSD", 0.7296, "low", None, None, None),
    ],
    "The Australian dollar bought 64.32 US cents, from 64.80 US cents on Thursday.": [
        ("AUDUSD", 0.6432, "last", "down", None, None),
        ("AUDUSD", 0.648, "previous", None, None, None),
    ],
    "The loonie slipped 0.2% to C$1.3680 per U.S. dollar.": [("USDCAD", 1.368, "last", "up", 0.2, "percent")],
}  # fmt: skip
EXTREMES = {
    "Turkey's lira touched a record low of 40.1.": [("USDTRY", 40.1, "high", None, None, None)],
    "The rupee hit an all-time low of 86.90 per dollar.": [("USDINR", 86.9, "high", None, None, None)],
    "The Thai baht reached a high of 31.75 per dollar.": [("USDTHB", 31.75, "low", None, None, None)],
    "The rand moved between a low of 17.50 and a high of 17.90.": [
        ("USDZAR", 17.5, "low", None, None, None),
        ("USDZAR", 17.9, "high", None, None, None),
    ],
}  # fmt: skip
MARKETS = {
    "The naira closed at N1,529.5 to the dollar at the official market, while on the parallel market it went for N1,560.": [
        ("USDNGN", 1529.5, "close", None, None, None)
    ],
    "KARACHI: The rupee settled at 284.36 in the interbank market. In the open market the dollar was bought at 285.60.": [
        ("USDPKR", 284.36, "close", None, None, None)
    ],
    "The cedi was quoted at 12.40 at the interbank and 12.90 at bureaux.": [("USDGHS", 12.4, "last", None, None, None)],
    "LAHORE: Open market operations lifted the rupee to 280.10 per dollar.": [("USDPKR", 280.1, "last", "down", None, None)],
    "The cedi was at 13.20 on interbank screens, from 14.95 a week ago, but on the black market it cost 14.80.": [
        ("USDGHS", 13.2, "last", "down", None, None),
        ("USDGHS", 14.95, "previous", None, None, None),
    ],
}  # fmt: skip
RATES = {
    "KAMPALA: The indicative rate was Sh3,601.5 a dollar, weaker by 0.4 percent than on Thursday (Sh3,587.2).": [
        ("USDUGX", 3601.5, "fixing", "up", 0.4, "percent"),
        ("USDUGX", 3587.2, "fixing", None, None, None),
    ],
    "The official rate came to N1,530.2 per dollar, 0.3 percent higher.": [("USDNGN", 1530.2, "fixing", "up", 0.3, "percent")],
    "The rand stood at R24.10 a pound and R17.61 a dollar.": [
        ("GBPZAR", 24.1, "last", None, None, None),
        ("USDZAR", 17.61, "last", None, None, None),
    ],
    "The rouble is 2 percent worse off than when the year began (78.45).": [
        ("USDRUB", None, None, "up", 2.0, "percent"),
        ("USDRUB", 78.45, "previous", None, None, None),
    ],
    "The loonie closed at 73.45 US cents. It has gained 5% this year.": [
        ("CADUSD", 0.7345, "close", None, None, None),
        ("CADUSD", None, None, "up", 5.0, "percent"),
    ],
    "The forint opens weaker, at 391.20 per euro.": [("EURHUF", 391.2, "open", "up", None, None)],
    "The yuan ended at 7.1660 to the dollar; in Hong Kong it fetched 7.1702.": [
        ("USDCNY", 7.166, "close", None, None, None),
        ("USDCNH", 7.1702, "last", None, None, None),
    ],
}  # fmt: skip
NOT_SAID = {
    "The quirk closed at 10.05 per dollar. It has gained 5% this year.": [],
    "The yen was at 157.30 per dollar. Tokyo sold dollars to push up the yen.": [("USDJPY", 157.3, "last", None, None, None)],
    "The rand was at 17.61 a dollar. Had you asked me in May if we would be at 17.20, I would have laughed.": [
        ("USDZAR", 17.61, "last", None, None, None)
    ],
    "The lira was at 39.80 per dollar. Reserves with it were down to $68 billion.": [
        ("USDTRY", 39.8, "last", None, None, None)
    ],
    "The rand was at 17.61 a dollar, said a trader whose firm sees R18 by December.": [
        ("USDZAR", 17.61, "last", None, None, None),
        ("USDZAR", 18.0, "forecast", None, None, None),
    ],
    "For all the talk, after a bounce on Tuesday the lira was 4 percent lower for the week.": [
        ("USDTRY", None, None, "up", 4.0, "percent")
    ],
}  # fmt: skip
BONDS = {
    "NAIROBI: The June 2031 bond, which yielded 9.9 percent at midday, was down to 9.1 percent.": [
        ("KE_2031", 9.9, "last", None, None, None),
        ("KE_2031", 9.1, "last", "down", None, None),
    ],
    "SEOUL - The won fell. The yield on three-year Treasurys rose 2.5 basis points to 2.61 percent and that on five-year "
    "government bonds 3 basis points to 2.8 percent.": [
        ("USDKRW", None, None, "up", None, None),
        ("KR3Y", 2.61, "last", "up", 2.5, "bp"),
        ("KR5Y", 2.8, "last", "up", 3.0, "bp"),
    ],
    "The RBNZ took the cash rate up 25bp to 3.50% at 2 yesterday afternoon.": [("NZ_POLICY", 3.5, "last", "up", 25.0, "bp")],
}  # fmt: skip
LOTS = {
    "The rupee ended at 86.2 to the dollar and at 58.4 per 100 Japanese yen.": [
        ("USDINR", 86.2, "close", None, None, None),
        ("JPYINR", 0.584, "last", None, None, None),
    ],
    "The pound stands at 9.7 yuan and 100 yen at 4.9 yuan. One yuan equals 0.59 ringgit and 11.2 roubles.": [
        ("GBPCNY", 9.7, "last", None, None, None),
        ("JPYCNY", 0.049, "last", None, None, None),
        ("CNYMYR", 0.59, "last", None, None, None),
        ("CNYRUB", 11.2, "last", None, None, None),
    ],
    "In May a Swiss franc could be had for 4.41 zlotys. The quote at 16.30 was 4.55, which left the franc 3 percent dearer.": [
        ("CHFPLN", 4.41, "previous", None, None, None),
        ("CHFPLN", 4.55, "last", "up", 3.0, "percent"),
    ],
    "The won ended at 1,362.4 per dollar, 5.2 won lower. It had been as weak as 1,366.": [
        ("USDKRW", 1362.4, "close", "up", 5.2, "KRW"),
        ("USDKRW", 1366.0, "high", None, None, None),
    ],
    "The rand was at R17.61 a dollar, better than the R17.83 touched shortly after ten o'clock.": [
        ("USDZAR", 17.61, "last", None, None, None),
        ("USDZAR", 17.83, "high", None, None, None),
    ],
    "The loonie was at 1.36 to the greenback. The price of oil jumped 4.5% to $60.43 a barrel.": [
        ("USDCAD", 1.36, "last", None, None, None)
    ],
    "Losers led in Johannesburg, where Sasol, at R81.20, had shed 4.6 percent.": [
        ("SOL.JO", 81.2, "close", "down", 4.6, "percent")
    ],
}  # fmt: skip
DEALERS = {
    "GBP/USD 1.3642. Has gained 0.8% since the Fed spoke. High/low 1.3655/1.3561.": [
        ("GBPUSD", 1.3642, "last", None, None, None),
        ("GBPUSD", None, None, "up", 0.8, "percent"),
        ("GBPUSD", 1.3655, "high", None, None, None),
        ("GBPUSD", 1.3561, "low", None, None, None),
    ],
    "AUD/USD at 0.6531. Overnight range 0.6505-0.6548.": [
        ("AUDUSD", 0.6531, "last", None, None, None),
        ("AUDUSD", 0.6505, "low", None, None, None),
        ("AUDUSD", 0.6548, "high", None, None, None),
    ],
    "USD/JPY through 148.50 resistance, 148.62 last, +0.4%. USD/CAD unch, 1.3651. Brent +0.7% @ 68.30.": [
        ("USDJPY", 148.62, "last", "up", 0.4, "percent"),
        ("USDCAD", 1.3651, "last", "flat", None, None),
        ("BRENT", 68.3, "last", "up", 0.7, "percent"),
    ],
    "EUR/USD sank to a low of 1.1688, was rescued by talk of rate cuts, now 1.1712 (-0.2% on the day).": [
        ("EURUSD", 1.1688, "low", None, None, None),
        ("EURUSD", 1.1712, "last", "down", 0.2, "percent"),
    ],
    "Aussie 10s +3bp to 4.21%, UK 2s 3.85%, bunds -2bp at 2.58%. NZGB May-34 closed 4bp higher at 4.55%.": [
        ("AU10Y", 4.21, "last", "up", 3.0, "bp"),
        ("GB2Y", 3.85, "last", None, None, None),
        ("DE10Y", 2.58, "last", "down", 2.0, "bp"),
        ("NZ_2034", 4.55, "close", "up", 4.0, "bp"),
    ],
    "Gold USD3,312/oz, +0.4%. The 10s and the 2s make a curve of 55bp.": [("XAUUSD", 3312.0, "last", "up", 0.4, "percent")],
}  # fmt: skip
LISTS = {
    "The naira closed at N1,530.20/$. Bids came in for as high as N1,571 and as low as N1,498. The euro was at N1,795.": [
        ("USDNGN", 1530.2, "close", None, None, None),
        ("USDNGN", 1571.0, "high", None, None, None),
        ("USDNGN", 1498.0, "low", None, None, None),
        ("EURNGN", 1795.0, "last", None, None, None),
    ],
    "Owners of firms at home can smile. But Tesco, which said that dear oil may cost it £40 million, fell 2% to 402p.": [
        ("TSCO.L", 402.0, "last", "down", 2.0, "percent")
    ],
    "BANGKOK: The baht closed at 32.510/540 to the greenback. The baht rose. The baht was mixed elsewhere.\n"
    "* Singapore dollar: 25.4100/4300 (25.4900/5100), better": [
        ("USDTHB", 32.51, "close", None, None, None),
        ("USDTHB", None, None, "down", None, None),
        ("SGDTHB", 25.41, "last", "down", None, None),
        ("SGDTHB", 25.49, "previous", None, None, None),
    ],
    "Hryvnia rates for Monday: dollar 41.7650 (+0.0412), euro 48.9110 (-0.1020).": [
        ("USDUAH", 41.765, "last", "up", 0.0412, "UAH"),
        ("EURUAH", 48.911, "last", "down", 0.102, "UAH"),
    ],
    "But Ryanair, which warned that a weak pound would hurt bookings, slid another 3% to 21.40 euros.": [
        ("RYA.IR", 21.4, "last", "down", 3.0, "percent")
    ],
    "The euro, 47.20 lira at its dearest, had come down to 46.85.": [
        ("EURTRY", 47.2, "high", None, None, None),
        ("EURTRY", 46.85, "last", "down", None, None),
    ],
}  # fmt: skip
FIXINGS = {
    "The Kazakh tenge eased. The Vietnamese central bank put its reference rate at 24,871 dong per dollar, up 6 dong.": [
        ("USDKZT", None, None, "up", None, None),
        ("USDVND", 24871.0, "fixing", "up", 6.0, "VND"),
    ],
    "The shekel's representative rate came to 3.4120 to the dollar, 0.4% weaker.": [
        ("USDILS", 3.412, "fixing", "up", 0.4, "percent")
    ],
    "Ukraine's central bank set the official rate at 41.8115 hryvnias to the dollar, 5.1 kopecks stronger.": [
        ("USDUAH", 41.8115, "fixing", "down", 0.051, "UAH")
    ],
    "The rupiah weakened 60 points, or 0.37 percent, to 16,310 per dollar.": [
        ("USDIDR", 16310.0, "last", "up", 0.37, "percent")
    ],
    "The unit resumed trade. The baht resumed weaker at 32.61 per dollar.": [
        ("USDTHB", 32.61, "open", "up", None, None)
    ],
    "The peso was at 18.64 per dollar. The central bank put out a close on Wednesday of 18.71 pesos.": [
        ("USDMXN", 18.64, "last", None, None, None),
        ("USDMXN", 18.71, "close", None, None, None),
    ],
    "The central parity rate of the yuan firmed 21 pips to 7.1513 per dollar. A year ago it was 7.1289. The onshore yuan was "
    "at 7.1655.": [
        ("USDCNY", 7.1513, "fixing", "down", 0.0021, "CNY"),
        ("USDCNY", 7.1289, "fixing", None, None, None),
        ("USDCNY", 7.1655, "last", None, None, None),
    ],
    "Reference rates of the rupee on Friday: dollar 85.6412, euro 100.5120.": [
        ("USDINR", 85.6412, "fixing", None, None, None),
        ("EURINR", 100.512, "fixing", None, None, None),
    ],
    "The PBOC set the midpoint at 7.1535 per dollar, and the onshore yuan stood at 7.1712.": [
        ("USDCNY", 7.1535, "fixing", None, None, None),
        ("USDCNY", 7.1712, "last", None, None, None),
    ],
    "The euro sank to 0.9350 francs, having stood at 0.9420.": [
        ("EURCHF", 0.935, "last", "down", None, None),
        ("EURCHF", 0.942, "previous", None, None, None),
    ],
    "The peso was at 18.64 per dollar. The exchange rate used to settle obligations abroad was put at 18.71.": [
        ("USDMXN", 18.64, "last", None, None, None),
        ("USDMXN", 18.71, "last", None, None, None),
    ],
    "Spain's 10-year yield ended at 3.21% after trading at up to 3.26%.": [
        ("ES10Y", 3.21, "close", None, None, None),
        ("ES10Y", 3.26, "high", None, None, None),
    ],
}  # fmt: skip
SAID = {**MARKETS, **EXTREMES, **FIXINGS, **HOME, **CLAUSES, **CENTS, **RATES, **NOT_SAID, **BONDS, **LOTS, **DEALERS, **LISTS}


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_pairs(read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected
