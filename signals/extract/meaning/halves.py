"""A level and the size of its move that two clauses tell are one observation.

| text                                                      | one | counter-example                               |
|-----------------------------------------------------------|-----|-----------------------------------------------|
| "had crawled back to $1.2360, which leaves it 2% down"    | yes | "had been at $1.2360 before it fell 2%"       |
| "added 1,012 points, the most ever, and was at 117,297"   | yes | "added 1,012 points and later was at 117,297" |
| "a gain of 9.5 percent lifted the stock to $138.20"       | yes | "a gain of 9.5 percent. Bids lifted it to $1" |
| "shed as much as 11.6 percent, touching 1,110 pence"      | yes | "touched 1,110 pence and ended 3.1 percent up"|
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from signals.extract.grammar.transparent import RANKING
from signals.extract.meaning.confidence import confidence
from signals.records import Observation

_NEAR = 110  # characters between the two figures at most
_AT_EXTREME = 60  # likewise of an extreme
_BESIDE = 40  # likewise of an earlier level
_REVIEWED = ("week", "month", "quarter", "year")
_HELD = ("last", "close", "fixing")
_EXTREMES = ("high", "low")
_REST = r"(?: (?:that|this|it|which))?(?: still)? (?:leaves|left|still)\b"  # what is left of a move after the price turned
_APART = re.compile(
    rf";(?! it\b)|[\n\t|]|--|\bbut\b(?!{_REST})|\b(?:before|then|later|earlier|until|having|had|from|since|yet|however|while"
    r"|whereas|versus|against|compared|would|could|may|might|if|lows?|highs?|worst|best|peak|bottom|one (?:point|stage))\b"
)
_LEFT = re.compile(r"\b(?:leav(?:es|ing)|left|still)\b|[.] That(?: is|['’]s) ")
_NEXT = re.compile(
    r"[.!?][\"”')]* +(?!(?:That|This|It|Which|Still|(?:The|A) (?:loss|gain|rise|fall|drop|move|change|decline|jump))\b)"
)
_SAME_EXTREME = re.compile(
    r"(?:[^.;\n\d]|\d\d?[:.]\d\d){0,50}?"
    r"(?:which (?:was|is|meant)(?: [a-z]+)? |[,)] ?(?:(?:down|up|off)(?: (?:almost|nearly|about|some))? )?[+−-]?)"
)
_DIRECTLY = re.compile(
    r".*,(?: (?:down|up|off))? [+−-]?| after [a-z]+ing "
    r"| (?:(?:higher|lower|up|down|firmer|softer|stronger|weaker|dearer|cheaper) )?(?:at|to) (?:a record |[A-Z]{2,3} ?|[$€£])?"
)
# "A gain of 9.5 percent lifted the stock to $138.20".
_CARRIED = re.compile(
    r" (?:lifted|took|brought|pushed|sent|dragged|drove|carried|pulled|knocked|left|put|moved) (?:it|them|(?:the|its) [a-z]+)"
    r"(?: (?:up|down|back|out))? (?:to|at) (?:[A-Z]{0,3}[$€£¥] ?|[A-Z]{3} |R|Rs\.? ?)?"
)
_MAKES = re.compile(r"\b(?:which|making|makes|that)\b")
_TURNED = re.compile(r"(?<!which )\b(?:end|clos|settl|finish|rebound|recover|eas|pull|retreat|trad|was|were|is|last|now|but)")


def whole(text: str, observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """The observations, a level and a size that follow each other and tell of the same moment made one."""
    observations = _of_the_day(_without_bare_directions(observations))
    if not any(_is_size(o) for o in observations):
        return observations
    kept: list[Observation] = []
    for one in observations:
        joined = _joined(text, kept, one) if kept and kept[-1].instrument == one.instrument else None
        kept[-1:] = [*kept[-1:], one] if joined is None else [joined]
    return tuple(kept)


def _without_bare_directions(observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """ "Up 2.2%, on course for its best day in a year": without the direction of a day whose size is told."""
    bare = [o for o in observations if o.level is None and o.level_kind is None and o.move is not None and o.move.value is None]
    if not bare or len(observations) == len(bare):
        return observations
    sized = {_day_of(o) for o in observations if o.move is not None and o.move.value is not None}
    return tuple(o for o in observations if o not in bare or _day_of(o) not in sized)


def _of_the_day(observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """ "Fell 2.9% to 3,900.86 and lost 5.1% on the week", in a review of that week: the first is the move of its last day."""
    told = {(o.instrument, o.at, o.move.basis) for o in observations if o.move is not None and "basis" in o.spans}
    return tuple(_on_its_day(one) if _is_beside(one, told) else one for one in observations) if told else observations


def _is_beside(one: Observation, told: Collection[tuple[str, str | None, str | None]]) -> bool:
    """Whether a size whose period only the report tells stands beside one that tells the same period itself."""
    move = one.move
    if move is None or move.value is None or move.basis not in _REVIEWED or "basis" in one.spans or "time" in one.spans:
        return False
    return one.level is not None and (one.instrument, one.at, move.basis) in told


def _on_its_day(one: Observation) -> Observation:
    return replace(one, move=replace(one.move, basis="prev_close")) if one.move is not None else one


def _day_of(one: Observation) -> tuple[str | None, ...]:
    """The instrument of a move, which way it went, over what period, and the day."""
    move = one.move
    return (one.instrument, *((move.direction, move.basis) if move is not None else ()), (one.at or "")[:10])


def _is_size(one: Observation) -> bool:
    return one.level is None and one.move is not None and one.move.value is not None


def _joined(text: str, kept: Sequence[Observation], after: Observation) -> Observation | None:
    """The last of those kept and the one after it as one, None where they are two."""
    one = kept[-1]
    level, size = (one, after) if _is_size(after) else (after, one)
    if not _is_size(size) or level.level is None or size.move is None or size.move.basis != "prev_close":
        return None
    if not (level.at or "").startswith(size.at or "-") or (level is one and _compared(text, kept, size)):
        return None
    if text.startswith((" overnight", " earlier"), size.spans.get("move", (0, 0))[1]):
        return None  # "held at $0.6655 after jumping 1.4% overnight"
    start, end = sorted((level.spans.get("level", (0, 0)), size.spans.get("move", (0, 0))))
    return _made(text, level, size) if _leads(text[start[1] : end[0]], level, size) else None


def _compared(text: str, kept: Sequence[Observation], size: Observation) -> bool:
    """ "Closed at 1,382. It closed at 1,408 on Monday, which makes it 1.8% stronger": what the size is measured from."""
    before, one = kept[-2] if len(kept) > 1 else kept[-1], kept[-1]
    if before.instrument != one.instrument or before.level is None or (before.at or "") <= (one.at or ""):
        return False
    return _MAKES.search(text, one.start, size.end) is not None


def _leads(between: str, level: Observation, size: Observation) -> bool:
    """Whether the words between two figures make them two sides of one fact."""
    between = RANKING.sub("", between)
    if _NEXT.search(between) or len(between) > _NEAR:
        return False
    if _CARRIED.fullmatch(between) and level.level_kind in _HELD:
        return level.move is None or level.move.value is None
    if level.level_kind in _EXTREMES or size.level_kind is not None:
        return level.move is None and len(between) < _AT_EXTREME and _of_extreme(between, level, size)
    if _APART.search(between) or level.level_kind not in _HELD:
        return (
            level.level_kind == "previous"
            and level.move is None
            and len(between) < _BESIDE
            and _DIRECTLY.fullmatch(between) is not None
        )
    return level.move is None or (level.move.value is None and _LEFT.search(between) is not None)


def _of_extreme(between: str, level: Observation, size: Observation) -> bool:
    """ "As much as 11.6 percent, touching 1,110 pence", "hit $30,016, which was 30 percent down"."""
    if _TURNED.search(between):
        return False
    if size.level_kind is not None:
        return size.level_kind == level.level_kind
    return level.start <= size.start and _SAME_EXTREME.fullmatch(between) is not None


def _made(text: str, level: Observation, size: Observation) -> Observation:
    start, end = min(level.start, size.start), max(level.end, size.end)
    spans = {**size.spans, **level.spans}
    if size.move is not None and "move" in size.spans:
        spans["move"] = size.spans["move"]
    sure = min(confidence(level.level, level.level_kind, size.move, spans), level.confidence)
    evidence = text[start:end]
    return replace(
        level, move=size.move, stated=size.stated, confidence=sure, evidence=evidence, start=start, end=end, spans=spans
    )
