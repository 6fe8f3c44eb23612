"""Whose the rows of a table are, seen beside the others of it: the line of a share, the month of a contract.

| rows                                              | read as                       | counter-example              |
|---------------------------------------------------|-------------------------------|------------------------------|
| "BHP  1,407.00" among shares in London            | its line in London            | the same among Sydney's      |
| "Brent (June)  90.45", "Brent (July)  89.62"      | the first; nothing            | "Gold a.m.", "Gold p.m."     |
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from signals.extract.linking.mentions import Mention
from signals.extract.tables.rows import Row
from signals.extract.text.months import SHORT_MONTHS

_MONTH = re.compile(rf"\b(?:{'|'.join(SHORT_MONTHS)})[a-z]*\b", re.IGNORECASE)
_SHARES = 2  # of one exchange that show where the others are listed


def own_rows(text: str, block: Sequence[Row]) -> list[Row]:
    """The rows without those of deferred months of a good whose first month stands above them, shares listed as the others."""
    on_one_exchange(block)
    seen: set[str] = set()
    kept = []
    for row in block:
        mention: Mention | None = row.name.value if row.name is not None else None
        if mention is not None and mention.instrument_class == "commodity":
            deferred = mention.id in seen and row.name is not None and _MONTH.search(text, row.name.start, row.figures[0].start)
            seen.add(mention.id)
            if deferred:
                continue
        kept.append(row)
    return kept


def on_one_exchange(block: Sequence[Row]) -> None:
    """Lists a company of several exchanges on that of all other shares of a table."""
    names = [row.name for row in block if row.name is not None and row.name.value.instrument_class == "share"]
    money = Counter(name.value.currency for name in names).most_common(2)
    if len(money) < 2 or money[0][1] < _SHARES or money[0][1] == money[1][1]:
        return
    for name in names:
        mention: Mention = name.value
        line = mention.listed_in(money[0][0]) or dict(mention.lines).get(str(money[0][0]))
        if mention.currency != money[0][0] and line is not None:
            name.value = replace(mention, id=line, currency=money[0][0], low=None, high=None, lines=())
