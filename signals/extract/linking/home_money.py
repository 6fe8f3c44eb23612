"""The local currency of a report that names no local currency: that of the country which it is about.

| text                                                            | currency | counter-example                          |
|-----------------------------------------------------------------|----------|------------------------------------------|
| "CHISINAU - The national currency was at 17.66 to the dollar"   | MDL      | "the lira fell; the local currency was"  |
| "Kenya's market: the local unit stood at 129.2 to the dollar"   | KES      | "banks lend in local currency"           |
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from signals.extract.linking.issuers import local_money, seat
from signals.extract.linking.mentions import Mention
from signals.extract.linking.places import Places
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

_QUICK = (" currency", " unit")
_LOCAL = re.compile(
    r"\b[Tt]he (?P<name>(?:local|national|domestic|home|country['’]s|nation['’]s) (?:currency unit|currency|unit))\b"
)


def home_money(text: str, tokens: list[Token], places: Places, mention: Callable[[str, str], Mention]) -> list[Token]:
    """Tokens for "the local currency" in a text that names no local currency otherwise."""
    found = list(_LOCAL.finditer(text)) if holds_any(text, _QUICK) else []
    if not found or any(_is_local(token) for token in tokens):
        return []
    code = _codes().get(seat(text, places) or places.home(_codes()) or "")
    return [Token("instrument", match.start("name"), match.end("name"), mention(code, "currency")) for match in found if code]


def _is_local(token: Token) -> bool:
    """Whether a token names a local currency, alone or in a pair."""
    both = token.value.id if token.value.instrument_class in ("currency", "fx") else ""
    return both[:3] in local_money() or both[3:] in local_money()


@cache
def _codes() -> dict[str, str]:
    """The local currency of each country; the first of the table where it has had several."""
    return {country: code for code, country in reversed(local_money().items()) if country}
