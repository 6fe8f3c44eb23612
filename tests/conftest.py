from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["HF_HUB_OFFLINE"] = "1"
settings.register_profile("fixed", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("fixed")


@pytest.fixture(scope="session", autouse=True)
def _utc_is_not_assumed() -> None:
    """The machine's zone must not matter: the tests run in one that is never UTC."""
    import time

    os.environ["TZ"] = "Asia/Kathmandu"
    time.tzset()


Signals = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def signals() -> Signals:
    """Runs the real command in a process of its own."""

    def call(*arguments: object, folder: Path | None = None, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "signals.cli", *(str(argument) for argument in arguments)]
        return subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder, input=stdin, timeout=300)

    return call
