"""The step of a policy rate and where it led are one statement, though a sentence says one after the other."""

from __future__ import annotations

from signals.extract.meaning.resolve import Draft


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
