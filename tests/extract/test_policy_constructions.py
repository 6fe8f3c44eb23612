"""What a central bank does to its rate means the same by any verb, with any size, of any bank.

Expected values are told by hand for reports of Thursday 10 July 2025.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Item, Observation

RECEIVED = datetime(2025, 7, 10, 15, 5, tzinfo=UTC)
BANKS = (
    ("The Riksbank", "its policy rate", "2", "SE_POLICY"),
    ("The Bank of England", "Bank Rate", "4.25", "GB_POLICY"),
    ("Brazil's central bank", "the Selic rate", "14.75", "BR_POLICY"),
)
RAISED = ("raised", "put up", "jacked up", "has again lifted", "bumped up", "increased", "ratcheted up", "cranked up")
CUT = ("cut", "has CUT", "took down", "chopped", "brought down", "eased", "pared", "dropped", "nudged down")
SIZES = {
    "a full point": 100, "a point and a half": 150, "a surprise 50 basis points": 50, "a quarter point": 25, "75bp": 75,
    "1.25 points": 125,
}  # fmt: skip
FRAMES = (
    "{bank} {verb} {rate} by {size} to {level}%.",
    "{bank} {verb} {rate}, by {size} to {level} per cent.",
    "{bank} {verb} {rate} {size} to {level}pc.",
)


def rows(sentence: str) -> list[Observation]:
    text = f"Rates\n\nLONDON, July 10 - {sentence}"
    return list(extract(Item(id="x", path="-", position=0, text=text, body=text, received_at=RECEIVED)).observations)


def short(found: Observation) -> tuple[str, float | None, str | None, str | None, float | None]:
    move = found.move
    return found.instrument, found.level, found.level_kind, move and move.direction, move and move.value


@pytest.mark.parametrize(("bank", "rate", "level", "instrument"), BANKS)
@pytest.mark.parametrize("frame", FRAMES)
def test_verbs_and_sizes(bank: str, rate: str, level: str, instrument: str, frame: str) -> None:
    sizes = list(SIZES.items())
    for way, verbs in (("up", RAISED), ("down", CUT)):
        for place, verb in enumerate(verbs):
            size, value = sizes[place % len(sizes)]
            sentence = frame.format(bank=bank, verb=verb, rate=rate, size=size, level=level)
            assert [short(o) for o in rows(sentence)] == [(instrument, float(level), "last", way, value)], sentence


@pytest.mark.parametrize(
    ("sentence", "way", "size"),
    [
        ("The Riksbank has cut again, by 25 basis points to 2%.", "down", 25),
        ("The Riksbank tightened policy by a quarter point, taking its policy rate to 2%.", "up", 25),
        ("The Riksbank loosened monetary policy, cutting its policy rate by half a point to 2%.", "down", 50),
        ("The Riksbank defied expectations and cut its policy rate by half a point to 2%.", "down", 50),
        ("The Riksbank went for a half-point hike, lifting its policy rate to 2%.", "up", 50),
        ("The Riksbank delivered a full-point cut to 2%.", "down", 100),
        ("On Thursday a quarter-point cut by the Riksbank took its policy rate to 2%.", "down", 25),
        ("A half-point increase took the Riksbank's policy rate to 2%.", "up", 50),
        ("The Riksbank added a quarter point to its policy rate, taking it to 2%.", "up", 25),
        ("The Riksbank stood pat at 2%.", None, None),
    ],
)
def test_other_words_for_a_step(sentence: str, way: str | None, size: float | None) -> None:
    assert [short(o) for o in rows(sentence)] == [("SE_POLICY", 2.0, "last", way, size)]


def test_lower_rates_are_no_step() -> None:
    assert not [o for o in rows("The Riksbank hinted at lower rates, and easing rates are good for shares.") if o.move]


def test_point_and_a_half_of_an_index_stays_points() -> None:
    (found,) = rows("The FTSE 100 rose a point and a half to 8,812.5.")
    assert found.move is not None
    assert (found.move.value, found.move.unit) == (1.5, "points")


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Poland cuts rates by 25 bps to 5.25%", ("PL_POLICY", 5.25, "last", "down", 25)),
        ("CHILE HOLDS RATES AT 5%", ("CL_POLICY", 5, "last", "flat", None)),
        ("ECB CUTS KEY RATE BY QUARTER POINT TO 2.25 PERCENT", ("EU_POLICY", 2.25, "last", "down", 25)),
        ("RIKSBANK UPS KEY RATE TO 2 PERCENT", ("SE_POLICY", 2, "last", "up", None)),
        ("RBI surprises with 75-bp cut to 5.5%", ("IN_POLICY", 5.5, "last", "down", 75)),
        ("RBA delivers 25 bps hike", ("AU_POLICY", None, None, "up", 25)),
        ("SNB cuts for third time, to 0.5%", ("CH_POLICY", 0.5, "last", "down", None)),
        ("BoE eases by 25 bps to 4.25%", ("GB_POLICY", 4.25, "last", "down", 25)),
        ("Riksbank pauses at 2%", ("SE_POLICY", 2, "last", None, None)),
    ],
)
def test_headlines(headline: str, expected: tuple[str, float | None, str | None, str | None, float | None]) -> None:
    text = f"{headline}\n\nThe decision was announced on Thursday."
    found = extract(Item(id="x", path="-", position=0, text=text, body=text, received_at=RECEIVED)).observations
    assert [short(o) for o in found] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The deposit rate of commercial banks in Sweden averaged 1.5%.",
        "Sweden raises rates of tax on fuel by 2% to 31%.",
        "The Riksbank holds bonds worth 4% of output.",
    ],
)
def test_rates_that_no_central_bank_sets(sentence: str) -> None:
    assert not rows(sentence)


def test_rate_of_the_other_bank_is_its_own() -> None:
    found = rows("The Riksbank cut its policy rate to 2%, while the Fed kept its own at 4.5%.")
    assert [(o.instrument, o.level, o.level_kind) for o in found] == [("SE_POLICY", 2.0, "last"), ("US_POLICY", 4.5, "last")]


def test_a_rate_has_no_highs_of_a_day() -> None:
    found = rows("The Riksbank cut its policy rate to 2%, having raised it to 2.25% in March.")
    assert (found[0].level, found[0].level_kind) == (2.0, "last")


@pytest.mark.parametrize("size", ["150 points", "150 basis points"])
def test_the_total_of_steps_goes_their_way(size: str) -> None:
    found = rows(f"The Riksbank cut its policy rate by 25 basis points to 2%, bringing the total since March to {size}.")
    assert [(o.move.value, o.move.direction, o.move.basis) for o in found if o.move] == [
        (25, "down", "prev_close"), (150, "down", "since"),
    ]  # fmt: skip


def test_a_total_without_a_step_has_no_way() -> None:
    assert not [
        o
        for o in rows("The Riksbank kept its policy rate at 2%. It brings the total since March to 150 points.")
        if o.move and o.move.value
    ]
