"""Layouts of text dumps: what is left when a page is copied as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from benchmarks.generators.pages import (
    BERLIN,
    JOHANNESBURG,
    KOLKATA,
    LONDON,
    NEW_YORK,
    RECEIVED,
    Cast,
    Layout,
    Page,
    joined,
)

COOKIES = (
    "We and our 212 partners use cookies on your device to show you personalised advertising. Manage your choices at any time."
)
SHARES = "Facebook Twitter WhatsApp Email Copy link"


def aggregator(cast: Cast) -> Page:
    """Publisher, age, publisher again, headline, body; after a main article without either."""
    first, *rest = cast.told(4)
    first = replace(first, source=None, at=None)
    main = f"{first.headline}\n{first.body}\n\nAsk our assistant\nComments\nNo comments yet\nRelated stories"
    told = [item.hourly() for item in rest]
    blocks = [f"{t.source}\n{t.age()}\n- {t.source}\n{t.headline}\n{' '.join(t.paragraphs)}" for t in told]
    return Page("aggregator", joined([main, *blocks], "\n\n\n"), [first, *told], ["Ask our assistant", "Related stories"])


def aggregator_spaced(cast: Cast) -> Page:
    """Every line apart, the headline three times, icons' names glued to the age."""
    told = [item.hourly() for item in cast.told(4)]
    blocks = [
        f"{t.headline}\n{t.headline}\n\n{t.source}\n\ntime{t.age()}\n\n  • Markets\n  • "
        f"{t.source}\n\n{t.headline}\n\n{' '.join(t.paragraphs)}"
        for t in told
    ]
    text = joined(["logo", *blocks, "logo\nDigest24\n© 2025 Digest24 All rights reserved"])
    return Page("aggregator_spaced", text, told, ["© 2025 Digest24", "logo"])


def source_under_headline(cast: Cast) -> Page:
    """Headline, then publisher and age on one line."""
    told = [item.hourly() for item in cast.told(5)]
    blocks = [f"{t.headline}\n{t.source} · {t.age()}\n{t.body}" for t in told]
    return Page("source_under_headline", joined(["My feed\nFollowing  Discover  Saved", *blocks, "You're all caught up"]), told)


def stamp_at_foot(cast: Cast) -> Page:
    """Headline and teaser, then publisher and age below."""
    told = [item.hourly() for item in cast.told(5)]
    blocks = [f"{t.headline}\n{' '.join(t.paragraphs)}\n{t.source} - {t.age()}" for t in told]
    return Page("stamp_at_foot", joined(["Search results", *blocks, "Next page"]), told, ["Next page"])


def stamp_at_foot_dense(cast: Cast) -> Page:
    """The same without a blank line anywhere."""
    told = [item.hourly() for item in cast.told(5)]
    blocks = [f"{t.headline}\n{' '.join(t.paragraphs)}\n{t.age()} | {t.source}" for t in told]
    return Page("stamp_at_foot_dense", joined(["Home  News  Markets  Money  Video", *blocks], "\n"), told, ["Home  News"])


def age_first(cast: Cast) -> Page:
    """Age and section over each headline, a button under each body."""
    told = [replace(item.hourly(), source=None) for item in cast.told(5, source=None)]
    blocks = [f"{t.age()} - Markets\n{t.headline}\n{t.body}\nRead more" for t in told]
    return Page(
        "age_first",
        joined(["Top stories", *blocks, "Load more\nSubscribe to our newsletter"]),
        told,
        ["Read more", "Load more"],
    )


def indian_updates(cast: Cast) -> Page:
    """Agency, editor, and a last update in Indian time; links to more between the items."""
    told = cast.told(3)
    blocks = [
        f"{t.headline}\nSource: {t.source}  |  Edited by: Money Desk\nLast Updated: "
        f"{t.local(KOLKATA, '%d.%m.%Y | %H:%M (IST)')}\n{t.body}\n"
        "ALSO READ: Seven funds that beat the market"
        for t in told
    ]
    menu = "HOME  NEWS  MONEY  CRICKET  MOVIES\nFollow us on:  X  YouTube\nAdvertisement"
    return Page(
        "indian_updates",
        joined([menu, *blocks, "About Us | Advertise With Us | Disclaimer"]),
        told,
        ["ALSO READ", "Advertisement", "About Us"],
    )


