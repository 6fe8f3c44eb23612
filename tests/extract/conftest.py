"""Reading one text as an item, and comparing what was found in a short form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item, Observation

RECEIVED = datetime(2025, 7, 4, 15, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def read() -> Callable[[str], Extraction]:
    def _read(text: str) -> Extraction:
        return extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=RECEIVED))

    return _read


def short(observation: Observation) -> tuple[object, ...]:
    """(instrument, level, kind, direction, size, unit)."""
    move = observation.move
    facts = (move.direction, move.value, move.unit) if move else (None, None, None)
    return (observation.instrument, observation.level, observation.level_kind, *facts)
