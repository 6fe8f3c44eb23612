"""Time zones as reports name them: abbreviations, words, and the cities of the markets.

Abbreviations are read as the financial press means them (IST is India's, CST America's). Names are those of the IANA time
zone database.
"""

from __future__ import annotations

from datetime import timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

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
ZONE_NAMES = {
    "local time": "local",
    "eastern time": "America/New_York",
    "eastern standard time": "EST",
    "eastern daylight time": "EDT",
    "central european time": "Europe/Berlin",
    "british summer time": "BST",
    "greenwich mean time": "GMT",
    "india time": "Asia/Kolkata",
    "south african time": "Africa/Johannesburg",
    "u.k. time": "Europe/London",
    "uk time": "Europe/London",
    "japan time": "Asia/Tokyo",
    "indian standard time": "IST",
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
    "America/New_York": "New York;Washington;Boston;Wall Street;Toronto;Ottawa;Comex;Nymex",
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
    "Europe/London": "London;Edinburgh",
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


@cache
def zone_info(name: str) -> tzinfo | None:
    """The zone that an abbreviation or an IANA name stands for; None for ``local`` and for names unknown."""
    if name in _OFFSETS:
        return timezone(timedelta(hours=_OFFSETS[name]))
    name = _ZONES.get(name, name)
    return ZoneInfo(name) if "/" in name or name == "UTC" else None
