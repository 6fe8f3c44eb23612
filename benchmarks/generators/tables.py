"""Tables in text: a header or none, rows of names and figures, some of unknown names, in columns of several kinds."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from benchmarks.generators.facts import Subject, label, near

HEADERS = {
    "last": ("Last", "Latest", "Latest bid", "Price", "Close"),
    "previous": ("Previous", "Previous day", "Prev close", "Day before"),
    "change": ("Change", "Net chg", "Chg", "+/-"),
    "percent": ("% chg", "Pct Move", "Change %", "Pct change"),
    "ytd": ("YTD %", "% YTD"),
}
STRANGERS = ("Zorb Composite", "Lower Island 20", "Quux index", "Fnord All-Share")

Labels = list[dict[str, Any]]


def table(draw: random.Random, fitting: list[Subject], left: list[Subject], day: str) -> tuple[str, Labels]:
    """Two to four subjects of one shape as rows; they are taken from ``left``. A sign is that of the name, not of the quote."""
    shape = draw.choice(sorted({s.shape for s in fitting})) if fitting else ""
    rows = [s for s in fitting if s.shape == shape][: draw.randint(2, 4)]
    currencies = shape == "per dollar"
    columns = _columns(draw, currencies=currencies)
    head = [draw.choice(HEADERS[column]) for column in columns]
    kind = "close" if "Close" in head or not currencies else "last"
    lines, labels = [["Currency" if currencies else "Index", *head]], []
    for subject in rows:
        left.remove(subject)
        cells, facts = _row(draw, subject, day, columns, kind)
        lines.append(cells)
        labels += facts
    if not currencies and draw.random() < 0.3:
        lines.insert(draw.randint(1, len(lines)), _stranger(draw, columns))
    if "percent" in columns and "change" in columns and "ytd" not in columns and draw.random() < 0.3:
        lines = lines[1:]
    return _laid_out(draw, lines, labels)


def _columns(draw: random.Random, *, currencies: bool) -> list[str]:
    if currencies:
        return ["last", "previous", "percent"]
    columns = ["last"]
    for column, chance in (("previous", 0.3), ("change", 0.5), ("percent", 1.0), ("ytd", 0.3)):
        columns += [column] if draw.random() < chance else []
    return columns


def _row(draw: random.Random, subject: Subject, day: str, columns: Sequence[str], kind: str) -> tuple[list[str], Labels]:
    before = near(draw, subject)
    level = round(before * (1 + draw.choice((1, -1)) * draw.uniform(0.001, 0.02)), subject.decimals)
    share = round((level / before - 1) * 100 * subject.sign, 2)
    change, since = round(level - before, subject.decimals), draw.randint(-2500, 2500) / 100
    name = min(subject.names, key=len).removeprefix("the ")
    name = name[0].upper() + name[1:]
    places = subject.decimals
    printed = {
        "last": f"{level:.{places}f}", "previous": f"{before:.{places}f}", "change": f"{change:+.{places}f}",
        "percent": f"{share:+.2f}" if share else "0.00", "ytd": f"{since:+.2f}",
    }  # fmt: skip
    facts = [label(subject, name, (level, kind), _move(subject, share, "prev_close"), day)]
    if "change" in columns and change and share:
        alternative = {**_move(subject, share, "prev_close"), "value": abs(change), "unit": "points"}
        facts[0]["move_alt"] = [alternative]
    if "previous" in columns:
        facts.append(label(subject, name, (before, "previous"), None, None))
    if "ytd" in columns:
        facts.append(label(subject, name, None, _move(subject, since, "ytd"), day))
    return [name, *(printed[column] for column in columns)], facts


def _move(subject: Subject, share: float, basis: str) -> dict[str, Any]:
    direction = "flat" if share == 0 else "up" if share * subject.sign > 0 else "down"
    return {"direction": direction, "value": abs(share) or None, "unit": "percent" if share else None, "basis": basis}


def _stranger(draw: random.Random, columns: Sequence[str]) -> list[str]:
    """A row of a name that no one knows."""
    figures = {"last": "1520.40", "previous": "1510.10", "change": "+10.30", "percent": "+0.68", "ytd": "-3.10"}
    return [draw.choice(STRANGERS), *(figures[column] for column in columns)]


def _laid_out(draw: random.Random, lines: list[list[str]], labels: Labels) -> tuple[str, Labels]:
    rule = draw.choice(("  ", "   ", " | ", "\t"))
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    laid = [rule.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n" + "\n".join(laid) + "\n", labels
