"""Time zones as reports name them: abbreviations, words, and the cities of the markets.

Abbreviations are read as the financial press means them (IST is India's, CST America's). Names are those of the IANA time
zone database.
"""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

_DAY = 24  # hours
_OFFSETS = {
    "GMT": 0,
    "UTC": 0,
    "Z": 0,
    "WET": 0,
    "BST": 1,
    "WAT": 1,
    "CET": 1,
    "MEZ": 1,
    "CEST": 2,
    "MESZ": 2,
    "SAST": 2,
    "CAT": 2,
    "EET": 2,
    "EEST": 3,
    "EAT": 3,
    "MSK": 3,
    "TRT": 3,
    "AST": 3,
    "GST": 4,
    "PKT": 5,
    "IST": 5.5,
    "NPT": 5.75,
    "BDT": 6,
    "WIB": 7,
    "ICT": 7,
    "SGT": 8,
    "HKT": 8,
    "MYT": 8,
    "PHT": 8,
    "AWST": 8,
    "JST": 9,
    "KST": 9,
    "AEST": 10,
    "AEDT": 11,
    "NZST": 12,
    "NZDT": 13,
    "BRT": -3,
    "ART": -3,
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}
_ZONES = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "AET": "Australia/Sydney",
}
ABBREVIATIONS = frozenset(_OFFSETS) | frozenset(_ZONES)
ZONE = r"[A-Z]{2,4}\b(?:(?<=GMT|UTC)[+-]\d{1,2}(?::?[0-5]\d)?(?!%|[.,:]?\d))?"  # "CET", "GMT+3", "UTC-05:00"
_SHIFTED = re.compile(r"(?:GMT|UTC)(?P<way>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?")
ZONE_NAMES = {
    "local time": "local",
    "eastern time": "America/New_York",
    "eastern standard time": "EST",
    "eastern daylight time": "EDT",
    "central european time": "Europe/Berlin",
    "british summer time": "BST",
    "greenwich mean time": "GMT",
    "indian standard time": "IST",
    **{
        f"{people} time": zone
        for zone, peoples in {
            "America/Bogota": "colombian",
            "America/Argentina/Buenos_Aires": "argentine;argentinian",
            "America/Santiago": "chilean",
            "America/Lima": "peruvian",
            "America/Sao_Paulo": "brazilian;brasilia",
            "Europe/Istanbul": "turkish;turkey",
            "Europe/Zurich": "swiss",
            "Europe/Berlin": "german",
            "Europe/Paris": "french",
            "Europe/Rome": "italian",
            "Europe/Madrid": "spanish",
            "Europe/Lisbon": "portuguese",
            "Europe/Vienna": "austrian",
            "Europe/Amsterdam": "dutch",
            "Europe/Brussels": "belgian",
            "Europe/Oslo": "norwegian",
            "Europe/Stockholm": "swedish",
            "Europe/Copenhagen": "danish",
            "Europe/Helsinki": "finnish",
            "Europe/Budapest": "hungarian",
            "Europe/Warsaw": "polish",
            "Europe/Prague": "czech",
            "Europe/Bucharest": "romanian",
            "Europe/Athens": "greek",
            "Europe/Kyiv": "ukrainian;kiev",
            "Europe/Dublin": "irish",
            "Europe/London": "british;u.k.;uk",
            "Asia/Seoul": "korean;korea",
            "Asia/Tokyo": "japanese;japan",
            "Asia/Shanghai": "chinese;china",
            "Asia/Taipei": "taiwanese;taiwan",
            "Asia/Hong_Kong": "hk",
            "Asia/Manila": "philippine",
            "Asia/Kuala_Lumpur": "malaysian;malaysia",
            "Asia/Ho_Chi_Minh": "vietnamese;vietnam",
            "Asia/Kolkata": "indian;india",
            "Asia/Karachi": "pakistani;pakistan",
            "Asia/Bangkok": "thai;thailand",
            "Asia/Riyadh": "saudi",
            "Asia/Dubai": "uae;gulf",
            "Asia/Jerusalem": "israeli;israel",
            "Pacific/Auckland": "new zealand;nz",
            "Africa/Johannesburg": "south african;south africa;sa",
            "Africa/Nairobi": "kenyan;east african",
            "Africa/Lagos": "nigerian;west african",
            "Africa/Cairo": "egyptian",
        }.items()
        for people in peoples.split(";")
    },
}
_CITIES_OF_ZONE = {
    "Africa/Johannesburg": "Johannesburg;Pretoria;Cape Town;Durban;Sandton",
    "Africa/Lagos": "Lagos;Abuja",
    "Africa/Nairobi": "Nairobi",
    "Africa/Cairo": "Cairo",
    "Africa/Casablanca": "Casablanca",
    "Africa/Accra": "Accra",
    "Africa/Kampala": "Kampala",
    "Africa/Lusaka": "Lusaka",
    "America/New_York": "New York;NYC;NY;Washington;Boston;Wall Street;Toronto;Ottawa;Comex;Nymex",
    "America/Chicago": "Chicago;Houston;Dallas",
    "America/Los_Angeles": "San Francisco;Los Angeles",
    "America/Mexico_City": "Mexico City",
    "America/Sao_Paulo": "Sao Paulo;São Paulo;Brasilia",
    "America/Argentina/Buenos_Aires": "Buenos Aires",
    "America/Santiago": "Santiago",
    "America/Bogota": "Bogota",
    "America/Lima": "Lima",
    "Asia/Tokyo": "Tokyo",
    "Asia/Seoul": "Seoul",
    "Asia/Shanghai": "Shanghai;Beijing;Shenzhen;Dalian",
    "Asia/Hong_Kong": "Hong Kong",
    "Asia/Taipei": "Taipei",
    "Asia/Singapore": "Singapore",
    "Asia/Kuala_Lumpur": "Kuala Lumpur",
    "Asia/Jakarta": "Jakarta",
    "Asia/Bangkok": "Bangkok",
    "Asia/Manila": "Manila",
    "Asia/Ho_Chi_Minh": "Hanoi;Ho Chi Minh City",
    "Asia/Kolkata": "Mumbai;New Delhi;Delhi;Bengaluru;Kolkata;Chennai",
    "Asia/Karachi": "Karachi;Islamabad;Lahore",
    "Asia/Colombo": "Colombo",
    "Asia/Dhaka": "Dhaka",
    "Asia/Dubai": "Dubai;Abu Dhabi",
    "Asia/Riyadh": "Riyadh;Jeddah",
    "Asia/Qatar": "Doha",
    "Asia/Kuwait": "Kuwait City",
    "Asia/Jerusalem": "Jerusalem;Tel Aviv",
    "Australia/Sydney": "Sydney;Melbourne;Canberra",
    "Australia/Perth": "Perth",
    "Pacific/Auckland": "Wellington;Auckland",
    "Europe/London": "London;LDN;Edinburgh",
    "Europe/Dublin": "Dublin",
    "Europe/Berlin": "Frankfurt;Berlin",
    "Europe/Paris": "Paris",
    "Europe/Zurich": "Zurich;Geneva",
    "Europe/Amsterdam": "Amsterdam",
    "Europe/Brussels": "Brussels",
    "Europe/Madrid": "Madrid",
    "Europe/Lisbon": "Lisbon",
    "Europe/Rome": "Milan;Rome",
    "Europe/Vienna": "Vienna",
    "Europe/Stockholm": "Stockholm",
    "Europe/Oslo": "Oslo",
    "Europe/Copenhagen": "Copenhagen",
    "Europe/Helsinki": "Helsinki",
    "Europe/Warsaw": "Warsaw",
    "Europe/Prague": "Prague",
    "Europe/Budapest": "Budapest",
    "Europe/Bucharest": "Bucharest",
    "Europe/Athens": "Athens",
    "Europe/Istanbul": "Istanbul;Ankara",
    "Europe/Moscow": "Moscow",
    "Europe/Kyiv": "Kyiv",
}
# Zones of one country's clock alone.
COUNTRY_OF_ZONE = {
    **dict.fromkeys(("ET", "EST", "EDT", "CT", "PT", "PDT", "America/New_York"), "US"),
    **dict.fromkeys(("AET", "AEST", "AEDT", "AWST", "Australia/Sydney"), "AU"),
    **dict.fromkeys(("NZST", "NZDT"), "NZ"),
    "JST": "JP",
    "KST": "KR",
    "IST": "IN",
    "SAST": "ZA",
    "BST": "GB",
    "HKT": "HK",
    "SGT": "SG",
    "PKT": "PK",
    "BRT": "BR",
}
PLACES = {city: zone for zone, cities in _CITIES_OF_ZONE.items() for city in cities.split(";")}


def is_zone(name: str | None) -> bool:
    """Whether a text is an abbreviation of a zone, or a distance from Greenwich ("GMT+3")."""
    return name in ABBREVIATIONS or _SHIFTED.fullmatch(name or "") is not None


@cache
def zone_info(name: str) -> tzinfo | None:
    """The zone that an abbreviation, a distance from Greenwich or an IANA name stands for; None for ``local`` and for names
    unknown.
    """
    if (shifted := _SHIFTED.fullmatch(name)) and int(shifted["hours"]) < _DAY:
        ahead = timedelta(hours=int(shifted["hours"]), minutes=int(shifted["minutes"] or 0))
        return timezone(ahead if shifted["way"] == "+" else -ahead)
    if name in _OFFSETS:
        return timezone(timedelta(hours=_OFFSETS[name]))
    name = _ZONES.get(name, name)
    return ZoneInfo(name) if "/" in name or name == "UTC" else None
