"""No model reads the same text twice, and two models stand side by side, in a real file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from pipelines.run import run
from pipelines.score import score_pending
from pipelines.settings import RunSettings
from signals.score import Probabilities
from signals.store import Recorder

NEWS = Path(__file__).parents[2] / "data" / "news" / "page-2011-09-22.txt"


class Told:
    """A scorer that finds everything positive, and keeps count of what it is asked."""

    revision = "1"

    def __init__(self, name: str) -> None:
        self.name = name
        self.asked: list[tuple[str, str | None]] = []

    def score_pairs(self, pairs: Sequence[tuple[str, str | None]]) -> list[Probabilities]:
        self.asked += pairs
        return [Probabilities(0.0, 0.1, 0.9) for _ in pairs]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "news.duckdb"
    run(RunSettings(paths=(str(NEWS),), db=path))
    return path


def scored(db: Path, scorer: Told) -> int:
    """How often the scorer is asked when all items are scored anew."""
    with duckdb.connect(str(db)) as connection:
        recorder = Recorder(connection, datetime.now(UTC))
        score_pending(recorder, scorer, lambda _count: None)
    return len(scorer.asked)


def forget_scores(db: Path) -> None:
    """Supersedes what items were scored, so that they wait for their scores again."""
    with duckdb.connect(str(db)) as connection:
        connection.execute("UPDATE history.sentiment SET superseded_at = now()")


def test_a_text_is_read_once_for_each_model_also_by_a_later_run(db: Path) -> None:
    first, again, other = Told("told"), Told("told"), Told("other")
    assert scored(db, first) == len(set(first.asked)) > 0
    forget_scores(db)
    assert scored(db, again) == 0
    assert scored(db, other) == len(first.asked)


def test_two_models_are_compared_in_sql(db: Path) -> None:
    scored(db, Told("told"))
    with duckdb.connect(str(db), read_only=True) as connection:
        rows = connection.sql("FROM compare_sentiment('embedded', second_model := 'told')").fetchall()
        both = connection.sql("SELECT count(*) FROM sentiment WHERE model = 'told'").fetchall()[0][0]
    assert len(rows) == both > 0
    assert [abs(row[-1]) for row in rows] == sorted((abs(row[-1]) for row in rows), reverse=True)
