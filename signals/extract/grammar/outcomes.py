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

import re

from signals.extract.grammar.role import EXTREMES
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, HEADS, NOTHING, Sentence, gap_class, words
from signals.extract.grammar.verbs import is_verb
from signals.extract.text.tokens import Token
from signals.extract.text.words import nouns_of_direction, verbs_of, vocabulary_of

_EVER = re.compile(r"(?: (?:level|price|rate|value))? (?:ever|yet|on record|in history)\b")  # "its lowest ever"
_SUPERLATIVES = frozenset({"highest", "lowest", "strongest", "weakest", "dearest", "cheapest", "priciest", "loftiest"})
_PERIODS = ("day", "week", "month", "quarter", "year", "decade", "session", "term")
UNCOUNTED = ("currency", "commodity", "precious metal", "crypto")
_TRADING = frozenset({"daily", "day", "weekly", "week", "session", "sessions", "intraday"})
_SIGNS = {"high": 1, "low": -1}
_RATINGS = {"best": 1, "strongest": 1, "worst": -1, "weakest": -1}


def is_apposed_size(s: Sentence, index: int) -> bool:
    """ "Before closing at 203.4p, a loss of 2%", "..., lower by 2%": what completes the statement before it."""
    token = s.tokens[index]
    return token.kind == "direction" and (token.form == "adjective" or is_noun(s, index))


_DETERMINERS = frozenset(
    [
        *("a", "an", "the", "its", "their", "this", "another", "no", "further", "day's", "biggest", "largest", "steepest"),
        *("sharpest", "latest", "first", "second", "third", "fourth", "fifth"),
    ]
)


def is_noun(s: Sentence, index: int) -> bool:
    """Whether the word of direction at ``index`` is a noun, no verb: "a gain of 2%", "its 2% slide"."""
    token = s.tokens[index]
    if _closes_with(s, index):
        return False
    if token.form == "noun":
        return True
    if s.written(token) not in nouns_of_direction():
        return False
    before, of = s.at(index - 1), s.next(index, NOTHING)
    if of is not None and of.form == "of" and (number := s.next(index + 1)) is not None and number.kind == "number":
        return True  # "outpacing gains of 0.3% in the peso"
    article = next(reversed(words(s.gap(index))), "").lower()
    if article in _DETERMINERS or _of_a_time(s, index, before):
        return True
    if any(is_verb(word.lower()) for word in words(s.gap(index)) if gap_class(word) == FOREIGN):
        return True  # "surrenders early gains"
    if before is None or s.gaps[index] > HEADS:
        return False
    if before.kind == "instrument" and (s.gaps[index] == NOTHING or s.gap(index).strip() in ("'s", "’s")):
        return _heads_name(s, index)
    governed = s.at(index - 2)
    if before.kind == "ref" and s.gaps[index] == NOTHING and governed is not None and governed.kind == "prep":
        return not s.written(token).endswith("s")  # "amid yield surge"
    if before.kind == "prep" and before.form in ("by", "on", "into") and not s.written(token).endswith("s"):
        return True  # "undermined by a stocks rally"
    if s.gaps[index] != NOTHING or _last_time(s, index - 1):
        return False
    return before.kind in ("number", "prep", "state", "time") or (before.kind == "direction" and before.form == "adjective")


def _of_a_time(s: Sentence, index: int, before: Token | None) -> bool:
    """ "Erases this year's gains": a move that belongs to a time."""
    return before is not None and before.kind == "time" and s.gap(index).strip() in ("'s", "’s")


def _last_time(s: Sentence, index: int) -> bool:
    """ "The bank last cut in May", but "its last cut": when something was done."""
    if s.written(s.tokens[index]) != "last":
        return False
    return next(reversed(words(s.gap(index))), "").lower() not in _DETERMINERS


def _heads_name(s: Sentence, index: int) -> bool:
    """ "The gold [rally] stalls", "dollar [slide]": behind a name without a plural the base form of a verb is a noun."""
    name, noun = s.tokens[index - 1], s.written(s.tokens[index])
    if name.value.instrument_class not in UNCOUNTED or noun.endswith("s") or s.written(name).endswith("s"):
        return False
    before = s.at(index - 2)  # "gold, silver rally", "can gold fall"
    return before is None or not (before.kind == "modal" or before.form in ("comma", "and"))


def _closes_with(s: Sentence, index: int) -> bool:
    """ "Closed with a modest loss": a noun of direction that is the predicate."""
    preposition, state, following = s.at(index - 1), s.at(index - 2), s.next(index)
    governed = preposition is not None and preposition.form == "with" and state is not None and state.form == "close"
    return governed and not (following is not None and following.form == "of")


