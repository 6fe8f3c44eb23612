"""The role of each number in its sentence, told from its unit and its neighbours.

| role         | example                             | counter-example             |
|--------------|-------------------------------------|-----------------------------|
| move         | "fell 0.6%", "2% higher", "+0.3%"   | "inflation rose 2%"         |
| level        | "at 17.62", "ended on 3,285"        | "above 8,600" (a bound)     |
| previous     | "from 17.52", "against 107.9 yen"   | "from 9 banks"              |
| alternative  | "784 points, or 1.6%", "(9.3%)"     | "(2.6 million euros)"       |
| continuation | "fell 0.3%, 0.4% and 0.5%"          | "1, 2 and 3 of the rules"   |
"""

from __future__ import annotations

import re
from typing import NamedTuple

from signals.extract.grammar import Sentence
from signals.extract.tokens import Number, Token

MOVE_UNITS = ("percent", "bp", "points", "pp")


class Role(NamedTuple):
    """What a number is, the sign of a move, the kind of a level, the reason for ignoring it."""

    name: str
    sign: int | None = None
    kind: str | None = None
    cue: Token | None = None
    reason: str | None = None


_PRICE_OF = re.compile(r"\b(?:price|level|rate|value|quote|figure) $", re.IGNORECASE)
IGNORED = "ignored"


def role(s: Sentence, index: int) -> Role:
    """The role of the number at ``index``."""
    token = s.tokens[index]
    number = _number(token)
    if number.ignored:
        return Role(IGNORED, reason=number.ignored)
    left = s.before(index)
    return (
        _in_bracket_or_alternative(s, index, left)
        or _technical_after(s, index)
        or _technical_subject(s, index)
        or _reached(s, index)
        or _bound(s, index, left)
        or _as_much_as(s, index, left)
        or _measured_by_right(s, index)
        or _extreme_after(s, index, left)
        or _signed(s, index, left)
        or (_measured_by_left(s, index, left) if left is not None else None)
        or Role("bare")
    )


def _number(token: Token) -> Number:
    assert token.number is not None  # noqa: S101
    return token.number


def _near(s: Sentence, left: int | None, index: int) -> Token | None:
    """The token at ``left`` if no unknown word stands between it and ``index``."""
    found = s.at(left)
    return found if found and not s.foreign(found, s.tokens[index]) else None


def _in_bracket_or_alternative(s: Sentence, index: int, left: int | None) -> Role | None:
    before = s.at(left)
    if before is None or before.kind != "bound" or left is None:
        return None
    previous = s.at(left - 1)
    if before.value == "or" and previous and previous.kind == "bound":
        previous = _last_number(s, left - 1)
    elif before.form == "open" or before.value == "or":
        previous = _last_number(s, left, reach=2)
    elif (
        before.form == "comma"
        and previous
        and previous.kind == "number"
        and _number(previous).unit != _number(s.tokens[index]).unit
    ):
        return None
    else:
        return None
    if previous is None:
        return None
    return Role("alternative", cue=previous)


def _last_number(s: Sentence, index: int, reach: int = 4) -> Token | None:
    for place in range(index - 1, max(index - 1 - reach, -1), -1):
        if s.tokens[place].kind == "number" and not _number(s.tokens[place]).ignored:
            return s.tokens[place]
    return None


def _bound(s: Sentence, index: int, left: int | None) -> Role | None:
    """A threshold: "above 8,600". "More than 4 percent" is a size."""
    cue = _near(s, left, index)
    if cue and cue.kind == "prep" and cue.form == "bound":
        return Role(IGNORED, reason="threshold")
    direct = s.at(index - 1)
    number = _number(s.tokens[index])
    if direct and direct.kind == "prep" and direct.form == "around" and number.unit not in MOVE_UNITS and not number.fraction:
        word = str(direct.value)
        if word.startswith(
            (
                "over",
                "more than",
                "less than",
                "up to",
                "well over",
                "well above",
                "as far as",
                "in excess",
                "upwards",
                "just over",
                "just under",
                "just above",
                "just below",
            )
        ) and not word.startswith("just"):
            before = _near(s, left, index)
            if before is None or before.kind != "direction":
                return Role(IGNORED, reason="threshold")
    return None


def _measured_by_right(s: Sentence, index: int) -> Role | None:
    """ "0.6% lower", "a 27% rally in the rand", "10% below Wednesday's close"."""
    after = s.at(index + 1)
    token = s.tokens[index]
    if after is None or s.foreign(token, after):
        return None
    number = _number(token)
    if after.kind == "direction" and (after.form != "verb" or after.value == 0 or not s.gap(token, after).strip()):
        if after.form == "verb" and number.unit not in MOVE_UNITS:
            return None
        return Role("move", sign=_sign(after), cue=after)
    if (
        after.kind == "prep"
        and after.form == "bound"
        and (number.unit == "percent" or number.fraction)
        and after.value in ("above", "below", "under")
    ):
        return Role("move", sign=1 if after.value == "above" else -1, cue=after)
    return None


def _extreme_after(s: Sentence, index: int, left: int | None) -> Role | None:
    """ "18.8290 at the most", "the $1,030.80 it reached at its high"."""
    token, after = s.tokens[index], s.at(index + 1)
    number = _number(token)
    if after is None or number.unit in MOVE_UNITS or s.foreign(token, after):
        return None
    if (
        after.kind == "state"
        and after.form in ("high", "low", "open", "close")
        and s.text[after.start : after.end].lower().startswith(("at ", "as "))
    ):
        return Role("level", kind=after.form, cue=after)
    bracketed = s.at(index + 2)
    if after.form == "open" and bracketed and bracketed.kind == "state" and bracketed.form in ("high", "low"):
        return Role("level", kind=bracketed.form, cue=bracketed)
    return None


