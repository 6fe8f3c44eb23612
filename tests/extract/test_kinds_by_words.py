"""Which kind a level is by the words around it, on any instrument; received on Thursday 10 July 2025, at 14:30 UTC."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Item, Observation

HELD = {  # a subject, its level and whether words of its fall are those of the quote
    "the rand": ("17.6250 to the dollar", False),
    "sterling": ("$1.3570", True),
    "Brent crude": ("$68.42 a barrel", True),
    "gold": ("$3,321.50 an ounce", True),
    "bitcoin": ("$113,250", True),
}
KINDS = {
    "previous": [
        *("Before the announcement {s} stood at {l}.", "Before the governor walked up to the lectern {s} stood at {l}."),
        *("Ahead of the decision {s} was trading at {l}.", "Until the news came out {s} had traded at {l}."),
        *("This time last week {s} was at {l}.", "Only last month {s} cost {l}."),
    ],
    "last": [
        *("Before noon {s} was at {l}.", "By the time he had finished {s} was at {l}.", "As we write {s} is at {l}."),
        *("Once the dust had settled {s} was at {l}.", "In a year of drought {s} is at {l}."),
    ],
    "close": ["{S} left off at {l} on Wednesday.", "When trading ended {s} was at {l}."],
    "forecast": [
        *("In a year's time {s} is put at {l}.", "In twelve months {s} is seen at {l}."),
        *("The most pessimistic answer had {s} at {l} in twelve months.",),
    ],
}
EXTREMES = {
    "low": [
        *("{S} was at {l} for a few minutes before breakfast, an all-time low.", "The low of the day for {s} was {l}."),
        *("{S} printed {l}, a record low.", "The day's trough for {s} was {l}."),
    ],
    "high": [
        "The day's peak for {s} was {l}.",
        "{S} printed {l}, a record high.",
        "The high of the session for {s} came at {l}.",
    ],
}
FLIPPED = {"low": "high", "high": "low"}


def _only(template: str, subject: str) -> Observation:
    said = template.format(s=subject, S=subject[0].upper() + subject[1:], l=HELD[subject][0])
    text = f"Markets quiet\n\n{said}"
    received = datetime(2025, 7, 10, 14, 30, tzinfo=UTC)
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received)).observations
    (level,) = (o for o in found if o.level is not None)
    return level


@pytest.mark.parametrize(("template", "kind"), [(said, kind) for kind, all_said in KINDS.items() for said in all_said])
def test_kinds(template: str, kind: str) -> None:
    for subject in HELD:
        assert _only(template, subject).level_kind == kind


@pytest.mark.parametrize(("template", "kind"), [(said, kind) for kind, all_said in EXTREMES.items() for said in all_said])
def test_extremes_are_those_of_the_quote(template: str, kind: str) -> None:
    for subject, (_, straight) in HELD.items():
        assert _only(template, subject).level_kind == (kind if straight else FLIPPED[kind])


@pytest.mark.parametrize(
    ("template", "at"),
    [("This time last week {s} was at {l}.", "2025-07-03"), ("Only last month {s} cost {l}.", "2025-06")],
)
def test_when_it_was(template: str, at: str) -> None:
    assert _only(template, "gold").at == at


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("USDRUB 89.60, a record", "high"),
        ("The rouble slid to 89.60 per dollar, a record.", "high"),
        ("The rouble rose to 49.60 per dollar, a record.", "low"),
        ("Bitcoin printed $113,250, a record, and then eased.", "high"),
        ("Cocoa was at $12,218 a tonne, a record for the contract.", "high"),
        ("Gold closed at $3,321, a record.", "close"),
        ("The spread between Spanish and German 10-year yields was 610 basis points, a record.", "last"),
    ],
)
def test_a_record_behind_a_level(said: str, kind: str) -> None:
    text = f"Note\n\n{said}"
    received = datetime(2025, 7, 10, 14, 30, tzinfo=UTC)
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received)).observations
    assert [o.level_kind for o in found if o.level is not None][:1] == [kind]


@pytest.mark.parametrize(
    ("first", "gap", "kind"),
    [("settled at", " ", "close"), ("hit a high of", " ", "high"), ("was at", " ", "last"), ("settled at", "\n\n", "last")],
)
def test_the_kind_goes_on_in_the_same_breath(first: str, gap: str, kind: str) -> None:
    text = f"Oil\n\nBrent {first} $82.31.{gap}For US crude it was $78.50."
    received = datetime(2025, 7, 10, 21, 0, tzinfo=UTC)
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received)).observations
    assert {o.instrument: o.level_kind for o in found}["WTI"] == kind
