"""Market news in; typed, timed, signed, sourced observations out, joined to prices and tested in event studies.

The folders follow the way of the data: read, instruments, extract, score, prices, study, store.
"""

from signals.study.result import Study, study

__all__ = ["Study", "study"]
__version__ = "0.1.0"
