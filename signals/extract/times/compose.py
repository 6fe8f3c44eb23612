"""Neighbouring atoms that do not contradict one another make one time expression.

"At noon of Friday" is noon and Friday, "last March" is last and March, "so far this year" is three words of one period. An
atom that would say a second time what the expression already says, or that stands too far away, begins the next expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signals.extract.times.atoms import atoms
from signals.extract.times.clock import Atom
from signals.extract.times.expression import Role, TimeExpression
from signals.extract.times.vocabulary import Fields

_GLUE = frozenset(
    [
        *("", "'s", "’s", "'", "’", "a", "its", "the", "'s the", "'s official"),
        *("of", "on", "in", "at", "of a", "in the", "of the", "on the", "at the"),
        *("trade", "trading", "deals", "time", "a year"),
    ]
)
_NO_TIME = frozenset(("which", "count", "role", "ago", "place", "edge", "session", "definite", "to_date", "zone", "halfday"))
_DATED = frozenset(("weekday", "day", "year", "place", "hour"))
_PLAIN_IN_EST = (
    r"(?:interest|(?:north|south|mid)?west|(?:con|pro|at)?test|latest|(?:un|ar|inte)?rest|crest|forest|(?:in|har|di)?vest"
    r"|(?:re|con)?quest|guest|suggest|digest|(?:dis)?honest|modest|earnest|chest|nest|pest|request|budapest|bucharest)\b"
)
_SUPERLATIVE = re.compile(
    rf"\b(?:(?!{_PLAIN_IN_EST})\w{{2,}}est|most|least|best|worst|first|record|peak|(?:un)?seen|high|low|trough|last|only)\b"
    r"[^.;:\d]{0,40}\Z",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:than|from|against|versus|vs\.?|compared (?:with|to)|over|below|above|under"
    r"|with)(?:(?: \w+){0,4} (?:on|at|in|by|for))?(?: (?:the|its|his|a|late|an))*\s?\Z",
    re.IGNORECASE,
)  # fmt: skip
_EXACT = re.compile(
    r"\b(?:than|from|against|versus|vs\.?|compared (?:with|to)|over|below|above|under|on)\b[^.;:,\d]{0,30}\Z", re.IGNORECASE
)
_ON_CLOSE = re.compile(r"\bon (?:the |its |his )?\Z", re.IGNORECASE)
_GOVERNED = re.compile(
    r"\b(?:on|in|for|over|during|of|at|by|within|the|past|this|last|next|a|an|per|through|from|to|until|since"
    r"|late|early|mid|each|every|between|and|around|about|as|near|before|after|towards?|about a)(?: (?:the|a"
    r"|an|its))?[ -]\Z",
    re.IGNORECASE,
)  # fmt: skip
_RUNNING = re.compile(
    r"\b(?:on course|on track|on pace|set|set to|headed|heading|poised|bound|stood|stands|looking|way|en route"
    r"|far|now) (?:\w+ ){0,5}\Z",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(?:in|over|within|for|through|past|last|during)(?: the| its)?(?: (?:past|last|previous|preceding))? ?\Z", re.IGNORECASE
)


def find_times(text: str) -> list[TimeExpression]:
    """All time expressions of a text, in order, none overlapping another."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return [found for run in _runs(text, atoms(text, lowered)) if (found := _expression(text, run)) is not None]


def _runs(text: str, found: list[Atom]) -> Iterator[list[Atom]]:
    run: list[Atom] = []
    filled: set[str] = set()
    for atom in found:
        if run and (filled & atom[2].keys() or not _adjacent(text, run[-1], atom)):
            yield run
            run, filled = [], set()
        run.append(atom)
        filled |= atom[2].keys()
    if run:
        yield run


def _adjacent(text: str, before: Atom, after: Atom) -> bool:
    """Whether only words that join time words stand between two atoms. A comma joins no more than the parts of a dateline."""
    gap = text[before[1] : after[0]]
    if len(gap) > 14 or "\n" in gap or "." in gap.strip() or gap.strip(" ,-()").lower() not in _GLUE:
        return False
    if "," in gap:
        return bool(before[2].keys() & _DATED) and bool(after[2].keys() & _DATED)
    return "place" not in after[2] or gap.strip().lower() == "in"


