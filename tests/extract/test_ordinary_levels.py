"""Levels in ordinary wording: records, prices by the unit of another currency, shares of a country; whose they are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Read = Callable[[str], Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The dollar stood at 149.43-45 yen at 5 p.m. March JGB futures closed up 0.08 point at 146.17.",
            [("USDJPY", 149.43, "last", None, None, None)],
        ),
        (
            "The dong was at 24,003 per dollar. The ceiling rate for banks is 25,203 and the floor rate 22,803.",
            [("USDVND", 24003.0, "last", None, None, None)],
        ),
        (
            "The PX index of the Prague Stock Exchange ended 0.42 percent down at 1,475.88 points.",
            [("PX", 1475.88, "close", "down", 0.42, "percent")],
        ),
        ("The London Stock Exchange closed 1% higher.", []),
    ],
)
def test_whose_level_it_is_not(read: Read, text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The shekel traded at NIS 3.591/$ and at NIS 3.883/€.",
            [("USDILS", 3.591, "last", None, None, None), ("EURILS", 3.883, "last", None, None, None)],
        ),
        ("The zloty traded at 4.30/€.", [("EURPLN", 4.3, "last", None, None, None)]),
        ("Gold rose to a record of $2,141.", [("XAUUSD", 2141.0, "high", "up", None, None)]),
        ("The Nikkei finished at an all-time high of 39,098.68.", [("NKY", 39098.68, "close", None, None, None)]),
        ("The rand gained 1% to reach 18.70.", [("USDZAR", 18.7, "last", "down", 1.0, "percent")]),
        ("Philippine shares closed at 6,944.71, up 0.28 percent.", [("PSEI", 6944.71, "close", "up", 0.28, "percent")]),
        ("Philippine shares closed 0.28 percent higher.", []),
        (
            "Sterling weakened to 85.80 pence per euro from 85.50.",
            [("EURGBP", 0.858, "last", "up", None, None), ("EURGBP", 0.855, "previous", None, None, None)],
        ),
        (
            "The Reserve Bank of Australia left the cash rate target unchanged at 4.35 per cent.",
            [("AU_POLICY", 4.35, "last", "flat", None, None)],
        ),
    ],
)
def test_ordinary_levels(read: Read, text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected


def test_a_price_of_carbon_is_none_of_gas(read: Read) -> None:
    text = (
        "Dutch gas fell to 24.85 euros per megawatt hour. The benchmark contract there lost 0.62 euro to 55.93 euros a tonne."
    )
    assert [(o.instrument, o.level) for o in read(text).observations] == [("TTF", 24.85)]


def test_each_price_of_a_list_has_its_own_earlier_one(read: Read) -> None:
    text = (
        "The kiwi fell to 93.32 Australian cents from 94.30 cents, 92.03 yen from 92.90 yen and 4.3946 yuan from 4.4444 yuan."
    )
    assert [(o.instrument, o.level, o.level_kind) for o in read(text).observations] == [
        ("NZDAUD", 0.9332, "last"), ("NZDAUD", 0.943, "previous"), ("NZDJPY", 92.03, "last"), ("NZDJPY", 92.9, "previous"),
        ("NZDCNY", 4.3946, "last"), ("NZDCNY", 4.4444, "previous"),
    ]  # fmt: skip


def test_the_month_of_a_contract_is_no_time(read: Read) -> None:
    text = "Palm oil futures ended higher. Spot month March 2024 gained RM27 to RM4,040 a tonne."
    assert [(o.level, o.at) for o in read(text).observations if o.level] == [(4040.0, "2025-07-04")]
    text = "Wheat fell on Friday. September fell 4 cents to $5.50 and December was 3 cents lower at $5.62."
    assert {o.at for o in read(text).observations} == {"2025-07-04"}


@pytest.mark.parametrize(
    "text",
    [
        "Vietnam exported 398,000 tonnes of robusta in January and February, up 11.8%.",
        "China imported 102 million tonnes of iron ore in May, up 7% on the year.",
        "The company mined 1.2 million ounces of gold, down 4% from a year earlier.",
    ],
)
def test_amounts_of_goods_are_no_prices(read: Read, text: str) -> None:
    assert read(text).observations == ()


@pytest.mark.parametrize(
    "behind", ["On Thursday it had closed at 82.91.", "On Thursday, the rupee had settled at 82.91 against the dollar."]
)
def test_the_day_of_what_had_been_is_not_that_of_the_report(read: Read, behind: str) -> None:
    found = read(f"The rupee closed at 82.96 against the dollar. It opened at 82.93. {behind}").observations
    assert [(o.level, o.at) for o in found] == [(82.96, "2025-07-04"), (82.93, "2025-07-04"), (82.91, "2025-07-03")]


def test_the_best_of_a_day_is_an_extreme(read: Read) -> None:
    found = read("The Philippine peso closed at 56.1 to a dollar. It hit a low of 56.23 and a best of 56.06.").observations
    assert [short(o)[:3] for o in found] == [("USDPHP", 56.1, "close"), ("USDPHP", 56.23, "high"), ("USDPHP", 56.06, "low")]


def test_what_banks_quote_and_what_brackets_say_of_a_price(read: Read) -> None:
    text = "The Uganda shilling firmed, with commercial banks quoting it at 3,865/3,875 to the dollar."
    assert [(o.instrument, o.level) for o in read(text).observations if o.level] == [("USDUGX", 3865.0)]
    text = "The tenge's rate was 450.26 per dollar (-1.22 tenge) and 490.10 per euro (+2.10 tenge)."
    assert [short(o) for o in read(text).observations] == [
        ("USDKZT", 450.26, "last", "down", 1.22, "KZT"), ("EURKZT", 490.1, "last", "up", 2.1, "KZT"),
    ]  # fmt: skip


def test_a_report_that_compares_with_a_day_is_of_no_week(read: Read) -> None:
    text = "The dollar closed at $948.50 in Chile, down $9.20 from Thursday. The central bank cut its rate to 6.5% last week."
    assert read(text).observations[0].at == "2025-07-04"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The euro traded at $1.0850, having fallen to $1.0798 on Thursday.",
            [("EURUSD", 1.085, "last", "2025-07-04", None), ("EURUSD", 1.0798, "low", "2025-07-03", None)],
        ),
        (
            "The dollar was at 149.20 yen, having briefly climbed as high as 150.10.",
            [("USDJPY", 149.2, "last", "2025-07-04", None), ("USDJPY", 150.1, "high", "2025-07-04", None)],
        ),
        (
            "Brent closed at $84 a barrel, after climbing to $85.20.",
            [("BRENT", 84.0, "close", "2025-07-04", None), ("BRENT", 85.2, "high", "2025-07-04", None)],
        ),
        (
            "The Australian dollar was buying US65.10\u00a2, up from US64.97\u00a2 on Thursday.",
            [("AUDUSD", 0.651, "last", "2025-07-04", "up"), ("AUDUSD", 0.6497, "previous", "2025-07-03", None)],
        ),
    ],
)
def test_where_a_price_had_been_is_told_apart(read: Read, text: str, expected: list[tuple[object, ...]]) -> None:
    found = [(o.instrument, o.level, o.level_kind, o.at, o.move.direction if o.move else None) for o in read(text).observations]
    assert found == expected


def test_a_price_by_another_weight_is_none_that_the_good_never_had(read: Read) -> None:
    text = (
        "Robusta's May lot was up 4.1% at $1,981 a tonne.\n\nDrought talk spread to raw sugar, another crop of Brazil. The May"
        " contract rose 2.6% to 16.86 cents a pound."
    )
    assert [(o.instrument, o.level) for o in read(text).observations] == [("ROBUSTA", 1981.0), ("SUGAR", 0.1686)]


def test_what_a_bank_allows_is_no_price(read: Read) -> None:
    text = "The Hong Kong dollar slid to 7.8500 to the US dollar. The exchange rate is allowed to move between 7.75 and 7.85."
    assert [(o.instrument, o.level) for o in read(text).observations] == [("USDHKD", 7.85)]


def test_an_exchange_is_no_share_where_others_trade_on_it(read: Read) -> None:
    text = "Worldline fell so fast that Euronext could not set a price until 10:32, when the shares opened at 10.60 euros."
    assert {o.instrument for o in read(text).observations} == {"WLN.PA"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The kiwi bought 61.30 euro cents from 61.55, 75.8 yen from 76.1 and 94.3 Australian cents, unchanged.",
            [
                ("NZDEUR", 0.613, "last"), ("NZDEUR", 0.6155, "previous"), ("NZDJPY", 75.8, "last"),
                ("NZDJPY", 76.1, "previous"), ("NZDAUD", 0.943, "last"),
            ],
        ),
        (
            "Sterling was at 85.41 pence per euro, having touched 85.29 earlier.",
            [("EURGBP", 0.8541, "last"), ("EURGBP", 0.8529, "low")],
        ),
        ("The ringgit rose to 3.5970/6010 against the Japanese yen (100).", [("JPYMYR", 0.03597, "last")]),
        ("The five-year OIS rate closed at 6.78%.", []),
        ("In Seoul, September futures on three-year treasury bonds fell 0.07 point to 108.02.", []),
        (
            "LONDON - The Nikkei rose 1%. Benchmark 10-year notes were last down 2/32 to yield 2.9633 percent.",
            [("US10Y", 2.9633, "last")],
        ),
    ],
)  # fmt: skip
def test_money_and_place_said_once(read: Read, text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(o.instrument, o.level, o.level_kind) for o in read(text).observations if o.level is not None] == expected


def test_round_points_of_a_headline_are_those_of_the_body(read: Read) -> None:
    text = "KSE-100 gains 400 points\nThe benchmark KSE-100 Index closed at 46,184.13, up 403.75 points or 0.88%."
    assert [short(o) for o in read(text).observations] == [("KSE100", 46184.13, "close", "up", 0.88, "percent")]


def test_a_bank_that_keeps_its_rate_is_no_reason(read: Read) -> None:
    assert not read("The Bank of Korea kept its policy rate at 1.50 percent on Thursday.").drivers


@pytest.mark.parametrize(
    "text",
    [
        "Brent at $75\nBrent crude for July traded at $75.05 a barrel, up 18 cents.",
        "Silver hits $25\nSpot silver rose 1% to $25.05 an ounce.",
    ],
)
def test_a_headline_in_round_figures_is_told_once(read: Read, text: str) -> None:
    assert [o.level for o in read(text).observations] in ([75.05], [25.05])


def test_a_round_level_far_from_the_other_is_its_own(read: Read) -> None:
    assert [o.level for o in read("Brent at $75\nBrent crude traded at $76.05 a barrel.").observations] == [75.0, 76.05]


def test_a_rate_of_a_currency_goes_the_way_of_its_levels(read: Read) -> None:
    text = "The shekel's representative rate was set at 3.585 per dollar, down 0.25 percent from 3.594 on Wednesday."
    assert short(read(text).observations[0]) == ("USDILS", 3.585, "fixing", "down", 0.25, "percent")


def test_an_earlier_level_of_another_month_contradicts_nothing(read: Read) -> None:
    text = "The rand was at 17.62 per dollar, down 0.6% on the day, against 17.80 a month ago."
    assert [o.flags for o in read(text).observations] == [(), ()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Spot gold was at $1,286.21 as of 1:35 p.m. EST, while U.S. gold futures settled 0.4 percent down, at $1,289.50.",
            [("XAUUSD", 1286.21, "last"), ("GC", 1289.5, "close")],
        ),
        (
            "The 10-year Swiss yield fell to minus 0.17 percent after minus 0.14.",
            [("CH10Y", -0.17, "last"), ("CH10Y", -0.14, "previous")],
        ),
    ],
)
def test_an_hour_begins_no_clause(read: Read, text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(o.instrument, o.level, o.level_kind) for o in read(text).observations] == expected


def test_the_evening_before_is_of_the_day_before(read: Read) -> None:
    seen = read("The euro cost 1.1303 francs after 1.1290 the evening before.").observations
    assert [o.move.basis if o.move else o.level_kind for o in seen] == ["prev_close", "previous"]
