"""A headline that names one instrument: what its grammar left open is said of that instrument, where unit and size fit.

"Gold seals 8.3% quarterly gain, settles at $1,345.80" has verbs that no vocabulary lists and articles that it leaves out; but a
single line about gold, with a price that only gold could have, leaves no one else whose price it is. Not where the clause
speaks of demand, output or a forecast, nor under a condition.
"""

from __future__ import annotations

import re

from signals.extract.grammar.compounds import in_amount, names_other_thing
from signals.extract.grammar.frames import Frame
from signals.extract.grammar.outcomes import stands_for
from signals.extract.grammar.role import MODIFIER, MOVE_UNITS, Role
from signals.extract.grammar.roles import role
from signals.extract.grammar.sentence import FOREIGN, HEADS, NOTHING, Sentence, words
from signals.extract.grammar.sizes import level_fits, size_fits
from signals.extract.grammar.subjects import position
from signals.extract.grammar.telling import CLAIMED
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import nouns_of_direction

_SIZED = MOVE_UNITS | {"$", "USD"}
_CLASSES = ("precious metal", "commodity", "crypto")
_PRICELESS = ("currency", "policy rate", "bond yield", "index", "volatility index")  # classes with no price in dollars
_METALS = {"GC": "XAUUSD", "SI": "XAGUSD", "PL": "XPTUSD", "PA": "XPDUSD"}
_MOST = 0.15  # of the level: a larger move in money is none of a day
_NEAR = ("around", "near", "about", "close to")
_UP_TO = "up to"  # in "gold price up to $3,345" where it went
_DEAREST = 10  # dollars: what no currency costs
_BESIDE = ("bound", "state", "time", "number")
_OPEN_ROLES = ("level", "bare", "named", "continuation")
_APPROACHING = re.compile(
    r"\b(?:near|approach|test|eye|target|threaten|flirt|chase|challenge|defend|lose|los)\w* \Z", re.IGNORECASE
)
_SILENT = ("other", "modal", "technical", "ref")

Fates = dict[int, tuple[str, str | None]]


def complete(s: Sentence, frames: list[Frame], fates: Fates) -> list[Frame]:
    """Further frames of a one-line item with one instrument: a level and a size that nobody has claimed."""
    name = _sole(s)
    if name is None or s.text.rstrip().endswith("?"):
        return []
    _take_back(frames, name, fates)
    levels = [t for t in s.tokens if _open(s, t, fates) and _is_level(s, t, name)] if not any(f.level for f in frames) else []
    sizes = (
        [(t, r) for t in s.tokens if _open(s, t, fates) and (r := _size(s, t, name))] if not any(f.move for f in frames) else []
    )
    if len(levels) > 1 or len(sizes) > 1 or not (levels or sizes):
        return []
    frame = _waiting(frames, sizes[0] if sizes and not levels else None) or Frame(
        [name], start=name.start, end=name.end, subject_start=name.start
    )
    if sizes and not _is_small(sizes[0][0].number, levels[0] if levels else frame.level):
        return []
    if levels:
        frame.level, frame.levels = levels[0], levels
        frame.kind = _kind(s, levels[0])
        if frame.direction is None and _hedge(s, levels[0]) == _UP_TO:
            frame.direction = stands_for(s.hedges[levels[0].place], 1)
    if sizes:
        frame.move, frame.moves, frame.sign = sizes[0][0], [sizes[0][0]], sizes[0][1].sign
    for token in [*levels, *(size for size, _ in sizes)]:
        frame.reach(token)
        fates[token.start] = CLAIMED
    return [] if frame in frames else [frame]


def _take_back(frames: list[Frame], name: Token, fates: Fates) -> None:
    """ "Gold rises as dollar slips, now at $3,345": a price that went to what has none."""
    for frame in frames:
        number = frame.level.number if frame.level is not None and frame.move is None else None
        other = frame.subjects[0].value.instrument_class in _PRICELESS if frame.subjects else False
        if number is not None and other and frame.level is not None and number.unit == "$" and _fits_alone(number, name):
            fates[frame.level.start] = ("unread", None)
            frame.level, frame.levels = None, []


def _fits_alone(number: Number, name: Token) -> bool:
    return number.value >= _DEAREST and level_fits(name.value, number)


def _hedge(s: Sentence, level: Token) -> str:
    hedge = s.hedges.get(level.place)
    return str(hedge.value) if hedge is not None else ""


def _kind(s: Sentence, level: Token) -> str:
    """What a level is by its role, else by the level word behind it: "$1,286.20 settle"."""
    behind = s.next(level.place, NOTHING)
    said = behind.form if behind is not None and behind.kind == "state" else role(s, level.place).kind
    return said if said in ("close", "high", "low", "fixing", "open") else "last"


def _waiting(frames: list[Frame], size: tuple[Token, Role] | None) -> Frame | None:
    """The statement that lacks what was found: a size without its level, or a level without its ``size``."""
    told = [f for f in frames if f.level is None and not (f.move is None and f.direction is None)]
    lacking = told if size is None else [f for f in frames if _lacks(f)]
    return lacking[0] if len(lacking) == 1 and (size is None or _suits(lacking[0], *size)) else None


