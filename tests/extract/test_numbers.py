"""Numbers as printed: values, units, and what is claimed before they are read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.extract.text.digits import plain_value
from signals.extract.text.numbers import digit_numbers
from signals.extract.text.numerals import value
from signals.records import Extraction


def lex(text: str) -> list[tuple[float, str | None]]:
    return [
        (t.number.value, t.number.unit)
        for t in digit_numbers(text, lambda _start, _end: None)
        if t.number and not t.number.ignored
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R17.62", [(17.62, "ZAR")]),
        ("US$1,341.30/oz", [(1341.3, "USD")]),
        ("¥157.3", [(157.3, "JPY")]),
        ("$43.2k", [(43200.0, "$")]),
        ("10 1/2 cents", [(0.105, "$")]),
        ("10 and ½ cents", [(0.105, "$")]),
        ("¼ cent", [(0.0025, "$")]),
        ("$9.12 and a quarter", [(9.1225, "$")]),
        ("$9.12 and a nickel", [(9.12, "$")]),
        ("5,0%", [(5.0, "percent")]),
        ("108 597 points", [(108597.0, "points")]),
        ("28.2p", [(0.282, "GBP")]),
        ("2.5 basis points", [(2.5, "bp")]),
        ("0.25 percentage point", [(0.25, "pp")]),
        ("a 12-year low", []),
        ("$234 million", []),
        ("640,000 tonnes", []),
    ],
)
def test_a_printed_number_has_its_value_and_unit(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(pytest.approx(size), unit) for size, unit in expected] == lex(text)


def test_a_two_way_quote_keeps_both_sides() -> None:
    found = next(digit_numbers("102.10/30", lambda _start, _end: None)).number
    assert found is not None
    assert (found.value, found.alternative) == (102.1, pytest.approx(102.3))


@pytest.mark.parametrize(
    ("words", "expected"),
    [("three & half", 3.5), ("four thousand 129 point 68", 4129.68), ("zero point zero five", 0.05), ("nine", 9.0)],
)
def test_words_make_numbers(words: str, expected: float) -> None:
    assert value(words.split()) == pytest.approx(expected)


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_thousands_separators_do_not_change_a_value(whole: int, cents: int) -> None:
    assert plain_value(f"{whole:,}.{cents:02d}") == pytest.approx(float(f"{whole}.{cents:02d}"))


def test_what_only_looks_like_a_quantity_is_ignored_with_its_reason(read: Callable[[str], Extraction]) -> None:
    numbers = read("At 1251 GMT on July 9 the Top-40 index was down 0.2% after a $234 million programme.").numbers
    reasons = {n.text: n.reason for n in numbers}
    assert reasons["1251"] == "time"
    assert reasons["40"] == "name"
    assert reasons["$234 million"] == "amount"
    assert [n.text for n in numbers if n.status == "claimed"] == ["0.2%"]
