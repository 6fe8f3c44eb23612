"""Two sizes for what seems to be one subject: "Quirkco and Valero slid 4% and 5%" says not which of them is Valero's."""

from __future__ import annotations

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, Sentence
from signals.extract.grammar.telling import CLAIMED, UNREAD
from signals.extract.text.tokens import Token

Fates = dict[int, tuple[str, str | None]]


def pair_up(s: Sentence, frames: list[Frame], fates: Fates) -> None:
    """Gives the second of two sizes to the second of two subjects; where only one subject is known, takes the first away."""
    for frame in frames:
        second = _second(s, frame, fates) if frame.move is not None else None
        if second is None or frame.move is None:
            continue
        if len(frame.subjects) == 2:
            frame.moves, frame.alternatives = [frame.move, second], []
            fates[second.start] = CLAIMED
        elif len(frame.subjects) == 1 and _follows_a_list(s, frame):
            fates[frame.move.start] = fates[second.start] = "ignored", "another subject"
            frame.move, frame.moves, frame.alternatives = None, [], []


def _second(s: Sentence, frame: Frame, fates: Fates) -> Token | None:
    """The size behind "and" right after the one of a frame, where nothing has claimed it."""
    first = frame.move
    link, second = (s.at(first.place + 1), s.at(first.place + 2)) if first is not None else (None, None)
    if first is None or link is None or link.form != "and" or second is None or len(frame.moves) > 1:
        return None
    alike = first.number is not None and second.number is not None and first.number.unit == second.number.unit
    free = fates.get(second.start) == UNREAD or second in frame.alternatives
    free = free and max(s.gaps[first.place + 1 : second.place + 1]) <= FUNCTION
    ends = s.text[second.end : second.end + 1] in ("", ".", ";", "\n") or s.gaps[second.place + 1] < FOREIGN
    return second if alike and free and ends else None


def _follows_a_list(s: Sentence, frame: Frame) -> bool:
    """Whether "and" stands right before the one known subject, unknown words before it, or the subject behind both sizes."""
    place = frame.subjects[0].place
    if frame.move is not None and frame.move.place < place:
        return True
    link = s.at(place - 1)
    return link is not None and link.form == "and" and s.gaps[place - 1] == FOREIGN
