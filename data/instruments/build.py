"""Makes shares.csv and ranges.csv: python data/instruments/build.py FOLDER, FOLDER holding the tables named in README.md.

A company is listed once for each market of its own country, and once for its American line where it has one. Names are those of
the sources without legal forms, and the names that the press uses, from share_names.csv. A name that is also a word, a place or
a house whose analysts are quoted daily is ``guarded``: it needs evidence in the text. Needs english-words (the dictionary).
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq
from english_words import get_english_words_set

from signals.extract.text.words import vocabulary
from signals.instruments.tables import MAIN, REGIONAL

HERE = Path(__file__).parent
OTHERS = ("indices", "commodities", "crypto", "currencies", "policy_rates", "bonds", "other_names")
NAMING = ("id", "code", "names", "name", "nouns", "aliases", "words", "cities", "debt")
QUOTED = {"NOK", "DKK", "PLN", "HUF", "CZK", "TRY", "BRL", "ILS", "PHP", "IDR", "TWD", "ARS", "EGP", "NGN", "PKR"}
AMERICAN = 2_600  # companies of the SEC's table, which stands in the order of their size
DICTIONARY = get_english_words_set(["web2", "gcide"], lower=False)


class Market(NamedTuple):
    """ISO country, countries of companies at home there, calendar, time zone, currency of the quote."""

    country: str
    home: str
    calendar: str
    timezone: str
    currency: str


MARKETS = {
    "AS": Market("NL", "Netherlands;Luxembourg", "XAMS", "Europe/Amsterdam", "EUR"),
    "AX": Market("AU", "Australia;New Zealand", "XASX", "Australia/Sydney", "AUD"),
    "CO": Market("DK", "Denmark", "XCSE", "Europe/Copenhagen", "DKK"),
    "SW": Market("CH", "Switzerland", "XSWX", "Europe/Zurich", "CHF"),
    "DE": Market("DE", "Germany", "XETR", "Europe/Berlin", "EUR"),
    "HK": Market("HK", "Hong Kong;China;Macau", "XHKG", "Asia/Hong_Kong", "HKD"),
    "IS": Market("TR", "Turkey", "XIST", "Europe/Istanbul", "TRY"),
    "JO": Market("ZA", "South Africa", "XJSE", "Africa/Johannesburg", "ZAR"),
    "T": Market("JP", "Japan", "XTKS", "Asia/Tokyo", "JPY"),
    "KS": Market("KR", "South Korea", "XKRX", "Asia/Seoul", "KRW"),
    "L": Market("GB", "United Kingdom;Ireland;Jersey;Guernsey;Isle of Man", "XLON", "Europe/London", "GBp"),
    "IL": Market("GB", "", "XLON", "Europe/London", "USD"),
    "MC": Market("ES", "Spain", "XMAD", "Europe/Madrid", "EUR"),
    "MI": Market("IT", "Italy;Netherlands", "XMIL", "Europe/Rome", "EUR"),
    "NS": Market("IN", "India", "XBOM", "Asia/Kolkata", "INR"),
    "PA": Market("FR", "France", "XPAR", "Europe/Paris", "EUR"),
    "SA": Market("BR", "Brazil", "BVMF", "America/Sao_Paulo", "BRL"),
    "SR": Market("SA", "Saudi Arabia", "XSAU", "Asia/Riyadh", "SAR"),
    "SI": Market("SG", "Singapore", "XSES", "Asia/Singapore", "SGD"),
    "SS": Market("CN", "China", "XSHG", "Asia/Shanghai", "CNY"),
    "SZ": Market("CN", "China", "XSHG", "Asia/Shanghai", "CNY"),
    "ST": Market("SE", "Sweden", "XSTO", "Europe/Stockholm", "SEK"),
    "TW": Market("TW", "Taiwan", "XTAI", "Asia/Taipei", "TWD"),
    "TO": Market("CA", "Canada", "XTSE", "America/Toronto", "CAD"),
    "OL": Market("NO", "Norway", "XOSL", "Europe/Oslo", "NOK"),
    "HE": Market("FI", "Finland", "XHEL", "Europe/Helsinki", "EUR"),
    "KA": Market("PK", "Pakistan", "XKAR", "Asia/Karachi", "PKR"),
    "MX": Market("MX", "Mexico", "XMEX", "America/Mexico_City", "MXN"),
    "ME": Market("RU", "Russia", "XMOS", "Europe/Moscow", "RUB"),
    "WA": Market("PL", "Poland", "XWAR", "Europe/Warsaw", "PLN"),
    "PR": Market("CZ", "Czech Republic", "XPRA", "Europe/Prague", "CZK"),
    "BD": Market("HU", "Hungary", "XBUD", "Europe/Budapest", "HUF"),
    "RO": Market("RO", "Romania", "", "Europe/Bucharest", "RON"),
    "VI": Market("AT", "Austria", "XWBO", "Europe/Vienna", "EUR"),
    "BR": Market("BE", "Belgium", "XBRU", "Europe/Brussels", "EUR"),
    "LS": Market("PT", "Portugal", "XLIS", "Europe/Lisbon", "EUR"),
    "AT": Market("GR", "Greece", "ASEX", "Europe/Athens", "EUR"),
    "IR": Market("IE", "Ireland", "XDUB", "Europe/Dublin", "EUR"),
    "BK": Market("TH", "Thailand", "XBKK", "Asia/Bangkok", "THB"),
    "JK": Market("ID", "Indonesia", "XIDX", "Asia/Jakarta", "IDR"),
    "KL": Market("MY", "Malaysia", "XKLS", "Asia/Kuala_Lumpur", "MYR"),
    "PS": Market("PH", "Philippines", "XPHS", "Asia/Manila", "PHP"),
    "VN": Market("VN", "Vietnam", "", "Asia/Ho_Chi_Minh", "VND"),
    "NZ": Market("NZ", "New Zealand", "XNZE", "Pacific/Auckland", "NZD"),
    "TA": Market("IL", "Israel", "", "Asia/Jerusalem", "ILS"),
    "CA": Market("EG", "Egypt", "XCAI", "Africa/Cairo", "EGP"),
    "AE": Market("AE", "United Arab Emirates", "", "Asia/Dubai", "AED"),
    "QA": Market("QA", "Qatar", "", "Asia/Qatar", "QAR"),
    "KW": Market("KW", "Kuwait", "", "Asia/Kuwait", "KWD"),
    "SN": Market("CL", "Chile", "XSGO", "America/Santiago", "CLP"),
    "CL": Market("CO", "Colombia", "XBOG", "America/Bogota", "COP"),
    "NR": Market("KE", "Kenya", "", "Africa/Nairobi", "KES"),
    "LG": Market("NG", "Nigeria", "", "Africa/Lagos", "NGN"),
    "CM": Market("LK", "Sri Lanka", "", "Asia/Colombo", "LKR"),
    "KQ": Market("KR", "South Korea", "XKRX", "Asia/Seoul", "KRW"),
    "TWO": Market("TW", "Taiwan", "XTAI", "Asia/Taipei", "TWD"),
    "BO": Market("IN", "India", "XBOM", "Asia/Kolkata", "INR"),
    "BA": Market("AR", "Argentina", "XBUE", "America/Argentina/Buenos_Aires", "ARS"),
}
UNITED_STATES = Market("US", "United States", "XNYS", "America/New_York", "USD")
LEGAL = re.compile(
    r"(?:,? (?:Inc|Incorporated|Corp|Corporation|Co|Company|Companies|Ltd|Limited|LLC|L\.?P|plc|PLC|P\.?L\.?C|S\.?A|S\.?A\.?B"
    r"|AG|SE|N\.?V|B\.?V|AB|ASA|A/S|A S|Oyj|S\.?p\.?A|KGaA|S\.?E|T\.?A\.?S|Anonim Sirketi|de C\.?V|Sociedad Anonima"
    r"|Societe anonyme"
    r"|Aktiengesellschaft|Berhad|Bhd|Tbk|& Co|\(publ\.?\)|\(The\)|/[A-Z]{2,3}/?|Depositary receipts|Common Stock"
    r"|(?:Class|Series) [A-H].*|Sponsored|New|ADR|ADS)\.?|,)$",
    re.IGNORECASE,
)
GENERAL = re.compile(r" (?:Group|Holdings?|Technologies|International|Enterprises|Pharmaceuticals?|Laboratories|Industries)$")
# Words of trade that many companies share: none of them is called so by this word alone.
SHARED = re.compile(
    r"Bancorp|Bank|Capital|Century|Eastern|Energy|Financial|Forest|Global|International|National|Oriental|PMI|Popular|Public"
    r"|Regional|Renewable Energy|Resources|Shipping|Silicon|Software|Systems|Tata|Telecom|Tourism|Transnational|Transport"
    r"|United|Universal|Value|Warehouse"
)
# Names of several companies: no lines of one.
NAMESAKES = frozenset(("bankinter", "bel", "car", "discovery", "nmdc", "noble", "orion", "rpc"))
EXCHANGES = re.compile(
    r"\b(?:Exchange|Nasdaq|Börse|Boerse|Euronext|Bursa|ASX|BSE|JSE|NZX|CME|Cboe|Bank of Japan|Dow|Index|Fund|Trust|ETF"
    r"|COMMEX|Comex)\b"
)
BRAZILIAN_LINE = re.compile(r"[A-Z0-9]{4}(?:3|4|5|6|11)\.SA")


class Share(NamedTuple):
    """One line of shares.csv before names are told apart."""

    id: str
    name: str
    market: Market
    financial: bool
    large: bool = False  # of the S&P 500


def short(name: str) -> str:
    """A name without legal forms: "Alcoa Corporation" is Alcoa. Names all in capitals become mixed."""
    name = re.sub(r"\s*/\s*[A-Za-z]{2,3}/?$| \(Class [A-C]\)$", "", name.replace(".,", "., "))
    name = re.sub(r"\s+", " ", name.strip()).removeprefix("The ")
    while (less := LEGAL.sub("", name).strip()) != name:
        name = less
    return " ".join(word.capitalize() if len(word) > 4 else word for word in name.split()) if name.isupper() else name


def american(folder: Path) -> Iterator[Share]:
    """The companies of the S&P 500, and the largest of those that file with the SEC."""
    with (folder / "sp500.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Share(
                row["Symbol"].replace(".", "-"), row["Security"], UNITED_STATES, row["GICS Sector"] == "Financials", large=True
            )
    filed = pq.read_table(folder / "sec_company_tickers.parquet").to_pylist()
    for row in filed[:AMERICAN]:
        if row["exchange"] in ("Nasdaq", "NYSE") and len(row["ticker"]) < 6:
            financial = bool(re.search(r"\b(?:bank|banc|bancorp|financial|insurance|capital)", row["name"], re.IGNORECASE))
            yield Share(row["ticker"], row["name"], UNITED_STATES, financial)


def abroad(folder: Path) -> Iterator[Share]:
    """Companies at home in the market where they are listed."""
    for path in sorted(folder.glob("financedatabase_*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                market = MARKETS[row["symbol"].rsplit(".", 1)[1]]
                foreign_line = row["symbol"].endswith(".SA") and not BRAZILIAN_LINE.fullmatch(row["symbol"])
                at_home = row["country"] in market.home.split(";") or market.country in ("ZA", "SG")
                if at_home and not foreign_line and not re.match(r"0[0-9A-Z]{3}\.L", row["symbol"]):
                    yield Share(row["symbol"], row["name"], market, row["sector"] == "Financials")


def indian(folder: Path) -> Iterator[tuple[str, str]]:
    """Symbols and press names of Indian companies."""
    with (folder / "nse_aliases.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = [name.strip() for name in row["Entity"].split(",")]
            if row["Symbol"] == "STOCKEXCHNG" or not any(re.search(r"\b(?:Ltd|Limited|Bank)\b", name) for name in names):
                continue  # the table also names commodities, currencies, bonds and exchanges
            if named := [n for n in names if n != row["Symbol"] and "Old" not in n]:
                yield f"{row['Symbol']}.NS", ";".join(named)


def ours() -> dict[str, list[str]]:
    """Names that the press uses, by share, the fullest first."""
    given = rows(HERE / "share_names.csv")
    return {row["id"]: [n for n in f"{row['names']};{row['guarded']}".split(";") if n] for row in given}


@cache
def ambiguous() -> frozenset[tuple[str, str]]:
    """Shares with those of their names that we know to mean something else as well."""
    return frozenset((row["id"], name) for row in rows(HERE / "share_names.csv") for name in row["guarded"].split(";"))


def collected(folder: Path) -> dict[str, Share]:
    """All shares by id; the first source that has one names it."""
    shares: dict[str, Share] = {}
    for share in [*abroad(folder), *american(folder)]:
        shares.setdefault(share.id, share)
    for identity, names in indian(folder):
        shares.setdefault(identity, Share(identity, names.split(";")[0], MARKETS["NS"], "bank" in names.lower()))
    for identity, given in ours().items():
        market = MARKETS[identity.rsplit(".", 1)[1]] if "." in identity else UNITED_STATES
        if given:
            shares.setdefault(identity, Share(identity, given[0], market, False))
    return shares


def names_of(share: Share, given: Iterable[str], indian_names: str) -> list[str]:
    """All names of one share, each once, without those of an exchange or a fund."""
    base = short(share.name)
    found = [base, GENERAL.sub("", base), *(short(name) for name in indian_names.split(";"))]
    usable = [name for name in found if len(name) > 2 and not EXCHANGES.search(name) and re.search(r"[^\W\d]{2}", name)]
    usable = [name for name in usable if not SHARED.fullmatch(name)]
    return list(dict.fromkeys([*given, *usable]))


def guarded(name: str, share: Share) -> bool:
    """Whether the name means something else as well."""
    return (
        (share.id, name) in ambiguous() or share.financial or name in DICTIONARY or name.lower() in DICTIONARY or len(name) < 3
    )


def taken() -> tuple[set[str], set[str]]:
    """Ids of the other tables, and names that they, the grammar or the countries give to something else, in lower case.

    A share goes before a currency of the same code that is seldom quoted: AMD is the company.
    """
    ids = {row["id"] for table in ("indices.csv", "commodities.csv", "crypto.csv") for row in rows(HERE / table)}
    names = set(vocabulary())
    for path in [*(HERE / f"{table}.csv" for table in OTHERS), HERE.parent / "words" / "countries.csv"]:
        for row in rows(path):
            names |= {word.lower() for column in NAMING for word in (row.get(column) or "").split(";")}
    return ids | set(MAIN) | set(REGIONAL) | QUOTED, names - {""}


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    """Write both tables; in shares.csv names, guarded names and the company's lines elsewhere are parted by semicolons."""
    write_ranges()
    folder = Path(sys.argv[1])
    shares, given, indians, (ids, others) = collected(folder), ours(), dict(indian(folder)), taken()
    owners: dict[str, list[str]] = defaultdict(list)
    for identity in ids & shares.keys():
        del shares[identity]  # NOK is the Norwegian crown
    for identity, share in shares.items():
        for name in names_of(share, given.get(identity, ()), indians.get(identity, "")):
            if name.lower() not in others or name in given.get(identity, ()):
                owners[name].append(identity)
    names: dict[str, list[str]] = defaultdict(list)
    for name, ids in owners.items():
        for identity in chosen(name, ids, shares, given):
            names[identity].append(name)
    elsewhere = lines(shares, given)
    with (HERE / "shares.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["id", "name", "country", "currency", "calendar", "timezone", "names", "guarded", "lines"])
        for identity, share in sorted(shares.items()):
            table.writerow([*row(identity, share, names[identity]), elsewhere.get(identity, "")])


def lines(shares: dict[str, Share], given: dict[str, list[str]]) -> dict[str, str]:
    """Of companies listed in several currencies: for each share the others, "USD=NVO"."""
    companies: dict[str, dict[str, str]] = defaultdict(dict)
    for identity, share in sorted(
        shares.items(), key=lambda named: named[0] not in given
    ):  # those that we name before the rest
        for name in {key(share.name), *(key(name) for name in (given.get(identity) or [])[:1])} - NAMESAKES:
            companies[name].setdefault(share.market.currency, identity)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for by_currency in companies.values():
        for own, identity in by_currency.items():
            found[identity] |= {currency: other for currency, other in by_currency.items() if currency != own}
    return {
        identity: ";".join(f"{c}={other}" for c, other in sorted(others.items()))
        for identity, others in found.items()
        if others
    }


def key(name: str) -> str:
    """A company's name as it is compared across sources."""
    return GENERAL.sub("", short(name)).casefold()


def write_ranges() -> None:
    """Write ranges.csv: what each pair of the sample prices can plausibly cost, a fifth beyond what it ever did."""
    closes: dict[str, list[float]] = defaultdict(list)
    for price in pq.read_table(HERE.parent / "prices" / "prices.parquet", columns=["instrument", "close"]).to_pylist():
        if re.fullmatch("[A-Z]{6}", price["instrument"]) and price["instrument"] != "NATGAS":
            closes[price["instrument"]].append(price["close"])
    with (HERE / "ranges.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["id", "low", "high"])
        for pair, prices in sorted(closes.items()):
            if "USD" not in pair:
                table.writerow([pair, f"{min(prices) / 1.2:.5g}", f"{max(prices) * 1.2:.5g}"])


def chosen(name: str, ids: list[str], shares: dict[str, Share], given: dict[str, list[str]]) -> list[str]:
    """Whose name it is: of those that we gave it to, else of the line at home, the first of each country."""
    named = [identity for identity in ids if name in given.get(identity, ())]
    if named:
        return named
    if large := [identity for identity in ids if shares[identity].large]:
        return large[:1]
    at_home = [identity for identity in ids if shares[identity].market is not UNITED_STATES and given.get(identity) != []]
    firsts: dict[str, str] = {}
    for identity in at_home or ids:
        if given.get(identity) != []:
            firsts.setdefault(shares[identity].market.country, identity)
    return list(firsts.values())


def row(identity: str, share: Share, names: list[str]) -> list[str]:
    """One line of the table."""
    free = [name for name in names if not guarded(name, share)]
    bound = [name for name in names if guarded(name, share)]
    market = share.market
    return [
        identity,
        short(share.name),
        market.country,
        market.currency,
        market.calendar,
        market.timezone,
        ";".join(free),
        ";".join(bound),
    ]


if __name__ == "__main__":
    main()
