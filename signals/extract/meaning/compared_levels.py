"""Which way a price went, told by two levels of it.

| text                                                        | said        | counter-example                           |
|-------------------------------------------------------------|-------------|-------------------------------------------|
| "quoted at 108.05 yen, against 107.9 on Monday"             | up          | "108.05 yen (107.9)", in brackets         |
| "the shekel's rate was set at 3.585, down 0.25% from 3.594" | USDILS down | "down 0.2% on the day, from 3.7 in March" |
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from signals.extract.grammar.sizes import PAIRS
from signals.extract.meaning.draft import Draft
from signals.records import Move

_TOLERANCE = 0.1  # of a size: what rounding takes from it
_LEAST = 0.01  # percentage points of it
_NEAR = 120  # characters from the end of a statement to that of the earlier level behind it


def way(level: float, earlier: float) -> Move:
    """The direction from an earlier level to a level, without a size: words did not give one."""
    return Move("up" if level > earlier else "down" if level < earlier else "flat")


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


def infer_directions(drafts: list[Draft]) -> None:
    """ "Quoted at 108.05 yen, against 107.9 on Monday": two levels say which way it went, though not by how much in words.
    A row of a table states its moves in columns of their own. So they do where the words may be the bond's or its yield's.
    """
    sized = sized_moves(drafts)
    fixings = [draft for draft in drafts if draft.kind == "fixing"]
    previous: dict[str, list[Draft]] = {}
    for draft in sorted(drafts, key=_end):
        if draft.kind == "previous" and draft.level is not None and not draft.frame.bracketed and draft.frame.likely == 1.0:
            previous.setdefault(draft.instrument, []).append(draft)
    for draft in drafts:
        told = draft.move is not None and (draft.move.value is not None or not draft.mention.by_price)
        opened = draft.kind == "open" and draft.frame.direction is not None  # "opened at 32.45, weakening from 32.39"
        if told or not (opened or draft.kind in ("last", "close")) or draft.level is None or draft.frame.tabular:
            continue
        earlier = _beside(draft, previous.get(draft.instrument, []))
        if earlier is not None and earlier.level is not None and not any(_between(draft, f, earlier) for f in fixings):
            move = way(draft.level, earlier.level)
            if (draft.instrument, move.direction) not in sized:
                draft.move, draft.earlier = move, earlier


def _between(draft: Draft, fixing: Draft, earlier: Draft) -> bool:
    """ "Closed at 16,245. The reference rate was 16,231, from 16,275": whether the earlier level is that of a fixing."""
    return fixing.instrument == draft.instrument and _end(draft) < _end(fixing) < _end(earlier)


def _beside(draft: Draft, previous: list[Draft]) -> Draft | None:
    """The earlier level nearest behind a draft, else the one that it came "from ... to"; ``previous`` is in the order of the
    ends.
    """
    place = bisect_right(previous, draft.frame.end, key=_end)
    behind, before = previous[place : place + 1], previous[max(place - 1, 0) : place]
    if behind and behind[0].frame.end - draft.frame.end < _NEAR:
        return behind[0]
    return before[0] if before and _comes_from(draft, before[0]) else None


def _comes_from(draft: Draft, earlier: Draft) -> bool:
    """ "From 354 to 187", but not "which had ended last week at 35.72, closed at 17.15"."""
    level, other = draft.level_token, earlier.level_token
    same = earlier.frame.sentence == draft.frame.sentence
    return same and level is not None and other is not None and 0 < level.place - other.place <= 2


def sized_moves(drafts: list[Draft]) -> set[tuple[str, str]]:
    """The instruments and directions of which the item states a size."""
    return {(d.instrument, d.move.direction) for d in drafts if d.move is not None and d.move.value is not None}


def _end(draft: Draft) -> int:
    return draft.frame.end
