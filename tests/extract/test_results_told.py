"""How what a company earned or sold has changed, told behind it: no move of its stock."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

RESULTS = ("sales", "a record profit", "second-quarter revenue", "passenger numbers", "the best sales in six years")
TAILS = (
    ", up 12 percent",
    " that were 12 percent higher",
    ", an increase of 12 percent",
    " which fell 12 percent",
    " of $3 billion, up 12 percent",
)
MOVED = {
    "Vodafone reported record sales, up 3.9 percent at 71p.": [3.9],
    "Vodafone posted a record profit, up 12 percent, and rose 3.9 percent.": [3.9],
    "Vodafone reported record sales, up 12 percent, and its shares rose 3.9 percent.": [3.9],
    "Vodafone gained on strong sales, up 3.9 percent.": [3.9],
    "Vodafone, which reported a drop in sales, was down 3.9 percent.": [3.9],
    "Shares in Vodafone, which reported sales that rose 12 percent, fell 3.9 percent.": [3.9],
}


@pytest.mark.parametrize("verb", ["reported", "recorded", "came out with"])
@pytest.mark.parametrize("result", RESULTS)
@pytest.mark.parametrize("tail", TAILS)
def test_the_change_of_a_result_is_no_move(verb: str, result: str, tail: str, read: Callable[[str], Extraction]) -> None:
    assert read(f"Markets\n\nVodafone {verb} {result}{tail}.").observations == ()


@pytest.mark.parametrize(("text", "sizes"), MOVED.items())
def test_a_move_beside_results(text: str, sizes: list[float], read: Callable[[str], Extraction]) -> None:
    assert [o.move.value for o in read(f"Markets\n\n{text}").observations if o.move] == sizes


def test_a_dividend_is_no_price(read: Callable[[str], Extraction]) -> None:
    assert read("Companies\n\nVodafone raised its dividend by 8 percent to 12 cents a share.").observations == ()
