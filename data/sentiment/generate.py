"""Sentences made from patterns of our own, whose label for each name is known because the pattern says so.

A line of patterns.txt is a sentence with slots in braces, and after a bar the label (+ - =) of each named slot, or word;
``text`` is the sentence as a whole. A line of slots.txt is a slot's name and what may fill it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from examples import Example

_FOLDER = Path(__file__).parent
_LABELS = {"+": "positive", "-": "negative", "=": "neutral"}
_SLOT = re.compile(r"\{(?:([A-C]):)?(\w+)\}")
_WEIGHT = 0.4


def _slots() -> dict[str, list[str]]:
    lines = (_FOLDER / "slots.txt").read_text(encoding="utf-8").splitlines()
    return {name: words.split("; ") for name, words in (line.split(" = ") for line in lines)}


def generate(count: int, seed: int) -> Iterator[Example]:
    """About ``count`` examples, a sentence giving one for each name that its pattern labels."""
    rng = random.Random(seed)  # noqa: S311
    patterns = [line.rsplit(" | ", 1) for line in (_FOLDER / "patterns.txt").read_text(encoding="utf-8").splitlines()]
    slots = _slots()
    for _ in range(int(count / 1.9)):
        pattern, labels = rng.choice(patterns)
        text, names = _filled(pattern, slots, rng)
        for name, sign in [(part[:-1], part[-1]) for part in labels.split()]:
            target = None if name == "text" else names.get(name, name)
            yield Example(text, target, _LABELS[sign], "generated", _WEIGHT)


def _filled(pattern: str, slots: dict[str, list[str]], rng: random.Random) -> tuple[str, dict[str, str]]:
    names: dict[str, str] = {}
    low, ratio, money = rng.uniform(0.4, 900), rng.uniform(1.08, 2.5), rng.choice(slots["money"])
    numbers: dict[str, Callable[[], str]] = {
        "n": lambda: str(rng.randint(2, 99)),
        "nn": lambda: str(rng.randint(1000, 9999))[: rng.choice([2, 4])],
        "m": lambda: str(rng.randint(1, 14)),
        "pct": lambda: f"{rng.uniform(0.1, 6):.{rng.choice([1, 1, 2])}f}",
        "low": lambda: f"{low:.1f}",
        "high": lambda: f"{low * ratio:.1f}",
        "money": lambda: money,
        "when2": lambda: rng.choice(["Thursday's", "its previous", "Monday's", "the prior"]),
    }

    def fill(match: re.Match[str]) -> str:
        name, kind = match.groups()
        if kind in numbers:
            return numbers[kind]()
        word = rng.choice(slots[kind])
        while name and word in names.values():
            word = rng.choice(slots[kind])
        if name:
            names[name] = word.removeprefix("the ")
        return word

    text = _SLOT.sub(fill, pattern)
    return text[:1].upper() + text[1:], names
