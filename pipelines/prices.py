"""Instruments and prices recorded, then the verdict of the prices on each observation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow as pa

from pipelines.ingest import chunks, record_quarantine
from pipelines.runs import record_run
from signals.errors import UsageError
from signals.instruments import load_master
from signals.prices import OwnTable, PriceSource, Sample, Yahoo
from signals.prices.source import DAILY, Asked, Delivery
from signals.prices.yahoo import problem_path
from signals.prices.yahoo_rows import SOURCE as YAHOO
from signals.records import Quarantined
from signals.store import Recorder, publishing
from signals.store.rows import instrument_row

BATCH = 50  # series of one source that are published together: what a later failure can't take away
OVERLAP = timedelta(days=7)  # asked for again, so that late corrections are seen


@dataclass(frozen=True, slots=True)
class PriceUpdate:
    """What an update did: rows that are new, rows that corrected older ones, series asked for, and what failed."""

    asked: int
    added: int
    corrected: int
    failed: tuple[Quarantined, ...]


def record_instruments(recorder: Recorder) -> None:
    """Brings the instrument master of the file up to date."""
    rows = [instrument_row(instrument) for instrument in load_master().instruments.values()]
    recorder.connection.register("staged", pa.Table.from_pylist(rows))
    recorder.connection.execute("INSERT OR REPLACE INTO instruments BY NAME SELECT * FROM staged")


def price_source(name: str) -> PriceSource:
    """The source that a setting names: ``sample``, ``yahoo``, or a file or table of the user's own."""
    if name == "sample":
        return Sample()
    return Yahoo() if name == "yahoo" else OwnTable(Path(name))


def record_prices(recorder: Recorder, names: Sequence[str]) -> None:
    """Records the prices of these sources, in order of preference; without any, the sample prices.

    Bad rows and failed series go to quarantine. Yahoo is asked for the instruments that observations speak of.
    """
    order: list[str] = []
    for name in names or ("sample",):
        source = price_source(name)
        asked = _asked(recorder, source, observed_at_yahoo(recorder), DAILY, None) if isinstance(source, Yahoo) else []
        for delivery in source.deliver(asked, recorder.now):
            order += _record(recorder, delivery, source.name)
    _prefer(recorder, order)


def update_prices(
    db: Path, source: PriceSource, instruments: Sequence[str], interval: str = DAILY, since: date | None = None
) -> PriceUpdate:
    """Asks a source for what the file lacks of these series, and publishes it batch by batch with the verdicts it changes.

    Without instruments: those that the file's observations speak of and the master has a symbol for. ``since`` asks again
    from that day on. A run that was cut off goes on where it stopped. Raises UsageError for an instrument that is unknown.
    """
    unknown = [name for name in instruments if name not in load_master().instruments]
    if unknown:
        raise UsageError(f"unknown instruments: {', '.join(unknown)}; see the table instruments for their ids")
    with publishing(db) as connection:
        recorder = Recorder(connection, datetime.now(UTC))
        wanted = list(instruments) or observed_at_yahoo(recorder)
    updates = [_update_batch(db, source, batch, interval, since) for batch in chunks(wanted, BATCH)]
    return PriceUpdate(
        sum(update.asked for update in updates),
        sum(update.added for update in updates),
        sum(update.corrected for update in updates),
        tuple(problem for update in updates for problem in update.failed),
    )


def _update_batch(db: Path, source: PriceSource, names: Sequence[str], interval: str, since: date | None) -> PriceUpdate:
    with publishing(db) as connection:
        recorder = Recorder(connection, datetime.now(UTC))
        record_instruments(recorder)
        asked = _asked(recorder, source, names, interval, since)
        failed: list[Quarantined] = []
        order: list[str] = []
        for delivery in source.deliver(asked, recorder.now):
            failed += delivery.problems
            order += _record(recorder, delivery, source.name)
        _prefer(recorder, order, keep=True)
        judge(recorder)
        if recorder.changed:
            record_run(recorder, {"prices": source.name, "instruments": list(names), "interval": interval, "since": since})
        corrected = recorder.superseded["prices"] + recorder.superseded["bars"]
        added = recorder.added["prices"] + recorder.added["bars"] - corrected
        return PriceUpdate(len(asked), added, corrected, tuple(failed))


