"""What the yield of a bond is and where it went means the same in whatever words, of any country and tenor.

Expected values are told by hand for reports of Thursday 10 July 2025.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Item, Observation

RECEIVED = datetime(2025, 7, 10, 15, 5, tzinfo=UTC)
BONDS = (("Italy", "Italian", "3.46", "IT"), ("Britain", "British", "4.62", "GB"), ("Japan", "Japanese", "1.49", "JP"))
TENORS = {"10yr": "10Y", "10y": "10Y", "ten-year": "10Y", "10-year": "10Y", "2-yr": "2Y"}
SIZED = (
    "{country}'s {tenor} yield was at {level}% (3bp higher).",
    "{country}'s {tenor} yield was at {level}% (up 3bp).",
    "The {adjective} {tenor} yield rose three basis points to {level}%.",
    "The yield on {country}'s {tenor} bond was 3 basis points higher at {level} percent.",
)
LAY = (
    "{country} pays {level}% to borrow for ten years.",
    "{country} now has to pay {level} per cent to borrow for 10 years.",
    "Investors demand {level}% to lend to {country} for ten years.",
    "What {country} pays to borrow for ten years went to {level}%.",
    "The rate at which {country} borrows for ten years was {level}%.",
)


def rows(sentence: str) -> list[Observation]:
    text = f"Markets\n\nJuly 10 - {sentence}"
    return list(extract(Item(id="x", path="-", position=0, text=text, body=text, received_at=RECEIVED)).observations)


@pytest.mark.parametrize(("country", "adjective", "level", "code"), BONDS)
@pytest.mark.parametrize("sentence", SIZED)
@pytest.mark.parametrize("tenor", TENORS)
def test_tenors_and_sizes(country: str, adjective: str, level: str, code: str, sentence: str, tenor: str) -> None:
    (found,) = rows(sentence.format(country=country, adjective=adjective, level=level, tenor=tenor))
    assert (found.instrument, found.level) == (code + TENORS[tenor], float(level))
    assert found.move is not None
    assert (found.move.direction, found.move.value, found.move.unit) == ("up", 3, "bp")


@pytest.mark.parametrize(("country", "adjective", "level", "code"), BONDS)
@pytest.mark.parametrize("sentence", LAY)
def test_lay_words(country: str, adjective: str, level: str, code: str, sentence: str) -> None:
    assert [(o.instrument, o.level) for o in rows(sentence.format(country=country, level=level))] == [
        (f"{code}10Y", float(level))
    ]


@pytest.mark.parametrize("verb", ["gained", "declined", "advanced", "gains"])
def test_verbs_that_are_nouns_of_a_move_as_well_lead_to_a_level(verb: str) -> None:
    (found,) = rows(f"Italy's 10-year yield {verb} to 3.46%.")
    assert (found.instrument, found.level, found.move and found.move.value) == ("IT10Y", 3.46, None)


def test_what_has_come_of_a_gain_stays_its_size() -> None:
    (found,) = rows("The FTSE 100 trimmed its gains to 0.6%.")
    assert (found.level, found.move and found.move.value) == (None, 0.6)


@pytest.mark.parametrize(
    ("sentence", "instrument", "value"),
    [
        ("The FTSE 100 was at 8,812 (0.4% higher).", "UKX", 0.4),
        ("Gold was at $3,312 ($12 lower).", "XAUUSD", 12),
        ("The euro was at $1.1712 (0.3% weaker).", "EURUSD", 0.3),
    ],
)
def test_a_word_behind_a_size_in_brackets_says_which_way(sentence: str, instrument: str, value: float) -> None:
    (found,) = rows(sentence)
    assert (found.instrument, found.move and found.move.value) == (instrument, value)


def test_what_a_country_pays_for_something_else_is_no_yield() -> None:
    assert not rows("What Italy pays for gas went to 35 euros, and 3.46% to borrow for homes.")


def test_the_treasury_of_another_country_is_not_american() -> None:
    found = rows("Mexico's Treasury sold 5 billion of ten-year bonds at an average yield of 9.1%.")
    assert [o.instrument for o in found] == ["MX10Y"]


def test_other_dollar_rates_are_the_dollars() -> None:
    found = rows(
        "The euro traded at $1.1712.\n\nOther dollar rates compared with Wednesday:\n—146.25 yen\n—1.2219 Swiss francs"
    )
    assert [(o.instrument, o.level) for o in found] == [("EURUSD", 1.1712), ("USDJPY", 146.25), ("USDCHF", 1.2219)]


@pytest.mark.parametrize("name", ["the Aussie", "the Australian dollar"])
def test_dollar_beside_another_dollar_is_american(name: str) -> None:
    (found,) = rows(f"The dollar edged up 0.4% against {name} to 65.52 US cents.")
    assert (found.instrument, found.level, found.move and found.move.direction) == ("AUDUSD", 0.6552, "down")


def test_a_step_that_a_bank_rules_out_is_none() -> None:
    assert not [
        o
        for o in rows("The Riksbank kept its policy rate at 2%. It ruled out a rise of 50 basis points.")
        if o.move and o.move.value
    ]


def test_yield_held_against_another_countrys() -> None:
    found = rows("The Italian 10-year yield was 3.46%, compared with 3.20% for Spain.")
    assert [(o.instrument, o.level, o.level_kind) for o in found] == [("IT10Y", 3.46, "last"), ("ES10Y", 3.2, "last")]


def test_yield_held_against_its_own_of_another_day() -> None:
    found = rows("The Italian 10-year yield was 3.46%, compared with 3.41% on Wednesday.")
    assert [(o.instrument, o.level, o.level_kind) for o in found] == [("IT10Y", 3.46, "last"), ("IT10Y", 3.41, "previous")]


def test_countries_behind_a_tenor_that_heads_their_line() -> None:
    found = rows("Ten-year yields: Spain 3.20% (+2 bp), Italy 3.46% (-1 bp).")
    assert [(o.instrument, o.level, o.move and o.move.value) for o in found] == [("ES10Y", 3.2, 2), ("IT10Y", 3.46, 1)]


def test_word_behind_a_size_has_its_own_way() -> None:
    found = rows("Germany's two-year yield was 2 basis points lower at 1.84%, the five-year 1 higher at 2.18%.")
    assert [(o.instrument, o.move and o.move.direction) for o in found] == [("DE2Y", "down"), ("DE5Y", "up")]


@pytest.mark.parametrize("reason", ["after the tariff news", "after the weak jobs data", "in thin trade"])
@pytest.mark.parametrize("verb", ["was at", "closed at"])
def test_reason_between_a_size_and_its_level(reason: str, verb: str) -> None:
    (found,) = rows(f"Gold lost 0.4% {reason} and {verb} $3,312.")
    assert (found.instrument, found.level, found.move and found.move.value) == ("XAUUSD", 3312, 0.4)


def test_bond_of_a_year_and_its_yield() -> None:
    (found,) = rows("The R2035 bond's yield rose 7 points to 9.92%.")
    assert (found.instrument, found.level, found.move and found.move.value) == ("ZA_2035", 9.92, 7)


@pytest.mark.parametrize(("country", "bond"), [("Swedish", "SE10Y"), ("German", "DE10Y"), ("Italian", "IT10Y")])
@pytest.mark.parametrize("told", ["is down 3bp at 0.27%", "was 3bp lower at 0.27%", "fell 3 basis points to 0.27%"])
def test_short_tenor_behind_its_country(country: str, bond: str, told: str) -> None:
    (found,) = rows(f"The {country} 10y {told}.")
    assert (found.instrument, found.level, found.move and found.move.value) == (bond, 0.27, 3)


def test_plan_of_ten_years_is_no_bond() -> None:
    assert rows("The German 10y plan was cut by 3bp.") == []
