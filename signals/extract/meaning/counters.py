"""In what a currency is priced where its statement does not say: what the item has said before, else its home currency.

| text                                                    | pair   | counter-example                              |
|---------------------------------------------------------|--------|----------------------------------------------|
| "the rand fell 1%"                                      | USDZAR | "against the euro the rand fell 1%"          |
| "the dollar closed at R$ 3.99, up 10% in September"     | USDBRL | "the dollar rose 0.3%; the rupee was at 68"  |
| "Rouble plunges. Dollar 70.00, euro 85.15"              | USDRUB | "the euro at 1.08": its price in dollars     |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from signals.extract.grammar.frames import Frame
from signals.extract.linking.measures import names_london
from signals.extract.linking.mentions import DOLLARS, WORLDWIDE, Mention
from signals.extract.linking.shared_names import signed_money
from signals.extract.text.tokens import Number, Token

Plausible = Callable[[str, Number], bool]
PairOf = Callable[[str, str], tuple[str, int] | None]
RUPEES = frozenset({"INR", "PKR", "LKR", "NPR", "MUR"})
SIGNED = frozenset(  # money that is written with the dollar's sign at home
    ("ARS", "CLP", "COP", "MXN", "UYU", "CUP", "JMD", "TTD", "BBD", "BSD", "BZD", "GYD", "SRD", "XCD", "LRD", "NAD", "FJD",
     "ZWL")
)  # fmt: skip
CENTS = frozenset(
    ("EUR", "ZAR", "MXN", "KES", "BRL", "COP", "PHP", "ARS", "CLP", "PEN", "DOP", "UYU", "BOB", "CRC", "GTQ", "HNL", "NIO",
     "PYG", "JMD", "TTD", "BBD", "FJD", "NAD", "SZL", "LSL", "MZN", "LKR", "MUR", "SCR", "UGX", "TZS", "ETB")
)  # fmt: skip
EUROPEAN = frozenset({"PLN", "HUF", "CZK", "RON", "RSD", "CHF", "SEK", "NOK", "DKK", "ISK"})
_PARTS = ("percent", "bp", "pips")  # what a lot has no more of than one
_MOSTLY = 2  # times as many prices of the dollar at home as abroad that a report of one market has
_PAIR_LONG, HUNDRED = len("JPYMYR"), 100
_BY_ONE = ("USD", "EUR", "GBP", "AUD", "NZD", "CAD", "CHF")  # which nobody prices by the hundred without saying so
_BESIDE, _NEAR = 1.05, 1.15  # the most that a level is of the last one of its pair where another is nearer, and at all


class Counters:
    """Which currencies an item has given as the price of others."""

    def __init__(self, home: str | None = None, partner: str | None = None) -> None:
        self.home = home
        self.partner = partner
        self.signed = home if home in SIGNED and home == partner else None  # whose sign a bare "$" is
        self.quoted: Counter[tuple[str, str]] = Counter()  # how often neighbours of the euro are priced in what
        self.local: set[int] = set()  # where the sentences begin in which "the dollar" is its price at home
        self._of: dict[str, list[str]] = {}
        self._last: str | None = None
        self._last_cents = "", -1, ""  # what a sentence has priced in the cents of a country that it names, and in whose
        self.dollar: tuple[int, str | None] = -1, None  # where the sentence begins that priced the dollar, and in what
        self.priced: dict[str, float] = {}  # the last level of each pair
        self.in_london = False  # whether base metals are priced in London, whatever the measure
        self.spoken: str | None = None  # the currency that the item spoke of last
        self.sentence = -1  # where the sentence begins in which it did

    def note(self, currency: str, counter: str, sentence: int = -1) -> None:
        """An explicit statement: ``currency`` was priced in ``counter``."""
        if currency == "USD":
            self.dollar = sentence, counter
        known = self._of.setdefault(currency, [])
        if counter in known:
            known.remove(counter)
        known.insert(0, counter)
        self._last = counter
        if counter == "USD":
            self._of["USD"] = [currency, *(c for c in self._of.get("USD", []) if c != currency)]

    @property
    def latest(self) -> str | None:
        """The currency in which another was priced last."""
        return self._last

    def nearer(self, pair: tuple[str, int], usual: tuple[str, int] | None, number: Number) -> tuple[str, int]:
        """ "The yen was at 85.39 to the dollar and 110.70 to the euro. He sees the yen at 82": the usual pair instead of
        another, where a level is near the last one of that and far from the last one of this.
        """
        if usual is None or usual[0] not in self.priced or pair[0] not in self.priced:
            return pair
        gap, own = self._away(usual[0], number), self._away(pair[0], number)
        return usual if own > _BESIDE and gap < min(own, _NEAR) else pair

    def _away(self, pair: str, number: Number) -> float:
        """How many times the last level of a pair a level is, or the other way round."""
        times = number.value / self.priced[pair]
        return max(times, 1 / times)

    def at_home(self, frame: Frame, mention: Mention, level: Number | None, pair_of: PairOf, plausible: Plausible) -> None:
        """ "The pound finished at $171.30, a drop of 85 cents" in Kingston: a "$" that is the report's own dollar or peso."""
        if self.signed is None or mention.id in ("USD", self.signed):
            return
        size = frame.move.number if frame.move is not None else None
        american = pair_of(mention.id, "USD")
        if level is not None and level.unit == "$" and american is not None and not plausible(american[0], level):
            level.unit = self.signed
        elif level is not None:
            return
        if size is not None and size.unit == "$":
            size.unit = self.signed

    def whose_cents(self, currency: str, number: Number, sentence: int) -> None:
        """ "At 90 Australian cents from 91 cents": bare cents are those that the sentence has named."""
        if number.cents and len(number.unit or "") == 3:
            self._last_cents = currency, sentence, str(number.unit)
        elif number.cents and number.unit == "$" and self._last_cents[:2] == (currency, sentence):
            number.unit = self._last_cents[2]

    def candidates(self, currency: str, level: bool, sentence: int) -> list[str]:
        """The counters that a statement which names none may mean, likeliest first: for a level the last of this currency
        in the item, for the dollar first the one that its sentence has spoken of; else the euro in a report that prices its
        neighbours in euros, else the dollar.
        """
        known = self._of.get(currency, [])
        other = [self.spoken] if level and self.spoken not in (None, currency) else []
        if currency == "USD":
            others = [c for counters in self._of.values() for c in counters if c != "USD"]
            found = [*self._of_sentence(sentence), *known, *others, *self._homes(currency), *other]
            return list(dict.fromkeys(found)) if level else []
        usual = ["EUR", "USD"] if currency in EUROPEAN and self._in_euros(currency) else ["USD"]
        home = self._homes(currency) * (level and (not known or self.home in known))
        rest = [*home, *other] if self.home == self._last else [*other, *home]  # "the euro at 92 roubles, the yuan at 11"
        return [*known, *usual, *rest] if level or len(known) == 1 else usual

    def _in_euros(self, currency: str) -> bool:
        """Whether the item prices a neighbour of the euro in euros rather than in dollars, else all that it prices of them."""
        own = [self.quoted[currency, counter] for counter in ("EUR", "USD")]
        if not any(own):
            own = [sum(n for (_, of), n in self.quoted.items() if of == counter) for counter in ("EUR", "USD")]
        return own[0] >= max(own[1], 1)

    def _homes(self, currency: str) -> list[str]:
        return [self.home] if self.home not in (None, currency) else []

    def _of_sentence(self, sentence: int) -> list[str]:
        """The currency that a sentence speaks of beside the dollar: what it was priced in ("the euro fell to 1.03 francs"),
        else itself ("the rand gained").
        """
        if self.spoken in (None, "USD") or self.sentence != sentence:
            return []
        counter = next(iter(self._of.get(str(self.spoken), ())), "USD")
        return [str(self.spoken) if counter == "USD" else counter]


