"""Names behind the phrase that opens a clause, and words that only say what the company behind them is."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, level, size

BEHIND_PHRASES = {
    "Among the insurers Aviva lost 8p to 412p.": [("AV.L", 412.0, "last", "down", 0.08, "GBP")],
    "Siemens rose 2%. Of the carmakers BMW lost 3%.": [size("SIE.DE", "up", 2.0), size("BMW.DE", "down", 3.0)],
    "The DAX shed 1%, and with an hour to go Wall Street's Dow Jones was 90 points lower.": [
        size("DAX", "down", 1.0), size("DJI", "down", 90.0, "points"),
    ],
    "Of the companies that sell to Apple, none would comment.": [],
}  # fmt: skip
HEADED_SIZES = {
    "For Sony and Nintendo the losses were 2.4 percent and 3.1 percent, respectively.": [
        size("6758.T", "down", 2.4), size("7974.T", "down", 3.1),
    ],
    "For Toyota the gain was 3%.": [size("7203.T", "up", 3.0)],
    "For Meituan and JD.com, the gains were 5% and 7%.": [size("3690.HK", "up", 5.0), size("9618.HK", "up", 7.0)],
}  # fmt: skip
DESCRIBED = {
    "Fund manager Schroders rose 2%.": [size("SDR.L", "up", 2.0)],
    "Aviva fell 3%, while hedge fund group Man slid 7%.": [size("AV.L", "down", 3.0), size("EMG.L", "down", 7.0)],
    "The fund Shell set up fell 3%.": [],
}
LATTER = {
    "Sanofi and Bayer were both named in the suit, the latter's shares being 2% lower.": [size("BAYN.DE", "down", 2.0)],
    "JPMorgan, which cut Alibaba's target price to US$65, did not comment.": [level("BABA", 65.0, "forecast")],
}
CITIES = {
    "It was no better elsewhere. Paris gave up 3.3%, and the Dow Jones was down 1%.": [
        size("CAC40", "down", 3.3), size("DJI", "down", 1.0),
    ],
    "Paris lost two museums. The Dow Jones was down 1%.": [size("DJI", "down", 1.0)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*BEHIND_PHRASES.items(), *DESCRIBED.items(), *LATTER.items(), *CITIES.items()])
def test_a_name_behind_its_phrase_is_the_subject(read: Read, text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected


@pytest.mark.parametrize(("text", "expected"), HEADED_SIZES.items())
def test_sizes_of_a_list_go_to_its_members_in_order(read: Read, text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected
