"""Sizes said twice before a mark, lines of shares by place and by symbol, and the hour of a note."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

FROM_A_MARK: dict[str, list[Row]] = {
    "Honda was 30 yen, or about 1.2 percent, below Monday's close.": [("7267.T", None, None, "down", 1.2, "percent")],
    "Vodafone stood 3 pence (4.2%) above its previous close.": [("VOD.L", None, None, "up", 4.2, "percent")],
    "Honda was at 1,430 yen, 1.2 percent below Monday's close.": [("7267.T", 1430.0, "close", "down", 1.2, "percent")],
}
LINES: dict[str, list[Row]] = {
    "Sony's American shares fell 2%.": [("SONY", None, None, "down", 2.0, "percent")],
    "Baidu climbed 3% to $112.40 in New York. The Hang Seng was flat.": [
        ("BIDU", 112.4, "last", "up", 3.0, "percent"),
        ("HSI", None, None, "flat", None, None),
    ],
    "Talks with Fairfax Financial (TSX:FFH) go on. Fairfax shares rose 2%.": [("FFH.TO", None, None, "up", 2.0, "percent")],
    "Fairfax shares rose 2%.": [("FXJ.AX", None, None, "up", 2.0, "percent")],
}


@pytest.mark.parametrize("text", FROM_A_MARK)
def test_size_said_twice_before_its_mark(text: str, read: Callable[..., Extraction]) -> None:
    assert [short(o) for o in read(text).observations] == FROM_A_MARK[text]


@pytest.mark.parametrize("text", LINES)
def test_line_of_a_share(text: str, read: Callable[..., Extraction]) -> None:
    assert [short(o) for o in read(text).observations] == LINES[text]


@pytest.mark.parametrize("heading", ["Levels as we write:", "Levels at the time of writing:", "Levels:"])
def test_hour_of_a_note(heading: str, read: Callable[..., Extraction]) -> None:
    text = f"MORNING NOTE\n\nFriday 4 July, 07.40 CET\n\nCalm.\n\n{heading}\n- Brent 68.10, gold 3,349"
    times = {o.at for o in read(text).observations}
    assert times == {"2025-07-04T06:40:00Z"}


def test_since_the_weekday_before(read: Callable[..., Extraction]) -> None:
    found = read("The FTSE 100 closed Friday at 8,812, a gain of 1.2% since the Friday before.").observations
    assert [o.move.basis for o in found if o.move] == ["week"]
