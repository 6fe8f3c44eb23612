"""Words around a time that are looked for from the time itself: hours before a part of the day, words that govern a period."""

from signals.extract.times.compose import find_times


def hours(text: str) -> list[tuple[int | None, str | None]]:
    return [(t.hour, text[t.start : t.end]) for t in find_times(text) if t.hour is not None]


def test_an_hour_stands_right_before_its_part_of_the_day() -> None:
    assert hours("At eleven in the morning the rand was at 17.62.")[0][0] == 11
    assert hours("It stood at 17.62 shortly after 9 this morning.")[0][0] == 9
    assert hours("Eleven dealers met in the morning and left at noon.") == [(12, "noon")]


def test_a_superlative_governs_a_period_over_a_few_words_only() -> None:
    assert [t.role for t in find_times("its biggest rise of any week since May")][-1] == "extreme"
    assert [t.role for t in find_times("its biggest rise. It fell in May")] == ["at"]


def test_a_preposition_or_its_possessive_makes_a_unit_a_time() -> None:
    assert len(find_times("The rand gained over the month.")) == 1
    assert len(find_times("Gold lost 2% in its week of losses.")) == 1
    assert find_times("A busy month lies behind them.") == []
