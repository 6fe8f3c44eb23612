"""Gold and silver at home: the money and the measure of a price say that it is not the one by the ounce in dollars.

| text                                         | instrument | counter-example                             |
|----------------------------------------------|------------|---------------------------------------------|
| "Gold fell Rs 130 to Rs 98,950"              | INGOLD     | "Gold fell to $3,330, Rs 98,950 in Mumbai"  |
| "gold futures slipped Rs 240"                | MCXGOLD    | "gold slipped as the rupee rose"            |
| "gold per tola rose", "22-carat gold"        | none       | "gold rose 2%"                              |
| "gold in rand rose 2%"                       | none       | "gold in dollars rose 2%"                   |
| "Gold slid Rs 800 in Kathmandu"              | none       | "Gold slid Rs 800 in Mumbai"                |
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from signals.extract.linking.mentions import NO_INSTRUMENT, MentionOf
from signals.extract.linking.places import Places
from signals.extract.text.cues import holds_cue, words_of
from signals.extract.text.tokens import Token
from signals.instruments.tables import rows

_REACH, _NEAR = 140, 20  # characters behind and before a name in which its money and measure stand
_RUPEES = ("IN", "PK", "NP", "LK", "BD", "MU")  # countries whose metal is priced in rupees or takas by the tola
_WORLD = re.compile(r"\$|\bdollars\b|\bounce\b")  # a price of the world market, told first
_MADE_IN = (" in ", " priced in ", " denominated in ")
_CLAUSE = re.compile(r"[,;:.\n]")
_EXCHANGE = re.compile(r"\bMCX\b|\bMulti[ -]Commodity Exchange\b")
_FUTURES = {"INGOLD": "MCXGOLD", "INSILVER": "MCXSILVER"}  # in a sentence of their exchange
LOCAL = frozenset((*_FUTURES, *_FUTURES.values()))
_END = re.compile(r"[.;](?:\s|$)(?<!Rs\.\s)|\n")


class _Local(NamedTuple):
    pattern: re.Pattern[str]
    instrument: str  # "" where the price is of nothing that the master holds


def local_prices(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> None:
    """Replaces the metals of the world market that are priced as at home: by the instrument of India, or by none elsewhere."""
    metals = [place for place, token in enumerate(names) if token.value.id in _table()]
    for place in metals:
        _in_money(text, names, place)
    if not metals or not ("₹" in text or holds_cue(text, _cues())):
        return
    abroad = places.home(_RUPEES) not in (None, "IN")
    for place in metals:
        token = names[place]
        following = names[place + 1].start if place + 1 < len(names) else len(text)
        local = _priced(text, token, following)
        if local is None:
            continue
        mention = mention_of(local) if local and not abroad else None
        token.kind, token.value = ("instrument", mention) if mention else ("other", NO_INSTRUMENT)


def _in_money(text: str, names: list[Token], place: int) -> None:
    """ "Gold in rand rose 2%": a price that no market makes, which is neither the metal's nor the currency's."""
    metal, money = names[place], names[place + 1] if place + 1 < len(names) else None
    if money is None or money.value.instrument_class != "currency" or text[metal.end : money.start] not in _MADE_IN:
        return
    if money.value.id != "USD":
        metal.kind, metal.value = "other", NO_INSTRUMENT
    metal.end = money.end
    money.kind, money.value, money.start = "other", NO_INSTRUMENT, metal.start  # covered by the metal


def _priced(text: str, token: Token, following: int) -> str | None:
    """The instrument, or "" for none, that the money and measure around a name make of it; None where they say nothing."""
    stop = min(following, token.end + _REACH)
    end = _END.search(text, token.end, stop)
    stop = end.start() if end else stop
    world = _WORLD.search(text, token.end, stop)
    before = text[max(token.start - _NEAR, 0) : token.start]
    span = (token.start - len(_CLAUSE.split(before)[-1]), world.start() if world else stop)
    found = next((local.instrument for local in _table()[token.value.id] if local.pattern.search(text, *span)), None)
    sentence = max(text.rfind("\n", 0, token.start), text.rfind(". ", 0, token.start), 0)
    return _FUTURES[found] if found in _FUTURES and _EXCHANGE.search(text, sentence, token.start) else found


@cache
def _table() -> dict[str, list[_Local]]:
    """For each metal of the world market what its local prices are told by, in the order in which that counts."""
    table: dict[str, list[_Local]] = {}
    for row in rows("instruments", "local_prices.csv"):
        words = "|".join(sorted(map(re.escape, row["words"].split(";")), key=len, reverse=True))
        table.setdefault(row["instrument"], []).append(_Local(re.compile(rf"(?<!\w)(?:{words})(?![^\W\d])"), row["local"]))
    return table


@cache
def _cues() -> frozenset[bytes]:
    words = {word for row in rows("instruments", "local_prices.csv") for word in row["words"].split(";") if word.isascii()}
    return frozenset(max(words_of(word.rpartition(" ")[2]), key=len) for word in words)