def had(s: Sentence, segment: int, index: int) -> bool:
    """Whether a verb of having stands between the opening of a segment and the noun of direction at ``index``, with nothing but
    times and describing words behind it: "Gold posts its third weekly [gain]".
    """
    governed = False
    for place in range(index, segment, -1):
        if any(word.lower() in verbs_of("having") for word in words(s.gap(place))):
            return True
        if place == 0:
            break
        token = s.tokens[place - 1]
        if token.kind == "prep" and token.form == "with":
            governed = True  # "ends the week with a gain"
            continue
        if token.kind == "tracking":
            return True
        if token.kind == "state":
            return s.written(token) in verbs_of("having") or (governed and token.form == "close")
        if token.form == "of" and token.kind == "prep":
            continue  # "a third week of gains"
        if s.text[token.start - 1 : token.start] == "-":
            continue  # "back-to-back"
        if token.kind not in ("time", "number", "direction") or (token.number is not None and not token.number.ignored):
            return False
    return False


def ended(s: Sentence, segment: int, index: int) -> bool:
    """ "Snaps a three-day [rally]", "ends four-day [slide]": whether the move told by a noun is one that stopped."""
    for place in range(index, segment + 1, -1):
        if any(word.lower() in verbs_of("ending") for word in words(s.gap(place))):
            return place < index or bool(_spell(s, index))
        token = s.tokens[place - 1]
        if token.kind != "number" and s.written(token) in verbs_of("ending"):
            return s.gaps[place] <= FUNCTION and (place < index or bool(_spell(s, index)))
        if token.kind not in ("time", "number") or (token.number is not None and not token.number.ignored):
            return False
    return False


def _spell(s: Sentence, index: int) -> str:
    """ "Streak", "run" in the word at ``index``: a spell of moves."""
    return next((word for word in s.written(s.tokens[index]).split() if word in ("streak", "run", "spell")), "")


def goes_on(s: Sentence, index: int) -> bool:
    """ "Gold's [rally] continues", "silver [slide] deepens": a verb that says so stands right behind the noun."""
    end = s.tokens[index].end
    first = next(iter(words(s.gap(index + 1) if index + 1 < len(s.tokens) else s.text[end : end + 20])), "")
    return first.lower() in verbs_of("going on")


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
    if token.form not in EXTREMES or _describes_noun(s, index):
        return None
    place = index
    while place - 1 > segment and _describes(s, place - 1):
        place -= 1
    said = _verb(s, segment, place)
    if not said or (_priced(s, index) and not _leads(s, place)):
        return None
    return _SIGNS[token.form] if said and _is_news(s, place, index) else None


def _describes_noun(s: Sentence, index: int) -> bool:
    """ "A [record] annual loss", "[record] deliveries": the word describes what comes behind it."""
    token, after = s.tokens[index], s.at(index + 1)
    if s.written(token) != "record":
        return False
    behind = s.text[token.end : after.start if after is not None else token.end + 20]
    first = next(iter(words(behind)), "")
    if first and behind[:1] == " " and gap_class(first) >= HEADS:
        return True
    noun = s.at(index + 2) if after is not None and after.kind == "time" else after
    return noun is not None and s.gaps[index + 1] <= HEADS and noun.kind in ("other", "direction")


def of_results(s: Sentence, index: int) -> bool:
    """ "Posts a quarterly [loss]": what a company earned, unless the noun is one of trading: "its biggest daily [loss]"."""
    said = s.text[s.tokens[max(index - 2, 0)].start : s.tokens[index].end].lower().replace("-", " ").split()
    return not any(word in _TRADING for word in said)


def _leads(s: Sentence, place: int) -> bool:
    """ "Sent gold to a record $1,251", "closes at record $1,218": a phrase whose level does not tell all."""
    before, governor = s.at(place - 1), s.at(place - 2)
    if before is None or before.kind != "prep":
        return False
    return before.form == "to" or (governor is not None and governor.form == "close")


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
    extreme = token.kind == "state" and token.form in EXTREMES and s.written(token) not in verbs_of("having")
    return counted or token.kind == "time" or extreme


def _verb(s: Sentence, segment: int, place: int) -> bool:
    """Whether a verb of arriving governs the phrase that begins at ``place``."""
    if any(word.lower() in verbs_of("having") for word in words(s.gap(place))):
        return True
    before = s.at(place - 1)
    if before is None or place - 1 <= segment or _only_near(s, place) or s.gaps[place] > FUNCTION:
        return False
    if before.kind == "prep":
        if before.form == "to":
            return True
        governor = s.near(place - 1)
        return before.form in ("at", "on", "with") and governor is not None and governor.form in ("close", "open")
    return before.kind == "state" and (before.form == "reach" or s.written(before) in verbs_of("having"))


def _only_near(s: Sentence, place: int) -> bool:
    """ "Settles near a three-week high": not reached; "at more than three-week high" is."""
    hedge = s.hedges.get(place)
    return hedge is not None and str(hedge.value) not in ("more than", "over", "another", "yet another", "a record", "a fresh")


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
    return any(word in _SUPERLATIVES for word in said) and (dated or _EVER.match(s.text, s.tokens[index].end) is not None)


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
        if token.kind == "prep" and token.form == "bound":
            break  # "a record high above $73,000"
    return False


def stands_for(token: Token, sign: int) -> Token:
    """The extreme as a word of direction."""
    return Token("direction", token.start, token.end, sign, "verb", place=token.place)
