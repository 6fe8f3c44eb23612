"""Confidences: what is said plainly is surer, and on reports that the grammar was not made with the claims hold."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.confidence import cases, first_touch
from signals.records import Extraction

NEAR = 0.05  # between the share claimed and the share right, on some 1,400 observations


def sure(read: Callable[[str], Extraction], text: str) -> float:
    (found,) = read(text).observations
    return found.confidence


def test_a_figure_beside_its_instrument_is_surer_than_one_far_from_it(read: Callable[[str], Extraction]) -> None:
    beside = sure(read, "Brent rose 0.6% to $82.50.")
    far = sure(read, "Brent, for decades the favourite of traders in Houston and elsewhere, rose 0.6% to $82.50.")
    assert beside > far


def test_a_size_is_surer_than_a_bare_direction(read: Callable[[str], Extraction]) -> None:
    assert sure(read, "Brent rose 0.6%.") > sure(read, "Brent rose.")


def test_claims_hold_on_reports_held_back_and_at_first_touch() -> None:
    fresh = [*cases(["held"]), *first_touch()]
    claimed = sum(case.confidence for case in fresh) / len(fresh)
    right = sum(case.right for case in fresh) / len(fresh)
    assert abs(claimed - right) <= NEAR
