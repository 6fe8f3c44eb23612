"""The sample prices: the ECB's reference rates and others, with sources and licences in data/prices/README.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from signals.prices.source import Asked, Delivery, bar_schema, conformed, only_asked, price_schema
from signals.resources import data_path

if TYPE_CHECKING:
    import pyarrow as pa


def sample_prices() -> pa.Table:
    """A row for each instrument and session, with the columns that data/prices/README.md explains; instants in UTC."""
    import pyarrow.parquet as parquet

    return parquet.read_table(data_path("prices", "prices.parquet"))


class Sample:
    """The sample prices as a source."""

    name = "sample"

    def deliver(self, asked: Sequence[Asked], now: datetime) -> Iterator[Delivery]:
        """All of them, or the series asked for; prices made after ``now`` are left out."""
        import pyarrow.compute as compute

        prices = conformed(sample_prices(), price_schema())
        past = prices.filter(compute.less_equal(prices["priced_at"], now))
        yield Delivery(only_asked(past, asked), bar_schema().empty_table(), (), tuple(asked))
