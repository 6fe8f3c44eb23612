"""The language of a page about itself: menus, consent, sharing, subscriptions, notices of rights.

Furniture speaks of the page and to its reader; news speaks of the world. A label is furniture where most of its words are
such words; a sentence is where it says several of them and addresses the reader. Nothing here knows any site.
"""

from __future__ import annotations

import re

_TERMS = re.compile(
    r"""\b(?:
      subscri(?:be|bers?|ption|ptions|bed)|unsubscribe|newsletters?|sign(?:ed)?[\s-](?:up|in|out|me\sup)|log[\s-]?(?:in|out)|register(?:ed)?(?=\s(?:now|here|for|to)|$)
    | cookies?|consent|privacy|(?:your|on\s(?:a|your))\sdevice|partners\skeep|legitimate\sinterest|personalised|personalized|preferences|opt\sout
    | advertis(?:ement|ements|ing|e)|advert|sponsored|promoted|promotion|ads?|ad-free|affiliate|anzeige|publicit[eé]|publicidad|werbung
    | share(?=\s(?:this|on|via|article|story|:)|$|\s*[:|])|share\s(?:full\s)?(?:article|story)|follow\s(?:us|on|topic|this|live)|tweet|facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube
    | pinterest|reddit|messenger|copy\slink|e-?mail(?=\sthis|\saddress|$|\s*[|·])|print(?=\sthis|$|\s*[|·])|bookmark|save\sarticle|save(?=$|\s*[|·])|gift\sarticle
    | comments?(?=\s*(?:$|[(|·:]|\d|yet|section|are|below|policy))|(?:no|post|add|leave|view|join|be\sthe\sfirst\sto)\s(?:a\s|the\s|all\s)?(?:comments?|discussion|conversation)|replies|likes|upvotes?|views|shares(?=$)
    | read\s(?:more|next|also|full|the\sfull|our|on)|more\s(?:from|on\sthis|in\sthis|stories|news|like\sthis|to\sread|top\sstories|headlines|options)|also\s(?:read|on|in)|(?:you\s)?(?:may|might)\s(?:also\s)?(?:like|be\sinterested)
    | load\smore|show\smore|view\s(?:all|more)|see\s(?:all|more|also)|continue\sreading|article\scontinues|click\shere|tap\s(?:here|to)|skip\sto|back\sto\stop|go\s(?:to\sstart|deeper)|next\s(?:page|article|story)|previous\s(?:page|article|story)
    | related(?=\s(?:articles?|stories|news|topics?|coverage|posts?|content|links?|reading|tags)|$|:)|related\s(?:articles?|stories|news|topics?|coverage|posts?|content|links?|reading)|most\s(?:read|popular|viewed|shared|watched|commented)|trending(?=\s(?:now|news|stories|topics|on)|$)
    | popular(?=\s(?:now|on|stories|news|posts)|$)|recommended|editor'?s'?\s(?:picks?|choice)|top\s(?:stories|news|headlines|picks)|latest\s(?:news|stories|headlines|updates|videos)|breaking\snews|live\s(?:news\sfeed|updates|feed)|in\sthis\s(?:section|article)|topics?(?=$|:)|tags?(?=$|:)|in\scase\syou\smissed
    | download\s(?:our|the|app)|(?:our|the|mobile|get\sthe)\sapp|app\sstore|google\s(?:play|news)|push\snotifications?|turn\son|enable|alerts?(?=$)|javascript|browser|home\sscreen
    | terms(?=\s(?:of|and|&|apply)|$|\s)|terms\s(?:of\s(?:use|service)|and\sconditions|&\sconditions)|conditions\sapply|disclaimer|copyright|all\srights\sreserved|rights\sreserved|reproduction|(?:without|prior)\s(?:written\s)?permission|trademarks?
    | about(?=\s(?:us|axios|this\ssite)|$)|contact(?=\sus|$)|careers|help(?=\s(?:cent|$)|$)|faqs?|sitemap|site\smap|feedback|accessibility|advertise|investor\s(?:information|relations)|(?:your|my)\s(?:account|profile|inbox|watchlist|details|email)|inbox|accreditation
    | menu|search|home|sections?|watchlist|listen(?=\s(?:to\sthis|to\sarticle|now)|$)|listen\sto\s(?:this\s)?(?:article|story)|watch\s(?:live|now|video|:)|video(?=$|:)|photos?(?=$|:)|gallery|podcasts?|play(?=$)|min(?:ute)?s?\sread
    | premium(?=$|\s(?:content|article|member))|paywall|free\strial|trial|already\sa\s(?:subscriber|member)|members?\sonly|unlock|exclusive\scontent|support\s(?:us|our)|donate|sponsored|our\s(?:standards|journalis\w+|experts|team|editors|readers|range)
    | (?:market\s)?(?:data|quotes?|prices?)\s(?:is\s|are\s)?delayed|delayed\s(?:by\s)?(?:at\sleast\s)?\d+\smin\w*|minutes?\sdelay|page\s\d+(?:\sof\s\d+)?|scroll|loading|advertorial|quiz|crossword|horoscopes?|weather(?=$)|newsroom@|tell\sus|get\sin\stouch|ai\sfeatures
    )(?!\w)|©|\(c\)\s?\d{4}|&copy;|https?://\S+|www\.\S+|\S+@\S+\.\w+""",
    re.IGNORECASE | re.VERBOSE,
)
_READER = re.compile(r"\b(?:you|your|you're|we|our|us|my|please|don't miss|never miss|sign|get|click|follow|join|try|explore)\b", re.IGNORECASE)
_RIGHTS = re.compile(r"^(?:©|\(c\)|copyright\b|&copy;)|\ball rights reserved\b|^registered in\b", re.IGNORECASE)
_QUOTE = re.compile(r"[\"“”]|^['‘]|\s['‘]|\b(?:said|says|told|according to|asked|added)\b", re.IGNORECASE)
_ITEMS = re.compile(r"\s{2,}|\s*[|·•›»>]\s*|\s+/\s+")
_WORD = re.compile(r"[^\W_][\w'’&.-]*")
LONGEST = 600  # characters of a line that are looked at


def terms(text: str) -> int:
    """How many words of furniture a line holds."""
    return sum(len(_WORD.findall(match.group())) or 1 for match in _TERMS.finditer(text[:LONGEST]))


def is_furniture_label(text: str) -> bool:
    """Whether a line that is no sentence is a menu, a button or a notice."""
    words = len(_WORD.findall(text))
    if not words or _RIGHTS.search(text[:LONGEST]):
        return True
    return 2 * terms(text) >= words or is_menu(text)


def is_menu(text: str) -> bool:
    """Whether a line is a row of short entries without figures, as menus are."""
    entries = [entry for entry in _ITEMS.split(text[:LONGEST]) if entry]
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
    reader = bool(_READER.search(text)) and not _QUOTE.search(text)
    return 5 * found >= 2 * words or (reader and (10 * found >= words or found >= 3))
