"""What digits are worth: thousands separators told from a decimal comma, fractions, and how many decimals are printed."""

from __future__ import annotations

import re

_APART = re.compile("[ '’\u00a0\u202f]")
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}


def plain_value(text: str) -> float:
    """The value of a digit run, thousands separators told from a decimal comma.

    >>> [plain_value(t) for t in ("12,792.81", "1,200", "17,62", "1.234.567", "108 597", "0,250", "9'161.1")]
    [12792.81, 1200.0, 17.62, 1234567.0, 108597.0, 0.25, 9161.1]
    """
    if text in VULGAR:
        return VULGAR[text]
    if "," not in text and text.isascii() and text.count(".") <= 1:
        return float(text.replace(" ", "").replace("'", ""))
    text = _APART.sub("", text)
    commas, dots = text.count(","), text.count(".")
    if commas and dots:
        decimal = max(text.rfind(","), text.rfind("."))
        return float(re.sub("[.,]", "", text[:decimal]) + "." + text[decimal + 1 :])
    if dots > 1:
        return float(text.replace(".", ""))
    if commas == 1 and (len(text) - text.index(",") != 4 or text.startswith("0,")):
        return float(text.replace(",", "."))
    return float(text.replace(",", ""))


def figure(digits: str) -> tuple[float, int]:
    """Value and decimals of a digit run."""
    value = plain_value(digits)
    return value, decimals(digits, value)


def decimals(digits: str, value: float) -> int:
    """How many decimals are printed: those behind a full stop, or behind a comma that was read as a decimal comma."""
    if digits.count(".") == 1:
        return len(digits.rpartition(".")[2])
    return len(digits.rpartition(",")[2]) if digits.count(",") == 1 and value != float(digits.replace(",", "")) else 0


def part_of(tail: re.Match[str]) -> float:
    """The fraction behind a whole number: "3/4", "¾", "and a half", "and three quarters"."""
    if tail["over"]:
        return int(tail["over"]) / int(tail["under"])
    return VULGAR.get(tail["vulgar"]) or (0.5 if tail["said"] == "half" else 0.75 if tail["parts"][0] == "t" else 0.25)
