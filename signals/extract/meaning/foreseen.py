"""Levels that somebody has for a day to come: "the bank has the dollar at 3.86 reais by year-end", and those that so many of so
many say: "all but one of 35 economists say that the cash rate stays at 1.00%".

| text                                          | read as  | counter-example                         |
|-----------------------------------------------|----------|-----------------------------------------|
| "our three-month number moves to 1.06"        | forecast | "Friday's number pushed it to 1.06"     |
| "we keep 5.00 for December"                   | forecast | "we saw 5.00 in December"               |
| "a dealer reckons 83.50 is on by month-end"   | forecast | "a dealer says 83.50 traded at noon"    |
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from signals.extract.grammar.levels import TODAY
from signals.extract.grammar.role import EXTREMES
from signals.extract.grammar.sizes import PAIRS
from signals.extract.linking.policy import PRICED_IN
from signals.extract.meaning.draft import Draft
from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.months import MONTH
from signals.extract.text.tokens import Token

_BEFORE, _BEHIND = 30, 60  # characters before a name and behind its level that are read
_LED = 80  # characters of a sentence before a level that may say whose it is
_HAS = re.compile(
    r"\b(?:has|have|puts?|keeps?|sees?|places?|shows?|showed|assumes?|implies|imply|with)"
    r" (?:(?:the|its|a|spot|front-month|benchmark|their|official|key|policy|main"
    r"|[A-Z]\w+(?: [A-Z]\w+)?['’]s) ){0,3}\Z"
)
_PUTS = re.compile(
    r"\b(?:has|have|puts?|keeps?|sees?|saw|projects?|projected|forecasts?|pencill?s?(?:ed)? in)"
    r" (?:it|them|the (?:(?:exchange )?rate|pair|price|currency)) at"
    r" (?:about |around |only )?\Z"
)
_HAD_EXPECTED = re.compile(
    r"\b(?:had|have|has) (?:seen|expected|forecast|predicted|tipped|pencilled in|anticipated)"
    r" (?:it|them|the rate|rates) (?:to be )?at \Z"
)
_BY = re.compile(
    r"[^.;:\n\d]{0,30}?\b(?:(?:by|at|in|for|before|come|over|within|when|on)\b[^.;:\n]{0,20}?"
    r"\b(?:year-end|years?\b|end of|end-|months?|quarter|Christmas|New Year|Easter|summer|autumn|winter|spring|half|20\d\d"
    rf"|{MONTH})|next (?:week|month|quarter|year|summer|autumn|winter|spring|\w+ber\b)|a year from now)"
)
# "In a year's time the rate is put at 85.02", "twelve months from now it is put at".
_PUT_AT = re.compile(
    r"(?:\b[Ii]n (?:an?|one|two|three|six|nine|twelve|eighteen|\d+) (?:years?|months?)(?:['’]s?)?(?: time)?"
    r"|\b(?:[Aa]|[Oo]ne|[Tt]hree|[Ss]ix|[Nn]ine|[Tt]welve|\d+) (?:years?|months?) (?:from now|ahead|hence)"
    r"|\b(?:[Bb]y|[Aa]t) (?:year-end|the end of [^.;\n]{3,20})),? (?:the (?:\w+ )?\w+|it|they) (?:is|are) (?:then )?put at"
    r"(?: about)? \Z"
)
# "The highest forecast was 1.2100, the lowest 1.1850", "the gloomiest answer was 88.50".
_OF_FORECASTS = re.compile(
    r"\b(?:highest|lowest|most \w+|\w+iest|\w+est) (?:of the )?(?:forecast|estimate|prediction|projection|call|view|answer"
    r"|reply|response)s?\b(?:[^.;\n]|\.\d)*\Z"
)
_AVERAGE = re.compile(r"\baverage (?:price )?of (?:about |around )?\Z")
# Between a forecast and one for a later time: "at the end of this year and at".
_AND_LATER = re.compile(
    r"(?: (?:per|to|against|for)(?: the| an?| one)? (?:U\.?S\.? )?[a-z]+)??"
    r"(?: (?:(?:for|by|at|in|before|come|over|within) )?(?:the )?(?:end[- ]of[- ]|end of |end-|mid-?|middle of |start of )?"
    r"(?:the )?(?:this |next |coming |\w+ )?(?:year-end|years?|next|months?|quarter|Christmas|summer|autumn|winter|spring"
    rf"|20\d\d|{MONTH})(?: (?:20\d\d|next year))?)?(?:,|,? and|,? then)(?: then)?(?: at| to| for)? \Z"
)
_PATH = re.compile(
    r"\b(?:projections?|dots?|dot plot|median(?: forecast| estimate)?|rate (?:path|track|forecasts?))\b[^.;\n]{0,40}?"
    r" (?:shows?|showed|has|have|had|put|puts|points? to|pointed to|implies|implied|signals?|signalled|suggests?|indicates?)\b"
)
_FORESEES = re.compile(r"\b(?:expect|forecast|project|predict|foresee|sees?\b|saw\b|signal|hint|pencil|likely)")
_ASKED = ("economists", "analysts", "forecasters", "strategists", "respondents", "traders", "dealers")
_NOUN = re.compile(
    r"(?:\b(?:(?:our|my|his|her|their)(?: [\w-]+){0,3}?|year-end|month-end|quarter-end|end-\w+|\w+-month|\w+-year)"
    r" (?:number|figure|view|pick|guess|call|projection|target|estimate)s?"
    r"|\b(?:forecast|projection)s?)(?: for [\w /-]{2,25}?)?(?: \w+){0,3} \Z",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"\b(?:[Ww]e|[Tt]hey|[Hh]e|[Ss]he|I|bank|house|firm|team|desk|economists|analysts|strategists) (?:still )?"
    r"(?:keep|have|see|stay|stick|stand|put|hold|has)s? (?:at |with |to |by |on )?\Z"
)
# What somebody expects of a good: "UBS sticks to its $100", "we keep our Q4 average for TTF at".
_STICKS = re.compile(r"\b(?:stick|keep|stay|stand|hold)(?:s|ing)? (?:to|with|by|at|on)? ?(?:its|their|our|his|her) \Z")
_AVERAGES = re.compile(
    r"\b(?:keep|leave|left|hold|held|lift|rais|trim|cut|lower|maintain|retain|reiterat|kept)\w* (?:its|their|our|his|her|the)"
    r" [^.;:,\n]{0,40}?\b(?:average|call|assumption|estimate|price deck|number|view)\b[^.;:,\n\d]{0,40}? (?:at|to|of) \Z"
)
# "Lifts year-end gold call to", "raises its copper view to".
_CHANGES = re.compile(
    r"\b(?:lifts?|lifted|raises?|raised|cuts?|ups|upped|trims?|trimmed|lowers?|lowered|hikes?|hiked|boosts?|boosted|nudges|slashes"
    r"|slashed)\b[^.;:,\n\d]{0,40}?\b(?:call|view|outlook|target|forecast|estimate|projection|number)s? to \Z"
)
_THINKS = re.compile(
    r"\b(?:reckon|think|believe|say|fancy|fancies|bet|suspect|tip)s?(?: that)? (?:about |around )?\Z",
)
_OWN = re.compile(
    r" (?:our|my|his|her|its|their|the)(?: [\w/-]+){0,3} (?:forecast|target|call|projection|estimate|number|view|outlook)s?\b"
)
_FROM_SURVEY = re.compile(
    r" (?:from|on|since) (?:[$€£]?\d[\d.,]*(?: ?%| per ?cent| pct)? (?:in|at|of|seen in) (?:an? )?)?"
    r"(?:[\w'’-]+ ){1,4}?(?:surveys?|polls?|forecasts?"
    r"|estimates?|rounds?|reports?|projections?)\b"
)
# "6.25% at the end of the year, down from 6% a month ago": what the forecast was before.
_UP_TO = re.compile(r"(?: [\w'’-]+){0,8}?,? (?:and |but )?(?:revised |cut |raised |lifted |lowered |a (?:touch|bit|little) )?")
_SET_AGAINST = re.compile(r"(?: than| from) (?:the |its |an? )?[^\s\d]{0,4}\d")
_FOR = re.compile(
    r" (?:(?:by|for|come) (?:the |its )?(?:end[ -]|year-end|next |summer|autumn|winter|spring|Christmas|"
    rf"(?:first|second|third|fourth|final|last) quarter|{MONTH})|in (?:\d+|three|six|nine|twelve) months)"
)
_WAS_BEFORE = re.compile(
    r"(?: from| having been at| \((?:was|from|previously|prev\.?)|, was| instead of| rather than|,? against"
    r"|,? compared with|,? versus|,? vs\.?) \W*\Z"
)
_COMPARED = re.compile(r"\b(?:against|compared with|compared to|versus|from|than)\b(?:[^.;:\n]|\.\d)*\Z")
_ON_A_DAY = re.compile(r" (?:(?:on|late|early|last) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|night)\b")
_HAD = re.compile(
    r"\b(?:surveys?|polls?|consensus|economists|analysts|models?|forecasters|strategists|forecasts)\b(?: [\w-]+){0,3}?"
    r" had (?:\w+ ){1,3}at \Z"
)
_NAMED = r"(?:[\w&.'’/-]+ ){1,5}?"
_ENDS_A_TIME = re.compile(
    rf"\b(?:reckon|think|believe|expect|ha|see|say|forecast|predict)(?:s|ve)?(?: that)? {_NAMED}(?:to )?(?:end|finish|clos)"
    rf"(?:s|e|es|ing)?(?: out)? (?:(?:the|this|next) (?:year|quarter|month)|20\d\d|{MONTH}) (?:at|around|near)(?: about)? \Z"
)
_VALUES = re.compile(
    r"\b(?:(?:puts|values|pegs)|(?<!by )(?:[Aa]nalysts|[Bb]rokers|[Ss]trategists)\b[^.,;\n\d]{0,40} (?:put|value|peg))"
    rf" {_NAMED}at (?:about |around )?\Z"
)
_RATES = re.compile(
    r"\b(?:coverage|rates|(?:out|under)perform|(?:over|under)weight|ratings?|[Aa]nalysts?|[Bb]rok\w+|(?:up|down)grade[sd]?)\b"
)
_TO_COME = 25  # characters of what a dealer thinks of a level, at most
_POLLS = cues(" ".join(_ASKED))
_POLLED = re.compile(
    rf"of(?<!\wof) (?:the |its |all )?[\w-]+ (?:\w+ )?(?:{'|'.join(_ASKED)})\b"
    r"[^.;:\n]*?\b(?:say|says|think|thinks|believe|believes|reckon|reckons|bet|tip|tipped)\b"
    r"(?![^.;:\n]*\b(?:was|were|had|has been)\b)"
)


def foreseen_levels(text: str, drafts: Iterable[Draft]) -> None:
    """Makes forecasts of the levels that somebody has for a day to come."""
    polls = holds_cue(text, _POLLS) and _POLLED.search(text) is not None
    before: Draft | None = None
    for draft in drafts:
        if before is not None and _is_later(text, before, draft):
            draft.kind, draft.move = "forecast", None
        before = draft
        if draft.kind in EXTREMES and (_on_a_path(text, draft) or _is_an_answer(text, draft)):
            draft.kind, draft.move = "forecast", None
        if draft.kind in ("last", "close") and _is_thought(text, draft):
            draft.kind, draft.move = "forecast", None
        if draft.kind not in ("last", "previous") or draft.level_token is None or draft.move_token is not None:
            continue
        if _HAD_EXPECTED.search(text, max(draft.level_token.start - _BEFORE, 0), draft.level_token.start):
            draft.kind, draft.move = "forecast", None
        if draft.kind != "last":
            continue
        told = _foreseen(text, draft) or (polls and _polled(text, draft)) or _is_somebodys(text, draft, draft.level_token)
        if told or _on_a_path(text, draft):
            draft.kind, draft.move = "forecast", None


def _is_an_answer(text: str, draft: Draft) -> bool:
    """ "The highest forecast was 1.2100, the lowest 1.1850": whether an extreme is one of forecasts."""
    level = draft.level_token
    return level is not None and _OF_FORECASTS.search(text, draft.frame.sentence, level.start) is not None


def _is_thought(text: str, draft: Draft) -> bool:
    """ "We think the DAX ends the year at 25,000", "the analyst puts the stock at $40": a price that is only thought."""
    level = draft.level_token
    if level is None or draft.mention.instrument_class not in ("share", "index"):
        return False
    begin = max(level.start - _LED, draft.frame.sentence)
    if _ENDS_A_TIME.search(text, begin, level.start):
        return True
    put = _VALUES.search(text, begin, level.start)
    return put is not None and _RATES.search(text, draft.frame.sentence, level.start) is not None


def _is_later(text: str, before: Draft, draft: Draft) -> bool:
    """ "Puts it at 11.75% at the end of this year and at 12.63% at the end of next": a forecast behind a forecast."""
    first, second = before.level_token, draft.level_token
    if before.kind != "forecast" or draft.kind != "last" or before.instrument != draft.instrument or not first or not second:
        return False
    return first.end < second.start and _AND_LATER.fullmatch(text, first.end, second.start) is not None


def _on_a_path(text: str, draft: Draft) -> bool:
    """ "The median projection shows two cuts this year, to 3.9%": where a bank's own path, or a market, has its rate."""
    level = draft.level_token
    if draft.mention.instrument_class != "policy rate" or level is None:
        return False
    subject = draft.subject if draft.subject is not None and draft.subject.end <= level.start else None
    priced = subject is not None and PRICED_IN.search(text, draft.frame.sentence, subject.start) is not None
    return priced or _PATH.search(text, draft.frame.sentence, level.start) is not None


