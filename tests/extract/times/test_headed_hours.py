"""Hours that a heading, the sentence before, or the entry of a live report gives; received on Thursday 10 July 2025."""

from __future__ import annotations

from datetime import datetime

import pytest

from signals.extract import extract
from signals.records import Item, Observation

SEVEN_THIRTY = "2025-07-10T06:30:00Z"  # in London


def _rows(text: str, received: str) -> dict[str, Observation]:
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=datetime.fromisoformat(received))
    return {o.instrument: o for o in extract(item).observations}


@pytest.mark.parametrize(
    "heading",
    [
        *("Where we are at 0730 in London, against last night's close:", "0730 London, against last night's closes:"),
        *("Levels at 0730 London:", "07:30 LDN - levels", "Prices as of 7.30am London", "State of play, 0630 GMT"),
        *("Snapshot (07:30 London)", "Board at 07.30 London:", "Here is how it looked at 2:30 a.m. ET:"),
    ],
)
@pytest.mark.parametrize("mark", ["- ", "", "• "])
def test_an_hour_above_a_list(heading: str, mark: str) -> None:
    rows = "\n".join(mark + row for row in ("EURUSD 1.1225 (-0.7%)", "Brent $68.42, +0.8%", "USDJPY 146.55"))
    text = f"Morning note\n\nNothing much happened.\n\n{heading}\n{rows}\n\nOur view: stay away."
    found = _rows(text, "2025-07-10T06:45:00+00:00")
    assert [found[name].at for name in ("EURUSD", "BRENT", "USDJPY")] == [SEVEN_THIRTY] * 3


def test_the_hour_below_a_title_is_that_of_the_note() -> None:
    title = "Morning call\n\nThu 10 July, 0730 London. Desk commentary.\n\n"
    text = f"{title}Gold is at $3,321. Wall Street: the S&P 500 closed 0.5% down."
    found = _rows(text, "2025-07-10T06:45:00+00:00")
    assert (found["XAUUSD"].at, found["SPX"].at) == (SEVEN_THIRTY, "2025-07-09")


def test_what_stands_below_the_list_is_no_row_of_it() -> None:
    text = "Note\n\nWhere we are at 0730 in London:\n- EURUSD 1.1225 (-0.7%)\n\nGold was at $3,321.50."
    assert _rows(text, "2025-07-10T06:45:00+00:00")["XAUUSD"].at == "2025-07-10"


@pytest.mark.parametrize(
    "said", ["Against sterling it was R24.29.", "It was at R24.29 to the pound.", "To the pound, the rand stood at 24.29."]
)
def test_another_price_in_the_same_breath(said: str) -> None:
    text = f"Rand\n\nAt 3.30pm the rand traded at R17.62 to the dollar, 0.6% weaker. {said}"
    assert _rows(text, "2025-07-10T13:50:00+00:00")["GBPZAR"].at == "2025-07-10T13:30:00Z"


def test_a_move_of_its_own_is_no_breath_of_the_sentence_before() -> None:
    text = "Rand\n\nAt 3.30pm the rand traded at R17.62 to the dollar. Against the pound it slid 0.7% to 24.29."
    assert _rows(text, "2025-07-10T13:50:00+00:00")["GBPZAR"].at == "2025-07-10"


@pytest.mark.parametrize("received", ["2025-07-10T14:00:00+00:00", "2025-07-10T16:30:00+00:00", "2025-07-10T22:00:00+00:00"])
def test_entries_of_a_live_report_hours_before_it_came(received: str) -> None:
    text = (
        "Live: the FTSE 100 and the chancellor\n14:36 Over to oil\nBrent is 0.8pc weaker at $68.42.\n\n"
        "13:05 It's official\nThe yen is at 146.25 per dollar, its weakest since May.\n\n"
        "09.30 Good morning\nSterling is up 0.3% at $1.3570."
    )
    found = _rows(text, received)
    assert found["BRENT"].at == "2025-07-10T13:36:00Z"
    assert (found["USDJPY"].at, found["USDJPY"].level_kind) == ("2025-07-10T12:05:00Z", "last")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Sterling is at $1.3570, its weakest since May.", "last"),
        ("Sterling is now trading at $1.3570, the lowest since May.", "last"),
        ("Sterling was at $1.3570, its weakest since May.", "low"),
        ("Sterling touched $1.3570, its weakest since May.", "low"),
    ],
)
def test_what_is_the_lowest_since_a_month_is_there_now(said: str, kind: str) -> None:
    assert _rows(f"Pound\n\n{said}", "2025-07-10T13:50:00+00:00")["GBPUSD"].level_kind == kind


@pytest.mark.parametrize("joint", ["On Thursday, just before", "On Thursday, shortly after", "Norway waits. Just before"])
def test_a_spoken_hour_between_commas(joint: str) -> None:
    text = f"Oil\n\n{joint} half past one in the afternoon, a barrel of Brent fetched 68 dollars in Norway."
    found = _rows(text, "2025-07-10T12:05:00+00:00")["BRENT"]
    assert (found.at, found.level_kind) == ("2025-07-10T11:30:00Z", "last")


def test_the_day_of_intraday_trade_is_no_day_before() -> None:
    text = "Mumbai, July 10 (PTI) The Sensex rose in intra-day trade before settling at 83,352.67 on Thursday."
    assert _rows(f"Sensex\n\n{text}", "2025-07-10T11:42:00+00:00")["SENSEX"].at == "2025-07-10"


def _kinds(text: str, received: str) -> set[tuple[str | None, str | None]]:
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=datetime.fromisoformat(received))
    return {(o.level_kind, o.at) for o in extract(item).observations}


def test_a_level_of_a_day_is_no_repetition_of_a_forecast() -> None:
    text = "Poll\n\nThe rupee traded at 85.72 per dollar on Thursday. It will be at 85.72 at the end of August."
    item = Item(
        id="1", path="-", position=0, text=text, body=text, received_at=datetime.fromisoformat("2025-07-10T08:15+00:00")
    )
    assert {(o.level_kind, o.at) for o in extract(item).observations} == {("last", "2025-07-10"), ("forecast", None)}


def test_last_monday_on_a_tuesday_is_no_yesterday() -> None:
    text = "Coins\n\nSolana is at $31.40. It was at $24 last Monday."
    item = Item(
        id="1", path="-", position=0, text=text, body=text, received_at=datetime.fromisoformat("2025-07-08T08:15+00:00")
    )
    assert ("previous", "2025-06-30") in {(o.level_kind, o.at) for o in extract(item).observations}


def test_the_low_of_the_night_behind_a_level() -> None:
    text = "Note\n\nLevels at 0730 London:\n- EURUSD 1.1225 (-0.7%), overnight low 1.1211\n- Gold 3,321.50"
    assert _rows(text.replace(", overnight low 1.1211", ""), "2025-07-10T06:45:00+00:00")["EURUSD"].at == SEVEN_THIRTY
    item = Item(
        id="1", path="-", position=0, text=text, body=text, received_at=datetime.fromisoformat("2025-07-10T06:45+00:00")
    )
    assert [(o.level, o.level_kind) for o in extract(item).observations][:2] == [(1.1225, "last"), (1.1211, "low")]
    assert extract(item).observations[0].at == SEVEN_THIRTY
