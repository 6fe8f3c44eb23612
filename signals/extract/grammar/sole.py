"""Prices of the one currency pair of a sentence, under verbs and nouns that no vocabulary lists.

"USD/JPY printed 151.94", "the pair was turned round at 145.90", "year-end projection of 30.25 for the baht": where a sentence
speaks of one pair alone, a number that nobody has claimed (see ``unclaimed``) can only be a price of it.

| text                                      | taken    | counter-example                        |
|-------------------------------------------|----------|----------------------------------------|
| "cable was half asleep at 1.3425"         | last     | "the cable desk charges 1.25 pounds"   |
| "the zloty marked time at 4.3225"         | last     | "17.24 pesos a kilo"                   |
"""

from __future__ import annotations

import re

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.outcomes import breaks_ground
from signals.extract.grammar.references import Salience
from signals.extract.grammar.role import BARE, EXTREMES
from signals.extract.grammar.roles import role
from signals.extract.grammar.sentence import NOTHING, Sentence
from signals.extract.grammar.sizes import PAIRS
from signals.extract.grammar.subjects import prices_one
from signals.extract.grammar.surroundings import BRACKETED, clause_around
from signals.extract.grammar.telling import CLAIMED
from signals.extract.grammar.unclaimed import (
    Fates,
    another_moved,
    comes_later,
    frame_of,
    in_local_money,
    is_dated,
    is_thought,
    kind_of,
    may_price,
    open_numbers,
)
from signals.extract.linking.mentions import Mention
from signals.extract.text.tokens import Number, Token

_BESIDE = 6  # tokens from a level to the size of its move, at most
_NEAR = 1.15  # the most that a price is of the last one of the same pair
_FORETELLS = re.compile(
    r"(?:['’]s? (?:[\w-]+ ){0,3}?(?:pick|call|target|forecast|projection|view|number|estimate|strateg|economist|analyst|team)"
    r"| (?:still )?(?:sees|looks for|expects|forecasts|projects|has|keeps|targets|predicts|reckons)\b)"
)


def complete(s: Sentence, fates: Fates, frames: list[Frame], salience: Salience) -> list[Frame]:
    """Further frames for the prices that nobody has claimed, in a sentence about one pair; ``frames`` are those it has."""
    found = []
    for token in open_numbers(s, fates):
        about = _sole(s, token, frames, salience)
        if about is not None and _is_of(s, token, about[0]) and not another_moved(s, token, fates):
            told = _frame(s, token, *about)
            if not _fills(s, told, frames):
                found.append(told)
                _add_size(s, told, fates)
            fates[token.start] = CLAIMED
            _remember(s, salience, token, about[0])
    return found


def _is_of(s: Sentence, token: Token, named: Token) -> bool:
    """Whether a number may be a price of ``named``, and does not go on a list of others."""
    bare = token.number is not None and token.number.unit is None
    whole = bare and token.number is not None and not token.number.decimals
    thought = is_thought(s, token) or prices_one(s, token.place)  # "its lowest since 1998, 16,870 per dollar"
    if token.place in s.hedges or (whole and not thought) or (bare and s.next(token.place, NOTHING) is named):
        return False  # "17.24 pesos a kilo"
    first = all(t.number is None or t.number.ignored for t in s.tokens[: token.place])  # "EUR/PLN hovering, 4.4650"
    goes_on = role(s, token.place).name == "continuation" and not first
    goes_on = goes_on and not is_dated(s, token) and not comes_later(s, token)
    return not goes_on and may_price(s, token, named.value)


def _frame(s: Sentence, token: Token, named: Token, counter: Token | None) -> Frame:
    opening = max((t.end for t in s.tokens[: token.place] if t.kind == "bound"), default=s.start)
    begin = named.start if opening <= named.start < token.start else opening
    kind, number = kind_of(s, token), token.number
    if kind not in ("forecast", "previous") and number is not None and in_local_money(number) and _is_fixed(s, token):
        kind = "fixing"
    return frame_of(s, token, named, counter, begin, kind)


def _fills(s: Sentence, told: Frame, frames: list[Frame]) -> bool:
    """ "Sank to a record low against the dollar, 40.02": whether a price is the extreme to which a verb before it led, whose
    frame takes it.
    """
    level = told.levels[0]
    last = next((f for f in reversed(frames) if f.start < level.start), None)
    if last is None or last.subjects != told.subjects or last.direction is None or told.kind not in EXTREMES:
        return False
    named = next((t for t in s.tokens[last.direction.place + 1 : level.place] if t.form == told.kind), None)
    between = s.tokens[named.place + 1 : level.place] if named is not None else []
    if named is None or last.level is not None or last.move is not None or any(t.form == "clause" for t in between):
        return False
    last.level, last.kind, last.levels, last.counter = level, told.kind, [level], last.counter or told.counter
    last.went = int(last.direction.value)
    last.direction = last.direction if breaks_ground(s, named.place) else None
    last.reach(level)
    return True


