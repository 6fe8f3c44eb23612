"""Market news in; typed, timed, signed, sourced observations out, joined to prices and tested in event studies.

The folders follow the way of the data: read, instruments, extract, score, prices, study, store.
"""

__version__ = "0.1.0"
