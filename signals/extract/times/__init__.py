"""Time expressions of a report: found in one pass, then resolved against its own clock and the market's calendar.

>>> [(found.kind, found.weekday, found.hour, found.zone) for found in find_times("Gold eased at 1251 GMT on Friday.")]
[('clock', 4, 12, 'GMT')]
"""

from signals.extract.times.basis import basis_of
from signals.extract.times.compose import find_times
from signals.extract.times.expression import TimeExpression
from signals.extract.times.figures import Figures
from signals.extract.times.news import before_news, held_before_news
from signals.extract.times.resolution import Resolver, reference_day, resolve
from signals.extract.times.stamps import stamp_of, stamps
from signals.extract.times.statement import Statement, trading_still, when

__all__ = [
    "Figures",
    "Resolver",
    "Statement",
    "TimeExpression",
    "basis_of",
    "before_news",
    "find_times",
    "held_before_news",
    "reference_day",
    "resolve",
    "stamp_of",
    "stamps",
    "trading_still",
    "when",
]
