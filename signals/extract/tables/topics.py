"""Tables that are of no prices though instruments head their rows: sales, results, stocks in warehouses, forecasts.

| title                               | read | counter-example                        |
|-------------------------------------|------|----------------------------------------|
| "Car sales in June"                 | no   | "Stocks slip after car sales"          |
| "LME warehouse stocks, tonnes"      | no   | "LME prices and warehouse stocks"      |
| "Year-end forecasts of brokers"     | no   | any of these above "Last" or "Close"   |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signals.extract.tables.rows import Line, line_end

_OTHER = re.compile(
    r"\b(?:turnover|volumes?|open interest|inventor(?:y|ies)|warehouses?|stockpiles|imports|exports|output|production|results"
    r"|earnings|revenues?|profits?|sales|deliveries|registrations|flows?|inflows|outflows|holdings|reserves|forecasts?|targets?"
    r"|estimates|inflation|unemployment|GDP|payrolls|calendar|medals?|standings|league|ratings?|dividends?|market cap\w*"
    r"|weights?|positions|net longs?|employees|capacity|shipments|consumption|demand|supply|stakes?|downloads|subscribers)\b",
    re.IGNORECASE,
)
# Said of no price, whatever else a title says.
_SURELY_OTHER = re.compile(
    r"\b(?:price targets?|target prices?|P/Es?|price[-/ ](?:to[- ])?earnings|betas?|market val\w+|valuations?"
    r"|capital expenditure|capex|job cuts|layoffs|expir(?:y|ies)|implied vol\w*|margins?|EPS|bn|mln|billions?|millions?"
    r"|crores?|lakhs|headcount|unit sales|market share|(?:LME|exchange|Comex|SHFE) stocks)\b|[$€£]m\b",
    re.IGNORECASE,
)
_PRICES = re.compile(
    r"\b(?:prices?|priced|quotes?|quotations?|rates?|clos(?:e|es|ing)|settle\w*|last|markets?|levels?)\b", re.IGNORECASE
)
_PRICE_COLUMN = re.compile(r"\b(?:prices?|last|latest|clos(?:e|ing)|settle\w*|bid|yield|spot|now)\b", re.IGNORECASE)
_TITLE = 10  # words of a title at most


def is_of_no_prices(text: str, above: Sequence[Line], heads: Sequence[str]) -> bool:
    """Whether the title nearest above a table says that it is of something else, and its columns do not say that it is not."""
    lines = [text[start : line_end(text, start)] for start, _ in above]
    titles = [(line, tokens) for line, (_, tokens) in zip(lines, above, strict=True) if _is_title(line, heads)]
    if not titles or any(_PRICE_COLUMN.search(head) for head in (*heads, *_columns(lines, titles[-1][0]))):
        return False
    line, tokens = titles[-1]
    if _SURELY_OTHER.search(line) is not None:
        return True
    return _OTHER.search(line) is not None and _PRICES.search(line) is None and all(t.kind != "direction" for t in tokens)


def _is_title(line: str, heads: Sequence[str]) -> bool:
    if line.rstrip().endswith((".", "?", "!")):
        return False
    longest = 2 * _TITLE if line.rstrip().endswith(":") else _TITLE
    return len(line.split()) <= longest and not any(head in line for head in heads) and "  " not in line.strip()


def _columns(lines: Sequence[str], title: str) -> list[str]:
    """The lines below the title: the heads of columns."""
    return list(lines[lines.index(title) + 1 :])
