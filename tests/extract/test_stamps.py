"""Entries of a live blog: the time that heads one dates what it says of the moment, in the zone that the report declares."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item

BLOG = """Markets live: miners lead the way up
Friday 4 July 2025. All times BST

15.40  Gold is now $3,337 an ounce.

13.05  Quiet. Brent was up 0.4% at $68.90 and the euro buys $1.1780.

08.10  The FTSE 100 has opened. BP gained 1.2% as trading began. On Thursday sterling closed at $1.3655.
"""


def at(text: str) -> dict[str, str | None]:
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=datetime(2025, 7, 4, 16, 0, tzinfo=UTC))
    return {o.instrument: o.at for o in extract(item).observations}


def test_a_stamp_dates_its_entry_and_not_what_has_a_day_of_its_own() -> None:
    assert at(BLOG) == {
        "XAUUSD": "2025-07-04T14:40:00Z",
        "BRENT": "2025-07-04T12:05:00Z",
        "EURUSD": "2025-07-04T12:05:00Z",
        "BP.L": "2025-07-04T07:10:00Z",
        "GBPUSD": "2025-07-03",
    }


@pytest.mark.parametrize("declared", ["All times New York", "Times in ET", "All times are Eastern", "(times EDT)"])
def test_the_zone_is_declared_once(declared: str) -> None:
    text = (
        f"Crypto live\nJuly 4, 2025 | {declared}\n\n11:30 a.m. Bitcoin trades at $108,900.\n\n"
        "9:31 a.m. Opening bell on Wall Street. Ether stands at $2,540.\n"
    )
    assert at(text) == {"BTCUSD": "2025-07-04T15:30:00Z", "ETHUSD": "2025-07-04T13:31:00Z"}


@pytest.mark.parametrize(
    ("zone", "hour"), [("GMT+3", "07:15"), ("(GMT+3)", "07:15"), ("UTC-5", "15:15"), ("UTC+5:30", "04:45"), ("GMT", "10:15")]
)
def test_a_distance_from_greenwich_is_a_zone(zone: str, hour: str) -> None:
    assert at(f"Gold was at $3,330 at 10:15 {zone}.") == {"XAUUSD": f"2025-07-04T{hour}:00Z"}


def test_a_close_keeps_its_day_and_what_follows_it_too() -> None:
    text = (
        "Live\nFriday 4 July 2025. All times BST\n\n16.41  The FTSE 100 closed 0.2% lower at 8,805. BP fell 1.1%.\n\n"
        "09.00  Brent is at $68.90.\n"
    )
    assert at(text) == {"UKX": "2025-07-04", "BP.L": "2025-07-04", "BRENT": "2025-07-04T08:00:00Z"}


def test_a_single_number_at_the_start_of_a_line_is_no_clock(read: Callable[[str], Extraction]) -> None:
    found = read("Prices\n17.24  pesos a kilo, said the grocer.\nGold stood at $3,337.\n").observations
    assert [o.at for o in found] == ["2025-07-04"]


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("at twenty to five", "15:40"),
        ("At ten past nine", "08:10"),
        ("just after five past two", "13:05"),
        ("by twenty-five to four", "14:35"),
    ],
)
def test_clocks_in_words_without_minutes(words: str, clock: str) -> None:
    text = f"LONDON, July 4, 2025 - The pound was at $1.3640 {words}.\n"
    assert at(text) == {"GBPUSD": f"2025-07-04T{clock}:00Z"}


def test_from_five_to_nine_is_no_clock(read: Callable[[str], Extraction]) -> None:
    assert (
        read("The policy rate rose from five to nine percent on Friday; gold was at $3,337 an ounce.").observations[-1].at
        == "2025-07-04"
    )


def test_a_bare_hour_before_its_sentence_heads_an_entry() -> None:
    text = (
        "Oil live\nMonday 7 July 2025. Newest first, Norwegian time.\n\n16.34 All over. Brent is up 0.4% at $68.90.\n\n"
        "12.10 Winners and losers\nThe euro buys $1.1780.\n\n09.05 The FTSE 100 has added 20 points to 8,830.\n"
    )
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=datetime(2025, 7, 7, 15, 0, tzinfo=UTC))
    found = {o.instrument: (o.level_kind, o.at) for o in extract(item).observations}
    assert found == {
        "BRENT": ("last", "2025-07-07T14:34:00Z"),
        "EURUSD": ("last", "2025-07-07T10:10:00Z"),
        "UKX": ("last", "2025-07-07T07:05:00Z"),
    }


def test_four_figures_and_an_update_head_entries() -> None:
    text = (
        "Metals, rolling report\nFriday 4 July 2025 (all times GMT)\n\n1538 - Gold is at $3,337.\n\n"
        "1105: Silver has gained 0.3% to $36.90.\n"
    )
    assert at(text) == {"XAUUSD": "2025-07-04T15:38:00Z", "XAGUSD": "2025-07-04T11:05:00Z"}
    text = "Live\n\nUpdate 11:30 a.m. EDT: Bitcoin trades at $108,900.\n\nUpdate 9:31 a.m. EDT: Ether is at $2,540.\n"
    assert at(text) == {"BTCUSD": "2025-07-04T15:30:00Z", "ETHUSD": "2025-07-04T13:31:00Z"}


@pytest.mark.parametrize(
    "lines",
    [
        "17.60 The average of fifty days.\n17.45 The low of the spring.\n17.20 The floor of the channel.",
        "20.10 Vodafone\n12.40 Amcor\n09.35 Centrica\n20.75 Legal & General",
        "2008 - the year of Lehman\n2012 - the year of Draghi",
    ],
)
def test_levels_prices_and_years_at_the_start_of_lines_are_no_hours(lines: str, read: Callable[[str], Extraction]) -> None:
    found = read(f"What to watch\n{lines}\nGold stood at $3,337.\n").observations
    assert [o.at for o in found] == ["2025-07-04"]


def test_the_hours_of_a_diary_end_with_its_paragraph() -> None:
    text = (
        "Morning\nFriday 4 July 2025, GMT\n\n08:30 German orders\n10:00 Producer prices\n\nThe euro is at $1.1780, up 0.2%.\n"
    )
    assert at(text) == {"EURUSD": "2025-07-04"}


def test_brackets_and_a_full_stop_set_a_stamp_off() -> None:
    text = (
        "Live\nWellington, 4 July 2025\n\n[3.30pm] The kiwi is at US60.30c.\n\n[11.15am] The NZX 50 is 0.6% lower at 12,760.\n"
    )
    assert at(text) == {"NZDUSD": "2025-07-04T03:30:00Z", "NZ50": "2025-07-03T23:15:00Z"}
    text = text.replace("[", "").replace("]", ".")
    assert at(text) == {"NZDUSD": "2025-07-04T03:30:00Z", "NZ50": "2025-07-03T23:15:00Z"}


def test_an_entry_speaks_of_the_instrument_of_the_report_and_not_of_that_of_the_entry_before() -> None:
    text = (
        "Sydney, 4 July 2025\n\n2.40pm The ASX 200 is 1.7 per cent lower.\n\n"
        "2.10pm The Nikkei is down 1.8 per cent at 39,680.\n\n"
        "10.15am Rough start: the benchmark index is 0.3 per cent lower at 8,557.\n"
    )
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=datetime(2025, 7, 4, 6, tzinfo=UTC)))
    assert [(o.instrument, o.level) for o in found.observations] == [("AS51", None), ("NKY", 39680.0), ("AS51", 8557.0)]


@pytest.mark.parametrize(
    ("said", "clock"),
    [
        ("Silver was at $36.90 when the suspension took effect at 08.15.", "T07:15:00Z"),
        ("Silver was at $36.90 when trading ended at 16:35.", "T15:35:00Z"),
        ("Silver was at $36.90 at eight minutes past six.", "T05:08:00Z"),
        ("At 0910 GMT the dollar eased. Silver was at $36.90 at that time.", "T09:10:00Z"),
        ("Silver touched $37.20 at 0910 GMT and is now $36.90.", ""),
        ("Silver was at $36.90 when the market reopens at 18:00.", ""),
    ],
)
def test_the_hour_of_what_happened_meanwhile(said: str, clock: str) -> None:
    text = f"LONDON, July 4, 2025 - {said}\n"
    assert at(text)["XAGUSD"] == f"2025-07-04{clock}"


def test_an_hour_before_a_new_statement_ends_its_sentence(read: Callable[[str], Extraction]) -> None:
    found = read(
        "New York, July 3, 2025\nThe S&P 500 was down 6.8% when it was halted at 9:34 a.m. Exxon Mobil is down 1%.\n"
    ).observations
    assert [(o.instrument, o.at) for o in found] == [("SPX", "2025-07-03T13:34:00Z"), ("XOM", "2025-07-03")]


def test_an_hour_at_the_end_of_a_heading_heads_what_stands_below_it() -> None:
    text = "LIVE MARKETS\n\nBEAR SQUEEZE (1115 GMT)\nBrent is at $68.90.\n\nGOOD MORNING (0745 GMT)\nGold is at $3,337.\n"
    assert at(text) == {"BRENT": "2025-07-04T11:15:00Z", "XAUUSD": "2025-07-04T07:45:00Z"}
    text = text.replace("GOOD MORNING (0745 GMT)", "GOOD MORNING")
    assert at(text) == {"BRENT": "2025-07-04", "XAUUSD": "2025-07-04"}


def test_minutes_and_hours_from_the_hour_that_was_named_last() -> None:
    text = "LONDON, July 4, 2025 - At 12:45 gold was at $3,340; two minutes later silver was at $36.90. The euro fell 0.3%.\n"
    assert at(text) == {"XAUUSD": "2025-07-04T11:45:00Z", "XAGUSD": "2025-07-04T11:47:00Z", "EURUSD": "2025-07-04"}
    text = (
        "Live, all times GMT\n\n14:04 - The euro is at $1.1780; half an hour earlier gold was at $3,337.\n\n"
        "13:30 - Brent is at $68.90.\n"
    )
    assert at(text) == {"EURUSD": "2025-07-04T14:04:00Z", "XAUUSD": "2025-07-04T13:34:00Z", "BRENT": "2025-07-04T13:30:00Z"}
    text = "LONDON, July 4, 2025 - At 12:45 gold was at $3,340. An hour earlier than usual, silver was at $36.90.\n"
    assert at(text)["XAGUSD"] == "2025-07-04"


def test_the_place_in_brackets_behind_an_hour_is_its_zone() -> None:
    assert at("Levels at 12:00 (London):\nEUR/USD 1.1780\n")["EURUSD"] == "2025-07-04T11:00:00Z"
    assert at("Levels at 12:00\nEUR/USD 1.1780\n")["EURUSD"] != "2025-07-04T11:00:00Z"


def test_an_earlier_level_is_not_of_the_hour_of_the_later_one() -> None:
    text = "SYDNEY, July 4, 2025 - At 1430 AEST the Australian dollar was at 65.62 US cents, up from 65.50 US cents.\n"
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=datetime(2025, 7, 4, 16, 0, tzinfo=UTC))
    assert [(o.level_kind, o.at) for o in extract(item).observations] == [
        ("last", "2025-07-04T04:30:00Z"),
        ("previous", "2025-07-03"),
    ]


def test_the_zone_is_that_of_a_country_named_in_which_the_newest_entry_came_just_before_receipt() -> None:
    text = (
        "Markets live\n4 July 2025\n\n9.05am\nThe Nikkei has closed 0.1% higher. Gold is at $3,337.\n\n"
        "4.40pm\nLondon closes. The euro is at 86.20p.\n"
    )
    assert at(text) == {"NKY": "2025-07-04", "XAUUSD": "2025-07-04T08:05:00Z", "EURGBP": "2025-07-04T15:40:00Z"}
    text = text.replace("4.40pm", "2.40pm")  # an hour in neither
    assert at(text)["XAUUSD"] == "2025-07-04"


def test_the_hour_of_an_entry_before_an_exchange_opens_is_that_of_no_price_there() -> None:
    text = (
        "Live, all times BST\n\n15.40 The Dow is 0.9 per cent lower.\n\n"
        "07.20 Good morning. The S&P 500 lost 0.8 per cent to 6,225.52. Brent is at $68.90.\n"
    )
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=datetime(2025, 7, 8, 16, 0, tzinfo=UTC))
    assert {o.instrument: (o.level_kind, o.at) for o in extract(item).observations} == {
        "DJI": (None, "2025-07-08T14:40:00Z"),
        "SPX": ("close", "2025-07-07"),
        "BRENT": ("last", "2025-07-08T06:20:00Z"),
    }


def test_a_dateline_ends_before_the_time_that_its_sentence_begins_with() -> None:
    text = (
        "Shilling steady\nNAIROBI, March 3 2016 - At 0900 GMT banks quoted the shilling at 101.45 per dollar, "
        "from 101.40 on Wednesday."
    )
    item = Item(id="x", path="-", position=0, text=text, body=text, received_at=datetime(2020, 7, 4, 17, 5, tzinfo=UTC))
    dated = [(o.level, o.at) for o in extract(item).observations if o.level is not None]
    assert dated == [(101.45, "2016-03-03T09:00:00Z"), (101.4, "2016-03-02")]
