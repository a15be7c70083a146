"""The short way through a plain table: most tables hold nothing but rows, cells, paragraphs and runs.

The walk of story.py takes ten times as long over the 300 cells of a report as it takes to parse the file. Here
libxml2 picks out the elements that matter, and anything that needs the walk (deletions, hidden text, fields, lists,
text boxes, tables inside, prose) sends the table back to it. Both ways give the same table; a test compares them.
"""

from __future__ import annotations

from lxml import etree

from checker.readers import limits
from checker.readers.paragraph_text import SIGNS, TextReader
from checker.readers.raw import FRAME_COLUMNS, PROSE_LENGTH, RawCell, RawRow, RawTable
from checker.readers.styles import Styles
from checker.readers.tags import (
    ALTERNATES,
    CELL,
    CELL_PROPERTIES,
    CELL_WIDTH,
    DELETED,
    GRID_COLUMN,
    HIDDEN,
    MOVED_FROM,
    NUMBERING,
    PARAGRAPH,
    ROW,
    RUN,
    RUN_STYLE,
    STYLE,
    TABLE,
    TABLE_GRID,
    TEXT,
    VAL,
    M,
    V,
    W,
    number,
    twips,
)

_SPAN, _DOWN, _RIGHT, _BEFORE, _AFTER = (W + n for n in ("gridSpan", "vMerge", "hMerge", "gridBefore", "gridAfter"))
_OTHERWISE = (
    *(ALTERNATES, TABLE, DELETED, MOVED_FROM, HIDDEN, NUMBERING),
    *(
        W + n
        for n in ("fldChar", "fldSimple", "txbxContent", "sym", "ruby", "framePr", "hidden", "cellDel", "altChunk")
    ),
    *(W + n for n in ("pPrChange", "tcPrChange", "trPrChange")),  # hold the properties as they were
    *(M + "oMath", V + "textpath"),
)
"""Elements that the walk alone understands."""
_MATTER = (ROW, CELL, PARAGRAPH, TEXT, _SPAN, _DOWN, _RIGHT, _BEFORE, _AFTER, STYLE, RUN_STYLE, *SIGNS, *_OTHERWISE)
_NEXT = "\x1f"
"""Before each paragraph, while its cell is collected; white space to Python, and no XML can hold it."""
_FEW = 40
"""Only a table of so few cells is asked whether it is one cell, merged from all of them."""


def plain_table(  # noqa: PLR0912  one loop, for its speed
    table: etree._Element, text: TextReader, styles: Styles
) -> RawTable | None:
    """The table, or None where it takes the walk to read it (or to see whether it only frames body text)."""
    if styles.hidden_by_default or text.fields:
        return None
    raw = RawTable(plain=True)
    row, cell = RawRow(), RawCell()
    parts: list[str] = []
    elements = table.iter(*_MATTER)
    next(elements)  # the table itself
    for element in elements:
        tag = element.tag
        if tag == TEXT:
            parts.append(text.plain(element))
        elif tag == PARAGRAPH:
            parts.append(_NEXT)
        elif tag == CELL:
            cell.text = parts[1] if len(parts) == 2 and not parts[1].isspace() else _joined(parts)
            parts.clear()
            cell = RawCell()
            row.cells.append(cell)
        elif tag == _SPAN:
            cell.span = max(1, number(element.get(VAL), 1))
        elif tag == _DOWN:
            cell.down = element.get(VAL, "continue")
        elif tag == ROW:
            row = RawRow()
            raw.rows.append(row)
        elif tag == STYLE:
            style = styles.of(element.get(VAL, ""))
            if style.list_id or style.hidden:
                return None
        elif tag in SIGNS:
            parent = element.getparent()
            if parent is not None and parent.tag == RUN:  # a tab stop of the paragraph's properties is none
                parts.append(SIGNS[tag])
        elif tag == RUN_STYLE:
            if styles.hides:
                return None
        elif tag == _RIGHT:
            cell.right = element.get(VAL, "continue")
        elif tag == _BEFORE:
            row.before = max(0, number(element.get(VAL)))
        elif tag == _AFTER:
            row.after = max(0, number(element.get(VAL)))
        else:
            return None
    cell.text = _joined(parts)
    raw.rows = [r for r in raw.rows if r.cells]
    totals = [r.before + r.after + sum([c.span for c in r.cells]) for r in raw.rows]
    if not totals or _may_frame(raw, totals):
        return None
    for child in table.iterchildren(TABLE_GRID):
        raw.widths = grid_widths(child)
    if len(set(totals)) > 1:  # rows of unequal make are laid by their widths
        _cell_widths(table, raw)
    return raw


def grid_widths(grid: etree._Element) -> list[int]:
    """Widths of the columns of a w:tblGrid in twips."""
    return [number(c.get(W + "w")) for c in grid.iterchildren(GRID_COLUMN)][: limits.COLUMNS]


def _joined(parts: list[str]) -> str:
    """Paragraphs as lines, those without words left out; line breaks at their ends go, as in Words.text."""
    lines = (line.strip("\n") for line in "".join(parts).split(_NEXT))
    return "\n".join(line for line in lines if line and not line.isspace())


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


def _cell_widths(table: etree._Element, raw: RawTable) -> None:
    """Adds the widths of the cells."""
    cells = iter([cell for row in raw.rows for cell in row.cells])
    for element in table.iter(CELL):
        cell = next(cells)
        for width in element.iterfind(f"{CELL_PROPERTIES}/{CELL_WIDTH}"):
            cell.width = twips(width)
