"""A size that another one is compared with, in front of whose it is.

| text                                                           | whose 21%   | counter-example                    |
|----------------------------------------------------------------|-------------|------------------------------------|
| "has gained 3% this year, compared with 21% for the S&P 500"   | the index's | "rose 3%, compared with 21% in May" |
| "fell 3%, against 1% in the sector index"                      | nobody's    |                                    |
"""

from __future__ import annotations

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.sentence import FUNCTION, Sentence
from signals.extract.grammar.telling import CLAIMED
from signals.extract.linking.mentions import LISTED
from signals.extract.text.tokens import Token

Fates = dict[int, tuple[str, str | None]]
_AGAINST = ("previous", "against")


def compare(s: Sentence, frames: list[Frame], fates: Fates) -> None:
    """Gives a name without a statement the size in front of it that the last size is compared with."""
    told: Frame | None = None
    for frame in frames:
        size = _size(s, frame) if told is not None and frame.empty else None
        if size is not None and told is not None:
            frame.move, frame.moves, frame.sign, frame.times = size, [size], told.sign, list(told.times)
            frame.reach(size)
            fates[size.start] = CLAIMED
        told = frame if frame.move is not None and frame.sign else told


def _size(s: Sentence, frame: Frame) -> Token | None:
    """The size of a frame whose only subject stands behind "compared with 21% for"."""
    name = frame.subjects[0]
    link, size, against = (s.at(name.place - step) for step in (1, 2, 3))
    if len(frame.subjects) > 1 or name.value.instrument_class not in LISTED or link is None or size is None or against is None:
        return None
    compared = against.form in _AGAINST and link.form in ("for", "in", "by", "on") and size.number is not None
    near = max(s.gaps[name.place - 2 : name.place + 1]) <= FUNCTION
    return size if compared and near and size.number is not None and size.number.unit == "percent" else None
