"""What a review of a year or a quarter says of goods and indices: sizes that no day brings are those of its period.

| headline, at the end of December            | "palladium climbed 96 percent" | counter-example                     |
|---------------------------------------------|--------------------------------|-------------------------------------|
| "Cotton leads goods to second annual gain"  | of the year so far             | "Gold at its highest in a year"     |
| "Metals: the year in review"                | of the year so far             | "Gold jumps, palladium soars 21%"   |
| "Oil heads for worst quarter since 2008"    | of the quarter so far          | "Oil falls after quarterly results" |
"""

from __future__ import annotations

import re
from datetime import date

from signals.records import Basis

_FALL = "loss|drop|fall|decline|slump|slide|loser"
_GAIN = rf"(?:gain|rise|advance|increase|rally|climb|jump|run|winner|performance|return|{_FALL})(?:s|es)?"
_REVIEW = re.compile(
    rf"\b(?:(?:annual|yearly|full-year) (?:\w+ )?{_GAIN}\b|year(?:-end)?[- ]in[- ]review"
    r"|year[- ]end(?:er)?[- ](?:review|report|wrap)|year[’']s (?:best|worst|biggest|top|winners|losers|performers)"
    r"|(?:best|worst|strongest|weakest) (?:\w+ )?(?P<year>year)\b"
    r"|(?:of|for|over|in) (?:the|a) year\b(?! (?:high|low))|review of (?:the year|20\d\d)"
    r"|(?:best|worst|strongest|weakest) (?:\w+ )?(?P<quarter>quarter)\b"
    rf"|(?P<quarterly>quarterly) (?:\w+ )?{_GAIN}\b|(?:of|for|over|in) the (?P<period>quarter)\b)",
    re.IGNORECASE,
)
_LEAST = {"commodity": 20, "precious metal": 20, "index": 15, "crypto": 40}  # percent that no day of a review brings
_FRESH = 21  # days after the end of a period in which it is reviewed


def period_of_review(headline: str) -> str | None:
    """The period that a headline reviews: "year" or "quarter"."""
    found = _REVIEW.search(headline)
    if found is None:
        return None
    return "quarter" if found["quarter"] or found["quarterly"] or found["period"] else "year"


def basis_of_review(period: str, instrument_class: str, percent: float, written: date | None) -> Basis | None:
    """What a size of a review is measured from; None where a day may have brought it, or where no period has just ended."""
    least = _LEAST.get(instrument_class)
    if least is None or percent < least or written is None:
        return None
    months = 12 if period == "year" else 3
    past = (written - date(written.year, (written.month - 1) // months * months + 1, 1)).days
    if past < _FRESH:
        return "year" if period == "year" else "quarter"
    ends = written.month % months == 0 and written.day > _FRESH
    return ("ytd" if period == "year" else "qtd") if ends else None
