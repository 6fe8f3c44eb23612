"""Clock times in digits, and dates in digits: found by one scan that starts at digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.folding import holds_any
from signals.extract.times.vocabulary import NUMERALS, Fields
from signals.zones import ZONE, is_zone

Atom = tuple[int, int, Fields]

# What an hour with a dot goes on with at the head of a sentence: "At 10.45 in Stockholm", "By 10.45 Ericsson was", "At 11.40 on
# the interbank market the euro was down to 4.2350".
_HEADED = (
    r" in [A-Z][a-z]+\b(?! terms)"
    r"| (?![A-Z]{3}\b)[A-Z][\w&.'’-]+(?: [A-Za-z]+){0,2}?"
    r" (?:was|were|stood|had|has|is|are|cost|bought|fell|rose|[a-z]{2,}ed)\b"
    r"| (?:on the|in the|on [A-Z][a-z]+day)\b"
    r"(?=[^.;\n]{0,60}? (?:was|were|stood|had|has|is|cost|bought|[a-z]{2,}ed)\b[^;\n]{0,40}? \d)"
)

# Where a clock is that has no more than four figures or a dot: "0645 London", "9.15 Tokyo".
_CITY = (
    r"(?:London|LDN|New York|NYC?|Tokyo|Singapore|Hong Kong|Sydney|Frankfurt|Paris|Zurich|Mumbai|Chicago|Johannesburg|Dubai"
    r"|Toronto|Oslo|Stockholm|Moscow|Istanbul|Shanghai|Seoul)\b(?! (?!time\b)(?:[a-z]|[A-Z][a-z]+\b))"
)
# What an hour with a dot ends, behind a level and its unit: "traded at R17.62 to the dollar at 16.10."
_ENDS = r"(?=[.,;)](?!\d)|\n|\Z)"
_BEHIND_CITY = re.compile(rf" {_CITY}")
_BEHIND_LEVEL = re.compile(r"\d (?:to|per|against|an?) (?:the |US |one |an? )?[a-z]+,? (?:at|by|around|as of) \Z")

# "Before the figures came out at 9.30", no price: "the rate was published at 9.30 kronor".
_NEWS = "ame out|ome out|blished|eleased|nounced"
_NO_PRICE = r"(?![\d%]| (?:per|to the|against|kron|crown|rand|pes|zlot|dirham|riyal|yuan|a dollar|a euro\b(?! [a-z])))"

_NAMED_ZONE = r"(?-i:Eastern|Central|Mountain|Pacific)\b(?: [Tt]ime\b)?(?! (?-i:[A-Z]))"
_ZONE = rf"(?: ?\(?(?P<clock_zone>{ZONE})\)?| (?P<named_zone>{_NAMED_ZONE}(?! [a-z])))?"
_NAMED_ZONES = {"Eastern": "ET", "Central": "CT", "Mountain": "MT", "Pacific": "PT"}
_DIGITS = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"
    r"|(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<last>\d{4}|\d\d)(?![\d/])"
    r"|(?P<hour>\d{1,2})(?:[:h](?P<minute>\d\d)|\.(?P<dotted>\d\d)(?= ?[ap]\.?m\b| (?:h|hrs|Uhr)\b"
    rf"| (?!PCT)[A-Z]{{2,4}}T\b|,? (?:the|it|was|stood)\b|{_HEADED}|(?<=0\d\.\d\d)(?![\d%])"
    rf"|{_ENDS}| {_CITY}|(?:(?<=(?:{_NEWS}) at \d\.\d\d)|(?<=(?:{_NEWS}) at \d\d\.\d\d)){_NO_PRICE}))?"
    r"(?P<seconds>:\d\d)?(?P<half> ?(?:[ap]\.m\.?|[ap]m\b|[AP]M\b|[AP]\.M\.?))?" + _ZONE + ")"
)
# Begins with a set of characters, which the regex engine looks for at the speed of a table.
_STARTS = re.compile(
    r"[0-9](?<![0-9.,:/$€£¥-][0-9])"
    rf"(?:(?<=0)[0-9]{{3}}(?= (?:in )?{_CITY})|(?<=1)[0-8][0-5][0-9](?= (?:in )?{_CITY})"
    rf"|(?:(?<=[12])[0-9]|(?<=0)[1-9]|(?<!0))(?=\.[0-5][0-9] {_CITY})"
    r"|[0-9]{3} ?(?:hours? |hrs? )?(?=[A-Z]{2}|[A-Z][a-z]+ time\b|local time\b)"
    r"|(?<=(?:[Aa]t|[Bb]y) 0)[0-9][0-5][0-9](?= [a-z])"
    r"|[0-9]?(?=[:h][0-9]{2}|\.[0-9]{2} ?(?:[ap]\.?m|h\b|hrs\b|Uhr\b)"
    r"|\.[0-9]{2} (?!PCT)[A-Z]{2,4}T\b|\.[0134][05],? (?:the|it|was|stood)\b"
    rf"|\.[0-5][05](?:{_HEADED}|{_ENDS})"
    rf"|(?<=(?:{_NEWS}) at [0-9])[0-9]?\.[0-5][05]{_NO_PRICE}"
    r"|(?<=0)[0-9]\.[0-5][0-9](?![0-9%]|[.,][0-9])"
    r"| ?[apAP]\.?[mM]\b| ?(?:GMT|UTC))|[0-9]{0,3}(?=[-/.][0-9]{1,2}[-/.][0-9]))"
)
# "At 11.00 the price peaked", "the quote at 16.30 was 4.32".
_HOURS = re.compile(r" (?:h|hrs|Uhr)\b")  # "17.40 h"
_PLACED = re.compile(
    r"(?:(?:\A|[.,;:\n] ?|\band )(?:[Aa]t|[Bb]y|[Aa]round)|\b(?:quote|price|rate|quotation|fixing) at"
    rf"|(?:{_NEWS}) at) \Z"
)
_EARLY = re.compile(
    r"\b(?:at|by|around|about|until|till|before|after|between) \Z"
)  # "took effect at 08.15": no price begins so
_MILITARY = re.compile(
    rf"(\d\d)(\d\d)(?: hours?| hrs?)? ?(?:(?=[A-Z][a-z]+ time\b|local time\b|(?:in )?{_CITY})|({ZONE})|(?<=0\d\d\d )(?=[a-z]))"
)
_SPOKEN_HOUR = "|".join(NUMERALS)
_MINUTES = {word: size for size, word in enumerate(NUMERALS, 1)} | {
    **{f"{word}teen": size for size, word in enumerate(("thir", "four", "fif", "six", "seven", "eigh", "nine"), 13)},
    "twenty": 20,
    **{f"twenty-{word}": 20 + size for size, word in enumerate(NUMERALS[:9], 1)},
}
_SPOKEN_MINUTES = "|".join(sorted(_MINUTES, key=len, reverse=True))
_SPOKEN = re.compile(
    rf"(?:(?P<hour>\d{{1,2}}|{_SPOKEN_HOUR})(?::(?P<minute>\d\d))? o[’']clock(?: (?P<named_zone>{_NAMED_ZONE}))?"
    rf"|(?:(?P<offset>half|quarter)|(?P<minutes>\d{{1,2}}|{_SPOKEN_MINUTES}) minutes?)"
    rf" (?P<way>past|to|before|after) (?P<base>\d{{1,2}}|{_SPOKEN_HOUR})\b)",
    re.IGNORECASE,
)  # fmt: skip
# Without "minutes" only behind a preposition: "at twenty to five", not "from five to nine".
_AT_SPOKEN = re.compile(
    r"\b(?:at|by|about|around|after|before) (?P<clock>(?P<minutes>five|ten|twenty|twenty-five) (?P<way>to|past)"
    rf" (?P<base>{_SPOKEN_HOUR}))\b(?! (?:per|percent|cents?|points?|pence|dollars|euros|basis|and|years?|pounds|yen)\b)",
    re.IGNORECASE,
)
# "At six in the evening", "by 9 yesterday morning".
_PART = re.compile(r" (?:in the|this|yesterday) (?:morning|afternoon|evening)\b", re.IGNORECASE)
_AT_PART = re.compile(
    rf"\b(?:at|by|about|around|until|since|before|after) (?P<clock>(?P<hour>\d{{1,2}}|{_SPOKEN_HOUR}))\Z", re.IGNORECASE
)
_AT_REACH = 24  # characters before it that hold the hour and the word that leads to it: "around twelve"
# "At ten the euro was", "and shortly after eleven 6.24 was paid": at the head of a clause.
_AT_HEAD = re.compile(
    r"(?:\A|[\n.,;:–—\"“] ?|\b(?:and|but) )(?:(?:just|shortly|soon|a little|right|not long) )?"
    r"(?:at|by|around|about|after|before|towards?) \Z",
    re.IGNORECASE,
)
_CLAUSE = re.compile(rf",? (?:it|they|the|an?|one)\b|(?:,| at)? [$€£¥]?\d+\.\d|, (?!(?:or|and|{_SPOKEN_HOUR})\b)[A-Za-z]")
# "Two minutes later", "an hour earlier": from the hour that was named last, but "24 hours earlier" the day before.
_SHIFTED = re.compile(
    rf"\b(?!1[2-9] h|[2-9]\d h|twe\S+ h)(?P<count>a quarter of an|three quarters of an|half an|an?|\d{{1,2}}|{_SPOKEN_MINUTES})"
    r" (?P<unit>minute|hour)s? (?P<way>later|earlier)\b(?! than\b)",
    re.IGNORECASE,
)
_OF_AN_HOUR = {"a": 1, "an": 1, "half an": 0.5, "a quarter of an": 0.25, "three quarters of an": 0.75}
_SHIFTS = tuple(f"{unit} {way}" for unit in ("minute", "minutes", "hour", "hours") for way in ("later", "earlier"))
_COMPARING = ("from ", "than ", "with ", "since ", "as ", "against ", "versus ", "over ")
_PARTS = cues("morning afternoon evening")
_PARTS_SAID = tuple(
    f"{lead} {part}" for lead in ("in the", "this", "yesterday") for part in ("morning", "afternoon", "evening")
)
_UNITS = cues("minute minutes hour hours")
_SPOKEN_CUES = cues("clock past quarter minute minutes five ten twenty")
_SPOKEN_MARKS = (
    "clock", "half past ", "quarter past ", "quarter to ", "minutes ", "minute past", "minute to", "minute before ",
    "minute after ", "five to ", "ten to ", "twenty to ", "five past ", "ten past ", "twenty past ",
)  # fmt: skip
_OF_A_YEAR = re.compile(r"\b(?:the|this|that|last|first|second|third|fourth|final|current|past|previous) quarter to ")
_SPOKEN_MARK = re.compile(r"clock| past |quarter to |minutes? (?:to|before|after) |(?:five|ten|twenty) to ")


def digit_atoms(text: str) -> Iterator[Atom]:
    """Clock times and all-digit dates, in order."""
    taken = 0
    for hit in _STARTS.finditer(text):
        if hit.start() < taken:
            continue
        atom = _military(text, hit.start()) or _clock_or_date(text, hit.start())
        if atom is not None:
            taken = atom[1]
            yield atom


def _military(text: str, start: int) -> Atom | None:
    match = _MILITARY.match(text, start)
    if match is None or (match[3] is not None and not is_zone(match[3])) or int(match[1]) > 24 or int(match[2]) > 59:
        return None
    fields: Fields = {"hour": int(match[1]) % 24, "minute": int(match[2]), "halfday": "24"}
    if match[3] is None:
        return match.start(), match.end() - 1, fields  # "1830 Moscow time"
    return match.start(), match.end(), fields | {"zone": match[3]}


def _clock_or_date(text: str, start: int) -> Atom | None:
    match = _DIGITS.match(text, start)
    if match is None:
        return None
    if match["year"]:
        return _dated(match, int(match["year"]), int(match["month"]), int(match["day"]))
    if match["first"]:
        return _slashed(match)
    return _clock(match)


def _dated(match: re.Match[str], year: int, month: int, day: int) -> Atom | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return match.start(), match.end(), {"year": year, "month": month, "day": day}


def _slashed(match: re.Match[str]) -> Atom | None:
    """Day first, as all the world but America writes it, unless only the other order is a date."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["last"])
    year += 2000 if year < 100 else 0
    return _dated(match, year, second, first) or _dated(match, year, first, second)


