"""Words that say nothing of the price, between a subject and its verb, change no row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

ADVERBS = [
    *("also", "then", "again", "still", "instead", "meanwhile", "however", "likewise", "nonetheless", "too", "itself"),
    *("duly", "promptly", "eventually", "subsequently", "gamely", "in turn", "by contrast", "once again", "of course"),
    *("in fact", "in the end", "on balance", "for its part", "all told", "as a result", "in sympathy", "overall"),
]
TEXTS = {
    "Frankfurt's DAX closed 5.3% lower at 24,021.5. London's FTSE 100 {}rose 0.4% to 8,924.5.": ("UKX", 8924.5, "up", 0.4),
    "Spot gold fell. Copper {}rose 0.4% to $9,660 a tonne.": ("COPPER", 9660, "up", 0.4),
    "The euro fell. The rand {}gained 0.4% to 17.62 per dollar.": ("USDZAR", 17.62, "down", 0.4),
    "The FTSE 100 fell. HSBC {}lost 0.4% to 902p.": ("HSBA.L", 902, "down", 0.4),
    "The FTSE 100 fell. Target, which {}lost 0.4% to $101.20, led retailers lower.": ("TGT", 101.2, "down", 0.4),
}


@pytest.mark.parametrize("text", TEXTS)
def test_adverbs_leave_the_subject(read: Callable[[str], Extraction], text: str) -> None:
    instrument, level, direction, size = TEXTS[text]
    plain = [short(o) for o in read("Markets\n\n" + text.format("")).observations]
    assert (instrument, direction, size) in [(row[0], row[3], row[4]) for row in plain]
    assert (instrument, level) in [row[:2] for row in plain]
    for adverb in ADVERBS:
        assert [short(o) for o in read("Markets\n\n" + text.format(f"{adverb} ")).observations] == plain, adverb


def test_unknown_subjects_keep_their_figures(read: Callable[[str], Extraction]) -> None:
    text = "Markets\n\nThe dollar index was 0.08 lower at 95.67, and crude oil then gained 67 cents to $74.96."
    assert 74.96 not in [o.level for o in read(text).observations]


def test_then_still_opens_a_clause(read: Callable[[str], Extraction]) -> None:
    rows = [short(o) for o in read("Markets\n\nThe FTSE 100 opened at 8,900.5, then rose to 8,924.5.").observations]
    assert [row[:3] for row in rows] == [("UKX", 8900.5, "open"), ("UKX", 8924.5, "last")]
