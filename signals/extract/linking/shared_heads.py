"""Countries before a noun that is said once for all of them: each names an instrument of its own.

| text                                  | instruments   | counter-example                        |
|---------------------------------------|---------------|----------------------------------------|
| "the Chilean and Colombian pesos"     | CLP, COP      | "Chilean miners and Colombian pesos"   |
| "Czech and Polish currencies"         | CZK, PLN      | "German and Polish exports"            |
| "Italian and Spanish 10-year yields"  | IT10Y, ES10Y  | "Italian banks and Spanish yields"     |
| "London: plus 0.4%, Paris -0.2%"       | UKX, CAC40    | "inflation: London +3.4%"              |
| "and in Frankfurt 0.9%"               | DAX           | "Germany 5.2%" where no index was named |
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterator
from functools import cache
from operator import attrgetter, itemgetter

from signals.extract.linking.guard import states_price
from signals.extract.linking.mentions import Mention, MentionOf
from signals.extract.linking.places import Place, Places
from signals.extract.linking.shared_names import of_country
from signals.extract.text.lexer import Claims
from signals.extract.text.tokens import Token
from signals.extract.text.words import vocabulary_of
from signals.instruments.tables import rows

_GULF = frozenset({"Qatar", "Kuwait", "Bahrain", "Oman"})  # states that the press names like the cities beside them
_LINK = re.compile(r",? (?:and|or|&) (?:the )?(?:local )?|, (?:the )?|(?:['’]s)?,? and ")
_SIZED = re.compile(r" (?:by )?\d{1,2}(?:\.\d+)? ?(?:%|per ?cent|pct)")
_SIGNED = re.compile(r"(?::|,)? ?(?:[+−–-]|plus |minus )\d{1,2}(?:\.\d+)? ?(?:%|per ?cent|pct)")
_STARTS = re.compile(r"(?:^|[\n.:;,•*-] ?|\band )$")
_OPENS = re.compile(r"(?:,|;|,? and|,? while) (?P<in>(?:in )?)$")
_LISTS = re.compile(r"(?:[^.;\n]|\.\d){0,80}")
_SIZE = re.compile(r"\d ?(?:%|per ?cent|pct)")
_FAR = 160  # characters of a line that are looked through for words of the economy
_JOINS = ("", "'s", "’s", "government", "benchmark")  # between a country and its noun
_LISTED_BEFORE = re.compile(r"(?:^|[.,;:\n]) ?[A-Z]\w+ and \Z")
_STILL = re.compile(
    r" (?:(?:was|were|is|ended|closed|finished|stayed|held)(?: \w+)?|little|barely) (?:flat|steady|unchanged|changed)\b"
)
_HEADS_CLAUSE = re.compile(r"(?:\A|[.;] |\n|, |and |while |whereas |but )\Z")
_ELSEWHERE = re.compile(r"\b(?:Elsewhere|[Aa]mong (?:the )?other \w+)(?: (?:in|around|across) (?:the )?[A-Z]?\w+)?,? \Z")
_REGION = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|[Ee]lsewhere in|[Ii]n the rest of) (?:Europe|Asia|the region|the Gulf|Latin America) \Z"
)
_SENTENCE_ENDS = re.compile(r"[.;!?] |\n")
_NEARBY = 200  # characters
_END, _PLACE_END = attrgetter("end"), itemgetter(1)


def _signed(text: str, start: int, end: int) -> bool:
    """ "London: plus 0.4%, Paris -0.2%": a place with a signed size, in a line that speaks of nothing of the economy."""
    if _SIGNED.match(text, end) is None or _STARTS.search(text, max(start - 5, 0), start) is None:
        return False
    begin = max(text.rfind("\n", 0, start), start - _FAR)
    return vocabulary_of("other", "macro").isdisjoint(re.findall("[a-z]+", text[begin + 1 : start].lower()))


@cache
def city_names() -> frozenset[str]:
    """The cities that stand for the market of their country."""
    named = frozenset(city for row in rows("words", "countries.csv") for city in row["cities"].split(";") if city)
    return named | {"Hong Kong", "Singapore"}


_OWN_INDEX = re.compile(r"(.+)'s (?:(?:main|benchmark|blue-chip|stock|share) ){0,3}index$")


@cache
def index_of_city() -> dict[str, str]:
    """The index of a place by the aliases that name it: "Abu Dhabi's index"."""
    names = [(name, row["id"]) for row in rows("instruments", "indices.csv") for name in row["aliases"].split(";")]
    return {match[1]: identity for name, identity in names if (match := _OWN_INDEX.match(name))}


def _lists(between: str) -> bool:
    """Whether what stands between an index and a place is a size of the index and nothing of the economy."""
    if not _LISTS.fullmatch(between) or not _SIZE.search(between):
        return False
    return vocabulary_of("other", "macro").isdisjoint(between.lower().split())


def shared_heads(names: list[Token], text: str, places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for the countries of a list whose noun stands behind the last of them."""
    found: list[Token] = []
    heads = [t for t in names if t.value.instrument_class in ("currency", "bond yield")] if places.named else []
    ordered = sorted(places.named, key=_PLACE_END)
    taken = Claims((t.start, t.end, "name") for t in names) if heads else Claims(())
    for head in heads:
        for start, end, country in _listed(ordered, head.start, text):
            mention = _of_country(head, country, text, mention_of)
            if mention is not None and mention.id != head.value.id and not taken.reason(start, end):
                found.append(Token("instrument", start, end, mention))
    return found


