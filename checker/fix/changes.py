"""From a mend to the characters of a document that it changes: which paragraph or cell, which of its characters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from checker.dataclass import dataclass, replace
from checker.document import Cell, Document, Grid, Paragraph
from checker.layout.positions import Position
from checker.mends import Offer
from checker.report import Report

Unit = int | Position  # a paragraph by its number, or a cell


class Swap(NamedTuple):
    """Characters [start, end) of a unit's text, and what takes their place."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """What one mend changes: swaps by unit, in their order."""

    offer: Offer
    swaps: Mapping[Unit, tuple[Swap, ...]]


class Unplaced(Exception):
    """A mend whose place cannot be found in the document. kind: "automatic" (Word draws the number), "unfound"."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def find_change(
    offer: Offer, document: Document, report: Report, positions: Mapping[tuple[str, str, str], Position]
) -> Change:
    """The characters that a mend changes. positions: as layout.positions gives them. Raises Unplaced."""
    place = offer.place
    if place.table is not None and place.row is not None and place.column is not None:
        position = positions.get((place.table, place.row, place.column))
        cell = None if position is None else _cell(document, position)
        if position is None or cell is None:
            raise Unplaced("unfound")
        return Change(offer, {position: (_whole(cell.text, offer.new),)})
    if place.table is not None:
        return Change(offer, _labels(offer, document, positions))
    paragraph = next((p for p in document.paragraphs if p.n == place.paragraph), None)
    if paragraph is None:
        raise Unplaced("unfound")
    return Change(offer, {paragraph.n: _in_paragraph(offer, paragraph)})


def overlap(change: Change, others: Sequence[Change]) -> bool:
    """Whether the change touches characters that one of the others does: it then waits for its turn."""
    return any(
        a.start <= b.end and b.start <= a.end
        for other in others
        for unit, swaps in change.swaps.items()
        for a in swaps
        for b in other.swaps.get(unit, ())
    )


def swaps_of(changes: Sequence[Change]) -> dict[Unit, tuple[Swap, ...]]:
    """All swaps by unit, from the first character to the last."""
    found: dict[Unit, list[Swap]] = {}
    for change in changes:
        for unit, swaps in change.swaps.items():
            found.setdefault(unit, []).extend(swaps)
    return {unit: tuple(sorted(swaps)) for unit, swaps in found.items()}


def swapped(text: str, swaps: Sequence[Swap]) -> str:
    """The text with the swaps made."""
    pieces, at = [], 0
    for start, end, new in swaps:
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def text_of(document: Document, unit: Unit) -> str:
    """The text of a unit without an automatic number. Raises Unplaced if the document has no such unit."""
    if isinstance(unit, int):
        found: Paragraph | Cell | None = next((p for p in document.paragraphs if p.n == unit), None)
    else:
        found = _cell(document, unit)
    if found is None:
        raise Unplaced("unfound")
    return found.text


def changed(document: Document, changes: Sequence[Change]) -> Document:
    """The document with the changes made."""
    swaps = swaps_of(changes)
    blocks: list[Paragraph | Grid] = []
    number = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            made = swaps.get(block.n)
            blocks.append(block if made is None else replace(block, text=swapped(block.text, made)))
            continue
        texts = {
            (unit.row, unit.column): made
            for unit, made in swaps.items()
            if isinstance(unit, Position) and unit.grid == number
        }
        blocks.append(_redrawn(block, texts) if texts else block)
        number += 1
    return replace(document, blocks=tuple(blocks))


def _redrawn(grid: Grid, swaps: Mapping[tuple[int, int], Sequence[Swap]]) -> Grid:
    fresh = {
        id(cell): replace(cell, text=swapped(cell.text, swaps[cell.row, cell.column]))
        for cell in grid.cells()
        if (cell.row, cell.column) in swaps
    }
    rows = tuple(tuple(None if cell is None else fresh.get(id(cell), cell) for cell in row) for row in grid.rows)
    return replace(grid, rows=rows)


def _cell(document: Document, position: Position) -> Cell | None:
    grids = document.grids
    if position.grid >= len(grids) or position.row >= len(grids[position.grid].rows):
        return None
    row = grids[position.grid].rows[position.row]
    return row[position.column] if position.column < len(row) else None


def _whole(old: str, new: str) -> Swap:
    """The number in a cell; blanks around it stay."""
    bare = old.strip()
    start = old.index(bare) if bare else 0
    return Swap(start, start + len(bare), new) if bare else Swap(0, len(old), new)


def _in_paragraph(offer: Offer, paragraph: Paragraph) -> tuple[Swap, ...]:
    printed, old = paragraph.printed, offer.old
    base = printed.find(offer.source) if offer.source and offer.start >= 0 else -1
    start = base + offer.start if base >= 0 else printed.find(old)
    if start < 0 or printed[start : start + len(old)] != old:
        raise Unplaced("unfound")
    shift = len(paragraph.number)
    swaps = tuple(Swap(a - shift, b - shift, new) for a, b, new in _differences(old, offer.new, start))
    if any(swap.start < 0 for swap in swaps):
        raise Unplaced("automatic")
    return swaps


def _differences(old: str, new: str, start: int) -> list[Swap]:
    """The least that has to change to make one text of the other; old begins at character `start`."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [Swap(start + a, start + b, new[c:d]) for tag, a, b, c, d in codes if tag != "equal"]


def _labels(
    offer: Offer, document: Document, positions: Mapping[tuple[str, str, str], Position]
) -> dict[Unit, tuple[Swap, ...]]:
    """The swaps in the cells that print the label of a row or a column: in the way of its numbers, wherever it stands
    more than once."""
    place = offer.place
    numbers = [p for (table, _, _), p in positions.items() if table == place.table]
    own = [
        p
        for (table, row, column), p in positions.items()
        if table == place.table and (row == place.row or place.row is None) and place.column in (None, column)
    ]
    found: dict[Unit, tuple[Swap, ...]] = {}
    for number, grid in enumerate(document.grids):
        beside = [p for p in own if p.grid == number]
        held = {(p.row, p.column) for p in numbers if p.grid == number}
        for cell in grid.cells() if beside else ():
            if "".join(cell.text.split()) != "".join(offer.old.split()) or (cell.row, cell.column) in held:
                continue
            if any(_meets(cell, p) for p in beside):
                found[Position(number, cell.row, cell.column)] = _label_swaps(cell.text, offer.new)
    if not found:
        raise Unplaced("unfound")
    return found


def _meets(cell: Cell, position: Position) -> bool:
    """Whether a cell stands in the row or in the column of another."""
    in_row = cell.row <= position.row < cell.row + cell.row_span
    return in_row or cell.column <= position.column < cell.column + cell.column_span


def _label_swaps(text: str, new: str) -> tuple[Swap, ...]:
    """The differences but for blanks and line breaks, which only set the label in its cell."""
    where = [at for at, char in enumerate(text) if not char.isspace()]
    bare = "".join(text[at] for at in where)
    swaps = []
    for start, end, put in _differences(bare, "".join(new.split()), 0):
        if start < end:
            # one swap for each stretch without a blank in it, the first of them takes the new characters
            for n, at in enumerate(range(start, end)):
                swaps.append(Swap(where[at], where[at] + 1, put if n == 0 else ""))
        else:
            at = where[start] if start < len(where) else len(text.rstrip())
            swaps.append(Swap(at, at, put))
    return tuple(swaps)
