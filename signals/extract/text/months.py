"""The names of the months, in full and short, and a pattern for those written with a capital."""

from __future__ import annotations

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SHORT_MONTHS = {name[:3]: place for place, name in enumerate(MONTHS, 1)} | {"sept": 9}
MONTH = "|".join(name.title() for name in MONTHS)
SHORT_MONTH = "|".join(name.title() for name in SHORT_MONTHS)
