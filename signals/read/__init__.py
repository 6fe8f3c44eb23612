"""Documents in every form in, clean and timed news items out.

Paths become documents, each document's form is recognised by its content, and its reader cuts it into items. What cannot be
read comes out as Quarantined, with the reason; the rest is still read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from signals.read.archives import unpacked
from signals.read.documents import Document, Receipt, check_paths, documents, load_manifest
from signals.read.draft import Draft, finish
from signals.read.fetching import Validators, Visits, fetch, is_address
from signals.read.forms import read_document
from signals.read.stories import Known, StoryIndex
from signals.read.tellings import telling_of
from signals.records import Item, Quarantined

__all__ = ["Known", "StoryIndex", "Validators", "Visits", "read_items", "telling_of"]
NOTHING: Mapping[str, str] = {}


def read_items(
    paths: Sequence[str],
    *,
    received_at: datetime | None = None,
    manifest: Path | None = None,
    stories: StoryIndex | None = None,
    columns: Mapping[str, str] = NOTHING,
    visits: Visits | None = None,
) -> Iterator[Item | Quarantined]:
    """Items of all documents at these paths (files, folders, globs, addresses, - for standard input), in reading order.

    ``received_at`` (UTC) holds for documents that the manifest does not name; without it, ages such as "4 hours ago" tell
    nothing, except for addresses, which are received when they are fetched. ``columns`` says which fields of records and tables
    hold text, headline, body, source, url, published_at, received_at and id where their names do not tell. ``visits`` remembers
    what addresses held. Raises UsageError where no path exists at all or the manifest cannot be read.
    """
    known = load_manifest(manifest) if manifest else {}
    stories = stories or StoryIndex()
    for found in _found(paths, known, received_at, visits or Visits()):
        for part in unpacked(found) if isinstance(found, Document) else [found]:
            if isinstance(part, Quarantined):
                yield part
            else:
                yield from _items(part, columns, stories)


def _found(
    paths: Sequence[str], known: Mapping[Path, Receipt], received_at: datetime | None, visits: Visits
) -> Iterator[Document | Quarantined]:
    check_paths([path for path in paths if not is_address(path)])
    for path in paths:
        if is_address(path):
            for got in fetch(path, visits):
                yield replace(got, received_at=received_at or got.received_at) if isinstance(got, Document) else got
        else:
            yield from documents(path, known, received_at)


def _items(document: Document, columns: Mapping[str, str], stories: StoryIndex) -> Iterator[Item | Quarantined]:
    position = 0
    for draft in read_document(document, columns):
        if isinstance(draft, Draft):
            yield stories.place(finish(draft, document, position))
            position += 1
        else:
            yield draft