def published_and_updated(cast: Cast) -> Page:
    """Both stamps on one line with one zone, then the place of the newsroom."""
    told = [replace(item, source=None) for item in cast.told(3, source=None)]
    blocks = [
        f"{t.headline}\nPublished - {t.local(KOLKATA, '%B %d, %Y %I:%M %p')} | Updated - "
        f"{(t.moment + timedelta(minutes=15)).astimezone(KOLKATA).strftime('%I:%M %p')} IST\n{t.author}\n{t.body}"
        for t in told
    ]
    return Page("published_and_updated", joined(blocks), told)


def south_african(cast: Cast) -> Page:
    """Standfirst, stamp, byline of an organisation, body."""
    told = cast.told(3)
    blocks = [
        f"{t.headline}\n{t.local(JOHANNESBURG, '%d %B %Y - %H:%M')} SAST\nby {t.source}\n\n{joined(t.paragraphs).strip()}"
        for t in told
    ]
    return Page(
        "south_african",
        joined(["News  Markets  Companies  Opinion  Life", *blocks, "Most read\n1. Five funds to watch\n2. Who owns what"]),
        told,
        ["Five funds to watch"],
    )


def live_blog(cast: Cast) -> Page:
    """Clock, headline, posts; the day and the zone stand at the top."""
    told = cast.told(5, source=None)
    day = RECEIVED.astimezone(JOHANNESBURG).strftime("%A, %-d %B %Y")
    blocks = [f"{t.local(JOHANNESBURG, '%H:%M')}\n{t.headline}\n{joined(t.paragraphs).strip()}" for t in told]
    top = f"LIVE | Markets as they happen\n{day}\nAll times SAST\nShare"
    return Page("live_blog", joined([top, *blocks, "End of live coverage"]), told, ["LIVE |", "End of live coverage"])


def live_blog_inline(cast: Cast) -> Page:
    """Posts that open with their clock, without headlines."""
    told = [replace(item, headed=False) for item in cast.told(6, source=None)]
    day = RECEIVED.astimezone(LONDON).strftime("%d %B %Y")
    blocks = [f"{t.local(LONDON, '%H:%M')} BST - {' '.join(t.paragraphs)}" for t in told]
    return Page("live_blog_inline", joined([f"Market live: shares, bonds and the pound\n{day}", *blocks]), told)


def live_blog_posted(cast: Cast) -> Page:
    """ "Posted at", author and a share button with each post."""
    told = cast.told(4, source=None)
    blocks = [
        f"Posted at {t.local(LONDON, '%H:%M')} BST 4 July\n{t.headline}\n{t.author}\n"
        f"Business reporter\n{t.body}\nShare this post"
        for t in told
    ]
    return Page(
        "live_blog_posted",
        joined(["Business live", *blocks, "More on this story"]),
        told,
        ["Share this post", "Business reporter"],
    )


def mobile_app(cast: Cast) -> Page:
    """A phone's feed: publisher, bare age, buttons under each item."""
    told = [item.hourly() for item in cast.told(5)]
    blocks = [
        f"{t.source}\n{t.age().split()[0]}h\n{t.headline}\n{' '.join(t.paragraphs)}\nSave\nShare\n12 comments" for t in told
    ]
    return Page("mobile_app", joined(["For you\nFollowing", *blocks], "\n"), told, ["12 comments", "Save"])


def forum(cast: Cast) -> Page:
    """Posts on a board that pass stories on."""
    told = cast.told(4)
    blocks = [
        f"Re: Market news\nPosted by {t.author} » {t.local(LONDON, '%a %b %d, %Y %-I:%M %p')} BST\n"
        f"{t.headline}\n{t.body}\nReply  Quote  Report"
        for t in told
    ]
    return Page(
        "forum",
        joined(["Board index » Markets » News", *blocks, "Jump to: Markets"]),
        [replace(t, source=None) for t in told],
        ["Reply  Quote"],
    )


