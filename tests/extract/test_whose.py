"""Whose a figure is where the last name is not its owner; the expected rows are written by hand."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, size

TOLD_AGAIN = {
    "The Nikkei fell 4% on Monday, and the yen firmed. The 4 percent drop hurt brokers.": [
        ("USDJPY", None, None, "down", None, None), size("NKY", "down", 4.0),
    ],
    "The DAX sank 3.1% as the euro, at a two-year high, hurt exporters. That 3.1% slide was the worst since May.": [
        size("DAX", "down", 3.1),
    ],
}  # fmt: skip
STRANGERS = {
    "Ford gained 2%. In the steel sector, which lost 0.13%, Nucor dropped 0.5%.": [
        size("F", "up", 2.0), size("NUE", "down", 0.5),
    ],
    "Corn yields slipped to 9.1 tonnes a hectare from 9.8.": [],
    "Corn slipped to $4.10 a bushel from $4.15.": [
        ("CORN", 4.1, "last", "down", None, None), ("CORN", 4.15, "previous", None, None, None),
    ],
    "GM gained 2%. Quirkco's off 0.3%.": [size("GM", "up", 2.0)],
    "GM gained 2%. Quirkco's up a dollar ten. The Dow's up 30 points.": [
        size("GM", "up", 2.0),
        size("DJI", "up", 30.0, "points"),
    ],
}  # fmt: skip
FAR_FROM = {
    "Apple shares fell 2% to $180, a far cry from the $220 of July.": [("AAPL", 180.0, "last", "down", 2.0, "percent")],
    "Pfizer shares rose 1% to $27, a long way from the $40 that the buyer had in mind.": [
        ("PFE", 27.0, "last", "up", 1.0, "percent"),
    ],
}  # fmt: skip
CLOCKS = {
    "Barclays fell 2% by 4 p.m. The FTSE 100 was down 1%.": [size("BARC.L", "down", 2.0), size("UKX", "down", 1.0)],
    "The dollar was at 143.52 yen at 5 p.m. It was at 148.92 yen on Tuesday.": [
        ("USDJPY", 143.52, "last", None, None, None), ("USDJPY", 148.92, "last", None, None, None),
    ],
}  # fmt: skip
ALOUD = {"Nasdaq's ahead by point-nine percent.": [size("IXIC", "up", 0.9)]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [*TOLD_AGAIN.items(), *STRANGERS.items(), *FAR_FROM.items(), *CLOCKS.items(), *ALOUD.items()],
)
def test_a_figure_goes_to_its_owner(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(map(str, (short(o) for o in read(text).observations))) == sorted(map(str, expected))


def test_a_clock_time_may_end_its_sentence(read: Read) -> None:
    times = [o.at for o in read("The dollar was at 143.52 yen at 1 p.m. It was at 142.10 yen on Tuesday.").observations]
    assert len(times) == 2
    assert str(times[0]) != str(times[1])
