"""Price sources as Arrow tables, and what daily prices can say of a statement.

A verdict says agrees, contradicts or cannot tell. Its rule is the macro ``verdicts_of`` in sql/verdicts.sql: between two daily
snapshots the price is taken for a random walk tied to both, and a level is contradicted beyond 3.5 of its deviations.

How often that is wrong, by benchmarks/verdicts.py on 35,244 statements about twelve instruments from 2005 to 2025 (the fixings
thinned to every third session, with those left out as the true prices in between): of true statements 0.6 % are contradicted.
Of false ones contradicted are 74 % of the levels of 30 days before, 59 % of those whose first two decimals are swapped (many
differ by less than noise), and 18 % of those one percent off. A move without a level is told from its opposite only where it is
larger than 1.2 daily deviations: 12 % of true ones agree, 0.3 % are contradicted, the rest cannot be told. Agreement thus says
that a level is of that day's size, not that every digit is right.
"""

from signals.prices.files import load_prices
from signals.prices.own import OwnTable
from signals.prices.sample import Sample, sample_prices
from signals.prices.source import Asked, Delivery, PriceSource
from signals.prices.verdicts import verdicts
from signals.prices.yahoo import Yahoo

__all__ = ["Asked", "Delivery", "OwnTable", "PriceSource", "Sample", "Yahoo", "load_prices", "sample_prices", "verdicts"]
