"""The instruments and their names, put together from the tables in data/instruments."""

from __future__ import annotations

from functools import cache

from signals.instruments import tables
from signals.instruments.instrument import Alias, Instrument, Master

__all__ = ["Alias", "Instrument", "Master", "load_master"]


@cache
def load_master() -> Master:
    """The master that ships."""
    instruments: dict[str, Instrument] = {}
    aliases: list[Alias] = []
    currencies: dict[str, Instrument] = {}
    for instrument, names in tables.entries():
        instruments[instrument.id] = instrument
        aliases += names
        if instrument.instrument_class == "currency":
            currencies[instrument.id] = instrument
    return Master(instruments, tuple(_together([*aliases, *tables.other_names()])), currencies)


def _together(aliases: list[Alias]) -> list[Alias]:
    """Each name once in each kind, with all its targets."""
    found: dict[tuple[str, str], Alias] = {}
    for alias in aliases:
        known = found.setdefault((alias.text, alias.kind), alias)
        if known.targets != alias.targets and alias.targets[0] not in known.targets:
            found[alias.text, alias.kind] = known._replace(targets=known.targets + alias.targets)
    return list(found.values())
