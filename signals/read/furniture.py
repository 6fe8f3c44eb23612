"""The language of a page about itself: menus, consent, sharing, subscriptions, notices of rights.

Furniture speaks of the page and to its reader; news speaks of the world. A label is furniture where most of its words are
such words; a sentence is where it says several of them and addresses the reader. Nothing here knows any site.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from signals.read.phrases import Phrases, phrases_of

# Phrases by theme, one theme to a paragraph; * stands for any ending.
ANYWHERE = """
    subscri*; unsubscribe*; newsletter*; sign up; sign in; sign out; sign me up; signed in; log in; log out; login; logout
    register now; register here; register for; free trial; premium content; paywall; already a subscriber; members only
    support us; support our; donate; inbox; your account; my account; your profile; my profile; your email; your details
    unlimited access; digital access; unlock this; independent journalism; award-winning journalism; original article

    cookie*; consent; privacy; your device; on a device; partners keep; legitimate interest; personalised; personalized
    opt out; accept all; reject all; manage options; manage choices; your choices; enable javascript; javascript
    your browser; home screen; push notification*; turn on notifications; enable notifications; accessibility

    advertisement*; advertising; advertise; advert; ad-free; sponsored; promoted; affiliate; advertorial; anzeige
    werbung; publicidad; download our; download the app; our app; the app; mobile app; get the app; app store
    google play; google news

    share this; share on; share via; share article; share story; share full article; follow us; follow on; follow topic
    facebook; twitter; whatsapp; telegram; linkedin; instagram; youtube; pinterest; reddit; messenger; tweet; copy link
    email this; email address; print this; save article; gift article; bookmark

    no comments; post a comment; add a comment; add comment; leave a comment; view comments; show comments; replies
    join the conversation; join the discussion; be the first to comment; comments are; comments section; upvote*
    comment policy; tell us; get in touch; feedback

    read more; read next; read also; read full; read the full; read our; read on; also read; continue reading
    article continues; story continues; more from; more on this; more in this; more stories; more news; more like this
    more to read; more headlines; more options; more top stories; load more; show more; view all; view more; see all
    see more; click here; tap here; tap to; skip to; back to top; go to start; go deeper; next article; next story
    next page; previous article; previous story; previous page; minutes read; minute read; min read; mins read
    listen to this; listen to article; listen to the; watch live; watch now

    these emails; emailed to you; receiving this; receive this; receive our; front page

    good morning; good afternoon; good evening; here is what you; here's what you; need to know; this email

    related article*; related stor*; related news; related topic*; related coverage; related post*; related content
    related link*; related reading; related tag*; most read; most popular; most viewed; most shared; most watched
    most commented; trending now; trending news; trending stories; trending topics; popular now; popular stories
    popular news; recommended for; recommended; editor's pick*; editors' pick*; editor's choice; top stories; top news
    top headlines; top picks; latest news; latest stories; latest headlines; latest updates; latest videos
    breaking news; live news feed; live updates; live feed; in this section; in this article; in case you missed
    you may also like; you might also like; you may like; might interest you; don't miss; never miss

    terms of use; terms of service; terms and conditions; terms & conditions; terms apply; conditions apply; disclaimer
    copyright; all rights reserved; rights reserved; without permission; written permission; prior permission
    trademark*; registered in; about us; contact us; careers; help centre; help center; faq*; sitemap; site map
    advertise with us; investor information; our standards; our journalis*; our experts; our team; our editors
    our readers; our range; accreditation

    data is delayed; data delayed; quotes delayed; quotes are delayed; prices delayed; delayed by at least
    minutes delay; watchlist; my watchlist; ai features; ask the assistant; crossword; horoscope*; quiz
"""
# Words that are furniture where nothing or only a count stands beside them.
ALONE = """
    ad; ads; advert; share; save; print; email; e-mail; like; likes; reply; report; follow; following; subscribe
    comment; comments; views; shares; related; trending; popular; more; back; next; previous; close; menu; search; home
    topic; topics; tag; tags; alerts; terms; conditions; privacy; about; contact; help; section; sections; settings
    listen; video; videos; photo; photos; gallery; podcast; podcasts; play; pause; weather; live; loading; scroll
    logo; image; photograph; premium; exclusive; new; latest; stories; world clock; language; profile; edition
    e-paper; epaper; notifications; last updated; open menu; refresh