def dates_a_forecast(text: str, draft: Draft, end: int, time: int) -> bool:
    """ "Left its rate at 4% and expects it to be at 3.5% in December": a time that a word of forecasting behind the level of a
    policy rate leads.
    """
    behind = draft.mention.instrument_class == "policy rate" and end < time
    return behind and _FORESEES.search(text, end, time) is not None


def without_revisions(text: str, drafts: list[Draft]) -> list[Draft]:
    """Drafts but those that tell of forecasts what they were, "to 1.06 from 1.08", or which way: "we lower our target"."""
    foretold = {
        (d.frame.sentence, d.instrument): d.level_token.end
        for d in drafts
        if d.kind == "forecast" and d.level_token is not None
    }
    return [d for d in drafts if not _is_revision(text, d, foretold)] if foretold else drafts


def _is_revision(text: str, draft: Draft, foretold: dict[tuple[int, str], int]) -> bool:
    level_end = foretold.get((draft.frame.sentence, draft.instrument))
    if level_end is None:
        return False
    level, said = draft.level_token, draft.frame.direction
    if level is not None:
        before = text[max(level.start - 20, 0) : level.start]
        behind = level_end < level.start and _COMPARED.search(text, level_end, level.start) is not None
        told = draft.kind in ("previous", "last") and (behind or _WAS_BEFORE.search(before) is not None)
        return told and TODAY.match(text, level.end) is None and _ON_A_DAY.match(text, level.end) is None
    if said is None or draft.move_token is not None:
        return False
    if _SET_AGAINST.match(text, said.end) and _UP_TO.fullmatch(text, level_end, said.start):
        return True
    return _OWN.match(text, said.end) is not None or _FROM_SURVEY.match(text, said.end) is not None


