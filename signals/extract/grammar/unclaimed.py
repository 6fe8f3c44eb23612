"""Prices that nobody has claimed: which numbers may be one, what speaks against it, and which kind of price it is.

Whose it is two things can tell: that its sentence speaks of one currency pair alone (``sole``), or that a price like it has
been read (``meaning.anchors``). The conditions are the same for both:

1. It is open: no word that we know makes it a size, a count, a level of somebody else.
2. It is printed as a price: in money, with two decimals, with the thousands of an index; a whole number where somebody reckons.
3. It fits the instrument.
4. Its clause speaks of nothing else: no condition, chart, order, figure of the economy, other market or contract.

| text                                              | taken    | counter-example                        |
|---------------------------------------------------|----------|----------------------------------------|
| "USD/JPY printed 151.94"                          | last     | "stops in USD/JPY sit at 151.94"       |
| "our number for cable goes to 1.38"               | forecast | "cable needs to hold 1.38"             |
| after R14.25 "dealers were asking R14.57 by noon" | last     | "above R14.50 they would sell"         |
"""

from __future__ import annotations

import re
from itertools import pairwise

from signals.extract.grammar.deals import of_no_price
from signals.extract.grammar.frames import Frame
from signals.extract.grammar.role import IGNORED, LEVEL_KINDS, RELATIVE_UNITS, in_money, is_size
from signals.extract.grammar.roles import role
from signals.extract.grammar.sentence import FOREIGN, NOTHING, Sentence, words
from signals.extract.grammar.sizes import PAIRS, level_fits
from signals.extract.grammar.surroundings import BRACKETED, clause_around, nearest_kind
from signals.extract.linking.mentions import WORLDWIDE, Mention
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import vocabulary_of

Fates = dict[int, tuple[str, str | None]]

_UNREAD = ("unread", None)
_OPEN = frozenset(("another subject", "no instrument named before"))
_UNFIT = "does not fit the instrument"
_ROUND = 50  # from here on forecasts have no decimals
_PHRASE = 80  # characters before a number in which a noun of forecasting leads to it
_SILENT = frozenset(("other", "technical", "list"))
_OTHERWISE = ("elsewhere", "order", "contract")  # whose price it is instead; the last two of currencies alone
_SIZED = frozenset((IGNORED, "move", "by", "also", "again", "alternative"))
_OBJECTS = ("it", "this", "that", "them")  # of "call", which is a verb before them
_THAN = re.compile(r"\bthan (?:the|its|a|an)? ?\Z")
_THINKS = re.compile(r"\b(?:reckon|think|believe|fancy|fancies|bet|see)s?(?: that)? \Z")
_DAYS = re.compile(r" (?:yesterday|(?:last|on) |(?:Mon|Tues|Wednes|Thurs|Fri)day\b)")
_LATER = re.compile(
    r" (?:(?:just |only )?(?:an?|half an|[a-z]+|\d+) (?:minutes?|hours?|moments?) (?:later|after(?:wards)?|on)\b"
    r"|(?:(?:shortly|soon|right|just|immediately|minutes|moments) )?(?:after(?:wards| (?:it|them|the|that))|later)\b)"
)
_AGO = re.compile(r"[^.,;:\n\d]{0,24} ago\b")


def open_numbers(s: Sentence, fates: Fates) -> list[Token]:
    """The numbers of a sentence that are printed as prices, and of which nobody has said what they are."""
    return [t for t in s.tokens if t.number is not None and _is_open(t, t.number, fates) and _is_price(s, t, t.number)]


def _is_open(token: Token, number: Number, fates: Fates) -> bool:
    if number.ignored or number.fraction or number.sign or number.unit in RELATIVE_UNITS:
        return False
    status, reason = fates.get(token.start, ("unread", None))
    return status == "unread" or reason in _OPEN or (reason == _UNFIT and in_local_money(number))


def _is_price(s: Sentence, token: Token, number: Number) -> bool:
    if number.unit is not None:
        return in_money(number) and (number.value != 1 or number.decimals > 0)  # "59 to $1"
    if number.decimals:
        return number.decimals > 1
    return "," in s.text[token.start : token.end] or (number.value >= _ROUND and is_thought(s, token))


def is_thought(s: Sentence, token: Token) -> bool:
    """ "We think 1,400", "he reckons 85": whether somebody thinks of a number."""
    return _THINKS.search(s.text, s.start, token.start) is not None


def in_local_money(number: Number) -> bool:
    """Whether a number is printed in a money that only its own country counts in."""
    return number.unit is not None and len(number.unit) == 3 and number.unit.isupper() and number.unit not in WORLDWIDE


def another_moved(s: Sentence, token: Token, fates: Fates) -> bool:
    """ "Brent was at $68.42, Urals fell 1.3% to $61.20": whether a size that is somebody else's stands in the clause."""
    clause = clause_around(s, token, BRACKETED)
    sizes = [t for t in clause if t.number is not None and is_size(t.number) and fates.get(t.start, _UNREAD)[0] != "claimed"]
    return bool(sizes) and any(t.kind == "direction" for t in clause) and opens_unknown(s, token)


