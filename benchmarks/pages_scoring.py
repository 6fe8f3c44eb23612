"""How well pages were read: items found, their bounds, times, publishers, relevance, and furniture let in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from benchmarks.generators.pages import RECEIVED, Page, Told
from signals.read.documents import Document
from signals.read.draft import Draft, finish
from signals.read.forms import read_document
from signals.records import Item


@dataclass(slots=True)
class Score:
    """Counts over pages; ``misses`` says what went wrong where."""

    labelled: int = 0
    predicted: int = 0
    found: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CHECKS, 0))
    leaks: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def items_f1(self) -> float:
        """Harmonic mean of the shares of the labelled items found and of the found items that are labelled."""
        return 2 * self.found / (self.predicted + self.labelled) if self.predicted + self.labelled else 1.0

    def share(self, check: str) -> float:
        """The share of the items found for which something is right."""
        return self.right[check] / self.found if self.found else 0.0


CHECKS = ("bounds", "headline", "time", "source", "relevance")


def read(page: Page) -> list[Item]:
    """The items that the product finds on a page."""
    document = Document(page.name, page.text.encode(), RECEIVED)
    drafts = [draft for draft in read_document(document) if isinstance(draft, Draft)]
    return [finish(draft, document, number) for number, draft in enumerate(drafts)]


def score(pages: Iterable[Page]) -> Score:
    """The score over all pages."""
    total = Score()
    for page in pages:
        add(total, page, read(page))
    return total


def add(total: Score, page: Page, items: Sequence[Item]) -> None:
    """Counts one page in."""
    left = list(items)
    total.labelled += len(page.items)
    total.predicted += len(items)
    for told in page.items:
        item = next((item for item in left if _is(told, item)), None)
        if item is None:
            total.misses.append(f"{page.layout}: not found: {told.headline}")
            continue
        left.remove(item)
        total.found += 1
        for check, right in _checks(told, item).items():
            total.right[check] += right
            if not right:
                total.misses.append(f"{page.layout}: {check}: {_shown(check, told, item)}")
    total.misses += [f"{page.layout}: extra: {item.headline!r} {item.body[:60]!r}" for item in left]
    leaked = [piece for piece in page.furniture if any(piece in item.body for item in items)]
    total.leaks += len(leaked)
    total.misses += [f"{page.layout}: leak: {piece}" for piece in leaked]


def _is(told: Told, item: Item) -> bool:
    return told.paragraphs[0][:60] in _plain(item.body)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _checks(told: Told, item: Item) -> dict[str, bool]:
    body = _plain(item.body)
    dated = (
        item.published_at is None
        if told.at is None
        else (
            item.published_at is not None and abs(item.published_at - told.at) <= timedelta(minutes=told.tolerance, seconds=59)
        )
    )
    opening = body.find(told.paragraphs[0][:60])
    return {
        "bounds": (opening == 0 or body[:opening].endswith((") ", "- ", "— ", ": "))) and body.endswith(told.paragraphs[-1]),
        "headline": not told.headed or item.headline == told.headline,
        "time": dated,
        "source": told.source is None or (item.source or "").casefold() == told.source.casefold(),
        "relevance": item.is_market_news == told.story.market,
    }


def _shown(check: str, told: Told, item: Item) -> str:
    return {
        "bounds": f"{item.body[:40]!r} .. {item.body[-60:]!r}",
        "headline": f"{item.headline!r} for {told.headline!r}",
        "time": f"{item.published_at} ({item.published_basis}) for {told.at}",
        "source": f"{item.source!r} for {told.source!r}",
        "relevance": f"{item.is_market_news}: {told.headline}",
    }[check]
