"""The ledger of numbers: each one of an item claimed, ignored with a reason, or unread."""

from __future__ import annotations

from collections.abc import Sequence

from signals.extract.meaning.draft import Draft
from signals.extract.text.tokens import Token
from signals.records import NumberRead

Fate = tuple[str, str | None]


def ledger(text: str, numbers: Sequence[Token], fates: dict[int, Fate], kept: Sequence[Draft]) -> tuple[NumberRead, ...]:
    """A line for each number, in text order. A number bound to a fact that was dropped as a repetition says so."""
    used = {
        t.start for draft in kept for t in (draft.level_token, draft.move_token, *draft.frame.alternatives) if t is not None
    }
    read = []
    for token in numbers:
        start, end = token.start, token.end
        status, reason = fates.get(start, _UNREAD)
        if token.number is not None and token.number.ignored:
            status, reason = "ignored", token.number.ignored
        elif status == "claimed" and start not in used:
            status, reason = "ignored", "repetition or not an observation"
        read.append(NumberRead(start, end, text[start:end], status, reason))  # type: ignore[arg-type]
    return tuple(read)


_UNREAD: Fate = ("unread", None)
