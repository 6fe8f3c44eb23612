"""Days that the words count from another day, and those of records and nights."""

from datetime import datetime

import pytest

from signals.extract import default_extractor
from signals.records import Item

LEVELS = [
    # text, received, level, its time
    ("The dollar hit 4.05 reais. The old record, 3.9900, dates from October 2002.", "2015-09-22T20:55Z", 3.99, "2002-10"),
    ("Cocoa made $5,758 a ton. The old record of $5,379 dated from July 20, 1977.", "2024-02-08T20:05Z", 5379, "1977-07-20"),
    ("Gold hit a record $2,120. Its all-time high of $2,072 went back to August 2020.", "2024-02-08T20:05Z", 2072, "2020-08"),
    ("Natural gas fell 3%, to 41% below its 52-week high of $4.837, hit Wednesday, Nov. 14, 2018.",
     "2019-11-05T19:58Z", 4.837, "2018-11-14"),
    ("Natural gas fell 3%, to 38% above its low of $2.070, which it touched on Aug. 5, 2019.",
     "2019-11-05T19:58Z", 2.07, "2019-08-05"),
    ("Gold hit a record $2,120. It was dated news in August 2020.", "2024-02-08T20:05Z", 2120, "2024-02-08"),
    ("Gold slid 5.3% on Tuesday. The day before it had hit a record $4,381.21.", "2025-10-22T13:05Z", 4381.21, "2025-10-20"),
    ("The rand closed at 17.35 on Tuesday, against 17.22 the day before.", "2025-10-22T13:05Z", 17.22, "2025-10-20"),
    ("On Monday the rand fell to 17.45, and it had been 17.22 a day earlier.", "2025-10-22T13:05Z", 17.22, "2025-10-17"),
    ("The rand traded at 17.35 to the dollar, compared with 17.22 the day before.", "2025-10-22T13:05Z", 17.22, "2025-10-21"),
    ("The session before, natural gas closed at $4.837, and at one stage that day it traded at $4.929.",
     "2018-11-15T21:20Z", 4.929, "2018-11-14"),
    ("Bitcoin was at $16,214 at 0130 GMT. Overnight it went as low as $15,632.", "2022-11-10T02:12Z", 15632, "2022-11-09"),
    ("Brent hit a low of $78.41 overnight.", "2023-11-20T04:10Z", 78.41, "2023-11-17"),
    ("Brent hit a low of $78.41 overnight.", "2023-11-23T13:10Z", 78.41, "2023-11-23"),
    ("The EGX30 finished at 18,202.16. It opened at 18,116.74, the day before's close.",
     "2018-04-26T14:55Z", 18116.74, "2018-04-26"),
]  # fmt: skip
BASES = [
    (
        "The dollar was 3.28 roubles up on Friday's close at 71.85 roubles.",
        "2020-03-10T15:00Z",
        "prev_close",
    ),  # after a holiday
    ("The dollar was 3.28 roubles up on Friday's close at 71.85 roubles.", "2020-03-11T15:00Z", "since"),
    ("Gold is still up 3% on the week.", "2012-12-28T13:05Z", "wtd"),
    ("Gold is on track for a gain of 3% on the week.", "2012-12-28T13:05Z", "wtd"),
    ("Brazil's central bank kept the Selic rate at 14.25 percent this month.", "2015-09-22T20:55Z", "prev_close"),
]


def _item(text: str, received: str) -> Item:
    body = f"Markets\n{text}"
    return Item(id="x", path="-", position=0, text=body, body=body, received_at=datetime.fromisoformat(received))


@pytest.mark.parametrize(("text", "received", "level", "at"), LEVELS)
def test_the_day_of_a_level(text: str, received: str, level: float, at: str) -> None:
    found = default_extractor()(_item(text, received)).observations
    assert [o.at for o in found if o.level == level] == [at]


@pytest.mark.parametrize(("text", "received", "basis"), BASES)
def test_what_a_move_is_measured_from(text: str, received: str, basis: str) -> None:
    found = default_extractor()(_item(text, received)).observations
    assert [o.move.basis for o in found if o.move is not None] == [basis]


DAYS = [
    # text, received, instrument, its time and basis
    ("The STOXX 600 rose 0.3% in early trade. Last week the FTSE 100 gained 0.9%.", "2024-05-07T07:40Z", "SXXP",
     "2024-05-07", "prev_close"),
    ("Wall Street was shut on Thursday. Brent eased 0.1% to $87.35.", "2024-07-05T05:05Z", "BRENT", "2024-07-05", "prev_close"),
    ("Saudi Arabia's index fell 0.4% on Sunday. Qatar's index added 0.2%.", "2024-03-04T05:30Z", "QSI",
     "2024-03-03", "prev_close"),
    ("WTI settled down 4.4% from Friday's close.", "2024-09-03T20:55Z", "WTI", "2024-09-03", "prev_close"),  # after Labor Day
    ("The rand gained 1.2% last week. The pound lost 0.3%.", "2024-07-08T06:35Z", "GBPUSD", "2024-07-05", "week"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "received", "instrument", "at", "basis"), DAYS)
def test_the_day_of_a_report(text: str, received: str, instrument: str, at: str, basis: str) -> None:
    found = default_extractor()(_item(text, received)).observations
    assert [(o.at, o.move.basis) for o in found if o.instrument == instrument and o.move] == [(at, basis)]
