"""How far extracted observations agree with labelled ones: level, direction, move, and the whole statement.

Labels and observations are JSON objects as ``signals extract`` prints them. A label may besides name what else is right:
``instrument_alt`` (ids), ``level_alt`` (levels, in its own unit) and ``move_alt`` (moves). A found observation that matches no
label is wrong, unless its evidence touches one of the texts that the report's ``ignore`` lists: then it is not counted.

| figure    | what must agree                                                                                  |
|-----------|--------------------------------------------------------------------------------------------------|
| level     | instrument and level; amounts in cents or pence equal those in whole units                       |
| direction | instrument and the move's direction                                                              |
| move      | instrument, direction, size and unit; a flat move has no size                                    |
| strict    | level and move, each as labelled or absent as there, and the level's kind, the basis and the time |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

Observation = Mapping[str, Any]
Report = Mapping[str, Any]
Agrees = Callable[[Observation, Observation], bool]

_HUNDREDTHS = re.compile(r"\bcents?\b|pence\b|paise\b|^p$|^gbx$|^zac$", re.IGNORECASE)
_TWO_MINUTES = 120


class Counts(NamedTuple):
    """How many observations were right, how many labelled and how many found (ignored ones left out)."""

    right: int
    labelled: int
    found: int

    @property
    def precision(self) -> float:
        """Right among found; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right among labelled; 1 where nothing was labelled."""
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, van Rijsbergen's F with equal weights."""
        return 2 * self.right / (self.labelled + self.found) if self.labelled + self.found else 1.0


def amounts(value: float | None, unit: str | None) -> set[float]:
    """The numbers that may stand for a value: as printed, and in whole units where the unit is a hundredth ("US cents")."""
    if value is None:
        return set()
    printed = float(f"{abs(value):.8g}")
    return {printed, float(f"{printed / 100:.8g}")} if unit == "GBp" or _HUNDREDTHS.search(unit or "") else {printed}


def instruments(label: Observation) -> set[str]:
    """The ids that a label accepts."""
    return {label["instrument"], *label.get("instrument_alt", ())}


def moves(label: Observation) -> list[Observation]:
    """The moves that a label accepts; none where it states no move."""
    return [move for move in (label.get("move"), *label.get("move_alt", ())) if move]


def level_agrees(label: Observation, found: Observation) -> bool:
    """Both state a level and it is the same, or one that the label accepts instead."""
    if found["instrument"] not in instruments(label) or label.get("level") is None:
        return False
    wanted = {
        number for level in (label["level"], *label.get("level_alt", ())) for number in amounts(level, label["level_unit"])
    }
    return bool(wanted & amounts(found.get("level"), found.get("level_unit")))


def direction_agrees(label: Observation, found: Observation) -> bool:
    """Both state a move and it goes the same way."""
    move = found.get("move")
    return (
        found["instrument"] in instruments(label) and bool(move) and move["direction"] in {m["direction"] for m in moves(label)}
    )


def move_agrees(label: Observation, found: Observation) -> bool:
    """Both state a move of the same direction, size and unit, or of one that the label accepts instead."""
    return direction_agrees(label, found) and any(_same_move(move, found["move"]) for move in moves(label))


def _same_move(want: Observation, have: Observation) -> bool:
    if want["direction"] != have["direction"]:
        return False
    if want["direction"] == "flat" or want.get("value") is None:
        return want["direction"] == "flat" or have.get("value") is None
    same_unit = want.get("unit") == have.get("unit")
    return same_unit and bool(amounts(want["value"], want["unit"]) & amounts(have.get("value"), have.get("unit")))


def both_agree(label: Observation, found: Observation) -> bool:
    """Level and move are as labelled, or absent where the label has none."""
    level = level_agrees(label, found) if label.get("level") is not None else found.get("level") is None
    move = move_agrees(label, found) if moves(label) else not found.get("move")
    return found["instrument"] in instruments(label) and level and move


