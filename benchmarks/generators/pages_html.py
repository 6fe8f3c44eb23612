"""Layouts of web pages: single articles, live blogs, section fronts, infinite scroll, price tables and what surrounds them."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from html import escape

from benchmarks.generators.pages import JOHANNESBURG, KOLKATA, LONDON, NEW_YORK, RECEIVED, Cast, Layout, Page, Told

ISO = "%Y-%m-%dT%H:%M:%S%z"
CONSENT = (
    '<div id="onetrust-consent" role="dialog">'
    "<p>We and our 212 partners use cookies on your device to show personalised ads.</p><button>Accept all</button></div>"
)
MENU = (
    "<header><nav><ul><li><a href='/n'>News</a></li><li><a href='/m'>Markets</a></li><li><a "
    "href='/s'>Sport</a></li></ul></nav></header>"
)
RELATED = (
    '<section class="related"><h2>More on this</h2><ul><li><a href="/1">Why your bank wants you to switch</a></li>'
    '<li><a href="/2">The town that lives off avocados</a></li></ul></section>'
)
FOOTER = "<footer><p>&copy; 2025 Coast Media. All rights reserved. Terms of use.</p></footer>"
USUAL = ("Accept all", "cookies", "Why your bank", "avocados", "All rights reserved")


def _page(body: str, head: str = "", title: str = "News") -> str:
    return (
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>"
        f"{escape(title)}</title>{head}</head><body>{body}</body></html>"
    )


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _linked(told: Told, **more: object) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": told.headline,
        "datePublished": told.local(LONDON, ISO),
    }
    data |= {
        "dateModified": (told.moment + timedelta(minutes=25)).isoformat(),
        "publisher": {"@type": "Organization", "name": told.source},
    }
    return f'<script type="application/ld+json">{json.dumps(data | more)}</script>'


def article_linked(cast: Cast) -> Page:
    """An article with JSON-LD, amid consent, menu, sharing, an advertisement and related links."""
    (t,) = cast.told(1)
    first, *rest = t.paragraphs
    body = (
        f"{CONSENT}{MENU}<main><article><h1>{escape(t.headline)}</h1><p class='byline'>By "
        f"{t.author}</p><div class='share-bar'>Share this: "
        "<a>Facebook</a> <a>X</a></div><figure><img><figcaption>A trader at work "
        f"(Kestrel)</figcaption></figure><p>{escape(first)}</p>"
        f"<div class='ad-slot'>Advertisement</div>{_paragraphs(rest)}</article>{RELATED}</main>{FOOTER}"
    )
    return Page(
        "article_linked", _page(body, _linked(t), f"{t.headline} | {t.source}"), [t], [*USUAL, "A trader at work", "Share this"]
    )


def article_meta(cast: Cast) -> Page:
    """An article whose time is in meta elements only."""
    (t,) = cast.told(1)
    head = (
        f'<meta property="og:site_name" content="{t.source}"><meta property="og:title" content="{escape(t.headline)}">'
        f'<meta property="article:published_time" content="{t.local(JOHANNESBURG, ISO)}">'
        f'<meta property="article:modified_time" content="{RECEIVED.isoformat()}">'
    )
    body = (
        f"{MENU}<div id='page'><div class='content has-sidebar'><h1>{escape(t.headline)}</h1><div "
        f"class='text'>{_paragraphs(t.paragraphs)}</div></div>{RELATED}</div>{FOOTER}"
    )
    return Page("article_meta", _page(body, head, t.headline), [t], USUAL)


def article_microdata(cast: Cast) -> Page:
    """schema.org as attributes of the visible elements."""
    (t,) = cast.told(1)
    body = (
        f"<div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>{escape(t.headline)}</h1>"
        f"<span itemprop='author'>{t.author}</span> <time itemprop='datePublished' "
        f"datetime='{t.local(NEW_YORK, ISO)}'>4 July</time>"
        f"<meta itemprop='dateModified' content='{RECEIVED.isoformat()}'><div itemprop='articleBody'>"
        f"{_paragraphs(t.paragraphs)}</div></div>{RELATED}"
    )
    return Page("article_microdata", _page(MENU + body + FOOTER, "", f"{t.headline} - {t.source}"), [t], USUAL)


def article_visible_stamp(cast: Cast) -> Page:
    """An article in nested div elements with made-up class names and a printed stamp."""
    (t,) = cast.told(1)
    stamp = t.local(KOLKATA, "%d %b %Y, %I:%M %p IST")
    body = (
        "<div class='x1a'><div class='q9'>Home</div><div class='q9'>Markets</div></div><div "
        f"class='zz3'><div class='k7'>{escape(t.headline)}</div>"
        f"<div class='k8'><span>{t.source}</span><span>Updated: {stamp}</span></div><div class='k9'>"
        + "".join(f"<div class='p'>{escape(p)}</div>" for p in t.paragraphs)
        + "</div></div><div class='zz4'><div>You may also like</div><div><a href='/3'>The "
        "town that lives off avocados</a></div></div>"
    )
    return Page("article_visible_stamp", _page(body, "", f"{t.headline} | {t.source}"), [t], ["avocados", "You may also like"])


def article_breaks(cast: Cast) -> Page:
    """An old page: a layout table, paragraphs parted by line breaks."""
    (t,) = cast.told(1)
    text = "<br><br>".join(escape(p) for p in t.paragraphs)
    body = (
        "<table><tr><td><a href='/'>Home</a><br><a href='/m'>Markets</a><br><a href='/c'>Contact us</a></td><td>"
        f"<font size=5><b>{escape(t.headline)}</b></font><br>{t.source}, "
        f"{t.local(LONDON, '%d %B %Y %H:%M')} BST<br><br>{text}<br><br>"
        "<a href='/p'>Print this page</a></td></tr></table><center>Copyright 2025. All rights reserved.</center>"
    )
    return Page("article_breaks", _page(body, "", t.headline), [t], ["Print this page", "Contact us", "Copyright 2025"])


def article_comments(cast: Cast) -> Page:
    """An article under which readers discuss, with times of their own."""
    (t,) = cast.told(1)
    comments = "".join(
        f"<li class='comment'><b>reader{n}</b> <time datetime='{RECEIVED.isoformat()}'>2 hours ago</time><p>I "
        "do not believe a word of what the bank says here.</p></li>"
        for n in range(4)
    )
    body = (
        f"<article><h1>{escape(t.headline)}</h1><time datetime='{t.local(LONDON, ISO)}'>"
        f"{t.local(LONDON, '%H:%M')}</time>{_paragraphs(t.paragraphs)}</article>"
        f"<section id='comments'><h3>4 comments</h3><ul>{comments}</ul></section>"
    )
    return Page(
        "article_comments", _page(MENU + body, "", f"{t.headline} | {t.source}"), [t], ["I do not believe", "4 comments"]
    )


def article_crossheads(cast: Cast) -> Page:
    """A long article with second-level headings inside."""
    parts = cast.told(3)
    lines = [line for part in parts for line in part.paragraphs]
    t = replace(parts[0], story=replace(parts[0].story, paragraphs=tuple(lines), market=any(p.story.market for p in parts)))
    inside = _paragraphs(parts[0].paragraphs) + "".join(
        f"<h2>What it means for {name}</h2>{_paragraphs(part.paragraphs)}"
        for name, part in zip(("savers", "exporters"), parts[1:], strict=True)
    )
    body = f"<article><h1>{escape(t.headline)}</h1>{inside}</article>{RELATED}"
    return Page("article_crossheads", _page(MENU + body + FOOTER, _linked(t)), [t], USUAL)


def article_paywall(cast: Cast) -> Page:
    """The preview of an article behind a wall."""
    (t,) = cast.told(1)
    wall = (
        "<div class='paywall'><h3>Subscribe to continue reading</h3><p>Get unlimited access "
        "to our journalism for R99 a month.</p></div>"
    )
    body = f"<article><h1>{escape(t.headline)}</h1><div class='lead'>{_paragraphs(t.paragraphs)}</div>{wall}</article>"
    return Page("article_paywall", _page(MENU + body + FOOTER, _linked(t)), [t], ["Subscribe to continue", "unlimited access"])


def article_app_shell(cast: Cast) -> Page:
    """A page that scripts fill: the text is in its JSON-LD."""
    (t,) = cast.told(1)
    body = "<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript>"
    return Page(
        "article_app_shell",
        _page(body, _linked(t, articleBody="\n".join(t.paragraphs)), t.headline),
        [t],
        ["enable JavaScript"],
    )


def article_amp(cast: Cast) -> Page:
    """An accelerated mobile page."""
    (t,) = cast.told(1)
    body = (
        "<amp-sidebar id='s'><ul><li>News</li><li>Markets</li></ul></amp-sidebar><article "
        f"class='amp-article'><header><h1>{escape(t.headline)}</h1>"
        f"<div class='amp-meta'><time datetime='{t.local(LONDON, ISO)}'>{t.age()}</time></div></header>"
        f"{_paragraphs(t.paragraphs)}<amp-ad>Advertisement</amp-ad></article>"
    )
    return Page(
        "article_amp", _page(body, f'<meta property="og:site_name" content="{t.source}">', t.headline), [t], ["Advertisement"]
    )


def infinite_scroll(cast: Cast) -> Page:
    """Three whole articles one under another, each with its own JSON-LD."""
    told = cast.told(3, source="Coast Herald")
    body = "".join(
        f"<div class='article-wrap'>{_linked(t)}<h1>{escape(t.headline)}</h1><div class='body'>"
        f"{_paragraphs(t.paragraphs)}</div></div>{RELATED}"
        for t in told
    )
    return Page("infinite_scroll", _page(MENU + body + FOOTER), told, USUAL)


def live_times(cast: Cast) -> Page:
    """A live blog: posts with time elements and headings."""
    told = cast.told(5, source="Harbour Wire")
    posts = "".join(
        f"<div class='post' id='p{n}'><time datetime='{t.local(LONDON, ISO)}'>"
        f"{t.local(LONDON, '%H:%M')}</time><h3>{escape(t.headline)}</h3>{_paragraphs(t.paragraphs)}"
        "<div class='share'>Share this post</div></div>"
        for n, t in enumerate(told)
    )
    head = '<meta property="og:site_name" content="Harbour Wire">'
    return Page(
        "live_times",
        _page(f"{MENU}<main><h1>Markets live: all the day's moves</h1>{posts}</main>{FOOTER}", head),
        told,
        ["Share this post"],
    )


def live_clocks(cast: Cast) -> Page:
    """A live blog with printed clocks; the day stands in the heading, posts have no titles."""
    told = [replace(t, headed=False) for t in cast.told(5, source=None)]
    posts = "".join(
        f"<li class='entry'><span class='t'>{t.local(JOHANNESBURG, '%H:%M')}</span><div>{_paragraphs(t.paragraphs)}</div></li>"
        for t in told
    )
    body = f"<h1>As it happened</h1><p class='d'>Friday, 4 July 2025. All times SAST</p><ul>{posts}</ul>"
    return Page("live_clocks", _page(MENU + body + FOOTER), told)


def live_linked(cast: Cast) -> Page:
    """A live blog whose times are in its JSON-LD only."""
    told = cast.told(4, source="Daily Ledger")
    updates = [{"@type": "BlogPosting", "headline": t.headline, "datePublished": t.local(LONDON, ISO)} for t in told]
    data = {
        "@type": "LiveBlogPosting",
        "headline": "Markets live",
        "publisher": {"name": "Daily Ledger"},
        "liveBlogUpdate": updates,
    }
    posts = "".join(f"<article><h2>{escape(t.headline)}</h2>{_paragraphs(t.paragraphs)}</article>" for t in told)
    return Page(
        "live_linked",
        _page(
            f"{MENU}<h1>Markets live</h1>{posts}",
            f'<script type="application/ld+json">{json.dumps(data)}</script>',
            "Markets live | Daily Ledger",
        ),
        told,
    )


def section_cards(cast: Cast) -> Page:
    """A section front: cards with linked titles, teasers and ages; a list of what is most read."""
    told = [replace(t.hourly(), story=replace(t.story, paragraphs=t.paragraphs[:1])) for t in cast.told(6, source="Veld Times")]
    cards = "".join(
        f"<div class='card'><a href='/{n}'><h3>{escape(t.headline)}</h3></a><p>"
        f"{escape(t.paragraphs[0])}</p><span class='ago'>{t.age()}</span></div>"
        for n, t in enumerate(told)
    )
    body = (
        f"{MENU}<main><h1>Markets</h1><div class='grid'>{cards}</div></main><aside><h4>Most read</h4><ol><li>"
        f"The town that lives off avocados</li></ol></aside>{FOOTER}"
    )
    return Page("section_cards", _page(body, '<meta property="og:site_name" content="Veld Times">'), told, ["avocados"])


def section_list(cast: Cast) -> Page:
    """A list of headlines with teasers, publisher and time in one line."""
    told = cast.told(5)
    rows = "".join(
        f"<li><h4><a href='/{n}'>{escape(t.headline)}</a></h4><div class='meta'>{t.source} | "
        f"{t.local(LONDON, '%-d %B %Y %H:%M')} BST</div><div>{escape(' '.join(t.paragraphs))}</div></li>"
        for n, t in enumerate(told)
    )
    return Page(
        "section_list", _page(f"{MENU}<ul class='list'>{rows}</ul><div class='pager'>1 2 3 Next</div>"), told, ["1 2 3 Next"]
    )


def blog_index(cast: Cast) -> Page:
    """A weblog's front: whole posts with entry titles and meta lines."""
    told = cast.told(3, source="Monsoon Post")
    posts = "".join(
        f"<article class='post hentry'><h2 class='entry-title'><a href='/{n}'>"
        f"{escape(t.headline)}</a></h2><div class='entry-meta'>Posted on "
        f"<time class='entry-date' datetime='{t.local(KOLKATA, ISO)}'>July 4, 2025</time> by {t.author}</div>"
        f"<div class='entry-content'>{_paragraphs(t.paragraphs)}</div><footer>Posted in Markets | 3 Comments</footer></article>"
        for n, t in enumerate(told)
    )
    return Page(
        "blog_index",
        _page(f"{MENU}<div id='content'>{posts}</div>", "", "Monsoon Post | Markets every day"),
        told,
        ["3 Comments", "Posted in"],
    )


