"""How well pages are read, on layouts written by rule; and articles beside trafilatura's plain use on the same pages.

python -m benchmarks.pages              the figures over all layouts, and the table of articles
python -m benchmarks.pages --misses     what was read wrongly as well
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import trafilatura

from benchmarks.generators.pages import Page, pages
from benchmarks.pages_scoring import CHECKS, read, score

SEEDS = range(1, 11)


class Found(NamedTuple):
    """Of an article page: the share of its words that came out, the pieces of furniture that did, and if its minute did."""

    words: float
    furniture: int
    timed: bool


def ours(page: Page) -> Found:
    """What the product makes of an article page."""
    items = read(page)
    text = "\n".join(item.body for item in items)
    return _found(page, text, items[0].published_at if items else None)


def plain_trafilatura(page: Page) -> Found:
    """What trafilatura makes of it by its defaults, with comments left out; its date is a day, read as midnight UTC."""
    text = trafilatura.extract(page.text, include_comments=False) or ""
    about = trafilatura.extract_metadata(page.text)
    day = datetime.fromisoformat(about.date).replace(tzinfo=UTC) if about and about.date else None
    return _found(page, text, day)


def _found(page: Page, text: str, at: datetime | None) -> Found:
    (told,) = page.items
    flat = " ".join(text.split())
    kept = sum(len(line.split()) for line in told.paragraphs if line in flat)
    timed = at is not None and abs(at - told.moment) <= timedelta(minutes=told.tolerance, seconds=59)
    return Found(kept / len(told.body.split()), sum(piece in text for piece in page.furniture), timed)


def table(articles: Sequence[Page]) -> str:
    """A row for each layout: both readers' shares of the text, pieces of furniture, and times found."""
    rows = [
        "| layout | text found |  | furniture let in |  | minute found |  |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    layouts = list(dict.fromkeys(page.layout for page in articles))
    for layout in [*layouts, "all"]:
        chosen = [page for page in articles if layout in {page.layout, "all"}]
        both = [[reader(page) for page in chosen] for reader in (ours, plain_trafilatura)]
        words = [f"{sum(f.words for f in found) / len(found):.2f}" for found in both]
        furniture = [str(sum(f.furniture for f in found)) for found in both]
        timed = [f"{sum(f.timed for f in found)}/{len(found)}" for found in both]
        rows.append(f"| {' | '.join([layout, *words, *furniture, *timed])} |")
    return "\n".join(rows)


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    written = pages(SEEDS)
    total = score(written)
    if arguments.misses:
        print("\n".join(total.misses))
    print(f"{len(written)} pages of {len({page.layout for page in written})} layouts, {total.labelled} items")
    print(f"items F1 {total.items_f1:.3f}, " + ", ".join(f"{check} {total.share(check):.3f}" for check in CHECKS))
    print(f"pieces of furniture let in: {total.leaks}\n")
    print("Articles: the first figure of each pair is ours, the second trafilatura's.\n")
    print(table([page for page in written if page.name.endswith(".html") and len(page.items) == 1]))


if __name__ == "__main__":
    main()
