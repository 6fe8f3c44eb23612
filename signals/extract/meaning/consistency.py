"""What a level and a move say of each other: 17.6250 up 0.6 percent implies a previous close of about 17.52."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from signals.records import Observation

TOLERANCE = 0.006  # of the previous close: both figures are rounded
CONTRADICTED = 0.6  # factor on the confidence
_HUNDREDTHS = {("GBP", "GBp"): 100.0, ("GBp", "GBP"): 0.01}
_LONGEST_BREAK = 5  # days between two sessions
DOUBTFUL = 0.5  # likewise, of a level that the pair never had
OUT_OF_RANGE = "the level lies outside the range of the pair"


def implied_previous(observation: Observation) -> float | None:
    """The previous close that a level and its move imply; None where they do not."""
    move, level = observation.move, observation.level
    if (
        level is None
        or move is None
        or move.value is None
        or observation.level_kind not in ("last", "close")
        or move.basis not in ("prev_close", None)
    ):
        return None
    sign = {"up": 1, "down": -1, "flat": 0}[move.direction]
    if move.unit == "percent":
        return level / (1 + sign * move.value / 100) if sign * move.value > -100 else None
    if move.unit == "bp":
        return level - sign * move.value / (1 if observation.level_unit == "bp" else 100)
    return level - sign * move.value


def flags(observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """The observations, those whose level and move contradict a previous level stated in the same item flagged and less
    sure.
    """
    stated: dict[str, list[Observation]] = {}
    for seen in observations:
        if seen.level_kind == "previous" and seen.level is not None:
            stated.setdefault(seen.instrument, []).append(seen)
    return tuple(_flagged(_doubted(o), _before(o, stated.get(o.instrument, ()))) for o in observations)


def _before(observation: Observation, stated: Sequence[Observation]) -> float | None:
    """The earlier level that is of the session before an observation; None where the item states none."""
    near = [earlier for earlier in stated if 0 <= _days(earlier.at, observation.at) <= _LONGEST_BREAK]
    if not near or near[-1].level is None:
        return None
    pence = _HUNDREDTHS.get((str(near[-1].level_unit), str(observation.level_unit)), 1.0)  # "3,996 pence", from "38.20 pounds"
    return near[-1].level * pence


def _days(start: str | None, end: str | None) -> int:
    """Days between two times, -1 where one of them is not known to the day."""
    if start is None or end is None or min(len(start), len(end)) < len("2025-07-04"):
        return -1
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days


def _doubted(observation: Observation) -> Observation:
    if OUT_OF_RANGE not in observation.flags:
        return observation
    return replace(observation, confidence=round(observation.confidence * DOUBTFUL, 3))


def _flagged(observation: Observation, previous: float | None) -> Observation:
    implied = implied_previous(observation)
    if implied is None or previous is None or abs(implied - previous) <= TOLERANCE * max(abs(previous), 1e-9):
        return observation
    return replace(
        observation,
        confidence=round(observation.confidence * CONTRADICTED, 3),
        flags=(*observation.flags, "level and move contradict the previous level"),
    )
