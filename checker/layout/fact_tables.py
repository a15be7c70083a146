"""Small tables that state facts of the preface: the period in one row, address and telephone in the others."""

from __future__ import annotations

from collections.abc import Sequence

from checker.document import Grid
from checker.layout.tables import Standing
from checker.report import PREFACE, Para

_ROWS, _COLUMNS = 16, 8  # a larger table tells of other things
_LABEL = 12  # characters of a cell that says what the next one holds


def facts_in_tables(standing: Sequence[Standing], last: str) -> list[tuple[str, Para]]:
    """The rows of small tables in the preface and in the section `last`, each as a line of text: (section, paragraph).

    A cell that is a short label gets a colon, so that a row reads as the same line would outside a table. The number
    of a line is that of the paragraph before the table.
    """
    return [
        (item.section, Para(max(1, item.grid.after), line))
        for item in standing
        if item.section in (PREFACE, last) and len(item.grid.rows) <= _ROWS and item.grid.width <= _COLUMNS
        for line in _lines(item.grid)
    ]


def _lines(grid: Grid) -> list[str]:
    rows: list[list[str]] = [[] for _ in grid.rows]
    for cell in grid.cells():
        text = cell.text.strip()
        if text:  # lines of one cell are one entry broken by hand, unless they are labelled themselves
            rows[cell.row].append(text if ":" in text or "：" in text else "".join(text.split("\n")))
    return ["".join(map(_item, row)) for row in rows if row]


def _item(text: str) -> str:
    if text[-1] in "：:。；;，,":
        return text
    label = len(text) <= _LABEL and not any(char.isdigit() for char in text)
    return text + ("：" if label else "；")
