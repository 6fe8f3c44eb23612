from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Signals = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def signals() -> Signals:
    """Runs the real command in a process of its own."""

    def call(*arguments: object, folder: Path | None = None, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "signals.cli", *(str(argument) for argument in arguments)]
        return subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder, input=stdin, timeout=300)

    return call


@pytest.fixture(scope="session")
def sample_run(signals: Signals, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """`signals run` without arguments in an empty folder: the file it published, and what it printed."""
    folder = tmp_path_factory.mktemp("sample")
    finished = signals("run", folder=folder)
    return folder / "signals.duckdb", finished
