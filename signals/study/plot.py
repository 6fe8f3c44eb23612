"""The picture of an event study, drawn without a browser or a screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from signals.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    import polars as pl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from signals.study.result import Study

MOST_PATHS = 300
INK, ACCENT, FAINT = "#1f2933", "#0b6e99", "#9aa5b1"


def plot_study(study: Study, path: str | Path | None, draws: int, seed: int) -> Figure:
    """The figure; written to ``path`` where one is given. Raises UsageError without matplotlib, or for another ending."""
    try:
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        raise UsageError('pictures need matplotlib: pip install "market-news-signals[plot]"') from error
    if path is not None and Path(path).suffix not in {".png", ".svg"}:
        raise UsageError(f"{path}: a picture ends in .png or .svg")
    figure = Figure(figsize=(8, 4.8), dpi=150, layout="constrained")
    axes = figure.subplots()
    _draw_events(axes, study.days)
    if draws:
        _draw_placebo(axes, study.placebo(draws, seed))
    _draw_average(axes, study.path)
    _label(axes, study)
    if path is not None:
        figure.savefig(path)
    return figure


def _draw_events(axes: Axes, days: pl.DataFrame) -> None:
    """The paths of at most MOST_PATHS events, evenly chosen."""
    paths = days.filter(days["status"] == "ok")
    if paths.is_empty():
        return
    length = paths["day"].n_unique()
    cars: np.ndarray = _unit_free(paths["car"]).reshape(-1, length).T
    step = max(1, cars.shape[1] // MOST_PATHS)
    axes.plot(paths["day"].to_numpy()[:length], cars[:, ::step], color=FAINT, linewidth=0.6, alpha=0.35, zorder=1)


def _draw_placebo(axes: Axes, placebo: pl.DataFrame) -> None:
    import polars as pl

    band = placebo.group_by("day").agg(
        pl.col("caar").quantile(0.025, "linear").alias("low"), pl.col("caar").quantile(0.975, "linear").alias("high")
    )
    band = band.sort("day")
    look: dict[str, Any] = {
        "color": "#f2c14e",
        "alpha": 0.35,
        "linewidth": 0,
        "label": "placebo: 95 % of random days",
        "zorder": 2,
    }
    axes.fill_between(band["day"].to_numpy(), _unit_free(band["low"]), _unit_free(band["high"]), **look)


def _draw_average(axes: Axes, path: pl.DataFrame) -> None:
    days = path["day"].to_numpy()
    look: dict[str, Any] = {"color": ACCENT, "alpha": 0.22, "linewidth": 0, "label": "95 % band", "zorder": 3}
    axes.fill_between(days, _unit_free(path["lower"]), _unit_free(path["upper"]), **look)
    axes.plot(
        days, _unit_free(path["caar"]), color=ACCENT, linewidth=2.2, marker="o", markersize=3.5, label="average", zorder=4
    )
    _limit(axes, path)


def _limit(axes: Axes, path: pl.DataFrame) -> None:
    """The average and its band fill the picture; single events may run out of it."""
    values = [value for name in ("lower", "upper", "caar") for value in path[name].to_list() if value is not None]
    if values:
        reach = 2.5 * 100 * max(abs(value) for value in values)
        axes.set_ylim(-reach, reach)


def _unit_free(column: pl.Series) -> np.ndarray:
    """In hundredths: returns in percent."""
    return 100 * column.cast(float).to_numpy()


def _label(axes: Axes, study: Study) -> None:
    row = study.summary.row(0, named=True)
    axes.axhline(0, color=INK, linewidth=0.8, zorder=0)
    axes.axvline(0, color=INK, linewidth=0.8, linestyle=":", zorder=0)
    axes.set_xlabel("sessions from day zero")
    axes.set_ylabel("cumulative abnormal return, percent")
    axes.set_title(f"{row['n']} events, {row['left_out']} left out", loc="left", color=INK)
    axes.spines[["top", "right"]].set_visible(False)
    if axes.get_legend_handles_labels()[0]:
        axes.legend(loc="upper left", frameon=False)
