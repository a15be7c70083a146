"""Raw tables as grids: spans and merges resolved, phantom columns taken out, rows of unequal make laid on common columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from checker.document import Cell, Grid
from checker.readers import limits
from checker.readers.story import Line, RawCell, RawTable

_PHANTOM = 20
"""Twips: a narrower grid column is a rounding error of a converter (LibreOffice leaves columns of one twip)."""
_SAME_EDGE = 50
"""Twips: cell edges of different rows that lie nearer are one edge; the narrowest real column has some 300."""
_SAME_END = 150
_FRAME_COLUMNS = 4
_PROSE_LINES, _PROSE_LENGTH = 3, 200
_SENTENCE = 60


@dataclass(slots=True)
class _Placed:
    """A cell at its place in the grid."""

    raw: RawCell
    row: int
    column: int
    span: int
    rows: int = 1


_Rows = list[list[_Placed]]


def frames(table: RawTable) -> bool:
    """Whether a table only frames what it holds, so that its content is body text: it has one cell; or its cells hold whole tables
    with more cells than its own; or it is narrow and holds prose."""
    cells = _shown(table)
    if len(cells) <= 1:
        return True
    nested = sum(
        _size(item) for cell in cells for item in cell.content if isinstance(item, RawTable) and not single(item)
    )
    if nested >= len(cells):
        return True
    columns = max(sum(cell.span for cell in row.cells) for row in table.rows)
    if columns > _FRAME_COLUMNS:
        return False
    for cell in cells:
        length = sum(len(item.text) for item in cell.content if isinstance(item, Line))
        if columns == 1 and length >= _SENTENCE:
            return True
        if length >= _PROSE_LENGTH and sum(isinstance(i, Line) and i.visible for i in cell.content) >= _PROSE_LINES:
            return True
    return False


def single(table: RawTable) -> bool:
    """Whether a table is one cell of text: inside a cell it is no more than a border around that text."""
    cells = _shown(table)
    return len(cells) <= 1 and all(isinstance(item, Line) or single(item) for cell in cells for item in cell.content)


def cell_text(cell: RawCell) -> str:
    """The words of a cell, its paragraphs with their numbers parted by line breaks; tables inside it are no part of them."""
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
    places: list[list[_Placed | None]] = []
    above: list[_Placed | None] = [None] * width
    for cells in rows:
        line: list[_Placed | None] = [None] * width
        for cell in cells:
            upper = above[cell.column] if cell.raw.down and cell.raw.down != "restart" else None
            if upper is not None and upper.raw.down and (upper.column, upper.span) == (cell.column, cell.span):
                upper.rows += 1
                cell = upper  # noqa: PLW2901  the merged cell stands here too
            for column in range(cell.column, cell.column + cell.span):
                line[column] = cell
        places.append(line)
        above = line
    made: dict[int, Cell] = {}
    out = []
    for line in places:
        final: list[Cell | None] = []
        for place in line:
            if place is None:
                final.append(None)
                continue
            done = made.get(id(place))
            if done is None:
                done = Cell(cell_text(place.raw), place.row, place.column, place.rows, place.span)
                made[id(place)] = done
            final.append(done)
        out.append(tuple(final))
    return Grid(tuple(out), after), cautions


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
    """Cells at their columns, and the width of the grid."""
    rows: _Rows = []
    width = 0
    totals = set()
    for r, row in enumerate(table.rows):
        cells: list[_Placed] = []
        column = min(row.before, limits.COLUMNS - 1)
        for raw in row.cells:
            span = min(raw.span, limits.COLUMNS - column)
            if span < raw.span and not cautions:
                cautions.append(f"A table has more than {limits.COLUMNS} columns; it was cut there.")
            if span <= 0:
                break
            if raw.right == "continue" and cells:
                cells[-1].span += span
            else:
                cells.append(_Placed(raw, r, column, span))
            column += span
        rows.append(cells)
        width = max(width, column)
        totals.add(column + row.after)
    if len(totals) > 1 and not cautions:
        return _by_edges(table, rows) or (rows, width)
    return rows, width


def _by_edges(table: RawTable, rows: _Rows) -> tuple[_Rows, int] | None:
    """Cells laid on columns by their widths, for tables whose makers left spans out; None where the widths don't tell."""
    if any(row.before or cell.right or not cell.width for row in table.rows for cell in row.cells):
        return None
    lines: list[list[int]] = []
    for cells in rows:
        edges = [0]
        for cell in cells:
            edges.append(edges[-1] + cell.raw.width)
        lines.append(edges)
    ends = [edges[-1] for edges in lines]
    if max(ends) - min(ends) > _SAME_END:
        return None
    column: dict[int, int] = {}
    last = None
    count = -1
    for edge in sorted({e for edges in lines for e in edges[:-1]}):
        if last is None or edge - last > _SAME_EDGE:
            count += 1
        column[edge] = count
        last = edge
    width = count + 1
    if width > limits.COLUMNS:
        return None
    placed: _Rows = []
    for r, (cells, edges) in enumerate(zip(rows, lines, strict=True)):
        starts = [column[e] for e in edges[:-1]] + [width]
        if any(right <= left for left, right in pairwise(starts)):
            return None
        placed.append([_Placed(c.raw, r, a, b - a) for c, (a, b) in zip(cells, pairwise(starts), strict=True)])
    return placed, width


def _without_phantoms(table: RawTable, rows: _Rows, width: int) -> tuple[_Rows, int]:
    """Without grid columns that are too narrow to be seen and hold no text of their own."""
    widths = table.widths
    if len(widths) != width or not widths or min(widths) >= _PHANTOM or max(widths) < 10 * _PHANTOM:
        return rows, width
    phantom = [w < _PHANTOM for w in widths]
    for cells in rows:
        for cell in cells:
            covered = range(cell.column, cell.column + cell.span)
            if all(phantom[c] for c in covered) and cell_text(cell.raw).strip():
                for c in covered:
                    phantom[c] = False
    if not any(phantom) or all(phantom):
        return rows, width
    at = [0]
    for gone in phantom:
        at.append(at[-1] + (not gone))
    kept: _Rows = []
    for cells in rows:
        moved = []
        for cell in cells:
            span = at[cell.column + cell.span] - at[cell.column]
            if span:
                moved.append(_Placed(cell.raw, cell.row, at[cell.column], span))
        kept.append(moved)
    return kept, at[-1]