def observed_at_yahoo(recorder: Recorder) -> list[str]:
    """The instruments that observations speak of and that have a symbol at Yahoo, by id."""
    rows = recorder.connection.sql(
        "SELECT DISTINCT instrument FROM observations JOIN instruments USING (instrument) WHERE yahoo IS NOT NULL ORDER BY 1"
    )
    return [row[0] for row in rows.fetchall()]


def _asked(recorder: Recorder, source: PriceSource, names: Sequence[str], interval: str, since: date | None) -> list[Asked]:
    """Each series from the day given; else Yahoo's from where it ends in the file, a week of which is asked for again."""
    last = {} if since or not isinstance(source, Yahoo) else _last_sessions(recorder, interval)
    return [Asked(name, last[name] - OVERLAP if name in last else since, interval) for name in names]


def _last_sessions(recorder: Recorder, interval: str) -> dict[str, date]:
    table = "prices" if interval == DAILY else "bars"
    rows = recorder.connection.sql(
        f"SELECT instrument, max(session) FROM history.{table} WHERE superseded_at IS NULL AND source = $source GROUP BY 1",  # noqa: S608  (a table of ours)
        params={"source": YAHOO},
    )
    return dict(rows.fetchall())


def _record(recorder: Recorder, delivery: Delivery, name: str) -> list[str]:
    """Records one delivery; returns the sources that its rows name, each once."""
    recorder.merge("prices", delivery.prices, ["instrument", "session", "source"], unweighed=["fetched_at"])
    _merge_bars(recorder, delivery.bars)
    paths = [problem_path(one) for one in delivery.asked] or [name]
    record_quarantine(recorder, delivery.problems, paths)
    tables = (delivery.prices, delivery.bars)
    return list(dict.fromkeys(source for table in tables for source in table["source"].unique().to_pylist()))


def _merge_bars(recorder: Recorder, bars: pa.Table) -> None:
    """Bars of one end are kept once: a longer one that ends where a shorter one is known adds nothing."""
    recorder.connection.register("new_bars", bars)
    finer = recorder.connection.sql("""
        FROM new_bars n WHERE NOT EXISTS (
            FROM history.bars b WHERE b.superseded_at IS NULL AND b.instrument = n.instrument AND b.source = n.source
                AND b.priced_at = n.priced_at AND b.starts_at > n.starts_at)""").to_arrow_table()
    recorder.merge("bars", finer.cast(bars.schema), ["instrument", "priced_at", "source"], unweighed=["fetched_at"])


def _prefer(recorder: Recorder, order: Sequence[str], *, keep: bool = False) -> None:
    """Records the order of preference. ``keep``: sources that have a place keep it, new ones come last."""
    rows = recorder.connection.sql("SELECT source FROM price_sources ORDER BY preference, source").fetchall()
    known = [row[0] for row in rows]
    ranked = list(dict.fromkeys([*known, *order] if keep else [*order, *known]))
    if ranked != known:
        table = pa.table({"source": pa.array(ranked, pa.string()), "preference": pa.array(range(len(ranked)), pa.int32())})
        recorder.connection.register("ranked", table)
        recorder.connection.execute("INSERT OR REPLACE INTO price_sources BY NAME SELECT * FROM ranked")


def judge(recorder: Recorder) -> None:
    """Records the verdict on every current observation, and the reaction to every event; where new prices change one, the old
    one is superseded.
    """
    _derive(recorder, "verdicts", "verdicts_of('observations', 'prices_by_source', 'bars')", "observation_id")
    _derive(recorder, "reactions", "reactions_of('scored_news', 'prices', 'bars')", "event_id")


def _derive(recorder: Recorder, table: str, macro: str, key: str) -> None:
    staged = recorder.staged(table, [])
    names = ", ".join(staged.column_names)
    rows = recorder.connection.sql(f"SELECT {names} FROM {macro}").to_arrow_table()  # noqa: S608  (names of ours)
    recorder.merge(table, rows.cast(staged.schema), [key])