def price_table(cast: Cast) -> Page:
    """A report that ends in a table of prices; a strip of prices above it is the site's."""
    t = next(told for told in cast.told(16) if told.story.market)
    rows = (("Rand/dollar", "17.81", "-0.4%"), ("JSE Top 40", "89,310", "+0.2%"), ("Brent", "67.13", "-2.1%"))
    table = "".join(f"<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>" for a, b, c in rows)
    strip = "<div class='strip'><span>Gold 3,341.20</span><span>Bitcoin 108,900</span></div>"
    lines = (*t.paragraphs, "Prices at the close:", "Brent 67.13 -2.1%")
    body = (
        f"{strip}<article><h1>{escape(t.headline)}</h1>{_paragraphs(lines[:-1])}<table><tr><th>Market</th><th>"
        f"Last</th><th>Change</th></tr>{table}</table></article>"
    )
    told = replace(t, story=replace(t.story, paragraphs=lines, market=True))
    return Page("price_table", _page(MENU + body + FOOTER, _linked(t)), [told], ["3,341.20", "Bitcoin"])


def wire_pre(cast: Cast) -> Page:
    """Stories of a wire in preformatted text."""
    told = [replace(t, source="Kestrel") for t in cast.told(3)]
    blocks = [
        f"{t.headline}\n\n{t.moment:%H:%M %d%b%y} GMT Kestrel\n\n"
        + "\n\n".join(textwrap.fill(p, 70) for p in t.paragraphs)
        + "\n\n(Reporting by the newsroom)"
        for t in told
    ]
    rule = "\n" + "-" * 60 + "\n"
    return Page("wire_pre", _page(f"<pre>{escape(rule.join(blocks))}</pre>"), told, ["Reporting by"])