"""
LONGEST = 600  # characters of a line that are looked at
LONGEST_BUTTONS = 120  # characters of a row of buttons


_IMPERATIVE = re.compile(
    r"^\W*(?:subscribe|support|sign|get|read|click|follow|join|download|watch|listen|register|try|enjoy|want|like|enter|see|tap|go)\b",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:you|your|you're|we|our|us|my|please|sign|get|click|follow|join|try|explore|never)\b", re.IGNORECASE)
_RIGHTS = re.compile(
    r"^(?:©|\(c\)|copyright\b|&copy;)|\ball rights reserved\b|^registered in\b"
    r"|\b(?:quotes|prices|data|quotations)\b.{0,40}\bdelayed\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[\"“”]|^['‘]|\s['‘]|\b(?:said|says|told|according to|asked|added)\b", re.IGNORECASE)
_ENTRIES = re.compile(r"  +|[|·•›»>:]| / ")
_COUNT = re.compile(r"^\W*\d*\s*|\s*\W*\d*\W*$")
_SIGN = re.compile(r"[©@/]|\(c\)|www|page")
_ADDRESS = re.compile(r"©|\(c\)\s?\d{4}|https?://\S+|www\.\S+|\S+@\S+\.\w+|\bpage\s\d+(?:\sof\s\d+)?")
_WORD = re.compile(r"[^\W_][\w'’&.-]*")


@cache
def _anywhere() -> Phrases:
    return Phrases(ANYWHERE)


@cache
def _alone() -> frozenset[str]:
    return frozenset(phrases_of(ALONE))


@lru_cache(maxsize=10_000)
def terms(text: str) -> int:
    """How many words of furniture a line holds."""
    small = text[:LONGEST].lower().replace("’", "'")
    words = sum(small.count(" ", start, end) + 1 for start, end in _anywhere().spans(small))
    words += len(_ADDRESS.findall(small)) if _SIGN.search(small) else 0
    return words + (_buttons(small) if len(small) <= LONGEST_BUTTONS else 0)


def _buttons(small: str) -> int:
    """The words of those entries of a line that are furniture as a whole; a count beside one is left aside."""
    entries = (_COUNT.sub("", entry).strip() for entry in _ENTRIES.split(small))
    return sum(len(entry.split()) for entry in entries if entry in _alone())


def is_furniture_label(text: str) -> bool:
    """Whether a line that is no sentence is a menu, a button or a notice."""
    words = len(_WORD.findall(text))
    if not words or _RIGHTS.search(text[:LONGEST]):
        return True
    return 2 * terms(text) >= words or is_menu(text) or _invites(text)


def _invites(text: str) -> bool:
    """Whether a label ends in a colon or speaks to its reader about the page."""
    return bool(terms(text)) and bool(_READER.search(text)) and not _QUOTE.search(text)


def is_menu(text: str) -> bool:
    """Whether a line is a row of short entries without figures, as menus are."""
    entries = [entry for entry in _ENTRIES.split(text[:LONGEST]) if entry]
    short = all(len(entry.split()) <= 3 and not any(c.isdigit() for c in entry) for entry in entries)
    return len(entries) >= 4 and short


def is_furniture_sentence(text: str) -> bool:
    """Whether a sentence speaks of the page to its reader rather than of the world."""
    if _RIGHTS.search(text[:LONGEST]):
        return len(text) < LONGEST
    found = terms(text)
    if not found or len(text) > LONGEST:
        return False
    words = len(_WORD.findall(text))
    if terms(text.split(":", 1)[0]) >= len(text.split(":", 1)[0].split()) > 0 and ":" in text:
        return True
    reader = bool(_READER.search(text) or _IMPERATIVE.match(text)) and not _QUOTE.search(text)
    return 5 * found >= 2 * words or (reader and (12 * found >= words or found >= 3))
