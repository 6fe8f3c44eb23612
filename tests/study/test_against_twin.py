"""The SQL study equals the plain one on random markets with holes, holidays and every kind of failure."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest
import study_twin as twin

from signals.study import StudySettings, run_study

START = date(2020, 1, 1)
FIELDS = ("alpha", "beta", "sigma")
SUMS = ("car", "standard_error", "t", "bhar")


def random_market(seed: int) -> list[tuple[str, date, float | None]]:
    """Seven shares and a market over 220 weekdays: D has holes, E stops early, STILL never moves, Z once trades below zero."""
    random = np.random.default_rng(seed)
    weekdays = [day for day in (START + timedelta(n) for n in range(308)) if day.weekday() < 5]
    market = random.normal(0, 0.01, len(weekdays))
    rows: list[tuple[str, date, float | None]] = []
    for name in ["M", "A", "B", "C", "D", "E", "STILL", "Z"]:
        moves = market if name == "M" else random.uniform(0.3, 1.5) * market + random.normal(0, 0.02, len(weekdays))
        closes = 50 * np.cumprod(1 + (0 * moves if name == "STILL" else moves))
        for number, (day, close) in enumerate(zip(weekdays, closes, strict=True)):
            holes = number in (30, 31, 90) if name == "D" else name == "E" and number > 150
            below = name == "Z" and number == 100
            rows.append((name, day, None if holes else -1.0 if below else round(float(close), 4)))
    return rows


def random_events(seed: int) -> list[tuple[str, str, date]]:
    random = np.random.default_rng(seed + 1000)
    names = ["A", "B", "C", "D", "E", "STILL", "Z", "NONE"]
    return [(f"e{k}", names[k % 8], START + timedelta(int(random.integers(-5, 330)))) for k in range(64)]


def arrow(names: str, rows: list) -> pa.Table:
    return pa.table(dict(zip(names.split(), zip(*rows, strict=True), strict=True)))


CASES = [
    {"model": "market", "benchmark": "M"},
    {"model": "market_adjusted", "benchmark": "M", "returns": "log"},
    {"model": "mean", "benchmark": "M", "minimum": 30},
    {"model": "market", "benchmark": "M", "minimum": 30, "returns": "log"},
    {"model": "mean"},
    {"model": "mean", "returns": "log", "gap": 0, "before": 0, "after": 2, "first": 0, "last": 2},
]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("seed", [1, 2])
def test_every_event_and_day(case: dict, seed: int) -> None:
    settings = {"estimation": 40, "gap": 6, "before": 3, "after": 4, "first": -2, "last": 3} | case
    prices, events = random_market(seed), random_events(seed)
    given = (arrow("event_id instrument known_at", events), arrow("instrument date close", prices))
    by_event = {row["event_id"]: row for row in run_study(*given, StudySettings(**settings)).to_pylist()}
    by_day = run_study(*given, StudySettings(**settings, level="day")).to_pylist()
    closes, plain = twin.by_instrument(prices), asdict(StudySettings(**settings))
    expected = {event_id: twin.study_event(instrument, day, closes, plain) for event_id, instrument, day in events}

    assert {event_id: row["status"] for event_id, row in by_event.items()} == {k: v["status"] for k, v in expected.items()}
    assert {row["status"] for row in by_event.values()} >= {"ok", "no_prices", "insufficient_estimation", "incomplete_window"}
    assert len(by_day) == len(events) * (settings["before"] + settings["after"] + 1)
    for event_id, row in by_event.items():
        assert (row["reason"] is None) == (row["status"] == "ok")
        if row["status"] == "ok":
            answer = expected[event_id]
            sums = twin.over_window(answer, settings["first"], settings["last"], settings["before"])
            assert row["day_zero"] == answer["day_zero"]
            assert [row[name] for name in (*FIELDS, *SUMS)] == pytest.approx(
                [answer[name] for name in FIELDS] + [sums[name] for name in SUMS], rel=1e-9, abs=1e-12
            )
            days = [day for day in by_day if day["event_id"] == event_id]
            for name in ("actual", "expected", "abnormal"):
                assert [day[name] for day in days] == pytest.approx(list(answer[name]), rel=1e-9, abs=1e-12)
            assert [day["standard_error"] for day in days] == pytest.approx(
                list(np.sqrt(np.diag(answer["variance"]))), rel=1e-9
            )
            assert [day["car"] for day in days] == pytest.approx(list(np.cumsum(answer["abnormal"])), rel=1e-9, abs=1e-12)
        else:
            assert row["car"] is None
            assert row["t"] is None


@pytest.mark.parametrize("case", CASES[:2] + CASES[4:])
def test_every_test(case: dict) -> None:
    settings = {"estimation": 40, "gap": 6, "before": 3, "after": 4, "first": -2, "last": 3} | case
    prices, events = random_market(7), random_events(7)
    given = (arrow("event_id instrument known_at", events), arrow("instrument date close", prices))
    rows = {row["test"]: row for row in run_study(*given, StudySettings(**settings, level="tests")).to_pylist()}
    closes, plain = twin.by_instrument(prices), asdict(StudySettings(**settings))
    results = [twin.study_event(instrument, day, closes, plain) for _, instrument, day in events]
    good = [result for result in results if result["status"] == "ok"]
    for name, (statistic, p_value) in twin.tests(good, settings["first"], settings["last"], settings["before"]).items():
        assert rows[name]["statistic"] == pytest.approx(statistic, rel=1e-9), name
        assert rows[name]["p_value"] == pytest.approx(p_value, rel=1e-9), name
    assert {row["n"] for row in rows.values()} == {len(good)}
    assert rows["kolari_pynnonen_t"]["statistic"] is None


def test_kolari_pynnonen_on_one_day() -> None:
    prices = random_market(3)
    events = [(name, name, date(2020, 7, 1)) for name in "ABC"]
    settings = StudySettings(benchmark="M", estimation=40, level="tests")
    given = (arrow("event_id instrument known_at", events), arrow("instrument date close", prices))
    rows = {row["test"]: row for row in run_study(*given, settings).to_pylist()}
    closes, plain = twin.by_instrument(prices), asdict(settings) | {"model": "market"}
    r = twin.mean_correlation([twin.study_event(name, day, closes, plain) for _, name, day in events])
    expected = rows["bmp_t"]["statistic"] * np.sqrt((1 - r) / (1 + 2 * r))
    assert rows["kolari_pynnonen_t"]["statistic"] == pytest.approx(expected, rel=1e-9)


def test_one_event_and_none() -> None:
    prices = arrow("instrument date close", random_market(3))
    settings = StudySettings(benchmark="M", estimation=40, level="tests")
    one = run_study(arrow("event_id instrument known_at", [("a", "A", date(2020, 7, 1))]), prices, settings).to_pylist()
    none = run_study(arrow("event_id instrument known_at", [("a", "NONE", date(2020, 7, 1))]), prices, settings).to_pylist()
    assert len(one) == len(none) == 9
    assert {row["n"] for row in one} == {1}
    assert next(row for row in one if row["test"] == "cross_sectional_t")["statistic"] is None
    assert {row["n"] for row in none} == {0}
    assert all(row["statistic"] is None and row["p_value"] is None for row in none)


def test_a_share_that_is_the_benchmark_has_nothing_abnormal() -> None:
    prices = arrow("instrument date close", random_market(3))
    events = arrow("event_id instrument known_at", [("m", "M", date(2020, 7, 1))])
    for model in ("market", "market_adjusted"):
        (row,) = run_study(events, prices, StudySettings(benchmark="M", model=model, estimation=40)).to_pylist()
        assert row["status"] == "zero_variance"
