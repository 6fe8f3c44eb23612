"""Documents in every form in, clean and timed news items out.

Paths become documents, each document's form is recognised by its content, and its reader cuts it into items. What cannot be
read comes out as Quarantined, with the reason; the rest is still read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from signals.read.documents import documents, load_manifest
from signals.read.draft import Draft, finish
from signals.read.forms import read_document
from signals.read.stories import StoryIndex
from signals.records import Item, Quarantined

__all__ = ["StoryIndex", "read_items"]


def read_items(
    paths: Sequence[str],
    *,
    received_at: datetime | None = None,
    manifest: Path | None = None,
    stories: StoryIndex | None = None,
) -> Iterator[Item | Quarantined]:
    """Items of all documents at these paths (files, folders, globs, - for standard input), in reading order.

    ``received_at`` (UTC) holds for documents that the manifest does not name; without it, ages such as "4 hours ago" tell
    nothing. Raises UsageError where no path exists at all or the manifest cannot be read.
    """
    known = load_manifest(manifest) if manifest else {}
    stories = stories or StoryIndex()
    for document in documents(paths, known, received_at):
        if isinstance(document, Quarantined):
            yield document
            continue
        position = 0
        for draft in read_document(document):
            if isinstance(draft, Draft):
                yield stories.place(finish(draft, document, position))
                position += 1
            else:
                yield draft
