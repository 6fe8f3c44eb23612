"""The accuracy gate: figures on our own labelled reports stay above their floors, and floors sink only when that is said."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from benchmarks.accuracy import complaints, load_floors, measure, pin, updated
from benchmarks.generators.reports import generate
from benchmarks.scoring import FIGURES, Counts

REPORT = {"id": "1", "received_at": "2025-07-04T17:00:00Z", "text": "Brent rose 1% to $70.", "observations": [], "ignore": []}


def pinned(right: int) -> dict[str, Any]:
    """One report whose every figure has ``right`` of 100 right."""
    return {"dev": pin([REPORT], {figure: Counts(right, 100, 100) for figure in FIGURES})}


def test_every_figure_is_above_its_floor() -> None:
    assert complaints(load_floors(), measure()) == []


def test_a_figure_under_its_floor_shuts_the_gate() -> None:
    assert complaints(pinned(92), pinned(92)) == complaints(pinned(92), pinned(97)) == []
    assert "dev: move precision 0.91, floor 0.92" in complaints(pinned(92), pinned(91))


def test_other_reports_or_labels_than_those_of_the_floors_shut_the_gate() -> None:
    relabelled = deepcopy(pinned(92)["dev"])
    relabelled["corpus"] = pin([{**REPORT, "observations": [{"instrument": "BRENT"}]}], {})["corpus"]
    assert complaints(pinned(92), {"dev": relabelled}) == [
        "dev: the reports or labels are not those of the floors: run with --update"
    ]
    assert complaints({}, pinned(92)) == ["dev: no floors: run with --update"]


def test_floors_are_raised_by_an_update_and_lowered_only_when_that_is_said() -> None:
    assert updated(pinned(92), pinned(97), may_lower=False)["dev"]["level"]["recall"] == 0.97
    with pytest.raises(ValueError, match=r"dev: level precision 0\.90, floor 0\.92"):
        updated(pinned(92), pinned(90), may_lower=False)
    assert updated(pinned(92), pinned(90), may_lower=True)["dev"]["level"]["recall"] == 0.90


def test_a_generated_report_states_what_its_labels_say() -> None:
    for seed in range(50):
        report = generate(seed)
        assert all(label["evidence"] in report.text for label in report.observations)
        assert len({(o["instrument"], o["level_kind"], str(o["move"])) for o in report.observations}) == len(
            report.observations
        )
        assert generate(seed) == report
