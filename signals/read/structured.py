"""JSON and JSON Lines: records found by the meaning of their field names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from signals.clock import parse_instant
from signals.errors import UnreadableInput
from signals.read.draft import Draft
from signals.read.publication import Stamp
from signals.records import Quarantined

HEADLINE = ("headline", "title", "webTitle", "name")
BODY = ("body", "content", "articleBody", "description", "summary", "snippet")
PUBLISHED = (
    "published_at",
    "publishedAt",
    "pubDate",
    "datePublished",
    "published",
    "published_utc",
    "date",
    "datetime",
    "time_published",
)
SOURCE = ("source", "publisher", "provider", "site", "source_name")


def read_json(text: str, path: str) -> Iterator[Draft | Quarantined]:
    """Records of one JSON document or of JSON Lines; a line or record that is none is quarantined, the rest is read."""
    try:
        document = json.loads(text)
    except RecursionError as error:
        raise UnreadableInput("nested too deeply to be news") from error
    except ValueError as error:
        yield from _lines(text, path, error)
        return
    for number, record in enumerate(_records(document), 1):
        yield _draft(record, path, f"record {number}")


def _lines(text: str, path: str, error: ValueError) -> Iterator[Draft | Quarantined]:
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) < 2 and not text.lstrip().startswith("{"):
        raise UnreadableInput(f"not JSON, perhaps cut off: {error}")
    for number, line in lines:
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as problem:
            yield Quarantined(path, f"not JSON, perhaps cut off: {problem}", f"line {number}")
            continue
        yield _draft(record, path, f"line {number}")


def _records(document: Any) -> Iterator[Any]:
    if isinstance(document, list):
        yield from document
    elif isinstance(document, dict) and not _first(document, ("text", *BODY, *HEADLINE)):
        yield from next((value for value in document.values() if isinstance(value, list)), [])
    else:
        yield document


def _draft(record: Any, path: str, position: str) -> Draft | Quarantined:
    if not isinstance(record, dict):
        return Quarantined(path, f"expected an object, found {type(record).__name__}", position)
    text = record.get("text") if isinstance(record.get("text"), str) else None
    body = text if text is not None else _first(record, BODY)
    headline = _first(record, HEADLINE)
    if not (body or headline):
        return Quarantined(path, f"no text, body or headline among its fields {sorted(record)[:8]}", position)
    try:
        received = parse_instant(record["received_at"]) if record.get("received_at") else None
    except (ValueError, AttributeError) as error:
        return Quarantined(path, f"received_at: {error}", position)
    return Draft(
        body=_without_headline(body or "", headline),
        headline=headline,
        source=_source(record),
        url=_first(record, ("url", "link")),
        stamps=tuple(Stamp(record[key], key) for key in PUBLISHED if isinstance(record.get(key), (str, int, float))),
        id=str(record["id"]) if record.get("id") is not None else None,
        text=text,
        received_at=received,
    )


def _without_headline(body: str, headline: str | None) -> str:
    first, _, rest = body.partition("\n")
    return rest if headline and first.strip() == headline.strip() else body


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((record[name].strip() for name in names if isinstance(record.get(name), str) and record[name].strip()), None)


def _source(record: Mapping[str, Any]) -> str | None:
    for name in SOURCE:
        value = record.get(name)
        if isinstance(value, dict):
            return _first(value, ("name", "title", "id"))
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None
