"""Gives frames their meaning: which pair, which sign, which unit. The words' direction becomes that of the instrument's
quote.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from signals.extract.grammar.frames import Frame
from signals.extract.linking.measures import BY_MEASURE, by_size
from signals.extract.linking.mentions import BELOW_NOTHING, DOLLARS, YIELDS, Mention
from signals.extract.meaning.counters import (
    CENTS,
    RUPEES,
    SIGNED,
    Counters,
    PairOf,
    Plausible,
    explicit,
    lot_of,
    of_one,
    own_counter,
    without_cents,
)
from signals.extract.text.tokens import Number, Token
from signals.records import Direction, LevelKind, Move

DIRECTIONS: dict[int, Direction] = {1: "up", -1: "down", 0: "flat"}
HUNDREDTHS = ("JPY", "HUF", "KRW")  # a pip of their pairs is a hundredth, of others a ten-thousandth
_BESIDE = 2  # places from a name to its price: "the euro at 72.44"


@dataclass(slots=True, eq=False)
class Draft:
    """An observation before its time and confidence are known. Offsets are those of the item's text."""

    instrument: str
    mention: Mention
    frame: Frame
    level: float | None = None
    level_unit: str | None = None
    kind: LevelKind | None = None
    move: Move | None = None
    level_token: Token | None = None
    move_token: Token | None = None
    subject: Token | None = None
    sign: int = 1
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    doubtful: bool = False
    turned: bool = False  # whether the move leads on from the level before it
    earlier: Draft | None = None  # the earlier level that the move was inferred from


def drafts(frame: Frame, pair_of: PairOf, counters: Counters, plausible: Plausible) -> list[Draft]:
    """One draft for each subject of a frame that says anything of it, and for each currency that it is said against."""
    against = [frame, *(replace(frame, counter=counter, counters=[]) for counter in frame.counters)]
    made = [_draft(f, place, pair_of, counters, plausible) for f in against for place in range(len(f.subjects))]
    return [draft for draft in made if draft is not None and (draft.level is not None or draft.move is not None)]


def _draft(frame: Frame, place: int, pair_of: PairOf, counters: Counters, plausible: Plausible) -> Draft | None:
    subject = frame.subjects[place]
    mention: Mention = subject.value
    level = _pick(frame.levels, place) or frame.level
    move = _pick(frame.moves, place) or _percentage(frame)
    if mention.instrument_class == "currency" and level is not None and level.number is not None and not without_cents(frame):
        counters.in_cents(mention.id, level.number, frame.sentence)
    frame.counter = own_counter(frame, mention, level, pair_of, plausible)
    target = _target(frame, mention, level, pair_of, counters, plausible)
    if level is not None and level.number is not None and (lot := lot_of(frame, mention, level.number)) > 1:
        level = of_one(level, level.number, lot)
    if mention.instrument_class == "currency":
        counters.spoken, counters.sentence = mention.id, frame.sentence
    if target is None:
        return None
    instrument, sign = target
    draft = Draft(instrument, mention, frame, subject=subject, sign=sign)
    if level is not None and level.number is not None and _one_each(frame):
        _claim_level(draft, level, level.number, plausible)
    if draft.level is None and frame.kind in ("high", "low", "open"):
        draft.kind = frame.kind  # type: ignore[assignment]
    draft.move = _move(frame, move, mention, sign, instrument)
    if level is not None and draft.move is not None and draft.move.value is None and not _one_each(frame):
        draft.move = None  # "down to 155.8" of two: what went there was neither
    draft.move_token = move if draft.move else None
    return draft


def _claim_level(draft: Draft, level: Token, number: Number, plausible: Plausible) -> None:
    """A level out of the range that its pair ever had is kept, and doubted, where the words name both currencies and say that
    it traded there ("the rand stood at 176.25 against the dollar"): the writer claims it, and the prices are to judge it.
    """
    draft.doubtful = not plausible(draft.instrument, number)
    traded = not number.cents and draft.frame.kind in (None, "last", "open", "close") and not draft.frame.unsaid
    if not draft.doubtful or (traded and explicit(draft.frame, draft.mention, number) is not None):
        _set_level(draft, level, number)


