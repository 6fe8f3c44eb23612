"""The event studies of a run: the standing ones of positive and of negative news, and those of the configuration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pipelines.settings import RunSettings
from pipelines.study_config import ConfiguredStudy
from signals.errors import UsageError
from signals.store import Recorder
from signals.study import StudySettings
from signals.study.study import study_call

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

STANDING = ("positive_events", "negative_events")


def record_studies(recorder: Recorder, settings: RunSettings) -> None:
    """Runs every study and records the results that differ from those recorded last; studies no longer asked for are retired.

    Raises UsageError where the condition of a study is refused by the database.
    """
    rows = [row for study in _studies(settings) for row in _results(recorder.connection, study)]
    _adjust(rows)
    recorder.merge("study_results", recorder.staged("study_results", rows), ["study", "test"])
    _retire(recorder, {row["study"] for row in rows})


def check_studies(connection: DuckDBPyConnection, settings: RunSettings) -> None:
    """Raises UsageError for a condition or column that the database refuses, before any work is done."""
    for study in settings.study.values():
        _select(connection, study)


def _studies(settings: RunSettings) -> Iterator[ConfiguredStudy]:
    windows = StudySettings(benchmark=settings.study_benchmark, first=settings.study_first, last=settings.study_last)
    for name in STANDING:
        if name not in settings.study:
            yield ConfiguredStudy(name, windows, where=f"label = '{name.partition('_')[0]}'")
    yield from settings.study.values()


def _results(connection: DuckDBPyConnection, study: ConfiguredStudy) -> Iterator[dict[str, Any]]:
    """A row for each test of one study.

    Ten digits are kept: the last ones hang on the order in which threads add.
    """
    _select(connection, study)
    (summary,) = _rows(connection, study, "summary")
    common = {
        "study": study.name,
        "benchmark": study.settings.benchmark,
        "model": study.settings.model or ("market" if study.settings.benchmark else "mean"),
        "first_day": study.settings.first,
        "last_day": study.settings.last,
        "settings": study.described(),
        "mean_car": _ten_digits(summary["caar"]),
        "standard_error": _ten_digits(summary["clustered_error"] or summary["standard_error"]),
        "detectable": _ten_digits(summary["detectable"]),
        "left_out": summary["left_out"],
    }
    for test in _rows(connection, study, "tests"):
        figures = {name: _ten_digits(test[name]) for name in ("statistic", "p_value")}
        yield common | figures | {"test": test["test"], "n": test["n"]}


def _select(connection: DuckDBPyConnection, study: ConfiguredStudy) -> None:
    import duckdb

    try:
        connection.execute(f"CREATE OR REPLACE TEMP TABLE study_events AS {study.selection()}")
    except duckdb.Error as error:
        raise UsageError(f"study.{study.name}: {study.where!r}: {str(error).splitlines()[0]}") from error
    columns = connection.table("study_events").columns
    if study.settings.sign is not None and study.settings.sign not in columns:
        raise UsageError(f"study.{study.name}: no column {study.settings.sign}; there are {', '.join(columns)}")


def _rows(connection: DuckDBPyConnection, study: ConfiguredStudy, level: str) -> list[dict[str, Any]]:
    query, parameters = study_call("study_events", study.settings, level)
    rows: list[dict[str, Any]] = connection.sql(query, params=parameters).to_arrow_table().to_pylist()
    return rows


def _ten_digits(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.9e}")


def _adjust(rows: list[dict[str, Any]]) -> None:
    """p_adjusted of each test over all studies: Benjamini and Hochberg (1995), which bounds the share of false discoveries."""
    for test in {row["test"] for row in rows}:
        ranked = sorted(
            (row for row in rows if row["test"] == test and row["p_value"] is not None), key=lambda row: row["p_value"]
        )
        least = 1.0
        for rank in range(len(ranked), 0, -1):
            least = min(least, ranked[rank - 1]["p_value"] * len(ranked) / rank)
            ranked[rank - 1]["p_adjusted"] = _ten_digits(least)


def _retire(recorder: Recorder, asked: set[str]) -> None:
    gone = recorder.connection.sql(
        "SELECT DISTINCT study FROM study_results WHERE NOT list_contains($asked, study)", params={"asked": sorted(asked)}
    ).to_arrow_table()
    if gone.num_rows:
        recorder.retire("study_results", gone)
