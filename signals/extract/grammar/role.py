"""What a number and a name can be in their sentence, and the words that the grammar and the roles share."""

from __future__ import annotations

from dataclasses import dataclass

from signals.extract.text.tokens import Number, Token

MOVE_UNITS = frozenset(("percent", "bp", "points", "pp"))
RELATIVE_UNITS = MOVE_UNITS | {"pips"}
NO_MONEY = RELATIVE_UNITS | {None}
OF_NO_COUNTRY = NO_MONEY | {"$", "Rs"}  # units, and signs that several countries have for their money
SUBJECT, COUNTER, OBJECT, MODIFIER = range(4)  # what a name is in its clause; a counter is what another is priced in
IGNORED = "ignored"
EXTREMES = frozenset(("high", "low"))
REACHED = EXTREMES | {"reach"}
OF_A_DAY = EXTREMES | {"open", "close"}  # the prices that a day has of each one
LEVEL_KINDS = OF_A_DAY | {"fixing", "previous"}


@dataclass(slots=True, eq=False)
class Role:
    """What a number is, the sign of a move, the kind of a level, the reason for ignoring it."""

    name: str
    sign: int | None = None
    kind: str | None = None
    cue: Token | None = None
    reason: str | None = None


BARE = Role("bare")
TECHNICAL = Role(IGNORED, reason="technical level")
THRESHOLD = Role(IGNORED, reason="threshold")
DEAL = Role(IGNORED, reason="price of a deal")
MEASURES_OTHER = Role(IGNORED, reason="measures something else")


def is_size(number: Number) -> bool:
    """Whether a number has the unit of a change, and none of a price."""
    return number.unit in MOVE_UNITS or number.fraction


def in_money(number: Number) -> bool:
    """Whether a number is printed in a money, of whatever country."""
    return number.unit not in NO_MONEY


def in_own_money(number: Number) -> bool:
    """Whether a number is printed in a money whose country is known: "yen", but not "$"."""
    return number.unit not in OF_NO_COUNTRY


PERCENTAGES = "range of percentages"
ASIDE = "conversion or aside"
BETWEEN = Role(IGNORED, reason=PERCENTAGES)
