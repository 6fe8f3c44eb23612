"""Sizes that stand before whom they are said of.

| text                                   | size of | counter-example                               |
|----------------------------------------|---------|-----------------------------------------------|
| "Up 0.6%, the Dow closed at 39,000"    | the Dow | "Up 0.6% on Friday, it fell on Monday"        |
| "Down 1.2%: gold ends at $1,784.30"    | gold    | "Down 1.2%, said one trader"                  |
| "A $15 drop takes gold to $1,232"      | gold    | "A 3% drop in sales took the shares to $5"    |
| "With a gain of 3%, Brent was at $80"  | Brent   | "With inflation at 3%, Brent was at $80"      |
"""

from __future__ import annotations

from signals.extract.grammar import FUNCTION, HEADS, Sentence, words
from signals.extract.subjects import SUBJECT, position
from signals.extract.tokens import Token

_CARRIED = ("took", "takes", "taking", "leaves", "left", "leaving", "brought", "brings", "lifted", "pushed", "sent", "put")
_REACH = 6


def led_subject(s: Sentence, index: int) -> Token | None:
    """The instrument before which the size at ``index`` stands, if the size opens its sentence or follows a boundary."""
    if not _opens(s, index):
        return None
    carried = False
    for place in range(index + 1, min(index + _REACH, len(s.tokens))):
        token = s.tokens[place]
        carried = carried or s.written(token) in _CARRIED or any(w.lower() in _CARRIED for w in words(s.gap(place)))
        if token.kind == "instrument":
            follows = s.tokens[place - 1].kind == "bound" and s.gaps[place] <= HEADS
            return token if carried or (follows and position(s, place, held=False) == SUBJECT) else None
        if not _between(token) and s.written(token) not in _CARRIED:
            return None
        if s.gaps[place] > FUNCTION:
            return None
    return None


def _opens(s: Sentence, index: int) -> bool:
    """Whether nothing but words of direction stands between the size and the start of its segment."""
    for place in range(index, -1, -1):
        token = s.tokens[place]
        if token.kind == "bound":
            return token.form in ("clause", "sentence", "colon", "dash")
        if s.gaps[place] > FUNCTION:
            return False
        if place < index and not (token.kind == "direction" or token.form in ("of", "with", "by")):
            return False
    return True


def _between(token: Token) -> bool:
    return token.kind == "direction" or (token.kind == "bound" and token.form in ("comma", "colon", "dash"))