def _lacks(frame: Frame) -> bool:
    return frame.level is not None and frame.move is None


def _suits(frame: Frame, size: Token, told: Role) -> bool:
    """Whether a size can be that of a statement: "$8.60 jump lifts gold to $1,312", not "falls to $1,280 after $30 surge"."""
    if frame.direction is None:
        return True
    return frame.level is not None and size.place < frame.level.place and int(frame.direction.value) == told.sign


def _is_small(size: Number | None, level: Token | None) -> bool:
    """Whether a size in money is one that a price can move by in a day."""
    if size is None or level is None or level.number is None or size.unit in MOVE_UNITS:
        return True
    return size.value <= _MOST * level.number.value


def _sole(s: Sentence) -> Token | None:
    """The one instrument that a sentence names, a metal and its future being one, and behind it perhaps what no price in money
    can be of, "as dollar slips"; None where it names more or another class.
    """
    names = [t for t in s.tokens if t.kind == "instrument" and not in_amount(s, t.place)]
    ids = {_METALS.get(t.value.id, t.value.id) for t in names if t.value.instrument_class not in _PRICELESS}
    return names[0] if len(ids) == 1 and names[0].value.instrument_class in _CLASSES else None


def _open(s: Sentence, token: Token, fates: Fates) -> bool:
    """Whether a number has not been claimed, nor left out for a reason of its own, and its clause is about the instrument."""
    number = token.number
    if number is None or number.ignored or number.fraction:
        return False
    fate, reason = fates.get(token.start, ("unread", None))
    passed = reason == "threshold" and _hedge(s, token) == _UP_TO
    return (fate == "unread" or reason == "another subject" or passed) and _about(s, token.place)


def _about(s: Sentence, place: int) -> bool:
    """Whether the clause around a place is about the one instrument: it names it and not something called after it ("gold
    miners"), or it follows the name and names nothing of its own ("; metal sheds 0.9%").
    """
    first = next((p + 1 for p in range(place - 1, -1, -1) if s.tokens[p].kind == "bound"), 0)
    last = next((p for p in range(place, len(s.tokens)) if s.tokens[p].kind == "bound"), len(s.tokens))
    if any(_silences(t) for t in s.tokens[first:last]):
        return False
    named = [t for t in s.tokens[first:last] if t.kind == "instrument"]
    if named:
        return not any(_qualifies(s, t) for t in named)
    before = any(t.kind == "instrument" for t in s.tokens[:first])
    return before and max(s.gaps[first : place + 1]) <= HEADS


def _qualifies(s: Sentence, name: Token) -> bool:
    """ "Gold miner raises": the name belongs to a noun; in "gold prances to $1,282" an unknown verb follows it."""
    after = s.at(name.place + 1)
    verb = after is not None and s.gaps[name.place + 1] == FOREIGN and after.kind in ("prep", "number")
    if verb and any(names_other_thing(name, word.lower()) for word in words(s.gap(name.place + 1))):
        return True  # "gold miners in Australia"
    return position(s, name.place, held=False) == MODIFIER and not verb


def _silences(token: Token) -> bool:
    return token.kind in _SILENT and not (token.kind == "ref" and token.form in ("any", "commodity"))


def _is_level(s: Sentence, token: Token, name: Token) -> bool:
    number, left = token.number, s.near(token.place, HEADS)
    assert number is not None  # noqa: S101
    printed = number.unit in ("$", "USD") or (number.unit is None and number.decimals > 1 and _behind_size(s, token.place))
    if not printed or not level_fits(name.value, number):
        return False
    hedge = s.hedges.get(token.place)
    if hedge is not None:
        return str(hedge.value) in (*_NEAR, _UP_TO) and (left is None or left.kind == "instrument")  # "hovers around $1,225"
    found = role(s, token.place).name
    if left is None:  # "record books with $1,943", but not "to test $25"
        before = s.at(token.place - 1)
        mark = _APPROACHING.search(s.text, max(token.start - 16, 0), token.start)  # "nears $1,400"
        return found in ("level", "bare") and not (before is not None and before.kind == "prep") and not mark
    if left.kind in _BESIDE:
        return found in (_OPEN_ROLES if left.kind == "bound" else _OPEN_ROLES[:2])
    return found == "level" and left.form in ("at", "to", "for", "with")


def _behind_size(s: Sentence, place: int) -> bool:
    """ "XAU/USD -0.4% 1,902.35": whether a signed size stands right before a number."""
    size = s.near(place, NOTHING)
    return size is not None and size.number is not None and bool(size.number.sign)


def _size(s: Sentence, token: Token, name: Token) -> Role | None:
    """The role of a number that is a move by the words beside it."""
    number: Number | None = token.number
    if number is None or number.unit not in _SIZED or not size_fits(name.value, number):
        return None
    found = role(s, token.place)
    if found.name == "move" and found.kind is None:
        return found
    noun = s.next(token.place)
    if noun is not None and noun.kind == "time":  # "a 2.1% annual loss"
        noun = s.next(noun.place)
    if noun is None or noun.kind != "direction":
        return None
    return Role("move", sign=int(noun.value), cue=noun) if s.written(noun) in nouns_of_direction() else None
