"""Documents in, news items recorded: every item once, every version of it kept, everything unreadable in quarantine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa

from signals.clock import known_at
from signals.read.fetching import is_address
from signals.records import Item, Quarantined
from signals.store import Recorder
from signals.store.rows import content_hash, item_row

CHUNK = 2_000
T = TypeVar("T")
Row = dict[str, Any]


def ingest(recorder: Recorder, readings: Iterable[Item | Quarantined], advance: Callable[[int], None]) -> None:
    """Records what was read. ``advance`` is told how many readings were taken in."""
    quarantined: list[Quarantined] = []
    items_by_path: Counter[str] = Counter()
    received: dict[str, datetime | None] = {}
    for chunk in chunks(readings, CHUNK):
        items = [reading for reading in chunk if isinstance(reading, Item)]
        quarantined += [reading for reading in chunk if isinstance(reading, Quarantined)]
        items_by_path.update(item.path for item in items)
        received.update((item.path, item.received_at) for item in items if not is_address(item.path))
        _record_items(recorder, items)
        advance(len(chunk))
    items_by_path.update({q.path: 0 for q in quarantined})
    _record_documents(recorder, items_by_path, received)
    record_quarantine(recorder, quarantined, list(items_by_path))


def chunks(source: Iterable[T], size: int) -> Iterator[list[T]]:
    """The source in lists of at most ``size``."""
    iterator = iter(source)
    while chunk := list(islice(iterator, size)):
        yield chunk


def record_quarantine(recorder: Recorder, quarantined: Sequence[Quarantined], paths: Sequence[str]) -> None:
    """Makes the current quarantine of these paths equal to what was just met: a file that reads well again leaves it."""
    rows = list(dict.fromkeys((q.path, q.position, q.reason) for q in quarantined))
    current = recorder.connection.sql("SELECT path, position, reason FROM quarantine").fetchall()
    gone = [row for row in current if row[0] in set(paths) and row not in set(rows)]
    columns = ("path", "position", "reason")
    recorder.retire("quarantine", recorder.staged("quarantine", (dict(zip(columns, row, strict=True)) for row in gone)))
    recorder.merge("quarantine", recorder.staged("quarantine", (dict(zip(columns, row, strict=True)) for row in rows)), columns)


def _record_documents(recorder: Recorder, items: Counter[str], received: dict[str, datetime | None]) -> None:
    rows = [
        {"path": path, **_content(path), "received_at": received.get(path), "items": count} for path, count in items.items()
    ]
    recorder.merge("documents", recorder.staged("documents", rows), ["path"])


def _content(path: str) -> Row:
    file = Path(path)
    if not file.is_file():
        return {"content_hash": None, "size_bytes": None}
    digest = blake2b(digest_size=16)
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return {"content_hash": digest.hexdigest(), "size_bytes": file.stat().st_size}


def _record_items(recorder: Recorder, items: Sequence[Item]) -> None:
    """Records item versions not seen before; the versions of one item within a chunk follow one another."""
    versions = _Versions(recorder, items)
    layers: list[dict[str, Row]] = []
    for item in items:
        row = versions.new_row(item)
        if row is None:
            continue
        layer = next((layer for layer in layers if row["item_id"] not in layer), None)
        if layer is None:
            layers.append(layer := {})
        layer[row["item_id"]] = row
    for layer in layers:
        staged = recorder.staged("items", layer.values())
        recorder.retire("items", staged.select(["item_id"]))
        recorder.add("items", staged)


class _Versions:
    """Which versions of these items are recorded already.

    A record that reuses an id with another text is a new version of that item where it tells the same story or comes from
    the same address; otherwise the id was reused for another item, which gets an id of its own, so that nothing is lost.
    """

    def __init__(self, recorder: Recorder, items: Sequence[Item]) -> None:
        self._now = recorder.now
        ids = {item_id for item in items for item_id in (item.id, _own_id(item))}
        wanted = pa.table({"wanted": pa.array(sorted(ids), pa.string())})
        recorder.connection.register("wanted_ids", wanted)
        rows = recorder.connection.sql(
            "SELECT item_id, content_hash, story_id, url FROM history.items "
            "WHERE item_id IN (SELECT wanted FROM wanted_ids) ORDER BY recorded_at"
        ).fetchall()
        self._hashes = {(item_id, digest) for item_id, digest, _, _ in rows}
        self._latest = {item_id: (story, url) for item_id, _, story, url in rows}

    def new_row(self, item: Item) -> Row | None:
        """The row to add for this item, or None where this very text is recorded under its id."""
        digest = content_hash(item)
        item_id = item.id if self._same_item(item) else _own_id(item)
        if (item_id, digest) in self._hashes or (_own_id(item), digest) in self._hashes:
            return None
        is_revision = item_id in self._latest
        self._hashes.add((item_id, digest))
        self._latest[item_id] = (item.story_id, item.url)
        return {**item_row(item, self._known_at(item, is_revision)), "item_id": item_id}

    def _same_item(self, item: Item) -> bool:
        if (item.id, content_hash(item)) in self._hashes or item.id not in self._latest:
            return True
        story, url = self._latest[item.id]
        return item.story_id == story or (url is not None and item.url == url)

    def _known_at(self, item: Item, is_revision: bool) -> datetime | None:
        """A revised text can't have been known at its first publication: it counts from its receipt, or from now."""
        known = known_at(item.published_at, item.published_precision, item.received_at)
        if not is_revision:
            return known
        return max(known, item.received_at or self._now) if known else self._now


def _own_id(item: Item) -> str:
    """The id of an item whose given id belongs to another story."""
    return f"{item.id}~{content_hash(item)}"
