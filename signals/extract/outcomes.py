"""Moves told by where a subject ended up, not by a verb of direction: the gain that it posted, the high that it reached.

| said                                | a move: yes or no                                                    |
|-------------------------------------|----------------------------------------------------------------------|
| "posts a third weekly gain"         | up, by the noun                                                      |
| "hits a six-month high"             | up: new ground, by a verb of arriving; its level, if any, is the high |
| "settles at the lowest since May"   | down                                                                 |
| "hits a session high"               | no: the day is not over                                              |
| "sits at a six-month high"          | no: a state                                                          |
"""

from __future__ import annotations

from signals.extract.grammar import FUNCTION, HEADS, Sentence, words
from signals.extract.role import EXTREMES
from signals.extract.tokens import Token
from signals.extract.words import verbs_of_having, vocabulary_of

_SUPERLATIVES = frozenset({"highest", "lowest", "strongest", "weakest", "dearest", "cheapest", "priciest", "loftiest"})
_PERIODS = ("day", "week", "month", "quarter", "year", "decade", "session", "term")
_SIGNS = {"high": 1, "low": -1}
_RATINGS = {"best": 1, "strongest": 1, "worst": -1, "weakest": -1}


def had(s: Sentence, segment: int, index: int) -> bool:
    """Whether a verb of having stands between the opening of a segment and the noun of direction at ``index``, with nothing but
    times and describing words behind it: "Gold posts its third weekly [gain]".
    """
    for place in range(index, segment + 1, -1):
        if any(word.lower() in verbs_of_having() for word in words(s.gap(place))):
            return True
        token = s.tokens[place - 1]
        if token.kind == "tracking":
            return True
        if token.kind == "state":
            return s.written(token) in verbs_of_having()
        if token.form == "of" and token.kind == "prep":
            continue  # "a third week of gains"
        if token.kind not in ("time", "number", "direction") or (token.number is not None and not token.number.ignored):
            return False
    return False


def rated(s: Sentence, segment: int, index: int) -> int | None:
    """The sign of the period that a subject had, if it was its best or worst: "suffers its worst [month since 2013]"."""
    said = [word.lower() for word in words(s.gap(index))]
    sign = _RATINGS.get(said[-1]) if said else None
    if sign is None or not s.written(s.tokens[index]).startswith(_PERIODS):
        return None
    return sign if had(s, segment, index) else None


def came_to(s: Sentence, segment: int, index: int) -> int | None:
    """The sign of new ground that the subject has come to, told by the extreme at ``index``; None where its level follows,
    which says it, or where it is no news: a session's extreme, a place where the price only stood.
    """
    token = s.tokens[index]
    if token.form not in EXTREMES or _priced(s, index):
        return None
    place = index
    while place - 1 > segment and _describes(s, place - 1):
        place -= 1
    said = _verb(s, segment, place)
    return _SIGNS[token.form] if said and _is_news(s, place, index) else None


def breaks_ground(s: Sentence, index: int) -> bool:
    """Whether the extreme at ``index`` is one of more than a day: "six-year low", "record high"."""
    place = index
    while place > 0 and _describes(s, place - 1):
        place -= 1
    return _is_news(s, place, index)


def leaves(s: Sentence, index: int) -> None:
    """ "Edges off a one-year low", "recovers from its trough": leaving an extreme of more than a day is a move away from it.
    Sets the direction of the word at ``index`` by the extreme that follows.
    """
    token, following = s.tokens[index], s.next(index)
    off = s.written(token).endswith(" off")
    place = index + 1
    if following is not None and following.kind == "prep" and following.form in ("from", "bound"):
        place = index + 2
    elif not off:
        return
    while place <= index + 3 and (extreme := s.at(place)) is not None and s.gaps[place] <= HEADS:
        if extreme.kind == "state" and extreme.form in EXTREMES:
            away = -_SIGNS[extreme.form]
            if token.form == "path" and away == token.value and breaks_ground(s, place):
                token.form = "verb"
            elif off:
                token.value = away
            return
        place += 1


def _describes(s: Sentence, place: int) -> bool:
    """A period, a number of one or another extreme before an extreme: "a fresh [six-month] high", "[record] close"."""
    token = s.tokens[place]
    if s.gaps[place + 1] > HEADS:
        return False
    counted = token.number is not None and bool(token.number.ignored)
    extreme = token.kind == "state" and token.form in EXTREMES and s.written(token) not in verbs_of_having()
    return counted or token.kind == "time" or extreme


def _verb(s: Sentence, segment: int, place: int) -> bool:
    """Whether a verb of arriving governs the phrase that begins at ``place``."""
    if any(word.lower() in verbs_of_having() for word in words(s.gap(place))):
        return True
    before = s.at(place - 1)
    if before is None or place - 1 <= segment or place in s.hedges or s.gaps[place] > FUNCTION:
        return False
    if before.kind == "prep":
        if before.form == "to":
            return True
        governor = s.near(place - 1)
        return before.form in ("at", "on", "with") and governor is not None and governor.form in ("close", "open")
    return before.kind == "state" and (before.form == "reach" or s.written(before) in verbs_of_having())


def _is_news(s: Sentence, place: int, index: int) -> bool:
    """Whether the words of an extreme say that it is one of more than a day."""
    after = s.next(index)
    if after is not None and after.kind == "state" and after.form == "close":
        after = s.next(index + 1)  # "its lowest finish since May"
    written = s.text[s.tokens[place].start : s.tokens[index].end].lower()
    said = [*(word.lower() for word in words(s.gap(place))), *written.split(), *written.replace("-", " ").split()]
    if any(word in vocabulary_of("word", "ground") or word.rstrip("s") in _PERIODS for word in said):
        return "session" not in said and "day's" not in said
    dated = after is not None and (after.kind == "time" or after.form in ("in", "for"))
    return any(word in _SUPERLATIVES for word in said) and dated


def _priced(s: Sentence, index: int) -> bool:
    """Whether a level stands beside an extreme: "a record high of $4,381", "$1,260.90 record"."""
    for place in (index - 1, index + 1, index + 2, index + 3):
        token = s.at(place)
        if token is None or token.form == "clause":
            if place > index:
                break
            continue
        if token.kind == "number" and token.number is not None and not token.number.ignored:
            return True
        if place > index and token.kind not in ("prep", "bound", "state") and token.number is None:
            break
    return False


def stands_for(token: Token, sign: int) -> Token:
    """The extreme as a word of direction."""
    return Token("direction", token.start, token.end, sign, "verb", place=token.place)
