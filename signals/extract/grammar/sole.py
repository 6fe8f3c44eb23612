"""Prices of the one currency pair of a sentence, under verbs and nouns that no vocabulary lists.

"USD/JPY printed 151.94", "the pair was turned round at 145.90", "year-end projection of 30.25 for the baht": where a sentence
speaks of one pair alone, a number with the decimals of a price and within the range of the pair can only be one of it. Not
where its clause speaks of a condition, a chart, an order, figures of the economy or another market.

| text                                      | taken    | counter-example                        |
|-------------------------------------------|----------|----------------------------------------|
| "USD/JPY printed 151.94"                  | last     | "stops in USD/JPY sit at 151.94"       |
| "our number for cable goes to 1.38"       | forecast | "cable needs to hold 1.38"             |
| "cable was half asleep at 1.3425"         | last     | "the cable desk charges 1.25 pounds"   |
"""

from __future__ import annotations

import re

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.references import Salience
from signals.extract.grammar.role import BARE, IGNORED, LEVEL_KINDS, RELATIVE_UNITS
from signals.extract.grammar.roles import role
from signals.extract.grammar.sentence import NOTHING, Sentence, words
from signals.extract.grammar.sizes import PAIRS, level_fits
from signals.extract.grammar.surroundings import PARTED, clause_around, nearest_kind
from signals.extract.grammar.telling import CLAIMED
from signals.extract.linking.mentions import WORLDWIDE, Mention
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import vocabulary_of

_UNFIT = "does not fit the instrument"
_OPEN = ("another subject", "no instrument named before")
_ROUND = 50  # from here on forecasts have no decimals
_BESIDE = 6  # tokens from a level to the size of its move, at most
_PHRASE = 40  # characters before the first token of a clause that may lead to a number
_NEAR = 1.15  # the most that a price is of the last one of the same pair
_OTHERWISE = ("elsewhere", "order", "contract")  # whose price it is instead
_THAN = re.compile(r"\bthan (?:the|its|a|an)? ?\Z")
_THINKS = re.compile(r"\b(?:reckon|think|believe|fancy|fancies|bet|see)s?(?: that)? \Z")
_FORETELLS = re.compile(
    r"(?:['’]s? (?:[\w-]+ ){0,3}?(?:pick|call|target|forecast|projection|view|number|estimate|strateg|economist|analyst|team)"
    r"| (?:still )?(?:sees|looks for|expects|forecasts|projects|has|keeps|targets|predicts|reckons)\b)"
)
_DAYS = re.compile(r" (?:yesterday|(?:last|on) |(?:Mon|Tues|Wednes|Thurs|Fri)day\b)")
_ELSE = (IGNORED, "move", "by", "also", "again", "alternative", "continuation")
_AGO = re.compile(r"[^.,;:\n\d]{0,24} ago\b")
_SILENT = ("other", "technical", "list")

Fates = dict[int, tuple[str, str | None]]


def complete(s: Sentence, fates: Fates, frames: list[Frame], salience: Salience) -> list[Frame]:
    """Further frames for the prices that nobody has claimed, in a sentence about one pair; ``frames`` are those it has."""
    numbers = [t for t in s.tokens if t.number is not None and _is_open(t, t.number, fates)]
    found = []
    for token in numbers:
        about = _sole(s, token, frames, salience)
        if about is not None and _is_of(s, token, about[0]):
            found.append(_frame(s, token, *about))
            fates[token.start] = CLAIMED
            _add_size(s, found[-1], fates)
            _remember(salience, token, about[0])
    return found


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


def _remember(salience: Salience, token: Token, subject: Token) -> None:
    """What a price was told of is what the next sentence goes on about."""
    if token.number is not None:
        salience.priced[subject.value.id] = token.number.value
    if not salience.last or salience.last[0].value.id != subject.value.id:
        salience.note([subject])


def _is_open(token: Token, number: Number, fates: Fates) -> bool:
    """Whether a number is printed as a price of currencies, and nobody has said what it is."""
    if number.ignored or number.fraction or number.sign or number.unit in RELATIVE_UNITS:
        return False
    if number.unit is None and number.decimals < 2 and (number.decimals or number.value < _ROUND):
        return False
    if number.unit is not None and number.value == 1 and not number.decimals:
        return False  # "59 to $1"
    status, reason = fates.get(token.start, ("unread", None))
    return status == "unread" or reason in _OPEN or (reason == _UNFIT and _is_money(number))


def _sole(s: Sentence, token: Token, frames: list[Frame], salience: Salience) -> tuple[Token, Token | None] | None:
    """The one currency or pair that a sentence is about, and what it is priced in; None where it names other instruments. A
    sentence that names none goes on about the last subject, where the number is near its price.
    """
    named = [t for t in s.tokens if t.kind == "instrument" and not _is_house(s, t)]
    beside = s.tokens[token.place - 1]
    if token.place and beside in named and beside.value.instrument_class in PAIRS:
        return beside, None  # "the zloty marked time at 4.3225 and the crown nudged 24.71"
    if token.number is not None and _is_money(token.number) and _is_fixed(s, token):
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


