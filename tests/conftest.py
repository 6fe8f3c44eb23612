from __future__ import annotations

import os

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
