"""Prints tables of a layout as grids, in the shapes that word processors and people give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from checker.document import Cell, Grid
from checker.layout.model import Block, Head, TableLayout

Area = tuple[str, object]  # text, and the merged area that it belongs to
Figures = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Shape:
    """How a table is printed.

    labels: "merged", "repeated" or "blank" for labels over several rows or columns. restyle: done to each label.
    order: a permutation seed for the columns. split: cut after so many rows of numbers, the header repeated or not.
    apart: every block a grid of its own. unfolded: "rows" (three rows), "grids" (one grid a group), "" (one row).
    caption: a row over everything above. note: a row below. corner: the corner cell is printed. empty: a column without
    anything at the right.
    """

    labels: str = "merged"
    restyle: Callable[[str], str] = str
    order: int = 0
    split: int = 0
    header_again: bool = True
    apart: bool = False
    unfolded: str = ""
    caption: str = ""
    note: str = ""
    corner: bool = True
    empty: bool = False


def make_grid(rows: Sequence[Sequence[Area]], labels: str = "merged", after: int = 0) -> Grid:
    """A grid from rows of (text, area): positions of one area are merged, or repeated, or only the first is filled."""
    places: dict[object, list[tuple[int, int]]] = {}
    for r, row in enumerate(rows):
        for c, (_, area) in enumerate(row):
            places.setdefault(area, []).append((r, c))
    cells: dict[tuple[int, int], Cell] = {}
    for r, row in enumerate(rows):
        for c, (text, area) in enumerate(row):
            spots = places[area]
            top, left = spots[0]
            bottom, right = spots[-1]
            if labels == "merged":
                cell = cells.get((top, left)) or Cell(text, top, left, bottom - top + 1, right - left + 1)
            else:
                cell = Cell(text if labels == "repeated" or (r, c) == (top, left) else "", r, c)
            cells[r, c] = cell
    return Grid(tuple(tuple(cells[r, c] for c in range(len(row))) for r, row in enumerate(rows)), after)


def simple_grid(rows: Sequence[Sequence[str]], after: int = 0) -> Grid:
    """A grid without merges."""
    return make_grid([[(text, (r, c)) for c, text in enumerate(row)] for r, row in enumerate(rows)], after=after)


def figures_of(table: TableLayout, start: int = 1) -> dict[tuple[str, str], str]:
    """A figure of its own for every cell of a table, so that no two can be mistaken for each other."""
    cells = [(row, column) for row in table.rows for column in table.columns_of(row)]
    return {cell: str(start + i) for i, cell in enumerate(cells)}


def print_table(table: TableLayout, figures: Figures, shape: Shape = Shape(), after: int = 0) -> list[Grid]:
    """The grids that print a table in a shape."""
    if table.folded and shape.unfolded != "rows":
        return _folded(table, figures, shape, after)
    blocks = [_block(block, figures, shape, number) for number, block in enumerate(table.blocks)]
    parts = blocks if shape.apart else [_stack(blocks)]
    grids = []
    for header, body in parts:
        cuts = [body[: shape.split], body[shape.split :]] if shape.split else [body]
        for i, cut in enumerate(cut for cut in cuts if cut):
            rows = (header if i == 0 or shape.header_again else []) + cut
            grids.append(_finish(rows, shape, after, first=not grids))
    return grids


def _finish(rows: list[list[Area]], shape: Shape, after: int, *, first: bool) -> Grid:
    width = max(len(row) for row in rows)
    rows = [_widen(row, width) for row in rows]
    if shape.caption and first:
        rows = [[(shape.caption, "caption")] * width, *rows]
    if shape.note:
        rows = [*rows, [(shape.note, "note")] * width]
    if shape.empty:
        rows = [[*row, ("", ("empty", r))] for r, row in enumerate(rows)]
    return make_grid(rows, shape.labels, after)


def _widen(row: list[Area], width: int) -> list[Area]:
    return row + [row[-1]] * (width - len(row))


def _stack(blocks: Sequence[tuple[list[list[Area]], list[list[Area]]]]) -> tuple[list[list[Area]], list[list[Area]]]:
    if len(blocks) == 1:
        return blocks[0]
    return [], [row for header, body in blocks for row in (*header, *body)]


def _ordered(heads: Sequence[Head], seed: int) -> list[Head]:
    heads = list(heads)
    result = []
    while heads:
        seed, at = divmod(seed, len(heads))
        result.append(heads.pop(at))
    return result


def _block(block: Block, figures: Figures, shape: Shape, number: int) -> tuple[list[list[Area]], list[list[Area]]]:
    columns = _ordered(block.columns, shape.order)
    depth = max(len(head.path) for head in columns)
    wide = max(len(head.path) for head in block.rows)
    corner = shape.restyle(block.corner) if shape.corner else ""
    header: list[list[Area]] = []
    if block.label:
        header.append([(shape.restyle(block.label), ("label", number))] * (wide + len(columns)))
    for level in range(depth):
        row: list[Area] = [(corner, ("corner", number))] * wide
        for i, head in enumerate(columns):
            step = head.path[min(level, len(head.path) - 1)]
            run = i
            while run and columns[run - 1].path[: level + 1] == head.path[: level + 1] and level < len(head.path) - 1:
                run -= 1
            own = level >= len(head.path) - 1
            row.append((shape.restyle(step), ("head", number, i if own else run, min(level, len(head.path) - 1), own)))
        header.append(row)
    body = [_row(head, columns, figures, shape, (wide, number)) for head in block.rows]
    return header, body


def _row(head: Head, columns: Sequence[Head], figures: Figures, shape: Shape, place: tuple[int, int]) -> list[Area]:
    wide, number = place
    row: list[Area] = []
    for level in range(wide):
        step = min(level, len(head.path) - 1)
        area: object = ("row", number, head.path[: step + 1])
        row.append((shape.restyle(head.path[step]), area))
    return row + [(figures[head.key, c.key], ("figure", head.key, c.key)) for c in columns]


def _folded(table: TableLayout, figures: Figures, shape: Shape, after: int) -> list[Grid]:
    block = table.blocks[0]
    columns = _ordered(block.columns, shape.order)
    groups: dict[str, list[Head]] = {}
    for head in block.rows:
        groups.setdefault(head.path[0], []).append(head)
    parts = list(groups.values())
    if shape.unfolded != "grids":
        parts = [list(block.rows)]
    grids = []
    for part in parts:
        depth = max(len(head.path) for head in part) + 1
        rows: list[list[Area]] = [[] for _ in range(depth + 1)]
        for head in part:
            for column in columns:
                path = (*head.path, column.path[-1])
                for level in range(depth):
                    step = min(level, len(path) - 1)
                    key = path[: step + 1] + ((head.key,) if step == len(path) - 1 else ())
                    rows[level].append((shape.restyle(path[step]), key))
                rows[depth].append((figures[head.key, column.key], ("figure", head.key, column.key)))
        grids.append(_finish(rows, shape, after, first=not grids))
    return grids
