"""The move of a statement: which way, and how far in the instrument's unit."""

from __future__ import annotations

from dataclasses import replace

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.unsaid_money import size_in_hundredths
from signals.extract.linking.mentions import Mention
from signals.extract.meaning.amounts import in_dollars, size_of
from signals.extract.text.tokens import Number, Token
from signals.records import Direction, Move

DIRECTIONS: dict[int, Direction] = {1: "up", -1: "down", 0: "flat"}


def move_of(frame: Frame, token: Token | None, mention: Mention, sign: int, instrument: str) -> Move | None:
    """The move that a frame states by a size, or by its direction alone; ``sign`` turns the mention's into the instrument's."""
    if frame.modal in ("conditional", "denied", "negated", "forecast"):
        return None
    if (
        token is None
        and frame.direction is not None
        and not (frame.bare and _says_a_move(frame.direction, mention, _leads_to(frame), sign))
    ):
        return None
    if frame.direction is not None and frame.direction.form == "spread" and _below_nothing(frame.level):
        return None  # "narrowed to minus 12 basis points": nothing says which way
    stated = frame.sign if token is not None else (frame.direction.value if frame.direction else None)
    if stated is None:
        return None
    number = size_in_hundredths(token.number, frame.level) if token is not None and token.number is not None else None
    number = _of_percentage(number, mention, frame.level) if number is not None else None
    number = _of_dollars(number, mention, frame.level) if number is not None else None
    value, unit = size_of(number, mention, instrument) if number is not None else (None, None)
    if unit is None and value is not None and _as_printed(number, frame.level) and len(instrument) == 6:
        unit = instrument[3:]  # "61.1512 (+2.8040)"
    by_price = (
        mention.by_price and unit != "bp" and not (token is None and _leads_to(frame))
    )  # "the bond was down to 7.1 percent"
    of_quote = frame.of_quote or _is_step_of_quote(frame, number)
    turned = int(stated) * (1 if of_quote else sign) * (-1 if by_price else 1)
    if number is not None and value is None:
        return None
    return Move(DIRECTIONS[turned], value if turned else None, unit if turned else None)


def _below_nothing(level: Token | None) -> bool:
    return level is not None and level.number is not None and level.number.sign < 0


def _of_percentage(size: Number, mention: Mention, level: Token | None) -> Number:
    """ "Up 21 points to 118%": points of a policy rate that stands higher than they are many are percentage points."""
    number = level.number if level is not None else None
    if number is None or size.unit != "points" or mention.instrument_class != "policy rate":
        return size
    return replace(size, unit="pp") if size.value < number.value and size.value % 25 else size


def _of_dollars(size: Number, mention: Mention, level: Token | None) -> Number:
    """ "Corn, bu: 6.89, down .1525": a part of a dollar beside a price in dollars, not of a cent; "$5.51, up 0.75" is."""
    price = level.number if level is not None else None
    if price is None or size.unit is not None or not 0 < size.value < 1 or not size.decimals or not in_dollars(price, mention):
        return size
    return size if price.unit is not None and size.value * 4 % 1 == 0 else replace(size, unit="USD")


_LARGE = 10  # percent that no currency moves in a day
_MANY = 100  # of a quote currency for one
_RARE = 3  # percent that few do, and hardly one whose price has moved by less than a hundredth of that


def _as_printed(size: Number | None, level: Token | None, least: int = 3) -> bool:
    """Whether a size has the decimals of its level, ``least`` of them, or is printed as no percentage of a day is."""
    number = level.number if level is not None else None
    if size is None or number is None or size.unit is not None:
        return False
    if size.decimals != number.decimals:
        return size.value >= _LARGE and not number.decimals and number.value > _MANY // 2 * size.value  # "3,337, up 31.50"
    large = size.value >= _LARGE or number.value > 100 * size.value > 100 * _RARE  # "1,324.50 (+4.20)"
    large = large or (number.value >= _MANY and number.value > 100 * size.value and size.decimals == 2)  # "144.50, down 0.43"
    return size.decimals >= least or (size.decimals > 0 and large)


def _is_step_of_quote(frame: Frame, size: Number | None) -> bool:
    """ "KRW: 1,324.50 (+4.20)": a step printed with its sign in the decimals of a level is one of the quote."""
    return size is not None and size.sign != 0 and not frame.tabular and _as_printed(size, frame.level, 2)


def _leads_to(frame: Frame) -> bool:
    """ "Recovering to 39.80": whether the level of a frame is where its direction led."""
    direction, level = frame.direction, frame.level
    return direction is not None and level is not None and 0 < level.place - direction.place <= 2


def _says_a_move(direction: Token, mention: Mention, with_level: bool, sign: int) -> bool:
    """Whether a direction without a size is a move of the instrument: "narrowed" is for spreads, "clawed back" only a path, and
    a currency that "breached 83 per dollar" rose or fell as the mark lies.
    """
    if direction.form == "crossing" and sign < 0:
        return False
    if direction.form == "path" and with_level:
        return True
    if direction.form == "spread":
        return mention.instrument_class == "yield spread"
    return direction.form != "path"
