"""Items in, sentiment recorded: each text once for each model and revision; a new model adds rows beside the old ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from pipelines.extract import guarded_extract
from pipelines.pending import pending_items
from signals.records import Item, Sentiment
from signals.score import score_items
from signals.score.cache import CachedScorer
from signals.store import Recorder
from signals.store.readings import StoredReadings
from signals.store.rows import content_hash, sentiment_row

if TYPE_CHECKING:
    from signals.score import Scorer

# Waiting: no score by this model and revision, or an extraction that is newer than it (the tape comes from extraction).
NOT_SCORED = """(item_id, content_hash) NOT IN (
    SELECT (s.item_id, s.content_hash) FROM history.sentiment s JOIN history.extractions e USING (item_id, content_hash)
    WHERE s.superseded_at IS NULL AND e.superseded_at IS NULL AND s.recorded_at >= e.recorded_at
      AND s.model = $model AND s.revision = $revision)"""
IDENTITY = ["item_id", "content_hash", "model", "revision"]


def score_pending(recorder: Recorder, scorer: Scorer, advance: Callable[[int], None]) -> None:
    """Scores every current item that this revision of the model has not scored since it was extracted."""
    scorer = CachedScorer(scorer, StoredReadings(recorder))
    for items in pending_items(recorder, NOT_SCORED, {"model": scorer.name, "revision": scorer.revision}):
        pairs = [(item, guarded_extract(item, [])) for item in items]
        _record(recorder, items, list(score_items(pairs, scorer)), scorer)
        advance(len(items))


def _record(recorder: Recorder, items: Sequence[Item], scores: Sequence[Sequence[Sentiment]], scorer: Scorer) -> None:
    rows = [sentiment_row(item, sentiment) for item, found in zip(items, scores, strict=True) for sentiment in found]
    identity = [
        {"item_id": i.id, "content_hash": content_hash(i), "model": scorer.name, "revision": scorer.revision} for i in items
    ]
    recorder.retire("sentiment", recorder.staged("sentiment", identity).select(IDENTITY))
    recorder.add("sentiment", recorder.staged("sentiment", rows))
