"""signals.study: every table, the placebo, signs, overlaps, bars within the day, other outcomes, and the picture."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from scipy import stats

import signals
from signals.errors import UsageError

DAYS = [date(2021, 1, 1) + timedelta(days=n) for n in range(400)]
WINDOWS = {"estimation": 60, "gap": 5, "before": 4, "after": 4}


def walk(seed: int, jumps: dict[int, float] | None = None) -> np.ndarray:
    moves = np.random.default_rng(seed).normal(0, 0.01, len(DAYS))
    for place, size in (jumps or {}).items():
        moves[place] += size
    return 100 * np.cumprod(1 + moves)


def market(jumps: dict[str, dict[int, float]] | None = None) -> pl.DataFrame:
    """Twelve independent shares on 400 days, with planted jumps."""
    names = [f"S{n:02}" for n in range(12)]
    frames = [
        pl.DataFrame({"instrument": name, "date": DAYS, "close": walk(n, (jumps or {}).get(name))})
        for n, name in enumerate(names)
    ]
    return pl.concat(frames)


def events(places: dict[str, list[int]], **more: list) -> pl.DataFrame:
    rows = [(f"{name}{place}", name, DAYS[place]) for name, list_ in places.items() for place in list_]
    return pl.DataFrame(rows, schema=["event_id", "instrument", "known_at"], orient="row").with_columns(
        **{name: pl.Series(values) for name, values in more.items()}
    )


@pytest.fixture(scope="module")
def planted() -> signals.Study:
    """A jump of 5 % on day zero of twelve events on twelve days."""
    places = {f"S{n:02}": [100 + 20 * n] for n in range(12)}
    return signals.study(
        events(places), market({name: {at[0]: 0.05} for name, at in places.items()}), first=0, last=1, **WINDOWS
    )


def test_a_planted_jump_is_recovered(planted: signals.Study) -> None:
    assert planted.summary["caar"][0] == pytest.approx(0.05, abs=4 * 0.01 * np.sqrt(2 / 12))
    means = dict(planted.path.select("day", "mean_abnormal").iter_rows())
    assert max(means, key=lambda day: abs(means[day])) == 0
    assert all(p < 0.01 for name, p in planted.tests.select("test", "p_value").iter_rows() if name != "kolari_pynnonen_t")
    assert planted.placebo_p_value() < 0.02
    assert planted.left_out.is_empty()
    assert repr(planted).startswith("Study of 12 events, 0 left out, mean car +0.0")


def test_path_and_summary_are_means_with_clustered_errors(planted: signals.Study) -> None:
    cars = planted.days.pivot("day", index="event_id", values="car").drop("event_id").to_numpy()
    assert planted.path["caar"].to_list() == pytest.approx(list(cars.mean(axis=0)))
    error = cars.std(axis=0, ddof=1) / np.sqrt(12)  # twelve events on twelve days: clusters of one
    assert planted.path["standard_error"].to_list() == pytest.approx(list(error))
    assert planted.path["upper"].to_list() == pytest.approx(list(cars.mean(axis=0) + stats.norm.ppf(0.975) * error))
    row = planted.summary.row(0, named=True)
    ahead = cars[:, 3]
    assert row["leakage"] == pytest.approx(ahead.mean())
    assert row["leakage_p"] == pytest.approx(stats.ttest_1samp(ahead, 0).pvalue)
    assert row["bhar_p"] == pytest.approx(stats.ttest_1samp(planted.events["bhar"].to_numpy(), 0).pvalue)
    car_error = planted.events["car"].to_numpy().std(ddof=1) / np.sqrt(12)
    assert row["detectable"] == pytest.approx((stats.norm.ppf(0.975) + stats.norm.ppf(0.8)) * car_error, rel=1e-6)


def test_events_of_one_day_count_as_one_cluster() -> None:
    result = signals.study(
        events({"S00": [200], "S01": [200], "S02": [300], "S03": [300]}), market(), first=0, last=0, **WINDOWS
    )
    row, car = result.summary.row(0, named=True), result.events["car"].to_numpy()
    pulls = np.array([car[:2].sum() - 2 * car.mean(), car[2:].sum() - 2 * car.mean()])
    assert row["clustered_error"] == pytest.approx(np.sqrt(2 * (pulls**2).sum()) / 4)
    assert (row["n"], row["days_zero"]) == (4, 2)
    one_day = signals.study(events({"S00": [200], "S01": [200]}), market(), **WINDOWS)
    assert one_day.summary["clustered_error"][0] is None
    assert one_day.path["standard_error"].null_count() == 0


def test_good_and_bad_news_pool_by_their_sign() -> None:
    places = {"S00": [150], "S01": [180], "S02": [210]}
    prices = market({"S00": {150: 0.06}, "S01": {180: -0.06}})
    given = events(places, score=[0.4, -0.9, 0.0])
    plain, signed = (signals.study(given, prices, sign=sign, first=0, last=0, **WINDOWS) for sign in (None, "score"))
    assert signed.events["status"].to_list() == ["ok", "ok", "unsigned"]
    assert signed.events["car"].to_list()[:2] == pytest.approx([plain.events["car"][0], -plain.events["car"][1]])
    assert signed.events["t"][1] == pytest.approx(-plain.events["t"][1])
    assert signed.days.filter(pl.col("event_id") == "S01180")["abnormal"].to_list() == pytest.approx(
        [-value for value in plain.days.filter(pl.col("event_id") == "S01180")["abnormal"]]
    )
    with pytest.raises(UsageError, match="events: no column tone"):
        signals.study(given, prices, sign="tone")


def test_overlapping_events_are_left_out_where_asked() -> None:
    given = events({"S00": [150, 155, 158, 170], "S01": [155]})
    assert set(signals.study(given, market(), **WINDOWS).events["status"]) == {"ok"}
    dropped = signals.study(given, market(), overlapping="drop", **WINDOWS)
    assert dropped.events["status"].to_list() == ["ok", "overlapping", "overlapping", "ok", "ok"]
    assert dropped.summary.row(0, named=True)["left_out"] == 2
    assert dropped.left_out.row(0) == ("overlapping", "its event window meets that of an earlier event of the instrument", 2)


def test_the_placebo_keeps_its_seed_and_its_days() -> None:
    result = signals.study(events({"S00": [200], "S01": [200], "S02": [300]}), market(), **WINDOWS)
    first, again, other = (result.placebo(draws=40, seed=seed) for seed in (7, 7, 8))
    assert first["caar"].to_list() == pytest.approx(again["caar"].to_list(), rel=1e-12, abs=1e-15)  # threads add in any order
    assert first["caar"].to_list() != pytest.approx(other["caar"].to_list(), rel=1e-3)
    assert first["draw"].n_unique() == 40
    assert set(first["n"]) == {3}


def test_yields_volatility_and_volume() -> None:
    prices = market().with_columns(volume=pl.col("close") * 1000)
    given, windows = events({"S03": [200]}), {**WINDOWS, "model": "mean", "first": 0, "last": 0}
    close = walk(3)
    for kind, series in (
        ("bp", 100 * np.diff(close)),
        ("volatility", np.abs(np.diff(np.log(close)))),
        ("volume", np.log(1000 * close)[1:]),
    ):
        window = series[200 - 1 - 5 - 60 : 200 - 1 - 5]
        row = signals.study(given, prices, returns=kind, **windows).events.row(0, named=True)
        assert row["car"] == pytest.approx(series[199] - window.mean(), rel=1e-9), kind
        assert row["sigma"] == pytest.approx(window.std(ddof=1), rel=1e-9), kind


def test_bars_within_the_day() -> None:
    """Minute bars: day zero is the first bar that ends after the news was known, and windows are counted in bars."""
    start = datetime(2025, 7, 4, 13, 31, tzinfo=UTC)
    ends = [start + timedelta(minutes=n) for n in range(len(DAYS))]
    prices = pl.DataFrame({"instrument": "S00", "session": ends, "close": walk(0, {200: 0.03})})
    given = pl.DataFrame(
        {"event_id": ["a", "b"], "instrument": "S00", "known_at": [ends[199], ends[200] - timedelta(seconds=1)]}
    )
    result = signals.study(given, prices, first=0, last=0, **WINDOWS)
    assert result.events["day_zero"].to_list() == [ends[200], ends[200]]
    assert result.events["car"][0] == pytest.approx(0.03, abs=0.03)
    assert result.placebo(draws=5)["n"].to_list() == [2] * 5 * 9


def test_pictures_are_files_of_their_kind(planted: signals.Study, tmp_path: Path) -> None:
    for name, start in (("path.png", b"\x89PNG"), ("path.svg", b"<?xml")):
        planted.plot(tmp_path / name, draws=20)
        assert (tmp_path / name).read_bytes().startswith(start)
    assert "12 events, 0 left out" in planted.plot(draws=0).axes[0].get_title(loc="left")
    with pytest.raises(UsageError, match="ends in "):
        planted.plot(tmp_path / "path.gif")


def test_a_study_without_events_is_empty_and_says_so(tmp_path: Path) -> None:
    result = signals.study(events({"NONE": [10]}), market(), **WINDOWS)
    assert (result.summary["n"][0], result.placebo_p_value()) == (0, None)
    result.plot(tmp_path / "empty.png")
    assert result.to_pandas("tests")["n"].tolist() == [0] * 9
    result.close()
