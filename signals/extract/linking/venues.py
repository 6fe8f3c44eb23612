"""One metal, several markets: the exchange that a sentence names says which market's price it gives.

| text                                        | instrument | counter-example                       |
|---------------------------------------------|------------|---------------------------------------|
| "gold ended at $1,361 on the Comex"         | GC         | "gold fell, copper on the Comex rose" |
| "copper on the Shanghai Futures Exchange"   | SHFECOPPER | "copper fell as Shanghai stocks rose" |
| "MGEX September wheat was down 2 cents"     | MGWHEAT    | the wheat named before MGEX           |
| "cash corn was up 3 cents"                  | none       | "corn was up 3 cents"                 |
| "Dalian's soyoil fell; its palm oil rose"   | DCEPALMOIL | "palm oil rose"                       |
"""

from __future__ import annotations

import re
from functools import cache

from signals.extract.linking.mentions import NO_INSTRUMENT, MentionOf
from signals.extract.text.months import MONTH, SHORT_MONTH
from signals.extract.text.tokens import Token
from signals.instruments.tables import rows

_CASH = ("cash ", "Cash ")  # of goods that change hands at once, priced apart from the futures
_REACH = 140
_PLACED = re.compile(r"\b(?:on|in) (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,2},? \Z")
_NEAR = 20  # characters before a name in which its exchange may stand
_BEHIND = re.compile(r"(?:[a-z\d)%]{2}|[A-Z]{3})[.;]\s|\n")  # that ends a sentence: not "K.C. wheat"
# "Wheat closed at $5.55, down 2 cents, and July Kansas City at $4.94".
_OWN_CONTRACT = re.compile(rf"(?:\band|\bwhile|\bbut|[,;]) (?:the )?(?:(?:{MONTH}|{SHORT_MONTH})\.? )?\Z")
# A name that tells its market: "Malaysian palm oil rose, tracking gains in Dalian".
_OWN_MARKET = re.compile(
    r"(?:Malaysian|Bursa|Kuala Lumpur|London|LME|Chicago|CBOT|Tokyo|Osaka|TOCOM|[Ss]pot|[Tt]hree-month)\b(?! gold fix)"
)
# "Palm oil rose, tracking gains in Dalian": of what is traded there.
_MOVE_THERE = re.compile(
    r"\b(?:track\w+|follow\w+|mirror\w+|amid|on|after|by) (?:\w+ )?"
    r"(?:gains?|losses|loss|rise|fall|strength|weakness|rally|drop|slump) (?:in|on) (?:the |rival )?\Z"
)
_END = re.compile(r"[.;](?:\s|$)|\n")


def venues(text: str, names: list[Token], mention_of: MentionOf) -> None:
    """Replaces instruments that the exchange named with them makes another, or none."""
    for place, token in enumerate(names):
        if token.value.instrument_class == "commodity" and text.endswith(_CASH, 0, token.start):
            token.kind, token.form, token.value = "other", "name", NO_INSTRUMENT
        if token.value.id not in _table() or _OWN_MARKET.match(text, token.start, token.end):
            continue
        following = names[place + 1].start if place + 1 < len(names) else len(text)
        pattern, targets = _table()[token.value.id]
        stop = min(following, token.end + _REACH)
        end = _END.search(text, token.end, stop)
        near = max(token.start - _NEAR, 0)
        begin = max((m.end() for m in _BEHIND.finditer(text, near, token.start)), default=near)
        found = pattern.search(text, begin, end.start() if end else stop)
        if found and found.start() > token.end and _of_another(text, token, found, following):
            found = None
        word = found.group() if found else _before(text, names[place - 1] if place else None, token)
        target = targets.get(word, token.value.id)
        if mention := mention_of(target) if target else None:
            token.value = mention
        elif not target:
            token.kind, token.value = "other", NO_INSTRUMENT


def _before(text: str, previous: Token | None, token: Token) -> str:
    """The exchange that a sentence opens with ("On Dalian, soyoil fell and palm oil"), or that of the name before "its"."""
    begin = max(text.rfind("\n", 0, token.start), text.rfind(". ", 0, token.start) + 1, 0)
    begin += text[begin : begin + 1].isspace()
    if text.startswith(("On ", "In "), begin) and (opening := _opening().match(text, begin)):
        return "" if _of_its_own(text, token, opening.end()) else opening[1]
    if previous is None or previous.start < begin or text[token.start - 4 : token.start] != "its ":
        return ""
    return next(iter(_words().get(previous.value.id, ())), "")


def _of_its_own(text: str, token: Token, begin: int) -> bool:
    """ "While on the LME copper fell", "while LME copper fell": a market named with the good itself."""
    named = text[token.start].isupper() and " " in text[token.start : token.end]
    return named or _PLACED.search(text, max(token.start - 30, begin), token.start) is not None


@cache
def _words() -> dict[str, list[str]]:
    """The words for the exchange of each instrument that one makes another, the shortest first."""
    return {row["venue"]: sorted(row["words"].split(";"), key=len) for row in rows("instruments", "venues.csv") if row["venue"]}


@cache
def _opening() -> re.Pattern[str]:
    among = sorted({word for words in _words().values() for word in words}, key=len, reverse=True)
    return re.compile(r"(?:On|In) (?:the )?(" + "|".join(map(re.escape, among)) + r")(?!\w)")


def _of_another(text: str, token: Token, found: re.Match[str], following: int) -> bool:
    """Whether an exchange behind a name is that of another: of the next name, of its own futures, of a contract of its own."""
    between = text[token.end : found.start()]
    own = _OWN_CONTRACT.search(between) is not None and any(c.isdigit() for c in between)
    own = own or _MOVE_THERE.search(between) is not None or text.startswith((" rival", " peers", " counterpart"), found.end())
    return own or _of_next(text[found.end() : following]) or _opens_next(text, token, found)


def _of_next(between: str) -> bool:
    """Whether an exchange belongs to the name behind it: at most the month of a contract stands between them."""
    return between.isspace() or (between.istitle() and len(between.split()) == 1)


def _opens_next(text: str, token: Token, found: re.Match[str]) -> bool:
    """ "Spot gold was at $4,142, and Comex futures lost 1.2%": an exchange in front of its own futures, behind a clause."""
    return text.startswith((" futures", " contract"), found.end()) and found.start() > token.end + 1


@cache
def _table() -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    words: dict[str, dict[str, str]] = {}
    for row in rows("instruments", "venues.csv"):
        words.setdefault(row["instrument"], {}).update(dict.fromkeys(row["words"].split(";"), row["venue"]))
    return {
        instrument: (
            re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, among), key=len, reverse=True)) + r")(?!\w)"),
            among,
        )
        for instrument, among in words.items()
    }
