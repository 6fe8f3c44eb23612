"""Which objects of a document are news items, and what each of them says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from signals.clock import parse_instant
from signals.errors import UnreadableInput
from signals.read.bodies import REMOVED, SURROGATE, clean_body, clean_headline, plain
from signals.read.draft import Draft
from signals.read.fields import (
    Record,
    bodies_of,
    headline_of,
    place_in,
    receipt_of,
    renamed,
    source_of,
    stamps_of,
    url_of,
    words_of,
)
from signals.read.publication import Stamp, publication
from signals.records import Quarantined

HEAD = 1.5  # times the fullness of its items that the head of a feed may have
DEEPEST = 12  # levels at which records are looked for
WRAPPERS = {"fields", "attributes", "content", "article", "item", "story", "node", "data", "source", "properties", "news"}
PAGE = re.compile(r"\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """An object that may be a news item, where it stands, and the publisher of all that stand beside it."""

    value: Any
    place: str
    source: str | None = None


def records_in(document: Any, mapping: Mapping[str, str]) -> Iterator[Found]:
    """The news items of a document in their order; in a list that has any, also what is none, to be told of."""
    yield from _within(document, "", None, mapping, 0)


def draft_of(found: Found, path: str, mapping: Mapping[str, str]) -> Iterator[Draft | Quarantined]:
    """What a record says; a record that is a whole web page gives the items of the page."""
    if not isinstance(found.value, Mapping):
        yield Quarantined(path, f"expected an object, found {type(found.value).__name__}", found.place)
        return
    record = _unwrapped(renamed(found.value, mapping))
    try:
        received = _received(record)
    except ValueError as error:
        yield Quarantined(path, f"received_at: {error}", found.place)
        return
    if page := next((text for text in bodies_of(record) if PAGE.match(text)), None):
        yield from _of_page(page, record, received, path, found.place)
        return
    draft = _draft(record, received, found.source)
    if draft.body or draft.headline:
        yield draft
    else:
        yield Quarantined(path, _why_empty(record), found.place)


def _within(node: Any, place: str, source: str | None, mapping: Mapping[str, str], depth: int) -> Iterator[Found]:
    if depth > DEEPEST:
        return
    if isinstance(node, list):
        yield from _of_list(node, place, source, mapping, depth)
    elif isinstance(node, Mapping):
        inner = [(name, value) for name, value in node.items() if isinstance(value, (list, Mapping))]
        if _is_item(node, mapping) and not any(_holds_items(node, value, mapping) for _, value in inner):
            yield Found(node, place, source)
            return
        source = feed_title(node) or source
        if any(isinstance(value, list) and _holds_items({}, value, mapping) for _, value in inner):  # beside items: their head
            inner = [(name, value) for name, value in inner if isinstance(value, list) or not _is_item(value, mapping)]
        for name, value in inner:
            yield from _within(value, f"{place}.{name}" if place else str(name), source, mapping, depth + 1)


def _of_list(nodes: list[Any], place: str, source: str | None, mapping: Mapping[str, str], depth: int) -> Iterator[Found]:
    inside = [list(_within(node, _index(place, n), source, mapping, depth + 1)) for n, node in enumerate(nodes)]
    some = any(inside)
    for n, node in enumerate(nodes):
        if inside[n]:
            yield from inside[n]
        elif some:
            yield Found(node, _index(place, n), source)


def _index(place: str, number: int) -> str:
    return f"{place}[{number}]" if place else f"record {number + 1}"


def _is_item(node: Record, mapping: Mapping[str, str]) -> bool:
    record = _unwrapped(renamed(node, mapping))
    if isinstance(record.get("text"), str):
        return True
    headline, bodies = headline_of(record), bodies_of(record)
    return bool(headline and bodies) or bool((headline or bodies) and (stamps_of(record) or url_of(record)))


def _holds_items(node: Record, value: Any, mapping: Mapping[str, str]) -> bool:
    """Whether a list in an object holds items as full as the object itself: then it is the head of a feed, not an item."""
    if isinstance(value, Mapping):
        return any(_holds_items(node, each, mapping) for each in value.values() if isinstance(each, list))
    if not isinstance(value, list):
        return False
    inner = [each for each in value[:50] if isinstance(each, Mapping) and _is_item(each, mapping) and _is_told(each)]
    return bool(inner) and HEAD * max(map(_fullness, inner)) >= _fullness(node)


def _is_told(node: Record) -> bool:
    """Whether it has a headline or a time: a paragraph of a body has neither."""
    record = _unwrapped(node)
    return bool(headline_of(record) or stamps_of(record))


def _fullness(node: Record) -> int:
    """Characters of the body, and a little for a time: what a telling of an item has and the head of a feed has not."""
    record = _unwrapped(node)
    return max(map(len, bodies_of(record)), default=0) + (40 if stamps_of(record) else 0)


def feed_title(node: Record) -> str | None:
    """The title of a feed from its head: an object with a title and an address, or one inside of it."""
    for value in (node, *(value for value in node.values() if isinstance(value, Mapping))):
        title = headline_of(value)
        if (
            title
            and not _unwrapped(value).get("text")
            and len(title) < 100
            and any(words_of(name)[-1:] in {("url",), ("link",)} for name in value)
        ):
            return clean_headline(title)
    return None


def _unwrapped(record: Record) -> Record:
    """The record with the fields of an inner object that holds the item itself: {"id": 1, "attributes": {"title": ...}}."""
    for name, value in record.items():
        plain_name = "".join(words_of(str(name)))
        if isinstance(value, Mapping) and plain_name in WRAPPERS and (headline_of(value) or "fields" in plain_name):
            if plain_name == "source" and not bodies_of(value):
                continue
            return {**{key: each for key, each in record.items() if key != name}, **value}
    return record


def _received(record: Record) -> datetime | None:
    written = receipt_of(record)
    if written is None:
        return None
    if record.get("received_at"):
        return parse_instant(written)
    found = publication([Stamp(written, "receipt")], None)
    return found.at if found.precision in {"instant", "minute"} else None


def _draft(record: Record, received: datetime | None, feed: str | None) -> Draft:
    source = source_of(record) or feed
    text = SURROGATE.sub("\ufffd", record["text"]) if isinstance(record.get("text"), str) else None
    headline = clean_headline(headline_of(record), source)
    if text is not None:
        body = _without_headline(text, headline)
    else:
        body = next((body for each in bodies_of(record) if (body := clean_body(each, headline))), "")
    return Draft(
        body=body,
        headline=headline,
        source=plain(source) if source and not REMOVED.fullmatch(source) else None,
        url=url_of(record),
        stamps=stamps_of(record),
        id=str(record["id"]) if record.get("id") is not None and not isinstance(record["id"], (dict, list)) else None,
        text=text,
        received_at=received,
        place=place_in(record),
    )


def _without_headline(body: str, headline: str | None) -> str:
    first, _, rest = body.partition("\n")
    return rest if headline and first.strip() == headline.strip() else body


def _of_page(page: str, record: Record, received: datetime | None, path: str, place: str) -> Iterator[Draft | Quarantined]:
    from signals.read.webpage import read_webpage

    try:
        for draft in read_webpage(page):
            yield replace(draft, url=draft.url or url_of(record), received_at=received, stamps=draft.stamps + stamps_of(record))
    except UnreadableInput as error:
        yield Quarantined(path, error.reason, place)


def _why_empty(record: Record) -> str:
    if any(isinstance(value, str) and REMOVED.fullmatch(value) for value in record.values()):
        return "its publisher has removed it: nothing is left to read"
    return f"no text, body or headline among its fields {sorted(map(str, record))[:8]}"
