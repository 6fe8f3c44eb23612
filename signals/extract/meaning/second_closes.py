"""A second close of one day is that of another one, which the statement before it names.

| text                                                              | day of the Nifty | counter-example               |
|-------------------------------------------------------------------|------------------|-------------------------------|
| "The Nifty rose to 25,461. On Thursday, the Sensex fell to 83,239. | Thursday         | "The Nifty rose to 25,461 on  |
| The Nifty dipped to 25,405."                                      |                  | the day" said once            |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signals.records import Observation

_DAY_LONG = len("2025-07-04")
_KINDS = ("close", "last", None)


def of_earlier_days(text: str, seen: Sequence[Observation]) -> tuple[Observation, ...]:
    """The observations, those that contradict an earlier one of their day moved to the day of the one right before them."""
    told: list[Observation] = []
    for observation in seen:
        before = told[-1] if told else None
        moves = before is not None and _may_be_of(text, before, observation) and _contradicts(observation, told)
        told.append(replace(observation, at=before.at) if moves and before is not None else observation)
    return tuple(told)


def _may_be_of(text: str, before: Observation, observation: Observation) -> bool:
    """Whether a statement without a time stands in a paragraph right behind one of an earlier day."""
    day, other = observation.at, before.at
    if before.level_kind == "previous" and before.move is None:
        return False  # "weakened to 5.73 from 5.69 and then rallied to 5.68"
    if day is None or other is None or not len(day) == len(other) == _DAY_LONG or other >= day:
        return False
    if before.level_kind == "previous":
        return False  # "opened at 66.20 against Friday's close of 66.60 and slipped to 66.24"
    return "time" not in observation.spans and text.find("\n", before.end, observation.start) < 0


def _contradicts(observation: Observation, told: Sequence[Observation]) -> bool:
    same = (o for o in told if o.instrument == observation.instrument and o.at == observation.at and _is_daily(o))
    return _is_daily(observation) and any(_differs(observation, other) for other in same)


def _is_daily(observation: Observation) -> bool:
    """Whether it tells a day's close or its move."""
    return observation.level_kind in _KINDS and (observation.move is None or observation.move.basis == "prev_close")


def _differs(one: Observation, other: Observation) -> bool:
    if one.level is not None and other.level is not None:
        return one.level != other.level
    first, second = one.move, other.move
    return first is not None and second is not None and first.unit == second.unit and first.value != second.value
