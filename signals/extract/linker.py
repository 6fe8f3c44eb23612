"""Alias hits to mentions: which instrument a name stands for here. A name that context does not settle is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from signals.extract.guard import supported
from signals.extract.mentions import Mention
from signals.extract.shared_names import SHARED, currency, noun_of
from signals.extract.tokens import Token
from signals.instruments import Alias, Instrument, Master

_AFTER_EURO = re.compile(r"[ -](?:zone|area|bloc|STOXX|Stoxx)\b")
_BEFORE_WON = re.compile(
    r"(?:\b(?:the|korean|weaker|stronger|firmer|softer)|[\d%]|thousand|hundred|three|point-\w+|five|nine|million|billion"
    r"|trillion)[ -]$",
    re.IGNORECASE,
)
Hit = tuple[int, int, Alias]


class Linker:
    """Turns the alias hits of one text into instrument tokens."""

    def __init__(self, master: Master) -> None:
        self._master = master
        self._mentions: dict[tuple[str, bool], Mention] = {}

    def aliases(self) -> dict[str, list[Alias]]:
        """All names by their lower-case spelling."""
        found: dict[str, list[Alias]] = {}
        for alias in self._master.aliases:
            found.setdefault(alias.text.lower(), []).append(alias)
        for noun, among in SHARED.items():
            for name in (noun, f"{noun}s"):
                found.setdefault(name, [Alias(name, False, (next(iter(among.values())),), "currency")])
        return found

    def __call__(self, text: str, hits: Iterable[tuple[int, int, list[Alias]]]) -> list[Token]:
        """A token for each hit that names one instrument, in order."""
        chosen = self._guarded(
            text,
            [
                (start, end, alias)
                for start, end, aliases in hits
                for alias in aliases
                if _as_written(text, start, end, alias) and _is_noun(text, start, end)
            ],
        )
        settled = Counter(alias.targets[0] for _, _, alias in chosen if len(alias.targets) == 1)
        tokens: dict[int, Token] = {}
        for start, end, alias in chosen:
            target = self._settle(alias, settled)
            if noun := noun_of(alias.text):
                target = currency(noun, text)
            if target is not None and target in self._master.instruments and start not in tokens:
                tokens[start] = Token(
                    "instrument", start, end, self.mention(target, _by_price(alias.text, text[end : end + 8]))
                )
        return [tokens[start] for start in sorted(tokens)]

    def _guarded(self, text: str, hits: list[Hit]) -> list[Hit]:
        """Without the names of shares that the text does not show to be shares."""
        if all(alias.kind != "guarded" for _, _, alias in hits):
            return hits
        shares = {(start, end) for start, end, alias in hits if alias.kind == "guarded" or self._is_share(alias)}
        evident = supported(text, sorted(shares))
        return [hit for hit in hits if hit[2].kind != "guarded" or hit[:2] in evident]

    def _is_share(self, alias: Alias) -> bool:
        return self._master.instruments[alias.targets[0]].instrument_class == "share"

    def _settle(self, alias: Alias, settled: Counter[str]) -> str | None:
        known = [target for target in alias.targets if target in self._master.instruments]
        if len(known) == 1:
            return known[0]
        named = [target for target in known if settled[target]]
        if len(named) == 1:
            return named[0]
        countries = Counter(
            self._master.instruments[t].country for t, n in settled.items() if t in self._master.instruments for _ in range(n)
        )
        local = [t for t in known if (c := self._master.instruments[t].country) and countries[c]]
        return local[0] if len(local) == 1 else None

    def find(self, target: str) -> Mention | None:
        """The mention for an instrument id, None where the master has none."""
        return self.mention(target) if target in self._master.instruments else None

    def mention(self, target: str, by_price: bool = False) -> Mention:
        """The mention for an instrument id; the same object each time."""
        key = (target, by_price)
        if key not in self._mentions:
            self._mentions[key] = _mention(self._master.instruments[target], by_price)
        return self._mentions[key]


def _as_written(text: str, start: int, end: int, alias: Alias) -> bool:
    written = text[start:end]
    return (
        not alias.case_sensitive
        or written == alias.text
        or (
            " " in alias.text and written[0].isupper() and written[1:] == alias.text[1:]
        )  # "Blue-chip Dow" at the head of a sentence
        or (alias.text.count(" ") >= 2 and written[0] == alias.text[0])  # "Nikkei stock average"
        or (written.isupper() and len(written) > 4 and written == alias.text.upper())
    )


def _is_noun(text: str, start: int, end: int) -> bool:
    """Whether a currency that is also a verb is meant as a noun: "the won", "200 won", not "has since won some back"."""
    if _AFTER_EURO.match(text, end):
        return False
    if text[start:end] != "won":
        return True
    return bool(_BEFORE_WON.search(text, max(start - 14, 0), start))


def _by_price(name: str, following: str) -> bool:
    """Whether a bond's name speaks of its price: "gilts rose", but not "the gilt yield rose"."""
    low = name.lower()
    return "yield" not in low and not following.lower().lstrip().startswith("yield")


def _mention(instrument: Instrument, by_price: bool) -> Mention:
    bond = instrument.instrument_class == "bond yield"
    return Mention(
        instrument.id, instrument.instrument_class, instrument.unit, instrument.currency, bond and by_price, instrument.low,
        instrument.high
    )  # fmt: skip
