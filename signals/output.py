"""The JSON that `signals extract` prints: one object for each news item."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from signals.clock import print_instant
from signals.records import CalendarEntry, Driver, Extraction, Item, Observation, Sentiment


def item_object(item: Item, extraction: Extraction, sentiment: Iterable[Sentiment]) -> dict[str, Any]:
    """One item with all that was found in it, ready for ``json.dumps``. Times are UTC with Z; None becomes null."""
    return {
        "path": item.path,
        "id": item.id,
        "item": item.position,
        "source": item.source,
        "headline": item.headline,
        "url": item.url,
        "published_at": print_instant(item.published_at),
        "published_precision": item.published_precision,
        "published_basis": item.published_basis,
        "received_at": print_instant(item.received_at),
        "language": item.language,
        "body": item.body,
        "text": item.text,
        "is_market_news": item.is_market_news or bool(extraction.observations),
        "story_id": item.story_id,
        "story_relation": item.story_relation,
        "observations": [observation_object(o) for o in extraction.observations],
        "calendar": [_calendar_object(entry) for entry in extraction.calendar],
        "drivers": [_driver_object(driver) for driver in extraction.drivers],
        "sentiment": [_sentiment_object(s) for s in sentiment],
    }


def observation_object(observation: Observation) -> dict[str, Any]:
    """One observation; ``move`` is null where only a level is stated."""
    move = observation.move
    return {
        "instrument": observation.instrument,
        "level": observation.level,
        "level_unit": observation.level_unit,
        "level_kind": observation.level_kind,
        "at": observation.at,
        "move": {"direction": move.direction, "value": move.value, "unit": move.unit, "basis": move.basis} if move else None,
        "stated": observation.stated,
        "confidence": round(observation.confidence, 3),
        "evidence": observation.evidence,
        "start": observation.start,
        "end": observation.end,
        "spans": {name: list(span) for name, span in observation.spans.items()},
        "flags": list(observation.flags),
    }


def _calendar_object(entry: CalendarEntry) -> dict[str, Any]:
    return {
        "event": entry.event,
        "country": entry.country,
        "date": entry.date,
        "evidence": entry.evidence,
        "start": entry.start,
        "end": entry.end,
    }


def _driver_object(driver: Driver) -> dict[str, Any]:
    return {
        "kind": driver.kind,
        "phrase": driver.phrase,
        "start": driver.start,
        "end": driver.end,
        "observation": driver.observation,
    }


def _sentiment_object(sentiment: Sentiment) -> dict[str, Any]:
    return {
        "instrument": sentiment.instrument,
        "score": round(sentiment.score, 4),
        "label": sentiment.label,
        "confidence": round(sentiment.confidence, 4),
        "tape": sentiment.tape,
        "tone": None if sentiment.tone is None else round(sentiment.tone, 4),
        "differs": sentiment.differs,
        "model": sentiment.model,
        "revision": sentiment.revision,
    }
