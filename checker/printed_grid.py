"""The grid of a printed table: labels merged as in the official form, raw cells, blocks under one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.document import Cell, Grid
from checker.layout.model import Block, Head

if TYPE_CHECKING:
    from checker.printed import PrintedTable

Step = str | None  # None goes on with the step before (the label is merged over it)
Texts = list[list[Step]]


def draw(table: PrintedTable, *, after: int) -> Grid:
    """The table as a Grid that stands after paragraph number `after`; without rows if nothing of it is left."""
    if table.layout.folded:
        return _grid(_folded(table), after)
    parts = [_block(table, block) for block in table.layout.blocks]
    width = max((len(part[0]) for part in parts if part), default=0)
    texts: Texts = []
    for part in parts:
        texts += [row + [None] * (width - len(row)) for row in part]
    return _grid(texts, after)


def _block(table: PrintedTable, block: Block) -> Texts:
    """Rows of one block: its caption, the heads of its columns beside a corner, then labels and cells of each row."""
    own = {head.key: head for head in block.rows}
    heads = {head.key: head for head in block.columns}
    rows = [row for row in table.rows if row.like in own]
    columns = [column for column in table.columns if column.like in heads]
    if not rows or not columns:
        return []
    across = [_label_path(table, heads[column.like], column.label) for column in columns]
    down = [_label_path(table, own[row.like], row.label) for row in rows]
    deep, wide = max(map(len, across)), max(map(len, down))
    texts: Texts = [[block.label, *[None] * (wide + len(columns) - 1)]] if block.label else []
    for level in range(deep):
        corner: list[Step] = [block.corner if level == 0 else _UP, *[None] * (wide - 1)]
        texts.append(corner + _level(across, level))
    for index, row in enumerate(rows):
        labels = _merged(down[index - 1] if index else (), down[index], wide)
        texts.append(labels + [table.raw(row, column) for column in columns])
    return texts


def _folded(table: PrintedTable) -> Texts:
    """A table whose rows stand beside one another: each row's columns under the row's own head, one row of cells."""
    own = {head.key: head for block in table.layout.blocks for head in block.rows}
    heads = {head.key: head for block in table.layout.blocks for head in block.columns}
    depth = max((len(own[row.like].path) for row in table.rows), default=0)
    across: list[tuple[Step, ...]] = []
    cells: list[Step] = []
    for row in table.rows:
        path = _label_path(table, own[row.like], row.label)
        for column in table.columns:
            # a shorter head reaches down to where the columns begin
            across.append((*path, *[_UP] * (depth - len(path)), *_label_path(table, heads[column.like], column.label)))
            cells.append(table.raw(row, column))
    if not across:
        return []
    return [_level(across, level) for level in range(max(map(len, across)))] + [cells]


_UP = "\0"  # goes on with the step above


def _label_path(table: PrintedTable, head: Head, label: str) -> tuple[Step, ...]:
    """The labels that lead to a row or column, those of its groups as printed."""
    above = (table.groups.get(head.path[: n + 1], step) for n, step in enumerate(head.path[:-1]))
    return (*above, label)


def _level(across: Sequence[Sequence[Step]], level: int) -> list[Step]:
    """One row of column heads: neighbours that share their path so far are merged, short paths reach down."""
    row: list[Step] = []
    for index, path in enumerate(across):
        before = across[index - 1] if index else None
        if level >= len(path):
            row.append(_UP)
        elif before is not None and len(path) > level + 1 and _leads(before, path, level):
            row.append(None)
        else:
            row.append(path[level])
    return row


def _leads(before: Sequence[Step], path: Sequence[Step], level: int) -> bool:
    """Whether the neighbour's path is the same down to the level, and goes on below it."""
    return len(before) > level + 1 and tuple(before[: level + 1]) == tuple(path[: level + 1])


def _merged(before: Sequence[Step], path: Sequence[Step], wide: int) -> list[Step]:
    """The label cells of a line: steps shared with the line above are merged with it, the last reaches across."""
    row: list[Step] = []
    for index, step in enumerate(path):
        shared = (
            index < len(path) - 1 and tuple(before[: index + 1]) == tuple(path[: index + 1]) and index < len(before) - 1
        )
        row.append(_UP if shared else step)
    return row + [None] * (wide - len(path))


def _grid(texts: Texts, after: int) -> Grid:
    """Cells from texts: None belongs to the cell on its left, _UP to the one above."""
    owner: list[list[tuple[int, int]]] = []
    for r, row in enumerate(texts):
        owner.append([])
        for c, text in enumerate(row):
            if text is None and c:
                owner[r].append(owner[r][c - 1])
            elif text == _UP and r:
                owner[r].append(owner[r - 1][c])
            else:
                owner[r].append((r, c))
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for r, line in enumerate(owner):
        for c, (top, left) in enumerate(line):
            tall, wide = spans.get((top, left), (1, 1))
            spans[top, left] = max(tall, r - top + 1), max(wide, c - left + 1)
    cells = {at: Cell(texts[at[0]][at[1]] or "", *at, *span) for at, span in spans.items()}
    return Grid(tuple(tuple(cells[at] for at in line) for line in owner), after)