def _expression(text: str, run: list[Atom]) -> TimeExpression | None:
    run = _trimmed(run)
    if not run:
        return None
    fields: Fields = {}
    for _, _, more in run:
        fields |= more
    start, end = run[0][0], run[-1][1]
    if not _means_time(text, start, end, fields):
        return None
    fields["role"] = fields.get("role") or _role(text, start, end, fields)
    if fields["role"] == "since" and _follows_extreme(text, start):
        fields["role"] = "extreme"
    return TimeExpression(start, end, **_settled(text, start, fields))


def _trimmed(run: list[Atom]) -> list[Atom]:
    """Without leading or trailing atoms that say nothing beside their neighbours."""
    while run and run[-1][2].keys() <= {"which", "count", "role", "edge"}:
        run = run[:-1]
    return run


def _means_time(text: str, start: int, end: int, fields: Fields) -> bool:
    """Whether the fields pick a time: a bare "last", "close" or "two" does not, nor a unit with nothing before it."""
    if fields.keys() <= _NO_TIME:
        return "session" in fields and ("which" in fields or fields.get("role") == "since")
    if fields.keys() <= {"unit", "session"}:
        return bool(_GOVERNED.search(text[max(start - 14, 0) : start]))
    return not (fields.keys() == {"unit", "count"} and text[end : end + 1] == "-" and "-" not in text[start:end])


def _settled(text: str, start: int, fields: Fields) -> Fields:
    """What follows from the fields together and from the words before."""
    if (
        fields.get("unit")
        and not fields.get("which")
        and "count" not in fields
        and _RUNNING.search(text[max(start - 50, 0) : start])
    ):
        fields["to_date"] = True
    if fields.get("unit") and "count" not in fields and re.search(r"\bthe \Z", text[max(start - 4, 0) : start], re.IGNORECASE):
        fields["definite"] = True
    return fields


def _role(text: str, start: int, end: int, fields: Fields) -> Role:
    before = text[max(start - 60, 0) : start]
    if _is_attribute(text, before, start, end, fields):
        return "attribute"
    if _follows_extreme(text, start) and (
        fields.keys() <= {"unit", "count", "which", "definite"} or re.search(r"\bsince\b", before)
    ):
        return "extreme"
    if re.search(r"\b(?:until|till|before|ahead of)(?: the| its)? \Z", before, re.IGNORECASE):
        return "until"
    if re.search(r"\bsince(?: \w+){0,5} \Z", before, re.IGNORECASE):
        return "since"
    if _COMPARED.search(before) or (fields.get("ago") and _EXACT.search(before)) or _on_close(before, fields):
        return "comparison"
    return "at"


def _on_close(before: str, fields: Fields) -> bool:
    """ "Down 0.6% on Thursday's close": a level of a session is reached at it, and a change measured on it."""
    return "session" in fields and bool(fields.keys() & {"weekday", "days", "which"}) and bool(_ON_CLOSE.search(before))


def _is_attribute(text: str, before: str, start: int, end: int, fields: Fields) -> bool:
    """ "A four-day run", "June reserves", "the December contract": the words of time qualify a noun."""
    if "count" in fields and "-" in text[start:end]:
        return not _SPAN.search(before)
    if "month" in fields and not fields.keys() & {"day", "year", "which", "edge", "role", "days"}:
        return not re.search(
            r"\b(?:in|during|of|since|until|by|through|for|from|than|end|mid|ended?|finish|over)[ -]\Z", before, re.IGNORECASE
        )
    return "count" in fields and "unit" in fields and not fields.keys() & {"ago", "which"} and not _SPAN.search(before)


def _follows_extreme(text: str, start: int) -> bool:
    """Whether a superlative in the same clause governs the expression: "the highest since", "a record in"."""
    before = text[max(start - 60, 0) : start]
    return _SUPERLATIVE.search(before) is not None
