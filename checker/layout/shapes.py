"""What was found of grids before, to be found again in grids that differ in their numbers alone.

Which table a grid is and which of its cells is which hangs on its labels, its merges and on where it has numbers, not
on what numbers they are. Reports print the same forms, so most grids of a batch are of a shape that was met before.
"""

from __future__ import annotations

from checker.document import Grid
from checker.hints import Any, TypeVar
from checker.layout.pieces import LONGEST_ENTRY

Shape = tuple[object, ...]
Value = TypeVar("Value")
_POSITIONS = 3_000  # a larger grid is no table of a format, and is not likely to come again
_MOST = 150  # shapes of grids that are remembered


def shape_of(grid: Grid) -> Shape | None:
    """All of a grid but its numbers; None for one of which there is no saying."""
    rows = grid.rows
    if len(rows) * grid.width > _POSITIONS:
        return None
    shape: list[object] = [grid.width]
    add = shape.append
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is None:
                add(None)
            elif cell.row == at and cell.column == column:
                text = cell.text
                add("0" if text.isdigit() and len(text) <= LONGEST_ENTRY else text)
            elif rows[cell.row][cell.column] is cell:
                add((at - cell.row, column - cell.column))
            else:
                return None
    return tuple(shape)


class Shapes:
    """Shapes by number, and notes on them that are forgotten with them."""

    def __init__(self) -> None:
        self._numbers: dict[Shape, int] = {}
        self._count = 0
        self._notes: list[dict[Any, Any]] = []
        self._ones = self.notes()

    def notes(self) -> dict[Any, Any]:
        """A place for what is found of shapes, by keys that hold their numbers."""
        self._notes.append({})
        return self._notes[-1]

    def one(self, value: Value) -> Value:
        """The one object that stands for all notes of equal value."""
        known: Value = self._ones.setdefault(value, value)
        return known

    def number(self, grid: Grid) -> int | None:
        """The number of a grid's shape; None where there is no saying what its shape is."""
        shape = shape_of(grid)
        if shape is None:
            return None
        if len(self._numbers) >= _MOST:  # numbers are not given again, so that no note is taken for another shape's
            self._numbers.clear()
            for notes in self._notes:
                notes.clear()
        self._count += 1
        return self._numbers.setdefault(shape, self._count)
