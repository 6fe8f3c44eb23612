"""Which name a number belongs to, weighed where the grammar does not tell: the last step over the sentences of an item.

The grammar reads a number where it knows the words around it, and leaves it open where it does not. Here every open number is
set beside the names near it; what can be seen of the two (unit, size, place, the words between and around, what has been told
of the name) has weights learned from labelled reports (data/relations), and a number goes to the name that is far likelier to
own it than not. Most open numbers stay open.
"""
