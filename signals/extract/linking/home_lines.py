"""Companies that several exchanges list: in a report of one market their share there is the one that moved.

| text                                                 | instrument | counter-example                                   |
|------------------------------------------------------|------------|---------------------------------------------------|
| "the Hang Seng rose, Tencent added 2%, HSBC 1%"      | 0005.HK    | "the FTSE 100 rose, Lloyds added 2%, HSBC 1%"     |
| "the JSE Top 40 fell, Sasol lost 2%, Glencore 1%"    | GLN.JO     | "the Nikkei and the Dow fell, HSBC lost 2%"       |
| "the S&P 500 and the Dow fell, Britain's HSBC 3%"    | HSBA.L     | a country right before the name is its market     |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Places
from signals.extract.text.tokens import Token

CountryOf = Callable[[str], str | None]
_VOTES = 2  # names of one market only that make a report one of that market


def home_lines(names: list[Token], places: Places, country_of: CountryOf, mention_of: MentionOf) -> None:
    """Gives shares that the only market of the text lists their line there."""
    listed = [t for t in names if t.value.lines and t.value.instrument_class == "share"]
    market = _market(names, country_of) if listed else None
    for token in listed if market else ():
        home = country_of(token.value.id)
        lines = {country_of(identity): identity for _, identity in token.value.lines}
        near = places.before(token.start, [c for c in (home, *lines) if c])
        identity = lines.get(market) if home != market and (near is None or near[2] == market) else None
        token.value = (mention_of(identity) if identity else None) or token.value


def _market(names: list[Token], country_of: CountryOf) -> str | None:
    """The only country of the indices and of the shares with one line that a text names; None where there are several."""
    equities = {t.value.id: t.value for t in names if t.value.instrument_class in ("index", "share") and not t.value.lines}
    votes = Counter(country_of(identity) for identity in equities)
    return next(iter(votes)) if len(votes) == 1 and votes.total() >= _VOTES else None
