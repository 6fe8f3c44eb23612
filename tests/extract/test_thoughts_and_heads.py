"""Prices that somebody only thinks of, the company that heads the sentence before, and cities that stand for their index."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

THOUGHTS: dict[str, list[Row]] = {
    "We believe the S&P 500 ends the year at 6,900.": [],
    "The DAX fell 1%. We think the DAX closes 2025 at 25,000.": [
        ("DAX", None, None, "down", 1.0, "percent"),
        ("DAX", 25000.0, "forecast", None, None, None),
    ],
    "Macquarie has the FTSE 100 ending December at 9,200.": [("UKX", 9200.0, "forecast", None, None, None)],
    "The S&P 500 ended the year at 5,881.": [("SPX", 5881.0, "close", None, None, None)],
    "The broker, which rates it neutral, values Shell at 2,900 pence.": [("SHEL.L", 2900.0, "forecast", None, None, None)],
    "Shell closed at 2,560p. Analysts at Acme put the stock at 2,900p.": [
        ("SHEL.L", 2560.0, "close", None, None, None),
        ("SHEL.L", 2900.0, "forecast", None, None, None),
    ],
    "The fall put Toyota at 2,370 yen.": [("7203.T", 2370.0, "close", None, None, None)],
}
HEADS: dict[str, list[Row]] = {
    "Vivendi owns a quarter of Telecom Italia. Its own shares ended 0.6% lower.": [
        ("VIV.PA", None, None, "down", 0.6, "percent")
    ],
    "Hang Seng Bank, HSBC's local arm, is not affected. Its shares lost 1.3%.": [
        ("0011.HK", None, None, "down", 1.3, "percent")
    ],
    "Porsche rose 1%, Volkswagen fell. Its shares lost 1.3%.": [
        ("P911.DE", None, None, "up", 1.0, "percent"),
        ("VOW3.DE", None, None, "down", 1.3, "percent"),
    ],
}
CITIES: dict[str, list[Row]] = {
    "Tokyo has just finished 1.8% down, the Nikkei at 39,810.": [("NKY", 39810.0, "close", "down", 1.8, "percent")],
    "The FTSE 100 rose 1%.\n\nGreek bonds were sold.\n\nElsewhere in Europe, Madrid lost 2% and Milan 1.9%.": [
        ("UKX", None, None, "up", 1.0, "percent"),
        ("IBEX35", None, None, "down", 2.0, "percent"),
        ("FTSEMIB", None, None, "down", 1.9, "percent"),
    ],
    "Rents rose. Elsewhere in Europe, Madrid gained 5% and Paris 3%.": [],
}
CHARGED_AND_EACH: dict[str, list[Row]] = {
    "Ticket prices at Ryanair have risen 10%.": [],
    "Freight rates at Maersk fell 3%.": [],
    "Share prices at Walmart rose 3%.": [("WMT", None, None, "up", 3.0, "percent")],
    "The DAX rose 1%, the CAC 40 2% and the FTSE 100 3%. Each of them fell 4% in May.": [
        ("DAX", None, None, "up", 1.0, "percent"),
        ("CAC40", None, None, "up", 2.0, "percent"),
        ("UKX", None, None, "up", 3.0, "percent"),
        ("DAX", None, None, "down", 4.0, "percent"),
        ("CAC40", None, None, "down", 4.0, "percent"),
        ("UKX", None, None, "down", 4.0, "percent"),
    ],
    "Nvidia rose 1%. Each of them is down 5% this year.": [("NVDA", None, None, "up", 1.0, "percent")],
}
RELATED: dict[str, list[Row]] = {
    "Kering's rival gained 2%.": [],
    "Boeing's European peers slid 3%.": [],
    "Toyota rival Honda climbed 3%.": [("7267.T", None, None, "up", 3.0, "percent")],
    "Tesla's rival BYD climbed 3%.": [("1211.HK", None, None, "up", 3.0, "percent")],
    "Alibaba and rival JD.com fell 3% and 4%.": [
        ("9988.HK", None, None, "down", 3.0, "percent"),
        ("9618.HK", None, None, "down", 4.0, "percent"),
    ],
}


@pytest.mark.parametrize("text", RELATED)
def test_company_that_only_says_whose_rival(text: str, read: Callable[..., Extraction]) -> None:
    assert [short(o) for o in read(text).observations] == RELATED[text]


@pytest.mark.parametrize("text", CHARGED_AND_EACH)
def test_prices_for_others_and_each_of_several(text: str, read: Callable[..., Extraction]) -> None:
    assert [short(o) for o in read(text).observations] == CHARGED_AND_EACH[text]


@pytest.mark.parametrize("text", THOUGHTS)
def test_price_only_thought(text: str, read: Callable[..., Extraction]) -> None:
    assert [short(o) for o in read(text).observations] == THOUGHTS[text]


@pytest.mark.parametrize("text", HEADS)
def test_its_shares_are_those_of_the_head(text: str, read: Callable[..., Extraction]) -> None:
    assert [short(o) for o in read(text).observations] == HEADS[text]


@pytest.mark.parametrize("text", CITIES)
def test_city_stands_for_its_index(text: str, read: Callable[..., Extraction]) -> None:
    assert [short(o) for o in read(text).observations] == CITIES[text]
