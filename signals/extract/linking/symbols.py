"""Symbols in the text: RICs and tickers in brackets say which share, and which of its listings, a name means.

| text                                  | instrument | counter-example                    |
|---------------------------------------|------------|------------------------------------|
| "Unilever (LON:ULVR)", "Shell SHEL.L" | ULVR.L     | "SoftBank (owner of Arm)"          |
| "Quirk Bio (NASDAQ:QRKB)"             | QRKB       | "the market (Nasdaq: up 2%)"       |
| "Marshall & Ilsley (MI)"              | MI         | "the Bank for Settlements (BIS)"   |
| "Hanall (009420.KS)", "<AAPL.O>"      | 009420.KS  | "(U.S.)"                           |
| "Grubhub (GRUB)" of no market         | GRUB       | "Consumer Price Index (CPI)"       |
| "ICBC 601398.SS", "Henderson Land (12)" | 601398.SS, 0012.HK | "Henderson Land (13)"   |
| "$TSLA"                               | TSLA       | "$TSLA" for a symbol not listed    |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from signals.extract.linking.mentions import NO_INSTRUMENT, Mention, MentionOf
from signals.extract.text.tokens import Token
from signals.instruments.tables import rows

# Yahoo's suffix by the market's name in brackets, and by the RIC's suffix where the two differ.
EXCHANGES = {
    "NYSE": "", "NASDAQ": "", "AMEX": "", "NYSEAMERICAN": "", "NYSEMKT": "", "NYSEARCA": "", "NASDAQGS": "", "NASDAQGM": "",
    "NASDAQCM": "", "NYSE AMERICAN": "", "LON": "L", "LSE": "L", "AIM": "L", "ASX": "AX", "TSX": "TO", "TSE": "TO", "JSE": "JO",
    "NSE": "NS", "HKG": "HK", "HKEX": "HK", "SEHK": "HK", "HKSE": "HK", "FRA": "DE", "ETR": "DE", "XETRA": "DE", "EPA": "PA",
    "EURONEXT PARIS": "PA", "BIT": "MI", "BME": "MC", "AMS": "AS", "SWX": "SW", "SIX": "SW", "STO": "ST", "CPH": "CO",
    "OSE": "OL", "OSL": "OL", "HEL": "HE", "TYO": "T", "KRX": "KS", "TPE": "TW", "TWSE": "TW", "SHA": "SS", "SSE": "SS",
    "SHE": "SZ", "SZSE": "SZ", "SGX": "SI", "NZX": "NZ", "NZE": "NZ", "PSX": "KA", "TADAWUL": "SR", "BVMF": "SA", "B3": "SA",
    "WSE": "WA", "EBR": "BR", "ELI": "LS", "VIE": "VI", "IDX": "JK", "SET": "BK", "PSE": "PS", "BMV": "MX", "TLV": "TA",
    "IST": "IS", "BIST": "IS",
}  # fmt: skip
RIC_SUFFIXES = {
    "O": "", "OQ": "", "N": "", "A": "", "K": "", "P": "", "J": "JO", "S": "SW", "VX": "SW", "I": "IR", "SE": "SR", "DU": "AE",
    "AD": "AE", "MM": "ME", "BO": "NS", "TWO": "TWO",
}  # fmt: skip
# Bloomberg's exchanges, behind the ticker: "(PAF LN)", "(700 HK)".
BLOOMBERG = {
    "LN": "L", "US": "", "UN": "", "UW": "", "HK": "HK", "JP": "T", "JT": "T", "FP": "PA", "GR": "DE", "GY": "DE", "SP": "SI",
    "AU": "AX", "AT": "AX", "IN": "NS", "IB": "NS", "IS": "NS", "SJ": "JO", "SW": "SW", "IM": "MI", "SM": "MC", "NA": "AS",
    "CN": "TO", "CT": "TO", "KS": "KS", "TT": "TW", "MK": "KL", "BZ": "SA", "AB": "SR", "NZ": "NZ", "SS": "ST", "DC": "CO",
    "NO": "OL", "FH": "HE", "PW": "WA", "TB": "BK", "PM": "PS", "IJ": "JK", "CH": "SS", "PL": "LS", "BB": "BR", "AV": "VI",
}  # fmt: skip
_MONEY = {
    "": "USD", "L": "GBp", "HK": "HKD", "T": "JPY", "PA": "EUR", "DE": "EUR", "SI": "SGD", "AX": "AUD", "NS": "INR",
    "JO": "ZAR", "SW": "CHF", "MI": "EUR", "MC": "EUR", "AS": "EUR", "TO": "CAD", "KS": "KRW", "TW": "TWD", "KL": "MYR",
    "SR": "SAR", "SS": "CNY", "SZ": "CNY",
}  # fmt: skip
_RIC = r"(?P<ric>[A-Z0-9&]{1,12}(?:_p|[a-z])?\.[A-Z]{1,3})"
_BRACKETED = re.compile(
    r"[(\[](?:(?P<market>[A-Za-z][A-Za-z ]{1,14}?)(?:: ?| )(?P<listed>[A-Z0-9][A-Z0-9&.-]{0,9})"
    r"|(?P<stem>\d{1,6}) (?P<exchange>[A-Z]{2})"
    rf"|<?{_RIC}>?|(?P<bare>[A-Z][A-Z0-9.&-]{{0,9}}))"
    r"(?:[,;] [A-Z][A-Za-z: .-]{1,24})?[)\]]"
)
_TICKER = re.compile(r"(?: [A-Z][A-Za-z]+)?: ?[A-Z0-9][A-Z0-9.&-]{0,9}[)\],;]")
_BARE = re.compile(rf"<?{_RIC}(?![\w.])>?")
_DOT = re.compile(r"\.[A-Z]{1,3}(?![\w.])")
_AFTER = re.compile(r"(?:,? (?:Inc|Corp|Co|Ltd|plc|PLC|AG|S\.?A|N\.?V|SE|Group|Holdings?)\b\.?)* ?(?=[(\[<A-Z0-9.])")
_REDUNDANT = re.compile(
    r"<?(?:\.[A-Z][A-Z0-9]{1,14}|[A-Z]{2,10}(?:c[a-z]?v?\d{1,2}|[A-Z]?\d)(?!\w)|[A-Z]{3}=[A-Z0-9]{0,4}|[A-Z]{2}\d{1,2}YT=[A-Z]{2})>?(?![\w%]|[.,]\d)"
)
_INDEX_RIC = re.compile(r"(?<![\w.])<?(?P<ric>\.[A-Z][A-Z0-9]{1,13})(?![\w%]|[.,]\d)>?")
_DESCRIBED = re.compile(
    r"\b(?:[Tt]he )?(?:[a-z’'-]+ ){0,4}(?:[Bb]lue[ -]chips?|index|benchmark|gauge|average|barometer) (?:index )?<?\Z"
)
_DESCRIPTION = 60  # characters of such a description at most
_STEM = re.compile(
    r"(?<![\w(.:/$-])(?!(?:ALL|ANY|NOW|ARE|CAT|LOW|KEY|BIG|FOR|CEO|CFO|IPO|GDP|USA|THE|ONE|OUT)\b)[A-Z]{3,5}(?![\w)./-])"
)
_AROUND = 12  # characters that tell whether a line is in capitals
_NUMBERED = re.compile(r" \((?P<code>\d{1,6})\)")
_CASHTAG = re.compile(r"\$(?P<symbol>[A-Z]{2,5})\b")
_SHARE_TEXT = re.compile(r"\b(?:[Ss]hares?|[Ss]tocks?|Nasdaq|NYSE|S&P 500)\b")
_NAME_BEFORE = re.compile(r"(?:[A-Z0-9](?:[\w&'’-]|\.(?! ))*(?: (?:and|of|&|de|del))? ){1,6}$")


def symbols(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """Widens names over the symbols that follow them, choosing the listing that the symbol tells; tokens for symbols alone."""
    names[:] = [token for token in names if not _is_market(text, token)]
    taken = set()
    for token in names:
        after = _AFTER.match(text, token.end)
        if after is None:
            continue
        found = _BRACKETED.match(text, after.end()) or _BARE.match(text, after.end()) or _REDUNDANT.match(text, after.end())
        if found is not None and _belongs(token, found, mention_of):
            token.end = found.end()
            taken.add(found.start())
            _calls(text, names, token)
        elif (coded := _NUMBERED.match(text, token.end)) and (line := _numbered(token.value, coded["code"].lstrip("0"))):
            token.value, token.end = mention_of(line) or token.value, coded.end()
    indices = list(_indices(text, mention_of))
    spans = [(t.start, t.end) for t in indices]
    names[:] = [n for n in names if n.kind != "other" or not any(a <= n.start < b for a, b in spans)]
    alone = [*_alone(text, names, taken, mention_of), *_cashtags(text, mention_of), *indices, *_stems(text, names)]
    inside = [(t.start, t.end) for t in names]
    return [t for t in alone if not any(a < t.end and t.start < b for a, b in inside)]


def _indices(text: str, mention_of: MentionOf) -> Iterator[Token]:
    """ "The euro zone blue chips .STOXX50E": indices by their RICs, with the words that describe them."""
    for match in _INDEX_RIC.finditer(text) if " ." in text or "<." in text else ():
        mention = mention_of(_rics().get(match["ric"], ""))
        described = _DESCRIBED.search(text, max(match.start() - _DESCRIPTION, 0), match.start())
        start = described.start() if described is not None else match.start()
        if mention is not None:
            yield Token("instrument", start, match.end(), mention)
        elif described is not None:
            yield Token("other", start, match.end(), NO_INSTRUMENT, "name")


def _stems(text: str, names: list[Token]) -> Iterator[Token]:
    """ "Fortescue Metals Group was savaged. FMG closed 8 per cent lower": the symbol of a company that has been named."""
    shares = {t.value.id.partition(".")[0]: t for t in reversed(names) if t.value.instrument_class == "share"}
    for match in _STEM.finditer(text) if shares else ():
        named = shares.get(match[0])
        if named is None or match.start() < named.end or text[named.start : named.end] == match[0]:
            continue
        if not text[max(match.start() - _AROUND, 0) : match.start() + _AROUND].isupper():
            yield Token("instrument", *match.span(), named.value)


@cache
def _rics() -> dict[str, str]:
    """Indices by their RICs."""
    return {row["ric"]: row["instrument"] for row in rows("instruments", "rics.csv")}


def _calls(text: str, names: list[Token], company: Token) -> None:
    """ "Quirk Financial Holdings (TSX:QFH) ... Quirk shares": the first word of a name with a symbol is its company."""
    first, more, _ = text[company.start : company.end].partition(" ")
    for token in names if more and company.value.instrument_class == "share" else ():
        after = token.start > company.end and token.value.instrument_class == "share" and text[token.start : token.end] == first
        if after and not text.startswith(" (", token.end):
            token.value = company.value


def _numbered(share: Mention, number: str) -> str | None:
    """The line of a share that exchanges of the East list by this number: "Sun Hung Kai (16)", "HSBC (5)" of Hong Kong."""
    lines = (share.id, *(identity for _, identity in share.lines))
    return next((line for line in lines if line.partition(".")[0].lstrip("0") == number), None)


def _is_market(text: str, token: Token) -> bool:
    """ "(NASDAQ:HZNP)": a name that stands for the exchange of the symbol behind it."""
    return text[token.start - 1 : token.start] in ("(", "[") and _TICKER.match(text, token.end) is not None


def _belongs(token: Token, found: re.Match[str], mention_of: MentionOf) -> bool:
    """Whether the symbol names the token's instrument, whose listing it then decides."""
    if found.re is _REDUNDANT:
        return token.value.instrument_class not in ("share", "none")
    if token.value.instrument_class != "share":
        return found.re is _BRACKETED and found["bare"] is not None and token.value.instrument_class != "currency"
    symbol = _symbol(found)
    if found.re is _BRACKETED and found["bare"]:
        home = token.value.id.partition(".")[0]
        others = {identity.partition(".")[0]: identity for _, identity in token.value.lines}
        if home != symbol and symbol in others and (other := mention_of(others[symbol])):
            token.value = other
        return True
    known = mention_of(symbol) if symbol else None
    if symbol and known is None and symbol.rpartition(".")[2] != token.value.id.rpartition(".")[2]:
        known = _listed(found, symbol)  # another listing of the company, "Pan African Resources (PAF LN)", "ICBC 601398.SS"
    if (mention := known) is not None and mention.instrument_class == "share":
        token.value = mention
    return True


