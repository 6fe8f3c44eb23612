"""The main job: news in, a published DuckDB file out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime

from pipelines.addresses import earlier_visits, record_visits
from pipelines.extract import extract_pending
from pipelines.ingest import ingest
from pipelines.prices import judge, record_instruments, record_prices
from pipelines.report import RunReport, report
from pipelines.runs import record_run
from pipelines.score import score_pending
from pipelines.settings import RunSettings
from pipelines.stories import recorded_stories
from pipelines.study import check_studies, record_studies
from signals.read import StoryIndex, read_items
from signals.resources import data_path
from signals.score import load_scorer
from signals.store import Recorder, publishing

Progress = Callable[[str], Callable[[int], None]]


def silent(_stage: str) -> Callable[[int], None]:
    """Progress that nobody watches."""
    return lambda _count: None


def run(settings: RunSettings, progress: Progress = silent) -> RunReport:
    """Reads, extracts, scores, judges, studies and publishes. The same input twice adds nothing.

    ``progress`` is called with each stage's name and gives what to call with the number of items done. Raises UsageError
    where the call itself is wrong; unreadable input is in the report's quarantine instead.
    """
    settings = with_samples(settings)
    with publishing(settings.db) as connection:
        recorder = Recorder(connection, datetime.now(UTC))
        _stages(recorder, settings, progress)
        if recorder.changed:
            record_run(recorder, asdict(settings))
        return report(connection, settings.db, recorder.added["items"], recorder.added["observations"])


def with_samples(settings: RunSettings) -> RunSettings:
    """The settings with the sample news in place of no news."""
    if settings.paths:
        return settings
    news = data_path("news")
    files = sorted(str(file) for file in news.iterdir() if file.suffix in NEWS and file.name not in NOT_NEWS)
    return replace(settings, paths=tuple(files), manifest=settings.manifest or news / "manifest.jsonl")


NEWS = {".txt", ".jsonl", ".xml", ".html"}
NOT_NEWS = {"manifest.jsonl", "labels.jsonl"}


def _stages(recorder: Recorder, settings: RunSettings, progress: Progress) -> None:
    check_studies(recorder.connection, settings)
    scorer = load_scorer(settings.sentiment_model)
    record_instruments(recorder)
    visits = earlier_visits(recorder)
    readings = read_items(
        settings.paths,
        received_at=settings.received_at,
        manifest=settings.manifest,
        columns=settings.columns,
        visits=visits,
        stories=StoryIndex(recorded_stories(recorder)),
    )
    ingest(recorder, readings, progress("reading"))
    record_visits(recorder, visits)
    extract_pending(recorder, progress("extracting"))
    score_pending(recorder, scorer, progress("scoring"))
    progress("joining prices")
    record_prices(recorder, settings.prices)
    judge(recorder)
    progress("studying")
    record_studies(recorder, settings)
