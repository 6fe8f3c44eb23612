"""What the master holds: instruments, and their names as the press writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument. ``low`` and ``high`` bound the levels that it can plausibly have, in ``unit``; None where unknown.

    ``holder_sign`` turns a rise of the quote into a gain (1) or a loss (-1) of the holder: a bond yield has -1.
    ``lines`` are the same company's shares elsewhere, a pair of currency and id each.
    """

    id: str
    name: str
    instrument_class: str
    unit: str | None = None
    currency: str | None = None
    country: str | None = None
    calendar: str | None = None
    yahoo: str | None = None
    decimals: int | None = None
    base: str | None = None
    quote: str | None = None
    holder_sign: int = 1
    low: float | None = None
    high: float | None = None
    timezone: str = "UTC"
    lines: tuple[tuple[str, str], ...] = ()


class Alias(NamedTuple):
    """A name as the press writes it. Several ``targets`` are possible meanings, among which the text chooses.

    | kind         | names                                                                                       |
    |--------------|---------------------------------------------------------------------------------------------|
    | instrument   | an instrument                                                                               |
    | currency     | a currency alone: context forms the pair                                                    |
    | guarded      | a share whose name is also a word, a place or a house whose analysts are quoted: the text   |
    |              | must show that the share is meant                                                           |
    | beside       | an instrument whose name is also a word: the text must name something of its class or       |
    |              | country beside it                                                                           |
    | other        | something that is no instrument though it contains the name of one: "gold medal"            |
    """

    text: str
    case_sensitive: bool
    targets: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Master:
    """All instruments by id, and all names. ``currencies`` are by code, also those whose code is a share's id (AMD)."""

    instruments: Mapping[str, Instrument]
    aliases: tuple[Alias, ...]
    currencies: Mapping[str, Instrument]
