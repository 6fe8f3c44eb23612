"""High and low are those of the quote: a record low of the rupee is a high of USDINR.

Which one a currency report means is told by the other levels of the pair in the item; failing these, by the direction of the
words.
"""

from __future__ import annotations

import itertools

from signals.extract.meaning.draft import Draft
from signals.records import LevelKind

OPPOSITE = {"high": "low", "low": "high"}
_LED_TO: dict[str, LevelKind] = {"up": "high", "down": "low"}
ORDINARY = ("last", "close", "open", "previous")


def extremes(drafts: list[Draft]) -> None:
    """Sets which levels are highs and lows: first those that the sentence tells, then, beside them, those of the quote."""
    _in_order(drafts)
    traded = [draft for draft in drafts if draft.mention.instrument_class != "policy rate"]  # which has no highs of a day
    _passed(traded)
    _fleeting(traded)
    _of_the_quote(drafts)


def _of_the_quote(drafts: list[Draft]) -> None:
    """Sets the kind of extremes of currencies that are the quote side of their pair."""
    ordinary: dict[str, list[float]] = {}
    for draft in drafts:
        if draft.kind in ORDINARY and draft.level is not None and not _of_another_month(draft):
            low, high = ordinary.setdefault(draft.instrument, [draft.level, draft.level])
            ordinary[draft.instrument] = [min(low, draft.level), max(high, draft.level)]
    ends = {(d.instrument, d.kind): d.level for d in drafts if d.kind in OPPOSITE and d.level is not None}
    for draft in drafts:
        if draft.kind in OPPOSITE and draft.sign == -1 and draft.level is not None:
            alone = (draft.instrument, OPPOSITE[str(draft.kind)]) not in ends
            draft.kind = _kind(draft, ordinary.get(draft.instrument, []), alone)  # type: ignore[assignment]
        elif draft.kind in OPPOSITE and draft.sign == -1 and draft.move_token is not None and draft.move is not None:
            draft.kind = _LED_TO.get(draft.move.direction, draft.kind)  # "the rouble lost as much as 2%"
        elif draft.kind in OPPOSITE and draft.frame.reached and draft.level is not None:
            draft.kind = _reached(draft, ordinary.get(draft.instrument, []))  # type: ignore[assignment]


def _kind(draft: Draft, others: list[float], alone: bool) -> str:
    """High or low of the quote; ``alone`` says that the item tells no other extreme of the pair: then the words are taken to be
    those of the currency, "the lira touched a record low of 40.1".
    """
    stated = str(draft.kind)
    if draft.frame.of_quote:
        return stated  # "the official rate rose as high as 3.862"
    if draft.level is not None and others and (draft.level >= max(others)) != (draft.level <= min(others)):
        return "high" if draft.level >= max(others) else "low"
    if draft.level is not None and others and alone:  # among them, but far nearer to one end
        above, below = max(others) - draft.level, draft.level - min(others)
        if min(above, below) * _NEARER < max(above, below):
            return "high" if above < below else "low"
    direction = draft.frame.went if draft.move_token is None else draft.frame.sign  # "fell as much as 0.8% to 981.10"
    named = draft.subject is not None and draft.subject.start >= draft.frame.sentence and not draft.frame.reached
    own = direction is None and alone and named and not others
    agrees = own or (direction is not None and (direction > 0) == (stated == "high"))
    return OPPOSITE[stated] if agrees else stated


def _reached(draft: Draft, others: list[float]) -> str:
    """Which extreme "touched 14,045" means: told by the other levels, else by the size of its own move."""
    if draft.level is not None and others and (draft.level > max(others) or draft.level < min(others)):
        return "high" if draft.level > max(others) else "low"
    direction = draft.move.direction if draft.move is not None and draft.move_token is not None else None
    return _LED_TO.get(str(direction), draft.kind or "last")


_NEARER = 2  # times as near to the one end of the other levels as to the other


def _passed(drafts: list[Draft]) -> None:
    """Levels that a sentence goes on from are extremes: "climbed to 6,642 before easing to 6,592"."""
    passed_over = (d for d in drafts if d.kind != "previous" and not (d.kind in OPPOSITE and _of_the_past(d)))
    for one, after in itertools.pairwise(passed_over):
        if not _goes_on(one, after) or one.level is None or after.level is None:
            continue
        if _turned(one, after):
            one.move = None  # "sank to a record low of 39.85 before recovering to 39.80": told by the low
        said, beyond = one.frame.direction, one.level - after.level
        led = one.move_token is None or (after.frame.turns and not _dated(after))
        up = int(said.value) * one.sign if said is not None and led and not _timed(one) else 0
        left = said is None and one.move is None and _leads_on(beyond, after) and after.frame.then
        if one.kind == "last" and after.kind in ("last", "close") and (one.frame.once or left or beyond * up > 0):
            one.kind = "high" if beyond > 0 else "low"
        turned = one.kind in ("open", "high", "low") and after.move_token is None and after.frame.direction is not None
        after.turned = turned and not _dated(one) and _leads_on(beyond, after)


