"""What could be known at a moment: nothing that came later shows, whatever was read again, revised or corrected since."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import duckdb
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract import NOT_EXTRACTED, _record
from pipelines.ingest import ingest
from pipelines.pending import pending_items
from signals.prices.source import conformed, price_schema
from signals.records import Extraction, Item, Observation, Sentiment
from signals.store import Recorder
from signals.store.rows import sentiment_row
from signals.store.schema import create

START = datetime(2026, 1, 5, tzinfo=UTC)
KEYS = ["instrument", "session", "source"]
HOURS = st.integers(0, 12)

ARRIVAL = st.tuples(st.just("item"), st.sampled_from("ab"), HOURS, st.integers(1, 9))  # id, hour of receipt, level it states
READING = st.tuples(st.just("read"), st.sampled_from(["1.0", "2.0"]))  # by a version of the extractor
QUOTE = st.tuples(st.just("price"), st.sampled_from(["2026-01-05", "2026-01-06"]), st.integers(1, 9))
STEPS = st.lists(st.one_of(ARRIVAL, READING, QUOTE), max_size=14)


def hour(number: int) -> datetime:
    return START + timedelta(hours=number)


def item(name: str, received: datetime, level: int) -> Item:
    text = f"The rand stood at {level}."
    return Item(
        name, "wire", 0, text, text, url=f"https://news/{name}", received_at=received, language="en", is_market_news=True
    )


def read_again(recorder: Recorder, version: str) -> None:
    """An extractor that finds the level which the text states, and a scorer that takes it for the score."""
    for items in pending_items(recorder, NOT_EXTRACTED, {"extractor": version}):
        found = [(one, Extraction((observed(one),))) for one in items]
        _record(recorder, found, version)
        rows = [sentiment_row(one, Sentiment("USDZAR", level_of(one) / 10, "positive", 1.0, "m", version)) for one in items]
        recorder.merge("sentiment", recorder.staged("sentiment", rows), ["item_id", "content_hash", "instrument", "model"])


def level_of(one: Item) -> int:
    return int(one.text[-2])


def observed(one: Item) -> Observation:
    return Observation("USDZAR", float(level_of(one)), "ZAR per USD", "last", None, None, "", 1.0, one.text, 0, len(one.text))


def quoted(recorder: Recorder, session: str, close: int) -> None:
    priced_at = datetime.fromisoformat(session).replace(hour=2, tzinfo=UTC)
    row = {"instrument": "USDZAR", "session": priced_at.date(), "priced_at": priced_at, "close": float(close)}
    table = pa.Table.from_pylist([row | {"unit": "ZAR per USD", "source": "made", "known_at": priced_at + timedelta(hours=1)}])
    recorder.merge("prices", conformed(table, price_schema()), KEYS)


def history_of(steps: list[tuple], connection: duckdb.DuckDBPyConnection) -> None:
    """Each step is a run of its own, a minute after the one before, half a day after the first items."""
    create(connection)
    for number, step in enumerate(steps):
        recorder = Recorder(connection, START + timedelta(hours=6, minutes=20 * number))
        if step[0] == "item":
            ingest(recorder, [item(step[1], hour(step[2]), step[3])], lambda _: None)
        elif step[0] == "read":
            read_again(recorder, step[1])
        else:
            quoted(recorder, step[1], step[2])


def rows(connection: duckdb.DuckDBPyConnection, query: str, moment: datetime) -> list[tuple]:
    return connection.sql(query, params={"moment": moment}).fetchall()


NEWS = "SELECT item_id, level FROM observations_as_known($moment) ORDER BY ALL"
MOOD = "SELECT item_id, round(score * 10) FROM sentiment_as_known($moment) ORDER BY ALL"
LATER = """
    SELECT 1 FROM observations_as_known($moment) WHERE known_at > $moment
    UNION ALL SELECT 1 FROM sentiment_as_known($moment) WHERE known_at > $moment
    UNION ALL SELECT 1 FROM prices_as_known($moment) WHERE known_at > $moment OR priced_at > $moment"""


@given(STEPS)
@settings(max_examples=20)
def test_nothing_later_can_be_seen(steps: list[tuple]) -> None:
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        history_of(steps, connection)
        for number in range(0, 40, 3):
            moment = hour(number)
            assert rows(connection, LATER, moment) == []
            read = {
                (n, h)
                for n, h in rows(connection, "SELECT item_id, known_at FROM history.items WHERE known_at <= $moment", moment)
            }
            assert {row[0] for row in rows(connection, NEWS, moment)} <= {name for name, _ in read}


NEWEST = """
    SELECT item_id, text[-2]::DOUBLE FROM history.items WHERE known_at <= $moment
    QUALIFY row_number() OVER (PARTITION BY item_id ORDER BY known_at DESC, recorded_at DESC) = 1 ORDER BY ALL"""


@given(STEPS, HOURS)
@settings(max_examples=20)
def test_each_item_shows_the_text_that_was_known_whatever_read_it_since(steps: list[tuple], number: int) -> None:
    """Each version is read when it comes, the current ones again by a newer extractor: the texts tell what is expected."""
    moment = hour(number)
    read_when_they_come = [one for step in steps if step[0] == "item" for one in (step, ("read", "1.0"))]
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        history_of([*read_when_they_come, ("read", "2.0")], connection)
        expected = rows(connection, NEWEST, moment)
        assert rows(connection, NEWS, moment) == expected
        assert rows(connection, MOOD, moment) == expected


@given(st.lists(QUOTE, max_size=8), st.integers(0, 40))
@settings(max_examples=25)
def test_prices_are_those_of_the_plain_rule(steps: list[tuple], number: int) -> None:
    """The twin: the first version of a price counts from its publication, a correction from when we had it."""
    moment, twin = hour(number), {}
    for place, (_, session, close) in enumerate(steps):
        recorded = START + timedelta(hours=6, minutes=20 * place)
        priced = datetime.fromisoformat(session).replace(hour=2, tzinfo=UTC)
        versions = twin.setdefault(session, [])
        if not versions or versions[-1][1] != close:
            versions.append((max(recorded, priced) if versions else priced + timedelta(hours=1), close))
    expected = []
    for session, versions in sorted(twin.items()):
        seen = [close for since, close in versions if since <= moment]
        expected += [(session, float(seen[-1]))] if seen else []
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        history_of(steps, connection)
        assert rows(connection, "SELECT session::VARCHAR, close FROM prices_as_known($moment) ORDER BY 1", moment) == expected