def _clock(match: re.Match[str]) -> Atom | None:
    if match["hour"] is None:
        return None
    zone = (
        match["clock_zone"] if is_zone(match["clock_zone"]) else _NAMED_ZONES.get((match["named_zone"] or "").partition(" ")[0])
    )
    minute, half = match["minute"] or match["dotted"], (match["half"] or "").strip().lower()[:1]
    hour = match["hour"]
    if (
        match["dotted"]
        and not half
        and not zone
        and not _HOURS.match(match.string, match.end())
        and not _PLACED.search(match.string, max(match.start() - 14, 0), match.start())
        and not _BEHIND_CITY.match(match.string, match.end())
        and not _BEHIND_LEVEL.search(match.string, max(match.start() - 40, 0), match.start())
        and not (hour[0] == "0" and _EARLY.search(match.string, max(match.start() - 9, 0), match.start()))
    ):
        return None
    if (minute is None and not half and not zone) or int(hour) > 24 or int(minute or 0) > 59 or (half and int(hour) > 12):
        return None
    end = match.end() if zone or not match["clock_zone"] else match.start("clock_zone")
    fields: Fields = {"hour": int(hour) % 12 + 12 * (half == "p") if half else int(hour) % 24, "minute": int(minute or 0)}
    if half or zone or match["hour"][0] == "0":
        fields["halfday"] = half or "24"
    if zone:
        fields["zone"] = zone
    while text_space(match.string, end - 1):
        end -= 1
    return match.start(), end, fields


