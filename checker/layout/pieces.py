"""A grid as rows of distinct cells, each with its folded text: what tables are recognised by."""

from __future__ import annotations

import re
from functools import cache

from checker.document import Cell, Grid
from checker.expressions import compiled
from checker.layout.folding import fold_label

_ROWS, _PIECES = 1_500, 80  # no table of a format is near so large; what lies beyond is not looked at
LONGEST_ENTRY = 24  # characters of a number, of a dash with blanks, of a word such as 暂无
_WORDLESS = 2  # a text of so few Chinese characters, and no label of the format, may be an entry such as 无 or 暂无


class Piece:
    """A cell as one row shows it.

    start, end: its grid columns, end excluded. own: it begins in this row (False where it is merged down from above).
    folded: its text as a label, "" if it has no words. text: as printed.
    """

    __slots__ = ("cell", "end", "folded", "own", "start", "text")

    def __init__(self, cell: Cell, start: int, end: int, own: bool, folded: str) -> None:
        self.cell, self.start, self.end, self.own, self.folded = cell, start, end, own, folded
        self.text = cell.text

    @property
    def label(self) -> str:
        """Its text as a label in one line: blanks and line breaks, which only set it in its cell, taken out."""
        return "".join(self.text.split())


def split_pieces(grid: Grid) -> list[list[Piece]]:
    """Each row's distinct cells from left to right; places without a cell are left out.

    Of a grid far larger than any table of a format only the upper left is taken.
    """
    rows: list[list[Piece]] = []
    for number, row in enumerate(grid.rows[:_ROWS]):
        pieces: list[Piece] = []
        last: Cell | None = None
        for column, cell in enumerate(row):
            if cell is None or cell is last:
                last = cell
                continue
            if len(pieces) == _PIECES:
                break
            last = cell
            end = column + 1
            while end < len(row) and row[end] is cell:
                end += 1
            text = cell.text
            folded = "" if not text or text.isdigit() else fold_label(text)
            pieces.append(Piece(cell, column, end, cell.row == number, folded))
        rows.append(pieces)
    return rows


def turned(grid: Grid) -> Grid:
    """The grid with its rows as columns."""
    made: dict[int, Cell] = {}
    rows: list[tuple[Cell | None, ...]] = []
    for column in range(min(grid.width, _ROWS)):
        row: list[Cell | None] = []
        for cells in grid.rows[:_PIECES]:
            cell = cells[column]
            if cell is not None and id(cell) not in made:
                made[id(cell)] = Cell(cell.text, cell.column, cell.row, cell.column_span, cell.row_span)
            row.append(None if cell is None else made[id(cell)])
        rows.append(tuple(row))
    return Grid(tuple(rows), grid.after)


def is_entry(text: str) -> bool:
    """Whether a text looks like what is entered in a cell of numbers: digits with a unit, a dash, a word such as 无.

    A blank text is not: it says nothing about what stands there. Short labels look alike: ask the vocabulary first.
    """
    stripped = text.strip()
    if not stripped or len(stripped) > LONGEST_ENTRY:
        return False
    if stripped.isdigit():
        return True
    wide = sum(1 for char in stripped if "\u4e00" <= char <= "\u9fff")
    return wide <= _WORDLESS or (wide <= _WORDLESS + 2 and _figure().match(stripped) is not None)


@cache
def _figure() -> re.Pattern[str]:
    return compiled(r"[约近共]?[-+−－—–]?[\d０-９]{1,16}[,，.．\d０-９%％\s]{0,16}(?![.、．)）])[^.、．)）\d]{0,4}$")