def _add_size(s: Sentence, frame: Frame, fates: Fates) -> None:
    """ "You now get $1.0668, which is 1.8% down on Friday": the size right behind a level is of its move."""
    place = frame.levels[0].place
    for token in s.tokens[place + 1 : place + _BESIDE]:
        if token.kind in ("instrument", "ref", "modal", "technical", "other", "state") or token.form in ("and", "dash"):
            return
        if token.number is None:
            continue
        found = role(s, token.place) if fates.get(token.start, ("unread", None))[0] != "claimed" else BARE
        if found.name == "move" and token.number.unit == "percent":
            frame.move, frame.moves, frame.sign = token, [token], found.sign
            frame.reach(token)
            fates[token.start] = CLAIMED
        return


def _remember(s: Sentence, salience: Salience, token: Token, subject: Token) -> None:
    """What a price was told of is what the next sentence goes on about: not the dollar of "a quirk is 10.05 per dollar"."""
    if token.number is not None:
        salience.priced[subject.value.id] = token.number.value
    if prices_one(s, token.place) and s.at(token.place + 2) is subject:
        return
    if not salience.last or salience.last[0].value.id != subject.value.id:
        salience.note([subject])


def _sole(s: Sentence, token: Token, frames: list[Frame], salience: Salience) -> tuple[Token, Token | None] | None:
    """The one currency or pair that a sentence is about, and what it is priced in; None where it names other instruments. A
    sentence that names none goes on about the last subject, where the number is near its price.
    """
    named = [t for t in s.tokens if t.kind == "instrument" and not _is_house(s, t)]
    beside = s.tokens[token.place - 1]
    if token.place and beside in named and beside.value.instrument_class in PAIRS:
        return beside, None  # "the zloty marked time at 4.3225 and the crown nudged 24.71"
    if token.number is not None and in_local_money(token.number) and _is_fixed(s, token):
        return _priced_in(named, token, token.number), None
    told = next((f for f in reversed(frames) if f.start < token.start and not _is_house(s, f.subjects[0])), None)
    subject, counter = (told.subjects, told.counter) if told is not None else (named[:1], None)
    if not named:
        goes_on = salience.open or len(salience.priced) == 1
        subject = (subject or salience.last) if goes_on and _is_near(token, subject or salience.last, salience) else []
    if len(subject) != 1 or subject[0].value.instrument_class not in PAIRS:
        return None
    ids = subject[0].value.id + (counter.value.id if counter is not None else "")
    return (subject[0], counter) if all(t.value.id in ids for t in named) else None


def _is_house(s: Sentence, name: Token) -> bool:
    """ "Westpac's year-end pick stays 0.68", "Nomura looks for 1.40": a bank whose forecast it is, and no share."""
    if name.value.instrument_class != "share":
        return False
    return _FORETELLS.match(s.text, name.end) is not None


def _is_fixed(s: Sentence, token: Token) -> bool:
    """Whether the clause of a number speaks of an official rate before it."""
    before = [t for t in clause_around(s, token, BRACKETED) if t.place < token.place]
    return any((t.kind, t.form) == ("state", "fixing") or _is_official(s, t) for t in before)


def _is_official(s: Sentence, token: Token) -> bool:
    """ "The central bank's reference rate": what may be a policy rate, but where it is printed in money is none."""
    rate = token.kind == "instrument" and token.value.instrument_class == "policy rate"
    return rate and any(word in s.written(token) for word in ("reference", "official", "central rate", "parity"))


def _priced_in(named: list[Token], token: Token, number: Number) -> Token:
    """What an official rate in a money is the price of: the one other currency that is named, else the money itself is told."""
    others = [t for t in named if t.value.instrument_class == "currency" and t.value.id != number.unit]
    if len({t.value.id for t in others}) == 1:
        return others[0]
    return Token("instrument", token.start, token.start, Mention(str(number.unit), "currency"))


def _is_near(token: Token, subject: list[Token], salience: Salience) -> bool:
    """Whether a number is near the last price of a subject, and of nothing else; the first price is near."""
    value = token.number.value if token.number is not None else 0.0
    if not salience.priced and subject and token.number is not None:
        return token.number.decimals > 1 and token.number.unit is None
    near = [name for name, price in salience.priced.items() if price > 0 and 1 / _NEAR < value / price < _NEAR]
    return bool(subject) and near == [subject[0].value.id]
