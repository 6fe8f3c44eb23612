"""Price sources as Arrow tables: the sample prices that ship, and files of the user's own.

The verdicts of prices on observations are the macro ``verdicts_of`` in sql/verdicts.sql.
"""

from signals.prices.files import load_prices
from signals.prices.sample import sample_prices

__all__ = ["load_prices", "sample_prices"]
