"""The page from which the project was conceived: four items, three observations, two releases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

PAGES = [
    pytest.param(Path("tests/pages/rand_page.txt").resolve(), id="own wording"),
    pytest.param(
        Path("../shared/seed/page.txt").resolve(),
        id="seed",
        marks=pytest.mark.skipif(not Path("../shared/seed/page.txt").exists(), reason="the seed page is not here"),
    ),
]
RAND, TOP40, BOND = "USDZAR", "JTOPI", "ZA_2035"


@pytest.fixture(scope="module", params=PAGES)
def items(request: pytest.FixtureRequest, signals: Any) -> list[dict[str, Any]]:
    done = signals("extract", request.param, "--received-at", "2025-07-04T17:00:00Z")
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_four_items_with_publishers_and_times(items: list[dict[str, Any]]) -> None:
    assert [item["item"] for item in items] == [0, 1, 2, 3]
    assert items[0]["source"] is None
    assert items[0]["published_at"] is None
    assert items[1]["source"] == "Express Tribune"
    assert items[2]["source"] == items[3]["source"] == "Business Recorder"
    assert [item["published_at"] for item in items[1:]] == [
        "2025-07-04T16:49:00Z",
        "2025-07-04T16:40:00Z",
        "2025-07-04T13:00:00Z",
    ]
    assert [item["published_precision"] for item in items] == ["none", "minute", "minute", "hour"]
    assert [item["is_market_news"] for item in items] == [False, False, False, True]


def test_three_observations_field_by_field(items: list[dict[str, Any]]) -> None:
    found = {o["instrument"]: o for o in items[3]["observations"]}
    assert sorted(found) == [TOP40, RAND, BOND]
    assert len(items[3]["observations"]) == 3
    expected = {
        RAND: (17.625, "ZAR per USD", "last", "2025-07-04T12:51:00Z", ("up", 0.6, "percent", "prev_close")),
        TOP40: (None, None, None, "2025-07-04", ("down", 0.2, "percent", "prev_close")),
        BOND: (9.745, "percent", "last", "2025-07-04", ("up", 1.0, "bp", "prev_close")),
    }
    for instrument, (level, unit, kind, at, (direction, value, move_unit, basis)) in expected.items():
        observation = found[instrument]
        assert (observation["level"], observation["level_unit"], observation["level_kind"]) == (level, unit, kind), instrument
        assert observation["at"].startswith(at), instrument
        assert observation["move"] == {"direction": direction, "value": value, "unit": move_unit, "basis": basis}, instrument


def test_every_value_points_at_its_characters(items: list[dict[str, Any]]) -> None:
    text = items[3]["text"]
    for observation in items[3]["observations"]:
        assert observation["evidence"] == text[observation["start"] : observation["end"]]
        assert 0.5 < observation["confidence"] <= 1
        for start, end in observation["spans"].values():
            assert 0 <= start < end <= len(text)
    rand = next(o for o in items[3]["observations"] if o["instrument"] == RAND)
    assert "17.6250" in text[slice(*rand["spans"]["level"])]
    assert "0.6%" in text[slice(*rand["spans"]["move"])]


def test_the_coming_releases(items: list[dict[str, Any]]) -> None:
    entries = {(entry["date"], entry["country"]): entry["event"] for entry in items[3]["calendar"]}
    assert "reserves" in entries["2025-07-07", "ZA"]
    assert "manufacturing" in entries["2025-07-10", "ZA"]


def test_bad_for_the_rand(items: list[dict[str, Any]]) -> None:
    scores = {entry["instrument"]: entry for entry in items[3]["sentiment"]}
    assert scores["ZAR"]["label"] == "negative"
    assert scores["ZAR"]["score"] < 0 < scores[RAND]["score"]
    assert scores.get("USD", {}).get("label") != "negative"


def test_nothing_in_the_other_items(items: list[dict[str, Any]]) -> None:
    assert [item["observations"] for item in items[:3]] == [[], [], []]
