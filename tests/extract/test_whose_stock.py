"""Whose stock is spoken of: behind results, behind words for a company, in labelled lines, and in clauses of another price."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, size

RESULTS = {
    "Boeing fell 2%. Airbus revenue rose 3% and its stock added 1%.": [size("BA", "down", 2.0), size("AIR.PA", "up", 1.0)],
    "Boeing fell 2%. Profit at Airbus rose 3%. The shares added 1%.": [size("BA", "down", 2.0), size("AIR.PA", "up", 1.0)],
    "Boeing fell 2%. UniCredit is to buy Quirkco. The shares added 1%.": [size("BA", "down", 2.0), size("UCG.MI", "up", 1.0)],
    "Yahoo, which sold 12.7 million Alibaba shares, slid 2.7%.": [size("YHOO", "down", 2.7)],
    "Airbus orders dropped 24% in May; the stock rose 0.4%.": [size("AIR.PA", "up", 0.4)],
}
EPITHETS = {
    "Boeing gave the Dow a fright. The planemaker dropped 5.3%.": [size("BA", "down", 5.3)],
    "Adidas shares were in demand. The sportswear maker added 3%.": [size("ADS.DE", "up", 3.0)],
    "Airbus gained 2% and Boeing 1%. The planemaker fell 3%.": [size("AIR.PA", "up", 2.0), size("BA", "up", 1.0)],
    "Boeing gave the Dow a fright. The rating company fell 3%.": [],
}
LABELS = {
    "BHP shares rose 2%.\n- Quirkco: profit down 5%, shares down 8%": [size("BHP.AX", "up", 2.0)],
    "- BHP: profit down 5%, shares down 8%": [size("BHP.AX", "down", 8.0)],
    "- Woodside: profit off 24%, shares off 2%": [size("WDS.AX", "down", 2.0)],
}
CLAUSES = {
    "Amid the rout BHP lost 4.3%.": [size("BHP.AX", "down", 4.3)],
    "After the slump BHP suffered on Monday, Santos ended 4% down.": [size("STO.AX", "down", 4.0)],
    "Vale gained 1%, tracking iron ore in Dalian, which rose 1.2%.": [size("VALE3.SA", "up", 1), size("IRONORE", "up", 1.2)],
    "Petrobras added 2%, following Brent, up 1.5%.": [size("PETR4.SA", "up", 2.0), size("BRENT", "up", 1.5)],
    "O'Quirky ended 3.1% lower, Ford 2.3%.": [size("F", "down", 2.3)],
    "Qatar's index rose 1% and Oman's lost 1.8%.": [size("QSI", "up", 1.0), size("MSM30", "down", 1.8)],
    "The DAX fell 1% as French inflation rose to 2% and Germany's rose to 2.4%.": [size("DAX", "down", 1.0)],
}


@pytest.mark.parametrize(("text", "rows"), (RESULTS | EPITHETS | LABELS | CLAUSES).items())
def test_the_stock_is_whose_the_words_say(text: str, rows: list[tuple[object, ...]], read: Read) -> None:
    assert [short(o) for o in read(text).observations] == rows


def test_a_size_behind_the_level_of_another_clause_is_its_own(read: Read) -> None:
    said = "Suncor added 1.6% to C$42.88 as U.S. crude settled at $48.85 a barrel, up 2.1%."
    assert [(o.instrument, o.move.value) for o in read(said).observations if o.move] == [("SU.TO", 1.6), ("WTI", 2.1)]


def test_months_of_results_date_no_price(read: Read) -> None:
    dated = read("Airbus orders dropped 24% in May; the stock rose 0.4%.").observations
    assert [o.at for o in dated] != ["2025-05"]
    assert read("The FTSE 100 gained 2% in May and the DAX 3%.").observations[1].at == "2025-05"


LISTS = {
    "The Sensex fell 1%, led by Tata Motors 4.2%, Tata Steel 3.5% and SBI 2.9%.": [
        size("SENSEX", "down", 1.0), size("TATAMOTORS.NS", "down", 4.2), size("TATASTEEL.NS", "down", 3.5),
        size("SBIN.NS", "down", 2.9),
    ],
    "The top gainer was Kia with a 3.1% rise, followed by Samsung SDI with 2.4%.": [
        size("000270.KS", "up", 3.1), size("006400.KS", "up", 2.4),
    ],
    "Among gainers, Kia rose the most at 5.3%.": [size("000270.KS", "up", 5.3)],
    "Snowflake sank 5.4% despite lifting its revenue guidance by 2%.": [size("SNOW", "down", 5.4)],
    "The Nifty rose 1% and the Bank Nifty fell 1.2%.": [size("NIFTY", "up", 1.0), size("BANKNIFTY", "down", 1.2)],
    "Barclays rose 2%. The bank fell 1% on Friday.": [size("BARC.L", "up", 2.0), size("BARC.L", "down", 1.0)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), LISTS.items())
def test_every_size_of_a_list_goes_to_its_name(text: str, rows: list[tuple[object, ...]], read: Read) -> None:
    assert [short(o) for o in read(text).observations] == rows


def test_extended_trading_ends_with_the_next_index(read: Read) -> None:
    said = "Amazon, down 7.8% at the bell, rose 14% in extended trading. The S&P 500 lost 2%. Honeywell dropped 7.6%."
    bases = [(o.instrument, o.move.basis) for o in read(said).observations if o.move]
    assert bases == [("AMZN", "prev_close"), ("AMZN", "announcement"), ("SPX", "prev_close"), ("HON", "prev_close")]


COMPARED = {
    "Zoom shares have gained 3% this year, compared with 21% for the S&P 500.": [
        ("ZM", "up", 3.0, "ytd"), ("SPX", "up", 21.0, "ytd"),
    ],
    "BHP has lost 10% this year, versus an 8% fall in the ASX 200.": [
        ("BHP.AX", "down", 10.0, "ytd"), ("AS51", "down", 8.0, "ytd"),
    ],
    "Boeing rose 12% in the past year, while the Dow added 8% over the same period.": [
        ("BA", "up", 12.0, "year"), ("DJI", "up", 8.0, "year"),
    ],
    "Facebook shares closed 23 cents above the IPO price.": [("META", "up", 0.23, "since")],
    "Rivian surges in first day of trading\nRivian shares ended up 29%. Tesla rose 4.3%.": [
        ("RIVN", "up", 29.0, "since"), ("TSLA", "up", 4.3, "prev_close"),
    ],
    "In July Zoom agreed to buy Five9 for $14.7 billion; shares of Five9 lost 5%.": [("FIVN", "down", 5.0, "prev_close")],
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), COMPARED.items())
def test_what_a_move_is_measured_from(text: str, rows: list[tuple[object, ...]], read: Read) -> None:
    found = [(o.instrument, o.move.direction, o.move.value, o.move.basis) for o in read(text).observations if o.move]
    assert found == rows


PLACES = {
    "The Tadawul index fell 8%. In Manila trading was halted after the index fell 10%.": [
        size("TASI", "down", 8.0),
        size("PSEI", "down", 10.0),
    ],
    "In Britain, where sales fell, the index of consumer confidence fell 3%.": [],
    "- Peloton: plunged 24.3% after hours.": [size("PTON", "down", 24.3)],
    "Target: sales fell 3%.": [],
    "Ford shares were $2 below what it had bid.": [],
    "Arm closed at $63.59, above the $51 at which they were sold.": [("ARM", 63.59, "close", None, None, None)],
}


@pytest.mark.parametrize(("text", "rows"), PLACES.items())
def test_indices_by_their_places_labels_and_prices_that_were_paid(
    text: str, rows: list[tuple[object, ...]], read: Read
) -> None:
    assert [short(o) for o in read(text).observations] == rows


APART = {
    "Facebook rose 1.3% in regular trading and another 1% after hours.": [size("META", "up", 1.3), size("META", "up", 1.0)],
    "Ibovespa falls 1.3%\nThe Ibovespa index fell 1.32%.": [size("BVSP", "down", 1.32)],
    "Atos, which bid 46 euros a share for Quirkco, fell 2%.": [size("ATO.PA", "down", 2.0)],
    "Target shares lost 24%, in the steepest drop since the 1987 crash.": [size("TGT", "down", 24.0)],
    "Toyota warned of a possible recall and its shares ended 6.3% down.": [size("7203.T", "down", 6.3)],
    "Analysts warned of a possible 5% drop in gold.": [],
    "Airbus fell 2.1, Boeing 3.2 and Novartis 4.5 percent.": [
        size("AIR.PA", "down", 2.1), size("BA", "down", 3.2), size("NOVN.SW", "down", 4.5),
    ],
    "Airbus fell to 92.1, Boeing 3.2 percent.": [("AIR.PA", 92.1, "last", "down", None, None), size("BA", "down", 3.2)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), APART.items())
def test_facts_that_are_told_apart(text: str, rows: list[tuple[object, ...]], read: Read) -> None:
    assert [short(o) for o in read(text).observations] == rows


TRADES = {
    "Gold miner Newcrest fell 3% and iron ore miner Fortescue 4%.": [size("NCM.AX", "down", 3.0), size("FMG.AX", "down", 4.0)],
    "Gold miners in Australia fell 3%.": [],
    "Selling hit Wall Street, where the Dow tumbled 416 points, or 3.3%, to 12,216.": [
        ("DJI", 12216.0, "last", "down", 3.3, "percent"),
    ],
    "The Nikkei plunged 12.40% to 31,458.42. The loss of 4,451.28 points was the largest ever.": [
        ("NKY", 31458.42, "close", "down", 12.4, "percent"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), TRADES.items())
def test_goods_that_say_what_a_company_does(text: str, rows: list[tuple[object, ...]], read: Read) -> None:
    assert [short(o) for o in read(text).observations] == rows


AMONG_OTHERS = {
    "Nestle shares plunge 27%\nNestle fell 27%. Airbus added 6%, Novartis 1%. The stock has lost 30% this year.": "NESN.SW",
    "Boeing jumps\nBoeing gained 3% and Airbus 2%. Its shares have risen 20% this year.": "BA",
    "Stocks rise\nBoeing gained 3%. Airbus added 2% after a strong quarter. The stock is up 20% this year.": "AIR.PA",
    "Stocks rise\nBoeing gained 3% and Airbus 2%. The stock is up 20% this year.": None,
}


@pytest.mark.parametrize(("text", "share"), AMONG_OTHERS.items())
def test_the_stock_behind_several_is_that_of_the_headline(text: str, share: str | None, read: Read) -> None:
    found = [o.instrument for o in read(text).observations if o.move and o.move.basis == "ytd"]
    assert found == ([share] if share else [])
