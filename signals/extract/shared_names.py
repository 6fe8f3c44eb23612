"""Currency names that countries share, "the rupee", "the peso": the text's countries and cities say which is meant."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache, lru_cache

from signals.resources import data_path

# By noun: the country's code and its currency, the one that the word means where nothing else is named first.
SHARED = {
    "rupee": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR"},
    "peso": {"MX": "MXN", "PH": "PHP", "CL": "CLP", "CO": "COP", "AR": "ARS", "UY": "UYU"},
    "crown": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "CZ": "CZK", "IS": "ISK"},
    "krona": {"SE": "SEK", "IS": "ISK"},
    "krone": {"NO": "NOK", "DK": "DKK"},
    "shilling": {"KE": "KES", "UG": "UGX", "TZ": "TZS"},
}

_AMONG_ASIANS = re.compile(r"\b(?:baht|ringgit|rupiah)\b", re.IGNORECASE)


def noun_of(name: str) -> str | None:
    """The shared noun that a bare currency name is, "rupees" included; None for "Indian rupee"."""
    low = name.lower()
    return low if low in SHARED else low[:-1] if low.endswith("s") and low[:-1] in SHARED else None


@lru_cache(maxsize=4)  # asked for each mention of a text
def currency(noun: str, text: str) -> str | None:
    """The currency that a shared noun means in a text: that of the country named most often; None where that is open."""
    among = SHARED[noun]
    named = Counter(code for match in _places().finditer(text) if (code := _by_place()[match.group().casefold()]) in among)
    if not named and noun == "peso" and _AMONG_ASIANS.search(text):
        return "PHP"
    if not named:
        return next(iter(among.values())) if noun in ("rupee", "peso") else None
    (best, count), *others = named.most_common(2)
    return None if others and others[0][1] == count else among[best]


@cache
def _by_place() -> dict[str, str]:
    with data_path("words", "countries.csv").open(encoding="utf-8", newline="") as file:
        return {
            word.casefold(): row["country"]
            for row in csv.DictReader(file)
            for word in f"{row['words']};{row['cities']}".split(";")
            if word
        }


@cache
def _places() -> re.Pattern[str]:
    shared = {code for among in SHARED.values() for code in among}
    words = sorted((word for word, code in _by_place().items() if code in shared), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)
