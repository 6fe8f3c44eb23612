"""Studies of a configuration: conditions on what was read from the news, results with their settings in the published file."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from pipelines.prices import judge
from pipelines.settings import RunSettings, load_settings
from pipelines.study import _adjust, check_studies, record_studies
from signals.errors import UsageError
from signals.store import Recorder, publishing

START = datetime(2022, 1, 3, 17, tzinfo=UTC)
CONFIG = """
study_first = 0
study_last = 1

[study.coffee_up]
on = "observations"
where = "instrument = 'COFFEE' AND direction = 'up'"
first = 0
last = 0
estimation = 60

[study.coffee_by_reason]
on = "drivers"
where = "kind = 'weather'"
estimation = 60

[study.tone]
on = "sentiment"
sign = "score"
where = "abs(score) > 0.3"
estimation = 60
"""


PLACE = {"content_hash": "h", "position": 0}
SPAN = {"start_offset": 0, "end_offset": 1}
ITEM = {
    "path": "p",
    "body": "b",
    "text": "t",
    "is_market_news": True,
    "published_precision": "minute",
    "story_relation": "original",
}
SAID = {
    "instrument": "COFFEE",
    "direction": "up",
    "stated": "coffee rose",
    "evidence": "t",
    "confidence": 1.0,
    "extractor": "1",
}
SCORE = {"instrument": "COFFEE", "label": "positive", "confidence": 1.0, "differs": False, "model": "m", "revision": "r"}
PRICE = {"instrument": "COFFEE", "unit": "USD per pound", "source": "own"}


def news(recorder: Recorder) -> None:
    """Ten items: coffee rose 5 percent after each; and the prices of 300 days."""
    moves, tables = (
        np.random.default_rng(5).normal(0, 0.01, 300),
        {"items": [], "observations": [], "drivers": [], "sentiment": []},
    )
    for number in range(10):
        day = 100 + 15 * number
        moves[day] += 0.05
        name, known = {"item_id": f"i{number}"}, START + timedelta(days=day, hours=-5)
        tables["items"].append(name | PLACE | ITEM | {"known_at": known, "story_id": f"i{number}"})
        tables["observations"].append(name | PLACE | SPAN | SAID | {"observation_id": f"o{number}"})
        reason = {"observation_id": f"o{number}", "phrase": "frost", "kind": "weather" if number < 4 else "other"}
        tables["drivers"].append(name | PLACE | SPAN | reason)
        tables["sentiment"].append(name | SCORE | {"content_hash": "h", "score": 0.5 if number else 0.1})
    times = [START + timedelta(days=n) for n in range(300)]
    closes = (2 * np.cumprod(1 + moves)).tolist()
    tables["prices"] = [
        PRICE | {"session": at.date(), "priced_at": at, "close": c} for at, c in zip(times, closes, strict=True)
    ]
    for table, rows in tables.items():
        recorder.add(table, recorder.staged(table, rows))
    judge(recorder)


@pytest.fixture
def settings(tmp_path: Path) -> RunSettings:
    (tmp_path / "signals.toml").write_text(CONFIG)
    return load_settings(tmp_path / "signals.toml")


def recorded(tmp_path: Path, settings: RunSettings, *, again: RunSettings | None = None) -> tuple[list[dict], Recorder]:
    with publishing(tmp_path / "out.duckdb") as connection:
        recorder = Recorder(connection, datetime.now(UTC))
        news(recorder)
        record_studies(recorder, settings)
        if again is not None:
            recorder = Recorder(connection, datetime.now(UTC))
            record_studies(recorder, again)
        return connection.sql("FROM study_results ORDER BY study, test").to_arrow_table().to_pylist(), recorder


def test_every_study_has_its_results(tmp_path: Path, settings: RunSettings) -> None:
    rows, _ = recorded(tmp_path, settings)
    assert {row["study"] for row in rows} == {"positive_events", "negative_events", "coffee_up", "coffee_by_reason", "tone"}
    by_study = {row["study"]: row for row in rows if row["test"] == "cross_sectional_t"}
    coffee = by_study["coffee_up"]
    assert (coffee["n"], coffee["left_out"], coffee["first_day"], coffee["last_day"]) == (10, 0, 0, 0)
    assert coffee["mean_car"] == pytest.approx(0.05, abs=0.01)
    assert coffee["p_value"] < 1e-4
    assert coffee["p_value"] <= coffee["p_adjusted"] < 1e-3
    assert 0 < coffee["detectable"] < 0.03
    told = json.loads(coffee["settings"])
    assert (told["on"], told["where"], told["estimation"]) == ("observations", "instrument = 'COFFEE' AND direction = 'up'", 60)
    assert by_study["coffee_by_reason"]["n"] == 4
    assert by_study["tone"]["n"] == 9
    assert by_study["negative_events"]["n"] == 0


def test_the_same_studies_again_add_nothing_and_those_given_up_are_retired(tmp_path: Path, settings: RunSettings) -> None:
    _, recorder = recorded(tmp_path / "a", settings, again=settings)
    assert not recorder.changed
    rows, recorder = recorded(tmp_path / "b", settings, again=RunSettings(study_first=0, study_last=1))
    assert {row["study"] for row in rows} == {"positive_events", "negative_events"}
    assert recorder.changed


def test_benjamini_and_hochberg() -> None:
    """The worked example: p values 0.01, 0.04, 0.03, 0.005 of four studies become 0.02, 0.04, 0.04, 0.02."""
    rows = [{"test": "t", "p_value": p} for p in (0.01, 0.04, 0.03, 0.005)] + [{"test": "t", "p_value": None}]
    _adjust(rows)
    assert [row.get("p_adjusted") for row in rows] == [0.02, 0.04, 0.04, 0.02, None]


@pytest.mark.parametrize(
    ("study", "message"),
    [
        ('where = "true); DROP TABLE instruments; --"', "is not one SQL condition"),
        ('where = "true) UNION SELECT 1; SELECT (1"', "is not one SQL condition"),
        ('on = "prices"', "none of events, observations, sentiment, drivers"),
        ('wher = "true"', "unknown key 'wher'"),
        ("first = 9", "must lie, in this order, inside"),
        ('model = "market"', "needs a benchmark"),
    ],
)
def test_what_makes_no_study_is_told_before_the_run(tmp_path: Path, study: str, message: str) -> None:
    (tmp_path / "signals.toml").write_text(f"[study.x]\n{study}\n")
    with pytest.raises(UsageError, match=message):
        load_settings(tmp_path / "signals.toml")


@pytest.mark.parametrize(("study", "message"), [('where = "colour = 1"', "colour"), ('sign = "hue"', "no column hue")])
def test_a_condition_that_the_tables_refuse(tmp_path: Path, study: str, message: str) -> None:
    (tmp_path / "signals.toml").write_text(f"[study.x]\n{study}\n")
    with publishing(tmp_path / "out.duckdb") as connection, pytest.raises(UsageError, match=message):
        check_studies(connection, load_settings(tmp_path / "signals.toml"))
