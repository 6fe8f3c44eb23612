"""Shares by the names that the press of their market uses; names that mean something else as well need evidence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

LINKS = {
    "Harley-Davidson": "HOG",
    "Tripadvisor": "TRIP",
    "Fedex": "FDX",
    "Whirlpool": "WHR",
    "Enron": "ENRNQ",
    "Hermes": "RMS.PA",
    "Unicredit": "UCG.MI",
    "BPER Banca": "BPE.MI",
    "Lagardère": "MMB.PA",
    "Aurubis": "NDA.DE",
    "Deutsche Pfandbriefbank": "PBB.DE",
    "Assa Abloy": "ASSA-B.ST",
    "Konecranes": "KCR.HE",
    "Budimex": "BDX.WA",
    "Coca-Cola HBC": "CCH.L",
    "Computacenter": "CCC.L",
    "Sumitomo Chemical": "4005.T",
    "Fujifilm": "4901.T",
    "Hanwha Life": "088350.KS",
    "Zijin Mining": "2899.HK",
    "Sungrow": "300274.SZ",
    "Sembcorp": "U96.SI",
    "Havells": "HAVELLS.NS",
    "Santander Brasil": "SANB11.SA",
    "Inbursa": "GFINBURO.MX",
    "Aluar": "ALUA.BA",
    "Cencosud": "CENCOSUD.SN",
    "Mobily": "7020.SR",
    "Iamgold": "IMG.TO",
    "Coca-Cola Icecek": "CCOLA.IS",
    "Iluka": "ILU.AX",
    "Synlait": "SML.NZ",
}
OPEN = {
    "a word that many companies share": "Regional shares rose 2.1% on Friday.",
    "a group of companies": "Tata shares rose 2.1% on Friday.",
    "an exchange": "NZX shares rose 2.1% on Friday.",
    "a word": "The contact rose to 12 a day on Friday.",
    "a place": "Visitors to Kathmandu rose 2.1% in May.",
    "a person": "Darden said 12% of the members had left.",
    "results of a house": "Genworth said that rents rose 2.1% in May.",
}


def linked(extraction: Extraction) -> list[str]:
    return [o.instrument for o in extraction.observations]


@pytest.mark.parametrize(("name", "instrument"), LINKS.items(), ids=list(LINKS))
def test_a_press_name_is_its_share(name: str, instrument: str, read: Callable[[str], Extraction]) -> None:
    assert linked(read(f"{name} shares rose 2.1% on Friday.")) == [instrument]


@pytest.mark.parametrize("text", OPEN.values(), ids=list(OPEN))
def test_a_name_that_is_more_than_a_share_stays_open(text: str, read: Callable[[str], Extraction]) -> None:
    assert linked(read(text)) == []


def test_a_symbol_is_no_other_company_of_these_letters(read: Callable[[str], Extraction]) -> None:
    assert linked(read("Carnival $CCL shares rose 2.1% on Friday.")) == ["CCL"]
    assert linked(read("CCL shares rose 2.1% in Toronto on Friday.")) == ["CCL-B.TO"]
