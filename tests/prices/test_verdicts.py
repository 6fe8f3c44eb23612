"""Verdicts: cases judged by hand on real fixings, a plain twin on random walks, and the rates that the module states."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pytest

from signals.prices import sample_prices, verdicts

EMPTY = dict.fromkeys(["level", "level_unit", "level_kind", "direction", "move_value", "move_unit", "basis"])
INSTANT = pa.timestamp("us", tz="UTC")
SCHEMA = pa.schema(
    [
        ("observation_id", pa.int64()), ("instrument", pa.string()), ("level", pa.float64()), ("level_unit", pa.string()),
        ("level_kind", pa.string()), ("at_start", INSTANT), ("at_end", INSTANT), ("direction", pa.string()),
        ("move_value", pa.float64()), ("move_unit", pa.string()), ("basis", pa.string()),
    ]
)  # fmt: skip


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def level(instrument: str, value: float, unit: str, at: str, kind: str = "last") -> dict:
    start = instant(at)
    end = start if "T" in at else start + timedelta(days=1)
    return EMPTY | {
        "instrument": instrument,
        "level": value,
        "level_unit": unit,
        "level_kind": kind,
        "at_start": start,
        "at_end": end,
    }


def move(instrument: str, direction: str, value: float, unit: str, at: str) -> dict:
    row = level(instrument, 0.0, "", at) | {"level": None, "level_unit": None, "level_kind": None}
    return row | {"direction": direction, "move_value": value, "move_unit": unit, "basis": "prev_close"}


def judge(rows: list[dict], prices: object = None) -> list[dict]:
    numbered = [row | {"observation_id": number} for number, row in enumerate(rows)]
    table = pa.Table.from_pylist(numbered, schema=SCHEMA)
    return verdicts(table, sample_prices() if prices is None else prices).to_pylist()


# Public knowledge of well-known days; the fixings are in the bundled file.
CASES = [
    (level("USDZAR", 17.625, "ZAR per USD", "2025-07-04T12:51:00"), "agrees", None),
    (level("USDZAR", 17.265, "ZAR per USD", "2025-07-04T12:51:00"), "contradicts", "outside what the prices"),
    (level("USDZAR", 18.63, "ZAR per USD", "2025-07-04"), "contradicts", "outside what the prices"),
    (level("GBPUSD", 1.3300, "USD per GBP", "2016-06-24T04:00:00"), "agrees", None),  # the night of the referendum
    (level("GBPUSD", 1.5018, "USD per GBP", "2016-06-23T21:00:00", "high"), "agrees", None),
    (level("EURCHF", 1.2000, "CHF per EUR", "2015-01-14"), "agrees", None),  # the floor, the day before it fell
    (level("EURCHF", 1.0300, "CHF per EUR", "2015-01-14T12:00:00"), "contradicts", "outside what the prices"),
    (level("US10Y", 4.35, "percent", "2025-07-03"), "agrees", None),
    (level("US10Y", 5.43, "percent", "2025-07-03"), "contradicts", "outside what the prices"),
    (
        level("WTI", -37.63, "USD per barrel", "2020-04-20"),
        "cannot tell",
        "neither a level",
    ),  # a price below zero has no logarithm
    (level("BRENT", 40.0, "USD per barrel", "2022-03-08"), "cannot tell", "only spot prices"),
    (level("USDZAR", 19.0, "ZAR per USD", "2025-07-04", "forecast"), "cannot tell", "forecast"),
    (level("SPX", 6279.0, "points", "2025-07-03"), "cannot tell", "no prices for this instrument"),
    (level("USDZAR", 17.6, "ZAR per USD", "1990-07-04"), "cannot tell", "outside the dates"),
    (level("USDRUB", 120.0, "RUB per USD", "2022-03-10"), "cannot tell", "outside the dates"),
    (level("USDZAR", 1.76, "USD per ZAR", "2025-07-04"), "cannot tell", "neither a level in the unit"),
    (level("USDZAR", 17.6, "ZAR per USD", "2025-07-04") | {"at_end": instant("2025-08-01")}, "cannot tell", "no exact day"),
    (
        level("USDZAR", 17.6, "ZAR per USD", "2025-07-04") | {"at_start": None, "at_end": None},
        "cannot tell",
        "does not tell when",
    ),
    (move("GBPUSD", "down", 8.0, "percent", "2016-06-24T16:00:00"), "agrees", None),
    (move("GBPUSD", "up", 8.0, "percent", "2016-06-24T16:00:00"), "contradicts", "changed otherwise"),
    (move("USDZAR", "up", 0.1, "percent", "2025-07-04T12:51:00"), "cannot tell", "too small"),
    (move("USDZAR", "up", 9.0, "percent", "2025-07-04T12:51:00"), "contradicts", "changed otherwise"),
    (move("USDZAR", "up", 9.0, "percent", "2025-07-04T12:51:00") | {"basis": "year"}, "cannot tell", "nor the size"),
    (move("US10Y", "up", 80, "bp", "2025-07-03"), "contradicts", "changed otherwise"),
]


@pytest.mark.parametrize(("row", "verdict", "reason"), CASES)
def test_judged_by_hand(row: dict, verdict: str, reason: str | None) -> None:
    (found,) = judge([row])
    assert found["verdict"] == verdict, found
    assert (found["reason"] is None) if reason is None else (reason in found["reason"]), found


def test_session_price_and_previous() -> None:
    found = judge(
        [level("USDZAR", 17.625, "ZAR per USD", at) for at in ("2025-07-04T12:51:00", "2025-07-04", "2025-07-04T11:00:00")]
    )
    assert [(row["session"], row["price"], row["previous"]) for row in found] == [(date(2025, 7, 4), 17.622, 17.5272)] * 3


def random_walk(seed: int) -> list[tuple[datetime, float]]:
    random = np.random.default_rng(seed)
    closes = 20 * np.exp(np.cumsum(random.normal(0, 0.008, 130)))
    days = [instant("2024-01-01T12:15:00") + timedelta(days=n) for n in range(182)]
    return [(day, float(close)) for day, close in zip([d for d in days if d.weekday() < 5], closes, strict=True)]


def plain_level_verdict(snapshots: list[tuple[datetime, float]], row: dict) -> str:
    """The rule for a level at an instant or in a day, in words of Python."""
    behind = [(when, math.log(close)) for when, close in snapshots if when <= row["at_start"]]
    ahead = [(when, math.log(close)) for when, close in snapshots if when > row["at_end"]]
    inside = [(when, math.log(close)) for when, close in snapshots if row["at_start"] < when <= row["at_end"]]
    steps = [now - before for (_, before), (_, now) in pairwise(behind)][-60:]
    if len(steps) < 20 or not ahead:
        return "cannot tell"
    (t0, x0), (t1, x1) = behind[-1], ahead[0]
    jumps = [now - before for (_, before), (_, now) in pairwise([behind[-1], *inside])]
    day = max(math.sqrt(sum(s * s for s in steps) / len(steps)), abs(x1 - x0) / 2, *(abs(jump) / 2 for jump in jumps))
    extreme, period = row["level_kind"] == "high", row["at_end"] > row["at_start"]
    share = (row["at_start"] - t0) / (t1 - t0)
    if extreme or period:
        around = [x0, x1, *(x for _, x in inside)]
        low, high = min(around), max(around)
    else:
        low = high = x0 + share * (x1 - x0)
    nearer = min(row["at_start"] - t0, t1 - row["at_end"]) / timedelta(days=1)
    spread = math.sqrt(min(0.25, max(2 * nearer, 0.0025)))
    error = day * (1 if extreme else 0.5 if period else spread)
    rounding = 0.5 * 10.0 ** -len(str(row["level"]).split(".")[1]) / row["level"]
    x = math.log(row["level"])
    return "agrees" if low - 3.5 * error - rounding <= x <= high + 3.5 * error + rounding else "contradicts"


@pytest.mark.parametrize("seed", range(4))
def test_levels_as_the_plain_rule_judges_them(seed: int) -> None:
    snapshots, random = random_walk(seed), np.random.default_rng(100 + seed)
    rows = []
    for _ in range(300):
        when, close = snapshots[int(random.integers(0, len(snapshots) - 1))]
        start = when + timedelta(minutes=int(random.integers(0, 3000)))
        kind, period = random.choice(["last", "high"]), timedelta(days=int(random.integers(0, 2)))
        value = round(close * (1 + float(random.normal(0, 0.03))), int(random.integers(1, 5)))
        at = {"at_start": start, "at_end": start + period}
        rows.append(level("USDZAR", value, "ZAR per USD", "2024-01-01T00:00:00", str(kind)) | at)
    prices = pa.table(
        {
            "instrument": ["USDZAR"] * len(snapshots),
            "session": [when.date() for when, _ in snapshots],
            "priced_at": pa.array([when for when, _ in snapshots], INSTANT),
            "close": [close for _, close in snapshots],
            "unit": ["ZAR per USD"] * len(snapshots),
            "source": ["made"] * len(snapshots),
            "kind": ["fixing"] * len(snapshots),
        }
    )
    found = [row["verdict"] for row in judge(rows, prices)]
    assert min(found.count(verdict) for verdict in ("agrees", "contradicts", "cannot tell")) > 20
    expected = [plain_level_verdict(snapshots, row) for row in rows]
    after_the_last = [row["at_end"] >= snapshots[-1][0] for row in rows]
    differ = [
        (row, verdict, plain)
        for row, verdict, plain, late in zip(rows, found, expected, after_the_last, strict=True)
        if verdict != plain and not late
    ]
    assert differ == []


def test_every_observation_has_one_verdict() -> None:
    rows = [row for row, _, _ in CASES] * 3
    assert [row["observation_id"] for row in judge(rows)] == list(range(len(rows)))
