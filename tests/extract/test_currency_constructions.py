"""What one currency costs in another means the same in whatever words, of whichever currencies.

Expected values are told by hand for reports of Thursday 10 July 2025.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Item, Observation

RECEIVED = datetime(2025, 7, 10, 15, 5, tzinfo=UTC)
MONEY = {  # where: code, the currency, several of it, its hundredths, a dollar and a euro in it
    "CHISINAU": ("MDL", "leu", "lei", "bani", "17.6684", "19.3127"),
    "TBILISI": ("GEL", "lari", "lari", "tetri", "2.7205", "3.1102"),
    "STOCKHOLM": ("SEK", "krona", "kronor", "ore", "9.4820", "11.1250"),
    "BELGRADE": ("RSD", "dinar", "dinars", "para", "100.25", "117.15"),
    "MONTEVIDEO": ("UYU", "peso", "pesos", "centesimos", "40.25", "47.10"),
    "TASHKENT": ("UZS", "sum", "sums", "tiyins", "12650.40", "14310.20"),
    "PORT-AU-PRINCE": ("HTG", "gourde", "gourdes", "centimes", "131.20", "153.50"),
}
BOTH = (
    "You get {dollar} {several} for a dollar and {euro} for a euro.",
    "There were {dollar} {several} to the dollar and {euro} to the euro.",
    "It took {dollar} {several} to buy a dollar and {euro} {several} to buy a euro.",
    "For a dollar {dollar} {several} were paid, for a euro {euro}.",
    "You will have to pay {dollar} {several} for a dollar, and {euro} {several} for a euro.",
    "The {one} stood at {dollar} per dollar and {euro} per euro.",
)


def rows(where: str, sentence: str) -> Sequence[Observation]:
    text = f"The market\n\n{where}, July 10 - {sentence}"
    return extract(Item(id="x", path="-", position=0, text=text, body=text, received_at=RECEIVED)).observations


@pytest.mark.parametrize("where", MONEY)
@pytest.mark.parametrize("sentence", BOTH)
def test_prices_of_a_dollar_and_a_euro(where: str, sentence: str) -> None:
    code, one, several, _, dollar, euro = MONEY[where]
    found = rows(where, sentence.format(one=one, several=several, dollar=dollar, euro=euro))
    assert [(o.instrument, o.level) for o in found] == [(f"USD{code}", float(dollar)), (f"EUR{code}", float(euro))]


@pytest.mark.parametrize("where", MONEY)
def test_hundredths_and_a_dateline_of_any_place(where: str) -> None:
    code, _, several, parts, _, euro = MONEY[where]
    (found,) = rows(where, f"The euro comes to {euro} {several}, having shed 5 {parts}.")
    assert (found.instrument, found.level, found.move and (found.move.value, found.move.unit)) == (
        f"EUR{code}", float(euro), (0.05, code),
    )  # fmt: skip


@pytest.mark.parametrize("where", MONEY)
@pytest.mark.parametrize("name", ["local currency", "national currency", "local unit", "country's currency"])
def test_local_currency_that_no_name_tells(where: str, name: str) -> None:
    code, *_, dollar, _ = MONEY[where]
    assert [(o.instrument, o.level) for o in rows(where, f"The {name} traded at {dollar} to the dollar.")] == [
        (f"USD{code}", float(dollar))
    ]


def test_local_currency_of_nowhere_is_nobodys() -> None:
    assert not rows("WASHINGTON", "Banks lend in local currency at 17.6684 and the local unit is strong.")


def test_day_in_brackets_with_a_figure_dates_nothing_behind_them() -> None:
    found = rows("STOCKHOLM", "The dollar stood at 9.48 kronor (Wednesday: 9.42) and the euro at 11.12 (11.05).")
    assert [(o.instrument, o.level, o.level_kind) for o in found] == [
        ("USDSEK", 9.48, "last"), ("USDSEK", 9.42, "previous"), ("EURSEK", 11.12, "last"), ("EURSEK", 11.05, "previous"),
    ]  # fmt: skip
    assert [o.at for o in found[:3]] == ["2025-07-10", "2025-07-09", "2025-07-10"]


def test_dollar_and_twelve_cents_stays_a_sum() -> None:
    (found,) = rows("LONDON", "Brent rose a dollar and 12 cents to $68.42 a barrel.")
    assert (found.level, found.move and found.move.value) == (68.42, 1.12)


@pytest.mark.parametrize(
    ("behind", "way", "size"),
    [("So far in July the greenback has gained 0.96%.", "up", 0.96), ("In the year the dollar is down 5.75%.", "down", 5.75)],
)
def test_dollar_of_a_report_on_one_market_is_its_price_there(behind: str, way: str, size: float) -> None:
    told = "The dollar closed at 40.25 pesos, after 40.11 pesos. It opened at 40.20 pesos."
    found = rows("MONTEVIDEO", f"{told} {behind} In Brazil it ended at 4.82 reais.")
    assert [(o.instrument, o.move and o.move.direction, o.move and o.move.value) for o in found][3] == ("USDUYU", way, size)


def test_prices_behind_what_announces_official_rates_are_fixings() -> None:
    told = "The National Bank of Moldova worked out the official rates that will be valid tomorrow, 11 July."
    found = rows("CHISINAU", f"{told} One euro is put at 19.3127 lei. The US dollar has gone up to 17.6684 lei.")
    assert [(o.instrument, o.level_kind, o.at) for o in found] == [
        ("EURMDL", "fixing", "2025-07-11"), ("USDMDL", "fixing", "2025-07-11"),
    ]  # fmt: skip


@pytest.mark.parametrize("sentence", ["The central bank weakened the naira by 2% to 1,540 per dollar."])
def test_who_weakens_a_currency_moves_it(sentence: str) -> None:
    (found,) = rows("ABUJA", sentence)
    assert (found.instrument, found.level, found.move and found.move.direction) == ("USDNGN", 1540, "up")
