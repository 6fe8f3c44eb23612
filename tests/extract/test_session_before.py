"""Morning reports on the closes of the day before, told without naming it."""

from datetime import datetime

from signals.extract import default_extractor
from signals.records import Item, Observation


def _rows(text: str, received: str) -> dict[str, Observation]:
    item = Item(id="x", path="-", position=0, text=text, body=text, received_at=datetime.fromisoformat(received))
    return {o.instrument: o for o in default_extractor()(item).observations}


def test_a_close_told_before_the_market_settles_is_that_of_the_session_before() -> None:
    rows = _rows("Oil note\nWTI settled 1.2% higher at $71.30 a barrel.", "2024-11-12T03:10:00+00:00")
    assert rows["WTI"].at == "2024-11-11"
    rows = _rows("Oil note\nWTI settled 1.2% higher at $71.30 a barrel.", "2024-11-12T20:10:00+00:00")
    assert rows["WTI"].at == "2024-11-12"


def test_a_monday_morning_tells_of_friday() -> None:
    rows = _rows("Rupee wrap\nThe rupee closed at 83.96 against the dollar.", "2024-09-09T02:30:00+00:00")
    assert rows["USDINR"].at == "2024-09-06"


def test_what_stands_beside_the_closes_is_of_their_session() -> None:
    text = (
        "Morning brief\nBrent settled at $73.10 a barrel and gold closed 0.4% up at $2,610. Copper slid 1.1% to $9,020 a tonne."
    )
    rows = _rows(text, "2024-11-13T04:05:00+00:00")
    assert {rows[name].at for name in ("BRENT", "XAUUSD", "COPPER")} == {"2024-11-12"}
    assert rows["COPPER"].level_kind == "close"


def test_the_night_of_new_york_dates_the_markets_beside_it() -> None:
    text = "Overnight\nS&P 500 -0.4% to 5,983, Nasdaq -0.1%, Dow -0.9%. Gold -0.6% to $2,598. Brent flat at $71.83."
    rows = _rows(text, "2024-11-13T00:30:00+00:00")
    assert {rows[name].at for name in ("SPX", "IXIC", "XAUUSD", "BRENT")} == {"2024-11-12"}


def test_what_a_report_says_of_the_present_is_of_its_own_day() -> None:
    text = "Asia\nThe S&P 500 lost 0.4% and the Dow 0.9%. The Nikkei fell 1.2% to 38,900. Gold slipped 0.1% to $2,596."
    assert _rows(text, "2024-11-13T02:30:00+00:00")["XAUUSD"].at == "2024-11-13"
    text = "Oil\nBrent settled at $73.10 and WTI ended at $68.40. Brent is at $73.30 now, and gold trades at $2,600."
    assert _rows(text, "2024-11-13T02:30:00+00:00")["XAUUSD"].at == "2024-11-13"


def test_a_market_that_has_not_settled_has_no_close_by_another() -> None:
    text = (
        "Palm oil gains\nThe January palm oil contract closed 1.2% up at RM4,990. December Brent rose 0.3% to $73.90 a barrel."
    )
    rows = _rows(text, "2024-11-12T10:40:00+00:00")
    assert (rows["BRENT"].at, rows["BRENT"].level_kind) == ("2024-11-12", "last")


def test_a_dateline_is_no_time_of_a_row() -> None:
    text = (
        "Metals roundup\nSHANGHAI, Oct 8 - Base metals slipped in London.\n\nLME three-month, US$/t\n"
        "Copper    9,921.5   -0.36%\n"
        "Zinc      3,162     +0.14%\n\nWTI settled 3.7% up at $77.14 a barrel and Brent at $80.93."
    )
    rows = _rows(text, "2024-10-08T00:46:00+00:00")
    assert {rows[name].at for name in ("COPPER", "ZINC", "WTI")} == {"2024-10-07"}
