"""Wrong calls are refused in words; what the files hold arrives; the macros need nothing of ours."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

from signals.errors import UsageError
from signals.study import StudySettings, run_study, study_from_files
from signals.study.study import create_macros


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"model": "market"}, "needs a benchmark"),
        ({"model": "garch"}, "choose market, market_adjusted, mean"),
        ({"returns": "total"}, "choose simple, log"),
        ({"level": "week"}, "choose event, day, tests"),
        ({"estimation": 2}, "at least 5"),
        ({"gap": -1}, "cannot be negative"),
        ({"first": 2, "last": 1}, "must lie"),
        ({"first": -9}, "-5 to 5"),
        ({"last": 6}, "-5 to 5"),
        ({"minimum": 300}, "between 5 and estimation, 250"),
    ],
)
def test_settings_that_make_no_study(wrong: dict, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        StudySettings(**wrong)


def frames() -> tuple[pl.DataFrame, pl.DataFrame]:
    days = pl.date_range(pl.date(2024, 1, 1), pl.date(2024, 4, 30), eager=True)
    close = [100 + (number * 37 % 11) for number in range(len(days))]
    prices = pl.DataFrame({"instrument": ["A"] * len(days), "date": days, "close": close})
    events = pl.DataFrame({"event_id": [1], "instrument": ["A"], "known_at": [datetime(2024, 4, 1, 12, tzinfo=UTC)]})
    return events, prices


def test_frames_of_every_library_give_the_same() -> None:
    events, prices = frames()
    settings = StudySettings(estimation=40)
    expected = run_study(events, prices, settings).to_pylist()
    assert expected[0]["status"] == "ok"
    assert run_study(events.to_arrow(), prices.to_arrow(), settings).to_pylist() == expected
    pandas_events = pd.DataFrame(
        {"event_id": [1], "instrument": ["A"], "known_at": [pd.Timestamp("2024-04-01 12:00", tz="UTC")]}
    )
    pandas_prices = pd.DataFrame({name: prices[name].to_list() for name in prices.columns})
    assert run_study(pandas_events, pandas_prices, settings).to_pylist() == expected


def test_missing_columns_and_benchmark() -> None:
    events, prices = frames()
    with pytest.raises(UsageError, match="events: no column known_at; there are event_id, instrument"):
        run_study(events.drop("known_at"), prices, StudySettings())
    with pytest.raises(UsageError, match="no column close"):
        run_study(events, prices.drop("close"), StudySettings())
    with pytest.raises(UsageError, match="benchmark SPX has no prices"):
        run_study(events, prices, StudySettings(benchmark="SPX"))


def test_files_that_are_no_tables(tmp_path: Path) -> None:
    events, prices = frames()
    prices.write_csv(tmp_path / "prices.csv")
    (tmp_path / "image.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    for path, message in ((tmp_path / "absent.csv", "no such file"), (tmp_path / "image.csv", "image.csv")):
        with pytest.raises(UsageError, match=message):
            study_from_files(path, tmp_path / "prices.csv", StudySettings())
    events.write_parquet(tmp_path / "events.parquet")
    rows = study_from_files(tmp_path / "events.parquet", tmp_path / "prices.csv", StudySettings(estimation=40))
    assert rows["status"].to_pylist() == ["ok"]


def test_a_bad_price_row_is_told_and_the_study_goes_on(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    events, prices = frames()
    events.write_parquet(tmp_path / "events.parquet")
    (tmp_path / "prices.csv").write_text(prices.write_csv() + "A,2024-05-01,dear\n")
    rows = study_from_files(tmp_path / "events.parquet", tmp_path / "prices.csv", StudySettings(estimation=40))
    assert rows["status"].to_pylist() == ["ok"]
    assert [record.getMessage().split(", ", 1)[1] for record in caplog.records] == [
        "row 123: not a price: close dear is no number"
    ]


def test_files_as_they_come(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A byte-order mark, other column order and case, extra columns, rows out of order, holes, repeated and unreadable rows."""
    events, prices = frames()
    rows = [f"{close},{name} ,x,{day}" for name, day, close in prices.reverse().iter_rows()]
    messy = ["Close,Instrument,note,Date", *rows, *rows[:40], "dear,A,,2024-05-01", ",A,,2024-05-02", "NaN,A,,2024-05-03"]
    (tmp_path / "prices.csv").write_text("\r\n".join(messy), encoding="utf-8-sig")
    given = [
        "KNOWN_AT,source,event_id,instrument",
        '2024-04-01,"x, y",a,A',
        "2024-04-01T12:00:00Z,,b,A",
        ",,c,A",
        "2024-04-01,,d,",
    ]
    (tmp_path / "events.csv").write_text("\n".join(given), encoding="utf-8-sig")
    settings = StudySettings(estimation=40)
    found = study_from_files(tmp_path / "events.csv", tmp_path / "prices.csv", settings).to_pylist()
    (expected,) = run_study(events, prices, settings).to_pylist()
    assert [row["status"] for row in found] == ["ok", "ok", "time_unknown", "no_prices"]
    assert [row["reason"] for row in found[2:]] == [
        "known_at is missing, unreadable or without time zone",
        "no prices of an unnamed instrument",
    ]
    for row in found[:2]:
        assert {name: row[name] for name in row if name != "event_id"} == {k: v for k, v in expected.items() if k != "event_id"}
    assert len(caplog.records) == 21


