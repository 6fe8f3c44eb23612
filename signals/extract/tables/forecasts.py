"""Tables of what forecasters see: a name and where it will stand, at one time to come or several.

| title                            | row                    | read as            | counter-example          |
|----------------------------------|------------------------|--------------------|--------------------------|
| "Mean forecasts, end of 2022"    | "DAX 17,100 (16,600)"  | two forecasts      | "Growth forecasts"       |
| "Forecasts: 3 months, 12 months" | "EUR/USD  1.18  1.22"  | two forecasts      | "Sales targets"          |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.sizes import level_fits
from signals.extract.tables.columns import Header
from signals.extract.tables.periods import row_frame
from signals.extract.tables.rows import RELATIVE, Line, Row, line_end
from signals.extract.text.tokens import Token

_FORECASTS = re.compile(r"\b(?:[Ff]orecasts?|FORECASTS?|[Pp]rojections)\b")
_OF_MARKETS = ("index", "fx", "currency", "commodity", "precious metal", "bond yield")
_COLUMNS = 2  # without heads at most


def forecasts(text: str, above: Sequence[Line], block: Sequence[Row], header: Header | None) -> list[Frame]:
    """The statements of a table whose title says that it holds forecasts; none where that or its columns are not sure."""
    titles = [text[start : line_end(text, start)] for start, _ in above]
    if not any(_FORECASTS.search(title) for title in titles) or (header is not None and header.heads):
        return []
    return [
        _forecast(row.name, figure)
        for row in block
        if row.name is not None and len(row.figures) <= _COLUMNS and row.name.value.instrument_class in _OF_MARKETS
        for figure in row.figures
        if _is_forecast(row.name, figure)
    ]


def _is_forecast(name: Token, figure: Token) -> bool:
    number = figure.number
    plain = number is not None and not number.sign and number.unit not in RELATIVE
    return plain and number is not None and level_fits(name.value, number)


def _forecast(name: Token, figure: Token) -> Frame:
    frame = row_frame(name, figure.end)
    frame.level, frame.kind, frame.levels = figure, "forecast", [figure]
    return frame