def text_space(text: str, place: int) -> bool:
    """Whether the character there is a blank or an opening bracket."""
    return text[place] in " ("


def spoken_clocks(text: str, lowered: str) -> Iterator[Atom]:
    """ "Half past twelve", "9 o'clock": no half of the day is named."""
    if holds_cue(text, _PARTS) and holds_any(lowered, _PARTS_SAID):
        hours = (_AT_PART.search(text, max(part.start() - _AT_REACH, 0), part.start()) for part in _PART.finditer(text))
        yield from (_at_part(match) for match in hours if match is not None and match["hour"] != "0")
    if holds_cue(text, _UNITS) and holds_any(lowered, _SHIFTS):
        yield from (_shifted(m) for m in _SHIFTED.finditer(text) if not text.endswith(_COMPARING, 0, m.start()))
    if not (holds_cue(text, _SPOKEN_CUES) and holds_any(lowered, _SPOKEN_MARKS)):
        return
    taken = 0
    for mark in _SPOKEN_MARK.finditer(lowered):
        begin, end = max(mark.start() - 24, taken), mark.start() + 24
        match = _SPOKEN.search(text, begin, end) or _AT_SPOKEN.search(text, begin, mark.start() + 40)
        if match and not _OF_A_YEAR.search(text, max(match.start() - 10, 0), match.end()):
            taken = match.end()
            yield _spoken(match)


