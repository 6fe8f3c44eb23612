"""Round amounts behind "over" and "more than": marks that a price passed, or sizes, told by the price beside them and the verb.

| text                                    | read as | counter-example                  |
|-----------------------------------------|---------|----------------------------------|
| "up more than $1,000 at $47,890"        | size    | "up over $90"                    |
| "has gained over $1,000"                | size    | "bounced back over $1,200"       |
| "lost $1,000 to $47,890"                | size    | "lost $1,800"                    |
"""

from __future__ import annotations

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.role import in_money
from signals.extract.grammar.sentence import Sentence
from signals.extract.text.inflection import forms
from signals.extract.text.tokens import Token

_PART = 5  # of a price that a size is at most
_TAKING = frozenset(
    form
    for verb in ("gain", "lose:lost", "add", "shed:shed", "put on:put on", "tack on", "give up:gave up")
    for form in forms(verb)
)


def is_part(s: Sentence, size: Token, frame: Frame | None, known: float | None) -> bool:
    """Whether an amount is small beside the price that its clause gives, else beside the one that was known before."""
    price = _beside(s, size, frame) or known
    return price is not None and size.number is not None and size.number.value * _PART <= price


def takes_size(s: Sentence, hedged: Token) -> bool:
    """ "Has gained more than $1,000": behind such a verb and a hedge stands how much, not which mark."""
    verb = next((t for t in reversed(s.tokens[: hedged.place]) if t.kind != "prep"), None)
    return verb is not None and verb.kind == "direction" and s.written(verb) in _TAKING


def _beside(s: Sentence, size: Token, frame: Frame | None) -> float | None:
    """The price behind an amount, "more than $1,000 to $47,890", or that of the open statement before it."""
    link, behind = s.next(size.place), s.at(size.place + 2)
    if link is not None and link.kind == "direction":
        link, behind = s.next(link.place), s.at(size.place + 3)
    led = link is not None and link.kind == "prep" and link.form in ("at", "to")
    level = behind if led else frame.level if frame is not None else None
    return level.number.value if level is not None and level.number is not None and in_money(level.number) else None
