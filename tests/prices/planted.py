"""News items made of prices, true or with one planted error, and the prices that a source would have published.

Daily data tells no price between two of its snapshots. So every third session of a bundled series is published, set a day
apart, and the two sessions left out play the hours between: what is stated of them is true, and moves as prices do.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

import polars as pl

from signals.prices import sample_prices

CURRENCIES = {
    "EURUSD": ("The euro", "dollars"), "GBPUSD": ("Sterling", "dollars"), "USDJPY": ("The dollar", "yen"),
    "USDZAR": ("The dollar", "rand"), "USDINR": ("The dollar", "rupees"), "USDCHF": ("The dollar", "Swiss francs"),
    "AUDUSD": ("The Australian dollar", "U.S. dollars"), "USDMXN": ("The dollar", "Mexican pesos"),
}  # fmt: skip
ERRORS = ("level off by 3 percent", "wrong sign", "wrong day", "decimal slip", "two currencies swapped")
BEGIN = date(2015, 1, 5)


class Truth(NamedTuple):
    """Of one instrument at one moment: the level, the change since the close before, and a day's usual change, as fractions."""

    instrument: str
    moment: datetime
    level: float
    change: float
    usual: float


def published() -> pl.DataFrame:
    """The prices of the source: every third session, on weekdays from 2015, at noon UTC."""
    return _thinned(0).select("instrument", "session", "priced_at", "close", "unit", "kind", "source")


def truths() -> list[Truth]:
    """The sessions left out, eight and sixteen hours after the snapshots. The close before lies sixteen hours back."""
    rows = [row for place in (1, 2) for row in _thinned(place).drop_nulls("usual").iter_rows(named=True)]
    return [
        Truth(row["instrument"], row["priced_at"], row["close"], row["close"] / row["before"] - 1, row["usual"])
        for row in rows
        if row["n"] > 300
    ]


def _thinned(place: int) -> pl.DataFrame:
    frame = pl.DataFrame(pl.from_arrow(sample_prices())).filter(
        pl.col("instrument").is_in(list(CURRENCIES)), pl.col("session").is_between(date(2009, 1, 1), date(2023, 12, 31))
    )
    one_by_one = pl.int_range(pl.len()).over("instrument")
    step = (pl.col("close").log() - pl.col("close").log().shift(3)).over("instrument")
    numbered = frame.sort("instrument", "session").with_columns(
        n=one_by_one, before=pl.col("close").shift(2).over("instrument"), usual=step.rolling_std(180).over("instrument")
    )
    days = numbered["n"] // 3
    dates = [BEGIN + timedelta(days=int(day) // 5 * 7 + int(day) % 5) for day in days]
    at = [datetime(d.year, d.month, d.day, 12, tzinfo=UTC) + timedelta(hours=8 * place) for d in dates]
    dated = numbered.with_columns(
        pl.Series("session", dates), pl.Series("priced_at", at, pl.Datetime("us", "UTC")), kind=pl.lit("fixing")
    )
    return dated.filter(pl.col("n") % 3 == place)


class Statement(NamedTuple):
    """What an item states: a level, and the change since the previous close as a fraction."""

    instrument: str
    moment: datetime
    level: float
    change: float


def true_statements(count: int, seed: int) -> list[Statement]:
    """True ones, of all instruments and years."""
    return [Statement(*truth[:4]) for truth in random.Random(seed).sample(truths(), count)]


def wrong_statements(count: int, seed: int) -> Iterator[tuple[str, Statement]]:
    """The error and the statement, errors in turn, where a usual day brings under one percent.

    An error that changes nothing visible is none: the wrong day is one on which the price was at least 3 percent away, and a
    sign is turned where the move was at least 1.5 usual days.
    """
    chance, calm = random.Random(seed), [t for t in truths() if t.usual < 0.01]
    at = {(t.instrument, t.moment): t.level for t in calm}
    large = [t for t in calm if abs(t.change) > 1.5 * t.usual]
    for number in range(count):
        error = ERRORS[number % len(ERRORS)]
        t = chance.choice(large if error == "wrong sign" else calm)
        level, change = t.level, t.change
        if error == "wrong sign":
            change = -change
        elif error == "level off by 3 percent":
            level *= chance.choice([0.97, 1.03])
        elif error == "decimal slip":
            level *= chance.choice([0.1, 10])
        else:
            others = _other_days(calm, t) if error == "wrong day" else _other_currencies(at, t)
            level = chance.choice(others)
        yield error, Statement(t.instrument, t.moment, level, change)


def _other_days(truths: list[Truth], t: Truth) -> list[float]:
    return [o.level for o in truths if o.instrument == t.instrument and abs(o.level / t.level - 1) > 0.03]


def _other_currencies(levels: dict[tuple[str, datetime], float], t: Truth) -> list[float]:
    others = (levels.get((name, t.moment), t.level * 2) for name in CURRENCIES if name != t.instrument)
    return [level for level in others if abs(level / t.level - 1) > 0.03]


def as_item(number: int, stated: Statement) -> str:
    """A line of JSON Lines, published five minutes after the moment."""
    subject, unit = CURRENCIES[stated.instrument]
    price = f"{stated.level:.2f}" if stated.level > 50 else f"{stated.level:.4f}"
    move = f"{'up' if stated.change > 0 else 'down'} {abs(stated.change) * 100:.2f}%"
    text = f"{subject} was at {price} {unit} at {stated.moment:%H%M} GMT, {move} on its previous close."
    published_at = (stated.moment + timedelta(minutes=5)).isoformat()
    return json.dumps({"id": str(number), "published_at": published_at, "received_at": published_at, "text": text})


def as_observation(number: int, stated: Statement) -> dict[str, object]:
    """What a faultless reader would make of the item."""
    return {
        "observation_id": number,
        "instrument": stated.instrument,
        "level": round(stated.level, 2 if stated.level > 50 else 4),
        "level_unit": f"{stated.instrument[3:]} per {stated.instrument[:3]}",
        "level_kind": "last",
        "at_start": stated.moment,
        "at_end": stated.moment,
        "direction": "up" if stated.change > 0 else "down",
        "move_value": round(abs(stated.change) * 100, 2),
        "move_unit": "percent",
        "basis": "prev_close",
    }
