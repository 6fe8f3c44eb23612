"""What generated reports are about: instruments with the names the press uses, and the facts drawn for them.

A fact is drawn before any word is: its numbers are exact as printed, so that no label comes from the extractor.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Subject:
    """An instrument under its names. ``sign`` is -1 where the name is that of the quote's second currency: it falls, the quote
    rises. ``shape`` is how its level is printed, ``unit`` the level's unit; ``step`` the unit of a move other than percent."""

    id: str
    names: tuple[str, ...]
    level: float
    decimals: int
    shape: str
    unit: str
    step: str | None = None
    sign: int = 1

    @property
    def on_exchange(self) -> bool:
        """Whether it has closing prices: after the last close, a level without a clock time is that of the close."""
        return self.shape == "points" or self.shape.split(" ")[0].isupper()


class Way(NamedTuple):
    """Which way the subject went, in its own terms: 1, -1 or 0."""

    sign: int

    def quote(self, subject: Subject) -> str:
        """The direction of the quote."""
        return {1: "up", -1: "down", 0: "flat"}[self.sign * subject.sign]


INDICES = (
    ("SPX", ("the S&P 500", "the S&P 500 index", "the broader S&P 500"), 5230),
    ("DJI", ("the Dow", "the Dow Jones Industrial Average", "the blue-chip Dow"), 39100),
    ("IXIC", ("the Nasdaq Composite", "the tech-heavy Nasdaq Composite"), 16300),
    ("UKX", ("London's FTSE 100", "the FTSE 100"), 8130),
    ("DAX", ("Germany's DAX", "the DAX", "Frankfurt's DAX"), 18250),
    ("CAC40", ("the CAC 40", "France's CAC 40"), 7980),
    ("NKY", ("the Nikkei", "Japan's Nikkei 225", "the Nikkei stock average"), 38550),
    ("HSI", ("the Hang Seng Index", "Hong Kong's Hang Seng"), 17650),
    ("AS51", ("the S&P/ASX 200", "the ASX 200", "Australia's ASX 200"), 7810),
    ("KOSPI", ("the KOSPI", "South Korea's Kospi"), 2680),
    ("SENSEX", ("the Sensex", "the BSE Sensex"), 73900),
    ("JALSH", ("the JSE all-share index", "Johannesburg's all-share"), 74200),
    ("BVSP", ("the Ibovespa", "Brazil's Bovespa index"), 126400),
)
CURRENCIES = (
    ("USDZAR", ("the rand", "South Africa's rand", "the South African rand"), 17.62, 4),
    ("USDINR", ("the Indian rupee",), 83.42, 4),
    ("USDTRY", ("the lira", "the Turkish lira", "Turkey's lira"), 32.4, 4),
    ("USDBRL", ("the Brazilian real", "Brazil's real"), 5.13, 4),
    ("USDMXN", ("the Mexican peso", "Mexico's peso"), 16.78, 4),
    ("USDKRW", ("the South Korean won", "the won"), 1362.4, 1),
    ("USDTHB", ("the Thai baht", "the baht"), 36.71, 2),
)
DOLLAR_IN = (
    ("USDJPY", ("the dollar", "the greenback", "the U.S. dollar"), 151.6, "yen"),
    ("USDCHF", ("the dollar", "the U.S. currency"), 0.9043, "Swiss francs"),
    ("USDCAD", ("the dollar", "the greenback"), 1.3651, "Canadian dollars"),
)
MAJORS = (
    ("EURUSD", ("the euro", "the single currency", "the common currency"), 1.0851),
    ("GBPUSD", ("sterling", "the pound", "the British pound"), 1.2643),
    ("AUDUSD", ("the Australian dollar", "the Aussie"), 0.6554),
)
COMMODITIES = (
    ("BRENT", ("Brent crude", "Brent", "Brent crude futures"), 82.5, 2, "barrel"),
    ("WTI", ("U.S. West Texas Intermediate", "U.S. crude", "WTI", "West Texas Intermediate crude"), 78.3, 2, "barrel"),
    ("XAUUSD", ("spot gold",), 2331.5, 2, "ounce"),
    ("GC", ("U.S. gold futures",), 2342.7, 2, "ounce"),
    ("XAGUSD", ("spot silver",), 29.41, 2, "ounce"),
    ("XPTUSD", ("spot platinum",), 988.2, 2, "ounce"),
    ("COPPER", ("three-month copper on the London Metal Exchange", "benchmark LME copper"), 9862, 0, "tonne"),
    ("NICKEL", ("LME nickel",), 18120, 0, "tonne"),
)
YIELDS = (
    (
        "US10Y",
        ("the benchmark 10-year Treasury yield", "the yield on the 10-year Treasury note", "the 10-year U.S. yield"),
        4.251,
    ),
    ("US2Y", ("the two-year Treasury yield", "the 2-year U.S. yield"), 4.612),
    ("DE10Y", ("Germany's 10-year yield", "the 10-year Bund yield", "the yield on 10-year Bunds"), 2.453),
    ("GB10Y", ("the 10-year gilt yield", "Britain's 10-year yield"), 4.102),
    ("JP10Y", ("the 10-year JGB yield", "Japan's 10-year government bond yield"), 1.024),
    ("IT10Y", ("Italy's 10-year yield",), 3.842),
)
SHARES = (
    ("AAPL", ("Apple", "shares of Apple", "Apple Inc. (AAPL)"), 189.4, "USD", "$"),
    ("MSFT", ("Microsoft", "Microsoft shares"), 416.2, "USD", "$"),
    ("TSLA", ("Tesla", "shares in Tesla"), 177.3, "USD", "$"),
    ("INFY.NS", ("Infosys",), 1462.5, "INR", "Rs "),
    ("NPN.JO", ("Naspers",), 3312.4, "ZAR", "R"),
    ("BHP.AX", ("BHP Group",), 44.12, "AUD", "A$"),
    ("7203.T", ("Toyota Motor",), 3412.0, "JPY", ""),
    ("005930.KS", ("Samsung Electronics",), 77400.0, "KRW", ""),
)
CRYPTO = (
    ("BTCUSD", ("bitcoin", "Bitcoin"), 66250.0, 0),
    ("ETHUSD", ("ether", "Ethereum"), 3120.5, 2),
    ("SOLUSD", ("Solana",), 168.2, 2),
)