def claimed_level(draft: Draft, level: Token) -> Draft:
    """A draft with a level whose instrument is known already."""
    if level.number is not None:
        _set_level(draft, level, level.number)
    return draft


def _one_each(frame: Frame) -> bool:
    return len(frame.subjects) == 1 or len(frame.levels) == len(frame.subjects)


def _set_level(draft: Draft, level: Token, number: Number) -> None:
    draft.level, draft.level_unit = _level(number, draft.instrument, draft.mention)
    draft.kind, draft.level_token = draft.frame.kind or "last", level  # type: ignore[assignment]
    if draft.mention.instrument_class == "policy rate" and number.alternative is not None:
        draft.level = max(number.value, number.alternative)


def _percentage(frame: Frame) -> Token | None:
    """Of a size printed twice the percentage."""
    if not frame.alternatives:
        return frame.move
    sizes = [t for t in (frame.move, *frame.alternatives) if t is not None]
    return next((t for t in sizes if t.number is not None and t.number.unit == "percent"), frame.move)


def _pick(tokens: list[Token], place: int) -> Token | None:
    return tokens[place] if len(tokens) > 1 and place < len(tokens) else None


def _target(
    frame: Frame, mention: Mention, level: Token | None, pair_of: PairOf, counters: Counters, plausible: Plausible
) -> tuple[str, int] | None:
    """The instrument that a mention stands for, and the sign that turns the mention's moves into the instrument's."""
    number = level.number if level is not None else None
    if mention.lines and number is not None and (line := mention.listed_in(number.unit)):
        return line, 1  # "its American receipts ended at $54.71"
    if mention.instrument_class != "currency":
        return _by_measure(mention.id, number), 1
    basket = frame.counter is not None and frame.counter.value.id == "DXY"
    if mention.id == "USD" and (basket or (number is not None and number.unit == "points")):
        return "DXY", 1
    counters.at_home(frame, mention, number, pair_of, plausible)
    counter = explicit(frame, mention, number)
    if counter is not None and (pair := _instead(frame, mention, number, counter, counters, pair_of, plausible)) is not None:
        return pair
    if counter is not None:
        counters.note(mention.id, counter, frame.sentence)
        return _quoted(pair_of(mention.id, counter), mention, number, plausible)
    moved = frame.move is not None or frame.direction is not None
    for counter in counters.candidates(mention.id, number is not None, frame.sentence):
        pair = pair_of(mention.id, counter)
        if number is not None and counter == counters.home and pair is not None and not plausible(pair[0], number):
            pair = mention.id + counter, 1  # one Singapore dollar in ringgit
        if pair is not None and (number is None or (_in_its_money(pair[0], mention, number) and plausible(pair[0], number))):
            return pair
    if mention.id != "USD" or not moved or number is not None:
        return None
    if frame.move is not None and frame.move.number is not None and frame.move.number.unit == "$" and not counters.partner:
        return None  # "the dollar became $13 dearer" is said of its price in another country
    sentence, priced_in = counters.dollar
    if priced_in is not None and sentence == frame.sentence:
        return pair_of("USD", priced_in)  # "closed 10 guaranies lower and has gained 2.1% this year"
    local = counters.partner and (frame.move is not None or frame.sentence in counters.local)
    return pair_of("USD", str(counters.partner)) if local else ("DXY", 1)


