"""The two ends of a range behind its label: "Expected range today: 14.35 to 14.60", "Trading range: R14.35 - R14.60"."""

from __future__ import annotations

from signals.extract.grammar.role import MOVE_UNITS
from signals.extract.grammar.sentence import FUNCTION, Sentence

_LABEL = 4  # tokens between the word for a range and its colon at most: "for the rest of today"


def end_of_range(s: Sentence, index: int) -> str | None:
    """Whether the number at ``index`` is the "low" or the "high" end of a labelled range; None where it is neither."""
    if _opens(s, index):
        return "low"
    return "high" if index > 1 and _opens(s, index - 2) else None


def _opens(s: Sentence, index: int) -> bool:
    colon, link, upper = s.at(index - 1), s.at(index + 1), s.at(index + 2)
    lower = s.tokens[index].number
    if colon is None or colon.form != "colon" or link is None or upper is None or lower is None or upper.number is None:
        return False
    if not (link.form in ("to", "dash", "and") and s.gaps[index + 2] <= FUNCTION):
        return False
    if lower.unit in MOVE_UNITS or upper.number.unit in MOVE_UNITS or not 1 < upper.number.value / (lower.value or 1) < 2:
        return False
    return _labelled(s, index - 1)


def _labelled(s: Sentence, colon: int) -> bool:
    """Whether only prepositions and times stand between a word for a range and the colon."""
    for place in range(colon - 1, max(colon - _LABEL, 0) - 1, -1):
        token = s.tokens[place]
        if token.kind == "state" and token.form == "range":
            return True
        if token.kind not in ("prep", "time"):
            return False
    return False
