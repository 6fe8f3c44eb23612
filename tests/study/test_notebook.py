"""The notebook runs from its first cell to its last, and what it shows is what it says."""

from __future__ import annotations

import json
from pathlib import Path

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "event_study.ipynb"


def test_the_notebook_runs() -> None:
    cells = [cell for cell in json.loads(NOTEBOOK.read_text())["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] for cell in cells)
    names: dict = {}
    for cell in cells:
        exec(compile("".join(cell["source"]), str(NOTEBOOK), "exec"), names)  # noqa: S102  (cells of ours)
    result = names["result"]
    assert result.events["status"].to_list() == ["ok"] * 10
    assert dict(zip(result.events["event_id"], result.events["day_zero"].cast(str), strict=True))["Britain votes to leave"] == (
        "2016-06-24"
    )
    assert result.events.filter(result.events["event_id"].str.contains("Swiss"))["car"][0] > 0.1
    assert result.summary["caar"][0] > 0.02
    assert result._repr_png_().startswith(b"\x89PNG")
