"""The instrument master, and the linking of words to instruments.

master = load_master()
master.instruments["USDZAR"].unit           # "ZAR per USD"
automaton = build_automaton()
automaton.hits("the rand fell")             # [(4, 8, Alias("rand", False, ("ZAR",), "currency"))]
pair_of("ZAR")                              # ("USDZAR", -1): a stronger rand is a lower USDZAR
"""

from signals.instruments.automaton import AliasAutomaton, build_automaton
from signals.instruments.linking import pair_of
from signals.instruments.master import Alias, Instrument, Master, load_master

__all__ = ["Alias", "AliasAutomaton", "Instrument", "Master", "build_automaton", "load_master", "pair_of"]
