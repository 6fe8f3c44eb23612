"""Numbers in words, and the mixture of words and digits that radio scripts use: "three-and-a-half",
"four-thousand-129-point-68".
"""

from __future__ import annotations

import csv
import re
from functools import cache

from signals.resources import data_path

# An article or a joining word counts only inside a numeral: between two of its parts.
ATOM = re.compile(r"[a-z]+|\d[\d,]*(?:\.\d+)?", re.IGNORECASE)
JOIN = re.compile(r"-and-a-|-and-|-| and (?:a )?| ", re.IGNORECASE)
FOLLOW = re.compile(
    r"(?: of)?(?: an?)?(?: full| whole)?[ -](?:%|percent|per[ -]cent|pct|percentage|basis|bps?\b|points?\b"
    r"|cents?\b|pence|paise)",
    re.IGNORECASE,
)


@cache
def numerals() -> dict[str, tuple[float, str]]:
    """Number words: value and role (unit, scale or fraction)."""
    with data_path("words", "numerals.csv").open(encoding="utf-8", newline="") as file:
        return {row["word"]: (float(row["value"]), row["role"]) for row in csv.DictReader(file)}


def atoms(text: str, start: int) -> tuple[list[str], int]:
    """The parts of the numeral that starts at ``start``, and its end.  Joined by hyphens, spaces, "and", "point"."""
    parts: list[str] = []
    position = end = start
    while found := ATOM.match(text, position):
        word = found.group().lower()
        if not (word in numerals() or word[0].isdigit() or (word == "point" and parts and text[position - 1] == "-")):
            break
        parts.append(word)
        position = end = found.end()
        join = JOIN.match(text, position)
        if not join:
            break
        position = join.end()
    return parts, end


def value(parts: list[str]) -> float | None:
    """The value of the parts of a numeral, None where they make no number.

    >>> [value(p.split()) for p in ("three half", "four thousand 129 point 68", "zero point five one", "three tenths")]
    [3.5, 4129.68, 0.51, 0.3]
    """
    if "point" in parts:
        cut = parts.index("point")
        whole = value(parts[:cut])
        decimals = "".join(_digits(part) for part in parts[cut + 1 :])
        return None if whole is None or not decimals.isdigit() else float(f"{whole:.0f}.{decimals}")
    return _sum(parts)


def _digits(part: str) -> str:
    return part if part[0].isdigit() else f"{numerals().get(part, (0, ''))[0]:.0f}"


def _sum(parts: list[str]) -> float | None:
    total = current = 0.0
    for place, part in enumerate(parts):
        size, role = (float(part.replace(",", "")), "unit") if part[0].isdigit() else numerals()[part]
        if role == "scale":
            total, current = (
                total + (current or 1) * size if size >= 1000 else total,
                0 if size >= 1000 else (current or 1) * size,
            )
        elif role == "fraction":
            current = current * size if part.endswith("s") and place else current + size
        else:
            current += size
    return round(total + current, 10)