def headings_flat(cast: Cast) -> Page:
    """Headings, stamps and paragraphs as siblings, with nothing around each item."""
    told = cast.told(4)
    parts = "".join(
        f"<h2>{escape(t.headline)}</h2><p class='m'>{t.source} - "
        f"{t.local(LONDON, '%d %b %Y, %H:%M')} BST</p>{_paragraphs(t.paragraphs)}"
        for t in told
    )
    return Page("headings_flat", _page(f"{MENU}<div class='wrap'><h1>Round-up</h1>{parts}</div>{FOOTER}"), told, USUAL)


def definition_list(cast: Cast) -> Page:
    """A list of terms: stamp and headline, then the text."""
    told = cast.told(4, source=None)
    parts = "".join(
        f"<dt>{t.moment:%Y-%m-%d %H:%M} UTC - {escape(t.headline)}</dt><dd>{_paragraphs(t.paragraphs)}</dd>" for t in told
    )
    return Page("definition_list", _page(f"{MENU}<dl>{parts}</dl>"), told)


def newsletter_tables(cast: Cast) -> Page:
    """A letter in nested tables, a story to a table."""
    told = [replace(t.daily(), at=RECEIVED.replace(hour=12), source=None) for t in cast.told(4)]
    cells = "".join(
        f"<table><tr><td><h3>{escape(t.headline)}</h3><p>{escape(' '.join(t.paragraphs))}</p></td></tr></table>" for t in told
    )
    body = (
        f"<table width=600><tr><td><p>Friday, 4 July 2025</p>{cells}<p>You are receiving this because you "
        "signed up. <a href='/u'>Unsubscribe</a></p></td></tr></table>"
    )
    return Page("newsletter_tables", _page(body), told, ["Unsubscribe", "You are receiving"])


