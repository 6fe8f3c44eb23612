"""What a form's reader finds of an item, before identity, time and relevance are settled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from signals.read.documents import Document
from signals.read.language import language_of
from signals.read.places import place_of
from signals.read.publication import Stamp, publication
from signals.read.relevance import is_market_news
from signals.read.segments import DATELINE
from signals.records import Item

SENTENCE = re.compile(r"[^\n]{0,400}?(?:[.!?](?=\s|$)|(?=\n|$))")
ON_DAY = re.compile(r"\bon ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
AHEAD = re.compile(r"\b(?:will|would|to be|due|set to|ahead|next|until|before|by|plans?|scheduled|expected)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of an item as its document gives them.

    ``stamps`` are in the order in which they are trusted (see ``signals.read.publication``). ``place`` is what the document
    says of its own zone: one that it prints for all its times ("GMT"), or its locale ("en-IN").
    """

    body: str
    headline: str | None = None
    source: str | None = None
    url: str | None = None
    stamps: tuple[Stamp, ...] = ()
    id: str | None = None
    text: str | None = None
    received_at: datetime | None = None
    place: str | None = None


def finish(draft: Draft, document: Document, position: int) -> Item:
    """The item: the first stamp that is readable and not later than receipt gives its time."""
    received_at = draft.received_at or document.received_at
    body = draft.body or draft.headline or ""
    text = draft.text if draft.text is not None else _text(draft.headline, body)
    place = place_of(draft.place, draft.url or document.url, draft.source)
    published = publication(draft.stamps, received_at, place)
    if published.at is None and draft.text is None:
        published = publication(_dateline(body), received_at, place)
    return Item(
        id=draft.id or _identity(draft),
        path=document.path,
        position=position,
        text=text,
        body=body,
        headline=draft.headline,
        source=draft.source,
        url=draft.url or document.url,
        published_at=published.at,
        published_precision=published.precision,
        published_basis=published.basis,
        received_at=received_at,
        language=language_of(text),
        is_market_news=is_market_news(text),
    )


def _text(headline: str | None, body: str) -> str:
    """The headline, a line break and the body; an alert, whose headline is its body, stands once."""
    return body if headline is None or headline == body else f"{headline}\n{body}"


def _dateline(body: str) -> Iterator[Stamp]:
    """The day in the dateline of a body, or else the day of the week in its first sentence, if it lies in the past."""
    dateline = DATELINE.match(body)
    if dateline is None:
        return
    yield Stamp(dateline[0], "dateline")
    sentence = SENTENCE.match(body, dateline.end())
    day = ON_DAY.search(sentence[0]) if sentence else None
    if sentence and day and not AHEAD.search(sentence[0], 0, day.start()):
        yield Stamp(day[1], "dateline")


def _identity(draft: Draft) -> str:
    parts = "\x1f".join(part or "" for part in (draft.source, draft.headline, draft.body))
    return blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