def _symbol(found: re.Match[str]) -> str | None:
    """Yahoo's symbol of a match; None for a market that is not known."""
    groups = found.groupdict()
    if groups.get("exchange"):
        return _with_suffix(found["stem"], BLOOMBERG[found["exchange"]]) if found["exchange"] in BLOOMBERG else None
    if groups.get("listed"):
        if found["listed"] in BLOOMBERG and found["market"].isupper() and ":" not in found[0]:
            return _with_suffix(found["market"].strip(), BLOOMBERG[found["listed"]])
        market = found["market"].upper().strip()
        suffix = EXCHANGES.get(market, EXCHANGES.get(market.split(" ")[0]))
        return None if suffix is None else _with_suffix(found["listed"], suffix)
    if groups.get("bare"):
        return str(found["bare"])
    stem, _, ric = found["ric"].rpartition(".")
    if stem[-1:].islower():
        stem = f"{stem[:-1]}-{stem[-1].upper()}"
    return _with_suffix(stem, RIC_SUFFIXES.get(ric, ric))


def _with_suffix(stem: str, suffix: str) -> str:
    stem = stem.replace(".", "-") if not suffix else stem.zfill(4) if suffix == "HK" else stem
    return f"{stem}.{suffix}" if suffix else stem


def _alone(text: str, names: list[Token], taken: set[int], mention_of: MentionOf) -> list[Token]:
    """Symbols after names that the master does not know."""
    found = []
    for match in (*_BRACKETED.finditer(text), *_bare(text)):
        if match.start() in taken:
            continue
        if match.re is _BRACKETED and match["bare"]:
            found += _unlisted(text, match, names, mention_of)
            continue
        symbol = _symbol(match)
        mention = (mention_of(symbol) or _listed(match, symbol)) if symbol else None
        if mention is None or mention.instrument_class != "share":
            continue
        name = _NAME_BEFORE.search(text, max(match.start() - 60, 0), match.start())
        known = name is None or any(t.end > name.start() and t.start < match.start() for t in names)
        found.append(Token("instrument", match.start() if known or name is None else name.start(), match.end(), mention))
    return found


