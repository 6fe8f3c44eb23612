"""Whose policy rate a text means: of the bank named around it, of the country of its clause, or of the text's home.

| text                                                    | country | counter-example                       |
|---------------------------------------------------------|---------|---------------------------------------|
| "unlike in Canada, where the policy rate is 2.75%"      | CA      | "the rate in Canada's housing market" |
| "The koruna was at 24.63. The central bank lifted rates"| CZ      | two currencies named as often         |
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from typing import NamedTuple

from signals.extract.linking.issuers import DATELINE_WEIGHS, seat
from signals.extract.linking.places import Place, Places, is_measure
from signals.extract.text.tokens import Token
from signals.extract.text.words import any_of, setting_a_rate
from signals.instruments.tables import rows

OWNER = re.compile(r"(?:\b(?:[Ii]ts|[Tt]he|[Tt]heir|[Oo]ur)(?: own)? )$")
BACK, AHEAD = 200, 60  # characters before and behind a rate in which its bank may be named
_OWN = re.compile(r"[ '’s:]*(?:[-−]?\d[\d.]* ?(?:%|per ?cent) )?")  # "Hungary's 0.9% "
# "Hungary left its base rate at 6.50%, Romania raised its".
_SETS_ITS = re.compile(
    rf"(?: (?:has|had|then|also|today|unexpectedly|duly|earlier|again))* {any_of(setting_a_rate())} its (?:\w+ )?"
)
_SETS = re.compile(
    rf"(?: (?:has|had|then|also|today|unexpectedly|duly|again))* {any_of(setting_a_rate())}(?: up| down)?(?: interest| key)? ?",
    re.IGNORECASE,
)
_SET_SO = re.compile(
    r",? (?:again,? |once more,? |further |for (?:a|the) \w+ time,? )?(?:by|to|at|unchanged|steady|on hold|half|an?|\d[\d.]*) ?"
    r"|[.,;\n]|\Z",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"['’]s? (?:current |present )?(?:[-−]?\d[\d.]* ?(?:%|per ?cent) )?")
_MAKERS = re.compile(
    r"\b(?:central bank|State Bank(?! of India)|policy[ -]?makers|rate-setters|monetary policy|monetary authority"
    r"|rate[ -]setting)",
    re.IGNORECASE,
)
_CENTRAL = re.compile(r"\b[Tt]he central bank (?:\w+ ){1,3}?(?:(?:its|the) )?\Z")
_OWNED = 30  # characters between a bank and its rate
_BEFORE_OWNED = ("s", "'", "’", "%", "t")  # "the Fed's rate", "its 1.5% rate", "its 1.5 per cent rate"
_THERE = re.compile(r"(?P<where>,? where)?,? (?:the |its )?(?:central bank['’]s )?")
_IN = re.compile(r"(?:\A|[.!?\n] ?)In \Z")
_WITHIN = re.compile(r"\b[Ii]n (?:[a-z]+ )?\Z")
_OF_POLICY = ("key ", "policy ")
_OF_ONE = ("benchmark", "target range")
_FOREIGN = ("USD", "EUR")  # money that reports of any country count in


class Named(NamedTuple):
    """A rate as a text names it: where, by which noun, with which words before it that say which rate it is."""

    start: int
    end: int
    noun: str
    which: str


class Owners:
    """Tells whose rates one text means."""

    def __init__(self, text: str, names: list[Token], places: Places) -> None:
        self._text, self._names, self._places = text, names, places

    @cached_property
    def home(self) -> str | None:
        """The country of which a text's places, banks, money and dateline speak most often; None where two are as often."""
        votes = self._places.counts + self._money
        if (city := seat(self._text, self._places)) is not None:
            votes[city] += DATELINE_WEIGHS
        best = Counter({country: count for country, count in votes.items() if country in countries()}).most_common(2)
        return best[0][0] if best and (len(best) == 1 or best[1][1] < best[0][1]) else None

    @property
    def _speaks_of_one(self) -> bool:
        """Whether a text speaks of no other country than its home, the dollar's apart."""
        return {*self._places.counts, *self._money} & countries() <= {self.home, "US"}

    @cached_property
    def _money(self) -> Counter[str]:
        """How often the money of each country is named."""
        codes = [t.value.id for t in self._names if t.value.instrument_class in ("currency", "fx")]
        return Counter(money()[code] for both in codes for code in (both[:3], both[3:]) if code in money())

    def speaks_of(self, country: str) -> bool:
        """Whether a text names a country or its money."""
        return self._places.counts[country] + self._money[country] > 0

    def bank_owns(self, start: int) -> bool:
        """ "The Riksbank's rate", "the Bank of England's 1.5% rate"."""
        if self._text[start - 1 : start] != " " or self._text[start - 2 : start - 1] not in _BEFORE_OWNED:
            return False
        near = (end for _, end, _ in self._places.banks if start - _OWNED <= end < start)
        return any(_POSSESSED.fullmatch(self._text, end, start) for end in near)

    def of(self, rate: Named) -> str | None:
        """The country whose rate it is."""
        return self._around(rate) or self._of_currency(rate)

    def _around(self, rate: Named) -> str | None:
        """That of the bank named around the rate; else, for a rate named as one of policy, that named before it in the
        sentence, or the text's home where it speaks of policy makers.
        """
        if (there := self._there(rate)) is not None:
            return there
        bank = self._places.bank_of(rate.start, rate.end, AHEAD)
        place = self._places.before(rate.start) if bank is None else None
        if place is not None and place[2] in countries() and _IN.search(self._text, max(place[0] - 6, 0), place[0]):
            return place[2]  # "In Wellington they took 75 basis points off the cash rate"
        if place is not None and place[2] in countries() and self._sets(place, rate):
            return place[2]
        earlier = self._topic(rate) or self._bank_before(rate)
        if bank or not (rate.which or rate.noun in _OF_ONE or self._set_by_bank(rate)):
            return bank or earlier
        place = self._places.before(rate.start)
        if place is not None and (self._owned(place, rate) or self._opens_sentence(place[0])):
            return place[2]
        return earlier or self._at_home(rate)

    def _owned(self, place: Place, rate: Named) -> bool:
        """ "Hungary's rate", "Norway: key rate cut to", "Romania raised its base rate": whether a country owns a rate."""
        own = _OWN.fullmatch(self._text, place[1], rate.start) or _SETS_ITS.fullmatch(self._text, place[1], rate.start)
        return own is not None

    def _sets(self, place: Place, rate: Named) -> bool:
        """ "Poland cuts rates by 25 bps": whether a country moves a rate, but not "raises rates of tax"."""
        led = _SETS.fullmatch(self._text, place[1], rate.start) is not None
        return led and _SET_SO.match(self._text, rate.end) is not None

    def _at_home(self, rate: Named) -> str | None:
        """The country of the only bank that a text names, else its home where its bank or policy makers are spoken of, or
        a rate of policy and no other country but the dollar's.
        """
        banks = {country for _, _, country in self._places.banks}
        if len(banks) == 1 and (self.home is None or self.home in banks):
            return next(iter(banks))
        told = self.home in banks or _MAKERS.search(self._text) or (rate.which.startswith(_OF_POLICY) and self._speaks_of_one)
        return self.home if told else None

    def _bank_before(self, rate: Named) -> str | None:
        """That of the bank named last before a rate, but not of one that another is only held against: "as fast as the Fed"."""
        near = [bank for bank in self._places.banks if rate.start - BACK <= bank[0] < rate.start]
        own = [bank for bank in near if not is_measure(self._text, bank)]
        return own[-1][2] if own else near[-1][2] if near and self.home is None else None

    def _there(self, rate: Named) -> str | None:
        """ "Unlike in Canada, where the policy rate is 2.75%": the country whose clause it is."""
        place = self._places.before(rate.start)
        told = _THERE.fullmatch(self._text, place[1], rate.start) if place is not None else None
        if place is None or told is None or place[2] not in countries():
            return None
        return place[2] if told["where"] or _WITHIN.search(self._text, max(place[0] - 20, 0), place[0]) else None

    def _set_by_bank(self, rate: Named) -> bool:
        """ "The central bank kept its rate at 9.25%"."""
        return _CENTRAL.search(self._text, max(rate.start - 45, 0), rate.start) is not None

    def _topic(self, rate: Named) -> str | None:
        """ "Kuwait, whose dinar follows a basket, was content with less. Its discount rate ...": the country that an earlier
        sentence is about, where no bank is named since.
        """
        if not rate.which or not OWNER.search(self._text, max(rate.start - 6, 0), rate.start):
            return None
        near = [place for place in self._places.named if rate.start - BACK < place[0] < rate.start]
        opening = next((place for place in reversed(near) if self._opens_sentence(place[0])), None)
        if opening is None or opening[2] not in countries() or self._places.bank(opening[0] + 1, rate.start):
            return None
        return opening[2]

    def _of_currency(self, rate: Named) -> str | None:
        """ "The peso was up after the central bank lowered its key rate": of the country whose currency the sentence names."""
        begin = max(self._text.rfind("\n", 0, rate.start), self._text.rfind(". ", 0, rate.start)) + 1
        if not rate.which or not _MAKERS.search(self._text, begin, rate.start):
            return None
        spoken = [
            t.value.id[:2] for t in self._names if t.value.instrument_class == "currency" and begin <= t.start < rate.start
        ]
        return spoken[-1] if spoken and spoken[-1] in countries() else None

    def _opens_sentence(self, start: int) -> bool:
        """ "Turkey raised its deposit rate": the country at the head of the sentence is whose rate is meant."""
        return start == 0 or self._text[:start].rstrip(" ").endswith(("\n", ".", "!", "?"))


@cache
def countries() -> frozenset[str]:
    """The countries that have a policy rate."""
    return frozenset(row["country"] for row in rows("instruments", "policy_rates.csv"))


@cache
def money() -> dict[str, str]:
    """The country of each currency but of those that reports of any country count in."""
    return {row["code"]: row["country"] for row in rows("instruments", "currencies.csv") if row["code"] not in _FOREIGN}
