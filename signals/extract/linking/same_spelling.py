"""Names that a share has in common with another share, or with the code of a currency: one hit for each place.

| text                                                     | meant           | counter-example                    |
|----------------------------------------------------------|-----------------|------------------------------------|
| "the ASX 200 fell, IAG lost 2%": the insurer, though the | IAG.AX          | "the FTSE 100 fell, IAG lost 2%"   |
| airline group alone is sure of its name                  |                 |                                    |
| "the Hang Seng rose, CLP lost 2%": the power company     | 0002.HK         | "CLP lost 2%": the peso of Chile   |
"""

from __future__ import annotations

from signals.extract.linking.places import Places
from signals.instruments import Alias, Master

Hit = tuple[int, int, Alias]
FIRST = "first"  # the kind of a name whose first target is meant where the text does not tell


def one_a_place(hits: list[Hit], master: Master, places: Places) -> list[Hit]:
    """The hits, those of shares with one spelling as one; a code of money gives way to a share beside an index where the text
    does not speak of its country.
    """
    if len({hit[:2] for hit in hits}) == len(hits):
        return hits
    found: dict[tuple[int, int], list[Alias]] = {}
    for start, end, alias in hits:
        found.setdefault((start, end), []).append(alias)
    indexed = any(_class(alias, master) == "index" for _, _, alias in hits)
    return [(*span, a) for span, named in found.items() for a in _apart(named, indexed, master, places)]


def _apart(named: list[Alias], indexed: bool, master: Master, places: Places) -> list[Alias]:
    """The names at one place, each a meaning of its own, in their order."""
    shares = [alias for alias in named if _class(alias, master) == "share"]
    if len(named) < 2 or not shares:
        return named
    together = _together(shares)
    return [
        together if alias is shares[0] else alias
        for alias in named
        if alias not in shares[1:] and not (indexed and _is_foreign_code(alias, master, places))
    ]


def _is_foreign_code(alias: Alias, master: Master, places: Places) -> bool:
    """Whether a name is the code of a currency whose country the text does not name."""
    if alias.kind != "currency" or not alias.text.isupper():
        return False
    return not places.counts[master.currencies[alias.targets[0]].country or ""]


def _together(shares: list[Alias]) -> Alias:
    """One name for all of them, those first that are sure of it."""
    surest = sorted(shares, key=lambda alias: alias.kind == "guarded")
    targets = dict.fromkeys(target for alias in surest for target in alias.targets)
    default = len(shares) > 1 and surest[0].kind != "guarded" and len(surest[0].targets) == 1
    return surest[0]._replace(targets=tuple(targets), kind=FIRST if default else surest[0].kind)


def _class(alias: Alias, master: Master) -> str:
    known = master.instruments.get(alias.targets[0]) if alias.kind in ("instrument", "guarded") else None
    return known.instrument_class if known else ""