def opens_unknown(s: Sentence, token: Token) -> bool:
    """Whether words that we do not know stand before a number in its clause, commas and "and" among its boundaries."""
    opening = clause_around(s, token, BRACKETED)[0].place
    bounds = [t.place for t in s.tokens[opening : token.place] if t.kind == "bound"]
    return any(s.gaps[place] == FOREIGN for place in range(bounds[-1] + 1 if bounds else opening, token.place))


def may_price(s: Sentence, token: Token, mention: Mention) -> bool:
    """Whether an open number fits an instrument, and neither its clause nor its role there speaks against its being a price."""
    number = token.number
    if number is None or not level_fits(mention, number, marked=True) or s.text.endswith("  ", 0, token.start):
        return False  # two blanks part columns
    clause = clause_around(s, token, BRACKETED)
    if any(t.kind in _SILENT or (t.kind == "modal" and t.form != "forecast") for t in clause):
        return False
    if any(t.kind == "technical" for t in s.tokens[token.place :]):
        return False  # "$1680 has done its job as support"
    said = words(s.text[_opening(s, clause) : clause[-1].end].lower())
    found = role(s, token.place)
    if of_no_price(s, token.place, found, mention) is not None:
        return False  # "whose shares were sold at $51"
    traded = found.cue is not None and found.cue.kind == "state"  # "bids came in as high as N1,426"
    others = _OTHERWISE[: 1 if mention.instrument_class not in PAIRS or traded else None]
    if any(vocabulary_of("word", form).intersection(said) for form in others):
        return False
    return found.name not in _SIZED and not (found.name == "previous" and _is_revised(s, token, clause))


def _opening(s: Sentence, clause: list[Token]) -> int:
    """Where a clause begins, words that we do not know included."""
    return s.tokens[clause[0].place - 1].end if clause[0].place else s.start


def _is_revised(s: Sentence, token: Token, clause: list[Token]) -> bool:
    """ "Our call goes to 1.06 from 1.08": whether a number is what a forecast before it was."""
    prices = (t.number for t in clause if t.place < token.place and t.number is not None)
    return any(not is_size(number) and not number.ignored for number in prices) and is_foretold(s, token)


def is_foretold(s: Sentence, token: Token) -> bool:
    """ "A year-end projection of 30.25", "our number goes to 1.38": whether a noun of forecasting leads to a number."""
    start = max(token.start - _PHRASE, _opening(s, clause_around(s, token, BRACKETED)))
    said = words(s.text[start : token.start].lower())
    nouns = vocabulary_of("word", "foretelling")
    return any(word in nouns and following not in _OBJECTS for word, following in pairwise([*said, ""]))


def is_dated(s: Sentence, token: Token) -> bool:
    """ "1.2655 now, 1.2601 yesterday": whether its day stands right behind a number."""
    day = s.next(token.place, NOTHING)
    if day is not None and day.form == "at" and (phase := s.at(day.place + 1)) is not None:
        return phase.kind == "state" and phase.form in ("open", "close")  # "0.6588 at the London open"
    return day is not None and day.kind == "time" and _DAYS.match(s.text, token.end) is not None


def comes_later(s: Sentence, token: Token) -> bool:
    """ "1.0390 going into it and 1.0190 an hour later": whether what stands right behind a number says that it came later."""
    return _LATER.match(s.text, token.end) is not None


def frame_of(s: Sentence, token: Token, subject: Token, counter: Token | None, start: int, kind: str | None = None) -> Frame:
    """A frame that says no more than that ``token`` is a price of ``subject``, with the times of its clause."""
    clause = clause_around(s, token, BRACKETED)
    frame = Frame([subject], token, kind or kind_of(s, token), start=start, end=token.end, subject_start=start)
    frame.levels, frame.times, frame.sentence = [token], [t for t in clause if t.kind == "time"], s.start
    frame.counter, frame.unsaid = counter, True
    dated = any(t.value.names_day or t.value.which or t.value.month or t.value.year for t in frame.times)
    frame.once = not dated and any((t.kind, t.form) == ("phase", "once") or "having" in words(s.gap(t.place)) for t in clause)
    return frame


def kind_of(s: Sentence, token: Token) -> str:
    """The kind of a level: as its neighbours tell it, else the nearest level word of its clause."""
    told, clause = role(s, token.place), clause_around(s, token, BRACKETED)
    if any(t.kind == "modal" for t in clause if t.place < token.place) or is_foretold(s, token):
        return "forecast"
    if is_dated(s, token) and told.name == "continuation":
        behind = s.tokens[token.place + 2] if s.tokens[token.place + 1].form == "at" else None
        return behind.form if behind is not None else "previous"
    before = s.text[_opening(s, clause) : token.start]
    if _AGO.match(s.text, token.end) or _THAN.search(before):
        return "previous"
    kind = told.kind or ("previous" if told.name == "previous" else None)
    if kind in LEVEL_KINDS:
        return str(kind)
    if not vocabulary_of("word", "earlier").isdisjoint(words(s.gap(token.place).lower())[-1:]):
        return "previous"  # "close 83.36, previous 83.33"
    return nearest_kind(s, token, clause)
