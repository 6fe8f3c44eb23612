"""Comparisons of results, judged by hand: better (1), worse (-1), or nothing that can be compared (0)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.score.results import side_of_results

COMPARISONS = [
    ("Operating profit rose to EUR 5.2 mn from EUR 3.1 mn a year earlier.", 1),
    ("Net sales came to SEK 1,204.5 million, compared with SEK 1,310 million.", -1),
    ("Pretax profit totalled EUR 9.0 mn, down from EUR 36.3 mn in 2007.", -1),
    ("Earnings per share were EUR 0.21, against EUR 0.34 in the comparison period.", -1),
    ("The loss narrowed to EUR 1.1 mn from EUR 3.7 mn in the third quarter of 2008.", 1),
    ("Loss before taxes widened to EUR 2.6 mn from EUR 0.4 mn.", -1),
    ("Operating loss totalled EUR 0.8 mn, compared to a profit of EUR 0.9 mn a year earlier.", -1),
    ("Profit was 12 million, against a loss of 30 million in 2008.", 1),
    ("Cash flow from operations was EUR 7.4 mn, compared to a negative EUR 2.3 mn.", 1),
    ("The firm lifted revenue from $410 million to $455 million.", 1),
    ("Turnover was EUR 31 mn (EUR 28 mn).", 1),
    ("Operating margin stood at 7.1 %, versus 8.0 % last year.", -1),
]
NOTHING = [
    "In 2009, turnover was EUR 120 mn.",
    "Inflation rose to 5.1% from 4.4%.",
    "Costs fell to EUR 3 mn from EUR 4 mn.",
    "Sales were EUR 100 mn and the firm has 300 employees.",
    "Profit was USD 3 million against EUR 4 bn in orders.",
    "Sales rose to EUR 12 mn from EUR 11 mn. Profit fell to EUR 1 mn from EUR 2 mn.",
    "",
]


@pytest.mark.parametrize(("text", "side"), COMPARISONS)
def test_a_comparison_is_read(text: str, side: int) -> None:
    assert side_of_results(text) == side


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_comparison_of_results_is_left_alone(text: str) -> None:
    assert side_of_results(text) == 0


@given(st.text(), st.integers(0, 10**9), st.integers(0, 10**9))
def test_the_larger_profit_is_the_better(noise: str, now: int, before: int) -> None:
    side_of_results(noise)
    expected = (now > before) - (now < before)
    assert side_of_results(f"Profit was EUR {now:,} against EUR {before:,}.") == expected
