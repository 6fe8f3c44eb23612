"""Earlier levels of currencies and bonds: whose they are in a list, which way "down from" means where words and quote differ.

| text                                               | read as                    | counter-example             |
|----------------------------------------------------|----------------------------|-----------------------------|
| "3.1 to the dollar and 3.4 to the euro, from 3.2   | one earlier level for each | "3.4 to the euro, from 3.5" |
| and 3.5"                                           |                            |                             |
| "the rate of the lari was 2.72, down from 2.73"    | the quote fell             | "the lari fell from 2.72"   |
| "the bond was quoted at 9.4%, down from 9.6%"      | the yield fell             | "the bond fell"             |
"""

from __future__ import annotations

import re
from dataclasses import replace

from signals.extract.grammar.sizes import PAIRS
from signals.extract.meaning.draft import Draft

_AMOUNT = re.compile(r" (?P<way>more|less|fewer)\b(?! \w+ than| expensive| valuable)")
_EARLIER = ("previous", "fixing", "close")  # kinds of levels that another may have come from
_OF_FIGURES = frozenset({"down", "up", "lower", "higher"})


def earlier_levels(text: str, drafts: list[Draft]) -> None:
    """Settles the earlier levels of currencies, sentence by sentence."""
    earlier = [d for d in drafts if d.kind == "previous" and d.level is not None and d.mention.instrument_class in PAIRS]
    for draft in drafts:
        _by_amount(text, draft)
    for draft in drafts:
        told = draft.mention.instrument_class in PAIRS or draft.mention.by_price
        if draft.level_token is not None and told and draft.frame.kind in _EARLIER:
            _by_figures(text, draft, drafts)
    for place, draft in enumerate(earlier):
        following = earlier[place + 1] if place + 1 < len(earlier) else None
        if following is not None and following.instrument == draft.instrument:
            _share(draft, following, drafts)


def _share(first: Draft, second: Draft, drafts: list[Draft]) -> None:
    """Gives the first of two earlier levels to the pair that was priced first, where each is far nearer to its own."""
    priced = [
        d for d in drafts if d.kind in ("last", "close", "fixing") and d.level and d.frame.sentence == first.frame.sentence
    ]
    if len(priced) != 2 or second.frame.sentence != first.frame.sentence or priced[1].instrument != first.instrument:
        return
    owner, other = priced[0], priced[1]
    if owner.instrument == other.instrument or not (_nearer(first, owner, other) and _nearer(second, other, owner)):
        return
    first.instrument, first.mention, first.subject = owner.instrument, owner.mention, owner.subject
    first.sign, first.level_unit = owner.sign, owner.level_unit
    if first.frame is not owner.frame:
        first.frame.times = second.frame.times


def _nearer(earlier: Draft, one: Draft, other: Draft) -> bool:
    """Whether an earlier level lies nearer to the level of the one draft than to that of the other."""
    level, near, far = earlier.level or 0.0, one.level or 0.0, other.level or 0.0
    return abs(level / near - 1) < abs(level / far - 1)


def _by_amount(text: str, draft: Draft) -> None:
    """ "The peso closed at 19.63, 18.5 centavos more than on Friday": so much more of it for a dollar."""
    token, move = draft.move_token, draft.move
    if draft.sign != -1 or token is None or move is None or draft.level is None or len(move.unit or "") != 3:
        return
    said = _AMOUNT.match(text, token.end) if draft.mention.instrument_class in PAIRS else None
    if said is not None:
        draft.move = replace(move, direction="up" if said["way"] == "more" else "down")


def _by_figures(text: str, earlier: Draft, drafts: list[Draft]) -> None:
    """ "Was 2.7214, down from 2.7248": the figures say which way the quote went."""
    token = earlier.level_token
    if token is None or not text[max(token.start - 10, 0) : token.start].rstrip().endswith(("from", "from the")):
        return
    for draft in drafts:
        said, move = draft.frame.direction, draft.move
        turned = draft.sign == -1 or draft.mention.by_price
        if not turned or said is None or move is None or move.value is not None or not draft.level:
            continue
        if draft.instrument != earlier.instrument or text[said.start : said.end].lower() not in _OF_FIGURES:
            continue
        if (
            text[said.end : token.start].strip() in ("from", "from the")
            and earlier.level is not None
            and draft.level != earlier.level
        ):
            draft.move = replace(move, direction="up" if draft.level > earlier.level else "down")