def _fleeting(drafts: list[Draft]) -> None:
    """A level that held "at one stage", or that a price leapt to early, is an extreme where it lies beyond what else the item
    gives; the first also where the words say how the price came there.
    """
    held: dict[str, list[float]] = {}
    for draft in drafts:
        if draft.level is not None and not _may_pass(draft) and draft.kind in ("last", "close", "open"):
            held.setdefault(draft.instrument, []).append(draft.level)
    for draft in drafts:
        if not _may_pass(draft) or draft.kind not in ("last", "previous") or draft.level is None:
            continue
        if draft.move_token is None:
            _pass(draft, held.get(draft.instrument, [draft.level]))
        elif (others := held.get(draft.instrument)) is None:
            told = draft.move is not None and not draft.frame.early
            draft.kind = _LED_TO.get(draft.move.direction, draft.kind) if told and draft.move is not None else draft.kind
        elif not min(others) <= draft.level <= max(others) and not (draft.frame.early and _goes_on_beyond(draft, max(others))):
            draft.kind = "high" if draft.level > max(others) else "low"


def _goes_on_beyond(draft: Draft, most: float) -> bool:
    """ "Leapt to $71.95 in early trading; at 0915 it was at $72.40": whether the price went on the way that it had leapt."""
    up = draft.move is not None and draft.move.direction == "up"
    return draft.level is not None and (draft.level > most) != up


def _may_pass(draft: Draft) -> bool:
    return draft.frame.once or draft.frame.early


def _pass(draft: Draft, others: list[float]) -> None:
    level, told = draft.level or 0.0, draft.move.direction if draft.move is not None else None
    if level > max(others) or (told == "up" and level >= max(others)):
        draft.kind, draft.move = "high", None
    elif level < min(others) or (told == "down" and level <= min(others)):
        draft.kind, draft.move = "low", None


def _goes_on(one: Draft, after: Draft) -> bool:
    return one.instrument == after.instrument and one.frame.sentence == after.frame.sentence and not after.frame.tabular


def _leads_on(beyond: float, after: Draft) -> bool:
    """Whether the direction without a size of a level is that from the level before it."""
    return after.move is not None and after.move.direction == ("down" if beyond > 0 else "up")


def _timed(draft: Draft) -> bool:
    return not draft.frame.lent and any(t.value.hour is not None for t in draft.frame.times)


def _dated(draft: Draft) -> bool:
    return any(t.value.names_day or t.value.month or t.value.year or t.value.which for t in draft.frame.times)


def _of_the_past(draft: Draft) -> bool:
    """Whether an extreme is one of another month or year: "past the record of $68,990 set in November 2021"."""
    return any(t.value.month or t.value.year for t in draft.frame.times)


def _of_another_month(draft: Draft) -> bool:
    """Whether a level is one of the past that a date tells of: "from its close of 55.755 on Dec. 29"."""
    return draft.kind in ("previous", "close") and any(t.value.month or t.value.year for t in draft.frame.times)


def _turned(one: Draft, after: Draft) -> bool:
    """Whether the sentence goes on from an extreme without a size to a level the other way."""
    if one.kind not in OPPOSITE or one.move_token is not None or one.move is None or after.move is None or one.frame.left:
        return False
    return one.level is not None and after.level is not None and one.move.direction != after.move.direction


def _in_order(drafts: list[Draft]) -> None:
    """A range may be printed from its top, "18.91 to 18.72", and a high of the rupee be the low of the quote: the larger number
    is the high.
    """
    for one, other in itertools.pairwise(drafts):
        if one.instrument != other.instrument or OPPOSITE.get(str(one.kind)) != other.kind or other.kind is None:
            continue
        high, low = (one, other) if one.kind == "high" else (other, one)
        together = one is low or one.frame.sentence == other.frame.sentence
        if together and high.level is not None and low.level is not None and low.level > high.level:
            low.kind, high.kind = "high", "low"