def counters_of(named: Iterable[str], frames: list[Frame], text: str) -> Counters:
    """The counters of an item that names these currencies (once for each time), before any of its statements is read: in a
    report that gives the price of the dollar in its home currency, its headline and these sentences speak of that.
    """
    found = _counters(named, frames, text)
    found.in_london = names_london(text)
    if not EUROPEAN.isdisjoint(named):
        found.quoted.update(pair for frame in frames for pair in _neighbours(frame))
    subjects = (
        [(f.sentence, f.subjects[0].value.id) for f in frames if f.level is not None and f.subjects] if found.partner else []
    )
    priced = {sentence for sentence, named in subjects if named == "USD"}
    found.local = {0, *priced} if priced else set()
    return found


def _neighbours(frame: Frame) -> Iterator[tuple[str, str]]:
    """The neighbours of the euro that a frame prices in another currency, as a pair or by its words, and in which."""
    for subject in frame.subjects:
        mention: Mention = subject.value
        if mention.instrument_class == "fx":
            pair = mention.id[3:], mention.id[:3]
        elif mention.instrument_class == "currency":
            counter = explicit(frame, mention, frame.level.number if frame.level is not None else None)
            pair = (mention.id, counter or "") if mention.id in EUROPEAN else (counter or "", mention.id)
        else:
            continue
        if pair[0] in EUROPEAN:
            yield pair


def _counters(named: Iterable[str], frames: list[Frame], text: str) -> Counters:
    times = Counter(named)
    local = [code for code, _ in times.most_common() if code not in WORLDWIDE]
    if (signed := _written_as_dollars(frames, text)) and (not local or signed in local):
        return Counters(signed, signed)
    if not local or (len(local) > 1 and times[local[0]] < max(2 * times[local[1]], 3)):
        return Counters()
    home = local[0]
    return Counters(home, home if _prices_dollars(home, frames) else None)


def _written_as_dollars(frames: Iterable[Frame], text: str) -> str | None:
    """ "In Santiago the dollar fell to $798.30": the peso of the country that a text names which gives prices of the dollar
    with its own sign.
    """
    return signed_money(text, SIGNED) if any(_is_signed(frame) for frame in frames) else None


