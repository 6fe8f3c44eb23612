"""Where a price had come to on an earlier day: a level of that day and no move; rows written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

EARLIER = {
    "The dollar was at 157.30 yen. On June 24 it had fallen to 155.20 yen.": ("USDJPY", 155.2, "2025-06-24"),
    "Brent was at $67.30. As recently as May 5 it had sunk to $58.50.": ("BRENT", 58.5, "2025-05-05"),
    "The S&P 500 stood at 6,230. On April 8 it had dropped to 4,982.77.": ("SPX", 4982.77, "2025-04-08"),
}


@pytest.mark.parametrize(("text", "expected"), EARLIER.items())
def test_no_move(read: Callable[[str], Extraction], text: str, expected: tuple[str, float, str]) -> None:
    found = read(text).observations[-1]
    assert (found.instrument, found.level, str(found.at)[:10], found.move) == (*expected, None)


def test_what_fell_today_moved(read: Callable[[str], Extraction]) -> None:
    found = read("The dollar fell to 155.20 yen on Friday.").observations[-1]
    assert found.move is not None
    assert found.move.direction == "down"
