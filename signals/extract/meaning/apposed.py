"""What the words in apposition to a level say that it was.

| text                                              | kind  | counter-example                             |
|---------------------------------------------------|-------|---------------------------------------------|
| "fetched 864 pesos when trading began"            | open  | "fetched 864 pesos after trading began"     |
| "leapt to 20.78 pesos, a rate never seen before"  | high  | "is up at 3.03%, the most since May"        |
| "printed 1.2005, its best since June"             | high  | "at 1.2005, its best week since June"       |
| "a euro cost 9.10 kronor, dearer than ever"       | high  | "a euro cost 9.10, dearer than on Monday"   |
| "is at 3.03%, its highest since May"              | last  | "was at 3.03%, its highest since May"       |
"""

from __future__ import annotations

import re

from signals.extract.linking.mentions import LISTED
from signals.extract.meaning.draft import Draft
from signals.extract.text.folding import holds_any
from signals.records import LevelKind

_AHEAD = 60  # characters behind a level in which its apposition begins
_MARKS = (", ", " - ", " – ", "—")  # what opens one
_RANKS: dict[str, LevelKind] = {
    **dict.fromkeys(("best", "dearest", "costliest", "loftiest", "strongest", "firmest", "highest"), "high"),
    **dict.fromkeys(("worst", "cheapest", "weakest", "lowest", "softest", "deepest"), "low"),
}
_RANKED_LEVEL = re.compile(
    r"[^,.;:()\d\n–—]{0,40}?(?:,| -+| –|—) ?(?:by far )?(?:its|their|the)"
    rf"(?: [\w-]+)? (?P<rank>{'|'.join(_RANKS)})"
    r"(?: (?:level|price|rate|value|quote|quotation|point|mark|reading|exchange rate))?"
    r"(?: (?:since|in|ever|yet|on record|so far|for|of the \w+|(?:that )?(?:it|they|the \w+|any\w+) ha[sd]\b)"
    r"|[.,;)\n]|\Z)"
)
_MONEY = ("fx", "currency")
_COMPARATIVES: dict[str, LevelKind] = {
    **dict.fromkeys(("dearer", "stronger", "firmer", "higher", "more expensive"), "high"),
    **dict.fromkeys(("cheaper", "weaker", "softer", "lower"), "low"),
}
_THAN_EVER = re.compile(
    rf"[^,.;:()\d\n–—]{{0,40}}?(?:,| -+| –|—) (?P<rank>{'|'.join(_COMPARATIVES)})"
    r" than (?:ever|at any (?:time|point|other)|any ?(?:body|one)|(?:it|they) (?:ha[sd]|(?:was|were) ever))\b"
)
_OPENED = re.compile(
    r"[^,.;:()\d\n]{0,30}? (?:when (?:the )?(?:trading|dealing|trade|session|markets?|day|exchange) (?:began|opened|started)\b"
    r"|in (?:the|its|today['’]s|\w+day['’]s) (?:first|opening) (?:trade|transaction|deal|print)\b)"
)
_UNHEARD = re.compile(
    r"[^,.;:()\d\n]{0,40}, (?:which (?:is|was) )?(?:the (?P<side>most|least) (?:ever|in|since|on record|any(?:body|one))\b"
    r"|without precedent|an? (?:price|level|rate|quotation|quote|value|mark|figure|reading|sum)"
    r" (?:without precedent|never (?:before )?(?:seen|paid|reached|quoted|heard of|touched)"
    r"|(?:that )?(?:nobody|no one|it|they) (?:had|has|have) (?:n?ever|not) ))"
)


_NAMES: dict[str, LevelKind] = {
    **dict.fromkeys(("high", "peak", "top", "best", "maximum"), "high"),
    **dict.fromkeys(("low", "trough", "bottom", "worst", "minimum", "floor"), "low"),
}
_NAME = "|".join(_NAMES)
_OF_A_DAY = r"(?:day|session|morning|afternoon|week|month|year)"
# "For a few minutes before breakfast, the all-time low for our currency"
_ALL_TIME = re.compile(
    r"[^,.;:()\d\n–—]{0,60}?(?:,| -+| –|—) ?(?:which (?:is|was) )?(?:an?|the|its|another|their|our)(?: new)?"
    rf" (?:all-time|record|historic|lifetime|unprecedented)(?: (?:intraday|trading))? (?P<name>{_NAME})\b"
)
_RECORD = re.compile(
    r"[^,.;:()\d\n–—]{0,40}?(?:,| -+| –|—) ?(?:another|an?(?: new)?|yet another|its) record"
    r"(?=[.,;)\n]|\Z| (?:for (?:the|our|any)|on the|in the history)\b)"
)
# "The high of the day for gold was", "sterling's peak for the session came at"
_WAS_THE = re.compile(
    rf"\b(?:{_OF_A_DAY}['’]s (?P<first>{_NAME})|(?P<second>{_NAME}) (?:of|for) the {_OF_A_DAY})"
    r"(?: (?:for|of|in) [^,.;:\d]{2,40}?)? (?:was|is|came at|stood at|has been)(?: at)? [^\s\d]{0,4}\Z"
)
_TOLD = ("last", "high", "low")
_PRESENT = re.compile(
    r"\b(?:is|are|it['’]s|stands?|sits?|trades?|costs|buys|fetches)(?: (?:now|currently|still|again|up|down|back|trading"
    r"|changing|hands|quoted|worth|buying|fetching|standing|sitting|at|for|just|only|higher|lower|around))* [^\s\d]{0,4}\Z"
)


