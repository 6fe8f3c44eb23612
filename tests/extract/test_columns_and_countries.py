"""Tables with heads that no list has, rows named by countries, and labels with numbers in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

Read = Callable[[str], Extraction]

JSE = """\
JSE AT NOON

SHARE            RAND   CHG %
Naspers      3,480.00    -1.2
Sasol          320.75    -1.0
MTN            109.45    unch"""
SCORES = """\
JSE AT NOON

SHARE          LAST      SCORE
Naspers    3,480.00   3,100.00
Sasol        320.75     300.00"""
COUNTRIES = """\
Foreign Exchange

Dollars per unit of foreign currency
               Fri.     Thu.
Australia    0.6579   0.6564
Euro area    1.1802   1.1753

Foreign currency per U.S. dollar
               Fri.     Thu.
Canada       1.3561   1.3611
Japan        144.52   143.79"""
RESERVES = """\
Foreign exchange reserves, $ bln
               May     April
Japan          1.2     1.3
Canada         0.9     0.8"""
METALS = """\
Metals
                        Unit         Close   Change       %
Copper, LME 3 mths      $/tonne   9,834.00   +24.00   +0.24
Aluminium               $/tonne   2,593.00   -17.00   -0.65"""
YEARS = """\
Asian indices, Thursday, July 3: closing levels, with percent change for the year

Index             Close     2025
Nikkei 225    39,785.90    -9.37
Hang Seng     24,069.94   +15.46"""
SETTLED = """\
Prices at the close, Thursday, July 3, 2025
Settlement; change is on the previous trading day

             Close   Change
Brent        68.80    -0.31
Gasoil      710.25    +4.00"""


def levels(found: Extraction) -> dict[tuple[str, str | None], float | None]:
    return {(o.instrument, o.level_kind): o.level for o in found.observations if o.level is not None}


def test_an_unknown_head_over_prices_is_that_of_the_price(read: Read) -> None:
    table = JSE
    found = read(table)
    assert levels(found) == {("NPN.JO", "last"): 3480.0, ("SOL.JO", "last"): 320.75, ("MTN.JO", "last"): 109.45}
    assert {o.instrument: o.move.value for o in found.observations if o.move} == {"NPN.JO": 1.2, "SOL.JO": 1.0, "MTN.JO": None}


def test_an_unknown_head_beside_that_of_the_last_price_is_none(read: Read) -> None:
    table = SCORES
    assert levels(read(table)) == {("NPN.JO", "last"): 3480.0, ("SOL.JO", "last"): 320.75}


@pytest.mark.parametrize("head", ["P/E", "EPS", "BETA", "SALES"])
def test_ratios_and_results_are_no_prices(read: Read, head: str) -> None:
    assert not levels(read(f"JSE\n\nSHARE        {head:>6}   CHG %\nNaspers       38.20    -1.2\nSasol         32.75    -1.0"))


def test_countries_name_currencies_where_a_heading_says_so(read: Read) -> None:
    table = COUNTRIES
    found = levels(read(table))
    assert found["AUDUSD", "last"] == 0.6579
    assert found["EURUSD", "last"] == 1.1802
    assert found["USDCAD", "last"] == 1.3561
    assert found["USDJPY", "previous"] == 143.79


def test_countries_name_no_currencies_under_forecasts_or_reserves(read: Read) -> None:
    assert not levels(read(RESERVES))


def test_a_number_within_a_label_is_no_figure(read: Read) -> None:
    table = METALS
    assert levels(read(table)) == {("COPPER", "close"): 9834.0, ("ALUMINIUM", "close"): 2593.0}


def test_what_changes_are_measured_from_is_not_the_day_of_the_levels(read: Read) -> None:
    note = SETTLED
    days = {o.at for o in read(note).observations if o.level is not None}
    assert days == {"2025-07-03"}


def test_scripts_datelines_and_canadians(read: Read) -> None:
    spoken = read("Oil\nU-S crude lost two dollars and finished at $65.15.").observations
    assert [(o.instrument, o.level) for o in spoken] == [("WTI", 65.15)]
    merck = read("Drug stocks\nNEW YORK (CBS.MW) -- Merck (MRK) fell 26.8 percent. The stock ended at $33.").observations
    assert {o.instrument for o in merck} == {"MRK"}
    loonie = read("Loonie\nThe loonie changed hands at exactly $1.0000 US.").observations
    assert [(o.instrument, o.level) for o in loonie] == [("CADUSD", 1.0)]
    bonds = read("Treasury yields\nThe two-year note yielded 3.878%, 2.4 basis points more.").observations
    assert [(o.instrument, o.level, o.move.value if o.move else None) for o in bonds] == [("US2Y", 3.878, 2.4)]
    abroad = read("Bonds\nGermany's 10-year paid 2.58%.").observations
    assert [(o.instrument, o.level) for o in abroad] == [("DE10Y", 2.58)]


def test_a_year_over_signed_percentages_heads_the_moves_of_that_year(read: Read) -> None:
    found = read(YEARS).observations
    assert {(o.instrument, o.move.value, o.move.basis) for o in found if o.move} == {
        ("NKY", 9.37, "ytd"),
        ("HSI", 15.46, "ytd"),
    }


def test_fractions_may_stand_apart_and_sizes_be_printed_twice(read: Read) -> None:
    grains = read("Grains\nWheat gained 60 cents to $7.57 ¾ and corn was up 32 ½ cents at $5.60 ¼.").observations
    assert [o.level for o in grains] == [7.5775, 5.6025]
    assert grains[1].move is not None
    assert grains[1].move.value == 0.325
    lost = read("London\nBP lost 12p or 2.3 per cent to 510p, Shell 40p or 1.6 per cent to 2,470p.")
    assert [n.reason for n in lost.numbers if n.text == "40p"] == ["conversion or aside"]
    assert [(o.instrument, o.level, o.move.value if o.move else None) for o in lost.observations] == [
        ("BP.L", 510.0, 2.3),
        ("SHEL.L", 2470.0, 1.6),
    ]
