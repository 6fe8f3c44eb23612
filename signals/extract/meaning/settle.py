"""From statements to facts: one pass over the drafts of an item, each step resting on those before it.

1. Which statements there are: none of another market or month of delivery, those that go on under words we do not know, one
   for each day.
2. What a level is by the words beside it: a side of a bank's quote, a fixing, one foreseen, an earlier one (which may
   tell the way), the end of a step.
3. What it is by the other levels of the instrument: an extreme; this needs the earlier ones told apart from the present.
4. What it is by the rest of the report: a close, once its market has closed; this needs the extremes set aside.
5. One fact each: the statement that says most stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from signals.extract.grammar.sentence import Sentence
from signals.extract.grammar.unclaimed import Fates
from signals.extract.meaning.anchors import continued
from signals.extract.meaning.apart import of_different_days
from signals.extract.meaning.apposed import by_apposition, day_extremes
from signals.extract.meaning.asked import asked_levels
from signals.extract.meaning.closing import close_behind_the_bell, close_with_the_market, settle_with_the_pit
from signals.extract.meaning.compared_levels import signs_by_levels
from signals.extract.meaning.dedupe import deduplicate
from signals.extract.meaning.deferred import without_deferred
from signals.extract.meaning.draft import Draft
from signals.extract.meaning.earlier import earlier_levels
from signals.extract.meaning.extremes import extremes
from signals.extract.meaning.foreseen import foreseen_levels, without_revisions
from signals.extract.meaning.imagined import without_imagined
from signals.extract.meaning.markets import elsewhere
from signals.extract.meaning.odds import without_odds
from signals.extract.meaning.official import of_a_bank
from signals.extract.meaning.other_money import in_other_money, of_a_rate
from signals.extract.meaning.resolve import as_quoted, dollar_of_pair, on_one_exchange
from signals.extract.meaning.row_levels import earlier_in_rows, kinds_carried_on
from signals.extract.meaning.sides import buying_sides
from signals.extract.meaning.steps import join_steps, without_expected, without_gaps

_START = attrgetter("frame.start")


def settle(
    text: str,
    found: Iterable[Draft],
    sentences: Sequence[Sentence],
    fates: Fates,
    entries: Sequence[int],
    instrument_of: Callable[[str], Any],
    related: Callable[[Sequence[Draft]], list[Draft]],
) -> list[Draft]:
    """The facts among the drafts, in text order. ``entries`` are where those of a live report begin; what is read of numbers
    that the grammar left is noted in ``fates``. ``related`` gives the statements of numbers that are open beside others.
    """
    drafts = without_imagined(text, _statements(text, found, sentences, fates, related))
    buying_sides(text, drafts)
    of_a_bank(text, drafts)
    foreseen_levels(text, drafts)
    asked_levels(text, drafts)
    earlier_in_rows(text, drafts)
    kinds_carried_on(text, drafts)
    drafts = without_revisions(text, drafts)
    earlier_levels(text, drafts)
    signs_by_levels(drafts)
    without_gaps(text, drafts)
    join_steps(text, drafts)
    day_extremes(text, drafts)
    extremes(drafts)
    by_apposition(text, drafts)
    close_behind_the_bell(text, drafts)
    close_with_the_market(text, drafts, entries, instrument_of)
    settle_with_the_pit(text, drafts, entries, instrument_of)
    return deduplicate(drafts)


def _statements(
    text: str,
    found: Iterable[Draft],
    sentences: Sequence[Sentence],
    fates: Fates,
    related: Callable[[Sequence[Draft]], list[Draft]],
) -> list[Draft]:
    stated = [draft for draft in found if not (elsewhere(text, draft) or in_other_money(text, draft) or of_a_rate(text, draft))]
    stated += [draft for draft in continued(sentences, fates, stated) if not elsewhere(text, draft)]
    open_ones = [draft for draft in related(stated) if not elsewhere(text, draft)]
    _leave_to(open_ones, stated)
    stated += open_ones
    drafts = of_different_days(
        text, without_expected(text, without_odds(text, without_deferred(text, sorted(stated, key=_START))))
    )
    on_one_exchange(drafts)
    as_quoted(drafts)
    dollar_of_pair(drafts)
    return drafts


def _leave_to(found: Sequence[Draft], stated: Sequence[Draft]) -> None:
    """Takes the bare way of a level from its statement where the size of the move has been found in the same sentence."""
    sized = [d for d in found if d.move is not None and d.move.value is not None and d.level is None]
    sizes = {(d.instrument, d.frame.sentence, d.move.direction) for d in sized if d.move is not None}
    for draft in stated if sizes else ():
        bare = draft.level is not None and draft.move is not None and draft.move.value is None
        if bare and draft.move is not None and (draft.instrument, draft.frame.sentence, draft.move.direction) in sizes:
            draft.move = None
