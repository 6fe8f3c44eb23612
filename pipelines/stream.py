"""The journey without a database: readings in, finished JSON objects out, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines.extract import guarded_extract
from pipelines.ingest import chunks
from signals.output import item_object
from signals.read import read_items
from signals.records import Extraction, Item, Quarantined, Sentiment

CHUNK = 256


def extracted(
    paths: Sequence[str], *, received_at: datetime | None = None, manifest: Path | None = None, sentiment: bool = True
) -> Iterator[dict[str, Any] | Quarantined]:
    """Items as the objects of `signals extract`, in reading order, and what could not be read in between."""
    for chunk in chunks(read_items(paths, received_at=received_at, manifest=manifest), CHUNK):
        failed: list[Quarantined] = []
        found = {n: guarded_extract(item, failed) for n, item in enumerate(chunk) if isinstance(item, Item)}
        scores = _scores(chunk, found) if sentiment else {}
        for n, reading in enumerate(chunk):
            yield item_object(reading, found[n], scores.get(n, ())) if isinstance(reading, Item) else reading
        yield from failed


def _scores(chunk: Sequence[Item | Quarantined], found: dict[int, Extraction]) -> dict[int, Sequence[Sentiment]]:
    from signals.score import load_scorer, score_items

    pairs = [(reading, found[n]) for n, reading in enumerate(chunk) if isinstance(reading, Item)]
    return dict(zip(found, score_items(pairs, load_scorer(None)), strict=True))