def _is_money(number: Number) -> bool:
    """Whether a number is printed in a money that only its own country counts in."""
    return number.unit is not None and len(number.unit) == 3 and number.unit.isupper() and number.unit not in WORLDWIDE


def _is_fixed(s: Sentence, token: Token) -> bool:
    """Whether the clause of a number speaks of an official rate before it."""
    before = [t for t in clause_around(s, token, PARTED) if t.place < token.place]
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


def _is_of(s: Sentence, token: Token, named: Token) -> bool:
    """Whether nothing in its clause, nor its role there, speaks against a number being a price of ``named``."""
    number, clause = token.number, clause_around(s, token, PARTED)
    if number is None or token.place in s.hedges or not level_fits(named.value, number, marked=True):
        return False
    if s.text.endswith("  ", 0, token.start):
        return False  # a column
    if s.next(token.place, NOTHING) is named and number.unit is None:
        return False  # "17.24 pesos a kilo"
    if number.unit is None and not number.decimals and not _THINKS.search(s.text, s.start, token.start):
        return False
    if any(t.kind in _SILENT or (t.kind == "modal" and t.form != "forecast") for t in clause):
        return False
    said = words(s.text[max(clause[0].start - _PHRASE, s.start) : clause[-1].end].lower())
    if any(vocabulary_of("word", form).intersection(said) for form in _OTHERWISE):
        return False
    found = role(s, token.place).name
    if found == "previous" and _is_foretold(s.text[max(token.start - 2 * _PHRASE, s.start) : token.start]):
        return False  # "our call goes to 1.06 from 1.08"
    first = all(t.number is None or t.number.ignored for t in s.tokens[: token.place])  # "EUR/PLN hovering, 4.4650"
    return found not in _ELSE or (found == "continuation" and (first or _is_dated(s, token)))


def _is_dated(s: Sentence, token: Token) -> bool:
    """ "1.2655 now, 1.2601 yesterday": whether its day stands right behind a number."""
    day = s.next(token.place, NOTHING)
    if day is not None and day.form == "at" and (phase := s.at(day.place + 1)) is not None:
        return phase.kind == "state" and phase.form in ("open", "close")  # "0.6588 at the London open"
    return day is not None and day.kind == "time" and _DAYS.match(s.text, token.end) is not None


def _frame(s: Sentence, token: Token, named: Token, counter: Token | None) -> Frame:
    clause = clause_around(s, token, PARTED)
    opening = max((t.end for t in s.tokens[: token.place] if t.kind == "bound"), default=s.start)
    begin = named.start if opening <= named.start < token.start else opening
    frame = Frame([named], token, _kind(s, token, clause), start=begin, end=token.end, subject_start=begin)
    frame.levels, frame.times, frame.sentence = [token], [t for t in clause if t.kind == "time"], s.start
    frame.counter, frame.unsaid = counter, True
    dated = any(t.value.names_day or t.value.which or t.value.month or t.value.year for t in frame.times)
    frame.once = not dated and any((t.kind, t.form) == ("phase", "once") or "having" in words(s.gap(t.place)) for t in clause)
    return frame


def _is_foretold(before: str) -> bool:
    """ "A year-end projection of 30.25", "our number goes to 1.38": whether a noun of forecasting leads to a number."""
    return not vocabulary_of("word", "foretelling").isdisjoint(words(before.lower()))


def _kind(s: Sentence, token: Token, clause: list[Token]) -> str:
    """The kind of a level: as its neighbours tell it, else the nearest level word of its clause."""
    told = role(s, token.place)
    before = s.text[max(clause[0].start - _PHRASE, s.start) : token.start]
    if any(t.kind == "modal" for t in clause if t.place < token.place) or _is_foretold(before):
        return "forecast"
    if _is_dated(s, token) and told.name == "continuation":
        behind = s.tokens[token.place + 2] if s.tokens[token.place + 1].form == "at" else None
        return behind.form if behind is not None else "previous"
    if _AGO.match(s.text, token.end) or _THAN.search(before):
        return "previous"
    kind = told.kind or ("previous" if told.name == "previous" else None)
    if kind in LEVEL_KINDS:
        return str(kind)
    if not vocabulary_of("word", "earlier").isdisjoint(words(s.gap(token.place).lower())[-1:]):
        return "previous"  # "close 83.36, previous 83.33"
    if token.number is not None and _is_money(token.number) and _is_fixed(s, token):
        return "fixing"
    return nearest_kind(s, token, clause)
