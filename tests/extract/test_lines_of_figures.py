"""Lists line by line: a name, its price, its change, in the layouts that desks and papers use; values by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

NONE = (None, None, None)
NAMES = ("Siemens", "BASF", "LVMH")
ROWS = {
    ("SIE.DE", 222.75, "last", "up", 2.8, "percent"),
    ("BAS.DE", 44.12, "last", "down", 1.59, "percent"),
    ("MC.PA", 488.25, "last", "up", 0.61, "percent"),
}
LAYOUTS = (
    "{n}: {l}, {s}%",
    "{n} {l} ({s}%)",
    "{n}, {l}, {s}%",
    "- {n} - {l}, {s}%",
    "• {n} – {l}, {w}%",
    "* {n} {l}, {a}%",
    "{n}: {s}%, {l}",
    "{n} – {w}%, {l}",
    "{n} | {l} | {s}%",
    "{n}\t{l}\t{s}",
    "{n}  {l}  {a}",
    "{n} {l} {s}%",
    "{n} at {l}, {w}%",
    "{n}: {m}% {h}, {l}",
)
FIGURES = (("222.75", "2.80", 1), ("44.12", "1.59", -1), ("488.25", "0.61", 1))


def rows(read: Callable[[str], Extraction], text: str) -> set[tuple[object, ...]]:
    return {short(o) for o in read(text).observations}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_of_a_list(layout: str, read: Callable[[str], Extraction]) -> None:
    lines = [
        layout.format(
            n=name, l=level, m=size, s="-+"[way > 0] + size, w=("off ", "up ")[way > 0] + size, a="▼▲"[way > 0] + size,
            h=("lower", "higher")[way > 0],
        )
        for name, (level, size, way) in zip(NAMES, FIGURES, strict=True)
    ]  # fmt: skip
    head = "" if "%" in layout else "Share\tPrice\t%\n" if "\t" in layout else "Share  Price  %\n"
    found = rows(read, "Evening report\n\nEuropean shares\n" + head + "\n".join(lines))
    assert found == ROWS


TABLES = {
    "Shares in Hong Kong\nStock (code)              HK$          %\nHKEx (388)             223.00     +12.23\n"
    "Power Assets (6)        78.90   unchanged\nGalaxy Ent (27)         36.85      -1.07": {
        ("0388.HK", 223.0, "close", "up", 12.23, "percent"),
        ("0006.HK", 78.9, "close", "flat", None, None),
        ("0027.HK", 36.85, "close", "down", 1.07, "percent"),
    },
    "Bonds\n| Name | Yield | Chg, bp |\n| US 10-yr | 4.35 | -4 |\n| UK 2-year | 3.87 | +3 |": {
        ("US10Y", 4.35, "last", "down", 4.0, "bp"),
        ("GB2Y", 3.87, "last", "up", 3.0, "bp"),
    },
    "Bonds\n• 10-yr gilt - up 8 bp\n• US 2-year - up 3 bp": {
        ("GB10Y", None, None, "up", 8.0, "bp"),
        ("US2Y", None, None, "up", 3.0, "bp"),
    },
    "Currencies\nDollar/yen: 146.25, -1.2%\nEuro/dollar: 1.1702, +0.3%": {
        ("USDJPY", 146.25, "last", "down", 1.2, "percent"),
        ("EURUSD", 1.1702, "last", "up", 0.3, "percent"),
    },
    "Stock markets\nHong Kong: 24,028.37, +0.42%\nShanghai: 3,509.68, -0.3%": {
        ("HSI", 24028.37, "close", "up", 0.42, "percent"),
        ("SHCOMP", 3509.68, "close", "down", 0.3, "percent"),
    },
    "Movers\nName\t%\nTencent (700)\t-1.80\nAIA (1299)\t+2.07": {
        ("0700.HK", None, None, "down", 1.8, "percent"),
        ("1299.HK", None, None, "up", 2.07, "percent"),
    },
}
TABLES |= {
    "Bonds\nFrance 10-year 3.35% (+6 bp)\n10-yr Bund 2.66% (–5 bp)\n10-yr gilt 4.59% up 1 bp": {
        ("FR10Y", 3.35, "last", "up", 6.0, "bp"),
        ("DE10Y", 2.66, "last", "down", 5.0, "bp"),
        ("GB10Y", 4.59, "last", "up", 1.0, "bp"),
    },
    "Tokyo shares\nName\tPrice\t% chg\nNintendo\t12180\t-0.26\nToyota (7203)\t2510.5\t-2.80": {
        ("7974.T", 12180.0, "close", "down", 0.26, "percent"),
        ("7203.T", 2510.5, "close", "down", 2.8, "percent"),
    },
    "CAC 40: 7 902,25 (+0,5%)\nOMX Copenhagen 25: 1 688,40 (-0,2%)": {
        ("CAC40", 7902.25, "last", "up", 0.5, "percent"),
        ("OMXC25", 1688.4, "close", "down", 0.2, "percent"),
    },
    "Indices\nDAX  24,334.52  24,554.63  24,212.23  24,456.80\nFTSE 100  8,546.3  8,623.6  8,503.3  8,589.2": set(),
}
TABLES |= {
    "US futures:\nS&P: -12.50\nDow: -85\n10-yr yield: 4.33%, -1.4 bps": {
        ("SPX_F", None, None, "down", 12.5, "points"),
        ("DJI_F", None, None, "down", 85.0, "points"),
        ("US10Y", 4.33, "last", "down", 1.4, "bp"),
    },
    "Settlements in Chicago, cents a bushel\nWheat, Sept   554 1/2  up 7\nCorn, Dec   416 1/2  up 1/4": {
        ("WHEAT", 554.5, "close", "up", 0.07, "USD"),
        ("CORN", 416.5, "close", "up", 0.0025, "USD"),
    },
    "Settlements\nBrent Sep: 68.64 (-1.55)\nWTI Aug: 66.57 (-1.81)": {
        ("BRENT", 68.64, "close", "down", 1.55, "USD"),
        ("WTI", 66.57, "close", "down", 1.81, "USD"),
    },
    "Rand/dollar: 17.74\nRand/euro: 20.76": {("USDZAR", 17.74, "last", *NONE), ("EURZAR", 20.76, "last", *NONE)},
}
TABLES |= {
    "Closing; change\nGold (Dec, yen/g) 4,798, +52\nRubber (June, yen/kg) 309.8, +5.6\nPalm oil (Sept, ringgit/t) 4,120, +35": {
        ("RUBBER", 309.8, "close", "up", 5.6, "JPY"),
        ("PALMOIL", 4120.0, "close", "up", 35.0, "MYR"),
    },
}
OTHER_THINGS = (
    "Revenue, $bn", "Market value ($ billion)", "Analysts' price targets:", "Car sales in June", "Earnings per share",
    "P/E ratios", "Trading volume, millions of shares", "Weight in the index",
    "Job cuts announced this year:", "Capital expenditure, $bn",
)  # fmt: skip


@pytest.mark.parametrize("title", OTHER_THINGS)
@pytest.mark.parametrize(
    "line", ["{}: 13.4", "{}: 13.4 (+5.1%)", "- {}: 13.4, -2.0%", "{} +5.1%", "{}  13.4  +5.1%", "{} – 13.4"]
)
def test_lists_of_other_things(title: str, line: str, read: Callable[[str], Extraction]) -> None:
    lines = [line.format(name) for name in ("Microsoft", "Toyota", "Siemens")]
    assert rows(read, f"The week in figures\n\n{title}\n" + "\n".join(lines)) == set()


@pytest.mark.parametrize(("text", "expected"), TABLES.items())
def test_tables(text: str, expected: set[tuple[object, ...]], read: Callable[[str], Extraction]) -> None:
    assert rows(read, "Evening report\n\n" + text) == expected


def test_tables_of_forecasts(read: Callable[[str], Extraction]) -> None:
    text = "Poll\n\nMean forecasts, end of the year (June in brackets):\n\nDAX 24,100 (23,600)\nEuro Stoxx 50 5,550 (5,460)"
    assert rows(read, text) == {
        ("DAX", 24100.0, "forecast", *NONE), ("DAX", 23600.0, "forecast", *NONE),
        ("SX5E", 5550.0, "forecast", *NONE), ("SX5E", 5460.0, "forecast", *NONE),
    }  # fmt: skip
    assert rows(read, "Poll\n\nGrowth forecasts\nUS  1.8  2.1\nGermany  0.4  1.2") == set()
