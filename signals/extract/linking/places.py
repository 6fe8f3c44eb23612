"""Where a text is at home: the countries that it names by their words, cities, debt and central banks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from signals.instruments import Alias
from signals.instruments.tables import rows

Place = tuple[int, int, str]
Located = tuple[int, int, Alias]
GREAT = ("US", "EU", "GB", "JP")  # whose banks and rates are named alone anywhere
_BANKS = ("{}'s central bank", "{} central bank", "central bank of {}", "{}'s central bankers")
# Words that part a rate from the bank behind it.
_APART = (" before ", " while ", " ahead of ", " until ", " than ", " as ", " with ", " tracks ", " follows ")
_ENDS = ("\n", ". ", "; ", "! ", "? ")
_POSSESSED = ("uthority's ", "uthority’s ", "entral bank's ", "entral bank’s ")
_MEASURED_BY = re.compile(
    r"\b(?:as|than|like|unlike|behind|with|lag(?:s|ged|ging)?|follow(?:s|ing)?|outpac(?:e[sd]?|ing)|match(?:es|ing)?"
    r"|mirror(?:s|ing)?)(?: the)? \Z",
    re.IGNORECASE,
)
_OWN_CLAUSE = ("'s", "’s", ", which", ", whose", " which", " whose")
_REACH = 300  # characters that a sentence is looked through for a country


@cache
def place_names() -> tuple[Alias, ...]:
    """The names of countries (kind ``place``), of their debt (``debt``) and of central banks (``bank``), by ISO code."""
    found = []
    for row in rows("words", "countries.csv"):
        for column, kind in (("words", "place"), ("cities", "place"), ("debt", "debt")):
            found += [Alias(word, True, (row["country"],), kind) for word in row[column].split(";") if word]
    words = {row["country"]: row["words"].split(";") for row in rows("words", "countries.csv")}
    for row in rows("words", "central_banks.csv"):
        banks = row["words"].split(";")
        own = [form.format(word) for word in words.get(row["country"], ()) if word for form in _BANKS]
        banks += [bank for bank in own if bank not in banks]
        banks += ["the " + word for word in banks if word.startswith("Bank")]  # "the Bank of Japan" is not "the bank"
        found += [Alias(word, True, (row["country"],), "bank") for word in banks]
    return tuple(found)


def is_measure(text: str, bank: Place) -> bool:
    """ "They were falling behind the Fed": whether a bank is what another is only held against; not "like the Fed, which"."""
    held = _MEASURED_BY.search(text, max(bank[0] - 16, 0), bank[0]) is not None
    return held and not text.startswith(_OWN_CLAUSE, bank[1])


def is_a_rate(text: str, start: int, end: int) -> bool:
    """ "The Central Bank Rate (CBR)" of Kenya and Uganda: letters that elsewhere are those of a central bank."""
    return text[start:end] == "CBR" and ("Central Bank Rate" in text or "central bank rate" in text)


def of_one_country(located: list[Located], money: Collection[str]) -> list[Located]:
    """ "The BOJ" of a text from Jamaica, "the Reserve Bank" of one on the rand: of banks with the same name that of the country
    named most often otherwise, by its words or its money (``money`` has the country of each); where none is, the first of
    the table, if its bank is named alone anywhere.
    """
    meant = {(start, end, alias.kind, alias.targets[0]) for start, end, alias in located}
    spans = Counter((start, end, kind) for start, end, kind, _ in meant)
    if len(spans) == len(located):
        return located
    votes = Counter(alias.targets[0] for start, end, alias in located if spans[start, end, alias.kind] == 1)
    votes.update(money)
    chosen: dict[tuple[int, int, str], Alias] = {}
    for start, end, alias in located:
        span = start, end, alias.kind
        known = chosen.get(span)
        if known is None or votes[alias.targets[0]] > votes[known.targets[0]]:
            chosen[span] = alias
    return [
        (start, end, alias)
        for (start, end, kind), alias in sorted(chosen.items(), key=lambda hit: hit[0][:2])
        if kind != "bank" or spans[start, end, kind] == 1 or votes[alias.targets[0]] or alias.targets[0] in GREAT
    ]


def _of_their_country(text: str, places: Sequence[Place], debt: Sequence[Place]) -> list[Place]:
    """ "Mexican Bonos", "Korean Treasurys", "Mexico's Treasury": debt right behind a country is that country's."""
    ends = {end: country for _, end, country in places}
    found = []
    for start, end, country in debt:
        owned = 3 if text.startswith(("'s ", "’s "), start - 3) else 1
        found.append((start, end, ends.get(start - owned, country) if text[start - 1 : start] == " " else country))
    return found


