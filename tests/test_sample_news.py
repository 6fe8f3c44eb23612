"""The sample news that ships: its figures are those of the bundled rates, and the product reads them as they were labelled."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest

NEWS = Path("data/news").resolve()
PRICES = Path("data/prices/prices.parquet").resolve()
LABELS = [json.loads(line) for line in (NEWS / "labels.jsonl").read_text().splitlines()]
STATED = [(label["date"], fact) for label in LABELS for fact in label["observations"]]


@pytest.fixture(scope="module")
def items(signals: Any) -> dict[tuple[str, str], dict[str, Any]]:
    """What `signals extract` makes of the files, by file and headline."""
    files = [
        path for path in sorted(NEWS.iterdir()) if path.suffix != ".md" and path.name not in ("manifest.jsonl", "labels.jsonl")
    ]
    done = signals("extract", *files, "--manifest", NEWS / "manifest.jsonl", "--no-sentiment")
    assert (done.returncode, done.stderr) == (0, "")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return {(Path(item["path"]).name, item["headline"]): item for item in found}


def test_there_are_enough_in_every_form() -> None:
    assert len(LABELS) >= 150
    forms = Counter(Path(label["file"]).suffix for label in LABELS)
    assert set(forms) == {".txt", ".jsonl", ".xml", ".html"}
    assert sum(not label["is_market_news"] for label in LABELS) >= 15


def test_every_figure_is_one_of_the_banks() -> None:
    """A level is the rate of its day to the printed digit, a change the one since the rate before it."""
    rates: dict[str, list[tuple[str, float]]] = {}
    for instrument, day, close in duckdb.sql(
        f"SELECT instrument, session::VARCHAR, close FROM '{PRICES}' WHERE source LIKE '%ECB%' ORDER BY 1, 2"
    ).fetchall():
        rates.setdefault(instrument, []).append((day, close))
    for day, fact in STATED:
        series = rates[fact["instrument"]]
        place = next(n for n, (session, _) in enumerate(series) if session == day)
        close, before = series[place][1], series[place - 1][1]
        if fact["level"] is not None:
            decimals = len(str(fact["level"]).partition(".")[2])
            assert abs(fact["level"] - close) <= 0.5001 * 10**-decimals, (day, fact)
        if fact["value"] is not None:
            change = 100 * (close / before - 1)
            assert abs(change) == pytest.approx(fact["value"], abs=0.051), (day, fact)
            assert (change > 0) == (fact["direction"] == "up"), (day, fact)


def test_every_item_is_found_with_its_publisher_and_time(items: dict[tuple[str, str], dict[str, Any]]) -> None:
    assert len(items) == len(LABELS)
    for label in LABELS:
        item = items[label["file"], label["headline"]]
        assert item["source"] == label["source"], label["headline"]
        assert item["published_at"][:10] == label["published_at"][:10], label["headline"]


def test_relevance_is_as_labelled(items: dict[tuple[str, str], dict[str, Any]]) -> None:
    wrong = [
        label["headline"]
        for label in LABELS
        if items[label["file"], label["headline"]]["is_market_news"] != label["is_market_news"]
    ]
    assert wrong == []


def test_items_without_market_content_give_nothing(items: dict[tuple[str, str], dict[str, Any]]) -> None:
    for label in LABELS:
        if not label["is_market_news"]:
            assert items[label["file"], label["headline"]]["observations"] == []


def test_levels_and_moves_are_read_as_labelled(items: dict[tuple[str, str], dict[str, Any]]) -> None:
    right = found = labelled = 0
    for label in LABELS:
        read = {statement(o) for o in items[label["file"], label["headline"]]["observations"] if is_whole(o)}
        stated = {
            tuple(f[key] for key in ("instrument", "level", "direction", "value")) for f in label["observations"] if f["value"]
        }
        right, found, labelled = right + len(read & stated), found + len(read), labelled + len(stated)
    assert right / labelled >= 0.90
    assert right / found >= 0.97


def is_whole(observation: dict[str, Any]) -> bool:
    """Whether it states a level and the size of a move; policy rates are not labelled."""
    move = observation["move"]
    is_policy = observation["instrument"].endswith("_POLICY")
    return not is_policy and observation["level"] is not None and move is not None and move["value"] is not None


def statement(observation: dict[str, Any]) -> tuple[Any, ...]:
    move = observation["move"]
    return observation["instrument"], observation["level"], move["direction"], move["value"]
