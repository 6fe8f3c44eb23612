"""Alias hits to mentions: which instrument a name stands for here. A name that context does not settle is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from signals.extract.linking.codes import codes
from signals.extract.linking.contracts import contracts
from signals.extract.linking.dealers import dealers
from signals.extract.linking.guard import supported, with_form
from signals.extract.linking.home_dollars import home_dollars
from signals.extract.linking.home_lines import home_lines
from signals.extract.linking.home_money import home_money
from signals.extract.linking.houses import without_agencies, without_houses
from signals.extract.linking.leading import of_another, with_members, without_descriptions
from signals.extract.linking.listings import american_listings, by_city
from signals.extract.linking.mentions import NO_INSTRUMENT, Mention
from signals.extract.linking.places import Places, is_a_rate, of_one_country, place_names
from signals.extract.linking.pounds import pounds
from signals.extract.linking.receipts import receipts
from signals.extract.linking.same_spelling import FIRST, one_a_place
from signals.extract.linking.share_classes import share_classes
from signals.extract.linking.shared_names import settle, shared
from signals.extract.linking.symbols import symbols
from signals.extract.linking.terms import Written, listed
from signals.extract.linking.tickers import tickers
from signals.extract.linking.usage import by_price, is_name
from signals.extract.text.lots import equations, lots
from signals.extract.text.tokens import Token
from signals.instruments import Alias, Instrument, Master

Hit = tuple[int, int, Alias]
_WORDS_TOO = frozenset({"lead", "tin", "beans", "hogs", "oats", "palm", "ore"})  # of goods, that mean something else as well
_BY_WEIGHT = re.compile(
    r"\d ?(?:US )?(?:cents?|c|yen|sen|yuan|ringgit|dollars?|¢)?(?: an? | per |/)(?:tonne|ton|kg|kilo|pound|lb|bushel)"
)
_CONTRACTS = re.compile(r"\b(?:[Ff]utures?|[Cc]ontracts?|Exchange)\b")
_COMPOUND = 5  # letters of the shortest compound name, "FedEx"
_CAPITALS = {"place": 3, "bank": 2}  # letters of the longest name that in capitals may be another word
GEOGRAPHY = ("place", "bank", "debt")


class Linker:
    """Turns the alias hits of one text into instrument tokens."""

    def __init__(self, master: Master) -> None:
        self._master = master
        self._mentions: dict[tuple[str, str, bool], Mention] = {}

    def aliases(self) -> dict[str, list[Alias]]:
        """All names by their lower-case spelling, those of countries and central banks included."""
        found: dict[str, list[Alias]] = {}
        for alias in (*self._master.aliases, *place_names()):
            found.setdefault(alias.text.lower(), []).append(alias)
            if "U.S." in alias.text:  # scripts to be read aloud have "U-S crude"
                spoken = alias._replace(text=alias.text.replace("U.S.", "U-S"))
                found.setdefault(spoken.text.lower(), []).append(spoken)
        return found

    def __call__(self, text: str, hits: Iterable[tuple[int, int, list[Alias]]], written: Written) -> list[Token]:
        """A token for each name of one instrument, those of futures, bonds and policy rates included, in order; ``written``
        gives the day of the text.
        """
        small = text.islower()
        spelled = [
            (start, end, a)
            for start, end, aliases in hits
            for a in aliases
            if not a.case_sensitive or text[start:end] == a.text or _as_written(text[start:end], a, small)
        ]
        money = [self._master.currencies[a.targets[0]].country or "" for _, _, a in spelled if a.kind == "currency"]
        located = of_one_country([hit for hit in spelled if hit[2].kind in GEOGRAPHY and not is_a_rate(text, *hit[:2])], money)
        places = Places(
            text, *([(start, end, a.targets[0]) for start, end, a in located if a.kind == kind] for kind in GEOGRAPHY)
        )
        names = [hit for hit in spelled if hit[2].kind not in GEOGRAPHY and is_name(text, *hit)]
        tokens = self._tokens(text, self._beside(text, self._guarded(text, names), places), places, written)
        tokens = without_descriptions(text, without_agencies(text, without_houses(text, tokens)))
        home_dollars(text, tokens, places, self.find)
        tokens += home_money(text, tokens, places, self.mention)
        home_lines(tokens, places, self._country, self.find)
        american_listings(text, tokens, self.find)
        by_city(text, tokens, self.find)
        tokens += receipts(text, tokens, self.find)
        tokens += symbols(text, tokens, self.find)
        tokens += share_classes(text, tokens, self.find)
        tokens += codes(text, tokens, self.find)
        tokens += tickers(text, tokens, self.find)
        if "=" in text or "100" in text or "1,000" in text or "$1" in text or "£1" in text or "€1" in text:
            lots(text, tokens)
            tokens += [Token("instrument", *span, self.mention(code, "currency")) for span, code in equations(text)]
        named = pounds(text, sorted(tokens, key=lambda t: t.start), self.find)
        return dealers(text, contracts(text, named, places, self.find))

    def _tokens(self, text: str, chosen: list[Hit], places: Places, written: Written) -> list[Token]:
        chosen = one_a_place(chosen, self._master, places)
        settled = Counter(a.targets[0] for _, _, a in chosen if len(a.targets) == 1 and a.kind != "other")
        called = [(start, a.targets[0]) for start, _, a in chosen if a.kind == "currency" and " " in a.text]
        tokens: dict[int, Token] = {}
        for start, end, alias in chosen:
            if start in tokens:
                continue
            if alias.kind == "other":
                tokens[start] = Token("other", start, end, NO_INSTRUMENT, "name")
                continue
            if alias.kind == "currency" and alias.text.lower() in shared():
                target = settle(alias.text, text, start, end, places, called)
            else:
                among = listed(alias.targets, written) if len(alias.targets) > 1 else alias.targets
                target = self._settle(start, among, settled, places) if len(among) > 1 else among[0]
                target = among[0] if target is None and alias.kind == FIRST else target
            if target is not None:
                mention = self._mention(target, alias, text[end : end + 8])
                last = with_form(text, end) if mention.instrument_class == "share" else end
                last = with_members(text, end) if mention.instrument_class == "index" else last
                tokens[start] = Token("instrument", start, last, mention)
        return list(tokens.values())

    def _guarded(self, text: str, hits: list[Hit]) -> list[Hit]:
        """Without the names of shares that the text does not show to be shares."""
        if "guarded" not in [alias.kind for _, _, alias in hits]:
            return hits
        shares = {(start, end) for start, end, alias in hits if alias.kind == "guarded" or self._class(alias) == "share"}
        evident = supported(text, sorted(shares))
        return [hit for hit in hits if hit[2].kind != "guarded" or hit[:2] in evident]

    def _beside(self, text: str, hits: list[Hit], places: Places) -> list[Hit]:
        """Without the names that are words as well, where neither a price nor their class or country stands beside them."""
        if "beside" not in [alias.kind for _, _, alias in hits]:
            return hits
        hits = [h for h in hits if h[2].kind != "beside" or self._class(h[2]) != "index" or not of_another(text, h[0])]
        evident = supported(text, [hit[:2] for hit in hits if hit[2].kind == "beside"])
        classes = {self._class(alias) for _, _, alias in hits if alias.kind not in ("beside", "other")}
        classes |= {"currency"} if "fx" in classes else set()  # "EUR/USD 1.0738, cable 1.2880"
        goods = bool(classes & {"commodity", "precious metal"}) or _of_goods(text)
        countries = {self._country(target) for _, _, alias in hits if alias.kind == "instrument" for target in alias.targets}
        countries = {country for country in (*countries, *places.counts) if country}
        kept = [
            hit
            for hit in hits
            if hit[2].kind != "beside"
            or hit[:2] in evident
            or self._class(hit[2]) in classes
            or (goods and self._class(hit[2]) == "commodity" and hit[2].text.lower() not in _WORDS_TOO)
            or any(self._country(target) in countries for target in hit[2].targets if self._class(hit[2]) != "currency")
        ]
        return self._coins(kept, countries) if "crypto" in classes else kept

    def _coins(self, hits: list[Hit], countries: set[str | None]) -> list[Hit]:
        """Beside coins a word for a coin and a currency, "Sol", is the coin, unless the country is spoken of."""
        coins = {start for start, _, alias in hits if alias.kind == "beside" and self._class(alias) == "crypto"}
        money = self._master.currencies
        return [
            hit
            for hit in hits
            if hit[0] not in coins or hit[2].kind != "currency" or money[hit[2].targets[0]].country in countries
        ]

    def _class(self, alias: Alias) -> str:
        target = alias.targets[0]
        if alias.kind in ("currency", "beside") and target in self._master.currencies:
            return "currency"
        return self._master.instruments[target].instrument_class if target in self._master.instruments else ""

    def _country(self, target: str) -> str | None:
        known = self._master.instruments.get(target)
        return known.country if known else None

    def _settle(self, start: int, targets: tuple[str, ...], settled: Counter[str], places: Places) -> str | None:
        """Of several instruments of one name that which the text names otherwise, or that of the country nearest by."""
        named = [target for target in targets if settled[target]]
        if len(named) == 1:
            return named[0]
        homes = {country: target for target in targets if (country := self._country(target))}
        if near := places.before(start, homes):
            return homes[near[2]]
        votes = Counter({country: places.counts[country] for country in homes})
        votes.update(c for target, n in settled.items() if (c := self._country(target)) in homes for _ in range(n))
        ranked = votes.most_common(2)
        if not ranked or not ranked[0][1] or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
            return None
        return homes[ranked[0][0]]

    def _mention(self, target: str, alias: Alias, following: str) -> Mention:
        currency = alias.kind == "currency" or (alias.kind == "beside" and target in self._master.currencies)
        return self.mention(target, "currency" if currency else "", by_price(alias.text, following))

    def find(self, target: str) -> Mention | None:
        """The mention for an instrument id, None where the master has none."""
        return self.mention(target) if target in self._master.instruments else None

    def mention(self, target: str, kind: str = "", by_price: bool = False) -> Mention:
        """The mention for an instrument id, or with the kind ``currency`` for its code; the same object each time."""
        key = (target, kind, by_price)
        if key not in self._mentions:
            facts = self._master.currencies[target] if kind == "currency" else self._master.instruments[target]
            self._mentions[key] = _mention(facts, by_price)
        return self._mentions[key]


def _of_goods(text: str) -> bool:
    """Whether a text gives a price by weight and speaks of contracts: a report on goods, whatever it names."""
    return _BY_WEIGHT.search(text) is not None and _CONTRACTS.search(text) is not None


def _as_written(written: str, alias: Alias, small: bool) -> bool:
    """Whether a name in capitals and small letters stands as it asks to, as in a headline ("Comex Gold", "COMEX GOLD"), or, a
    long name, in small letters ("Nikkei stock average"); in a text without capitals names of two words do.
    """
    if written == alias.text or (small and " " in written):
        return True
    if written.isupper():
        return len(written) > _CAPITALS.get(alias.kind, 4) and written == alias.text.upper()
    asked, given = alias.text.split(" "), written.replace("’", "'").split(" ")
    if len(asked) > 1 and len(given[0]) > 2 and given == [asked[0].upper(), *asked[1:]]:
        return True  # "TESCO Bank's boss": the first word of an article in capitals
    long = len(asked) > 2
    return all(
        g == a or (a[:1].islower() and g == a[:1].upper() + a[1:]) or (long and place and g == a.lower()) or _levelled(g, a)
        for place, (a, g) in enumerate(zip(asked, given, strict=True))
    )


def _levelled(given: str, asked: str) -> bool:
    """ "Tripadvisor" for TripAdvisor: a compound name that house styles write with its first capital alone."""
    return len(asked) >= _COMPOUND and given == asked.capitalize() and asked[0].isupper()


def _mention(instrument: Instrument, by_price: bool) -> Mention:
    bond = instrument.instrument_class == "bond yield"
    return Mention(
        instrument.id, instrument.instrument_class, instrument.unit, instrument.currency, bond and by_price, instrument.low,
        instrument.high, instrument.lines,
    )  # fmt: skip