class Places:
    """The countries that one text names, in order: by their words (``named``), their bonds' (``debt``), their ``banks``."""

    def __init__(self, text: str, places: Sequence[Place], banks: Sequence[Place] = (), debt: Sequence[Place] = ()) -> None:
        self._text = text
        debt = _of_their_country(text, places, debt) if debt and places else debt
        self.named, self.debt = places, debt
        self._places = sorted([*places, *debt]) if debt else places
        places = self._places
        self._starts = [start for start, _, _ in places]
        self._sections: list[Place] | None = None
        self.banks = banks
        self.counts: Counter[str] = Counter()
        for _, _, country in (*places, *banks):
            self.counts[country] += 1

    def before(self, position: int, among: Collection[str] | None = None) -> Place | None:
        """The place named last before a position in its sentence, else the one that heads its section, of these countries."""
        nearest = bisect_left(self._starts, position) - 1
        if nearest >= 0 and not self._text[self._places[nearest][1] : position].strip():
            position = self._starts[nearest] + 1  # the full stop of "U.S." ends no sentence
        start = self._sentence_start(position)
        for place in reversed(self._places[bisect_left(self._starts, start) : bisect_left(self._starts, position)]):
            if among is None or place[2] in among:
                return place
        section = self._section(position)
        return section if section is not None and (among is None or section[2] in among) else None

    def _section(self, position: int) -> Place | None:
        """The place that stands alone on the last such line before a position: "KENYA"."""
        if self._sections is None:
            self._sections = [place for place in self._places if self._heads(*place[:2])]
        nearest = bisect_left(self._sections, (position,)) - 1
        return self._sections[nearest] if nearest >= 0 else None

    def _heads(self, start: int, end: int) -> bool:
        line = self._text[self._text.rfind("\n", 0, start) + 1 : self._text.find("\n", end) + 1]
        return start > 0 and line.strip(" \t\n:*#-–") == self._text[start:end]

    def after(self, position: int, until: int, among: Collection[str] | None = None) -> Place | None:
        """The first place named between two positions, of these countries."""
        for place in self._places[bisect_left(self._starts, position) : bisect_left(self._starts, until)]:
            if among is None or place[2] in among:
                return place
        return None

    def bank(self, start: int, end: int) -> str | None:
        """The country of the central bank named last between two positions."""
        found = [country for low, _, country in self.banks if start <= low < end]
        return found[-1] if found else None

    def bank_of(self, start: int, end: int, ahead: int) -> str | None:
        """The country of the central bank whose rate stands between ``start`` and ``end``: that named right behind it ("the
        key rate of the Riksbank"), else last before it in its sentence, else next after it.
        """
        begin = self._sentence_start(start)
        if self._text.endswith(_POSSESSED, max(start - 14, 0), start) and (own := self.bank(max(start - _REACH, 0), start)):
            return own  # "the Authority's base rate, which moves with the Fed's"
        behind = next((bank for bank in self.banks if end <= bank[0] < end + ahead), None)
        if behind is not None and self._text[end : behind[0]].strip() in ("of", "of the", "at", "at the"):
            return behind[2]
        after = (
            behind[2]
            if behind is not None and not any(mark in self._text[end : behind[0]] for mark in (*_ENDS, *_APART))
            else None
        )
        return self._own_bank(begin, start) or after

    def _own_bank(self, start: int, end: int) -> str | None:
        """The country of the bank named last between two positions, but not of one that another is only held against."""
        near = (bank for bank in reversed(self.banks) if start <= bank[0] < end)
        return next((bank[2] for bank in near if not is_measure(self._text, bank)), None)

    def home(self, among: Collection[str]) -> str | None:
        """The country of these that the text names most often; None where it names none, or two as often."""
        named = [(count, country) for country, count in self.counts.items() if country in among]
        best = max(named, default=(0, ""))
        return best[1] if named and sum(count == best[0] for count, _ in named) == 1 else None

    def _sentence_start(self, position: int) -> int:
        low = max(position - _REACH, 0)
        ends = (self._text.rfind(mark, low, position) + 1 for mark in _ENDS)
        return max(low, *ends)
