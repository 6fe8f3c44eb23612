"""Items of the file that still wait for a stage, as records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from pipelines.ingest import chunks
from signals.records import Item
from signals.store import Recorder

CHUNK = 2_000
ITEM_FIELDS = tuple(field.name for field in fields(Item))


def pending_items(recorder: Recorder, condition: str, parameters: dict[str, Any]) -> Iterator[list[Item]]:
    """Current items that fulfil a SQL condition of the caller's on the view ``items``, in chunks, in order of their ids."""
    query = f"SELECT item_id FROM items WHERE {condition} ORDER BY item_id"  # noqa: S608  (conditions are constants of ours)
    ids = [row[0] for row in recorder.connection.sql(query, params=parameters).fetchall()]
    for chunk in chunks(ids, CHUNK):
        rows = recorder.connection.sql(
            "SELECT item_id AS id, * FROM items WHERE item_id IN (SELECT unnest($ids)) ORDER BY item_id", params={"ids": chunk}
        )
        yield [Item(**{name: row[name] for name in ITEM_FIELDS}) for row in rows.to_arrow_table().to_pylist()]
