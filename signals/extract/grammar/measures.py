"""Numbers that a word behind them makes a size: "0.6% lower", "a 27% rally", "24 percent off its peak"."""

from __future__ import annotations

from signals.extract.grammar.role import (
    MEASURES_OTHER,
    MOVE_UNITS,
    Role,
    in_money,
    is_size,
)
from signals.extract.grammar.sentence import FUNCTION, HEADS, NOTHING, Sentence, words
from signals.extract.grammar.verbs import is_attributive, off_an_extreme
from signals.extract.linking.mentions import YIELDS
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import nouns_of_direction

_COMPARED = {"more than": 1, "better than": 1, "less than": -1, "fewer than": -1, "worse than": -1}
_MARKS = ("high", "low", "close", "open", "previous")  # prices of a day that a size is measured from
_PERIODS = ("weekly ", "monthly ", "quarterly ", "annual ", "yearly ")  # of a loss that a name for it tells
_UNITS = ("week", "month", "quarter", "year")
_STEPS = ("bp", "pp", "points")  # of the rates that central banks set


def measured_beyond(s: Sentence, index: int, number: Number) -> Role | None:
    """ "27.42 points or 0.9 per cent lower", "ended 17.3% and 15.1% lower": a direction behind other numbers is theirs too."""
    seen = other = False
    for place in range(index + 1, min(index + 7, len(s.tokens))):
        token = s.tokens[place]
        if s.gaps[place] > FUNCTION:
            return None
        if token.kind == "direction" and seen:
            own = s.next(place)
            if s.tokens[place - 1].form == "comma" and own is not None and own.kind == "number":
                return None  # "at $2,520 and $148, down 3.4% and 5%"
            said = other and token.form == "adjective" and not is_attributive(s, place) and may_move(number)
            return Role("move", sign=int(token.value), cue=token) if said else None
        if token.kind == "number" and token.number is not None and may_move(token.number):
            seen, other = True, other or token.number.unit == number.unit
        elif token.kind != "bound" or token.form not in ("comma", "and", "open", "shut"):
            return None
        elif token.value == "or" or token.form in ("open", "shut"):
            other = True
    return None


def of_a_period(s: Sentence, size: Token, found: Role) -> bool:
    """ "Settled down $9.50 at $72.72, a weekly loss of 8%", "a loss of 8% for the month": whether the noun of a size, or what
    follows, says over which period it was.
    """
    if found.cue is None or found.cue.form not in ("noun", "verb") or found.cue.place >= size.place - 1:
        return False
    during, span = s.next(size.place, NOTHING), s.at(size.place + 2)
    told = during is not None and during.form in ("for", "on", "over", "in") and span is not None and span.kind == "time"
    return s.written(found.cue).startswith(_PERIODS) or (told and span is not None and span.value.unit in _UNITS)


def may_move(number: Number) -> bool:
    """Whether a number may be the size of a move by its unit."""
    return is_size(number) or number.unit not in (None, "percent")


def measured(s: Sentence, index: int, number: Number, after: Token, left: Token | None) -> Role | None:
    """ "0.6% lower", "a 27% rally in the rand", "20 points down"; not "at 3,332 fell"."""
    step = after.form == "causative" and number.unit in _STEPS and _attributed(s, index, after)  # "a 25-basis-point cut"
    if (
        (after.form in ("causative", "crossing") and not step)
        or not after.value  # "2.68% unchanged" is a yield
        or is_attributive(s, index + 1)
        or _sized_behind(s, index, number)
    ):
        return None
    if _beside_another(s, index + 1):
        return MEASURES_OTHER
    if off_an_extreme(s, index + 1):
        return _below_peak(s, index, number, left)
    verb = after.form in ("verb", "path") and after.value != 0 and not _attributed(s, index, after)
    placed = left is not None and left.kind == "prep" and left.form in ("at", "to", "from")
    if verb and (s.gaps[index + 1] != NOTHING or number.unit not in MOVE_UNITS):
        return None
    if placed and not is_size(number):
        return None
    whole = number.unit is None and not number.fraction and not number.decimals and not number.cents
    if whole and not _closes_apart(s, index, left):
        return None  # "44 of its members lower and 21 higher"
    if (
        placed
        and left is not None
        and left.form != "from"
        and number.unit == "percent"
        and s.written(after) not in nouns_of_direction()
    ):
        return None
    kind = None
    if left is not None and left.kind == "state" and s.written(left) in ("as much as", "as little as"):
        kind = "high" if after.value > 0 else "low"
    return Role("move", sign=int(after.value), cue=after, kind=kind)