def _listed(places: list[Place], start: int, text: str) -> Iterator[Place]:
    """The countries that a list names before a noun, which may have its own country right before it, last one first."""
    at = bisect_right(places, start, key=_PLACE_END) - 1
    if at >= 0 and text[places[at][1] : start].strip(" ") in _JOINS:
        start, at = places[at][0], at - 1
    while at >= 0 and _LINK.fullmatch(text, places[at][1], start):
        yield places[at]
        start, at = places[at][0], at - 1


def _of_country(head: Token, country: str, text: str, mention_of: MentionOf) -> Mention | None:
    """What a head names for another country: "pesos" of Chile, "10-year yields" of Italy."""
    identity = head.value.id
    if head.value.instrument_class == "bond yield":
        return mention_of(country + identity[2:]) if identity[2] != "_" else None
    code = of_country(text[head.start : head.end].rpartition(" ")[2], country)
    return mention_of(code) if code else None


def _moves(text: str, start: int, end: int, names: list[Token], indices: list[Token]) -> bool:
    """ "And Budapest lost 1.8 percent. Prague was flat": a city that heads a clause with a move, soon after an index, or
    before the next one in its sentence.
    """
    region = _REGION.search(text, max(start - 30, 0), start)
    heads = region or _HEADS_CLAUSE.search(text, max(start - 8, 0), start)
    if not heads or not (states_price(text, end) or _STILL.match(text, end)):
        return False
    if _LISTED_BEFORE.search(text, max(start - 30, 0), start):
        return False  # "Kuwait and Oman rose 0.2 percent and 0.3 percent"
    listed = [*indices, *(t for t in names if t.value.instrument_class == "share")]
    if any(0 <= start - t.end < _NEARBY for t in listed):
        return True
    if region or _ELSEWHERE.search(text, max(start - 50, 0), start):
        return any(t.value.instrument_class == "index" and t.end <= start for t in names)
    following = next((t for t in names if t.start >= end), None)
    near = following is not None and following.value.instrument_class == "index" and following.start - end < _NEARBY
    return near and following is not None and _SENTENCE_ENDS.search(text, end, following.start) is None


def cities(names: list[Token], text: str, places: Places, national: dict[str, str], mention_of: MentionOf) -> Iterator[Token]:
    """ "The CAC 40 lost 1.9% and in Frankfurt 0.9%": in a list of indices a place with a size stands for its own."""
    indices = sorted((t for t in names if t.value.instrument_class == "index"), key=_END)
    for start, end, country in places.named if indices else ():
        named = text[start:end]
        stands = named in city_names() or named in _GULF
        own = index_of_city().get(named, national.get(country)) if stands else None
        if own and (_signed(text, start, end) or _moves(text, start, end, names, indices)):
            region = _REGION.search(text, max(start - 30, 0), start)  # "in the rest of Europe Milan rose"
            market = Token("instrument", region.start() if region else start, end, mention_of(own))
            insort(indices, market, key=_END)
            yield market
            continue
        sized = _SIZED.match(text, end)
        opens = _OPENS.search(text, max(start - 9, 0), start) if sized and country in national else None
        place = bisect_right(indices, start, key=_END) if opens else 0
        if opens is None or not place or (last := indices[place - 1]).value.id == national[country]:
            continue
        if _lists(text[last.end : opens.start()]) and (mention := mention_of(national[country])):
            yield Token("instrument", opens.end() - len(opens["in"]), end, mention)
