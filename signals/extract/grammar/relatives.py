"""What stands in a relative clause: the verb of a size before it, the object of an unknown verb.

| text                                       | verb       | counter-example                     |
|--------------------------------------------|------------|-------------------------------------|
| "the 3.2 percent that Brent shed"          | "shed"     | "the 2% that gold fell 3 dollars"   |
| "the 2.7% they put on before the close"    | "put on"   | "the 5% they own"                   |

"Which" behind a price and its currency, "R14.25 to the dollar, which was 1.2% stronger", stands for the price.
"""

from __future__ import annotations

from collections.abc import Sequence

from signals.extract.grammar.role import MOVE_UNITS
from signals.extract.grammar.sentence import FUNCTION, HEADS, Sentence, words
from signals.extract.text.tokens import Token


def relative_verb(s: Sentence, index: int, spoken_of: bool) -> Token | None:
    """The verb that says whose size the number at ``index`` was; None where there is none. ``spoken_of``: whether a pronoun can
    stand for somebody.
    """
    number, after, named = s.tokens[index].number, s.next(index), s.at(index + 2)
    if number is None or (number.unit not in MOVE_UNITS and not number.cents) or after is None or named is None:
        return None
    if after.kind == "ref" and after.form == "any" and spoken_of:
        return named if s.gaps[index + 2] <= FUNCTION and _says(s, index + 2) else None
    relative = named.kind == "instrument" and after.value in ("that", "which") and s.next(index + 2, HEADS) is not None
    return s.tokens[index + 3] if relative and _says(s, index + 3) else None


def _says(s: Sentence, place: int) -> bool:
    """Whether the token at a place is a verb of direction without a size of its own."""
    verb, following = s.tokens[place], s.next(place)
    said = verb.kind == "direction" and verb.form == "verb" and bool(verb.value)
    return said and not (following is not None and following.kind == "number")


def traded_at(s: Sentence, place: int, group: Sequence[Token]) -> Token | None:
    """ "Vale rose, tracking iron ore in Dalian, which gained 2%": whose the relative behind the place of an exchange is, where
    it is not what was spoken of, "the Nifty of the NSE, which"; ``place`` is that of the preposition.
    """
    good = s.at(place - 1)
    if good is None or good.kind != "instrument" or good in group or s.gaps[place] > HEADS:
        return None
    return good if s.tokens[place].form in ("in", "on", "at") else None


def is_its_object(s: Sentence, index: int, segment: int) -> bool:
    """ "Which measures the currency against six peers": a reference right behind the one unknown verb of a relative clause."""
    opening = s.at(segment)
    if index != segment + 1 or opening is None or opening.value not in ("that", "which") or s.tokens[index].form == "any":
        return False  # "which makes it stronger": a pronoun is what the rest is said of
    verb = words(s.gap(index))
    return len(verb) == 1 and verb[0].islower() and verb[0].endswith(("s", "ed"))


def moved_to(s: Sentence, index: int) -> bool:
    """ "The news lifted it to $1,917", "pushed it down 2%", "cost it 3%": whether what a verb did to a pronoun has a figure."""
    figure = s.next(index)
    if figure is not None and (figure.form in ("to", "by") or figure.kind == "direction"):
        figure = s.next(figure.place)
    return figure is not None and figure.number is not None and not figure.number.ignored


def means_price(s: Sentence, index: int, named: Token) -> bool:
    """ "At 14.25 to the dollar, which was 1.2% stronger": "which" and a verb of being behind a price and what it is in; not
    "to the dollar, which was 0.3% stronger against the euro".
    """
    price, being = s.at(named.place - 2), s.next(index)
    if price is None or price.number is None or price.number.ignored or being is None or being.kind != "copula":
        return False
    size = s.at(index + 2)
    compared = any(t.form == "against" or t.kind == "instrument" for t in s.tokens[index + 3 : index + 7])
    return size is not None and size.kind in ("number", "direction") and not compared


def dates_aside(s: Sentence, index: int, segment: int, group: Sequence[Token]) -> bool:
    """ "Intel, once worth more than Nvidia, fell": in an aside behind a subject that waits, "once" opens no clause."""
    closes = next((t for t in s.tokens[index + 1 :] if t.kind in ("bound", "copula", "state", "direction")), None)
    return index == segment + 1 and s.at(index - 2) in group and closes is not None and closes.form == "comma"
