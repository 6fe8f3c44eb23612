"""Government bonds and their spreads: those that the aliases do not name."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from signals.extract.linking.country_yields import country_yields
from signals.extract.linking.known_bonds import BOND_CLASSES, without_tenor
from signals.extract.linking.lay_yields import lay_yields
from signals.extract.linking.maturities import maturities, says_which
from signals.extract.linking.mentions import NO_INSTRUMENT, MentionOf
from signals.extract.linking.places import Places
from signals.extract.linking.same_tenors import same_tenors
from signals.extract.linking.spreads import country_slopes, pairs_of_debt, spreads
from signals.extract.linking.tenors import dealt, tenors
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

_REAL = ("real yield", "real rate", "reakeven", "reak-even", "TIPS", "nflation-")
_OTHER_YIELD = re.compile(r" (?:real (?:yield|rate)|[Bb]reak-?even|TIPS\b|inflation-(?:linked|protected|indexed))")
_FUTURES = re.compile(r" (?:(?:government |Treasury )?(?:bond|note) )?futures\b(?! (?:market|traders?|price in|imply|point))")
_PAPER = re.compile(r" (?:government )?(?:bond|note|paper)(?=['’]s yield)")
_BESIDE = 12  # characters behind a name that may say of what kind it is


def bonds(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for bonds and spreads that the aliases do not name, none overlapping another."""
    for token in names:
        if token.value.instrument_class == "bond yield" and (noun := _PAPER.match(text, token.end)) is not None:
            token.end = noun.end()  # "the R2035 bond's yield"
    tenored = sorted([*tenors(text, names, places, mention_of), *dealt(text, places, mention_of)], key=lambda t: t.start)
    _not_nominal(text, [*names, *tenored])
    found = [*country_slopes(text, [*names, *tenored], places), *spreads(text, [*names, *tenored], places)]
    found += _free(pairs_of_debt(text, places), [*names, *found])
    dated = maturities(text, names, places, mention_of)
    dated = [t for t in dated if not says_which(text, t, [*names, *tenored])] if dated else dated
    found += _free(dated, [*names, *found])
    found += _free(tenored, [*names, *found])
    found += _free(lay_yields(text, places, mention_of), [*names, *found])
    found += _free(same_tenors(text, _bonds_of(names, found), places, mention_of), [*names, *found])
    found += _free(without_tenor(text, [*names, *found], places, mention_of), [*names, *found])
    return [*found, *_free(country_yields(text, [*names, *found], places, mention_of), [*names, *found])]


def _bonds_of(*tokens: list[Token]) -> list[Token]:
    return [token for each in tokens for token in each if token.value.instrument_class in BOND_CLASSES]


def _not_nominal(text: str, bonds: list[Token]) -> None:
    """Makes names of other things of bonds whose real yield, or break-even rate, a text tells, "the 10-year real yield", and
    of futures on them, which have a price and no yield.
    """
    real, futures = holds_any(text, _REAL), " futures" in text
    for token in bonds if real or futures else ():
        if token.value.instrument_class != "bond yield":
            continue
        priced = futures and _FUTURES.match(text, token.end) is not None
        if priced or (real and _OTHER_YIELD.search(text, token.start, token.end + _BESIDE)):
            token.kind, token.form, token.value = "other", "name", NO_INSTRUMENT


def _free(tokens: list[Token], taken: list[Token]) -> list[Token]:
    """Those that overlap no bond and no spread."""
    if not tokens:
        return tokens
    spans = sorted((t.start, t.end) for t in taken if t.value.instrument_class in (*BOND_CLASSES, "policy rate"))
    starts, ends = [start for start, _ in spans], list(accumulate((end for _, end in spans), max))
    return [t for t in tokens if not (place := bisect_left(starts, t.end)) or ends[place - 1] <= t.start]
