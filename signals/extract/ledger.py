"""The ledger of numbers: each one of an item claimed, ignored with a reason, or unread."""

from __future__ import annotations

from collections.abc import Sequence

from signals.extract.resolve import Draft
from signals.extract.tokens import Token
from signals.records import NumberRead


def ledger(
    text: str, numbers: Sequence[Token], fates: dict[int, tuple[str, str | None]], kept: Sequence[Draft]
) -> tuple[NumberRead, ...]:
    """A line for each number, in text order. A number bound to a fact that was dropped as a repetition says so."""
    used = {
        t.start for draft in kept for t in (draft.level_token, draft.move_token, *draft.frame.alternatives) if t is not None
    }
    return tuple(_line(text, token, fates, used) for token in numbers)


def _line(text: str, token: Token, fates: dict[int, tuple[str, str | None]], used: set[int]) -> NumberRead:
    status, reason = fates.get(token.start, ("unread", None))
    if token.number is not None and token.number.ignored:
        status, reason = "ignored", token.number.ignored
    elif status == "claimed" and token.start not in used:
        status, reason = "ignored", "repetition or not an observation"
    return NumberRead(token.start, token.end, text[token.start : token.end], status, reason)  # type: ignore[arg-type]
