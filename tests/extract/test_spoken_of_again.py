"""What the second sentence calls an instrument that the first one named; rows by hand.

Each reference is tried with each way of telling a level or a move, with and without a sentence between the two.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

Named = tuple[str, str, str, float, list[str]]
NAMED: list[Named] = [
    ("The FTSE 100", "UKX", "8,924.5", 8924.5, ["the index", "the blue-chip index", "the benchmark", "London's main index"]),
    ("The Nikkei 225", "NKY", "39,646.4", 39646.4, ["the index", "the average", "the Tokyo benchmark", "Japan's top index"]),
    ("Brent crude", "BRENT", "$68.42 a barrel", 68.42, ["the contract", "the benchmark", "the global benchmark"]),
    ("Spot gold", "XAUUSD", "$3,321.50 an ounce", 3321.5, ["the metal", "the precious metal", "bullion", "the price"]),
    ("Copper", "COPPER", "$9,660 a ton", 9660, ["the metal", "the red metal", "the price"]),
    ("Bitcoin", "BTCUSD", "$113,250", 113250, ["the token", "the cryptocurrency", "the coin", "the price"]),
    ("The rand", "USDZAR", "17.6250 per dollar", 17.625, ["the currency", "the unit", "the South African currency"]),
    ("The euro", "EURUSD", "$1.1702", 1.1702, ["the single currency", "the common currency", "the pair"]),
    ("Tesla", "TSLA", "$308.20", 308.2, ["the stock", "its stock", "the electric carmaker"]),
    ("The 10-year Treasury yield", "US10Y", "4.352%", 4.352, ["the yield", "the benchmark yield", "the benchmark"]),
    ("Wheat", "WHEAT", "$5.54 a bushel", 5.54, ["the grain", "the contract", "the price"]),
]
LEVELS = [
    "{P} was last at {l}.",
    "At 1430 GMT {p} stood at {l}.",
    "{P} closed at {l}, down 1.3%.",
    "{P} had earlier touched {l}.",
]
MOVES = ["{P} was down 1.3% at {l}.", "By the close {p} had lost 1.3%.", "{P} has gained 1.3% this month."]
BETWEEN = ["", " Traders said volumes were thin."]


@pytest.mark.parametrize("named", NAMED, ids=lambda named: named[1])
def test_a_reference_means_what_was_named(read: Callable[[str], Extraction], named: Named) -> None:
    subject, instrument, printed, level, references = named
    for reference in references:
        capital = reference[0].upper() + reference[1:]
        for between in BETWEEN:
            for told in (*LEVELS, *MOVES):
                text = f"Markets\n\n{subject} rose 0.6% on Thursday.{between} {told.format(P=capital, p=reference, l=printed)}"
                found = [o for o in read(text).observations if o.instrument == instrument]
                assert level in [o.level for o in found] or "{l}" not in told, text
                assert 1.3 in [o.move.value for o in found if o.move] or "1.3" not in told, text


@pytest.mark.parametrize(
    "text",
    [
        "Brent crude rose 0.6% on Thursday. The London benchmark is 24 metres long and weighs 68.42 tonnes.",
        "The Bank of Korea met on Thursday. The rate on 91-day commercial paper jumped 15 basis points to 4.25 percent.",
        "The FTSE 100 rose on Thursday. The benchmark was at $68.42 a barrel.",
    ],
)
def test_a_reference_that_fits_nothing_named_is_left_open(read: Callable[[str], Extraction], text: str) -> None:
    assert all(o.level is None for o in read(f"Markets\n\n{text}").observations)
