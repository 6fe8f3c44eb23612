"""Extraction: who moved, which way, how far, to where, since when, as of when, each value with its characters.

>>> from signals.records import Item
>>> text = "The rand traded at 17.6250 against the dollar, 0.6% weaker than its previous close."
>>> found = extract(Item(id="1", path="-", position=0, text=text, body=text))
>>> [(o.instrument, o.level, o.move.direction, o.move.value) for o in found.observations]
[('USDZAR', 17.625, 'up', 0.6)]
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from signals.records import Extraction, Item

if TYPE_CHECKING:
    from signals.extract.extractor import Extractor

__all__ = ["default_extractor", "extract"]


def extract(item: Item) -> Extraction:
    """All observations, calendar entries and drivers of an item, and what became of each of its numbers.

    Never raises for any text; what cannot be read is left out or, a number, listed as unread.
    """
    return default_extractor()(item)


@cache
def default_extractor() -> Extractor:
    """The extractor over the instrument master that ships, built once."""
    from signals.extract.extractor import Extractor
    from signals.extract.linking.linker import Linker
    from signals.extract.text.search import Search
    from signals.instruments import load_master, pair_of

    master = load_master()
    linker = Linker(master)
    return Extractor(Search(linker.aliases(), linker), pair_of, master.instruments.get)
