"""The instruments and their names, put together from the tables in data/instruments."""

from __future__ import annotations

from collections.abc import Iterator
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


def _together(aliases: list[Alias]) -> Iterator[Alias]:
    """Each name once in each kind, with all its targets."""
    targets: dict[tuple[str, str], dict[str, None]] = {}
    for alias in aliases:
        targets.setdefault((alias.text, alias.kind), {}).update(dict.fromkeys(alias.targets))
    for alias in aliases:
        found = targets.pop((alias.text, alias.kind), None)
        if found is not None:
            yield alias if len(found) == len(alias.targets) else alias._replace(targets=tuple(found))
