"""RSS 2.0, RSS 1.0 and Atom, by feedparser; entries whose own texts are cleaned of markup and of what leads elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from signals.errors import UnreadableInput
from signals.read.bodies import clean_body, clean_headline, plain
from signals.read.draft import Draft
from signals.read.publication import Stamp
from signals.records import Quarantined

DECLARED = re.compile(r"""(?<=<\?xml)([^>]*?)\s+encoding\s*=\s*["'][^"'>]*["']""", re.IGNORECASE)
CLOSED_ENTRY = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
CLOSED_FEED = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
TIMES = ("published", "updated", "created")
COMMENTED = re.compile(r"\s+[-–—|:]\s+(?:latest|all|top|home|rss|feed|news feed|headlines|articles)\b.*$", re.IGNORECASE)


def read_feed(text: str, path: str) -> Iterator[Draft | Quarantined]:
    """A draft for each entry; entries without words are quarantined. Raises UnreadableInput for a feed without any.

    A feed that is cut off gives the entries that are whole; the half one goes to quarantine.
    """
    import feedparser

    content = DECLARED.sub(r"\1", text, count=1).encode("utf-8", "replace")
    feed = feedparser.parse(BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    whole = len(CLOSED_ENTRY.findall(content)) if feed.bozo and not CLOSED_FEED.search(content) else len(feed.entries)
    if not feed.entries[:whole]:
        raise UnreadableInput(f"no whole entry in the feed: {feed.get('bozo_exception') or 'it is empty'}")
    publisher = _publisher(feed.feed)
    for number, entry in enumerate(feed.entries[:whole], 1):
        draft = _draft(entry, publisher, feed.feed.get("language"))
        yield draft if draft.body or draft.headline else Quarantined(path, "an entry without title or text", f"entry {number}")
    if whole < len(feed.entries):
        yield Quarantined(path, "the feed is cut off here; the entries before were kept", f"entry {whole + 1}")


def _publisher(head: Any) -> str | None:
    title = clean_headline(head.get("title"))
    return COMMENTED.sub("", title) if title else None


def _draft(entry: Any, publisher: str | None, language: str | None) -> Draft:
    source = plain(entry.get("source", {}).get("title") or "") or publisher
    headline = clean_headline(entry.get("title"), source)
    texts = [*(part.get("value", "") for part in entry.get("content", [])), entry.get("summary", "")]
    bodies = sorted((clean_body(text, headline) for text in texts if text), key=len, reverse=True)
    return Draft(
        body=_news(bodies, headline, source),
        headline=headline,
        source=source,
        url=entry.get("link"),
        stamps=tuple(Stamp(entry[key], f"feed {key}") for key in TIMES if dict.__contains__(entry, key)),
        place=language,
    )


def _news(bodies: list[str], headline: str | None, source: str | None) -> str:
    """The fullest text that says more than headline and publisher do."""
    known = re.sub(r"\W+", "", f"{headline or ''}{source or ''}").casefold()
    return next((body for body in bodies if re.sub(r"\W+", "", body).casefold() not in known), "")
