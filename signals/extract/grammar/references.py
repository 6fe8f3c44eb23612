"""What references stand for: the instruments that an item has spoken of, latest first."""

from __future__ import annotations

from signals.extract.grammar.fitting import beyond_any_pair, fits, in_money, is_like
from signals.extract.grammar.frames import Frame
from signals.extract.grammar.futures import cash_of, future_of, is_contract
from signals.extract.grammar.kinds_of_goods import of_kind
from signals.extract.grammar.main_good import MainGood
from signals.extract.grammar.role import MOVE_UNITS
from signals.extract.linking.contracts import METAL_FUTURES
from signals.extract.linking.leading import index_home, leading
from signals.extract.linking.local_prices import LOCAL
from signals.extract.linking.mentions import WORLDWIDE, YIELDS, Mention
from signals.extract.text.tokens import Number, Token

REFERENCES = {
    "share": ("share",),
    "index": ("index", "index future", "volatility index"),
    "fx": ("currency", "fx"),
    "commodity": ("commodity", "precious metal"),
    "yield": ("bond yield",),
    "crypto": ("crypto",),
    "spread": ("yield spread",),
}
# Where the contracts of a good trade that share its id.
TRADED = {
    "IRONORE": ("Singapore", "Dalian"), "PALMOIL": ("Kuala Lumpur",), "RUBBER": ("Tokyo", "Osaka"), "COCOA": ("New York",),
    "COFFEE": ("New York",), "SUGAR": ("New York",), "COTTON": ("New York",), "WHEAT": ("Chicago",), "CORN": ("Chicago",),
    "SOYBEANS": ("Chicago",), "BRENT": ("London",), "WTI": ("New York",), "NATGAS": ("New York",), "HG": ("New York",),
    **dict.fromkeys(("COPPER", "ALUMINIUM", "ZINC", "NICKEL", "LEAD", "TIN"), ("London",)),
}  # fmt: skip
_BESIDE = 250  # characters between the name of a company and the words that stand for it
_RANGE = 0.06  # of its level: how far the ends of a day's range may lie
_ABROAD = ("USD", "EUR")  # local to no report that calls anything so
_OILS = {"BRENT", "WTI"}
_COUNTERS = ("USD", "DXY")  # "the currency" of a report is the one that the dollar is the price of


