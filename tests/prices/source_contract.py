"""What every price source must keep to. A source's test inherits this and states the facts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import polars as pl

from signals.prices import Asked, Delivery, PriceSource
from signals.prices.source import DAILY, bar_schema, price_schema


class SourceContract:
    """Facts: the source, an instrument that it has, a session and price of it that are known, and one that it has not."""

    source: PriceSource
    instrument: str
    interval = DAILY
    session: date
    close: float
    absent = "XPTUSD"
    now = datetime(2026, 11, 2, tzinfo=UTC)
    answers_only_what_is_asked = True

    def ask(self, *names: str, since: date | None = None, now: datetime | None = None) -> list[Delivery]:
        asked = [Asked(name, since, self.interval) for name in names]
        return list(self.source.deliver(asked, now or self.now))

    def rows(self, deliveries: list[Delivery]) -> pl.DataFrame:
        assert all(d.prices.schema == price_schema() and d.bars.schema == bar_schema() for d in deliveries)
        tables = [d.prices if self.interval == DAILY else d.bars for d in deliveries]
        return pl.concat(pl.DataFrame(pl.from_arrow(table)) for table in tables)

    def test_the_known_price(self) -> None:
        rows = self.rows(self.ask(self.instrument))
        assert self.close in rows.filter(pl.col("session") == self.session)["close"].to_list()

    def test_each_price_once_in_utc_and_complete(self) -> None:
        rows = self.rows(self.ask(self.instrument))
        key = ["instrument", "session", "source"] if self.interval == DAILY else ["instrument", "priced_at", "source"]
        assert not rows.is_empty()
        assert not rows.select(key).is_duplicated().any()
        assert rows["priced_at"].dtype == pl.Datetime("us", "UTC")
        assert rows["priced_at"].max() <= self.now
        assert rows["close"].is_finite().all()
        assert (
            rows.select(pl.col("instrument", "session", "priced_at", "close", "unit", "source").is_null().any()).row(0)
            == (False,) * 6
        )

    def test_only_what_is_asked(self) -> None:
        assert self.rows(self.ask(self.instrument))["instrument"].unique().to_list() == [self.instrument]

    def test_from_the_day_that_is_asked(self) -> None:
        rows = self.rows(self.ask(self.instrument, since=self.session))
        assert rows["session"].min() == self.session

    def test_no_bar_before_it_is_complete(self) -> None:
        whole = self.rows(self.ask(self.instrument))
        last = whole["priced_at"].max()
        early = self.rows(self.ask(self.instrument, now=last - timedelta(seconds=1)))
        assert whole.height - early.height == 1
        assert early["priced_at"].max() < last

    def test_what_is_absent_harms_nothing(self) -> None:
        alone, beside = self.rows(self.ask(self.instrument)), self.rows(self.ask(self.absent, self.instrument))
        assert beside.drop("fetched_at").equals(alone.drop("fetched_at"))

    def test_the_same_twice(self) -> None:
        first, second = (self.rows(self.ask(self.instrument)).drop("fetched_at") for _ in range(2))
        assert first.equals(second)

    def test_nothing_asked(self) -> None:
        delivered = list(self.source.deliver([], self.now))
        assert (delivered == []) is self.answers_only_what_is_asked
        assert self.answers_only_what_is_asked or self.instrument in self.rows(delivered)["instrument"].to_list()
