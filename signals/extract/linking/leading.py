"""Which of the indices of one country "the benchmark" is, and what an index is described to be of."""

from __future__ import annotations

import re
from functools import cache

from signals.extract.text.tokens import Token
from signals.instruments.tables import rows

_AMERICAN = "SPX"  # the benchmark of the country with several leading indices

# "The FTSE 100 index of leading companies", "the CSI 300 of the biggest names on both bourses".
_MEMBERS = re.compile(
    r"(?: [Ii]ndex| gauge)? of (?:the |its |all )?(?:[a-z0-9-]+ ){0,4}?"
    r"(?:companies|shares|stocks|issues|firms|names|blue chips|blue-chips|start-ups|equities|caps)\b"
    r"(?: (?:on|in) (?:the |both )?[A-Za-z]+(?: (?:exchange|bourse|market)s?)?(?= \d))?"
)

# "The eurozone index Eurostoxx 50": what only says which index a name is.
_WHOSE = re.compile(r"(?:['’]s)? (?:[a-z-]+ ){0,2}(?:index|gauge|benchmark|barometer) ")
# "The KBW regional banks index": another one than that of the text's market.
_ANOTHERS = re.compile(r"(?<!\. )\b(?!The |Its |European |Europe['’]s |Britain['’]s )(?:[A-Z][\w&.]*|\d{2,4}|regional) \Z")


def of_another(text: str, start: int) -> bool:
    """Whether a name stands before what goes by the name of an index, "the KBW regional [banks index]"."""
    return _ANOTHERS.search(text, max(start - 16, 0), start) is not None


def without_descriptions(text: str, tokens: list[Token]) -> list[Token]:
    """The names but those that say which index the one behind them is."""
    indices = {t.start for t in tokens if t.value.instrument_class == "index"}
    described = [t for t in tokens if t.kind == "other" and (m := _WHOSE.match(text, t.end)) and m.end() in indices]
    return [t for t in tokens if t not in described] if described else tokens


def with_members(text: str, end: int) -> int:
    """Where the name of an index ends with the words that say what its members are."""
    members = _MEMBERS.match(text, end) if text.startswith((" of", " index of", " Index of", " gauge of"), end) else None
    return members.end() if members is not None else end


@cache
def _homes() -> dict[str, str]:
    return {row["id"]: row["country"] for row in rows("instruments", "indices.csv")}


@cache
def _heads() -> frozenset[str]:
    """The one index that stands for a country's market, where there is one."""
    return frozenset(row["id"] for row in rows("instruments", "indices.csv") if row["national"]) | {_AMERICAN}


@cache
def _national() -> dict[str, str]:
    return {row["country"]: row["id"] for row in rows("instruments", "indices.csv") if row["national"]}


def national(country: str) -> str | None:
    """The one index that stands for the market of a country, None where none does."""
    return _national().get(country)


def index_home(identity: str) -> str | None:
    """The country whose market an index is of; None for what is no country's."""
    return _homes().get(identity.removesuffix("_F")) or None


def leading(spoken: str, named: list[str]) -> str:
    """The index among those that have been named, first ones first, that is the benchmark of the country of the one spoken of.

    >>> leading("HSCEI", ["HSI", "HSCEI"]), leading("IXIC", ["DJI", "SPX", "IXIC"]), leading("TPX", ["DAX", "NKY", "TPX"])
    ('HSI', 'SPX', 'NKY')
    """
    home = _homes().get(spoken)
    rivals = [identity for identity in named if home is not None and _homes().get(identity) == home]
    return next((identity for identity in rivals if identity in _heads()), rivals[0] if rivals else spoken)
