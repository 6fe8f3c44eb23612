"""What the words before a time expression make of it: when, since when, compared with when."""

from __future__ import annotations

import re

from signals.extract.text.folding import holds_any
from signals.extract.text.months import MONTHS, SHORT_MONTHS
from signals.extract.times.expression import Role
from signals.extract.times.vocabulary import Fields

REACH = 80  # characters before an expression in which the words that govern it may stand

_PLAIN_IN_EST = (
    r"(?:interest|(?:north|south|mid)?west|(?:con|pro|at)?test|latest|(?:un|ar|inte)?rest|crest|forest|(?:in|har|di)?vest"
    r"|(?:re|con)?quest|guest|suggest|digest|(?:dis)?honest|modest|earnest|chest|nest|pest|request|budapest|bucharest)\b"
)
_SUPERLATIVE = re.compile(
    rf"\b(?=[^.;:,]{{0,80}}\Z)(?:(?!{_PLAIN_IN_EST})\w{{2,}}est|most|least|best|worst|first|record|peak|(?:un)?seen|high|low|trough|last|(?-i:only))\b"
    r"[^.;:,\d]{0,40}\Z",
    re.IGNORECASE,
)
# "Asia's worst performer last week with a loss of 1.4%": over what the ranking is.
_RANKED = re.compile(r"\b(?:perform(?:er|ing)|gainer|decliner|riser|faller|loser)s?\b[^.;:,\d]*\Z")
_SUPERLATIVE_CUES = ("st", "record", "peak", "seen", "high", "low", "trough", "only")
_TO_TIME = r"(?:(?: [\w'’]+){0,6}? (?:on|at|in|by|for|of|from))?(?: (?:the|its|his|a|late|an|early|end of))*\s?\Z"
_OLD_LEVEL = r"(?:close|closing|level|finish|settlement|rate|fixing|price|same|where|what|that)"
_SIZE = r" (?:about |almost |nearly )?\d[\d.,]*(?:%| per ?cent| (?:basis )?points?| cents?)"
_COMPARED = re.compile(
    rf"\b(?:(?:than(?!{_SIZE})|from|compared (?:with|to)|below|above|under){_TO_TIME}"
    rf"|(?:against|versus|vs\.?)(?: (?:[\w'’]+ ){{0,4}}?{_OLD_LEVEL}(?: (?:it|they|was|were|of))*(?: (?:on|at|in|by|for|of))?)?"
    r"(?: (?:the|its|his|a|late|an|early|end of))*\s?\Z)",
    re.IGNORECASE,
)
_FIGURE = (
    r"(?: (?:the|its|a|an|about|around|some|as low as|as high as))*"
    r"(?: (?:[\w'’-]+ ){0,5}?(?:close|high|low|peak|record|level|price|settlement|finish|fixing|average|quote)(?: of)?)?"
    r" ?(?:[A-Z][A-Za-z]{0,2}[$/¢]?\.?|[$€£¥₹₦₱₩₫฿₺₽])? ?\d(?:[\d.,/]*[\d/])?"
    r"(?:(?<=/)[$€£A-Za-z]{1,4}|[-–]\d(?:[\d.,]*\d)?|[cp]\b|¢)?"
)
_WORDS = r"%?(?: [\w'’$/-]+){0,6}?"
_COMPARED_LEVEL = re.compile(
    rf"\b(?:(?:from|against|versus|vs\.?|compared (?:with|to)){_FIGURE}(?:{_WORDS} and{_FIGURE})?"
    rf"|(?:than|after|below|above|under|off){_FIGURE}(?!\d| ?(?:%|per ?cent|basis|bps?\b|points?|cents?)))" + _WORDS + _TO_TIME
)
_CROSSES = re.compile(
    r"\b(?:broke|fell|sank|slid|dropped|dipped|slipped|tumbled|plunged|crashed|climbed|rose|jumped|surged|went|closed|settled|ended)"
    r"(?: back)? \Z"
)  # "fell below $9,000 on Thursday" is told of that day
_EXACT = re.compile(
    r"\b(?:than|from|against|versus|vs\.?|compared (?:with|to)|over|below|above|under|on)\b[^.;:,\d]{0,30}\Z", re.IGNORECASE
)
_MULTIPLE = re.compile(
    r"\b(?:as [a-z]+ as|what (?:it|they) (?:was|were|cost|fetched|had been|went for|stood at|traded at)"
    r"|(?:its|their|the) (?:level|price|value)(?: of)?)(?: in| at| on)?(?: an?| the)? \Z"
)
# "Practically where it ended on Monday", "the same as at the previous close".
_WHERE_IT_WAS = re.compile(
    r"\b(?:where (?:it|they|she|the \w+) (?:had )?(?:been|was|were|ended|closed|finished|settled|stood|left off)"
    r"|the same as)(?: late| early)?(?: at| on| in| this time)?(?: (?:the|its))?\s?\Z"
)
_WHERE = (" where ", "same as")
_MULTIPLES = ("twice ", "double ", "triple ", "treble ", " times ", "half ")
_ON = re.compile(r"\b(?:on|over) (?:the |its |his )?\Z", re.IGNORECASE)
_MEASURED_ON = re.compile(
    r"(?:\b(?:is|are|now|stands|trades|buys|costs|fetches)\b|['’]s\b)(?:[^.;:\n]|\.\d){0,60}?"
    r"(?:\d[\d.]* ?(?:%|per ?cent|pips|points?|cents?|pence|[cp])?|\b(?:cent|penny))"
    r" (?:up|down) on \Z"
)
_UNTIL = tuple(f"{word}{gap} " for word in ("until", "till", "before", "ahead of") for gap in ("", " the", " its"))
_JUST = re.compile(r"\b(?:just|shortly|moments|minutes|right|soon|not long) before (?:the |its )?\Z")
_BY = (" by ", " by the ")
_CUES = ("than", "from", "against", "versus", "vs", "compared", "below", "above", "under", "after", "off")
_MATURE = ("deliver", "shipment", "loading", "due", "matur", "expir", "redeem", "dated")
_DOT = r"\.(?:(?=\S)|(?<=[A-Z]\.)|(?<=(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|ept|Oct|Nov|Dec)\.))"  # that ends no sentence
_SINCE = re.compile(rf"\b[Ss]ince(?: (?:[\w'’&$€£¥-]|,(?=\d)|{_DOT})+){{0,8}} \Z")
_SINCE_DATE = re.compile(
    rf"\bsince (?:(?:early|late|mid|the|start|end|beginning|of)[ -])*(?:(?:{'|'.join((*MONTHS, *SHORT_MONTHS))})\.? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:(?:19|20)\d\d )?on \Z",
    re.IGNORECASE,
)  # what follows such a date is another one
_WHOLE_UNIT = re.compile(r"\b(?:\w+est|worst|winning|losing|positive|negative|up|down|straight|consecutive) \Z", re.IGNORECASE)
_OF_A_MONTH = re.compile(
    r"\b(?:in|during|of|since|until|by|through|for|from|than|end|mid|ended?|finish|over|early|late|a year|recently as)"
    r"(?: the)?[ -]\Z",
    re.IGNORECASE,
)
_LAST_SEEN = re.compile(
    r"\b(?:(?:last|not|never|previously)(?: been)? (?:seen|reached|touched|traded|visited|hit)|unseen)(?: \w+){0,3} \Z"
)
_WAS = re.compile(r" (?:was|were|is|are|had|has)\b")
# "March was the best month", but "March was 20 points lower" is a contract.
_SAW = re.compile(
    r" (?:saw|was(?! (?:(?:up|down|off) )?[$€£]?\d[\d/., ¼½¾-]*(?: cents?| points)\b| (?:last |trading )?at )"
    r"|has been|brought|proved|marked|turned out)\b"
)
_ACTS = re.compile(
    r" (?!(?:to|in|on|and|or|by|as|for|from|that|which|when)\b)(?:[a-z]+ ){1,3}(?:RM|Rs\.? ?|R|US\$|HK\$|[$€£¥₹])?\d"
)
PEAK = re.compile(
    r"(?:['’]s)? (?:[A-Z]{0,2}[$€£]\d[\d,.]* )?"
    r"(?:(?:record|all-time|lifetime|closing|intraday) )?(?:peak|high|low|record|top|trough|bottom|nadir)s?\b"
    r"(?! of the)"
)
_SPAN = re.compile(
    r"\b(?:in|over|within|for|through|past|last|during|under)(?: just| only| less than| the| its)?"
    r"(?: (?:past|last|previous|preceding|space of))? ?\Z",
    re.IGNORECASE,
)
_MATURITY = re.compile(
    r"\b(?:delivery|shipment|loading|due|maturing|matures|expiring|expires|redeemable|maturity|dated|falling due)"
    r"(?: in| on)? \Z"
)
_DELIVERY = re.compile(
    r"[ -](?:delivery|deliveries|contracts?|futures?|shipments?|settlement|expiry|positions?|loading|arrival|tenor|options?)\b",
    re.IGNORECASE,
)
_OF_CONTRACT = re.compile(
    r"\b(?:contracts?|futures?|(?:spot|front|third|second|next|benchmark|active|traded|nearby|nearest)[ -]months?)"
    r"(?:,| for| due| dated|,? the)? \(?\Z"
)
_TRADED = re.compile(r"\b(?:spot|front|third|benchmark|active|traded|nearby|nearest) \Z")
_OPENS_CLAUSE = re.compile(r"(?:\A|[\n.,;:] ?|\b(?:and|while|with|but) )\Z")
_PRICED_MONTH = re.compile(r"(?:,? (?!for|of|in|when|after|as|that)[a-z]+){0,6},? (?:by |at |to )?(?:RM|US\$|[$€£])\d")
_MONTHLY = (" month ", "-month ", "month, ", "month (")
_ITS_CONTRACT = re.compile(r"(?: [\w'’-]+){0,3} (?:contracts?|futures)\b")
_AHEAD = re.compile(r"\bahead of (?!its |their )[^.,;:]{3,60} (?:on|in|at) \Z")
_GOODS = (
    r"(?:brent|wti|crude|oil|gas|hub|ttf|gold|silver|copper|tin|lead|sugar|raws|whites|coffee|arabica|robusta|cocoa|cotton|wheat"
    r"|corn|maize|soybeans?|beans|rubber|contracts?|ore|coal|rebar|zinc|nickel|aluminium|aluminum|platinum|palladium|soyoil|soymeal"
    r"|olein|canola|rapeseed|cattle|hogs|rice|gasoline|gasoil|diesel|naphtha|ethanol|lumber|juice|allowances|EUAs?|power"
    r"|electricity|baseload|futures|benchmark)"
)
_DELIVERED = re.compile(rf"(?:\b{_GOODS}|\d) for \Z", re.IGNORECASE)
_OF_GOODS = re.compile(
    rf"(?: [A-Za-z-]+)?? {_GOODS}\b(?! (?:price|average|high|low|peak|rally|crash|crisis)s?\b)", re.IGNORECASE
)
_MOVE = (
    r"(?:gains?|loss(?:es)?|rise|fall|drop|decline|advance|increase|decrease|slide|jump|rally|rout|rebound|sell-?off|plunge|surge"
    r"|retreat|slump|moves?|change|performance|comparison|basis|range|highs?|lows?)\b"
)
_MOVE_AFTER = re.compile(rf" (?:[\w%.-]+ ){{0,2}}?{_MOVE}")
_LEFT = re.compile(r"(?: [\w'’]+){0,4}? (?:left|to go|remaining|to run)\b")  # "with an hour of the session to go"
_NUMERAL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_STREAK = re.compile(r"[^.;,]{0,25}\b(?:in a row|straight|consecutive|running|on the trot)\b")
_POSSESSIVE = re.compile(
    rf"['’]s? (?![A-Z][A-Za-z]{{0,2}}\$?[. ]?\d)"
    rf"(?!(?:[\w%.-]+ ){{0,2}}?(?:sessions?|trad\w+|peak|record|levels?|clos\w+|open\w*|prices?|rates?|fix\w*|settle\w*"
    rf"|finish|bell|end|morning|afternoon|evening|{_NUMERAL}|{_MOVE})\b)[a-zA-Z]"
)
# "Recouping half of last week's loss", "erasing Monday's gain": what is done to the move of another time.
UNDOES = (
    r"\b(?:(?:eras|revers|recoup|recover|regain|retrac|par(?=e[ds]|ing)|trimm|extend|offset|undo|wip|match|mirror|repeat|cancel"
    r"|surrender|exceed|halv|follow)\w*(?: back| out)?|undid|ma(?:de|king) (?:good|up(?: for)?)|add(?:ed|ing|s) to"
    r"|buil[dt](?:ing)? on|(?:give[sn]?|giving|gave|hand(?:s|ed|ing)|won|took|claw\w*) (?:back|up)|lost)"
)
_UNDOING = re.compile(
    rf"(?:{UNDOES}|\b(?:half|most|some|part|much|all|bulk|lot) of)(?: (?:of|the|its|some|part|half|most|much|all))* \Z"
)
_OWN_MOVE = re.compile(rf"['’]s? (?:(?!\d)[\w-]+ ){{0,2}}?{_MOVE}(?! (?:of|to) )")
_DAYS = frozenset(("weekday", "month", "day", "days"))
_AND_DAY = re.compile(
    rf" and (?:\d{{1,2}}\b(?! ?(?:%|per ?cent))|(?:{'|'.join((*MONTHS, *SHORT_MONTHS))})\b|(?:Mon|Tues|Wednes|Thurs|Fri)day\b)",
    re.IGNORECASE,
)
_ADJECTIVES = frozenset(("weekly", "monthly", "quarterly", "annual", "yearly"))
_CLAUSE_WORD = re.compile(r"(?:\A|[:;.,(] ?|\b(?:and|the|for|its|of) |\n[ \t]*)\Z")
_NOUN_AFTER = re.compile(
    r" (?!(?:at|as|after|in|on|to|from|with|the|amid|and|or|but|by|when|while|because|before|following|for|that|a|an|was|were"
    r"|is|since|of|than|it|they|its|his|had|has)\b)[A-Za-z]"
)


