"""The same three items in the shapes in which services, exports and scrapers hand out news. The items are made up."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any


@dataclass(frozen=True)
class News:
    headline: str
    body: str
    source: str
    url: str
    at: datetime


ITEMS = (
    News(
        "Zloty eases after rate setters stay put",
        "The zloty slipped 0.3% to 4.2710 per euro on Tuesday once Poland's rate setters had left borrowing costs alone."
        "\nTraders in Warsaw said few had expected anything else.",
        "Vistula Wire",
        "https://news.example/markets/zloty-eases",
        datetime(2025, 9, 2, 13, 41, 7, tzinfo=UTC),
    ),
    News(
        "Ferry crews on Skye call off walkout",
        "Ferry crews serving Skye have called off a two-day walkout planned for the weekend, their union said."
        "\nTalks on rosters go on & will end by Friday.",
        "Hebrides Courier",
        "https://news.example/uk/ferry-crews",
        datetime(2025, 9, 2, 9, 5, tzinfo=UTC),
    ),
    News(
        'Copper at two-week high as "mine of the year" halts shafts',
        "Three-month copper on the London exchange rose 1.1% to $9,986.50 a ton, the most since Aug. 19.",
        "Metals Bench",
        "https://news.example/metals/copper-high",
        datetime(2025, 9, 1, 22, 18, 30, tzinfo=UTC),
    ),
)


def iso(news: News) -> str:
    return news.at.strftime("%Y-%m-%dT%H:%M:%SZ")


def html(news: News) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in news.body.split("\n"))


def epoch(news: News) -> int:
    return int(news.at.timestamp())


def _newsapi(n: News) -> Any:
    return {
        "source": {"id": None, "name": n.source}, "author": "A. Writer", "title": n.headline,
        "description": n.body[:60] + "...",
        "url": n.url, "urlToImage": n.url + ".jpg", "publishedAt": iso(n), "content": n.body + "… [+2310 chars]",
    }  # fmt: skip


def _finnhub(n: News) -> Any:
    return {
        "category": "general", "datetime": epoch(n), "headline": n.headline, "id": epoch(n), "image": n.url + ".png",
        "related": "", "source": n.source, "summary": n.body, "url": n.url,
    }  # fmt: skip


def _alphavantage(n: News) -> Any:
    return {
        "title": n.headline, "url": n.url, "time_published": n.at.strftime("%Y%m%dT%H%M%S"), "authors": ["A. Writer"],
        "summary": n.body, "banner_image": n.url + ".png", "source": n.source, "category_within_source": "n/a",
        "source_domain": "news.example", "topics": [{"topic": "Economy", "relevance_score": "0.9"}],
        "overall_sentiment_score": 0.1, "overall_sentiment_label": "Neutral",
        "ticker_sentiment": [{"ticker": "X", "relevance_score": "0.1", "ticker_sentiment_label": "Neutral"}],
    }  # fmt: skip


def _benzinga(n: News) -> Any:
    return {
        "id": epoch(n), "author": "A. Writer", "created": n.at.strftime("%a, %d %b %Y %H:%M:%S +0000"),
        "updated": "Wed, 03 Sep 2025 08:00:00 +0000", "title": n.headline, "teaser": n.body[:40], "body": html(n), "url": n.url,
        "image": [{"size": "thumb", "url": n.url + ".png"}], "channels": [{"name": "News"}], "stocks": [{"name": "X"}],
        "tags": [], "publisher": n.source,
    }  # fmt: skip


def _polygon(n: News) -> Any:
    return {
        "id": "ab12", "publisher": {"name": n.source, "homepage_url": "https://news.example", "logo_url": "https://l.example/x.svg"},
        "title": n.headline, "author": "A. Writer", "published_utc": iso(n), "article_url": n.url, "tickers": ["X"],
        "image_url": n.url + ".png", "description": n.body, "keywords": ["a"],
        "insights": [{"ticker": "X", "sentiment": "neutral", "sentiment_reasoning": "It is only mentioned in passing here."}],
    }  # fmt: skip


def _marketaux(n: News) -> Any:
    return {
        "uuid": "u-1", "title": n.headline, "description": n.body, "keywords": "", "snippet": n.body[:30], "url": n.url,
        "image_url": n.url + ".png", "language": "en", "published_at": n.at.strftime("%Y-%m-%dT%H:%M:%S.000000Z"),
        "source": n.source, "relevance_score": None,
        "entities": [{"symbol": "X", "name": "X plc", "highlights": [{"highlight": "X plc said", "sentiment": 0.1}]}],
        "similar": [],
    }  # fmt: skip


def _yahoo(n: News) -> Any:
    return {
        "id": "c-1",
        "content": {
            "id": "c-1", "contentType": "STORY", "title": n.headline, "description": "", "summary": n.body, "pubDate": iso(n),
            "displayTime": "2025-09-03T01:00:00Z", "isHosted": True, "provider": {"displayName": n.source, "url": "https://p.example/"},
            "canonicalUrl": {"url": n.url, "site": "finance", "region": "US"}, "thumbnail": {"originalUrl": n.url + ".png"},
        },
    }  # fmt: skip


def _guardian(n: News) -> Any:
    return {
        "id": "business/x", "type": "article", "sectionName": "Business", "webPublicationDate": iso(n),
        "webTitle": n.headline, "webUrl": n.url, "apiUrl": "https://api.example/x",
        "fields": {"headline": n.headline, "trailText": n.body[:40], "bodyText": n.body, "publication": n.source},
    }  # fmt: skip


def _nyt(n: News) -> Any:
    return {
        "abstract": n.body[:50], "web_url": n.url, "snippet": n.body[:50], "lead_paragraph": n.body, "source": n.source,
        "multimedia": [{"caption": "A picture of a place", "url": "images/x.jpg", "type": "image"}],
        "headline": {"main": n.headline, "kicker": None, "print_headline": "Other words in print"},
        "keywords": [{"name": "subject", "value": "Economy"}], "pub_date": n.at.strftime("%Y-%m-%dT%H:%M:%S+0000"),
        "byline": {"original": "By A. Writer", "person": [{"firstname": "A", "lastname": "Writer"}]}, "word_count": 40,
    }  # fmt: skip


def _gdelt(n: News) -> Any:
    return {
        "url": n.url, "url_mobile": "", "title": n.headline, "seendate": n.at.strftime("%Y%m%dT%H%M%SZ"),
        "socialimage": n.url + ".jpg", "domain": n.source, "language": "English", "sourcecountry": "Poland",
    }  # fmt: skip


def _eventregistry(n: News) -> Any:
    return {
        "uri": "81", "lang": "eng", "isDuplicate": False, "date": n.at.strftime("%Y-%m-%d"), "time": n.at.strftime("%H:%M:%S"),
        "dateTime": "2025-09-02T23:00:00Z", "dateTimePub": iso(n), "dataType": "news", "url": n.url, "title": n.headline,
        "body": n.body, "source": {"uri": "news.example", "dataType": "news", "title": n.source}, "authors": [],
    }  # fmt: skip


def _newsdata(n: News) -> Any:
    return {
        "article_id": "a1", "title": n.headline, "link": n.url, "keywords": None, "creator": ["A. Writer"], "video_url": None,
        "description": n.body[:30], "content": n.body, "pubDate": n.at.strftime("%Y-%m-%d %H:%M:%S"), "pubDateTZ": "UTC",
        "image_url": n.url + ".png", "source_id": "x", "source_name": n.source, "source_url": "https://s.example",
        "source_icon": "https://s.example/i.png", "language": "english", "country": ["poland"], "category": ["business"],
    }  # fmt: skip


def _jsonfeed(n: News) -> Any:
    return {
        "id": n.url, "url": n.url, "title": n.headline, "content_html": html(n), "date_published": n.at.isoformat(),
        "date_modified": "2025-09-03T00:00:00Z", "authors": [{"name": "A. Writer"}],
    }  # fmt: skip


def _wordpress(n: News) -> Any:
    return {
        "id": epoch(n), "date": n.at.strftime("%Y-%m-%dT%H:%M:%S"), "date_gmt": n.at.strftime("%Y-%m-%dT%H:%M:%S"),
        "modified_gmt": "2025-09-03T00:00:00", "link": n.url, "title": {"rendered": escape(n.headline)},
        "content": {"rendered": html(n) + f'<p>The post <a href="{n.url}">X</a> appeared first on <a href="/">Y</a>.</p>'},
        "excerpt": {"rendered": "<p>Short [&hellip;]</p>"}, "author": 3, "categories": [1], "source": n.source,
    }  # fmt: skip


def _linked(n: News) -> Any:
    return {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": n.headline, "articleBody": n.body, "url": n.url,
        "datePublished": iso(n), "dateModified": "2025-09-03T00:00:00Z", "image": ["x.png"],
        "author": [{"@type": "Person", "name": "A. Writer"}], "publisher": {"@type": "Organization", "name": n.source},
    }  # fmt: skip


def _apijson(n: News) -> Any:
    return {
        "id": "9", "type": "news", "links": {"self": n.url}, "relationships": {"author": {"data": {"id": "1", "type": "a"}}},
        "attributes": {"publishOn": n.at.isoformat(), "title": n.headline, "content": html(n),
                       "source": n.source, "url": n.url},
    }  # fmt: skip


def _blocks(n: News) -> Any:
    return {
        "headline": n.headline, "publisher": n.source, "first_published": epoch(n) * 1000, "permalink": n.url,
        "body": [{"type": "paragraph", "text": part} for part in n.body.split("\n")],
    }  # fmt: skip


def _terse(n: News) -> Any:
    return {
        "ts": epoch(n),
        "title": n.headline,
        "text_html": "",
        "body_html": escape(html(n)),
        "outlet": n.source,
        "link": n.url,
    }


Shape = Callable[[Sequence[News]], Any]


def listed(one: Callable[[News], Any]) -> Shape:
    return lambda items: [one(n) for n in items]


def under(path: str, one: Callable[[News], Any], **beside: Any) -> Shape:
    def build(items: Sequence[News]) -> Any:
        value: Any = [one(n) for n in items]
        for name in reversed(path.split(".")):
            value = {name: value}
        return {**beside, **value}

    return build


def hits(items: Sequence[News]) -> Any:
    return {
        "took": 3, "timed_out": False, "_shards": {"total": 1},
        "hits": {"total": {"value": 3}, "hits": [{"_index": "n", "_id": n.url, "_source": _blocks(n)} for n in items]},
    }  # fmt: skip


SHAPES: dict[str, Shape] = {
    "articles": under("articles", _newsapi, status="ok", totalResults=3),
    "bare list": listed(_finnhub),
    "feed": under("feed", _alphavantage, items="3", sentiment_score_definition="x <= -0.35: Bearish"),
    "list with HTML": listed(_benzinga),
    "results": under("results", _polygon, status="OK", request_id="r", count=3, next_url="https://api.example/next"),
    "data": under("data", _marketaux, meta={"found": 3, "returned": 3, "limit": 3, "page": 1}),
    "stream": under("data.tickerStream.stream", _yahoo, status="OK"),
    "response results": under("response.results", _guardian),
    "response docs": under("response.docs", _nyt, status="OK", copyright="Copyright (c) 2025 A Company"),
    "articles results": under("articles.results", _eventregistry),
    "results with zone": under("results", _newsdata, status="success", totalResults=3, nextPage="1"),
    "JSON Feed": under(
        "items", _jsonfeed, version="https://jsonfeed.org/version/1.1", title="Vistula Wire", home_page_url="https://v.example"
    ),
    "posts": listed(_wordpress),
    "linked data": listed(_linked),
    "graph": under("@graph", _linked),
    "resources": under("data", _apijson, jsonapi={"version": "1.0"}),
    "search hits": hits,
    "blocks": under("stories", _blocks),
    "escaped twice": under("payload.news.items", _terse),
}


def as_json(shape: Shape, items: Sequence[News] = ITEMS) -> str:
    return json.dumps(shape(items), ensure_ascii=False)


def rss2(items: Sequence[News] = ITEMS) -> str:
    entries = "".join(
        f"<item><title>{escape(n.headline)}</title><link>{n.url}</link><guid>{n.url}</guid>"
        f"<pubDate>{n.at.strftime('%a, %d %b %Y %H:%M:%S GMT')}</pubDate><source url='https://s.example/f'>{n.source}</source>"
        f"<description><![CDATA[<p>{n.body[:30]}&#8230; <a href='{n.url}'>Read more</a></p>]]></description>"
        f"<content:encoded><![CDATA[{html(n)}<p><a href='{n.url}'>Continue reading</a></p><script>t()</script>"
        "]]></content:encoded></item>"
        for n in items
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>All sources - Latest</title><link>https://a.example</link><description>d</description>{entries}</channel></rss>"
    )


def rss1(items: Sequence[News] = ITEMS) -> str:
    entries = "".join(
        f'<item rdf:about="{n.url}"><title>{escape(n.headline)}</title><link>{n.url}</link><dc:date>{iso(n)}</dc:date>'
        f"<description>{escape(html(n))}</description></item>"
        for n in items
    )
    return (
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example"><title>Vistula Wire</title>'
        f"<link>https://a.example</link><description>d</description></channel>{entries}</rdf:RDF>"
    )


def atom(items: Sequence[News] = ITEMS) -> str:
    entries = "".join(
        f"<entry><title type='html'>{escape(escape(n.headline))}</title><id>{n.url}</id><link href='{n.url}'/>"
        f"<updated>2025-09-03T01:00:00Z</updated><published>{n.at.isoformat()}</published>"
        f"<source><title>{n.source}</title></source>"
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{html(n)}</div></content></entry>"
        for n in items
    )
    head = f"<title>All sources</title><id>x</id><updated>{iso(items[0])}</updated>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{head}{entries}</feed>'
