"""Indices by sector and market, bonds by their national names, and nicknames of currencies, as the press writes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

LINKS = {
    "The Philadelphia chip index fell 3.1%.": "SOX",
    "The S&P 500 technology index rose 2.4%.": "SPXTECH",
    "The S&P 100 rose 0.5%.": "OEX",
    "The Cboe Crude Oil Volatility Index rose 4% to 40.2.": "OVX",
    "VIX futures rose 4%.": "VIX_F",
    "The Stoxx Europe 600 banks index fell 2.4%.": "SX7P",
    "The European autos index fell 2.4%.": "SXAP",
    "Italy's banking index rose 3%.": "FTITBANKS",
    "The sWIG80 rose 0.5% to 24,100.": "SWIG80",
    "Dubai's benchmark index rose 0.5% to 4,200.": "DFMGI",
    "The Kuwait All Share index rose 0.5% to 7,300.": "KWSEAS",
    "The NGX Banking index rose 0.5%.": "NGXBANK",
    "China's blue-chip index rose 0.5% to 3,500.": "CSI300",
    "The Nifty Financial Services index rose 0.5%.": "NIFTYFIN",
    "The S&P/ASX 300 rose 0.5%.": "ASX300",
    "The Taiwan Stock Exchange's (TWSE) main index fell 164.66 points to 22,547.50.": "TWSE",
    "The Cboe UK 100 was down 0.1% at 875.60.": "BUK100P",
    "Hong Kong's Enterprises Index fell 4.9 percent to 9,228.": "HSCEI",
    "Shares in Shanghai advanced. The Composite rose 1.9 per cent to 4,529.42.": "SHCOMP",
    "Toronto advanced. The composite index rose 1.9 per cent.": "GSPTSE",
    "The capesize index rose 61 points, or 2.1%, to 2,900.": "BCI",
    "The Bund yield rose to 2.55%.": "DE10Y",
    "German two-year Bund yields rose to 2.85%.": "DE2Y",
    "The BTP yield rose 4 basis points to 3.95%.": "IT10Y",
    "The 5-year BTP yield rose to 3.15%.": "IT5Y",
    "The Schatz yield rose to 2.85%.": "DE2Y",
    "The U.S. long bond yielded 4.45%.": "US30Y",
    "The five-year T-note yield rose to 4.15%.": "US5Y",
    "The 10-year G-sec yield ended at 6.98%.": "IN10Y",
    "Ripple rose 2.1% to $0.52.": "XRPUSD",
    "The stokkie fell 0.3% to 10.55 per dollar.": "USDSEK",
}
OPEN = {
    "a survey's composite": "Shanghai factories struggled, and the composite of indicators fell 3%.",
    "a yield with no tenor": "The Treasury yield curve was steeper.",
    "news that spreads": "The ripple went through all schools of the county, 12% of which closed.",
    "an index of something else": "The school index rose 2.4%.",
}


def linked(extraction: Extraction) -> list[str]:
    return [o.instrument for o in extraction.observations]


@pytest.mark.parametrize(("text", "instrument"), LINKS.items())
def test_a_market_has_its_press_names(text: str, instrument: str, read: Callable[[str], Extraction]) -> None:
    assert linked(read(text)) == [instrument]


@pytest.mark.parametrize("text", OPEN.values(), ids=list(OPEN))
def test_words_are_no_markets(text: str, read: Callable[[str], Extraction]) -> None:
    assert linked(read(text)) == []
