"""Lists of gainers and losers, whose head says once which way all went; names that a compound or a description opens."""

from __future__ import annotations

import pytest

from signals.extract import extract
from signals.records import Item

Moves = list[tuple[str, str, float | None]]


def moves(text: str) -> Moves:
    """Instrument, direction and size of each move of a text."""
    found = extract(Item(id="1", path="-", position=0, text=text, body=text)).observations
    return [(o.instrument, o.move.direction, o.move.value) for o in found if o.move is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Losers: Glencore 4.1%, Rio Tinto 2.6%.", [("GLEN.L", "down", 4.1), ("RIO.L", "down", 2.6)]),
        (
            "Gainers: Kia 3.4%. Decliners: Intel 1.9%, Boeing 1.1%.",
            [("000270.KS", "up", 3.4), ("INTC", "down", 1.9), ("BA", "down", 1.1)],
        ),
        ("Top risers\n• Tesco 2.2% to 312p\n• Antofagasta 1.8%", [("TSCO.L", "up", 2.2), ("ANTO.L", "up", 1.8)]),
        ("TOP LOSERS\n1. Intel 2.8%\n2. Boeing 1.1%", [("INTC", "down", 2.8), ("BA", "down", 1.1)]),
        ("Laggards – Sasol 3.3%, Naspers 0.9%", [("SOL.JO", "down", 3.3), ("NPN.JO", "down", 0.9)]),
        (
            "The top gainer was Sasol, up 3%, the worst performer Naspers, 2.1% lower.",
            [("SOL.JO", "up", 3.0), ("NPN.JO", "down", 2.1)],
        ),
        (
            "Reliance Industries (2.1 per cent) and Infosys (1.2 per cent) were the top gainers on the Sensex.",
            [("RELIANCE.NS", "up", 2.1), ("INFY.NS", "up", 1.2)],
        ),
        (
            "The real was 0.8% stronger, outpacing gains of 0.3% in the Mexican peso and 0.2% in the Chilean peso.",
            [("USDBRL", "down", 0.8), ("USDMXN", "down", 0.3), ("USDCLP", "down", 0.2)],
        ),
        ("Risers outnumbered fallers by two to one, and Tesco's revenue rose 3%.", []),
        ("Top gainers:\nKia 3.4%\nThe bourse was shut on Monday.\nLG Chem 2.1%", [("000270.KS", "up", 3.4)]),
    ],
)
def test_the_head_of_a_list_is_the_direction_of_its_members(text: str, expected: Moves) -> None:
    assert moves(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trading house Itochu slipped 1.4%.", [("8001.T", "down", 1.4)]),
        ("Low-cost carrier Ryanair lost 2%.", [("RYA.IR", "down", 2.0)]),
        ("High-street bellwether Next put on 1.6 percent.", [("NXT.L", "up", 1.6)]),
    ],
)
def test_words_of_the_grammar_in_compounds_say_nothing(text: str, expected: Moves) -> None:
    assert moves(text) == expected
