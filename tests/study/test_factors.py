"""Factor models against least squares by numpy; one factor is the market model."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest

import signals
from signals.errors import UsageError

DAYS = [date(2021, 1, 1) + timedelta(days=n) for n in range(300)]
L, GAP, BEFORE, AFTER = 120, 6, 3, 5
WINDOWS = {"estimation": L, "gap": GAP, "before": BEFORE, "after": AFTER, "first": -1, "last": 2}
ZERO = 220


@pytest.fixture(scope="module")
def given() -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame, dict[str, np.ndarray]]:
    random = np.random.default_rng(11)
    factors = {name: random.normal(0, 0.01, len(DAYS)) for name in ("market", "size", "value")}
    factors["size"] += 0.6 * factors["market"]
    returns = {"M": factors["market"], "O": factors["size"]}
    for name in "ABCD":
        loads = random.uniform(-1, 1.5, 3)
        returns[name] = sum(b * f for b, f in zip(loads, factors.values(), strict=True)) + random.normal(
            0.0003, 0.015, len(DAYS)
        )
    closes = {name: 40 * np.cumprod(1 + moves) for name, moves in returns.items()}
    prices = pl.concat([pl.DataFrame({"instrument": name, "date": DAYS, "close": close}) for name, close in closes.items()])
    events = pl.DataFrame(
        {"event_id": list("ABCD"), "instrument": list("ABCD"), "known_at": [DAYS[ZERO + 3 * n] for n in range(4)]}
    )
    return events, prices, pl.DataFrame({"date": DAYS, **factors}), closes


def by_least_squares(close: np.ndarray, factors: np.ndarray, zero: int) -> dict[str, object]:
    returns = np.concatenate([[np.nan], close[1:] / close[:-1] - 1])
    window, around = slice(zero - GAP - L, zero - GAP), slice(zero - BEFORE, zero + AFTER + 1)
    x, ahead = (np.column_stack([np.ones(len(f)), f]) for f in (factors[window], factors[around]))
    b = np.linalg.lstsq(x, returns[window], rcond=None)[0]
    residuals = returns[window] - x @ b
    sigma = np.sqrt(residuals @ residuals / (L - x.shape[1]))
    variance = sigma**2 * (np.eye(len(ahead)) + ahead @ np.linalg.inv(x.T @ x) @ ahead.T)
    chosen = slice(BEFORE - 1, BEFORE + 3)
    abnormal = returns[around] - ahead @ b
    error = np.sqrt(variance[chosen, chosen].sum())
    return {
        "alpha": b[0], "betas": list(b[1:]), "sigma": sigma, "car": abnormal[chosen].sum(), "standard_error": error,
        "t": abnormal[chosen].sum() / error, "abnormal": list(abnormal), "errors": list(np.sqrt(np.diag(variance))),
    }  # fmt: skip


def test_three_factors_from_a_table(given: tuple) -> None:
    events, prices, factors, closes = given
    result = signals.study(events, prices, factors=factors, **WINDOWS)
    columns = factors.select("market", "size", "value").to_numpy()
    for number, row in enumerate(result.events.iter_rows(named=True)):
        answer = by_least_squares(closes[row["event_id"]], columns, ZERO + 3 * number)
        days = result.days.filter(pl.col("event_id") == row["event_id"])
        assert row["betas"] == pytest.approx(answer["betas"], rel=1e-9)
        for name in ("alpha", "sigma", "car", "standard_error", "t"):
            assert row[name] == pytest.approx(answer[name], rel=1e-9), name
        assert days["abnormal"].to_list() == pytest.approx(answer["abnormal"], rel=1e-9, abs=1e-13)
        assert days["standard_error"].to_list() == pytest.approx(answer["errors"], rel=1e-9)
    assert result.tests["n"].to_list() == [4] * 9
    assert repr(result) == "Study of 4 events by a factor model"


def test_two_benchmarks_by_name_and_the_same_in_long_form(given: tuple) -> None:
    events, prices, factors, closes = given
    by_name = signals.study(events, prices, benchmark="M", factors=["M", "O"], **WINDOWS).events
    columns = factors.select("market", "size").to_numpy()
    for number, row in enumerate(by_name.iter_rows(named=True)):
        answer = by_least_squares(closes[row["event_id"]], columns, ZERO + 3 * number)
        assert row["betas"] == pytest.approx(answer["betas"], rel=1e-9)
        assert row["t"] == pytest.approx(answer["t"], rel=1e-9)
    long = factors.select("date", "market", "size").unpivot(index="date", variable_name="factor")
    assert signals.study(events, prices, benchmark="M", factors=long, **WINDOWS).events["t"].to_list() == pytest.approx(
        by_name["t"].to_list(), rel=1e-9
    )


def test_one_factor_is_the_market_model(given: tuple) -> None:
    events, prices, _, _ = given
    market = signals.study(events, prices, benchmark="M", **WINDOWS)
    factor = signals.study(events, prices, benchmark="M", factors=["M"], **WINDOWS)
    assert factor.events["betas"].list.first().to_list() == pytest.approx(market.events["beta"].to_list(), rel=1e-9)
    for name in ("alpha", "sigma", "car", "standard_error", "t", "bhar"):
        assert factor.events[name].to_list() == pytest.approx(market.events[name].to_list(), rel=1e-9), name
    assert factor.days["car"].to_list() == pytest.approx(market.days["car"].to_list(), rel=1e-9, abs=1e-13)
    tests = zip(factor.tests.iter_rows(), market.tests.iter_rows(), strict=True)
    assert all(one[:1] == two[:1] and one[1:] == pytest.approx(two[1:], rel=1e-9) for one, two in tests if one[1] is not None)


def test_what_cannot_be_fitted_says_why(given: tuple) -> None:
    events, prices, factors, _ = given
    repeated = factors.with_columns(again=pl.col("market") * 2 + pl.col("size"))
    holed = factors.filter(pl.col("date") != DAYS[ZERO + 1])
    statuses = [
        signals.study(events, prices, factors=table, **WINDOWS).events.select("status", "reason").row(0)
        for table in (repeated, holed)
    ]
    assert statuses == [
        ("zero_variance", "a factor does not vary, or repeats others, in the estimation window"),
        ("incomplete_window", "no return or factor on day 1"),
    ]
    with pytest.raises(UsageError, match="the factor OIL has no prices"):
        signals.study(events, prices, benchmark="M", factors=["M", "OIL"], **WINDOWS)
    with pytest.raises(UsageError, match="no level path"):
        _ = signals.study(events, prices, factors=factors, **WINDOWS).path
