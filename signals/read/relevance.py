"""Whether an item is mainly about markets or monetary policy, by what its sentences state.

A sentence speaks of a market where something that is traded stands near a word of movement (those of ``data/words``); of
monetary policy where it names rates or those who set them. An item is market news where a sentence states a move with a figure
or where a third of all sentences, two at least, speak so. Macro data, fiscal policy and company news without a price are none.
"""

from __future__ import annotations

import csv
import re
from functools import cache

from signals.read.phrases import Phrases
from signals.resources import data_path

LONGEST = 8000  # characters that are looked at
NEAR = 60  # characters between what is traded and the word of its movement
SHARE = 1 / 3  # of the sentences
TRADED = """
    rand; dollar; greenback; loonie; euro; sterling; pound; yen; yuan; renminbi; rupee; lira; peso; franc; rouble; ruble; krona
    krone; zloty; forint; koruna; shekel; baht; ringgit; rupiah; naira; cedi; shilling; kwacha; dirham; birr; leu; hryvnia
    tenge; dong; taka; riyal; dinar; pula; metical; kwanza; the real; brazilian real; brazil's real; currency; currencies
    bitcoin; ether; crypto; cryptocurrencies

    share; shares; stock; stocks; equities; bourse; wall street; nasdaq; s&p 500; dow; dow jones; ftse; ftse 100; ftse 250; dax
    cac; cac 40; stoxx; stoxx 600; nikkei; topix; hang seng; sensex; nifty; kospi; asx; asx 200; tsx; ibovespa; jse; all-share
    all share; top-40; top 40; blue chips; csi300; csi 300; taiex; vix; stock index; share index; benchmark index; main index
    broader index; blue-chip index; share average; stock average; share gauge; stock gauge

    bond; bonds; yield; yields; treasury; treasuries; gilt; gilts; bund; bunds; jgb; jgbs; t-bills; spread; spreads

    brent; wti; crude; oil; gold; bullion; silver; platinum; palladium; copper; aluminium; aluminum; zinc; nickel; iron ore
    coal; natural gas; gas price; gas prices; gas futures; wheat; corn; maize; soybean; soybeans; sugar; coffee; cocoa; cotton
    palm oil; rubber; futures
"""
RATES = """
    monetary policy; interest rate; interest rates; borrowing costs; policy rate; repo rate; bank rate; deposit rate
    lending rate; key rate; key rates; cash rate; refinancing rate; federal funds rate; fed funds rate; benchmark rate
    discount rate
    rate cut; rate cuts; rate hike; rate hikes; rate rise; rate rises; rate increase; rate decision; rate setters; rate-setters
    leaves rates; keeps rates; holds rates; raises rates; cuts rates; left rates; kept rates; held rates
    raised rates; cut rates; basis points; bps; mpc; fomc; quantitative easing; quantitative tightening
"""
LEVELS = """
    trade; trades; traded; trading; stood; stands; quoted; close; closed; closes; settle; settled; settles; end; ended; ends
    opened; opens; fixed; fixes; fixing; bid; worth; at; record; high; low; hit; touched; past; changed hands; vs; sheds; adds
"""
_FORMS = frozenset(("verb", "adjective", "noun", "path", "spread", "causative", "crossing"))
_PRICE = re.compile(
    r"[$£€¥₹]\s?\d|\b(?:rs|usd|eur|gbp|r)\s?\d|\d\s?%|\d\.\d|\d,\d{3}"
    r"|\d\s(?:per ?cent|pct|points?|cents?|pence|paise|basis|bps?|yen|rand|rupees|euros)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"(?:illion|\d) $")  # before the unit of a sum of money
_SENTENCE = re.compile(r"(?<=[a-z0-9%)\"'”’][.!?])[\"'”’)]*\s+|\n+")


def is_market_news(text: str) -> bool:
    """Whether a text, headline first, is mainly about markets or monetary policy."""
    told = [_tells(sentence) for sentence in _SENTENCE.split(text[:LONGEST]) if sentence.strip()]
    return 2 in told or sum(value > 0 for value in told) >= max(1, min(len(told), max(2, SHARE * len(told))))


def _tells(sentence: str) -> int:
    """2 where a sentence states a move or level of something traded with a figure, 1 where it speaks of markets, else 0."""
    small = sentence.lower()
    traded = [span for span in _traded().spans(small) if not _AMOUNT.search(small, max(0, span[0] - 9), span[0])]
    if traded and any(_distance(name, move) <= NEAR for move in _moves().spans(small) for name in traded):
        return 2 if _PRICE.search(sentence) else 1
    return int(any(True for _ in _rates().spans(small)))


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0] - other[1], other[0] - one[1])


@cache
def _traded() -> Phrases:
    return Phrases(TRADED)


@cache
def _rates() -> Phrases:
    return Phrases(RATES)


@cache
def _moves() -> Phrases:
    """The words of movement and of standing at a level."""
    with data_path("words/directions.csv").open(encoding="utf-8", newline="") as file:
        return Phrases(LEVELS, *(row["words"] for row in csv.DictReader(file) if row["form"] in _FORMS))
