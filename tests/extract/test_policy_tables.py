"""Tables of policy rates and of bonds over several periods; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

from signals.records import Extraction

BONDS = """Ten-year yields at the close of the week

10-YEAR       Yield    Day (bp)   Week (bp)   Over Bund (bp)
Germany       2.36%      -11         -26            -
Finland       2.93%       -6          -9           57
"""
PERIODS = """Government bonds

                 Yield    1 day     1 month
US 10-year       4.25     -0.03     -0.20
UK 10-year       4.50     +0.01     -0.12
"""
RATES = """Where they stand

Key interest rates, percent
Country         Now     Before
Australia       3.85    4.10
Norway          4.25    4.50
"""
FORECASTS = RATES.replace("Key interest rates, percent", "Key interest rates, forecasts for year-end, percent")


def moves(extraction: Extraction) -> list[tuple[object, ...]]:
    found = [(o, o.move) for o in extraction.observations]
    return [(o.instrument, o.level, *((m.direction, m.value, m.basis) if m else (None, None, None))) for o, m in found]


def test_bonds_over_a_week_and_over_the_bund(read: Callable[[str], Extraction]) -> None:
    assert sorted(moves(read(BONDS)), key=str) == [
        ("DE10Y", 2.36, "down", 11.0, "prev_close"),
        ("DE10Y", None, "down", 26.0, "week"),
        ("FI10Y", 2.93, "down", 6.0, "prev_close"),
        ("FI10Y", None, "down", 9.0, "week"),
        ("FI10Y-DE10Y", 57.0, None, None, None),
    ]


def test_percentage_points_over_a_month(read: Callable[[str], Extraction]) -> None:
    assert sorted(moves(read(PERIODS)), key=str) == [
        ("GB10Y", 4.5, "up", 1.0, "prev_close"),
        ("GB10Y", None, "down", 12.0, "month"),
        ("US10Y", 4.25, "down", 3.0, "prev_close"),
        ("US10Y", None, "down", 20.0, "month"),
    ]


def test_policy_rates_by_country(read: Callable[[str], Extraction]) -> None:
    found = [(o.instrument, o.level, o.level_kind) for o in read(RATES).observations]
    assert found == [
        ("AU_POLICY", 3.85, "last"),
        ("AU_POLICY", 4.1, "previous"),
        ("NO_POLICY", 4.25, "last"),
        ("NO_POLICY", 4.5, "previous"),
    ]


def test_forecasts_of_policy_rates_are_no_rates(read: Callable[[str], Extraction]) -> None:
    assert not read(FORECASTS).observations