def _beside_another(s: Sentence, place: int) -> bool:
    """ "Brent is $3 [dearer] than WTI", "0.16% weaker than the midpoint": how far two prices are apart."""
    than, other, after = s.next(place), s.at(place + 2), s.next(place + 2)
    dated = after is not None and after.kind == "time"  # "than the fix on Thursday"
    fixed = other is not None and (other.kind, other.form) == ("state", "fixing") and not dated
    named = other is not None and (other.kind == "instrument" or fixed) and s.gaps[place + 2] <= HEADS
    return named and than is not None and than.form == "than"


def _sized_behind(s: Sentence, index: int, number: Number) -> bool:
    """ "Nikkei 39,750 up 0.5%", "Topix 2,828.99 up 2.95": a price before a direction that has a size of its own."""
    size = s.next(index + 1, NOTHING)
    if size is None or size.number is None or size.number.ignored or s.gaps[index + 1] != NOTHING:
        return False
    sized = size.number.unit in MOVE_UNITS or (size.number.unit is None and size.number.value < number.value)
    return sized and number.unit not in MOVE_UNITS and not number.fraction


def _below_peak(s: Sentence, index: int, number: Number, left: Token | None) -> Role | None:
    """ "24 percent off its May peak": below a high, above a low, where no verb of motion says which way it went."""
    extreme = next((t for t in s.tokens[index + 2 : index + 4] if t.kind == "state"), None)
    if extreme is None or number.unit != "percent" or (left is not None and left.kind == "direction"):
        return None
    return Role("move", sign=-1 if extreme.form == "high" else 1, cue=s.tokens[index + 1])


def _attributed(s: Sentence, index: int, after: Token) -> bool:
    """ "Bitcoin's $4,000 plunge", "a $90 sell-off": a size before the noun that it measures."""
    last = next(reversed(s.gap(index).lower().split()), "")
    bank = s.near(index, NOTHING)
    if not last and bank is not None and bank.kind == "instrument" and bank.value.instrument_class == "policy rate":
        return s.gaps[index + 1] == NOTHING and s.written(after) in nouns_of_direction()  # "RBA delivers 25 bps hike"
    return (
        s.gaps[index + 1] == NOTHING
        and s.written(after) in nouns_of_direction()
        and (last in ("a", "an", "its", "the") or last.endswith(("'s", "’s")))
    )


def dated(s: Sentence, place: int, number: Number) -> bool:
    """ "$7.54 under Wednesday's mark", "23 cents above the IPO price": whether a time or a price that was paid follows the
    preposition behind an amount of money.
    """
    beyond = s.next(place)
    if beyond is not None and beyond.kind == "other" and s.written(beyond).endswith("price"):
        return in_money(number)
    dated = beyond is not None and (beyond.kind == "time" or (beyond.kind == "state" and beyond.form == "previous"))
    return in_money(number) and dated


def _closes_apart(s: Sentence, index: int, left: Token | None) -> bool:
    """ "Closed 566 lower at 11,418", "the Dow was 40 lower": a bare size between the verb and its direction, with where it led,
    or right behind an index.
    """
    to, level, named = s.next(index + 1), s.at(index + 3), s.at(index - 2)
    led = to is not None and to.form in ("at", "to") and level is not None and level.kind == "number"
    ends = s.at(index + 2) is None or s.tokens[index + 2].kind == "bound"
    indexed = named is not None and (named.form == "index" or getattr(named.value, "instrument_class", "") == "index")
    led = led or (ends and indexed and s.gaps[index - 1] <= HEADS)
    return led and left is not None and left.kind in ("state", "copula") and s.gaps[index] == s.gaps[index + 1] == NOTHING


def apart(s: Sentence, index: int, number: Number, after: Token, left: Token | None) -> Role | None:
    """What lies above or below something else: a size from there; no price, "were $2 below the bid of $40"."""
    if is_size(number) or dated(s, index + 1, number):
        return distance(s, index, number, after)
    behind = words(s.text[after.end : after.end + 8])[:1]
    placed = left is not None and left.kind in ("prep", "direction", "instrument", "ref")
    return MEASURES_OTHER if not placed and in_money(number) and behind in (["the"], ["its"], ["their"], ["what"]) else None


