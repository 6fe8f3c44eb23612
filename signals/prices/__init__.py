"""Prices: sources behind one interface, the sessions of markets, and what prices say of a statement.

A verdict says agrees, contradicts or cannot tell. Its rule is the macro ``verdicts_of`` in sql/verdicts.sql: a level is held
against bars, the session's close or range, or between two daily snapshots against a random walk tied to both.

How often that is wrong with one fixing a day, by benchmarks/verdicts.py on 35,244 statements about twelve instruments from 2005
to 2025 (the fixings thinned to every third session, with those left out as the true prices in between): of true statements
0.5 % are contradicted. Of false ones contradicted are 73 % of the levels of 30 days before, 58 % of those whose first two
decimals are swapped (many differ by less than noise), and 15 % of those one percent off. Of moves without a level 38 % of the
true ones agree and 0.5 % are contradicted, of those with the sign turned 15 % are contradicted and 4 % agree; the rest cannot
be told. Agreement thus says that a level is of that day's size, not that every digit is right.

Errors that a reader would notice (3 %
off, a decimal slip, another currency or day, a sign turned on a move of 1.5 usual days) are contradicted in 99.6 % of 5,000
statements about eight currencies whose usual day is under one percent, and 99.6 % of 5,000 true ones agree.
"""

from signals.prices.files import load_prices
from signals.prices.own import OwnTable
from signals.prices.sample import Sample, sample_prices
from signals.prices.source import Asked, Delivery, PriceSource
from signals.prices.verdicts import verdicts
from signals.prices.yahoo import Yahoo

__all__ = ["Asked", "Delivery", "OwnTable", "PriceSource", "Sample", "Yahoo", "load_prices", "sample_prices", "verdicts"]
