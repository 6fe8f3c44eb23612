"""Numbers in words, and the mixture of words and digits that radio scripts use.

| text                                   | value    | how                                                    |
|----------------------------------------|----------|--------------------------------------------------------|
| "three-and-a-half", "one three-quarter"| 3.5      | a whole number and a part of one                       |
| "four-thousand-129-point-68"           | 4129.68  | digits among the words                                 |
| "sixty-nine point nine five"           | 69.95    | "point", then figures one by one                       |
| "thirty-nine twenty-three"             | 3923     | read aloud in pairs: or 39.23, as the price is         |
| "eleven thousand four-eighteen"        | 11418    | a pair behind a scale                                  |
| "one-oh-nine fifty-nine"               | 10959    | "oh" is a nought                                       |

What the words do not make a number of is none: "two three four".
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from signals.extract.text.money import HUNDREDTH
from signals.resources import data_path

# An article or a joining word counts only inside a numeral: between two of its parts.
ATOM = re.compile(r"[a-z]+|\d[\d,]*(?:\.\d+)?", re.IGNORECASE)
JOIN = re.compile(
    r"(?P<and>-and-a-|-and-| and (?:a )?)|(?<=thousand), (?=\w+[ -]hundred\b|"
    r"(?:one|two|three|four|five|six|seven|eight|nine)[ -](?:oh|ten|eleven|twelve|\w+teen|\w+ty)\b)|-| ",
    re.IGNORECASE,
)
FOLLOW = re.compile(
    r"(?: of)?(?: an?| one)?(?: full| whole)?(?: U\.?S\.?)?[ -](?:%|percent|per[ -]cent|pct|percentage|basis|bps?\b|points?\b"
    rf"|cents?\b|pence|pais(?:e|as?)\b|(?:{HUNDREDTH})\b)",
    re.IGNORECASE,
)
AND = "&"
_OH = ("oh", "o", "zero", "nought", "naught")
_POINT_NEXT = re.compile(r"[ -](?:oh|zero|one|two|three|four|five|six|seven|eight|nine|\d)", re.IGNORECASE)


class Numeral(NamedTuple):
    """What a numeral says; ``pairs`` is how many groups of figures were read one after the other, more than one where the
    last two figures may be hundredths, ``whole`` whether it has a whole part, ``decimals`` how many figures follow "point".
    """

    value: float
    pairs: int = 1
    whole: bool = True
    decimals: int = 0

    @property
    def readings(self) -> tuple[float, ...]:
        """What a price read aloud in pairs can be, likeliest first; empty for a plain number."""
        return (round(self.value / 100, 8), self.value) if self.pairs > 1 else ()


@cache
def numerals() -> dict[str, tuple[float, str]]:
    """Number words: value and role (unit, scale or fraction)."""
    with data_path("words", "numerals.csv").open(encoding="utf-8", newline="") as file:
        return {row["word"]: (float(row["value"]), row["role"]) for row in csv.DictReader(file)}


_ONE_OF_MONEY = re.compile(r"(?:one|an?) (?:euro|dollar|pound|franc)\b", re.IGNORECASE)


def atoms(text: str, start: int) -> tuple[list[str], int]:
    """The parts of the numeral that starts at ``start``, and its end. Joined by hyphens, blanks, "and" (a part of its own)."""
    parts: list[str] = []
    position = end = start
    while found := ATOM.match(text, position):
        word = found.group().lower()
        if not (word in numerals() or word[0].isdigit() or (word == "point" and _POINT_NEXT.match(text, found.end()))):
            break
        if parts and word[0].isdigit() and (parts[-1][0].isdigit() or (parts[-1] == AND and not _scaled(parts))):
            break  # "in six and 6.70 in twelve months"
        parts.append(word)
        position = end = found.end()
        join = JOIN.match(text, position)
        if not join:
            break
        if join["and"]:
            if _ONE_OF_MONEY.match(text, join.end()):
                break  # "a dollar twenty-six ninety and one euro sixteen"
            if "point" in parts or (AND in parts and numerals().get(word, (0, ""))[1] == "fraction"):
                break  # "a dollar thirty-six and a half and one euro fifteen"
            parts.append(AND)
        position = join.end()
    return (parts[:-1] if parts[-1:] == [AND] else parts), end


def _scaled(parts: Sequence[str]) -> bool:
    """ "Four thousand and 20": whether a word for a scale lets digits go on behind "and"."""
    return any(numerals().get(part, (0, ""))[1] == "scale" for part in parts)


def value(parts: Sequence[str]) -> float | None:
    """The value of the parts of a numeral, None where they make no number.

    >>> [value(p.split()) for p in ("three & half", "four thousand 129 point 68", "zero point five one", "three tenths")]
    [3.5, 4129.68, 0.51, 0.3]
    """
    read = numeral(parts)
    return None if read is None else read.value


def numeral(parts: Sequence[str]) -> Numeral | None:
    """What the parts of a numeral say, None where they make no number.

    >>> [numeral(p.split())[:2] for p in ("thirty nine twenty three", "eleven thousand four eighteen", "seven & half")]
    [(3923.0, 2), (11418.0, 1), (7.5, 1)]
    """
    if "point" in parts:
        cut = parts.index("point")
        whole = _whole(parts[:cut]) if cut else Numeral(0.0)
        decimals = "".join(_digits(part) for part in parts[cut + 1 :])
        return (
            None
            if whole is None or not decimals.isdigit()
            else Numeral(float(f"{whole.value:.0f}.{decimals}"), decimals=len(decimals))
        )
    part, rest = _part(parts)
    if part is None:
        return _whole(parts)
    if not rest:
        return Numeral(part, whole=False)
    whole = _whole(rest)
    return None if whole is None else Numeral(round(whole.value + part, 10), whole.pairs, decimals=2)


def _digits(part: str) -> str:
    return part if part[0].isdigit() else f"{numerals().get(part, (-1, ''))[0]:.0f}"


def _part(parts: Sequence[str]) -> tuple[float | None, Sequence[str]]:
    """The part of one that ends a numeral, "half", "three quarters", and what stands before it."""
    size, role = numerals().get(parts[-1], (0.0, "")) if parts else (0.0, "")
    if role != "fraction":
        return None, parts
    count = numerals().get(parts[-2], (0.0, "")) if len(parts) > 1 else (0.0, "")
    before = parts[:-1]
    if count[1] == "unit" and 1 <= count[0] < 20 and (parts[-1].endswith("s") or len(parts) == 2 or parts[-3] == AND):
        size, before = size * count[0], parts[:-2]
    return round(size, 10), before[:-1] if before[-1:] == [AND] else before


def _whole(parts: Sequence[str]) -> Numeral | None:
    """A whole number, scales included."""
    total, groups = 0.0, _Groups()
    for part in parts:
        size, role = (float(part.replace(",", "")), "digits") if part[0].isdigit() else numerals().get(part, (0.0, AND))
        if role == "scale":
            size *= groups.value() or 1.0 if groups.items else 1.0
            total, groups = (total, _Groups([size])) if part == "hundred" else (total + size, _Groups())
        elif role != AND:
            groups.add(part, size, role)
        elif groups.items == [0.0]:
            return None  # "between zero and 0.25 percent"
    read = groups.value() if groups.items else 0.0
    if read is None or not parts or (total and read >= 1000):
        return None
    return Numeral(total + read, len(groups.items) if groups.items and not total else 1)


class _Groups:
    """Figures said one after the other: "one", "sixty-one", "oh-nine"."""

    def __init__(self, items: list[float] | None = None) -> None:
        self.items = items or []
        self._nought = False

    def add(self, part: str, size: float, role: str) -> None:
        """A word joins the group before it where it continues it: "sixty" and "one", "hundred" and "five"."""
        last = self.items[-1] if self.items else 0.0
        if part in _OH and self.items:
            self._nought = True
            return
        tens = 20 <= last < 100 and last % 10 == 0 and size < 10
        hundreds = last >= 100 and last % 100 == 0 and size < 100
        hundreds = hundreds or (last >= 100 and last % 100 >= 20 and last % 10 == 0 and size < 10)
        if self.items and (tens or hundreds) and not self._nought:
            self.items[-1] += size
        else:
            paired = self._nought or role == "digits" or size >= 10 or not self.items
            self.items.append(size if paired else -1.0)
        self._nought = False

    def value(self) -> float | None:
        """The groups as one number; None where one behind the first has no two figures."""
        if any(item < 0 or item >= 100 for item in self.items[1:]) or len(self.items) > 3:
            return None
        read = 0.0
        for item in self.items:
            read = read * 100 + item
        return read
