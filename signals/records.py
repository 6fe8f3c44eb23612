"""The records that travel from stage to stage: plain, typed, immutable.

Conventions for every record:

- Instants are ``datetime`` values in UTC, zone-aware.
- ``at`` fields are ISO 8601 text as exact as the source allows: ``2025-07-04T12:51:00Z``,
  ``2025-07-04``, ``2025-07`` or ``2025``.
- ``start`` and ``end`` are character offsets into ``Item.text``, end exclusive, and ``evidence == text[start:end]``.
- ``None`` means that the text does not say, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeVar, dataclass_transform

Made = TypeVar("Made")
Span = tuple[int, int]

Precision = Literal["instant", "minute", "hour", "day", "none"]
Relation = Literal["original", "copy", "update", "correction"]
Direction = Literal["up", "down", "flat"]
LevelKind = Literal["last", "open", "close", "high", "low", "previous", "forecast", "fixing"]
Basis = Literal[
    "prev_close", "week", "month", "quarter", "year", "wtd", "mtd", "qtd", "ytd", "intraday", "announcement", "since"
]
DriverKind = Literal[
    "monetary policy",
    "trade policy",
    "fiscal",
    "macro data",
    "commodity price",
    "risk appetite",
    "geopolitics",
    "company result",
    "technical",
    "flows",
    "other",
]
SentimentLabel = Literal["positive", "neutral", "negative"]
NumberStatus = Literal["claimed", "ignored", "unread"]


@dataclass_transform(frozen_default=True)
def record(made: type[Made]) -> type[Made]:
    """A record that is made by the thousand: the type checker keeps it immutable, which at run time would take five times as
    long to make.
    """
    return dataclass(slots=True, unsafe_hash=True)(made)


@dataclass(frozen=True, slots=True)
class Item:
    """One news item as it was read.

    ``text`` is what extraction reads and what all offsets refer to: the headline, a line break and the body for an item cut
    from a page; the unchanged ``text`` field for a JSON Lines record. ``published_at`` with precision ``hour`` is the stated
    hour (plus or minus one), with ``day`` it is noon UTC of the stated day (plus or minus twelve hours), with ``none`` it is
    ``None``. ``received_at`` is when the text reached the reader as the caller states it, never a guess.
    """

    id: str
    path: str
    position: int
    text: str
    body: str
    headline: str | None = None
    source: str | None = None
    url: str | None = None
    published_at: datetime | None = None
    published_precision: Precision = "none"
    published_basis: str | None = None
    received_at: datetime | None = None
    language: str | None = None
    is_market_news: bool = False
    story_id: str | None = None
    story_relation: Relation = "original"


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Input that could not be read. ``position`` is a line, record or byte position in words, ``None`` for the whole file."""

    path: str
    reason: str
    position: str | None = None


@record
class Move:
    """A change of an instrument's quote: ``direction`` is that of the quote, ``value`` its size, positive, in ``unit``.

    ``unit`` is ``percent``, ``bp``, ``points`` or an ISO 4217 currency code.
    """

    direction: Direction
    value: float | None = None
    unit: str | None = None
    basis: Basis | None = None


@record
class Observation:
    """A statement that an instrument stood at a level, or moved, or both, at one time and against one basis.

    ``stated`` keeps the writer's words for who moved which way. ``spans`` gives each value its own characters, under the keys
    instrument, level, unit, move, basis and time, where they are in the text. ``confidence`` is the probability, 0 to 1, that
    instrument, level and move are all as the writer meant them. ``flags`` names inconsistencies found inside the item.
    """

    instrument: str
    level: float | None
    level_unit: str | None
    level_kind: LevelKind | None
    at: str | None
    move: Move | None
    stated: str
    confidence: float
    evidence: str
    start: int
    end: int
    spans: Mapping[str, Span] = field(default_factory=dict)
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A coming release, meeting, auction or holiday that the text names. ``date`` is ISO 8601; ``country`` ISO 3166 alpha-2."""

    event: str
    country: str | None
    date: str
    evidence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Driver:
    """The reason that the text gives for a move. ``observation`` is its index in ``Extraction.observations``, or ``None``."""

    kind: DriverKind
    phrase: str
    start: int
    end: int
    observation: int | None = None


@record
class NumberRead:
    """What became of one number of the text: claimed by an observation, ignored for a named reason, or unread."""

    start: int
    end: int
    text: str
    status: NumberStatus
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that extraction found in one item."""

    observations: tuple[Observation, ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()
    drivers: tuple[Driver, ...] = ()
    numbers: tuple[NumberRead, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentiment:
    """How good or bad an item is for one instrument as quoted (``None``: the item as a whole).

    ``score`` runs from -1 to 1; ``label`` is ``None`` where the scorer abstains. ``tape`` is the sign of what the price is said
    to have done (-1, 0, 1), ``tone`` the prose's own score; ``None`` where there is none. ``differs`` marks tone against tape.
    """

    instrument: str | None
    score: float
    label: SentimentLabel | None
    confidence: float
    model: str
    revision: str
    tape: int | None = None
    tone: float | None = None
    differs: bool = False
