"""Fixes of bullion, sizes passed on the way, levels of a named extreme, the day of a report; rows written by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item
from tests.extract.conftest import short

Row = tuple[object, ...]

TEXTS = {
    "Gold was at $1,900, palladium at $673. The p.m. fix was $1,895.75.": [
        ("XAUUSD", 1900.0, "last", None, None, None),
        ("XPDUSD", 673.0, "last", None, None, None),
        ("XAUUSD", 1895.75, "fixing", None, None, None),
    ],
    "Silver was changing hands at $23.10; at one stage the loss came to 12.4%.": [
        ("XAGUSD", 23.1, "last", None, None, None),
        ("XAGUSD", None, "low", "down", 12.4, "percent"),
    ],
    "Gold also set a record, at $2,141.59.": [("XAUUSD", 2141.59, "high", None, None, None)],
    "The S&P 500 closed at a record high, at 6,120.40.": [("SPX", 6120.4, "close", "up", None, None)],
    "TTF rose 5.6% to €339. The British equivalent jumped 17 per cent to 641p a therm.": [
        ("TTF", 339.0, "last", "up", 5.6, "percent"),
        ("NBP", 6.41, "last", "up", 17.0, "percent"),
    ],
    "Gold fell. Spot metal was last at $1,361.": [
        ("XAUUSD", None, None, "down", None, None),
        ("XAUUSD", 1361.0, "last", None, None, None),
    ],
    "Gold: somebody sold five tonnes, and spot hit $1,088.05, a five-year low.": [
        ("XAUUSD", 1088.05, "low", None, None, None),
    ],
    "Gold: freight was dear, and spot rates hit $20,000.": [],
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_rows(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected


def _days(text: str) -> list[tuple[str, str | None]]:
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=datetime(2010, 8, 6, 20, 15, tzinfo=UTC))
    return [(o.instrument, o.at) for o in extract(item).observations]


def test_a_weekday_behind_figures_of_the_day_is_not_that_of_the_report() -> None:
    text = "Grains\nChicago wheat lost 60 cents to $7.25. On Thursday it was locked 50 cents higher. Corn eased to $4.05."
    assert _days(text) == [("WHEAT", "2010-08-06"), ("WHEAT", "2010-08-05"), ("CORN", "2010-08-06")]


def test_the_first_weekday_with_figures_is_that_of_the_report() -> None:
    text = "Grains\nOn Thursday Chicago wheat lost 60 cents to $7.25.\nCorn eased 7 cents to $4.05."
    assert _days(text) == [("WHEAT", "2010-08-05"), ("CORN", "2010-08-05")]


GOODS = {
    "Pump prices rose, according to AAA. August RBOB climbed 3.42 cents to $3.5619 a gallon.": [
        ("GASOLINE", 3.5619, "last", "up", 0.0342, "USD"),
    ],
    "Gold for August gained $18.60 to $960.60 an ounce, silver for September 53.5 cents to $18.86.": [
        ("GC", 960.6, "last", "up", 18.6, "USD"),
        ("SI", 18.86, "last", "up", 0.535, "USD"),
    ],
    "WTI settled at $145.08. On January 2 it hit $100 for the first time.": [
        ("WTI", 145.08, "close", None, None, None),
        ("WTI", 100.0, "high", None, None, None),
    ],
    "Palm oil was at 1,985 ringgit. Gold in Ahmedabad rose to Rs 35,600 per 10 grams. Comex August was at $1,422.": [
        ("PALMOIL", 1985.0, "last", None, None, None),
        ("INGOLD", 35600.0, "last", "up", None, None),
    ],
}


TURNS = {
    "Ether costs $1,472. It costs about a third more than at its June bottom of $881.": [
        ("ETHUSD", 1472.0, "last", None, None, None),
        ("ETHUSD", 881.0, "low", "up", 33.3, "percent"),
    ],
    "Copper closed at $9,100 and was recently at $9,140.": [
        ("COPPER", 9100.0, "close", None, None, None),
        ("COPPER", 9140.0, "last", None, None, None),
    ],
    "Rupee: 63.64 per dollar at close, 16 paise weaker.": [("USDINR", 63.64, "close", "up", 0.16, "INR")],
    "Gold stood at close to $1,900, at the bottom of a range.": [("XAUUSD", 1900.0, "last", None, None, None)],
    "Brent stood at $61 before the attack on Saturday.": [("BRENT", 61.0, "previous", None, None, None)],
    "LME official prices\n\n            Cash bid/offer    3-months bid/offer\nCopper      4,651/4,651.5     4,653/4,654\n"
    "Nickel      8,560/8,565       8,605/8,610": [
        ("COPPER", 4653.0, "last", None, None, None),
        ("NICKEL", 8605.0, "last", None, None, None),
    ],
    "Pre-market\n\nFutures     Last        Change\nS&P 500     2,065.50    +0.3%\nDow         17,712      +0.2%": [
        ("SPX_F", 2065.5, "last", "up", 0.3, "percent"),
        ("DJI_F", 17712.0, "last", "up", 0.2, "percent"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), (GOODS | TURNS).items())
def test_goods(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected
