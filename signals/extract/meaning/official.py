"""Official rates: what a central bank says that a currency costs is a fixing, whichever verb says so.

| text                                                   | kind    | counter-example                                    |
|--------------------------------------------------------|---------|----------------------------------------------------|
| "the National Bank put the dollar at 448.02 tenge"     | fixing  | "the National Bank sold dollars at 448.02 tenge"   |
| "the official rate for the dollar was 3,474.53"        | fixing  | "the dollar traded above its official rate at 3,480" |
"""

from __future__ import annotations

import re

from signals.extract.grammar.sizes import PAIRS
from signals.extract.meaning.compared_levels import way
from signals.extract.meaning.draft import Draft
from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.tokens import Token

_MARKS = cues("official bank reference representative")
_SETS = re.compile(
    r"\b(?:(?:[Cc]entral|[Nn]ational|[Rr]eserve|[Ss]tate) [Bb]ank|Bank of [A-Z]\w+)\b"
    r"(?:(?!\b(?:and|as|after|but|while)\b)[^.;,\n]){0,40}?"
    r" (?:sets?|puts?|fix(?:ed|es)|placed|lowered|cut|raised|lifted|reduced|calculated|worked out|quoted)"
    r" (?:the |its |an? |[A-Z]\w+['’]s |today['’]s )?(?:official |daily |exchange |rates? |price |of |for |the )*"
    r"(?:dollar|euro|pound|rouble|ruble|yuan|US|U\.S\.|(?!rates?\b)[a-z]+ (?:at|to) )"
    r"|\b[Tt]he rate for (?:today|tomorrow|yesterday|[A-Z]\w+day)\b"
    r"|\b[Bb]ank['’]s rate for the\b|\b[Bb]ank['’]s (?:[a-z]+ )?(?:mid|middle|central|fixing)(?:-| )rates?\b"
    r"|\b[Oo]fficial (?:[\w.]+ )?(?:exchange )?(?:mid-|mid)?rates?\b"
    r"|\b(?:[Rr]epresentative|[Rr]eference) (?:[\w.\/-]+ ){1,3}rates?\b"
)
_THUS = re.compile(
    r"\b[Tt]he dollar (?:thus|therefore|accordingly|hence) (?:cost|costs|was worth)\b"
)  # behind a fixing of the euro
_TRADED = re.compile(
    r"\b(?:trad|clos|end(?:ed|s|ing)\b|quot|market|bought|sold|chang|deal|street|parallel|compar|while|but|whereas|versus"
    r"|higher than|above|below|lower than)"
)
_BESIDE = re.compile(
    r",? (?:while|whereas|but) (?=(?:that (?:for|of) )?(?:the |one )?[a-z]+ (?:cost|costs|was|is|stood|stands)\b)"
)  # of a list
_OF_MARKET = re.compile(r"\b(?:clos\w+|ended|finish\w*|traded|trading|market|interbank)\b")
# "129.75 dinars at the Bank of Algeria's official rate", "445 pounds at the official exchange rate".
_AT_RATE = re.compile(
    r"(?: [a-z]+| [A-Z]{3})?(?: (?:per|to|for|against) (?:the |one |a )?[\w.$]+)?,? (?:at|according to)"
    r" (?:the|its|[A-Z][\w.]+['’]s)"
    r" ?(?:[\w.]+ ){0,3}(?:[\w.]+['’]s )?(?:official|reference|fixed) (?:exchange )?rate\b"
)
# "Was set at 0.30515 to the dollar by the central bank".
_SET_BY = re.compile(
    r"(?: [a-z]+| [A-Z]{3})?(?: (?:per|to|for|against) (?:the |one |a )?[\w.$]+)? by (?:the )?"
    r"(?:(?:[A-Za-z]+['’]s )?(?:central|national|reserve|state) bank|(?:National |Central |Reserve |State )?Bank of [A-Z]\w+)\b"
)
_SET_AT = ("set at ", "fixed at ", "put at ", "placed at ")
_WILL_BE = (" will be ", " will be at ", " will stand at ", " will cost ")  # "the official rate will be 117.1766 on Monday"
_MADE_FOR, _FAR = re.compile(r"\bfor \Z|\bwill (?:be|stand|cost)\b[^;\n]*\bon \Z"), 80
_AGAINST = re.compile(r"\b(?:after|from|against|than|compared|versus)\b")
_LIST = re.compile(r"\b(?:exchange|reference|official|currency) rates? for (?:today|tomorrow|the day|[A-Z]\w+day)\b")
_PARAGRAPH = 200  # characters between one official rate and the next in a paragraph
_BETWEEN, _BEHIND = 80, 20  # characters between a fixing and the earlier one, and behind that


def of_a_bank(text: str, drafts: list[Draft]) -> None:
    """Prices of currencies that a central bank sets, alone or in a list, are fixings, and so is what they are set against."""
    if holds_cue(text, _MARKS):
        _set_by_it(text, drafts)
    if " fix" in text:
        _of_bullion(text, drafts)
    fixed: Draft | None = None
    listed = ("rate for " in text or "rates for " in text) and _LIST.search(text) is not None
    for draft in drafts:
        if fixed is not None and draft.kind == "last" and _goes_on(text, fixed, draft, listed):
            draft.kind = "fixing"
            _made_for(draft, fixed.frame.made_for)
        if draft.kind == "fixing":
            if fixed is not None and _is_next(fixed, draft):
                _made_for(draft, fixed.frame.made_for)
            draft.frame.made_for = draft.frame.made_for or _day_made_for(text, draft)
            fixed = draft
        elif fixed is not None and draft.kind == "previous" and _beside(text, fixed, draft):
            draft.frame.fixing = True  # its time is that of an earlier level
            draft.frame.made_for = fixed.frame.made_for
            _went(text, fixed, draft)


def _day_made_for(text: str, fixed: Draft) -> Token | None:
    """ "Set the lari at 2.72 for Saturday", "the rate will be 2.72 on Saturday": the day for which a fixing is made."""
    named = (t for t in fixed.frame.times if t.value.names_day)
    return next((t for t in named if _MADE_FOR.search(text, max(t.start - _FAR, 0), t.start)), None)


def _is_next(fixed: Draft, draft: Draft) -> bool:
    """Whether an official rate is that of another currency in the same money, shortly behind one."""
    one, other = fixed.level_token, draft.level_token
    near = one is not None and other is not None and 0 < other.start - one.end < 2 * _PARAGRAPH
    return near and fixed.instrument[3:] == draft.instrument[3:] and fixed.instrument != draft.instrument


def _made_for(draft: Draft, day: Token | None) -> None:
    """The next of a list of official rates is made for the same day, where its words name no other."""
    draft.frame.made_for = day
    if day is not None and not draft.frame.times:
        draft.frame.times = [day]


def _went(text: str, fixed: Draft, earlier: Draft) -> None:
    """ "The pound was set at 558.40 tenge after 559.12": official rates told against one another say which way it went."""
    one, other = fixed.level_token, earlier.level_token
    if fixed.move is not None or one is None or other is None or fixed.mention.instrument_class not in PAIRS:
        return
    if fixed.level is None or earlier.level is None or _AGAINST.search(text, one.end, other.start) is None:
        return
    fixed.move, fixed.earlier = way(fixed.level, earlier.level), earlier


def _goes_on(text: str, fixed: Draft, draft: Draft, listed: bool) -> bool:
    """ "The bank fixed the dollar at Rs 132.90. Sterling is at Rs 162.29": the next of a list of official rates, in the same
    paragraph, or in a text that says that it lists them.
    """
    one, other = fixed.level_token, draft.level_token
    if one is None or other is None or draft.mention.instrument_class not in PAIRS or draft.frame.tabular:
        return False
    if fixed.instrument[3:] != draft.instrument[3:] or fixed.instrument == draft.instrument or one.end > other.start:
        return False
    if any(time.value.hour is not None for time in draft.frame.times):
        return False
    near = other.start - one.end < _PARAGRAPH and "\n" not in text[one.end : other.start]
    between = _BESIDE.sub(" ", text[max(draft.frame.sentence, one.end) : other.start])
    return (near or listed) and _TRADED.search(between) is None


def _of_bullion(text: str, drafts: list[Draft]) -> None:
    """ "The p.m. fix was $1,395", "the London silver fixing at $23.30": prices that are named as fixings."""
    for draft in drafts:
        named = draft.subject if draft.mention.instrument_class == "precious metal" and draft.kind == "last" else None
        if named is not None and text[named.start : named.end].endswith((" fix", " fixing")):
            draft.kind = "fixing"


def _set_by_it(text: str, drafts: list[Draft]) -> None:
    for place, draft in enumerate(drafts):
        level = draft.level_token
        if level is None or draft.mention.instrument_class not in PAIRS or draft.frame.tabular:
            continue
        will_be = draft.kind == "forecast" and text.endswith(_WILL_BE, 0, level.start)
        if (will_be or draft.kind == "last") and _is_set(text, draft, level):
            draft.kind = "fixing"
            _keeps(draft, drafts[place + 1] if will_be and place + 1 < len(drafts) else draft)


def _is_set(text: str, draft: Draft, level: Token) -> bool:
    """Whether a bank sets a level, by the words before it or right behind."""
    if _AT_RATE.match(text, level.end) or _THUS.search(text, draft.frame.sentence, level.start):
        return True
    if text.endswith(_SET_AT, 0, level.start) and _SET_BY.match(text, level.end):
        return True
    said = [found.end() for found in _SETS.finditer(text, draft.frame.sentence, level.start)]
    return bool(said) and not _TRADED.search(text, said[-1], level.start)


def _keeps(draft: Draft, behind: Draft) -> None:
    """ "The official rate will be 117.1766 on Monday, virtually unchanged": the rate to come and how it compares are one."""
    same = behind.instrument == draft.instrument and behind.frame.sentence == draft.frame.sentence and behind is not draft
    if same and behind.level is None and behind.move is not None and behind.move.direction == "flat" and draft.move is None:
        draft.move, behind.move = behind.move, None


def _beside(text: str, fixed: Draft, draft: Draft) -> bool:
    """Whether an earlier level stands behind a fixing of the same pair, with nothing of a market between."""
    one, other = fixed.level_token, draft.level_token
    if one is None or other is None or fixed.instrument != draft.instrument or fixed.frame.sentence != draft.frame.sentence:
        return False
    near = 0 < other.start - one.end < _BETWEEN
    return near and _OF_MARKET.search(text, one.end, other.end + _BEHIND) is None