def test_levels_beyond_the_tests_and_a_picture_from_files(tmp_path: Path) -> None:
    events, prices = frames()
    events.write_parquet(tmp_path / "events.parquet")
    prices.write_csv(tmp_path / "prices.csv")
    given = (tmp_path / "events.parquet", tmp_path / "prices.csv")
    path = study_from_files(*given, StudySettings(estimation=40, level="path"), tmp_path / "path.svg").to_pylist()
    assert [row["day"] for row in path] == list(range(-5, 6))
    assert (tmp_path / "path.svg").read_text().startswith("<?xml")
    (summary,) = study_from_files(*given, StudySettings(estimation=40, level="summary")).to_pylist()
    (event,) = study_from_files(*given, StudySettings(estimation=40)).to_pylist()
    assert (summary["n"], summary["left_out"], summary["caar"]) == (1, 0, pytest.approx(event["car"]))


def test_carried_returns_must_be_those_asked_for() -> None:
    with duckdb.connect() as connection:
        create_macros(connection)
        for name, frame in zip(("events", "prices"), frames(), strict=True):
            connection.register("given", frame)
            connection.execute(f"CREATE TABLE {name} AS FROM given")
        connection.execute("CREATE TABLE study_returns AS FROM event_study_returns()")
        call = "SELECT car FROM event_study_events('events', estimation := 40{})"
        carried, bare = (connection.sql(call.format(more)).fetchall() for more in (", carried := 'study_returns'", ""))
        assert carried == bare
        for other in (", \"returns\" := 'log'", ", benchmark := 'A'"):
            with pytest.raises(duckdb.Error, match="the carried returns are of another benchmark or kind of returns"):
                connection.sql(call.format(f", carried := 'study_returns'{other}")).fetchall()


def test_macros_in_a_file_opened_read_only(tmp_path: Path) -> None:
    events, prices = frames()
    path = tmp_path / "study.duckdb"
    with duckdb.connect() as writer:
        writer.execute(f"ATTACH '{path}' AS out (STORAGE_VERSION 'v1.5.0'); USE out; SET TimeZone = 'UTC'")
        writer.execute(
            "CREATE TABLE prices AS SELECT *, date AS session, (date + 1)::TIMESTAMPTZ AS priced_at, '' AS source FROM prices"
        )
        writer.execute("CREATE TABLE events AS FROM events")
        create_macros(writer)
    with duckdb.connect(path, read_only=True) as reader:
        reader.execute("SET TimeZone = 'Asia/Kathmandu'")
        days = reader.sql("FROM event_study('events', estimation := 40) WHERE status = 'ok'").fetchall()
        tests = reader.sql("FROM event_study_tests('events', first := 0, last := 1, estimation := 40)").fetchall()
        with pytest.raises(duckdb.Error, match="first and last must lie between -before and after"):
            reader.sql("FROM event_study_events('events', last := 9, estimation := 40)").fetchall()
        with pytest.raises(duckdb.Error, match="model must be market, market_adjusted or mean"):
            reader.sql("FROM event_study('events', model := 'garch', estimation := 40)").fetchall()
    expected = run_study(events, prices, StudySettings(estimation=40, level="day")).to_pylist()
    assert [row[2:9] for row in days] == [tuple(row.values())[2:9] for row in expected]
    assert len(days) == 11
    assert len(tests) == 9
