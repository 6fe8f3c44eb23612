"""Which good "it", "the price" and "a barrel" mean: the one that moved, the one of the paragraph, the one of the headline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

BRENT = "Brent crude cost $70.15 a barrel on Friday. American crude was at $68.20."
GOLD = "Gold futures rose 1.2% to $3,345. Silver futures were at $36.90."
PARAGRAPHS = {
    f"Brent slips\n\n{BRENT}\n\nIn May the price fell as low as $58.40.": ("BRENT", 58.4, "low"),
    f"Brent slips\n\n{BRENT}\n\nTraders blamed the weather. A year ago it was $80.10.": ("BRENT", 80.1, "previous"),
    f"Brent slips\n\n{BRENT} In May it fell as low as $58.40.": ("WTI", 58.4, "low"),
    f"Oil slips\n\n{BRENT}\n\nIn May the price fell as low as $58.40.": ("WTI", 58.4, "low"),
    f"Brent and WTI slip\n\n{BRENT}\n\nIn May the price fell as low as $58.40.": ("WTI", 58.4, "low"),
    f"Gold climbs\n\n{GOLD}\n\nIn May it fell as low as $3,120.": ("GC", 3120.0, "low"),
}
MEASURES = {
    "Brent was at $70.15 a barrel. A barrel had closed at $71.60 on Wednesday.": ("BRENT", 71.6, "previous"),
    "Spot gold stood at $3,345.20 an ounce. An ounce peaked at $3,380 last month.": ("XAUUSD", 3380.0, "high"),
    "Spot gold stood at $3,345.20 an ounce. At its high an ounce cost $3,380.": ("XAUUSD", 3380.0, "high"),
    "North Sea crude was at $70.15 a barrel. In April a barrel had been as low as $58.40.": ("BRENT", 58.4, "low"),
}


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_paragraphs(read: Callable[[str], Extraction], text: str) -> None:
    assert PARAGRAPHS[text] in [short(o)[:3] for o in read(text).observations]


@pytest.mark.parametrize("text", MEASURES)
def test_measures(read: Callable[[str], Extraction], text: str) -> None:
    assert short(read("Markets\n\n" + text).observations[-1])[:3] == MEASURES[text]


@pytest.mark.parametrize(
    "text",
    [
        "The 200-day moving average of silver stands at $35.10.",
        "The share of gold in its sales rose to 30%.",
        "The tariff on copper rose to 25% from 10%.",
        "The premium for nickel rose to $120 from $95.",
    ],
)
def test_no_prices(read: Callable[[str], Extraction], text: str) -> None:
    assert not read("Markets\n\n" + text).observations


@pytest.mark.parametrize(
    "lead",
    [
        "Malaysian palm oil futures ended higher on Thursday, tracking gains in Dalian rivals.",
        "Palm oil ended higher on Thursday, following strength in Dalian.",
    ],
)
def test_a_market_that_is_only_followed(read: Callable[[str], Extraction], lead: str) -> None:
    told = read(f"Palm oil gains\n\n{lead}\n\nThe benchmark contract rose RM42 to RM4,052 a tonne.").observations
    assert short(told[-1])[:3] == ("PALMOIL", 4052.0, "last")


@pytest.mark.parametrize(
    "ratio",
    [
        "The ratio of the two prices fell to 90.6.",
        "The ratio of gold to silver prices rose to 91.",
        "The ratio between them fell to 90.6.",
    ],
)
def test_a_ratio_is_no_price(read: Callable[[str], Extraction], ratio: str) -> None:
    told = read("Markets\n\nSilver traded at $36.82 and gold at $3,335. " + ratio).observations
    assert [o.level for o in told] == [36.82, 3335.0]


def test_a_contract_with_a_relative_clause(read: Callable[[str], Extraction]) -> None:
    told = read("Cocoa\n\nCocoa futures fell. The New York contract, which stood at $12,931 on Dec. 18, closed at $8,050.")
    assert [short(o)[:3] for o in told.observations[1:]] == [("COCOA", 12931.0, "previous"), ("COCOA", 8050.0, "close")]


def test_the_most_traded_contract(read: Callable[[str], Extraction]) -> None:
    told = read("Markets\n\nThe most-traded copper contract on the Shanghai Futures Exchange rose 2.1% to 83,880 yuan a ton.")
    assert [short(o)[:3] for o in told.observations] == [("SHFECOPPER", 83880.0, "last")]
