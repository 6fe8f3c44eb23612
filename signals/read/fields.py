"""Fields of a record by the meaning of their names, whoever chose them: publishedAt, pub_date and time_published are one thing.

A name is cut into its words; what it means depends on the words, not on a list of vendors. A caller who knows better gives a
mapping from our names (text, headline, body, source, url, published_at, received_at, id) to those of the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from signals.read.publication import Stamp

OURS = ("text", "headline", "body", "source", "url", "published_at", "received_at", "id")
MOST_WORDS = 5  # of a field's name that is a time
DEEPEST = 4  # levels below a field in which its text is looked for
Record = Mapping[str, Any]

_ENDS_IN_CLOCK = re.compile(r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?$")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_HEADLINE = ("headline", "title", "heading", "subject", "name")
_FULL = ("body", "content", "text", "fulltext", "article", "story", "html", "paragraphs", "selftext", "contents")
_SHORT = (
    "description", "summary", "abstract", "snippet", "excerpt", "teaser", "lead", "lede", "standfirst", "intro", "trail", "dek",
)  # fmt: skip
_OF_SOMETHING_ELSE = frozenset((
    "image", "img", "media", "photo", "video", "audio", "banner", "thumbnail", "logo", "icon", "avatar", "source", "site",
    "feed", "channel", "publisher", "provider", "author", "meta", "seo",
    "og", "twitter", "page", "section", "category", "topic", "tag",
    "keyword", "type", "length", "count", "size", "format", "encoding", "id", "ids", "url", "link", "hash", "language", "lang",
    "score", "sentiment", "label", "company", "entity", "user", "domain", "preview", "api",
))  # fmt: skip
_ALONE = frozenset(("name", "subject", "story", "article", "feed", "thread"))  # words that mean it only by themselves
_SOURCE = (
    "source", "publisher", "provider", "publication", "outlet", "newspaper", "agency", "site", "feed", "thread", "domain",
)  # fmt: skip
_NAMING = ("name", "display", "title", "id", "domain", "site", "uri", "text")
_LINKS = frozenset(("url", "link", "href", "permalink"))
_KINDS_OF_TEXT = frozenset(("text", "html", "plain", "paragraph", "raw", "markdown", "value"))
_PUBLISHING = frozenset(("publish", "published", "pub", "pubdate", "publication", "posted", "issued", "release", "released"))
_TIMING = frozenset(("date", "datetime", "time", "timestamp", "created", "utc", "gmt", "dated", "ts", "age", "ago", "when"))
_BESIDE_TIMING = frozenset(("at", "on", "display", "first", "version", "web", "seconds", "ms"))
_CHANGING = frozenset(("update", "updated", "modified", "modify", "edited", "revised", "changed"))
_SEEING = frozenset(("seen", "seendate"))
_NO_TIME = frozenset((
    "zone", "timezone", "tz", "format", "by", "read", "reading", "expire", "expires", "expiry", "end", "start", "event",
    "embargo", "count", "crawl", "crawled", "crawldate", "fetched", "indexed", "ingested", "retrieved", "scraped", "received",
    "id", "name", "url", "title", "range", "series", "last_trade", "trade", "estimated",
))  # fmt: skip
_RECEIVING = frozenset(["received", "fetched", "retrieved", "scraped", "crawled", "crawldate", "crawl", "downloaded"])


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a field's name: datePublished, date_published and DATE-PUBLISHED alike give date, published."""
    return tuple(word.lower() for word in _WORD.findall(name))


def renamed(record: Record, mapping: Mapping[str, str]) -> Record:
    """The record with the fields that a mapping names under our names."""
    given = {ours: record[theirs] for ours, theirs in mapping.items() if theirs in record}
    return {**{name: value for name, value in record.items() if name not in mapping.values()}, **given}


def headline_of(record: Record) -> str | None:
    """The headline; a bare ``name`` counts only where nothing better does."""
    return next((text for name in _headlines(tuple(record)) if (text := _text(record[name]))), None)


def bodies_of(record: Record) -> list[str]:
    """Texts that can be the body, the fullest kind first."""
    kinds = ([text for name in names if (text := _text(record[name]))] for names in _bodies(tuple(record)))
    return [text for texts in kinds for text in sorted(texts, key=len, reverse=True)]


def source_of(record: Record) -> str | None:
    """The publisher as named; a host only where there is no name."""
    return next((found for name in _sources(tuple(record)) if (found := _name_in(record[name]))), None)


def url_of(record: Record) -> str | None:
    """The address of the item itself, not of its pictures."""
    for name in _urls(tuple(record)):
        text = _text(record[name], 0, ("url", "href", "web"))
        if text and text.startswith(("http://", "https://")):
            return text
    return None


def stamps_of(record: Record) -> tuple[Stamp, ...]:
    """Stamps, the most trusted first: of publication, plain dates, changes, and when a monitor first saw it.

    When a crawler fetched or indexed it is no publication time and is left out.
    """
    return tuple(stamp for name in _times(tuple(record)) for stamp in _stamp(name, record[name]))


