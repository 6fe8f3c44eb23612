"""Price files of the user's own: what is read, what is put aside and why, and the sample that ships."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.errors import UsageError
from signals.prices import load_prices, sample_prices

GOOD = "date,instrument,close\n2024-01-02,OURS,10.5\n2024-01-03,OURS,\n2024-01-04,OURS,10.75\n"


def written(folder: Path, text: str | bytes, name: str = "prices.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_plain_file(tmp_path: Path) -> None:
    table, unreadable = load_prices(written(tmp_path, GOOD))
    assert unreadable == []
    assert {"instrument", "session", "priced_at", "open", "high", "low", "close", "unit", "source"} <= set(table.column_names)
    first, second = table.to_pylist()
    assert (first["session"], first["close"], second["close"]) == (date(2024, 1, 2), 10.5, 10.75)
    assert first["priced_at"] == datetime(2024, 1, 3, tzinfo=UTC)
    assert (first["unit"], first["source"], first["high"]) == ("unknown", "prices.csv", None)


def test_closes_come_from_the_calendar_where_the_file_has_no_times(tmp_path: Path) -> None:
    text = "date,instrument,close,priced_at\n2024-01-02,A,1,\n2024-01-03,A,1,2024-01-03T10:00:00+02:00\n"
    table, unreadable = load_prices(written(tmp_path, text), "XNYS")
    assert unreadable == []
    assert [row["priced_at"].isoformat() for row in table.to_pylist()] == [
        "2024-01-02T21:00:00+00:00",
        "2024-01-03T08:00:00+00:00",
    ]


BAD_ROWS = [
    ("02/01/2024,OURS,1", "date 02/01/2024 is not of the form 2025-07-04"),
    (",OURS,1", "date (empty) is not"),
    ("2024-02-30,OURS,1", "date 2024-02-30 is not"),
    ("2024-01-05,,1", "no instrument"),
    ("2024-01-05,OURS,dear", "close dear is no number"),
    ("2024-01-05,OURS,inf", "close inf is no number"),
    ('2024-01-05,OURS,"1,234.5"', "close 1,234.5 is no number"),
    ("2024-01-02,OURS,11", "a second price for this instrument and date"),
    ("2024-01-05,OURS,1,2024-01-05 10:00", "priced_at 2024-01-05 10:00 is no time with zone"),
]


@pytest.mark.parametrize(("row", "reason"), BAD_ROWS)
def test_a_bad_row_is_put_aside_with_its_number(tmp_path: Path, row: str, reason: str) -> None:
    text = GOOD.replace("close\n", "close,priced_at\n") + row + "\n2024-01-08,OURS,11\n"
    table, (problem,) = load_prices(written(tmp_path, text))
    assert table["close"].to_pylist() == [10.5, 10.75, 11.0]
    assert problem.position == "row 5"
    assert reason in problem.reason


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "neither CSV nor Parquet"),
        (b"when,what\n2024-01-02,A\n", "no column date, instrument, close; it has when, what"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "no column date"),
        (b"PAR1 cut in half", "neither CSV nor Parquet"),
    ],
)
def test_no_price_file(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        load_prices(written(tmp_path, content))


def test_missing_file_directory_and_calendar(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.csv"):
        with pytest.raises(UsageError, match="no such file"):
            load_prices(path)
    with pytest.raises(UsageError, match="calendar NOWHERE is unknown"):
        load_prices(written(tmp_path, GOOD), "NOWHERE")


def test_parquet_with_typed_columns(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {"session": [date(2024, 1, 2)], "instrument": ["A"], "close": [3], "priced_at": [datetime(2024, 1, 2, 21, tzinfo=UTC)]}
    )
    frame.write_parquet(tmp_path / "prices.parquet")
    table, unreadable = load_prices(tmp_path / "prices.parquet")
    assert unreadable == []
    assert table.to_pylist()[0]["priced_at"] == datetime(2024, 1, 2, 21, tzinfo=UTC)


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=5), st.text(max_size=8)), max_size=8))
def test_every_row_is_loaded_or_put_aside(tmp_path_factory: pytest.TempPathFactory, rows: list) -> None:
    path = tmp_path_factory.mktemp("prices") / "prices.parquet"
    columns = {"date": pl.String, "instrument": pl.String, "close": pl.String}
    pl.DataFrame(rows, schema=columns, orient="row").write_parquet(path)
    table, unreadable = load_prices(path)
    assert table.num_rows + len(unreadable) == len(rows)


# The first rate of the euro is a matter of record; the rand's were worked out beforehand by another hand, from the same source.
PUBLISHED = [("1999-01-04", "EURUSD", 1.1789), ("2025-07-03", "USDZAR", 17.5272), ("2025-07-04", "USDZAR", 17.6220)]


@pytest.mark.parametrize(("session", "instrument", "close"), PUBLISHED)
def test_sample_holds_the_published_rates(session: str, instrument: str, close: float) -> None:
    frame = pl.from_arrow(sample_prices())
    found = frame.filter(pl.col("instrument") == instrument, pl.col("session") == date.fromisoformat(session))
    assert found["close"].to_list() == [close]


def test_sample_is_sound() -> None:
    frame = pl.from_arrow(sample_prices())
    assert not frame.select("instrument", "session").is_duplicated().any()
    assert frame.filter(pl.col("close").is_nan() | pl.col("close").is_infinite()).is_empty()
    assert frame.filter(pl.col("known_at") < pl.col("priced_at")).is_empty()
    assert frame["instrument"].n_unique() > 100
    pair = frame.filter(pl.col("instrument") == "USDZAR", pl.col("session").is_in([date(2016, 6, 30), date(2016, 7, 1)]))
    assert [str(when) for when in pair["priced_at"]] == ["2016-06-30 12:15:00+00:00", "2016-07-01 12:15:00+00:00"]
    assert [str(when) for when in pair["known_at"]] == ["2016-06-30 12:30:00+00:00", "2016-07-01 14:00:00+00:00"]


def test_pairs_close_the_triangle() -> None:
    wide = pl.from_arrow(sample_prices()).pivot("instrument", index="session", values="close")
    for pair, over, under in (("USDZAR", "EURZAR", "EURUSD"), ("GBPUSD", "EURUSD", "EURGBP"), ("GBPJPY", "EURJPY", "EURGBP")):
        gap = (wide[pair] * wide[under] / wide[over] - 1).abs().max()
        assert gap < 6e-6


@pytest.mark.parametrize("session", [date(2003, 5, 6), date(2015, 1, 15), date(2020, 3, 19), date(2025, 7, 4)])
def test_pairs_as_another_program_converts_them(session: date) -> None:
    converter = pytest.importorskip("currency_converter").CurrencyConverter()
    frame = pl.from_arrow(sample_prices()).filter(
        pl.col("session") == session, pl.col("unit").str.contains("^[A-Z]{3} per [A-Z]{3}$")
    )
    assert frame.height > 50
    for instrument, close in frame.select("instrument", "close").iter_rows():
        assert close == pytest.approx(converter.convert(1, instrument[:3], instrument[3:], session), rel=6e-6), instrument
