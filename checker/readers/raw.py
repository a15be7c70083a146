"""Lines and tables as a Word file writes them, before merges are resolved and paragraphs numbered."""

from __future__ import annotations

from collections.abc import Sequence

from checker.dataclass import dataclass, field
from checker.document import Cell

FRAME_COLUMNS = 4
"""A wider table is never taken for a frame around prose."""
PROSE_LINES, PROSE_LENGTH = 3, 200
"""Paragraphs and characters of a cell from which on it holds prose."""


@dataclass(slots=True)
class Line:
    """A paragraph as read.

    `n` is given later: its number, or that of the paragraph before it where it has none of its own, being without text
    or in a table (1 where none is before it); `pieces` too: the paragraphs that its line breaks part it into, numbered
    from `n` on.
    """

    text: str
    number: str = ""
    level: int | None = None
    contents: bool = False
    in_contents_field: bool = False
    n: int = 0
    pieces: int = 1

    @property
    def visible(self) -> bool:
        """Whether it shows any word."""
        return bool(self.text) and not self.text.isspace()


Content = Sequence["Line | RawTable"]


@dataclass(slots=True)
class RawCell:
    """A cell as written.

    down, right: how it merges ("restart", "continue" or ""). width: in twips or fiftieths of a percent, 0 where it
    is not said. text: its words, where they were read without its content. row, column, rows, final: set when the
    table becomes a grid.
    """

    span: int = 1
    down: str = ""
    right: str = ""
    width: int = 0
    text: str | None = None
    content: Content = ()
    row: int = 0
    column: int = 0
    rows: int = 1
    final: Cell | None = None


@dataclass(slots=True)
class RawRow:
    """A row as written, with the grid columns that it leaves out before and after its cells."""

    before: int = 0
    after: int = 0
    cells: list[RawCell] = field(default_factory=list)


@dataclass(slots=True)
class RawTable:
    """A table as written.

    widths: of its grid columns in twips. place: a line that gets the number of the paragraph before it. plain: it is
    known to be no frame and to hold no table, and its cells have their text.
    """

    widths: list[int] = field(default_factory=list)
    rows: list[RawRow] = field(default_factory=list)
    place: Line = field(default_factory=lambda: Line(""))
    plain: bool = False