def details(label: Observation, found: Observation) -> tuple[bool, bool, bool]:
    """Whether kind, basis and time agree. The close of an earlier day may be called close or previous."""
    kinds = {label.get("level_kind"), found.get("level_kind")}
    bases = {move.get("basis") for move in moves(label)}
    return (
        label.get("level") is None or len(kinds) == 1 or kinds == {"close", "previous"},
        not bases or (found.get("move") or {}).get("basis") in bases,
        _same_time(label.get("at"), found.get("at")),
    )


def _same_time(want: str | None, have: str | None) -> bool:
    """As exact as the label: none accepts anything, a day accepts any hour of it, an instant two minutes more or less."""
    if want is None or have is None:
        return want is None
    if "T" not in want:
        return have.startswith(want)
    return "T" in have and abs((datetime.fromisoformat(want) - datetime.fromisoformat(have)).total_seconds()) <= _TWO_MINUTES


def touches(report: Report, found: Observation) -> bool:
    """Whether the evidence overlaps a text that the report leaves open."""
    text, start, end = report["text"], found["start"], found["end"]
    spans = (match.span() for words in report.get("ignore", ()) for match in re.finditer(re.escape(words), text))
    return any(start < last and first < end for first, last in spans)


def pair_off(labels: list[Observation], found: list[Observation], agrees: Agrees) -> tuple[list[tuple[int, int]], list[int]]:
    """Each label with at most one observation that agrees, the one nearest in its details; the places of those left over."""
    left, pairs = list(range(len(found))), []
    for place, label in enumerate(labels):
        fitting = [other for other in left if agrees(label, found[other])]
        if fitting:
            best = max(fitting, key=lambda other: (sum(details(label, found[other])), both_agree(label, found[other])))
            pairs.append((place, best))
            left.remove(best)
    return pairs, left


FIGURES: dict[str, tuple[Agrees, Callable[[Observation], bool]]] = {
    "level": (level_agrees, lambda observation: observation.get("level") is not None),
    "direction": (direction_agrees, lambda observation: bool(observation.get("move"))),
    "move": (move_agrees, lambda observation: bool(observation.get("move"))),
    "strict": (both_agree, lambda observation: True),
}


def count(report: Report, found: Iterable[Observation], figure: str) -> Counts:
    """One report's counts of one figure."""
    agrees, states = FIGURES[figure]
    labels, seen = [o for o in report["observations"] if states(o)], [o for o in found if states(o)]
    pairs, left = pair_off(labels, seen, agrees)
    if figure == "strict":
        right = sum(all(details(labels[label], seen[other])) for label, other in pairs)
        return Counts(right, len(labels), len(pairs) + sum(not touches(report, seen[other]) for other in left))
    wrong = [seen[other] for other in left if not touches(report, seen[other])]
    repeated = sum(any(_has_choice(label) and agrees(label, other) for label in labels) for other in wrong)
    return Counts(len(pairs), len(labels), len(pairs) + len(wrong) - repeated)


def _has_choice(label: Observation) -> bool:
    """Whether the text prints the fact in two ways, of which a reading may give both."""
    return bool(label.get("move_alt") or label.get("instrument_alt"))


def score(readings: Iterable[tuple[Report, list[Observation]]]) -> dict[str, Counts]:
    """The counts of every figure over all (labelled report, found observations)."""
    pairs = list(readings)
    counted = {figure: [count(report, found, figure) for report, found in pairs] for figure in FIGURES}
    return {figure: Counts(*map(sum, zip(*counts, strict=True))) for figure, counts in counted.items()}


def misses(report: Report, found: list[Observation], figure: str) -> tuple[list[Observation], list[Observation]]:
    """What one report's reading lacks and what it has too much, for one figure."""
    agrees, states = FIGURES[figure]
    labels, seen = [o for o in report["observations"] if states(o)], [o for o in found if states(o)]
    pairs, left = pair_off(labels, seen, agrees)
    matched = {place for place, _ in pairs}
    return (
        [label for place, label in enumerate(labels) if place not in matched],
        [seen[place] for place in left if not touches(report, seen[place])],
    )
