"""Short names by which the press of each market calls companies; one spelling, several shares, or the code of a currency."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

MARKETS = {
    "LONDON": ("The FTSE 100", {"StanChart": "STAN.L", "BAT": "BATS.L", "IAG": "IAG.L", "SSP": "SSPG.L", "Imperial": "IMB.L"}),
    "FRANKFURT": ("The DAX", {"Conti": "CON.DE", "Telekom": "DTE.DE", "Healthineers": "SHL.DE"}),
    "PARIS": ("The CAC 40", {"PSA": "UG.PA", "BNP": "BNP.PA", "ADP": "ADP.PA"}),
    "MILAN": ("The FTSE MIB", {"Banco Bpm": "BAMI.MI", "TIM": "TIT.MI"}),
    "MADRID": ("The IBEX 35", {"Merlin": "MRL.MC"}),
    "SYDNEY": ("The S&P/ASX 200", {"IAG": "IAG.AX", "MinRes": "MIN.AX", "Domino's": "DMP.AX", "Pinnacle": "PNI.AX"}),
    "JOHANNESBURG": ("The JSE All Share", {"Spar": "SPP.JO", "ARM": "ARI.JO", "Imperial": "IPL.JO"}),
    "SAO PAULO": ("The Bovespa", {"Vivo": "VIVT3.SA", "TIM": "TIMS3.SA", "CBA": "CBAV3.SA"}),
    "HONG KONG": ("The Hang Seng", {"CLP": "0002.HK", "Galaxy Ent": "0027.HK"}),
    "SEOUL": ("The Kospi", {"Big Hit": "352820.KS", "Samsung Fire": "000810.KS"}),
    "CAIRO": ("The EGX30", {"EFG-Hermes": "HRHO.CA", "Global Telecom": "GTHE.CA", "CIB": "COMI.CA"}),
}
NAMES = [(city, name) for city, (_, names) in MARKETS.items() for name in names]


@pytest.mark.parametrize(("city", "name"), NAMES, ids=[f"{name} in {city.title()}" for city, name in NAMES])
def test_a_name_is_the_share_of_the_market_spoken_of(city: str, name: str, read: Callable[[str], Extraction]) -> None:
    index, named = MARKETS[city]
    found = read(f"Stocks in {city.title()}\n\n{city} - {index} closed 0.4% higher on Thursday. {name} fell 2.1%.")
    assert [o.instrument for o in found.observations if o.move and o.move.value == 2.1] == [named[name]]


@pytest.mark.parametrize(
    ("text", "instrument"),
    {
        "The Chilean central bank held rates. CLP fell 0.3% to 945.20 per dollar.": "USDCLP",
        "IAG shares fell 2.1% on Friday.": "IAG.L",
    }.items(),
)
def test_without_a_market_the_surer_sense_counts(text: str, instrument: str, read: Callable[[str], Extraction]) -> None:
    assert [o.instrument for o in read(f"Markets\n\n{text}").observations] == [instrument]
