"""The worked case: every figure for three models, two groups and four windows."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pytest

from signals.prices import load_prices
from signals.study import StudySettings, read_events, run_study

CASE = Path(__file__).parents[2] / ".." / "shared" / "eventstudy"
pytestmark = pytest.mark.skipif(not CASE.is_dir(), reason="the worked case is not here")
MODELS = ("market", "market_adjusted", "mean")
WINDOWS = ((0, 0), (-1, 1), (-5, 5), (0, 5))


@pytest.fixture(scope="module")
def case() -> tuple[dict, pa.Table, pa.Table]:
    prices, unreadable = load_prices(CASE / "prices.csv")
    assert unreadable == []
    return json.loads((CASE / "expected.json").read_text()), read_events(CASE / "events.csv"), prices


def close(value: float) -> object:
    return pytest.approx(value, rel=1e-9, abs=1e-15)


@pytest.mark.parametrize("model", MODELS)
def test_status_and_days(case: tuple, model: str) -> None:
    expected, events, prices = case
    rows = run_study(events, prices, StudySettings(benchmark="SPX", model=model, level="day")).to_pylist()
    assert {row["event_id"]: row["status"] for row in rows} == expected["status"]
    for event_id, answer in expected["models"][model]["events"].items():
        days = [row for row in rows if row["event_id"] == event_id]
        assert [row["day"] for row in days] == list(range(-5, 6))
        assert {str(row["day_zero"]) for row in days} == {answer["day_zero"]}
        assert [row["abnormal"] for row in days] == close(answer["abnormal"])
        assert [row["standard_error"] for row in days] == close(answer["standard_error"])


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(("first", "last"), WINDOWS)
def test_events(case: tuple, model: str, first: int, last: int) -> None:
    expected, events, prices = case
    settings = StudySettings(benchmark="SPX", model=model, first=first, last=last)
    rows = {row["event_id"]: row for row in run_study(events, prices, settings).to_pylist()}
    for event_id, answer in expected["models"][model]["events"].items():
        wanted = {name: answer[name] for name in ("alpha", "beta", "sigma")} | answer["windows"][f"{first},{last}"]
        assert {name: rows[event_id][name] for name in wanted} == close(wanted)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(("first", "last"), WINDOWS)
@pytest.mark.parametrize("group", ["all", "same_day"])
def test_tests(case: tuple, model: str, first: int, last: int, group: str) -> None:
    expected, events, prices = case
    if group == "same_day":
        events = events.filter(pa.array([event_id.startswith("c0") for event_id in events["event_id"].to_pylist()]))
    settings = StudySettings(benchmark="SPX", model=model, first=first, last=last, level="tests")
    rows = {row["test"]: row for row in run_study(events, prices, settings).to_pylist()}
    answers = expected["models"][model]["tests"][group][f"{first},{last}"]
    assert {"kolari_pynnonen_t"} == {name for name in rows if name not in answers} or group == "same_day"
    for name in answers.keys() - {"caar"}:
        wanted = {key: answers[name][key] for key in ("statistic", "p_value", "n")}
        assert {key: rows[name][key] for key in wanted} == close(wanted), name
