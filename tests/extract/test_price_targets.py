"""Price targets: whose they are, and what a house is not."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, level

PRICED = ("Netflix", "Netflix fell 3.2% to $348.61.")
NFLX = ("NFLX", 348.61, "last", "down", 3.2, "percent")
TARGETS = {
    "Wedbush raised its target to $235 from $220.": [235.0],
    "Morgan Stanley cut its price target to $325.": [325.0],
    "A strategist at UBS has a $410 price target on the stock.": [410.0],
    "Matthew Harrigan lowered his price objective from $450 to $290.": [290.0],
    "Brokerage Motilal Oswal keeps a target price of $300, 14% below the current price.": [300.0],
    "It lifted its sales target to $320 million and met its profit target of $310 a day.": [],
    "Wedbush's target had been $360 before.": [],
    "Bernstein cut Quirkco's target price to $250.": [],
}


@pytest.mark.parametrize("said", TARGETS)
def test_a_target_is_of_the_share_spoken_of(read: Read, said: str) -> None:
    rows = [short(o) for o in read("\n\n".join(PRICED) + " " + said).observations]
    assert rows == [NFLX, *(level("NFLX", target, "forecast") for target in TARGETS[said])]


OTHERS: dict[str, list[Row]] = {
    "Citi cut its price targets for Lloyds to 50p from 60p and for NatWest to 290p.": [
        level("LLOY.L", 50.0, "forecast"), level("NWG.L", 290.0, "forecast"),
    ],
    "The S&P 500 closed at 4,100 points. JPMorgan kept its 4,200 target.": [
        level("SPX", 4100.0, "close"), level("SPX", 4200.0, "forecast"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", OTHERS)
def test_targets_of_several_and_of_an_index(read: Read, text: str) -> None:
    assert [short(o) for o in read(text).observations] == OTHERS[text]


FRAMES = (
    "Jefferies started coverage of {} with a target of $90.",
    "Jefferies rates {} a buy, target $90.",
    "{}: Jefferies raises target to $90 from $105.",
    "Jefferies analysts put a $90 target on {}.",
    "Jefferies upgraded {} to buy with a price target of $90.",
    "Jefferies has a price target of $90 on {}.",
    "{}'s price target was raised to $90 at Jefferies.",
)


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("name", "share"), [("Tesla", "TSLA"), ("Apple", "AAPL"), ("Target", "TGT")])
def test_targets_in_the_words_of_brokers(read: Read, frame: str, name: str, share: str) -> None:
    found = [short(o) for o in read(f"Brokers\n\n{frame.format(name)}").observations]
    assert level(share, 90.0, "forecast") in found


@pytest.mark.parametrize(
    "said",
    [
        "Apple set a sales target of $90 million.",
        "Ford set a target of $90 million in savings after an upgrade to buy.",
        "BMW: union raises target to 5,000 euros a worker.",
    ],
)
def test_other_targets(read: Read, said: str) -> None:
    assert read(f"Brokers\n\n{said}").observations == ()
