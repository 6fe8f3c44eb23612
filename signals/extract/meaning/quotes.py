"""Which instrument a statement prices: the pair of a currency, the market of a good, the line of a company."""

from __future__ import annotations

from signals.extract.grammar.frames import Frame
from signals.extract.linking.measures import BY_MEASURE, by_size
from signals.extract.linking.mentions import DOLLARS, Mention
from signals.extract.meaning.counters import Counters, PairOf, Plausible, explicit
from signals.extract.text.tokens import Number, Token

_BESIDE = 2  # places from a name to its price: "the euro at 72.44"


def target(
    frame: Frame, mention: Mention, level: Token | None, pair_of: PairOf, counters: Counters, plausible: Plausible
) -> tuple[str, int] | None:
    """The instrument that a mention stands for, and the sign that turns the mention's moves into the instrument's."""
    number = level.number if level is not None else None
    if mention.lines and number is not None and (line := mention.listed_in(number.unit)):
        return line, 1  # "its American receipts ended at $54.71"
    if mention.instrument_class != "currency":
        found = _by_measure(mention.id, number)
        return mention.id if found == "HG" and counters.in_london else found, 1
    basket = frame.counter is not None and frame.counter.value.id == "DXY"
    if mention.id == "USD" and (basket or (number is not None and number.unit == "points")):
        return "DXY", 1
    counters.at_home(frame, mention, number, pair_of, plausible)
    counter = explicit(frame, mention, number)
    if counter is not None and (pair := _instead(frame, mention, number, counter, counters, pair_of, plausible)) is not None:
        return pair
    if counter is not None:
        counters.note(mention.id, counter, frame.sentence)
        return _quoted(pair_of(mention.id, counter), mention, number, plausible)
    moved = frame.move is not None or frame.direction is not None
    if (pair := _unsaid(frame, mention, number, counters, pair_of, plausible)) is not None:
        return pair
    if mention.id != "USD" or not moved or number is not None:
        return None
    if frame.move is not None and frame.move.number is not None and frame.move.number.unit == "$" and not counters.partner:
        return None  # "the dollar became $13 dearer" is said of its price in another country
    sentence, priced_in = counters.dollar
    at_home = priced_in == counters.home  # "ended at 37.76 pesos. So far in July the greenback has gained 0.96%"
    if priced_in is not None and (at_home or sentence == frame.sentence or frame.subjects[0].start < frame.sentence):
        return pair_of("USD", priced_in)  # "closed 10 guaranies lower and has gained 2.1% this year", "It has gained 2.1%"
    local = counters.partner and (frame.move is not None or frame.sentence in counters.local)
    return pair_of("USD", str(counters.partner)) if local else ("DXY", 1)


def _unsaid(
    frame: Frame, mention: Mention, number: Number | None, counters: Counters, pair_of: PairOf, plausible: Plausible
) -> tuple[str, int] | None:
    """The pair of a statement that does not say in what the currency is priced, by the first counter that its level fits."""
    for counter in counters.candidates(mention.id, number is not None, frame.sentence):
        pair = pair_of(mention.id, counter)
        if number is not None and counter == counters.home and pair is not None and not plausible(pair[0], number):
            pair = mention.id + counter, 1  # one Singapore dollar in ringgit
        if pair is not None and (number is None or (_in_its_money(pair[0], mention, number) and plausible(pair[0], number))):
            if mention.id == "USD" and counter == counters.spoken:
                counters.note(mention.id, counter, frame.sentence)  # "a dollar bought 137.30. It has just touched 132.50"
            return pair if number is None else counters.nearer(pair, pair_of(mention.id, "USD"), number)
    return None


def _instead(
    frame: Frame,
    mention: Mention,
    number: Number | None,
    counter: str,
    counters: Counters,
    pair_of: PairOf,
    plausible: Plausible,
) -> tuple[str, int] | None:
    """ "The metical was at 63.89 to the dollar and the euro at 72.44": the dollar was said of the metical; where no euro ever
    cost so much of it, the price is in the currency of the report.
    """
    before = frame.counter is not None and frame.sentence <= frame.counter.start < frame.subjects[0].start
    local, told = counters.home or counters.latest, frame.level
    beside = told is not None and told.place - frame.subjects[0].place <= _BESIDE
    if not before or not beside or number is None or number.unit is not None or local in (None, counter, mention.id):
        return None
    stated, home = pair_of(mention.id, counter), pair_of(mention.id, str(local))
    possible = home is not None and plausible(home[0], number)
    return home if possible and stated is not None and not plausible(stated[0], number) else None


def _in_its_money(pair: str, mention: Mention, number: Number) -> bool:
    """ "The shilling at Sh145": a price printed in the currency itself is one of another in it, never of it in another."""
    return number.unit != mention.id or pair[3:] == mention.id


def _by_measure(identity: str, number: Number | None) -> str:
    """The market of a good that the measure of its price tells, else the money: "cocoa gained to 9,425 pounds"."""
    if number is None:
        return identity
    money = BY_MEASURE.get((identity, number.unit or "")) or by_size(identity, number) or identity
    return BY_MEASURE.get((identity, number.per or ""), money)


def _quoted(
    pair: tuple[str, int] | None, mention: Mention, number: Number | None, plausible: Plausible
) -> tuple[str, int] | None:
    """A pair, turned round where the price is printed in what is usually its base, "1.15 euros to the pound", or is
    possible only that way.
    """
    american = number is not None and number.cents and mention.id in DOLLARS - {"USD"}  # "the loonie closed at 73 cents"
    if pair is None or number is None or number.unit == "Rs":
        return pair
    natural, unit = pair[0], str(number.unit)
    if number.unit == "$" and not american and (number.cents or plausible(natural, number)):
        return pair
    if american and number.unit == "$" and natural[3:] == mention.id and natural[:3] in DOLLARS - {"USD"}:
        return mention.id + natural[:3], 1  # "against the Australian dollar the kiwi was at 91.05 cents"
    if number.unit in (None, "$"):
        turned = natural[3:] + natural[:3]
        of_american = american and natural.startswith("USD") and mention.id != "USD"  # "the loonie was at 92 cents"
        inverse = of_american or not plausible(natural, number)
        unit = natural[:3] if inverse and plausible(turned, number) else natural[3:]
    if unit == natural[3:] or unit not in natural:
        return pair
    other = natural.replace(unit, "", 1)
    return other + unit, 1 if other == mention.id else -1
