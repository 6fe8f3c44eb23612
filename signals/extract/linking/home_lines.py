"""Companies that several exchanges list, or that have a listed subsidiary: in a report of one market the share there moved.

| text                                                 | instrument | counter-example                                   |
|------------------------------------------------------|------------|---------------------------------------------------|
| "the Hang Seng rose, Tencent added 2%, HSBC 1%"      | 0005.HK    | "the FTSE 100 rose, Lloyds added 2%, HSBC 1%"     |
| "the JSE Top 40 fell, Sasol lost 2%, Glencore 1%"    | GLN.JO     | "the Nikkei and the Dow fell, HSBC lost 2%"       |
| "the S&P 500 and the Dow fell, Britain's HSBC 3%"    | HSBA.L     | a country right before the name is its market     |
| "the Sensex and the Nifty rose, Nestle added 2%"     | NESTLEIND  | "Swiss Nestle added 2%"                           |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache

from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Places
from signals.extract.text.tokens import Token
from signals.instruments.tables import rows

CountryOf = Callable[[str], str | None]
_VOTES = 2  # names of one market only that make a report one of that market
_TIMES = 5  # as many of them as of others, if others are named


def home_lines(names: list[Token], places: Places, country_of: CountryOf, mention_of: MentionOf) -> None:
    """Gives shares that the only market of the text lists their line there."""
    listed = [t for t in names if t.value.instrument_class == "share" and _elsewhere(t)]
    market = _market(names, country_of) if listed else None
    for token in listed if market else ():
        home = country_of(token.value.id)
        lines = {country_of(identity): identity for identity in _elsewhere(token)}
        near = places.before(token.start, [c for c in (home, *lines) if c])
        identity = lines.get(market) if home != market and (near is None or near[2] == market) else None
        token.value = (mention_of(identity) if identity else None) or token.value


@cache
def _subsidiaries() -> dict[str, tuple[str, ...]]:
    return {row["share"]: tuple(row["subsidiaries"].split(";")) for row in rows("instruments", "subsidiaries.csv")}


def _elsewhere(share: Token) -> tuple[str, ...]:
    """The company's other lines, and its subsidiaries that press of their markets calls by its name."""
    return (*(identity for _, identity in share.value.lines), *_subsidiaries().get(share.value.id, ()))


def _market(names: list[Token], country_of: CountryOf) -> str | None:
    """The country of the indices and of the shares with one line that a text names, or of nearly all of them; beside an
    index several shares that are listed there too count as one more.
    """
    equities = {t.value.id for t in names if t.value.instrument_class in ("index", "share") and not _elsewhere(t)}
    votes = Counter(country_of(identity) for identity in equities)
    (market, most), *_ = votes.most_common(1) or [(None, 0)]
    strangers = votes.total() - most
    indexed = any(t.value.instrument_class == "index" and country_of(t.value.id) == market for t in names)
    shares = [t for t in names if indexed and t.value.instrument_class == "share"]
    there = {t.value.id for t in shares if market in map(country_of, (t.value.id, *_elsewhere(t)))}
    return market if most + (len(there) > 1) >= max(_VOTES, _TIMES * strangers) else None