def names_whole(text: str, start: int, fields: Fields) -> bool:
    """ "Its best week since May": the unit is what the move is measured over, whatever the superlative is compared with."""
    unit = fields.get("unit")
    whole = unit in ("week", "month", "quarter", "year") and "count" not in fields
    whole = whole and text.startswith(unit or "", start)  # not "its highest since 2014 last month"
    return whole and bool(_WHOLE_UNIT.search(text, max(start - 14, 0), start))


def role_of(text: str, start: int, end: int, fields: Fields) -> tuple[Role, int | None]:
    """The role of an expression, and for a comparison the character at which the words of comparison begin."""
    if fields.get("role") == "at":
        return "at", None  # "between April and June"
    before = text[max(start - REACH, text.rfind("\n", 0, start) + 1, 0) : start]
    low = before.lower()
    if _is_attribute(text, before, low, start, end, fields):
        return "attribute", None
    since = _SINCE.search(before) if "since" in low and not (low.endswith(" on ") and _SINCE_DATE.search(low)) else None
    if _is_extreme(before, low, text[start:end], fields, since is not None or fields.get("role") == "since"):
        return "extreme", None
    if since or fields.get("role") == "since":
        return "since", start - len(before) + since.start() if since else start
    if (
        fields.get("role") == "until"
        or ("ahead of" in low and _AHEAD.search(before))  # "ahead of the holiday on July 9"
        or (low.endswith(_UNTIL) and not _JUST.search(low))
        or (low.endswith(_BY) and _is_horizon(fields))
    ):
        return "until", None
    origin = _origin(before, low, fields)
    if origin is None and low.endswith("between ") and fields.keys() & _DAYS and _AND_DAY.match(text, end):
        origin = len(before) - len("between ")  # "fell 0.2% between June 26 and July 2"
    return ("at", None) if origin is None else ("comparison", start - len(before) + origin)


