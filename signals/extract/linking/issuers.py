"""Whose bonds a text means: the country named around a bond, that of the bond before it, or the text's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache

from signals.extract.linking.leading import index_home
from signals.extract.linking.mentions import WORLDWIDE
from signals.extract.linking.places import Place, Places
from signals.extract.text.tokens import Token
from signals.extract.text.words import any_of
from signals.instruments.tables import rows

_CLAUSE = re.compile(r"[.,;:\n]| while | and ")
_FIRST_CLAUSE = re.compile(r"[.,;:\n]| (?:rose|fell|was|were|while|and|at|to|up|down) ")
_OPENING, DATELINE_WEIGHS = 400, 3  # characters that a dateline is looked for in; names that it is worth
_DATED_THERE = re.compile(r"(?:, [A-Z][\w.]{2,8}(?: \d{1,2})?)?(?: \([^()\n]{2,30}\))?(?: ?(?:--|[-–—])|:|\.) ")
_OPENS_WITHIN = 12  # characters in which a sentence names whom it is about
_BULLETS = " \t•*+–—·-"
_FRONTED = re.compile(r",? (?:[Tt]he (?:yield|rate|return) (?:on|of) )?(?:[Tt]he )?(?:benchmark |local |government )?")
_LABELS = re.compile(r"(?: (?:yields?|bonds?|notes?|rates))?: (?:[Tt]he )?(?:benchmark )?")
_LABEL = re.compile(r"(?: (?:yields?|bonds?|notes?|rates))?:")
_DEBT = re.compile(
    r"(?:['’]s)? (?:(?:government|sovereign|state|public|long(?:er)?-(?:dated|term)|euro[- ]denominated) )?"
    r"(?:debt|bonds|paper|borrowing costs|notes)\b(?! to GDP)"
)
_SET_AGAINST = re.compile(r"\b(?:over|against|versus|vs\.?|to|above|below|than|from|like|unlike|and|with) (?:the )?\Z")


def country_of(text: str, match: re.Match[str], places: Places, nearest: Token | None) -> str | None:
    """The country named around a bond; else that of the ``nearest`` bond, named last before it."""
    if within := places.after(match.start(), match.end()):
        return "KR" if _korean(text, within, places) else within[2]
    far = max(match.start() - 60, 0)
    start = max((m.end() for m in _CLAUSE.finditer(text, far, match.start())), default=far)
    before = places.before(match.start())
    if before is not None and (before[1] >= start or _fronted(text, before, match.start())):  # "U.S." ends with a full stop
        return before[2]
    if label := label_of(text, match.start(), places) or _spoken_of(text, match.start(), places):
        return label
    if before is not None and before[2] in sovereigns() and _is_topic(text, before[0], match.start()):
        return before[2]
    if debt := _debt_spoken_of(text, match.start(), places, nearest):
        return debt
    stop = _FIRST_CLAUSE.search(text, match.start(), match.end() + 60)
    if after := places.after(match.start(), stop.start() if stop else match.end() + 60):
        return after[2]
    return str(nearest.value.id[:2]) if nearest is not None else None


def _debt_spoken_of(text: str, bond: int, places: Places, nearest: Token | None) -> str | None:
    """ "Bunds lagged, the yield on the 10-year slipping", "helped Treasuries. The five-year": of the debt that this sentence,
    or the one before, speaks of alone, where no bond has been named since.
    """
    begin = max(text.rfind(". ", 0, bond), text.rfind("\n", 0, bond)) + 1
    before = max(text.rfind(". ", 0, max(begin - 2, 0)), text.rfind("\n", 0, bond)) + 1
    for start in (begin, before):
        debts = [p for p in places.debt if start <= p[0] < bond and text[p[1] - 1] == "s"]  # no "Treasury", which is a ministry
        debts += [p for p in places.named if start <= p[0] < bond and p[2] in sovereigns() and _DEBT.match(text, p[1])]
        named = [p for p in debts if not _SET_AGAINST.search(text, max(p[0] - 14, 0), p[0])]
        if named:
            since = nearest is None or nearest.end <= named[-1][0]
            return named[-1][2] if since and len({p[2] for p in named}) == 1 else None
    return None


def _fronted(text: str, place: Place, bond: int) -> bool:
    """ "In Warsaw, the ten-year yield rose": whether a place stands in front of what is said of a bond."""
    return text[max(place[0] - 3, 0) : place[0]].lower() == "in " and _FRONTED.fullmatch(text, place[1], bond) is not None


def _is_topic(text: str, place: int, bond: int) -> bool:
    """ "Italy did worse: its 10-year yield rose": whether the country that opens a sentence is the owner of a bond in it."""
    return text[max(bond - 4, 0) : bond].lower() == "its " and text[max(place - 2, 0) : place] in ("", ". ", "\n\n", ".\n")


def _spoken_of(text: str, bond: int, places: Places) -> str | None:
    """ "Spain did worse. Its 10-year yield": the one country that the sentence before "its" speaks of first."""
    if text[bond - 4 : bond] != "Its " or text[max(bond - 6, 0) : bond - 4] not in (". ", ".\n"):
        return None
    begin = max(text.rfind(". ", 0, bond - 6), text.rfind("\n", 0, bond - 6)) + 1
    first = places.after(begin, min(bond - 6, begin + _OPENS_WITHIN), sovereigns())
    return first[2] if first is not None and not any(p[2] != first[2] for p in places.named if begin <= p[0] < bond) else None


def label_of(text: str, position: int, places: Places) -> str | None:
    """The country that labels a position, or its line: "- Portugal: 10Y at 4.71%, the two-year at 2.9%. Spain: the 10-year"."""
    label = places.before(position, sovereigns())
    if label is not None and _LABELS.fullmatch(text, label[1], position):
        return label[2]
    start = text.rfind("\n", 0, position) + 1
    first = places.after(start, position)
    labels = first is not None and _LABEL.match(text, first[1]) and not text[start : first[0]].strip(_BULLETS)
    return first[2] if first is not None and labels else None


def _korean(text: str, named: tuple[int, int, str], places: Places) -> bool:
    """ "Three-year Treasurys" of a report from Seoul that calls no bonds American ones."""
    own = named in places.debt and places.counts["KR"] > 0 and "Treasurys" in text[named[0] : named[1]]
    return own and "U.S. Treasur" not in text and "US Treasur" not in text and ("won " in text or "KTB" in text)


def home_of(text: str, names: list[Token], places: Places, among: Collection[str]) -> str | None:
    """The country of these that a text is about, whose bonds "the ten-year" are: that of which its places, its banks, its
    money and its markets speak most often; of two the one whose own money it names, else that of its only index or rate.
    """
    spoken = [(_country(t) or "", t.value.instrument_class) for t in names]
    money = {country for country, kind in spoken if kind in ("currency", "fx")}
    votes = Counter(country for country in places.counts.elements() if country in among)
    votes.subtract(place[2] for place in places.named if place[2] in among and _of_money(place, names))
    votes.update(country for country, _ in spoken if country in among)
    votes.update(country for sign in _own_signs(text) if (country := own_signs()[sign]) in among)
    if (city := seat(text, places)) is not None and city in among:
        votes[city] += DATELINE_WEIGHS
    most = max(votes.values(), default=0)
    best = [country for country, count in votes.items() if count == most]
    if len(best) != 1 and any(t.value.id == "USD" for t in names):
        money.add("US")
    best = best if len(best) == 1 else [country for country in best if country in money]
    if most == 1 and best and best[0] in money and len(_currencies(names)) > 1:
        best = []  # one currency of several: "the euro slumped, the peso was at 20.18"
    return best[0] if len(best) == 1 else _sole_market(names)


def _currencies(names: list[Token]) -> set[str]:
    """The currencies that a text names beside the dollar."""
    return {t.value.id for t in names if t.value.instrument_class == "currency"} - {"USD"}


def _of_money(place: Place, names: list[Token]) -> bool:
    """ "The Mexican peso": whether a country is named as that of its money, which has a vote of its own."""
    return any(t.start <= place[0] < t.end for t in names if t.value.id in local_money())


def seat(text: str, places: Places) -> str | None:
    """The country of the city from which a report is datelined: "LIMA, June 7 -"."""
    for start, end, country in places.named:
        if start > _OPENING:
            return None
        if text[start - 1 : start] in ("", "\n") and _DATED_THERE.match(text, end):
            return country
    return None


def _country(named: Token) -> str | None:
    """The country of a local currency, alone or in a pair, and of an index or a policy rate."""
    mention = named.value
    if mention.instrument_class == "currency":
        return local_money().get(mention.id)
    if mention.instrument_class == "fx":
        return local_money().get(mention.id[3:])
    if mention.instrument_class == "policy rate":
        return str(mention.id[:2])
    return index_home(mention.id)


@cache
def local_money() -> dict[str, str]:
    """The country of each currency that only reports about it speak of."""
    return {row["code"]: row["country"] for row in rows("instruments", "currencies.csv") if row["code"] not in WORLDWIDE}


@cache
def own_signs() -> dict[str, str]:
    """The country of each sign of money that no two share: "S/", "Rp"."""
    signs = [(sign, row["currency"]) for row in rows("words", "money.csv") for sign in row["signs"].split(";") if sign]
    users = Counter(sign for sign, _ in signs)
    return {sign: local_money()[code] for sign, code in signs if code in local_money() and users[sign] == 1}


def _own_signs(text: str) -> Iterator[str]:
    """The signs of one country's money that stand before figures."""
    for match in _signed().finditer(text):
        if not (before := text[match.start() - 1 : match.start()]).isalnum() and before != "$":
            yield match[1]


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(rf"({any_of(own_signs())}) ?(?=\d)")


def _sole_market(names: list[Token]) -> str | None:
    """The country of a text's only index, else of its money or its rate."""
    homes = {home for t in names if (home := index_home(t.value.id)) is not None}
    if len(homes) == 1:
        return homes.pop()
    return "US" if speaks_of_dollars(names) else rate_country(names)


def speaks_of_dollars(names: list[Token]) -> bool:
    """Whether a text speaks of American markets, and of no other country's rates or money beside the dollar's."""
    known = {t.value.id for t in names}
    if known & {"DXY", "SPX", "DJI", "IXIC", "US_POLICY"}:
        return True
    return "USD" in known and rate_country(names) is None


def rate_country(names: list[Token]) -> str | None:
    """The country of the only policy rate that a text names."""
    found = {t.value.id[:2] for t in names if t.value.instrument_class == "policy rate"}
    return found.pop() if len(found) == 1 else None


@cache
def sovereigns() -> frozenset[str]:
    """The countries whose bonds the master has."""
    return frozenset(row["country"] for row in rows("instruments", "bonds.csv"))


@cache
def named_by_maturity() -> frozenset[str]:
    """Those whose bonds are named by the year in which they mature."""
    return frozenset(row["country"] for row in rows("instruments", "bonds.csv") if row["maturities"])
