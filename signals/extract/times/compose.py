"""Neighbouring atoms that do not contradict one another make one time expression.

"At noon of Friday" is noon and Friday, "last March" is last and March, "so far this year" is three words of one period. An
atom that would say a second time what the expression already says, or that stands too far away, begins the next expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signals.extract.text.folding import holds_any, lower
from signals.extract.times.atoms import atoms
from signals.extract.times.clock import Atom
from signals.extract.times.expression import TimeExpression
from signals.extract.times.roles import names_whole, role_of
from signals.extract.times.vocabulary import Fields
from signals.zones import ZONE, is_zone

_GLUE = frozenset(
    [
        *("", "'s", "’s", "'", "’", "a", "its", "the", "'s the", "'s official"),
        *("of", "on", "in", "at", "of a", "in the", "of the", "on the", "at the"),
        *("trade", "trading", "deals", "time", "a year"),
    ]
)
_NO_TIME = frozenset(("which", "count", "role", "ago", "place", "edge", "session", "definite", "to_date", "zone", "halfday"))
_WEAK = _NO_TIME - {"session"}
_DATED = frozenset(("weekday", "day", "year", "place", "hour"))
_ZONE_BEHIND = re.compile(rf" \(?({ZONE})\)?")
_NOONS = frozenset(("noon", "midday", "midnight"))
_CLOCK = frozenset(("hour", "place", "zone"))
_ENDS_DATELINE = re.compile(r"(?: \([A-Z]\w+\))? [-–—]+ (?:At|On|In|By|As of|The)\b")
_CLOSED_PLACE = re.compile(r"\)|:|[.,;](?=\s)| [–—|(-]|\.? *(?:\n|\Z)")
_GOVERNORS = frozenset([
    "on", "in", "for", "over", "during", "of", "at", "by", "within", "the", "past", "this", "last", "next", "a", "an", "per",
    "through", "from", "to", "until", "since", "late", "early", "mid", "each", "every", "between", "and", "around", "about",
    "as", "near", "before", "after", "toward", "towards",
])  # fmt: skip
_OWNED = re.compile(r"(\w+) its[ -]\Z")  # a word that governs may be followed by "its"
_LAST_WORD = re.compile(r"\w+(?=[ -]\Z)")
_QUALIFIED = re.compile(
    r"\b(?:for|in|over|during|on|it was|it has been|it['’]s been|capped|capping|ended|ending|after) (?:the|an?|its)"
    r" (?:(?:very|pretty|truly|rather) )?(?:[a-z-]*(?:shortened|abbreviated)|short|full|whole|entire|volatile|turbulent"
    r"|choppy|busy|hectic|wild|quiet|tumultuous|bruising|torrid|dismal|bad|good|grim|dreadful|terrible|rough|brutal|poor"
    r"|strong|stellar|awful|mixed|solid|tough|difficult|great|bumper|banner|horrible|horrid|miserable|lousy|decent|fine|nervous"
    r"|(?:four|three|two)-day)(?: trading)? \Z",
    re.IGNORECASE,
)  # "for the holiday-shortened week"
_RUNNING = re.compile(
    r"\b(?:on course|on track|on pace|set|set to|headed|heading|poised|bound|stood|stands|looking|way|en route"
    r"|far|now|still) (?:[\w%.,]+ ){0,5}\Z",
    re.IGNORECASE,
)


_RUNNING_CUES = (
    "course",
    "track",
    "pace",
    "set",
    "head",
    "poised",
    "bound",
    "st",
    "looking",
    "way",
    "route",
    "far",
    "now",
    "still",
)
_OF_A_POINT = ("-point", " point", " of a ", " of one ", "-of-a-", "-percentage", " percentage")
_PERIODS = ("24h", "7d", "30d")
_VERBS = frozenset(("end", "start", "close", "finish", "settle", "open"))
_ARTICLE = re.compile(r"\b(?:the|a|at|by|since|until|from|of|in|on|after|before|its|'s|’s) \Z", re.IGNORECASE)
_FROM = ("from the ", "from its ", "from their ", "From the ", "From its ")  # the open
_PRIOR = re.compile(r"\b(?:previous|prior|preceding)\b", re.IGNORECASE)
_HALVES = ("first half", "second half")  # of a year
_IN_A_HALF = ("in the ", "over the ", "during the ", "In the ", "Over the ", "During the ")
_HALF_ENDS = re.compile(r"(?=[.,;:)\n]|\Z| (?:to|at|and|as|while|but|after|with|the|gold|[A-Z]))")


def find_times(text: str) -> list[TimeExpression]:
    """All time expressions of a text, in order, none overlapping another."""
    lowered = lower(text)
    return [found for run in _runs(text, atoms(text, lowered)) if (found := _expression(text, run)) is not None]


def _runs(text: str, found: list[Atom]) -> Iterator[list[Atom]]:
    run: list[Atom] = []
    filled: set[str] = set()
    for atom in found:
        if run and "hour" in filled and text[run[-1][1] : atom[1]].lower().strip() in _NOONS:
            run[-1] = (run[-1][0], atom[1], run[-1][2])  # "12:00 noon"
            continue
        if run and (not filled.isdisjoint(atom[2]) or not _adjacent(text, run[-1], atom) or _is_part(text, run[-1], atom)):
            yield run
            run, filled = [], set()
        run.append(atom)
        filled.update(atom[2])
    if run:
        yield run


def _adjacent(text: str, before: Atom, after: Atom) -> bool:
    """Whether only words that join time words stand between two atoms. A comma joins no more than the parts of a dateline."""
    if after[0] - before[1] > 14:
        return False
    gap = text[before[1] : after[0]]
    if (
        "hour" in before[2]
        and _heads_a_line(text, before[0])
        and (gap.startswith("  ") or _begins_a_sentence(text, gap, after))
    ):
        return False  # "9:31 a.m. Opening bell on Wall Street"
    if "hour" in before[2] and "place" in after[2] and gap.strip() == "In":
        return False  # "10:20 In Zurich the SMI has lost 9.5%"
    if "hour" in before[2] and "place" in after[2] and gap in (" (", " "):
        return _CLOSED_PLACE.match(text, after[1]) is not None  # "12:00 (London)", but "at 12:00 London shares fell"
    if _ENDS_DATELINE.match(gap) and "day" in before[2]:
        return False  # "NAIROBI, March 3 2016 - On Thursday banks quoted"
    if "  " in gap or "\t" in gap:
        return False  # "Last  Tuesday's close" are two columns
    if gap == " ":
        return "place" not in after[2] and not ("hour" in before[2] and "count" in after[2])  # "1015 GMT three-month copper"
    if gap == " on " and before[2].keys() & {"unit", "month", "year"} and "weekday" in after[2]:
        return False  # "for the third time this month on Tuesday", "the highest since June 11 on Wednesday"
    if gap == " the " and before[2].keys() & _CLOCK:
        return False  # "at 4 p.m. in New York the two-year yield"
    if "\n" in gap or "." in gap.strip() or gap.strip(" ,-()").lower() not in _GLUE:
        return False
    if "," in gap:
        return bool(before[2].keys() & _DATED) and bool(after[2].keys() & (_DATED | {"zone"}))
    return "place" not in after[2] or gap.strip().lower() == "in"


def _is_part(text: str, before: Atom, after: Atom) -> bool:
    """ "Has lost about a quarter since October": a part of the price, and no period."""
    return before[2].keys() == {"unit"} and after[2].get("role") == "since" and text.endswith("a ", 0, before[0])


def _heads_a_line(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] == "\n"


def _begins_a_sentence(text: str, gap: str, atom: Atom) -> bool:
    """Whether a word that is no day, month or zone is written as the first of a sentence, or one before it is, or a day owns
    what follows it: "16.40 Friday's losses", "9:31 a.m. - The two-year yield".
    """
    if gap != gap.lower() or text[atom[1] : atom[1] + 2] in ("'s", "’s"):
        return True
    return text[atom[0]].isupper() and not atom[2].keys() & {"weekday", "month", "day", "zone", "place"}


def _expression(text: str, run: list[Atom]) -> TimeExpression | None:
    if len(run) == 1 and run[0][2].keys() <= _WEAK:
        return None
    run = _trimmed(run[1:] if _verb_of_period(text, run) else run)
    run = _before_a_verb(text, run)
    run = run[:-1] if _goes_on(text, run) else run
    if not run:
        return None
    fields: Fields = {}
    for _, _, more in run:
        fields |= more
    start, end = run[0][0], run[-1][1]
    if fields.keys() & {"weekday", "hour"} and "ago" in run[0][2]:
        del fields["ago"]  # "before noon on Friday" is no "Friday before"
    if "ago" in run[0][2] and fields.get("unit") == "day" and "count" not in fields:
        fields = {**{name: told for name, told in fields.items() if name != "ago"}, "which": "this"}  # no "session earlier"
    if "hour" in fields and "zone" not in fields and (zone := _ZONE_BEHIND.match(text, end)) and is_zone(zone[1]):
        fields["zone"], end = zone[1], zone.end()  # "5 p.m. on Wednesday ET"
    if not _means_time(text, start, end, fields):
        return None
    if fields.get("ago") and fields.get("unit") and "count" not in fields and "ago" not in run[0][2]:
        fields["count"] = 1
    fields["role"], fields["origin"] = role_of(text, start, end, fields)
    return TimeExpression(start, end, **_settled(text, start, end, fields))


def _verb_of_period(text: str, run: list[Atom]) -> bool:
    """ "End the week 1.4% higher": what the price does, and for how long; no "week's end"."""
    if len(run) < 2 or "unit" not in run[1][2] or not run[0][2].keys() & {"edge", "session"}:
        return False
    verb = text[run[0][0] : run[0][1]].lower() in _VERBS
    return (
        verb and text[run[0][1] : run[1][0]] in (" ", " the ") and not _ARTICLE.search(text, max(run[0][0] - 12, 0), run[0][0])
    )


def _before_a_verb(text: str, run: list[Atom]) -> list[Atom]:
    """ "Hit 1,944 on Thursday before closing 2.7% up": without the verb behind a day, and what it does."""
    for place in range(1, len(run) - 1):
        gerund = text[run[place + 1][0] : run[place + 1][1]] in ("closing", "opening", "settling", "ending", "finishing")
        if run[place][2] == {"ago": True} and gerund and run[place][1] + 1 == run[place + 1][0]:
            return run[:place]
    return run


def _goes_on(text: str, run: list[Atom]) -> bool:
    """ "At 4,125 on Thursday before it fell", "in early trade before easing": no "week before", nor "the Thursday before"; nor
    a period, "on Thursday a quarter-point cut".
    """
    if run and run[-1][2].get("unit") == "quarter" and text[run[-1][1] : run[-1][1] + 12].lower().startswith(_OF_A_POINT):
        return True
    if len(run) < 2 or run[-1][2] != {"ago": True} or "unit" in run[-2][2]:
        return False
    return text[max(run[-2][0] - 4, 0) : run[-2][0]].lower() != "the "


def _trimmed(run: list[Atom]) -> list[Atom]:
    """Without leading or trailing atoms that say nothing beside their neighbours."""
    while run and run[-1][2].keys() <= {"which", "count", "role", "edge"}:
        run = run[:-1]
    if len(run) > 1 and run[0][2].keys() == {"unit"} and "hour" in run[1][2]:
        run = run[1:]
    if len(run) > 2 and run[1][2] == {"unit": "day"} and any("month" in fields for _, _, fields in run):
        run = run[2:]
    return run


def _means_time(text: str, start: int, end: int, fields: Fields) -> bool:
    """Whether the fields pick a time: a bare "last", "close" or "two" does not, nor a unit with nothing before it."""
    if fields.keys() <= _NO_TIME:
        opening = fields.get("session") == "open" and text.endswith(_FROM, 0, start)
        return "session" in fields and ("which" in fields or fields.get("role") == "since" or opening)
    if fields.keys() == {"same", "part"} and text[start:end].lower() in ("same time", "that time"):
        governed = text[max(start - 8, 0) : start].endswith((" at the ", " at ", "\nAt ", ". At "))
        return governed and text[end : end + 1] in ".,;)\n"  # no "at the same time as"
    if text[start:end].lower() in _HALVES:
        return text.endswith(_IN_A_HALF, 0, start) and _HALF_ENDS.match(text, end) is not None
    if "unit" in fields and text.startswith(" later", end):
        return False  # "an hour later" is told from another time
    if text[start].isdigit() and text[start:end] in _PERIODS and not text[max(start - 3, 0) : start].rstrip(" (").endswith("%"):
        return False  # "+8.7% 7d", "-4% (7d)", but no head of a column
    if fields.keys() == {"unit", "count"} and fields["unit"] == "quarter" and text[max(start - 5, 0) : start] == " and ":
        return False  # "one and three-quarters percent"
    if fields.keys() <= {"unit", "session", "definite"}:
        if fields.get("unit") == "quarter" and text[max(start - 2, 0) : start].lower() == "a ":
            return False
        if "definite" in fields or _is_governed(text[max(start - 14, 0) : start].lower()):
            return True
        return _QUALIFIED.search(text[max(start - 45, 0) : start]) is not None or names_whole(text, start, fields)
    return not (fields.keys() == {"unit", "count"} and text[end : end + 1] == "-" and "-" not in text[start:end])


def _is_governed(before: str) -> bool:
    """ "During the", "past", "of its": whether the words before a period make it a time."""
    word = _LAST_WORD.search(before) if before[-1:] in (" ", "-") else None
    if word is not None and word[0] == "its":
        word = _OWNED.search(before)
        return word is not None and word[1] in _GOVERNORS
    return word is not None and word[0] in _GOVERNORS


def _settled(text: str, start: int, end: int, fields: Fields) -> Fields:
    """What follows from the fields together and from the words before."""
    if (
        fields.get("unit")
        and not fields.get("which")
        and "count" not in fields
        and _runs_on(text[max(start - 50, 0) : start], fields["unit"] == "week")
    ):
        fields["to_date"] = True
    if fields["role"] == "since" and fields.get("unit") and not fields.keys() & {"which", "count", "edge", "definite"}:
        fields["edge"] = "start"
    if "same" in fields and fields.get("days") and "count" in fields:
        fields["days"] *= fields.pop("count")  # "two days later"
    if fields["role"] == "extreme" and names_whole(text, start, fields):
        fields["whole"] = True
    said = fields.get("unit") and "count" not in fields and not _PRIOR.search(text, start, end)
    if said and text[max(start - 4, 0) : start].lower() == "the ":
        fields["definite"] = True
    return fields


def _runs_on(before: str, week: bool) -> bool:
    """Whether words before a period say that it still runs: "on track for", "set for", "bound for"; "still down 10% on the
    week" counts the week as it stands.
    """
    low = before.lower()
    match = _RUNNING.search(before) if holds_any(low, _RUNNING_CUES) else None
    return match is not None and not (week and match.group().lower().startswith(("still", "now")))