def epoch_cards(cast: Cast) -> Page:
    """Cards of a social feed: account, seconds since 1970 in an attribute, text, counters."""
    told = [replace(t, headed=False) for t in cast.told(4)]
    cards = "".join(
        f"<div class='status'><div class='who'>{t.source}</div><time "
        f"datetime='{t.local(NEW_YORK, ISO)}'>{t.age().split()[0]}h</time>"
        f"<p>{escape(' '.join(t.paragraphs))}</p><div class='n'><span>12</span><span>34</span></div></div>"
        for t in told
    )
    return Page("epoch_cards", _page(f"<main>{cards}</main>"), told)


def linked_cards(cast: Cast) -> Page:
    """Cards that are links as a whole: title, teaser and time."""
    told = [replace(t, story=replace(t.story, paragraphs=t.paragraphs[:1])) for t in cast.told(5, source="Coast Herald")]
    cards = "".join(
        f"<a class='card' href='/{n}'><div><h3>{escape(t.headline)}</h3><p>{escape(t.paragraphs[0])}</p>"
        f"<time datetime='{t.local(LONDON, ISO)}'>{t.local(LONDON, '%-d %b, %H:%M')}</time></div></a>"
        for n, t in enumerate(told)
    )
    head = '<meta property="og:site_name" content="Coast Herald">'
    return Page(
        "linked_cards", _page(f"{MENU}<main><div class='grid'>{cards}</div></main>{FOOTER}", head), told, ["All rights"]
    )


LAYOUTS: Sequence[Layout] = (
    article_linked, article_meta, article_microdata, article_visible_stamp, article_breaks, article_comments,
    article_crossheads, article_paywall, article_app_shell, article_amp, infinite_scroll, live_times, live_clocks,
    live_linked, section_cards, section_list, blog_index, price_table, wire_pre, headings_flat, definition_list,
    newsletter_tables, epoch_cards, linked_cards,
)  # fmt: skip
