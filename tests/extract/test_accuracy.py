"""The accuracy gate: figures on generated reports, whose labels are known by construction, must not slide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from benchmarks.generators.reports import generate
from signals.records import Extraction

REPORTS = 200
FLOOR = 0.99  # of precision and of recall; raise it when it is beaten, never lower it


def shares(pairs: Iterable[tuple[Counter[object], Counter[object]]]) -> tuple[float, float]:
    """Precision and recall over (labelled, found)."""
    counted = [((labelled & found).total(), labelled.total(), found.total()) for labelled, found in pairs]
    right, labelled, found = (sum(column) for column in zip(*counted, strict=True))
    return right / found, right / labelled


def test_levels_and_moves_of_generated_reports_are_found(read: Callable[[str], Extraction]) -> None:
    levels, moves = [], []
    for seed in range(REPORTS):
        report = generate(seed)
        observations = read(report.text).observations
        levels.append(
            (
                Counter((f.instrument, f.level) for f in report.facts),
                Counter((o.instrument, o.level) for o in observations if o.level is not None),
            )
        )
        moves.append(
            (
                Counter((f.instrument, f.direction, f.size, f.unit) for f in report.facts),
                Counter(
                    (o.instrument, o.move.direction, o.move.value, o.move.unit) for o in observations if o.move is not None
                ),
            )
        )
    assert min(*shares(levels), *shares(moves)) >= FLOOR
