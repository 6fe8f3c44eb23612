"""What a clause says further on, which tells what a reference in front of it stands for."""

from __future__ import annotations

import re

from signals.extract.grammar.role import EXTREMES, MOVE_UNITS, NO_MONEY, is_size
from signals.extract.grammar.sentence import HEADS, NOTHING, Sentence
from signals.extract.grammar.sizes import level_fits
from signals.extract.text.tokens import Number, Token

_LED = 4  # tokens between a word of forecasting and the number that it leads

# Words that tell which rate a text speaks of, and how far back they are looked for.
_RATE = re.compile(
    r"\b(?:[Rr]ates?|[Cc]onsumer prices|CPI|GDP|[Gg]rowth"
    r"|(?:[Ii]nflation|[Uu]nemployment|[Jj]obless|[Mm]ortgage|[Tt]ax|[Dd]efault|[Ee]xchange)(?: rate)?)\b"
)
_BACK = 600


def levels_ahead(s: Sentence, index: int, of_rate: bool = False) -> list[Number]:
    """The numbers of the clause that can only be levels: after "at" or "to", or after a verb; percentages ``of_rate`` only."""
    found = []
    rates = of_rate and _speaks_of_a_bank(s.text, s.tokens[index].start)
    for place in range(index + 1, min(index + 18, len(s.tokens))):
        token = s.tokens[place]
        clause = token.kind == "bound" and token.form == "clause" and token.value not in ("which", "that")
        clause = clause and (place > index + 1 or token.value != "then")  # "the contract then closed at 823 yuan"
        if token.kind in ("instrument", "other") or clause:
            break
        number = token.number
        if number is None or number.ignored or number.fraction or (number.unit in MOVE_UNITS and not rates):
            continue
        before, after = s.near(place), s.next(place)
        if after is not None and (after.kind == "direction" or _sized_in_brackets(s, place)):
            continue
        if before is not None and before.form == "of" and number.unit is not None:
            extreme = s.near(place - 1)
            before = extreme if extreme is not None and extreme.form in EXTREMES else before  # "a record of $126,223"
        if before is not None and s.written(before) == "as much as" and (moved := s.near(before.place)) is not None:
            before = None if moved.kind == "direction" or moved.form == "by" else before  # "was down as much as 1,597"
        if before is not None and (before.kind in ("state", "copula", "modal") or before.form in ("at", "to", "from")):
            found.append(number)
    return found


def _sized_in_brackets(s: Sentence, place: int) -> bool:
    """ "$210 (2.3%) lower": whether a size in brackets and a direction stand behind a number, which then is one too."""
    opening, size, shut, way = (s.at(place + step) for step in (1, 2, 3, 4))
    told = opening is not None and opening.form == "open" and size is not None and size.kind == "number"
    return told and shut is not None and shut.form == "shut" and way is not None and way.kind == "direction"


def _speaks_of_a_bank(text: str, place: int) -> bool:
    """ "The bank cut its rate to 5%. The rate": whether no other rate, and nothing that has one, is named since."""
    last = _RATE.findall(text, max(place - _BACK, 0), place)[-1:]
    return last in (["rate"], ["Rate"], ["rates"], ["Rates"])


def pair_ahead(s: Sentence, index: int) -> bool:
    """ "They were better by 0.42 per cent and 0.39 per cent": whether the first figure of the clause is one of two sizes."""
    ahead = range(index + 1, min(index + 8, len(s.tokens)))
    place = next((p for p in ahead if s.tokens[p].kind in ("number", "instrument")), None)
    if place is None or s.tokens[place].kind == "instrument":
        return False
    link, second = s.at(place + 1), s.at(place + 2)
    if link is None or link.form != "and" or second is None or second.kind != "number" or s.gaps[place + 2] != NOTHING:
        return False
    first = s.tokens[place].number
    return first is not None and second.number is not None and first.unit == second.number.unit == "percent"


def foretold(s: Sentence, index: int) -> Token | None:
    """Whose a number is that a word of forecasting leads, where the name stands behind it: "a year-end target of 6,900 for the
    S&P 500", "pencils in $62 a barrel for Brent". None for one that is about something else.
    """
    number, leads = s.tokens[index].number, s.tokens[max(index - _LED, 0) : index]
    led = next((t for t in reversed(leads) if t.kind not in ("prep", "time")), None)
    if number is None or number.ignored or number.unit in MOVE_UNITS or led is None or led.form != "forecast":
        return None
    link, named = s.next(index), next((t for t in s.tokens[index + 2 : index + 4] if t.kind != "ref"), None)
    if link is not None and link.kind == "instrument" and s.gaps[index + 1] == NOTHING and number.unit is not None:
        return link if level_fits(link.value, number) else None  # "sees $2,300 gold by the end of the year"
    if link is None or link.form not in ("for", "on") or named is None or named.kind != "instrument":
        return None
    near = s.gaps[index + 2] <= HEADS and s.gaps[named.place] <= HEADS
    return named if near and level_fits(named.value, number) else None


def promised(s: Sentence, index: int) -> Token | None:
    """ "Still has [$100] for Brent by June": whose a price is that stands for a day to come, under whatever verb."""
    number, link, named = s.tokens[index].number, s.next(index), s.next(index + 1, HEADS)
    if number is None or number.ignored or number.unit in NO_MONEY or link is None or link.form != "for":
        return None
    by, then = s.next(index + 2), s.next(index + 3)
    if named is None or named.kind != "instrument" or by is None or by.form != "by" or then is None or then.kind != "time":
        return None
    return named if level_fits(named.value, number) else None


def of_earlier_day(s: Sentence, place: int, before: Token | None, number: Number) -> bool:
    """ "Weaker than 83.30 on Monday", "than the 13,541 of Tuesday": a price as printed, with its day; no round mark."""
    if before is None or before.kind != "direction" or is_size(number) or not (number.decimals or number.value % 10):
        return False
    after = s.next(place)
    if after is not None and after.kind == "prep" and after.form in ("on", "of", "at", "in"):
        after = s.next(place + 1)
    return after is not None and (after.kind == "time" or s.written(after) in ("previously", "earlier", "before"))
