"""Premiums to what the first buyers of a share paid: moves from there, as "above" and "below" it are.

| text                                        | a move | counter-example                        |
|---------------------------------------------|--------|----------------------------------------|
| "ended at a 44% premium to its offer price" | up     | "a 44% premium to Shell"               |
| "a discount of 9% to the $20 issue price"   | down   | "offered at a 9% discount to the close" |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signals.extract.text.tokens import Token

ISSUE_PRICE = (
    r"(?:(?:IPO|[Ii]nitial public offering|[Ii]ssu(?:e|ing)|[Oo]ffer(?:ing)?|[Ll]isting|[Ff]loat|[Ff]lotation"
    r"|[Pp]lac(?:ing|ement)|[Ss]ubscription|debut)[ -]price\b|(?:offer|IPO)(?=[.,;]| (?:of|and|in|at)\b))"
)
_SIGNS = {"premium": 1, "discount": -1}
_TO_ISSUE = re.compile(
    rf"(?: of [\d.,]+(?: ?%| per ?cent| pct))? (?P<link>to|over|on|from|against|above) (?:[^ .;\n]+ ){{0,3}}?{ISSUE_PRICE}"
)


def over_issue(text: str, words: Sequence[Token]) -> None:
    """Makes directions of the words for a premium or a discount to an issue price, which is where the move began."""
    if " price" not in text and " offer" not in text and " IPO" not in text:
        return
    links: set[int] = set()
    for word in words:
        sign = _SIGNS.get(text[word.start : word.end]) if word.kind == "other" else None
        if sign is not None and (found := _TO_ISSUE.match(text, word.end)):
            word.kind, word.form, word.value = "direction", "noun", sign
            links.add(found.start("link"))
    for word in words if links else ():
        if word.start in links and word.kind == "prep":
            word.form = word.value = "from"