def apart_beyond(s: Sentence, index: int, number: Number) -> Role | None:
    """ "30 yen, or about 1.2 percent, below Friday's close": a size that is said twice before what it is measured from."""
    place = index + 1 + (s.tokens[index + 1].form == "comma")
    joint = s.at(place)
    if joint is None or not (joint.value == "or" or joint.form == "open") or not may_move(number):
        return None
    place += 1 + ((around := s.at(place + 1)) is not None and around.form == "around")
    other, behind = s.at(place), s.at(place + 1)
    if other is None or other.number is None or not is_size(other.number) or behind is None:
        return None
    place += 1 + (behind.form in ("comma", "shut"))
    after, mark = s.at(place), s.at(place + 1)
    if after is None or after.form != "bound" or mark is None or mark.kind not in ("time", "state"):
        return None
    return distance(s, place - 1, number, after) if max(s.gaps[index + 1 : place + 1]) <= FUNCTION else None


def distance(s: Sentence, index: int, number: Number, after: Token) -> Role | None:
    """ "10% below Wednesday's close", "12% under the 52-week high", "9% short of its record": a move from there."""
    word = s.written(after)
    beyond = s.next(index + 1)
    if word not in ("above", "below", "under", "beneath", "short of", "shy of"):
        return None
    if beyond is not None and beyond.kind == "number" and number.unit != "percent" and not number.fraction:
        return None
    if number.unit == "bp" and not any(t.kind in ("time", "state", "copula") for t in s.tokens[index + 2 : index + 5]):
        return None  # "half a basis point above the when-issued level", "30 bp above mid-swaps"
    return Role("move", sign=1 if word == "above" else -1, cue=after)


def limit_led(s: Sentence, index: int, left: Token | None) -> Token | None:
    """ "Up the 30-cent limit", "down by its 10 per cent limit": the direction before the size of a limit."""
    if left is not None and left.form == "by":
        left = s.at(index - 2)
    return left if left is not None and left.kind == "direction" and left.value else None


def below_nothing(s: Sentence, index: int, number: Number) -> bool:
    """ "Germany 2-yr -0.68 (+14)": whether a negative number right behind a bond is its yield, with a change behind it."""
    named, opening, change = s.at(index - 1), s.at(index + 1), s.at(index + 2)
    if number.sign >= 0 or number.unit not in (None, "percent") or number.decimals < 2 or opening is None or change is None:
        return False
    bond = named is not None and named.kind == "instrument" and named.value.instrument_class in YIELDS
    stands = s.gaps[index] == NOTHING and opening.form in ("open", "comma")
    return bond and stands and change.number is not None and change.number.sign != 0


def compared(s: Sentence, index: int, number: Number) -> Role | None:
    """ "40 kopecks more than yesterday", "three points less than on Friday", "$25 or 3% less than the day before"."""
    end = _said_twice(s, index)
    than = s.hedges.get(end + 1)
    if than is not None and than.value == "over":
        return Role("move", sign=1) if _is_mark(s, end + 1) else None
    if than is None or str(than.value) not in _COMPARED:
        return None
    sized = is_size(number) or number.cents or _then(s, end + 1)
    return Role("move", sign=_COMPARED[str(than.value)]) if sized else None


def _is_mark(s: Sentence, place: int) -> bool:
    """ "13% over [Friday's close]", "5% over [last week's low]": a price of an earlier day, not since when."""
    time, said = s.at(place), s.at(place + 1)
    if time is None or time.kind != "time":
        return False
    return time.value.session == "close" or (said is not None and said.kind == "state" and said.form in _MARKS)


def _said_twice(s: Sentence, index: int) -> int:
    """ "$25 or 3%", "8 centavos (0.4%)", "25 pesos, or 3%,": where what a size is in other words ends, else its own place."""
    marked = index + 1 < len(s.tokens) and s.tokens[index + 1].form == "comma"
    place, led = index + 1 + marked, s.at(index - 1)
    joint, other, shut = s.at(place), s.at(place + 1), s.at(place + 2)
    if joint is None or (marked and (led is None or led.form != "comma")):
        return index  # "at 3.7210, or 0.4% less than on Monday"
    said = (joint.value == "or" or joint.form == "open") and max(s.gaps[index + 1 : place + 2]) <= FUNCTION
    if not said or other is None or other.kind != "number":
        return index
    closes = "shut" if joint.form == "open" else "comma"
    return place + 1 + (shut is not None and shut.form == closes)


def _then(s: Sentence, place: int) -> bool:
    """Whether a time is what follows: "15 rupees more than a month ago", "$150 less than on Thursday"."""
    if s.tokens[place].kind == "prep" and place + 1 < len(s.tokens):
        place += 1
    return s.tokens[place].kind == "time"
