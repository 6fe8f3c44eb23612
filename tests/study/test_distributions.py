"""p values in SQL against scipy, tails included, and against values of printed tables."""

from __future__ import annotations

import duckdb
import numpy as np
import pytest
from scipy import stats

from signals.resources import sql_path

POINTS = [0.0, 1e-6, *np.linspace(0.05, 35, 140)]


@pytest.fixture(scope="module")
def connection():
    with duckdb.connect() as opened:
        opened.execute(sql_path("event_study_1_distributions.sql").read_text())
        opened.execute("CREATE TABLE points AS SELECT unnest(?::DOUBLE[]) AS x", [POINTS])
        yield opened


def test_normal(connection) -> None:
    found = connection.sql("SELECT normal_p_value(x), normal_p_value(-x) FROM points ORDER BY x").fetchall()
    expected = 2 * stats.norm.sf(POINTS)
    assert [plus for plus, _ in found] == pytest.approx(list(expected), rel=1e-12, abs=0)
    assert all(plus == minus for plus, minus in found)


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 7, 11, 30, 51, 99, 250, 1000, 9999, 100_000])
def test_student(connection, freedom: int) -> None:
    found = connection.sql("SELECT student_p_value(x, $df) FROM points ORDER BY x", params={"df": freedom}).fetchall()
    assert [p for (p,) in found] == pytest.approx(list(2 * stats.t.sf(POINTS, freedom)), rel=1e-9, abs=0)


@pytest.mark.parametrize(("t", "freedom"), [(12.706, 1), (2.228, 10), (2.042, 30), (1.984, 100)])
def test_student_against_the_printed_table_at_five_percent(connection, t: float, freedom: int) -> None:
    ((p,),) = connection.sql("SELECT student_p_value($t, $df)", params={"t": t, "df": freedom}).fetchall()
    assert p == pytest.approx(0.05, abs=3e-5)


def test_nothing_gives_nothing(connection) -> None:
    row = connection.sql(
        "SELECT normal_p_value(NULL), student_p_value(NULL, 5), normal_p_value('inf'::DOUBLE), student_p_value(2, 0)"
    ).fetchall()[0]
    assert row == (None, None, 0.0, None)
