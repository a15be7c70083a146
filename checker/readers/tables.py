"""Raw tables as grids: merges resolved, phantom columns taken out, rows of unequal make laid on common columns."""

from __future__ import annotations

from itertools import pairwise

from checker.document import Cell, Grid
from checker.readers import limits
from checker.readers.raw import FRAME_COLUMNS, PROSE_LENGTH, PROSE_LINES, Line, RawCell, RawTable

_PHANTOM = 20
"""Twips: a narrower grid column is a rounding error of a converter (LibreOffice leaves columns of one twip)."""
_SAME_EDGE = 50
"""Twips: cell edges of different rows that lie nearer are one edge; the narrowest real column has some 300."""
_SAME_END = 150


_Rows = list[list[RawCell]]


def frames(table: RawTable) -> bool:
    """Whether a table only frames what it holds, so that its content is body text.

    So it is if it has one cell or one column, if tables inside it have more cells than itself, or if it is narrow and
    holds prose.
    """
    if table.plain:
        return False
    cells = _shown(table)
    if len(cells) <= 1:
        return True
    nested = sum(
        _size(item) for cell in cells for item in cell.content if isinstance(item, RawTable) and not single(item)
    )
    columns = max(sum(cell.span for cell in row.cells) for row in table.rows)
    if columns == 1 or nested >= len(cells):  # figures stand beside their labels: one column has none
        return True
    if columns > FRAME_COLUMNS:
        return False
    for cell in cells:
        length = sum(len(item.text) for item in cell.content if isinstance(item, Line))
        if length >= PROSE_LENGTH and sum(isinstance(i, Line) and i.visible for i in cell.content) >= PROSE_LINES:
            return True
    return False


def single(table: RawTable) -> bool:
    """Whether a table is one cell of text: inside a cell it is no more than a border around that text."""
    if table.plain:
        return False
    cells = _shown(table)
    return len(cells) <= 1 and all(isinstance(item, Line) or single(item) for cell in cells for item in cell.content)


def cell_text(cell: RawCell) -> str:
    """The words of a cell: its paragraphs with their numbers, parted by line breaks; tables inside it are no part."""
    if cell.text is not None:
        return cell.text
    content = cell.content
    if len(content) == 1 and isinstance(content[0], Line):
        return (content[0].number + content[0].text) if content[0].visible else content[0].number.strip()
    parts = []
    for item in content:
        if isinstance(item, Line):
            text = item.number + item.text if item.visible else item.number.strip()
        else:
            text = "\n".join(t for t in map(cell_text, _shown(item)) if t) if single(item) else ""
        if text:
            parts.append(text)
    return "\n".join(parts)


