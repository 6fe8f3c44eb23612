"""Which session is day zero: dates, instants around closes, summer time, short days, two markets with other hours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from signals.errors import UsageError
from signals.prices.closes import session_closes
from signals.study import StudySettings, run_study, study_from_files

# Closes of the New York Stock Exchange in UTC: 21:00 in winter, 20:00 in summer, 18:00 after Thanksgiving 2023 (24 November),
# no session on Thursday 23 November 2023; summer time began on Sunday 12 March 2023.
CASES = [
    ("2023-11-22", "2023-11-22"),
    ("2023-11-23", "2023-11-24"),
    ("2023-11-25", "2023-11-27"),
    ("2023-11-22T20:59:59Z", "2023-11-22"),
    ("2023-11-22T21:00:00Z", "2023-11-24"),
    ("2023-11-24T12:59:59-05:00", "2023-11-24"),
    ("2023-11-24T13:00:00-05:00", "2023-11-27"),
    ("2023-03-10T20:30:00Z", "2023-03-10"),
    ("2023-03-13T20:30:00Z", "2023-03-14"),
    ("2023-03-12T03:00:00+13:00", "2023-03-13"),
    ("2023-11-27 09:30:00+01", "2023-11-27"),
    ("2023-11-27T22:30+01:00", "2023-11-28"),
    ("2023-11-27 21:30 UTC", "2023-11-28"),
    ("2023-11-27 16:30:00.25 -0500", "2023-11-28"),
    (" 2023-11-27T20:59z ", "2023-11-27"),
]


@pytest.fixture
def prices(tmp_path: Path) -> Path:
    import exchange_calendars

    sessions = exchange_calendars.get_calendar("XNYS", start="2023-01-01", end="2023-12-29").sessions
    rows = [f"{day.date()},{name},{100 + number % 7}" for name in ("A", "M") for number, day in enumerate(sessions)]
    path = tmp_path / "prices.csv"
    path.write_text("date,instrument,close\n" + "\n".join(rows) + "\n")
    return path


@pytest.mark.parametrize(("known_at", "day_zero"), CASES)
def test_day_zero(tmp_path: Path, prices: Path, known_at: str, day_zero: str) -> None:
    events = tmp_path / "events.csv"
    events.write_text(f"event_id,instrument,known_at\ne,A,{known_at}\nother,A,2023-06-01\n")
    settings = StudySettings(benchmark="M", estimation=20, calendar="XNYS", model="market_adjusted")
    rows = study_from_files(events, prices, settings).to_pylist()
    assert str(rows[0]["day_zero"]) == day_zero


@pytest.mark.parametrize("known_at", ["", "2023-11-22T20:00:00", "soon", "2023-02-30", "22/11/2023"])
def test_an_unclear_time_is_no_time(tmp_path: Path, prices: Path, known_at: str) -> None:
    events = tmp_path / "events.csv"
    events.write_text(f"event_id,instrument,known_at\ne,A,{known_at}\n")
    (row,) = study_from_files(events, prices, StudySettings(benchmark="M", estimation=20)).to_pylist()
    assert (row["status"], row["day_zero"]) == ("time_unknown", None)


def test_the_instrument_s_own_hour_counts_where_the_benchmark_closes_later() -> None:
    """News of 13:00 UTC comes after a fixing of 12:15 although the benchmark still trades: the next fixing reacts."""
    days = [date(2025, 7, day) for day in (1, 2, 3, 4)]
    rows = [(name, day, f"{day}T{hour}Z", 1.0) for day in days for name, hour in (("USDZAR", "12:15:00"), ("M", "20:00:00"))]
    prices = pa.table(dict(zip(("instrument", "session", "priced_at", "close"), zip(*rows, strict=True), strict=True)))
    prices = prices.set_column(2, "priced_at", prices["priced_at"].cast(pa.timestamp("us", tz="UTC")))
    events = pa.table({"event_id": ["a", "b"], "instrument": ["USDZAR", "NEW"], "known_at": ["2025-07-02T13:00:00Z"] * 2})
    found = run_study(events, prices, StudySettings(benchmark="M", estimation=5)).to_pylist()
    assert [str(row["day_zero"]) for row in found] == ["2025-07-03", "2025-07-02"]


def test_closes_of_a_calendar() -> None:
    sessions = [date(1999, 7, 2), date(2023, 11, 24), date(2023, 11, 25)]
    closes = session_closes("XNYS", sessions)
    assert [closes[day].isoformat() for day in sessions] == [
        "1999-07-02T20:00:00+00:00",
        "2023-11-24T18:00:00+00:00",
        "2023-11-25T21:00:00+00:00",
    ]
    with pytest.raises(UsageError, match="XXXX is unknown"):
        session_closes("XXXX", sessions)
