"""Labelled market reports by construction: wording, order, units and noise vary, the facts are drawn first.

Each statement is built from facts (instrument, level, direction, size, unit), so the labels do not come from the extractor.
"""

from __future__ import annotations

import random
from typing import NamedTuple

UP_VERBS = ("rose", "gained", "climbed", "added", "advanced", "jumped", "was up", "firmed")
DOWN_VERBS = ("fell", "lost", "slipped", "shed", "eased", "dropped", "was down", "declined")
UP_WORDS, DOWN_WORDS = ("higher", "up", "firmer", "stronger"), ("lower", "down", "weaker", "softer")
HEDGES = ("", "", "", "about ", "nearly ", "roughly ", "more than ")
TAILS = (
    "", "", ", tracking moves elsewhere", " as traders waited for the jobs report", " after data showed inflation at 3.4%",
    ", dealers said", " ahead of the holiday on July 9", " following a 25,000-tonne sale",
)  # fmt: skip
NOISE = (
    "Consumer prices increased 2.7% in June from a year earlier.",
    "The government plans to spend $12 billion on 40 new bridges over 5 years.",
    "Turnover was 3.1 billion shares.",
    "The ministry said 1,250 people had applied by 1400 GMT.",
    "A support level lies at 100, one chartist said.",
    "Retail sales could grow 4% next year, the institute said.",
    "The company's revenue climbed 12% to $4.3 billion.",
    "Unemployment stood at 5.2%.",
)
INDICES = {
    "SPX": "the S&P 500",
    "DJI": "the Dow",
    "UKX": "the FTSE 100",
    "DAX": "Germany's DAX",
    "NKY": "the Nikkei",
    "AS51": "the ASX 200",
}
INDEX_LEVELS = {"SPX": 5200, "DJI": 39000, "UKX": 8100, "DAX": 18200, "NKY": 38500, "AS51": 7800}
CURRENCIES = {
    "USDZAR": ("the rand", 17.6, -1),
    "USDINR": ("the Indian rupee", 85.4, -1),
    "USDTRY": ("the Turkish lira", 39.8, -1),
    "USDBRL": ("the Brazilian real", 5.4, -1),
}
MAJORS = {"EURUSD": ("the euro", 1.085), "GBPUSD": ("sterling", 1.264), "AUDUSD": ("the Australian dollar", 0.655)}
COMMODITIES = {
    "BRENT": ("Brent crude", 82.5, "barrel"),
    "WTI": ("U.S. West Texas Intermediate", 78.3, "barrel"),
    "XAUUSD": ("spot gold", 2330.5, "ounce"),
    "XAGUSD": ("spot silver", 29.4, "ounce"),
}
YIELDS = {
    "US10Y": ("the benchmark 10-year Treasury yield", 4.25),
    "DE10Y": ("Germany's 10-year yield", 2.45),
    "JP10Y": ("the 10-year JGB yield", 1.02),
}


class Fact(NamedTuple):
    """A labelled observation: level or move may be absent."""

    instrument: str
    level: float | None
    direction: str | None
    size: float | None
    unit: str | None


class Report(NamedTuple):
    """A text and the facts that it states."""

    text: str
    facts: tuple[Fact, ...]


def generate(seed: int, statements: int = 6) -> Report:
    """One report; the same seed gives the same report."""
    draw = random.Random(seed)  # noqa: S311
    makers = [_index, _currency, _major, _commodity, _yield]
    chosen = [draw.choice(makers)(draw) for _ in range(statements)]
    kept: dict[str, tuple[str, Fact]] = {}
    for sentence, fact in chosen:
        kept.setdefault(fact.instrument, (sentence, fact))
    sentences = [sentence for sentence, _ in kept.values()]
    for _ in range(draw.randint(1, 4)):
        sentences.insert(draw.randint(0, len(sentences)), draw.choice(NOISE))
    return Report("Markets at a glance\n" + " ".join(sentences), tuple(fact for _, fact in kept.values()))