def grid(table: RawTable, after: int, positions: int) -> tuple[Grid, list[str]]:
    """The grid of a table, and cautions where it was cut.

    after: see Grid. positions: how many places (rows times columns) it may have.
    """
    cautions: list[str] = []
    rows, width = _placed(table, cautions)
    rows, width = _without_phantoms(table, rows, width)
    if width * len(rows) > positions:
        rows = rows[: max(1, positions // max(1, width))]
        cautions.append("A table is too large for a report; its rows beyond the limit were not read.")
    lines = _merged(rows, width)
    for cells in rows:
        for cell in cells:
            cell.final = Cell(
                cell_text(cell) if cell.text is None else cell.text, cell.row, cell.column, cell.rows, cell.span
            )
    return Grid(
        tuple([tuple([None if place is None else place.final for place in line]) for line in lines]), after
    ), cautions


def _merged(rows: _Rows, width: int) -> list[list[RawCell | None]]:
    """The cell at every position; one that continues the cell above it, over the same columns, becomes that cell."""
    lines: list[list[RawCell | None]] = []
    above: list[RawCell | None] = []
    for cells in rows:
        line: list[RawCell | None] = [None] * width
        for own in cells:
            place, column = own, own.column
            down = own.down
            if down and down != "restart" and above:
                upper = above[column]
                if upper is not None and upper.down and upper.column == column and upper.span == own.span:
                    upper.rows += 1
                    place = upper
            line[column] = place
            for further in range(column + 1, column + own.span):
                line[further] = place
        lines.append(line)
        above = line
    return lines


def _shown(table: RawTable) -> list[RawCell]:
    """The cells that show something of their own: not those that continue a merge."""
    return [
        cell
        for row in table.rows
        for cell in row.cells
        if cell.down in ("", "restart") and cell.right in ("", "restart")
    ]


def _size(table: RawTable) -> int:
    return sum(len(row.cells) for row in table.rows)


def _placed(table: RawTable, cautions: list[str]) -> tuple[_Rows, int]:
    """Cells at their columns, those that continue to the right joined, and the width of the grid."""
    rows: _Rows = []
    width = 0
    totals = set()
    for r, row in enumerate(table.rows):
        cells: list[RawCell] = []
        column = min(row.before, limits.COLUMNS - 1)
        for cell in row.cells:
            if column + cell.span > limits.COLUMNS:
                cautions[:] = [f"A table has more than {limits.COLUMNS} columns; it was cut there."]
                cell.span = limits.COLUMNS - column
                if cell.span <= 0:
                    break
            if cell.right == "continue" and cells:
                cells[-1].span += cell.span
            else:
                cell.row, cell.column = r, column
                cells.append(cell)
            column += cell.span
        rows.append(cells)
        width = max(width, column)
        totals.add(column + row.after)
    if len(totals) > 1 and not cautions:
        by_edges = _by_edges(table, rows)
        if by_edges:
            return rows, by_edges
        _widen(rows, width)
    return rows, width


def _widen(rows: _Rows, width: int) -> None:
    """In rows that fall short, gives a cell that continues the one above it the same span.

    Word itself leaves such rows behind when cells were merged and split by hand.
    """
    above: dict[int, RawCell] = {}
    for cells in rows:
        for i, cell in enumerate(cells):
            upper = above.get(cell.column)
            if upper is None or cell.down in ("", "restart") or not upper.down or upper.span <= cell.span:
                continue
            more = upper.span - cell.span
            if cells[-1].column + cells[-1].span + more <= width:
                cell.span += more
                for later in cells[i + 1 :]:
                    later.column += more
        above = {cell.column: cell for cell in cells}


def _by_edges(table: RawTable, rows: _Rows) -> int:
    """Lays cells on columns by their widths, for tables whose makers left spans out.

    Gives the width of the grid, 0 where the widths don't tell.
    """
    if any(row.before or cell.right or not cell.width for row in table.rows for cell in row.cells):
        return 0
    lines: list[list[int]] = []
    for cells in rows:
        edges = [0]
        for cell in cells:
            edges.append(edges[-1] + cell.width)
        lines.append(edges)
    ends = [edges[-1] for edges in lines]
    if max(ends) - min(ends) > _SAME_END:
        return 0
    column: dict[int, int] = {}
    last = None
    count = -1
    for edge in sorted({e for edges in lines for e in edges[:-1]}):
        if last is None or edge - last > _SAME_EDGE:
            count += 1
        column[edge] = count
        last = edge
    width = count + 1
    starts = [[column[e] for e in edges[:-1]] + [width] for edges in lines]
    if width > limits.COLUMNS or any(right <= left for line in starts for left, right in pairwise(line)):
        return 0
    for cells, line in zip(rows, starts, strict=True):
        for cell, (left, right) in zip(cells, pairwise(line), strict=True):
            cell.column, cell.span = left, right - left
    return width


def _without_phantoms(table: RawTable, rows: _Rows, width: int) -> tuple[_Rows, int]:
    """Without grid columns that are too narrow to be seen and hold no text of their own."""
    widths = table.widths
    if len(widths) != width or not widths or min(widths) >= _PHANTOM or max(widths) < 10 * _PHANTOM:
        return rows, width
    phantom = [w < _PHANTOM for w in widths]
    for cells in rows:
        for cell in cells:
            covered = range(cell.column, cell.column + cell.span)
            if all(phantom[c] for c in covered) and cell_text(cell).strip():
                for c in covered:
                    phantom[c] = False
    if not any(phantom) or all(phantom):
        return rows, width
    at = [0]
    for gone in phantom:
        at.append(at[-1] + (not gone))
    for cells in rows:
        for cell in cells:
            left, right = at[cell.column], at[cell.column + cell.span]
            cell.column, cell.span = left, right - left
    return [[cell for cell in cells if cell.span] for cells in rows], at[-1]
