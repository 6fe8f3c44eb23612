"""Earlier levels in a report that compares two hours of one day: those without an hour are of the same earlier one.

| text                                                            | 359.72 | counter-example                          |
|-----------------------------------------------------------------|--------|------------------------------------------|
| "At 6 p.m. the euro was at 391.93 forints, after 389.61 at 7    | of the | "The euro was at 391.93 after 390.02 on  |
| a.m. The dollar rose to 361.78 forints from 359.72."            | day    | Thursday. The dollar rose from 359.72."  |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signals.records import Observation

_DAY_LONG = len("2025-07-04")
_EARLIER, _NOW = "previous", (None, "last")


def of_the_same_day(text: str, seen: Sequence[Observation]) -> tuple[Observation, ...]:
    """The observations, those earlier levels without a time dated to the day whose hours the one before them compares."""
    found = list(seen)
    morning: Observation | None = None
    for place, observation in enumerate(found):
        if observation.level_kind != _EARLIER:
            continue
        if "time" in observation.spans:
            morning = observation if _compares_hours(found[:place], observation) else None
        elif morning is not None and _goes_on(text, morning, observation):
            day = str(morning.at)[:_DAY_LONG]
            found[place] = replace(observation, at=day)
            found[:place] = [_within_day(o, observation, day) for o in found[:place]]
    return tuple(found)


def _compares_hours(before: Sequence[Observation], earlier: Observation) -> bool:
    """Whether an earlier level with an hour stands behind a later one of its instrument and its day."""
    at = earlier.at or ""
    later = next((o for o in reversed(before) if o.instrument == earlier.instrument and o.level_kind in _NOW), None)
    return len(at) > _DAY_LONG and later is not None and (later.at or "")[:_DAY_LONG] == at[:_DAY_LONG]


def _goes_on(text: str, morning: Observation, observation: Observation) -> bool:
    """Whether an earlier level of another instrument stands in the same or the next paragraph of the report."""
    return observation.instrument != morning.instrument and text.count("\n\n", morning.end, observation.start) < 2


def _within_day(later: Observation, earlier: Observation, day: str) -> Observation:
    """A level that a move without a size led to from an earlier one, which is that of the day."""
    move = later.move
    of_day = later.instrument == earlier.instrument and later.level_kind in _NOW and (later.at or "").startswith(day)
    if not of_day or move is None or move.value is not None or move.basis != "prev_close":
        return later
    return replace(later, move=replace(move, basis="intraday"))
