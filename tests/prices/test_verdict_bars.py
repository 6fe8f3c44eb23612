"""Verdicts against closes, ranges and minute bars, worked out by hand on a made series that changes by one percent a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pyarrow as pa
import pytest

from signals.prices import verdicts

OPENS = datetime(2025, 3, 3, tzinfo=UTC)
CLOSES_AT = 20  # o'clock UTC


def session(number: int) -> datetime:
    """The close of a session: weekdays from Monday 3 March 2025, at 20:00 UTC."""
    return OPENS + timedelta(days=number // 5 * 7 + number % 5, hours=CLOSES_AT)


def series(*, with_range: bool, kind: str = "close", split_at: int | None = None) -> pa.Table:
    """40 sessions, up and down by one percent in turn from 100; the range of each is half a percent wider on both sides."""
    closes = [
        100.0 * (1.01 if number % 2 else 1.0) / (2 if split_at is not None and number >= split_at else 1)
        for number in range(40)
    ]
    rows = [
        {
            "instrument": "AAPL", "session": session(number).date(), "priced_at": session(number), "close": close,
            "low": min(close, before) * 0.995 if with_range else None,
            "high": max(close, before) * 1.005 if with_range else None,
            "open": before, "unit": "USD", "kind": kind, "source": "made", "split": 2.0 if number == split_at else None,
        }
        for number, (before, close) in enumerate(zip([100.0, *closes[:-1]], closes, strict=True))
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, SCHEMA)


INSTANT = pa.timestamp("us", tz="UTC")
SCHEMA = pa.schema(
    [
        ("instrument", pa.string()),
        ("session", pa.date32()),
        ("priced_at", INSTANT),
        ("unit", pa.string()),
        ("kind", pa.string()),
        ("source", pa.string()),
    ]
    + [(name, pa.float64()) for name in ("open", "high", "low", "close", "split")]
)
STATEMENT = pa.schema(
    [
        ("observation_id", pa.int64()), ("instrument", pa.string()), ("level", pa.float64()), ("level_unit", pa.string()),
        ("level_kind", pa.string()), ("at_start", INSTANT), ("at_end", INSTANT), ("direction", pa.string()),
        ("move_value", pa.float64()), ("move_unit", pa.string()), ("basis", pa.string()),
    ]
)  # fmt: skip
DAY = session(30)  # of an even number: it closed at 100, the one before at 101


def stated(level: float | None, kind: str | None = "close", at: date | datetime | None = None, **move: object) -> pa.Table:
    moment = at or DAY.date()
    start = moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    row = {
        "observation_id": 1, "instrument": "AAPL", "level": level, "level_unit": "USD" if level else None, "level_kind": kind,
        "at_start": start, "at_end": start if isinstance(moment, datetime) else start + timedelta(days=1),
        "direction": None, "move_value": None, "move_unit": None, "basis": None,
    }  # fmt: skip
    return pa.Table.from_pylist([row | move], STATEMENT)


def judge(statement: pa.Table, prices: pa.Table, bars: pa.Table | None = None) -> dict:
    (found,) = verdicts(statement, prices, bars).to_pylist()
    return found


LAST_NOON = DAY - timedelta(hours=4)
CLOSES = [
    (stated(100.0), "agrees", None),
    (stated(100.9), "agrees", None),  # 3.5 x 0.3 deviations of one percent are 1.05
    (stated(101.3), "cannot tell", "another convention of the close"),
    (stated(103.0), "contradicts", "outside what the prices"),
    (stated(97.0), "contradicts", "outside what the prices"),
    (stated(100.0, at=date(2025, 3, 8)), "cannot tell", "the market was closed that day"),  # a Saturday
    (stated(None, "close", direction="down", move_value=1.0, move_unit="percent", basis="prev_close"), "agrees", None),
    (
        stated(100.0, direction="up", move_value=1.0, move_unit="percent", basis="prev_close"),
        "contradicts",
        "changed otherwise",
    ),
    (stated(100.0, direction="down", move_value=1.0, move_unit="USD", basis="prev_close"), "agrees", None),
    (stated(100.0, at=date(2025, 8, 1)), "cannot tell", "the last one is stale"),
]


@pytest.mark.parametrize(("statement", "verdict", "reason"), CLOSES)
def test_against_closes(statement: pa.Table, verdict: str, reason: str | None) -> None:
    found = judge(statement, series(with_range=False))
    assert found["verdict"] == verdict, found
    assert (reason or "") in (found["reason"] or ""), found


RANGES = [
    (stated(101.4, "last"), "agrees", None),  # the session ran from 99.5 to 101.505
    (stated(101.4, "last", LAST_NOON), "agrees", None),
    (stated(102.2, "last", LAST_NOON), "contradicts", "outside what the prices"),  # 0.35 percent above the high are allowed
    (stated(101.5, "high"), "agrees", None),
    (stated(103.0, "high"), "contradicts", "outside what the prices"),
    (stated(101.4), "cannot tell", "another convention of the close"),
    (stated(101.0, "open"), "agrees", None),
    (stated(104.0, "open"), "contradicts", "outside what the prices"),
]


@pytest.mark.parametrize(("statement", "verdict", "reason"), RANGES)
def test_against_the_range_of_the_session(statement: pa.Table, verdict: str, reason: str | None) -> None:
    found = judge(statement, series(with_range=True))
    assert found["verdict"] == verdict, found
    assert (reason or "") in (found["reason"] or ""), found


def minute_bars() -> pa.Table:
    """Ten minutes around four hours before the close: 100.60 to 100.70."""
    rows = [
        {
            "instrument": "AAPL", "session": DAY.date(), "starts_at": LAST_NOON + timedelta(minutes=n),
            "priced_at": LAST_NOON + timedelta(minutes=n + 1),
            "low": 100.6, "high": 100.7, "close": 100.65, "unit": "USD", "source": "ticks",
        }
        for n in range(-5, 5)
    ]  # fmt: skip
    schema = pa.schema(
        [
            ("instrument", pa.string()),
            ("session", pa.date32()),
            ("starts_at", INSTANT),
            ("priced_at", INSTANT),
            ("unit", pa.string()),
        ]
    )
    numbers = [(name, pa.float64()) for name in ("low", "high", "close")]
    return pa.Table.from_pylist(rows, pa.schema([*schema, *numbers, ("source", pa.string())]))


@pytest.mark.parametrize(
    ("level", "verdict"), [(100.65, "agrees"), (100.9, "agrees"), (101.3, "contradicts"), (100.1, "contradicts")]
)
def test_against_minute_bars(level: float, verdict: str) -> None:
    """0.35 percent on both sides are allowed: a tenth of a deviation, three and a half times."""
    found = judge(stated(level, "last", LAST_NOON), series(with_range=True), minute_bars())
    assert (found["verdict"], found["price"]) == (verdict, 100.65)
    assert found["priced_at"] == LAST_NOON


def test_distance_deviations_and_tolerance() -> None:
    """103 against 100: three dollars; ln(1.03) = 0.029559 over a usual change of ln(1.01) = 0.009950 is 2.9706 deviations."""
    found = judge(stated(103.0), series(with_range=False))
    assert (found["session"], found["price"], found["previous"], found["price_source"]) == (DAY.date(), 100.0, 101.0, "made")
    assert (found["distance"], found["deviations"]) == (3.0, pytest.approx(2.9706, abs=1e-4))
    assert found["tolerance"] == pytest.approx(3.5 * 0.3 + 0.05 / 103 / 0.009950, abs=1e-3)
    moved = judge(
        stated(None, "close", direction="down", move_value=1.2, move_unit="percent", basis="prev_close"),
        series(with_range=False),
    )
    assert (moved["price_move"], moved["distance"]) == (pytest.approx(-0.990099, abs=1e-6), pytest.approx(-0.209901, abs=1e-6))


def test_a_split_is_no_jump() -> None:
    found = judge(stated(50.5), series(with_range=False, split_at=29))
    assert found["verdict"] == "agrees"
    assert judge(stated(52.0), series(with_range=False, split_at=29))["verdict"] == "contradicts"


def test_the_source_that_allows_the_narrowest_judgement_speaks() -> None:
    fixing = series(with_range=False, kind="fixing")
    named = fixing.set_column(fixing.column_names.index("source"), "source", pa.array(["bank"] * len(fixing)))
    both = pa.concat_tables([series(with_range=False), named])
    assert judge(stated(100.0), both)["price_source"] == "made"


# Worked out beforehand from the fixings of 3 and 4 July 2025, 17.5272 and 17.6220: a rise of 0.54 percent.
def test_the_rand_of_4_july_2025() -> None:
    from signals.prices import sample_prices

    at = datetime(2025, 7, 4, 12, 51, tzinfo=UTC)
    move = {"direction": "up", "value": 0.6}
    base = stated(
        17.625, "last", at, direction=move["direction"], move_value=move["value"], move_unit="percent", basis="prev_close"
    )
    rand = base.set_column(1, "instrument", pa.array(["USDZAR"])).set_column(3, "level_unit", pa.array(["ZAR per USD"]))
    found = judge(rand, sample_prices())
    assert (found["verdict"], found["level_verdict"], found["move_verdict"]) == ("agrees", "agrees", "agrees")
    assert (found["price"], found["distance"], round(found["price_move"], 2)) == (17.622, 0.003, 0.54)
    assert found["priced_at"] == datetime(2025, 7, 4, 12, 15, tzinfo=UTC)
    for absent in ("JTOPI", "ZA_2035"):
        other = judge(rand.set_column(1, "instrument", pa.array([absent])), sample_prices())
        assert (other["verdict"], other["reason"]) == ("cannot tell", "no prices for this instrument")
