"""Columns of tables of bonds: prices beside yields, a column for each tenor, gaps to the Bund.

| header                       | read as                                     | counter-example                     |
|------------------------------|---------------------------------------------|-------------------------------------|
| "Price  Chg   Yield  Chg bp" | the yield and its change                    |                                     |
| "10-YEAR YIELDS  %  day, bp" | the percentage is the level                 | "Yield  Change  %"                  |
| "2-yr   5-yr   10-yr"        | a bond of each tenor                        | returns over as many years          |
| "Last   Chg bp   Spread"     | gaps to the Bund, where the table has Bunds | a spread of Brazil over Treasuries  |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signals.extract.linking.mentions import Mention
from signals.extract.tables.columns import TENOR_OF_COLUMN
from signals.extract.text.tokens import Number, Token

_PRICE = re.compile(r"\bprice\b", re.IGNORECASE)
_YIELD = re.compile(r"\b(?:yield|yld)\b", re.IGNORECASE)
_GERMANY = "DE"
_NEARLY = 0.06  # of a basis point
_WHOLE = 10  # basis points: what is less and has decimals may be percentage points


def is_bond(mention: Mention) -> bool:
    """Whether rows of this instrument are yields."""
    return mention.instrument_class == "bond yield"


def of_bonds(roles: Sequence[str], heads: Sequence[str], names: Sequence[Mention]) -> tuple[str, ...]:
    """The roles of the columns of a table of bonds; those of another table as they are."""
    if not names or not all(is_bond(mention) for mention in names):
        return tuple("other" if TENOR_OF_COLUMN.fullmatch(role) else role for role in roles)
    found = _without_prices(roles, heads[-len(roles) :]) if len(heads) >= len(roles) else list(roles)
    tenors = any(TENOR_OF_COLUMN.fullmatch(role) for role in found)
    if tenors:
        found = ["1Y" if role.startswith("year") else role for role in found]
    elif "percent" in found and not {"last", "close"} & set(found):
        found[found.index("percent")] = "last"
    if "gap" in found and any(mention.id.startswith(_GERMANY) for mention in names):
        found[found.index("gap")] = "spread"
    return tuple(found)


def _without_prices(roles: Sequence[str], heads: Sequence[str]) -> list[str]:
    """The roles, those of the bonds' prices and of what stands between them and the yields left out."""
    found = list(roles)
    price = next((place for place, head in enumerate(heads) if _PRICE.search(head)), None)
    first = next((place for place, head in enumerate(heads) if _YIELD.search(head)), None)
    if price is not None and first is not None:
        stop = first if first > price else len(found)
        found[price:stop] = ["other"] * (stop - price)
    return found


def by_basis_points(roles: Sequence[str], rows: Sequence[Sequence[Number | None]]) -> bool:
    """Whether the changes of a table of yields are what its two levels differ by in basis points, though near 1 they may be
    that in percent as well.
    """
    if not {"change", "previous"} <= set(roles) or not {"last", "close"} & set(roles):
        return False
    level = next(place for place, role in enumerate(roles) if role in ("last", "close"))
    told = [(row[level], row[roles.index("previous")], row[roles.index("change")]) for row in rows]
    fit = [
        abs(100 * abs(_signed(now) - _signed(then)) - size.value) < _NEARLY for now, then, size in told if now and then and size
    ]
    return 2 * sum(fit) > len(fit)


def _signed(number: Number) -> float:
    return number.value * (number.sign or 1)


def own_column(mention: Mention, roles: Sequence[str]) -> list[str]:
    """The roles, the column of a bond's own tenor being its level."""
    own = mention.id[2:] if is_bond(mention) else ""
    return ["last" if role == own else role for role in roles]


def of_column(name: Token, role: str) -> Token | None:
    """The bond of the tenor that heads a column, of the country of a row; None for the row's own and for no tenor."""
    own: Mention = name.value
    if not TENOR_OF_COLUMN.fullmatch(role) or not is_bond(own) or "_" in own.id or own.id[2:] == role:
        return None
    return Token("instrument", name.start, name.end, replace(own, id=own.id[:2] + role))


def over_germany(name: Token, gap: Token) -> Token | None:
    """What a column of gaps to the Bund is of: the spread of the row's bond; None for another row."""
    identity, number = name.value.id, gap.number
    if not is_bond(name.value) or identity.startswith(_GERMANY) or "_" in identity:
        return None
    if number is None or (number.value < _WHOLE and number.decimals > 1) or number.unit == "percent":
        return None
    return Token("instrument", name.start, name.end, Mention(f"{identity}-{_GERMANY}{identity[2:]}", "yield spread", "bp"))
