"""What a web page says of itself for machines: JSON-LD and meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from signals.read.publication import Stamp
from signals.read.publishers import is_name

_PUBLISHED = re.compile(r"publi|pubdate|issued|created|(?:^|[.:_-])date(?:$|[.:_-])|displaydate|timestamp", re.IGNORECASE)
_NOT_PUBLISHED = re.compile(r"modif|updat|expir|birth|event|start|end|valid|publisher", re.IGNORECASE)
_A_TIME = re.compile(r"\d{4}|\d{1,2}[:/.]\d{1,2}")
DEEPEST = 50  # levels of JSON that are searched for articles


@dataclass(frozen=True, slots=True)
class Article:
    """What JSON-LD says of one article; None for what it does not say."""

    headline: str
    body: str | None
    publisher: str | None
    url: str | None
    stamps: tuple[Stamp, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself: its articles, own name, title, address, locale ("en-ZA") and times of publication."""

    articles: Sequence[Article]
    site: str | None
    title: str | None
    url: str | None
    locale: str | None
    stamps: tuple[Stamp, ...]


def facts(tree: Any) -> Facts:
    """What the head and the scripts of a page tell."""
    meta = _meta(tree)
    title = _text(tree.css_first("title"))
    first = next((meta[name] for name in ("og:title", "twitter:title") if name in meta), title)
    return Facts(
        articles=tuple(_articles(tree)),
        site=next((meta[name] for name in ("og:site_name", "application-name", "dc.publisher") if name in meta), None)
        or _site_in_title(title),
        title=first,
        url=_attribute(tree, "link[rel=canonical]", "href") or meta.get("og:url"),
        locale=_attribute(tree, "html", "lang") or meta.get("og:locale"),
        stamps=tuple(_meta_stamps(meta)),
    )


def _meta(tree: Any) -> dict[str, str]:
    """Meta elements by name, property or itemprop in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and (content := (attributes.get("content") or "").strip()):
            found.setdefault(name.lower(), content)
    return found


def _meta_stamps(meta: Mapping[str, str]) -> Iterator[Stamp]:
    """The times of publication, those with a time of day before bare days."""
    found = [
        Stamp(value, f"meta {name}")
        for name, value in meta.items()
        if _PUBLISHED.search(name) and not _NOT_PUBLISHED.search(name) and _A_TIME.search(value) and len(value) < 60
    ]
    yield from sorted(found, key=lambda stamp: ":" not in str(stamp.value))
    yield from (
        Stamp(value, f"meta {name}") for name, value in meta.items() if name.endswith(("modified_time", "updated_time"))
    )


def _site_in_title(title: str | None) -> str | None:
    """The site's name at the end of a page title: "Headline | Kestrel News"."""
    parts = re.split(r"\s+[|–—·-]\s+", title or "")
    return next((part for part in (parts[-1], parts[0]) if is_name(part)), None) if len(parts) > 1 else None


def _articles(tree: Any) -> Iterator[Article]:
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text(), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (_article(entry) for entry in _entries(data))


def _entries(data: Any) -> Iterator[Mapping[str, Any]]:
    """The objects with a headline, outer ones first."""
    queue = [(data, 0)]
    while queue:
        value, depth = queue.pop(0)
        if isinstance(value, dict):
            if isinstance(value.get("headline"), str):
                yield value
            children: list[Any] = list(value.values())
        else:
            children = value if isinstance(value, list) else []
        if depth < DEEPEST:
            queue.extend((child, depth + 1) for child in children if isinstance(child, (dict, list)))


def _article(entry: Mapping[str, Any]) -> Article:
    body = entry.get("articleBody")
    url = entry.get("url")
    names = (
        ("datePublished", "JSON-LD datePublished"),
        ("dateCreated", "JSON-LD dateCreated"),
        ("dateModified", "JSON-LD dateModified"),
    )
    return Article(
        headline=" ".join(entry["headline"].split()),
        body=body.strip() or None if isinstance(body, str) else None,
        publisher=_name(entry.get("publisher")),
        url=url if isinstance(url, str) else None,
        stamps=tuple(Stamp(entry[key], basis) for key, basis in names if isinstance(entry.get(key), (str, int, float))),
    )


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    name = value.get("name") if isinstance(value, dict) else value
    return name.strip() or None if isinstance(name, str) else None


def _attribute(tree: Any, selector: str, name: str) -> str | None:
    node = tree.css_first(selector)
    return node.attributes.get(name) if node else None


def _text(node: Any) -> str | None:
    return " ".join(node.text().split()) or None if node else None
