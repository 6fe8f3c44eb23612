"""Currency names after a number are its unit: "108.05 yen", "28.52 euros per megawatt hour"."""

from __future__ import annotations

import re

from signals.extract.numbers import PER, measure
from signals.extract.tokens import Token

_GAP = re.compile(
    r"[ -]?(?:(?:U\.?S\.?|us|Australian|Canadian|New Zealand|Turkish|Indian|Pakistani?|Mexican|Swiss|South African|index) )?",
    re.IGNORECASE,
)


def absorb_currencies(text: str, numbers: list[Token], mentions: list[Token]) -> None:
    """Moves a currency named right after a number from the mentions into the number's unit."""
    currencies = {m.start: m for m in mentions if m.value.instrument_class == "currency"}
    for token in numbers:
        number = token.number
        if number is None or number.unit not in (None, "$") or number.ignored not in (None, "amount", "count"):
            continue
        mention = next((currencies[p] for p in _places(text, token.end) if p in currencies), None)
        if mention is None or number.prefixed:
            continue
        mentions.remove(mention)
        number.unit, token.end = mention.value.id, mention.end
        if number.ignored == "count":
            number.ignored = None
        if per := PER.match(text, token.end):
            number.per, token.end = measure(per["per"]), per.end()


def _places(text: str, end: int) -> list[int]:
    gap = _GAP.match(text, end)
    return [end, end + 1 if text[end : end + 1] in (" ", "-") else end, gap.end() if gap else end]
