"""The DuckDB file: opening, migrating, writing history, checking and publishing.

A writer works on a copy and publishes it in one atomic replacement; readers open the published file read-only and are never
blocked. Within the file rows are superseded, never overwritten.
"""

from signals.store.history import Recorder
from signals.store.publish import open_published, publishing

__all__ = ["Recorder", "open_published", "publishing"]
