"""One observation for one fact: a headline's or a later sentence's repetition goes, its fullest statement stays."""

from __future__ import annotations

from signals.extract.grammar.sizes import PAIRS
from signals.extract.meaning.compared_levels import infer_directions, sized_moves
from signals.extract.meaning.draft import Draft
from signals.extract.text.tokens import Number
from signals.records import Move

EXTREMES = frozenset(("high", "low"))
ROUNDED = 0.02  # of points: "400 points" in a headline are the body's 403.75
_OPPOSITE = {"up": "down", "down": "up"}
_ROUND = 0.005  # of a level: a headline's "23,000" is the body's 23,015
ROUNDING = 0.5  # percent: "nearly 8 percent" in a headline is the body's 7.9
_VAGUE = 3  # percent: how near "a quarter of its value" is to what the body says
_EXACT = 0.06  # percent: how near a percentage is to that of its points
_ROUNDED_TO = 0.0075  # percentage points: half of what two decimals tell, and the rounding of the money
_WHOLE = 100  # a level from which a headline does without decimals

MOST = 200  # facts of one instrument in one item that a further one is compared with


def deduplicate(drafts: list[Draft]) -> list[Draft]:
    """Drafts in text order without repetitions; a bare direction goes where a size is stated for the same instrument."""
    infer_directions(drafts)
    _drop_bare_directions(drafts)
    drafts = [d for d in drafts if d.move is not None or d.level is not None]
    kept: list[Draft] = []
    by_instrument: dict[str, list[Draft]] = {}
    for draft in sorted(drafts, key=fullness, reverse=True):
        told = by_instrument.setdefault(draft.instrument, [])
        repeated = next((other for other in told[-MOST:] if _repeats(draft, other)), None)
        if repeated is None:
            kept.append(draft)
            told.append(draft)
        elif draft.kind == "close" and repeated.kind == "last" and draft.level == repeated.level:
            repeated.kind = "close"  # "Gold settles at $1,787"; "gold fell to $1,787"
    kept.sort(key=lambda d: (d.frame.start, d.frame.end))
    _say_levels_once(kept)
    return kept


def _say_levels_once(kept: list[Draft]) -> None:
    """The level of a day stands in a second table of the same day again, beside the move of another period."""
    told: set[tuple[str, float | None]] = set()
    for draft in kept:
        fact = (draft.instrument, draft.level)
        if not draft.frame.tabular or draft.level is None or draft.kind not in ("last", "close") or draft.move is None:
            continue
        if fact in told:
            draft.level = draft.level_unit = draft.kind = draft.level_token = None
        told.add(fact)


def fullness(draft: Draft) -> tuple[int, int, int]:
    """How much a draft says: level, size, time; among equals the later statement, which is the body's."""
    move = draft.move
    return (
        (draft.level is not None) * 2 + (move is not None and move.value is not None) * 2 + (move is not None),
        len(draft.frame.times),
        draft.frame.start,
    )


def _drop_bare_directions(drafts: list[Draft]) -> None:
    """ "The zloty eases" goes before "the zloty lost 0.15% to the euro": whatever a currency is priced in."""
    sized = sized_moves(drafts)
    opposed = {
        (d.instrument, _OPPOSITE.get(d.move.direction)) for d in drafts if d.frame.sentence and _is_sized_day(d) and d.move
    }
    told = {_of_currency(d) for d in drafts if d.move is not None and d.move.value is not None}
    for draft in drafts:
        if draft.move is None or draft.move.value is not None or draft.frame.running:
            continue
        if draft.level is not None and (draft.kind not in EXTREMES or draft.frame.left):
            draft.move = None if _sized_again(draft, drafts) else draft.move
            continue
        alone = draft.frame.counter is None and draft.level is None and _of_currency(draft) is not None
        if draft.level is not None and _of_another_day(draft, drafts):
            continue  # "fell to 148.10, its lowest since April, after losing 0.4% on Thursday"
        said = draft.instrument, draft.move.direction
        if said in sized or (alone and _of_currency(draft) in told) or (not draft.frame.sentence and said in opposed):
            draft.move = None  # in a headline, of another market: "Copper plunges", and London's edged up 0.3%


