"""The standing event studies: what the prices did around positive and around negative news."""

from __future__ import annotations

import pyarrow as pa

from pipelines.settings import RunSettings
from signals.store import Recorder

STUDIES = ("positive_events", "negative_events")


def record_studies(recorder: Recorder, settings: RunSettings) -> None:
    """Runs the tests on both views of events and records results that differ from those recorded last.

    Ten digits are kept: the last ones hang on the order in which threads add.
    """
    tables = [_tests(recorder, study, settings) for study in STUDIES]
    recorder.merge("study_results", pa.concat_tables(tables), ["study", "test", "model", "benchmark", "first_day", "last_day"])


def _tests(recorder: Recorder, study: str, settings: RunSettings) -> pa.Table:
    parameters = {
        "study": study,
        "first": settings.study_first,
        "last": settings.study_last,
        "model": "market" if settings.study_benchmark else "mean",
        "benchmark": settings.study_benchmark,
    }
    return recorder.connection.sql(
        """
        WITH mean_car AS (
            SELECT avg(car) AS mean_car
            FROM event_study_events($study, first := $first, last := $last, model := $model, benchmark := $benchmark)
            WHERE status = 'ok')
        SELECT $study AS study, $benchmark::VARCHAR AS benchmark, $model AS model, $first::INTEGER AS first_day,
               $last::INTEGER AS last_day, test, format('{:.9e}', statistic)::DOUBLE AS statistic,
               format('{:.9e}', p_value)::DOUBLE AS p_value, n, (SELECT format('{:.9e}', mean_car)::DOUBLE FROM mean_car)
                                                             AS mean_car
        FROM event_study_tests($study, first := $first, last := $last, model := $model, benchmark := $benchmark)""",
        params=parameters,
    ).to_arrow_table()
