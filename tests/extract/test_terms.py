"""Names that meant another share when the text was written."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Item


def shares(text: str, day: datetime | None) -> list[str]:
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=day)
    return [o.instrument for o in extract(item).observations]


@pytest.mark.parametrize(
    ("year", "text", "instrument"),
    [
        (2016, "Arm jumped 41% to 1,682p.", "ARM.L"),
        (2016, "Arm Holdings leapt 41 per cent on a bid from Japan.", "ARM.L"),
        (2024, "Arm jumped 48% to $113.89.", "ARM"),
        (2013, "Broadcom fell 3 percent to $31.10 in New York.", "BRCM"),
        (2020, "Broadcom fell 3 percent to $310 in New York.", "AVGO"),
        (2010, "Kraft shares lost 2 percent.", "KFT"),
        (2019, "Kraft shares lost 27 percent.", "KHC"),
        (2019, "Twitter rose 2% to $31.", "TWTR"),
    ],
)
def test_a_name_means_what_was_listed_then(year: int, text: str, instrument: str) -> None:
    assert shares(text, datetime(year, 7, 18, 22, tzinfo=UTC)) == [instrument]


def test_without_a_date_it_means_what_is_listed_now() -> None:
    assert shares("Arm jumped 48% to $113.89.", None) == ["ARM"]


def test_the_dateline_goes_before_the_day_of_receipt() -> None:
    assert shares("LONDON, July 18, 2016 - Arm jumped 41% to 1,682p.", datetime(2024, 1, 2, tzinfo=UTC)) == ["ARM.L"]


def test_london_lists_receipts() -> None:
    text = "Gazprom's London-listed shares fell 3%."
    assert shares(text, datetime(2022, 2, 22, 18, tzinfo=UTC)) == ["OGZD.IL"]
    assert shares("Gazprom fell 3% in Moscow.", datetime(2022, 2, 22, 18, tzinfo=UTC)) == ["GAZP.ME"]


@pytest.mark.parametrize("text", ["His broken arm cost 2% of his pay.", "The sky was 2% darker.", "Hanson lost to Sage 3-2."])
def test_words_are_no_shares(text: str) -> None:
    assert shares(text, datetime(2016, 7, 18, tzinfo=UTC)) == []
