"""Tables of nothing but text, read without a line for each paragraph.

The walk of story.py takes several times as long over the 300 cells of a report. Anything that needs it (deletions,
hidden text, fields, lists, text boxes, tables inside, prose) sends the table back to it. Both ways give the same
table; a test compares them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.readers import limits
from checker.readers.paragraph_text import SIGNS, TextReader
from checker.readers.raw import FRAME_COLUMNS, PROSE_LENGTH, RawCell, RawRow, RawTable
from checker.readers.styles import Styles
from checker.readers.tags import (
    CELL,
    CELL_PROPERTIES,
    CELL_WIDTH,
    DELETED,
    FRAME,
    GRID_COLUMN,
    HIDDEN,
    MOVED_FROM,
    NUMBERING,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    ROW_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    RUN_STYLE,
    STYLE,
    TABLE_GRID,
    TEXT,
    VAL,
    W,
    number,
    twips,
)

if TYPE_CHECKING:
    from checker.readers.element import Element

_SPAN, _DOWN, _RIGHT, _BEFORE, _AFTER = (W + n for n in ("gridSpan", "vMerge", "hMerge", "gridBefore", "gridAfter"))
_NOTHING = frozenset(
    W + n
    for n in (
        *("tblPr", "tblPrEx", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
        *("lastRenderedPageBreak", "softHyphen", "commentRangeStart", "commentRangeEnd", "commentReference"),
    )
)
"""Elements that show nothing, among rows, cells, paragraphs and runs."""
_ROW_OTHERWISE = frozenset({DELETED, W + "hidden", W + "trPrChange"})
_CELL_OTHERWISE = frozenset({W + "cellDel", W + "tcPrChange"})
_PARAGRAPH_OTHERWISE = frozenset({NUMBERING, FRAME, W + "pPrChange"})
_MARK_OTHERWISE = frozenset({DELETED, MOVED_FROM, HIDDEN})
_RUN_OTHERWISE = frozenset({RUN_STYLE, HIDDEN})
"""Properties that the walk alone understands."""
_FEW = 40
"""Only a table of so few cells is asked whether it is one cell, merged from all of them."""


class _WalkError(Exception):
    """Something that takes the walk."""


def plain_table(table: Element, text: TextReader, styles: Styles) -> RawTable | None:
    """The table, or None where it takes the walk to read it (or to see whether it only frames body text)."""
    if styles.hidden_by_default or text.fields:
        return None
    raw = RawTable(plain=True)
    try:
        for part in table:
            tag = part.tag
            if tag == ROW:
                row = RawRow()
                _row(part, row, text, styles)
                if row.cells:
                    raw.rows.append(row)
            elif tag == TABLE_GRID:
                raw.widths = grid_widths(part)
            elif tag not in _NOTHING:
                return None
    except _WalkError:
        return None
    totals = [r.before + r.after + sum([c.span for c in r.cells]) for r in raw.rows]
    if not totals or _may_frame(raw, totals):
        return None
    if len(set(totals)) > 1:  # rows of unequal make are laid by their widths
        _cell_widths(table, raw)
    return raw


def grid_widths(grid: Element) -> list[int]:
    """Widths of the columns of a w:tblGrid in twips."""
    return [number(c.get(W + "w")) for c in grid.iterchildren(GRID_COLUMN)][: limits.COLUMNS]


def _row(element: Element, row: RawRow, text: TextReader, styles: Styles) -> None:
    for part in element:
        tag = part.tag
        if tag == CELL:
            cell = RawCell()
            _cell(part, cell, text, styles)
            row.cells.append(cell)
        elif tag == ROW_PROPERTIES:
            for entry in part:
                if entry.tag == _BEFORE:
                    row.before = max(0, number(entry.get(VAL)))
                elif entry.tag == _AFTER:
                    row.after = max(0, number(entry.get(VAL)))
                elif entry.tag in _ROW_OTHERWISE:
                    raise _WalkError
        elif tag not in _NOTHING:
            raise _WalkError


def _cell(element: Element, cell: RawCell, text: TextReader, styles: Styles) -> None:
    lines: list[str] = []
    for part in element:
        tag = part.tag
        if tag == PARAGRAPH:
            line = _line(part, text, styles)
            if line and not line.isspace():
                lines.append(line)
        elif tag == CELL_PROPERTIES:
            for entry in part:
                name = entry.tag
                if name == _SPAN:
                    cell.span = max(1, number(entry.get(VAL), 1))
                elif name == _DOWN:
                    cell.down = entry.get(VAL, "continue")
                elif name == _RIGHT:
                    cell.right = entry.get(VAL, "continue")
                elif name in _CELL_OTHERWISE:
                    raise _WalkError
        elif tag not in _NOTHING:
            raise _WalkError
    cell.text = lines[0] if len(lines) == 1 else "\n".join(lines)


def _line(paragraph: Element, text: TextReader, styles: Styles) -> str:
    """The words of a paragraph without the line breaks at its ends."""
    words = ""
    for part in paragraph:
        tag = part.tag
        if tag == RUN:
            for child in part:
                name = child.tag
                if name == TEXT:
                    words += text.plain(child)
                elif name in SIGNS:
                    words += SIGNS[name]
                elif name == RUN_PROPERTIES:
                    if text.may_hide and any(entry.tag in _RUN_OTHERWISE for entry in child):
                        raise _WalkError
                elif name not in _NOTHING:
                    raise _WalkError
        elif tag == PARAGRAPH_PROPERTIES:
            _properties(part, styles)
        elif tag not in _NOTHING:
            raise _WalkError
    return words.strip("\n")


def _properties(properties: Element, styles: Styles) -> None:
    """Raises _WalkError for properties of a paragraph that take the walk."""
    for entry in properties:
        tag = entry.tag
        if tag == STYLE:
            style = styles.of(entry.get(VAL, ""))
            if style.list_id or style.hidden:
                raise _WalkError
        elif tag in _PARAGRAPH_OTHERWISE or (
            tag == RUN_PROPERTIES and any(mark.tag in _MARK_OTHERWISE for mark in entry)
        ):
            raise _WalkError


def _may_frame(raw: RawTable, totals: list[int]) -> bool:
    """Whether the walk might find the table to be a frame (see tables.frames)."""
    columns = max(totals)
    count = sum([len(row.cells) for row in raw.rows])
    if count <= _FEW:
        shown = [c for row in raw.rows for c in row.cells if c.down != "continue" and c.right != "continue"]
        if len(shown) <= 1:
            return True
    if columns > FRAME_COLUMNS:
        return False
    longest = max([len(cell.text or "") for row in raw.rows for cell in row.cells])
    return columns == 1 or longest >= PROSE_LENGTH


def _cell_widths(table: Element, raw: RawTable) -> None:
    """Adds the widths of the cells."""
    cells = iter([cell for row in raw.rows for cell in row.cells])
    for element in table.iter(CELL):
        cell = next(cells)
        for width in element.iterfind(f"{CELL_PROPERTIES}/{CELL_WIDTH}"):
            cell.width = twips(width)