def bare_hour(text: str, start: int, end: int, count: float) -> Atom | None:
    """ "By ten it was at 5.92": a small number that opens a clause as an hour does."""
    if count > 12 or _CLAUSE.match(text, end) is None or _AT_HEAD.search(text, max(start - 20, 0), start) is None:
        return None
    return start, end, {"hour": int(count) % 24, "minute": 0}


def _shifted(match: re.Match[str]) -> Atom:
    word = match["count"].lower()
    count = _OF_AN_HOUR.get(word) or (int(word) if word.isdigit() else _MINUTES[word])
    minutes = count * (60 if match["unit"].lower() == "hour" else 1) * (-1 if match["way"].lower() == "earlier" else 1)
    return match.start(), match.end(), {"same": True, "part": "clock", "shift": round(minutes)}


def _at_part(match: re.Match[str]) -> Atom:
    return match.start("clock"), match.end("clock"), {"hour": _hour(match["hour"]) % 24, "minute": 0}


def _hour(word: str) -> int:
    return int(word) if word.isdigit() else NUMERALS.index(word.lower()) + 1


def _minutes(match: re.Match[str]) -> int:
    if match.groupdict().get("offset"):
        return 30 if match["offset"].lower() == "half" else 15
    word = match["minutes"].lower()
    return int(word) if word.isdigit() else _MINUTES[word]


def _spoken(match: re.Match[str]) -> Atom:
    if match.groupdict().get("hour"):
        hour, minute = _hour(match["hour"]), int(match["minute"] or 0)
    else:
        size = _minutes(match)
        hour, minute = _hour(match["base"]), size
        if match["way"].lower() in ("to", "before"):
            hour, minute = hour - 1, 60 - size
    start = match.start("clock") if match.re is _AT_SPOKEN else match.start()
    fields: Fields = {"hour": hour % 24, "minute": minute % 60}
    if zone := _NAMED_ZONES.get((match.groupdict().get("named_zone") or "").partition(" ")[0]):
        fields["zone"] = zone
    return start, match.end(), fields
