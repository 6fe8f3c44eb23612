"""Several sizes for what seems to be one subject, and one size for several.

| text                                                | whose                                            |
|-----------------------------------------------------|--------------------------------------------------|
| "Quirkco and Valero slid 4% and 5%"                 | not said: which of them is Valero's              |
| "Quirkco, Valero and Shell slid 4%, 5% and 6%"      | the last two sizes are Valero's and Shell's      |
| "zinc was at $2,745 and lead at $2,060, up 1% and 2%" | the first is zinc's, the second lead's         |
| "zinc was at $2,745 and lead at $2,060, both up 1%" | of both; without "both" it is lead's alone       |
"""

from __future__ import annotations

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, Sentence, words
from signals.extract.grammar.strangers import ends_in_name
from signals.extract.grammar.telling import CLAIMED, UNREAD
from signals.extract.text.tokens import Token

_MANY = 3  # sizes; see ``pair_up`` for two
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


def align(s: Sentence, frames: list[Frame], fates: Fates) -> None:
    """ "Quirkco, Valero and Shell slid 4%, 5% and 6%": of more sizes than known subjects the last are theirs, where a name that
    we do not know heads the list; else none is.
    """
    for frame in frames:
        sizes = _sizes(s, frame.move) if frame.move is not None and frame.level is None and not frame.bracketed else []
        known = len(frame.subjects)
        if len(sizes) < _MANY or len(sizes) == known:
            continue
        told = sizes[-known:] if known > 1 and len(sizes) == known + 1 and _heads_list(s, frame.subjects[0]) else []
        fates.update({size.start: CLAIMED if size in told else UNREAD for size in sizes})
        frame.move, frame.moves, frame.alternatives = told[0] if told else None, told, []


def _heads_list(s: Sentence, first: Token) -> bool:
    """Whether a name that we do not know stands before the first known one of a list."""
    link = s.at(first.place - 1)
    return link is not None and link.form in ("comma", "and") and ends_in_name(s.gap(link.place))


def share_out(s: Sentence, frames: list[Frame], fates: Fates) -> None:
    """Gives the sizes at the end of a list of prices to their owners, one each, or one to "both"; more or fewer sizes than
    prices say nothing of any.
    """
    last = frames[-1]
    level, move = last.level, last.move
    if move is None or level is None or move.place < level.place:
        return
    sizes, owners = _sizes(s, move), _priced(frames)
    count = _counted(s, level.place + 1, move.place)
    if len(sizes) == 1 and 1 < count <= len(owners):
        sizes, owners = sizes * count, owners[-count:]
    if min(len(sizes), len(owners)) < 2:
        return
    told = len(owners) == len(sizes)
    fates.update({size.start: CLAIMED if told else UNREAD for size in sizes})
    said, sign = last.direction, last.sign
    for place, frame in enumerate(owners):
        frame.move, frame.alternatives = sizes[place] if told else None, []
        frame.moves = [frame.move] if frame.move is not None else []
        frame.direction, frame.sign = (said, sign) if told else (None, None)


def _sizes(s: Sentence, first: Token) -> list[Token]:
    """The sizes of one unit that stand beside each other, from ``first`` on."""
    found = [first]
    while (link := s.next(found[-1].place)) is not None and link.form in ("comma", "and"):
        place = link.place + 1
        beyond = s.at(place)
        if link.form == "comma" and beyond is not None and beyond.form == "and":
            place += 1
        size = s.at(place)
        if size is None or size.number is None or first.number is None or size.number.unit != first.number.unit:
            break
        if s.gaps[place] > FUNCTION or ((after := s.at(place + 1)) is not None and after.kind != "bound"):
            break
        found.append(size)
    return found


def _priced(frames: list[Frame]) -> list[Frame]:
    """The frames at the end that give one subject each a level and nothing else, the last with its sizes."""
    last, found = frames[-1], frames[-1:]
    for frame in reversed(frames[:-1]):
        alone = len(frame.subjects) == 1 and frame.subjects[0].value.instrument_class == last.subjects[0].value.instrument_class
        same = frame.direction is None or int(frame.direction.value) == last.sign
        if not alone or not same or frame.level is None or frame.move is not None or frame.kind != last.kind:
            break
        found.insert(0, frame)
    return found if len({frame.subjects[0].value.id for frame in found}) == len(found) else []


def _counted(s: Sentence, first: int, last: int) -> int:
    """How many "both" or "all three" among the words behind a list mean; 1 where none stands there."""
    found = [word for place in range(first, last + 1) for word in words(s.gap(place).lower())]
    threes = any(t.kind == "ref" and s.written(t).startswith("all three") for t in s.tokens[first:last])
    return 2 if "both" in found else 3 if threes else 1


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
    aside = s.at(place - 2)  # "BP, buoyed by crude, and Shell rose 2% and 1%"
    listed = s.gaps[place - 1] == FOREIGN or (aside is not None and aside.form == "comma")
    return link is not None and link.form == "and" and listed