def _is_extreme(before: str, low: str, said: str, fields: Fields, since: bool) -> bool:
    bare = fields.keys() <= {"unit", "count", "which", "definite"} and said.lower() not in _ADJECTIVES
    if (bare or since) and holds_any(low, _SUPERLATIVE_CUES) and _SUPERLATIVE.search(before):
        return _RANKED.search(low) is None
    return ("seen" in low or "reached" in low or "touched" in low or "hit" in low) and bool(_LAST_SEEN.search(before))


def _is_horizon(fields: Fields) -> bool:
    """ "By 2030", "by the end of March": a month or a year ahead, where "by midday" is a time of the report."""
    return bool(fields.keys() & {"month", "year", "edge"}) and not fields.keys() & {"hour", "part", "weekday", "session"}


def _origin(before: str, low: str, fields: Fields) -> int | None:
    """Where in the words before an expression a comparison with it begins; None where there is none."""
    match = None
    if holds_any(low, _CUES):
        match = _COMPARED.search(before) or _COMPARED_LEVEL.search(before)
        crossed = match is not None and before.startswith(("below", "above", "under"), match.start())
        match = None if match is not None and crossed and _CROSSES.search(before[: match.start()]) else match
    if match is None and holds_any(low, _MULTIPLES):
        match = _MULTIPLE.search(before)  # "twice what it was a year ago"
    if match is None and holds_any(low, _WHERE):
        match = _WHERE_IT_WAS.search(before)
    if match is None and fields.get("ago"):
        match = _EXACT.search(before)
    if match is None and "session" in fields and fields.keys() & {"weekday", "days", "which"}:
        match = _ON.search(before)
    if match is None and low.endswith(" on ") and _MEASURED_ON.search(low):
        match = _ON.search(before)  # "is at $1.0668, 1.8% down on Friday"
    return match.start() if match else None


