"""Sizes in money and points beside the close, antecedents of "which", rows of tables over quarters; rows by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item
from tests.extract.conftest import short

SIZES = {
    "The FTSE 100 was off 26.9 points at the close, which leaves it on 8,924.5.": ("UKX", None, None, "down", 26.9, "points"),
    "The FTSE 100 fell 26.9 points at the close.": ("UKX", None, None, "down", 26.9, "points"),
    "The FTSE 100 was 8,926.9 points at the close.": ("UKX", 8926.9, "close", None, None, None),
    "Bitcoin was down $1,250 at the close.": ("BTCUSD", None, None, "down", 1250.0, "USD"),
    "Bitcoin was $113,250 at the close.": ("BTCUSD", 113250.0, "close", None, None, None),
    "Brent crude finished higher by $1.15 at the close.": ("BRENT", None, None, "up", 1.15, "USD"),
    "Gold fell 0.6% on heavy volume to $3,321.50.": ("XAUUSD", 3321.5, "last", "down", 0.6, "percent"),
    "United States benchmark West Texas Intermediate was fetching $67.15.": ("WTI", 67.15, "last", None, None, None),
    "SPX -0.35% at 6,209.41.": ("SPX", 6209.41, "last", "down", 0.35, "percent"),
}
ANTECEDENTS = {
    "There was demand for Apple shares, which rose 0.6%.": [("AAPL", None, None, "up", 0.6, "percent")],
    "The news hit Apple's shares, which fell 0.6%.": [("AAPL", None, None, "down", 0.6, "percent")],
    "There was demand for Apple and bank shares, which rose 0.6%.": [],
    "There was demand for Apple supplier shares, which rose 0.6%.": [],
    "There was demand for gold shares, which rose 0.6%.": [],
    "Apple announced a buyback, sending its shares up 3%.": [("AAPL", None, None, "up", 3.0, "percent")],
    "Apple announced a buyback on Thursday. That lifted the stock 3%.": [("AAPL", None, None, "up", 3.0, "percent")],
    "Nvidia's sales lifted its shares by 3%.": [("NVDA", None, None, "up", 3.0, "percent")],
    "Nvidia reported strong sales, and investors pushed the stock 3% higher.": [("NVDA", None, None, "up", 3.0, "percent")],
    "Apple announced a buyback, sending the stock market up 3%.": [],
    "Apple warned on profit and fell 3.2%.": [("AAPL", None, None, "down", 3.2, "percent")],
    "Apple posted a gain of 3.2%.": [("AAPL", None, None, "up", 3.2, "percent")],
    "Apple posted a gain of 3.2% in sales.": [],
    "Target inflation was met and rose 3.2%. Shares rose 2%.": [],
    "Visa rules changed and fell 3%.": [],
    "Boeing (3.2 percent higher), Ford (2% higher) and Tesla (1% lower) moved.": [
        ("BA", None, None, "up", 3.2, "percent"),
        ("F", None, None, "up", 2.0, "percent"),
        ("TSLA", None, None, "down", 1.0, "percent"),
    ],
    "Gold (0.6 percent lower at $3,321) was weak.": [("XAUUSD", 3321.0, "last", "down", 0.6, "percent")],
    "The Swiss National Bank gave up the 1.20 floor on Thursday.\n\nThe euro fell 14.4% to 0.9280 francs.": [
        ("EURCHF", 0.928, "last", "down", 14.4, "percent"),
    ],
    "Commonwealth Bank (up $2.14 at $178.20) was active.": [("CBA.AX", 178.2, "close", "up", 2.14, "AUD")],
    "Commonwealth Bank (in talks with 12 others) was active.": [],
    "Gold (0.6 percent of the fund) was weak.": [],
    "Boeing was up 12%, United up 14.3%.": [("BA", None, None, "up", 12.0, "percent")],
}
RETAILER = "Target sales miss estimates\n\nTarget's sales missed estimates on Thursday. "
OF_THE_HEADLINE = {
    "The retailer's shares fell 5.2%.": [("TGT", None, None, "down", 5.2, "percent")],
    "Shares of the company fell 5.2%.": [("TGT", None, None, "down", 5.2, "percent")],
    "Shares were down 5.2% before the bell.": [("TGT", None, None, "down", 5.2, "percent")],
    "The country's shares fell 5.2%.": [],
    "The S&P 500 fell 1.2%. Retail shares fell 5.2%.": [("SPX", None, None, "down", 1.2, "percent")],
}
QUARTERS = """Closing prices on June 30 and changes over the quarter and since the end of last year.

                          June 30   Q2 pct   H1 pct
Brent crude ($/bbl)         67.61     -9.5     -9.4
Spot gold ($/oz)         3,303.14     +5.7    +25.8
"""
WINNERS = """The best of the Dow.

                    Close    YTD pct
 BEST
 Chevron           179.49      +53.0
 Merck             110.95      +44.8
 WORST
 Intel              26.43      -48.7
"""


def read_at(text: str, received: datetime) -> Extraction:
    return extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received))


@pytest.mark.parametrize("text", SIZES)
def test_money_and_points_behind_a_verb_are_a_size(read: Callable[[str], Extraction], text: str) -> None:
    assert short(read(f"Markets\n\n{text}").observations[0]) == SIZES[text]


def test_a_close_by_which_a_price_fell_to_a_level(read: Callable[[str], Extraction]) -> None:
    (row,) = read("Markets\n\nGold fell 0.6% by the close to $3,321.50.").observations
    assert row.level == 3321.5


@pytest.mark.parametrize("text", ANTECEDENTS)
def test_which_behind_the_shares_of_a_company(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(f"Markets\n\n{text}").observations] == ANTECEDENTS[text]


@pytest.mark.parametrize("text", OF_THE_HEADLINE)
def test_the_shares_of_the_company_in_the_headline(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(f"{RETAILER}{text}").observations] == OF_THE_HEADLINE[text]


def test_a_date_over_the_prices_and_a_half_year_over_the_changes() -> None:
    rows = read_at(QUARTERS, datetime(2025, 7, 1, 5, 20, tzinfo=UTC)).observations
    found = {(o.instrument, o.level, o.at, o.move.value, o.move.basis) for o in rows if o.move}
    assert found == {
        ("BRENT", 67.61, "2025-06-30", 9.5, "quarter"), ("BRENT", None, "2025-06-30", 9.4, "ytd"),
        ("XAUUSD", 3303.14, "2025-06-30", 5.7, "quarter"), ("XAUUSD", None, "2025-06-30", 25.8, "ytd"),
    }  # fmt: skip


def test_names_that_are_words_as_well_in_rows_with_a_margin() -> None:
    rows = read_at(WINNERS, datetime(2022, 12, 30, 22, 14, tzinfo=UTC)).observations
    assert [(o.instrument, o.level, o.move.value, o.move.basis) for o in rows if o.move] == [
        ("CVX", 179.49, 53.0, "ytd"), ("MRK", 110.95, 44.8, "ytd"), ("INTC", 26.43, 48.7, "ytd"),
    ]  # fmt: skip


def test_a_close_of_a_name_that_is_a_word_is_of_its_shares(read: Callable[[str], Extraction]) -> None:
    assert [short(o) for o in read("Markets\n\nChevron closed at 149.49.").observations] == [
        ("CVX", 149.49, "close", None, None, None)
    ]
    assert not read("Markets\n\nTarget closed at 60.5 percent of its budget.").observations
