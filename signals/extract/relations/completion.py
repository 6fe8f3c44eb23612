"""Statements for the open numbers whose owner is plain by the learned weights."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.roles import role
from signals.extract.grammar.sentence import Sentence
from signals.extract.grammar.sizes import level_fits
from signals.extract.grammar.surroundings import BRACKETED, clause_around
from signals.extract.grammar.telling import CLAIMED
from signals.extract.grammar.unclaimed import Fates, frame_of
from signals.extract.relations.candidates import BEFORE
from signals.extract.relations.kinds import level_kind
from signals.extract.relations.pairs import OpenNumber, Pair, open_numbers
from signals.extract.relations.weights import owners, probability
from signals.extract.text.tokens import Token

LIKELY_LEVEL, LIKELY_MOVE = 0.7, 0.85  # from here on a number belongs to a name
LIKELY_BESIDE = 0.5  # and from here on a size to the level beside it
UNSEEN = 0.85  # share of what the weights claim that is right in reports that they were not learned from
_APPOSED, _SENTENCE = 3, 10  # tokens between two sizes that say the same, at most
_BESIDE = 6  # tokens between a level and the size of its move, at most


Sizes = dict[int, list[Frame]]  # the frames with moves, by where their sentences begin


class Owned(NamedTuple):
    """A number with the name that likeliest owns it as a level, and as the size of a move."""

    level: float
    of_level: Pair
    move: float
    of_move: Pair


def related_numbers(sentences: Sequence[Sentence], stated: Sequence[Frame], fates: Fates) -> list[Frame]:
    """Frames for the open numbers of an item whose frames are ``stated``; the numbers are claimed in ``fates``."""
    weighed = [_weigh(number) for number in open_numbers(sentences, stated, fates)]
    levels = {one.of_level.token.start: frame for one in weighed if (frame := _level(one)) is not None}
    moves = [frame for one in weighed if one.of_move.token.start not in levels and (frame := _move(one, levels)) is not None]
    told: Sizes = defaultdict(list)
    for frame in stated:
        if frame.move is not None:
            told[frame.sentence].append(frame)
    found = [*levels.values(), *_without_alternatives(moves, told)]
    for frame in found:
        for token in (frame.level, frame.move, *frame.alternatives):
            if token is not None:
                fates[token.start] = CLAIMED
    return found


def _weigh(number: OpenNumber) -> Owned:
    shared = owners().odds(number.features.all)
    pairs = number.pairs()
    odds = [owners().odds(pair.of_both, shared) for pair in pairs]
    level, move = (max(range(len(pairs)), key=lambda place: odds[place][answer]) for answer in (0, 1))
    return Owned(probability(odds[level][0]), pairs[level], probability(odds[move][1]), pairs[move])


def _level(one: Owned) -> Frame | None:
    pair = one.of_level
    number, owner = pair.token.number, pair.owner.name
    if number is None or one.level < max(LIKELY_LEVEL, one.move) or not level_fits(owner.value, number):
        return None
    frame = frame_of(pair.sentence, pair.token, owner, None, _opening(pair), level_kind(pair))
    frame.likely = one.level * UNSEEN
    return frame


def _move(one: Owned, levels: dict[int, Frame]) -> Frame | None:
    s, token, owner = one.of_move.sentence, one.of_move.token, one.of_move.owner.name
    likely = one.move >= LIKELY_MOVE or (one.move >= LIKELY_BESIDE and _is_beside(s, token, owner, levels))
    if not likely or (sign := _sign(s, token)) is None:
        return None
    frame = frame_of(s, token, owner, None, _opening(one.of_move), "last")
    frame.level, frame.levels, frame.kind, frame.unsaid = None, [], None, False
    frame.move, frame.moves, frame.sign, frame.likely = token, [token], sign, one.move * UNSEEN
    return frame


def _is_beside(s: Sentence, token: Token, owner: Token, levels: dict[int, Frame]) -> bool:
    """Whether a number stands near a level that has just been found to be of the same instrument."""
    near = (t for t in s.tokens if abs(t.place - token.place) <= _BESIDE)
    return any(t.start in levels and levels[t.start].subjects[0].value.id == owner.value.id for t in near)


def _without_alternatives(moves: list[Frame], told: Sizes) -> Iterator[Frame]:
    """ "287.26 points, or 1.15 percent": a size printed twice is one move; so is one that ``told`` has in another unit."""
    previous: Frame | None = None
    for frame in moves:
        if any(_says_again(other, frame, _SENTENCE) for other in told[frame.sentence]):
            continue
        if previous is not None and _says_again(previous, frame, _APPOSED):
            previous.alternatives += frame.moves
            previous.end = frame.end
        else:
            previous = frame
            yield frame


def _says_again(first: Frame, second: Frame, apart: int) -> bool:
    """Whether two sizes of an instrument stand near each other in different units."""
    a, b = first.move, second.move
    if a is None or b is None or a.number is None or b.number is None or first.sentence != second.sentence:
        return False
    same = first.subjects[0].value.id == second.subjects[0].value.id
    return same and abs(b.place - a.place) <= apart and a.number.unit != b.number.unit


def _opening(pair: Pair) -> int:
    """Where the evidence begins: at the name before it in its sentence, else at the clause."""
    if pair.owner.side == BEFORE:
        return pair.owner.name.start
    clause = clause_around(pair.sentence, pair.token, BRACKETED)
    return min((t.start for t in clause if t.start <= pair.token.start), default=pair.token.start)


def _sign(s: Sentence, token: Token) -> int | None:
    """Which way a size goes: by its own sign, by its neighbours, by the nearest word of direction in its clause."""
    if token.number is not None and token.number.sign:
        return token.number.sign
    if (sign := role(s, token.place).sign) is not None:
        return sign
    clause = [t for t in clause_around(s, token, BRACKETED) if t.kind == "direction" and t.value]
    nearest = min(clause, key=lambda t: abs(t.place - token.place), default=None)
    return int(nearest.value) if nearest is not None else None