_MEETING = re.compile(r"\b(?:meeting|session|review|decision|sitting)s? of (?:the )?\Z")  # "its third meeting of the year"


def _is_delivered(text: str, start: int, end: int, fields: Fields) -> bool:
    """ "The December contract", "the yuan with tomorrow settlement": whether what is priced is delivered then."""
    told = "month" in fields or fields.get("days") == 1
    return told and (_DELIVERY.match(text, end) is not None or text.endswith("settlement", start, end))


def _is_attribute(text: str, before: str, low: str, start: int, end: int, fields: Fields) -> bool:
    """ "A four-day run", "June reserves", "the December contract", "due in 2035": the words of time qualify a noun."""
    of_meeting = low.endswith((" of ", " of the ")) and _MEETING.search(low) is not None
    of_meeting = of_meeting or low.endswith((" per ", f"{text[start:end].lower()} by "))  # "7.25% per year", "hour by hour"
    if of_meeting or (fields.get("unit") == "hour" and _LEFT.match(text, end)):
        return True
    if (holds_any(low, _MATURE) and _MATURITY.search(before)) or _is_delivered(text, start, end, fields):
        return True
    if fields.get("to_date"):
        return False  # "so far in August"
    if "month" in fields and _names_delivery(text, before, low, start, end, fields):
        return True
    if _possesses_noun(text, before, end) and "session" not in fields and fields.get("role") != "since":
        return True
    if fields.keys() == {"month", "place"} or (fields.keys() <= {"month", "year"} and _of_goods(before, low)):
        return True  # "in London December Brent"
    if text[start:end].lower().removeprefix("before ").rpartition(" ")[2] in _ADJECTIVES:  # also "before the weekly report"
        daily = text.startswith("aily", start + 1)
        return not _MOVE_AFTER.match(text, end) or (daily and _STREAK.match(text, end) is not None)
    if "count" in fields and "-" in text[start:end]:
        return not _SPAN.search(before)
    if "month" in fields and not fields.keys() & {"year", "which", "edge", "role", "days", "weekday", "hour", "ago"}:
        if "day" in fields:
            return _names_contract(text, before, end) and not PEAK.match(text, end)
        if low.endswith(" for "):  # "sugar for March fell", not "prices for March, up 2%"
            return _NOUN_AFTER.match(text, end) is not None or _WAS.match(text, end) is not None
        return not (_OF_A_MONTH.search(before) or _SAW.match(text, end) or PEAK.match(text, end))
    spans = low.endswith(" on ") and fields.get("count") != 1  # "up 3% on seven days"
    return (
        "count" in fields and "unit" in fields and not fields.keys() & {"ago", "which"} and not (spans or _SPAN.search(before))
    )