def place_in(record: Record) -> str | None:
    """The zone that a field says the times are in, such as pubDateTZ: UTC."""
    for name, value in record.items():
        if words_of(name)[-1:] in {("tz",), ("timezone",)} or words_of(name)[-2:] == ("time", "zone"):
            return value if isinstance(value, str) and len(value) < 40 else None
    return None


def receipt_of(record: Record) -> str | None:
    """When the record says it was received or fetched, as written."""
    if record.get("received_at"):
        return str(record["received_at"])
    named = (name for name in record if set(words_of(name)) & _RECEIVING and len(words_of(name)) < 4)
    return next((record[name] for name in named if isinstance(record[name], str)), None)


def _stamp(name: str, value: Any) -> Iterator[Stamp]:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return
    in_utc = isinstance(value, str) and set(words_of(name)) & {"utc", "gmt"} and _ENDS_IN_CLOCK.search(value)
    yield Stamp(f"{value} UTC" if in_utc else value, name)


# What names mean is worked out once for all records that have the same fields.


@lru_cache(maxsize=512)
def _headlines(names: tuple[str, ...]) -> list[str]:
    return [name for key in _HEADLINE for name in sorted(names, key=len) if _means(name, key)]


@lru_cache(maxsize=512)
def _bodies(names: tuple[str, ...]) -> list[list[str]]:
    return [
        [name for name in names if any(_means(name, key) or _qualified(name, key) for key in keys)] for keys in (_FULL, _SHORT)
    ]


@lru_cache(maxsize=512)
def _sources(names: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for key in _SOURCE:
        named = [name for name in names if _means(name, key) or words_of(name) in {(key, "name"), (key, "title")}]
        found += sorted(named, key=lambda name: (words_of(name)[-1] not in {"name", "title"}, len(name)))
    return found


@lru_cache(maxsize=512)
def _urls(names: tuple[str, ...]) -> list[str]:
    found = [name for name in names if words_of(name)[-1:] and words_of(name)[-1] in _LINKS]
    own = [name for name in found if not set(words_of(name)[:-1]) & _OF_SOMETHING_ELSE - {"page"}]
    return sorted(own, key=lambda name: len(words_of(name)))


@lru_cache(maxsize=512)
def _times(names: tuple[str, ...]) -> list[str]:
    ranks = {name: rank for name in names if (rank := _time_rank(words_of(name))) is not None}
    return sorted(ranks, key=lambda name: ranks[name])


def _time_rank(words: tuple[str, ...]) -> int | None:
    """How far a field's name is trusted to tell the publication: 0 most; None where it tells something else."""
    found, last = set(words), words[-1] if words else ""
    if found & _NO_TIME or not 0 < len(words) <= MOST_WORDS:
        return None
    if found & _SEEING:
        return 4
    if found & _CHANGING:
        return 3
    if found & _PUBLISHING and last in _PUBLISHING | _TIMING | _BESIDE_TIMING:
        return 0
    if not (found & _TIMING and found <= _TIMING | _BESIDE_TIMING):
        return None
    return 2 if len(words) == 1 and last not in {"datetime", "timestamp"} else 1


def _means(name: str, key: str) -> bool:
    """Whether a field's name ends in a word and is not about something else: "webTitle" is a title, "imageTitle" is not."""
    words = words_of(name)
    plain = "".join(words)
    if plain == key or key in _ALONE:
        return plain == key
    return bool(words) and words[-1] == key and not set(words[:-1]) & _OF_SOMETHING_ELSE


def _qualified(name: str, key: str) -> bool:
    """content_html, bodyText, body_plain: the key with the kind of text behind it."""
    words = words_of(name)
    return len(words) == 2 and words[0] == key and words[1] in _KINDS_OF_TEXT


def _text(value: Any, depth: int = 0, keys: tuple[str, ...] = ()) -> str | None:
    """The text in a field's value: itself, its paragraphs, or what a wrapper such as {"rendered": ...} holds."""
    if isinstance(value, str):
        return value.strip() or None
    if depth >= DEEPEST:
        return None
    if isinstance(value, list):
        parts = [_text(part, depth + 1, keys) for part in value[:2000]]
        return "\n".join(part for part in parts if part) or None
    if isinstance(value, Mapping):
        names = keys or ("rendered", "main", "text", "content", "value", "html", "plain", "#text", "$t", "body", "_", "en")
        return next((text for name in names if name in value and (text := _text(value[name], depth + 1, keys))), None)
    return None


def _name_in(value: Any) -> str | None:
    if isinstance(value, list):
        return next((name for part in value[:5] if (name := _name_in(part))), None)
    if isinstance(value, Mapping):
        for key in _NAMING:
            for name, inner in value.items():
                if key in words_of(name) and isinstance(inner, str) and inner.strip():
                    return _host(inner.strip())
        return None
    return _host(value.strip()) if isinstance(value, str) and value.strip() and len(value) < 200 else None


def _host(name: str) -> str:
    """A name as it stands; of an address its host."""
    if not name.startswith(("http://", "https://")):
        return name
    try:
        return (urlsplit(name).hostname or name).removeprefix("www.")
    except ValueError:
        return name
