"""What holds for every text: evidence is the text's own characters, every digit is in the ledger, nothing raises."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signals.extract import extract
from signals.records import Extraction, Item

REPORTS = sorted(Path(__file__).with_name("reports").glob("*.jsonl"))
PIECES = st.sampled_from([
    "The rand ", "Brent ", "gold ", "fell ", "rose ", "0.6% ", "to $82.5 ", "at 17.62 ", "against the dollar ", "(", ")", "-",
    "\n", ". ", ", ",
    "and ", "on Friday ", "İ", "ß", "12.5/13.0 ", "1-1/2 cents ", "the yield ", "half a percent ", "| ", "from 9.7% ",
    "\u00a0", "S&P 500 ", "it ", "10-year ", "as data ", "due to ", "ahead of U.S. retail sales on Tuesday ", "since May ",
])  # fmt: skip


def item(text: str) -> Item:
    return Item(id="1", path="-", position=0, text=text, body=text)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200))
def test_offsets_and_ledger_hold_for_any_text(text: str) -> None:
    found = extract(item(text))
    for o in found.observations:
        assert o.evidence == text[o.start : o.end]
        assert 0 <= o.confidence <= 1
        assert o.level is not None or o.move is not None
        assert all(o.evidence and 0 <= a < b <= len(text) for a, b in o.spans.values())
        assert o.spans.keys() <= {"instrument", "level", "unit", "move", "basis", "time"}
        assert ("level" in o.spans) == (o.level is not None)
        assert ("move" in o.spans) >= (o.move is not None and o.move.value is not None)
        assert o.move is None or o.move.value is None or o.move.value >= 0
    covered = {place for n in found.numbers for place in range(n.start, n.end)}
    assert all(place in covered for m in re.finditer(r"[0-9]", text) for place in range(*m.span()))
    assert all(n.text == text[n.start : n.end] and (n.reason is not None) == (n.status == "ignored") for n in found.numbers)


WORDS = [re.findall(r"\S+|\n", report["text"]) for file in REPORTS for report in map(json.loads, file.read_text().splitlines())]


@settings(max_examples=400, deadline=None)
@given(st.randoms(use_true_random=False))
def test_reports_torn_and_mixed_are_read_without_an_error(draw: Random) -> None:
    """Stretches of labelled reports with words lost, doubled and taken from other reports: as bad scans and feeds have them."""
    stretches = []
    for _ in range(draw.randint(1, 5)):
        words = draw.choice(WORDS)
        start = draw.randrange(len(words))
        stretches.append(words[start : start + draw.randint(1, 30)])
    kept = [
        word.strip(".,;:()") if draw.random() < 0.1 else word for words in stretches for word in words if draw.random() < 0.95
    ]
    found = extract(item(" ".join(kept)))
    assert all(o.evidence and (o.level is not None or o.move is not None) for o in found.observations)


@pytest.mark.parametrize(
    "hostile",
    ["9" * 100_000, "$" * 100_000, "([{" * 30_000, "gold " * 20_000, "1," * 50_000, "1 000 " * 15_000, "-1/2" * 20_000],
)
def test_hostile_input_is_read_to_its_end(hostile: str) -> None:
    found = extract(item(hostile))
    assert found.observations == ()


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=150))
def test_entries_and_drivers_are_the_texts_own_words(text: str) -> None:
    received = datetime(2025, 7, 4, 15, 0, tzinfo=UTC)
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received))
    assert all(entry.evidence == text[entry.start : entry.end] and entry.evidence for entry in found.calendar)
    assert all(driver.phrase == text[driver.start : driver.end] and driver.phrase for driver in found.drivers)
    assert all(d.observation is None or 0 <= d.observation < len(found.observations) for d in found.drivers)


def test_each_value_has_its_own_characters(read: Callable[[str], Extraction]) -> None:
    text = "Brent rose 0.6% on the week to $82.50 a barrel by 1251 GMT on Friday."
    (found,) = read(text).observations
    assert {name: text[start:end] for name, (start, end) in found.spans.items()} == {
        "instrument": "Brent",
        "level": "$82.50 a barrel",
        "unit": "$",
        "move": "0.6%",
        "basis": "week",
        "time": "1251 GMT on Friday",
    }


def test_reading_twice_gives_the_same(read: Callable[[str], Extraction]) -> None:
    text = "The rand traded at 17.6250 against the dollar, 0.6% weaker. Gold fell 1% to $3,300."
    assert read(text) == read(text)
