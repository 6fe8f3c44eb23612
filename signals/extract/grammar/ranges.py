"""The two ends of a range behind its label: "Expected range today: 14.35 to 14.60", "Trading range: R14.35 - R14.60"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from signals.extract.grammar.role import MOVE_UNITS
from signals.extract.grammar.sentence import FUNCTION, NOTHING, Sentence
from signals.extract.linking.mentions import LISTED
from signals.extract.text.tokens import Number, Token

_LABEL = 4  # tokens between the word for a range and its colon at most: "for the rest of today"

_WIDE = 0.0015  # of its level: no two-way quote is wider that is printed with a hyphen and in full
_DAILY = 1.025  # times its lower end that the upper end of a day's range is at most
_RANGE_NEXT = re.compile(r" (?:(?:trading|price|expected|daily) )?(?:range|band|corridor)\b")
_OWN = re.compile(r"\b(?:[Oo]ur|[Ee]xpected|[Ff]orecast|[Pp]rojected|[Ll]ikely|[Pp]robable|[Ii]ndicative) (?:\w+ )?\Z")
_FAR = 5  # times the lower of two sizes that the upper one is at most
_NEAR = 7  # tokens between the word for a range and its figures at most


class Told(NamedTuple):
    """How a range is told: the tokens between its word and its figures, and whether it is the writer's ``own`` forecast."""

    between: Sequence[Token]
    own: bool


def is_wide(s: Sentence, token: Token) -> bool:
    """Whether a number is two levels printed with a hyphen, too far apart for a two-way quote."""
    number, written = token.number, s.written(token)
    if number is None or number.alternative is None or ("/" in written and not _RANGE_NEXT.match(s.text, token.end)):
        return False
    return (
        1 + _WIDE < number.alternative / (number.value or 1) < 2
        and len(written.replace("/", "-").partition("-")[2].strip()) > 3
    )


def told_as_range(s: Sentence, index: int) -> Told | None:
    """The words that make two levels a range: its word behind them, or before them with names, times and prepositions between,
    or a verb of trading.
    """
    token, before = s.tokens[index], s.at(index - 1)
    if (behind := _RANGE_NEXT.match(s.text, token.end)) is not None:
        named = s.at(index - 2) if before is not None and before.form == "in" else None  # "EURUSD in a 1.1765/1.1790 range"
        placed = named is not None and (named.kind == "instrument" or _is_of_a_day(s, index))  # "in a $1,250-$1,262 range"
        within = s.tokens[max(index - 5, 0) : index]
        traded = placed or any(t.kind == "modal" or (t.kind, t.form) == ("state", "last") for t in within)
        ahead = "expected" in behind[0] or any(s.written(t) == "seen" for t in within)
        return Told((), ahead) if traded or ahead else None
    if before is not None and before.kind == "state" and before.form == "last":
        return Told((), False)
    for place in range(index - 1, max(index - _NEAR, 0) - 1, -1):
        word = s.tokens[place]
        if (word.kind == "state" and word.form == "range") or (word.kind == "modal" and "range" in s.written(word)):
            return Told(s.tokens[place + 1 : index], _OWN.search(s.text, max(word.start - 24, 0), word.start) is not None)
        if word.kind not in ("prep", "time", "instrument", "bound", "modal"):
            return None
    return None


def _is_of_a_day(s: Sentence, index: int) -> bool:
    """Whether the ends of a range lie as near as those of a day do: "its $60,000-$65,000 range" is of months."""
    number = s.tokens[index].number
    near = number is not None and number.alternative is not None and number.alternative <= _DAILY * number.value
    return near and s.gaps[index] <= FUNCTION


def between_sizes(s: Sentence, index: int) -> bool:
    """ "Shed 1 - 1.6%", "rose 2 to 3 percent": whether the number at ``index`` is one of two sizes, of which each was one's."""
    first = index if (s.at(index + 1) or s.tokens[index]).form in ("dash", "to") else index - 2
    verb, low, link, high = (s.at(first + step) for step in range(-1, 3))
    if verb is None or low is None or link is None or high is None or verb.kind != "direction":
        return False
    a, b = low.number, high.number
    if link.form not in ("dash", "to") or a is None or b is None or max(s.gaps[first : first + 3]) > NOTHING:
        return False
    sizes = a.unit in (None, "percent") and b.unit == "percent" and not (a.prefixed or b.sign)
    return sizes and a.value < b.value <= _FAR * a.value


def end_of_range(s: Sentence, index: int) -> str | None:
    """Whether the number at ``index`` is the "low" or the "high" end of a labelled range; None where it is neither."""
    if _opens(s, index):
        return "low"
    return "high" if index > 1 and _opens(s, index - 2) else None


def _opens(s: Sentence, index: int) -> bool:
    colon, link, upper = s.at(index - 1), s.at(index + 1), s.at(index + 2)
    lower = s.tokens[index].number
    if colon is None or colon.form != "colon" or link is None or upper is None or lower is None or upper.number is None:
        return False
    if not (link.form in ("to", "dash", "and") and s.gaps[index + 2] <= FUNCTION):
        return False
    if lower.unit in MOVE_UNITS or upper.number.unit in MOVE_UNITS or not 1 < upper.number.value / (lower.value or 1) < 2:
        return False
    return _labelled(s, index - 1)


def _labelled(s: Sentence, colon: int) -> bool:
    """Whether only prepositions and times stand between a word for a range and the colon."""
    for place in range(colon - 1, max(colon - _LABEL, 0) - 1, -1):
        token = s.tokens[place]
        if token.kind == "state" and token.form == "range":
            return True
        if token.kind not in ("prep", "time"):
            return False
    return False


def of_one(s: Sentence, group: list[Token], size: Token) -> bool:
    """ "HDFC Bank and ICICI Bank fell up to 2.3%", "by 1.3 to 2%": the size of one of several, who is not named."""
    if group[0].value.instrument_class in LISTED and _begins_range_of_sizes(s, size.place):
        return True
    hedge = s.hedges.get(size.place) if len(group) > 1 else None
    return hedge is not None and hedge.value == "up to"


def _begins_range_of_sizes(s: Sentence, index: int) -> bool:
    """ "Lower by 1.3 to 2%": the first of two percentages between which the moves of several lie."""
    to, last, number = s.next(index, NOTHING), s.at(index + 2), s.tokens[index].number
    if number is None or number.unit is not None or to is None or to.form != "to" or last is None or last.number is None:
        return False
    return s.gaps[index + 2] == NOTHING and last.number.unit == "percent"


def ends_range_of_sizes(s: Sentence, place: int, number: Number) -> bool:
    """ "Trading 1 to 2 cents lower", "steady to 3 cents higher": the second of two sizes between which the moves of several
    months lie.
    """
    first, way = s.at(place - 1), s.next(place + 1)
    if not number.cents or first is None or way is None or way.kind != "direction" or way.form != "adjective":
        return False
    bare = first.number is not None and first.number.unit is None
    return s.gaps[place] == NOTHING and (bare or (first.kind == "direction" and first.value == 0))