def _listed(match: re.Match[str], symbol: str) -> Mention | None:
    """ "Quirk Mining (QRK LN)": a share that the master lacks, where its exchange is named and so its money is known."""
    suffix = symbol.rpartition(".")[2] if "." in symbol else ""
    stem = symbol.partition(".")[0]
    numbered = stem.isdigit() and len(stem) > 3
    named = numbered or (match.re is _BRACKETED and (match["listed"] or match["exchange"]))
    return Mention(symbol, "share", _MONEY[suffix], _MONEY[suffix]) if named and suffix in _MONEY else None


def _unlisted(text: str, match: re.Match[str], names: list[Token], mention_of: MentionOf) -> list[Token]:
    """ "Grubhub (GRUB)": a ticker that the master lacks, its letters in the order of the name's, in a text about shares."""
    ticker, name = match["bare"], _NAME_BEFORE.search(text, max(match.start() - 40, 0), match.start())
    if name is None or not (3 <= len(ticker) <= 5 and ticker.isalpha()) or mention_of(ticker) is not None:
        return []
    if any(t.end > name.start() and t.start < match.start() for t in names) or "$" not in text or not _SHARE_TEXT.search(text):
        return []
    letters, spelled = iter(name.group().upper()), name.group().split()
    abbreviates = len(spelled) < len(ticker) - 1 and all(letter in letters for letter in ticker)
    share = Mention(ticker, "share", "USD", "USD")
    return [Token("instrument", name.start(), match.end(), share)] if abbreviates else []


def _bare(text: str) -> Iterator[re.Match[str]]:
    """Symbols of exchanges that stand by themselves, looked for around their dots."""
    place = 0
    for dot in _DOT.finditer(text):
        near = _BARE.search(text, max(dot.start() - 14, place), dot.end() + 6) if dot.start() >= place else None
        match = _BARE.match(text, near.start()) if near else None
        if match is not None:
            place = match.end()
            yield match


def _cashtags(text: str, mention_of: MentionOf) -> list[Token]:
    found = []
    for match in _CASHTAG.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before.isalnum() or before in ("_", "$"):
            continue
        mention = mention_of(match["symbol"]) or mention_of(f"{match['symbol']}USD")
        if mention is not None and mention.instrument_class in ("share", "crypto"):
            found.append(Token("instrument", match.start(), match.end(), mention))
    return found