def _instead(
    frame: Frame,
    mention: Mention,
    number: Number | None,
    counter: str,
    counters: Counters,
    pair_of: PairOf,
    plausible: Plausible,
) -> tuple[str, int] | None:
    """ "The metical was at 63.89 to the dollar and the euro at 72.44": the dollar was said of the metical; where no euro ever
    cost so much of it, the price is in the currency of the report.
    """
    before = frame.counter is not None and frame.sentence <= frame.counter.start < frame.subjects[0].start
    local, told = counters.home or counters.latest, frame.level
    beside = told is not None and told.place - frame.subjects[0].place <= _BESIDE
    if not before or not beside or number is None or number.unit is not None or local in (None, counter, mention.id):
        return None
    stated, home = pair_of(mention.id, counter), pair_of(mention.id, str(local))
    possible = home is not None and plausible(home[0], number)
    return home if possible and stated is not None and not plausible(stated[0], number) else None


def _in_its_money(pair: str, mention: Mention, number: Number) -> bool:
    """ "The shilling at Sh145": a price printed in the currency itself is one of another in it, never of it in another."""
    return number.unit != mention.id or pair[3:] == mention.id


def _by_measure(identity: str, number: Number | None) -> str:
    """The market of a good that the measure of its price tells, else the money: "cocoa gained to 9,425 pounds"."""
    if number is None:
        return identity
    money = BY_MEASURE.get((identity, number.unit or "")) or by_size(identity, number.value, number.unit) or identity
    return BY_MEASURE.get((identity, number.per or ""), money)


def _quoted(
    pair: tuple[str, int] | None, mention: Mention, number: Number | None, plausible: Plausible
) -> tuple[str, int] | None:
    """A pair, turned round where the price is printed in what is usually its base, "1.15 euros to the pound", or is
    possible only that way.
    """
    american = number is not None and number.cents and mention.id in DOLLARS  # "the loonie closed at 73 cents"
    if pair is None or number is None or number.unit == "Rs":
        return pair
    natural, unit = pair[0], str(number.unit)
    if number.unit == "$" and not american and (number.cents or plausible(natural, number)):
        return pair
    if american and number.unit == "$" and natural[3:] == mention.id and natural[:3] in DOLLARS - {"USD"}:
        return mention.id + natural[:3], 1  # "against the Australian dollar the kiwi was at 91.05 cents"
    if number.unit in (None, "$"):
        turned = natural[3:] + natural[:3]
        of_american = american and natural.startswith("USD") and mention.id != "USD"  # "the loonie was at 92 cents"
        inverse = of_american or not plausible(natural, number)
        unit = natural[:3] if inverse and plausible(turned, number) else natural[3:]
    if unit == natural[3:] or unit not in natural:
        return pair
    other = natural.replace(unit, "", 1)
    return other + unit, 1 if other == mention.id else -1


def currency_of(number: Number, mention: Mention, quote: str | None = None) -> str | None:
    """The ISO currency of an amount; a bare "$" or "Rs" is the instrument's own dollar or rupee where it has one.

    ``quote`` is the quote currency of a pair: a cent or a paisa of a pair's price is one of that.
    """
    own = quote or mention.currency
    if number.unit == "$":
        if quote in SIGNED and mention.id == "USD":
            return quote  # "the dollar rose $13.24" in Bogota
        return own if own in DOLLARS or own in SIGNED or (number.cents and own in CENTS) else "USD"
    if number.unit == "Rs":
        return own if own in RUPEES else "INR"
    return number.unit


def _level(number: Number, instrument: str, mention: Mention) -> tuple[float, str | None]:
    value = round(number.value if number.sign != -1 else -number.value, 8)  # 8.89 and half a cent is 8.895
    kind = mention.instrument_class
    if kind in ("currency", "fx"):
        return value, f"{instrument[3:6]} per {instrument[:3]}" if len(instrument) == 6 else mention.unit
    if kind in ("share", "crypto"):
        currency = currency_of(number, mention) or mention.currency
        return (round(value * 100, 8), "GBp") if number.cents and currency == "GBP" else (value, currency)
    if kind in ("commodity", "precious metal") and number.unit:
        other = by_size(mention.id, number.value, number.unit) is not None
        per = number.per or ("pound" if other else (mention.unit or "").partition(" per ")[2])
        return value, f"{currency_of(number, mention)} per {per}" if per else currency_of(number, mention)
    if _in_dollars(value, mention):
        return value, (mention.unit or "").replace("US cents", "USD")
    return value, "bp" if kind == "yield spread" else mention.unit


