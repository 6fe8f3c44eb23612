"""JSON and JSON Lines: the records that are news items, wherever they stand and whatever their fields are called.

A document that is broken or cut off gives the records that are whole; what is left goes to quarantine with its position.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from signals.errors import UnreadableInput
from signals.read.draft import Draft
from signals.read.records import Found, draft_of, feed_title, records_in
from signals.read.salvage import groups
from signals.records import Quarantined

Reading = Draft | Quarantined
LOOKED_AT = 2_000_000  # characters in which lines are told from one document
NOTHING: Mapping[str, str] = {}


def read_json(text: str, path: str, mapping: Mapping[str, str] = NOTHING) -> Iterator[Reading]:
    """Drafts of one JSON document or of JSON Lines; a line or record that is none is quarantined, the rest is read."""
    document, error = _loaded(text)
    if error is None:
        yield from _drafts(document, path, mapping)
    elif is_json_lines(text):
        yield from _lines(text, path, mapping)
    else:
        yield from _salvaged(text, path, mapping, error)


def _loaded(text: str) -> tuple[Any, ValueError | None]:
    try:
        return json.loads(text), None
    except RecursionError:
        return None, ValueError("nested too deeply to be news")
    except ValueError as error:
        return None, error


def _drafts(document: Any, path: str, mapping: Mapping[str, str], place: str = "") -> Iterator[Reading]:
    found = False
    for record in records_in(document, mapping):
        found = True
        yield from draft_of(_placed(record, place), path, mapping)
    if not found:
        yield Quarantined(path, _why_nothing(document), place or None)


def _placed(record: Found, place: str) -> Found:
    return Found(record.value, f"{place}: {record.place}" if place and record.place else place or record.place, record.source)


def _why_nothing(document: Any) -> str:
    if isinstance(document, Mapping):
        message = next(
            (document[key] for key in ("message", "error", "errors", "Information", "Note") if document.get(key)), None
        )
        said = f"; it says: {str(message)[:200]}" if message else f": its fields are {sorted(map(str, document))[:8]}"
        return f"no record with a text, body or headline in it{said}"
    return f"no record with a text, body or headline in this {type(document).__name__}"


def is_json_lines(text: str) -> bool:
    """Whether most of the first lines are objects by themselves, one of them broken perhaps."""
    lines = [line for line in text[:LOOKED_AT].split("\n", 21) if line.strip()][:20]
    braced = [line for line in lines if line.lstrip().startswith("{")]
    return len(lines) > 1 and 2 * len(braced) >= len(lines) and sum(map(_is_value, braced[:6])) >= 0.5 * len(braced[:6])


def _is_value(line: str) -> bool:
    try:
        return isinstance(json.loads(line), (dict, list))
    except (ValueError, RecursionError):
        return False


def _lines(text: str, path: str, mapping: Mapping[str, str]) -> Iterator[Reading]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except RecursionError:
            yield Quarantined(path, "nested too deeply to be news", f"line {number}")
        except ValueError as problem:
            yield Quarantined(path, f"not JSON, perhaps cut off: {problem}", f"line {number}")
        else:
            yield from _drafts(value, path, mapping, f"line {number}")


def _salvaged(text: str, path: str, mapping: Mapping[str, str], error: ValueError) -> Iterator[Reading]:
    """The whole records of a broken document. Raises UnreadableInput where there is none."""
    for group in groups(text):
        source = _source_in(group.head)
        parts = [(f"characters {start:,} to {end:,}", *_loaded(text[start:end])) for start, end in group.spans]
        found = [(place, list(records_in(value, mapping)), problem) for place, value, problem in parts]
        kept = sum(len(records) for _, records, _ in found)
        if not kept:
            continue
        for place, records, problem in found:
            if problem is not None:
                yield Quarantined(path, f"not JSON: {problem}", place)
            for record in records:
                yield from draft_of(_placed(replace(record, source=record.source or source), place), path, mapping)
        yield Quarantined(path, f"not JSON, perhaps cut off: {error}; the {kept} whole records were kept", _position(error))
        return
    raise UnreadableInput(f"not JSON, perhaps cut off: {error}", _position(error))


def _source_in(head: str) -> str | None:
    """The publisher that the document names before its records."""
    document, _ = _loaded(head)
    return feed_title(document) if isinstance(document, Mapping) else None


def _position(error: ValueError) -> str | None:
    return f"character {error.pos:,}" if isinstance(error, json.JSONDecodeError) else None
