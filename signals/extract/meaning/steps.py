"""The step of a policy rate and where it led are one statement, though a sentence says one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from signals.extract.meaning.resolve import Draft

_ODDS = re.compile(r"\b(?:odds|chances?|probability|likelihood|pric(?:ed?|ing) in|bets?)\b")
_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
_SUM = re.compile(
    rf"\b(?:in (?:all|total)|altogether|a (?:combined|cumulative|total(?: of)?)|{_MANY} times"
    rf"|{_MANY} (?:straight |successive |consecutive )?(?:cuts|hikes|increases|rises))\b"
)
_BESIDE = 14  # characters behind a size: " in all"
_LINE = 300  # characters of a sentence that are looked through


def without_expected(text: str, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without the steps of policy rates of which a sentence gives the odds: "a rise of 50 bp is given odds of 78
    pct".
    """
    return [d for d in drafts if not _is_expected(text, d)]


def sums_steps(text: str, draft: Draft) -> bool:
    """ "Has cut its rate eight times, by 200 basis points in total": a size that several steps make up."""
    token = draft.move_token
    return token is not None and _SUM.search(text, draft.frame.sentence, token.end + _BESIDE) is not None


def _is_expected(text: str, draft: Draft) -> bool:
    if draft.mention.instrument_class != "policy rate" or draft.level is not None or draft.move is None:
        return False
    stop = text.find(". ", draft.frame.end, draft.frame.end + _LINE)
    return _ODDS.search(text, draft.frame.sentence, stop if stop > 0 else draft.frame.end + _LINE) is not None


def join_steps(drafts: list[Draft]) -> None:
    """ "Shaved 25 points off its cash rate and is down to 3.50%": the level takes the step that a sentence told before."""
    waiting: Draft | None = None
    for draft in drafts:
        if draft.mention.instrument_class != "policy rate" or draft.kind == "previous":
            continue
        if waiting is not None and _leads(waiting, draft):
            draft.move, draft.move_token, waiting.move = waiting.move, waiting.move_token, None
        waiting = draft if draft.level is None and draft.move is not None else None


def _leads(step: Draft, led: Draft) -> bool:
    """Whether a step without a level is followed in its sentence by a present level that has no size of its own."""
    if step.instrument != led.instrument or step.frame.sentence != led.frame.sentence:
        return False
    if step.move is None or led.level is None or led.kind != "last":
        return False
    return led.move is None or (led.move.value is None and led.move.direction == step.move.direction)
