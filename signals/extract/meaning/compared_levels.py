"""Which way a rate went, told by two levels of it: a "rate of the shekel" falls where the dollar does, though the shekel gains.

| text                                                        | USDILS | counter-example                           |
|-------------------------------------------------------------|--------|-------------------------------------------|
| "the shekel's rate was set at 3.585, down 0.25% from 3.594" | down   | "down 0.2% on the day, from 3.7 in March" |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signals.extract.grammar.sizes import PAIRS
from signals.extract.meaning.draft import Draft

_TOLERANCE = 0.1  # of a size: what rounding takes from it
_LEAST = 0.01  # percentage points of it


def signs_by_levels(drafts: Sequence[Draft]) -> None:
    """Turns the moves of currencies where the level told beside them says that the quote went the other way by just as much."""
    earlier = [d for d in drafts if d.kind in ("previous", "fixing") and d.mention.instrument_class in PAIRS and d.move is None]
    for draft in drafts if earlier else ():
        beside = [d for d in earlier if d.instrument == draft.instrument and d.frame.sentence == draft.frame.sentence]
        if draft.move is not None and len(beside) == 1 and beside[0] is not draft and _is_turned(draft, beside[0]):
            draft.move = replace(draft.move, direction="down" if draft.move.direction == "up" else "up")


def _is_turned(draft: Draft, earlier: Draft) -> bool:
    move = draft.move
    if move is None or move.unit != "percent" or not move.value or not draft.level or not earlier.level:
        return False
    change = 100 * (draft.level / earlier.level - 1)
    same_size = abs(abs(change) - move.value) <= max(_TOLERANCE * move.value, _LEAST)
    return same_size and (change > 0) != (move.direction == "up")
