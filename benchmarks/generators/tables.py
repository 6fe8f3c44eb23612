"""Tables in text: a header, rows of names and numbers, in columns of several widths and rules."""

from __future__ import annotations

import random
from typing import Any

from benchmarks.generators.facts import Subject, label, near

LAST = ("Last", "Latest", "Latest bid", "Price", "Close")
PREVIOUS = ("Previous", "Previous day", "Prev close", "Day before")
SHARE = ("% chg", "Pct Move", "Change %", "Pct change")


def table(draw: random.Random, fitting: list[Subject], left: list[Subject], day: str) -> tuple[str, list[dict[str, Any]]]:
    """Two to four subjects of one shape as rows; they are taken from ``left``. A sign is that of the name, not of the quote."""
    shape = draw.choice(sorted({s.shape for s in fitting})) if fitting else ""
    rows = [s for s in fitting if s.shape == shape][: draw.randint(2, 4)]
    with_previous = shape == "per dollar" or draw.random() < 0.6
    header = ["Currency" if shape == "per dollar" else "Index", draw.choice(LAST)]
    header += [draw.choice(PREVIOUS)] if with_previous else []
    lines, labels = [[*header, draw.choice(SHARE)]], []
    kind = "close" if header[1] == "Close" or shape == "points" else "last"
    for subject in rows:
        left.remove(subject)
        cells, facts = _row(draw, subject, day, kind=kind, with_previous=with_previous)
        lines.append(cells)
        labels += facts
    return _laid_out(draw, lines, labels)


def _row(
    draw: random.Random, subject: Subject, day: str, *, kind: str, with_previous: bool
) -> tuple[list[str], list[dict[str, Any]]]:
    before = near(draw, subject)
    level = round(before * (1 + draw.choice((1, -1)) * draw.uniform(0.001, 0.02)), subject.decimals)
    change = round((level / before - 1) * 100 * subject.sign, 2)
    name = min(subject.names, key=len).removeprefix("the ")
    name = name[0].upper() + name[1:]
    numbers = [f"{number:.{subject.decimals}f}" for number in ([level, before] if with_previous else [level])]
    direction = "flat" if change == 0 else "up" if change * subject.sign > 0 else "down"
    size = abs(change) if change else None
    move = {"direction": direction, "value": size, "unit": "percent" if change else None, "basis": "prev_close"}
    facts = [label(subject, name, (level, kind), move, day)]
    if with_previous:
        facts.append(label(subject, name, (before, "previous"), None, None))
    return [name, *numbers, f"{change:+.2f}" if change else "0.00"], facts


def _laid_out(draw: random.Random, lines: list[list[str]], labels: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    rule = draw.choice(("  ", "   ", " | ", "\t"))
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    laid = [rule.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n" + "\n".join(laid) + "\n", labels
