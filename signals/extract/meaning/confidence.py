"""How sure an observation is: a logistic curve over what was read, fitted to labelled reports (benchmarks/confidence.py)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from operator import mul

from signals.records import LevelKind, Move, Span

# Log odds of being right, by feature; benchmarks/confidence.py prints them.
WEIGHTS = {
    "constant": 2.45,
    "bare direction": -0.87,
    "level alone": 0.35,
    "move alone": 0.10,
    "extreme": 0.20,
    "earlier level": 0.69,
    "forecast": -0.39,
    "distance": -0.40,
    "amount": 0.32,
}
_WEIGHTS = tuple(WEIGHTS.values())
_NEAR = 20  # characters


def features(level: float | None, kind: LevelKind | None, move: Move | None, spans: Mapping[str, Span]) -> tuple[float, ...]:
    """What the confidence of an observation is made from, in the order of the weights, each 0 or 1; ``distance`` grows with
    the characters between the instrument and its nearest figure, 1 at 34 of them.
    """
    sized = move is not None and move.value is not None
    return (
        1.0,
        move is not None and not sized and level is None,
        move is None,
        sized and level is None,
        kind in ("high", "low"),
        kind == "previous",
        kind == "forecast",
        math.log1p(_distance(spans) / _NEAR),
        move is not None and move.unit not in (None, "percent", "bp", "points"),
    )


def _distance(spans: Mapping[str, Span]) -> int:
    named = spans.get("instrument")
    if named is None:
        return 0
    first, last = named
    apart = [max(span[0] - last, first - span[1], 0) for name in ("level", "move") if (span := spans.get(name)) is not None]
    return min(apart, default=0)


def confidence(level: float | None, kind: LevelKind | None, move: Move | None, spans: Mapping[str, Span]) -> float:
    """The probability, 0 to 1, that instrument, level and move are all as the writer meant them."""
    return _probability(features(level, kind, move, spans))


@lru_cache(maxsize=20_000)
def _probability(found: tuple[float, ...]) -> float:
    odds = sum(map(mul, _WEIGHTS, found))
    return round(1 / (1 + math.exp(-odds)), 3)