def subjects(draw: random.Random) -> list[Subject]:
    """Every subject once, under freshly drawn names, in an order of its own."""
    made = [
        *(Subject(i, names, level, draw.choice((0, 1, 2)), "points", "points", "points") for i, names, level in INDICES),
        *(Subject(i, n, level, d, "per dollar", f"{i[3:]} per USD", None, -1) for i, n, level, d in CURRENCIES),
        *(Subject(i, n, level, 2 if level > 10 else 4, f"in {word}", f"{i[3:]} per USD") for i, n, level, word in DOLLAR_IN),
        *(Subject(i, names, level, 4, "dollars each", f"USD per {i[:3]}", "cents") for i, names, level in MAJORS),
        *(Subject(i, n, level, d, f"dollars a {per}", f"USD per {per}", "dollars") for i, n, level, d, per in COMMODITIES),
        *(Subject(i, names, level, 3, "percent", "percent", "bp") for i, names, level in YIELDS),
        *(
            Subject(i, n, level, 0 if code in ("JPY", "KRW") else 2, f"{code} {mark}", code)
            for i, n, level, code, mark in SHARES
        ),
        *(Subject(i, names, level, decimals, "dollars", "USD") for i, names, level, decimals in CRYPTO),
    ]
    draw.shuffle(made)
    return made


def near(draw: random.Random, subject: Subject, spread: float = 0.08) -> float:
    """A level near the usual one, rounded as the subject is printed."""
    return round(subject.level * draw.uniform(1 - spread, 1 + spread), subject.decimals)


def label(
    subject: Subject, evidence: str, level: tuple[float, str] | None, move: dict[str, Any] | None, at: str | None
) -> dict[str, Any]:
    """An observation in the form of the labelled reports; ``level`` is its number and kind."""
    return {
        "instrument": subject.id,
        "level": level[0] if level else None,
        "level_unit": subject.unit if level else None,
        "level_kind": level[1] if level else None,
        "at": at,
        "move": move,
        "evidence": evidence,
    }
