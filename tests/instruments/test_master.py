"""Every row of the master is complete, its names lead somewhere, and its ranges hold what the prices did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

import pyarrow.parquet as pq
import pytest

from signals.extract.linking.shared_names import shared
from signals.extract.linking.terms import listed
from signals.instruments import Instrument, load_master, pair_of
from signals.instruments.tables import entries, rows

PRICES = Path(__file__).parents[2] / "data" / "prices" / "prices.parquet"
MASTER = load_master()
# Ids that the labelling of market reports prescribes.
PRESCRIBED = """
    EURUSD GBPUSD AUDUSD NZDUSD USDJPY USDZAR USDINR USDCNY USDCNH USDTRY EURGBP EURCHF DXY SPX DJI IXIC NDX RUT VIX GSPTSE BVSP
    UKX MCX DAX CAC40 FTSEMIB IBEX35 SMI SXXP SX5E NKY TPX HSI HSCEI CSI300 SHCOMP SZCOMP KOSPI TWSE STI AS51 NZ50 NIFTY SENSEX
    KSE100 JTOPI JALSH MXEF MXWD MXASJ SOX XU100 TASI EGX30 SPX_F US10Y US2Y DE10Y GB10Y JP10Y IN10Y ZA_2035 US_POLICY EU_POLICY
    GB_POLICY ZA_POLICY IN_POLICY BRENT WTI NATGAS TTF GASOLINE HEATOIL COPPER HG ALUMINIUM ZINC NICKEL LEAD TIN IRONORE COAL
    WHEAT CORN SOYBEANS SUGAR COFFEE COCOA COTTON PALMOIL RUBBER XAUUSD XAGUSD XPTUSD XPDUSD GC SI PL PA BTCUSD ETHUSD XRPUSD
    SOLUSD DOGEUSD AAPL NPN.JO SHEL.L 7203.T RELIANCE.NS
"""
QUOTED = """
    EGP NGN PKR KES GHS LKR VND PHP THB TWD KRW HUF CZK PLN RON BDT UGX TZS ZMW MWK XOF XAF UAH KZT ARS CLP COP PEN
"""


def instruments() -> Iterator[Instrument]:
    yield from MASTER.instruments.values()


def test_the_prescribed_ids_are_there() -> None:
    assert [identity for identity in PRESCRIBED.split() if identity not in MASTER.instruments] == []


@pytest.mark.parametrize(
    ("instrument_class", "least"),
    [
        ("fx", 1000),
        ("index", 120),
        ("index future", 120),
        ("policy rate", 40),
        ("crypto", 40),
        ("share", 6000),
        ("bond yield", 300),
    ],
)
def test_the_master_covers_the_world(instrument_class: str, least: int) -> None:
    assert sum(i.instrument_class == instrument_class for i in instruments()) >= least


def test_bonds_of_forty_countries_and_sixty_commodities() -> None:
    assert len({i.country for i in instruments() if i.instrument_class == "bond yield"}) >= 40
    assert sum(i.instrument_class in ("commodity", "precious metal") for i in instruments()) >= 60


def test_every_row_is_complete() -> None:
    for instrument in instruments():
        assert_complete(instrument)


def assert_complete(instrument: Instrument) -> None:
    assert instrument.name
    assert instrument.timezone in available_timezones(), instrument
    assert instrument.holder_sign == (-1 if instrument.instrument_class == "bond yield" else 1), instrument
    if instrument.instrument_class == "currency":
        return  # is quoted in pairs
    assert instrument.unit, instrument
    assert instrument.decimals is not None, instrument
    if instrument.instrument_class == "share":
        assert instrument.yahoo == instrument.id
        assert len(instrument.currency or "") == 3, instrument
        assert instrument.country, instrument
        return
    assert instrument.low is not None, instrument
    assert instrument.high is not None, instrument
    assert instrument.low < instrument.high, instrument
    if instrument.instrument_class == "fx" and instrument.id != "DXY":
        assert (instrument.base or "") + (instrument.quote or "") == instrument.id
        assert instrument.unit == f"{instrument.quote} per {instrument.base}"


def test_ids_are_unique_but_for_codes_of_currencies_that_are_shares_as_well() -> None:
    counts = Counter(instrument.id for instrument, _ in entries())
    twice = {identity for identity, count in counts.items() if count > 1}
    assert all(identity in MASTER.currencies for identity in twice), twice
    assert twice.isdisjoint({"NOK", "EUR", "USD", "PLN", "TRY"})


TERMS = rows("instruments", "terms.csv")
DAYS = sorted({date.fromisoformat(day) for row in TERMS for day in (row["first"], row["last"]) if day})


def test_a_name_of_several_instruments_is_settled_by_day_and_country() -> None:
    """A name may have several targets only where they have a country each, or where the noun is shared by currencies."""
    for alias in MASTER.aliases:
        if len(alias.targets) > 1 and alias.kind != "other":
            for targets in {listed(alias.targets, lambda day=day: day) for day in DAYS}:  # type: ignore[misc]
                homes = [(MASTER.currencies.get(t) or MASTER.instruments[t]).country for t in targets]
                assert alias.text.lower() in shared() or len(set(homes)) == len(homes) or len(homes) == 2, (alias, homes)


def test_terms_are_those_of_shares_and_in_order() -> None:
    for row in TERMS:
        assert MASTER.instruments[row["share"]].instrument_class == "share"
        assert row["first"] or row["last"]
        assert not row["last"] or row["first"] < row["last"]


def test_names_lead_to_instruments() -> None:
    for alias in MASTER.aliases:
        if alias.kind != "other":
            assert all(target in MASTER.instruments or target in MASTER.currencies for target in alias.targets), alias
        assert alias.text == alias.text.strip(), alias


def test_other_lines_of_a_company_exist_in_the_currency_that_they_say() -> None:
    for instrument in instruments():
        for currency, identity in instrument.lines:
            assert MASTER.instruments[identity].currency == currency, (instrument.id, identity)


def test_the_prices_lie_in_the_ranges() -> None:
    extremes = (
        pq.read_table(PRICES, columns=["instrument", "close"])
        .group_by("instrument")
        .aggregate([("close", "min"), ("close", "max")])
    )
    for row in extremes.to_pylist():
        known = MASTER.instruments.get(row["instrument"])
        if known is not None and known.low is not None and known.high is not None:
            assert known.low <= row["close_min"], row
            assert row["close_max"] <= known.high, row


def test_pairs_by_convention_are_instruments() -> None:
    codes = [row["code"] for row in rows("instruments", "currencies.csv")]
    assert [code for code in codes if code != "USD" and pair_of(code)[0] not in MASTER.instruments] == []
    assert [code for code in codes if code != "EUR" and pair_of(code, "EUR")[0] not in MASTER.instruments] == []


def test_currencies_of_the_frontier_are_there() -> None:
    assert [code for code in QUOTED.split() if code not in MASTER.currencies] == []
