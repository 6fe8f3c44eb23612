"""A web page with one article, by trafilatura; its hour by its own metadata, which trafilatura drops."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from signals.errors import UnreadableInput
from signals.read.draft import Draft
from signals.read.publication import Stamp

META = ("article:published_time", "og:published_time", "datePublished", "date", "pubdate")


def read_webpage(text: str) -> Iterator[Draft]:
    """One draft. Raises UnreadableInput where no article text is found."""
    import trafilatura
    from selectolax.lexbor import LexborHTMLParser

    body = trafilatura.extract(text, include_comments=False, include_tables=True) or ""
    tree = LexborHTMLParser(text)
    linked = _linked_data(tree)
    headline = linked.get("headline") or _text(tree, "h1") or _text(tree, "title")
    if not body:
        raise UnreadableInput("no article text found in the page")
    publisher = linked.get("publisher")
    yield Draft(
        body=_after_headline(body, headline),
        headline=headline,
        source=publisher.get("name") if isinstance(publisher, dict) else _meta(tree, "og:site_name"),
        url=_attribute(tree, "link[rel=canonical]", "href"),
        stamps=tuple(_stamps(tree, linked)),
    )


def _stamps(tree: Any, linked: dict[str, Any]) -> Iterator[Stamp]:
    if isinstance(linked.get("datePublished"), str):
        yield Stamp(linked["datePublished"], "JSON-LD")
    for name in META:
        if value := _meta(tree, name):
            yield Stamp(value, f"meta {name}")
    if value := _attribute(tree, "time[datetime]", "datetime"):
        yield Stamp(value, "time element")


def _linked_data(tree: Any) -> dict[str, Any]:
    """The first JSON-LD object that has a headline."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text())
        except ValueError:
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for entry in graph if isinstance(graph, list) else []:
            if isinstance(entry, dict) and isinstance(entry.get("headline"), str):
                return entry
    return {}


def _after_headline(body: str, headline: str | None) -> str:
    lines = body.split("\n")
    return "\n".join(lines[1:]) if headline and lines[0].strip() == headline.strip() else body


def _meta(tree: Any, name: str) -> str | None:
    return _attribute(tree, f'meta[property="{name}"],meta[name="{name}"],meta[itemprop="{name}"]', "content")


def _attribute(tree: Any, selector: str, name: str) -> str | None:
    node = tree.css_first(selector)
    return node.attributes.get(name) if node else None


def _text(tree: Any, selector: str) -> str | None:
    node = tree.css_first(selector)
    return re.sub(r"\s+", " ", node.text()).strip() or None if node else None
