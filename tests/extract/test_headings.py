"""Labels of lines in morning notes: futures, bonds of several countries, pairs in symbols."""

from __future__ import annotations

from collections.abc import Callable

from signals.records import Extraction
from tests.extract.conftest import short


def found(read: Callable[[str], Extraction], text: str) -> set[tuple[object, ...]]:
    return {short(o) for o in read(text).observations}


def test_a_label_of_futures_holds_for_its_line_only(read: Callable[[str], Extraction]) -> None:
    text = (
        "Before the bell\nFutures: Dow -525 points, S&P 500 -1.1%.\nYesterday's close: Nasdaq Composite +0.4% at 16,300.20.\n"
    )
    assert {row[0] for row in found(read, text)} == {"DJI_F", "SPX_F", "IXIC"}


def test_futures_in_a_sentence_label_nothing(read: Callable[[str], Extraction]) -> None:
    assert {row[0] for row in found(read, "Futures had pointed to losses. The Dow rose 1.2% to 39,100.00.")} == {"DJI"}


def test_a_tenor_in_front_makes_bonds_of_countries(read: Callable[[str], Extraction]) -> None:
    text = "Morning note\n• 10-yr yields: US 2.66%, up 4bp; Aust 2.80%; Germany 0.63%, up 2bp\n"
    assert found(read, text) == {
        ("US10Y", 2.66, "last", "up", 4.0, "bp"),
        ("AU10Y", 2.8, "last", None, None, None),
        ("DE10Y", 0.63, "last", "up", 2.0, "bp"),
    }


def test_countries_with_other_rates_are_no_bonds(read: Callable[[str], Extraction]) -> None:
    assert found(read, "Inflation: US 2.66%, Germany 0.63%\nGrowth over 10 years: Japan 0.85%\n") == set()


def test_pairs_in_symbols(read: Callable[[str], Extraction]) -> None:
    assert found(read, "Midday rates\n£/$: 1.3075. €/£: 0.8450.\nFreight cost $/tonne: 34.50\n") == {
        ("GBPUSD", 1.3075, "last", None, None, None),
        ("EURGBP", 0.845, "last", None, None, None),
    }


def test_a_ticker_that_is_not_known_takes_its_line(read: Callable[[str], Extraction]) -> None:
    text = "Price check\n- ETH: $3,968 (-1.3%)\n- ZZZ: $170.4, up 11.5%\n- DOGE: $0.1812, flat\n"
    assert found(read, text) == {
        ("ETHUSD", 3968.0, "last", "down", 1.3, "percent"),
        ("DOGEUSD", 0.1812, "last", "flat", None, None),
    }
