"""RSS and Atom, by feedparser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from signals.errors import UnreadableInput
from signals.read.draft import Draft
from signals.read.markup import plain_text
from signals.read.publication import Stamp


def read_feed(content: bytes) -> Iterator[Draft]:
    """A draft for each entry. Raises UnreadableInput for a feed without any."""
    import feedparser

    feed = feedparser.parse(content)
    if not feed.entries:
        raise UnreadableInput(f"no entry in the feed: {feed.get('bozo_exception') or 'it is empty'}")
    source = feed.feed.get("title")
    for entry in feed.entries:
        yield _draft(entry, source)


def _draft(entry: Any, source: str | None) -> Draft:
    bodies = [part.value for part in entry.get("content", [])] + [entry.get("summary", "")]
    return Draft(
        body=plain_text(max(bodies, key=len)),
        headline=plain_text(entry.get("title", "")) or None,
        source=entry.get("source", {}).get("title") or source,
        url=entry.get("link"),
        stamps=tuple(Stamp(entry[key], f"feed {key}") for key in ("published", "updated") if entry.get(key)),
    )
