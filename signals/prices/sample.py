"""The sample prices: the ECB's reference rates and others, with sources and licences in data/prices/README.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from signals.resources import data_path

if TYPE_CHECKING:
    import pyarrow as pa


def sample_prices() -> pa.Table:
    """A row for each instrument and session: instrument, session, priced_at and known_at (UTC), open to close, unit, source."""
    import pyarrow.parquet as parquet

    return parquet.read_table(data_path("prices", "prices.parquet"))