def _of_goods(before: str, low: str) -> bool:
    """ "Sugar for March", "power for 2024", "at $25.57 for June", "on Comex, December was down $12": when a contract is due."""
    if low.endswith((" comex, ", " comex ", "most-active ")):
        return True
    return low.endswith(" for ") and _DELIVERED.search(before) is not None


def _possesses_noun(text: str, before: str, end: int) -> bool:
    """ "Tuesday's data", "erasing Monday's loss": what is a time's own and dates no figure of the clause."""
    if text[end : end + 1] not in ("'", "’"):
        return False
    return bool(_POSSESSIVE.match(text, end) or (_OWN_MOVE.match(text, end) and _UNDOING.search(before)))


def _names_delivery(text: str, before: str, low: str, start: int, end: int, fields: Fields) -> bool:
    """ "The benchmark contract, August 2021,", "the September 2025 palm oil contract", "the spot month July": when a future is
    delivered.
    """
    if fields.keys() <= {"month", "unit"}:
        spot = text.startswith("month ", start) and _TRADED.search(before) is not None
        return spot or (low.endswith(_MONTHLY) and _OF_CONTRACT.search(before) is not None)
    if not {"month", "year"} <= fields.keys() <= {"month", "year", "unit"}:
        return False
    if _OF_CONTRACT.search(before) or (_OPENS_CLAUSE.search(before) and _PRICED_MONTH.match(text, end)):
        return True
    if not before.endswith((" to ", " at ")) and _ACTS.match(text, end) and _OF_A_MONTH.search(before) is None:
        return True  # "spot month March 2024 gained RM27"
    its_own = _ITS_CONTRACT.match(text, end) or (low.endswith("the ") and _OF_GOODS.match(text, end))
    return bool(its_own) and _OF_A_MONTH.search(before) is None


def _names_contract(text: str, before: str, end: int) -> bool:
    """ "; Dec 11 wheat": no date but the month and year of a contract."""
    return bool(_CLAUSE_WORD.search(before)) and bool(_NOUN_AFTER.match(text, end))
