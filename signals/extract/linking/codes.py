"""Exchange codes in the rows of tables: those of the names that we know tell the exchange, and so name the other rows.

| text                                   | instrument | counter-example                                     |
|----------------------------------------|------------|-----------------------------------------------------|
| "Barrick Gold   ABX   18.61" beside    | CNQ.TO     | the same row in a table where no known name has its |
| "Cdn Natural    CNQ   48.93"           |            | own code beside it                                  |
| "SABIC (2010)   112.20" beside         | 4190.SR    | "(2010)" behind a name in a sentence                |
| "Jarir (4190)   189.80"                |            |                                                     |
| "NVDA   442.69" below "Symbol  Last"   | NVDA       | the same without that header                        |

A code that has been read is no figure: neither 2010 nor 4190 is a price.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from signals.extract.linking.mentions import MentionOf
from signals.extract.text.tokens import Token

_CODE = r"(?:[A-Z]{1,5}(?:\.[A-Z])?|\d{3,6})(?:\.[A-Z]{1,2})?"
_GAP = r"(?:[ \t]{2,}|\t|[ \t]*\|[ \t]*)"
_FIGURE = r"[-+]?(?:[A-Z]{1,3}\$?|[$€£¥₹])?[ ]?\d"
_BEHIND = re.compile(
    rf"^[ \t|]*(?P<name>[A-Za-z][^\n|]{{1,30}}?)(?: \((?P<listed>{_CODE})\)|{_GAP}(?P<cell>{_CODE}))"
    rf"(?={_GAP}{_FIGURE}|\)? +\d)",
    re.MULTILINE,
)
_AHEAD = re.compile(rf"^[ \t|]*(?P<cell>{_CODE}){_GAP}(?P<name>[A-Za-z][^\n|]{{1,30}}?)(?={_GAP}{_FIGURE})", re.MULTILINE)

_ALONE = re.compile(rf"^[ \t|]*(?P<name>(?P<cell>[A-Z]{{2,5}}(?:\.[A-Z]{{1,2}})?))(?={_GAP}{_FIGURE})", re.MULTILINE)
_HEADED = re.compile(r"^[ \t|]*(?:Symbol|Ticker|Code|SYMBOL|TICKER|CODE|RIC)\b", re.MULTILINE)


def codes(text: str, names: Sequence[Token], mention_of: MentionOf) -> list[Token]:
    """Widens the names of shares in rows over their codes; tokens for the rows that only their code names."""
    if "  " not in text and "\t" not in text and "|" not in text:
        return []
    shares = [t for t in names if t.value.instrument_class == "share"]
    rows = list(_rows(text)) if shares or _HEADED.search(text) else []
    known = {row.start(): token for row in rows for token in shares if row.start() <= token.start < row.end()}
    suffix = _exchange(rows, known)
    if suffix is None and not shares and len(rows) > 1 and all(mention_of(_code(row)) is not None for row in rows):
        suffix = ""  # tickers alone, each one of New York's
    if suffix is None:
        return []
    found = []
    for row in rows:
        token = known.get(row.start())
        if token is not None and (_is_price(row) and _listing(_code(row), suffix) != token.value.id):
            continue  # "Nintendo   12180   +61"
        if token is not None and row.start("name") <= token.start:
            token.start, token.end = min(token.start, row.start("name")), max(token.end, row.end())
        elif token is None and (mention := mention_of(_listing(_code(row), suffix))) is not None:
            found.append(Token("instrument", row.start("name"), row.end(), mention))
    return found


def _rows(text: str) -> Iterator[re.Match[str]]:
    yield from _BEHIND.finditer(text)
    yield from _AHEAD.finditer(text)
    if _HEADED.search(text) is not None:
        yield from _ALONE.finditer(text)


def _is_price(row: re.Match[str]) -> bool:
    """Whether what may be a code behind a name may be its price as well: digits in a cell of their own."""
    cell = row.groupdict().get("cell")
    return cell is not None and cell.isdigit() and row.start("cell") > row.start("name")


def _code(row: re.Match[str]) -> str:
    return row.groupdict().get("listed") or row["cell"]


def _exchange(rows: Sequence[re.Match[str]], known: dict[int, Token]) -> str | None:
    """The suffix of the exchange where the names that we know have the codes beside them; None where none has."""
    votes: Counter[str] = Counter()
    for row in rows:
        identity = known[row.start()].value.id if row.start() in known else ""
        suffix = identity.partition(".")[2]
        votes[suffix] += bool(identity) and _listing(_code(row), suffix) == identity
    best = max(votes, key=lambda suffix: votes[suffix], default=None)
    return best if best is not None and votes[best] else None


def _listing(code: str, suffix: str) -> str:
    """Yahoo's symbol for the code of a share at an exchange."""
    stem = code.removesuffix(f".{suffix}") if suffix else code
    stem = stem.zfill(4) if suffix == "HK" and stem.isdigit() else stem.replace(".", "-")
    return f"{stem}.{suffix}" if suffix else stem
