"""The zone in which a publisher writes clocks: from what its page says, its address, its name, or its language."""

from __future__ import annotations

import csv
import re
from datetime import tzinfo
from functools import cache, lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytz

from signals.resources import data_path
from signals.zones import PLACES, zone_info

LARGEST_ZONE = {
    "AR": "America/Argentina/Buenos_Aires",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "ES": "Europe/Madrid",
    "MX": "America/Mexico_City",
    "RU": "Europe/Moscow",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
    "KZ": "Asia/Almaty",
    "UA": "Europe/Kyiv",
}
HOME_OF_LANGUAGE = {  # languages that one country's zone stands for
    "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "fi": "FI", "fr": "FR", "he": "IL", "hi": "IN", "hu": "HU", "id": "ID",
    "it": "IT", "ja": "JP", "ko": "KR", "nb": "NO", "nl": "NL", "no": "NO", "pl": "PL", "ro": "RO", "sv": "SE", "th": "TH",
    "tr": "TR", "uk": "UA", "vi": "VN",
}  # fmt: skip
AGENCIES = {
    "PTI": "IN", "ANI": "IN", "IANS": "IN", "UNI": "IN", "APP": "PK", "BSS": "BD", "Xinhua": "CN", "Kyodo": "JP", "Jiji": "JP",
    "Yonhap": "KR", "Bernama": "MY", "Antara": "ID", "VNA": "VN", "AAP": "AU", "SAnews": "ZA", "dpa": "DE", "ANSA": "IT",
    "EFE": "ES", "Anadolu": "TR", "TASS": "RU", "Interfax": "RU", "MENA": "EG", "PA": "GB", "Nikkei": "JP", "CNBC": "US",
    "CNN": "US", "NPR": "US", "Axios": "US", "MarketWatch": "US",
}  # fmt: skip
OPEN_DOMAINS = {"AI", "CO", "FM", "IO", "ME", "TV", "CC", "LY", "GG", "LA", "AM", "IS", "TO", "WS"}  # sold to all the world


def place_of(hint: str | None = None, url: str | None = None, source: str | None = None) -> tzinfo | None:
    """The publisher's zone, None where nothing tells.

    ``hint`` is what the page says of itself: a zone ("GMT", "Asia/Kolkata") or a locale ("en-IN", "de").
    """
    return _zone_named(hint) or _of_address(url) or _of_name(source) or _of_locale(hint)


def _zone_named(hint: str | None) -> tzinfo | None:
    if not hint:
        return None
    try:
        return zone_info(hint)
    except (ValueError, OSError):
        return None


@cache
def zone_of_country(country: str) -> tzinfo | None:
    """The zone of a country's markets and papers, by its ISO 3166 code; None for codes unknown."""
    name = LARGEST_ZONE.get(country) or next(iter(pytz.country_timezones.get(country, [])), None)
    return ZoneInfo(name) if name else None


def _of_address(url: str | None) -> tzinfo | None:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    ending = host.rpartition(".")[2].upper()
    if len(ending) != 2 or ending in OPEN_DOMAINS:
        return None
    return zone_of_country("GB" if ending == "UK" else ending)


@lru_cache(maxsize=1024)
def _of_name(source: str | None) -> tzinfo | None:
    for word in re.findall(r"[^\W\d_]+", source or ""):
        if word in AGENCIES:
            return zone_of_country(AGENCIES[word])
    found = next((name for name in _place_names() if re.search(rf"\b{re.escape(name)}\b", source or "")), None)
    return _place_names()[found] if found else None


@cache
def _place_names() -> dict[str, tzinfo]:
    """Cities and countries with their zones; cities come first, they are the narrower ones."""
    cities = {city: ZoneInfo(zone) for city, zone in PLACES.items()}
    countries: dict[str, tzinfo] = {}
    with data_path("words", "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            zone = zone_of_country(row["country"])
            names = [word for word in row["words"].split(";") if word[:1].isupper() and len(word) > 2]
            countries |= {name: zone for name in [*names, *filter(None, row["cities"].split(";"))] if zone}
    return {**cities, **countries}


def _of_locale(hint: str | None) -> tzinfo | None:
    """The zone of a locale; en-US tells nothing, since much software writes it unasked."""
    language, _, region = (hint or "").replace("_", "-").partition("-")
    if (language.lower(), region.upper()) == ("en", "US"):
        return None
    if region:
        return zone_of_country(region[-2:].upper())
    return zone_of_country(HOME_OF_LANGUAGE.get(language.lower(), ""))
