"""Currency names that countries share, "the rupee", "the peso", "the pound": the text's countries say which is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from signals.extract.linking.places import Places, place_names
from signals.extract.text.words import any_of
from signals.instruments.tables import forms, rows

# The currency that a noun means where the text names none of the countries that share it.
UNMARKED = {
    "dollar": "USD", "dlr": "USD", "pound": "GBP", "franc": "CHF", "lira": "TRY", "rouble": "RUB", "ruble": "RUB", "leu": "RON",
    "rupee": "INR", "peso": "MXN", "real": "BRL", "won": "KRW", "lari": "GEL", "krona": "SEK", "kronor": "SEK", "koruna": "CZK",
    "lei": "RON",
}  # fmt: skip
_WEIGHT = re.compile(r"(?:\b(?:per|cents? an?|dollars? an?|\d an?|euros? an?|pence an?) |/)$")
_WEIGHS = re.compile(r" of (?!the |sterling)")
_AMERICAN_CENTS = re.compile(r"\b(?:US|U\.S\.) (?:cents?|c)\b|US¢")
_AMONG_ASIANS = re.compile(r"\b(?:[Bb]aht|[Rr]inggit|[Rr]upiah)\b|(?:₱|\bPhp|(?<![\w.$£€&-])P) ?\d")  # "P58.25"
_LOCAL = re.compile(r"\b(?:local|domestic) $")
_STRANGER = re.compile(
    r"(?<![.!?] )(?<!\n)(?<!^)\b[A-Z][a-z]{2,}(?:ian|ean|ese|ois|ish|ani|ari) $"
)  # of a country that we do not know
_GOES_ON, _OPENING = 250, 40  # characters to the next time that a currency is named, and of the opening of its sentence
_OPENS = re.compile(r"(?:\A|\n|[.:;–—-] )(?:[Tt]he |In [A-Z]\w+,? (?:the )?)?\Z")
_AGAINST_ANOTHER = re.compile(
    r"\b(?:against|versus|vs\.?|on) (?:the|its) (?:Aussie|[Kk]iwi|[Ll]oonie|Australian|Canadian|New Zealand)\b"
)
_AGAINST = re.compile(r"\b(?:against|versus|vs\.?|to|per|for|a|one|every) (?:the |one )?$")


@cache
def shared() -> dict[str, dict[str, str]]:
    """By noun, in the singular and the plural: the currency of each country that uses it. Nouns of one country are left out."""
    users: dict[str, dict[str, str]] = {}
    for row in rows("instruments", "currencies.csv"):
        for noun in row["nouns"].split(";") if row["country"] else ():
            for form in forms([noun]):
                users.setdefault(form, {})[row["country"]] = row["code"]
    return {noun: among for noun, among in users.items() if len(among) > 1}


def unmarked(noun: str) -> str | None:
    """The currency that a noun means where nothing else is named."""
    low = noun.lower()
    return UNMARKED.get(low) or UNMARKED.get(low.removesuffix("s"))


def settle(noun: str, text: str, start: int, end: int, places: Places, called: Sequence[tuple[int, str]] = ()) -> str | None:
    """The currency that a shared noun at this place means; None where that is open, or where it is a weight. ``called`` are
    the currencies that the text calls by their countries, "the Chilean peso", and where.
    """
    among, default = shared()[noun.lower()], unmarked(noun)
    if default == "USD":
        return _dollar(text, start, end, places, among)
    if default == "GBP" and (_WEIGHT.search(text, max(start - 12, 0), start) or _WEIGHS.match(text, end)):
        return None
    near = places.before(start, among)
    if near is not None:
        return among[near[2]]
    if _STRANGER.search(text, max(start - 24, 0), start):
        return None
    codes = among.values()
    before = [(place, code) for place, code in called if place < start and code in codes]
    if before and start - before[-1][0] < _GOES_ON and _OPENS.search(text, max(before[-1][0] - _OPENING, 0), before[-1][0]):
        return before[-1][1]  # "The Chilean peso fell. The peso was at 930.50"
    home = places.home(among)
    if home is not None:
        return among[home]
    if before:
        return before[-1][1]
    named = {country for country in among if places.counts[country]}
    if "PH" in among and not named and _AMONG_ASIANS.search(text):
        return among["PH"]
    return default if default is not None and (not named or default in {among[c] for c in named}) else None


def _dollar(text: str, start: int, end: int, places: Places, among: dict[str, str]) -> str | None:
    """The American one, unless the text calls it local or prices it in American cents."""
    local = _LOCAL.search(text, max(start - 10, 0), start)
    clause = re.split(r"[.;\n] ", text[end : end + 120])[0]
    if not local and (not _AMERICAN_CENTS.search(clause) or _AGAINST_ANOTHER.search(clause)):
        return "USD"  # "the dollar rose against the Aussie to 65.5 US cents"
    if _AGAINST.search(text, max(start - 14, 0), start):
        return "USD"
    home = places.home([country for country in among if country != "US"])
    return among[home] if home else None


def currency(noun: str, text: str) -> str | None:
    """The currency that a sign of a shared noun ("Rs") means in a text: that of the country named most often."""
    among = shared()[noun]
    found = [(m.start(), m.end(), _by_name()[m.group()]) for m in _names(noun).finditer(text)]
    home = Places(text, found).home(among)
    return among[home] if home else unmarked(noun) if not found else None


def signed_money(text: str, among: Collection[str]) -> str | None:
    """Of money that is written "$" at home that of the country named most often; None where none is, or two as often."""
    own = {row["country"]: row["code"] for row in rows("instruments", "currencies.csv") if row["code"] in among}
    nouns = ("peso", "dollar")
    found = {m.span(): _by_name()[m.group()] for noun in nouns for m in _names(noun).finditer(text)}
    home = Places(text, sorted((*span, country) for span, country in found.items())).home(own)
    return own[home] if home else None


def prevailing(noun: str, text: str) -> str | None:
    """The currency of a shared noun whose country a text names at least twice as often as any other's; else None."""
    among = shared()[noun]
    counts = Counter(_by_name()[match.group()] for match in _names(noun).finditer(text))
    ranked = [*counts.most_common(2), ("", 0), ("", 0)]
    return among[ranked[0][0]] if ranked[0][1] and ranked[0][1] >= 2 * ranked[1][1] else None


def of_country(noun: str, country: str) -> str | None:
    """The currency of a country that a noun means: "pesos" of Chile, "currencies" of Poland; None where it has none such."""
    low = noun.lower()
    if low in ("currency", "currencies", "unit", "units"):
        return _main().get(country)
    return shared().get(low, {}).get(country)


@cache
def _main() -> dict[str, str]:
    """The currency of each country, the first that the table has."""
    found: dict[str, str] = {}
    for row in rows("instruments", "currencies.csv"):
        found.setdefault(row["country"], row["code"])
    return found


@cache
def _by_name() -> dict[str, str]:
    names = {alias.text: alias.targets[0] for alias in place_names()}
    return names | {name.upper(): code for name, code in names.items() if len(name) > 3}


@cache
def _names(noun: str) -> re.Pattern[str]:
    words = (word for word, code in _by_name().items() if code in shared()[noun])
    return re.compile(rf"(?<!\w){any_of(words)}(?!\w)")
