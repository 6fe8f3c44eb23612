"""Verbs and ranks that stand around the size of a move, of names that everyone knows and of houses that mean more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

SUBJECTS = {"Barclays": "BARC.L", "The FTSE 100": "UKX", "Shares in Vodafone": "VOD.L"}
SAID = {
    "had 3.9 percent knocked off": "down",
    "saw 3.9 percent wiped off": "down",
    "left 3.9 percent on the ground": "down",
    "took a 3.9 percent knock": "down",
    "suffered losses of 3.9 percent": "down",
    "was knocked down 3.9 percent": "down",
    "was dragged 3.9 percent lower": "down",
    "reversed early gains to fall 3.9 percent": "down",
    "extended its losses by 3.9 percent": "down",
    "led the losers with 3.9 percent": "down",
    "hit its 3.9 percent ceiling": "up",
    "powered 3.9 percent higher": "up",
    "bounced back 3.9 percent": "up",
    "bucked the trend with a 3.9 percent rise": "up",
    "was the top riser with 3.9 percent": "up",
    "managed to add 3.9 percent": "up",
}
NOTHING = (
    "left 3.9 percent of its goods on the ground",
    "had 3.9 percent of its flights cancelled",
    "hit its 3.9 percent growth target",
    "is the market leader with 3.9 percent",
    "reported a 3.9 percent drop in orders",
    "was fined 3.9 percent of its turnover",
)


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize(("said", "direction"), SAID.items())
def test_a_verb_around_its_size(subject: str, said: str, direction: str, read: Callable[[str], Extraction]) -> None:
    found = read(f"Markets\n\n{subject} {said} on Thursday.").observations
    assert [(o.instrument, o.move and (o.move.direction, o.move.value)) for o in found] == [
        (SUBJECTS[subject], (direction, 3.9))
    ]


@pytest.mark.parametrize("said", NOTHING)
@pytest.mark.parametrize("subject", ["Barclays", "Vodafone"])
def test_what_is_no_move(subject: str, said: str, read: Callable[[str], Extraction]) -> None:
    assert read(f"Markets\n\n{subject} {said}.").observations == ()