class Salience:
    """The instruments that an item has spoken of: the last group that was a subject, and the groups before it."""

    def __init__(self, headline: int = 0) -> None:
        self.last: list[Token] = []
        self._headline = headline  # where the headline ends
        self.main = MainGood(headline)
        self.sentence = 0  # where the one that is read begins
        self._said: list[tuple[int, str]] = []  # the shares of which figures were told, by their sentences
        self.head: Token | None = None  # the share that opened the last sentence, if no figure was told there
        self.listing: int | None = None  # which way the names of the lines that follow went: "Losers:"
        self.fixed: str | None = None  # the currency of whose fixing the last sentence spoke
        self.open = True  # whether the last main clause was about ``last``, so that "it" may mean that
        self._groups: list[list[Token]] = []
        self._mentioned: list[Token] = []
        self._money: list[Token] = []  # the local currency that was a subject last, else the first that may be one
        self._paid: list[Token] = []  # the money in which the dollar was priced last
        self._indices: dict[str, Token] = {}  # the indices among them, first ones first
        self.moved: list[Token] = []  # what a size was last given for
        self.in_hundredths: dict[str, Number] = {}  # the last price of each instrument that was printed in those
        self.priced: dict[str, float] = {}  # what a level has been given for, and the last of them

    def note(self, group: list[Token]) -> None:
        """Remembers a group that was the subject of a clause."""
        self.last, self.open = group, True
        self.main.note(group)
        self._groups.append(group)
        first = group[0].value
        if first.instrument_class == "currency" and (first.id not in WORLDWIDE or not (self._money or first.id in _ABROAD)):
            self._money = group[:1]
        for token in group if group[0].value.instrument_class == "index" else ():
            self._indices.setdefault(token.value.id, token)

    def enter(self) -> None:
        """Begins an entry of a live report: what an earlier one told last is not what this one goes on about, the report's own
        instrument of each class is.
        """
        firsts = {group[0].value.instrument_class: group for group in reversed(self._groups)}
        self._groups += reversed(firsts.values())
        self.open = False

    def mentioned(self, token: Token) -> None:
        """Remembers an instrument that was named outside subject position, for want of a better one."""
        self._mentioned.append(token)
        self.main.mentioned(token)

    def told(self, frames: list[Frame]) -> None:
        """Remembers the shares of which a sentence gave figures."""
        figured = [frame for frame in frames if frame.move is not None or frame.level is not None]
        shares = [t.value for frame in figured for t in frame.subjects if t.value.instrument_class == "share"]
        self._said += [(self.sentence, share.id) for share in shares]

    def reported(self, token: Token) -> None:
        """Remembers whose results were told: "the stock" behind them is its own."""
        self._groups.append([token])

    def bond(self) -> Token | None:
        """The bond that was named last."""
        return next((t for t in reversed(self._mentioned) if t.value.instrument_class == "bond yield"), None)

    def resolve(self, reference: Token, levels: list[Number]) -> list[Token]:
        """The instruments that a reference stands for: the last of its class that all levels of its clause fit; empty where
        none does.
        """
        found = self._money if self._at_home(reference, levels) else self._resolved(reference, levels)
        found = self.main.of_paragraph(reference, found, levels)
        if reference.form == "commodity" and "metal" in str(reference.value):
            found = self._spot(found)
        return [future_of(token) for token in found] if is_contract(reference) else found

    def _spot(self, found: list[Token]) -> list[Token]:
        """ "The metal" is the metal, where the item has spoken of more than its future."""
        spots = {future: spot for spot, future in METAL_FUTURES.items()}
        if len(found) != 1 or found[0].value.id not in spots:
            return found
        return next((g for g in self.recent() if [t.value.id for t in g] == [spots[found[0].value.id]]), found)

    def _resolved(self, reference: Token, levels: list[Number]) -> list[Token]:
        if reference.form == "two":
            return self.pair()
        if reference.form == "any":
            return self._pronoun(reference.start, levels)
        if reference.form in ("latter", "former"):
            return self._mentioned[-1:] if reference.form == "latter" else self._former()
        if str(reference.value).startswith(("per ", "there ")):
            return self._by_price(str(reference.value), levels)
        if reference.form == "several":
            return self._counted(str(reference.value))
        if reference.form == "share":
            return self._share_of(reference, levels)
        classes = self._classes_of(reference)
        if reference.value == "the rate" and (found := self._policy_rate(levels)):
            return found if levels else []  # of a currency or of a bank, "the rate has been unchanged since May"
        noun = reference if reference.form == "commodity" else None
        found = self._of(classes, levels, home=reference.form == "fx", noun=noun)
        if str(reference.value).startswith(("the cash", "the underlying")) or reference.value == "the index":
            return [cash_of(token) for token in found]
        if str(reference.value).startswith("the benchmark") and len(found) == 1 and reference.form == "index":
            return self._benchmark(found, levels)
        return found

    def _share_of(self, reference: Token, levels: list[Number]) -> list[Token]:
        """The share that "the stock", "the company" or "the planemaker" means; none where which one is not said."""
        said = str(reference.value)
        if said.startswith("the only") and len(self._ids_of(REFERENCES["share"])) > 1:
            return self._beside(reference, levels)
        found = self._of(REFERENCES["share"], levels, home=False)
        if found and found[0].start < self._headline and (near := self._beside(reference, levels)):
            return near  # "A warning from BMW shocked investors. The carmaker's shares"
        if len(found) == 1 and self._among_others(found[0]):
            return self.of_headline(levels)  # "Ford rose 2%, GM 1%. The stock"
        if said.startswith("its ") and self.head is not None and reference.start <= self.sentence + 1:
            return [self.head] if fits([self.head], levels) else found  # of the subject, not of what it holds
        return [] if said.endswith(" stock") and len(found) > 1 else found

    def _among_others(self, share: Token) -> bool:
        """Whether a share was last one of several that another sentence told of."""
        where = next((place for place, named in reversed(self._said) if named == share.value.id), self.sentence)
        return where != self.sentence and len({named for place, named in self._said if place == where}) > 1

    def of_headline(self, levels: list[Number]) -> list[Token]:
        """The one share that the headline names."""
        named = {t.value.id: t for t in self._mentioned if t.start < self._headline and t.value.instrument_class == "share"}
        group = list(named.values())
        return group if len(group) == 1 and fits(group, levels) else []

    def _beside(self, reference: Token, levels: list[Number]) -> list[Token]:
        """ "Boeing gave the Dow a fright. The planemaker dropped 5%": of several shares the only one named shortly before."""
        near: dict[str, Token] = {}
        for token in reversed(self._mentioned):
            if reference.start - token.end > _BESIDE or token.start < self._headline:
                break
            if token.value.instrument_class == "share":
                near[token.value.id] = token
        group = list(near.values())
        return group if len(group) == 1 and fits(group, levels) else []

    def _at_home(self, reference: Token, levels: list[Number]) -> bool:
        """ "The euro was sold for 55.12 pounds. The local currency": the last that only reports about it speak of."""
        local = reference.form == "fx" and str(reference.value).startswith("the local")
        self._money = self._money or (self._paid if local else [])
        return local and bool(self._money) and fits(self._money, levels)

    def sold_for(self, frame: Frame, level: Token) -> None:
        """ "The dollar closed at NT$30.15. The local currency": the money in which a report gives the price of the dollar."""
        unit = level.number.unit if level.number is not None else None
        if (
            frame.subjects[0].value.id == "USD"
            and unit is not None
            and len(unit) == 3
            and unit not in (*WORLDWIDE, *MOVE_UNITS)
        ):
            self._paid = [Token("instrument", level.start, level.end, Mention(unit, "currency"))]

    def _by_price(self, said: str, levels: list[Number]) -> list[Token]:
        """ "A barrel cost $71.20", "the Osaka Exchange's contract": of the good spoken of that is priced by this measure, or in
        the money of the levels.
        """
        if said.startswith("there "):
            found = self._of(REFERENCES["commodity"], levels, home=False) if levels else []
            return [future_of(token) for token in found] if found and _priced_there(found, levels) else []
        if said in ("per coin", "per token"):
            return self._of(REFERENCES["crypto"], levels, home=False)
        groups = (g for g in self.recent() if len(g) == 1 and (g[0].value.unit or "").endswith(f" {said}"))
        return next((group for group in groups if fits(group, levels)), [])

    def _benchmark(self, found: list[Token], levels: list[Number]) -> list[Token]:
        """ "The benchmark" behind a smaller gauge of the same country: the leading one, where its levels fit."""
        head = self._indices.get(leading(found[0].value.id, list(self._indices)))
        return [head] if head is not None and fits([head], levels) else found

    def index_at_home(self, levels: list[Number]) -> list[Token]:
        """ "Here the benchmark ended at 6,500": the index of the one market but Wall Street that the text has spoken of."""
        abroad = ("US", None)
        markets = [index_home(name) for name in self._indices]
        homes = {market for market in markets if market not in abroad}
        own = [[t] for t, market in zip(self._indices.values(), markets, strict=True) if market in homes]
        return next((group for group in own if fits(group, levels)), []) if len(homes) == 1 else []

    def _of(self, classes: tuple[str, ...], levels: list[Number], home: bool, noun: Token | None = None) -> list[Token]:
        """The last group of these classes that the levels fit, before others one that is priced in their money; only such as a
        ``noun`` for goods can mean.
        """
        groups = [
            found
            for group in self.recent()
            if (found := [t for t in group if t.value.instrument_class in classes and not (home and t.value.id in _COUNTERS)])
        ]
        if noun is not None:
            groups = [kind for group in groups if (kind := of_kind(noun, group))]
        if home and not groups and self.last and self.last[0].value.id == "USD" and any(n.unit == "$" for n in levels):
            groups = [self.last]  # "the currency paid no more than $3,847.50" in Bogota
        fitting = [group for group in groups if fits(group, levels)]
        if home and (own := next((g for g in fitting if any(n.unit == g[0].value.id for n in levels)), None)):
            return own  # "the currency at Rp13,758": a price printed in its own money
        return next((group for group in fitting if in_money(group, levels)), fitting[0] if fitting else [])

    def of_share(self) -> bool:
        """Whether the last subject was a share."""
        return bool(self.last) and self.last[0].value.instrument_class == "share"

    def _classes_of(self, reference: Token) -> tuple[str, ...]:
        """What a reference may stand for; "the benchmark" and "the market" of a report without a stock market are its good or
        its bond.
        """
        classes = REFERENCES[reference.form]
        if reference.value == "the price":
            return (*classes, *REFERENCES["fx"], *REFERENCES["crypto"])
        instead = {"the market": ("commodity",), "the benchmark": ("commodity", "yield")}
        others = instead.get(str(reference.value), ())
        if reference.value == "the market" and self._ids_of(REFERENCES["commodity"]) >= _OILS:
            return classes  # of oil, neither of which it is
        return tuple(c for form in others for c in REFERENCES[form]) if others and not self._of_classes(classes) else classes

    def _of_classes(self, classes: tuple[str, ...]) -> bool:
        return any(t.value.instrument_class in classes for group in self.recent() for t in group)

    def _ids_of(self, classes: tuple[str, ...]) -> set[str]:
        """The instruments of these classes that have been spoken of."""
        return {t.value.id for group in self.recent() for t in group if t.value.instrument_class in classes}

    def currency_but(self, counter: str) -> list[Token]:
        """The currency that was spoken of last, the counter apart; a basket of them stands for the dollar."""
        for group in self.recent():
            token = group[0]
            if token.value.id == "DXY":
                return [Token("instrument", token.start, token.end, Mention("USD", "currency"))]
            if len(group) == 1 and token.value.instrument_class == "currency" and token.value.id != counter:
                return group
        return []

    def _counted(self, said: str) -> list[Token]:
        """ "The three", "both indexes"; "each of them": the last subjects of one class, if they are a few."""
        two = said.startswith(("the two", "both", "the contracts"))
        counts = (4, 3, 2) if said.endswith(" of them") else (2 if two else 3,)
        several = next((found for count in counts if (found := self._several(count, "contracts" in said))), [])
        return several or (self.pair() if two else [])

    def _several(self, count: int, contracts: bool) -> list[Token]:
        """ "The three were down": as many of one class as were the last subjects, in the order in which they came."""
        found: dict[str, Token] = {}
        for group in reversed(self._groups[-8:]):
            first = next(iter(found.values()), group[0])
            if len(group) != 1 or group[0].value.instrument_class != first.value.instrument_class:
                break
            found.setdefault(group[0].value.id, group[0])
        of_class = not contracts or next((t.value.instrument_class for t in found.values()), "") == "commodity"
        return list(found.values())[:count][::-1] if len(found) >= count and of_class else []

    def _former(self) -> list[Token]:
        """ "Brent fell and WTI too. The former": the name before the last one of its class."""
        last = self._mentioned[-1:]
        alike = [t for t in self._mentioned[-4:] if t.value.instrument_class == last[0].value.instrument_class]
        return alike[-2:-1] if len({t.value.id for t in alike[-2:]}) == 2 else []

    def _policy_rate(self, levels: list[Number]) -> list[Token]:
        """ "The rate stays at 0.5%": where a policy rate has been named."""
        if any(number.unit != "percent" for number in levels):
            return []
        rates = (group for group in self.recent() if group[0].value.instrument_class == "policy rate")
        return next(rates, [])

    def near(self, number: Number) -> list[Token]:
        """Of whose last level a number is a few percent away: whose "expected range: 14.35 to 14.60" is."""
        for group in self.recent():
            last = self.priced.get(group[0].value.id)
            if last and len(group) == 1 and abs(number.value / last - 1) < _RANGE and fits(group, [number]):
                return group
        return []

    def continued(self, level: Number | None) -> list[Token]:
        """The group that a sentence without a subject goes on about; one that begins with a level, the last that it fits."""
        if level is None:
            return self.last if self.open else []
        groups = (g for g in self.recent() if level.unit is not None or g[0].value.instrument_class not in YIELDS)
        listed = level.unit not in (None, "$") and self.last and self.last[0].value.instrument_class == "currency"
        found = [] if listed else self.near(level)  # "Other dollar rates:", and on a line "1.2219 Swiss francs"
        found = found or next((group for group in groups if fits(group, [level])), [])
        return [] if found and self._of_another_share(found[0]) else found

    def _of_another_share(self, share: Token) -> bool:
        """Whether a price without a subject is not that of the share named last: another one has had its prices told."""
        if share.value.instrument_class != "share" or share.value.id in self.priced:
            return False
        return any(t.value.instrument_class == "share" and t.value.id in self.priced for g in self._groups for t in g)

    def pair(self) -> list[Token]:
        """ "The two", "both": the last group where it has two members, else the last two subjects of one class."""
        if len(self.last) == 2:
            return self.last
        last = {group[0].value.id: group for group in self._groups[-4:]}
        pair = [token for group in list(last.values())[-2:] for token in group]
        return pair if len(pair) == 2 and len({t.value.instrument_class for t in pair}) == 1 else []

    def _pronoun(self, place: int, levels: list[Number]) -> list[Token]:
        if not levels:
            return self.last if self.open and self.last and _is_spoken_of(self.last[0], place) else []
        if not self.open and any(number.unit is None for number in levels):
            return []
        bare = any(number.unit is None for number in levels)
        groups = (g for g in self.recent() if not (bare and g[0].value.instrument_class == "policy rate"))
        fitting = [group for group in groups if fits(group, levels) or self._is_near(group, levels)]
        fitting = [group for group in fitting if _is_spoken_of(group[0], place)]
        return next((group for group in fitting if in_money(group, levels)), fitting[0] if fitting else [])

    def _is_near(self, group: list[Token], levels: list[Number]) -> bool:
        """ "The shares closed at 346.10 kroner. They had opened at 390": whether bare prices are near that of a share, or whole
        ones of the currency of the sentence, "the peso ended at 1,238 per dollar, while on the street it was at 1,235".
        """
        share = group[0].value
        if share.instrument_class == "currency":
            here = group is self.last and group[0].start >= self.sentence
            return here and not any(n.decimals or beyond_any_pair(share, n) for n in levels)
        price = self.priced.get(share.id) if share.instrument_class == "share" and len(group) == 1 else None
        return price is not None and all(is_like(number, [price]) for number in levels)

    def recent(self) -> list[list[Token]]:
        """Groups that were subjects, latest first, then what was only mentioned; a few, so that no text makes this slow."""
        return [*reversed(self._groups[-8:]), *([t] for t in reversed(self._mentioned[-4:]))]


def _is_spoken_of(token: Token, place: int) -> bool:
    """Whether "it" at a place may be an instrument: many things cost rupees, so a metal at home only where it is near."""
    return token.value.id not in LOCAL or place - token.end < _BESIDE


def _priced_there(found: list[Token], levels: list[Number]) -> bool:
    """Whether levels are in the money of a good, or the good is one of two exchanges, as ore is."""
    return in_money(found, levels) or len(TRADED.get(found[0].value.id, ())) > 1
