"""Items in, observations, calendar, drivers and the number ledger recorded.

An item is read once by each version of the extractor; a newer version reads it again, and its rows supersede the older ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import signals
from pipelines.ingest import record_quarantine
from pipelines.pending import pending_items
from signals.extract import extract
from signals.records import Extraction, Item, Quarantined
from signals.resources import data_path
from signals.store import Recorder
from signals.store.rows import calendar_row, content_hash, driver_row, number_row, observation_row

NOT_EXTRACTED = """(item_id, content_hash) NOT IN (
    SELECT (item_id, content_hash) FROM history.extractions WHERE superseded_at IS NULL AND extractor = $extractor)"""
FINGERPRINTED = {".py", ".csv", ".parquet", ".toml", ".json", ".txt"}
TABLES = ("extractions", "observations", "calendar", "drivers", "number_ledger")


@cache
def extractor_version() -> str:
    """Version of the package and a fingerprint of all that decides what extraction finds: code, word lists, master."""
    package = Path(signals.__file__).parent
    code = [package / "extract", package / "instruments"]
    folders = [*code, *(data_path(name) for name in ("instruments", "words", "sessions", "events"))]
    files = sorted(file for folder in folders for file in folder.rglob("*") if file.suffix in FINGERPRINTED)
    digest = blake2b(digest_size=4)
    for file in files:
        digest.update(file.name.encode() + file.read_bytes())
    return f"{signals.__version__}+{digest.hexdigest()}"


def extract_pending(recorder: Recorder, advance: Callable[[int], None]) -> None:
    """Extracts every current item that this version of the extractor has not read."""
    version = extractor_version()
    for items in pending_items(recorder, NOT_EXTRACTED, {"extractor": version}):
        failed: list[Quarantined] = []
        found = [(item, guarded_extract(item, failed)) for item in items]
        _record(recorder, found, version)
        record_quarantine(recorder, failed, [])
        advance(len(items))


def guarded_extract(item: Item, failed: list[Quarantined]) -> Extraction:
    """What extraction finds; an item that breaks it is reported in ``failed`` and counts as read with nothing found."""
    try:
        return extract(item)
    except Exception as error:  # noqa: BLE001  (one item must not take the batch down; it is named in quarantine)
        reason = f"extraction failed on item {item.id}: {type(error).__name__}: {error}; please report the text"
        failed.append(Quarantined(item.path, reason, f"item {item.position}"))
        return Extraction()


def _record(recorder: Recorder, found: Sequence[tuple[Item, Extraction]], version: str) -> None:
    read = [{"item_id": i.id, "content_hash": content_hash(i), "extractor": version} for i, _ in found]
    members = recorder.staged("extractions", read).select(["item_id", "content_hash"])
    rows = {"extractions": read, **_rows(found, version)}
    for table in TABLES:
        recorder.retire(table, members)
        recorder.add(table, recorder.staged(table, rows[table]))


def _rows(found: Sequence[tuple[Item, Extraction]], version: str) -> dict[str, list[dict[str, Any]]]:
    return {
        "observations": [observation_row(i, n, o, version) for i, x in found for n, o in enumerate(x.observations)],
        "calendar": [calendar_row(i, n, c) for i, x in found for n, c in enumerate(x.calendar)],
        "drivers": [driver_row(i, n, d, version) for i, x in found for n, d in enumerate(x.drivers)],
        "number_ledger": [number_row(i, n, r) for i, x in found for n, r in enumerate(x.numbers)],
    }
