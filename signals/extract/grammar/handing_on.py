"""The price that ends a sentence goes with the size behind it, not with the one that another clause told of an earlier moment.

| text                                                       | level is of   | counter-example                              |
|------------------------------------------------------------|---------------|----------------------------------------------|
| "rose 2% in the morning and closed at $3,345, up 1.1%"     | up 1.1%       | "rose 2% to $3,345, up 10% for the year"     |
| "shed 8% in an hour and was last at $111,250, 3% lower"    | 3% lower      | "rose 2% and closed at $3,345, up 27% in May" |
"""

from __future__ import annotations

from itertools import pairwise

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.sentence import FUNCTION, Sentence
from signals.extract.text.tokens import Token

_BEHIND = 4  # tokens from a level to the size behind it, at most


def hand_on(s: Sentence, frames: list[Frame]) -> None:
    """Gives the level of a frame to the next one, whose size stands right behind it."""
    for first, second in pairwise(frames):
        level = first.level
        if level is None or first.move is None or second.level is not None or second.move is None:
            continue
        if first.subjects is second.subjects and _apart(s, first.move, level) and _right_behind(s, level, second):
            _hand(first, second, level)


def _apart(s: Sentence, size: Token, level: Token) -> bool:
    """Whether a verb of its own behind "and" or a comma leads to a level."""
    between = s.tokens[size.place + 1 : level.place]
    bound = next((t.place for t in between if t.kind == "bound"), None)
    joined = bound is not None and s.tokens[bound].form in ("and", "comma")
    return joined and any(t.kind == "state" and t.place > (bound or 0) for t in between)


def _right_behind(s: Sentence, level: Token, second: Frame) -> bool:
    """Whether a comma and the size of the day stand behind a level."""
    size, comma = second.move, s.at(level.place + 1)
    if size is None or comma is None or comma.form != "comma" or not 1 < size.place - level.place <= _BEHIND:
        return False
    periods = [t for t in second.times if t.place > size.place and t.value.unit not in (None, "day", "session")]
    return not periods and max(s.gaps[level.place + 2 : size.place + 1]) <= FUNCTION


def _hand(first: Frame, second: Frame, level: Token) -> None:
    second.level, second.kind, second.levels = level, first.kind, [level]
    second.counter = second.counter or first.counter
    second.times += [t for t in first.times if t.place > level.place and t not in second.times]
    first.times = [t for t in first.times if t.place < level.place]
    first.level, first.kind, first.levels = None, None, []
    second.reach(level)