def _technical_after(s: Sentence, index: int) -> Role | None:
    """ "$1680 has done its job as support"."""
    for token in s.tokens[index + 1 : index + 4]:
        if token.kind in ("bound", "number", "instrument"):
            return None
        if token.kind == "technical":
            return Role(IGNORED, reason="technical level")
    return None


def _technical_subject(s: Sentence, index: int) -> Role | None:
    """ "Support for the euro lies at 1.1645": the clause is about a level that was not traded."""
    clause = s.tokens[s.clause_start(index) + 1 : index]
    opens = bool(clause) and clause[0].kind == "technical"
    return Role(IGNORED, reason="technical level") if opens and all(t.kind != "direction" for t in clause) else None


def _reached(s: Sentence, index: int) -> Role | None:
    """ "The $1,030.80 it reached at its high": a relative clause says what the number was."""
    token, after, verb = s.tokens[index], s.at(index + 1), s.at(index + 2)
    if after is None or verb is None or after.kind != "ref" or verb.kind != "state" or _number(token).unit in MOVE_UNITS:
        return None
    if s.foreign(token, after) or s.foreign(after, verb):
        return None
    named = next((t.form for t in s.tokens[index + 3 : index + 6] if t.kind == "state" and t.form in ("high", "low")), None)
    before = s.at(index - 1)
    beyond = {"below": "high", "above": "low"}.get(str(before.value)) if before is not None and before.kind == "prep" else None
    return Role("level", kind=named or beyond or verb.form, cue=verb)


def _as_much_as(s: Sentence, index: int, left: int | None) -> Role | None:
    """ "Down as much as 32.5%": a size, at the extreme of the day."""
    cue = _near(s, left, index)
    if cue is None or left is None or cue.kind != "state" or _number(s.tokens[index]).unit not in MOVE_UNITS:
        return None
    before = _near(s, s.before(left), left)
    if (
        before is None
        or before.kind != "direction"
        or s.text[cue.start : cue.end].lower() not in ("as much as", "as little as")
    ):
        return None
    return Role("move", sign=_sign(before), kind="high" if _sign(before) > 0 else "low", cue=before)


def _sign(cue: Token) -> int:
    return int(cue.value)


def _signed(s: Sentence, index: int, left: int | None) -> Role | None:
    number = _number(s.tokens[index])
    cue = _near(s, left, index)
    at = cue is not None and cue.kind == "prep" and cue.form in ("at", "to", "from")
    if number.sign and not at and (number.unit or number.decimals):
        return Role("move", sign=number.sign)
    return None


def _measured_by_left(s: Sentence, index: int, left: int) -> Role | None:
    cue = _near(s, left, index)
    if cue is None:
        return None
    if cue.kind == "direction":
        return Role("move", sign=_sign(cue), cue=cue)
    if cue.kind == "prep":
        return _after_preposition(s, left, cue, _number(s.tokens[index]))
    if cue.kind == "state" and cue.form == "range":
        return Role("level", kind="low", cue=cue)
    if cue.kind == "state":
        return Role("previous", cue=cue) if cue.form == "previous" else Role("level", kind=cue.form, cue=cue)
    if cue.kind == "time" and s.text[cue.start : cue.end].endswith(("'s", "’s", "close")):
        return Role("previous", cue=cue)
    if cue.kind == "copula":
        return _after_copula(s, left, cue)
    if cue.kind == "technical":
        return Role(IGNORED, reason="technical level")
    if cue.kind == "bound" and cue.form in ("comma", "and", "quote"):
        return Role("continuation", cue=s.at(left - 1))
    return None


def _after_preposition(s: Sentence, left: int, cue: Token, number: Number) -> Role | None:
    earlier = s.before(left)
    before = _near(s, earlier, left)
    if cue.form in ("at", "to"):
        if before and before.kind == "technical":
            return Role(IGNORED, reason="technical level")
        return Role("level", kind=before.form if before and before.kind == "state" else None, cue=cue)
    if cue.form in ("from", "against"):
        return Role("previous", cue=cue)
    if cue.form == "for" and number.unit not in (None, *MOVE_UNITS):
        return Role("level", kind="last", cue=cue)
    if cue.form == "of" and before is None and _PRICE_OF.search(s.gap(s.at(earlier), cue)):
        return Role("level", cue=cue)
    if cue.form in ("of", "by") and before:
        return _of(before)
    if cue.form == "on" and before and before.kind == "state":
        return Role("level", kind=before.form, cue=cue)
    return None


def _of(before: Token) -> Role | None:
    if before.kind == "direction":
        return Role("move", sign=_sign(before), cue=before)
    if before.kind == "state":
        return Role("level", kind="low" if before.form == "range" else before.form, cue=before)
    if before.kind == "technical":
        return Role(IGNORED, reason="technical level")
    return None


def _after_copula(s: Sentence, left: int, cue: Token) -> Role:
    """ "the loss on the day was 14%", "the high was 18.44", "gold was $5,144"."""
    for place in range(left - 1, max(left - 5, -1), -1):
        token = s.tokens[place]
        if token.kind == "direction" and token.form == "noun":
            return Role("move", sign=_sign(token), cue=token)
        if token.kind == "state":
            return Role("level", kind="low" if token.form == "range" else token.form, cue=token)
        if token.kind not in ("time", "prep"):
            break
    return Role("level", cue=cue)
