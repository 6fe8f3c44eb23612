"""Nouns that stand for goods of one kind: "the grain" is corn or wheat, no metal."""

from __future__ import annotations

from functools import cache

from signals.extract.text.tokens import Token
from signals.instruments.tables import rows


def of_kind(reference: Token, group: list[Token]) -> list[Token]:
    """Those of a group that the noun of a reference can stand for; all of them where it is a noun for any good."""
    kind = _kinds().get(str(reference.value).rpartition(" ")[2])
    return group if kind is None else [token for token in group if token.value.id in kind]


@cache
def _kinds() -> dict[str, frozenset[str]]:
    table = rows("instruments", "kinds_of_goods.csv")
    return {noun: frozenset(row["instruments"].split(";")) for row in table for noun in row["nouns"].split(";")}
