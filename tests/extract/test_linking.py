"""What a name stands for in its text; the expected ids are written by hand. Names that the text leaves open are None."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

LINKS = {
    # metals, their futures and the colour
    "spot gold": ("Spot gold rose 0.4% to $3,340 an ounce.", "XAUUSD"),
    "gold on the Comex": ("Gold ended 1.2% lower at $1,355.40 on the Comex.", "GC"),
    "U.S. gold futures": ("U.S. gold futures settled 0.2% higher at $1,310.10.", "GC"),
    "a contract month": ("Gold for June rose $22.30 to $1,197.30 an ounce.", "GC"),
    "Shanghai copper": ("Copper on the Shanghai Futures Exchange gained 0.5% to 71,000 yuan a tonne.", "SHFECOPPER"),
    "a medal": ("The gold medal went to Kenya, up 2% on the last games.", None),
    "gold per tola": ("Gold per tola rose by 1.2% in Karachi.", None),
    # currencies of one noun
    "the Mexican peso": ("MEXICO CITY - The peso weakened 0.4% to 18.71 per dollar.", "USDMXN"),
    "the Philippine peso": ("MANILA - The peso weakened 0.4% to 56.71 per dollar.", "USDPHP"),
    "the Colombian peso": ("BOGOTA - The peso weakened 0.4% to 3,971.50 per dollar.", "USDCOP"),
    "the Pakistani rupee": ("KARACHI: The rupee fell 0.3% to 278.40 against the dollar.", "USDPKR"),
    "the Sri Lankan rupee": ("COLOMBO: The rupee fell 0.3% to 298.40 against the dollar.", "USDLKR"),
    "the Ugandan shilling": ("KAMPALA - The shilling was 0.5% weaker at 3,735 to the dollar.", "USDUGX"),
    "the Kenyan shilling": ("Kenya's shilling firmed 0.2% to 129.20 against the dollar.", "USDKES"),
    "the Egyptian pound": ("CAIRO - The pound fell 14% to 18.50 against the dollar.", "USDEGP"),
    "the British pound": ("The pound fell 0.4% to $1.2650.", "GBPUSD"),
    "the Serbian dinar": ("BELGRADE - The dinar rose 0.1% to 117.10 per euro.", "EURRSD"),
    "the Kuwaiti dinar": ("The Kuwaiti dinar rose 0.1% to 0.3065 per dollar.", "USDKWD"),
    "the Zambian kwacha": ("LUSAKA - The kwacha firmed 0.3% to 24.10 to the dollar.", "USDZMW"),
    "the Norwegian crown": ("OSLO - The crown weakened 0.6% to 10.85 to the dollar.", "USDNOK"),
    "the Swedish crown": ("The Swedish crown weakened 0.6% to 10.35 to the dollar.", "USDSEK"),
    "the local dollar": ("SYDNEY - The local dollar slipped 0.3% to 65.10 US cents.", "AUDUSD"),
    "won, the verb": ("The party has won 12% of the vote.", None),
    "won, the noun": ("The won fell 0.4% to 1,390.20 per dollar.", "USDKRW"),
    "real, the adjective": ("Real wages rose 0.4% in May and the real economy grew 2%.", None),
    "real, the noun": ("The real lost 0.6% to 5.4120 per dollar.", "USDBRL"),
    "a weight": ("Arabica coffee rose 2% to 210.50 cents a pound.", "COFFEE"),
    # indices, and the houses and words of the same name
    "the S&P": ("The S&P gained 1.2% to 5,120.", "SPX"),
    "the rating agency": ("S&P cut its rating by two notches, 3 months after the last downgrade.", None),
    "the Nasdaq": ("The Nasdaq fell 1.1% to 15,980.", "IXIC"),
    "Nasdaq futures": ("Nasdaq futures fell 1.1%.", "NDX_F"),
    "futures on an index": ("Futures on the S&P 500 rose 0.3%.", "SPX_F"),
    "Johannesburg's all share": ("JOHANNESBURG - The all share was 0.28% firmer at 81,934.", "JALSH"),
    "Lagos's all share": ("LAGOS - The all-share index was 0.28% firmer at 98,934.", "NGXASI"),
    "an index with a number": ("The OMXS30 rose 0.4% to 2,510.", "OMXS30"),
    "Warsaw": ("Warsaw's WIG20 lost 1.1% to 2,301.50.", "WIG20"),
    "Dow the company": ("Dow Chemical forecast a 3% fall in sales.", None),
    "an index by its place": ("Istanbul's main index ended 0.7% higher at 10,342 points.", "XU100"),
    "a place with two indices": ("Mumbai's main index ended 0.7% higher.", None),
    "futures of a name of their own": ("SPI futures: up 12 pts to 6,023", "AS51_F"),
    "crude on Wall Street": ("The Dow was flat. Crude lost $2.86 to $77.11 a barrel.", "WTI"),
    "crude beside Brent": ("Brent was flat. Crude lost 2% to $77.11 a barrel.", None),
    # bonds and rates
    "of another country as well": ("Italy's 10-year yield was flat and Spain's rose 3 basis points to 3.1%.", "ES10Y"),
    "a spread over a benchmark": (
        "Australia's 10-year yield was flat. The spread to Treasuries narrowed to 9 basis points.",
        "AU10Y-US10Y",
    ),
    "the country before": ("Germany's 10-year bond yield rose 3 basis points to 2.45%.", "DE10Y"),
    "the country within": ("Ten-year Spanish yields were five basis points lower at 3.18 percent.", "ES10Y"),
    "the text's home": ("TOKYO - The BOJ kept its policy. The 10-year yield rose 6 basis points to 1.060%.", "JP10Y"),
    "a maturity": ("South Africa's 2035 bond was firmer, the yield falling 4 basis points to 9.120%.", "ZA_2035"),
    "a bond's number": ("The yield on South Africa's R186 bond fell 4 basis points to 8.120%.", "ZA_2026"),
    "a central bank's rate": ("The Riksbank raised its policy rate by 25 basis points to 4.00%.", "SE_POLICY"),
    "a rate named by country": ("Turkey's central bank cut the one-week repo rate by 250 basis points to 47.5%.", "TR_POLICY"),
    "a mortgage": ("The 30-year fixed mortgage rate rose to 6.9%.", None),
    # shares and their symbols
    "an American receipt by its price": ("Novo Nordisk was 21% lower at $54.71 in New York.", "NVO"),
    "the home listing by its price": ("Prosus gained 1.1% to R1,089.", "PRX.JO"),
    "a ticker": ("Marshall & Ilsley (MI) fell 20%.", "MI"),
    "a market and a ticker": ("Shares in Unilever (LON:ULVR) rose 2%.", "ULVR.L"),
    "the American listing": ("Shell (NYSE: SHEL) rose 2%.", "SHEL"),
    "a RIC": ("Samsung Electronics 005930.KS rose 2%.", "005930.KS"),
    "a RIC in brackets": ("Apple <AAPL.O> rose 2%.", "AAPL"),
    "a cashtag": ("$TSLA rose 2% to $412.", "TSLA"),
    "a retailer's target": ("Analysts raised the target by 3%.", None),
    "Target": ("Shares of Target rose 3%.", "TGT"),
    "listed on the Nasdaq": ("The shares of Apple, listed on the Nasdaq, fell 2%.", "AAPL"),
    # crypto
    "a department": ("DOGE cut 12% of the staff.", None),
    "a coin among coins": ("Bitcoin was flat. DOGE fell 5% to $0.08.", "DOGEUSD"),
}


# What else the text states of something beside it.
BESIDE = {"DOGEUSD": {"BTCUSD"}, "WTI": {"DJI"}, "ES10Y": {"IT10Y"}, "AU10Y-US10Y": {"AU10Y"}}


@pytest.mark.parametrize(("text", "instrument"), LINKS.values(), ids=list(LINKS))
def test_a_name_links_to_its_instrument(text: str, instrument: str | None, read: Callable[[str], Extraction]) -> None:
    found = {o.instrument for o in read(text).observations}
    found -= BESIDE.get(instrument or "", set()) if instrument else {"BRENT"}
    assert found == ({instrument} if instrument else set())


def test_a_nickname_needs_a_currency_or_a_price_beside_it(read: Callable[[str], Extraction]) -> None:
    assert [o.instrument for o in read("The kiwi fell 0.4% to $0.5920.").observations] == ["NZDUSD"]
    assert read("Growers said that kiwi exports fell 12% and that cable prices rose 3%.").observations == ()