def day_extremes(text: str, drafts: list[Draft]) -> None:
    """Makes extremes of the levels that words behind them rank, and opening levels of those of the beginning of a day."""
    for draft in drafts:
        level = draft.level_token
        if level is None or draft.move_token is not None or draft.kind not in _TOLD:
            continue
        if _holds_now(text, draft, level.start):
            draft.kind = "last" if _RANKED_LEVEL.match(text, level.end) else draft.kind
        elif draft.kind != "last":
            continue
        elif (ranked := _RANKED_LEVEL.match(text, level.end)) is not None and _may_rank(draft):
            draft.kind = _RANKS[ranked["rank"]]
            draft.frame.reached = draft.sign > 0 and draft.mention.instrument_class in _MONEY  # or as others tell
        elif (named := _named(text, draft, level.start, level.end)) is not None:
            draft.kind, draft.move = named, None if draft.move is None or draft.move.value is None else draft.move
        elif (than := _THAN_EVER.match(text, level.end)) is not None and _may_rank(draft):
            draft.kind, draft.move = _COMPARATIVES[than["rank"]], None
        elif _OPENED.match(text, level.end) is not None:
            draft.kind = "open"


def _named(text: str, draft: Draft, start: int, end: int) -> LevelKind | None:
    """The extreme that words before a level or behind it name; a record of what is listed may be that of closes."""
    said = _WAS_THE.search(text, max(draft.frame.sentence, start - _AHEAD), start)
    if said is not None:
        return _NAMES[said["first"] or said["second"]]
    if draft.mention.instrument_class in LISTED:
        return None
    if (record := _ALL_TIME.match(text, end)) is not None and _may_rank(draft):
        return _NAMES[record["name"]]
    return _recorded(draft) if _RECORD.match(text, end) is not None else None


def _recorded(draft: Draft) -> LevelKind | None:
    """The extreme that "a record" means: as the words went; for a quote of which nothing says how it went, the high."""
    said = draft.frame.direction
    if draft.level_unit in ("bp", "percent"):
        return None
    if said is not None and said.value:
        return "high" if said.value > 0 else "low"
    return "high" if draft.sign > 0 else None


def _holds_now(text: str, draft: Draft, end: int) -> bool:
    """ "Is at 146.25, its weakest since May", "now costs $3,321": where it is, and no more than that."""
    return _PRESENT.search(text, max(draft.frame.sentence, end - _AHEAD), end) is not None


def _may_rank(draft: Draft) -> bool:
    """Whether an instrument has highs and lows, and the level no direction but one that the words behind it give."""
    said = draft.frame.direction
    before = said is None or draft.level_token is None or said.start > draft.level_token.end
    return draft.mention.instrument_class != "policy rate" and (before or draft.frame.move is None)


def by_apposition(text: str, drafts: list[Draft]) -> None:
    """Makes extremes of the levels that an apposition calls unheard of."""
    for draft in drafts:
        level = draft.level_token
        told = draft.kind == "last" and level is not None and draft.move_token is None
        if told and level is not None and _holds_now(text, draft, level.start):
            continue
        if told and level is not None and holds_any(text[level.end : level.end + _AHEAD], _MARKS):
            _unheard_of(text, draft, level.end)


def _unheard_of(text: str, draft: Draft, end: int) -> None:
    """ "Leapt to 20.78 pesos, a quotation never seen before", "cost R$ 4.2478, the most in 21 years"."""
    said = _UNHEARD.match(text, end)
    if said is not None and said["side"] == "least" and (draft.move is None or draft.move.value is None):
        draft.kind = "high" if draft.sign < 0 else "low"  # "the franc fell to 1.2410 per euro, the least since 2011"
    elif said is not None and not (said["side"] and draft.move is not None):  # "is up at 3.03%, the most since May"
        fell = draft.move is not None and draft.move.direction == "down"
        draft.kind = "low" if said["side"] == "least" or (fell and said["side"] is None) else "high"
