from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def yahoo_state(tmp_path: Path) -> Iterator[None]:
    """yfinance keeps one session, cookie and crumb for the process, and caches on disk: each test begins without."""
    import yfinance
    import yfinance.cache
    from yfinance.data import SingletonMeta

    SingletonMeta._instances.clear()
    yfinance.set_tz_cache_location(str(tmp_path / "yfinance"))
    yfinance.cache.get_cookie_cache().store("curlCffi", None)
    yield
    SingletonMeta._instances.clear()
