"""The cue index of a text: which words it holds, found in one scan and asked by every rule of whole texts.

A rule whose pattern cannot match without one of some words names them, whole and in small letters (``cues("gap spread")``), and
asks ``holds_cue(text, WORDS)`` before it looks: that costs a few look-ups in a set, however long the text is, where
a search costs microseconds. A word is a run of letters a to z: "pick-up" is two, "10-yr" holds "yr", "bank's" holds "bank"
and "s".
"""

from __future__ import annotations

from functools import lru_cache

# Small letters for letters, blanks for all else: bytes are translated and cut several times as fast as characters are.
_LETTERS = bytes(ord(chr(code).lower()) if chr(code).isascii() and chr(code).isalpha() else 32 for code in range(256))


def cues(words: str) -> frozenset[bytes]:
    """Words that a rule needs one of, parted by blanks.

    >>> sorted(cues("spread gap"))
    [b'gap', b'spread']
    """
    return frozenset(words.encode("ascii").split())


@lru_cache(maxsize=4)  # the text at hand, and the parts of it that rules look at on their own
def words_of(text: str) -> frozenset[bytes]:
    """The words of a text in small letters."""
    return frozenset(text.encode("ascii", "replace").translate(_LETTERS).split())


def holds_cue(text: str, cues: frozenset[bytes]) -> bool:
    """Whether a text holds any of these words, in letters of any case.

    >>> holds_cue("The Spread's width", cues("gap spread")), holds_cue("Widespread gaps", cues("gap spread"))
    (True, False)
    """
    return not cues.isdisjoint(words_of(text))
