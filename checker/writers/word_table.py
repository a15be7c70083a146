"""A grid as a w:tbl: merges as spans, columns as wide as what stands in them wants."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from checker.document import Cell, Grid

_LEAST, _NUMBER, _MOST = 4.5, 4.0, 14.0  # characters that a column is made wide enough for
_TALL = 2  # a label merged over so many rows may be broken over as many lines
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def table_xml(grid: Grid, width: int) -> str:
    """The grid as a w:tbl of that width in twips; rows beside its upper left cell are repeated on every page."""
    widths = _widths(grid, width)
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    corner = grid.rows[0][0] if grid.rows[0] else None
    heads = corner.row_span if corner is not None and corner.row_span < len(grid.rows) else 1
    rows = "".join(_row(grid, r, widths, head=r < heads) for r in range(len(grid.rows)))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _widths(grid: Grid, width: int) -> list[int]:
    """Twips by column: those of numbers are alike, those of labels have what their labels want."""
    wanted = [_LEAST] * grid.width
    for cell in grid.cells():
        if cell.column_span > 1:
            continue  # it has room enough
        want = _NUMBER if cell.text.isdecimal() else len(cell.text) / min(cell.row_span, _TALL)
        wanted[cell.column] = max(wanted[cell.column], min(_MOST, want))
    numbers = {cell.column for cell in grid.cells() if cell.text.isdecimal()}
    for column in numbers:
        wanted[column] = _NUMBER
    total = sum(wanted)
    widths = [int(width * part / total) for part in wanted]
    widths[-1] += width - sum(widths)
    return widths


def _row(grid: Grid, number: int, widths: Sequence[int], *, head: bool) -> str:
    cells = []
    column = 0
    row = grid.rows[number]
    while column < len(row):
        cell = row[column] or Cell("", number, column)
        cells.append(_cell(cell, sum(widths[column : column + cell.column_span]), goes_on=cell.row < number))
        column += cell.column_span
    repeated = "<w:tblHeader/>" if head else ""
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="397"/>{repeated}</w:trPr>{"".join(cells)}</w:tr>'


def _cell(cell: Cell, width: int, *, goes_on: bool) -> str:
    span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
    merge = "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>' if cell.row_span > 1 else ""
    text = "" if goes_on else cell.text
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>{run}</w:p></w:tc>'
    )
