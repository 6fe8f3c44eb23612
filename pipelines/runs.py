"""The row that each run leaves in the file that it changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import signals
from signals.store import Recorder


def record_run(recorder: Recorder, arguments: Mapping[str, Any]) -> None:
    """Records what the run was asked to do and how much it added."""
    values = {
        "run_id": recorder.run_id,
        "started_at": recorder.now,
        "finished_at": datetime.now(UTC),
        "signals_version": signals.__version__,
        "arguments": json.dumps(arguments, default=str),
        "items_new": recorder.added["items"],
        "observations_new": recorder.added["observations"],
        "quarantined_new": recorder.added["quarantine"],
    }
    names = ", ".join(values)
    marks = ", ".join(f"${name}" for name in values)
    recorder.connection.execute(f"INSERT INTO runs ({names}) VALUES ({marks})", values)  # noqa: S608  (names of ours)
