"""Headlines that name one instrument: verbs and nouns that no vocabulary lists, and the lines that must stay silent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short


def found(read: Callable[[str], Extraction], text: str) -> set[tuple[object, ...]]:
    return {short(o) for o in read(text).observations}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Gold seals 8.3% quarterly gain, settles at $1,345.80", ("GC", 1345.8, "close", "up", 8.3, "percent")),
        ("Gold's appeal fades; metal sheds 0.9% to $1,266.10", ("XAUUSD", 1266.1, "last", "down", 0.9, "percent")),
        ("A $15 drop takes gold to $1,232", ("XAUUSD", 1232.0, "last", "down", 15.0, "USD")),
        ("Gold hovers around $1,225", ("XAUUSD", 1225.0, "last", None, None, None)),
        ("Gold prances to $1,282 as holidays thin out trading", ("XAUUSD", 1282.0, "last", None, None, None)),
    ],
)
def test_what_the_grammar_leaves_open_is_said_of_the_only_instrument(
    read: Callable[[str], Extraction], text: str, want: tuple[object, ...]
) -> None:
    assert want in found(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "India's gold imports fall 25% to $1,900 million in February",
        "Gold miner raises dividend 12% after record year",
        "Gold demand slides 9% in second quarter",
        "How far can gold fall after a drop of 3%?",
        "Jewellers rally 14% as gold sparkles",
        "Trinket makers jump, some by 20%, as gold duty goes",
        "Five reasons to own gold in 2024",
    ],
)
def test_lines_about_other_things_stay_silent(read: Callable[[str], Extraction], text: str) -> None:
    assert found(read, text) == set()


def test_two_instruments_leave_open_whose_price_it_is(read: Callable[[str], Extraction]) -> None:
    assert found(read, "Gold prances, platinum frolics; at $1,282") == set()


def test_a_price_behind_near_is_no_size(read: Callable[[str], Extraction]) -> None:
    assert found(read, "Gold firms near $1,200 before holiday") == {("XAUUSD", 1200.0, "last", "up", None, None)}


def test_pc_is_percent(read: Callable[[str], Extraction]) -> None:
    assert found(read, "Silver futures recover 1.98 pc on global cues") == {("SI", None, None, "up", 1.98, "percent")}