def _is_somebodys(text: str, draft: Draft, level: Token) -> bool:
    """ "Our year-end number goes to 1.38", "we keep 5.00 for December": whether somebody has a level for a time to come."""
    first = max(draft.frame.sentence, level.start - _LED)
    if draft.mention.instrument_class not in PAIRS:
        return any(said.search(text, first, level.start) for said in (_STICKS, _AVERAGES, _CHANGES))
    noun = _NOUN.search(text, first, level.start)
    if noun is not None:
        return draft.subject is None or not noun.start() < draft.subject.start < level.start
    if draft.frame.unsaid and _FOR.match(text, level.end, level.end + _BEHIND):
        return True
    if _KEEPS.search(text, first, level.start) or _HAD.search(text, first, level.start):
        return _BY.match(text, level.end, level.end + _BEHIND) is not None
    if _THINKS.search(text, first, level.start) is None:
        return False
    return any(_BY.match(text, level.end + more, level.end + more + _BEHIND) for more in (0, _TO_COME))


def _polled(text: str, draft: Draft) -> bool:
    level = draft.level_token
    return level is not None and _POLLED.search(text, draft.frame.sentence, level.start) is not None


def _foreseen(text: str, draft: Draft) -> bool:
    """Whether the words have an instrument at a level by some later time, "the track has the cash rate rising to 0.5% by
    September next year": no "has been at", no "had Brent at $70 on Monday".
    """
    subject, level = draft.subject, draft.level_token
    if subject is None or level is None:
        return False
    if _PUT_AT.search(text, max(level.start - _LED, 0), level.start):
        return True
    named = draft.frame.sentence <= subject.start < level.start  # not "it" of a sentence behind "sees the OCR at 2.25%"
    has = named and _HAS.search(text, max(subject.start - _BEFORE, 0), subject.start) is not None
    if not has and _PUTS.search(text, max(level.start - _BEFORE, 0), level.start) is None:
        return False
    averages = _AVERAGE.search(text, max(level.start - _BEFORE, 0), level.start) is not None
    return averages or _BY.match(text, level.end, level.end + _BEHIND) is not None
