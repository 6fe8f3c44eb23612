"""Sizes of a list that leave out their unit: "Ford off six percent, GM down eight, Tesla a mere four and a half"."""

from __future__ import annotations

from collections.abc import Sequence

from signals.extract.text.tokens import Token

_LISTED = ("share", "index")
_ALIKE = 20  # how often a size goes into another of its list at most
_WAY = 6  # tokens from one size to the next


def share_percent(text: str, tokens: Sequence[Token]) -> None:
    """Makes bare numbers percentages behind another percentage of the list: each behind a name of its own, and then a comma,
    an "and" or the end.
    """
    before: int | None = None
    for place, token in enumerate(tokens):
        number = token.number
        if number is None:
            continue
        if before is not None and _goes_on(text, tokens, before, place):
            number.unit, number.ignored, number.fraction = "percent", None, False
        before = place if number.unit == "percent" else None


def _goes_on(text: str, tokens: Sequence[Token], before: int, place: int) -> bool:
    """Whether a number is the next of a list whose last size stands at ``before``."""
    last, number, named = tokens[before].number, tokens[place].number, tokens[before + 1 : place]
    if last is None or number is None or len(named) > _WAY or not _bare(text, tokens, before, place):
        return False
    names = [t for t in named if t.kind == "instrument"]
    led = all(t.kind in ("instrument", "ref", "direction", "bound") or t.form == "around" for t in named)
    one = len(names) == 1 and names[0].value.instrument_class in _LISTED
    return led and one and named[0].kind == "bound" and last.value <= _ALIKE * number.value <= _ALIKE**2 * last.value


def _bare(text: str, tokens: Sequence[Token], before: int, place: int) -> bool:
    """Whether a number stands alone at the end of its clause: one in words beside a size in words, one with a decimal
    behind a verb.
    """
    number, behind = tokens[place].number, tokens[place + 1] if place + 1 < len(tokens) else None
    if (
        number is None
        or number.unit is not None
        or number.sign
        or number.per
        or (behind is not None and behind.kind != "bound")
    ):
        return False
    spoken = text[tokens[place].start].isalpha()
    if spoken and number.ignored in (None, "count in words"):
        return not number.readings and text[tokens[before].start].isalpha()
    return number.ignored is None and number.decimals == 1 and tokens[place - 1].kind == "direction"