def _in_dollars(value: float, mention: Mention) -> bool:
    """ "Corn at 5.51": so little for what is quoted in cents that it can only be dollars."""
    in_cents = mention.high is not None and (mention.unit or "").startswith("US cents")
    return in_cents and 50 * value < (mention.high or 0)


def _move(frame: Frame, token: Token | None, mention: Mention, sign: int, instrument: str) -> Move | None:
    if frame.modal in ("conditional", "denied", "negated", "forecast"):
        return None
    if (
        token is None
        and frame.direction is not None
        and not (frame.bare and _says_a_move(frame.direction, mention, _leads_to(frame), sign))
    ):
        return None
    if frame.direction is not None and frame.direction.form == "spread" and _below_nothing(frame.level):
        return None  # "narrowed to minus 12 basis points": nothing says which way
    stated = frame.sign if token is not None else (frame.direction.value if frame.direction else None)
    if stated is None:
        return None
    number = _in_cents(token.number, frame.level) if token is not None and token.number is not None else None
    number = _of_percentage(number, mention, frame.level) if number is not None else None
    value, unit = _size(number, mention, instrument) if number is not None else (None, None)
    if unit is None and value is not None and _as_printed(number, frame.level) and len(instrument) == 6:
        unit = instrument[3:]  # "61.1512 (+2.8040)"
    by_price = (
        mention.by_price and unit != "bp" and not (token is None and _leads_to(frame))
    )  # "the bond was down to 7.1 percent"
    of_quote = frame.of_quote or _is_step_of_quote(frame, number)
    turned = int(stated) * (1 if of_quote else sign) * (-1 if by_price else 1)
    if number is not None and value is None:
        return None
    return Move(DIRECTIONS[turned], value if turned else None, unit if turned else None)


def _below_nothing(level: Token | None) -> bool:
    return level is not None and level.number is not None and level.number.sign < 0


def _in_cents(size: Number, level: Token | None) -> Number:
    """ "At 396.70 cents a lb, up 15.35": a bare size is in the cents of its level."""
    number = level.number if level is not None else None
    if number is None or not number.cents or size.unit is not None or size.cents or not size.decimals:
        return size
    return replace(size, value=round(size.value / 100, 10), unit=number.unit, cents=True)


def _of_percentage(size: Number, mention: Mention, level: Token | None) -> Number:
    """ "Up 21 points to 118%": points of a policy rate that stands higher than they are many are percentage points."""
    number = level.number if level is not None else None
    if number is None or size.unit != "points" or mention.instrument_class != "policy rate":
        return size
    return replace(size, unit="pp") if size.value < number.value and size.value % 25 else size


_LARGE = 10  # percent that no currency moves in a day
_RARE = 3  # percent that few do, and hardly one whose price has moved by less than a hundredth of that


def _as_printed(size: Number | None, level: Token | None, least: int = 3) -> bool:
    """Whether a size has the decimals of its level, ``least`` of them, or is printed as no percentage of a day is."""
    number = level.number if level is not None else None
    if size is None or number is None or size.unit is not None or size.decimals != number.decimals:
        return False
    large = size.value >= _LARGE or (number.value > 100 * size.value > 100 * _RARE)  # "1,324.50 (+4.20)"
    return size.decimals >= least or (size.decimals > 0 and large)


def _is_step_of_quote(frame: Frame, size: Number | None) -> bool:
    """ "KRW: 1,324.50 (+4.20)": a step printed with its sign in the decimals of a level is one of the quote."""
    return size is not None and size.sign != 0 and not frame.tabular and _as_printed(size, frame.level, 2)


