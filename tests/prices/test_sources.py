"""Each price source keeps to the contract: the samples, tables of the user's own in every form, and Yahoo against loopback."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
import polars as pl
import pytest
from source_contract import SourceContract
from yahoo_server import Series, days, minutes, serving

from signals.errors import UsageError
from signals.prices import Asked, OwnTable, Sample, Yahoo

TABLE = pl.DataFrame(
    {
        "date": ["2025-07-02", "2025-07-03", "2025-07-03", "2025-07-07"],
        "instrument": ["SPX", "SPX", "VOD.L", "SPX"],
        "close": [6227.42, 6279.35, 0.7952, 6229.98],
        "unit": [None, None, "GBP", None],
    }
)


class TestSample(SourceContract):
    source, instrument, session, close = Sample(), "USDZAR", date(2025, 7, 4), 17.6220
    answers_only_what_is_asked = False


class OwnTableContract(SourceContract):
    instrument, session, close = "SPX", date(2025, 7, 3), 6279.35
    answers_only_what_is_asked = False

    def test_closes_are_those_of_the_market(self) -> None:
        rows = self.rows(self.ask("SPX")).sort("session")
        closes = [moment.isoformat() for moment in rows["priced_at"]]
        assert closes == [
            "2025-07-02T20:00:00+00:00",
            "2025-07-03T17:00:00+00:00",
            "2025-07-07T20:00:00+00:00",
        ]  # the 3rd: a half day

    def test_pounds_are_pence_where_the_share_is_quoted_so(self) -> None:
        (row,) = self.rows(self.ask("VOD.L")).to_dicts()
        assert (row["close"], row["unit"]) == (pytest.approx(79.52), "GBp")


class TestCsv(OwnTableContract):
    @pytest.fixture(autouse=True)
    def _facts(self, tmp_path: Path) -> None:
        TABLE.write_csv(tmp_path / "mine.csv")
        self.source = OwnTable(tmp_path / "mine.csv")


class TestParquet(OwnTableContract):
    @pytest.fixture(autouse=True)
    def _facts(self, tmp_path: Path) -> None:
        TABLE.write_parquet(tmp_path / "mine.parquet")
        self.source = OwnTable(tmp_path / "mine.parquet")


class TestJson(OwnTableContract):
    @pytest.fixture(autouse=True)
    def _facts(self, tmp_path: Path) -> None:
        TABLE.write_ndjson(tmp_path / "mine.jsonl")
        self.source = OwnTable(tmp_path / "mine.jsonl")


class TestDuckDBView(OwnTableContract):
    @pytest.fixture(autouse=True)
    def _facts(self, tmp_path: Path) -> None:
        with duckdb.connect(str(tmp_path / "house.duckdb")) as house:
            house.register("given", TABLE.to_arrow())
            house.execute("CREATE TABLE closes AS FROM given; CREATE SCHEMA desk; CREATE VIEW desk.marks AS FROM closes")
        self.source = OwnTable(tmp_path / "house.duckdb#desk.marks")


class TestBars(SourceContract):
    instrument, interval, session, close = "USDZAR", "1m", date(2025, 7, 4), 17.625
    answers_only_what_is_asked = False

    @pytest.fixture(autouse=True)
    def _facts(self, tmp_path: Path) -> None:
        rows = ["2025-07-03T12:51:00Z,USDZAR,17.53", "2025-07-04T12:50:00Z,USDZAR,17.62", "2025-07-04T12:51:00Z,USDZAR,17.625"]
        text = "\n".join(["starts_at,instrument,close", *rows, ""])
        (tmp_path / "bars.csv").write_text(text)
        self.source = OwnTable(tmp_path / "bars.csv")

    def test_a_bar_lasts_as_long_as_the_shortest_step(self) -> None:
        assert self.rows(self.ask("USDZAR"))["priced_at"].to_list()[-1] == datetime(2025, 7, 4, 12, 52, tzinfo=UTC)

    def test_bad_bars_are_named(self, tmp_path: Path) -> None:
        bad = "starts_at,instrument,close\n2025-07-04T12:50:00,A,1\n2025-07-04T12:50:00Z,,1\n2025-07-04T12:50:00Z,A,x\n"
        good = "2025-07-04T12:50:00Z,A,1\n2025-07-04T12:51:00Z,A,2\n"
        (tmp_path / "bad.csv").write_text(bad + good)
        (delivery,) = OwnTable(tmp_path / "bad.csv").deliver([], self.now)
        assert [problem.position for problem in delivery.problems] == ["row 2", "row 3", "row 4"]
        assert delivery.bars["close"].to_pylist() == [1.0, 2.0]


JOHANNESBURG = days(
    "Africa/Johannesburg",
    time(9),
    [
        ("2025-07-02", 81000.0, 81950.0, 80620.0, 81740.0),
        ("2025-07-03", 81750.0, 82900.0, 81500.0, 82610.0),
        ("2025-07-04", 82600.0, 82610.0, 80010.0, 80355.0),
    ],
)


class TestYahooDaily(SourceContract):
    instrument, session, close = "SOL.JO", date(2025, 7, 3), 826.10
    absent = "NPN.JO"

    @pytest.fixture(autouse=True)
    def _facts(self, yahoo_state: None) -> Iterator[None]:
        with serving() as market:
            market.daily["SOL.JO"] = Series("Africa/Johannesburg", "ZAc", JOHANNESBURG)
            self.source = Yahoo(session=market.session(), sleep=lambda _: None)
            yield

    def test_what_is_absent_is_reported(self) -> None:
        (delivery,) = self.ask("NPN.JO")
        assert [problem.path for problem in delivery.problems] == ["yahoo:NPN.JO:1d"]
        assert "no prices for the symbol NPN.JO" in delivery.problems[0].reason


class TestYahooMinutes(SourceContract):
    instrument, interval, session, close = "AAPL", "1m", date(2025, 10, 31), 271.0
    absent = "MSFT"
    now = datetime(2025, 11, 4, 12, tzinfo=UTC)

    @pytest.fixture(autouse=True)
    def _facts(self, yahoo_state: None) -> Iterator[None]:
        zone = ZoneInfo("America/New_York")
        friday, monday = (datetime(2025, month, day, 9, 30, tzinfo=zone) for month, day in ((10, 31), (11, 3)))
        periods = [(start, start.replace(hour=16, minute=0)) for start in (friday, monday)]
        bars = [*minutes(friday, [270.0, None, 271.0]), *minutes(monday, [269.0, 268.5])]
        with serving() as market:
            market.intraday["AAPL"] = Series("America/New_York", "USD", bars, periods=periods)
            self.source = Yahoo(session=market.session(), sleep=lambda _: None)
            yield

    def test_the_clocks_went_back_over_the_weekend(self) -> None:
        rows = self.rows(self.ask("AAPL"))
        assert [moment.isoformat()[:16] for moment in rows["priced_at"].to_list()] == [
            "2025-10-31T13:31", "2025-10-31T13:33", "2025-11-03T14:31", "2025-11-03T14:32",
        ]  # fmt: skip


def test_tables_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "house.duckdb").write_text("no database")
    (tmp_path / "bars.csv").write_text("starts_at,close\n")
    for name, message in (
        ("house.duckdb#closes", "cannot be read"),
        ("absent.duckdb#closes", "no such file"),
        ("bars.csv", "no column instrument"),
    ):
        with pytest.raises(UsageError, match=message):
            list(OwnTable(tmp_path / name).deliver([Asked("SPX")], datetime(2026, 1, 1, tzinfo=UTC)))