def section_front(cast: Cast) -> Page:
    """Teasers with age and section below, then a list of what is most read."""
    told = [replace(t.hourly(), source=None, story=replace(t.story, paragraphs=t.paragraphs[:1])) for t in cast.told(6)]
    blocks = [f"{t.headline}\n{t.paragraphs[0]}\n{t.age()}\nMarkets" for t in told]
    tail = "Most read\n1\nWhat a strong rand means for your holiday\n2\nThe best places to retire in the Karoo"
    return Page(
        "section_front",
        joined(["Markets\nStocks  Bonds  Currencies  Commodities", *blocks, tail]),
        told,
        ["What a strong rand", "The best places"],
    )


def single_article(cast: Cast) -> Page:
    """One story amid everything that a site puts around it."""
    (t,) = cast.told(1)
    first, *rest = t.paragraphs
    text = joined(
        [
            COOKIES + "\nAccept all\nManage options",
            "News  Sport  Business  Weather  Video",
            (
                f"{t.headline}\nBy {t.author}, {t.source}\nPublished {t.local(LONDON, '%-d %B %Y, %H:%M')} BST\n"
                f"Share\n{SHARES}\nListen to this article · 3 min"
            ),
            first,
            "Advertisement\nStory continues below",
            *rest,
            "Related topics\nCurrencies\nSouth Africa",
            "More from Business\nWhy your bank wants you to switch\nThe town that lives off avocados",
            "Sign up for our daily newsletter to get the latest delivered to your inbox.",
            f"© 2025 {t.source}. All rights reserved.\nTerms of use  Privacy  Contact",
        ]
    )
    furniture = [
        "Accept all",
        "Advertisement",
        "Why your bank",
        "avocados",
        "Sign up for our daily",
        "cookies",
        "Listen to this",
        "Related topics",
    ]
    return Page("single_article", text, [t], furniture)


def crossheads(cast: Cast) -> Page:
    """One long report with short headings inside."""
    parts = cast.told(3, source="Veld Times")
    whole = parts[0].story
    inside = [*whole.paragraphs, *parts[1].paragraphs, *parts[2].paragraphs]
    story = replace(whole, paragraphs=tuple(inside), market=any(p.story.market for p in parts))
    t = replace(parts[0], story=story)
    blocks = [joined(whole.paragraphs, "\n").strip(), "Elsewhere", parts[1].body, "What to watch", parts[2].body]
    head = f"{t.headline}\nVeld Times\n{t.local(JOHANNESBURG, '%Y-%m-%d %H:%M')} SAST"
    return Page("crossheads", joined([head, *blocks]), [t])


def pipes(cast: Cast) -> Page:
    """Publisher, stamp and section on one line over the headline."""
    told = cast.told(4)
    blocks = [f"{t.source} | {t.local(LONDON, '%-d %b %Y %H:%M')} BST | Markets\n{t.headline}\n{t.body}" for t in told]
    return Page("pipes", joined(blocks), told)


def news_search(cast: Cast) -> Page:
    """Numbered results with publisher and day."""
    told = [t.daily() for t in cast.told(5)]
    blocks = [f"{n}. {t.headline}\n{t.source} - {t.moment:%-d %b %Y}\n{' '.join(t.paragraphs)}" for n, t in enumerate(told, 1)]
    return Page("news_search", joined(["About 1,240 results", *blocks, "Previous  1  2  3  Next"]), told, ["About 1,240"])


def cards(cast: Cast) -> Page:
    """Publisher, headline, age, byline, teaser: the order of news search on a phone."""
    told = [t.hourly() for t in cast.told(5)]
    blocks = [f"{t.source}\n{t.headline}\n{t.age()}\nBy {t.author}\n{' '.join(t.paragraphs)}" for t in told]
    return Page("cards", joined(["Headlines\nLocal\nWorld", *blocks]), told)


def foreign_frame(cast: Cast) -> Page:
    """English stories in a German page."""
    told = cast.told(3, source="Nordwind Agentur")
    blocks = [f"Nordwind Agentur\n{t.local(BERLIN, '%d.%m.%Y | %H:%M')} Uhr (MESZ)\n{t.headline}\n{t.body}" for t in told]
    return Page(
        "foreign_frame",
        joined(
            [
                "Nachrichten  Aktienkurse  Fonds  Anleihen  Devisen",
                "DAX  24.757  +0,65%\nMDAX  31.047  +0,12%",
                *blocks,
                "Werbung",
            ]
        ),
        told,
        ["Werbung", "24.757", "Aktienkurse"],
    )


