"""Levels to which prices leapt at the beginning of a day: extremes where the rest of the report lies short; written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

KINDS = {
    "Brent leapt 19.5% to $71.95 in early trading. At 0915 it was at $66.11.": ["high", "last"],
    "In early Asian trading Brent leapt 19.5% to $71.95. It was last at $66.11.": ["high", "last"],
    "Gold spiked 3% to $2,480 right after the opening bell and was last at $2,431.": ["high", "last"],
    "When markets opened in Asia, Brent leapt 9% to $71.95. It was last at $68.11.": ["high", "last"],
    "Sterling plunged 6% to $1.1841 within seconds. Teatime today it was at $1.2435.": ["low", "last"],
    "Ether crashed 20% to $2,310 in early Asian business. It now costs $2,610.": ["low", "last"],
    "Natural gas jumped 11% to $4.20 early in the session. It settled at $3.95.": ["high", "close"],
    "Brent leapt 19.5% to $71.95 in early trading. At 0915 it was at $72.40.": ["last", "last"],
    "Brent slipped 2% to $71.95 in early deals. At 0915 it was at $72.40.": ["last", "last"],
    "Gold leapt $36 to $1,767 within minutes.": ["last"],
}


@pytest.mark.parametrize(("text", "kinds"), KINDS.items())
def test_a_price_that_leapt_early(read: Callable[[str], Extraction], text: str, kinds: list[str]) -> None:
    assert [o.level_kind for o in read(text).observations] == kinds
