"""Headlines about one metal: prices beside words that say little, extremes that were left again, sizes that remain."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Silver trims losses after payrolls: $16.52, off 0.2%", ("XAGUSD", 16.52, "last", "down", 0.2, "percent")),
        ("Platinum in a Friday squeeze - $912.40, up 0.4%", ("XPTUSD", 912.4, "last", "up", 0.4, "percent")),
        ("+12.3%, $18.41 for Comex silver in the first half", ("SI", 18.41, "last", "up", 12.3, "percent")),
        ("XAG/USD -0.4% 22.35", ("XAGUSD", 22.35, "last", "down", 0.4, "percent")),
        ("Silver at its weakest since August, $14.27, down 0.7%", ("XAGUSD", 14.27, "last", "down", 0.7, "percent")),
        ("60-cent jump lifts silver to $17.30", ("XAGUSD", 17.3, "last", "up", 0.6, "USD")),
        ("Silver smashed 6% lower at $22.10", ("XAGUSD", 22.1, "last", "down", 6, "percent")),
        ("Silver cuts its loss to 12 cents at $17.10", ("XAGUSD", 17.1, "last", "down", 0.12, "USD")),
        ("Platinum changes hands at $941, slipping for a fourth session", ("XPTUSD", 941, "last", "down", None, None)),
        ("Platinum dips to $910.50 (-0.4%) on firm equities", ("XPTUSD", 910.5, "last", "down", 0.4, "percent")),
        ("London gold fix falls $4.25 to $312.45", ("XAUUSD", 312.45, "fixing", "down", 4.25, "USD")),
        ("Silver settles at $17.42", ("SI", 17.42, "close", None, None, None)),
        ("Gold slumps, April contract $59 down at $945.30", ("GC", 945.3, "last", "down", 59, "USD")),
        ("Platinum breaks above $1,000", ("XPTUSD", None, None, "up", None, None)),
    ],
)
def test_one_statement(read: Callable[[str], Extraction], text: str, want: tuple[object, ...]) -> None:
    assert [short(o) for o in read(text).observations] == [want]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Silver climbs off $13.62 low to $13.90", {("low", 13.62, None), ("last", 13.9, "up")}),
        ("Silver slips from $14.66 session high to $14.52", {("high", 14.66, None), ("last", 14.52, "down")}),
        ("Silver, $30.10 at one stage, slid to $29.40", {("high", 30.1, None), ("last", 29.4, "down")}),
        ("Silver hits $30.80 then pares rise to 0.6%", {("high", 30.8, None), (None, None, "up")}),
        ("Silver stuck in $16.20-$16.55 range", {("low", 16.2, None), ("high", 16.55, None)}),
        ("Silver seen in $16.20-$16.55 range", {("forecast", 16.2, None), ("forecast", 16.55, None)}),
    ],
)
def test_two_statements(read: Callable[[str], Extraction], text: str, want: set[tuple[object, ...]]) -> None:
    found = read(text).observations
    assert {(o.level_kind, o.level, o.move.direction if o.move else None) for o in found} == want


@pytest.mark.parametrize("text", ["Platinum nears $1,000", "Platinum tests $900", "Gold dealers settle at $40 million"])
def test_a_mark_that_was_not_reached_is_no_price(read: Callable[[str], Extraction], text: str) -> None:
    assert all(o.level is None for o in read(text).observations)


def test_a_later_price_without_a_unit_is_near_one_that_was_read(read: Callable[[str], Extraction]) -> None:
    text = "Malaysian palm oil\nThe November contract ended at 1,889 ringgit a tonne. At midday it had stood at 1,921."
    assert [o.level for o in read(text).observations] == [1889, 1921]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Newmont, the gold miner, fell 4%.", ["NEM"]),
        ("Antofagasta, the copper producer, rose 2.1%.", ["ANTO.L"]),
        ("LME copper fell 1%. On U.S. Comex, most-active July was 0.8% firmer at $5.0935 a lb.", ["COPPER", "HG"]),
        ("May copper dropped 2.2% to $3.91.", ["HG"]),
        ("Copper rose $120 to $9,430.", ["COPPER"]),
        ("Paris wheat rose to 236 euros a ton.\n- Sunflower seeds: 22,275 roubles, -250 roubles", ["PARISWHEAT"]),
        ("BTC   $15,922   -14.1%\nSOL   $13.94   -43.5%", ["BTCUSD", "SOLUSD"]),
        ("Palm oil fell 2%.\n($1 = 4.2350 ringgit)", ["PALMOIL", "USDMYR"]),
        ("WTI put on 56 cents to $56.25 a barrel after 12 down sessions in a row.", ["WTI"]),
    ],
)
def test_whose_figures_they_are(read: Callable[[str], Extraction], text: str, want: list[str]) -> None:
    assert [o.instrument for o in read(text).observations] == want