def price_box(cast: Cast) -> Page:
    """Stories after a box of prices and before another."""
    told = [t.hourly() for t in cast.told(3)]
    blocks = [f"{t.age()}\n{t.headline}\n{t.body}\n- {t.source}" for t in told]
    box = "Rand - Dollar  17.62\nGold  3,341.20\nBrent  68.10"
    return Page(
        "price_box",
        joined([box, *blocks, "Load more", box + "\nTop 40  89,310"]),
        told,
        ["Rand - Dollar", "Load more", "Top 40"],
    )


def american(cast: Cast) -> Page:
    """Month first, twelve-hour clock, Eastern time, minutes of reading."""
    told = cast.told(3)
    blocks = [
        f"{t.headline}\nBy {t.author}\n{t.source}\n{t.local(NEW_YORK, '%b %d, %Y, %-I:%M %p')} EDT\n4 min "
        f"read\n\n{joined(t.paragraphs).strip()}\n\nSee more"
        for t in told
    ]
    return Page("american", joined(["Markets\nWatchlist\nMy portfolio", *blocks]), told, ["4 min read", "See more"])


def captioned(cast: Cast) -> Page:
    """A photograph's caption and credit before the body."""
    told = cast.told(3)
    blocks = [
        f"{t.headline}\n{t.source}\n{t.local(LONDON, '%d %B %Y %H:%M')} GMT+1\nFile photo\n{t.body}\nTags: markets, economy"
        for t in told
    ]
    return Page("captioned", joined(blocks), told, ["Tags:", "File photo"])


def dense_clock(cast: Cast) -> Page:
    """A ticker of prose: clock, then the text, no blank lines, the day in the first line."""
    told = [replace(t, headed=False) for t in cast.told(6, source=None)]
    lines = [f"{t.local(JOHANNESBURG, '%Hh%M')}  {' '.join(t.paragraphs)}" for t in told]
    return Page("dense_clock", joined(["Market ticker, 4 July 2025 (all times SAST)", *lines], "\n"), told)


def authors_beside_stamps(cast: Cast) -> Page:
    """People's names beside the stamps, which are no publishers."""
    told = [replace(t, source=None) for t in cast.told(4)]
    blocks = [f"{t.headline}\n{t.author} | {t.local(LONDON, '%d/%m/%Y | %H:%M')} BST\n{t.body}" for t in told]
    return Page("authors_beside_stamps", joined(["Live Feed  Technical Analysis  Central Banks  Education", *blocks]), told)


def posted_below(cast: Cast) -> Page:
    """A weblog: the day over all posts, author and clock under each."""
    told = [replace(t, source=None) for t in cast.told(4)]
    blocks = [
        f"{t.headline}\n{t.body}\nPosted by {t.author} at {t.local(LONDON, '%H:%M')} BST 2 comments\nLabels: markets, news"
        for t in told
    ]
    return Page(
        "posted_below", joined(["The Trading Floor\nFriday, 4 July 2025", *blocks], "\n"), told, ["Posted by", "Labels:"]
    )


def rows_first(cast: Cast) -> Page:
    """Bodies that open with rows of prices."""
    rows = ("Euro Stoxx -0.4%", "DAX -0.3%", "FTSE -0.2%")
    market = [t for t in cast.told(16) if t.story.market][:3]
    told = [replace(t, story=replace(t.story, paragraphs=(*rows, *t.paragraphs))) for t in market]
    blocks = [f"{t.headline}\n{t.local(LONDON, '%d %B %Y %H:%M')} BST | {t.source}\n{t.body}" for t in told]
    return Page("rows_first", joined(blocks), told)


LAYOUTS: Sequence[Layout] = (
    aggregator, aggregator_spaced, source_under_headline, stamp_at_foot, stamp_at_foot_dense, age_first,
    indian_updates, published_and_updated, south_african, live_blog, live_blog_inline, live_blog_posted, mobile_app,
    forum, section_front, single_article, crossheads, pipes, news_search, cards, foreign_frame, price_box, american,
    captioned, dense_clock, authors_beside_stamps, posted_below, rows_first,
)  # fmt: skip