def _is_signed(frame: Frame) -> bool:
    """Whether a frame has a price or a move of the dollar in "$", and names nothing else that it is the price in; or so high a
    price of one of this money itself.
    """
    figure = frame.level or frame.move
    if figure is None or figure.number is None or figure.number.unit != "$" or figure.number.cents:
        return False
    named = {subject.value.id for subject in frame.subjects}
    own = figure is frame.level and figure.number.value > 1 and not named.isdisjoint(SIGNED)
    return own or (frame.counter is None and "USD" in named)


def _prices_dollars(home: str, frames: Iterable[Frame]) -> bool:
    """Whether a text gives the price of the dollar in one currency alone, and none of a basket."""
    pairs: Counter[frozenset[str]] = Counter()
    for frame in frames:
        for subject in frame.subjects:
            mention: Mention = subject.value
            if mention.id == "DXY" or (frame.counter is not None and frame.counter.value.id == "DXY"):
                return False
            if mention.instrument_class == "fx":
                pairs[frozenset((mention.id[:3], mention.id[3:]))] += 1
            elif mention.instrument_class == "currency" and frame.level is not None:
                counter = explicit(frame, mention, frame.level.number)
                pairs[frozenset((mention.id, counter or mention.id))] += 1
    of_dollar = [pair for pair, _ in pairs.most_common() if "USD" in pair and len(pair) > 1]
    own = frozenset(("USD", home))
    abroad = sum(pairs[pair] for pair in of_dollar if pair != own)
    return of_dollar[:1] == [own] and pairs[own] >= _MOSTLY * abroad


def own_counter(frame: Frame, mention: Mention, level: Token | None, pair_of: PairOf, plausible: Plausible) -> Token | None:
    """The counter of a statement; that of another one only where its level fits: "20.10 to the euro, and the lira at 45.20"."""
    if not frame.borrowed or frame.counter is None:
        return frame.counter
    if level is None or level.number is None:
        return None
    borrowed, usual = pair_of(mention.id, frame.counter.value.id), pair_of(mention.id, "USD")
    fits = borrowed is not None and plausible(borrowed[0], level.number)
    in_dollars = usual is not None and plausible(usual[0], level.number)
    return None if in_dollars and not fits else frame.counter


def explicit(frame: Frame, mention: Mention, level: Number | None) -> str | None:
    """The currency in which the statement itself says that another is priced."""
    move = frame.move.number if frame.move is not None else None
    unit = level.unit if level is not None else None
    if unit is None and move is not None and (level is None or len(move.unit or "") == 3):
        unit = move.unit  # "fell 1.20 yen to 157.30"
    counter = frame.counter.value if frame.counter is not None else None
    against = counter.id if counter is not None and counter.instrument_class == "currency" else mention.id
    if unit == "$" and level is not None and level.cents and against != mention.id and against in (DOLLARS | CENTS):
        return str(against)  # "against the Australian dollar it was at 91.05 cents"
    if unit == "$":
        unit = "USD" if level is not None or mention.id not in CENTS else None
    if unit == "Rs":
        unit = mention.id if mention.id in RUPEES else "INR"
    if unit and len(unit) == 3 and unit != mention.id:
        return unit
    own = unit == mention.id or (unit is None and mention.id not in DOLLARS)
    if own and level is not None and (priced := _priced_by(level.per)) not in (None, mention.id):
        return priced
    return str(against) if against != mention.id else None


def _priced_by(per: str | None) -> str | None:
    """ "R24.10 a pound", "R20.40/€": the currency of which one is priced."""
    return "GBP" if per == "pound" else per if per is not None and len(per) == 3 and per.isupper() else None


def lot_of(frame: Frame, mention: Mention, number: Number) -> int:
    """How many units a price is of: "100 yen at 6.61 yuan", "57.20 rupees per 100 yen"; of one beside another."""
    per: Mention | None = frame.counter.value if frame.counter is not None else None
    if per is None or per.lot == 1 or (number.unit not in (None, mention.id) and per.id != mention.id):
        return mention.lot
    return per.lot


def by_hundreds(instrument: str, number: Number, plausible: Plausible) -> bool:
    """ "Against the yen the ringgit rose to 2.9130": whether a price that one unit never had can only be that of a hundred."""
    by_one = len(instrument) != _PAIR_LONG or instrument[:3] in _BY_ONE or number.cents
    if by_one or plausible(instrument, number):
        return False
    return plausible(instrument, replace(number, value=number.value / HUNDRED))


def of_one(figure: Token | None, lot: int) -> Token | None:
    """ "5.5438 yuan for 100 yen": the price of one, and what it changed by."""
    if figure is None or figure.number is None or figure.number.unit in _PARTS:
        return figure
    return replace(figure, number=replace(figure.number, value=round(figure.number.value / lot, 10)))


def without_cents(frame: Frame) -> bool:
    """ "Against the yen it was at 88.20": whether a statement is priced in a currency that has no cents."""
    return frame.counter is not None and frame.counter.value.id not in DOLLARS
