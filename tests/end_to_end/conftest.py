from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Signals = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def sample_run(signals: Signals, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """`signals run` without arguments in an empty folder: the file it published, and what it printed."""
    folder = tmp_path_factory.mktemp("sample")
    finished = signals("run", folder=folder)
    return folder / "signals.duckdb", finished
