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


SHOWN = (
    "The biggest loser was {} with minus 3.9 percent.",
    "A 3.9 percent fall in {} hurt the market.",
    "Down 3.9 percent, {} was the worst.",
    "With a loss of 3.9 percent, {} was the worst.",
    "For {} it went down by 3.9 percent.",
    "Investors dumped {}, sending it down 3.9 percent.",
    "{} (-3.9%, 345p) was the worst.",
    "{} said sales rose 12 percent. Shares fell 3.9 percent.",
    "{} warned on profit. It fell 3.9 percent.",
    "{} cut its outlook. The company's stock fell 3.9 percent.",
    "{} named a new chief. Investors sold the shares, which fell 3.9 percent.",
    "{} named a new chief. Even so, its shares fell 3.9 percent.",
)
HIDDEN = (
    "A 3.9 percent fall in {} profits hurt the market.",
    "{} said sales rose 12 percent. It expects 3.9 percent growth.",
    "Investors liked {}, which owns 3.9 percent of Sony.",
)


@pytest.mark.parametrize("sentence", SHOWN)
@pytest.mark.parametrize(("name", "share"), [("Barclays", "BARC.L"), ("Target", "TGT")])
def test_what_shows_that_a_share_is_meant(sentence: str, name: str, share: str, read: Callable[[str], Extraction]) -> None:
    found = read(f"Markets\n\n{sentence.format(name)}").observations
    assert (share, ("down", 3.9)) in [(o.instrument, o.move and (o.move.direction, o.move.value)) for o in found]


@pytest.mark.parametrize("sentence", HIDDEN)
def test_a_house_without_a_price(sentence: str, read: Callable[[str], Extraction]) -> None:
    assert [o for o in read(f"Markets\n\n{sentence.format('Barclays')}").observations if o.instrument == "BARC.L"] == []


RANKED = {
    "Vodafone was the biggest loser at 3.9 percent.": [("VOD.L", "down", 3.9)],
    "A gain of 3.9 percent in Vodafone and of 2.1 percent in Shell helped.": [("VOD.L", "up", 3.9), ("SHEL.L", "up", 2.1)],
    "Vodafone is the biggest network at 3.9 percent.": [],
}


@pytest.mark.parametrize(("text", "rows"), RANKED.items())
def test_ranks_and_sizes_of_nouns(text: str, rows: list[tuple[str, str, float]], read: Callable[[str], Extraction]) -> None:
    found = read(f"Markets\n\n{text}").observations
    assert [(o.instrument, o.move.direction, o.move.value) for o in found if o.move] == rows
