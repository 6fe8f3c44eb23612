"""What must not matter does not: dates shifted by weeks, prices scaled, rows in another order, prices outside the windows."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest

from signals.study import StudySettings, run_study

DAYS = [date(2019, 1, 7) + timedelta(days=n) for n in range(330)]
SETTINGS = StudySettings(benchmark="M", estimation=100, before=4, after=4)
FIGURES = ("alpha", "beta", "sigma", "car", "standard_error", "t", "bhar")


@pytest.fixture(scope="module")
def given() -> tuple[pl.DataFrame, pl.DataFrame]:
    random = np.random.default_rng(21)
    market = random.normal(0, 0.01, len(DAYS))
    moves = {"M": market} | {name: market * random.uniform(0.5, 1.5) + random.normal(0, 0.02, len(DAYS)) for name in "ABCDE"}
    prices = pl.concat(
        [pl.DataFrame({"instrument": k, "date": DAYS, "close": 30 * np.cumprod(1 + m)}) for k, m in moves.items()]
    )
    places = random.integers(130, 315, 20)
    events = pl.DataFrame(
        {"event_id": range(20), "instrument": list("ABCDE") * 4, "known_at": [DAYS[place] for place in places]}
    )
    return events, prices


def figures(events: pl.DataFrame, prices: pl.DataFrame) -> dict[int, tuple]:
    rows = run_study(events, prices, SETTINGS).to_pylist()
    assert {row["status"] for row in rows} == {"ok"}
    return {row["event_id"]: tuple(row[name] for name in FIGURES) for row in rows}


def same(found: dict[int, tuple], expected: dict[int, tuple]) -> bool:
    return found.keys() == expected.keys() and all(
        found[key] == pytest.approx(expected[key], rel=1e-9, abs=1e-14) for key in found
    )


def test_shifted_dates(given: tuple) -> None:
    events, prices = given
    later = timedelta(weeks=520)
    assert same(
        figures(events.with_columns(pl.col("known_at") + later), prices.with_columns(pl.col("date") + later)), figures(*given)
    )


@pytest.mark.parametrize("factor", [1e-4, 1e4])
def test_scaled_prices(given: tuple, factor: float) -> None:
    events, prices = given
    assert same(figures(events, prices.with_columns(pl.col("close") * factor)), figures(*given))


def test_other_order(given: tuple) -> None:
    events, prices = (frame.sample(fraction=1, shuffle=True, seed=9) for frame in given)
    assert same(figures(events, prices), figures(*given))
    assert run_study(events, prices, SETTINGS)["event_id"].to_pylist() == events["event_id"].to_list()


def test_prices_before_the_window_leave_no_trace(given: tuple) -> None:
    """A price ten decimal powers off, before the windows of the events that follow."""
    events, prices = given
    late = events.filter(pl.col("known_at") >= DAYS[200])
    wild = prices.with_columns(
        pl.when(pl.col("date") == DAYS[40]).then(pl.col("close") * 1e10).otherwise("close").alias("close")
    )
    assert same(figures(late, wild), figures(late, prices))


def test_a_price_given_twice_counts_once(given: tuple) -> None:
    events, prices = given
    assert same(figures(events, pl.concat([prices, prices.head(500)])), figures(*given))
