"""The characters that an observation and each of its values come from."""

from __future__ import annotations

import re

from signals.extract.meaning.draft import Draft
from signals.extract.text.tokens import Token

_DIGITS = re.compile(r"[0-9](?:.*[0-9½¼¾⅓⅔⅛])?", re.DOTALL)
_FARTHEST = 250  # characters before the first figure in which the subject belongs to the evidence
_BEHIND = 60  # likewise behind the last, of what the grammar read


def evidence(draft: Draft) -> tuple[int, int]:
    """From the first to the last character that the observation rests on, the subject's included where it stands in the
    same sentence.
    """
    frame = draft.frame
    named = (draft.level_token, draft.move_token, frame.direction if draft.move else None)
    tokens = [t for t in named if t is not None]
    start, end, begin = min([t.start for t in tokens]), max([t.end for t in tokens]), frame.subject_start
    return (min(start, begin) if start - begin < _FARTHEST else start), max(end, min(frame.end, end + _BEHIND))


def stated(text: str, draft: Draft) -> str:
    """The writer's words for who moved which way."""
    subject, direction = draft.subject, draft.frame.direction
    return " ".join([text[t.start : t.end] for t in (subject, direction) if t is not None])


def spans_of(text: str, draft: Draft) -> dict[str, tuple[int, int]]:
    """The characters of instrument, level, move, and the unit of the level or else of the move, where the text has them."""
    move = draft.move_token or (draft.frame.direction if draft.move else None)
    named = (("instrument", draft.subject), ("level", draft.level_token), ("move", move))
    spans = {name: (token.start, token.end) for name, token in named if token is not None}
    if (figure := draft.level_token or draft.move_token) is not None and (unit := _unit(text, figure)) is not None:
        spans["unit"] = unit
    return spans


def _unit(text: str, figure: Token) -> tuple[int, int] | None:
    """What stands before or behind the digits of a figure: "$", "yen", "basis points"; None where nothing does."""
    start, end = figure.start, figure.end
    digits = _DIGITS.search(text, start, end)
    if digits is None:
        return None
    before = text[start : digits.start()].rstrip(" +-−–")
    if before.strip():
        return start, start + len(before)
    behind = text[digits.end() : end]
    return (digits.end() + len(behind) - len(behind.lstrip(" -")), end) if behind.strip(" -") else None
