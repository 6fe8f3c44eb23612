"""From records to rows of the history tables."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from signals import clock
from signals.records import CalendarEntry, Driver, Item, NumberRead, Observation, Sentiment

if TYPE_CHECKING:
    from datetime import datetime

    from signals.instruments import Instrument

Row = dict[str, Any]


def content_hash(item: Item) -> str:
    """Tells versions of an item apart: 16 hex digits over the text."""
    return blake2b(item.text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def item_row(item: Item, known_at: datetime | None) -> Row:
    """A row of ``history.items``."""
    return {
        "item_id": item.id,
        "content_hash": content_hash(item),
        "path": item.path,
        "position": item.position,
        "source": item.source,
        "headline": item.headline,
        "body": item.body,
        "text": item.text,
        "url": item.url,
        "language": item.language,
        "published_at": item.published_at,
        "published_precision": item.published_precision,
        "published_basis": item.published_basis,
        "received_at": item.received_at,
        "known_at": known_at,
        "is_market_news": item.is_market_news,
        "story_id": item.story_id,
        "story_relation": item.story_relation,
    }


def observation_id(item: Item, position: int, extractor: str) -> str:
    """Identity of the reading at one position of one version of an item by one version of the extractor."""
    key = "\x1f".join([item.id, content_hash(item), str(position), extractor])
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def observation_row(item: Item, position: int, observation: Observation, extractor: str) -> Row:
    """A row of ``history.observations``; the interval of ``at`` is given beside its text."""
    start, end = clock.interval(observation.at) if observation.at else (None, None)
    move = observation.move
    return {
        **_place(item, position),
        "observation_id": observation_id(item, position, extractor),
        "instrument": observation.instrument,
        "level": observation.level,
        "level_unit": observation.level_unit,
        "level_kind": observation.level_kind,
        "at": observation.at,
        "at_start": start,
        "at_end": end,
        "direction": move.direction if move else None,
        "move_value": move.value if move else None,
        "move_unit": move.unit if move else None,
        "basis": move.basis if move else None,
        "stated": observation.stated,
        "confidence": observation.confidence,
        "evidence": observation.evidence,
        "start_offset": observation.start,
        "end_offset": observation.end,
        "spans": [{"value": name, "start_offset": s, "end_offset": e} for name, (s, e) in observation.spans.items()],
        "flags": list(observation.flags),
        "extractor": extractor,
    }


def calendar_row(item: Item, position: int, entry: CalendarEntry) -> Row:
    """A row of ``history.calendar``."""
    return {
        **_place(item, position),
        "event": entry.event,
        "country": entry.country,
        "date": entry.date,
        "evidence": entry.evidence,
        "start_offset": entry.start,
        "end_offset": entry.end,
    }


def driver_row(item: Item, position: int, driver: Driver, extractor: str) -> Row:
    """A row of ``history.drivers``, tied to the observation that it explains."""
    tied = driver.observation
    return {
        **_place(item, position),
        "observation_id": None if tied is None else observation_id(item, tied, extractor),
        "kind": driver.kind,
        "phrase": driver.phrase,
        "start_offset": driver.start,
        "end_offset": driver.end,
    }


def number_row(item: Item, position: int, number: NumberRead) -> Row:
    """A row of ``history.number_ledger``."""
    return {
        **_place(item, position),
        "number": number.text,
        "status": number.status,
        "reason": number.reason,
        "start_offset": number.start,
        "end_offset": number.end,
    }


def sentiment_row(item: Item, sentiment: Sentiment) -> Row:
    """A row of ``history.sentiment``."""
    return {
        "item_id": item.id,
        "content_hash": content_hash(item),
        "instrument": sentiment.instrument,
        "score": sentiment.score,
        "label": sentiment.label,
        "confidence": sentiment.confidence,
        "tape": sentiment.tape,
        "tone": sentiment.tone,
        "differs": sentiment.differs,
        "model": sentiment.model,
        "revision": sentiment.revision,
    }


def instrument_row(instrument: Instrument) -> Row:
    """A row of ``instruments``."""
    return {
        "instrument": instrument.id,
        "name": instrument.name,
        "instrument_class": instrument.instrument_class,
        "unit": instrument.unit,
        "currency": instrument.currency,
        "country": instrument.country,
        "calendar": instrument.calendar,
        "yahoo": instrument.yahoo,
        "decimals": instrument.decimals,
        "base_currency": instrument.base,
        "quote_currency": instrument.quote,
        "holder_sign": instrument.holder_sign,
    }


def _place(item: Item, position: int) -> Row:
    return {"item_id": item.id, "content_hash": content_hash(item), "position": position}
