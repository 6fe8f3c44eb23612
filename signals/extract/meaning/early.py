"""Where a price leapt to early in a day that has since given some of it back is an extreme.

| text                                                                        | "71.95" | counter-example                     |
|-----------------------------------------------------------------------------|---------|-------------------------------------|
| "Brent leapt 19.5% to $71.95 in early trading. At 0915 it was at $66.11"    | high    | "At 0915 it was at $72.40"          |
| "Crude crashed 30% to $31.02 within minutes of the open. It was last $33.10" | low    | "fell 2% to $31.02 in early deals"  |
"""

from __future__ import annotations

import re

from signals.extract.meaning.draft import Draft
from signals.extract.text.folding import lower
from signals.extract.text.words import vocabulary

_EARLY = re.compile(
    r"\b(?:in (?:the )?(?:very )?early (?:\w+ ){0,2}?(?:trad|deal|business|hours)"
    r"|within (?:a few |the first )?(?:seconds|minutes|hours|an hour)"
    r"|in the (?:first|opening) (?:few )?(?:seconds|minutes|hour)"
    r"|(?:at|right after|after) the (?:re)?open(?:ing)?\b|when (?:[\w']+ ){1,2}(?:(?:re)?opened|resumed|began|started))",
    re.IGNORECASE,
)
_NEAR = 50  # characters behind a level in which such words stand
_STRONG = 2


def early_extremes(text: str, drafts: list[Draft]) -> None:
    """Makes extremes of the levels to which prices leapt early, where a later level of the item lies short of them."""
    for place, draft in enumerate(drafts):
        if draft.kind != "last" or draft.level is None or not _leapt(text, draft) or draft.level_token is None:
            continue
        short = next((d for d in drafts[place + 1 :] if _later(draft, d)), None)
        if short is None or draft.move is None or short.level is None:
            continue
        up = draft.move.direction == "up"
        if (short.level < draft.level) == up and _EARLY.search(text, draft.frame.sentence, draft.level_token.end + _NEAR):
            draft.kind = "high" if up else "low"


def _leapt(text: str, draft: Draft) -> bool:
    """Whether a strong word of motion with a size led to a level."""
    said = draft.frame.direction
    if said is None or draft.move_token is None:
        return False
    word = vocabulary().get(lower(text[said.start : said.end]))
    return word is not None and word.strength >= _STRONG


def _later(draft: Draft, other: Draft) -> bool:
    held = other.kind in ("last", "close") and other.level is not None and other.level != draft.level
    return held and other.instrument == draft.instrument