def _is_sized_day(draft: Draft) -> bool:
    """Whether a draft tells by how much an instrument moved, and no time of its own."""
    return draft.move is not None and draft.move.value is not None and not draft.frame.times


def _of_another_day(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the one size of an instrument is of a day that its clause names, an extreme of its sentence not of that."""
    sizes = [d for d in drafts if d.instrument == draft.instrument and d.move is not None and d.move.value is not None]
    if len(sizes) != 1 or sizes[0].frame.sentence != draft.frame.sentence or sizes[0].level is not None:
        return False
    days, own = ({t.value.weekday for t in d.frame.times if t.value.weekday is not None} for d in (sizes[0], draft))
    return bool(days) and days != own


def _sized_again(draft: Draft, drafts: list[Draft]) -> bool:
    """ "Pound rises to 49.35", and below it "rose by 15 piastres, recording 49.35": whether a sentence of the body tells the
    level of a headline and the size that led there.
    """
    if draft.frame.sentence or draft.move is None:
        return False
    below = [d for d in drafts if d.instrument == draft.instrument and d.frame.sentence]
    sizes = {d.frame.sentence for d in below if d.level is None and d.move is not None and d.move.value is not None}
    return any(d.level == draft.level and d.move is None and d.frame.sentence in sizes for d in below)


def _of_currency(draft: Draft) -> tuple[str, bool] | None:
    """The currency of a move, and whether it gained by its pair's quote; None for another instrument."""
    if draft.mention.instrument_class != "currency" or draft.mention.id == "USD" or draft.move is None:
        return None
    return draft.mention.id, (draft.move.direction == "up") == (draft.sign > 0)


def _repeats(draft: Draft, other: Draft) -> bool:
    if draft.instrument != other.instrument or draft.frame.running != other.frame.running:
        return False
    if _sizes_differ(draft, other) or _foreseen_alone(draft, other) or _foreseen_alone(other, draft):
        return False
    if draft.frame.tabular and other.frame.tabular and draft.frame.basis != other.frame.basis and draft.level is None:
        return False  # moves of a day and of a week in columns of their own
    same_level = draft.level is None or (draft.level == other.level and draft.kind == other.kind)
    earlier = draft.kind == "previous" or (
        draft.frame.tabular and draft.move is None and draft.frame.times != other.frame.times
    )
    still = earlier and other.move is not None and other.move.direction == "flat"  # the same level twice
    same_level = same_level or (draft.level == other.level and (draft.kind == "last" or other.move is not None) and not still)
    same_level = same_level or _rounds(draft, other)
    if draft.kind == "open" and other.kind == "close":
        return False  # "opened at 89.96", where Tuesday's close had been
    if not same_level or draft.move is None or _same_move(draft.move, other.move):
        return same_level
    return _rounds_a_size(draft, other) or _rounds_a_percentage(draft, other) or _in_points(draft, other)


def _foreseen_alone(one: Draft, other: Draft) -> bool:
    """ "Traded at 84.72 on Thursday. It will be at 84.72 in February": where it is on a day, and where it may be."""
    dated = any(t.value.names_day or t.value.hour is not None for t in other.frame.times)
    return one.kind == "forecast" and other.kind != "forecast" and other.level is not None and dated


def _sizes_differ(draft: Draft, other: Draft) -> bool:
    """ "Rose 58.87 points, or 1.2%", "up 55.98 points, or 1.2%" for the week: whether two moves of one percentage are two by
    their points.
    """
    sizes, told = (_sizes_of(d) for d in (draft, other))
    both = [(sizes[unit], told[unit]) for unit in sizes.keys() & told.keys()] if min(len(sizes), len(told)) > 1 else []
    return any(one.decimals and two.decimals and one.value != two.value for one, two in both)


def _sizes_of(draft: Draft) -> dict[str | None, Number]:
    """The sizes of a move by their units."""
    told = (token.number for token in (draft.frame.move, *draft.frame.alternatives) if token is not None)
    return {number.unit: number for number in told if number is not None}


def _rounds_a_size(draft: Draft, other: Draft) -> bool:
    """Whether a move is another one in round figures: "400 points" in a headline are the body's 403.75."""
    move, told = draft.move, other.move
    if move is None or told is None or move.direction != told.direction or move.value is None or move.value != int(move.value):
        return False
    sizes = [t.number for t in (*other.frame.moves, *other.frame.alternatives) if t.number is not None]
    alike = [size.value for size in sizes if size.unit == move.unit and size.decimals]
    return move.unit == "points" and move.value >= 10 and any(abs(value - move.value) <= value * ROUNDED for value in alike)


def _rounds_a_percentage(draft: Draft, other: Draft) -> bool:
    """ "Nearly 8 percent", or the headline's "1.3%", is the 7.9 or the 1.32 of another sentence; not "and another 1%"."""
    move, told = draft.move, other.move
    if move is None or told is None or move.direction != told.direction or draft.frame.sentence == other.frame.sentence:
        return False
    if move.value is None or told.value is None or not move.unit == told.unit == "percent":
        return False
    size = draft.move_token.number if draft.move_token is not None else None
    if size is not None and size.fraction and draft.frame.sentence == 0:
        return abs(move.value - told.value) <= _VAGUE  # a headline's "loses a quarter of its value"
    if move.value == int(move.value):
        return abs(move.value - told.value) <= ROUNDING
    headed = draft.frame.sentence == 0 and move.value == round(move.value, 1)
    return headed and abs(move.value - told.value) <= ROUNDING / 10


def _in_points(draft: Draft, other: Draft) -> bool:
    """ "The loss of 4,451.28 points" is the fall of 12.40 percent to 31,458.42 that another sentence tells, or the other way
    round, "up 0.02 per cent" the gain of 0.06 rupees to 283.87.
    """
    move, told = draft.move, other.move
    if move is None or told is None or move.direction != told.direction or draft.level is not None or other.level is None:
        return False
    if draft.mention.instrument_class in PAIRS:
        return move.unit == "percent" and _same_by_money(move, told, other.level)
    sizes = {move.unit: move.value, told.unit: told.value}
    points, percent = sizes.get("points"), sizes.get("percent")
    if draft.mention.instrument_class != "index" or not points or percent is None:
        return False
    before = other.level - points if move.direction == "up" else other.level + points
    return before > 0 and abs(100 * points / before - percent) < _EXACT


def _same_by_money(move: Move, told: Move, level: float) -> bool:
    """Whether a percentage is that of a size in money which led to a level, as far as it is printed."""
    if told.value is None or move.value is None or told.unit in ("percent", "points", "bp", None):
        return False
    before = level - told.value if told.direction == "up" else level + told.value
    return before > 0 and abs(100 * told.value / before - move.value) < _ROUNDED_TO


def _rounds(draft: Draft, other: Draft) -> bool:
    """Whether a level is another one in fewer decimals: the headline's "at R$ 5.70" is the body's 5.706."""
    if draft.level is None or other.level is None or draft.level == other.level:
        return False
    decimals, finer = _decimals(draft), _decimals(other)
    kinds = {draft.kind, other.kind}
    alike = len(kinds) == 1 or kinds <= {"last", "close"}
    if not decimals and draft.frame.sentence == 0 < other.frame.sentence and (alike or draft.frame.reached):
        return _in_round_figures(draft.level, other.level)
    return alike and 0 < decimals < finer and abs(draft.level - other.level) < 10**-decimals


def _in_round_figures(level: float, finer: float) -> bool:
    """Whether a level at the head of an item is a later one in round figures: "Brent at $75" before $75.05."""
    zeros = len(str(int(level))) - len(str(int(level)).rstrip("0"))
    near = min(max(10**zeros / 2, level >= _WHOLE), level * _ROUND)  # "crashes to N664/$" may be 664.9
    return level == int(level) and level != finer and abs(level - finer) < near


def _decimals(draft: Draft) -> int:
    token = draft.level_token
    return token.number.decimals if token is not None and token.number is not None else 0


def _same_move(move: Move, other: Move | None) -> bool:
    if other is None or move.direction != other.direction:
        return False
    if move.value is None or other.value is None:
        return move.value is None
    return move.unit == other.unit and move.value == other.value