def _leads_to(frame: Frame) -> bool:
    """ "Recovering to 39.80": whether the level of a frame is where its direction led."""
    direction, level = frame.direction, frame.level
    return direction is not None and level is not None and 0 < level.place - direction.place <= 2


def _says_a_move(direction: Token, mention: Mention, with_level: bool, sign: int) -> bool:
    """Whether a direction without a size is a move of the instrument: "narrowed" is for spreads, "clawed back" only a path, and
    a currency that "breached 83 per dollar" rose or fell as the mark lies.
    """
    if direction.form == "crossing" and sign < 0:
        return False
    if direction.form == "path" and with_level:
        return True
    if direction.form == "spread":
        return mention.instrument_class == "yield spread"
    return direction.form != "path"


def _size(number: Number, mention: Mention, instrument: str) -> tuple[float | None, str | None]:
    if number.fraction and number.unit is None:
        return (round(number.value * 100, 1), "percent") if number.value < 1 else (None, None)  # "nine and a half" of what?
    if number.unit == "pp":
        return (round(number.value * 100, 6), "bp") if mention.instrument_class in YIELDS else (None, None)
    if number.unit == "points" and mention.instrument_class in BELOW_NOTHING:
        return (round(number.value * 100, 6) if number.value < 1 else number.value), "bp"  # "rose 0.05 points", "two points up"
    if number.unit == "pips" or (number.unit == "bp" and mention.instrument_class in ("currency", "fx")):
        return round(number.value * (0.01 if instrument[3:] in HUNDREDTHS else 0.0001), 8), instrument[3:6]
    if number.unit in ("percent", "bp", "points"):
        return number.value, number.unit
    if number.unit is None and not number.cents:
        return _unitless(number, mention)
    quote = instrument[3:] if mention.instrument_class in ("currency", "fx") and len(instrument) == 6 else None
    currency = currency_of(number, mention, quote) or quote or mention.currency  # "a penny" is of either
    if number.cents and quote and currency != quote:
        currency = quote  # a kopeck of the hryvnia, a cent of the Jamaican dollar
    return _printed(number), "GBP" if currency == "GBp" and number.cents else currency


def _printed(number: Number) -> float:
    """ "Two-thirds of a cent" is 0.0067: a part that has no last decimal is given by two digits."""
    value = round(number.value, 8)
    return value if round(value, 6) == value else float(f"{value:.2g}")


def _unitless(number: Number, mention: Mention) -> tuple[float | None, str | None]:
    kind = mention.instrument_class
    if kind in BELOW_NOTHING:
        in_percent = number.value < 1 and number.decimals > 1  # "4.55 -0.02" beside "4.55 -2"
        return (round(number.value * 100, 6) if in_percent else number.value), "bp"
    if kind in ("index", "index future", "volatility index", "currency", "fx"):
        return number.value, "points" if kind not in ("currency", "fx") else None
    if kind == "commodity" and (mention.unit or "").startswith("US cents"):
        return round(number.value / 100, 8), mention.currency  # "corn added 16-3/4 to $8.24"
    if kind in ("commodity", "precious metal", "share", "crypto"):
        return number.value, mention.currency
    return None, None


def on_one_exchange(drafts: list[Draft]) -> None:
    """A company moved where its sentence prices it: "which plunged on Monday, lost 6% to 23.85 yuan"."""
    priced: dict[tuple[str, int], set[str]] = {}
    for draft in drafts:
        if draft.mention.lines and draft.level is not None:
            priced.setdefault((draft.mention.id, draft.frame.sentence), set()).add(draft.instrument)
    for draft in drafts if priced else ():
        lines = priced.get((draft.mention.id, draft.frame.sentence), ())
        if draft.level is None and len(lines) == 1:
            draft.instrument = next(iter(lines))
