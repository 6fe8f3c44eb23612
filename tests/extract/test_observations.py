"""What a careful reader writes down from one sentence; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.clock import parse_instant
from signals.extract import extract
from signals.records import Extraction, Item
from tests.extract.conftest import short

CASES = {
    "level and move of a currency, signed for its pair": (
        "At 1251 GMT, the rand traded at 17.6250 against the dollar, roughly down 0.6% on Thursday's close.",
        [("USDZAR", 17.625, "last", "up", 0.6, "percent")],
    ),
    "a yield with its level": (
        "South Africa's benchmark 2035 government bond was slightly weaker, as the yield rose 1 basis point to 9.745%.",
        [("ZA_2035", 9.745, "last", "up", 1.0, "bp")],
    ),
    "a number in a name": ("The Top-40 index was last down 0.2%.", [("JTOPI", None, None, "down", 0.2, "percent")]),
    "open, extreme of the quote, close, previous": (
        (
            "The Indian rupee opened at 85.51, touched an intraday high of 85.32 and finally ended at 85.40, up 6 paise from "
            "its previous close of 85.46."
        ),
        [
            ("USDINR", 85.51, "open", None, None, None),
            ("USDINR", 85.32, "low", None, None, None),
            ("USDINR", 85.40, "close", "down", 0.06, "INR"),
            ("USDINR", 85.46, "previous", None, None, None),
        ],
    ),
    "a size printed twice": (
        "Brent crude futures fell 50 cents, or 0.7%, to $68.30 a barrel by 0850 GMT.",
        [("BRENT", 68.3, "last", "down", 0.7, "percent")],
    ),
    "respectively": (
        "The FTSE 100, DAX and CAC 40 rose 0.2%, 0.5% and 0.8%, respectively.",
        [
            ("UKX", None, None, "up", 0.2, "percent"),
            ("DAX", None, None, "up", 0.5, "percent"),
            ("CAC40", None, None, "up", 0.8, "percent"),
        ],
    ),
    "both": (
        "Both the Dow and the S&P 500 gained 0.8%.",
        [("DJI", None, None, "up", 0.8, "percent"), ("SPX", None, None, "up", 0.8, "percent")],
    ),
    "two levels say the direction": (
        "The greenback fetched 144.50 yen, up from 143.65 yen in New York.",
        [("USDJPY", 144.5, "last", "up", None, None), ("USDJPY", 143.65, "previous", None, None, None)],
    ),
    "an inverted clause": (
        "Against the Swiss franc, the dollar dropped 0.6 percent to 0.7935.",
        [("USDCHF", 0.7935, "last", "down", 0.6, "percent")],
    ),
    "another price of the same currency": (
        "The euro was worth $1.1765, down from $1.1790, and 84.2 pence.",
        [
            ("EURUSD", 1.1765, "last", "down", None, None),
            ("EURUSD", 1.179, "previous", None, None, None),
            ("EURGBP", 0.842, "last", None, None, None),
        ],
    ),
    "a record of the words is an extreme of the quote": (
        "The Turkish lira weakened to a record low of 39.85 against the dollar before recovering to 39.80.",
        [("USDTRY", 39.85, "high", None, None, None), ("USDTRY", 39.8, "last", "down", None, None)],
    ),
    "a tenor takes the country named last": (
        (
            "Japan's 10-year government bond yield rose 1.5 basis points to 1.450%, while the 20-year yield climbed 3 basis "
            "points to 2.385%."
        ),
        [("JP10Y", 1.45, "last", "up", 1.5, "bp"), ("JP20Y", 2.385, "last", "up", 3.0, "bp")],
    ),
    "a central bank's act": (
        "The Reserve Bank of Australia cut its cash rate by 25 basis points to 3.60%.",
        [("AU_POLICY", 3.6, "last", "down", 25.0, "bp")],
    ),
    "eighths of a cent": (
        "Chicago wheat futures fell 1-1/4 cents to $5.51-3/4 a bushel.",
        [("WHEAT", 5.5175, "last", "down", 0.0125, "USD")],
    ),
    "a range": (
        "The Indian rupee moved between 85.30 and 85.52 during the day.",
        [("USDINR", 85.3, "low", None, None, None), ("USDINR", 85.52, "high", None, None, None)],
    ),
    "a forecast": ("Analysts expect gold to reach $3,700 by December.", [("XAUUSD", 3700.0, "forecast", None, None, None)]),
    "telegraph style": (
        "WTI -US$0.08 to US$47.21/bbl, Brent -US$0.54 to US$52.20/bbl.",
        [("WTI", 47.21, "last", "down", 0.08, "USD"), ("BRENT", 52.2, "last", "down", 0.54, "USD")],
    ),
    "a list with colons": (
        "Euro: $1.0850 (+0.2%)\nPound: $1.2640 (-0.1%)",
        [("EURUSD", 1.085, "last", "up", 0.2, "percent"), ("GBPUSD", 1.264, "last", "down", 0.1, "percent")],
    ),
    "a subject that is no instrument": ("Brent rose 1.2% while output fell 3%.", [("BRENT", None, None, "up", 1.2, "percent")]),
    "the headline's repetition counts once": (
        "Brent gains 1.2%\nBrent crude gained 1.2% to $68.30 a barrel on Friday.",
        [("BRENT", 68.3, "last", "up", 1.2, "percent")],
    ),
    "a pronoun": (
        "Spot gold rose 0.4% to $3,340. It had touched $3,352 earlier.",
        [("XAUUSD", 3340.0, "last", "up", 0.4, "percent"), ("XAUUSD", 3352.0, "high", None, None, None)],
    ),
    "a futures month makes it the future": (
        "Gold for June delivery ended at $1,361.10 an ounce.",
        [("GC", 1361.1, "close", None, None, None)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=list(CASES))
def test_a_statement_becomes_its_rows(text: str, expected: list[tuple[object, ...]], read: Callable[[str], Extraction]) -> None:
    found = [short(o) for o in read(text).observations]
    assert sorted(found, key=str) == sorted(expected, key=str)


NOTHING = (
    "Inflation rose to 3.4% in June from 3.2%, and the unemployment rate fell to 4.1%.",
    "Russia fired 539 drones and 11 missiles overnight, killing 2 people, and 40% of the city lost power.",
    "GDP grew 2.1% in the first quarter, while exports fell 3.4% and the trade surplus widened to $5.2 billion.",
    "The central bank dismissed a report that it had devalued the naira to N630 to the dollar.",
    "If Brent rises above $90, the rand would weaken to 19.00.",
    "OPEC+ agreed to raise output by 411,000 barrels per day, and U.S. crude inventories fell by 3.2 million barrels.",
    "Chancellor Merz arrived at 1400 GMT on July 9 with 12 ministers and a 234 million euro plan.",
    "The fund held 631.2 tons of gold on Tuesday, against 641.93 tons a day earlier.",
    "Support for the euro lies at 1.1645, resistance at 1.1725.",
)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_observation_gives_none(text: str, read: Callable[[str], Extraction]) -> None:
    assert [short(o) for o in read(text).observations] == []


@pytest.mark.parametrize(
    ("text", "instrument", "level"),
    [
        ("The rand traded at 176.250 against the dollar on Friday, 0.6% weaker.", "USDZAR", 176.25),
        ("The dollar was at 7.3541 rupees, down 0.1% on its previous close.", "USDINR", 7.3541),
        ("The euro stood at $11.780 on Friday, up 0.2%.", "EURUSD", 11.78),
    ],
)
def test_a_level_that_its_pair_never_had_is_doubted(
    read: Callable[[str], Extraction], text: str, instrument: str, level: float
) -> None:
    (observation,) = read(text).observations
    assert (observation.instrument, observation.level) == (instrument, level)
    assert observation.flags == ("the level lies outside the range of the pair",)
    assert observation.confidence < 0.5


def test_a_level_that_a_move_from_a_day_led_to_is_of_the_report() -> None:
    text = "Dollar bounces\nThe dollar jumped 3.0% from Friday to 78.01 yen at 1315 GMT on Monday."
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=parse_instant("2011-10-31T13:48:00Z"))
    (observation,) = extract(item).observations
    assert (observation.level, observation.at) == (78.01, "2011-10-31T13:15:00Z")
