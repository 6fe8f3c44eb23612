"""Whose bonds a text means: the country named around a bond, that of the bond before it, or the text's own."""

from __future__ import annotations

import re
from functools import cache

from signals.extract.linking.leading import index_home
from signals.extract.linking.places import Places
from signals.extract.text.tokens import Token
from signals.instruments.tables import rows

_CLAUSE = re.compile(r"[.,;:\n]| while | and ")
_FIRST_CLAUSE = re.compile(r"[.,;:\n]| (?:rose|fell|was|were|while|and|at|to|up|down) ")
_BULLETS = " \t•*+–—·-"
_LABELS = re.compile(r": (?:[Tt]he )?(?:benchmark )?")


def country_of(text: str, match: re.Match[str], places: Places, nearest: Token | None) -> str | None:
    """The country named around a bond; else that of the ``nearest`` bond, named last before it, else the text's."""
    if within := places.after(match.start(), match.end()):
        return "KR" if _korean(text, within, places) else within[2]
    far = max(match.start() - 60, 0)
    start = max((m.end() for m in _CLAUSE.finditer(text, far, match.start())), default=far)
    before = places.before(match.start())
    if before is not None and before[1] >= start:  # "U.S." ends with a full stop of its own
        return before[2]
    if label := label_of(text, match.start(), places):
        return label
    if before is not None and before[2] in sovereigns() and _is_topic(text, before[0], match.start()):
        return before[2]
    stop = _FIRST_CLAUSE.search(text, match.start(), match.end() + 60)
    if after := places.after(match.start(), stop.start() if stop else match.end() + 60):
        return after[2]
    return str(nearest.value.id[:2]) if nearest is not None else places.home(sovereigns())


def _is_topic(text: str, place: int, bond: int) -> bool:
    """ "Italy did worse: its 10-year yield rose": whether the country that opens a sentence is the owner of a bond in it."""
    return text[max(bond - 4, 0) : bond].lower() == "its " and text[max(place - 2, 0) : place] in ("", ". ", "\n\n", ".\n")


def label_of(text: str, position: int, places: Places) -> str | None:
    """The country that labels a position, or its line: "- Portugal: 10Y at 4.71%, the two-year at 2.9%. Spain: the 10-year"."""
    label = places.before(position, sovereigns())
    if label is not None and _LABELS.fullmatch(text, label[1], position):
        return label[2]
    start = text.rfind("\n", 0, position) + 1
    first = places.after(start, position)
    labels = first is not None and text[first[1]] == ":" and not text[start : first[0]].strip(_BULLETS)
    return first[2] if first is not None and labels else None


def _korean(text: str, named: tuple[int, int, str], places: Places) -> bool:
    """ "Three-year Treasurys" of a report from Seoul that calls no bonds American ones."""
    own = named in places.debt and places.counts["KR"] > 0 and "Treasurys" in text[named[0] : named[1]]
    return own and "U.S. Treasur" not in text and "US Treasur" not in text and ("won " in text or "KTB" in text)


def home_of(names: list[Token]) -> str | None:
    """The country whose bonds a text means that names no country's: that of its only index, else of its money or its rate."""
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
