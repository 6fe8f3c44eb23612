"""Cells that say which bond a row is of: when it matures, or its number. They are neither figures nor times.

| row                                   | cell        | counter-example                       |
|---------------------------------------|-------------|---------------------------------------|
| "10-yr   1.500   June 1/23   2.567"   | June 1/23   | "S&P 500   Jan 3   4,796.56"          |
| "2-year  4.500   31-May-26   4.721"   | 31-May-26   | the same date in a sentence           |
"""

from __future__ import annotations

import re
from functools import lru_cache

from signals.extract.text.months import SHORT_MONTHS
from signals.extract.times.expression import TimeExpression

_HEADED = re.compile(r"\b(?:coupon|cpn|maturity|matures|redemption|due)\b[^\n]*(?:  |\t|\|)", re.IGNORECASE)
_MONTH = rf"(?:{'|'.join(SHORT_MONTHS)})[a-z]*\.?"
_WHICH = re.compile(
    rf"(?:(?<=  )|(?<=[\t|])|(?<=[\t|] ))(?:{_MONTH}[ -](?:\d{{1,2}}(?:/|, ?))?\d{{2,4}}|\d{{1,2}}[- ]{_MONTH}[- ]\d{{2,4}}"
    r"|\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{4}-\d\d-\d\d|(?:No\. ?|#)\d+)(?=  |[ ]?[\t|])",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def which_bond(text: str) -> tuple[tuple[int, int], ...]:
    """Where such cells stand in a text one of whose tables has a column for what tells bonds apart."""
    parted = "  " in text or "\t" in text or "|" in text
    return tuple(match.span() for match in _WHICH.finditer(text)) if parted and _HEADED.search(text) else ()


def without_maturities(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """The times of a text, those left out at which bonds mature."""
    cells = which_bond(text)
    return [t for t in times if not any(start <= t.start < end for start, end in cells)] if cells else times