def _way(draw: random.Random) -> tuple[int, str, str]:
    sign = draw.choice((1, -1))
    return sign, draw.choice(UP_VERBS if sign > 0 else DOWN_VERBS), draw.choice(UP_WORDS if sign > 0 else DOWN_WORDS)


def _name(sign: int) -> str:
    return "up" if sign > 0 else "down"


def _phrase(draw: random.Random, who: str, size: str, level: str, way: tuple[int, str, str]) -> str:
    sign, verb, word = way
    noun = draw.choice(("gain", "rise") if sign > 0 else ("loss", "drop"))
    form = draw.choice((
        f"{who} {verb} {size} to {level}", f"{who} was {size} {word} at {level}", f"{who} traded at {level}, {word} {size}",
        f"{who} stood at {level}, a {noun} of {size}", f"At 1015 GMT, {who} {verb} {size} to {level}",
        f"{who} ended {size} {word} at {level}",
    ))  # fmt: skip
    return form[0].upper() + form[1:] + draw.choice(TAILS) + "."


def _percent(draw: random.Random) -> tuple[float, str]:
    size = draw.randint(1, 45) / 10
    return size, draw.choice((f"{size}%", f"{size} percent", f"{size} per cent"))


def _index(draw: random.Random) -> tuple[str, Fact]:
    identity = draw.choice(list(INDICES))
    level = round(INDEX_LEVELS[identity] * draw.uniform(0.9, 1.1), draw.choice((0, 1, 2)))
    way, (size, printed) = _way(draw), _percent(draw)
    text = _phrase(draw, INDICES[identity], draw.choice(HEDGES) + printed, f"{level:,}", way)
    return text, Fact(identity, level, _name(way[0]), size, "percent")


def _currency(draw: random.Random) -> tuple[str, Fact]:
    identity = draw.choice(list(CURRENCIES))
    who, middle, quote = CURRENCIES[identity]
    level = round(middle * draw.uniform(0.95, 1.05), 4)
    way, (size, printed) = _way(draw), _percent(draw)
    text = _phrase(draw, who, printed, f"{level:.4f} against the dollar", way)
    return text, Fact(identity, level, _name(way[0] * quote), size, "percent")


def _major(draw: random.Random) -> tuple[str, Fact]:
    identity = draw.choice(list(MAJORS))
    who, middle = MAJORS[identity]
    level = round(middle * draw.uniform(0.95, 1.05), 4)
    way, (size, printed) = _way(draw), _percent(draw)
    return _phrase(draw, who, printed, f"${level:.4f}", way), Fact(identity, level, _name(way[0]), size, "percent")


def _commodity(draw: random.Random) -> tuple[str, Fact]:
    identity = draw.choice(list(COMMODITIES))
    who, middle, per = COMMODITIES[identity]
    level = round(middle * draw.uniform(0.9, 1.1), 2)
    price = draw.choice((f"${level:,.2f} a {per}", f"${level:,.2f} per {per}", f"${level:,.2f}")).replace("a ounce", "an ounce")
    if draw.random() < 0.5:
        cents, way = draw.randint(5, 95), _way(draw)
        return _phrase(draw, who, f"{cents} cents", price, way), Fact(identity, level, _name(way[0]), cents / 100, "USD")
    way, (size, printed) = _way(draw), _percent(draw)
    return _phrase(draw, who, printed, price, way), Fact(identity, level, _name(way[0]), size, "percent")


def _yield(draw: random.Random) -> tuple[str, Fact]:
    identity = draw.choice(list(YIELDS))
    who, middle = YIELDS[identity]
    level, size = round(middle * draw.uniform(0.9, 1.1), 3), draw.randint(2, 15)
    unit = draw.choice(("basis points", "bps", "bp"))
    way = _way(draw)
    return _phrase(draw, who, f"{size} {unit}", f"{level:.3f}%", way), Fact(identity, level, _name(way[0]), float(size), "bp")
