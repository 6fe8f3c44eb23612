"""One observation for one fact: a headline's or a later sentence's repetition goes, its fullest statement stays."""

from __future__ import annotations

from signals.extract.resolve import Draft
from signals.records import Move

ROUNDING = 0.5  # percent: "nearly 8 percent" in a headline is the body's 7.9


def deduplicate(drafts: list[Draft]) -> list[Draft]:
    """Drafts in text order without repetitions; a bare direction goes where a size is stated for the same instrument."""
    infer_directions(drafts)
    _drop_bare_directions(drafts)
    drafts = [d for d in drafts if d.move is not None or d.level is not None]
    kept: list[Draft] = []
    for draft in sorted(drafts, key=fullness, reverse=True):
        if not any(_repeats(draft, other) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: (d.frame.start, d.frame.end))


def infer_directions(drafts: list[Draft]) -> None:
    """ "Quoted at 108.05 yen, against 107.9 on Monday": two levels say which way it went, though not by how much in words."""
    for draft in drafts:
        earlier = next(
            (d for d in drafts if d.kind == "previous" and d.instrument == draft.instrument and _beside(draft, d)), None
        )
        if (
            earlier is None
            or draft.move is not None
            or draft.kind not in ("last", "close")
            or draft.level is None
            or earlier.level is None
        ):
            continue
        change = draft.level - earlier.level
        draft.move = Move("up" if change > 0 else "down" if change < 0 else "flat")


def _beside(draft: Draft, earlier: Draft) -> bool:
    return 0 < earlier.frame.end - draft.frame.end < 120


def fullness(draft: Draft) -> tuple[int, int, int]:
    """How much a draft says: level, size, time; among equals the later statement, which is the body's."""
    move = draft.move
    return (
        (draft.level is not None) * 2 + (move is not None and move.value is not None) * 2 + (move is not None),
        len(draft.frame.times),
        draft.frame.start,
    )


def _drop_bare_directions(drafts: list[Draft]) -> None:
    for draft in drafts:
        if (
            draft.move is not None
            and draft.move.value is None
            and any(_covers(other, draft) for other in drafts if other is not draft)
        ):
            draft.move = None


def _covers(other: Draft, draft: Draft) -> bool:
    if other.instrument != draft.instrument or other.move is None or draft.move is None:
        return False
    return other.move.direction == draft.move.direction and (other.move.value is not None)


def _repeats(draft: Draft, other: Draft) -> bool:
    if draft.instrument != other.instrument:
        return False
    same_level = draft.level is None or (draft.level == other.level and draft.kind == other.kind)
    still = draft.kind == "previous" and other.move is not None and other.move.direction == "flat"  # the same level twice
    same_level = same_level or (draft.level == other.level and (draft.kind == "last" or other.move is not None) and not still)
    return same_level and (draft.move is None or _same_move(draft.move, other.move))


def _same_move(move: Move, other: Move | None) -> bool:
    if other is None or move.direction != other.direction:
        return False
    if move.value is None or other.value is None:
        return move.value is None
    if move.unit != other.unit:
        return False
    rounded = move.unit == "percent" and move.value == int(move.value) and abs(move.value - other.value) <= ROUNDING
    return move.value == other.value or rounded
